//! `/rapporter/kladde`: a report as it would leave, beside what the team sees: what is withheld and why, what is missing, what it would look like.

use std::collections::BTreeMap;

use app::release::{Draft, Drawn, Lack};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::{Addressee, ReleaseState};
use domain::disclosure::Because;
use domain::refusal::Refusal;
use domain::release::Asked;
use domain::report::forecast::project_year;
use render::table::{Cell, Table, Value};
use render::{Words, day, words};
use serde::{Deserialize, Serialize};

use super::{HERE, addressees};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place, may};
use crate::pages::plan::uuid;
use crate::part::Done;
use crate::printed;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    rapport: String,
    dag: Option<String>,
    fra: Option<String>,
    til: Option<String>,
    #[serde(default)]
    modtager: String,
    /// The locked report that it would correct.
    retter: Option<String>,
    #[serde(default, skip_serializing)]
    gemt: Option<String>,
}

impl Chosen {
    pub(super) fn of(asked: &Asked, corrects: Option<uuid::Uuid>) -> Self {
        Self {
            rapport: asked.template.clone(),
            dag: Some(day::typed(asked.as_of)),
            fra: Some(day::typed(asked.from)),
            til: Some(day::typed(asked.to)),
            modtager: asked.addressee.code().to_owned(),
            retter: corrects.map(|id| id.to_string()),
            gemt: None,
        }
    }

    fn sent(sent: &Sent) -> Self {
        let text = |name: &str| Some(sent.text(name).to_owned()).filter(|text| !text.is_empty());
        Self {
            rapport: sent.text("rapport").to_owned(),
            dag: text("dag"),
            fra: text("fra"),
            til: text("til"),
            modtager: sent.text("modtager").to_owned(),
            retter: text("retter"),
            gemt: None,
        }
    }

    fn fields(&self) -> [DayField; 3] {
        [&self.dag, &self.fra, &self.til].map(|typed| DayField::read(typed.clone()))
    }

    /// What is asked for; none where a day could not be read or nobody is asked for.
    pub(super) fn asked(&self, reader: &Reader) -> Option<Asked> {
        let [as_of, from, to] = self.fields();
        if [&as_of, &from, &to].iter().any(|field| field.fault.is_some()) {
            return None;
        }
        let as_of = as_of.day.unwrap_or(reader.today);
        let usual = project_year(as_of);
        Some(Asked {
            template: self.rapport.clone(),
            addressee: Addressee::parse(&self.modtager).ok()?,
            as_of,
            from: from.day.unwrap_or(usual.from),
            to: to.day.unwrap_or(usual.to),
        })
    }

    /// The address's part after the question mark.
    pub(super) fn query(&self) -> String {
        let mut pairs = vec![("rapport", self.rapport.as_str())];
        for (name, value) in [("dag", &self.dag), ("fra", &self.fra), ("til", &self.til), ("retter", &self.retter)] {
            pairs.extend(value.as_deref().map(|value| (name, value)));
        }
        pairs.push(("modtager", &self.modtager));
        pairs.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
    }

    /// The address of the draft.
    pub(super) fn address(&self) -> String {
        format!("{HERE}/kladde?{}", self.query())
    }
}

/// A value in an address. Everything but letters, digits and the signs of days is written by its bytes.
fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// A cell: how the team sees it, and whether it leaves.
pub(crate) struct CellHtml {
    text: String,
    is_withheld: bool,
}

/// A table: what the team sees, with a mark where the report withholds.
pub(crate) struct TableHtml {
    title: String,
    has_headings: bool,
    columns: Vec<(String, bool)>,
    rows: Vec<Vec<CellHtml>>,
}

/// What a section shows of the record.
pub(crate) struct DrawnHtml {
    title: String,
    note: String,
    rule: String,
    tables: Vec<TableHtml>,
}

/// A section.
pub(crate) struct SectionHtml {
    key: String,
    title: String,
    guidance: String,
    has_text: bool,
    is_missing: bool,
    text: String,
    /// The year that the words were written for, where it is not the report's.
    from_year: String,
    write: String,
    /// What is quoted in it.
    quotations: Vec<String>,
    /// Where that is chosen.
    quote: String,
    drawn: Vec<DrawnHtml>,
}

/// A count that is withheld, and why.
pub(crate) struct WithheldHtml {
    called: String,
    why: String,
}

