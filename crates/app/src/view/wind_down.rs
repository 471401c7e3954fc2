//! *Afvikling*: how every open course ends within the funding.

use chrono::NaiveDate;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::programme::Period;
use domain::report::wind_down::{Must, Why};
use domain::try_out::{EnrolMore, Leaving};
use domain::wind_down::IfEnrolled;

/// How the open courses end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindDown {
    /// The day asked about.
    pub day: NaiveDate,
    /// The last funded day.
    pub funding_end: NaiveDate,
    /// Months of a full course.
    pub course_months: u32,
    /// Open courses.
    pub open: usize,
    /// Of these, how many end in time.
    pub ends_in_time: usize,
    /// Of these, how many are cut short.
    pub cut_short: usize,
    /// The last planned end.
    pub last_end: Option<NaiveDate>,
    /// Each open course, the first to end first; the first of them where they are many.
    pub endings: Vec<EndingRow>,
    /// Courses and clarifications that cannot end in time, all of them.
    pub cannot_end: Vec<CannotEndRow>,
    /// Open clarifications.
    pub clarifications: usize,
    /// Each of them, the longest waiting first; the first of them where they are many.
    pub waiting: Vec<WaitingRow>,
    /// The last day for an enrolment without an exception.
    pub decide_by: Option<NaiveDate>,
    /// What must happen to them.
    pub must: Must,
    /// The last day on which an enrolment gives a course of full length.
    pub full_until: NaiveDate,
    /// What some days of enrolment would give.
    pub if_enrolled: Vec<IfEnrolled>,
}

/// How one course ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// The first day.
    pub enrolled_on: Option<NaiveDate>,
    /// The planned end; none where enrolled after the funding.
    pub planned_end: Option<NaiveDate>,
    /// Whole months that the funding's end takes.
    pub months_lost: u32,
    /// Whether the funding's end cuts it short.
    pub is_cut_short: bool,
    /// Its phases.
    pub phases: Vec<Period>,
    /// What is left: each phase with its days ahead.
    pub left: Vec<(u32, i64)>,
}

/// A course or clarification that cannot end in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CannotEndRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// Its planned end, where it has one.
    pub planned_end: Option<NaiveDate>,
    /// Why.
    pub why: Why,
}

/// An open clarification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// Whose.
    pub citizen: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// Since when.
    pub since: NaiveDate,
    /// Who works with the citizen.
    pub worker: Option<Personal<String>>,
}

/// What is asked of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WindDownAsk {
    /// The day; today where none.
    pub day: Option<NaiveDate>,
    /// A day of enrolment to ask about.
    pub enrolled_on: Option<NaiveDate>,
    /// So many more, until a day.
    pub more: Option<(u32, NaiveDate)>,
    /// A worker who leaves, on a day.
    pub leaves: Option<(UserId, NaiveDate)>,
    /// Whether long lists are shown whole.
    pub shows_all: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct WindDownPage {
    /// What was asked.
    pub ask: WindDownAsk,
    /// Today.
    pub today: NaiveDate,
    /// How the open courses end.
    pub told: WindDown,
    /// The team, to choose from.
    pub workers: Vec<(UserId, Personal<String>)>,
    /// The try-out of more enrolments.
    pub more: Option<EnrolMore>,
    /// The try-out of a worker who leaves.
    pub leaving: Option<LeavingPart>,
}

/// A worker who leaves, in names.
#[derive(Clone, Debug)]
pub struct LeavingPart {
    /// Who.
    pub name: Personal<String>,
    /// What follows.
    pub told: Leaving,
    /// What each citizen who must be taken over is called.
    pub names: Vec<(CitizenId, Personal<String>)>,
    /// What the colleagues are called.
    pub colleagues: Vec<(UserId, Personal<String>)>,
}
