//! What a meeting's paper may print of a figure (R19). A group outside the team takes its papers home, so they hold what it was told in a locked report
//! and nothing else: no paper tells anew, and what the audience has been told stays as it is.
//!
//! [`latest`] finds the reports that count, [`Frozen::on_paper`] decides. A new kind of item needs its keys in [`Had::keys`], or stands in no report.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Frozen, Number};
use crate::code::{Addressee, AgendaKind, GroupKind, ReleaseState};
use crate::file::template::parse_template;
use crate::programme::Text;
use crate::release::{self, Asked, FrozenCount, Release};
use crate::report::Report;
use crate::report::forecast::{expect, next_quarter};
use crate::report::leaving::Keys;
use crate::report::leaving::forecast::observed_key;

impl GroupKind {
    /// The audience that the group is for disclosure control; none for the team itself.
    pub const fn audience(self) -> Option<Addressee> {
        match self {
            Self::Project => None,
            Self::Steering => Some(Addressee::SteeringGroup),
            Self::FollowUp => Some(Addressee::Partners),
        }
    }
}

/// A locked report that an audience has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Had {
    /// What it is called.
    pub title: Text,
    /// Its version.
    pub number: u32,
    /// What was asked for.
    pub asked: Asked,
    /// What was shown of each count, by its key.
    pub counts: BTreeMap<String, FrozenCount>,
}

impl Had {
    /// Of a report and what it held. Where its template cannot be read any more it is called by the template's key.
    pub fn of(release: &Release, held: &release::Frozen) -> Self {
        let key = &release.asked.template;
        let title = parse_template(key, &held.template).map(|template| template.title);
        Self {
            title: title.unwrap_or_else(|_| Text { da: key.clone(), en: key.clone() }),
            number: release.number,
            asked: release.asked.clone(),
            counts: held.counts.clone(),
        }
    }

    /// The keys of the counts of a kind of item; none of a kind whose numbers stand in no report.
    fn keys(&self, kind: AgendaKind) -> Option<Keys> {
        let asked = &self.asked;
        match kind {
            AgendaKind::Status => Some(Keys::on(Report::Status, asked.as_of)),
            AgendaKind::Fidelity => Some(Keys::on(Report::Fidelity, asked.as_of)),
            AgendaKind::Goals => Some(Keys::over(Report::Goals, asked.from, asked.to)),
            AgendaKind::Forecast => {
                let ahead = next_quarter(asked.as_of)?;
                Some(Keys::over(Report::Forecast, ahead.from, ahead.to))
            }
            AgendaKind::Words | AgendaKind::WindDown | AgendaKind::Referrals => None,
        }
    }

    /// Whether it tells of a kind of item.
    pub fn tells(&self, kind: AgendaKind) -> bool {
        self.keys(kind).is_some_and(|keys| self.counts.contains_key(&keys.key("missing")))
    }

    /// The count under a key: none where the report has none, and none in it where it was withheld.
    fn count(&self, key: &str) -> Option<Option<u32>> {
        self.counts.get(key).map(|count| count.shown)
    }
}

/// The locked reports that an audience has with numbers as of a day or before, the latest first. One that was corrected counts no more.
pub fn latest<'a>(
    releases: impl Iterator<Item = (Uuid, &'a Release)> + Clone,
    audience: Addressee,
    by: NaiveDate,
) -> Vec<Uuid> {
    let locked = releases.filter(|(_, one)| one.state == ReleaseState::Locked && one.asked.addressee == audience);
    let corrected: BTreeSet<Uuid> =
        locked.clone().filter_map(|(_, one)| one.corrects.as_ref().map(|(id, _)| *id)).collect();
    let mut had: Vec<_> = locked.filter(|(id, one)| one.asked.as_of <= by && !corrected.contains(id)).collect();
    had.sort_by_key(|(id, one)| Reverse((one.asked.as_of, one.decided.map(|(_, on)| on), one.number, *id)));
    had.into_iter().map(|(id, _)| id).collect()
}

/// What a paper says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// The number.
    Number(f64),
    /// There was nothing to count it from.
    Nothing,
    /// It was withheld.
    Withheld,
}

impl Said {
    fn count(shown: Option<u32>) -> Self {
        shown.map_or(Self::Withheld, |count| Self::Number(count.into()))
    }
}

/// A number as an audience was told it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldNumber {
    /// Which number, as in [`Number`].
    pub key: String,
    /// What was told of it.
    pub says: Said,
    /// What was told of how many it is a part of, where it is a part.
    pub of: Option<Said>,
}