#[derive(Template)]
#[template(path = "report-draft.html")]
struct DraftHtml<'a> {
    f: Frame<'a>,
    title: String,
    lead: String,
    chosen: &'a Chosen,
    templates: Vec<(String, String)>,
    addressees: Vec<(&'static str, &'static str)>,
    day: (String, Option<String>),
    from: (String, Option<String>),
    to: (String, Option<String>),
    faults: Vec<String>,
    draft: Option<Laid>,
    corrects: bool,
    corrected: String,
    corrected_fault: Option<String>,
    key: String,
    may_keep: bool,
    has_printer: bool,
    query: String,
    done: Option<Done>,
}

/// What a draft shows.
struct Laid {
    sections: Vec<SectionHtml>,
    withheld_count: String,
    withheld: Vec<WithheldHtml>,
    more: Vec<WithheldHtml>,
    checked: String,
    agreed: Vec<String>,
    given_away: Option<GivenAway>,
    is_unproven: bool,
    missing: Vec<(String, String)>,
    file_name: String,
    propose: String,
}

/// What the recipient can tell of small counts by now, whatever this report withholds.
struct GivenAway {
    called: Vec<String>,
    others: Option<String>,
}

/// Reasons shown before the rest is folded.
const SHOWN: usize = 8;

/// The draft.
pub(crate) async fn draft(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(chosen): Query<Chosen>,
) -> Result<Html<String>, Fault> {
    show(&site, &cx, &reader, &chosen, Stopped::default()).await
}

