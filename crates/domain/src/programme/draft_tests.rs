use super::*;
use crate::example::{day, programme};

fn text(words: &str) -> Text {
    Text { da: words.to_owned(), en: words.to_owned() }
}

fn area(key: &str, name: &str) -> GoalArea {
    GoalArea { key: key.to_owned(), name: text(name), retired: false }
}

fn typed(rules: &Programme) -> Draft {
    Draft {
        title: rules.title.clone(),
        numbers: Number::ALL.iter().map(|number| (*number, number.of(rules))).collect(),
        funding: (Ok(rules.funding.from), Ok(rules.funding.to)),
        windows: rules.recruitment.iter().map(|window| (Ok(window.from), Ok(window.to))).collect(),
        instruments: rules.instruments.clone(),
        enrolling: rules.enrolling_instrument.clone(),
        areas: rules.goal_areas.clone(),
    }
}

fn told(draft: &Draft) -> Vec<(String, Code)> {
    draft.checked(&programme()).unwrap_err().into_iter().map(|refused| (refused.field.name(), refused.code)).collect()
}

fn one(field: &str, code: Code) -> Vec<(String, Code)> {
    vec![(field.to_owned(), code)]
}

#[test]
fn rules_typed_as_they_stand_are_the_rules() {
    let rules = Programme { goal_areas: vec![area("bolig", "Stabil bolig")], ..programme() };
    assert_eq!(typed(&rules).checked(&rules), Ok(rules));
}

#[test]
fn a_cap_of_nought_and_absurd_months_are_refused_beside_their_fields() {
    for (number, wrong) in
        [(Number::CaseloadCap, 0), (Number::CourseMonths, 0), (Number::CourseMonths, 61), (Number::WithholdBelow, 0)]
    {
        let mut draft = typed(&programme());
        draft.numbers.insert(number, wrong);
        assert_eq!(told(&draft), one(number.code(), Code::NotInRange));
        draft.numbers.remove(&number);
        assert_eq!(told(&draft), one(number.code(), Code::NotInRange), "no number at all");
    }
}

#[test]
fn a_window_that_overlaps_another_is_refused_in_its_own_row_whatever_the_order() {
    let mut draft = typed(&programme());
    draft.windows.insert(0, (Ok(day("2016-03-31")), Ok(day("2016-04-30"))));
    assert_eq!(told(&draft), one("vindue_fra_0", Code::WindowsOverlap));
    draft.windows[0].0 = Ok(day("2016-04-01"));
    let rules = draft.checked(&programme()).unwrap();
    assert_eq!(rules.recruitment[1].from, day("2016-04-01"), "in the order of their days");
}

#[test]
fn a_window_outside_the_funding_is_refused_at_the_day_that_lies_outside() {
    let mut draft = typed(&programme());
    draft.windows[0].1 = Ok(day("2017-01-31"));
    assert_eq!(told(&draft), one("vindue_til_0", Code::OutsideFunding));
    draft.windows[0] = (Ok(day("2013-03-01")), Ok(day("2013-06-01")));
    assert_eq!(told(&draft), one("vindue_fra_0", Code::OutsideFunding));
    draft.windows.clear();
    assert_eq!(told(&draft), one("vinduer", Code::WindowNeeded));
}

#[test]
fn an_end_before_its_beginning_is_refused() {
    let mut draft = typed(&programme());
    draft.windows[0] = (Ok(day("2015-02-01")), Ok(day("2015-01-01")));
    draft.funding = (Ok(day("2016-12-31")), Ok(day("2013-04-01")));
    let ends = Code::EndsBeforeItBegins;
    assert_eq!(told(&draft), [("bevilling_til".to_owned(), ends), ("vindue_til_0".to_owned(), ends)]);
}

#[test]
fn everything_wrong_is_told_at_once() {
    let draft = Draft {
        title: text(" "),
        numbers: BTreeMap::new(),
        funding: (Err(Code::NoSuchDay), Err(Code::DayNeeded)),
        windows: vec![(Err(Code::DayNeeded), Err(Code::NoSuchDay))],
        instruments: Vec::new(),
        enrolling: String::new(),
        areas: vec![area("", "")],
    };
    assert_eq!(told(&draft).len(), 2 + 8 + 2 + 2 + 1 + 2);
}

#[test]
fn what_does_not_go_together_is_refused() {
    let mut draft = typed(&programme());
    draft.numbers.insert(Number::CourseMonths, 2);
    draft.enrolling = "sol".to_owned();
    assert_eq!(
        told(&draft),
        [("phases".to_owned(), Code::MorePhasesThanMonths), ("indskriver".to_owned(), Code::EnrollingNotAmong)]
    );
}

#[test]
fn a_new_area_gets_its_key_from_its_danish_name() {
    let mut draft = typed(&programme());
    draft.areas = vec![area("", " Fælles  måltider!"), area("", "Økonomi")];
    let keys: Vec<String> = draft.checked(&programme()).unwrap().goal_areas.into_iter().map(|area| area.key).collect();
    assert_eq!(keys, ["faelles_maaltider", "oekonomi"]);
    draft.areas = vec![area("oekonomi", "Overblik"), area("", "Økonomi"), area("", "!?")];
    assert_eq!(
        told(&draft),
        [("omraade_da_1".to_owned(), Code::KeyTwice), ("omraade_da_2".to_owned(), Code::KeyWrong)]
    );
}

#[test]
fn an_area_in_use_is_retired_and_not_removed_and_an_instrument_has_to_be_installed() {
    let before =
        Programme { goal_areas: vec![area("bolig", "Stabil bolig"), area("netvaerk", "Netværk")], ..programme() };
    let after = Programme { key: "andet".to_owned(), goal_areas: Vec::new(), ..programme() };
    let used = BTreeSet::from(["bolig".to_owned()]);
    let found = unsuited(&before, &after, &["stjerne", "who-5"], &used);
    let codes: Vec<Code> = found.iter().map(|refused| refused.code).collect();
    assert_eq!(codes, [Code::KeyFixed, Code::InstrumentUnknown, Code::AreaInUse]);
    assert_eq!(found[2].what, Some(text("Stabil bolig")));
    let mut retired = before.clone();
    retired.goal_areas[0].retired = true;
    assert!(unsuited(&before, &retired, &["stjerne", "who-5", "formaal"], &used).is_empty());
}
