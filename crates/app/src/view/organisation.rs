//! *Organisation*: units, groups, and who is in them.

use chrono::NaiveDate;
use domain::organisation::{Group, Outsider, Post, Seat, Unit};
use domain::personal::Personal;

use crate::paper::Kept;

/// The organisation on a day.
#[derive(Clone, Debug)]
pub struct OrganisationPage {
    /// The day it stands for.
    pub today: NaiveDate,
    /// The units, by name, each with who has a function in it.
    pub units: Vec<(Kept<Unit>, Vec<Named<Post>>)>,
    /// The groups, each with its members.
    pub groups: Vec<(Kept<Group>, Vec<Named<Seat>>)>,
    /// People from outside, by name.
    pub outsiders: Vec<Kept<Outsider>>,
    /// Whether the reader keeps it.
    pub may_keep: bool,
}

/// A paper about somebody, with the name.
#[derive(Clone, Debug)]
pub struct Named<T> {
    /// What the person is called.
    pub name: Personal<String>,
    /// The paper.
    pub kept: Kept<T>,
}
