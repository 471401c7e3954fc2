//! The rows of a register as typed values: what a team's lists say, before anything is kept.
//!
//! Ids are the register's own texts. `row` is the row in the file (the heading is row 1 where nothing stands above it), so
//! that whoever finds something odd later can point to it. `None` means that the cell is empty: not known.

use chrono::NaiveDate;
use domain::code::{
    Channel, ClosingReason, ContactKind, Doer, FilledBy, FollowUpReply, Gender, GoalState, MarkKind, Place,
    ReferralState, SafeContact, With,
};
use domain::personal::Personal;
use domain::reading::Answers;

/// A row of `borgere`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citizen {
    /// The row in the file.
    pub row: u32,
    /// `borger_id`, unique.
    pub id: String,
    /// The name the citizen wishes to go by.
    pub alias: Option<Personal<String>>,
    /// The full name.
    pub name: Option<Personal<String>>,
    /// The CPR number: ten digits without hyphen.
    pub cpr: Option<Personal<String>>,
    /// The gender given.
    pub gender: Option<Gender>,
    /// The year of birth, from 1900 to the programme's last funded year.
    pub birth_year: Option<u16>,
    /// The telephone number as written.
    pub phone: Option<Personal<String>>,
    /// Whether the address is protected.
    pub protected_address: Option<bool>,
    /// Rules for contacting the citizen safely, each once, in the order of the codes.
    pub safe_contact: Vec<SafeContact>,
}

/// A row of `henvendelser`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// The row in the file.
    pub row: u32,
    /// `henvendelse_id`, unique.
    pub id: String,
    /// The day it came.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: Option<Channel>,
    /// The name of the partner that referred.
    pub referrer: Option<String>,
    /// `borger_id` of a row of `borgere`.
    pub citizen: Option<String>,
    /// Whether a course is wished for.
    pub wants_course: Option<bool>,
    /// Whether research may use it.
    pub research_consent: Option<bool>,
    /// The name of the partner that the person was pointed to.
    pub referred_to: Option<String>,
    /// A note.
    pub note: Option<Personal<String>>,
}

/// A row of `forloeb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The row in the file.
    pub row: u32,
    /// `forloeb_id`, unique.
    pub id: String,
    /// `borger_id` of a row of `borgere`.
    pub citizen: String,
    /// The first day of clarification.
    pub clarification_began_on: NaiveDate,
    /// The day on which clarification ended without an enrolment; not before it began.
    pub clarification_ended_on: Option<NaiveDate>,
    /// Why it ended so, in the team's words.
    pub clarification_reason: Option<Personal<String>>,
    /// The day the course was closed; not before clarification began.
    pub closed_on: Option<NaiveDate>,
    /// Why it was closed.
    pub closing_reason: Option<ClosingReason>,
    /// The reason in the team's words, where it is none of the known ones.
    pub closing_text: Option<Personal<String>>,
    /// `brugernavn` of a row of `medarbejdere`.
    pub worker: Option<String>,
}

/// A note on one item of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemNote {
    /// The item's place in the instrument, from 0.
    pub item: usize,
    /// The note.
    pub text: Personal<String>,
}

/// The rows of `maalinger` with one `maaling_id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The first of its rows in the file.
    pub row: u32,
    /// `maaling_id`, unique among readings.
    pub id: String,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The instrument's key, one of those in the rules.
    pub instrument: String,
    /// The day; not before the course's clarification began.
    pub made_on: NaiveDate,
    /// Who filled it in.
    pub filled_by: Option<FilledBy>,
    /// The answers, as many as the instrument has items, in their order, within its scale.
    pub answers: Answers,
    /// Notes, in the order of the items.
    pub notes: Vec<ItemNote>,
}

/// A row of `maal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The row in the file.
    pub row: u32,
    /// `maal_id`, unique.
    pub id: String,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The key of one of the programme's goal areas; `None` where it is outside.
    pub area: Option<String>,
    /// The goal in words.
    pub text: Option<Personal<String>>,
    /// Its state.
    pub state: Option<GoalState>,
    /// The day of that state; not before the goal was made.
    pub state_on: Option<NaiveDate>,
}

/// A row of `kontakter`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The row in the file. Contacts have no id in the register.
    pub row: u32,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Where.
    pub place: Option<Place>,
    /// With whom.
    pub with: Option<With>,
    /// How long: 0-1440 minutes.
    pub minutes: Option<u32>,
    /// What happened, in words.
    pub text: Option<Personal<String>>,
}

/// A row of `henvisninger`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// The row in the file. Referrals have no id in the register.
    pub row: u32,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The partner's name.
    pub partner: String,
    /// The key of one of the programme's goal areas.
    pub area: Option<String>,
    /// Whether the citizen consented.
    pub consent: Option<bool>,
    /// Its state.
    pub state: Option<ReferralState>,
    /// The day of that state; not before the referral was sent.
    pub state_on: Option<NaiveDate>,
}

/// A row of `medarbejdere`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// The row in the file.
    pub row: u32,
    /// `brugernavn`, unique.
    pub user_name: String,
    /// The full name.
    pub name: Option<Personal<String>>,
    /// The first day in the team.
    pub from: Option<NaiveDate>,
    /// The last day in the team; not before the first.
    pub to: Option<NaiveDate>,
    /// The partner's name, where the person is a partner's and none of the team.
    pub partner: Option<String>,
}

/// A row of `skridt`: an agreed next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The row in the file.
    pub row: u32,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The day it was agreed.
    pub created_on: NaiveDate,
    /// The step in words.
    pub text: Personal<String>,
    /// The day it is agreed for.
    pub agreed_for: Option<NaiveDate>,
    /// Who takes it.
    pub doer: Option<Doer>,
    /// The day it was done; not before it was agreed.
    pub done_on: Option<NaiveDate>,
}

/// A row of `begivenheder`: a dated mark on a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The row in the file.
    pub row: u32,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// Its day.
    pub on: NaiveDate,
    /// What it marks.
    pub kind: MarkKind,
    /// The phase it concerns: 1 to the programme's number of phases.
    pub phase: Option<u32>,
    /// The key of one of the programme's goal areas or of an area of the enrolling instrument.
    pub area: Option<String>,
    /// A note.
    pub note: Option<Personal<String>>,
}

/// A row of `opfoelgninger`: an answer to a follow-up that is not a reading (R8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The row in the file.
    pub row: u32,
    /// `forloeb_id` of a row of `forloeb`.
    pub course: String,
    /// The follow-up's due day.
    pub due: NaiveDate,
    /// The day the answer was given.
    pub on: NaiveDate,
    /// Postponed or declined.
    pub reply: FollowUpReply,
    /// A note.
    pub note: Option<Personal<String>>,
}
