//! What the programme's own past says of the months ahead (R22): expected intake with an honest interval, and expected load.

pub mod backtest;

use chrono::NaiveDate;
use serde::Serialize;

use crate::course::plan;
use crate::day::{add_days, month_key};
use crate::facts::Course;
use crate::instrument::Instrument;
use crate::programme::{Period, Programme};

/// The courses under way in one month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Load {
    /// The month, such as `2016-01`.
    pub month: String,
    /// Courses known by then, or the day before the period where that is earlier, that are not at their planned end when the month begins.
    pub known: u32,
    /// Expected newcomers who are not at their planned end when the month begins.
    pub expected: f64,
}

/// The 80 % central predictive interval of the intake of `months`, after `observed` enrolments in `observed_months` (R22).
///
/// A Poisson count whose rate has the Jeffreys prior is, after what was observed, a negative binomial with
/// `observed + 1/2` and probability `observed_months / (observed_months + months)`. The ends are the smallest whole numbers at
/// which the cumulative probability reaches 0.1 and 0.9. `None` where nothing was observed for a month, or no month is asked for.
pub fn interval_80(observed: u32, observed_months: u32, months: u32) -> Option<[u32; 2]> {
    if months == 0 {
        return None;
    }
    interval(observed, observed_months, f64::from(months))
}

/// The same for a share of months, such as the newcomers who are still there.
fn interval(observed: u32, observed_months: u32, months: f64) -> Option<[u32; 2]> {
    if observed_months == 0 || months <= 0.0 {
        return None;
    }
    let shape = f64::from(observed) + 0.5;
    let all = f64::from(observed_months) + months;
    let (past, ahead) = (f64::from(observed_months) / all, months / all);
    // In logarithms: with thousands of enrolments the probability of none at all is too small for a float.
    let mut log_probability = shape * past.ln();
    let (mut cumulative, mut low) = (0.0, None);
    for count in 0..u32::MAX {
        cumulative += log_probability.exp();
        if cumulative >= 0.1 && low.is_none() {
            low = Some(count);
        }
        if cumulative >= 0.9 {
            return low.map(|low| [low, count]);
        }
        log_probability += ((shape + f64::from(count)) / (f64::from(count) + 1.0) * ahead).ln();
    }
    None
}

/// The day whose courses are known: the one before the period, or the one by which it is forecast where that is earlier.
pub fn eve(ahead: Period, by: NaiveDate) -> NaiveDate {
    add_days(ahead.from, -1).min(by)
}

/// The load of each month of the period (R22), of what had happened by a day: known courses by their planned ends, and `average_a_month` newcomers for each
/// month of an open window, each enrolled as the month begins (or the window opens) and ending by R6.
pub fn load(
    courses: &[Course],
    enrolling: &Instrument,
    programme: &Programme,
    average_a_month: f64,
    (ahead, by): (Period, NaiveDate),
) -> Vec<Load> {
    let known_on = eve(ahead, by);
    let ends: Vec<NaiveDate> = courses
        .iter()
        .filter(|course| course.closed_by(known_on).is_none())
        .filter_map(|course| course.enrolled_on(enrolling).filter(|on| *on <= known_on))
        .filter_map(|on| plan(on, programme).ok())
        .map(|plan| plan.planned_end())
        .collect();
    let newcomers: Vec<(Period, f64)> = ahead.months().filter_map(|month| newcomers(month, programme)).collect();
    let of_month = |month: Period| Load {
        month: month_key(month.from),
        known: u32::try_from(ends.iter().filter(|end| **end >= month.from).count()).unwrap_or(u32::MAX),
        expected: newcomers
            .iter()
            .filter(|(course, _)| course.from <= month.to && course.to >= month.from)
            .map(|(_, share)| share * average_a_month)
            .sum(),
    };
    ahead.months().map(of_month).collect()
}

/// A month ahead: who is expected, between which numbers, and how many the workers have room for.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthAhead {
    /// The load.
    pub load: Load,
    /// The month.
    pub month: Period,
    /// The ends of the 80 % interval of all of them; the known alone where nobody new is expected.
    pub between: [u32; 2],
    /// The citizens that the workers of the month's last day have room for.
    pub room: u32,
}

impl MonthAhead {
    /// Known and expected together, rounded up: half a citizen needs a whole worker's attention.
    pub fn citizens(&self) -> u32 {
        let whole = (f64::from(self.load.known) + self.load.expected).ceil();
        // A load is a count of people; what no count can be stands as the greatest one.
        if whole < f64::from(u32::MAX) { whole as u32 } else { u32::MAX }
    }
}

/// The months of a load with their intervals (R22) and the workers' room (R12). The interval of a month is that of the newcomers who
/// are still there, from `observed` enrolments in `observed_months`, on top of the known.
pub fn months_ahead(
    load: Vec<Load>,
    ahead: Period,
    (observed, observed_months): (u32, u32),
    room: impl Fn(NaiveDate) -> u32,
) -> Vec<MonthAhead> {
    let average = if observed_months == 0 { 0.0 } else { f64::from(observed) / f64::from(observed_months) };
    let month = |(load, month): (Load, Period)| {
        let months = if average > 0.0 { load.expected / average } else { 0.0 };
        let [low, high] = interval(observed, observed_months, months).unwrap_or([0, 0]);
        let between = [low, high].map(|new| load.known.saturating_add(new));
        MonthAhead { room: room(month.to), between, month, load }
    };
    load.into_iter().zip(ahead.months()).map(month).collect()
}

