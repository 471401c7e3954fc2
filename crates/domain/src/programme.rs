//! A programme: one funded effort with its rules as data (`programmes/<id>.toml`).

pub mod change;
pub mod draft;
pub mod limits;
pub mod moves;
pub mod toml;

use chrono::NaiveDate;
use serde::Serialize;

use crate::instrument::Instrument;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

/// A run of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Period {
    /// Whether the day lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// One of the programme's recurring goals (M15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalArea {
    /// The key in the register, such as `bolig`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// Whether nothing new is put into it any more; what is in it stays.
    pub retired: bool,
}

/// The rules of one programme. Every number that a rule takes as a setting comes from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Programme {
    /// The key, such as `exit-2016`: the name on the command line, never shown on a screen.
    pub key: String,
    /// A neutral title; it may show on a screen.
    pub title: Text,
    /// Months of a full course (R6), 1-60.
    pub course_months: u32,
    /// Number of phases (R7), 1-12.
    pub phases: u32,
    /// Months between follow-ups (R8), 1-12.
    pub follow_up_months: u32,
    /// The most citizens a worker can have (R12), 1-100.
    pub caseload_cap: u32,
    /// The key of the instrument whose first complete reading enrols (R1).
    pub enrolling_instrument: String,
    /// The keys of the instruments of a follow-up (R8).
    pub instruments: Vec<String>,
    /// The IANA name of the time zone whose days count.
    pub time_zone: String,
    /// Published counts below this are withheld (R19).
    pub withhold_below: u32,
    /// Days without contact after which "lost contact" is a reason (R11).
    pub lost_contact_days: u32,
    /// Days without an answer after which a partner is to be written to, 1-365; a file that says nothing means 14.
    pub referral_reminder_days: u32,
    /// Months that a closed course is kept before the coordinator is asked to look at it, 1-600.
    pub retention_months: u32,
    /// First to last funded day (R6).
    pub funding: Period,
    /// When enrolment is open (R10), in order, without overlap.
    pub recruitment: Vec<Period>,
    /// The recurring goals (M15).
    pub goal_areas: Vec<GoalArea>,
}

impl Programme {
    /// The goal areas that something new may be put into, and those of `kept`, which have something already.
    pub fn open_areas(&self, kept: &[&str]) -> impl Iterator<Item = &GoalArea> {
        self.goal_areas.iter().filter(move |area| !area.retired || kept.contains(&area.key.as_str()))
    }

    /// The enrolling instrument among the loaded ones.
    pub fn enrolling<'a>(&self, instruments: &'a [Instrument]) -> Option<&'a Instrument> {
        instruments.iter().find(|instrument| instrument.key == self.enrolling_instrument)
    }
}
