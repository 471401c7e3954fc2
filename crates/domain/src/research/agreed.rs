//! Who agreed to research: a yes that stands, of a person however many records there were (R4).

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Traits;
use crate::code::ConsentState;
use crate::facts::Merge;
use crate::id::CitizenId;
use crate::status::Persons;

/// One answer to research: a consent as it stands, or what was said at an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The record it was noted on.
    pub citizen: CitizenId,
    /// What was said.
    pub state: ConsentState,
    /// When.
    pub on: NaiveDate,
}

/// Who agreed by the day and has not taken it back since.
///
/// A person's last answer counts, also where it was given after the day: whoever has said no by now is in no package, whatever day it is
/// of. Of two answers of one day the one that is no yes counts.
pub fn agreed(answers: &[Answer], merges: &[Merge], day: NaiveDate) -> HashSet<CitizenId> {
    let persons = Persons::new(merges);
    let mut last: HashMap<CitizenId, (NaiveDate, bool)> = HashMap::new();
    for answer in answers {
        let said = (answer.on, answer.state != ConsentState::Given);
        let kept = last.entry(persons.of(answer.citizen)).or_insert(said);
        *kept = said.max(*kept);
    }
    last.into_iter().filter(|(_, (on, is_no))| !is_no && *on <= day).map(|(person, _)| person).collect()
}

/// Which of a package's persons have to be taken out of it again: they have taken their yes back, or they are erased.
pub fn recalled(
    in_package: &[CitizenId],
    answers: &[Answer],
    merges: &[Merge],
    people: &HashMap<CitizenId, Traits>,
    today: NaiveDate,
) -> Vec<CitizenId> {
    let (agreed, persons) = (agreed(answers, merges, today), Persons::new(merges));
    let is_erased = |citizen: &CitizenId| people.get(citizen).is_some_and(|traits| traits.is_erased);
    let stands = |citizen: &CitizenId| {
        let person = persons.of(*citizen);
        agreed.contains(&person) && !is_erased(citizen) && !is_erased(&person)
    };
    in_package.iter().filter(|citizen| !stands(citizen)).copied().collect()
}
