//! A report put together: its words, its figures as of the day, and what of them may leave.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Action, Grant};
use domain::disclosure::{Figures, GivesAway, Ledger, Release as Judged};
use domain::event::Event;
use domain::release::{Asked, Exact, Frozen, FrozenCount, Release, Told};
use domain::report::Figure;
use domain::report::leaving::leave_together;
use domain::report::periods;
use domain::template::{Section, SectionText, Template, standing};
use render::Locale;
use render::document::Raster;
use render::report::counts_called;
use uuid::Uuid;

use super::choose::of_year;
use super::draw::{Drawn, Lack, Record, draw, lacks};
use super::told_id;
use crate::paper::all;
use crate::quotation::Choosable;
use crate::template::{Known, templates};
use crate::{App, Cx, Error, Result};

/// The words of a section: which paper they are, of which version and year, and what they say.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The paper.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// The year that they were written for.
    pub year: i32,
    /// The words.
    pub text: String,
}

/// A section of a report.
#[derive(Clone, Debug)]
pub struct DraftSection {
    /// What it is.
    pub section: Section,
    /// The team's words that stand in it.
    pub kept: Option<Kept>,
    /// The quotations that stand in it, in order.
    pub quotations: Vec<Choosable>,
    /// What it draws from the record.
    pub drawn: Vec<Drawn>,
    /// The master data that it draws and that is not filled in.
    pub lacks: Vec<Lack>,
}

impl DraftSection {
    /// Whether a text is missing without which the report is not finished.
    pub fn lacks_text(&self) -> bool {
        self.section.is_needed && self.text().is_empty()
    }

    /// The words; empty where there are none.
    pub fn text(&self) -> &str {
        self.kept.as_ref().map_or("", |kept| kept.text.trim())
    }
}

/// A report that is not frozen.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What was asked for.
    pub asked: Asked,
    /// What it is made of.
    pub template: Template,
    /// The language it is written in.
    pub locale: Locale,
    /// The version that it would be.
    pub number: u32,
    /// Its sections.
    pub sections: Vec<DraftSection>,
    /// What of its counts may leave, and why the others may not.
    pub judged: Judged,
    /// What each withheld count that is not small would give away, by its key; nothing where the reader may not see single rows.
    pub explained: BTreeMap<String, GivesAway>,
    /// Small counts of which the audience has been told something already; nothing where the reader may not see single rows.
    pub narrowed: Vec<String>,
    /// How many reports the audience has had.
    pub releases: u32,
    /// What every count is called, by its key.
    pub called: BTreeMap<String, String>,
    /// The logo that it begins with, and what that shows.
    pub logo: Option<(Raster, String)>,
    pub(super) toml: String,
    pub(super) figures: Vec<Figure>,
    pub(super) told: i64,
}

impl Draft {
    /// The headings of the sections that lack a text without which the report is not finished.
    pub fn missing(&self) -> Vec<&str> {
        let lacking = self.sections.iter().filter(|section| section.lacks_text());
        lacking.map(|section| self.locale.of(&section.section.title)).collect()
    }

    /// The master data that its sections draw and that is not filled in, each once.
    pub fn lacking(&self) -> Vec<Lack> {
        let all: BTreeSet<Lack> = self.sections.iter().flat_map(|section| &section.lacks).copied().collect();
        all.into_iter().collect()
    }

    /// The quotations in it, each once with its version: what is kept of them beside the report and never in it.
    pub(super) fn quoted(&self) -> Vec<(Uuid, i64)> {
        let all = self.sections.iter().flat_map(|section| &section.quotations);
        let each: BTreeMap<Uuid, i64> = all.map(|one| (one.id, one.version)).collect();
        each.into_iter().collect()
    }

    /// What is frozen of it.
    pub(super) fn frozen(&self) -> Result<Frozen> {
        let json = |figure: &Figure| {
            let text = serde_json::to_string(figure).map_err(|_| crate::facts::impossible("figure"))?;
            Ok::<_, Error>((figure.report().name().to_owned(), text))
        };
        let counts = self.judged.cells().iter().map(|cell| {
            let called = self.called.get(&cell.key).cloned().unwrap_or_else(|| cell.key.clone());
            (cell.key.clone(), FrozenCount { called, shown: cell.count })
        });
        let texts = self.sections.iter().filter(|one| !one.text().is_empty());
        Ok(Frozen {
            template: self.toml.clone(),
            texts: texts.map(|one| (one.section.key.clone(), one.text().to_owned())).collect(),
            definitions: self.definitions(),
            figures: self.figures.iter().map(json).collect::<Result<_>>()?,
            counts: counts.collect(),
            told: self.judged.ledger().clone(),
        })
    }

    fn definitions(&self) -> BTreeMap<String, String> {
        let of = |drawn: &Drawn| match drawn {
            Drawn::Figure { team, .. } => Some((team.report.name().to_owned(), team.definition.clone())),
            _ => None,
        };
        self.sections.iter().flat_map(|section| &section.drawn).filter_map(of).collect()
    }
}

/// Puts a report together, in a language.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where there is no such template; every refusal of what was asked for at once.
pub async fn draft(app: &App, cx: &Cx, asked: Asked, locale: Locale) -> Result<Draft> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let refusals = periods::check(asked.as_of, asked.period(), cx.programme.funding, cx.today);
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let draft = put_together(app, cx, &grant, asked, locale).await?;
    crate::paper::look(app, cx, &grant, "draft").await?;
    Ok(draft)
}

