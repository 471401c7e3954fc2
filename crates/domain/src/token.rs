//! What a program signs in with: a token that reads figures in the programme where it was made, for as long as was agreed.
//!
//! ```ignore
//! let made = wish.check(today)?;      // every refusal at once
//! pace.ask(now, A_MINUTE)?;           // or the seconds to wait
//! ```

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::code::Role;
use crate::day::add_months;
use crate::refusal::{Code, Refusal, Typed};

/// A token lasts so many months at most.
pub const MONTHS: u32 = 12;
/// A program may ask so often in a minute.
pub const A_MINUTE: u32 = 60;
/// So many wrong tokens are answered in a minute, whoever sends them; after that nobody's is looked at closer.
pub const WRONG_A_MINUTE: u32 = 30;
/// The longest name, in letters.
const NAME: usize = 80;

impl Role {
    /// The roles that a program can have: those that see figures and no citizen.
    pub const OF_PROGRAMS: [Self; 2] = [Self::Leader, Self::Consultant];

    /// Whether a program can have it.
    pub const fn suits_a_program(self) -> bool {
        matches!(self, Self::Leader | Self::Consultant)
    }
}

/// A token as it is wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What the program is called.
    pub name: String,
    /// The role whose figures it sees.
    pub role: Option<Role>,
    /// Its last day.
    pub ends_on: Typed<NaiveDate>,
}

/// A token that can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// What the program is called.
    pub name: String,
    /// The role whose figures it sees.
    pub role: Role,
    /// Its last day.
    pub ends_on: NaiveDate,
}

impl Wish {
    /// The token agreed on, made on a day.
    ///
    /// # Errors
    ///
    /// Every refusal at once: no name or one longer than 80 letters, a role that sees citizens or none, no last day, one that is over, or
    /// one more than twelve months ahead.
    pub fn check(self, today: NaiveDate) -> Result<Agreed, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let name = self.name.trim().to_owned();
        match name.chars().count() {
            0 => refusals.push(Refusal::new("navn", Code::Missing)),
            letters if letters > NAME => refusals.push(Refusal::new("navn", Code::TooLong)),
            _ => {}
        }
        let role = self.role.filter(|role| role.suits_a_program());
        if role.is_none() {
            refusals.push(Refusal::new("rolle", Code::ChoiceNeeded));
        }
        let ends_on = self.ends_on.and_then(|day| match day {
            day if day < today => Err(Code::InThePast),
            day if day > add_months(today, MONTHS) => Err(Code::TokenTooLong),
            day => Ok(day),
        });
        let ends_on = ends_on.map_err(|code| refusals.push(Refusal::new("slut", code))).ok();
        match (role, ends_on) {
            (Some(role), Some(ends_on)) if refusals.is_empty() => Ok(Agreed { name, role, ends_on }),
            _ => Err(refusals),
        }
    }
}

/// How often somebody has asked in the minute that began with the first time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    began: Option<DateTime<Utc>>,
    times: u32,
}

impl Pace {
    /// Counts one time more, of `most` in a minute.
    ///
    /// # Errors
    ///
    /// The seconds until it may be asked again, 1 to 60.
    pub fn ask(&mut self, now: DateTime<Utc>, most: u32) -> Result<(), u32> {
        let minute = TimeDelta::seconds(60);
        let began = match self.began {
            Some(began) if began <= now && now < began + minute => began,
            _ => {
                *self = Self { began: Some(now), times: 0 };
                now
            }
        };
        if self.times < most {
            self.times += 1;
            return Ok(());
        }
        let left = (began + minute - now).num_milliseconds();
        Err(u32::try_from((left + 999) / 1000).unwrap_or(60).clamp(1, 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    fn wish(name: &str, role: Option<Role>, ends_on: &str) -> Wish {
        Wish { name: name.to_owned(), role, ends_on: Ok(day(ends_on)) }
    }

    #[test]
    fn a_token_ends_within_twelve_months() {
        let today = day("2015-11-23");
        for (last, expected) in [
            ("2015-11-22", Err(Code::InThePast)),
            ("2015-11-23", Ok(())),
            ("2016-11-23", Ok(())),
            ("2016-11-24", Err(Code::TokenTooLong)),
        ] {
            let made = wish("Datavarehus", Some(Role::Leader), last).check(today);
            assert_eq!(made.map(|_| ()).map_err(|all| all[0].code), expected, "{last}");
        }
    }

    #[test]
    fn a_program_never_has_a_role_that_sees_citizens() {
        for role in Role::ALL {
            let made = wish("Datavarehus", Some(*role), "2016-01-01").check(day("2015-11-23"));
            assert_eq!(made.is_ok(), Role::OF_PROGRAMS.contains(role), "{role}");
        }
    }

    #[test]
    fn every_refusal_comes_at_once() {
        let wish = Wish { name: " ".to_owned(), role: None, ends_on: Err(Code::DayNeeded) };
        let fields: Vec<_> = wish.check(day("2015-11-23")).unwrap_err().iter().map(|refusal| refusal.field).collect();
        assert_eq!(fields, ["navn", "rolle", "slut"]);
    }

    #[test]
    fn who_asks_too_often_is_told_how_long_to_wait_and_then_may_again() {
        let at = |seconds: i64| DateTime::from_timestamp(1_448_280_000 + seconds, 0).unwrap();
        let mut pace = Pace::default();
        for second in 0..3 {
            assert_eq!(pace.ask(at(second), 3), Ok(()));
        }
        assert_eq!(pace.ask(at(2), 3), Err(58));
        assert_eq!(pace.ask(at(59), 3), Err(1));
        assert_eq!(pace.ask(at(60), 3), Ok(()));
        assert_eq!(pace.ask(at(10), 3), Ok(()), "a clock that was set back begins anew");
    }
}
