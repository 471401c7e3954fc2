//! The periods that figures are asked for, and the ones that they are held against.

use chrono::{Datelike, Months, NaiveDate};

use crate::day::{add_days, first_of_month, last_of_month};
use crate::programme::Period;
use crate::refusal::{Code, Refusal};
use crate::report::Report;

/// Another period, whose figures stand beside those of the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Against {
    /// None.
    #[default]
    Nothing,
    /// The same days a year earlier.
    YearBefore,
    /// The same days three months earlier.
    QuarterBefore,
    /// A period of one's own.
    Own(Period),
}

impl Against {
    /// The period that it is, seen from the one asked for.
    pub fn of(self, period: Period) -> Option<Period> {
        match self {
            Self::Nothing => None,
            Self::YearBefore => Some(earlier(period, 12)),
            Self::QuarterBefore => Some(earlier(period, 3)),
            Self::Own(own) => Some(own),
        }
    }
}

/// The same days some months earlier. A period that ends with a month still does.
pub fn earlier(period: Period, months: u32) -> Period {
    let back = |day: NaiveDate| day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    let to = back(period.to);
    let ends_with_its_month = period.to == last_of_month(period.to);
    Period { from: back(period.from), to: if ends_with_its_month { last_of_month(to) } else { to } }
}

/// The calendar month of a day.
pub fn month_of(day: NaiveDate) -> Period {
    Period { from: first_of_month(day), to: last_of_month(day) }
}

/// The calendar quarter of a day.
pub fn quarter_of(day: NaiveDate) -> Period {
    let first = first_of_month(day);
    let from = first.checked_sub_months(Months::new(first.month0() % 3)).unwrap_or(first);
    Period { from, to: from.checked_add_months(Months::new(3)).map_or(NaiveDate::MAX, |next| add_days(next, -1)) }
}

/// The calendar years of a grant that have begun by the day, each cut to the grant, the latest first.
pub fn grant_years(funding: Period, day: NaiveDate) -> Vec<Period> {
    let years = funding.from.year()..=funding.to.min(day).year();
    let year = |year| {
        let whole = Period { from: NaiveDate::from_ymd_opt(year, 1, 1)?, to: NaiveDate::from_ymd_opt(year, 12, 31)? };
        whole.overlap(&funding)
    };
    years.rev().filter_map(year).collect()
}

/// One of the days that a figure is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The day.
    AsOf,
    /// The period's first.
    From,
    /// The period's last.
    To,
}

/// The days that were asked for by name; what was left out is chosen, and never refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named {
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// The period's first.
    pub from: Option<NaiveDate>,
    /// The period's last.
    pub to: Option<NaiveDate>,
}

impl Named {
    /// Without the days that have not been, where the report looks ahead ([`Report::looks_ahead`]): it may be asked for those.
    pub fn for_report(self, report: Report, today: NaiveDate) -> Self {
        let heeded = |day: &NaiveDate| !report.looks_ahead() || *day <= today;
        Self { as_of: self.as_of.filter(heeded), from: self.from.filter(heeded), ..self }
    }
}

/// Why the days may not be asked for: one that has not been or is before the funding, a period that ends before it begins. `period` is the one
/// named, filled up with what is chosen.
pub fn refused(named: Named, period: Period, funding: Period, today: NaiveDate) -> Vec<(Which, Code)> {
    let is_after = |day: Option<NaiveDate>| day.is_some_and(|day| day > today);
    let is_before = |day: Option<NaiveDate>| day.is_some_and(|day| day < funding.from);
    let end = if named.to.is_some() { Which::To } else { Which::From };
    let all = [
        (is_after(named.as_of), Which::AsOf, Code::InTheFuture),
        (is_before(named.as_of), Which::AsOf, Code::BeforeProgramme),
        (period.is_empty(), end, Code::EndsBeforeItBegins),
        (is_before(named.to), Which::To, Code::BeforeProgramme),
        (is_after(named.from), Which::From, Code::InTheFuture),
    ];
    all.into_iter().filter(|(is_refused, ..)| *is_refused).map(|(_, which, code)| (which, code)).collect()
}

