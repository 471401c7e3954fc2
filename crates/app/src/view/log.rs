//! *Log*: who saw what, when, and on the strength of which relation.

use chrono::{NaiveDate, NaiveDateTime};
use domain::access::Relation;
use domain::code::Role;
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;

/// Which part of the log is asked for. What is left out does not narrow.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LogAsk {
    /// One user's entries.
    pub who: Option<UserId>,
    /// Entries that concern one citizen.
    pub citizen: Option<CitizenId>,
    /// Entries of one kind: an event's code.
    pub event: Option<String>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// To this day.
    pub to: Option<NaiveDate>,
    /// Entries before this number: the next page.
    pub before: Option<i64>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// What was asked.
    pub ask: LogAsk,
    /// The state of the chain.
    pub chain: Chain,
    /// Whom the log can be narrowed to, by name.
    pub users: Vec<(UserId, Personal<String>)>,
    /// The entries, newest first.
    pub lines: Vec<Line>,
    /// How many entries there are in all that match.
    pub matching: u64,
    /// Where the next page begins; `None` where there is none.
    pub older: Option<i64>,
}

/// The state of the log's chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Entries in the chain.
    pub entries: u64,
    /// What the last check found.
    pub check: Check,
    /// The day of the last checkpoint.
    pub checkpoint_on: Option<NaiveDate>,
}

/// What a check of the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Not checked yet.
    Never,
    /// Every entry fits the one before it.
    Whole {
        /// When that was found, in the programme's time.
        at: NaiveDateTime,
    },
    /// An entry does not fit.
    Broken {
        /// The first that does not.
        entry: i64,
        /// When that was found.
        at: NaiveDateTime,
    },
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the chain.
    pub number: i64,
    /// When, in the programme's time.
    pub at: NaiveDateTime,
    /// Who.
    pub who: Who,
    /// What.
    pub event: Event,
    /// The citizens concerned, as the reader may see them; the first few.
    pub citizens: Vec<(CitizenId, Personal<String>)>,
    /// How many more are concerned.
    pub more_citizens: u64,
    /// On the strength of which relation.
    pub relation: Relation,
}

/// Who an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person who signed in.
    User {
        /// The name.
        name: Personal<String>,
        /// The role.
        role: Role,
    },
    /// The command line, as the operating system's user.
    Operator(String),
    /// The citizen concerned, with a task in hand.
    Citizen,
    /// A program with a token.
    Token {
        /// What it is called.
        name: String,
        /// The role whose figures it sees.
        role: Role,
    },
    /// The program itself, at a job's moment.
    Program,
    /// Nobody yet: a refused sign-in.
    Nobody,
}
