//! Rules and changes in words.

use app::view::rules::{By, Kept};
use domain::programme::change::{Change, Number};
use domain::programme::{Programme, Text};
use render::{Words, day};

use super::Fact;

/// A change in words: the field, before, after.
pub(super) struct ChangeHtml {
    pub(super) what: String,
    pub(super) before: String,
    pub(super) after: String,
}

fn title(t: &Words, text: &Text) -> String {
    if text.da == text.en { text.da.clone() } else { format!("{} · {}", own(t, text), other(t, text)) }
}

fn own<'a>(t: &Words, text: &'a Text) -> &'a str {
    t.locale().of(text)
}

fn other<'a>(t: &Words, text: &'a Text) -> &'a str {
    if own(t, text) == text.da { &text.en } else { &text.da }
}

/// The name of a number among the rules.
pub(super) fn number(t: &Words, number: Number) -> &str {
    t.code("rules", number.code())
}

/// The changes of a version, or before it is saved. `instrument` says what an instrument is called.
pub(super) fn changes(t: &Words, all: &[Change], instrument: &dyn Fn(&str) -> String) -> Vec<ChangeHtml> {
    let none = || t.say("rules-none").to_owned();
    let line = |what: &str, before: String, after: String| ChangeHtml { what: what.to_owned(), before, after };
    all.iter()
        .map(|change| match change {
            Change::Title(before, after) => line(t.say("rules-title"), title(t, before), title(t, after)),
            Change::Number(which, before, after) => line(number(t, *which), before.to_string(), after.to_string()),
            Change::Funding(before, after) => {
                line(t.say("rules-funding"), day::period(t, *before), day::period(t, *after))
            }
            Change::WindowMoved(before, after) => {
                line(t.say("rules-window"), day::period(t, *before), day::period(t, *after))
            }
            Change::WindowAdded(window) => line(t.say("rules-window"), none(), day::period(t, *window)),
            Change::WindowRemoved(window) => line(t.say("rules-window"), day::period(t, *window), none()),
            Change::Enrolling(before, after) => line(t.say("rules-enrolling"), instrument(before), instrument(after)),
            Change::InstrumentAdded(key) => line(t.say("rules-instrument"), none(), instrument(key)),
            Change::InstrumentRemoved(key) => line(t.say("rules-instrument"), instrument(key), none()),
            Change::InstrumentsInOrder => {
                line(t.say("rules-instruments"), String::new(), t.say("rules-order").to_owned())
            }
            Change::TimeZone(before, after) => line(t.say("rules-zone"), before.clone(), after.clone()),
            Change::AreaAdded(area) => line(t.say("rules-area"), none(), title(t, &area.name)),
            Change::AreaRenamed(before, after) => line(t.say("rules-area"), title(t, before), title(t, after)),
            Change::AreaRetired(area) => {
                line(own(t, &area.name), t.say("rules-in-use").to_owned(), t.say("rules-retired").to_owned())
            }
            Change::AreaBack(area) => {
                line(own(t, &area.name), t.say("rules-retired").to_owned(), t.say("rules-in-use").to_owned())
            }
            Change::AreaRemoved(area) => line(t.say("rules-area"), title(t, &area.name), none()),
            Change::AreasInOrder => line(t.say("rules-areas"), String::new(), t.say("rules-order").to_owned()),
        })
        .collect()
}

/// The rules, for reading.
pub(super) fn facts(t: &Words, rules: &Programme, instrument: &dyn Fn(&str) -> String) -> Vec<Fact> {
    let one = |what: &str, is: String| Fact { what: what.to_owned(), is: vec![is] };
    let mut facts = vec![
        one(t.say("rules-title"), title(t, &rules.title)),
        one(t.say("rules-funding"), day::period(t, rules.funding)),
        Fact {
            what: t.say("rules-windows").to_owned(),
            is: rules.recruitment.iter().map(|window| day::period(t, *window)).collect(),
        },
    ];
    facts.extend(Number::ALL.iter().map(|which| one(number(t, *which), which.of(rules).to_string())));
    facts.push(Fact {
        what: t.say("rules-instruments").to_owned(),
        is: rules.instruments.iter().map(|key| instrument(key)).collect(),
    });
    facts.push(one(t.say("rules-enrolling"), instrument(&rules.enrolling_instrument)));
    let area = |area: &domain::programme::GoalArea| match area.retired {
        true => format!("{} ({})", own(t, &area.name), t.say("rules-retired")),
        false => own(t, &area.name).to_owned(),
    };
    if !rules.goal_areas.is_empty() {
        facts.push(Fact { what: t.say("rules-areas").to_owned(), is: rules.goal_areas.iter().map(area).collect() });
    }
    facts
}

/// Who saved a version and when.
pub(super) fn by(t: &Words, kept: &Kept) -> String {
    let who = match &kept.by {
        By::Person(name) => name.reveal().clone(),
        By::Operator(name) => t.say_of("rules-operator", "name", name),
    };
    let at = format!("{} {}", day::medium(t, kept.at.date()), day::clock(t, kept.at));
    t.say_with("rules-by", &[("who", who.as_str().into()), ("at", at.as_str().into())])
}
