//! The research package (M30): one row a person of those who agreed, with nothing in it that leads back to one of them.
//!
//! One row is a *person*, not a course: what protects is that so many persons look alike, and two rows of one person would be two of the
//! five. The course enrolled last stands for the person, as in R15. What somebody outside may know of a person (the quasi-identifiers:
//! gender, age, how they came, how and when it ended) is made coarser down a fixed [ladder](ladder::LADDER) until every class of persons
//! who look alike has [`ALIKE`] persons and each sensitive column has [`DIFFERENT`] values in it or more. Days are counted from the
//! enrolment and rounded down; no day of a calendar is told. Below [`NEEDED`] persons there is no package, only aggregates (R19).
//!
//! Facts in, a package or the reason why there is none out; the pseudonyms come in as arguments.

pub mod agreed;
mod classes;
pub mod columns;
pub mod ladder;
mod person;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use self::agreed::{Answer, agreed};
use self::classes::Secret;
use self::columns::{Column, Meaning, Part, Value, all};
use self::ladder::{LADDER, Level};
use self::person::{Person, persons};
use crate::code::Gender;
use crate::facts::{Course, CourseWork, Enquiry, Merge};
use crate::id::{CitizenId, CourseId};
use crate::instrument::Instrument;
use crate::programme::Programme;
use crate::refusal::Code;

/// Persons who agreed, and rows that are left, below which there is no package.
pub const NEEDED: usize = 100;
/// Persons at least who look alike by the quasi-identifiers (k).
pub const ALIKE: usize = 5;
/// Values at least of each sensitive column among those who look alike (l).
pub const DIFFERENT: usize = 2;
/// One row of so many at most is left out before the ladder is gone down a rung.
pub const ONE_LEFT_OUT_OF: usize = 20;

/// What is known of a person beside the courses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// The gender told.
    pub gender: Option<Gender>,
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// Whether the person's key is destroyed.
    pub is_erased: bool,
}

/// Everything that a package is made from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The courses with the readings of every instrument of the programme, and their marks.
    pub courses: &'a [Course],
    /// The enquiries, with how they came.
    pub enquiries: &'a [Enquiry],
    /// The merges that stand.
    pub merges: &'a [Merge],
    /// What was answered to research.
    pub answers: &'a [Answer],
    /// What is known of each record.
    pub people: &'a HashMap<CitizenId, Traits>,
    /// Contacts and goals.
    pub work: &'a HashMap<CourseId, CourseWork>,
    /// Records that whoever makes the package may know nothing of.
    pub hidden: &'a HashSet<CitizenId>,
    /// The programme's rules.
    pub programme: &'a Programme,
    /// Its instruments.
    pub instruments: &'a [Instrument],
}

/// Why there is no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// Fewer than [`NEEDED`] persons who agreed.
    TooFew(usize),
    /// So many rows could not be made alike enough that fewer than [`NEEDED`] are left.
    TooFewAlike(usize),
}

impl NotMade {
    /// The code of the refusal.
    pub const fn code(self) -> Code {
        match self {
            Self::TooFew(_) => Code::TooFewForResearch,
            Self::TooFewAlike(_) => Code::TooFewAlikeForResearch,
        }
    }
}

/// One person of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The pseudonym, good for this package only; empty until [`Package::name`] gives it.
    pub person: String,
    /// Who it is. It stays in the store and is in no file.
    pub citizen: CitizenId,
    /// A value a column.
    pub values: Vec<Value>,
}

/// A package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// How coarse the quasi-identifiers are: the rung of the ladder, from 0.
    pub rung: usize,
    /// That rung.
    pub level: Level,
    /// The columns after the pseudonym.
    pub columns: Vec<Column>,
    /// Sensitive columns that are left out because nearly everybody has the same value in them.
    pub left_out: Vec<Column>,
    /// The persons.
    pub rows: Vec<Row>,
    /// Persons who agreed and have a course.
    pub agreed: usize,
    /// Those of them who are left out because too few look like them.
    pub suppressed: usize,
    /// Persons in the smallest class of those who look alike.
    pub smallest: usize,
}

impl Package {
    /// How many were left out, as it may leave the team: nothing where they are fewer than [`ALIKE`], none among these (R19).
    pub fn left_out_told(&self) -> Option<usize> {
        (self.suppressed >= ALIKE).then_some(self.suppressed)
    }

    /// How many agreed, as it may leave: beside the rows it tells how many were left out.
    pub fn agreed_told(&self) -> Option<usize> {
        self.left_out_told().map(|_| self.agreed)
    }

    /// Gives each row its pseudonym and puts the rows in the pseudonyms' order, which says nothing.
    pub fn name(&mut self, pseudonyms: impl IntoIterator<Item = String>) {
        for (row, pseudonym) in self.rows.iter_mut().zip(pseudonyms) {
            row.person = pseudonym;
        }
        self.rows.sort_unstable_by(|one, other| one.person.cmp(&other.person));
    }
}

