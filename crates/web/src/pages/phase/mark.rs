//! `/borger/{id}/forloeb/{slags}`: one thing to mark on a course, a form each.

use app::phase::Said;
use app::view::phase::{PhaseAsk, PhasePage};
use app::{Error, unsent};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use chrono::NaiveDate;
use domain::id::CitizenId;
use domain::personal::Personal;
use render::{Words, day};
use serde::Deserialize;

use super::{address, place};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::form::{Choice, Form, Versions};
use crate::frame::Frame;
use crate::pages::who::{Who, citizen_of};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Shift,
    Focus,
    Review,
    Interruption,
    Boundary,
    Agreed,
    Meeting,
}

impl Kind {
    const ALL: [Self; 7] =
        [Self::Shift, Self::Focus, Self::Review, Self::Interruption, Self::Boundary, Self::Agreed, Self::Meeting];

    /// The word of its address.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Shift => "faseskift",
            Self::Focus => "fokus",
            Self::Review => "tilbageblik",
            Self::Interruption => "afbrydelse",
            Self::Boundary => "graense",
            Self::Agreed => "aftale",
            Self::Meeting => "samtale",
        }
    }

    /// What a word of an address names.
    pub(crate) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What it is called.
    pub(crate) fn title(self, t: &'static Words) -> &'static str {
        t.say(match self {
            Self::Shift => "do-shift",
            Self::Focus => "do-focus",
            Self::Review => "do-review",
            Self::Interruption => "do-interruption",
            Self::Boundary => "do-boundary",
            Self::Agreed => "do-agreed",
            Self::Meeting => "do-meeting",
        })
    }

    fn lead(self, t: &'static Words) -> &'static str {
        t.say(match self {
            Self::Shift => "do-shift-lead",
            Self::Focus => "do-focus-lead",
            Self::Review => "do-review-lead",
            Self::Interruption => "do-interruption-lead",
            Self::Boundary => "do-boundary-lead",
            Self::Agreed => "do-agreed-lead",
            Self::Meeting => "do-meeting-lead",
        })
    }
}

/// What each of the rules' fields is called here.
const FIELDS: [(&str, &str); 8] = [
    ("phase", "fase"),
    ("on", "dag"),
    ("from", "dag"),
    ("to", "til"),
    ("words", "ord"),
    ("worked", "virkede"),
    ("areas", "omraader"),
    ("now", "nu"),
];

/// Which phase, and for a boundary which day.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    fase: Option<u32>,
    dag: Option<String>,
}

impl Asked {
    fn boundary(&self) -> Option<(u32, NaiveDate)> {
        Some((self.fase?, DayField::read(self.dag.clone()).day?))
    }
}

/// The form.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((id, word)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let (citizen, kind) = (citizen_of(&id)?, Kind::named(&word).ok_or(Fault::NotFound)?);
    let fault = |error| reader.fault(error);
    let ask = PhaseAsk { boundary: asked.boundary().filter(|_| kind == Kind::Boundary) };
    let page = app::phase::page(&site.app, &cx, citizen, ask).await.map_err(fault)?;
    may_be_marked(&page, kind)?;
    let form = Form::fresh(&site.app, &cx, &reader, of(citizen, kind), Some(citizen)).await.map_err(fault)?;
    let usual = usual(&page, kind, &asked);
    let form = form.filled(0, &usual.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>());
    show(&reader, &page, kind, &form, &asked)
}

