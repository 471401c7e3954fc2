//! *Adgang for programmer*: the programs that may read the programme's figures.

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::Role;
use domain::id::TokenId;
use domain::personal::Personal;

/// The programme's tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenPage {
    /// Those that are open first, of each the latest made first.
    pub tokens: Vec<Token>,
    /// The last day that a new one can have.
    pub latest: NaiveDate,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What the program is called.
    pub name: String,
    /// The role whose figures it sees.
    pub role: Role,
    /// Whether it still opens.
    pub state: State,
    /// Who made it.
    pub made_by: Personal<String>,
    /// When it was made.
    pub made_on: NaiveDate,
    /// Its last day.
    pub ends_on: NaiveDate,
    /// When it was last used.
    pub used_at: Option<NaiveDateTime>,
}

/// Whether a token still opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It does.
    Open,
    /// Its last day is over.
    Over,
    /// It was ended on a day.
    Ended(NaiveDate),
}
