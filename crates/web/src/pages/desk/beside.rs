//! What stands beside the list: caseloads, clarifications, referrals, exceptions, enquiries, indicators, reports.

use app::view::desk::{ExceptionRow, LoadRow, ReferralRow, ReportRow, ReportWaits};
use app::view::wind_down::WaitingRow;
use chrono::NaiveDate;
use domain::code::Channel;
use domain::desk::ANSWER_DAYS;
use domain::id::{CitizenId, EnquiryId};
use domain::personal::Personal;
use domain::report::fidelity::IndicatorLine;
use render::catalogue::capital;
use render::report::indicator_name;
use render::svg::{At, Pen};
use render::{Words, day, number};

use crate::part::{Mark, Picture};

/// A worker's caseload against the cap.
pub(super) struct LoadHtml<'a> {
    pub(super) name: &'a str,
    pub(super) of: String,
    pub(super) bar: Picture,
    pub(super) split: String,
    pub(super) free: String,
    pub(super) is_over: bool,
}

pub(super) fn load<'a>(t: &Words, row: &'a LoadRow, cap: u32) -> LoadHtml<'a> {
    let (total, cap) = (row.enrolled + row.in_clarification, cap as usize);
    let free = match total.checked_sub(cap) {
        Some(over) if over > 0 => t.say_with("desk-load-over", &[("n", over.into())]),
        _ => t.say_with("desk-load-free", &[("n", (cap - total.min(cap)).into())]),
    };
    LoadHtml {
        name: row.name.reveal(),
        of: t.say_with("desk-load", &[("n", total.into()), ("cap", cap.into())]),
        bar: Picture(bar(row.enrolled, row.in_clarification, cap)),
        split: t.say_with(
            "desk-load-split",
            &[("enrolled", row.enrolled.into()), ("clarification", row.in_clarification.into())],
        ),
        free,
        is_over: total > cap,
    }
}

/// A report that waits: a symbol, where to, and what it waits for.
pub(super) fn report(t: &Words, row: &ReportRow) -> (&'static str, String, String) {
    let title = row.title.as_ref().map_or(t.say("regular-no-template"), |title| t.locale().of(title));
    let title = ("title", title.into());
    let addressee = ("for", t.code("addressee", row.addressee.code()).into());
    match row.for_what {
        ReportWaits::Lock(id, number) => {
            let said = t.say_with("desk-report-waits", &[title, addressee, ("n", number.into())]);
            ("lock", format!("/rapporter/{id}"), said)
        }
        ReportWaits::TakenBack(id, number) => {
            let said = t.say_with("desk-report-taken-back", &[title, addressee, ("n", number.into())]);
            ("warning", format!("/rapporter/{id}"), said)
        }
        ReportWaits::NotYet(why) => {
            let why = t.code("regular-not-yet", why.code());
            let said = t.say_with("desk-report-lacks", &[title, addressee, ("why", why.into())]);
            ("warning", "/rapporter#faste".to_owned(), said)
        }
    }
}

/// A quotation that waits to be approved.
pub(super) fn quotation(t: &Words, (citizen, name): &(CitizenId, Personal<String>)) -> (&'static str, String, String) {
    let said = t.say_of("desk-quotation-waits", "citizen", name.reveal());
    ("forum", format!("/borger/{citizen}/citater"), said)
}

/// Persons who have to be deleted by whoever got a research package.
pub(super) fn recalls(t: &Words, n: usize) -> (&'static str, String, String) {
    ("warning", "/forskning".to_owned(), t.say_with("desk-recalls", &[("n", n.into())]))
}

