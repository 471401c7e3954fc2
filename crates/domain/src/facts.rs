//! The dated facts that the rules take: what the store loads and the rules read. Nothing here is derived.

use chrono::NaiveDate;

use crate::code::{
    Channel, ClosingReason, ContactKind, FollowUpReply, GoalState, MarkKind, Place, ReferralState, With,
};
use crate::id::{CitizenId, CourseId, UserId};
use crate::reading::Reading;

/// A first contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// The citizen, where known; an anonymous enquiry has none.
    pub citizen: Option<CitizenId>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// How it came; `None` where not known.
    pub channel: Option<Channel>,
    /// The referrer's name, where a partner referred.
    pub referrer: Option<String>,
}

/// How a course was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The day; the course is closed on it.
    pub on: NaiveDate,
    /// Why; `None` where not known.
    pub reason: Option<ClosingReason>,
}

/// An answer to a follow-up that is not a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The follow-up's due day.
    pub due: NaiveDate,
    /// The day it was given.
    pub on: NaiveDate,
    /// Postponed or declined.
    pub reply: FollowUpReply,
}

/// A dated mark on a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it marks.
    pub kind: MarkKind,
    /// Its day.
    pub on: NaiveDate,
    /// The phase (1 to the number of phases) it concerns, where it concerns one.
    pub phase: Option<u32>,
    /// The area's key, for a focus area.
    pub area: Option<String>,
}

/// Who works with a course, from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The worker.
    pub worker: UserId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` while it lasts.
    pub to: Option<NaiveDate>,
}

/// Something that happened with or about the citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The day.
    pub on: NaiveDate,
    /// What kind; `None` where not known.
    pub kind: Option<ContactKind>,
    /// Where; `None` where not known.
    pub place: Option<Place>,
    /// With whom; `None` where not known.
    pub with: Option<With>,
    /// How long, in minutes; `None` where not known.
    pub minutes: Option<u32>,
}

/// A goal of the activity plan. Its state is a history: one entry a change, the first on the day it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The goal area's key; `None` where it is outside (M16).
    pub area: Option<String>,
    /// Each state with the day it was entered, in order; before the first entry the goal is active.
    pub states: Vec<(NaiveDate, GoalState)>,
}

/// A citizen pointed to a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// The course that it was sent from.
    pub course: CourseId,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The partner's name.
    pub partner: String,
    /// The goal area's key.
    pub area: Option<String>,
    /// Each state with its day, in order.
    pub states: Vec<(NaiveDate, ReferralState)>,
}

/// One course: what is known of it, without contacts, goals and referrals.
///
/// The readings may be those of some instruments only: each figure says which it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its id; of two courses enrolled on one day the greater id is the later.
    pub id: CourseId,
    /// The citizen (before merges are applied).
    pub citizen: CitizenId,
    /// The first day of clarification.
    pub clarification_began_on: NaiveDate,
    /// The day on which clarification ended without an enrolment.
    pub clarification_ended_on: Option<NaiveDate>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// The readings, in no order.
    pub readings: Vec<Reading>,
    /// Answers to follow-ups that are no readings.
    pub replies: Vec<Reply>,
    /// Dated marks.
    pub marks: Vec<Mark>,
    /// Who works with it.
    pub assignments: Vec<Assignment>,
}

/// Two citizens found to be one person (R4). An undone merge is not among the facts any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The record that is not used any more.
    pub from: CitizenId,
    /// The record that stands for the person.
    pub into: CitizenId,
}

/// What a course needs beside itself for the method's indicators (R18).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CourseWork {
    /// Its contacts.
    pub contacts: Vec<Contact>,
    /// Its goals.
    pub goals: Vec<Goal>,
}
