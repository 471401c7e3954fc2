//! Freezing a report (R21): its figures, definitions, words and bytes, put before a second person.

use domain::access::{Action, Grant};
use domain::code::ReleaseState;
use domain::event::Event;
use domain::id::UserId;
use domain::refusal::{Code, Refusal};
use domain::release::{Asked, FileSum, Frozen, Release};
use domain::report::periods;
use domain::template::Template;
use render::Locale;
use render::document::{Document, Part, Printer};
use render::table::Table;
use store::Error as StoreError;
use store::paper::Paper as Row;
use store::release::ReleaseFile;
use uuid::Uuid;

use super::document::{Corrects, corrected};
use super::draft::{Draft, put_together};
use super::preview;
use super::{hexadecimal, id_of};
use crate::once::{Begun, Once, begin};
use crate::paper::{Kept, Next, find, sealed};
use crate::sealing::Cell;
use crate::{App, Cx, Error, Result, printing};

/// A file to be frozen.
pub(super) struct Made {
    pub(super) format: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// Proposes a report: freezes it and puts it before a second person. `corrects` is the version that it corrects, and what is otherwise. Gives its
/// id.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; every refusal at once: of what was asked for, a text or master data that is missing, a correction that does not say what
/// changed; [`Error::Stale`] where somebody else proposed the same meanwhile.
pub async fn propose(
    app: &App,
    cx: &Cx,
    asked: Asked,
    corrects: Option<(Uuid, String)>,
    (locale, printer): (Locale, Option<Printer>),
    once: Once,
) -> Result<Uuid> {
    let grant = cx.may_at_all(Action::KeepReports)?;
    let mut refusals = periods::check(asked.as_of, asked.period(), cx.programme.funding, cx.today);
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let draft = put_together(app, cx, &grant, asked, locale).await?;
    if !draft.missing().is_empty() {
        refusals.push(Refusal::new("tekst", Code::TextMissing));
    }
    if !draft.lacking().is_empty() {
        refusals.push(Refusal::new("stamdata", Code::MasterDataMissing));
    }
    let before = match &corrects {
        Some((id, what)) => {
            if what.trim().is_empty() {
                refusals.push(Refusal::new("rettet", Code::ReasonNeeded));
            }
            let mut reader = app.store().read(&grant).await?;
            let release = find::<Release>(app, cx, &mut reader, *id).await?;
            if release.says().state != ReleaseState::Locked {
                refusals.push(Refusal::new("rettet", Code::NotLocked));
            }
            // What one audience was told is not shown to another by way of what is corrected.
            let before = &release.says().asked;
            if (before.addressee, &before.template) != (draft.asked.addressee, &draft.asked.template) {
                refusals.push(Refusal::new("rettet", Code::OtherReport));
            }
            Some((release.says().number, find::<Frozen>(app, cx, &mut reader, *id).await?))
        }
        None => None,
    };
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let of = corrects.zip(before).map(|((id, what), (number, held))| Corrected { id, number, held, what });
    // The command line is nobody: whoever may lock reports is then the second person.
    let fresh = Fresh { draft: &draft, by: cx.user().ok(), corrects: of, beside: None };
    freeze(app, cx, grant, fresh, printer, once).await
}

/// A report that is about to be frozen.
pub(super) struct Fresh<'a> {
    pub(super) draft: &'a Draft,
    /// Who proposes it; nobody where the program does.
    pub(super) by: Option<UserId>,
    /// What it corrects.
    pub(super) corrects: Option<Corrected>,
    /// What is kept with it or not at all.
    pub(super) beside: Option<Row>,
}

/// The version that a report corrects.
pub(super) struct Corrected {
    id: Uuid,
    number: u32,
    held: Kept<Frozen>,
    /// What is otherwise.
    what: String,
}

/// The id that a draft has once it is proposed.
pub(super) fn id_when_proposed(cx: &Cx, draft: &Draft) -> Uuid {
    let (template, addressee) = (draft.template.key.as_str(), draft.asked.addressee.code());
    id_of(cx.programme_id, &["release", template, addressee, &draft.number.to_string()])
}

/// Freezes a report.
///
/// # Errors
///
/// [`Error::Stale`] where somebody else proposed the same meanwhile.
pub(super) async fn freeze(
    app: &App,
    cx: &Cx,
    grant: Grant,
    fresh: Fresh<'_>,
    printer: Option<Printer>,
    once: Once,
) -> Result<Uuid> {
    let draft = fresh.draft;
    let frozen = draft.frozen()?;
    let change = fresh.corrects.as_ref().map(|of| Corrects {
        number: of.number,
        before: of.held.says(),
        now: &frozen,
        what: &of.what,
    });
    let document = corrected(draft, ReleaseState::Locked, change.as_ref());
    let preview = preview::of(&document)?;
    let made = files(document, printer).await?;
    let id = id_when_proposed(cx, draft);
    let release = Release {
        number: draft.number,
        state: ReleaseState::Proposed,
        language: draft.locale.code().to_owned(),
        corrects: fresh.corrects.map(|of| (of.id, of.what)),
        proposed_by: fresh.by,
        proposed_on: cx.today,
        decided: None,
        why: String::new(),
        withheld: u32::try_from(draft.judged.withheld()).unwrap_or(u32::MAX),
        files: made.iter().map(sum).collect(),
        told: draft.told,
        sent: Vec::new(),
        asked: draft.asked.clone(),
    };
    let kept =
        Parts { id, release: &release, frozen: &frozen, files: &made, preview: &preview, quoted: &draft.quoted() };
    keep(app, cx, grant, kept, fresh.beside, once).await
}

