//! Contacts and goals, and what the figure says of the time.

use proptest::prelude::*;

use super::sums::with_unknown;
use super::*;
use crate::example::{any_day, clarification, contact, day, enrolled, programme, star};
use crate::programme::GoalArea;

fn with_areas() -> Programme {
    let area = |key: &str| GoalArea {
        key: key.to_owned(),
        name: Text { da: key.to_uppercase(), en: key.to_uppercase() },
        retired: false,
    };
    Programme { goal_areas: vec![area("bolig"), area("oekonomi")], ..programme() }
}

fn year() -> Period {
    Period { from: day("2015-01-01"), to: day("2015-12-31") }
}

fn meeting(on: &str, minutes: Option<u32>) -> Contact {
    Contact { minutes, ..contact(on, ContactKind::Meeting, None, Some(With::Citizen)) }
}

fn goal(area: Option<&str>, created: &str, states: &[(&str, GoalState)]) -> Goal {
    let states = states.iter().map(|(on, state)| (day(on), *state)).collect();
    Goal { created_on: day(created), area: area.map(str::to_owned), states }
}

/// One course, enrolled on the first of February 2015.
fn told(contacts: Vec<Contact>, goals: Vec<Goal>) -> Effort {
    let course = enrolled(1, 1, "2015-02-01");
    let work = HashMap::from([(course.id, CourseWork { contacts, goals })]);
    effort(&[course], &work, &with_areas(), &star(), year())
}

fn area<'a>(figure: &'a Effort, key: Option<&str>) -> &'a AreaLine {
    figure.by_area.iter().find(|line| line.area.as_deref() == key).unwrap()
}

#[test]
fn minutes_are_added_up_and_a_contact_without_them_is_missing() {
    let figure = told(vec![meeting("2015-03-01", Some(45)), meeting("2015-03-02", None)], Vec::new());
    assert_eq!((figure.n, figure.missing, figure.minutes), (2, 1, 45));
    let march = figure.by_month.iter().find(|line| line.month == "2015-03").unwrap();
    assert_eq!(march.time, Time { contacts: 2, minutes: 45 });
    assert_eq!(figure.by_month.len(), 12);
}

#[test]
fn an_attempt_is_time_where_its_minutes_were_noted_and_else_nothing() {
    let attempt = |minutes| Contact { kind: Some(ContactKind::Attempt), ..meeting("2015-03-01", minutes) };
    let figure = told(vec![attempt(None), attempt(Some(10))], Vec::new());
    assert_eq!((figure.n, figure.missing, figure.minutes), (1, 0, 10));
}

#[test]
fn the_first_and_the_last_day_count_and_the_days_beside_them_do_not() {
    let days = ["2014-12-31", "2015-01-01", "2015-12-31", "2016-01-01"];
    let figure = told(days.iter().map(|on| meeting(on, Some(1))).collect(), Vec::new());
    assert_eq!(figure.minutes, 2);
}

#[test]
fn time_before_the_enrolment_is_of_the_clarification_and_time_in_it_of_the_phase_of_its_day() {
    let days = [("2015-01-31", 1), ("2015-02-01", 2), ("2015-05-31", 4), ("2015-06-01", 8), ("2015-10-01", 16)];
    let figure = told(days.iter().map(|(on, minutes)| meeting(on, Some(*minutes))).collect(), Vec::new());
    let minutes: Vec<_> = figure.by_phase.iter().map(|line| line.time.minutes).collect();
    assert_eq!(minutes, [1, 6, 8, 16, 0]);
    let json = serde_json::to_value(&figure.by_phase).unwrap();
    assert_eq!((&json[0]["phase"], &json[1]["phase"]), (&"clarification".into(), &1.into()));
}

#[test]
fn time_past_the_planned_end_and_of_a_course_without_a_plan_is_after_it() {
    let (past, unplanned) = (enrolled(1, 1, "2014-01-01"), enrolled(2, 2, "2017-01-01"));
    let contacts = |on: &str| CourseWork { contacts: vec![meeting(on, Some(30))], goals: Vec::new() };
    let work = HashMap::from([(past.id, contacts("2015-01-01")), (unplanned.id, contacts("2017-01-02"))]);
    let period = Period { from: day("2015-01-01"), to: day("2017-12-31") };
    let figure = effort(&[past, unplanned], &work, &with_areas(), &star(), period);
    assert_eq!(figure.by_phase.last().unwrap().time.minutes, 60);
}

