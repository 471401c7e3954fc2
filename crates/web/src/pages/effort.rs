//! `/indsatsen`: what is next in the programme's own papers.

use axum::extract::State;
use axum::response::Html;
use render::{Words, day, words};

use super::paper::laid::{Cell, Grid, Laid, Section, mark};
use super::paper::show::screen;
use crate::Site;
use crate::fault::Fault;
use crate::reader::SignedIn;

/// The page.
pub(crate) async fn effort(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::effort::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let next = page.next_meeting.as_ref().map(|(group, on)| on_day(t, "effort-next-meeting", group, *on));
    let meetings = Cell::text(next.unwrap_or_else(|| t.say("effort-no-meeting").to_owned()));
    let late = |n: usize| (n > 0).then(|| mark("mark-care", "warning", t.say_with("effort-late", &[("n", n.into())])));
    let row = |href: &str, name: &'static str, says: &'static str, next: Cell| {
        vec![Cell::text(t.say(name)).to(Some(href.to_owned())).sub(t.say(says)), next]
    };
    let mut rows = Vec::new();
    if page.may_read {
        let line = page.next_line.as_ref().map(|(title, on)| on_day(t, "effort-next-line", title, *on));
        let line = Cell::text(line.unwrap_or_else(|| t.say("effort-no-line").to_owned())).marked(late(page.late_lines));
        rows.push(row("/tidsplan", "timeplan-title", "timeplan-says", line));
        let groups = Cell::text(t.say_with("effort-groups", &[("n", page.groups.into())]));
        rows.push(row("/organisation", "organisation-title", "organisation-says", groups));
        let (open, overdue) = page.decisions;
        let meetings = meetings.sub(t.say_with("effort-decisions", &[("n", open.into())])).marked(late(overdue));
        rows.push(row("/moeder", "meeting-title", "meeting-says", meetings));
        let (notes, unread) = page.notes;
        let notes = Cell::text(t.say_with("effort-notes", &[("n", notes.into())]))
            .sub(if unread > 0 { t.say_with("effort-unread", &[("n", unread.into())]) } else { String::new() })
            .marked(late(page.late_anchoring));
        rows.push(row("/viden", "knowledge-title", "knowledge-says", notes));
        let (left, overdue) = page.handings;
        let left = Cell::text(t.say_with("effort-handings", &[("n", left.into())])).marked(late(overdue));
        rows.push(row("/viderefoerelse", "continuation-title", "continuation-says", left));
        if let Some(n) = page.recalled {
            let waits = (n > 0).then(|| mark("mark-care", "warning", t.say_with("research-waits", &[("n", n.into())])));
            let told = if n > 0 { "" } else { t.say("research-nothing-waits") };
            rows.push(row("/forskning", "research-title", "research-says", Cell::text(told).marked(waits)));
        }
    } else {
        rows.push(row("/moeder", "meeting-title", "meeting-says-figures", meetings));
    }
    let grid = Grid::new(t.say("effort-title"), &[t.say("effort-what"), t.say("effort-next")], rows);
    let laid = Laid {
        title: t.say("effort-title").to_owned(),
        lead: t.say("effort-lead").to_owned(),
        sections: vec![Section::new("indsatsen", t.say("effort-all")).rows(grid, "")],
        ..Laid::default()
    };
    screen(&reader, "/indsatsen".to_owned(), laid)
}

fn on_day(t: &Words, key: &str, what: &str, on: chrono::NaiveDate) -> String {
    t.say_with(key, &[("what", what.into()), ("day", (&day::numeric(t, on)).into())])
}
