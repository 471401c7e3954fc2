//! Persons with readings, and what the figure says of them.

use proptest::prelude::*;

use super::*;
use crate::example::{
    citizen, clarification, closed, day, enrolled, incomplete, instruments, purpose, reading, star, who5,
};
use crate::reading::{Answer, Answers, Reading};

fn answered(number: u128, instrument: &Instrument, on: &str, values: &[u8]) -> Reading {
    let answers = Answers(values.iter().map(|value| Some(Answer::Value(*value))).collect());
    Reading { answers, ..reading(number, instrument, on) }
}

fn of_year(courses: &[Course], merges: &[Merge]) -> Outcomes {
    let period = Period { from: day("2015-01-01"), to: day("2015-12-31") };
    outcomes(courses, merges, &instruments(), &star(), period)
}

/// A course enrolled on the day, with WHO-5 answers all alike on each of the days.
fn with_who5(number: u128, person: u128, on: &str, answers: &[(&str, u8)]) -> Course {
    let mut course = enrolled(number, person, on);
    for (at, (made, value)) in (1..).zip(answers) {
        course.readings.push(answered(number * 100 + at, &who5(), made, &[*value; 5]));
    }
    course
}

#[test]
fn a_change_counts_from_three_raw_points() {
    let mut up_by_two = with_who5(1, 1, "2015-01-01", &[("2015-01-02", 2), ("2015-03-02", 2)]);
    up_by_two.readings[2].answers.0[0] = Some(Answer::Value(4));
    let mut up_by_three = up_by_two.clone();
    up_by_three.readings[2].answers.0[0] = Some(Answer::Value(5));
    assert_eq!(of_year(&[up_by_two], &[]).who5.unwrap().same, 1);
    let figure = of_year(&[up_by_three], &[]).who5.unwrap();
    assert_eq!((figure.improved, figure.median_first, figure.median_latest), (1, Some(40.0), Some(52.0)));
}

#[test]
fn somebody_with_one_complete_reading_is_missing_and_the_incomplete_one_is_counted() {
    let mut course = with_who5(1, 1, "2015-01-01", &[("2015-01-02", 2)]);
    course.readings.push(incomplete(9, &who5(), "2015-03-02"));
    let figure = of_year(&[course], &[]).who5.unwrap();
    assert_eq!((figure.n, figure.missing, figure.incomplete), (0, 1, 1));
}

#[test]
fn readings_made_after_the_period_and_withdrawn_ones_are_not_told() {
    let mut course =
        with_who5(1, 1, "2015-01-01", &[("2015-01-02", 1), ("2015-12-31", 3), ("2016-01-01", 5), ("2015-06-01", 0)]);
    course.readings[4].withdrawn = true;
    assert_eq!(of_year(&[course], &[]).who5.unwrap().median_latest, Some(60.0));
}

#[test]
fn a_course_closed_before_the_period_or_enrolled_after_it_is_not_in_it() {
    let ended = closed(enrolled(1, 1, "2014-01-01"), "2014-12-31");
    let on_the_first_day = closed(enrolled(2, 2, "2014-01-01"), "2015-01-01");
    let later = enrolled(3, 3, "2016-01-01");
    let never = clarification(4, 4, "2015-01-01");
    assert_eq!(of_year(&[ended, on_the_first_day, later, never], &[]).n, 1);
}

#[test]
fn a_person_with_two_courses_is_stood_for_by_the_later_one_that_has_two_readings() {
    let earlier = with_who5(1, 1, "2015-01-01", &[("2015-01-02", 0), ("2015-03-02", 5)]);
    let mut later = with_who5(2, 1, "2015-06-01", &[("2015-06-02", 4)]);
    let figure = of_year(&[earlier.clone(), later.clone()], &[]).who5.unwrap();
    assert_eq!((figure.n, figure.improved), (1, 1));
    later.readings.push(answered(999, &who5(), "2015-08-02", &[1; 5]));
    let figure = of_year(&[earlier, later], &[]).who5.unwrap();
    assert_eq!((figure.n, figure.worsened), (1, 1));
}

