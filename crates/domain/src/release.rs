//! A report that leaves (R21): proposed by one, locked by another, and from then on the same to the byte. A correction is a new version that says
//! what changed.
//!
//! What is kept of it: [`Release`], light, for lists; [`Frozen`], what it held; its files; and the audience's [`Told`]. [`check_proposal`] and
//! [`may_lock`] are the rules of what may be proposed and who may lock it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::{Addressee, PaperKind, ReleaseState};
use crate::disclosure::{Agreement, Ledger, is_within};
use crate::id::UserId;
use crate::paper::{Faults, Paper};
use crate::programme::Period;
use crate::refusal::{Code, Refusal};

/// What a report is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The template's key.
    pub template: String,
    /// For whom.
    pub addressee: Addressee,
    /// The day of what is counted on a day.
    pub as_of: NaiveDate,
    /// The first day of what is counted over a period.
    pub from: NaiveDate,
    /// The last day of the period.
    pub to: NaiveDate,
}

impl Asked {
    /// The period.
    pub const fn period(&self) -> Period {
        Period { from: self.from, to: self.to }
    }
}

/// A file of a report: what it is and the sum that proves its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSum {
    /// The ending, such as `pdf`.
    pub format: String,
    /// How many bytes.
    pub bytes: u64,
    /// Their SHA-256 in hexadecimal digits.
    pub sha256: String,
}

/// To whom a locked report was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// To whom, in words.
    pub to: String,
    /// The day.
    pub on: NaiveDate,
}

/// A proposed report, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// What was asked for.
    pub asked: Asked,
    /// The version, from 1 for each template and audience; it stands in the report.
    pub number: u32,
    /// What became of it.
    pub state: ReleaseState,
    /// The language it is written in: `da` or `en`.
    pub language: String,
    /// The version that it corrects, and what is otherwise, in words.
    pub corrects: Option<(Uuid, String)>,
    /// Who proposed it; none where the program prepared it, as a regular report.
    pub proposed_by: Option<UserId>,
    /// The day it was proposed.
    pub proposed_on: NaiveDate,
    /// Who locked it or turned it down, and the day.
    pub decided: Option<(UserId, NaiveDate)>,
    /// Why it was turned down.
    pub why: String,
    /// Counts withheld.
    pub withheld: u32,
    /// Its files.
    pub files: Vec<FileSum>,
    /// The version of what the audience had been told when it was proposed.
    pub told: i64,
    /// To whom it was sent.
    pub sent: Vec<Sending>,
}

impl Paper for Release {
    const KIND: PaperKind = PaperKind::Release;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        if let Some((_, what)) = &self.corrects {
            faults.refuse(what.trim().is_empty(), "rettet", Code::ReasonNeeded).text("rettet", what);
        }
        faults.text("hvorfor", &self.why);
        faults.0
    }
}

/// A count of a frozen report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCount {
    /// Where it stands, in words: table, row and column.
    pub called: String,
    /// What was shown; `None` where it was withheld.
    pub shown: Option<u32>,
}

/// What a report held when it was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// The template, as its file.
    pub template: String,
    /// The words of each section, by its key.
    pub texts: BTreeMap<String, String>,
    /// What each figure counts, by its report's name.
    pub definitions: BTreeMap<String, String>,
    /// Each figure with its true counts, as JSON by its report's name; they never leave the team.
    pub figures: BTreeMap<String, String>,
    /// What was shown of each count, by its key.
    pub counts: BTreeMap<String, FrozenCount>,
    /// What the audience has been told once this is locked.
    pub told: Ledger,
}

impl Paper for Frozen {
    const KIND: PaperKind = PaperKind::Frozen;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        Vec::new()
    }
}

/// All that an audience has been told, after the last report that was locked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// For whom.
    pub addressee: Addressee,
    /// What.
    pub ledger: Ledger,
}

impl Paper for Told {
    const KIND: PaperKind = PaperKind::Ledger;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Totals that an audience is shown exactly, as was agreed with it (the exception of R19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exact {
    /// For whom.
    pub addressee: Addressee,
    /// Where that can be read: a paragraph of the grant, a letter and its date.
    pub reference: String,
    /// Which totals, by the path before the day: `status.attached`.
    pub counts: Vec<String>,
}

impl Exact {
    /// The totals that can be agreed on: of the whole programme, never of a group of it.
    pub const COUNTS: [&'static str; 8] = [
        "status.enrolled",
        "status.in_clarification",
        "status.attached",
        "status.closed",
        "status.different_users",
        "intake.enquiries",
        "intake.enrolments",
        "intake.closings",
    ];

    /// The agreement as disclosure control takes it, for the counts of one report: each total over the whole of its time, never a month or a
    /// quarter within it.
    pub fn agreement<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Agreement {
        let is_agreed =
            |key: &&str| key.rsplit_once(' ').is_some_and(|(path, _)| self.counts.iter().any(|one| one == path));
        let keys: Vec<&str> = keys.into_iter().filter(is_agreed).collect();
        let is_part = |key: &str| keys.iter().any(|whole| is_within(key, whole));
        Agreement {
            audience: self.addressee.code().to_owned(),
            reference: self.reference.clone(),
            cells: keys.iter().filter(|key| !is_part(key)).map(|key| (*key).to_owned()).collect(),
        }
    }
}

impl Paper for Exact {
    const KIND: PaperKind = PaperKind::Exact;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("hvor", &self.reference).refuse(self.counts.is_empty(), "tal", Code::ChoiceNeeded);
        let is_known = |count: &String| Self::COUNTS.contains(&count.as_str());
        faults.refuse(!self.counts.iter().all(is_known), "tal", Code::ChoiceNeeded);
        faults.0
    }
}

/// Whether somebody may lock a proposed report (R21): a second person, as long as the audience has not been told more since. What the program prepared
/// is nobody's, so anybody who may lock can.
///
/// # Errors
///
/// [`Code::SecondPersonNeeded`] for who proposed it; [`Code::DecidedAlready`] for one that is decided; [`Code::ToldMore`].
pub fn may_lock(release: &Release, by: UserId, told: i64) -> Result<(), Refusal> {
    let refused = |code| Err(Refusal::new("", code));
    match release.state {
        ReleaseState::Locked | ReleaseState::TurnedDown => refused(Code::DecidedAlready),
        ReleaseState::Proposed if release.proposed_by == Some(by) => refused(Code::SecondPersonNeeded),
        ReleaseState::Proposed if release.told != told => refused(Code::ToldMore),
        ReleaseState::Proposed => Ok(()),
    }
}

/// What is otherwise in a correction: each count that reads differently, with what was shown before and now.
pub fn differences<'a>(
    before: &'a Frozen,
    now: &'a Frozen,
) -> Vec<(&'a str, Option<&'a FrozenCount>, Option<&'a FrozenCount>)> {
    let keys = before.counts.keys().chain(now.counts.keys());
    let mut keys: Vec<&String> = keys.collect();
    keys.sort();
    keys.dedup();
    let pair = |key: &&'a String| (before.counts.get(*key), now.counts.get(*key));
    let differs = |key: &&'a String| {
        let (before, now) = pair(key);
        before.map(|count| count.shown) != now.map(|count| count.shown)
    };
    keys.into_iter()
        .filter(differs)
        .map(|key| {
            let (before, now) = pair(&key);
            (now.or(before).map_or("", |count| count.called.as_str()), before, now)
        })
        .collect()
}

