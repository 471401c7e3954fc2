//! A CVR number: eight digits, of which the weighted sum is divisible by 11.

use crate::refusal::{Code, Typed};

/// What each digit counts.
const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

/// A CVR number that can be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cvr(String);

impl Cvr {
    /// Reads a number as people write it: `64942212`, `64 94 22 12`, `DK-64942212`.
    ///
    /// # Errors
    ///
    /// [`Code::NotACvr`] where it has not eight digits, begins with 0, or its weighted sum is not divisible by 11.
    pub fn parse(text: &str) -> Typed<Self> {
        let upper = text.trim().to_uppercase();
        let number = upper.strip_prefix("DK").unwrap_or(&upper);
        let digits: String = number.chars().filter(|sign| !matches!(sign, ' ' | '-' | '.' | '\u{a0}')).collect();
        let is_number = digits.len() == WEIGHTS.len() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && !digits.starts_with('0') && sum(&digits).is_multiple_of(11) {
            Ok(Self(digits))
        } else {
            Err(Code::NotACvr)
        }
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn sum(digits: &str) -> u32 {
    digits.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit.saturating_sub(b'0')) * weight).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Typed<String> {
        Cvr::parse(text).map(|cvr| cvr.as_str().to_owned())
    }

    #[test]
    fn the_published_numbers_of_public_bodies_are_read_however_they_are_written() {
        // Københavns Kommune, Aarhus Kommune, and the example that python-stdnum is tested with.
        for text in ["64942212", "55133018", "13585628"] {
            assert_eq!(read(text), Ok(text.to_owned()), "{text}");
        }
        for text in ["64 94 22 12", " DK64942212 ", "dk-64942212", "64.94.22.12"] {
            assert_eq!(read(text), Ok("64942212".to_owned()), "{text}");
        }
    }

    #[test]
    fn a_slip_of_one_digit_and_what_is_no_number_are_refused() {
        for text in ["64942213", "6494221", "649422120", "00000000", "", "DK", "6494221x", "٦٤٩٤٢٢١٢", "DKDK64942212"]
        {
            assert_eq!(read(text), Err(Code::NotACvr), "{text}");
        }
    }

    /// The number whose first seven digits these are, where there is one.
    fn completed(seven: u32) -> Option<String> {
        (0..10).map(|last| format!("{seven}{last}")).find(|number| sum(number).is_multiple_of(11))
    }

    proptest! {
        #[test]
        fn one_digit_changed_or_two_beside_each_other_swapped_is_always_noticed(
            seven in 1_000_000u32..10_000_000, at in 0usize..8, other in 0u8..10,
        ) {
            let Some(right) = completed(seven) else { return Ok(()) };
            prop_assert!(Cvr::parse(&right).is_ok());
            let mut changed = right.clone().into_bytes();
            changed[at] = b'0' + other;
            if changed != right.as_bytes() {
                prop_assert!(Cvr::parse(&String::from_utf8(changed).unwrap()).is_err());
            }
            // The first two weights lie 5 apart and the others 1: no difference of two digits makes that divisible by 11.
            let mut swapped = right.clone().into_bytes();
            swapped.swap(at, (at + 1) % 8);
            if at < 7 && swapped != right.as_bytes() {
                prop_assert!(Cvr::parse(&String::from_utf8(swapped).unwrap()).is_err());
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = Cvr::parse(&text);
        }
    }
}
