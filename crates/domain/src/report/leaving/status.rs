//! `status`: who is enrolled, in clarification, closed.

use super::{Fault, Figures, Keys, Leaving};
use crate::report::Report;
use crate::report::status::StatusFigure;

impl StatusFigure {
    /// The keys of its counts.
    pub fn keys(&self) -> Keys {
        Keys::on(Report::Status, self.as_of)
    }

    pub(super) fn leave(&self, all: &mut Figures) -> Result<(), Fault> {
        let mut to = Leaving { all, keys: self.keys() };
        to.print("enrolled", self.enrolled)?;
        to.print("in_clarification", self.in_clarification)?;
        to.print("attached", self.attached)?;
        to.print("closed", self.closed)?;
        to.grows("different_users", self.different_users)?;
        to.print("left_in_clarification", self.left_in_clarification)?;
        to.print("enquiry_only", self.enquiry_only)?;
        to.grows("n", self.n)?;
        to.print("missing", self.missing)?;
        to.sum("attached", &["enrolled", "in_clarification"])?;
        to.sum("different_users", &["attached", "closed"])?;
        to.sum("n", &["different_users", "left_in_clarification", "enquiry_only"])
    }
}
