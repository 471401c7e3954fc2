//! The shape of the whole: what may use what, and what must stay in step.

mod directions;
mod permissions;
