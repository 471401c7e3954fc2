//! The demo's figures are those of the grant application: the last table of the mission, line by line.

use std::collections::{BTreeSet, HashMap};

use app::report::ReportAsk;
use app::view::Standing;
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::phase::PhaseAsk;
use app::{caseload, clarification, consent, phase};
use domain::code::MarkKind;
use domain::consent::Worth;
use domain::report::Report;
use serde_json::json;
use testkit::register::{AREAS, small};
use testkit::team::{both_demos, both_teams, day};

use crate::common::{as_of, called, figure, over, period};

#[tokio::test]
async fn the_demo_s_figures_are_the_document_s() {
    for team in both_demos().await {
        let status = figure(&team, Report::Status, as_of("2015-11-23")).await;
        for (what, count) in
            [("enrolled", 16), ("in_clarification", 3), ("closed", 37), ("attached", 19), ("different_users", 56)]
        {
            assert_eq!(status[what], json!(count), "{what}");
        }

        let intake = figure(&team, Report::Intake, over("2014-12-01", "2015-11-30")).await;
        assert_eq!((&intake["enrolments"], &intake["average_a_month"]), (&json!(24), &json!(2.0)));

        let ask = ReportAsk { history: period("2014-12-01", "2015-11-30"), ..over("2016-01-01", "2016-03-31") };
        assert_eq!(figure(&team, Report::Forecast, ask).await["expected"], json!(6.0));

        let courses = figure(&team, Report::Courses, as_of("2015-11-23")).await;
        let enrolled: Vec<_> =
            courses["courses"].as_array().unwrap().iter().filter(|course| course["status"] == "enrolled").collect();
        assert_eq!(enrolled.len(), 16);
        let still_there =
            enrolled.iter().filter(|course| course["planned_end"].as_str().unwrap() >= "2016-01-01").count();
        for most_in_clarification in [2, 3] {
            assert!(
                (15..=20).contains(&(still_there + most_in_clarification)),
                "{still_there} and those in clarification"
            );
        }
        assert!((1..=3).contains(&(enrolled.len() - still_there)), "{still_there} of 16 end after 2015");
        let begun: Vec<_> = enrolled.iter().filter(|course| course["enrolled_on"] == "2015-11-10").collect();
        assert!(!begun.is_empty(), "somebody was enrolled on 10 November");
        assert!(begun.iter().all(|course| course["planned_end"] == "2016-11-09"));

        for (citizens, workers) in [(16, 2), (20, 2), (21, 3)] {
            let ask = ReportAsk { citizens: Some(citizens), ..ReportAsk::default() };
            assert_eq!(figure(&team, Report::Staffing, ask).await["workers"], json!(workers), "{citizens} citizens");
        }
    }
}

#[tokio::test]
async fn the_demo_shows_everything_that_a_team_keeps() {
    for team in both_demos().await {
        let counts: HashMap<_, _> = team.database.row_counts().await.into_iter().collect();
        for kept in [
            "action",
            "assessment",
            "attachment",
            "block",
            "consent",
            "contact",
            "deputy",
            "goal",
            "handover",
            "mark",
            "network",
            "offer",
            "referral",
            "reply",
            "step",
        ] {
            assert!(counts[kept] > 0, "the demo has no {kept}");
        }
        let amina = team.signs_in("amina").await;
        let list = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
        let rows = caseload::page(&team.app, &amina, list).await.unwrap().rows;
        let (mut worths, mut in_later_phases) = (BTreeSet::new(), 0);
        for row in &rows {
            let consents = consent::page(&team.app, &amina, row.citizen).await.unwrap().consents;
            worths.extend(consents.iter().map(|one| one.worth));
            let name = row.name.reveal();
            if matches!(row.standing, Standing::InClarification { .. }) {
                let talks = clarification::page(&team.app, &amina, row.citizen).await.unwrap().talks;
                assert!(talks.iter().any(|talk| talk.by.is_some()), "nobody of the team has talked with {name}");
            }
            let page = phase::page(&team.app, &amina, row.citizen, PhaseAsk::default()).await.unwrap();
            let begun: Vec<_> = page.phases.iter().filter(|phase| phase.shifted_on.is_some()).collect();
            for phase in &begun {
                assert!(!phase.focus.is_empty(), "{name} has no focus area in phase {}", phase.number);
            }
            in_later_phases += usize::from(!begun.is_empty());
            let reviewed = page.marks.iter().any(|mark| mark.kind == MarkKind::PlanReviewed);
            assert!(begun.is_empty() || reviewed, "{name}'s plan was never gone through");
        }
        assert!(in_later_phases >= 8, "{in_later_phases} are past phase 1");
        let every = [Worth::Holds, Worth::EndsSoon, Worth::RunOut, Worth::Refused, Worth::Withdrawn];
        assert_eq!(worths, BTreeSet::from(every), "every answer to a consent is there");

        // In Mette's holiday Jonas has her citizens, but not the one he knows.
        let birk = called(&team.app, &amina, "Birk").await;
        let mut jonas = team.signs_in("jonas").await;
        let own = caseload::page(&team.app, &jonas, CaseloadAsk::default()).await.unwrap().matching;
        jonas.today = day("2015-12-21");
        let in_the_holiday = caseload::page(&team.app, &jonas, CaseloadAsk::default()).await.unwrap();
        assert!(in_the_holiday.matching > own, "{} and {own}", in_the_holiday.matching);
        assert!(in_the_holiday.rows.iter().all(|row| row.citizen != birk), "Jonas knows Birk");
        assert!(rows.iter().any(|row| row.citizen == birk), "the control");
    }
}

#[tokio::test]
async fn courses_enrolled_in_february_2016_end_with_the_funding_and_one_of_april_breaks_r10() {
    for team in both_teams().await {
        let mut lists = small();
        for (number, enrolled_on) in [(5, "2016-02-01"), (6, "2016-02-29"), (7, "2016-04-01")] {
            lists = lists.and("borgere", &format!("B{number};Ny {number};;;;;;"));
            lists = lists.and("forloeb", &format!("F{number};B{number};2016-01-04;;;;;mette"));
            for area in AREAS {
                lists = lists.and("maalinger", &format!("N{number};F{number};stjerne;{enrolled_on};{area};5;borger;"));
            }
        }
        let imported = team.imports(&lists).await;
        let broken: Vec<_> = imported.breaks.iter().map(|one| (one.what.rule.number(), one.course.as_str())).collect();
        assert_eq!(broken, [("R10", "F7")]);
        let courses = figure(&team, Report::Courses, as_of("2016-04-02")).await;
        let end = |name: &str| {
            let course = courses["courses"].as_array().unwrap().iter().find(|course| course["course"] == name);
            course.unwrap()["planned_end"].clone()
        };
        assert_eq!([end("F5"), end("F6"), end("F1")], [json!("2016-12-31"), json!("2016-12-31"), json!("2016-11-09")]);
    }
}
