//! Reads a team's register (CSV folder or workbook) into rows and a list of every fault.

pub mod row;
