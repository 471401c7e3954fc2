//! Marking a course: what may be said of its phases, and on which days (R7, R18).
//!
//! Each function takes what is wished and gives nothing, or every refusal at once. The fields are those of the form.

use chrono::NaiveDate;

use crate::code::MarkKind;
use crate::course::Plan;
use crate::facts::{Course, Mark};
use crate::phase::{FOCUS_AREAS, Phase, on_plan, phases};
use crate::programme::{Period, Programme};
use crate::refusal::{Code, Refusal};

/// A course as it may be marked.
#[derive(Clone, Copy, Debug)]
pub struct Marking<'a> {
    /// The course.
    pub course: &'a Course,
    /// Its plan.
    pub plan: &'a Plan,
    /// Its phases, with the boundaries that were moved.
    pub phases: &'a [Phase],
    /// The programme.
    pub programme: &'a Programme,
    /// The day.
    pub today: NaiveDate,
}

/// The most letters of a text beside a mark or a closing.
pub const WORDS: usize = 4_000;

/// Refuses a text that is longer than is kept.
pub fn too_long(field: &'static str, words: &str) -> Option<Refusal> {
    (words.chars().count() > WORDS).then_some(Refusal::new(field, Code::TooLong))
}

type Answer = Result<(), Vec<Refusal>>;

impl Marking<'_> {
    /// A shift to the phase: on plan (within 14 days of the planned day) without words, else with a reason.
    ///
    /// # Errors
    ///
    /// To the first phase or none there is; made already; before the phase that it leaves began; on a day that
    /// [`Marking::plain`] refuses; off plan without words.
    pub fn shift(&self, number: u32, on: NaiveDate, words: &str) -> Answer {
        let Some(phase) = self.later_phase(number) else { return Err(vec![Refusal::new("phase", Code::NoSuchPhase)]) };
        let mut refusals = self.day("on", on);
        if self.shifted_on(number).is_some() {
            refusals.push(Refusal::new("phase", Code::ShiftMadeAlready));
        }
        let left = self.shifted_on(number - 1).or_else(|| self.phase(number - 1).map(|left| left.days.from));
        if left.is_some_and(|left| on <= left) && on >= self.plan.enrolled_on() {
            refusals.push(Refusal::new("on", Code::BeforePhaseBegan));
        }
        if words.trim().is_empty() && !on_plan(phase.days.from).contains(on) {
            refusals.push(Refusal::new("words", Code::ReasonNeeded));
        }
        refusals.extend(too_long("words", words));
        answer(refusals)
    }

    /// The focus areas of a phase: one to three of the programme's goal areas.
    ///
    /// # Errors
    ///
    /// No such phase; none or more than three; an area that is not the programme's; a day that [`Marking::plain`] refuses.
    pub fn focus(&self, number: u32, areas: &[String], on: NaiveDate) -> Answer {
        let mut refusals = self.day("on", on);
        if self.phase(number).is_none() {
            refusals.push(Refusal::new("phase", Code::NoSuchPhase));
        }
        match areas.len() {
            0 => refusals.push(Refusal::new("areas", Code::NoFocusArea)),
            n if n > FOCUS_AREAS => refusals.push(Refusal::new("areas", Code::TooManyFocusAreas)),
            _ => {}
        }
        if areas.iter().any(|key| !self.programme.goal_areas.iter().any(|area| area.key == *key)) {
            refusals.push(Refusal::new("areas", Code::AreaUnknown));
        }
        answer(refusals)
    }

    /// A phase looked back on, with the plan gone through.
    ///
    /// # Errors
    ///
    /// No such phase; no words at all; a day that [`Marking::plain`] refuses.
    pub fn review(&self, number: u32, on: NaiveDate, words: &str) -> Answer {
        let mut refusals = self.day("on", on);
        if self.phase(number).is_none() {
            refusals.push(Refusal::new("phase", Code::NoSuchPhase));
        }
        if words.trim().is_empty() {
            refusals.push(Refusal::new("worked", Code::Missing));
        }
        refusals.extend(too_long("worked", words));
        answer(refusals)
    }

    /// An interruption, from a day to a day or still running; it moves no boundary.
    ///
    /// # Errors
    ///
    /// No words on why; an end before the beginning; a first day that [`Marking::plain`] refuses.
    pub fn interruption(&self, from: NaiveDate, to: Option<NaiveDate>, words: &str) -> Answer {
        let mut refusals = self.day("from", from);
        if to.is_some_and(|to| to < from) {
            refusals.push(Refusal::new("to", Code::EndsBeforeItBegins));
        }
        if words.trim().is_empty() {
            refusals.push(Refusal::new("words", Code::ReasonNeeded));
        }
        refusals.extend(too_long("words", words));
        answer(refusals)
    }

    /// A new first day for a phase (R7): between the first day of the phase before and that of the phase after, so that each keeps
    /// a day at least.
    ///
    /// # Errors
    ///
    /// The first phase or none there is; a day at or past another boundary, or outside the course; no words on why; a closed course.
    pub fn boundary(&self, number: u32, on: NaiveDate, words: &str) -> Answer {
        if self.later_phase(number).is_none() {
            return Err(vec![Refusal::new("phase", Code::NoSuchPhase)]);
        }
        let mut refusals = Vec::new();
        if self.course.closing.is_some() {
            refusals.push(Refusal::new("", Code::CourseEnded));
        }
        let course = Period { from: self.plan.enrolled_on(), to: self.plan.planned_end() };
        let before = self.phase(number - 1).map_or(course.from, |phase| phase.days.from);
        let after = self.phase(number + 1).map(|phase| phase.days.from);
        if !course.contains(on) {
            refusals.push(Refusal::new("on", Code::OutsideCourse));
        } else if on <= before || after.is_some_and(|after| after <= on) {
            refusals.push(Refusal::new("on", Code::BoundaryPassesAnother));
        }
        if words.trim().is_empty() {
            refusals.push(Refusal::new("words", Code::ReasonNeeded));
        }
        refusals.extend(too_long("words", words));
        answer(refusals)
    }

    /// A mark that needs nothing but its day: what continues after the course was agreed, the closing meeting was held.
    ///
    /// # Errors
    ///
    /// In the future; before the enrolment or after the closing, or after the planned end of a course that is closed by then.
    pub fn plain(&self, on: NaiveDate, words: &str) -> Answer {
        let mut refusals = self.day("on", on);
        refusals.extend(too_long("words", words));
        answer(refusals)
    }

    /// The phases as they would be with another first day for one of them.
    pub fn with_boundary(&self, number: u32, on: NaiveDate) -> Vec<Phase> {
        let mut marks = self.course.marks.clone();
        marks.push(Mark { kind: MarkKind::BoundaryMoved, on, phase: Some(number), area: None });
        phases(self.plan, self.programme, &marks)
    }

    /// A course may run past its planned end until somebody closes it, so that the last day is today's or the closing's.
    fn day(&self, field: &'static str, on: NaiveDate) -> Vec<Refusal> {
        let after_closing = self.course.closing.as_ref().is_some_and(|closing| closing.on < on);
        let mut refusals = Vec::new();
        if on > self.today {
            refusals.push(Refusal::new(field, Code::InTheFuture));
        } else if on < self.plan.enrolled_on() || after_closing {
            refusals.push(Refusal::new(field, Code::OutsideCourse));
        }
        refusals
    }

    fn phase(&self, number: u32) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.number == number)
    }

    /// A phase that something changes to: any but the first.
    fn later_phase(&self, number: u32) -> Option<&Phase> {
        self.phase(number).filter(|phase| phase.number > 1)
    }

    /// The day on which the course went on to a phase.
    pub fn shifted_on(&self, number: u32) -> Option<NaiveDate> {
        let shifts =
            self.course.marks.iter().filter(|mark| mark.kind == MarkKind::PhaseShift && mark.phase == Some(number));
        shifts.map(|mark| mark.on).min()
    }
}

