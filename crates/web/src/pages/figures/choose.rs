//! Which day, which period, and against which other period: the fields, and links that fill the two days.

use app::view::figures::{FiguresAsk, FiguresPage};
use chrono::{Datelike, NaiveDate};
use domain::programme::Period;
use domain::refusal::{Code, Refusal};
use domain::report::forecast::project_year;
use domain::report::periods::{Against, earlier, grant_years, month_of, quarter_of};
use render::{Words, day};
use serde::Deserialize;

use crate::field::DayField;

/// The values of `sammenlign`.
const AGAINST: [(&str, &str); 4] = [
    ("", "compare-nothing"),
    ("aaret-foer", "compare-year-before"),
    ("kvartalet-foer", "compare-quarter-before"),
    ("egen", "compare-own"),
];

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(super) dag: Option<String>,
    pub(super) fra: Option<String>,
    pub(super) til: Option<String>,
    pub(super) sammenlign: Option<String>,
    #[serde(rename = "mod-fra")]
    pub(super) mod_fra: Option<String>,
    #[serde(rename = "mod-til")]
    pub(super) mod_til: Option<String>,
}

/// What was typed, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    pub(super) day: DayField,
    pub(super) from: DayField,
    pub(super) to: DayField,
    against: String,
    pub(super) other_from: DayField,
    pub(super) other_to: DayField,
}

impl Fields {
    pub(super) fn read(asked: Asked) -> Self {
        let mut fields = Self {
            day: DayField::read(asked.dag),
            from: DayField::read(asked.fra),
            to: DayField::read(asked.til),
            against: asked.sammenlign.unwrap_or_default(),
            other_from: DayField::read(asked.mod_fra),
            other_to: DayField::read(asked.mod_til),
        };
        if fields.from.day.zip(fields.to.day).is_some_and(|(from, to)| to < from) {
            fields.refuse_period();
        }
        if fields.is_own() {
            for end in [&mut fields.other_from, &mut fields.other_to] {
                if end.day.is_none() {
                    end.fault = end.fault.or(Some("compare-own-missing"));
                }
            }
            if fields.other_from.day.zip(fields.other_to.day).is_some_and(|(from, to)| to < from) {
                fields.other_to.fault = Some("period-wrong");
            }
        }
        fields
    }

    /// Tells, beside an end of the period that was typed, that the period ends before it begins.
    pub(super) fn refuse_period(&mut self) {
        let typed = if self.to.day.is_some() { &mut self.to } else { &mut self.from };
        typed.fault = Some("period-wrong");
    }

    /// Tells what is refused beside its field.
    pub(super) fn refuse(&mut self, refusals: &[Refusal]) {
        for refusal in refusals {
            let fault = match refusal.code {
                Code::InTheFuture => "figures-not-yet",
                Code::BeforeProgramme => "refusal-before-programme",
                _ => "period-wrong",
            };
            match refusal.field {
                "dag" => self.day.fault = Some(fault),
                "fra" => self.from.fault = Some(fault),
                "mod-til" => self.other_to.fault = Some(fault),
                _ if self.to.day.is_some() => self.to.fault = Some(fault),
                _ => self.from.fault = Some(fault),
            }
        }
    }

    /// What is asked; what is wrong is not asked for.
    pub(super) fn ask(&self) -> FiguresAsk {
        let is_right = Self::is_sound(&self.from) && Self::is_sound(&self.to);
        FiguresAsk {
            day: self.day.day.filter(|_| Self::is_sound(&self.day)),
            from: self.from.day.filter(|_| is_right),
            to: self.to.day.filter(|_| is_right),
            against: self.against(),
        }
    }

    /// What stands in an end of the period: the day that is used, or what was typed where either end is wrong.
    pub(super) fn end(&self, end: &DayField, used: NaiveDate) -> String {
        let is_used = Self::is_sound(&self.from) && Self::is_sound(&self.to);
        if is_used || end.typed.is_empty() { day::typed(used) } else { end.typed.clone() }
    }

    const fn is_sound(end: &DayField) -> bool {
        end.fault.is_none()
    }

    fn is_own(&self) -> bool {
        self.against == "egen"
    }