/// Puts a report together for a file of its draft: logged as printed.
///
/// # Errors
///
/// As [`draft`].
pub async fn printed(app: &App, cx: &Cx, asked: Asked, locale: Locale) -> Result<Draft> {
    let draft = draft(app, cx, asked, locale).await?;
    let grant = cx.may_at_all(Action::SeeReports)?;
    let event = Event::Printed { what: "report".to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(draft)
}

pub(super) async fn put_together(app: &App, cx: &Cx, grant: &Grant, asked: Asked, locale: Locale) -> Result<Draft> {
    let mut reader = app.store().read(grant).await?;
    let known = templates(app, cx, &mut reader).await?;
    let of_key = |known: &Known| known.template.key == asked.template;
    let Known { template, toml } = known.into_iter().find(of_key).ok_or(Error::NotFound)?;
    let texts = all::<SectionText>(app, cx, &mut reader).await?;
    let exact = all::<Exact>(app, cx, &mut reader).await?;
    let releases = all::<Release>(app, cx, &mut reader).await?;
    let told = all::<Told>(app, cx, &mut reader).await?;
    let record = Record::load(app, cx, &mut reader, asked.as_of).await?;
    let year = chrono::Datelike::year(&asked.as_of);
    let logo = crate::logo::standing(app, cx, &mut reader).await?;
    let mut quotations = of_year(app, cx, &mut reader, (&template.key, year)).await?;
    drop(reader);
    let figures = crate::report::of_draft(app, cx, grant, &template.figures(), &asked).await?;
    let told = told.into_iter().find(|one| one.id == told_id(cx.programme_id, asked.addressee));
    let version = told.as_ref().map_or(0, |one| one.version);
    let ledger = told.map_or_else(|| Ledger::of(asked.addressee.code()), |one| one.says().ledger.clone());
    let before = ledger.releases();
    let exact: Vec<Exact> = exact.into_iter().filter(|one| !one.is_ended).map(|one| one.says().clone()).collect();
    let below = cx.programme.withhold_below;
    let counted = figures.clone();
    // A sum that gives somebody away is for who may see whom it is of.
    let explains = cx.could_at_all(Action::SeeRows);
    let judging = move || judge(&counted, &ledger, &exact, (below, explains));
    let (judged, explained) =
        tokio::task::spawn_blocking(judging).await.map_err(|_| crate::facts::impossible("figure"))??;
    let sections = template.sections.iter().map(|section| {
        let says = texts.iter().filter(|text| !text.is_ended).map(|text| text.says());
        let stands = standing(says, &template.key, &section.key, year).filter(|_| section.has_text);
        let kept = stands.and_then(|stands| texts.iter().find(|text| std::ptr::eq(text.says(), stands)));
        DraftSection {
            section: section.clone(),
            kept: kept.map(|kept| Kept {
                id: kept.id,
                version: kept.version,
                year: kept.says().year,
                text: kept.says().text.clone(),
            }),
            quotations: quotations.remove(&section.key).filter(|_| section.has_text).unwrap_or_default(),
            lacks: section.draws.iter().flat_map(|what| lacks(*what, cx, &record, locale)).collect(),
            drawn: section
                .draws
                .iter()
                .filter_map(|what| draw(*what, cx, &record, (&figures, &judged), asked.as_of, locale))
                .collect(),
        }
    });
    let sections: Vec<DraftSection> = sections.collect();
    let of_same = releases
        .iter()
        .map(|one| one.says())
        .filter(|one| one.asked.template == template.key && one.asked.addressee == asked.addressee);
    let number = of_same.map(|one| one.number).max().unwrap_or(0) + 1;
    let called = called(&sections, locale);
    let narrowed = judged.narrowed().iter().filter(|_| explains).cloned().collect();
    Ok(Draft {
        number,
        called,
        asked,
        locale,
        sections,
        judged,
        explained,
        narrowed,
        releases: before,
        logo,
        toml,
        figures,
        told: version,
        template,
    })
}

/// What may leave, beside all that the audience has been told, and what each other cell that is withheld would give away.
fn judge(
    figures: &[Figure],
    ledger: &Ledger,
    exact: &[Exact],
    (below, explains): (u32, bool),
) -> Result<(Judged, BTreeMap<String, GivesAway>)> {
    let mut all = Figures::new();
    leave_together(figures, &mut all).map_err(|fault| Error::Refused(fault.to_string()))?;
    let agreements: Vec<_> = exact.iter().map(|one| one.agreement(all.keys())).collect();
    let judged = all.release(below, ledger, &agreements);
    let explained = if explains { judged.explain() } else { Vec::new() };
    let explained = explained.into_iter().map(|gives| (gives.cell.clone(), gives)).collect();
    Ok((judged, explained))
}

/// What every count is called.
fn called(sections: &[DraftSection], locale: Locale) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for drawn in sections.iter().flat_map(|section| &section.drawn) {
        let Drawn::Figure { team, .. } = drawn else { continue };
        for (key, called) in counts_called(team, locale) {
            all.entry(key.to_owned()).or_insert(called);
        }
    }
    all
}
