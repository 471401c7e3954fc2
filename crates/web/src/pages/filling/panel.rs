//! An instrument and a goal as the page of a filling shows them.

use app::view::citizen::Words as GoalWords;
use app::view::filling::FillingPage;
use domain::filling::{Review, Whose};
use domain::instrument::{Instrument, Scale};
use domain::reading::Answer;
use render::Words;

use super::fields;
use crate::form::Choice;

/// An instrument.
pub(super) struct PanelHtml {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) count: String,
    pub(super) answered: usize,
    pub(super) of: usize,
    pub(super) kind: &'static str,
    pub(super) scale: Vec<Choice>,
    pub(super) items: Vec<ItemHtml>,
    pub(super) licence: String,
}

/// An area, an item or a question.
pub(super) struct ItemHtml {
    /// What its answers' ids begin with; short, because a star has a hundred.
    pub(super) id: String,
    pub(super) is_first: bool,
    pub(super) name: String,
    pub(super) worker: String,
    pub(super) note: String,
    pub(super) text: String,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    pub(super) state: String,
    pub(super) disagree: bool,
    pub(super) rungs: Vec<(String, Vec<String>)>,
    pub(super) options: Vec<Choice>,
    pub(super) next: Option<(String, String)>,
}

/// A goal to go through.
pub(super) struct GoalHtml {
    pub(super) name: String,
    pub(super) said: String,
    pub(super) area: String,
    pub(super) options: Vec<Choice>,
}

/// An instrument as the page shows it.
pub(super) fn panel(t: &'static Words, page: &FillingPage, number: usize, instrument: &Instrument) -> PanelHtml {
    let (answered, of) = (page.form.filling.answered(instrument), instrument.items.len());
    let (kind, count) = match &instrument.scale {
        Scale::Areas { .. } => ("areas", "filling-areas-count"),
        Scale::Sum { .. } => ("sum", "filling-items-count"),
        Scale::Choices(_) => ("choices", if answered > 0 { "filling-choice-given" } else { "filling-choice-open" }),
    };
    PanelHtml {
        number,
        title: t.locale().of(&instrument.title).to_owned(),
        count: t.say_with(count, &[("n", answered.into()), ("of", of.into())]),
        answered,
        of,
        kind,
        scale: options(t, instrument),
        items: (0..of).map(|at| item(t, page, number, instrument, at)).collect(),
        licence: instrument.licence.clone(),
    }
}

fn item(t: &'static Words, page: &FillingPage, number: usize, instrument: &Instrument, at: usize) -> ItemHtml {
    let text = |at: usize| instrument.items.get(at).map(|item| t.locale().of(&item.text).to_owned());
    let answer = page.form.filling.answer(Whose::Citizen, instrument, at);
    let worker = page.form.filling.answer(Whose::Worker, instrument, at).filter(|worker| Some(*worker) != answer);
    let (look, icon, state) = match (answer, worker) {
        (Some(Answer::Value(one)), Some(Answer::Value(other))) => {
            let both = t.say_with("filling-two", &[("one", one.into()), ("other", other.into())]);
            ("area-two", "persons", both)
        }
        (Some(Answer::Value(step)), _) => ("area-done", "check", step.to_string()),
        (Some(Answer::NotRelevant), _) => ("area-na", "minus", t.say("filling-not-relevant").to_owned()),
        (Some(Answer::Declined), _) => ("area-na", "minus", t.say("filling-declined").to_owned()),
        (None, _) => ("area-todo", "", t.say("filling-open").to_owned()),
    };
    ItemHtml {
        id: format!("s{number}-{at}"),
        is_first: at == 0,
        name: fields::name('a', instrument, at),
        worker: fields::name('m', instrument, at),
        note: fields::name('o', instrument, at),
        text: text(at).unwrap_or_default(),
        look,
        icon,
        state,
        disagree: worker.is_some(),
        rungs: rungs(t, instrument),
        options: options(t, instrument),
        next: text(at + 1).map(|text| (fields::name('a', instrument, at + 1), text)),
    }
}

/// The scale in full: each stage in words with its steps.
fn rungs(t: &Words, instrument: &Instrument) -> Vec<(String, Vec<String>)> {
    let Scale::Areas { max, stages, .. } = &instrument.scale else { return Vec::new() };
    let ends = stages.iter().skip(1).map(|(first, _)| first.saturating_sub(1)).chain([*max]);
    let rung = |((first, text), last): (&(u8, domain::programme::Text), u8)| {
        (t.locale().of(text).to_owned(), (*first..=last).map(|step| step.to_string()).collect())
    };
    stages.iter().zip(ends).map(rung).collect()
}

/// Every step of a star.
pub(in crate::pages) fn steps(instrument: &Instrument) -> Vec<Choice> {
    let Scale::Areas { min, max, .. } = &instrument.scale else { return Vec::new() };
    (*min..=*max).map(|step| Choice::new(step.to_string(), step.to_string())).collect()
}

/// What can be chosen: the instrument's own answers, the highest first as they are printed, or its choices.
pub(in crate::pages) fn options(t: &Words, instrument: &Instrument) -> Vec<Choice> {
    match &instrument.scale {
        Scale::Areas { .. } => Vec::new(),
        Scale::Sum { min, answers, .. } => {
            let numbered =
                (*min..).zip(answers).map(|(value, text)| Choice::new(value.to_string(), t.locale().of(text)));
            let mut all: Vec<Choice> = numbered.collect();
            all.reverse();
            all
        }
        Scale::Choices(choices) => choices
            .iter()
            .enumerate()
            .map(|(at, choice)| Choice::new(at.to_string(), t.locale().of(&choice.text)))
            .collect(),
    }
}

/// A goal as the page shows it.
pub(super) fn goal(t: &'static Words, goal: &app::view::citizen::Goal) -> GoalHtml {
    let said = match &goal.words {
        GoalWords::Shown(words) => t.say_with("said", &[("words", words.reveal().into())]),
        GoalWords::None | GoalWords::Sealed(_) => t.say("goal-no-words").to_owned(),
    };
    let review = |review: &Review| Choice::new(review.code(), t.code("filling-review", review.code()));
    GoalHtml {
        name: format!("maal-{}", goal.id),
        said,
        area: goal.area.as_ref().map_or_else(|| t.say("goal-outside"), |area| t.locale().of(area)).to_owned(),
        options: Review::ALL.iter().map(review).collect(),
    }
}
