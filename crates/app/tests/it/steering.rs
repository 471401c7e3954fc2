//! Wind-down, forecast, fidelity and goals: each page equals its command, each sees no more than it may.

use app::goals::Settled;
use app::report::ReportAsk;
use app::view::fidelity::Whose;
use app::view::forecast::ForecastAsk;
use app::view::wind_down::WindDownAsk;
use app::{Error, fidelity, forecast, goals, wind_down};
use domain::fidelity::Indicator;
use domain::personal::Personal;
use domain::refusal::Code;
use domain::report::Report;
use domain::staffing::Share;
use testkit::team::{both_demos, day};

use crate::block::{me, once};
use crate::common::{as_of, figure, over, period};

#[tokio::test]
async fn the_wind_down_names_every_course_and_equals_the_command() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let ask = WindDownAsk { day: Some(day("2016-10-15")), shows_all: true, ..WindDownAsk::default() };
        let page = wind_down::page(&team.app, &amina, ask).await.unwrap();
        let told = figure(&team, Report::WindDown, as_of("2016-10-15")).await;
        assert_eq!(told["open_courses"], page.told.open);
        assert_eq!(page.told.endings.len(), page.told.open);
        let late: Vec<_> = page.told.cannot_end.iter().filter_map(|row| row.planned_end).collect();
        assert_eq!(told["cannot_end"].as_array().unwrap().len(), page.told.cannot_end.len());
        assert!(!late.is_empty() && late.iter().all(|end| *end < day("2016-10-15")), "open past their planned end");
        let now = wind_down::page(&team.app, &amina, WindDownAsk::default()).await.unwrap();
        assert_eq!((now.told.open, now.told.ends_in_time, now.told.cannot_end.len()), (16, 16, 0));
        assert_eq!(now.told.last_end, Some(day("2016-11-09")));
    }
}

#[tokio::test]
async fn a_try_out_changes_nothing_and_says_who_must_take_over() {
    for team in both_demos().await {
        let (amina, jonas) = (team.signs_in("amina").await, team.signs_in("jonas").await);
        let facts = async || {
            let counts = team.database.row_counts().await;
            let is_fact = |(table, _): &(&str, i64)| !table.contains("audit") && *table != "session";
            counts.into_iter().filter(is_fact).collect::<Vec<_>>()
        };
        let before = facts().await;
        let ask = WindDownAsk {
            leaves: Some((me(&jonas), day("2016-01-01"))),
            more: Some((6, day("2016-03-31"))),
            ..WindDownAsk::default()
        };
        let page = wind_down::page(&team.app, &amina, ask).await.unwrap();
        let leaving = page.leaving.unwrap();
        assert_eq!(leaving.name.reveal(), "Jonas Friis");
        assert_eq!(leaving.names.len(), leaving.told.held.len());
        assert!(leaving.names.iter().any(|(_, name)| name.reveal() == "Rav"));
        let free: u32 = leaving.told.rooms.iter().map(|room| room.free).sum();
        let held = leaving.told.held.len();
        assert_eq!(leaving.told.without_place().count(), held.saturating_sub(free as usize));
        let more = page.more.unwrap();
        assert_eq!((more.entries.len(), more.outside()), (6, 0));
        assert_eq!(before, facts().await, "nothing is kept but that it was seen");
    }
}

#[tokio::test]
async fn the_forecast_equals_the_command_and_the_workers_needed_are_r13_s() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let shares = [("2016-03".to_owned(), Share::parse("0,5").unwrap())].into();
        let ask = ForecastAsk { shares, ..ForecastAsk::default() };
        let page = forecast::page(&team.app, &amina, &ask).await.unwrap();
        let history = period("2014-12-01", "2015-11-30");
        let asked = |from, to| ReportAsk { history, ..over(from, to) };
        let quarter = figure(&team, Report::Forecast, asked("2016-01-01", "2016-03-31")).await;
        assert_eq!(serde_json::to_value(page.ahead.as_ref().unwrap()).unwrap(), quarter);
        let whole = figure(&team, Report::Forecast, asked("2016-01-01", "2016-12-31")).await;
        assert_eq!(serde_json::to_value(page.whole.as_ref().unwrap()).unwrap(), whole);
        let load = whole["load"].as_array().unwrap();
        let months: Vec<_> = page.months.iter().map(|row| row.ahead.load.month.as_str()).collect();
        assert_eq!((months[0], months.len(), load.len()), ("2015-11", 14, 12));
        for (row, load) in page.months.iter().skip(2).zip(load) {
            assert_eq!(serde_json::to_value(&row.ahead.load).unwrap(), *load);
            let ask =
                ReportAsk { citizens: Some(row.ahead.citizens()), anchoring: Some(row.share), ..ReportAsk::default() };
            let staffing = figure(&team, Report::Staffing, ask).await;
            assert_eq!(staffing["workers"], row.workers, "{}", row.ahead.load.month);
        }
        assert_eq!(page.months[0].ahead.load.known, 16);
        let wrong = ForecastAsk { from: Some(day("2030-01-01")), ..ForecastAsk::default() };
        assert!(matches!(forecast::page(&team.app, &amina, &wrong).await, Err(Error::Refusal(_))));
        let april = ForecastAsk { day: Some(day("2016-04-01")), ..ForecastAsk::default() };
        let page = forecast::page(&team.app, &amina, &april).await.unwrap();
        assert!(page.ahead.is_none() && page.months.iter().all(|row| !row.is_forecast), "no window is open any more");
    }
}