#[test]
fn merged_records_are_one_person_and_an_undone_merge_makes_two_again() {
    let courses = [1, 2].map(|number| with_who5(number, number, "2015-01-01", &[("2015-01-02", 0), ("2015-03-02", 5)]));
    let merge = Merge { from: citizen(2), into: citizen(1) };
    assert_eq!(of_year(&courses, &[merge]).who5.unwrap().n, 1);
    assert_eq!(of_year(&courses, &[]).who5.unwrap().n, 2);
}

#[test]
fn an_area_that_is_not_relevant_once_is_told_from_the_readings_that_score_it() {
    let mut course = clarification(1, 1, "2015-01-01");
    let stars = [("2015-01-01", [2, 5, 5]), ("2015-03-01", [9, 6, 4]), ("2015-05-01", [1, 1, 1])];
    course.readings = (1..).zip(stars).map(|(number, (on, steps))| answered(number, &star(), on, &steps)).collect();
    course.readings[2].answers.0[0] = Some(Answer::NotRelevant);
    let areas = of_year(&[course], &[]).star.unwrap().areas;
    assert_eq!((areas[0].n, areas[0].up, areas[0].median_latest, areas[0].stage_up), (1, 1, Some(9.0), 1));
    assert_eq!((areas[1].down, areas[1].stage_down, areas[2].down), (1, 0, 1));
}

#[test]
fn the_citizens_star_is_told_and_not_the_workers() {
    let mut course = clarification(1, 1, "2015-01-01");
    course.readings = vec![answered(1, &star(), "2015-01-01", &[5; 3]), answered(2, &star(), "2015-03-01", &[5; 3])];
    course.readings[1].worker_answers = Some(Box::new(Answers(vec![Some(Answer::Value(9)); 3])));
    assert_eq!(of_year(&[course], &[]).star.unwrap().areas[0].same, 1);
}

#[test]
fn a_purpose_that_changed_back_is_not_changed_and_one_answer_is_enough() {
    let mut course = enrolled(1, 1, "2015-01-01");
    for (number, (on, value)) in (10..).zip([("2015-01-01", 0), ("2015-03-01", 1), ("2015-05-01", 0)]) {
        course.readings.push(answered(number, &purpose(), on, &[value]));
    }
    let mut other = enrolled(2, 2, "2015-01-01");
    other.readings.push(answered(20, &purpose(), "2015-01-01", &[1]));
    let figure = of_year(&[course, other, enrolled(3, 3, "2015-01-01")], &[]).purpose.unwrap();
    assert_eq!((figure.n, figure.missing, figure.changed), (2, 1, 0));
    assert_eq!((figure.first["exit"], figure.latest["bedre_livssituation"]), (1, 1));
}

#[test]
fn readings_of_another_version_are_counted_apart_and_never_pooled() {
    let mut course = with_who5(1, 1, "2015-01-01", &[("2015-01-02", 1), ("2015-03-02", 3), ("2015-05-02", 5)]);
    course.readings[3].version = "1998".into();
    let figure = of_year(&[course], &[]).who5.unwrap();
    assert_eq!((figure.median_latest, figure.other_versions, figure.incomplete), (Some(60.0), 1, 0));
}

#[test]
fn of_two_readings_on_one_day_the_one_made_later_is_the_latest() {
    let course = with_who5(1, 1, "2015-01-01", &[("2015-01-02", 5), ("2015-01-02", 1)]);
    let figure = of_year(&[course], &[]).who5.unwrap();
    assert_eq!((figure.median_first, figure.median_latest), (Some(100.0), Some(20.0)));
}

