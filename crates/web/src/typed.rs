//! What was typed into a form's fields, read once: days, codes, words. What cannot be read is a refusal beside its field.

use chrono::NaiveDate;
use domain::code::UnknownCode;
use domain::personal::Personal;
use domain::refusal::{Code, Typed};

use crate::field::day;
use crate::sent::Sent;

/// A day; none where the field is empty.
pub(crate) fn maybe_day(sent: &Sent, name: &str) -> Typed<Option<NaiveDate>> {
    match sent.text(name).trim() {
        "" => Ok(None),
        typed => day(typed).map(Some).ok_or(Code::NoSuchDay),
    }
}

/// A day that must be there.
pub(crate) fn needed_day(sent: &Sent, name: &str) -> Typed<NaiveDate> {
    maybe_day(sent, name)?.ok_or(Code::DayNeeded)
}

/// A number of minutes; none where the field is empty.
pub(crate) fn minutes(text: &str) -> Typed<Option<u32>> {
    match text.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Code::NotMinutes),
    }
}

/// Words, as they were typed.
pub(crate) fn words(sent: &Sent, name: &str) -> Personal<String> {
    Personal::new(sent.text(name).to_owned())
}

/// A code of a list; none where nothing, or nothing of the list, was chosen.
pub(crate) fn coded<T>(sent: &Sent, name: &str, parse: impl FnOnce(&str) -> Result<T, UnknownCode>) -> Option<T> {
    parse(sent.text(name)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(value: &str) -> Sent {
        Sent::of([("felt".to_owned(), vec![value.to_owned()])].into())
    }

    #[test]
    fn the_thirty_first_of_february_is_no_day_and_an_empty_field_is_none() {
        assert_eq!(maybe_day(&sent("31.2.2016"), "felt"), Err(Code::NoSuchDay));
        assert_eq!(maybe_day(&sent(" "), "felt"), Ok(None));
        assert_eq!(needed_day(&sent(""), "felt"), Err(Code::DayNeeded));
        assert_eq!(needed_day(&sent("5/1-16"), "felt"), Ok(NaiveDate::from_ymd_opt(2016, 1, 5).unwrap()));
    }

    #[test]
    fn minutes_are_a_whole_number() {
        assert_eq!(minutes(" 25 "), Ok(Some(25)));
        assert_eq!(minutes(""), Ok(None));
        for wrong in ["-5", "1,5", "en time", "99999999999"] {
            assert_eq!(minutes(wrong), Err(Code::NotMinutes), "{wrong}");
        }
    }
}