impl Frozen {
    /// The definitions that read otherwise by now, each by its report's name with what it said then; `now` gives what it says today, and nothing of
    /// a report that there is no more.
    pub fn redefined<'b>(&self, now: impl Fn(&str) -> Option<&'b str>) -> Vec<(&str, &str)> {
        let all = self.definitions.iter().map(|(report, then)| (report.as_str(), then.as_str()));
        all.filter(|(report, then)| now(report) != Some(*then)).collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::example::day;

    fn proposed(by: Option<UserId>) -> Release {
        let asked = Asked {
            template: "status".to_owned(),
            addressee: Addressee::SteeringGroup,
            as_of: day("2015-11-30"),
            from: day("2014-12-01"),
            to: day("2015-11-30"),
        };
        Release {
            asked,
            number: 1,
            state: ReleaseState::Proposed,
            language: "da".to_owned(),
            corrects: None,
            proposed_by: by,
            proposed_on: day("2015-12-01"),
            decided: None,
            why: String::new(),
            withheld: 0,
            files: Vec::new(),
            told: 0,
            sent: Vec::new(),
        }
    }

    #[test]
    fn an_agreed_total_is_the_total_and_none_of_its_months() {
        let exact = Exact {
            addressee: Addressee::GrantGiver,
            reference: "Grant of 1 June 2014".to_owned(),
            counts: vec!["intake.enrolments".to_owned(), "status.attached".to_owned()],
        };
        let year = "intake.enrolments 2014-12-01..2015-11-30";
        let keys = [
            "status.attached 2015-11-23",
            "status.enrolled 2015-11-23",
            "intake.enrolments 2014-12-01..2014-12-31",
            "intake.enrolments 2014-12-01..2015-02-28",
            year,
        ];
        let agreed: Vec<String> = exact.agreement(keys).cells.into_iter().collect();
        assert_eq!(agreed, [year, "status.attached 2015-11-23"]);
    }

    #[test]
    fn a_definition_that_reads_otherwise_by_now_is_named_with_what_it_said() {
        let definitions = [("effort", "Minutes"), ("intake", "Enrolments"), ("status", "Persons")];
        let frozen = Frozen {
            template: String::new(),
            texts: BTreeMap::new(),
            definitions: definitions.map(|(report, says)| (report.to_owned(), says.to_owned())).into(),
            figures: BTreeMap::new(),
            counts: BTreeMap::new(),
            told: Ledger::of("styregruppe"),
        };
        let now = |report: &str| match report {
            "intake" => Some("Enrolments"),
            "status" => Some("Courses"),
            _ => None,
        };
        assert_eq!(frozen.redefined(now), [("effort", "Minutes"), ("status", "Persons")]);
    }

    #[test]
    fn nobody_locks_their_own_and_what_the_program_prepared_is_nobody_s() {
        let [one, other] = [1, 2].map(|id| UserId(Uuid::from_u128(id)));
        let refused = |release: &Release, by, told| may_lock(release, by, told).err().map(|refusal| refusal.code);
        assert_eq!(refused(&proposed(Some(one)), one, 0), Some(Code::SecondPersonNeeded));
        assert_eq!(refused(&proposed(Some(one)), other, 0), None);
        assert_eq!(refused(&proposed(None), one, 0), None);
        assert_eq!(refused(&proposed(None), one, 1), Some(Code::ToldMore), "the audience has been told more since");
        let locked = Release { state: ReleaseState::Locked, ..proposed(None) };
        assert_eq!(refused(&locked, one, 0), Some(Code::DecidedAlready));
    }

    #[test]
    fn a_report_that_was_kept_when_every_report_had_a_proposer_is_read() {
        let before = serde_json::to_value(proposed(Some(UserId(Uuid::from_u128(1))))).unwrap();
        assert!(before["proposed_by"].is_string(), "as it always was");
        let read: Release = serde_json::from_value(before).unwrap();
        assert_eq!(read.proposed_by, Some(UserId(Uuid::from_u128(1))));
    }
}