/// Marks.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((id, word)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (citizen, kind) = (citizen_of(&id)?, Kind::named(&word).ok_or(Fault::NotFound)?);
    let once = sent.check(&reader)?;
    let t = render::words(reader.locale);
    let fault = |error| reader.fault(error);
    let draft = of(citizen, kind);
    let faults = day_faults(kind, &sent);
    let answer = match said(t, kind, &sent) {
        Some(said) if faults.is_empty() => app::phase::mark(&site.app, &cx, once, citizen, said).await,
        _ => Err(Error::Refusals(Vec::new())),
    };
    match answer {
        Ok(()) => {
            unsent::throw_away(&site.app, &cx, &draft).await.map_err(fault)?;
            let to = if kind == Kind::Meeting { format!("/borger/{citizen}/afslutning") } else { address(citizen) };
            Ok(see_other(&format!("{to}?gemt={}", kind.word())))
        }
        Err(error) => {
            let asked = Asked { fase: sent.text("fase").parse().ok(), dag: Some(sent.text("dag").to_owned()) };
            let ask = PhaseAsk { boundary: asked.boundary().filter(|_| kind == Kind::Boundary) };
            let page = app::phase::page(&site.app, &cx, citizen, ask).await.map_err(fault)?;
            let mine: Vec<String> = sent.all("omraader").map(str::to_owned).collect();
            let form = Form::again(&cx, &reader, draft, Some(citizen), sent).map_err(fault)?;
            let mut form = form.refused(error, &FIELDS).map_err(fault)?;
            for field in faults {
                form.fault(field, &format!("{}.", t.say("day-wrong")));
            }
            if form.is_stale() && kind == Kind::Focus {
                let number = asked.fase.unwrap_or_default();
                let theirs = page.phases.iter().find(|phase| phase.number == number).map(|phase| phase.focus.clone());
                let names = |keys: &[String]| named(t, &page, keys).join(", ");
                let label = t.say("focus-areas").to_owned();
                form.versions.push(Versions { label, mine: names(&mine), theirs: names(&theirs.unwrap_or_default()) });
            }
            Ok((form.status(), show(&reader, &page, kind, &form, &asked)?).into_response())
        }
    }
}

fn may_be_marked(page: &PhasePage, kind: Kind) -> Result<(), Fault> {
    let may = if kind == Kind::Boundary { page.may_move } else { page.may_mark };
    if may { Ok(()) } else { Err(Fault::NotFound) }
}

/// The form's address: where a draft of it is found again.
fn of(citizen: CitizenId, kind: Kind) -> String {
    format!("{}/{}", address(citizen), kind.word())
}

/// The fields of days that hold none.
fn day_faults(kind: Kind, sent: &Sent) -> Vec<&'static str> {
    let mut faults = Vec::new();
    if sent.day("dag").day.is_none() {
        faults.push("dag");
    }
    if kind == Kind::Interruption && sent.day("til").fault.is_some() {
        faults.push("til");
    }
    faults
}

/// What a form says; none where its day is none.
fn said(t: &Words, kind: Kind, sent: &Sent) -> Option<Said> {
    let on = sent.day("dag").day?;
    // A phase that is none is refused by the rules.
    let phase = sent.text("fase").parse().unwrap_or(0);
    let words = sent.words("ord").unwrap_or_default();
    let all = |name| sent.all(name).map(str::to_owned).collect();
    Some(match kind {
        Kind::Shift => Said::Shift { phase, on, words },
        Kind::Focus => Said::Focus { phase, areas: all("omraader"), were: all("var"), on },
        Kind::Review => {
            let (worked, now) = (sent.words("virkede").unwrap_or_default(), sent.words("nu").unwrap_or_default());
            let both = [("worked", worked.reveal().as_str().into()), ("now", now.reveal().as_str().into())];
            let key = if now.reveal().is_empty() { "review-worked" } else { "review-both" };
            Said::Review { phase, on, note: Personal::new(t.say_with(key, &both)), worked }
        }
        Kind::Interruption => Said::Interruption { from: on, to: sent.day("til").day, words },
        Kind::Boundary => Said::Boundary { phase, on, words },
        Kind::Agreed => Said::Agreed { on, words },
        Kind::Meeting => Said::Meeting { on, words },
    })
}

/// What stands in an untouched form: today, the phase asked about or the one that is next, the areas chosen now.
fn usual(page: &PhasePage, kind: Kind, asked: &Asked) -> Vec<(&'static str, String)> {
    let now = page.phases.iter().find(|phase| phase.is_now).map(|phase| phase.number);
    let next = page.phases.iter().skip(1).find(|phase| phase.shifted_on.is_none()).map(|phase| phase.number);
    let usual = if kind == Kind::Shift { next } else { now };
    let phase = asked.fase.or(usual).unwrap_or(1);
    let mut fields = vec![("dag", day::typed(page.day)), ("fase", phase.to_string())];
    if kind == Kind::Focus {
        let chosen = page.phases.iter().find(|one| one.number == phase).map(|one| one.focus.clone());
        fields.extend(chosen.unwrap_or_default().into_iter().map(|area| ("omraader", area)));
    }
    if kind == Kind::Boundary {
        fields.retain(|(name, _)| *name != "dag");
        fields.extend(asked.dag.clone().map(|dag| ("dag", dag)));
    }
    fields
}