/// The course of those who begin in the month, and the share of the month on which enrolment is open.
fn newcomers(month: Period, programme: &Programme) -> Option<(Period, f64)> {
    let open: Vec<Period> = programme.recruitment.iter().filter_map(|window| window.overlap(&month)).collect();
    let from = open.first()?.from;
    let days = |period: &Period| u32::try_from(period.days()).map_or(0.0, f64::from);
    let whole_month =
        Period { from: crate::day::first_of_month(month.from), to: crate::day::last_of_month(month.from) };
    let share = open.iter().map(days).sum::<f64>() / days(&whole_month);
    Some((Period { from, to: plan(from, programme).ok()?.planned_end() }, share))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::{closed, day, enrolled, programme, star};

    #[test]
    fn fourteen_in_twelve_months_let_expect_one_to_six_in_three() {
        assert_eq!(interval_80(14, 12, 3), Some([1, 6]));
    }

    #[test]
    fn the_interval_agrees_with_the_probabilities_worked_out_by_hand() {
        // Nobody in one month, one month ahead: shape 1/2, p = 1/2; P(0) = 0.7071, P(0 or 1) = 0.8839, P(0 to 2) = 0.9502.
        assert_eq!(interval_80(0, 1, 1), Some([0, 2]));
    }

    #[test]
    fn without_a_month_of_history_there_is_no_interval() {
        assert_eq!(interval_80(3, 0, 3), None);
        assert_eq!(interval_80(3, 12, 0), None);
    }

    #[test]
    fn a_large_programme_has_an_interval_around_what_is_expected() {
        let [low, high] = interval_80(20_000, 12, 3).unwrap();
        assert!(4_880 < low && low < 5_000 && 5_000 < high && high < 5_120, "{low} to {high}");
    }

    fn months(courses: &[Course], average: f64, from: &str, to: &str) -> Vec<(u32, f64)> {
        let ahead = Period { from: day(from), to: day(to) };
        load(courses, &star(), &programme(), average, (ahead, ahead.from))
            .iter()
            .map(|load| (load.known, load.expected))
            .collect()
    }

    #[test]
    fn a_known_course_is_load_until_its_planned_end_and_a_closed_one_is_none() {
        let courses = [enrolled(1, 1, "2015-02-10"), closed(enrolled(2, 2, "2015-06-01"), "2015-12-31")];
        assert_eq!(months(&courses, 0.0, "2016-01-01", "2016-03-31"), [(1, 0.0), (1, 0.0), (0, 0.0)]);
    }

    #[test]
    fn newcomers_begin_inside_the_window_only_and_stay_till_their_course_ends() {
        let expected = months(&[], 2.0, "2016-01-01", "2016-05-31");
        assert_eq!(expected, [(0, 2.0), (0, 4.0), (0, 6.0), (0, 6.0), (0, 6.0)]);
    }

    #[test]
    fn a_month_s_interval_stands_on_top_of_the_known_and_its_workers_have_room() {
        let ahead = Period { from: day("2016-01-01"), to: day("2016-03-31") };
        let known = [enrolled(1, 1, "2015-06-10")];
        let load = load(&known, &star(), &programme(), 2.0, (ahead, ahead.from));
        let months = months_ahead(load, ahead, (24, 12), |on| if on < day("2016-03-01") { 20 } else { 10 });
        // One, two and three months of two a month: the intervals of R22, each one more for the course that is known.
        let expected = [1, 2, 3].map(|months| interval_80(24, 12, months).unwrap().map(|end| end + 1));
        assert_eq!(months.iter().map(|month| month.between).collect::<Vec<_>>(), expected);
        assert_eq!(expected[2], [4, 11]);
        assert_eq!(
            months.iter().map(|month| (month.citizens(), month.room)).collect::<Vec<_>>(),
            [(3, 20), (5, 20), (7, 10)]
        );
    }

    #[test]
    fn where_nobody_new_is_expected_the_interval_is_what_is_known() {
        let ahead = Period { from: day("2016-05-01"), to: day("2016-05-31") };
        let load = load(&[enrolled(1, 1, "2015-06-10")], &star(), &programme(), 2.0, (ahead, ahead.from));
        assert_eq!(months_ahead(load, ahead, (24, 12), |_| 20)[0].between, [1, 1]);
    }

    #[test]
    fn nobody_is_load_after_the_funding() {
        assert_eq!(months(&[enrolled(1, 1, "2016-03-31")], 2.0, "2017-01-01", "2017-01-31"), [(0, 0.0)]);
    }

    proptest! {
        #[test]
        fn more_enrolments_never_lower_the_interval(observed in 0u32..500, months in 1u32..36, ahead in 1u32..24) {
            let [low, high] = interval_80(observed, months, ahead).unwrap();
            let [more_low, more_high] = interval_80(observed + 1, months, ahead).unwrap();
            prop_assert!(low <= high && low <= more_low && high <= more_high);
        }
    }
}
