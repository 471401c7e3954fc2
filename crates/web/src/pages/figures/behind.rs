//! `/noegletal/bag?tal=status.enrolled+2015-11-23`: who is behind a number, for whoever may see single rows.

use app::view::figures::{Behind as Page, BehindRow, FiguresPage};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use chrono::NaiveDate;
use domain::access::Action;
use domain::caseload::Part;
use domain::id::UserId;
use domain::programme::Period;
use domain::report::caseload::Key;
use domain::report::periods::Against;
use render::catalogue::capital;
use render::report::{Laid, counts_called, lay_out};
use render::table::Cell;
use render::{Words, day, words};
use serde::Deserialize;

use super::choose::{Asked as Days, Fields, days};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place, may};
use crate::reader::{Reader, SignedIn};

/// Where the numbers of a page lead to.
pub(super) struct Behind {
    day: NaiveDate,
    days: String,
}

impl Behind {
    /// For who may see single rows; nothing for anybody else.
    pub(super) fn new(reader: &Reader, page: &FiguresPage, period: Period) -> Option<Self> {
        may(reader, Action::SeeRows).then(|| Self { day: page.day, days: days(page, period) })
    }

    /// The address behind a number; none behind nought, and none of what is counted nowhere.
    pub(super) fn of(&self, cell: &Cell) -> Option<String> {
        let key = cell.key()?;
        cell.as_number().filter(|number| *number > 0.0).map(|_| self.at(key))
    }

    /// The address behind a count of the status.
    pub(super) fn status(&self, path: &str) -> String {
        self.at(&format!("status.{path} {}", self.day))
    }

    /// The address behind a number of a worker's caseload.
    pub(super) fn caseload(&self, worker: UserId, part: Part) -> String {
        self.at(&Key { worker, part, day: self.day }.to_string())
    }

    fn at(&self, key: &str) -> String {
        let key: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
        format!("/noegletal/bag?tal={key}&{}", self.days)
    }
}

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    tal: Option<String>,
    dag: Option<String>,
    fra: Option<String>,
    til: Option<String>,
}

/// Somebody who counts.
struct RowHtml {
    href: Option<String>,
    name: String,
    part: u32,
}

#[derive(Template)]
#[template(path = "figures-behind.html")]
struct BehindHtml<'a> {
    f: Frame<'a>,
    back: String,
    called: String,
    lead: String,
    rows: Vec<RowHtml>,
    /// Whether somebody counts for more than one.
    counts: bool,
    notes: Vec<String>,
    definition: String,
}

/// Who is behind a number.
pub(crate) async fn behind(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let fields = Fields::read(Days { dag: asked.dag, fra: asked.fra, til: asked.til, ..Days::default() });
    let ask = app::view::figures::FiguresAsk { against: Against::Nothing, ..fields.ask() };
    let number = asked.tal.unwrap_or_default();
    let page = app::figures::behind(&site.app, &cx, ask, &number).await.map_err(|error| match error {
        app::Error::Refusals(refusals) => refusals.first().map_or(Fault::NotFound, |one| Fault::Refused(one.code)),
        other => reader.fault(other),
    })?;
    show(&reader, &page)
}

fn show(reader: &Reader, page: &Page) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let laid = lay_out(&page.figure, reader.locale);
    let called = called(t, page, &laid);
    let Period { from, to } = page.period;
    let back = format!("/noegletal?dag={}&fra={}&til={}", day::typed(page.day), day::typed(from), day::typed(to));
    let mut notes = Vec::new();
    if page.hidden > 0 {
        notes.push(t.say_with("behind-hidden", &[("n", page.hidden.into())]));
    }
    if page.not_shown > 0 {
        notes.push(t.say_with("behind-not-shown", &[("n", page.not_shown.into())]));
    }
    laid_out(&BehindHtml {
        f: Frame::new(reader, t.say("behind-title"), Place::Figures, back.clone()),
        back,
        lead: t.say_with("behind-lead", &[("n", page.total.into()), ("asked", (&laid.asked).into())]),
        counts: page.rows.iter().any(|row| row.part > 1),
        rows: page.rows.iter().map(|row| self::row(t, row)).collect(),
        notes,
        definition: laid.definition,
        called,
    })
}

/// What the number is called: the figure, its row and its column.
fn called(t: &Words, page: &Page, laid: &Laid) -> String {
    if let (Some(worker), Some(key)) = (&page.worker, Key::parse(&page.key)) {
        return format!("{} · {} · {}", laid.title, worker.reveal(), t.say(part_heading(key.part)));
    }
    let called = counts_called(laid, t.locale()).into_iter().find(|(key, _)| *key == page.key);
    called.map_or_else(|| laid.title.clone(), |(_, called)| called)
}

/// The heading over a caseload's numbers of this kind.
pub(super) const fn part_heading(part: Part) -> &'static str {
    match part {
        Part::Enrolled => "column-enrolled",
        Part::InClarification => "column-clarification",
        Part::Total => "column-total",
    }
}

fn row(t: &Words, row: &BehindRow) -> RowHtml {
    let unknown = |(on, channel): (NaiveDate, Option<domain::code::Channel>)| {
        let channel = channel.map_or_else(|| t.say("report-not-known"), |channel| t.code("channel", channel.code()));
        capital(&t.say_with("behind-enquiry", &[("day", (&day::numeric(t, on)).into()), ("channel", channel.into())]))
    };
    RowHtml {
        href: row.citizen.map(|citizen| format!("/borger/{citizen}")),
        name: row.enquiry.map_or_else(|| row.name.reveal().clone(), unknown),
        part: row.part,
    }
}
