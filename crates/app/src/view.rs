//! What the pages show: plain values that the use cases fill and the pages write out.
//!
//! No rule is decided here and none on a page: whatever a page must know (which follow-up is overdue, which rows a filter keeps)
//! stands in these structs. One file a page, named as its use case. To add a page: a file here, its use case beside it, its
//! function in `web/src/pages/`.

pub mod assessment;
pub mod assignment;
pub mod attachment;
pub mod block;
pub mod caseload;
pub mod citizen;
pub mod clarification;
pub mod closing;
pub mod consent;
pub mod contact;
pub mod continuation;
pub mod deputy;
pub mod desk;
pub mod documentation;
pub mod effort;
pub mod enquiry;
pub mod feed;
pub mod fidelity;
pub mod figures;
pub mod filling;
pub mod follow_up;
pub mod forecast;
pub mod goals;
pub mod holder;
pub mod identity;
pub mod job;
pub mod knowledge;
pub mod log;
pub mod meeting;
pub mod merge;
pub mod network;
pub mod offer;
pub mod organisation;
pub mod own;
pub mod partner;
pub mod partnership;
pub mod phase;
pub mod plan;
pub mod progress;
pub mod quotation;
pub mod reading;
pub mod referral;
pub mod referrals;
pub mod request;
pub mod research;
pub mod rules;
pub mod search;
pub mod staff;
pub mod timeplan;
pub mod token;
pub mod wind_down;

use chrono::NaiveDate;
use domain::code::{ClosingReason, ContactKind, Doer, SafeContact};
use domain::id::{CitizenId, StepId};
use domain::personal::Personal;
use domain::programme::{Period, Text};

/// Where a citizen stands on the day of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Talks before a decision; no phases yet.
    InClarification {
        /// The first day of it.
        since: NaiveDate,
    },
    /// A course that runs.
    Enrolled(Span),
    /// A course that has ended.
    Closed {
        /// The course as it was planned.
        span: Span,
        /// The day it was closed.
        on: NaiveDate,
        /// Why; `None` where not known.
        reason: Option<ClosingReason>,
    },
    /// A clarification that ended without an enrolment.
    Left {
        /// Its first day.
        since: NaiveDate,
        /// The day it ended.
        on: NaiveDate,
    },
    /// Only an enquiry is known.
    EnquiryOnly,
}

/// A course from enrolment to planned end, with its phases (R6, R7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The day of enrolment (R1).
    pub enrolled_on: NaiveDate,
    /// The planned end (R6); never before `enrolled_on`.
    pub planned_end: NaiveDate,
    /// The phases in order, without gap or overlap.
    pub phases: Vec<Period>,
    /// The phase on the day of the page, from 1.
    pub phase: u32,
}

/// How soon something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// It lies ahead: future or coming (R8).
    Ahead,
    /// It is due and not yet overdue (R8).
    Due,
    /// It is overdue (R8).
    Overdue,
}

/// The earliest follow-up that is not done (R8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The day it is due.
    pub due: NaiveDate,
    /// How soon.
    pub urgency: Urgency,
    /// Whether it is the course's last.
    pub is_last: bool,
    /// The titles of the instruments that are missing; empty while it lies ahead.
    pub missing: Vec<Text>,
}

/// A contact that reached somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastContact {
    /// The day.
    pub on: NaiveDate,
    /// What kind, where known; never an attempt.
    pub kind: Option<ContactKind>,
}

/// Who a page below the citizen's is about: what its head says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Who.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// Clarification or course.
    pub standing: Standing,
    /// Whether the reader is the citizen's worker or deputy.
    pub is_own: bool,
    /// The day the page stands for.
    pub day: NaiveDate,
}

/// The agreed next step of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Its id.
    pub id: StepId,
    /// Its version.
    pub version: i64,
    /// What is to happen.
    pub text: Personal<String>,
    /// By when; `None` where no day was agreed.
    pub on: Option<NaiveDate>,
    /// Who does it; `None` where not said.
    pub by: Option<Doer>,
}

/// What to heed before anybody contacts the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Heed {
    /// Whether the address is protected.
    pub address_protected: bool,
    /// The rules for contacting the citizen safely.
    pub safe_contact: Vec<SafeContact>,
}
