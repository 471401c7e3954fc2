//! The try-outs in words, with leads to the real acts.

use std::collections::HashMap;

use app::view::wind_down::{LeavingPart, WindDownPage};
use domain::id::{CitizenId, UserId};
use domain::try_out::{EnrolMore, Held};
use render::catalogue::capital;
use render::{Words, day, number};

use super::part::listed;

/// More enrolments.
pub(super) struct EnrolHtml {
    pub(super) told: Vec<String>,
    pub(super) is_hard: bool,
    pub(super) months: Vec<[String; 6]>,
    pub(super) days: Vec<(String, String)>,
    pub(super) takes_window: bool,
}

pub(super) fn enrol(t: &Words, page: &WindDownPage, tried: &EnrolMore) -> EnrolHtml {
    let count = |n: u32| number::count(t.locale(), n);
    let days = [tried.entries.first(), tried.entries.last()].map(|entry| entry.map(|entry| day::numeric(t, entry.on)));
    let [from, to] = days.map(Option::unwrap_or_default);
    let n = tried.entries.len();
    let mut told =
        vec![t.say_with("wind-down-tried-enrol", &[("n", n.into()), ("from", (&from).into()), ("to", (&to).into())])];
    let months = ("months", page.told.course_months.into());
    told.push(t.say_with("wind-down-tried-cut", &[("n", tried.cut_short().into()), months]));
    let unfunded = tried.entries.iter().filter(|entry| entry.plan.is_none()).count();
    let outside = tried.outside() - unfunded;
    if outside > 0 {
        told.push(t.say_with("wind-down-tried-outside", &[("n", outside.into())]));
    }
    if unfunded > 0 {
        told.push(t.say_with("wind-down-tried-unfunded", &[("n", unfunded.into())]));
    }
    told.push(match tried.first_full() {
        None => t.say("wind-down-tried-room").to_owned(),
        Some(month) => t.say_with(
            "wind-down-tried-full",
            &[("month", (&day::month(t, month.month.from)).into()), ("n", month.without_place().into())],
        ),
    });
    let month = |month: &domain::try_out::TriedMonth| {
        let without = match month.without_place() {
            0 => String::new(),
            n => t.say_with("wind-down-tried-without", &[("n", n.into())]),
        };
        [
            day::month(t, month.month.from),
            count(month.known + month.in_clarification),
            count(month.more),
            count(month.total()),
            count(month.room),
            without,
        ]
    };
    let ends = |entry: &domain::try_out::Entry| {
        let end = entry
            .plan
            .map_or_else(|| t.say("wind-down-after-funding").to_owned(), |plan| day::numeric(t, plan.planned_end()));
        (day::numeric(t, entry.on), end)
    };
    EnrolHtml {
        told,
        is_hard: tried.first_full().is_some() || outside + unfunded > 0,
        months: tried.months.iter().map(month).collect(),
        days: tried.entries.iter().map(ends).collect(),
        takes_window: outside > 0,
    }
}

/// A worker who leaves.
pub(super) struct LeaveHtml {
    pub(super) told: Vec<String>,
    pub(super) is_hard: bool,
    pub(super) rows: Vec<HeldHtml>,
    pub(super) rooms: Vec<[String; 3]>,
    pub(super) deputy: Option<(String, String)>,
}

/// Somebody who must be taken over.
pub(super) struct HeldHtml {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) ends: String,
    pub(super) to: String,
    pub(super) hand: String,
    pub(super) hand_href: String,
}

pub(super) fn leave(t: &Words, page: &WindDownPage, part: &LeavingPart) -> LeaveHtml {
    let names: HashMap<CitizenId, &str> = part.names.iter().map(|(id, name)| (*id, name.reveal().as_str())).collect();
    let colleagues: HashMap<UserId, &str> =
        part.colleagues.iter().map(|(id, name)| (*id, name.reveal().as_str())).collect();
    let name = |held: &Held| names.get(&held.citizen).copied().unwrap_or("–");
    let (worker, on) = page.ask.leaves.map_or((None, page.today), |(worker, on)| (Some(worker), on));
    let on_words = day::long(t, on);
    let args = [("n", part.told.held.len().into()), ("name", part.name.reveal().into()), ("day", (&on_words).into())];
    let mut told = Vec::new();
    if part.told.held.is_empty() {
        told.push(t.say_with("wind-down-left-nobody", &args));
    } else {
        told.push(t.say_with("wind-down-left-some", &args));
        let without: Vec<&str> = part.told.without_place().map(name).collect();
        told.push(match without.len() {
            0 => t.say("wind-down-left-placed").to_owned(),
            n => t.say_with(
                "wind-down-left-without",
                &[("n", n.into()), ("names", (&listed(t, without.into_iter())).into())],
            ),
        });
    }
    if part.told.ended > 0 {
        told.push(t.say_with("wind-down-left-ended", &[("n", part.told.ended.into())]));
    }
    let row = |held: &Held| {
        let to = held.to.and_then(|to| Some((to, *colleagues.get(&to)?)));
        let day_of = day::typed(on);
        HeldHtml {
            href: format!("/borger/{}", held.citizen),
            name: name(held).to_owned(),
            ends: held.ends.map_or_else(|| capital(t.say("wind-down-clarification")), |end| day::numeric(t, end)),
            to: to.map_or_else(|| t.say("wind-down-left-no-place").to_owned(), |(_, name)| name.to_owned()),
            hand: to.map_or_else(
                || t.say("wind-down-adopt-hand-any").to_owned(),
                |(_, name)| t.say_of("wind-down-adopt-hand", "name", name),
            ),
            hand_href: match to {
                Some((to, _)) => format!("/borger/{}/medarbejder?til={to}&fra={day_of}", held.citizen),
                None => format!("/borger/{}/medarbejder?fra={day_of}", held.citizen),
            },
        }
    };
    let deputy = worker.filter(|_| !part.told.held.is_empty()).map(|worker| {
        let text = t.say_of("wind-down-adopt-deputy", "day", &day::numeric(t, on));
        (format!("/vikarer?for={worker}&fra={}", day::typed(on)), text)
    });
    let count = |n: u32| number::count(t.locale(), n);
    LeaveHtml {
        is_hard: part.told.without_place().next().is_some(),
        told,
        rows: part.told.held.iter().map(row).collect(),
        rooms: part
            .told
            .rooms
            .iter()
            .map(|room| {
                let name = colleagues.get(&room.worker).copied().unwrap_or_default().to_owned();
                [name, count(room.has), count(room.free)]
            })
            .collect(),
        deputy,
    }
}
