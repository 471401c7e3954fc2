use proptest::prelude::*;

use super::*;
use crate::example::{any_day, assigned, citizen, clarification, closed, day, enrolled, programme, star, who5, worker};
use crate::programme::{Period, Text};

fn of(before: &Programme, after: &Programme, courses: &[Course], goals: &[(CourseId, Goal)], on: &str) -> Moves {
    let star = star();
    let version = |rules| Version { rules, enrolling: &star };
    moves(version(before), version(after), Facts { courses, merges: &[], goals }, day(on))
}

fn ending(to: &str) -> Programme {
    let mut rules = programme();
    rules.funding.to = day(to);
    rules
}

fn moved(from: &str, to: &str) -> Moved {
    Moved { from: Some(day(from)), to: Some(day(to)) }
}

#[test]
fn a_funding_end_a_month_earlier_takes_a_month_from_those_it_reaches_and_nothing_from_the_others() {
    let courses = [
        enrolled(1, 1, "2016-02-01"),
        enrolled(2, 2, "2015-11-10"),
        closed(enrolled(3, 3, "2016-01-20"), "2016-02-01"),
        enrolled(4, 4, "2015-12-15"),
    ];
    let found = of(&programme(), &ending("2016-11-30"), &courses, &[], "2016-03-01");
    let ends: Vec<_> = found.courses.iter().map(|one| (one.citizen, one.end.unwrap())).collect();
    assert_eq!(
        ends,
        [(citizen(1), moved("2016-12-31", "2016-11-30")), (citizen(4), moved("2016-12-14", "2016-11-30"))],
        "the one who loses the most first"
    );
    assert_eq!((ends[0].1.days(), ends[0].1.months()), (Some(-31), Some(1)));
    assert_eq!((ends[1].1.days(), ends[1].1.months()), (Some(-14), Some(0)));
}

#[test]
fn the_phases_and_follow_ups_of_a_course_move_with_its_end() {
    let found = of(&programme(), &ending("2016-11-30"), &[enrolled(1, 1, "2016-02-17")], &[], "2016-06-01");
    let course = &found.courses[0];
    assert_eq!(course.phases, [(2, moved("2016-06-02", "2016-05-23")), (3, moved("2016-09-16", "2016-08-27"))]);
    assert_eq!(course.follow_ups_gone, [day("2016-12-17"), day("2016-12-31")]);
    assert_eq!(course.follow_ups_new, [day("2016-11-30")]);
}

#[test]
fn a_course_enrolled_after_the_new_last_funded_day_has_no_end_any_more_and_comes_first() {
    let courses = [enrolled(1, 1, "2015-12-01"), enrolled(2, 2, "2016-02-01")];
    let found = of(&programme(), &ending("2015-12-31"), &courses, &[], "2016-03-01");
    assert_eq!(found.courses[0].end, Some(Moved { from: Some(day("2016-12-31")), to: None }));
    assert_eq!((found.courses[0].citizen, found.courses[0].end.unwrap().days()), (citizen(2), None));
    assert_eq!(found.courses[1].end, Some(moved("2016-11-30", "2015-12-31")));
}

#[test]
fn a_window_that_closes_earlier_leaves_enrolments_outside_and_clarifications_without_time() {
    let mut after = programme();
    after.recruitment = vec![Period { from: day("2013-04-01"), to: day("2016-01-31") }];
    let courses = [
        enrolled(1, 1, "2016-02-01"),
        enrolled(2, 2, "2016-01-31"),
        clarification(3, 3, "2016-02-10"),
        enrolled(4, 4, "2017-01-01"),
    ];
    let found = of(&programme(), &after, &courses, &[], "2016-02-20");
    assert_eq!(found.outside, [Outside { citizen: citizen(1), enrolled_on: day("2016-02-01") }]);
    let until = Moved { from: Some(day("2016-03-31")), to: None };
    assert_eq!(found.clarifications, [ClarificationMoved { citizen: citizen(3), until }]);
    assert!(found.courses.is_empty(), "no planned end depends on a window");
    assert_eq!(found.citizens().len(), 2);
}

