//! The four tiles: a number, a name, its rule behind an "i".

use app::view::desk::DeskPage;
use render::{Words, day, number};

/// One tile.
pub(super) struct Tile {
    pub(super) href: &'static str,
    pub(super) number: String,
    pub(super) asks: bool,
    pub(super) name: &'static str,
    pub(super) sub: String,
    pub(super) rule: String,
    pub(super) rule_label: String,
}

/// The tiles of the desk.
pub(super) fn tiles(t: &'static Words, page: &DeskPage) -> [Tile; 4] {
    let tile = |href, name: &'static str, n: usize, asks, sub, rule| Tile {
        href,
        number: number::count(t.locale(), n),
        asks,
        rule_label: t.say_of("rule-label", "name", t.say(name)),
        name: t.say(name),
        sub,
        rule,
    };
    let status = &page.status;
    let attached = t.say_with(
        "desk-tile-attached-sub",
        &[("enrolled", status.enrolled.into()), ("clarification", status.in_clarification.into())],
    );
    let urgent = page.counts.first().copied().unwrap_or(0);
    let all = page.counts.iter().sum::<usize>() + usize::from(page.unlinked.0 > 0);
    let (late, oldest) = page.referrals_late;
    let waited = oldest.map_or_else(
        || t.say("desk-tile-referrals-none").to_owned(),
        |on| t.say_of("desk-tile-referrals-sub", "days", &day::days(t, (page.day - on).num_days())),
    );
    let told = &page.wind_down;
    let cut = match told.cannot_end.len() {
        0 => t.say_with("desk-tile-cut-all", &[("n", told.open.into())]),
        n => t.say_with("desk-tile-cut-late", &[("n", n.into())]),
    };
    let cut_rule = t.say_with(
        "desk-tile-cut-rule",
        &[("months", told.course_months.into()), ("day", (&day::numeric(t, told.funding_end)).into())],
    );
    [
        tile(
            "/borgere",
            "desk-tile-attached",
            status.attached as usize,
            false,
            attached,
            t.say("desk-tile-attached-rule").to_owned(),
        ),
        tile(
            "#mangler",
            "desk-tile-due",
            all,
            urgent > 0,
            t.say_with("desk-tile-due-sub", &[("n", urgent.into())]),
            t.say("desk-tile-due-rule").to_owned(),
        ),
        tile(
            "#henvisninger",
            "desk-tile-referrals",
            page.referrals_total,
            late > 0,
            waited,
            t.say("desk-tile-referrals-rule").to_owned(),
        ),
        tile("/afvikling", "desk-tile-cut", told.cut_short, !told.cannot_end.is_empty(), cut, cut_rule),
    ]
}
