//! The page of a reading, and the form that corrects it, laid out.

use app::Cx;
use app::view::reading::{ReadingPage, ReadingVersion};
use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::code::FilledBy;
use domain::enrolment::change::Change;
use domain::instrument::Scale;
use domain::reading::Answer;
use render::catalogue::capital;
use render::{Words, day, words};

use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::Frame;
use crate::pages::filling::{fields, place_of};
use crate::part::Done;
use crate::person::{Part, PersonNav};
use crate::reader::Reader;

#[derive(Template)]
#[template(path = "reading.html")]
struct ReadingHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    form: &'a Form,
    done: Option<Done>,
    here: String,
    back: String,
    title: &'a str,
    name: &'a str,
    lead: String,
    is_withdrawn: bool,
    may_correct: bool,
    has_words: bool,
    is_opened: bool,
    rows: Vec<AnswerHtml>,
    consequence: Option<String>,
    reason: Option<String>,
    older: Vec<OlderHtml>,
    licence: &'a str,
}

struct AnswerHtml {
    item: String,
    answer: String,
    worker: Option<String>,
    words: Option<String>,
}

/// A version from before.
struct OlderHtml {
    head: String,
    answers: Vec<(String, String)>,
    reason: Option<String>,
}

/// Lays the page out.
pub(super) fn show(
    cx: &Cx,
    reader: &Reader,
    page: &ReadingPage,
    form: &Form,
    said: Option<(Option<&str>, Option<&str>)>,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let Some((now, before)) = page.versions.split_first() else { return Err(Fault::NotFound) };
    let here = format!("/borger/{}/maaling/{}", page.citizen, page.id);
    let title = t.locale().of(&page.instrument.title);
    let is_opened =
        form.refusals.is_empty() && page.versions.iter().any(|one| one.words.is_some() || one.reason.is_some());
    let said = said.and_then(|(saved, change)| done(t, reader, cx, page, saved?, change).transpose()).transpose()?;
    // The reason of a change stands with the version that it made.
    let older = before.iter().map(|one| older(t, page, one)).collect();
    let html = laid_out(&ReadingHtml {
        f: Frame::new(reader, t.say("reading-title"), place_of(reader), here.clone()),
        nav: PersonNav::new(reader, page.citizen, Part::Overview),
        form,
        done: said,
        back: format!("/borger/{}/udvikling", page.citizen),
        title,
        name: page.name.reveal(),
        lead: lead(t, now),
        is_withdrawn: now.withdrawn,
        may_correct: !now.withdrawn && !page.other_version,
        has_words: page.versions.iter().any(|one| one.has_words || one.has_reason),
        is_opened,
        rows: rows(t, page, now),
        consequence: consequence(t, page.consequence, now.withdrawn),
        reason: now.reason.as_ref().map(|reason| t.say_of("reading-reason", "reason", reason.reveal())),
        older,
        licence: &page.instrument.licence,
        here,
    })?;
    Ok(html.into_response())
}

fn lead(t: &Words, version: &ReadingVersion) -> String {
    let mut lead = t.say_of("reading-made", "day", &day::long(t, version.made_on));
    if let Some(by) = version.filled_by {
        lead.push_str(" · ");
        lead.push_str(t.code("filled-by", by.code()));
    }
    if let Some(by) = &version.by {
        lead.push_str(" · ");
        lead.push_str(&t.say_with(
            "reading-kept",
            &[("name", by.reveal().into()), ("day", (&day::numeric(t, version.at.date())).into())],
        ));
    }
    lead
}

fn rows(t: &'static Words, page: &ReadingPage, version: &ReadingVersion) -> Vec<AnswerHtml> {
    let words = version.words.as_ref().and_then(|words| words.reveal().get(&page.instrument.key).cloned());
    let answer = |answer: Option<Answer>| said(t, page, answer);
    (0..version.answers.0.len())
        .map(|at| {
            let item = page.instrument.items.get(at).filter(|_| !page.other_version);
            let given = version.answers.0.get(at).copied().flatten();
            let worker = version.workers.as_ref().and_then(|workers| workers.0.get(at).copied().flatten());
            AnswerHtml {
                item: item.map_or_else(|| (at + 1).to_string(), |item| t.locale().of(&item.text).to_owned()),
                answer: answer(given),
                worker: worker.filter(|worker| Some(*worker) != given).map(|worker| answer(Some(worker))),
                words: item.and_then(|item| words.as_ref()?.get(&item.key).cloned()),
            }
        })
        .collect()
}

/// An answer in words: the step with what it means, the instrument's own words, or that there is none.
fn said(t: &'static Words, page: &ReadingPage, answer: Option<Answer>) -> String {
    let text = |text| t.locale().of(text).to_owned();
    match (answer, &page.instrument.scale) {
        (None, _) => t.say("filling-open").to_owned(),
        (Some(Answer::NotRelevant), _) => t.say("filling-not-relevant").to_owned(),
        (Some(Answer::Declined), _) => t.say("filling-declined").to_owned(),
        (Some(Answer::Value(value)), _) if page.other_version => value.to_string(),
        (Some(Answer::Value(step)), Scale::Areas { stages, .. }) => {
            let stage = stages.iter().rev().find(|(first, _)| *first <= step);
            stage.map_or_else(|| step.to_string(), |(_, words)| format!("{step} · {}", text(words)))
        }
        (Some(Answer::Value(value)), Scale::Sum { min, answers, .. }) => {
            let words = answers.get(usize::from(value.saturating_sub(*min)));
            words.map_or_else(|| value.to_string(), |words| format!("{value} · {}", text(words)))
        }
        (Some(Answer::Value(value)), Scale::Choices(choices)) => {
            choices.get(usize::from(value)).map_or_else(|| value.to_string(), |choice| text(&choice.text))
        }
    }
}

