//! What people type into a field of an address.

use chrono::NaiveDate;

/// A day as people write it: `23.11.2015`, `5.1.2016`, `5/1-16`, `5-1-2016`, `050116`, `2015-11-23`.
///
/// Years of two digits are of this century. `None` where it is no day.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    if parts.iter().any(|part| !part.bytes().all(|byte| byte.is_ascii_digit()) || part.len() > 8) {
        return None;
    }
    let (day, month, year) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        [all] if matches!(all.len(), 6 | 8) => (all.get(..2)?, all.get(2..4)?, all.get(4..)?),
        _ => return None,
    };
    let century = match year.len() {
        2 => 2000,
        4 => 0,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(century + year.parse::<i32>().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A field of days: what was typed, and the day where it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DayField {
    /// What was typed.
    pub(crate) typed: String,
    /// The day; `None` where nothing or no day was typed.
    pub(crate) day: Option<NaiveDate>,
    /// What is wrong, as the key of a text.
    pub(crate) fault: Option<&'static str>,
}

impl DayField {
    /// Reads a field; an empty one is no fault.
    pub(crate) fn read(typed: Option<String>) -> Self {
        let typed = typed.unwrap_or_default();
        let day = day(&typed);
        let fault = (day.is_none() && !typed.trim().is_empty()).then_some("day-wrong");
        Self { typed, day, fault }
    }

    /// What stands in the field: what was typed where it is wrong, else the day that the page shows.
    pub(crate) fn shown(&self, day: Option<NaiveDate>) -> String {
        match (self.fault, day) {
            (None, Some(day)) => render::day::typed(day),
            _ => self.typed.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let wanted = NaiveDate::from_ymd_opt(2016, 1, 5);
        for text in ["5.1.2016", " 05.01.2016 ", "5/1-16", "5-1-2016", "050116", "05012016", "2016-01-05", "5. 1. 2016"]
        {
            assert_eq!(day(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none_and_never_a_panic() {
        for text in [
            "",
            "31.2.2016",
            "i dag",
            "5.1",
            "5.1.016",
            "ææææææ",
            "٥.١.٢٠١٦",
            "99999999999999999999",
            "1.1.1.1",
            "🙂🙂",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_wrong_day_stays_in_the_field() {
        let field = DayField::read(Some("31.2.2016".to_owned()));
        assert_eq!(field.fault, Some("day-wrong"));
        assert_eq!(field.shown(NaiveDate::from_ymd_opt(2016, 3, 1)), "31.2.2016");
        assert_eq!(DayField::read(None).fault, None);
    }
}
