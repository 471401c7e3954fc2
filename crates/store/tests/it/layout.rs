//! The layouts of both databases are one.