/// A figure as an audience was told it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which.
    pub kind: AgendaKind,
    /// The day it is as of.
    pub as_of: NaiveDate,
    /// The report it stands in.
    pub report: Text,
    /// The report's version.
    pub version: u32,
    /// How many it rests on.
    pub n: Said,
    /// How many could not be counted.
    pub missing: Said,
    /// Its numbers.
    pub numbers: Vec<ToldNumber>,
}

impl Told {
    /// Whether something of it is withheld.
    pub fn withholds(&self) -> bool {
        let numbers = self.numbers.iter().flat_map(|one| [Some(one.says), one.of]).flatten();
        numbers.chain([self.n, self.missing]).any(|says| says == Said::Withheld)
    }

    /// The figure as a report tells it; none where the report does not.
    fn of(figure: &Frozen, had: &Had) -> Option<Self> {
        let asked = &had.asked;
        let keys = had.keys(figure.kind)?;
        let count = |path: &str| had.count(&keys.key(path));
        // Every report that tells of the figure says how many could not be counted.
        let missing = Said::count(count("missing")?);
        let (n, numbers) = match figure.kind {
            AgendaKind::Forecast => expected(had),
            kind => {
                let number = |one: &Number| {
                    let (key, of) = match kind {
                        AgendaKind::Fidelity => (format!("{}.met", one.key), Some(decided(had, &keys, &one.key))),
                        AgendaKind::Goals => (one.key.clone(), Some(Said::count(count("n").flatten()))),
                        _ => (one.key.clone(), None),
                    };
                    Some(ToldNumber { key: one.key.clone(), says: Said::count(count(&key)?), of })
                };
                (Said::count(count("n").flatten()), figure.numbers.iter().filter_map(number).collect())
            }
        };
        let as_of = if figure.kind == AgendaKind::Goals { asked.to } else { asked.as_of };
        let (report, version) = (had.title.clone(), had.number);
        Some(Self { kind: figure.kind, as_of, report, version, n, missing, numbers })
    }
}

/// Of how many courses an indicator is decided: known where both those that meet it and those that do not were told.
fn decided(had: &Had, keys: &Keys, indicator: &str) -> Said {
    let [met, not_met] = ["met", "not_met"].map(|what| had.count(&keys.key(&format!("{indicator}.{what}"))).flatten());
    Said::count(met.zip(not_met).and_then(|(met, not_met)| met.checked_add(not_met)))
}

/// What a report expects, which can be reckoned from what it tells of the enrolments observed; without that it is withheld as they are.
fn expected(had: &Had) -> (Said, Vec<ToldNumber>) {
    let history = had.asked.period();
    let observed = had.count(&observed_key(history)).flatten();
    let found = observed.zip(next_quarter(had.asked.as_of)).map(|(observed, ahead)| expect(observed, history, ahead));
    let [low, high] = [0, 1]
        .map(|end| found.map(|found| found.interval_80.and_then(|ends| ends.get(end).map(|end| f64::from(*end)))));
    let numbers = [
        ("average_a_month", found.map(|found| found.average_a_month)),
        ("expected", found.map(|found| found.expected)),
        ("low", low),
        ("high", high),
    ];
    let number = |(key, found): (&str, Option<Option<f64>>)| ToldNumber {
        key: key.to_owned(),
        says: found.map_or(Said::Withheld, |found| found.map_or(Said::Nothing, Said::Number)),
        of: None,
    };
    (Said::count(observed), numbers.map(number).into())
}

/// What a paper prints of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum OnPaper {
    /// The figure as the meeting has it: the paper stays in the team.
    Exact(Frozen),
    /// What the group has been told of it.
    Told(Told),
    /// Nothing: the group has not been told of it yet.
    NotTold,
    /// Nothing: no report tells of it.
    NeverTold,
}

impl Frozen {
    /// What a group's paper prints of the figure, where the group has these reports, the latest first.
    pub fn on_paper(&self, group: GroupKind, had: &[Had]) -> OnPaper {
        if group.audience().is_none() {
            return OnPaper::Exact(self.clone());
        }
        match had.iter().find_map(|one| Told::of(self, one)) {
            Some(told) => OnPaper::Told(told),
            None if self.kind.can_be_told() => OnPaper::NotTold,
            None => OnPaper::NeverTold,
        }
    }
}

impl AgendaKind {
    /// Whether its numbers stand in reports. Wind-down leaves in none, and no report counts the referrals without an answer.
    pub const fn can_be_told(self) -> bool {
        matches!(self, Self::Status | Self::Forecast | Self::Fidelity | Self::Goals)
    }
}

#[cfg(test)]
mod tests;
