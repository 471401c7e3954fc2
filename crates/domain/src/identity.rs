//! Who a citizen is: the fields that a person of the team keeps, what they may hold, and what a merge makes of two records (R4).
//!
//! To add a field: a variant of [`Field`], its arms below, its column in the store.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::code::{Gender, SafeContact};
use crate::personal::Personal;
use crate::refusal::{Code, Refusal};

/// The longest name or alias, in characters.
const NAME: usize = 120;
/// The longest telephone number, in characters.
const PHONE: usize = 40;
/// The earliest year of birth.
const FIRST_YEAR: i64 = 1900;

/// What is kept of who a citizen is. An empty text is none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Identity {
    /// The name the citizen wishes to go by.
    pub alias: Option<Personal<String>>,
    /// The full name.
    pub name: Option<Personal<String>>,
    /// The CPR number.
    pub cpr: Option<Personal<String>>,
    /// The telephone number, as written.
    pub phone: Option<Personal<String>>,
    /// The year of birth.
    pub birth_year: Option<i64>,
    /// The gender given.
    pub gender: Option<Gender>,
    /// Whether the address is protected.
    pub protected_address: bool,
    /// The rules for contacting the citizen safely.
    pub safe_contact: BTreeSet<SafeContact>,
}

/// One field of an [`Identity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The alias.
    Alias,
    /// The full name.
    Name,
    /// The CPR number.
    Cpr,
    /// The telephone number.
    Phone,
    /// The year of birth.
    BirthYear,
    /// The gender.
    Gender,
    /// Whether the address is protected.
    ProtectedAddress,
    /// The rules for safe contact.
    SafeContact,
}

impl Field {
    /// Every field, in the order of the page.
    pub const ALL: &'static [Self] = &[
        Self::Alias,
        Self::Name,
        Self::Cpr,
        Self::Phone,
        Self::BirthYear,
        Self::Gender,
        Self::ProtectedAddress,
        Self::SafeContact,
    ];

    /// The field's name in forms and texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Name => "navn",
            Self::Cpr => "cpr",
            Self::Phone => "telefon",
            Self::BirthYear => "foedselsaar",
            Self::Gender => "koen",
            Self::ProtectedAddress => "adressebeskyttelse",
            Self::SafeContact => "sikker_kontakt",
        }
    }
}

impl Identity {
    /// The same with space around texts taken off and empty texts left out.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for text in [&mut self.alias, &mut self.name, &mut self.cpr, &mut self.phone] {
            let tidy = text.as_ref().map(|text| text.reveal().split_whitespace().collect::<Vec<_>>().join(" "));
            *text = tidy.filter(|text| !text.is_empty()).map(Personal::new);
        }
        self
    }

    /// What the fields may not hold, all at once. A CPR number is ten digits that begin with a day (a replacement number's day has 60 added);
    /// its check digit is none any more.
    ///
    /// # Errors
    ///
    /// Each field that is not as it should be.
    pub fn check(&self, today: NaiveDate) -> Result<(), Vec<Refusal>> {
        let mut refused = Vec::new();
        let mut refuse = |field: Field, code, is_wrong| {
            if is_wrong {
                refused.push(Refusal::new(field.code(), code));
            }
        };
        let text =
            |text: &Option<Personal<String>>| text.as_ref().map(|text| text.reveal().clone()).unwrap_or_default();
        let is_long = |value: &Option<Personal<String>>, most| text(value).chars().count() > most;
        refuse(Field::Alias, Code::TooLong, is_long(&self.alias, NAME));
        refuse(Field::Name, Code::TooLong, is_long(&self.name, NAME));
        refuse(Field::Cpr, Code::NotACpr, self.cpr.as_ref().is_some_and(|cpr| !is_cpr(cpr.reveal())));
        refuse(Field::Phone, Code::NotAPhone, self.phone.as_ref().is_some_and(|phone| !is_phone(phone.reveal())));
        let year = i64::from(today.year());
        refuse(
            Field::BirthYear,
            Code::NotABirthYear,
            self.birth_year.is_some_and(|born| !(FIRST_YEAR..=year).contains(&born)),
        );
        if refused.is_empty() { Ok(()) } else { Err(refused) }
    }

    /// Takes one field over from another record.
    pub fn take(&mut self, field: Field, from: &Self) {
        match field {
            Field::Alias => self.alias.clone_from(&from.alias),
            Field::Name => self.name.clone_from(&from.name),
            Field::Cpr => self.cpr.clone_from(&from.cpr),
            Field::Phone => self.phone.clone_from(&from.phone),
            Field::BirthYear => self.birth_year = from.birth_year,
            Field::Gender => self.gender = from.gender,
            Field::ProtectedAddress => self.protected_address = from.protected_address,
            Field::SafeContact => self.safe_contact.clone_from(&from.safe_contact),
        }
    }

    /// Whether a field says the same in both.
    pub fn agrees(&self, field: Field, other: &Self) -> bool {
        match field {
            Field::Alias => self.alias == other.alias,
            Field::Name => self.name == other.name,
            Field::Cpr => self.cpr == other.cpr,
            Field::Phone => self.phone == other.phone,
            Field::BirthYear => self.birth_year == other.birth_year,
            Field::Gender => self.gender == other.gender,
            Field::ProtectedAddress => self.protected_address == other.protected_address,
            Field::SafeContact => self.safe_contact == other.safe_contact,
        }
    }

    /// Whether a field says nothing.
    pub fn is_silent(&self, field: Field) -> bool {
        self.agrees(field, &Self::default())
    }

    /// The fields in which another record of the same person is proposed at a merge: where this one says nothing, and where the
    /// other is the more careful.
    pub fn proposed(&self, other: &Self) -> BTreeSet<Field> {
        let is_proposed = |field: &Field| match field {
            Field::ProtectedAddress => other.protected_address && !self.protected_address,
            Field::SafeContact => other.safe_contact.len() > self.safe_contact.len(),
            _ => self.is_silent(*field) && !other.is_silent(*field),
        };
        Field::ALL.iter().copied().filter(is_proposed).collect()
    }

    /// What the record is after its merge is undone: a field chosen at the merge (`before` became `merged`) goes back, unless
    /// somebody has changed it since.
    #[must_use]
    pub fn unmerged(&self, before: &Self, merged: &Self) -> Self {
        let mut back = self.clone();
        for field in Field::ALL.iter().filter(|field| self.agrees(**field, merged)) {
            back.take(*field, before);
        }
        back
    }
}

