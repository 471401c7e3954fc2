//! A register is read as a team keeps it.

// Each module says that it is a test, so that clippy lets its helpers unwrap, too.
#[cfg(test)]
mod faults;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod workbook;