#[test]
fn a_lower_cap_names_the_workers_who_have_more() {
    let courses: Vec<Course> = (1..=3).map(|n| assigned(enrolled(n, n, "2015-01-01"), u128::from(n < 3) + 7)).collect();
    let capped = |caseload_cap| Programme { caseload_cap, ..programme() };
    let found = of(&capped(10), &capped(1), &courses, &[], "2015-02-01");
    assert_eq!(found.over_cap, [OverCap { worker: worker(8), total: 2, was_over: false }]);
    assert!(of(&capped(10), &capped(2), &courses, &[], "2015-02-01").is_empty());
    let already = of(&capped(1), &Programme { lost_contact_days: 30, ..capped(1) }, &courses, &[], "2015-02-01");
    assert!(already.is_empty(), "who was over it before is no news");
}

#[test]
fn active_goals_in_an_area_that_is_retired_are_counted() {
    let area = |retired| {
        let name = Text { da: "Bolig".to_owned(), en: "Housing".to_owned() };
        Programme { goal_areas: vec![GoalArea { key: "bolig".to_owned(), name, retired }], ..programme() }
    };
    let goal = |area: &str, states: Vec<(NaiveDate, GoalState)>| Goal {
        created_on: day("2015-01-05"),
        area: Some(area.to_owned()),
        states,
    };
    let courses = [enrolled(1, 1, "2015-01-01"), closed(enrolled(2, 2, "2014-01-01"), "2015-01-31")];
    let goals = [
        (courses[0].id, goal("bolig", Vec::new())),
        (courses[0].id, goal("bolig", vec![(day("2015-01-20"), GoalState::Reached)])),
        (courses[0].id, goal("andet", Vec::new())),
        (courses[1].id, goal("bolig", Vec::new())),
    ];
    let found = of(&area(false), &area(true), &courses, &goals, "2015-02-01");
    assert_eq!(found.retired.iter().map(|one| one.goals).collect::<Vec<_>>(), [1]);
    assert!(of(&area(true), &area(true), &courses, &goals, "2015-02-01").is_empty());
}

#[test]
fn another_enrolling_instrument_tells_whose_enrolment_goes() {
    let (star, who5) = (star(), who5());
    let rules = programme();
    let other = Programme { enrolling_instrument: "who-5".to_owned(), ..programme() };
    let courses = [enrolled(1, 1, "2015-01-01")];
    let facts = Facts { courses: &courses, merges: &[], goals: &[] };
    let (before, after) = (Version { rules: &rules, enrolling: &star }, Version { rules: &other, enrolling: &who5 });
    let found = moves(before, after, facts, day("2015-02-01"));
    assert_eq!(found.courses[0].enrolment, Some(Moved { from: Some(day("2015-01-01")), to: None }));
}

proptest! {
    #[test]
    fn the_same_rules_move_nothing_and_what_moves_is_what_the_plans_say(
        starts in prop::collection::vec(any_day(), 0..12), to in any_day(), months in 1u32..30, asked in any_day(),
    ) {
        let courses: Vec<Course> = (1u128..).zip(&starts).map(|(n, on)| enrolled(n, n, &on.to_string())).collect();
        let mut after = Programme { course_months: months.max(3), ..programme() };
        after.funding.to = to;
        let asked = asked.to_string();
        prop_assert!(of(&after, &after, &courses, &[], &asked).is_empty());
        let found = of(&programme(), &after, &courses, &[], &asked);
        for (course, on) in courses.iter().zip(&starts).filter(|(_, on)| **on <= day(&asked)) {
            let ends = |rules: &Programme| plan(*on, rules).ok().map(|plan| plan.planned_end());
            let told = found.courses.iter().find(|one| one.course == course.id).and_then(|one| one.end);
            prop_assert_eq!(told, Moved::between(ends(&programme()), ends(&after)));
        }
        let back = of(&after, &programme(), &courses, &[], &asked);
        prop_assert_eq!(back.courses.len(), found.courses.len(), "what one change moves, its undoing moves back");
    }
}