/// Whether a text is a CPR number: ten digits, with or without the hyphen, that begin with a day. The check digit proves nothing since 2007.
pub fn is_cpr(text: &str) -> bool {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
    let number = |from: usize| digits.get(from..from + 2).and_then(|two| two.parse::<u32>().ok()).unwrap_or(0);
    let day = if number(0) > 60 { number(0) - 60 } else { number(0) };
    digits.len() == 10
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        // A leap year, so that the 29th of February is a day: the century is not in the number.
        && NaiveDate::from_ymd_opt(2000, number(2), day).is_some()
}

/// Whether a text can be a telephone number.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_written_so =
        |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '(' | ')' | '.' | '/');
    text.chars().count() <= PHONE && (8..=15).contains(&digits) && text.chars().all(is_written_so)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn text(text: &str) -> Option<Personal<String>> {
        Some(Personal::new(text.to_owned()))
    }

    fn signe() -> Identity {
        Identity {
            alias: text("Ask"),
            name: text("Signe Holm"),
            cpr: text("010285-1234"),
            phone: text("+45 20 30 40 50"),
            birth_year: Some(1985),
            gender: Some(Gender::Woman),
            protected_address: true,
            safe_contact: [SafeContact::NoSms].into(),
        }
    }

    #[test]
    fn a_record_is_kept_as_people_write_it_and_space_is_nothing() {
        assert_eq!(signe().check(day("2015-11-23")), Ok(()));
        assert_eq!(Identity::default().check(day("2015-11-23")), Ok(()), "nothing known is no fault");
        let typed = Identity { alias: text("  Ask  "), name: text("   "), ..signe() }.tidied();
        assert_eq!(typed, Identity { name: None, ..signe() });
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let wrong = Identity {
            alias: text(&"a".repeat(121)),
            name: text(&"ø".repeat(120)),
            cpr: text("310285-1234x"),
            phone: text("ring om aftenen"),
            birth_year: Some(2016),
            ..signe()
        };
        let refused = wrong.check(day("2015-11-23")).unwrap_err();
        let expected = [
            ("alias", Code::TooLong),
            ("cpr", Code::NotACpr),
            ("telefon", Code::NotAPhone),
            ("foedselsaar", Code::NotABirthYear),
        ];
        assert_eq!(refused, expected.map(|(field, code)| Refusal::new(field, code)));
    }

    #[test]
    fn a_cpr_number_begins_with_a_day() {
        for right in ["0102851234", "010285-1234", "290204-1234", "610285-1234"] {
            assert!(is_cpr(right), "{right}");
        }
        for wrong in ["320185-1234", "300285-1234", "011385-1234", "01028512345", "010285", "010285-12a4", "٠١٠٢٨٥١٢٣٤"]
        {
            assert!(!is_cpr(wrong), "{wrong}");
        }
    }

    #[test]
    fn undoing_a_merge_puts_back_what_was_chosen_and_leaves_what_was_changed_since() {
        let before = Identity { phone: None, birth_year: None, ..signe() };
        let mut merged = before.clone();
        for field in [Field::Phone, Field::BirthYear, Field::Alias] {
            merged.take(field, &Identity { alias: text("Sif"), ..signe() });
        }
        let mut now = merged.clone();
        now.phone = text("60 70 80 90");
        let back = now.unmerged(&before, &merged);
        assert_eq!((back.alias, back.birth_year), (text("Ask"), None));
        assert_eq!(back.phone, text("60 70 80 90"), "somebody was told the new number meanwhile");
        assert_eq!(merged.unmerged(&before, &merged), before);
    }

    #[test]
    fn a_merge_proposes_what_is_missing_and_what_is_more_careful() {
        let careless = Identity { phone: None, protected_address: false, safe_contact: BTreeSet::new(), ..signe() };
        let proposed = careless.proposed(&Identity { alias: text("Sif"), ..signe() });
        assert_eq!(proposed, [Field::Phone, Field::ProtectedAddress, Field::SafeContact].into());
        assert!(signe().proposed(&careless).is_empty());
    }

    #[test]
    fn every_field_is_taken_and_compared() {
        for field in Field::ALL {
            let mut other = Identity::default();
            assert!(!signe().agrees(*field, &other), "{field:?}");
            assert!(other.is_silent(*field));
            other.take(*field, &signe());
            assert!(signe().agrees(*field, &other), "{field:?}");
        }
    }
}
