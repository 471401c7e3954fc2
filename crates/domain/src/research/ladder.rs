//! The ladder: how coarse each quasi-identifier is told, from the finest to nothing at all, one step at a time.

use crate::code::{Channel, ClosingReason, Gender};

/// What stands where a quasi-identifier is not told at all.
pub const ALL: &str = "alle";
/// What stands where it is not known.
pub const UNKNOWN: &str = "uoplyst";

/// How coarse ages are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ages {
    /// In bands of five years, from 20 to 59.
    Five,
    /// In bands of ten years, from 20 to 59.
    Ten,
    /// Below 30, and from 30.
    Two,
    /// Not at all.
    All,
}

/// How coarse it is told how somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channels {
    /// By oneself, through one's network, through a professional, through outreach.
    Groups,
    /// By oneself or one's network, or not.
    OwnOrNot,
    /// Not at all.
    All,
}

/// How coarse it is told how a course ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endings {
    /// Open, as planned, on the citizen's side, otherwise.
    Groups,
    /// Open or closed.
    OpenOrClosed,
    /// Not at all.
    All,
}

/// How coarse genders are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genders {
    /// Woman, man, or another or none told.
    Merged,
    /// Not at all.
    All,
}

/// One rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Ages.
    pub ages: Ages,
    /// Days are rounded down to a whole number of so many; none: no day is told.
    pub days: Option<u16>,
    /// How somebody came.
    pub channels: Channels,
    /// How it ended.
    pub endings: Endings,
    /// Genders.
    pub genders: Genders,
}

const FINEST: Level = Level {
    ages: Ages::Five,
    days: Some(30),
    channels: Channels::Groups,
    endings: Endings::Groups,
    genders: Genders::Merged,
};
const TENS: Level = Level { ages: Ages::Ten, ..FINEST };
const QUARTERS: Level = Level { days: Some(90), ..TENS };
const OWN: Level = Level { channels: Channels::OwnOrNot, ..QUARTERS };
const HALVES: Level = Level { days: Some(180), ..OWN };
const CLOSED: Level = Level { endings: Endings::OpenOrClosed, ..HALVES };
const NO_CHANNEL: Level = Level { channels: Channels::All, ..CLOSED };
const TWO_AGES: Level = Level { ages: Ages::Two, ..NO_CHANNEL };
const NO_DAYS: Level = Level { days: None, ..TWO_AGES };
const NO_AGE: Level = Level { ages: Ages::All, ..NO_DAYS };
const NO_ENDING: Level = Level { endings: Endings::All, ..NO_AGE };
const NOTHING: Level = Level { genders: Genders::All, ..NO_ENDING };

/// The rungs, the finest first.
pub const LADDER: [Level; 12] =
    [FINEST, TENS, QUARTERS, OWN, HALVES, CLOSED, NO_CHANNEL, TWO_AGES, NO_DAYS, NO_AGE, NO_ENDING, NOTHING];

/// The bands of an age: the first year of each and its code.
const FIVES: [(i32, &str); 10] = [
    (i32::MIN, "under_20"),
    (20, "20-24"),
    (25, "25-29"),
    (30, "30-34"),
    (35, "35-39"),
    (40, "40-44"),
    (45, "45-49"),
    (50, "50-54"),
    (55, "55-59"),
    (60, "60_plus"),
];
const TENS_OF: [(i32, &str); 6] =
    [(i32::MIN, "under_20"), (20, "20-29"), (30, "30-39"), (40, "40-49"), (50, "50-59"), (60, "60_plus")];
const TWO: [(i32, &str); 2] = [(i32::MIN, "under_30"), (30, "30_plus")];

impl Ages {
    const fn bands(self) -> &'static [(i32, &'static str)] {
        match self {
            Self::Five => &FIVES,
            Self::Ten => &TENS_OF,
            Self::Two => &TWO,
            Self::All => &[],
        }
    }

    /// The codes, from the youngest.
    pub fn codes(self) -> Vec<&'static str> {
        with_unknown(self.bands().iter().map(|(_, code)| *code).collect())
    }

    /// The band of an age.
    pub fn band(self, age: Option<i32>) -> &'static str {
        match (self, age) {
            (Self::All, _) => ALL,
            (_, None) => UNKNOWN,
            (_, Some(age)) => {
                self.bands().iter().rev().find(|(from, _)| *from <= age).map_or(UNKNOWN, |(_, code)| *code)
            }
        }
    }
}

impl Channels {
    /// The codes.
    pub fn codes(self) -> Vec<&'static str> {
        with_unknown(match self {
            Self::Groups => vec!["selv", "netvaerk", "fagperson", "opsoegende"],
            Self::OwnOrNot => vec!["selv_eller_netvaerk", "andre"],
            Self::All => Vec::new(),
        })
    }

    /// The group of a way of coming.
    pub const fn group(self, channel: Option<Channel>) -> &'static str {
        match (self, channel) {
            (Self::All, _) => ALL,
            (_, None | Some(Channel::Other)) => UNKNOWN,
            (Self::Groups, Some(Channel::Own)) => "selv",
            (Self::Groups, Some(Channel::Network)) => "netvaerk",
            (Self::Groups, Some(Channel::Partner | Channel::Authority)) => "fagperson",
            (Self::Groups, Some(Channel::Outreach | Channel::Material)) => "opsoegende",
            (Self::OwnOrNot, Some(Channel::Own | Channel::Network)) => "selv_eller_netvaerk",
            (Self::OwnOrNot, Some(_)) => "andre",
        }
    }
}

impl Endings {
    /// The codes.
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Self::Groups => vec!["aaben", "planmaessig", "borgeren", "andet"],
            Self::OpenOrClosed => vec!["aaben", "afsluttet"],
            Self::All => vec![ALL],
        }
    }

    /// The group of an ending: none while the course is open; of one that is closed the reason, where it is known.
    pub const fn group(self, closed: Option<Option<ClosingReason>>) -> &'static str {
        match (self, closed) {
            (Self::All, _) => ALL,
            (_, None) => "aaben",
            (Self::OpenOrClosed, Some(_)) => "afsluttet",
            (Self::Groups, Some(Some(ClosingReason::Planned))) => "planmaessig",
            (Self::Groups, Some(Some(ClosingReason::CitizensWish | ClosingReason::MovedAway))) => "borgeren",
            (Self::Groups, Some(_)) => "andet",
        }
    }
}

impl Genders {
    /// The codes.
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Self::Merged => vec!["kvinde", "mand", "andet_uoplyst"],
            Self::All => vec![ALL],
        }
    }

    /// The group of a gender.
    pub const fn group(self, gender: Option<Gender>) -> &'static str {
        match (self, gender) {
            (Self::All, _) => ALL,
            (Self::Merged, Some(Gender::Woman)) => "kvinde",
            (Self::Merged, Some(Gender::Man)) => "mand",
            (Self::Merged, Some(Gender::Other | Gender::Undisclosed) | None) => "andet_uoplyst",
        }
    }
}

/// The codes and the one for what is not known; the one for everybody where there are none.
fn with_unknown(mut codes: Vec<&'static str>) -> Vec<&'static str> {
    codes.push(if codes.is_empty() { ALL } else { UNKNOWN });
    codes
}

impl Level {
    /// A number of days as this rung tells it.
    pub fn rounded(&self, days: i64) -> Option<i64> {
        let step = i64::from(self.days?).max(1);
        Some(days.div_euclid(step) * step)
    }
}