/// Persons who agreed on the day, have a course enrolled by then, and may be known to whoever asks: as many as a package would be of.
pub fn ready(facts: &Facts<'_>, day: NaiveDate) -> usize {
    chosen(facts, day).len()
}

/// The package as of a day, without pseudonyms yet.
///
/// # Errors
///
/// [`NotMade`]: too few agreed, or too few are left.
pub fn package(facts: &Facts<'_>, day: NaiveDate) -> Result<Package, NotMade> {
    let people = chosen(facts, day);
    if people.len() < NEEDED {
        return Err(NotMade::TooFew(people.len()));
    }
    let every = all(facts.programme, facts.instruments);
    let everybody: Vec<&Person<'_>> = people.iter().collect();
    let told = |persons: &[&Person<'_>]| every.iter().map(|column| is_told(column, persons)).collect::<Vec<bool>>();
    let first = told(&everybody);
    let most = people.len() / ONE_LEFT_OUT_OF;
    let last = LADDER.len().saturating_sub(1);
    let (mut rung, mut found) = (0, None);
    for (at, level) in LADDER.iter().enumerate() {
        let quasi: Vec<Vec<Value>> = people.iter().map(|person| person.quasi(&every, level)).collect();
        let mut columns = first.clone();
        // Without the rows that are left out a column may tell what it did not before; without the column more rows fit.
        let fitting = loop {
            let fitting = classes::fitting(&quasi, &secrets(&every, &columns, &people));
            let rows: Vec<&Person<'_>> = fitting.persons.iter().filter_map(|at| people.get(*at)).collect();
            let still: Vec<bool> = columns.iter().zip(told(&rows)).map(|(before, now)| *before && now).collect();
            if still == columns || rows.is_empty() {
                break fitting;
            }
            columns = still;
        };
        let dropped = people.len() - fitting.persons.len();
        if at == last || (dropped <= most && fitting.persons.len() >= NEEDED) {
            (rung, found) = (at, Some((level, fitting, columns)));
            break;
        }
    }
    let Some((level, fitting, are_told)) = found else { return Err(NotMade::TooFewAlike(0)) };
    if fitting.persons.len() < NEEDED {
        return Err(NotMade::TooFewAlike(fitting.persons.len()));
    }
    let of =
        |is_told| every.iter().zip(&are_told).filter(move |(_, told)| **told == is_told).map(|(one, _)| one.clone());
    let (columns, left_out): (Vec<Column>, Vec<Column>) = (of(true).collect(), of(false).collect());
    let rows = fitting.persons.iter().filter_map(|at| people.get(*at)).map(|person| Row {
        person: String::new(),
        citizen: person.citizen,
        values: columns.iter().map(|column| person.value(column, Some(level))).collect(),
    });
    Ok(Package {
        rung,
        level: *level,
        rows: rows.collect(),
        columns,
        left_out,
        agreed: people.len(),
        suppressed: people.len() - fitting.persons.len(),
        smallest: fitting.smallest,
    })
}

/// The sensitive columns that are told, with a value a person.
fn secrets(columns: &[Column], told: &[bool], people: &[Person<'_>]) -> Vec<Secret> {
    let secret = |column: &Column| Secret {
        values: people.iter().map(|person| person.value(column, LADDER.first())).collect(),
        harmless: matches!(column.meaning, Meaning::Reached(_)).then_some(Value::Number(0)),
    };
    let all = columns.iter().zip(told).filter(|(column, told)| **told && column.part() == Part::Sensitive);
    all.map(|(column, _)| secret(column)).collect()
}

/// Whether a column may be told of these persons. A sensitive one that all but fewer than [`ALIKE`] of them have the same value in tells a small count (R19).
fn is_told(column: &Column, persons: &[&Person<'_>]) -> bool {
    if column.part() != Part::Sensitive {
        return true;
    }
    let mut counts: HashMap<Value, usize> = HashMap::new();
    let values = persons.iter().map(|person| person.value(column, LADDER.first()));
    for value in values.filter(|value| *value != Value::Nothing) {
        *counts.entry(value).or_default() += 1;
    }
    let (known, commonest) = (counts.values().sum::<usize>(), counts.values().max().copied().unwrap_or(0));
    known - commonest >= ALIKE
}

fn chosen<'a>(facts: &'a Facts<'_>, day: NaiveDate) -> Vec<Person<'a>> {
    let agreed = agreed(facts.answers, facts.merges, day);
    persons(facts, day).into_iter().filter(|person| agreed.contains(&person.citizen)).collect()
}

#[cfg(test)]
mod tests;
