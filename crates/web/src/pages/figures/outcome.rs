//! Before and after: WHO-5, the star area by area, the purpose. Counts and medians, no cause and no average of areas (R15, R20).

use app::view::figures::{AreaOutcome, Outcomes, ScoreOutcome};
use render::{Words, number};

/// A median is of no fewer persons than this (R20).
const FEWEST: u64 = 10;

/// The three tables; each is there where somebody has two readings.
pub(super) struct Outcome<'a> {
    pub(super) who5: Option<Who5>,
    pub(super) who5_rule: String,
    pub(super) who5_basis: String,
    pub(super) star: Vec<(&'a str, [String; 7])>,
    pub(super) star_rule: &'static str,
    pub(super) purposes: Vec<(&'a str, String, String)>,
    pub(super) purpose_rule: String,
    pub(super) purpose_basis: String,
}

/// The rows of WHO-5.
pub(super) struct Who5 {
    pub(super) risk_zone: [String; 2],
    pub(super) median: [String; 2],
    pub(super) change: [String; 3],
}

impl<'a> Outcome<'a> {
    pub(super) fn new(t: &'static Words, outcomes: &'a Outcomes, period: &str) -> Self {
        let who5 = &outcomes.who5;
        let purpose = &outcomes.purpose;
        let count = |n: u64| number::count(t.locale(), n);
        Self {
            who5: (who5.n > 0).then(|| self::who5(t, who5)),
            who5_rule: t.say_with(
                "outcomes-who5-rule",
                &[("period", period.into()), ("n", who5.n.into()), ("incomplete", who5.incomplete.into())],
            ),
            who5_basis: t.say_with(
                "outcomes-who5-basis",
                &[("n", who5.n.into()), ("missing", who5.missing.into()), ("incomplete", who5.incomplete.into())],
            ),
            star: outcomes.star.iter().map(|area| (t.locale().of(&area.name), area_row(t, area))).collect(),
            star_rule: t.say("outcomes-star-rule"),
            purposes: purpose
                .choices
                .iter()
                .map(|(text, first, latest)| (t.locale().of(text), count(*first), count(*latest)))
                .collect(),
            purpose_basis: t
                .say_with("outcomes-purpose-basis", &[("n", purpose.n.into()), ("missing", purpose.missing.into())]),
            purpose_rule: t
                .say_with("outcomes-purpose-rule", &[("n", purpose.n.into()), ("changed", purpose.changed.into())]),
        }
    }

    /// Whether there is anything to show.
    pub(super) fn is_empty(&self) -> bool {
        self.who5.is_none() && self.star.is_empty() && self.purposes.is_empty()
    }
}

fn median(t: &Words, n: u64, median: Option<f64>) -> String {
    match median {
        Some(median) if n >= FEWEST => number::median(t.locale(), median),
        Some(_) => t.say("median-few").to_owned(),
        None => "–".to_owned(),
    }
}

fn who5(t: &Words, who5: &ScoreOutcome) -> Who5 {
    let count = |n: u64| number::count(t.locale(), n);
    Who5 {
        risk_zone: [count(who5.risk_zone_first), count(who5.risk_zone_latest)],
        median: [median(t, who5.n, who5.median_first), median(t, who5.n, who5.median_latest)],
        change: [count(who5.improved), count(who5.same), count(who5.worsened)],
    }
}

fn area_row(t: &Words, area: &AreaOutcome) -> [String; 7] {
    let count = |n: u64| number::count(t.locale(), n);
    [
        count(area.n),
        count(area.missing),
        count(area.up),
        count(area.same),
        count(area.down),
        median(t, area.n, area.median_first),
        median(t, area.n, area.median_latest),
    ]
}
