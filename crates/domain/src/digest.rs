//! The mail that says how much waits: numbers and nothing else, and none where nothing waits.

use chrono::NaiveDate;

use crate::day::add_days;
use crate::refusal::{Code, Refusal};

/// A deputy whose last day is so near is counted.
pub const DEPUTY_ENDS_DAYS: i64 = 3;

/// How much waits for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Follow-ups that are overdue (R8).
    pub follow_ups: u64,
    /// Next steps whose day is over.
    pub steps: u64,
    /// Referrals whose partner is to be written to ([`crate::referral::is_late`]).
    pub referrals: u64,
    /// Deputies that end within [`DEPUTY_ENDS_DAYS`].
    pub deputies: u64,
    /// Enquiries that nobody has answered.
    pub enquiries: u64,
    /// Reports that wait to be locked by somebody like them.
    pub reports: u64,
    /// Regular reports that cannot be made yet.
    pub lacking: u64,
    /// Quotations that somebody else wrote down and that wait for a second reader.
    pub quotations: u64,
    /// Persons who have to be deleted by whoever got a research package, and nobody was told yet.
    pub recalls: u64,
}

impl Waiting {
    /// Whether there is nothing to say.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether an agreed step is past its day.
pub fn is_past(due_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    due_on.is_some_and(|due| due < today)
}

/// Whether a deputy's last day is near.
pub fn ends_soon(to: NaiveDate, today: NaiveDate) -> bool {
    today <= to && to <= add_days(today, DEPUTY_ENDS_DAYS)
}

/// The signs of a mail address beside letters and digits, before the `@`.
const SIGNS: &str = ".!#$%&'*+/=?^_`{|}~-";

/// Reads a mail address of the plain kind: one name, one `@`, a domain with a dot in it.
///
/// # Errors
///
/// [`Code::NotGiven`] for nothing, [`Code::NotAMailAddress`] for anything else, such as two addresses or a line break.
pub fn address(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Refusal::new(field, Code::NotGiven));
    }
    let is_word = |part: &str, signs: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || signs.as_bytes().contains(&byte))
            && !part.starts_with(['.', '-'])
            && !part.ends_with(['.', '-'])
            && !part.contains("..")
    };
    match typed.split_once('@') {
        Some((name, domain))
            if name.len() <= 64
                && typed.len() <= 254
                && is_word(name, SIGNS)
                && is_word(domain, ".-")
                && domain.contains('.') =>
        {
            Ok(typed.to_owned())
        }
        _ => Err(Refusal::new(field, Code::NotAMailAddress)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::day;

    #[test]
    fn a_plain_address_is_taken_and_nothing_that_could_be_two_or_a_header() {
        assert_eq!(address("mail", " mette.lund+brobygger@kommune.dk ").unwrap(), "mette.lund+brobygger@kommune.dk");
        assert_eq!(address("mail", "  ").unwrap_err().code, Code::NotGiven);
        for wrong in [
            "mette",
            "@kommune.dk",
            "mette@",
            "mette@kommune",
            "a@b.dk,c@d.dk",
            "a@b.dk\r\nBcc: c@d.dk",
            "Mette <a@b.dk>",
            "a b@c.dk",
            "a@b@c.dk",
            "a@.dk",
            "a@b..dk",
            "é@b.dk",
        ] {
            assert_eq!(address("mail", wrong).unwrap_err().code, Code::NotAMailAddress, "{wrong}");
        }
    }

    #[test]
    fn what_is_worth_a_word_has_its_edges() {
        let today = day("2015-11-23");
        assert!(is_past(Some(day("2015-11-22")), today) && !is_past(Some(today), today) && !is_past(None, today));
        assert!(ends_soon(today, today) && ends_soon(day("2015-11-26"), today));
        assert!(!ends_soon(day("2015-11-27"), today) && !ends_soon(day("2015-11-22"), today));
        assert!(Waiting::default().is_nothing() && !Waiting { steps: 1, ..Waiting::default() }.is_nothing());
    }

    proptest! {
        #[test]
        fn no_address_that_is_taken_holds_space_a_comma_or_an_angle(typed in "\\PC*") {
            if let Ok(address) = address("mail", &typed) {
                prop_assert!(!address.contains([' ', ',', ';', '<', '>', '\r', '\n']));
            }
        }
    }
}
