//! The desk of the demo, on its day and on others; who is hidden stays hidden; what changes is seen at once.

use app::view::desk::{DeskAsk, DeskPage};
use app::{App, Cx, block, desk};
use domain::desk::{Need, Severity};
use domain::personal::Personal;
use domain::report::Report;
use testkit::team::{both_demos, day};

use crate::block::{me, once};
use crate::common::{as_of, called, figure, over, period};

async fn on(app: &App, cx: &Cx, text: &str) -> DeskPage {
    let ask = DeskAsk { day: Some(day(text)), shows_all: true, ..DeskAsk::default() };
    desk::page(app, cx, ask).await.unwrap()
}

fn names(page: &DeskPage, need: Need) -> Vec<String> {
    page.due.iter().filter(|row| row.due.need == need).map(|row| row.name.reveal().clone()).collect()
}

#[tokio::test]
async fn the_desk_equals_the_commands_to_the_digit() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        for text in ["2015-11-23", "2015-06-01", "2016-04-01"] {
            let page = on(&team.app, &amina, text).await;
            let status = figure(&team, Report::Status, as_of(text)).await;
            assert_eq!(serde_json::to_value(page.status).unwrap(), status, "{text}");
            let fidelity = figure(&team, Report::Fidelity, as_of(text)).await;
            assert_eq!(serde_json::to_value(&*page.fidelity).unwrap(), fidelity, "{text}");
            let told = figure(&team, Report::WindDown, as_of(text)).await;
            let counted = |name: &str| told[name].as_array().unwrap().len();
            assert_eq!(told["open_courses"], page.wind_down.open, "{text}");
            assert_eq!(told["ends_in_time"], page.wind_down.ends_in_time);
            assert_eq!(counted("cut_short"), page.wind_down.cut_short);
            assert_eq!(counted("cannot_end"), page.wind_down.cannot_end.len());
            assert_eq!(counted("clarifications"), page.wind_down.clarifications);
            let loads = figure(&team, Report::Caseload, as_of(text)).await;
            let of =
                |row: &serde_json::Value| [&row["enrolled"], &row["in_clarification"]].map(|n| n.as_u64().unwrap());
            let mut wanted: Vec<_> = loads["workers"].as_array().unwrap().iter().map(of).collect();
            let mut found: Vec<_> =
                page.loads.iter().map(|load| [load.enrolled as u64, load.in_clarification as u64]).collect();
            wanted.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, wanted, "{text}");
        }
        let page = on(&team.app, &amina, "2015-11-23").await;
        let ask =
            app::report::ReportAsk { history: period("2014-12-01", "2015-11-30"), ..over("2016-01-01", "2016-03-31") };
        let forecast = figure(&team, Report::Forecast, ask).await;
        assert_eq!(serde_json::to_value(page.forecast.ahead.as_ref().unwrap()).unwrap(), forecast);
        assert_eq!(forecast["expected"], 6.0);
    }
}

#[tokio::test]
async fn the_demo_s_desk_says_what_the_day_asks() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let page = on(&team.app, &amina, "2015-11-23").await;
        assert_eq!((page.status.enrolled, page.status.in_clarification), (16, 3));
        assert_eq!(names(&page, Need::Support), ["Vega"]);
        let vega = page.due.iter().find(|row| row.due.need == Need::Support).unwrap();
        assert_eq!((vega.due.severity, vega.due.since), (Severity::Urgent, day("2015-11-07")));
        assert_eq!(
            vega.asked.as_ref().unwrap().answer.reveal(),
            "Vi mødes alle tre den 27.11. og skriver aftalen der."
        );
        let rav = page.due.iter().find(|row| row.name.reveal() == "Rav" && row.asked.is_some()).unwrap();
        assert_eq!((rav.due.severity, rav.due.since), (Severity::Urgent, day("2015-10-23")));
        let partners: Vec<_> = page.referrals.iter().map(|row| (row.name.reveal().as_str(), row.sent_on)).collect();
        assert_eq!(partners[0], ("Alma", day("2015-10-30")));
        assert_eq!((page.referrals_total, page.referrals_late.0), (3, 2));
        assert_eq!(page.exceptions.len(), 1);
        assert_eq!(page.exceptions[0].reason.reveal(), "En kollega holdt ferie, og borgeren kendte Jonas i forvejen.");
        let waiting: Vec<_> = page.waiting.iter().map(|row| row.name.reveal().as_str()).collect();
        assert_eq!(waiting, ["Vinter", "R.F.", "Ø.B."]);
        assert_eq!(names(&page, Need::Decision), Vec::<String>::new(), "the window is open for months");
        let april = on(&team.app, &amina, "2016-04-01").await;
        assert_eq!(names(&april, Need::Decision).len(), 3, "and on 1 April it is closed");
        let row = team.database.last_logged().await;
        assert_eq!((row.event.as_str(), row.detail.contains("desk")), ("citizens_listed", true));
    }
}

#[tokio::test]
async fn what_matters_and_whose_it_is_can_be_asked_for() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let app = &team.app;
        let all = on(app, &amina, "2015-11-23").await;
        let urgent = DeskAsk { severity: Some(Severity::Urgent), ..DeskAsk::default() };
        let page = desk::page(app, &amina, urgent).await.unwrap();
        assert_eq!((page.matching, page.counts), (all.counts[0], all.counts));
        assert!(page.due.iter().all(|row| row.due.severity == Severity::Urgent) && !page.due.is_empty());
        let mette = me(&team.signs_in("mette").await);
        let hers = DeskAsk { worker: Some(mette), shows_all: true, ..DeskAsk::default() };
        let page = desk::page(app, &amina, hers).await.unwrap();
        let hers =
            |row: &app::view::desk::DueRow| row.worker.as_ref().is_some_and(|name| name.reveal() == "Mette Lund");
        assert_eq!(page.due.len(), all.due.iter().filter(|row| hers(row)).count());
        assert!(page.due.iter().all(hers));
        assert_eq!(desk::page(app, &amina, DeskAsk::default()).await.unwrap().due.len(), 10, "the first of many");
    }
}

#[tokio::test]
async fn a_change_is_seen_at_once_and_a_blocked_citizen_not_at_all() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let app = &team.app;
        let before = on(app, &amina, "2015-11-23").await;
        let kept = on(app, &amina, "2015-11-23").await;
        assert_eq!(
            (before.due.len(), before.status),
            (kept.due.len(), kept.status),
            "nothing changed, nothing differs"
        );
        let rav = called(app, &amina, "Rav").await;
        assert!(before.due.iter().any(|row| row.citizen == rav), "the control");
        team.adds("berit", domain::code::Role::Coordinator).await;
        let berit = team.signs_in("berit").await;
        let reason = Personal::new("De er i familie.".to_owned());
        block::block(app, &amina, rav, Some(me(&berit)), &reason, once(1)).await.unwrap();
        let hers = on(app, &berit, "2015-11-23").await;
        assert!(hers.due.iter().all(|row| row.citizen != rav));
        assert!(hers.wind_down.endings.iter().all(|row| row.citizen != rav));
        assert!(on(app, &amina, "2015-11-23").await.due.iter().any(|row| row.citizen == rav), "nobody else is blocked");
    }
}
