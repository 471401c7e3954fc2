//! Try-outs of the wind-down: what would follow if more were enrolled, or if a worker left. Facts and a supposition in, an answer out; nothing
//! is changed and nothing kept.

mod enrol;
mod leave;

pub use enrol::{EnrolMore, Entry, TriedMonth, enrol_more};
pub use leave::{Held, Leaving, Room, leave};
