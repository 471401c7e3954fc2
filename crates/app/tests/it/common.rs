//! Asking for figures and finding citizens.

use app::caseload;
use app::report::{ReportAsk, report};
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::citizen::CitizenPage;
use app::{App, Cx, citizen};
use domain::id::CitizenId;
use domain::programme::Period;
use domain::report::Report;
use serde_json::Value;
use testkit::team::{Team, day};

/// A figure as the command line prints it in JSON; of days after the team's own as somebody sees it then.
pub(crate) async fn figure(team: &Team, name: Report, ask: ReportAsk) -> Value {
    let mut cx = team.cx().await;
    cx.today = [ask.as_of, ask.from].into_iter().flatten().fold(cx.today, Ord::max);
    serde_json::to_value(report(&team.app, &cx, name, ask).await.unwrap()).unwrap()
}

/// What is asked as of a day.
pub(crate) fn as_of(date: &str) -> ReportAsk {
    ReportAsk { as_of: Some(day(date)), ..ReportAsk::default() }
}

/// What is asked over a period.
pub(crate) fn over(from: &str, to: &str) -> ReportAsk {
    ReportAsk { from: Some(day(from)), to: Some(day(to)), ..ReportAsk::default() }
}

/// A period, for a forecast's history.
pub(crate) fn period(from: &str, to: &str) -> Option<Period> {
    Some(Period { from: day(from), to: day(to) })
}

/// Every figure of 2015, by name.
pub(crate) async fn all_figures(team: &Team) -> Vec<(&'static str, Value)> {
    let mut all = Vec::new();
    for name in Report::ALL {
        let ask = ReportAsk { as_of: Some(day("2015-12-01")), ..over("2015-01-01", "2015-12-31") };
        all.push((name.name(), figure(team, *name, ask).await));
    }
    all
}

/// The attached citizen with this alias, as somebody finds who sees the programme's list.
pub(crate) async fn called(app: &App, coordinator: &Cx, alias: &str) -> CitizenId {
    let ask = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
    let page = caseload::page(app, coordinator, ask).await.unwrap();
    page.rows
        .iter()
        .find(|row| row.name.reveal() == alias)
        .unwrap_or_else(|| panic!("nobody is called {alias}"))
        .citizen
}

/// The page of the citizen with this alias.
pub(crate) async fn page_of(app: &App, coordinator: &Cx, alias: &str) -> CitizenPage {
    let id = called(app, coordinator, alias).await;
    citizen::page(app, coordinator, id).await.unwrap()
}

/// Every sealed text of a citizen, opened, newest first.
pub(crate) async fn opened(app: &App, cx: &Cx, page: &CitizenPage) -> Vec<String> {
    let mut texts = Vec::new();
    for sealed in page.timeline.iter().filter_map(|entry| entry.sealed) {
        texts.push(citizen::open_sealed(app, cx, page.id, sealed).await.unwrap().into_revealed());
    }
    texts
}
