use proptest::prelude::*;

use super::*;
use crate::course::plan;
use crate::day::add_days;
use crate::example::{
    any_course, any_day, closed, day, enrolled, incomplete, instruments, known_on, programme, purpose, reading, star,
    who5,
};
use crate::facts::Reply;

fn on(course: &Course, text: &str) -> Vec<FollowUp> {
    let plan = plan(course.enrolled_on(&star()).unwrap(), &programme()).unwrap();
    follow_ups(course, &plan, &programme(), &instruments(), day(text))
}

fn days(course: &Course, text: &str) -> Vec<String> {
    on(course, text).iter().map(|follow_up| follow_up.due.to_string()).collect()
}

fn state(course: &Course, due: &str, text: &str) -> State {
    on(course, text).iter().find(|follow_up| follow_up.due == day(due)).unwrap().state
}

fn with_round(mut course: Course, number: u128, on: &str) -> Course {
    for (offset, instrument) in (0u128..).zip(instruments()) {
        course.readings.push(reading(number + offset, &instrument, on));
    }
    course
}

fn surely_enrolled(mut course: Course) -> (Course, Plan) {
    course.readings.push(reading(99, &star(), &course.clarification_began_on.to_string()));
    let plan = plan(course.enrolled_on(&star()).unwrap(), &programme()).unwrap();
    (course, plan)
}

fn reply(due: &str, on: &str, reply: FollowUpReply) -> Reply {
    Reply { due: day(due), on: day(on), reply }
}

#[test]
fn a_full_course_has_seven_follow_ups_the_last_on_its_last_day() {
    assert_eq!(
        days(&enrolled(1, 1, "2014-06-11"), "2014-07-01"),
        ["2014-06-11", "2014-08-11", "2014-10-11", "2014-12-11", "2015-02-11", "2015-04-11", "2015-06-10"]
    );
}

#[test]
fn from_the_last_of_december_a_follow_up_falls_on_the_last_of_february() {
    assert_eq!(days(&enrolled(1, 1, "2014-12-31"), "2015-01-01")[..3], ["2014-12-31", "2015-02-28", "2015-04-30"]);
}

#[test]
fn closing_early_brings_the_last_follow_up_forward_and_those_after_it_vanish() {
    let course = closed(enrolled(1, 1, "2014-06-11"), "2014-09-01");
    assert_eq!(days(&course, "2014-08-31").len(), 7, "the day before, nobody knows");
    assert_eq!(days(&course, "2014-09-01"), ["2014-06-11", "2014-08-11", "2014-09-01"]);
}

#[test]
fn a_course_closed_on_a_due_day_has_one_follow_up_on_it() {
    let course = closed(enrolled(1, 1, "2014-06-11"), "2014-08-11");
    assert_eq!(days(&course, "2014-08-11"), ["2014-06-11", "2014-08-11"]);
}

#[test]
fn closing_late_leaves_the_last_follow_up_on_the_planned_end() {
    let course = closed(enrolled(1, 1, "2014-06-11"), "2015-08-01");
    assert_eq!(days(&course, "2015-09-01").last().unwrap(), "2015-06-10");
}

#[test]
fn a_follow_up_is_coming_from_14_days_before_due_on_the_day_and_overdue_from_15_days_after() {
    let course = enrolled(1, 1, "2014-06-11");
    for (text, expected) in [
        ("2014-07-27", State::Future),
        ("2014-07-28", State::Coming),
        ("2014-08-10", State::Coming),
        ("2014-08-11", State::Due),
        ("2014-08-25", State::Due),
        ("2014-08-26", State::Overdue),
    ] {
        assert_eq!(state(&course, "2014-08-11", text), expected, "{text}");
    }
}

#[test]
fn a_follow_up_is_done_when_every_instrument_is_complete_and_until_then_names_what_is_missing() {
    let mut course = enrolled(1, 1, "2014-06-11");
    course.readings.push(incomplete(2, &who5(), "2014-06-11"));
    assert_eq!(on(&course, "2014-06-11")[0].missing, ["who-5", "formaal"]);
    course.readings.push(reading(3, &who5(), "2014-06-12"));
    course.readings.push(reading(4, &purpose(), "2014-06-12"));
    assert_eq!(on(&course, "2014-06-11")[0].state, State::Due, "what is made tomorrow does not count today");
    assert_eq!(on(&course, "2014-06-12")[0].state, State::Done);
    assert!(on(&course, "2014-06-12")[0].missing.is_empty());
}

#[test]
fn a_reading_half_way_between_two_due_days_belongs_to_the_earlier() {
    let due = [day("2014-06-11"), day("2014-06-21")];
    assert_eq!(nearest(&due, day("2014-06-16")), Some(day("2014-06-11")));
    assert_eq!(nearest(&due, day("2014-06-17")), Some(day("2014-06-21")));
    assert_eq!(nearest(&due, day("2015-01-01")), Some(day("2014-06-21")));
}

#[test]
fn of_two_complete_stars_at_one_due_day_the_latest_made_counts() {
    let course = with_round(with_round(enrolled(1, 1, "2014-06-11"), 20, "2014-06-12"), 10, "2014-06-14");
    let counted: Vec<u128> = on(&course, "2014-07-01")[0].readings.iter().map(|id| id.0.as_u128()).collect();
    assert_eq!(counted, [10, 11, 12]);
}

#[test]
fn a_star_left_open_later_does_not_undo_a_follow_up_that_was_done() {
    let mut course = with_round(enrolled(1, 1, "2014-06-11"), 10, "2014-06-11");
    course.readings.push(incomplete(50, &star(), "2014-06-20"));
    assert_eq!(state(&course, "2014-06-11", "2014-06-20"), State::Done);
}

