//! Documentation completeness (M25): what should be on a course's record by a day, and what is missing since when.
//!
//! To add an item: a variant, its line in [`completeness`] with the day from which it is asked for, its words in `locales/`.

use chrono::{Months, NaiveDate};

use crate::code::{ClosingReason, MarkKind};
use crate::course::Plan;
use crate::day::{add_days, add_months};
use crate::facts::Course;
use crate::follow_up::{self, follow_ups};
use crate::instrument::Instrument;
use crate::phase::{Phase, SHIFT_TOLERANCE_DAYS};
use crate::programme::Programme;

/// What should be on the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The enquiry.
    Enquiry,
    /// Whether research may use what is recorded was asked.
    Consent,
    /// The first complete star.
    FirstStar,
    /// The citizen's own words beside it.
    OwnWords,
    /// A goal at least.
    Plan,
    /// A follow-up with every instrument, declined, or postponed.
    FollowUp(NaiveDate),
    /// The focus areas of a phase.
    FocusAreas(u32),
    /// The shift to a phase.
    Shift(u32),
    /// The review of a phase.
    Review(u32),
    /// Each need with who carries it on.
    Handover,
    /// The closing meeting.
    ClosingMeeting,
    /// The closing.
    Closing,
}

impl Item {
    /// The item's code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Consent => "consent",
            Self::FirstStar => "star",
            Self::OwnWords => "words",
            Self::Plan => "plan",
            Self::FollowUp(_) => "follow-up",
            Self::FocusAreas(_) => "focus",
            Self::Shift(_) => "shift",
            Self::Review(_) => "review",
            Self::Handover => "handover",
            Self::ClosingMeeting => "meeting",
            Self::Closing => "closing",
        }
    }
}

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is there.
    Done,
    /// It should be there since the day.
    Missing(NaiveDate),
    /// It is asked for from the day; `None` where that is not known yet.
    NotYet(Option<NaiveDate>),
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub item: Item,
    /// How it stands.
    pub state: State,
    /// The keys of the instruments that a follow-up lacks.
    pub instruments: Vec<String>,
}

/// What is told of a course beside its own facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Beside {
    /// Whether an enquiry of the citizen's is known.
    pub has_enquiry: bool,
    /// Whether the consent to research was asked, whatever the answer.
    pub consent_asked: bool,
    /// Whether a star has the citizen's own words.
    pub has_own_words: bool,
    /// Whether there is a goal.
    pub has_goal: bool,
    /// Whether every need has somebody who carries it, with all that belongs to it, and there is one at least.
    pub is_handed_over: bool,
}

/// The whole list of a course.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Completeness {
    /// In the order of a course.
    pub lines: Vec<Line>,
}

impl Completeness {
    /// What is missing, the longest missing first.
    pub fn missing(&self) -> Vec<(&Line, NaiveDate)> {
        let since = |line| match line {
            &Line { state: State::Missing(since), .. } => Some(since),
            _ => None,
        };
        let mut missing: Vec<_> = self.lines.iter().filter_map(|line| Some((line, since(line)?))).collect();
        missing.sort_by_key(|(line, since)| (*since, line.item));
        missing
    }

    /// How many are there of how many that should be by the day.
    pub fn count(&self) -> (usize, usize) {
        let done = self.lines.iter().filter(|line| line.state == State::Done).count();
        (done, done + self.missing().len())
    }
}

/// What is on the record of a course, what is missing, and what comes. A course closed by the day is asked for nothing that lay
/// after its closing; a clarification that led to no course only for the enquiry and the consent.
pub fn completeness(
    course: &Course,
    enrolled: Option<(&Plan, &[Phase])>,
    beside: Beside,
    programme: &Programme,
    instruments: &[Instrument],
    day: NaiveDate,
) -> Completeness {
    let mut list = List { day, closed_on: course.closed_by(day), lines: Vec::new() };
    let began = course.clarification_began_on;
    list.push(Item::Enquiry, beside.has_enquiry, began);
    list.push(Item::Consent, beside.consent_asked, began);
    let Some((plan, phases)) = enrolled else {
        if course.clarification_ended_on.is_none_or(|on| on > day) {
            list.lines.push(Line { item: Item::FirstStar, state: State::NotYet(None), instruments: Vec::new() });
        }
        return Completeness { lines: list.lines };
    };
    list.push(Item::FirstStar, true, plan.enrolled_on());
    list.push(Item::OwnWords, beside.has_own_words, plan.enrolled_on());
    list.push(Item::Plan, beside.has_goal, add_months(plan.enrolled_on(), 1));
    list.follow_ups(course, plan, programme, instruments);
    for phase in phases.iter().filter(|phase| !phase.days.is_empty()) {
        let marked = |kind| course.marks.iter().any(|mark| mark.kind == kind && mark.is_of(phase) && mark.on <= day);
        let begun = add_days(phase.days.from, SHIFT_TOLERANCE_DAYS + 1);
        if phase.number > 1 {
            list.push(Item::Shift(phase.number), marked(MarkKind::PhaseShift), begun);
        }
        list.push(Item::FocusAreas(phase.number), marked(MarkKind::FocusArea), begun);
        list.push(Item::Review(phase.number), marked(MarkKind::PlanReviewed), add_days(phase.days.to, 1));
    }
    list.ending(course, plan, beside);
    Completeness { lines: list.lines }
}

