//! What a phase demands (R18), each demand met, still ahead, not met or not relevant, with what there is and what it takes.
//!
//! The indicators of `fidelity.rs` judge a whole course; these are the same questions asked phase by phase while there is time.
//! To add a demand: a variant, its line in [`of_phase`], its words in `locales/`.

use chrono::{Months, NaiveDate};

use crate::day::add_days;
use crate::facts::Contact;
use crate::fidelity::{Case, Indicator, Verdict, contacts, phases};
use crate::phase::{FOCUS_AREAS, Phase, SHIFT_TOLERANCE_DAYS};
use crate::programme::Period;

/// What is demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The shift to the phase, within 14 days of its planned day.
    Shift,
    /// A plan: a goal worked on, or the plan gone through.
    Plan,
    /// One to three focus areas.
    FocusAreas,
    /// Two contacts in the first month.
    FirstMonth,
    /// Three meetings with the citizen outside the office.
    OutsideMeetings,
    /// Two contacts with network or providers.
    Support,
    /// Fewer contacts a month than in the phase before.
    FewerContacts,
    /// Continued support agreed a month before the planned end.
    SupportAgreed,
    /// The phase looked back on, with the plan gone through.
    Review,
    /// The closing meeting.
    ClosingMeeting,
}

impl Kind {
    /// The demand's code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Plan => "plan",
            Self::FocusAreas => "focus",
            Self::FirstMonth => "first-month",
            Self::OutsideMeetings => "outside",
            Self::Support => "support",
            Self::FewerContacts => "fewer",
            Self::SupportAgreed => "agreed",
            Self::Review => "review",
            Self::ClosingMeeting => "meeting",
        }
    }
}

/// How a demand stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is met.
    Met,
    /// There is time still.
    NotYet,
    /// The time has passed.
    NotMet,
    /// It does not concern the course.
    NotRelevant,
}

impl From<Verdict> for State {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::NotMet => Self::NotMet,
            Verdict::TooEarly => Self::NotYet,
            Verdict::NotRelevant(_) => Self::NotRelevant,
        }
    }
}

/// One demand of a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Which.
    pub kind: Kind,
    /// How it stands.
    pub state: State,
    /// How many there are of how many it takes, where it is a number.
    pub count: Option<(usize, usize)>,
    /// The last day for it, where it has one.
    pub by: Option<NaiveDate>,
}

/// What a phase of the course demands, in the order of the phase.
pub fn of_phase(case: &Case<'_>, phase: &Phase) -> Vec<Demand> {
    let plain = |kind, verdict: Verdict, by| Demand { kind, state: verdict.into(), count: None, by: Some(by) };
    let end = phase.days.to;
    let before = case.phases.iter().find(|before| before.number + 1 == phase.number);
    let mut demands = Vec::new();
    if before.is_some() {
        let by = add_days(phase.days.from, SHIFT_TOLERANCE_DAYS);
        demands.push(plain(Kind::Shift, phases::shift_on_time(case, phase), by));
    }
    demands.push(plain(Kind::Plan, phases::plan_in(case, phase), end));
    demands.push(focus(case, phase));
    match before {
        None => {
            let month = contacts::first_month(case);
            let counted = |kind, indicator, days: Period, needed, counts: fn(&Contact) -> bool| {
                let lived = Period { from: days.from, to: days.to.min(case.day) };
                let have = contacts::count(case, lived, counts);
                Demand { kind, state: case.judge(indicator).into(), count: Some((have, needed)), by: Some(days.to) }
            };
            let first = phase.days;
            demands.extend([
                counted(
                    Kind::FirstMonth,
                    Indicator::ContactsInFirstMonth,
                    month,
                    contacts::FIRST_MONTH,
                    Contact::is_completed,
                ),
                counted(
                    Kind::OutsideMeetings,
                    Indicator::OutsideMeetings,
                    first,
                    contacts::OUTSIDE,
                    Contact::is_outside_meeting,
                ),
                counted(Kind::Support, Indicator::NetworkContacts, first, contacts::SUPPORT, Contact::reached_support),
            ]);
        }
        Some(before) => {
            let verdict = contacts::fewer_than_before(case, before.days, phase.days);
            demands.push(plain(Kind::FewerContacts, verdict, end));
        }
    }
    demands.push(plain(Kind::Review, phases::reviewed_in(case, phase), end));
    if case.phases.last() == Some(phase) {
        let planned_end = case.plan.planned_end();
        let agreed_by = planned_end.checked_sub_months(Months::new(1)).unwrap_or(planned_end);
        demands.push(plain(Kind::SupportAgreed, case.judge(Indicator::SupportAgreed), agreed_by));
        demands.push(plain(Kind::ClosingMeeting, case.judge(Indicator::ClosingMeeting), planned_end));
    }
    demands
}

