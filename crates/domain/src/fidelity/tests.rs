use std::slice::from_ref;

use super::*;
use crate::code::{ClosingReason, ContactKind, GoalState, MarkKind, Place, With};
use crate::course::plan;
use crate::example::{assigned, closed, contact, day, enrolled, mark, programme, star};
use crate::facts::{Closing, Contact, Goal, Mark};

/// Enrolled on 2015-01-01: the phases begin on 2015-01-01, 2015-05-01 and 2015-09-01, and the course ends on 2015-12-31.
fn course() -> Course {
    assigned(enrolled(1, 1, "2015-01-01"), 7)
}

fn judged(course: &Course, work: &CourseWork, indicator: Indicator, text: &str) -> Verdict {
    let (programme, day) = (programme(), day(text));
    let plan = plan(course.enrolled_on(&star()).unwrap(), &programme).unwrap();
    let phases = crate::phase::phases(&plan, &programme, &course.marks);
    let over_cap = over_cap(from_ref(course), &[], &star(), programme.caseload_cap, day);
    Case { course, work, plan: &plan, phases: &phases, programme: &programme, over_cap: &over_cap, day }
        .judge(indicator)
}

fn without_work(course: &Course, indicator: Indicator, text: &str) -> Verdict {
    judged(course, &CourseWork::default(), indicator, text)
}

fn with_contacts(contacts: Vec<Contact>, indicator: Indicator, text: &str) -> Verdict {
    judged(&course(), &CourseWork { contacts, goals: Vec::new() }, indicator, text)
}

fn call(on: &str) -> Contact {
    contact(on, ContactKind::Call, Some(Place::Telephone), Some(With::Citizen))
}

fn focus(on: &str, phase: u32, area: &str) -> Mark {
    Mark { area: Some(area.to_owned()), ..mark(MarkKind::FocusArea, on, Some(phase)) }
}

#[test]
fn a_phase_shift_14_days_from_plan_is_on_time_and_15_is_not() {
    let shifted = |second: &str| {
        let mut course = course();
        course.marks =
            vec![mark(MarkKind::PhaseShift, second, Some(2)), mark(MarkKind::PhaseShift, "2015-09-01", Some(3))];
        without_work(&course, Indicator::PhaseShiftsOnTime, "2015-12-31")
    };
    assert_eq!(shifted("2015-04-17"), Verdict::Met);
    assert_eq!(shifted("2015-05-15"), Verdict::Met);
    assert_eq!(shifted("2015-05-16"), Verdict::NotMet);
}

#[test]
fn a_phase_shift_is_not_late_before_its_14_days_have_passed() {
    assert_eq!(without_work(&course(), Indicator::PhaseShiftsOnTime, "2015-05-15"), Verdict::TooEarly);
    assert_eq!(without_work(&course(), Indicator::PhaseShiftsOnTime, "2015-05-16"), Verdict::NotMet);
}

#[test]
fn a_course_closed_in_its_first_phase_has_no_shift_to_make() {
    let course = closed(course(), "2015-03-01");
    let verdict = without_work(&course, Indicator::PhaseShiftsOnTime, "2015-12-31");
    assert_eq!(verdict, Verdict::NotRelevant(Why::ClosedBefore));
}

#[test]
fn a_goal_reached_in_the_first_phase_is_no_plan_for_the_second() {
    let goal = |states| Goal { created_on: day("2015-01-10"), area: None, states };
    let with = |states| {
        let work = CourseWork { goals: vec![goal(states)], contacts: Vec::new() };
        judged(&course(), &work, Indicator::PlanInEachPhase, "2016-01-01")
    };
    assert_eq!(with(Vec::new()), Verdict::Met);
    assert_eq!(with(vec![(day("2015-03-01"), GoalState::Reached)]), Verdict::NotMet);
    let taken_up = vec![(day("2015-03-01"), GoalState::Reached), (day("2015-06-01"), GoalState::Active)];
    assert_eq!(with(taken_up), Verdict::Met);
}

#[test]
fn a_plan_that_is_still_to_come_is_not_missing_yet() {
    assert_eq!(without_work(&course(), Indicator::PlanInEachPhase, "2015-04-30"), Verdict::TooEarly);
    assert_eq!(without_work(&course(), Indicator::PlanInEachPhase, "2015-05-01"), Verdict::NotMet);
}