#[test]
fn everybody_stands_in_one_zone_at_first_and_in_one_at_the_latest() {
    let mut instrument = who5();
    let band = |from, to, risk| Band { from, to, risk, text: instrument.title.clone() };
    let bands = vec![band(0, 35, true), band(36, 50, true), band(51, 100, false)];
    if let Scale::Sum { bands: own, .. } = &mut instrument.scale {
        *own = bands;
    }
    let courses = [
        with_who5(1, 1, "2015-01-01", &[("2015-01-02", 1), ("2015-03-02", 4)]),
        with_who5(2, 2, "2015-01-01", &[("2015-01-02", 2), ("2015-03-02", 2)]),
    ];
    let period = Period { from: day("2015-01-01"), to: day("2015-12-31") };
    let figure = outcomes(&courses, &[], &[star(), instrument, purpose()], &star(), period).who5.unwrap();
    let counts: Vec<_> = figure.zones.iter().map(|zone| (zone.first, zone.latest)).collect();
    assert_eq!(counts, [(1, 0), (1, 1), (0, 1)]);
    assert_eq!((figure.risk_zone_first, figure.risk_zone_latest), (2, 1), "the zones at risk add up to the risk zone");
}

#[test]
fn every_way_from_one_answer_to_another_is_counted() {
    let answers = [(0, 0), (0, 1), (0, 1), (1, 0)];
    let courses: Vec<_> = (1..)
        .zip(answers)
        .map(|(number, (first, latest))| {
            let mut course = enrolled(number, number, "2015-01-01");
            course.readings.push(answered(number * 10, &purpose(), "2015-01-02", &[first]));
            course.readings.push(answered(number * 10 + 1, &purpose(), "2015-03-02", &[latest]));
            course
        })
        .collect();
    let figure = of_year(&courses, &[]).purpose.unwrap();
    let ways: Vec<_> = figure.changes.iter().map(|way| (way.from.as_str(), way.to.as_str(), way.n)).collect();
    let better = "bedre_livssituation";
    assert_eq!(ways, [("exit", "exit", 1), ("exit", better, 2), (better, "exit", 1), (better, better, 0)]);
    assert_eq!(figure.changed, 3);
}

#[test]
fn the_steps_of_single_persons_are_in_no_order_of_persons_and_never_written() {
    let with_stars = |number: u128, first: u8, latest: u8| {
        let mut course = clarification(number, number, "2015-01-01");
        course.readings = vec![
            answered(number * 10, &star(), "2015-01-01", &[first; 3]),
            answered(number * 10 + 1, &star(), "2015-03-01", &[latest; 3]),
        ];
        course
    };
    let figure = of_year(&[with_stars(1, 7, 8), with_stars(2, 2, 6), with_stars(3, 2, 1)], &[]);
    let star = figure.star.as_ref().unwrap();
    assert_eq!(star.areas[0].steps, [(2, 1), (2, 6), (7, 8)]);
    assert!(!serde_json::to_string(&figure).unwrap().contains("steps"));
}

#[test]
fn a_star_without_stages_says_so_and_shifts_none() {
    let mut plain = star();
    if let Scale::Areas { stages, .. } = &mut plain.scale {
        stages.clear();
    }
    let mut course = clarification(1, 1, "2015-01-01");
    course.readings = vec![answered(1, &plain, "2015-01-01", &[1; 3]), answered(2, &plain, "2015-03-01", &[9; 3])];
    let period = Period { from: day("2015-01-01"), to: day("2015-12-31") };
    let figure = outcomes(&[course], &[], &[plain.clone()], &plain, period).star.unwrap();
    assert!(figure.stages.is_empty() && figure.areas[0].stage_up == 0 && figure.areas[0].up == 1);
}

proptest! {
    #[test]
    fn everybody_is_counted_once_in_every_part(readings in prop::collection::vec((1u128..8, 0u8..6, 1u32..13), 0..60)) {
        let mut courses: Vec<_> = (1..8).map(|number| enrolled(number, number % 5, "2015-01-01")).collect();
        for (number, (course, value, month)) in (1000..).zip(readings) {
            let made = format!("2015-{month:02}-15");
            courses[usize::try_from(course).unwrap() - 1].readings.push(answered(number, &who5(), &made, &[value; 5]));
        }
        let figure = of_year(&courses, &[]);
        let who5 = figure.who5.unwrap();
        prop_assert_eq!(who5.improved + who5.same + who5.worsened, who5.n);
        prop_assert_eq!(who5.n + who5.missing, figure.n);
        prop_assert_eq!(figure.n, 5);
        prop_assert!(who5.risk_zone_first <= who5.n && who5.risk_zone_latest <= who5.n);
    }
}