/// The name of a report's files, before the ending: neutral, with the day.
pub(super) fn file_name(template: &Template, release: &Release) -> String {
    named(template, &release.asked, release.number)
}

fn named(template: &Template, asked: &Asked, number: u32) -> String {
    format!("{}-{}-v{number}", template.file, asked.as_of)
}

/// What is kept of a report that is frozen.
struct Parts<'a> {
    id: Uuid,
    release: &'a Release,
    frozen: &'a Frozen,
    files: &'a [Made],
    preview: &'a [u8],
    quoted: &'a [(Uuid, i64)],
}

async fn keep(
    app: &App,
    cx: &Cx,
    grant: Grant,
    Parts { id, release, frozen, files: made, preview, quoted }: Parts<'_>,
    beside: Option<Row>,
    once: Once,
) -> Result<Uuid> {
    fn first<T>(id: Uuid, paper: &T) -> Next<'_, T> {
        Next { id, version: 1, is_ended: false, paper, reason: "" }
    }
    let row = sealed(app, cx, &grant, &first(id, release)).await?;
    let held = sealed(app, cx, &grant, &first(id, frozen)).await?;
    let (keys, subject) = crate::paper::programme_key(app, cx, &grant).await?;
    let files = made.iter().map(|file| {
        let sum = sum(file);
        let body = keys.seal_bytes(subject, cell(id, file.format)?, &file.bytes)?;
        Ok(ReleaseFile { format: sum.format, body })
    });
    let mut files = files.collect::<Result<Vec<_>>>()?;
    let body = keys.seal_bytes(subject, preview::cell(id), preview)?;
    files.push(ReleaseFile { format: preview::NAME.to_owned(), body });
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    // Who was quicker has taken the number, and with it the id.
    let taken = |fault| if matches!(fault, StoreError::Taken(_)) { Error::Stale } else { fault.into() };
    work.put_paper(cx.programme_id, &row, cx.now).await.map_err(taken)?;
    work.put_paper(cx.programme_id, &held, cx.now).await.map_err(taken)?;
    if let Some(row) = &beside {
        work.put_paper(cx.programme_id, row, cx.now).await.map_err(taken)?;
    }
    for file in &files {
        work.add_release_file(cx.programme_id, id, file, cx.now).await.map_err(taken)?;
    }
    work.add_released_quotations(cx.programme_id, id, quoted, cx.now).await.map_err(taken)?;
    let event = Event::ReportProposed { row: id, number: release.number };
    work.commit(cx.entry(event, Vec::new()), cx.now).await?;
    Ok(id)
}

/// Where the bytes of a file are sealed: each format at a place of its own.
pub(super) fn cell(id: Uuid, format: &str) -> Result<Cell> {
    let version = FORMATS.iter().position(|known| *known == format).ok_or(Error::NotFound)?;
    Ok(Cell { table: "release_file", column: "body", row: id, version: i64::try_from(version).unwrap_or(0) + 1 })
}

/// The endings of the files of a report.
pub(super) const FORMATS: [&str; 4] = ["pdf", "docx", "xlsx", "csv"];

fn sum(file: &Made) -> FileSum {
    FileSum {
        format: file.format.to_owned(),
        bytes: u64::try_from(file.bytes.len()).unwrap_or(u64::MAX),
        sha256: hexadecimal(&vault::digest(&file.bytes)),
    }
}

/// The report's files, made off the threads that answer pages.
async fn files(document: Document, printer: Option<Printer>) -> Result<Vec<Made>> {
    let making = move || -> Result<Vec<Made>> {
        let failed = |why: String| {
            tracing::error!(why, "a report could not be set");
            Error::Refused("the report could not be made into a file; tell who keeps the program".to_owned())
        };
        let mut made = Vec::new();
        if let Some(printer) = printer {
            made.push(Made { format: "pdf", bytes: (printer.pdf)(&document).map_err(failed)? });
        }
        let docx = render::docx::docx(&document, printer).map_err(|fault| failed(fault.to_string()))?;
        made.push(Made { format: "docx", bytes: docx });
        let xlsx = render::xlsx::of_document(&document).map_err(|fault| failed(fault.to_string()))?;
        made.push(Made { format: "xlsx", bytes: xlsx });
        made.push(Made { format: "csv", bytes: csv(&document).into_bytes() });
        Ok(made)
    };
    printing::made(making).await?
}

/// Every table of the report under its title, an empty line between two. With a mark by which spreadsheets know the encoding.
fn csv(document: &Document) -> String {
    let table = |part: &Part| match part {
        Part::Table(table) => Some(titled(table)),
        _ => None,
    };
    let tables: Vec<String> = document.parts.iter().filter_map(table).collect();
    format!("\u{feff}{}", tables.join("\r\n"))
}

fn titled(table: &Table) -> String {
    if table.title.is_empty() {
        return table.csv();
    }
    let title = Table {
        title: String::new(),
        columns: vec![render::table::Column::words(table.title.as_str())],
        rows: Vec::new(),
    };
    format!("{}{}", title.csv(), table.csv())
}

impl Draft {
    /// The file name of what it would be, before the ending.
    pub fn file_name(&self) -> String {
        named(&self.template, &self.asked, self.number)
    }
}
