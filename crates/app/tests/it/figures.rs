//! *Nøgletal*: both periods equal the command, and single persons' steps are for who works with them.

use app::figures::{behind, page};
use app::report::ReportAsk;
use app::view::figures::{FiguresAsk, OfPeriod};
use app::{Cx, Error};
use domain::caseload::Part;
use domain::code::Role;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Period;
use domain::report::Report;
use domain::report::caseload::Key;
use domain::report::periods::Against;
use render::Locale;
use render::report::lay_out;
use serde_json::{Value, to_value};
use testkit::team::{Team, both_demos, day};

use crate::block::{me, once};
use crate::common::{figure, over};

fn told(of: &OfPeriod) -> [(Report, Value); 5] {
    [
        (Report::Intake, to_value(&of.intake).unwrap()),
        (Report::Outcomes, to_value(&of.outcomes).unwrap()),
        (Report::Goals, to_value(&of.goals).unwrap()),
        (Report::Referrals, to_value(&of.referrals).unwrap()),
        (Report::Effort, to_value(&of.effort).unwrap()),
    ]
}

#[tokio::test]
async fn every_figure_of_both_periods_equals_the_command() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let ask = FiguresAsk { against: Against::YearBefore, ..FiguresAsk::default() };
        let page = page(&team.app, &amina, ask).await.unwrap();
        let other = page.other.as_ref().unwrap();
        assert_eq!(other.period, Period { from: day("2013-12-01"), to: day("2014-11-30") });
        for of in [&page.now, other] {
            for (report, shown) in told(of) {
                let (from, to) = (of.period.from.to_string(), of.period.to.to_string());
                assert_eq!(shown, figure(&team, report, over(&from, &to)).await, "{} {from}", report.name());
            }
        }
        let effort = &page.now.effort;
        assert!(effort.minutes > 0 && effort.n > effort.missing, "the demo has contacts with minutes");
        assert!(effort.goals_reached_by_area.iter().any(|line| line.reached > 0), "and goals that were reached");
    }
}

#[tokio::test]
async fn the_steps_of_single_persons_are_for_who_works_with_citizens() {
    for team in both_demos().await {
        for (who, sees) in [("mette", true), ("amina", true), ("karen", false)] {
            let cx = team.signs_in(who).await;
            let page = page(&team.app, &cx, FiguresAsk::default()).await.unwrap();
            assert_eq!(page.shows_steps, sees, "{who}");
        }
    }
}

#[tokio::test]
async fn a_period_of_ones_own_that_ends_before_it_begins_is_refused() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let own = Period { from: day("2015-02-01"), to: day("2015-01-01") };
        let ask = FiguresAsk { against: Against::Own(own), ..FiguresAsk::default() };
        let refused = page(&team.app, &amina, ask).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals[0].field == "mod-til"));
    }
}

/// A number of the day.
const ENROLLED: &str = "status.enrolled 2015-11-23";

/// The figures in which each person counts by themselves.
const PERSONS: [Report; 7] = [
    Report::Status,
    Report::Intake,
    Report::Outcomes,
    Report::Goals,
    Report::Referrals,
    Report::Situation,
    Report::Effort,
];

#[tokio::test]
async fn everybody_behind_a_number_adds_up_to_it_for_every_number_of_the_page() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let mut numbers = 0;
        for report in PERSONS {
            let ask = ReportAsk { from: Some(day("2014-12-01")), to: Some(day("2015-11-30")), ..ReportAsk::default() };
            let figure = app::report::report(&team.app, &amina, report, ask).await.unwrap();
            let laid = lay_out(&figure, Locale::Da);
            for cell in laid.tables.iter().flat_map(|table| &table.rows).chain(&laid.grounds).flatten() {
                let render::table::Value::Count { count, key: Some(key) } = &cell.value else { continue };
                let behind = behind(&team.app, &amina, FiguresAsk::default(), key).await.unwrap();
                let parts: u32 = behind.rows.iter().map(|row| row.part).sum();
                assert_eq!((u64::from(behind.total), parts), (*count, behind.total), "{key}");
                numbers += 1;
            }
        }
        assert!(numbers > 150, "{numbers}");
        let logged = team.database.last_logged().await;
        assert_eq!(logged.event, "citizens_listed");
    }
}

