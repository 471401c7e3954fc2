//! What stands beside the figures of the period: the workers' caseloads, and the intake expected.

use app::view::figures::{FiguresPage, Load};
use domain::programme::Period;
use render::{Words, day, number};

pub(super) struct LoadHtml<'a> {
    pub(super) worker: &'a str,
    pub(super) enrolled: String,
    pub(super) in_clarification: String,
    pub(super) total: String,
    pub(super) room: String,
    pub(super) is_over: bool,
}

pub(super) fn loads<'a>(t: &Words, page: &'a FiguresPage) -> Vec<LoadHtml<'a>> {
    let count = |n: u64| number::count(t.locale(), n);
    let cap = u64::from(page.caseload.cap);
    let load = |load: &'a Load| {
        let total = load.enrolled + load.in_clarification;
        LoadHtml {
            worker: load.worker.reveal(),
            enrolled: count(load.enrolled),
            in_clarification: count(load.in_clarification),
            total: count(total),
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
