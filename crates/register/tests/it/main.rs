//! A register is read as a team keeps it.

mod rules;
