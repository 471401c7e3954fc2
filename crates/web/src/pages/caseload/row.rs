//! One citizen in a list.

use app::view::caseload::Row;
use app::view::{FollowUp, Span, Standing, Urgency};
use chrono::NaiveDate;
use render::catalogue::capital;
use render::chart::phasebar;
use render::{Words, day};

use crate::part::{Mark, Picture};

/// A row, in words.
pub(super) struct RowHtml<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
    pub(super) heed: Vec<(&'static str, &'static str)>,
    pub(super) worker: Option<&'a str>,
    pub(super) is_late: bool,
    pub(super) bar: Picture,
    pub(super) place: String,
    pub(super) course: Option<Mark>,
    pub(super) follow_up: Cell,
    pub(super) contact: Cell,
    pub(super) attempted: Option<String>,
    pub(super) step: Option<&'a str>,
    pub(super) step_sub: String,
    pub(super) step_is_today: bool,
}

/// What stands in a cell: a mark or a text, a line below, and a mark below that.
#[derive(Default)]
pub(in crate::pages) struct Cell {
    pub(in crate::pages) mark: Option<Mark>,
    pub(in crate::pages) text: String,
    pub(in crate::pages) sub: String,
    pub(in crate::pages) below: Option<Mark>,
}

impl<'a> RowHtml<'a> {
    pub(super) fn new(t: &'static Words, row: &'a Row, today: NaiveDate) -> Self {
        let mut heed: Vec<(&'static str, &'static str)> =
            row.heed.safe_contact.iter().map(|rule| ("smartphone", t.code("safe-contact", rule.code()))).collect();
        if row.heed.address_protected {
            heed.push(("lock", t.say("address-protected")));
        }
        let (bar, place) = standing(t, &row.standing, today);
        let is_late = row.follow_up.as_ref().is_some_and(|follow_up| follow_up.urgency == Urgency::Overdue);
        Self {
            href: format!("/borger/{}", row.citizen),
            name: row.name.reveal(),
            heed,
            worker: row.worker.as_ref().map(|worker| worker.reveal().as_str()),
            is_late,
            bar,
            place,
            course: phase_ends(t, row, today),
            follow_up: follow_up(t, row, today),
            contact: contact(t, row, today),
            attempted: row
                .attempted_on
                .map(|on| t.say_with("attempted", &[("when", (&day::from_today(t, on, today)).into())])),
            step: row.next_step.as_ref().map(|step| step.text.reveal().as_str()),
            step_sub: step_sub(t, row, today),
            step_is_today: row.next_step.as_ref().is_some_and(|step| step.on == Some(today)),
        }
    }
}

/// "Fase 2 af 3 · dag 218 af 366".
pub(in crate::pages) fn place_of(t: &Words, span: &Span, today: NaiveDate) -> String {
    let (now, days) = course(span, today).day_of();
    let mut place = String::with_capacity(40);
    t.write_with(&mut place, "phase-of", &[("phase", span.phase.into()), ("phases", span.phases.len().into())]);
    place.push_str(" · ");
    t.write_with(&mut place, "day-of", &[("day", now.into()), ("days", days.into())]);
    place
}

const fn course(span: &Span, today: NaiveDate) -> phasebar::Course<'_> {
    phasebar::Course { phases: span.phases.as_slice(), phase: span.phase, day: today }
}

/// The phase bar, and where the citizen is on it in words.
pub(in crate::pages) fn standing(t: &Words, standing: &Standing, today: NaiveDate) -> (Picture, String) {
    let brief = |on| day::brief(t, on, today);
    let empty = || Picture(phasebar::draw_clarification(t));
    match standing {
        Standing::Enrolled(span) => (Picture(phasebar::draw(t, course(span, today))), place_of(t, span, today)),
        Standing::Closed { span, on, .. } => (
            Picture(phasebar::draw(t, course(span, *on))),
            t.say_with("course-closed-on", &[("day", (&brief(*on)).into())]),
        ),
        Standing::InClarification { since } => {
            let mut place = t.say_with("clarification-since", &[("day", (&brief(*since)).into())]);
            place.push_str(" · ");
            place.push_str(&day::days(t, (today - *since).num_days()));
            (empty(), place)
        }
        Standing::Left { on, .. } => (empty(), t.say_with("clarification-left-on", &[("day", (&brief(*on)).into())])),
        Standing::EnquiryOnly => (empty(), t.say("enquiry-only").to_owned()),
    }
}

