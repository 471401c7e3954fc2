//! The fields of a filling's form: what each is called, what stands in it, and what was meant by what was typed.
//!
//! `a-stjerne-bolig` is the citizen's answer, `m-…` the worker's where the two disagree, `o-…` the words beside it; a number of the
//! scale, `x` for "not relevant", `d` for "will not answer". `maal-{id}` is what was said of a goal.

use std::collections::BTreeMap;

use app::view::filling::{FillingForm, FillingPage, Notes};
use domain::code::FilledBy;
use domain::filling::{Filling, Review, Whose, takes};
use domain::instrument::{Instrument, Scale};
use domain::personal::Personal;
use domain::reading::Answer;
use render::{day, words};

use crate::reader::Reader;
use crate::sent::Sent;

/// The name of an item's field.
pub(in crate::pages) fn name(what: char, instrument: &Instrument, item: usize) -> String {
    let key = instrument.items.get(item).map_or("", |item| item.key.as_str());
    format!("{what}-{}-{key}", instrument.key)
}

/// An answer as a field holds it.
pub(in crate::pages) fn packed(answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Value(value)) => value.to_string(),
        Some(Answer::NotRelevant) => "x".to_owned(),
        Some(Answer::Declined) => "d".to_owned(),
        None => String::new(),
    }
}

/// What stands in each field.
pub(super) fn values(page: &FillingPage) -> Vec<(String, String)> {
    let form = &page.form;
    let mut values = answers(&page.instruments, &form.filling, form.notes.reveal());
    values.push(("dag".to_owned(), day::typed(form.made_on)));
    values.push(("af".to_owned(), form.filled_by.code().to_owned()));
    for goal in &page.goals {
        let review = form.filling.review(goal.id).map_or("", Review::code);
        values.push((format!("maal-{}", goal.id), review.to_owned()));
    }
    values
}

/// What stands in the fields of some instruments.
pub(in crate::pages) fn answers(instruments: &[Instrument], filling: &Filling, notes: &Notes) -> Vec<(String, String)> {
    let mut values = Vec::new();
    for instrument in instruments {
        for (at, item) in instrument.items.iter().enumerate() {
            values.push((name('a', instrument, at), packed(filling.answer(Whose::Citizen, instrument, at))));
            if matches!(instrument.scale, Scale::Areas { .. }) {
                values.push((name('m', instrument, at), packed(filling.answer(Whose::Worker, instrument, at))));
                let note = notes.get(&instrument.key).and_then(|texts| texts.get(&item.key));
                values.push((name('o', instrument, at), note.cloned().unwrap_or_default()));
            }
        }
    }
    values
}

/// A field and the key of what is wrong with it.
pub(in crate::pages) type Faulty = (String, &'static str);

/// What the form says. What cannot be read stands as it was before, and is told.
pub(super) fn read(sent: &Sent, page: &FillingPage) -> (FillingForm, Vec<Faulty>) {
    let (mut filling, notes, mut faults) = read_answers(sent, &page.instruments);
    for goal in &page.goals {
        filling.set_review(goal.id, Review::parse(sent.text(&format!("maal-{}", goal.id))));
    }
    let made_on = sent.day("dag");
    if made_on.day.is_none() {
        faults.push(("dag".to_owned(), "filling-day-wrong"));
    }
    let form = FillingForm {
        id: sent.id("udfyldning").unwrap_or(page.form.id),
        from: sent.version(),
        made_on: made_on.day.unwrap_or(page.form.made_on),
        filled_by: FilledBy::parse(sent.text("af")).unwrap_or(page.form.filled_by),
        filling,
        notes: Personal::new(notes),
    };
    (form, faults)
}

/// What was answered in the fields of some instruments.
pub(in crate::pages) fn read_answers(sent: &Sent, instruments: &[Instrument]) -> (Filling, Notes, Vec<Faulty>) {
    let mut filling = Filling::default();
    let mut notes = Notes::new();
    let mut faults = Vec::new();
    for instrument in instruments {
        for (at, item) in instrument.items.iter().enumerate() {
            for (what, whose) in [('a', Whose::Citizen), ('m', Whose::Worker)] {
                let field = name(what, instrument, at);
                match answer(instrument, sent.text(&field)) {
                    Ok(None) => {}
                    Ok(answer) if filling.set(whose, instrument, at, answer).is_ok() => {}
                    _ => faults.push((field, "filling-off-scale")),
                }
            }
            if let Some(note) = sent.words(&name('o', instrument, at)) {
                let texts: &mut BTreeMap<String, String> = notes.entry(instrument.key.clone()).or_default();
                texts.insert(item.key.clone(), note.into_revealed());
            }
        }
    }
    (filling, notes, faults)
}

/// What was typed, as an answer; none where nothing was.
fn answer(instrument: &Instrument, typed: &str) -> Result<Option<Answer>, ()> {
    let answer = match typed.trim().to_lowercase().as_str() {
        "" => return Ok(None),
        "x" | "ir" => Answer::NotRelevant,
        "d" | "-" => Answer::Declined,
        number => Answer::Value(number.parse().map_err(|_| ())?),
    };
    if takes(instrument, answer) { Ok(Some(answer)) } else { Err(()) }
}

/// What each field is called where two versions stand side by side.
pub(super) fn labels(reader: &Reader, page: &FillingPage) -> Vec<(String, String)> {
    let t = words(reader.locale);
    let mut labels = vec![("dag".to_owned(), t.say("filling-day").to_owned())];
    for instrument in page.instruments.iter() {
        for (at, item) in instrument.items.iter().enumerate() {
            let text = reader.locale.of(&item.text);
            labels.push((name('a', instrument, at), text.to_owned()));
            if matches!(instrument.scale, Scale::Areas { .. }) {
                labels.push((name('m', instrument, at), t.say_of("filling-worker-of", "area", text)));
                labels.push((name('o', instrument, at), t.say_of("filling-why-of", "area", text)));
            }
        }
    }
    labels
}

/// A field's value in words.
pub(super) fn said(reader: &Reader, value: &str) -> String {
    let t = words(reader.locale);
    match value {
        "" => t.say("filling-open").to_owned(),
        "x" => t.say("filling-not-relevant").to_owned(),
        "d" => t.say("filling-declined").to_owned(),
        other => other.to_owned(),
    }
}
