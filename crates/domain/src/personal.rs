//! A value that tells on a person and therefore never prints.

use std::fmt;

/// Holds a personal value; prints as `•••` in every log, error and debug output.
///
/// [`Personal::reveal`] is the only way to the value, so that a search for it lists every place where one leaves.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself: for a page that the reader may see, or for sealing.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The value itself, owned.
    pub fn into_revealed(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

impl<T> fmt::Display for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_value_never_prints() {
        let name = Personal::new("Signe Holm".to_owned());
        assert_eq!(format!("{name} {name:?} {:?}", Some(&name)), "••• ••• Some(•••)");
        assert_eq!(name.reveal(), "Signe Holm");
    }
}