fn phase_ends(t: &Words, row: &Row, today: NaiveDate) -> Option<Mark> {
    let Standing::Enrolled(span) = &row.standing else { return None };
    let on = row.phase_ends?;
    let args = [("phase", span.phase.into()), ("n", (on - today).num_days().into())];
    Some(Mark { look: "mark-soon", icon: "time", text: t.say_with("phase-ends-in", &args) })
}

fn follow_up(t: &Words, row: &Row, today: NaiveDate) -> Cell {
    let below =
        row.one_reading.then(|| Mark { look: "mark-none", icon: "hourglass", text: t.say("one-reading").to_owned() });
    match (&row.follow_up, &row.standing) {
        (Some(next), _) => Cell { below, ..due(t, next, today) },
        (None, Standing::InClarification { .. }) => Cell {
            text: t.say("follow-up-none-yet").to_owned(),
            sub: t.say("follow-up-none-yet-sub").to_owned(),
            ..Cell::default()
        },
        (None, _) => Cell { text: t.say("follow-up-all-done").to_owned(), below, ..Cell::default() },
    }
}

/// A follow-up in words.
pub(in crate::pages) fn due(t: &Words, next: &FollowUp, today: NaiveDate) -> Cell {
    let late = (today - next.due).num_days();
    let mut sub = day::with_weekday(t, next.due, today);
    if next.is_last {
        sub.push_str(" · ");
        sub.push_str(t.say("follow-up-last"));
    }
    match next.urgency {
        Urgency::Overdue => Cell {
            mark: Some(Mark {
                look: "mark-care",
                icon: "warning",
                text: t.say_with("follow-up-overdue", &[("n", late.into())]),
            }),
            sub: t.say_with("follow-up-due-sub", &[("day", (&sub).into())]),
            ..Cell::default()
        },
        Urgency::Due => Cell { text: t.say_with("follow-up-due", &[("n", late.into())]), sub, ..Cell::default() },
        Urgency::Ahead => Cell { text: capital(&day::from_today(t, next.due, today)), sub, ..Cell::default() },
    }
}

fn contact(t: &Words, row: &Row, today: NaiveDate) -> Cell {
    let Some(last) = row.contact else {
        let text = t.say("contact-none").to_owned();
        let care = || Mark { look: "mark-care", icon: "chat", text: text.clone() };
        return if row.no_contact {
            Cell { mark: Some(care()), ..Cell::default() }
        } else {
            Cell { text, ..Cell::default() }
        };
    };
    let kind = last.kind.map(|kind| t.code("contact", kind.code()).to_owned());
    let parts = kind.into_iter().chain([day::with_weekday(t, last.on, today)]).collect::<Vec<_>>();
    let sub = if row.attempted_on.is_some() { String::new() } else { parts.join(" · ") };
    if row.no_contact {
        let text = t.say_with("contact-late", &[("n", (today - last.on).num_days().into())]);
        return Cell { mark: Some(Mark { look: "mark-care", icon: "chat", text }), sub, ..Cell::default() };
    }
    Cell { text: capital(&day::from_today(t, last.on, today)), sub, ..Cell::default() }
}

fn step_sub(t: &Words, row: &Row, today: NaiveDate) -> String {
    let Some(step) = &row.next_step else { return String::new() };
    let on = step.on.map(|on| {
        if on == today { t.say_with("days-ahead", &[("n", 0.into())]) } else { day::with_weekday(t, on, today) }
    });
    let by = step.by.map(|by| t.code("doer", by.code()));
    match (on, by) {
        (Some(on), Some(by)) => format!("{on} · {by}"),
        (Some(on), None) => on,
        (None, Some(by)) => by.to_owned(),
        (None, None) => String::new(),
    }
}
