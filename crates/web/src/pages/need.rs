//! What is missing or due, in words, with where to do it and where to ask for it.

use chrono::NaiveDate;
use domain::completeness::Item;
use domain::desk::{Need, Severity};
use domain::id::CitizenId;
use domain::request::About;
use render::{Words, day};
use serde::Deserialize;

use super::documentation::line::{address, item};
use crate::part::Mark;

/// What it is called.
pub(super) fn name(t: &Words, need: Need, today: NaiveDate) -> String {
    match need {
        Need::Worker => t.say("desk-need-worker").to_owned(),
        Need::Decision => t.say("desk-need-decision").to_owned(),
        Need::Support => t.say("desk-need-support").to_owned(),
        Need::Contact => t.say("desk-need-contact").to_owned(),
        Need::Record(Item::FollowUp(due)) => t.say_of("desk-need-follow-up", "day", &day::brief(t, due, today)),
        Need::Record(one) => t.say_of("desk-need-record", "what", &item(t, one)),
    }
}

/// Where it is done, and the words of the link.
pub(super) fn deed(t: &'static Words, citizen: CitizenId, need: Need) -> (String, &'static str) {
    match need {
        Need::Worker => (format!("/borger/{citizen}/medarbejder"), t.say("desk-do-worker")),
        Need::Decision => (format!("/borger/{citizen}/afklaring"), t.say("desk-do-decision")),
        Need::Support => (format!("/borger/{citizen}/forloeb/aftale"), t.say("desk-do-support")),
        Need::Contact => (format!("/borger/{citizen}/kontakt"), t.say("desk-do-contact")),
        Need::Record(one) => (address(citizen, one), t.say("desk-do-record")),
    }
}

/// Where a worker is asked for it; none where there is nobody to ask.
pub(super) fn ask(citizen: CitizenId, need: Need) -> Option<String> {
    let about = need.about();
    about.need()?;
    let mut to = format!("/borger/{citizen}/spoerg?om={}", about.code);
    if let Some(due) = about.due_on {
        to.push_str(&format!("&dag={due}"));
    }
    if let Some(phase) = about.phase {
        to.push_str(&format!("&fase={phase}"));
    }
    Some(to)
}

/// What an address or a form says that it is about.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(super) om: Option<String>,
    pub(super) dag: Option<String>,
    pub(super) fase: Option<String>,
}

impl Asked {
    /// What is asked for; what cannot be read asks for nothing that there is.
    pub(super) fn about(&self) -> About {
        About {
            code: self.om.clone().unwrap_or_default(),
            due_on: self.dag.as_deref().and_then(crate::field::day),
            phase: self.fase.as_deref().and_then(|phase| phase.parse().ok()),
        }
    }
}

/// How much it matters, in words with a symbol.
pub(super) fn weight(t: &'static Words, severity: Severity) -> Mark {
    let (look, icon, text) = match severity {
        Severity::Urgent => ("mark-care", "warning", t.say("desk-severity-urgent")),
        Severity::Soon => ("mark-soon", "time", t.say("desk-severity-soon")),
        Severity::Note => ("", "info", t.say("desk-severity-note")),
    };
    Mark { look, icon, text: text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::Query;

    #[test]
    fn the_address_that_asks_reads_back_as_what_is_asked_for() {
        let citizen = CitizenId(uuid::Uuid::from_u128(7));
        let due = NaiveDate::from_ymd_opt(2015, 10, 23).unwrap();
        for need in [Need::Support, Need::Record(Item::FollowUp(due)), Need::Record(Item::Shift(2))] {
            let uri: axum::http::Uri = ask(citizen, need).unwrap().parse().unwrap();
            let Query(asked) = Query::<Asked>::try_from_uri(&uri).unwrap();
            assert_eq!(asked.about().need(), Some(need));
        }
        assert_eq!(ask(citizen, Need::Worker), None);
        assert_eq!(Asked::default().about().need(), None);
    }
}