struct List {
    day: NaiveDate,
    closed_on: Option<NaiveDate>,
    lines: Vec<Line>,
}

impl List {
    /// Something that should be there from a day on.
    fn push(&mut self, item: Item, is_there: bool, from: NaiveDate) {
        let state = match self.closed_on {
            _ if is_there => State::Done,
            Some(closed_on) if closed_on < from => return,
            _ if from <= self.day => State::Missing(from),
            _ => State::NotYet(Some(from)),
        };
        self.lines.push(Line { item, state, instruments: Vec::new() });
    }

    /// Each follow-up until today, and the next.
    fn follow_ups(&mut self, course: &Course, plan: &Plan, programme: &Programme, instruments: &[Instrument]) {
        let mut ahead = 0;
        for follow_up in follow_ups(course, plan, programme, instruments, self.day) {
            let state = match follow_up.state {
                follow_up::State::Done | follow_up::State::Declined => State::Done,
                follow_up::State::Due | follow_up::State::Overdue | follow_up::State::Missed => {
                    State::Missing(follow_up.due)
                }
                follow_up::State::Postponed => State::NotYet(Some(follow_up.due)),
                follow_up::State::Coming | follow_up::State::Future => {
                    ahead += 1;
                    State::NotYet(Some(follow_up.due))
                }
            };
            if ahead <= 1 {
                let missing = if matches!(state, State::Missing(_)) { follow_up.missing } else { Vec::new() };
                self.lines.push(Line { item: Item::FollowUp(follow_up.due), state, instruments: missing });
            }
        }
    }

