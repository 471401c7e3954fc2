//! The rows that facts are kept in, ready to be written: what is sealed is sealed already.
//!
//! Each is written as one [`Version`] of one fact, with who recorded it and when.

use chrono::NaiveDate;
use domain::code::{
    ActionState, Carrier, Channel, ClarificationOutcome, ClosingReason, ContactKind, Doer, EnquiryOutcome, FilledBy,
    FollowUpReply, Gender, GoalState, MarkKind, Place, Proposer, ReferralState, With,
};
use domain::id::{
    ActionId, AssignmentId, CitizenId, ContactId, CourseId, EnquiryId, GoalId, MarkId, NeedId, OfferId, PartnerId,
    ReadingId, ReferralId, StepId, SubjectId, UserId,
};
use uuid::Uuid;

/// A sealed text, or none.
pub type Sealed = Option<Vec<u8>>;

/// One version of a fact: from 1, and a correction is the next.
#[derive(Clone, Debug)]
pub struct Version<T> {
    /// Its number.
    pub number: i64,
    /// What it says.
    pub fact: T,
}

/// A person who is helped.
#[derive(Clone, Debug)]
pub struct Citizen {
    /// Its id.
    pub id: CitizenId,
    /// Gender given.
    pub gender: Option<Gender>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// Whether the address is protected.
    pub protected_address: bool,
    /// Codes of the rules for safe contact, with commas between.
    pub safe_contact: String,
    /// The alias.
    pub alias: Sealed,
    /// The name.
    pub name: Sealed,
    /// The CPR number.
    pub cpr: Sealed,
    /// The telephone number.
    pub phone: Sealed,
    /// The id in the team's register.
    pub register_id: Sealed,
}

/// An entry of the blind index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blind {
    /// What kind of value, such as `cpr`.
    pub kind: &'static str,
    /// Its keyed hash.
    pub hash: [u8; 16],
    /// Whom it finds.
    pub subject: SubjectId,
}

/// A first contact.
#[derive(Clone, Debug)]
pub struct Enquiry {
    /// Its id.
    pub id: EnquiryId,
    /// The citizen, where known.
    pub citizen: Option<CitizenId>,
    /// The day.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: Option<Channel>,
    /// The partner that referred.
    pub referrer: Option<PartnerId>,
    /// Whether a course is wished for.
    pub wants_course: Option<bool>,
    /// Whether research may use it.
    pub research_consent: Option<bool>,
    /// The partner pointed to.
    pub referred_to: Option<PartnerId>,
    /// A note.
    pub note: Sealed,
    /// What came of it.
    pub outcome: Option<EnquiryOutcome>,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Whether there is a background.
    pub has_background: Option<bool>,
    /// Whether there is a willingness to talk.
    pub is_willing: Option<bool>,
    /// The words of the answer.
    pub words: Sealed,
}

/// A course.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// The citizen.
    pub citizen: CitizenId,
    /// The register's id, a number the team gave it.
    pub register_id: Option<String>,
    /// First day of clarification.
    pub clarification_began_on: NaiveDate,
    /// The day it ended without an enrolment.
    pub clarification_ended_on: Option<NaiveDate>,
    /// Why, in words.
    pub clarification_end: Sealed,
    /// What it came to.
    pub clarification_outcome: Option<ClarificationOutcome>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Why.
    pub closing_reason: Option<ClosingReason>,
    /// Why, in words.
    pub closing: Sealed,
    /// The enquiry it came of.
    pub enquiry: Option<EnquiryId>,
}

/// Who works with a course.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// The course.
    pub course: CourseId,
    /// The worker.
    pub worker: UserId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// A filled-in instrument.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its id.
    pub id: ReadingId,
    /// The course.
    pub course: CourseId,
    /// The instrument's key.
    pub instrument: String,
    /// The instrument's version.
    pub instrument_version: String,
    /// The day.
    pub made_on: NaiveDate,
    /// Who filled it in.
    pub filled_by: Option<FilledBy>,
    /// The answers, packed.
    pub answers: String,
    /// The worker's, packed, where the two disagree.
    pub worker_answers: Option<String>,
    /// The words beside the answers: JSON of item key to text.
    pub notes: Sealed,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The course.
    pub course: CourseId,
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Where.
    pub place: Option<Place>,
    /// With whom.
    pub with: Option<With>,
    /// Minutes.
    pub minutes: Option<i64>,
    /// What happened, in words.
    pub text: Sealed,
}