/// While the phase runs, one to three areas are as they should be; whether they stay so is told when it is over.
fn focus(case: &Case<'_>, phase: &Phase) -> Demand {
    let have = phases::focus_areas_of(case, phase).len();
    let state = match phases::focus_in(case, phase) {
        Verdict::TooEarly if (1..=FOCUS_AREAS).contains(&have) => State::Met,
        verdict => verdict.into(),
    };
    Demand { kind: Kind::FocusAreas, state, count: Some((have, FOCUS_AREAS)), by: Some(phase.days.to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{ContactKind, MarkKind, Place, With};
    use crate::course::plan;
    use crate::example::{closed, contact, day, enrolled, mark, programme, star};
    use crate::facts::{Course, CourseWork, Mark};
    use crate::fidelity::OverCap;
    use crate::phase::phases;

    /// A demand, how it stands, and how many of how many.
    type Told = (Kind, State, Option<(usize, usize)>);

    /// Enrolled on 2015-01-01: the phases begin on 2015-01-01, 2015-05-01 and 2015-09-01, and the course ends on 2015-12-31.
    fn demands(course: &Course, contacts: Vec<Contact>, number: u32, on: &str) -> Vec<Told> {
        let (programme, work) = (programme(), CourseWork { contacts, goals: Vec::new() });
        let plan = plan(course.enrolled_on(&star()).unwrap(), &programme).unwrap();
        let phases = phases(&plan, &programme, &course.marks);
        let over_cap = OverCap::new();
        let case = Case {
            course,
            work: &work,
            plan: &plan,
            phases: &phases,
            programme: &programme,
            over_cap: &over_cap,
            day: day(on),
        };
        let phase = phases[usize::try_from(number).unwrap() - 1];
        of_phase(&case, &phase).into_iter().map(|demand| (demand.kind, demand.state, demand.count)).collect()
    }

    fn state(demands: &[Told], kind: Kind) -> State {
        demands.iter().find(|demand| demand.0 == kind).unwrap().1
    }

    fn focus_on(on: &str, area: &str) -> Mark {
        Mark { area: Some(area.to_owned()), ..mark(MarkKind::FocusArea, on, Some(1)) }
    }

    #[test]
    fn the_first_phase_counts_its_contacts_as_they_come() {
        let call = || contact("2015-01-05", ContactKind::Call, Some(Place::Telephone), Some(With::Citizen));
        let walk = contact("2015-01-09", ContactKind::Meeting, Some(Place::Outside), Some(With::Citizen));
        let bank = contact("2015-02-20", ContactKind::Call, None, Some(With::Authority));
        let course = enrolled(1, 1, "2015-01-01");
        let told = demands(&course, vec![call(), walk, bank], 1, "2015-02-25");
        assert!(told.contains(&(Kind::FirstMonth, State::Met, Some((2, 2)))), "{told:?}");
        assert!(told.contains(&(Kind::OutsideMeetings, State::NotYet, Some((1, 3)))), "{told:?}");
        assert!(told.contains(&(Kind::Support, State::NotYet, Some((1, 2)))), "{told:?}");
        assert_eq!(state(&demands(&course, vec![call()], 1, "2015-02-25"), Kind::FirstMonth), State::NotMet);
    }

    #[test]
    fn focus_areas_are_met_while_the_phase_runs_and_a_fourth_is_too_many() {
        let mut course = enrolled(1, 1, "2015-01-01");
        assert_eq!(state(&demands(&course, vec![], 1, "2015-02-01"), Kind::FocusAreas), State::NotYet);
        course.marks.push(focus_on("2015-01-10", "bolig"));
        assert_eq!(state(&demands(&course, vec![], 1, "2015-02-01"), Kind::FocusAreas), State::Met);
        course.marks.extend(["oekonomi", "netvaerk", "sundhed"].map(|area| focus_on("2015-01-11", area)));
        assert_eq!(state(&demands(&course, vec![], 1, "2015-02-01"), Kind::FocusAreas), State::NotMet);
    }

    #[test]
    fn a_shift_and_a_review_belong_to_their_phase() {
        let mut course = enrolled(1, 1, "2015-01-01");
        course.marks = vec![
            mark(MarkKind::PlanReviewed, "2015-05-03", Some(1)),
            mark(MarkKind::PhaseShift, "2015-05-03", Some(2)),
        ];
        assert_eq!(state(&demands(&course, vec![], 1, "2015-06-01"), Kind::Review), State::Met);
        let second = demands(&course, vec![], 2, "2015-06-01");
        assert_eq!((state(&second, Kind::Shift), state(&second, Kind::Review)), (State::Met, State::NotYet));
        assert_eq!(state(&demands(&course, vec![], 2, "2015-09-01"), Kind::Review), State::NotMet);
    }

    #[test]
    fn only_the_last_phase_asks_for_an_agreement_and_a_closing_meeting() {
        let course = enrolled(1, 1, "2015-01-01");
        let kinds =
            |number| demands(&course, vec![], number, "2015-06-01").iter().map(|demand| demand.0).collect::<Vec<_>>();
        assert!(!kinds(1).contains(&Kind::ClosingMeeting) && !kinds(1).contains(&Kind::Shift));
        assert!(kinds(3).contains(&Kind::ClosingMeeting) && kinds(3).contains(&Kind::SupportAgreed));
        assert_eq!(state(&demands(&course, vec![], 3, "2015-12-01"), Kind::SupportAgreed), State::NotMet);
        assert_eq!(state(&demands(&course, vec![], 3, "2015-11-30"), Kind::SupportAgreed), State::NotYet);
    }

    #[test]
    fn phases_that_a_closed_course_never_reached_demand_nothing() {
        let course = closed(enrolled(1, 1, "2015-01-01"), "2015-03-01");
        let told = demands(&course, vec![], 2, "2015-06-01");
        assert!(told.iter().all(|demand| demand.1 == State::NotRelevant), "{told:?}");
    }
}
