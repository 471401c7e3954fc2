//! The next step: what is agreed to happen, by when, and who does it. A course has one as a rule, so that today's list can ask for it.

use chrono::NaiveDate;

use crate::code::Doer;
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// A next step as it is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed<'a> {
    /// What is to happen.
    pub words: &'a str,
    /// By when; `None` where no day is agreed.
    pub due: Typed<Option<NaiveDate>>,
    /// Who does it.
    pub doer: Option<Doer>,
}

/// The day and the doer of a step that is agreed on a day; `None` where nothing is agreed.
///
/// # Errors
///
/// Every refusal at once: no such day, one before the agreement, too many words.
pub fn agree(agreed: Agreed<'_>, on: Option<NaiveDate>) -> Result<Option<Agreement>, Vec<Refusal>> {
    if agreed.words.trim().is_empty() {
        return Ok(None);
    }
    let mut gathered = Gathered::default();
    let due = gathered.take("naar", agreed.due);
    let is_before = due.flatten().zip(on).is_some_and(|(due, on)| due < on);
    gathered.refuse(is_before, "naar", Code::BeforeAgreed);
    gathered.heed_length("skridt", agreed.words);
    gathered.unless_refused(|| Some(Some(Agreement { due: due?, doer: agreed.doer })))
}

/// What was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who does it.
    pub doer: Option<Doer>,
}

/// The day a step is done: never before it was agreed on.
pub fn done_on(agreed_on: NaiveDate, day: NaiveDate) -> NaiveDate {
    agreed_on.max(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn agreed(words: &str, due: Typed<Option<NaiveDate>>) -> Agreed<'_> {
        Agreed { words, due, doer: Some(Doer::Citizen) }
    }

    #[test]
    fn without_words_nothing_is_agreed_whatever_else_is_chosen() {
        assert_eq!(agree(agreed("  ", Err(Code::NoSuchDay)), None), Ok(None));
    }

    #[test]
    fn a_step_lies_on_the_day_of_its_agreement_or_later() {
        let on = Some(day("2015-11-23"));
        let today = agree(agreed("Ringe", Ok(Some(day("2015-11-23")))), on).unwrap();
        assert_eq!(today, Some(Agreement { due: Some(day("2015-11-23")), doer: Some(Doer::Citizen) }));
        let refused = agree(agreed("Ringe", Ok(Some(day("2015-11-22")))), on).unwrap_err();
        assert_eq!(refused, [Refusal::new("naar", Code::BeforeAgreed)]);
        let refused = agree(agreed("Ringe", Err(Code::NoSuchDay)), on).unwrap_err();
        assert_eq!(refused, [Refusal::new("naar", Code::NoSuchDay)]);
    }

    #[test]
    fn a_step_agreed_after_the_contact_it_is_closed_by_is_done_the_day_it_was_agreed() {
        assert_eq!(done_on(day("2015-11-23"), day("2015-11-20")), day("2015-11-23"));
        assert_eq!(done_on(day("2015-11-16"), day("2015-11-20")), day("2015-11-20"));
    }
}