/// A goal in one state.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The course.
    pub course: CourseId,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The goal area's key.
    pub area: Option<String>,
    /// The goal in words.
    pub text: Sealed,
    /// Its state.
    pub state: GoalState,
    /// Since when.
    pub state_on: NaiveDate,
    /// The day from which this version holds; none where it is all that is known, from the beginning (an import).
    pub from: Option<NaiveDate>,
    /// Who proposed it.
    pub proposed_by: Option<Proposer>,
    /// Whether it lies outside the goal areas on purpose (M16).
    pub is_outside: Option<bool>,
    /// Why, in words.
    pub outside: Sealed,
}

/// An action towards a goal, in one state.
#[derive(Clone, Debug)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The course.
    pub course: CourseId,
    /// The goal.
    pub goal: GoalId,
    /// The day it was agreed.
    pub created_on: NaiveDate,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Who does it.
    pub doer: Option<Doer>,
    /// Its state.
    pub state: ActionState,
    /// Since when.
    pub state_on: NaiveDate,
    /// The day from which this version holds.
    pub from: NaiveDate,
    /// The action in words.
    pub text: Sealed,
    /// The doer's name.
    pub doer_name: Sealed,
}

/// A need and who carries it after the course.
#[derive(Clone, Debug)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// The course.
    pub course: CourseId,
    /// The goal it comes from.
    pub goal: Option<GoalId>,
    /// The goal area's key.
    pub area: Option<String>,
    /// Who carries it.
    pub carrier: Option<Carrier>,
    /// From when.
    pub agreed_on: Option<NaiveDate>,
    /// The day for which the meeting of all three is planned.
    pub warm_planned_on: Option<NaiveDate>,
    /// The day on which it was held.
    pub warm_on: Option<NaiveDate>,
    /// The need in words.
    pub need: Sealed,
    /// The carrier's name.
    pub carrier_name: Sealed,
    /// How the carrier is reached.
    pub contact: Sealed,
}

/// What a partner can give.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The partner.
    pub partner: PartnerId,
    /// What it is called.
    pub title: String,
    /// The goal areas' keys, with commas between.
    pub areas: String,
    /// When it is open.
    pub hours: Option<String>,
    /// Whom it is for, and what it takes.
    pub conditions: Option<String>,
    /// What it is, in words.
    pub words: Option<String>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// An agreed next step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The course.
    pub course: CourseId,
    /// The day it was agreed.
    pub created_on: NaiveDate,
    /// The day it is agreed for.
    pub due_on: Option<NaiveDate>,
    /// Who does it.
    pub doer: Option<Doer>,
    /// The step in words.
    pub text: Sealed,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

/// A dated mark.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its id.
    pub id: MarkId,
    /// The course.
    pub course: CourseId,
    /// Its day.
    pub on: NaiveDate,
    /// What it marks.
    pub kind: MarkKind,
    /// The phase.
    pub phase: Option<i64>,
    /// The area's key.
    pub area: Option<String>,
    /// A note.
    pub note: Sealed,
}

/// An answer to a follow-up.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its id.
    pub id: Uuid,
    /// The course.
    pub course: CourseId,
    /// The follow-up's due day.
    pub due: NaiveDate,
    /// The day it was given.
    pub on: NaiveDate,
    /// Postponed or declined.
    pub reply: FollowUpReply,
    /// A note.
    pub note: Sealed,
}

/// A citizen pointed to a partner, in one state.
#[derive(Clone, Debug)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// The course.
    pub course: CourseId,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The partner.
    pub partner: PartnerId,
    /// The goal area's key.
    pub area: Option<String>,
    /// Whether the citizen consented.
    pub consent: Option<bool>,
    /// Its state.
    pub state: ReferralState,
    /// Since when.
    pub state_on: Option<NaiveDate>,
    /// The day from which this version holds; none where it is all that is known (an import).
    pub from: Option<NaiveDate>,
    /// The goal it started from.
    pub goal: Option<GoalId>,
    /// The offer chosen.
    pub offer: Option<OfferId>,
    /// The consent it rests on.
    pub consent_id: Option<Uuid>,
    /// Codes of what is shared, with commas between.
    pub shared: Option<String>,
    /// The message to the partner.
    pub message: Sealed,
    /// What the partner answered.
    pub answer: Sealed,
}

/// Which row of the store an imported row of a register is, and a keyed hash of what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The list, such as `borgere`.
    pub sheet: String,
    /// The keyed hash of the row's id in the register.
    pub key: [u8; 16],
    /// The row it became.
    pub row: Uuid,
    /// The course that row belongs to, where it belongs to one.
    pub course: Option<CourseId>,
    /// The keyed hash of its content.
    pub content: [u8; 16],
}