#[test]
fn a_fourth_focus_area_is_one_too_many_at_once() {
    let mut course = course();
    course.marks = ["bolig", "bolig", "netvaerk", "sundhed"].map(|area| focus("2015-01-10", 1, area)).to_vec();
    assert_eq!(without_work(&course, Indicator::FocusAreas, "2015-02-01"), Verdict::TooEarly);
    course.marks.push(focus("2015-02-01", 1, "psykolog"));
    assert_eq!(without_work(&course, Indicator::FocusAreas, "2015-02-01"), Verdict::NotMet);
}

#[test]
fn one_focus_area_in_each_phase_is_enough() {
    let mut course = course();
    course.marks = vec![
        focus("2015-01-10", 1, "bolig"),
        focus("2015-05-10", 2, "bolig"),
        Mark { phase: None, ..focus("2015-09-10", 3, "bolig") },
    ];
    assert_eq!(without_work(&course, Indicator::FocusAreas, "2016-01-01"), Verdict::Met);
    course.marks.pop();
    assert_eq!(without_work(&course, Indicator::FocusAreas, "2016-01-01"), Verdict::NotMet);
}

#[test]
fn two_contacts_in_the_first_month_are_met_at_the_second_and_attempts_do_not_count() {
    let attempt = contact("2015-01-31", ContactKind::Attempt, None, Some(With::Citizen));
    let first_month =
        |second, text| with_contacts(vec![call("2015-01-02"), second], Indicator::ContactsInFirstMonth, text);
    assert_eq!(first_month(call("2015-01-31"), "2015-01-31"), Verdict::Met);
    assert_eq!(first_month(attempt.clone(), "2015-01-31"), Verdict::TooEarly);
    assert_eq!(first_month(attempt, "2015-02-01"), Verdict::NotMet);
    assert_eq!(first_month(call("2015-02-01"), "2015-02-01"), Verdict::NotMet);
}

#[test]
fn a_course_closed_in_its_first_week_had_too_little_of_a_month_to_tell() {
    let verdict = without_work(&closed(course(), "2015-01-07"), Indicator::ContactsInFirstMonth, "2015-06-01");
    assert_eq!(verdict, Verdict::NotRelevant(Why::ClosedBefore));
}

#[test]
fn three_meetings_outside_and_two_talks_with_the_network_belong_to_the_first_phase() {
    let outside = |on| contact(on, ContactKind::Meeting, Some(Place::Home), Some(With::Citizen));
    let talk = |on| contact(on, ContactKind::Call, Some(Place::Telephone), Some(With::Authority));
    let in_time = vec![
        outside("2015-01-05"),
        outside("2015-02-05"),
        outside("2015-04-30"),
        talk("2015-02-01"),
        talk("2015-04-30"),
    ];
    let late = vec![
        outside("2015-01-05"),
        outside("2015-02-05"),
        outside("2015-05-01"),
        talk("2015-02-01"),
        talk("2015-05-01"),
    ];
    for indicator in [Indicator::OutsideMeetings, Indicator::NetworkContacts] {
        assert_eq!(with_contacts(in_time.clone(), indicator, "2015-04-30"), Verdict::Met);
        assert_eq!(with_contacts(late.clone(), indicator, "2015-05-01"), Verdict::NotMet);
    }
}

#[test]
fn contacts_that_stay_as_frequent_do_not_fall() {
    let falling = |third: usize| {
        let mut contacts: Vec<Contact> = (1..=6).map(|on| call(&format!("2015-02-{on:02}"))).collect();
        contacts.extend((1..=4).map(|on| call(&format!("2015-06-{on:02}"))));
        contacts.extend((1..=third).map(|on| call(&format!("2015-10-{on:02}"))));
        with_contacts(contacts, Indicator::ContactsFalling, "2016-01-01")
    };
    assert_eq!(falling(2), Verdict::Met);
    assert_eq!(falling(4), Verdict::NotMet);
    assert_eq!(with_contacts(Vec::new(), Indicator::ContactsFalling, "2015-08-31"), Verdict::TooEarly);
    assert_eq!(with_contacts(Vec::new(), Indicator::ContactsFalling, "2015-09-01"), Verdict::NotMet);
    assert_eq!(with_contacts(Vec::new(), Indicator::ContactsFalling, "2016-01-01"), Verdict::NotMet);
}