#[tokio::test]
async fn a_workers_caseload_opens_the_workers_citizens() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let page = page(&team.app, &amina, FiguresAsk::default()).await.unwrap();
        assert!(
            page.caseload.workers.iter().any(|load| load.in_clarification > 0),
            "the demo has some in clarification"
        );
        for load in &page.caseload.workers {
            let numbers = [load.enrolled, load.in_clarification, load.enrolled + load.in_clarification];
            for (part, n) in Part::ALL.into_iter().zip(numbers) {
                let key = Key { worker: load.id, part, day: page.day }.to_string();
                let behind = behind(&team.app, &amina, FiguresAsk::default(), &key).await.unwrap();
                assert_eq!((u64::from(behind.total), behind.rows.len() as u64, behind.hidden), (n, n, 0), "{key}");
                assert_eq!(behind.worker.as_ref(), Some(&load.worker));
                assert_eq!(team.database.last_logged().await.citizens.len() as u64, n);
            }
        }
        let worker = page.caseload.workers[0].id;
        let key = |worker, day| Key { worker, part: Part::Total, day }.to_string();
        let another_day = key(worker, day("2015-11-22"));
        for unknown in [another_day, key(me(&amina), page.day)] {
            let found = behind(&team.app, &amina, FiguresAsk::default(), &unknown).await;
            assert!(matches!(found, Err(Error::NotFound)), "{unknown}");
        }

        let hers = key(worker, page.day);
        let someone = behind(&team.app, &amina, FiguresAsk::default(), &hers).await.unwrap().rows[0].citizen.unwrap();
        let astrid = blocked(&team, &amina, someone).await;
        let seen = behind(&team.app, &astrid, FiguresAsk::default(), &hers).await.unwrap();
        assert_eq!((seen.rows.len() + 1, seen.hidden), (seen.total as usize, 1));
        assert!(seen.rows.iter().all(|row| row.citizen != Some(someone)));
    }
}

/// A second coordinator, who may know nothing of the citizen.
async fn blocked(team: &Team, amina: &Cx, someone: CitizenId) -> Cx {
    team.adds("astrid", Role::Coordinator).await;
    let astrid = team.signs_in("astrid").await;
    let why = Personal::new("De er søskende".to_owned());
    app::block::block(&team.app, amina, someone, Some(me(&astrid)), &why, once(1)).await.unwrap();
    astrid
}

#[tokio::test]
async fn who_is_behind_a_number_is_for_who_may_see_single_rows_and_names_nobody_hidden() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        for other in ["mette", "karen", "admin"] {
            let cx = team.signs_in(other).await;
            let denied = behind(&team.app, &cx, FiguresAsk::default(), ENROLLED).await;
            assert!(matches!(denied, Err(Error::Denied)), "{other}");
        }
        for unknown in
            ["status.nobody 2015-11-23", "status.enrolled", "", "courses.n 2015-11-23", "fidelity.n 2015-11-23"]
        {
            let found = behind(&team.app, &amina, FiguresAsk::default(), unknown).await;
            assert!(matches!(found, Err(Error::NotFound)), "{unknown}");
        }
        let early = FiguresAsk { day: Some(day("2030-01-01")), ..FiguresAsk::default() };
        assert!(matches!(behind(&team.app, &amina, early, ENROLLED).await, Err(Error::Refusals(_))));

        let before = behind(&team.app, &amina, FiguresAsk::default(), ENROLLED).await.unwrap();
        assert_eq!((before.total, before.rows.len(), before.hidden), (16, 16, 0));
        let someone = before.rows[3].citizen.unwrap();
        let astrid = blocked(&team, &amina, someone).await;
        let hers = behind(&team.app, &astrid, FiguresAsk::default(), ENROLLED).await.unwrap();
        assert_eq!((hers.total, hers.rows.len(), hers.hidden), (16, 15, 1));
        assert!(hers.rows.iter().all(|row| row.citizen != Some(someone)));
        assert_eq!(team.database.last_logged().await.citizens.len(), 15, "and nobody else is logged as seen");
    }
}
