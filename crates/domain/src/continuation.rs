//! Continuation after the grant (M29): what is carried on and by whom, what ends and why, what must be handed over. What needs money
//! after the funding is not carried on (M24).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::{Afterwards, HandingKind, HandingState, PaperKind};
use crate::paper::{Faults, Paper};
use crate::refusal::{Code, Refusal};

/// An activity and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What it is.
    pub title: String,
    /// What becomes of it.
    pub afterwards: Afterwards,
    /// Who carries it on.
    pub by: String,
    /// Why.
    pub why: String,
    /// Whether it needs money after the funding; asked where it is carried on.
    pub needs_money: Option<bool>,
}

impl Paper for Activity {
    const KIND: PaperKind = PaperKind::Activity;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        let goes_on = self.afterwards == Afterwards::CarriedOn;
        faults.line("titel", &self.title).short("af", &self.by);
        faults.refuse(goes_on && self.by.trim().is_empty(), "af", Code::WhoNeeded);
        faults.refuse(self.why.trim().is_empty(), "hvorfor", Code::ReasonNeeded).text("hvorfor", &self.why);
        faults.refuse(goes_on && self.needs_money.is_none(), "penge", Code::ChoiceNeeded);
        faults.refuse(goes_on && self.needs_money == Some(true), "penge", Code::NeedsMoney);
        faults.0
    }
}

/// Something that must be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    /// What kind.
    pub kind: HandingKind,
    /// What it is.
    pub title: String,
    /// How far it has come.
    pub state: HandingState,
    /// Who hands it over.
    pub by: String,
    /// To whom; empty where not known yet.
    pub to: String,
    /// By when.
    pub due: NaiveDate,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

impl Handing {
    /// Whether its day is over and it is not handed over.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.state != HandingState::Done && self.due < day
    }
}

impl Paper for Handing {
    const KIND: PaperKind = PaperKind::Handing;

    fn check(&self, today: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        let is_done = self.state == HandingState::Done;
        faults.line("titel", &self.title).short("af", &self.by).short("modtager", &self.to);
        faults.refuse(self.by.trim().is_empty(), "af", Code::WhoNeeded);
        faults.refuse(is_done && self.to.trim().is_empty(), "modtager", Code::WhoNeeded);
        faults.refuse(is_done && self.done_on.is_none(), "gjort", Code::DayNeeded).past("gjort", self.done_on, today);
        faults.refuse(!is_done && self.done_on.is_some(), "tilstand", Code::ChoiceNeeded);
        faults.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn activity(afterwards: Afterwards, needs_money: Option<bool>) -> Vec<Code> {
        let by = if afterwards == Afterwards::CarriedOn { "Hjemløseenheden" } else { "" };
        let activity = Activity {
            title: "Netværksmøder".to_owned(),
            afterwards,
            by: by.to_owned(),
            why: "Det virker".to_owned(),
            needs_money,
        };
        activity.check(day("2015-11-23")).into_iter().map(|one| one.code).collect()
    }

    #[test]
    fn what_needs_money_after_the_funding_is_not_carried_on_and_the_question_is_asked() {
        assert_eq!(activity(Afterwards::CarriedOn, Some(false)), []);
        assert_eq!(activity(Afterwards::CarriedOn, Some(true)), [Code::NeedsMoney]);
        assert_eq!(activity(Afterwards::CarriedOn, None), [Code::ChoiceNeeded]);
        assert_eq!(activity(Afterwards::Ends, Some(true)), [], "it ends, so nothing is asked");
    }

    #[test]
    fn something_handed_over_has_a_day_and_a_receiver() {
        let handing = |state, to: &str, done: Option<&str>| Handing {
            kind: HandingKind::Data,
            title: "Registret".to_owned(),
            state,
            by: "Koordinatoren".to_owned(),
            to: to.to_owned(),
            due: day("2015-11-20"),
            done_on: done.map(day),
        };
        let codes =
            |handing: Handing| handing.check(day("2015-11-23")).into_iter().map(|one| one.code).collect::<Vec<_>>();
        assert_eq!(codes(handing(HandingState::Done, "", None)), [Code::WhoNeeded, Code::DayNeeded]);
        assert_eq!(codes(handing(HandingState::UnderWay, "", Some("2015-11-20"))), [Code::ChoiceNeeded]);
        assert_eq!(codes(handing(HandingState::Done, "Arkivet", Some("2015-11-24"))), [Code::InTheFuture]);
        assert_eq!(codes(handing(HandingState::NotBegun, "", None)), [], "whom it goes to may come later");
        assert!(handing(HandingState::UnderWay, "", None).is_overdue(day("2015-11-21")));
        assert!(!handing(HandingState::Done, "x", Some("2015-11-20")).is_overdue(day("2015-12-01")));
    }
}
