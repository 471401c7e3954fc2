//! The pictures: phase bar, star, score line, purpose ribbon and flow, first and latest steps, intake bars, the months ahead, the
//! wind-down, time plan, the rows of a table.
//!
//! Each is a function from plain values to SVG without a style, with a title for screen readers; the page puts a table or a list
//! with the same values beside it.

pub mod bars;
pub mod doers;
pub mod flow;
pub mod forecast;
pub mod gantt;
pub mod intake;
pub mod phasebar;
pub mod ribbon;
pub mod score;
pub mod star;
pub mod steps;
pub mod wind_down;

use chrono::NaiveDate;

/// How far `day` lies between `from` (0) and `to` (1); outside them the nearer end.
fn share(day: NaiveDate, from: NaiveDate, to: NaiveDate) -> f64 {
    let whole = (to - from).num_days();
    if whole <= 0 {
        return 0.0;
    }
    ((day - from).num_days() as f64 / whole as f64).clamp(0.0, 1.0)
}
