//! The four tiles over a list: a number, a name, its rule behind an "i"; a click filters.

use app::view::caseload::{CaseloadAsk, CaseloadPage, Filter, Scope, Tiles};
use chrono::Days;
use render::{Words, day, number};

use super::address;

/// One tile.
pub(super) struct Tile {
    pub(super) href: String,
    pub(super) is_current: bool,
    pub(super) number: String,
    pub(super) of: Option<u32>,
    pub(super) asks: bool,
    pub(super) name: &'static str,
    pub(super) sub: String,
    pub(super) rule: String,
    pub(super) rule_label: String,
}

/// The tiles of a list.
pub(super) fn tiles(t: &'static Words, page: &CaseloadPage) -> Vec<Tile> {
    let counts = &page.tiles;
    let brief = |on| day::brief(t, on, page.day);
    let nobody = || t.say("tile-nobody").to_owned();
    let tile = |filter: Filter, name: &'static str, count: u64, sub: String, rule: String| Tile {
        href: format!("{}#liste", address(CaseloadAsk { filter, page: 0, ..page.ask })),
        is_current: page.ask.filter == filter,
        number: number::count(t.locale(), count),
        of: None,
        asks: false,
        rule_label: t.say_with("rule-label", &[("name", t.say(name).into())]),
        name: t.say(name),
        sub,
        rule,
    };
    let in_thirty_days = page.day.checked_add_days(Days::new(30)).unwrap_or(page.day);
    let fourteen_days_ago = page.day.checked_sub_days(Days::new(14)).unwrap_or(page.day);
    let overdue_sub =
        counts.overdue_since.map_or_else(nobody, |on| t.say_with("tile-overdue-sub", &[("day", (&brief(on)).into())]));
    let phase_sub =
        counts.first_phase_end.map_or_else(nobody, |on| t.say_with("tile-phase-sub", &[("day", (&brief(on)).into())]));
    vec![
        Tile {
            of: counts.cap,
            ..tile(
                Filter::All,
                "tile-all",
                counts.enrolled + counts.in_clarification,
                all_sub(t, counts),
                all_rule(t, page),
            )
        },
        Tile {
            asks: counts.follow_up_overdue > 0,
            ..tile(
                Filter::FollowUpOverdue,
                "tile-overdue",
                counts.follow_up_overdue,
                overdue_sub,
                t.say("tile-overdue-rule").to_owned(),
            )
        },
        tile(
            Filter::PhaseEnds,
            "tile-phase",
            counts.phase_ends,
            phase_sub,
            t.say_with("tile-phase-rule", &[("day", (&day::long(t, in_thirty_days)).into())]),
        ),
        Tile {
            asks: counts.no_contact > 0,
            ..tile(
                Filter::NoContact,
                "tile-contact",
                counts.no_contact,
                contact_sub(t, page),
                t.say_with("tile-contact-rule", &[("day", (&day::long(t, fourteen_days_ago)).into())]),
            )
        },
    ]
}

fn all_sub(t: &Words, counts: &Tiles) -> String {
    t.say_with(
        "tile-all-sub",
        &[("enrolled", counts.enrolled.into()), ("clarification", counts.in_clarification.into())],
    )
}

fn all_rule(t: &Words, page: &CaseloadPage) -> String {
    match (page.ask.scope, page.tiles.cap) {
        (Scope::Own, Some(cap)) => t.say_with("tile-all-rule", &[("cap", cap.into())]),
        _ => t.say("tile-all-rule-programme").to_owned(),
    }
}

fn contact_sub(t: &Words, page: &CaseloadPage) -> String {
    match (page.tiles.no_contact, page.tiles.no_contact_since) {
        (0, _) => t.say("tile-nobody").to_owned(),
        (_, Some(on)) => t.say_with("tile-contact-sub", &[("day", (&day::brief(t, on, page.day)).into())]),
        (_, None) => t.say("tile-contact-sub-never").to_owned(),
    }
}