#[test]
fn a_contact_stands_with_each_area_that_has_an_active_goal_that_day_and_once_with_each() {
    let goals = vec![
        goal(Some("bolig"), "2015-02-01", &[]),
        goal(Some("bolig"), "2015-02-01", &[]),
        goal(Some("oekonomi"), "2015-04-01", &[("2015-06-01", GoalState::Reached)]),
    ];
    let contacts = [("2015-01-15", 1), ("2015-03-01", 2), ("2015-05-01", 4), ("2015-06-01", 8)];
    let figure = told(contacts.iter().map(|(on, minutes)| meeting(on, Some(*minutes))).collect(), goals);
    assert_eq!(area(&figure, Some("bolig")).time, Time { contacts: 3, minutes: 14 });
    assert_eq!(area(&figure, Some("oekonomi")).time, Time { contacts: 1, minutes: 4 });
    assert_eq!(area(&figure, None).time, Time { contacts: 1, minutes: 1 });
}

#[test]
fn a_goal_is_reached_in_the_period_where_it_was_then_and_still_is() {
    let reached = ("2015-06-01", GoalState::Reached);
    let goals = vec![
        goal(Some("bolig"), "2015-02-01", &[reached]),
        goal(Some("bolig"), "2015-02-01", &[reached, ("2015-07-01", GoalState::Active)]),
        goal(Some("bolig"), "2014-02-01", &[("2014-12-31", GoalState::Reached)]),
        goal(Some("bolig"), "2015-02-01", &[("2016-01-01", GoalState::Reached)]),
        goal(Some("have"), "2015-02-01", &[reached]),
        goal(None, "2015-02-01", &[reached]),
    ];
    let figure = told(Vec::new(), goals);
    let rows: Vec<_> = figure
        .goals_reached_by_area
        .iter()
        .map(|line| (line.area.as_deref(), line.name.is_some(), line.reached))
        .collect();
    let wanted = [(Some("bolig"), true, 1), (Some("oekonomi"), true, 0), (Some("have"), false, 1), (None, false, 1)];
    assert_eq!(rows, wanted);
    let areas: Vec<_> = figure.by_area.iter().map(|line| line.area.as_deref()).collect();
    assert_eq!(
        areas,
        [Some("bolig"), Some("oekonomi"), Some("have"), None],
        "the same rows, so that they stand beside each other"
    );
}

#[test]
fn the_time_of_no_worker_and_no_citizen_can_be_read_from_it() {
    let figure = told(vec![meeting("2015-03-01", Some(45))], vec![goal(Some("bolig"), "2015-02-01", &[])]);
    let json = serde_json::to_value(&figure).unwrap();
    let names: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let wanted = [
        "by_area",
        "by_month",
        "by_phase",
        "by_type",
        "by_with",
        "definition",
        "from",
        "goals_reached_by_area",
        "minutes",
        "missing",
        "n",
        "to",
    ];
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, wanted);
}

proptest! {
    #[test]
    fn every_division_but_the_areas_adds_up_to_the_whole(
        contacts in prop::collection::vec((any_day(), 0usize..7, prop::option::of(1u32..300)), 0..40),
    ) {
        let kinds: Vec<_> = with_unknown(ContactKind::ALL).collect();
        let made = contacts
            .iter()
            .map(|(on, kind, minutes)| Contact { on: *on, kind: kinds[*kind], place: None, with: None, minutes: *minutes })
            .collect();
        let course = clarification(1, 1, "2013-01-01");
        let work = HashMap::from([(course.id, CourseWork { contacts: made, goals: Vec::new() })]);
        let figure = effort(&[course], &work, &with_areas(), &star(), year());
        let whole = Time { contacts: figure.n, minutes: figure.minutes };
        let sum = |times: Vec<Time>| times.iter().fold(Time::default(), |sum, time| Time {
            contacts: sum.contacts + time.contacts,
            minutes: sum.minutes + time.minutes,
        });
        prop_assert_eq!(sum(figure.by_month.iter().map(|line| line.time).collect()), whole);
        prop_assert_eq!(sum(figure.by_phase.iter().map(|line| line.time).collect()), whole);
        prop_assert_eq!(sum(figure.by_type.iter().map(|line| line.time).collect()), whole);
        prop_assert_eq!(sum(figure.by_with.iter().map(|line| line.time).collect()), whole);
        prop_assert!(figure.missing <= figure.n);
    }
}