    /// A handover and a last talk are asked of nobody who died or is out of reach.
    fn ending(&mut self, course: &Course, plan: &Plan, beside: Beside) {
        let end = plan.planned_end();
        let out_of_reach = course.closing.as_ref().is_some_and(|closing| {
            closing.on <= self.day && matches!(closing.reason, Some(ClosingReason::Died | ClosingReason::LostContact))
        });
        let last_day = self.closed_on.map_or(end, |on| on.min(end));
        let held = course.marks.iter().any(|mark| mark.kind == MarkKind::ClosingMeeting && mark.on <= self.day);
        if !out_of_reach {
            let from = end.checked_sub_months(Months::new(1)).unwrap_or(end).min(last_day);
            self.push(Item::Handover, beside.is_handed_over, from);
            self.push(Item::ClosingMeeting, held, last_day);
        }
        self.push(Item::Closing, self.closed_on.is_some(), add_days(end, 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::plan;
    use crate::example::{
        clarification, closed, day, enrolled, instruments, mark, programme, purpose, reading, star, who5,
    };
    use crate::facts::{Closing, Mark};
    use crate::phase::phases;

    const WHOLE: Beside =
        Beside { has_enquiry: true, consent_asked: true, has_own_words: true, has_goal: true, is_handed_over: true };

    fn told(course: &Course, beside: Beside, on: &str) -> Completeness {
        let (programme, instruments) = (programme(), instruments());
        let plan = course.enrolled_on(&star()).map(|on| plan(on, &programme).unwrap());
        let phases = plan.map(|plan| phases(&plan, &programme, &course.marks)).unwrap_or_default();
        let enrolled = plan.as_ref().map(|plan| (plan, phases.as_slice()));
        completeness(course, enrolled, beside, &programme, &instruments, day(on))
    }

    fn missing(course: &Course, beside: Beside, on: &str) -> Vec<(Item, String)> {
        let told = told(course, beside, on);
        told.missing().into_iter().map(|(line, since)| (line.item, since.to_string())).collect()
    }

    /// Enrolled on 2015-01-01 with every instrument, focus areas and nothing else.
    fn begun() -> Course {
        let mut course = enrolled(1, 1, "2015-01-01");
        course.readings.extend([reading(2, &who5(), "2015-01-01"), reading(3, &purpose(), "2015-01-01")]);
        course.marks.push(Mark { area: Some("bolig".to_owned()), ..mark(MarkKind::FocusArea, "2015-01-01", Some(1)) });
        course
    }

    #[test]
    fn a_new_course_with_everything_asked_misses_nothing() {
        assert_eq!(missing(&begun(), WHOLE, "2015-02-10"), []);
        assert_eq!(told(&begun(), WHOLE, "2015-02-10").count(), (8, 8));
    }

    #[test]
    fn what_is_missing_longest_stands_first() {
        let beside = Beside { consent_asked: false, has_goal: false, ..WHOLE };
        let gone = [(Item::Consent, "2015-01-01".to_owned()), (Item::Plan, "2015-02-01".to_owned())];
        assert_eq!(missing(&begun(), beside, "2015-02-10"), gone);
        assert_eq!(missing(&begun(), beside, "2015-01-31").len(), 1, "a plan has a month");
    }

    #[test]
    fn a_follow_up_names_the_instruments_it_lacks_from_its_day_on() {
        let mut course = begun();
        course.readings.push(reading(4, &star(), "2015-03-02"));
        let told = told(&course, WHOLE, "2015-03-05");
        let (line, since) = told.missing()[0];
        assert_eq!((line.item, since), (Item::FollowUp(day("2015-03-01")), day("2015-03-01")));
        assert_eq!(line.instruments, ["who-5", "formaal"]);
        let ahead = told.lines.iter().filter(|line| matches!(line.item, Item::FollowUp(_))).count();
        assert_eq!(ahead, 3, "the first, the one that lacks something, and the next");
    }

    #[test]
    fn a_phase_that_is_over_is_looked_back_on_and_the_next_one_is_begun() {
        let mut course = begun();
        let items = |course: &Course| {
            missing(course, WHOLE, "2015-05-16").into_iter().map(|(item, _)| item).collect::<Vec<_>>()
        };
        for item in [Item::Review(1), Item::Shift(2), Item::FocusAreas(2)] {
            assert!(items(&course).contains(&item), "{item:?}");
        }
        course.marks.extend([
            mark(MarkKind::PlanReviewed, "2015-05-04", Some(1)),
            mark(MarkKind::PhaseShift, "2015-05-04", Some(2)),
        ]);
        assert!(!items(&course).contains(&Item::Review(1)) && !items(&course).contains(&Item::Shift(2)));
    }

    #[test]
    fn a_course_past_its_end_misses_its_closing() {
        let beside = Beside { is_handed_over: false, ..WHOLE };
        let gone = missing(&begun(), beside, "2016-01-05");
        for item in
            [(Item::Handover, "2015-11-30"), (Item::ClosingMeeting, "2015-12-31"), (Item::Closing, "2016-01-01")]
        {
            assert!(gone.contains(&(item.0, item.1.to_owned())), "{item:?} of {gone:?}");
        }
    }

    #[test]
    fn a_closed_course_is_asked_for_nothing_after_its_closing() {
        let mut course = closed(begun(), "2015-02-20");
        assert_eq!(missing(&course, WHOLE, "2015-12-01").len(), 2, "the last follow-up and the last talk");
        assert!(told(&course, WHOLE, "2015-12-01").lines.iter().all(|line| !matches!(line.state, State::NotYet(_))));
        course.closing = Some(Closing { on: day("2015-02-20"), reason: Some(ClosingReason::Died) });
        let talk = missing(&course, WHOLE, "2015-12-01").into_iter().any(|(item, _)| item == Item::ClosingMeeting);
        assert!(!talk, "nobody is asked for a last talk with somebody who died");
    }

    #[test]
    fn in_clarification_the_star_is_still_to_come() {
        let told = told(&clarification(1, 1, "2015-01-01"), Beside::default(), "2015-01-05");
        assert_eq!(told.missing().len(), 2);
        assert_eq!(told.lines.last().unwrap().state, State::NotYet(None));
    }
}