fn older(t: &'static Words, page: &ReadingPage, version: &ReadingVersion) -> OlderHtml {
    let head = t.say_with("reading-version", &[("n", version.number.into()), ("lead", (&lead(t, version)).into())]);
    let answers = rows(t, page, version).into_iter().map(|row| (row.item, row.answer)).collect();
    let reason = version.reason.as_ref().map(|reason| t.say_of("reading-reason", "reason", reason.reveal()));
    OlderHtml { head, answers, reason }
}

fn consequence(t: &Words, change: Change, is_withdrawn: bool) -> Option<String> {
    match (change, is_withdrawn) {
        (Change::Stays, _) => None,
        (Change::Ends, _) => Some(t.say("reading-would-end").to_owned()),
        (Change::MovesTo(on), _) => Some(t.say_of("reading-would-move", "day", &day::long(t, on))),
        (Change::Begins(on), _) => Some(t.say_of("reading-would-begin", "day", &day::long(t, on))),
    }
}

fn done(
    t: &'static Words,
    reader: &Reader,
    cx: &Cx,
    page: &ReadingPage,
    saved: &str,
    change: Option<&str>,
) -> Result<Option<Done>, Fault> {
    let key = match saved {
        "rettet" => "reading-done-corrected",
        "trukket" => "reading-done-withdrawn",
        "tilbage" => "reading-done-back",
        _ => return Ok(None),
    };
    let more = match change {
        Some("ophaevet") => t.say("reading-did-end"),
        Some("flyttet") => t.say("reading-did-move"),
        Some("begyndt") => t.say("reading-did-begin"),
        _ => "",
    };
    let done = Done { more: more.to_owned(), ..Done::said(t.say(key).to_owned()) };
    let now = page.versions.first().filter(|now| now.withdrawn && saved == "trukket");
    let Some(now) = now else { return Ok(Some(done)) };
    let form_key = cx.form_key().map_err(|error| reader.fault(error))?.0.to_string();
    let fields = vec![("token", reader.token.clone()), ("noegle", form_key), ("version", now.number.to_string())];
    Ok(Some(done.undone_by(t, format!("/borger/{}/maaling/{}/tilbage", page.citizen, page.id), fields)))
}

#[derive(Template)]
#[template(path = "reading-correct.html")]
struct CorrectHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    form: &'a Form,
    here: String,
    title: &'a str,
    name: &'a str,
    by: Vec<Choice>,
    is_star: bool,
    items: Vec<CorrectItem>,
    choices: Vec<Choice>,
}

struct CorrectItem {
    name: String,
    worker: String,
    note: String,
    text: String,
}

/// Lays the form out.
pub(super) fn show_correct(reader: &Reader, page: &ReadingPage, form: &Form) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let here = format!("/borger/{}/maaling/{}", page.citizen, page.id);
    let is_star = matches!(page.instrument.scale, Scale::Areas { .. });
    let mut choices: Vec<Choice> = match &page.instrument.scale {
        Scale::Areas { .. } => crate::pages::filling::steps(&page.instrument),
        Scale::Sum { .. } | Scale::Choices(_) => crate::pages::filling::options(t, &page.instrument),
    };
    choices.insert(0, Choice::new("", t.say("filling-open")));
    choices.push(if is_star {
        Choice::new("x", t.say("filling-not-relevant"))
    } else {
        Choice::new("d", t.say("filling-declined"))
    });
    let item = |at: usize| CorrectItem {
        name: fields::name('a', &page.instrument, at),
        worker: fields::name('m', &page.instrument, at),
        note: fields::name('o', &page.instrument, at),
        text: page.instrument.items.get(at).map(|item| t.locale().of(&item.text).to_owned()).unwrap_or_default(),
    };
    let html = laid_out(&CorrectHtml {
        f: Frame::new(reader, t.say("reading-correct"), place_of(reader), here.clone()),
        nav: PersonNav::new(reader, page.citizen, Part::Overview),
        form,
        title: t.locale().of(&page.instrument.title),
        name: page.name.reveal(),
        by: FilledBy::ALL.iter().map(|by| Choice::new(by.code(), capital(t.code("filling-by", by.code())))).collect(),
        is_star,
        items: (0..page.instrument.items.len()).map(item).collect(),
        choices,
        here,
    })?;
    Ok(html.into_response())
}

/// What each field is called where two versions stand side by side.
pub(super) fn labels(reader: &Reader, page: &ReadingPage) -> Vec<(String, String)> {
    let t = words(reader.locale);
    let mut labels = vec![("dag".to_owned(), t.say("filling-day").to_owned())];
    for (at, item) in page.instrument.items.iter().enumerate() {
        let text = reader.locale.of(&item.text);
        labels.push((fields::name('a', &page.instrument, at), text.to_owned()));
        if matches!(page.instrument.scale, Scale::Areas { .. }) {
            labels.push((fields::name('m', &page.instrument, at), t.say_of("filling-worker-of", "area", text)));
            labels.push((fields::name('o', &page.instrument, at), t.say_of("filling-why-of", "area", text)));
        }
    }
    labels
}
