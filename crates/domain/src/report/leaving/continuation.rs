//! `continuation`: the citizens attached; activities are nobody.

use super::{Fault, Figures, Keys};
use crate::report::Report;
use crate::report::continuation::Continuation;

impl Continuation {
    /// The key of the citizens attached on the day: the status's.
    pub fn attached_key(&self) -> String {
        Keys::on(Report::Status, self.as_of).key("attached")
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        all.print(self.attached_key(), self.citizens_attached)
    }
}
