//! `/rapporter/tekst`: what the team writes in a section, for a year; with the guidance beside it.

use app::paper::Said;
use app::release::DraftSection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::template::SectionText;
use render::words;
use uuid::Uuid;

use super::draft::Chosen;
use crate::Site;
use crate::fault::Fault;
use crate::form::Form;
use crate::frame::Place;
use crate::pages::paper::form::{Control, Field, Shown, beside, filled, give_at, refused};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// A section that is written in, and the draft it belongs to.
struct Written {
    section: DraftSection,
    template: String,
    title: String,
    year: i32,
    back: String,
}

impl Written {
    /// The paper that holds the year's own words, with its version; none where the words that stand are an earlier year's.
    fn known(&self) -> Option<(Uuid, i64)> {
        self.section.kept.as_ref().filter(|kept| kept.year == self.year).map(|kept| (kept.id, kept.version))
    }

    fn lead(&self, reader: &Reader) -> String {
        let t = words(reader.locale);
        let guidance = reader.locale.of(&self.section.section.guidance);
        let older = self.section.kept.as_ref().filter(|kept| kept.year != self.year);
        let from =
            older.map(|kept| t.say_with("section-from-year", &[("year", kept.year.to_string().as_str().into())]));
        [Some(self.title.as_str()), Some(guidance), from.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }

    fn shown(&self, reader: &Reader) -> Shown {
        let t = words(reader.locale);
        let known = self.known().is_some();
        let mut fields = vec![text_field(reader)];
        if known {
            fields.push(Field::new(Control::Text, "grund", t.say("effort-reason")).hint(t.say("effort-reason-hint")));
        }
        Shown {
            title: "section-title",
            lead: self.lead(reader),
            home: (self.back.clone(), "section-back"),
            fields,
            ending: None,
        }
    }
}

fn text_field(reader: &Reader) -> Field {
    let t = words(reader.locale);
    let mut field = Field::new(Control::Words, "tekst", t.say("section-text")).hint(t.say("section-text-hint"));
    field.rows = 14;
    field
}

async fn find(site: &Site, cx: &app::Cx, reader: &Reader, key: &str, chosen: &Chosen) -> Result<Written, Fault> {
    let asked = chosen.asked(reader).ok_or(Fault::NotFound)?;
    let year = chrono::Datelike::year(&asked.as_of);
    let draft = app::release::draft(&site.app, cx, asked, reader.locale).await.map_err(|error| reader.fault(error))?;
    let section = draft.sections.iter().find(|one| one.section.key == key && one.section.has_text);
    let section = section.ok_or(Fault::NotFound)?.clone();
    Ok(Written {
        title: reader.locale.of(&section.section.title).to_owned(),
        template: draft.template.key.clone(),
        back: chosen.address(),
        section,
        year,
    })
}

fn place(key: &str, chosen: &Chosen) -> String {
    format!("/rapporter/tekst/{key}?{}", chosen.query())
}

/// The form.
pub(crate) async fn edit(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(key): Path<String>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Fault> {
    if !crate::frame::may(&reader, domain::access::Action::KeepReports) {
        return Err(reader.fault(app::Error::Denied));
    }
    let written = find(&site, &cx, &reader, &key, &chosen).await?;
    let form = Form::fresh(&site.app, &cx, &reader, place(&key, &chosen), None).await;
    let version = written.known().map_or(0, |(_, version)| version);
    let values = [("tekst", written.section.text().to_owned())];
    let form = filled(form.map_err(|error| reader.fault(error))?, version, &values);
    give_at(&reader, Place::Figures, written.shown(&reader), form)
}

/// Keeps the words.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(key): Path<String>,
    Query(chosen): Query<Chosen>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let written = find(&site, &cx, &reader, &key, &chosen).await?;
    let text = SectionText {
        template: written.template.clone(),
        section: key.clone(),
        year: written.year,
        text: sent.text("tekst").trim().to_owned(),
    };
    let known = written.known().map(|(id, _)| (id, sent.version()));
    let said = Said { faults: Vec::new(), reason: sent.text("grund") };
    let error = match app::paper::keep(&site.app, &cx, known, &text, said, once).await {
        Ok(_) => {
            let at = place(&key, &chosen);
            app::unsent::throw_away(&site.app, &cx, &at).await.map_err(|error| reader.fault(error))?;
            return Ok(see_other(&format!("{}&gemt=ja#{key}", written.back)));
        }
        Err(error) => error,
    };
    let shown = written.shown(&reader);
    let form = Form::again(&cx, &reader, place(&key, &chosen), None, sent);
    let form = form.and_then(|form| refused(form, error, &shown.fields)).map_err(|error| reader.fault(error))?;
    let form = if form.is_stale() {
        let theirs = [("tekst", written.section.text().to_owned())];
        beside(form, written.known().map_or(0, |(_, version)| version), &shown.fields, &theirs)
    } else {
        form
    };
    give_at(&reader, Place::Figures, shown, form)
}
