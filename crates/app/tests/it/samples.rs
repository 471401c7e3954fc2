//! Two registers made at random from the rules alone, and every figure that must come of them (`tests/samples/`).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use app::report::ReportAsk;
use domain::history::Rule;
use domain::report::Report;
use register::Source;
use serde_json::{Value, json};
use testkit::team::{Team, both_teams};

use crate::common::{as_of, figure, over, period};

#[tokio::test]
async fn every_figure_of_the_folder_of_csv_files_is_right() {
    every_figure_is_right("a-csv", 2135).await;
}

#[tokio::test]
async fn every_figure_of_the_workbook_is_right() {
    every_figure_is_right("b-xlsx", 1325).await;
}

async fn every_figure_is_right(sample: &str, figures: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(sample);
    for team in both_teams().await {
        let compared = compare(&team, &folder).await;
        assert!(compared.wrong.is_empty(), "{:?}: {:#?}", team.database.kind, compared.wrong);
        assert_eq!(compared.tried, figures);
    }
}

#[tokio::test]
async fn the_comparison_finds_a_figure_that_is_not_right() {
    let mut compared = Compared::default();
    compared.fields("status", &json!({"enrolled": 16, "closed": 2.0}), &json!({"enrolled": 17, "closed": 2}));
    assert_eq!((compared.tried, compared.wrong.len()), (2, 1));
}

/// What was compared.
#[derive(Default)]
struct Compared {
    tried: usize,
    wrong: Vec<String>,
}

impl Compared {
    fn one(&mut self, place: &str, wanted: &Value, got: &Value) {
        self.tried += 1;
        if !is_same(wanted, got) {
            self.wrong.push(format!("{place}: {wanted} was wanted, {got} came"));
        }
    }

    fn fields(&mut self, place: &str, wanted: &Value, got: &Value) {
        for (name, value) in wanted.as_object().unwrap() {
            self.one(&format!("{place} {name}"), value, &got[name]);
        }
    }