/// Why a page's day and period may not be asked for, beside its fields `dag`, `fra` and `til`.
pub fn check(day: NaiveDate, period: Period, funding: Period, today: NaiveDate) -> Vec<Refusal> {
    let named = Named { as_of: Some(day), from: Some(period.from), to: Some(period.to) };
    let field = |which| match which {
        Which::AsOf => "dag",
        Which::From => "fra",
        Which::To => "til",
    };
    refused(named, period, funding, today).into_iter().map(|(which, code)| Refusal::new(field(which), code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn period(from: &str, to: &str) -> Period {
        Period { from: day(from), to: day(to) }
    }

    #[test]
    fn a_year_and_a_quarter_before_are_the_same_days_and_end_with_the_month_where_the_period_does() {
        let year = period("2014-12-01", "2015-11-30");
        assert_eq!(Against::YearBefore.of(year), Some(period("2013-12-01", "2014-11-30")));
        assert_eq!(Against::QuarterBefore.of(year), Some(period("2014-09-01", "2015-08-31")));
        let odd = period("2015-11-05", "2015-11-23");
        assert_eq!(Against::QuarterBefore.of(odd), Some(period("2015-08-05", "2015-08-23")));
        let february = period("2015-02-01", "2015-02-28");
        assert_eq!(Against::QuarterBefore.of(february), Some(period("2014-11-01", "2014-11-30")));
        assert_eq!(
            Against::YearBefore.of(period("2016-02-01", "2016-02-29")),
            Some(period("2015-02-01", "2015-02-28"))
        );
        assert_eq!(Against::Nothing.of(year), None);
    }

    #[test]
    fn a_day_lies_in_its_month_and_its_quarter() {
        assert_eq!(month_of(day("2016-02-10")), period("2016-02-01", "2016-02-29"));
        assert_eq!(quarter_of(day("2015-11-23")), period("2015-10-01", "2015-12-31"));
        assert_eq!(quarter_of(day("2015-01-01")), period("2015-01-01", "2015-03-31"));
    }

    #[test]
    fn days_that_cannot_be_asked_for_are_refused_where_they_were_named() {
        let (grant, today) = (period("2013-04-01", "2016-12-31"), day("2015-11-23"));
        let on = |text: &str| Some(text).filter(|text| !text.is_empty()).map(day);
        for (as_of, from, to, expected) in [
            ("", "", "", vec![]),
            ("2015-11-23", "2012-01-01", "2019-12-31", vec![]),
            ("2013-04-01", "2015-11-23", "", vec![(Which::From, Code::EndsBeforeItBegins)]),
            ("2015-11-24", "", "", vec![(Which::AsOf, Code::InTheFuture)]),
            ("2013-03-31", "", "", vec![(Which::AsOf, Code::BeforeProgramme)]),
            ("", "2012-01-01", "2013-03-31", vec![(Which::To, Code::BeforeProgramme)]),
            ("", "2015-11-24", "2015-12-31", vec![(Which::From, Code::InTheFuture)]),
            ("", "2015-02-01", "2015-01-31", vec![(Which::To, Code::EndsBeforeItBegins)]),
        ] {
            let named = Named { as_of: on(as_of), from: on(from), to: on(to) };
            let usual = period("2014-11-01", "2015-10-31");
            let whole = Period { from: named.from.unwrap_or(usual.from), to: named.to.unwrap_or(usual.to) };
            assert_eq!(refused(named, whole, grant, today), expected, "{as_of} {from} {to}");
        }
    }

    #[test]
    fn a_report_that_looks_ahead_is_asked_for_days_that_have_not_been_and_still_not_for_days_before_the_programme() {
        let (grant, today) = (period("2013-04-01", "2016-12-31"), day("2015-11-23"));
        let told = |report, as_of, from| {
            let named = Named { as_of: Some(day(as_of)), from: Some(day(from)), to: None };
            let whole = Period { from: day(from), to: day("2016-12-31") };
            refused(named.for_report(report, today), whole, grant, today)
        };
        let ahead = [(Which::AsOf, Code::InTheFuture), (Which::From, Code::InTheFuture)];
        assert_eq!(told(Report::Status, "2016-06-01", "2016-01-01"), ahead);
        for report in [Report::Forecast, Report::WindDown, Report::Staffing] {
            assert_eq!(told(report, "2016-06-01", "2016-01-01"), []);
            assert_eq!(told(report, "2013-03-31", "2015-01-01"), [(Which::AsOf, Code::BeforeProgramme)]);
        }
    }

    #[test]
    fn the_grants_years_are_cut_to_it_and_end_with_the_one_under_way() {
        let grant = period("2013-04-01", "2016-12-31");
        let years = grant_years(grant, day("2015-11-23"));
        let wanted = [("2015-01-01", "2015-12-31"), ("2014-01-01", "2014-12-31"), ("2013-04-01", "2013-12-31")];
        assert_eq!(years, wanted.map(|(from, to)| period(from, to)));
        assert_eq!(grant_years(grant, day("2020-01-01")).len(), 4);
        assert_eq!(grant_years(grant, day("2012-01-01")), []);
    }
}
