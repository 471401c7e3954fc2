//! A register is read as a team keeps it.

mod faults;
mod folder;
mod hostile;
mod registers;
mod rules;
mod workbook;