    /// Rows that are told apart by a key; a row that is `absent` may be left out where it says nothing but noughts.
    fn rows(&mut self, place: &str, key: &str, wanted: &Value, got: &Value, may_be_absent: bool) {
        for row in array(wanted) {
            let found = array(got).iter().find(|other| other[key] == row[key]).cloned();
            let nought = |value: &Value| if value.is_number() { json!(0) } else { value.clone() };
            let absent =
                || row.as_object().unwrap().iter().map(|(name, value)| (name.clone(), nought(value))).collect();
            let found = found.or_else(|| may_be_absent.then(|| Value::Object(absent()))).unwrap_or_default();
            self.fields(&format!("{place} {}", row[key]), row, &found);
        }
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn is_same(wanted: &Value, got: &Value) -> bool {
    match (wanted, got) {
        (Value::Number(wanted), Value::Number(got)) => (wanted.as_f64().unwrap() - got.as_f64().unwrap()).abs() < 1e-6,
        (Value::Array(wanted), Value::Array(got)) => {
            wanted.len() == got.len() && wanted.iter().zip(got).all(|(wanted, got)| is_same(wanted, got))
        }
        _ => wanted == got,
    }
}

/// The members of an object but some.
fn without(object: &Value, names: &[&str]) -> Value {
    let members = object.as_object().unwrap().iter().filter(|(name, _)| !names.contains(&name.as_str()));
    Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect())
}

async fn compare(team: &Team, folder: &Path) -> Compared {
    let source = Source::load(&folder.join("register")).unwrap();
    let tried = team.tries(&source, true).await.unwrap();
    let breaks: BTreeSet<String> =
        tried.breaks.iter().filter(|one| one.what.rule == Rule::R10).map(|one| one.course.clone()).collect();
    team.tries(&source, false).await.unwrap();

    let wanted: Value = serde_json::from_slice(&fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let (on, from) = (wanted["as_of"].as_str().unwrap(), wanted["frm"].as_str().unwrap());
    let mut compared = Compared::default();
    compared.one("breaks", &wanted["breaks_r10"], &json!(breaks));
    compared.fields("status", &wanted["status"], &figure(team, Report::Status, as_of(on)).await);
    let got = figure(team, Report::Caseload, as_of(on)).await;
    compared.rows("caseload", "worker", &wanted["caseload"], &got["workers"], true);
    intake(&mut compared, &wanted["intake"], &figure(team, Report::Intake, over("2014-01-01", "2014-12-31")).await);
    courses(&mut compared, &wanted["courses"], &figure(team, Report::Courses, as_of(on)).await["courses"]);

    let got = figure(team, Report::Outcomes, over(from, on)).await;
    compared.fields("who5", &wanted["who5"], &got["who5"]);
    compared.rows("star", "area", &wanted["star"], &got["star"]["areas"], false);
    compared.fields("purpose", &without(&wanted["purpose"], &["first", "latest"]), &got["purpose"]);
    for time in ["first", "latest"] {
        compared.fields(&format!("purpose {time}"), &wanted["purpose"][time], &got["purpose"][time]);
    }
    let got = figure(team, Report::WindDown, as_of(on)).await;
    compared.fields("wind-down", &without(&wanted["wind_down"], &["cut_short"]), &got);
    let cut: BTreeSet<&str> = array(&got["cut_short"]).iter().map(|row| row["course"].as_str().unwrap()).collect();
    compared.one("wind-down cut short", &wanted["wind_down"]["cut_short"], &json!(cut));
    let got = figure(team, Report::Goals, over(from, on)).await;
    compared.rows("goals", "area", &wanted["goals"]["by_area"], &got["by_area"], true);
    compared.one("goals unlinked", &wanted["goals"]["unlinked"], &got["unlinked"]);
    let got = figure(team, Report::Referrals, over(from, on)).await;
    for (theirs, ours) in [("into", "in"), ("out", "out")] {
        compared.rows("referrals", "partner", &wanted["referrals"][theirs], &got[ours], false);
    }
    let ask = ReportAsk { history: period("2014-01-01", "2014-12-31"), ..over("2016-01-01", "2016-03-31") };
    compared.fields("forecast", &wanted["forecast"], &figure(team, Report::Forecast, ask).await);
    compared
}

fn intake(compared: &mut Compared, wanted: &Value, got: &Value) {
    compared.fields("intake", &without(wanted, &["by_month", "by_channel"]), got);
    compared.fields("intake by channel", &wanted["by_channel"], &got["by_channel"]);
    let nothing = json!({"enquiries": 0, "clarifications": 0, "enrolments": 0, "closings": 0});
    for (month, row) in wanted["by_month"].as_object().unwrap() {
        let found = array(&got["by_month"]).iter().find(|other| other["month"] == json!(month)).unwrap_or(&nothing);
        compared.fields(&format!("intake {month}"), row, found);
    }
}

fn courses(compared: &mut Compared, wanted: &Value, got: &Value) {
    let names = |rows: &Value| array(rows).iter().map(|row| row["course"].to_string()).collect::<BTreeSet<_>>();
    compared.one("courses", &json!(names(wanted)), &json!(names(got)));
    for course in array(wanted) {
        let found = array(got).iter().find(|other| other["course"] == course["course"]).cloned().unwrap_or_default();
        let place = format!("course {}", course["course"]);
        compared.fields(&place, &without(course, &["phases", "follow_ups"]), &found);
        for list in ["phases", "follow_ups"] {
            let (wanted, got) = (array(&course[list]), array(&found[list]));
            if wanted.len() != got.len() {
                compared.one(&format!("{place} {list}"), &json!(wanted.len()), &json!(got.len()));
            }
            for (at, (wanted, got)) in wanted.iter().zip(got).enumerate() {
                compared.fields(&format!("{place} {list} {at}"), wanted, got);
            }
        }
    }
}