fn named(t: &'static Words, page: &PhasePage, keys: &[String]) -> Vec<String> {
    let areas = page.goal_areas.iter().filter(|area| keys.contains(&area.key));
    areas.map(|area| t.locale().of(&area.name).to_owned()).collect()
}

#[derive(Template)]
#[template(path = "phase-mark.html")]
struct MarkFormHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who<'a>,
    back: String,
    here: String,
    kind: Kind,
    title: String,
    lead: &'static str,
    form: &'a Form,
    phases: Vec<Choice>,
    areas: Vec<Choice>,
    were: Vec<String>,
    phase: u32,
    planned: Vec<(String, String)>,
    preview: Vec<[String; 3]>,
    preview_refused: Vec<String>,
    dag: String,
}

fn show(reader: &Reader, page: &PhasePage, kind: Kind, form: &Form, asked: &Asked) -> Result<Html<String>, Fault> {
    let t = render::words(reader.locale);
    let here = of(page.id, kind);
    let f = Frame::new(reader, kind.title(t), place(reader, page.is_own), here.clone());
    let number: u32 = form.value("fase").parse().unwrap_or(0);
    let name = |number: u32| t.say_with("band-phase", &[("n", number.into())]);
    let skipped = usize::from(matches!(kind, Kind::Shift | Kind::Boundary));
    let phase = page.phases.iter().find(|phase| phase.number == number);
    let title = match kind {
        Kind::Focus => format!("{} · {}", kind.title(t), name(number)),
        _ => kind.title(t).to_owned(),
    };
    let preview = page.preview.as_ref();
    let days = |period| day::period(t, period);
    laid_out(&MarkFormHtml {
        nav: PersonNav::new(reader, page.id, Part::Course),
        who: Who::new(t, &page.name, &page.heed, &page.standing, page.day),
        back: if kind == Kind::Meeting { format!("/borger/{}/afslutning", page.id) } else { address(page.id) },
        kind,
        title,
        lead: kind.lead(t),
        form,
        phases: page
            .phases
            .iter()
            .skip(skipped)
            .map(|phase| Choice::new(phase.number.to_string(), name(phase.number)))
            .collect(),
        areas: page
            .goal_areas
            .iter()
            .filter(|area| !area.retired || phase.is_some_and(|phase| phase.focus.contains(&area.key)))
            .map(|area| Choice::new(area.key.clone(), t.locale().of(&area.name)))
            .collect(),
        were: phase.map(|phase| phase.focus.clone()).unwrap_or_default(),
        phase: number,
        planned: page
            .phases
            .iter()
            .skip(skipped)
            .map(|phase| (name(phase.number), day::numeric(t, phase.days.from)))
            .collect(),
        preview: preview
            .map(|preview| {
                let rows = preview.before.iter().zip(&preview.after).zip(1u32..);
                rows.map(|((before, after), number)| [name(number), days(*before), days(*after)]).collect()
            })
            .unwrap_or_default(),
        preview_refused: preview
            .map(|preview| {
                preview.refusals.iter().map(|one| format!("{}.", t.code("refusal", one.code.code()))).collect()
            })
            .unwrap_or_default(),
        dag: asked.dag.clone().unwrap_or_default(),
        here,
        f,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        Sent::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect())
    }

    #[test]
    fn every_word_of_an_address_names_what_it_is_the_word_of() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.word()), Some(kind));
        }
        assert_eq!(Kind::named("tilbagefald"), None);
    }

    #[test]
    fn a_review_keeps_both_answers_and_a_day_that_is_none_says_nothing() {
        let t = render::words(render::Locale::Da);
        let form = [("dag", "4.9.2015"), ("fase", "1"), ("virkede", "Turene"), ("nu", "Boligen")];
        let Some(Said::Review { phase, note, worked, .. }) = said(t, Kind::Review, &sent(&form)) else {
            panic!("a review")
        };
        assert_eq!((phase, worked.reveal().as_str()), (1, "Turene"));
        assert_eq!(note.reveal(), "Det virkede: Turene\nNu: Boligen");
        assert!(said(t, Kind::Review, &sent(&[("dag", "31.2.2015")])).is_none());
        assert_eq!(day_faults(Kind::Interruption, &sent(&[("dag", "31.2.2015"), ("til", "i morgen")])), ["dag", "til"]);
    }
}