#[test]
fn support_is_agreed_a_month_before_the_planned_end_or_too_late() {
    let agreed = |on: &str, text: &str| {
        let mut course = course();
        course.marks = vec![mark(MarkKind::ContinuationAgreed, on, None)];
        without_work(&course, Indicator::SupportAgreed, text)
    };
    assert_eq!(agreed("2015-11-30", "2015-11-30"), Verdict::Met);
    assert_eq!(agreed("2015-11-30", "2015-11-29"), Verdict::TooEarly, "it is not agreed before its day");
    assert_eq!(agreed("2015-12-01", "2015-11-30"), Verdict::TooEarly);
    assert_eq!(agreed("2015-12-01", "2015-12-01"), Verdict::NotMet);
}

#[test]
fn a_closing_meeting_is_asked_of_closed_courses_whose_citizen_can_be_reached() {
    let ended = |reason| Course { closing: Some(Closing { on: day("2015-06-01"), reason: Some(reason) }), ..course() };
    let verdict = |course: &Course| without_work(course, Indicator::ClosingMeeting, "2015-06-01");
    assert_eq!(verdict(&course()), Verdict::TooEarly);
    assert_eq!(verdict(&ended(ClosingReason::CitizensWish)), Verdict::NotMet);
    assert_eq!(verdict(&ended(ClosingReason::Died)), Verdict::NotRelevant(Why::CitizenOutOfReach));
    let mut held = ended(ClosingReason::CitizensWish);
    held.marks = vec![mark(MarkKind::ClosingMeeting, "2015-05-28", None)];
    assert_eq!(verdict(&held), Verdict::Met);
}

#[test]
fn a_course_closed_as_planned_before_its_planned_end_was_stopped_by_the_programme() {
    let ended = |on: &str, reason| {
        let course = Course { closing: Some(Closing { on: day(on), reason }), ..course() };
        without_work(&course, Indicator::NoEarlyStop, "2016-01-01")
    };
    assert_eq!(ended("2015-12-31", None), Verdict::Met);
    assert_eq!(ended("2015-12-30", Some(ClosingReason::Planned)), Verdict::NotMet);
    assert_eq!(ended("2015-12-30", Some(ClosingReason::CitizensWish)), Verdict::Met);
    assert_eq!(ended("2015-12-30", None), Verdict::NotRelevant(Why::NotKnown));
    assert_eq!(without_work(&course(), Indicator::NoEarlyStop, "2015-12-30"), Verdict::TooEarly);
    assert_eq!(without_work(&course(), Indicator::NoEarlyStop, "2015-12-31"), Verdict::Met);
}

#[test]
fn a_worker_with_an_eleventh_citizen_is_over_the_cap_until_one_leaves() {
    let mut courses: Vec<Course> = (1..=11).map(|number| assigned(enrolled(number, number, "2015-01-01"), 7)).collect();
    courses[10] = assigned(enrolled(11, 11, "2015-03-01"), 7);
    courses[0] = closed(courses[0].clone(), "2015-04-01");
    let over = over_cap(&courses, &[], &star(), 10, day("2015-12-31"));
    let expected = Period { from: day("2015-03-01"), to: day("2015-03-31") };
    assert_eq!(over[&crate::example::worker(7)], [expected]);
}

#[test]
fn a_person_with_two_open_courses_takes_one_place_of_the_cap() {
    let mut courses: Vec<Course> = (1..=10).map(|number| assigned(enrolled(number, number, "2015-01-01"), 7)).collect();
    courses.push(assigned(enrolled(11, 10, "2015-03-01"), 7));
    let over = over_cap(&courses, &[], &star(), 10, day("2015-12-31"));
    assert_eq!(over[&crate::example::worker(7)], []);
}

#[test]
fn an_open_course_within_the_cap_may_still_pass_it_and_a_closed_one_kept_it() {
    assert_eq!(without_work(&course(), Indicator::CaseloadWithinCap, "2015-06-01"), Verdict::TooEarly);
    let ended = closed(course(), "2015-06-01");
    assert_eq!(without_work(&ended, Indicator::CaseloadWithinCap, "2015-06-01"), Verdict::Met);
    let without_worker = enrolled(1, 1, "2015-01-01");
    let verdict = without_work(&without_worker, Indicator::CaseloadWithinCap, "2015-06-01");
    assert_eq!(verdict, Verdict::NotRelevant(Why::NotKnown));
}

#[test]
fn no_fact_tells_of_supervision() {
    let verdict = without_work(&course(), Indicator::WeeklySupervision, "2015-06-01");
    assert_eq!(verdict, Verdict::NotRelevant(Why::NoFactTells));
}
