//! When enrolment is open (R10): inside any recruitment window of the programme, or by a coordinator's exception.

use chrono::NaiveDate;

use crate::programme::Programme;

/// Whether the day lies in one of the programme's recruitment windows.
pub fn is_open(programme: &Programme, day: NaiveDate) -> bool {
    programme.recruitment.iter().any(|window| window.contains(day))
}

/// The last day on which enrolment is open, on or after `day`; `None` where no window is open any more.
pub fn closes_on(programme: &Programme, day: NaiveDate) -> Option<NaiveDate> {
    programme.recruitment.iter().map(|window| window.to).filter(|last| day <= *last).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};
    use crate::programme::Period;

    #[test]
    fn the_window_is_open_on_its_first_and_last_day_and_closed_around_them() {
        for (text, open) in [("2013-03-31", false), ("2013-04-01", true), ("2016-03-31", true), ("2016-04-01", false)] {
            assert_eq!(is_open(&programme(), day(text)), open, "{text}");
        }
    }

    #[test]
    fn between_two_windows_enrolment_is_closed_and_will_open_again() {
        let mut twice = programme();
        twice.recruitment = vec![
            Period { from: day("2015-01-01"), to: day("2015-03-31") },
            Period { from: day("2016-01-01"), to: day("2016-03-31") },
        ];
        assert!(!is_open(&twice, day("2015-07-01")));
        assert!(is_open(&twice, day("2016-01-01")));
        assert_eq!(closes_on(&twice, day("2015-07-01")), Some(day("2016-03-31")));
        assert_eq!(closes_on(&twice, day("2016-04-01")), None);
    }
}
