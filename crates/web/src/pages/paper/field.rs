//! The fields of a paper's form: how each is filled in, what its lists are made of, how what was typed is read.

use app::{App, Cx, Error};
use chrono::NaiveDate;
use domain::code::{PaperKind, UnknownCode};
use domain::knowledge::Note;
use domain::organisation::{Group, Unit};
use domain::refusal::{Code, Refusal};
use domain::template::Template;
use render::Words;
use uuid::Uuid;

use crate::form::Choice;
use crate::sent::Sent;
use crate::typed::{maybe_day, needed_day};

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Control {
    Text,
    Words,
    Day,
    Chips,
    Checks,
    Select,
    /// A heading between fields, with its words below.
    Heading,
}

/// A field of a form.
#[derive(Clone, Debug)]
pub(in crate::pages) struct Field {
    pub(in crate::pages) name: String,
    pub(in crate::pages) label: String,
    pub(in crate::pages) hint: String,
    pub(in crate::pages) control: Control,
    pub(in crate::pages) choices: Vec<Choice>,
    pub(in crate::pages) rows: u8,
}

impl Field {
    pub(in crate::pages) fn new(control: Control, name: impl Into<String>, label: &str) -> Self {
        Self { name: name.into(), label: label.to_owned(), hint: String::new(), control, choices: Vec::new(), rows: 4 }
    }

    pub(in crate::pages) fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.hint);
        self
    }

    pub(in crate::pages) fn of(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// What a value is called.
    pub(in crate::pages) fn said(&self, value: &str) -> String {
        let chosen = self.choices.iter().find(|choice| choice.value == value);
        chosen.map_or_else(|| value.to_owned(), |choice| choice.text.clone())
    }
}

/// What a form's lists are made of.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct Lists {
    pub(in crate::pages) people: Vec<Choice>,
    pub(in crate::pages) units: Vec<Choice>,
    pub(in crate::pages) groups: Vec<Choice>,
    pub(in crate::pages) notes: Vec<Choice>,
    pub(in crate::pages) templates: Vec<Choice>,
}

impl Lists {
    /// The lists that a kind's form needs.
    pub(in crate::pages) async fn load(app: &App, cx: &Cx, t: &Words, kind: PaperKind) -> Result<Self, Error> {
        let mut lists = Self::default();
        let first = || Choice::new("", t.say("effort-choose"));
        let chosen = |all: Vec<(Uuid, String)>| {
            let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
            std::iter::once(first()).chain(all).collect::<Vec<_>>()
        };
        if matches!(kind, PaperKind::Post | PaperKind::Seat | PaperKind::Decision) {
            let people = app::paper::people(app, cx).await?.choices();
            let people = people.into_iter().map(|(who, name)| Choice::new(who.key(), name.into_revealed()));
            lists.people = std::iter::once(first()).chain(people).collect();
        }
        if kind == PaperKind::Post {
            let units = app::paper::choices::<Unit>(app, cx).await?;
            lists.units = chosen(units.iter().map(|unit| (unit.id, unit.says().name.clone())).collect());
        }
        if matches!(kind, PaperKind::Seat | PaperKind::Meeting) {
            let groups = app::paper::choices::<Group>(app, cx).await?;
            lists.groups = chosen(groups.iter().map(|group| (group.id, group.says().name.clone())).collect());
        }
        if matches!(kind, PaperKind::Sharing | PaperKind::Anchoring) {
            let notes = app::paper::choices::<Note>(app, cx).await?;
            // What nobody has read through cannot be shared, so it cannot be chosen.
            let fit = notes.iter().filter(|note| kind == PaperKind::Anchoring || note.says().reviewed.is_some());
            lists.notes = chosen(fit.map(|note| (note.id, note.says().title.clone())).collect());
        }
        if kind == PaperKind::Regular {
            let templates = app::template::choices(app, cx).await?;
            let choice = |one: &Template| Choice::new(one.key.as_str(), t.locale().of(&one.title));
            lists.templates = templates.iter().map(choice).collect();
        }
        Ok(lists)
    }
}

/// What was typed, read field by field; what cannot be read is kept as a refusal, and something harmless stands for it.
#[derive(Debug, Default)]
pub(in crate::pages) struct Typing(pub(in crate::pages) Vec<Refusal>);

impl Typing {
    fn or<T>(&mut self, field: &'static str, read: Result<T, Code>, instead: T) -> T {
        read.unwrap_or_else(|code| {
            self.0.push(Refusal::new(field, code));
            instead
        })
    }

    /// A day that must be there.
    pub(in crate::pages) fn day(&mut self, sent: &Sent, field: &'static str) -> NaiveDate {
        self.or(field, needed_day(sent, field), NaiveDate::MAX)
    }

    /// A day that may be there.
    pub(in crate::pages) fn maybe_day(&mut self, sent: &Sent, field: &'static str) -> Option<NaiveDate> {
        self.or(field, maybe_day(sent, field), None)
    }

    /// A code that must be chosen.
    pub(in crate::pages) fn code<T>(
        &mut self,
        sent: &Sent,
        field: &'static str,
        parse: impl FnOnce(&str) -> Result<T, UnknownCode>,
        instead: T,
    ) -> T {
        self.or(field, parse(sent.text(field)).map_err(|_| Code::ChoiceNeeded), instead)
    }

    /// A paper that must be chosen.
    pub(in crate::pages) fn id(&mut self, sent: &Sent, field: &'static str) -> Uuid {
        self.or(field, sent.id(field).ok_or(Code::ChoiceNeeded), Uuid::nil())
    }

    /// Somebody who must be chosen.
    pub(in crate::pages) fn who(&mut self, sent: &Sent, field: &'static str) -> domain::paper::Who {
        let read = domain::paper::Who::parse(sent.text(field)).ok_or(Code::WhoNeeded);
        self.or(field, read, domain::paper::Who::Outsider(Uuid::nil()))
    }
}

/// A line of words, without the space around it.
pub(in crate::pages) fn line(sent: &Sent, field: &str) -> String {
    sent.text(field).trim().to_owned()
}

/// Codes as choices, by their words.
pub(in crate::pages) fn coded(t: &Words, list: &str, codes: impl Iterator<Item = &'static str>) -> Vec<Choice> {
    codes.map(|code| Choice::new(code, t.code(list, code))).collect()
}

/// A day as its field shows it.
pub(in crate::pages) fn typed(day: Option<NaiveDate>) -> String {
    day.map(render::day::typed).unwrap_or_default()
}