    fn against(&self) -> Against {
        let own = self.other_from.day.zip(self.other_to.day);
        match self.against.as_str() {
            "aaret-foer" => Against::YearBefore,
            "kvartalet-foer" => Against::QuarterBefore,
            "egen" if Self::is_sound(&self.other_from) && Self::is_sound(&self.other_to) => {
                own.map_or(Against::Nothing, |(from, to)| Against::Own(Period { from, to }))
            }
            _ => Against::Nothing,
        }
    }

    /// The address of the page with a period, and with what it is held against as it was chosen.
    pub(super) fn address(&self, page: &FiguresPage, period: Period) -> String {
        let mut address = format!("/noegletal?{}", days(page, period));
        if AGAINST.iter().any(|(value, _)| !value.is_empty() && *value == self.against) {
            address.push_str(&format!("&sammenlign={}", self.against));
        }
        if let (true, Some((from, to))) = (self.is_own(), self.other_from.day.zip(self.other_to.day)) {
            address.push_str(&format!("&mod-fra={}&mod-til={}", day::typed(from), day::typed(to)));
        }
        address
    }
}

/// The three days as an address says them.
pub(super) fn days(page: &FiguresPage, period: Period) -> String {
    format!("dag={}&fra={}&til={}", day::typed(page.day), day::typed(period.from), day::typed(period.to))
}

/// What can be chosen.
pub(super) struct Choose {
    /// The periods: address, text, whether it is the one shown.
    pub(super) periods: Vec<(String, String, bool)>,
    /// What it can be held against: value, text, whether it is.
    pub(super) against: Vec<(&'static str, &'static str, bool)>,
    /// Whether a period of one's own is chosen for that.
    pub(super) is_own: bool,
}

impl Choose {
    pub(super) fn new(t: &'static Words, page: &FiguresPage, fields: &Fields) -> Self {
        let (quarter, month) = (quarter_of(page.day), month_of(page.day));
        let named = [
            ("period-last-year", project_year(page.day)),
            ("period-quarter", quarter),
            ("period-quarter-before", earlier(quarter, 3)),
            ("period-month", month),
            ("period-month-before", earlier(month, 1)),
        ];
        let named = named.into_iter().map(|(key, period)| (t.say(key).to_owned(), period));
        let years = grant_years(page.funding, page.day).into_iter();
        let years = years.map(|year| (t.say_of("period-grant-year", "year", &year.to.year().to_string()), year));
        let link = |(text, period): (String, Period)| (fields.address(page, period), text, period == page.now.period);
        let is_chosen = |value: &str| value == fields.against;
        Self {
            periods: named.chain(years).map(link).collect(),
            against: AGAINST.map(|(value, key)| (value, t.say(key), is_chosen(value))).into(),
            is_own: fields.is_own(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(sammenlign: &str, from: &str, to: &str) -> Fields {
        let text = |text: &str| Some(text.to_owned());
        let (sammenlign, mod_fra, mod_til) = (text(sammenlign), text(from), text(to));
        Fields::read(Asked { sammenlign, mod_fra, mod_til, ..Asked::default() })
    }

    #[test]
    fn an_own_period_needs_both_its_days_in_order_and_is_else_not_asked_for() {
        let whole = asked("egen", "1.1.2014", "31.12.2014");
        assert!(matches!(whole.ask().against, Against::Own(_)));
        for (from, to, fault) in [
            ("", "31.12.2014", (Some("compare-own-missing"), None)),
            ("31.2.2014", "31.12.2014", (Some("day-wrong"), None)),
            ("1.1.2015", "31.12.2014", (None, Some("period-wrong"))),
        ] {
            let fields = asked("egen", from, to);
            assert_eq!((fields.other_from.fault, fields.other_to.fault), fault, "{from}");
            assert_eq!(fields.ask().against, Against::Nothing);
        }
    }

    #[test]
    fn days_of_an_own_period_count_only_where_it_is_chosen() {
        assert_eq!(asked("", "1.1.2014", "31.12.2014").ask().against, Against::Nothing);
        assert_eq!(asked("aaret-foer", "", "").ask().against, Against::YearBefore);
        assert_eq!(asked("noget-andet", "", "").ask().against, Against::Nothing);
    }
}
