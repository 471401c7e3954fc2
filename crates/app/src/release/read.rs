//! The reports that there are: drafts to begin, proposals that wait, locked versions and their files.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::ReleaseState;
use domain::event::Event;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use domain::release::{Exact, Frozen, Release};
use domain::report::Report;
use domain::template::Template;
use render::Locale;
use render::report::{definition, title};
use store::quotation::ReleasedQuotation;
use uuid::Uuid;

use super::preview::{self, Shown};
use super::propose::{cell, file_name};
use super::regular::RegularLine;
use crate::paper::{Kept, all, find};
use crate::people::Names;
use crate::quotation::{opened, released};
use crate::sight::Sight;
use crate::template::{Known, templates};
use crate::{App, Cx, Error, Result};

/// A report in a list.
#[derive(Clone, Debug)]
pub struct ReleaseLine {
    /// The report.
    pub kept: Kept<Release>,
    /// What it is made of; none where its template is gone.
    pub template: Option<Template>,
    /// Who proposed it; empty where the program did.
    pub proposed_by: Personal<String>,
    /// Who decided.
    pub decided_by: Personal<String>,
}

/// Every report of the programme.
#[derive(Clone, Debug)]
pub struct ReleasesPage {
    /// What can be made.
    pub templates: Vec<Template>,
    /// Every proposed report, the latest first.
    pub releases: Vec<ReleaseLine>,
    /// Those that are made regularly.
    pub regular: Vec<RegularLine>,
    /// Whether the reader proposes reports and writes in them.
    pub may_keep: bool,
}

/// One report.
#[derive(Clone, Debug)]
pub struct ReleasePage {
    /// The report.
    pub line: ReleaseLine,
    /// What it held.
    pub frozen: Kept<Frozen>,
    /// What a proposed one says, for who decides; none of another state, or where it was not kept.
    pub preview: Option<Personal<Vec<Shown>>>,
    /// Whether its files can be had.
    pub has_files: bool,
    /// The number of the version that it corrects.
    pub corrects: Option<u32>,
    /// The later version that corrects it.
    pub corrected_by: Option<(Uuid, u32)>,
    /// The people whom it is meant for, in words, where it is one that is made regularly.
    pub meant_for: String,
    /// Whether a quotation in it keeps it from being locked.
    pub is_held_back: bool,
    /// The quotations in it that were taken back.
    pub taken_back: Vec<TakenBack>,
    /// The figures that are counted by another definition by now.
    pub redefined: Vec<Redefined>,
    /// Whether its template is another by now, or gone.
    pub has_other_template: bool,
    /// Whether the reader may lock it or turn it down.
    pub may_lock: bool,
    /// Whether the reader may note a sending and correct it.
    pub may_keep: bool,
}

/// A figure that is counted by another definition than when a report was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redefined {
    /// What the figure is called.
    pub title: String,
    /// What it counted then.
    pub then: String,
    /// What it counts now; none where there is no such figure any more.
    pub now: Option<&'static str>,
}

impl Redefined {
    fn of(frozen: &Frozen, locale: Locale) -> Vec<Self> {
        let now = |name: &str| Report::named(name).map(|report| definition(report, locale));
        let of = |(name, then): (&str, &str)| Self {
            title: Report::named(name).map_or(name, |report| title(report, locale)).to_owned(),
            then: then.to_owned(),
            now: now(name),
        };
        frozen.redefined(now).into_iter().map(of).collect()
    }
}

/// A quotation of a locked report that was taken back.
#[derive(Clone, Debug)]
pub struct TakenBack {
    /// The words; none where the citizen is erased, or the reader may know nothing of the citizen.
    pub words: Option<Personal<String>>,
    /// The day on which it was noted that whoever has the report knows.
    pub told_on: Option<NaiveDate>,
}

/// The reports.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn overview(app: &App, cx: &Cx) -> Result<ReleasesPage> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let mut reader = app.store().read(&grant).await?;
    let known = templates(app, cx, &mut reader).await?;
    let releases = all::<Release>(app, cx, &mut reader).await?;
    let names = crate::people::some(app, &mut reader, cx, releases.iter().flat_map(people)).await?;
    let regular = super::regular::lines(app, cx, &mut reader, (&known, &releases)).await?;
    drop(reader);
    let mut releases: Vec<ReleaseLine> = releases.into_iter().map(|one| line(one, &known, &names)).collect();
    releases.sort_by_key(|one| std::cmp::Reverse((one.kept.says().proposed_on, one.kept.at, one.kept.id)));
    crate::paper::look(app, cx, &grant, "reports").await?;
    Ok(ReleasesPage {
        templates: known.into_iter().map(|known| known.template).collect(),
        releases,
        regular,
        may_keep: cx.could_at_all(Action::KeepReports),
    })
}

fn people(kept: &Kept<Release>) -> impl Iterator<Item = domain::id::UserId> {
    let says = kept.says();
    says.proposed_by.into_iter().chain(says.decided.map(|(by, _)| by))
}

fn line(kept: Kept<Release>, known: &[Known], names: &Names) -> ReleaseLine {
    let of = |user| names.get(&user).cloned().unwrap_or_default();
    let template = known.iter().find(|one| one.template.key == kept.says().asked.template);
    ReleaseLine {
        template: template.map(|one| one.template.clone()),
        proposed_by: kept.says().proposed_by.map(of).unwrap_or_default(),
        decided_by: kept.says().decided.map(|(by, _)| of(by)).unwrap_or_default(),
        kept,
    }
}

