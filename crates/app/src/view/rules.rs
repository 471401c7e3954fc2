//! *Indsatsens regler*: the rules in force, a change before it is saved, and the versions that were.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDateTime;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::programme::change::Change;
use domain::programme::draft::Refused;
use domain::programme::moves::Moves;
use domain::programme::{Programme, Text};

/// The rules in force.
#[derive(Clone, Debug)]
pub struct RulesPage {
    /// Their version.
    pub version: i64,
    /// The rules.
    pub rules: Programme,
    /// Their file.
    pub toml: String,
    /// The instruments that are installed: key, title.
    pub instruments: Vec<(String, Text)>,
    /// The keys of the goal areas that something was put into.
    pub used: BTreeSet<String>,
    /// Whether the reader may change them.
    pub may_keep: bool,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody who signs in.
    Person(Personal<String>),
    /// The command line, as this user of the machine.
    Operator(String),
}

/// A version of the rules.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its number.
    pub version: i64,
    /// When it was saved, in the programme's zone.
    pub at: NaiveDateTime,
    /// Who saved it.
    pub by: By,
    /// Why.
    pub reason: Option<Personal<String>>,
    /// What differs from the version before; nothing in the first.
    pub changes: Vec<Change>,
    /// Its rules.
    pub rules: Programme,
    /// Its file.
    pub toml: String,
}

/// A change of the rules before it is saved.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file that would be kept.
    pub toml: String,
    /// The rules that would be in force.
    pub rules: Programme,
    /// The version that it is made from, which is the present one.
    pub version: i64,
    /// What differs.
    pub changes: Vec<Change>,
    /// What moves.
    pub moves: Moves,
    /// What the people concerned are called, those whom the reader may know.
    pub names: HashMap<CitizenId, Personal<String>>,
    /// What the workers concerned are called.
    pub workers: HashMap<UserId, Personal<String>>,
    /// Whether the reader may know the people at all, or no more than how many.
    pub may_name: bool,
    /// What was shown, in short: whoever confirms sends it back.
    pub seen: String,
}

/// What becomes of rules that somebody offers.
#[derive(Clone, Debug)]
pub enum Offered {
    /// They can be saved, and this is what they move.
    Good(Box<Preview>),
    /// They say what the present ones say.
    Same,
    /// They are refused.
    Refused(Vec<Refused>),
    /// The file cannot be read: each fault with its line.
    Faults(Vec<String>),
    /// Somebody saved others meanwhile: theirs, and what would be changed in those.
    Stale(Box<Kept>, Box<Preview>),
}

/// What became of a confirmation.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// It is saved, as this version.
    Saved(i64),
    /// It is not: what stands in the way, or what moves now.
    Not(Offered),
}
