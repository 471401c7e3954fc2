//! *Tidsplan*: planned against happened.

use chrono::NaiveDate;
use domain::timeplan::Line;

use crate::paper::Kept;

/// The time plan.
#[derive(Clone, Debug)]
pub struct TimePlanPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// The lines, the first to begin first.
    pub lines: Vec<Kept<Line>>,
    /// Lines that have ended: they are not drawn.
    pub ended: Vec<Kept<Line>>,
    /// Whether the reader keeps it.
    pub may_keep: bool,
    /// How many lines the programme's own days propose that are not in it.
    pub proposed: usize,
}