/// The totals that audiences are shown exactly, as was agreed with them.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn agreements(app: &App, cx: &Cx) -> Result<Vec<Kept<Exact>>> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let mut kept = all::<Exact>(app, cx, &mut app.store().read(&grant).await?).await?;
    kept.retain(|one| !one.is_ended);
    kept.sort_by_key(|one| (one.says().addressee, one.id));
    Ok(kept)
}

/// A report.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`].
pub async fn one(app: &App, cx: &Cx, id: Uuid) -> Result<ReleasePage> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let mut reader = app.store().read(&grant).await?;
    let known = templates(app, cx, &mut reader).await?;
    let releases = all::<Release>(app, cx, &mut reader).await?;
    let kept = releases.iter().find(|one| one.id == id).cloned().ok_or(Error::NotFound)?;
    let frozen = find::<Frozen>(app, cx, &mut reader, id).await?;
    let names = crate::people::some(app, &mut reader, cx, people(&kept)).await?;
    let meant_for = super::regular::meant_for(app, cx, &mut reader, &kept.says().asked).await?;
    let mut quoted = released(cx, &mut reader).await?;
    quoted.retain(|(row, _)| row.release == id);
    let sight = Sight::of(&mut reader, cx).await?;
    let state = kept.says().state;
    let hidden = quoted.iter().filter(|(row, _)| sight.hides(CitizenId(row.citizen)));
    let hidden = hidden.map(|(row, _)| words_of(app, cx, row)).collect::<Result<Vec<_>>>()?;
    let preview = match state {
        ReleaseState::Proposed => preview::kept(app, cx, &grant, &mut reader, id).await?,
        ReleaseState::Locked | ReleaseState::TurnedDown => None,
    };
    let preview = preview.map(|says| Personal::new(preview::without(says, &hidden)));
    drop(reader);
    let number = |id: Uuid| releases.iter().find(|one| one.id == id).map(|one| one.says().number);
    let corrects = kept.says().corrects.as_ref().and_then(|(id, _)| number(*id));
    let is_correction = |one: &&Kept<Release>| {
        let is_locked = one.says().state == ReleaseState::Locked;
        is_locked && one.says().corrects.as_ref().is_some_and(|(of, _)| *of == id)
    };
    let corrected_by = releases.iter().find(is_correction).map(|one| (one.id, one.says().number));
    let locale = Locale::parse(&kept.says().language).unwrap_or_default();
    let template = known.iter().find(|one| one.template.key == kept.says().asked.template);
    let taken_back = quoted.iter().filter(|(_, now)| state == ReleaseState::Locked && now.is_taken_back());
    let taken_back = taken_back.map(|(row, _)| {
        let words = match sight.hides(CitizenId(row.citizen)) {
            true => None,
            false => words_of(app, cx, row)?,
        };
        Ok(TakenBack { words, told_on: row.told_on })
    });
    let taken_back = taken_back.collect::<Result<_>>()?;
    crate::paper::look(app, cx, &grant, "report").await?;
    Ok(ReleasePage {
        is_held_back: state == ReleaseState::Proposed && quoted.iter().any(|(_, now)| !now.may_leave()),
        taken_back,
        redefined: Redefined::of(frozen.says(), locale),
        has_other_template: template.is_none_or(|one| one.toml != frozen.says().template),
        preview,
        has_files: fetchable(kept.says()).is_ok(),
        line: line(kept, &known, &names),
        frozen,
        corrects,
        corrected_by,
        meant_for,
        may_lock: cx.could_at_all(Action::LockReports),
        may_keep: cx.could_at_all(Action::KeepReports),
    })
}

/// The words that a report quotes; none where their citizen is erased.
fn words_of(app: &App, cx: &Cx, row: &ReleasedQuotation) -> Result<Option<Personal<String>>> {
    let sealed = (row.citizen, (row.quotation, row.of), row.words.as_slice());
    opened(app, cx, sealed, (row.epoch, row.wrapped.as_ref()))
}

/// Whether a report's files can be had (R21): once a second person has locked it, and never before.
///
/// # Errors
///
/// [`Code::FilesNotLocked`].
fn fetchable(release: &Release) -> std::result::Result<(), Refusal> {
    match release.state {
        ReleaseState::Locked => Ok(()),
        ReleaseState::Proposed | ReleaseState::TurnedDown => Err(Refusal::new("", Code::FilesNotLocked)),
    }
}

/// The bytes of a locked report's file with its name, logged before they are given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; [`Code::FilesNotLocked`] where it is not locked; [`Error::Refused`] where the store was changed.
pub async fn file(app: &App, cx: &Cx, id: Uuid, format: &str) -> Result<(String, Vec<u8>)> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let mut reader = app.store().read(&grant).await?;
    let known = templates(app, cx, &mut reader).await?;
    let release = find::<Release>(app, cx, &mut reader, id).await?;
    fetchable(release.says())?;
    let bytes = stored(app, cx, &grant, &mut reader, id, format).await?;
    drop(reader);
    let template = known.iter().find(|one| one.template.key == release.says().asked.template);
    let name = template.map_or_else(|| "rapport".to_owned(), |one| file_name(&one.template, release.says()));
    let event = Event::ReportFetched { row: id, format: format.to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok((format!("{name}.{format}"), bytes))
}

pub(super) async fn stored(
    app: &App,
    cx: &Cx,
    grant: &domain::access::Grant,
    reader: &mut store::Reader,
    id: Uuid,
    format: &str,
) -> Result<Vec<u8>> {
    let cell = cell(id, format)?;
    let sealed = reader.release_file(cx.programme_id, id, format).await?.ok_or(Error::NotFound)?;
    let (keys, subject) = crate::paper::programme_key(app, cx, grant).await?;
    keys.open_bytes(subject, cell, &sealed)?.ok_or(Error::NotFound)
}