#[test]
fn what_is_not_done_on_a_closed_course_is_missed() {
    let course = closed(with_round(enrolled(1, 1, "2014-06-11"), 10, "2014-06-11"), "2014-09-01");
    let states: Vec<State> = on(&course, "2014-09-01").iter().map(|follow_up| follow_up.state).collect();
    assert_eq!(states, [State::Done, State::Missed, State::Missed]);
}

#[test]
fn a_postponed_follow_up_waits_until_it_is_done_or_the_course_is_closed() {
    let mut course = enrolled(1, 1, "2014-06-11");
    course.replies.push(reply("2014-08-11", "2014-08-20", FollowUpReply::Postponed));
    assert_eq!(state(&course, "2014-08-11", "2014-08-19"), State::Due);
    assert_eq!(state(&course, "2014-08-11", "2014-08-20"), State::Postponed);
    assert_eq!(state(&closed(course.clone(), "2014-10-01"), "2014-08-11", "2014-10-01"), State::Missed);
    assert_eq!(state(&with_round(course, 10, "2014-09-01"), "2014-08-11", "2014-09-01"), State::Done);
}

#[test]
fn a_declined_follow_up_lacks_nothing_also_when_the_course_is_closed() {
    let mut course = closed(enrolled(1, 1, "2014-06-11"), "2014-10-01");
    course.replies.push(reply("2014-08-11", "2014-08-12", FollowUpReply::Postponed));
    course.replies.push(reply("2014-08-11", "2014-08-20", FollowUpReply::Declined));
    let declined = on(&course, "2014-10-01").into_iter().find(|follow_up| follow_up.due == day("2014-08-11")).unwrap();
    assert_eq!((declined.state, declined.missing), (State::Declined, Vec::new()));
}

proptest! {
    #[test]
    fn due_days_rise_from_the_enrolment_to_the_last_day(
        enrolled_on in any_day(), every in 1u32..13, open_for in prop::option::of(0i64..500),
    ) {
        let settings = Programme { follow_up_months: every, ..programme() };
        let plan = plan(enrolled_on, &settings).unwrap();
        let closed_on = open_for.map(|days| add_days(enrolled_on, days));
        let due = due_days(&plan, &settings, closed_on);
        prop_assert_eq!(due[0], enrolled_on);
        prop_assert!(due.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!(*due.last().unwrap(), closed_on.unwrap_or(plan.planned_end()).min(plan.planned_end()));
    }

    #[test]
    fn a_reading_belongs_to_a_due_day_that_no_other_is_nearer_than(enrolled_on in any_day(), made in any_day()) {
        let plan = plan(enrolled_on, &programme()).unwrap();
        let due = due_days(&plan, &programme(), None);
        let chosen = nearest(&due, made).unwrap();
        let away = |day: &NaiveDate| days_between(*day, made).abs();
        prop_assert!(due.iter().all(|other| away(&chosen) < away(other) || (away(&chosen) == away(other) && chosen <= *other)));
    }

    #[test]
    fn what_came_after_the_day_changes_no_follow_up_on_it(course in any_course(), after in 0i64..800) {
        let (course, plan) = surely_enrolled(course);
        let asked = add_days(plan.enrolled_on(), after);
        let as_told = |course: &Course| follow_ups(course, &plan, &programme(), &instruments(), asked);
        prop_assert_eq!(as_told(&course), as_told(&known_on(course.clone(), asked)));
    }

    #[test]
    fn every_complete_reading_counts_for_one_follow_up_at_most(course in any_course(), after in 0i64..800) {
        let (course, plan) = surely_enrolled(course);
        let asked = add_days(plan.enrolled_on(), after);
        let mut counted: Vec<ReadingId> = follow_ups(&course, &plan, &programme(), &instruments(), asked)
            .into_iter().flat_map(|follow_up| follow_up.readings).collect();
        counted.sort();
        prop_assert!(counted.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

#[test]
fn a_follow_up_is_postponed_with_a_reason_and_declined_without_one() {
    let course = enrolled(1, 1, "2015-01-10");
    let all = on(&course, "2015-03-12");
    let answered = |due: &str, reply, note: &str| {
        super::reply(&all, day(due), reply, note, day("2015-03-12"))
            .map_err(|refusals| refusals.iter().map(|refusal| (refusal.field, refusal.code)).collect::<Vec<_>>())
    };
    assert_eq!(answered("2015-03-10", FollowUpReply::Postponed, "Indlagt"), Ok(()));
    assert_eq!(answered("2015-03-10", FollowUpReply::Declined, ""), Ok(()));
    assert_eq!(answered("2015-03-10", FollowUpReply::Postponed, " "), Err(vec![("grund", Code::ReasonNeeded)]));
    assert_eq!(
        answered("2015-03-11", FollowUpReply::Postponed, ""),
        Err(vec![("forfald", Code::NotAnswerable), ("grund", Code::ReasonNeeded)])
    );
    assert_eq!(answered("2015-07-10", FollowUpReply::Declined, ""), Err(vec![("forfald", Code::InTheFuture)]));
}

#[test]
fn a_follow_up_that_was_held_takes_no_other_answer() {
    let course = with_round(enrolled(1, 1, "2015-01-10"), 10, "2015-01-10");
    let all = on(&course, "2015-01-12");
    let refused = super::reply(&all, day("2015-01-10"), FollowUpReply::Declined, "", day("2015-01-12"));
    assert_eq!(refused, Err(vec![Refusal::new("forfald", Code::NotAnswerable)]));
}
