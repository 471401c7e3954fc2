//! The same lives counted twice: imported from a register, and entered by hand through the pages' forms on the days on which they
//! happened. Every figure is the same, whichever way the facts came.
//!
//! What no list of the register can say is left out of the lives: a course that changes hands, an exception, a merge. The week's
//! supervision is in neither: no list and no form holds it (`domain/src/fidelity.rs`).

mod lives;
mod paper;
mod typing;

use std::collections::HashMap;

use app::report::ReportAsk;
use chrono::NaiveDate;
use domain::code::Role;
use domain::report::{Report, Span};
use serde_json::Value;

use crate::house::House;
use lives::lives;

/// Before anything happens.
const OPENS: &str = "2014-01-06";
/// After everything has.
const LATEST: &str = "2016-02-15";

/// A house with the team of the lives, whose day follows its clock; and the workers' ids.
async fn house() -> (House, HashMap<&'static str, String>) {
    let house = House::through(OPENS).await;
    let mut workers = HashMap::new();
    for user_name in ["mette", "jonas"] {
        workers.insert(user_name, house.adds(user_name, Role::Worker).await);
    }
    (house, workers)
}

/// What each report is asked for: as of three days, or over three periods.
fn asks(report: Report) -> Vec<ReportAsk> {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    match report.span() {
        Span::Day => {
            ["2015-03-31", "2015-11-23", LATEST].map(|on| ReportAsk { as_of: day(on), ..ReportAsk::default() }).to_vec()
        }
        Span::Period => [("2014-01-01", "2014-12-31"), ("2014-12-01", "2015-11-30"), ("2015-09-15", LATEST)]
            .map(|(from, to)| ReportAsk { as_of: day(to), from: day(from), to: day(to), ..ReportAsk::default() })
            .to_vec(),
    }
}

/// The figure without what courses and citizens are called in it, which only the register gives them; lists of them in the order of
/// what they say.
fn nameless(figure: Value) -> Value {
    match figure {
        Value::Object(fields) => {
            let kept = fields
                .into_iter()
                .filter(|(name, value)| !(matches!(name.as_str(), "course" | "citizen") && value.is_string()));
            Value::Object(kept.map(|(name, value)| (name, nameless(value))).collect())
        }
        Value::Array(values) => {
            let has_names = values.iter().any(|value| value.get("course").is_some());
            let mut values: Vec<Value> = values.into_iter().map(nameless).collect();
            if has_names {
                values.sort_by_key(ToString::to_string);
            }
            Value::Array(values)
        }
        other => other,
    }
}

#[tokio::test]
async fn a_register_imported_and_the_same_lives_entered_by_hand_give_the_same_figures() {
    let ((imported, _), (by_hand, workers)) = (house().await, house().await);
    let lives = lives();
    imported.on_day(LATEST).imports(&lives).await;
    typing::enter(&by_hand, &lives, &workers).await;
    let (imported, by_hand) = (imported.on_day(LATEST), by_hand.on_day(LATEST));
    for report in Report::ALL {
        let mut seen = Vec::new();
        for ask in asks(*report) {
            let (one, other) = (imported.figure(*report, ask).await, by_hand.figure(*report, ask).await);
            let told = format!("{} as of {:?}, from {:?} to {:?}", report.name(), ask.as_of, ask.from, ask.to);
            let (one, other) = (nameless(one), nameless(other));
            assert_eq!(
                serde_json::to_string_pretty(&one).unwrap(),
                serde_json::to_string_pretty(&other).unwrap(),
                "{told}: imported (left), by hand (right)"
            );
            seen.push(one);
        }
        // The control: days and periods were chosen between which something happened.
        seen.dedup();
        assert!(seen.len() > 1, "{} says the same of every day", report.name());
    }
    // The control: one goal reached in one of the houses, and they part.
    imported.imports(&lives.with("maal", "mindre;aktiv;", "mindre;naaet;2015-12-01")).await;
    let ask = asks(Report::Goals)[2];
    assert_ne!(imported.figure(Report::Goals, ask).await, by_hand.figure(Report::Goals, ask).await);
}
