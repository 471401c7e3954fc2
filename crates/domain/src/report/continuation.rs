//! `continuation`: what is carried on after the grant and what ends, and what must be handed over (M29). For the final report.

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::{Afterwards, HandingKind, HandingState};
use crate::continuation::{Activity, Handing};

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Continuation {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// Every activity, those carried on first.
    pub activities: Vec<ActivityLine>,
    /// Everything to be handed over, the earliest first.
    pub handover: Vec<HandingLine>,
    /// Activities carried on.
    pub carried_on: u32,
    /// Activities that end.
    pub ends: u32,
    /// Handed over by the day.
    pub handed_over: u32,
    /// Not handed over, and its day is over.
    pub overdue: u32,
    /// Persons with an open course on the day: each must be handed over.
    pub citizens_attached: u32,
    /// Activities and things to be handed over.
    pub n: u32,
    /// Things to be handed over whose receiver is not known.
    pub missing: u32,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActivityLine {
    /// What it is.
    pub activity: String,
    /// What becomes of it.
    pub afterwards: Afterwards,
    /// Who carries it on.
    pub by: Option<String>,
    /// Why.
    pub why: String,
}

/// Something to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandingLine {
    /// What kind.
    pub kind: HandingKind,
    /// What it is.
    pub title: String,
    /// How far it has come on the day.
    pub state: HandingState,
    /// Who hands it over.
    pub by: String,
    /// To whom.
    pub to: Option<String>,
    /// By when.
    pub due: NaiveDate,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

/// Puts the figure together on a day. `attached` is the persons with an open course or clarification (R3).
pub fn continuation(activities: &[Activity], handings: &[Handing], attached: u32, day: NaiveDate) -> Continuation {
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut lines: Vec<ActivityLine> = activities
        .iter()
        .map(|one| ActivityLine {
            activity: one.title.clone(),
            afterwards: one.afterwards,
            by: text(&one.by),
            why: one.why.clone(),
        })
        .collect();
    lines.sort_by(|one, other| (one.afterwards, &one.activity).cmp(&(other.afterwards, &other.activity)));
    let mut handover: Vec<HandingLine> = handings
        .iter()
        .map(|one| {
            // What was handed over later was under way on the day.
            let is_later = one.done_on.is_some_and(|on| on > day);
            HandingLine {
                kind: one.kind,
                title: one.title.clone(),
                state: if is_later { HandingState::UnderWay } else { one.state },
                by: one.by.clone(),
                to: text(&one.to),
                due: one.due,
                done_on: one.done_on.filter(|_| !is_later),
            }
        })
        .collect();
    handover.sort_by(|one, other| (one.due, one.kind, &one.title).cmp(&(other.due, other.kind, &other.title)));
    let is_done = |line: &&HandingLine| line.state == HandingState::Done;
    Continuation {
        definition: "continuation",
        as_of: day,
        carried_on: count(lines.iter().filter(|one| one.afterwards == Afterwards::CarriedOn).count()),
        ends: count(lines.iter().filter(|one| one.afterwards == Afterwards::Ends).count()),
        handed_over: count(handover.iter().filter(is_done).count()),
        overdue: count(handover.iter().filter(|one| !is_done(one) && one.due < day).count()),
        citizens_attached: attached,
        n: count(lines.len() + handover.len()),
        missing: count(handover.iter().filter(|one| one.to.is_none()).count()),
        activities: lines,
        handover,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    #[test]
    fn what_was_handed_over_after_the_day_was_not_handed_over_on_it() {
        let activity = |title: &str, afterwards| Activity {
            title: title.to_owned(),
            afterwards,
            by: String::new(),
            why: "x".to_owned(),
            needs_money: None,
        };
        let handing = |title: &str, to: &str, done: Option<&str>| Handing {
            kind: HandingKind::Data,
            title: title.to_owned(),
            state: if done.is_some() { HandingState::Done } else { HandingState::NotBegun },
            by: "a".to_owned(),
            to: to.to_owned(),
            due: day("2015-11-20"),
            done_on: done.map(day),
        };
        let activities = [activity("B", Afterwards::Ends), activity("A", Afterwards::CarriedOn)];
        let handings = [handing("1", "Arkivet", Some("2015-11-19")), handing("2", " ", Some("2015-11-25"))];
        let on = |text| continuation(&activities, &handings, 19, day(text));
        let then = on("2015-11-23");
        assert_eq!((then.carried_on, then.ends, then.handed_over, then.overdue), (1, 1, 1, 1));
        assert_eq!((then.n, then.missing, then.citizens_attached), (4, 1, 19));
        assert_eq!(then.activities[0].activity, "A");
        assert_eq!((on("2015-11-25").handed_over, on("2015-11-25").overdue), (2, 0));
    }
}
