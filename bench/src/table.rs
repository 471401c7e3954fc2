//! One line of the table: what was measured, how it went, and what was asked for.

use std::time::Duration;

/// Times of many runs, sorted when asked.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that so many of a hundred runs do not exceed, in milliseconds.
    pub(crate) fn percentile(&mut self, share: usize) -> f64 {
        self.0.sort_unstable();
        let at = (self.0.len() * share).div_ceil(100).saturating_sub(1);
        self.0.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }
}

/// Prints a line: words, median, p99, and targets each as (name, value, limit, whether more is better).
pub(crate) fn line(what: &str, times: &mut Times, targets: &[(&str, f64, f64, bool)]) {
    let (median, p99) = (times.percentile(50), times.percentile(99));
    let told: Vec<String> = targets.iter().map(|target| verdict(*target)).collect();
    println!("{what}\t{median:.2} ms\t{p99:.2} ms\t{}", told.join("; "));
}

/// A value beside its target; infinity stands for "no target".
pub(crate) fn verdict((name, value, limit, more_is_better): (&str, f64, f64, bool)) -> String {
    if limit.is_infinite() {
        return format!("{name} {value:.2}");
    }
    let (sign, met) = if more_is_better { ("≥", value >= limit) } else { ("≤", value <= limit) };
    let missed = if met { String::new() } else { format!(", MISSED by {:.0} %", (value / limit - 1.0).abs() * 100.0) };
    format!("{name} {value:.2} ({sign} {limit}{missed})")
}
