//! `/opfoelgninger`: what is coming, due, overdue and missed, a line each.

use app::view::caseload::{PAGE, Scope};
use app::view::follow_up::{FollowUpRow, FollowUpsPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::access::Action;
use domain::follow_up::State as Stands;
use render::catalogue::capital;
use render::{Words, day, words};
use serde::Deserialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place, may};
use crate::part::{Chip, Mark};
use crate::reader::{Reader, SignedIn};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    hvis: Option<String>,
    side: Option<String>,
}

#[derive(Template)]
#[template(path = "follow-ups.html")]
struct FollowUpsHtml<'a> {
    f: Frame<'a>,
    lead: String,
    chips: Vec<Chip>,
    rows: Vec<RowHtml<'a>>,
    earlier: Option<String>,
    later: Option<String>,
}

struct RowHtml<'a> {
    citizen: String,
    name: &'a str,
    worker: Option<&'a str>,
    is_late: bool,
    mark: Mark,
    due: String,
    missing: String,
    /// Whether it can still be held or answered.
    is_open: bool,
    answer: String,
}

/// The list.
pub(crate) async fn follow_ups(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let all = may(&reader, Action::ListAllCitizens) && asked.hvis.as_deref() != Some("mine");
    let scope = if all { Scope::Programme } else { Scope::Own };
    let page = asked.side.as_deref().and_then(|side| side.parse::<u32>().ok()).unwrap_or(1).saturating_sub(1);
    let page = app::follow_up::list(&site.app, &cx, scope, page).await.map_err(|error| reader.fault(error))?;
    show(&reader, &page)
}

fn show(reader: &Reader, page: &FollowUpsPage) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let mine = if page.scope == Scope::Own { "mine" } else { "alle" };
    let at = |side: u32| format!("/opfoelgninger?hvis={mine}&side={side}");
    let chip = |who: &str, key: &str| Chip {
        href: format!("/opfoelgninger?hvis={who}"),
        text: t.say(key).to_owned(),
        is_current: who == mine,
    };
    let chips = if may(reader, Action::ListAllCitizens) {
        vec![chip("alle", "follow-ups-all"), chip("mine", "follow-ups-mine")]
    } else {
        Vec::new()
    };
    let more = u64::from(page.page + 1) * u64::from(PAGE) < page.total;
    laid_out(&FollowUpsHtml {
        f: Frame::new(reader, t.say("nav-follow-ups"), Place::FollowUps, "/opfoelgninger".to_owned()),
        lead: t.say_with("follow-ups-lead", &[("n", page.total.into())]),
        chips,
        rows: page.rows.iter().map(|one| row(t, page, one)).collect(),
        earlier: (page.page > 0).then(|| at(page.page)),
        later: more.then(|| at(page.page + 2)),
    })
}

fn row<'a>(t: &Words, page: &FollowUpsPage, row: &'a FollowUpRow) -> RowHtml<'a> {
    let away = (row.due - page.day).num_days();
    let (look, icon, text) = match row.state {
        Stands::Overdue => ("mark-care", "warning", t.say_with("filling-late", &[("n", (-away).into())])),
        Stands::Due => ("mark-soon", "time", t.say("filling-due").to_owned()),
        Stands::Coming => ("mark-none", "calendar-month", capital(&day::from_today(t, row.due, page.day))),
        Stands::Postponed => ("mark-none", "hourglass", capital(t.code("reply", "udsat"))),
        _ => ("mark-none", "minus", t.say("follow-up-missed").to_owned()),
    };
    let mut due = day::with_weekday(t, row.due, page.day);
    if row.is_last {
        due.push_str(" · ");
        due.push_str(t.say("follow-ups-last"));
    }
    let missing: Vec<&str> = row.missing.iter().map(|text| t.locale().of(text)).collect();
    RowHtml {
        citizen: row.citizen.to_string(),
        name: row.name.reveal(),
        worker: row.worker.as_ref().map(|name| name.reveal().as_str()),
        is_late: row.state == Stands::Overdue,
        mark: Mark { look, icon, text },
        due,
        missing: missing.join(", "),
        is_open: row.state != Stands::Missed,
        answer: format!("/borger/{}/opfoelgning/svar?forfald={}", row.citizen, row.due),
    }
}