fn answer(refusals: Vec<Refusal>) -> Answer {
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::plan;
    use crate::example::{closed, day, enrolled, mark, programme};
    use crate::programme::{GoalArea, Text};

    /// Enrolled on 2015-01-01: the phases begin on 2015-01-01, 2015-05-01 and 2015-09-01, and the course ends on 2015-12-31.
    fn asked(course: &Course, today: &str, ask: impl Fn(&Marking<'_>) -> Answer) -> Vec<(&'static str, Code)> {
        let mut programme = programme();
        programme.goal_areas = ["bolig", "oekonomi", "netvaerk", "sundhed"]
            .map(|key| GoalArea {
                key: key.to_owned(),
                name: Text { da: key.to_owned(), en: key.to_owned() },
                retired: false,
            })
            .to_vec();
        let plan = plan(day("2015-01-01"), &programme).unwrap();
        let phases = phases(&plan, &programme, &course.marks);
        let marking = Marking { course, plan: &plan, phases: &phases, programme: &programme, today: day(today) };
        let refusals = ask(&marking).err().unwrap_or_default();
        refusals.iter().map(|refusal| (refusal.field, refusal.code)).collect()
    }

    fn course() -> Course {
        enrolled(1, 1, "2015-01-01")
    }

    fn shift(course: &Course, number: u32, on: &str, words: &str) -> Vec<(&'static str, Code)> {
        asked(course, "2015-12-31", |marking| marking.shift(number, day(on), words))
    }

    #[test]
    fn a_shift_14_days_from_plan_needs_no_words_and_one_of_15_does() {
        assert_eq!(shift(&course(), 2, "2015-05-15", ""), []);
        assert_eq!(shift(&course(), 2, "2015-05-16", " "), [("words", Code::ReasonNeeded)]);
        assert_eq!(shift(&course(), 2, "2015-05-16", "På ferie"), []);
    }

    #[test]
    fn a_shift_lies_after_the_beginning_of_the_phase_it_leaves() {
        let mut course = course();
        assert_eq!(shift(&course, 3, "2015-05-01", "x"), [("on", Code::BeforePhaseBegan)]);
        course.marks.push(mark(MarkKind::PhaseShift, "2015-05-10", Some(2)));
        assert_eq!(shift(&course, 3, "2015-05-10", "x"), [("on", Code::BeforePhaseBegan)]);
        assert_eq!(shift(&course, 3, "2015-05-11", "x"), []);
        assert_eq!(shift(&course, 2, "2015-05-12", ""), [("phase", Code::ShiftMadeAlready)]);
    }

    #[test]
    fn there_is_no_shift_to_the_first_phase_or_a_fourth() {
        for number in [0, 1, 4] {
            assert_eq!(shift(&course(), number, "2015-05-12", ""), [("phase", Code::NoSuchPhase)]);
        }
    }

    #[test]
    fn a_phase_has_one_to_three_focus_areas_of_the_programme() {
        let focus = |areas: &[&str]| {
            let areas: Vec<String> = areas.iter().map(|area| (*area).to_owned()).collect();
            asked(&course(), "2015-02-01", |marking| marking.focus(1, &areas, day("2015-01-20")))
        };
        assert_eq!(focus(&["bolig", "oekonomi", "netvaerk"]), []);
        assert_eq!(focus(&[]), [("areas", Code::NoFocusArea)]);
        assert_eq!(focus(&["bolig", "oekonomi", "netvaerk", "sundhed"]), [("areas", Code::TooManyFocusAreas)]);
        assert_eq!(focus(&["fiskeri"]), [("areas", Code::AreaUnknown)]);
    }

    #[test]
    fn a_day_outside_the_course_or_in_the_future_is_refused() {
        let plain = |course: &Course, on: &str| asked(course, "2015-06-01", |marking| marking.plain(day(on), ""));
        assert_eq!(plain(&course(), "2014-12-31"), [("on", Code::OutsideCourse)]);
        assert_eq!(plain(&course(), "2015-06-02"), [("on", Code::InTheFuture)]);
        assert_eq!(plain(&closed(course(), "2015-03-01"), "2015-03-01"), []);
        assert_eq!(plain(&closed(course(), "2015-03-01"), "2015-03-02"), [("on", Code::OutsideCourse)]);
    }

    #[test]
    fn a_boundary_keeps_between_its_neighbours_and_needs_a_reason() {
        let boundary =
            |on: &str, words: &str| asked(&course(), "2015-02-01", |marking| marking.boundary(2, day(on), words));
        assert_eq!(boundary("2015-06-15", "Tre måneder på hospital"), []);
        assert_eq!(boundary("2015-01-01", "x"), [("on", Code::BoundaryPassesAnother)]);
        assert_eq!(boundary("2015-09-01", "x"), [("on", Code::BoundaryPassesAnother)]);
        assert_eq!(boundary("2016-01-01", ""), [("on", Code::OutsideCourse), ("words", Code::ReasonNeeded)]);
    }

    #[test]
    fn an_interruption_has_a_reason_and_ends_after_it_began() {
        let interruption = |from: &str, to: Option<&str>, words: &str| {
            asked(&course(), "2015-06-01", |marking| marking.interruption(day(from), to.map(day), words))
        };
        assert_eq!(interruption("2015-03-01", None, "Hospital"), []);
        assert_eq!(interruption("2015-03-01", Some("2015-07-01"), "Hospital"), []);
        let both = [("to", Code::EndsBeforeItBegins), ("words", Code::ReasonNeeded)];
        assert_eq!(interruption("2015-03-01", Some("2015-02-28"), ""), both);
    }

    #[test]
    fn a_text_of_50_000_letters_is_refused_and_not_cut() {
        let long = "å".repeat(50_000);
        let told = asked(&course(), "2015-06-01", |marking| marking.interruption(day("2015-03-01"), None, &long));
        assert_eq!(told, [("words", Code::TooLong)]);
        assert_eq!(too_long("words", &"å".repeat(WORDS)), None);
    }

    #[test]
    fn a_boundary_that_would_be_moved_is_seen_before_it_is() {
        let course = course();
        let programme = programme();
        let plan = plan(day("2015-01-01"), &programme).unwrap();
        let all = phases(&plan, &programme, &[]);
        let marking =
            Marking { course: &course, plan: &plan, phases: &all, programme: &programme, today: day("2015-02-01") };
        let starts: Vec<String> =
            marking.with_boundary(2, day("2015-06-15")).iter().map(|phase| phase.days.from.to_string()).collect();
        assert_eq!(starts, ["2015-01-01", "2015-06-15", "2015-09-01"]);
    }

    #[test]
    fn a_review_says_something() {
        let review =
            |words: &str| asked(&course(), "2015-06-01", |marking| marking.review(1, day("2015-05-02"), words));
        assert_eq!(review("Vi nåede boligen"), []);
        assert_eq!(review(" "), [("worked", Code::Missing)]);
    }
}