/// The draft as a file, marked as a draft.
pub(crate) async fn docx(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Fault> {
    let draft = found(&site, &cx, &reader, &chosen).await?;
    let document = app::release::document(&draft, ReleaseState::Proposed);
    printed::docx(&site, document, &format!("{}-kladde", draft.file_name())).await
}

/// The draft as a PDF.
pub(crate) async fn pdf(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Fault> {
    let draft = found(&site, &cx, &reader, &chosen).await?;
    let document = app::release::document(&draft, ReleaseState::Proposed);
    printed::pdf(&site, document, &format!("{}-kladde", draft.file_name())).await
}

async fn found(site: &Site, cx: &app::Cx, reader: &Reader, chosen: &Chosen) -> Result<Draft, Fault> {
    let asked = chosen.asked(reader).ok_or(Fault::NotFound)?;
    let printed = app::release::printed(&site.app, cx, asked, reader.locale).await;
    printed.map_err(|error| reader.fault(error))
}

/// Proposes it.
pub(crate) async fn propose(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let chosen = Chosen::sent(&sent);
    let asked = chosen.asked(&reader).ok_or(Fault::NotFound)?;
    let corrects = match &chosen.retter {
        Some(id) => Some((uuid(id)?, sent.text("rettet").to_owned())),
        None => None,
    };
    let how = (reader.locale, site.printer);
    match app::release::propose(&site.app, &cx, asked, corrects, how, once).await {
        Ok(id) => Ok(see_other(&format!("{HERE}/{id}?gemt=foreslaaet"))),
        Err(app::Error::Refusals(refusals)) => {
            let stopped = Stopped { refusals, corrected: sent.text("rettet").to_owned() };
            let html = show(&site, &cx, &reader, &chosen, stopped).await?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
        Err(error) => Err(reader.fault(error)),
    }
}

/// What was refused, with what was typed.
#[derive(Default)]
struct Stopped {
    refusals: Vec<Refusal>,
    corrected: String,
}

async fn show(
    site: &Site,
    cx: &app::Cx,
    reader: &Reader,
    chosen: &Chosen,
    stopped: Stopped,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let overview = app::release::overview(&site.app, cx).await.map_err(|error| reader.fault(error))?;
    let fields = chosen.fields();
    let mut refusals = stopped.refusals;
    let draft = match chosen.asked(reader) {
        Some(asked) => match app::release::draft(&site.app, cx, asked, reader.locale).await {
            Ok(draft) => Some(draft),
            Err(app::Error::Refusals(more)) => {
                refusals = more;
                None
            }
            Err(error) => return Err(reader.fault(error)),
        },
        None if chosen.rapport.is_empty() || Addressee::parse(&chosen.modtager).is_err() => {
            return Err(Fault::NotFound);
        }
        None => None,
    };
    let names = ["dag", "fra", "til"];
    let said = |refusal: &Refusal| format!("{}.", t.code("refusal", refusal.code.code()));
    let of_field = |name: &str| refusals.iter().find(|one| one.field == name).map(said);
    let general: Vec<String> =
        refusals.iter().filter(|one| !names.contains(&one.field) && one.field != "rettet").map(said).collect();
    let template = overview.templates.iter().find(|one| one.key == chosen.rapport).ok_or(Fault::NotFound)?;
    let asked = draft.as_ref().map(|draft| &draft.asked);
    let [day, from, to] = &fields;
    let shown = |field: &DayField, name: &str, of: Option<chrono::NaiveDate>| {
        (field.shown(of), field.fault.map(|key| t.say(key).to_owned()).or_else(|| of_field(name)))
    };
    let may_keep = may(reader, domain::access::Action::KeepReports);
    let title = t.locale().of(&template.title).to_owned();
    let key = cx.form_key().map_err(|error| reader.fault(error))?.0.to_string();
    let html = DraftHtml {
        f: Frame::new(reader, &title, Place::Figures, chosen.address()),
        lead: asked.map_or_else(String::new, |asked| {
            t.say_with(
                "figures-of",
                &[("programme", t.locale().of(&reader.programme).into()), ("day", (&day::long(t, asked.as_of)).into())],
            )
        }),
        title,
        chosen,
        templates: overview
            .templates
            .iter()
            .map(|one| (one.key.clone(), t.locale().of(&one.title).to_owned()))
            .collect(),
        addressees: addressees(t),
        day: shown(day, "dag", asked.map(|asked| asked.as_of)),
        from: shown(from, "fra", asked.map(|asked| asked.from)),
        to: shown(to, "til", asked.map(|asked| asked.to)),
        faults: general,
        draft: draft.as_ref().map(|draft| laid(t, draft, chosen, may_keep)),
        corrects: chosen.retter.is_some(),
        corrected: stopped.corrected,
        corrected_fault: of_field("rettet"),
        key,
        may_keep,
        has_printer: site.printer.is_some(),
        query: chosen.query(),
        done: chosen.gemt.as_ref().map(|_| Done::said(t.say("effort-done").to_owned())),
    };
    laid_out(&html)
}

fn laid(t: &'static Words, draft: &Draft, chosen: &Chosen, may_keep: bool) -> Laid {
    let all = withheld(t, draft);
    let (shown, more): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(at, _)| *at < SHOWN);
    let only = |list: Vec<(usize, WithheldHtml)>| list.into_iter().map(|(_, one)| one).collect();
    let words = draft.sections.iter().filter(|one| one.lacks_text());
    let words = words.map(|one| (format!("#{}", one.section.key), t.locale().of(&one.section.title).to_owned()));
    let facts = draft.lacking().into_iter().map(|lack| {
        let at = if lack == Lack::Title { "/opsaetning/indsats" } else { "/opsaetning" };
        (at.to_owned(), t.say_of("release-lacks", "name", t.say(lack.name())))
    });
    Laid {
        sections: draft.sections.iter().map(|one| section(t, draft, one, chosen, may_keep)).collect(),
        withheld_count: t.say_with("release-withheld-count", &[("n", draft.judged.withheld().into())]),
        withheld: only(shown),
        more: only(more),
        checked: t.say_with("release-checked", &[("n", draft.releases.into())]),
        agreed: agreed(t, draft),
        given_away: given_away(t, draft),
        is_unproven: draft.judged.is_unproven(),
        missing: words.chain(facts).collect(),
        file_name: draft.file_name(),
        propose: t.say_with("release-propose", &[("n", draft.number.into())]),
    }
}

fn section(
    t: &'static Words,
    draft: &Draft,
    one: &app::release::DraftSection,
    chosen: &Chosen,
    may_keep: bool,
) -> SectionHtml {
    let year = chrono::Datelike::year(&draft.asked.as_of);
    let older = one.kept.as_ref().filter(|kept| kept.year != year && !kept.text.trim().is_empty());
    let write = format!("{HERE}/tekst/{}?{}", one.section.key, chosen.query());
    let quote = format!("{HERE}/citater/{}?{}", one.section.key, chosen.query());
    SectionHtml {
        key: one.section.key.clone(),
        title: t.locale().of(&one.section.title).to_owned(),
        guidance: t.locale().of(&one.section.guidance).to_owned(),
        has_text: one.section.has_text,
        is_missing: one.lacks_text(),
        text: one.text().to_owned(),
        from_year: older
            .map(|kept| t.say_with("section-from-year", &[("year", kept.year.to_string().as_str().into())]))
            .unwrap_or_default(),
        write: if one.section.has_text && may_keep { write } else { String::new() },
        quotations: one.quotations.iter().map(|one| one.words.reveal().clone()).collect(),
        quote: if one.section.has_text && may_keep { quote } else { String::new() },
        drawn: one.drawn.iter().map(drawn).collect(),
    }
}

fn drawn(one: &Drawn) -> DrawnHtml {
    match one {
        Drawn::Facts(table) | Drawn::Picture { table, .. } => DrawnHtml {
            title: table.title.clone(),
            note: String::new(),
            rule: String::new(),
            tables: vec![table_html(&Table { title: String::new(), ..table.clone() }, None)],
        },
        Drawn::Figure { team, out, .. } => DrawnHtml {
            title: team.title.clone(),
            note: format!("{} · {}", team.asked, team.basis),
            rule: team.definition.clone(),
            tables: team
                .tables
                .iter()
                .zip(&out.tables)
                .filter(|(table, _)| !table.rows.is_empty())
                .map(|(table, out)| table_html(table, Some(out)))
                .collect(),
        },
    }
}

fn table_html(table: &Table, out: Option<&Table>) -> TableHtml {
    let leaves = |row: usize, column: usize| {
        let cell = out.and_then(|out| out.rows.get(row)).and_then(|row| row.get(column));
        cell.is_none_or(|cell: &Cell| cell.value != Value::Withheld)
    };
    let row = |(at, row): (usize, &Vec<Cell>)| {
        let cell =
            |(column, cell): (usize, &Cell)| CellHtml { text: cell.text.clone(), is_withheld: !leaves(at, column) };
        row.iter().enumerate().map(cell).collect()
    };
    TableHtml {
        title: table.title.clone(),
        has_headings: table.has_headings(),
        columns: table.columns.iter().map(|column| (column.heading.clone(), column.numeric)).collect(),
        rows: table.rows.iter().enumerate().map(row).collect(),
    }
}

/// Every count that is withheld, in reading order, with the reason.
fn withheld(t: &'static Words, draft: &Draft) -> Vec<WithheldHtml> {
    let called = |key: &str| draft.called.get(key).map_or_else(|| key.to_owned(), Clone::clone);
    let names: BTreeMap<&str, &str> =
        draft.called.iter().map(|(key, called)| (key.as_str(), called.as_str())).collect();
    let cells = draft.judged.cells().iter().filter(|cell| cell.count.is_none());
    let why = |key: &str| match draft.judged.because(key) {
        Some(Because::Small) => t.say_with("release-why-small", &[("below", draft.judged.below().into())]),
        Some(Because::Before) => t.say("release-why-before").to_owned(),
        _ => match draft.explained.get(key) {
            Some(gives) => render::disclosure::why(gives, &names, t.locale()),
            None => t.say("release-why-gives-away").to_owned(),
        },
    };
    cells.map(|cell| WithheldHtml { called: called(&cell.key), why: why(&cell.key) }).collect()
}

/// What is shown exactly by agreement, each agreement once.
fn agreed(t: &'static Words, draft: &Draft) -> Vec<String> {
    let mut by_reference: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, reference) in draft.judged.agreed() {
        by_reference.entry(reference).or_default().push(draft.called.get(key).map_or(key.as_str(), String::as_str));
    }
    let line = |(reference, called): (&str, Vec<&str>)| {
        let called = called.join("; ");
        t.say_with("release-agreed-line", &[("called", (&called).into()), ("reference", reference.into())])
    };
    by_reference.into_iter().map(line).collect()
}

/// The small counts that the recipient knows something of: by name those of this report, and how many others there are.
fn given_away(t: &'static Words, draft: &Draft) -> Option<GivenAway> {
    if draft.narrowed.is_empty() {
        return None;
    }
    let called: Vec<String> = draft.narrowed.iter().filter_map(|key| draft.called.get(key)).cloned().collect();
    let others = draft.narrowed.len() - called.len();
    let others = (others > 0).then(|| t.say_with("release-given-away-others", &[("n", others.into())]));
    Some(GivenAway { called, others })
}
