//! The programme's own papers: time plan, organisation, meetings, knowledge, continuation. They are about the effort, not about a citizen.
//!
//! Every kind of paper is kept in the same way: versions with who, when and why, sealed with the programme's key (an outside person's
//! with that person's own). To add a kind: a variant of [`PaperKind`], a struct that is a [`Paper`], its page.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::PaperKind;
use crate::id::UserId;
use crate::refusal::{Code, Refusal};

/// The most letters of a line.
pub const LINE: usize = 200;
/// The most letters of a text.
pub const TEXT: usize = 20_000;

/// What one kind of paper says.
pub trait Paper: Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Which kind.
    const KIND: PaperKind;

    /// What the paper may not say, all at once.
    fn check(&self, today: NaiveDate) -> Vec<Refusal>;

    /// The papers that it belongs to, each beside the field that names it.
    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        Vec::new()
    }

    /// The people whom it names, each beside its field.
    fn people(&self) -> Vec<(&'static str, Who)> {
        Vec::new()
    }
}

/// Somebody whom a paper names: who has an account, or somebody from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Who {
    /// Somebody with an account.
    User(UserId),
    /// Somebody from outside, by the id of their paper.
    Outsider(Uuid),
}

impl Who {
    /// Reads what [`Who::key`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once('_')?;
        let id = id.parse().ok()?;
        match kind {
            "u" => Some(Self::User(UserId(id))),
            "p" => Some(Self::Outsider(id)),
            _ => None,
        }
    }

    /// The person as a form's value.
    pub fn key(self) -> String {
        match self {
            Self::User(id) => format!("u_{id}"),
            Self::Outsider(id) => format!("p_{id}"),
        }
    }
}

/// The refusals of a paper, gathered field by field.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<Refusal>);

impl Faults {
    /// Refuses a field where something applies.
    pub fn refuse(&mut self, applies: bool, field: &'static str, code: Code) -> &mut Self {
        if applies {
            self.0.push(Refusal::new(field, code));
        }
        self
    }

    /// A line that must be there.
    pub fn line(&mut self, field: &'static str, text: &str) -> &mut Self {
        self.refuse(text.trim().is_empty(), field, Code::Missing).short(field, text)
    }

    /// A line that may be empty.
    pub fn short(&mut self, field: &'static str, text: &str) -> &mut Self {
        self.refuse(text.chars().count() > LINE, field, Code::TooLong)
    }

    /// A text that may be empty.
    pub fn text(&mut self, field: &'static str, text: &str) -> &mut Self {
        self.refuse(text.chars().count() > TEXT, field, Code::TooLong)
    }

    /// Days that have an order.
    pub fn order(&mut self, field: &'static str, from: NaiveDate, to: Option<NaiveDate>) -> &mut Self {
        self.refuse(to.is_some_and(|to| to < from), field, Code::EndsBeforeItBegins)
    }

    /// A day that has been.
    pub fn past(&mut self, field: &'static str, day: Option<NaiveDate>, today: NaiveDate) -> &mut Self {
        self.refuse(day.is_some_and(|day| day > today), field, Code::InTheFuture)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_read_back_as_written_and_nothing_else_is_one() {
        for who in [Who::User(UserId(Uuid::from_u128(7))), Who::Outsider(Uuid::from_u128(8))] {
            assert_eq!(Who::parse(&who.key()), Some(who));
        }
        for wrong in ["", "u_", "x_00000000-0000-0000-0000-000000000007", "00000000-0000-0000-0000-000000000007"] {
            assert_eq!(Who::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_line_may_be_as_long_as_a_line_and_not_empty() {
        let refused = |text: &str| {
            let mut faults = Faults::default();
            faults.line("titel", text);
            faults.0.first().map(|refusal| refusal.code)
        };
        assert_eq!(refused("  "), Some(Code::Missing));
        assert_eq!(refused(&"å".repeat(LINE)), None);
        assert_eq!(refused(&"å".repeat(LINE + 1)), Some(Code::TooLong));
    }
}
