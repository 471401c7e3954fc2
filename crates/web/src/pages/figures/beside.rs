//! What stands beside the figures of the period: the workers' caseloads, and the intake expected.

use app::view::figures::{FiguresPage, Load};
use domain::caseload::Part;
use domain::programme::Period;
use render::{Words, day, number};

use super::behind::Behind;

pub(super) struct LoadHtml<'a> {
    pub(super) worker: &'a str,
    /// Enrolled, in clarification and both, each with where it leads to.
    pub(super) numbers: [(String, Option<String>); 3],
    pub(super) room: String,
    pub(super) is_over: bool,
}

pub(super) fn loads<'a>(t: &Words, page: &'a FiguresPage, behind: Option<&Behind>) -> Vec<LoadHtml<'a>> {
    let cap = u64::from(page.caseload.cap);
    let load = |load: &'a Load| {
        let total = load.enrolled + load.in_clarification;
        LoadHtml {
            worker: load.worker.reveal(),
            numbers: Part::ALL.map(|part| {
                let n = match part {
                    Part::Enrolled => load.enrolled,
                    Part::InClarification => load.in_clarification,
                    Part::Total => total,
                };
                let href = behind.filter(|_| n > 0).map(|behind| behind.caseload(load.id, part));
                (number::count(t.locale(), n), href)
            }),
            room: if total > cap {
                t.say_with("caseload-over", &[("n", (total - cap).into())])
            } else {
                t.say_with("caseload-free", &[("n", (cap - total).into())])
            },
            is_over: total > cap,
        }
    };
    page.caseload.workers.iter().map(load).collect()
}

/// The number, its period, its interval, its rule and what to be careful about.
pub(super) fn forecast(t: &Words, page: &FiguresPage) -> Option<[String; 5]> {
    let forecast = page.forecast.as_ref()?;
    let period = |period: Period| day::period(t, period);
    let (low, high) = forecast.interval_80;
    let average = number::decimal(t.locale(), forecast.average_a_month, 1);
    Some([
        number::median(t.locale(), forecast.expected),
        t.say_with("forecast-period", &[("period", (&period(forecast.period)).into())]),
        t.say_with("forecast-interval", &[("low", low.into()), ("high", high.into())]),
        t.say_with(
            "forecast-rule",
            &[
                ("average", (&average).into()),
                ("observed", (&period(forecast.observed_period)).into()),
                ("n", forecast.observed.into()),
                ("months", forecast.observed_months.into()),
            ],
        ),
        t.say_with("forecast-caution", &[("n", forecast.observed.into()), ("months", forecast.observed_months.into())]),
    ])
}
