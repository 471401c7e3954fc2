//! The forecast (R22) as a figure: what was observed, what is expected, the interval and the load by month.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;

use super::intake::average_a_month;
use crate::day::{add_days, first_of_month, last_of_month};
use crate::facts::Course;
use crate::forecast::{Load, eve, interval_80, load};
use crate::instrument::Instrument;
use crate::programme::{Period, Programme};
use crate::status::{Status, of_course};

/// The figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day ahead.
    pub from: NaiveDate,
    /// The last day ahead.
    pub to: NaiveDate,
    /// The first day observed.
    pub history_from: NaiveDate,
    /// The last day observed.
    pub history_to: NaiveDate,
    /// Enrolments observed (R5).
    pub observed: u32,
    /// Whole months observed.
    pub observed_months: u32,
    /// Enrolments a month; `None` where less than a month was observed.
    pub average_a_month: Option<f64>,
    /// Expected enrolments: the average times the whole months ahead.
    pub expected: Option<f64>,
    /// The 80 % interval of the enrolments ahead.
    pub interval_80: Option<[u32; 2]>,
    /// The load of each month ahead.
    pub load: Vec<Load>,
    /// Clarifications open then, or the day before the period where that is earlier: some of them become courses, and none is in the load.
    pub in_clarification: u32,
    /// Enrolments that the figure rests on.
    pub n: u32,
    /// Nothing can be missing: an enrolment without a day is none.
    pub missing: u32,
}

/// The last 12 whole months before a day's month: the history when none is chosen.
pub fn last_year(before: NaiveDate) -> Period {
    let to = add_days(first_of_month(before), -1);
    let back = first_of_month(add_days(to, 1)).checked_sub_months(Months::new(12));
    Period { from: back.unwrap_or(NaiveDate::MIN), to }
}

/// The twelve calendar months of which the day's is the last, as the team counts its project year: the history on every page.
pub fn project_year(day: NaiveDate) -> Period {
    let from = first_of_month(day).checked_sub_months(Months::new(11)).unwrap_or(day);
    Period { from, to: last_of_month(day) }
}

/// The calendar quarter after the day's: what every page forecasts; none at the end of all days.
pub fn next_quarter(day: NaiveDate) -> Option<Period> {
    let first = first_of_month(day);
    let from = first.checked_add_months(Months::new(3 - first.month0() % 3))?;
    Some(Period { from, to: from.checked_add_months(Months::new(3))?.pred_opt()? })
}

/// What is expected of a period ahead, after what was observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Enrolments a month; `None` where less than a month was observed.
    pub average_a_month: Option<f64>,
    /// Expected enrolments: the average times the whole months ahead.
    pub expected: Option<f64>,
    /// The 80 % interval of the enrolments ahead.
    pub interval_80: Option<[u32; 2]>,
}

/// What so many enrolments `observed` in the period `history` let expect of the period `ahead`.
pub fn expect(observed: u32, history: Period, ahead: Period) -> Expected {
    let average_a_month = average_a_month(observed, history);
    let months = ahead.whole_months();
    Expected {
        average_a_month,
        expected: average_a_month.filter(|_| months > 0).map(|average| average * f64::from(months)),
        interval_80: interval_80(observed, history.whole_months(), months),
    }
}

/// Makes the forecast of the period `ahead` from the period `history`. The courses known are those of the day before, or those known `by` a day
/// where that is earlier.
pub fn forecast(
    courses: &[Course],
    enrolling: &Instrument,
    programme: &Programme,
    (history, ahead): (Period, Period),
    by: NaiveDate,
) -> Forecast {
    let enrolled_in = |course: &&Course| course.enrolled_on(enrolling).is_some_and(|on| history.contains(on));
    let observed = u32::try_from(courses.iter().filter(enrolled_in).count()).unwrap_or(u32::MAX);
    let Expected { average_a_month, expected, interval_80 } = expect(observed, history, ahead);
    let eve = eve(ahead, by);
    let open = courses.iter().filter(|course| of_course(course, enrolling, eve) == Status::InClarification).count();
    Forecast {
        definition: "forecast",
        from: ahead.from,
        to: ahead.to,
        history_from: history.from,
        history_to: history.to,
        observed,
        observed_months: history.whole_months(),
        average_a_month,
        expected,
        interval_80,
        load: load(courses, enrolling, programme, average_a_month.unwrap_or(0.0), (ahead, by)),
        in_clarification: u32::try_from(open).unwrap_or(u32::MAX),
        n: observed,
        missing: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{clarification, day, enrolled, programme, star};

    #[test]
    fn in_november_the_project_year_ends_with_november_and_the_coming_quarter_begins_in_january() {
        let on = day("2015-11-23");
        assert_eq!(project_year(on), Period { from: day("2014-12-01"), to: day("2015-11-30") });
        assert_eq!(next_quarter(on), Some(Period { from: day("2016-01-01"), to: day("2016-03-31") }));
        assert_eq!(next_quarter(day("2016-01-01")), Some(Period { from: day("2016-04-01"), to: day("2016-06-30") }));
    }

    #[test]
    fn two_a_month_let_expect_six_in_the_last_recruitment_months() {
        let mut courses: Vec<_> = (0..24).map(|number| enrolled(number, number, "2015-03-05")).collect();
        courses.push(clarification(30, 30, "2015-11-20"));
        let history = Period { from: day("2014-12-01"), to: day("2015-11-30") };
        let ahead = Period { from: day("2016-01-01"), to: day("2016-03-31") };
        let figure = forecast(&courses, &star(), &programme(), (history, ahead), day("2015-11-23"));
        assert_eq!((figure.observed, figure.average_a_month, figure.expected), (24, Some(2.0), Some(6.0)));
        assert_eq!((figure.load[0].known, figure.in_clarification), (24, 1));
        assert_eq!(figure.interval_80, Some([3, 10]));
    }

    #[test]
    fn what_happened_after_the_day_is_not_known_to_its_forecast() {
        let history = Period { from: day("2014-12-01"), to: day("2015-11-30") };
        let ahead = Period { from: day("2016-01-01"), to: day("2016-03-31") };
        let courses = [
            enrolled(1, 1, "2015-06-10"),
            crate::example::closed(enrolled(2, 2, "2015-06-10"), "2015-12-15"),
            enrolled(3, 3, "2015-11-25"),
            clarification(4, 4, "2015-12-01"),
        ];
        let by = |on: &str| {
            let figure = forecast(&courses, &star(), &programme(), (history, ahead), day(on));
            (figure.observed, figure.load[0].known, figure.in_clarification)
        };
        // Number 2 is under way still and 3 has not begun; of the period that was observed both are the same.
        assert_eq!(by("2015-11-23"), (3, 2, 0));
        assert_eq!(by("2015-11-25"), (3, 3, 0));
        assert_eq!(by("2015-12-31"), (3, 2, 1));
        assert_eq!(by("2016-06-30"), by("2015-12-31"), "after the day before the period nothing more is known");
    }

    #[test]
    fn the_last_year_is_twelve_whole_months_before_the_days_month() {
        assert_eq!(last_year(day("2015-11-23")), Period { from: day("2014-11-01"), to: day("2015-10-31") });
        assert_eq!(last_year(day("2015-11-23")).whole_months(), 12);
    }
}