#[tokio::test]
async fn a_worker_sees_their_own_fidelity_the_coordinator_the_team_s_and_the_consultant_no_course() {
    for team in both_demos().await {
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let karen = team.signs_in("karen").await;
        let app = &team.app;
        let of = Some(Indicator::FocusAreas);
        let whole = fidelity::page(app, &amina, None, of).await.unwrap();
        assert_eq!(whole.whose, Whose::Team);
        let told = figure(&team, Report::Fidelity, as_of("2015-11-23")).await;
        assert_eq!(serde_json::to_value(&whole.figure).unwrap(), told);
        assert_eq!(whole.total, whole.figure.n as usize, "every course behind it");
        let own = fidelity::page(app, &mette, None, of).await.unwrap();
        assert_eq!(own.whose, Whose::Own);
        assert!(0 < own.figure.n && own.figure.n < whole.figure.n);
        assert_eq!(own.total, own.figure.n as usize);
        let others: Vec<_> = own.rows.iter().filter_map(|row| row.citizen).collect();
        let hers = app::caseload::page(app, &mette, Default::default()).await.unwrap();
        assert!(others.iter().all(|citizen| hers.rows.iter().any(|row| row.citizen == *citizen)), "only her own");
        let consultant = fidelity::page(app, &karen, None, of).await.unwrap();
        assert_eq!(consultant.figure, whole.figure);
        assert_eq!((consultant.rows.len(), consultant.sees_rows, consultant.of), (0, false, None));
        let seen = team.database.last_logged().await;
        assert_eq!(seen.event, "figures_seen", "and no citizen is listed");
    }
}

#[tokio::test]
async fn a_goal_in_no_area_is_settled_with_an_area_or_a_reason() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let app = &team.app;
        let page = goals::page(app, &amina, (None, None), true).await.unwrap();
        let told = figure(&team, Report::Goals, over("2014-12-01", "2015-11-30")).await;
        assert_eq!(serde_json::to_value(&page.figure).unwrap(), told);
        assert_eq!(page.figure.unlinked as usize, page.unsettled_total + page.outside_total);
        let open = page.unsettled.iter().filter(|goal| goal.is_open).collect::<Vec<_>>();
        let (one, total) = (open[0], page.unsettled_total);
        assert!(!one.words.reveal().is_empty());
        let settle = |settled: Settled, version, number| {
            let (amina, citizen, id) = (&amina, one.citizen, one.id);
            async move { goals::settle(app, amina, citizen, (id, version), &settled, once(number)).await }
        };
        for (settled, code) in [
            (Settled::Area(String::new()), Code::ChoiceNeeded),
            (Settled::Area("findes-ikke".to_owned()), Code::ChoiceNeeded),
            (Settled::Outside(Personal::new(" ".to_owned())), Code::ReasonNeeded),
            (Settled::Outside(Personal::new("x".repeat(501))), Code::TooLong),
        ] {
            let Err(Error::Refusal(refusal)) = settle(settled, one.version, 1).await else { panic!("refused") };
            assert_eq!(refusal.code, code);
        }
        let why = Personal::new("Det hører til i kommunens eget tilbud.".to_owned());
        settle(Settled::Outside(why.clone()), one.version, 2).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "fact_corrected");
        let page = goals::page(app, &amina, (None, None), true).await.unwrap();
        assert_eq!(page.unsettled_total, total - 1);
        let settled = page.outside.iter().find(|goal| goal.id == one.id).unwrap();
        assert_eq!((settled.why.clone(), settled.version), (why, one.version + 1));
        let stale = settle(Settled::Area("bolig".to_owned()), one.version, 3).await;
        assert!(matches!(stale, Err(Error::Stale)));
        settle(Settled::Area("bolig".to_owned()), one.version + 1, 4).await.unwrap();
        let page = goals::page(app, &amina, (None, None), true).await.unwrap();
        assert!(page.outside.iter().all(|goal| goal.id != one.id));
        let jonas = team.signs_in("jonas").await;
        assert!(matches!(goals::page(app, &jonas, (None, None), false).await, Err(Error::Denied)));
    }
}
