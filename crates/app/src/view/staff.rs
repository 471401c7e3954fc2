//! *Medarbejdere*: who has which part in the programme.

use chrono::NaiveDate;
use domain::code::Role;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use uuid::Uuid;

/// The programme's staff.
#[derive(Clone, Debug)]
pub struct StaffPage {
    /// The day the page stands for.
    pub day: NaiveDate,
    /// Everybody with a part, by name; those who have left last.
    pub members: Vec<Member>,
    /// Whether the reader may give an account a part.
    pub may_add: bool,
    /// Whether the reader may know who somebody's citizens are.
    pub may_name: bool,
}

/// One person's part.
#[derive(Clone, Debug)]
pub struct Member {
    /// The part's id.
    pub id: Uuid,
    /// Its version; a change is made from it.
    pub version: i64,
    /// Who.
    pub user: UserId,
    /// What the person is called.
    pub name: Personal<String>,
    /// The role.
    pub role: Role,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub to: Option<NaiveDate>,
    /// The citizens assigned to the person after the page's day; told of a worker's part only.
    pub citizens: usize,
    /// Whether it is the reader's own.
    pub is_mine: bool,
}

/// Citizens who have to be handed over before somebody leaves: who they are, where the reader may know.
pub type Left = Vec<(CitizenId, Personal<String>)>;