/// The caseload as a bar; the words beside it say the same.
fn bar(enrolled: usize, in_clarification: usize, cap: usize) -> String {
    let whole = cap.max(enrolled + in_clarification).max(1) as f64;
    let across = |n: usize| n as f64 / whole * 100.0;
    let mut pen = Pen::begin_hidden_as("loadbar");
    pen.strip_bar("c-band-a", 0.0, 100.0, 4.0, 14.0);
    if enrolled > 0 {
        pen.strip_bar("c-bar", 0.0, across(enrolled), 4.0, 14.0);
    }
    if in_clarification > 0 {
        pen.strip_bar("c-guess", across(enrolled) + 0.4, (across(in_clarification) - 0.6).max(0.2), 4.5, 13.0);
    }
    pen.strip_upright("c-limit c-solid", across(cap), At(0.0, 22.0));
    pen.end()
}

/// A clarification that waits.
pub(super) struct WaitingHtml<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
    pub(super) since: String,
    pub(super) waited: String,
    pub(super) worker: &'a str,
}

pub(super) fn waiting<'a>(t: &'static Words, row: &'a WaitingRow, today: NaiveDate) -> WaitingHtml<'a> {
    WaitingHtml {
        href: format!("/borger/{}/afklaring", row.citizen),
        name: row.name.reveal(),
        since: day::brief(t, row.since, today),
        waited: day::days(t, (today - row.since).num_days()),
        worker: row.worker.as_ref().map_or_else(|| t.say("desk-nobody"), |worker| worker.reveal().as_str()),
    }
}

/// A referral without an answer.
pub(super) struct ReferralHtml<'a> {
    pub(super) partner: &'a str,
    pub(super) name: &'a str,
    pub(super) sent: String,
    pub(super) waited: Mark,
    pub(super) href: String,
}

pub(super) fn referral<'a>(t: &Words, row: &'a ReferralRow, today: NaiveDate) -> ReferralHtml<'a> {
    let days = (today - row.sent_on).num_days();
    let (look, icon) = if days >= ANSWER_DAYS { ("mark-care", "warning") } else { ("mark-soon", "time") };
    ReferralHtml {
        partner: &row.partner,
        name: row.name.reveal(),
        sent: day::brief(t, row.sent_on, today),
        waited: Mark { look, icon, text: day::days(t, days) },
        href: format!("/borger/{}/henvisning", row.citizen),
    }
}

/// An exception granted.
pub(super) struct ExceptionHtml {
    pub(super) href: String,
    pub(super) what: String,
    pub(super) told: String,
}

pub(super) fn exception(t: &Words, row: &ExceptionRow) -> ExceptionHtml {
    let (key, worker) = match &row.worker {
        Some(worker) if row.rule == "R12" => ("desk-exception-cap", worker.reveal().as_str()),
        _ => ("desk-exception-window", ""),
    };
    let reason = row.reason.reveal().trim();
    let stop = if reason.is_empty() || reason.ends_with(['.', '!', '?']) { "" } else { "." };
    ExceptionHtml {
        href: format!("/borger/{}/medarbejder", row.citizen),
        what: t.say_with(key, &[("citizen", row.name.reveal().into()), ("worker", worker.into())]),
        told: t.say_with(
            "desk-exception-told",
            &[
                ("reason", (&format!("{reason}{stop}")).into()),
                ("by", row.by.reveal().into()),
                ("day", (&day::numeric(t, row.on)).into()),
            ],
        ),
    }
}

/// An enquiry nobody has answered: where it is, and when and how it came.
pub(super) fn enquiry(
    t: &Words,
    (id, on, channel): &(EnquiryId, NaiveDate, Option<Channel>),
    today: NaiveDate,
) -> (String, String) {
    let channel = channel.map_or_else(|| t.say("not-known"), |channel| t.code("channel", channel.code()));
    let text = t.say_with(
        "desk-enquiry",
        &[("day", (&day::with_weekday(t, *on, today)).into()), ("channel", (&capital(channel)).into())],
    );
    (format!("/henvendelser/{id}"), text)
}

/// An indicator of the short table.
pub(super) fn indicator(t: &'static Words, line: &IndicatorLine) -> (&'static str, [String; 3]) {
    let count = |n: u32| number::count(t.locale(), n);
    (t.say(indicator_name(line.key)), [line.met, line.not_met, line.too_early].map(count))
}
