//! *Borger*: one citizen's course.

use chrono::NaiveDate;
use domain::code::{
    Channel, ClosingReason, ContactKind, FilledBy, FollowUpReply, GoalState, MarkKind, Place, ReferralState, With,
};
use domain::id::{CitizenId, ContactId, CourseId, EnquiryId, GoalId, MarkId, ReadingId};
use domain::instrument::Band;
use domain::personal::Personal;
use domain::programme::Text;

use super::documentation::Ahead;
use super::{FollowUp, Heed, NextStep, Standing};

/// One citizen's course as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitizenPage {
    /// Who.
    pub id: CitizenId,
    /// The alias, else initials.
    pub name: Personal<String>,
    /// What to heed before contact.
    pub heed: Heed,
    /// The day the page stands for.
    pub day: NaiveDate,
    /// Whether the reader is the citizen's worker or deputy.
    pub is_own: bool,
    /// The worker assigned on the day.
    pub worker: Option<Personal<String>>,
    /// Clarification or course.
    pub standing: Standing,
    /// The earliest follow-up that is not done.
    pub follow_up: Option<FollowUp>,
    /// The agreed next step.
    pub next_step: Option<NextStep>,
    /// The next phase shift and what the record lacks; `None` where there is no course.
    pub ahead: Option<Ahead>,
    /// Everything that happened, newest first.
    pub timeline: Vec<Entry>,
    /// The star: `None` before the first complete reading.
    pub star: Option<Star>,
    /// The instruments that are added up, such as WHO-5; each has a reading at least.
    pub scores: Vec<Scores>,
    /// The answers about the purpose, oldest first (R16); the last one is the course's purpose.
    pub purposes: Vec<Purpose>,
    /// The goals of the activity plan, oldest first.
    pub goals: Vec<Goal>,
}

/// Something on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub on: NaiveDate,
    /// What happened.
    pub what: What,
    /// Who noted it, where known: a colleague's name.
    pub by: Option<Personal<String>>,
    /// The sealed text that belongs to it.
    pub sealed: Option<SealedRef>,
}

/// What an entry of the timeline tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A first contact.
    Enquiry {
        /// How it came.
        channel: Option<Channel>,
        /// The partner who referred; the neutral short name.
        referrer: Option<String>,
    },
    /// Clarification began.
    ClarificationBegan,
    /// Clarification ended without an enrolment.
    ClarificationEnded,
    /// The first complete reading of the enrolling instrument (R1), with the readings made that day.
    Enrolled {
        /// Who filled them in; `None` where not known.
        filled_by: Option<FilledBy>,
        /// As in [`What::Readings`].
        instruments: Vec<ReadInstrument>,
    },
    /// A contact or an attempt.
    Contact {
        /// Which.
        id: ContactId,
        /// What kind; `None` where not known.
        kind: Option<ContactKind>,
        /// Where.
        place: Option<Place>,
        /// With whom.
        with: Option<With>,
        /// How long, in minutes.
        minutes: Option<u32>,
    },
    /// The readings made on one day by one filler.
    Readings {
        /// Who filled them in; `None` where not known.
        filled_by: Option<FilledBy>,
        /// Each instrument's title, with the score where it is added up and the choice where it is one.
        instruments: Vec<ReadInstrument>,
    },
    /// A follow-up was postponed or declined.
    Reply {
        /// The due day it answers.
        due: NaiveDate,
        /// The answer.
        reply: FollowUpReply,
    },
    /// A mark, such as a focus area.
    Mark {
        /// Which.
        kind: MarkKind,
        /// The phase it concerns.
        phase: Option<u32>,
        /// The area's name, for a focus area.
        area: Option<Text>,
    },
    /// The course went on to its next phase.
    PhaseShift {
        /// The phase that begins.
        to: u32,
        /// The names of the focus areas chosen that day.
        focus: Vec<Text>,
    },
    /// The first goals were set, several on one day.
    PlanMade {
        /// Each goal's area; `None` where it is outside (M16).
        areas: Vec<Option<Text>>,
    },
    /// A goal was set.
    GoalSet {
        /// The goal area's name; `None` where it is outside (M16).
        area: Option<Text>,
    },
    /// A goal changed its state.
    GoalMoved {
        /// The goal area's name.
        area: Option<Text>,
        /// The state from that day on.
        to: GoalState,
    },
    /// A referral was sent or changed its state.
    Referral {
        /// The partner's neutral short name.
        partner: String,
        /// The goal area's name.
        area: Option<Text>,
        /// The state from that day on.
        state: ReferralState,
    },
    /// The worker changed.
    Assigned {
        /// The worker from that day on.
        worker: Personal<String>,
    },
    /// The course was closed.
    Closed {
        /// Why.
        reason: Option<ClosingReason>,
    },
}

/// One instrument of an entry on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadInstrument {
    /// The title.
    pub title: Text,
    /// The score of an instrument that is added up; `None` where it is not, or is incomplete.
    pub score: Option<u32>,
    /// The choice made, for an instrument of choices.
    pub choice: Option<Text>,
    /// Whether the reading is complete.
    pub is_complete: bool,
}

/// Names one sealed text of a citizen. Its form in an address is [`SealedRef::kind`] and [`SealedRef::row`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SealedRef {
    /// An enquiry's note.
    EnquiryNote(EnquiryId),
    /// Why a clarification ended.
    ClarificationReason(CourseId),
    /// A contact's text.
    ContactText(ContactId),
    /// The words at a reading.
    ReadingNote(ReadingId),
    /// A goal in the citizen's words.
    GoalText(GoalId),
    /// The reason at a mark.
    MarkReason(MarkId),
}

impl SealedRef {
    /// The kind of text, as in an address.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::EnquiryNote(_) => "henvendelse",
            Self::ClarificationReason(_) => "afklaring",
            Self::ContactText(_) => "kontakt",
            Self::ReadingNote(_) => "maaling",
            Self::GoalText(_) => "maal",
            Self::MarkReason(_) => "markering",
        }
    }

    /// The row it stands in.
    pub const fn row(self) -> uuid::Uuid {
        match self {
            Self::EnquiryNote(id) => id.0,
            Self::ClarificationReason(id) => id.0,
            Self::ContactText(id) => id.0,
            Self::ReadingNote(id) => id.0,
            Self::GoalText(id) => id.0,
            Self::MarkReason(id) => id.0,
        }
    }

    /// The text that [`SealedRef::kind`] and [`SealedRef::row`] name; `None` for an unknown kind.
    pub fn named(kind: &str, row: uuid::Uuid) -> Option<Self> {
        match kind {
            "henvendelse" => Some(Self::EnquiryNote(row.into())),
            "afklaring" => Some(Self::ClarificationReason(row.into())),
            "kontakt" => Some(Self::ContactText(row.into())),
            "maaling" => Some(Self::ReadingNote(row.into())),
            "maal" => Some(Self::GoalText(row.into())),
            "markering" => Some(Self::MarkReason(row.into())),
            _ => None,
        }
    }
}

/// The star's first and latest complete reading, area by area (R15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Star {
    /// The instrument's title.
    pub title: Text,
    /// Who wrote it and under which licence (R17).
    pub licence: String,
    /// The lowest step.
    pub min: u8,
    /// The highest step.
    pub max: u8,
    /// The steps that a ring of the picture stands for, low to high.
    pub rings: Vec<u8>,
    /// How many complete readings there are.
    pub readings: u64,
    /// The day of the first.
    pub first_on: NaiveDate,
    /// The day of the latest; equal to `first_on` where there is one only.
    pub latest_on: NaiveDate,
    /// The areas in the instrument's fixed order.
    pub areas: Vec<StarArea>,
}

/// One area of the star.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StarArea {
    /// The area's name.
    pub name: Text,
    /// The earliest step scored; `None` where the area was never relevant.
    pub first: Option<u8>,
    /// The latest step scored; equal to `first` where there is one only.
    pub latest: Option<u8>,
    /// Whether the latest reading says "not relevant".
    pub not_relevant_now: bool,
    /// The worker's step in the latest reading, where the two disagree.
    pub worker: Option<u8>,
}

/// An instrument that is added up, over time (R14).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The instrument's title, such as WHO-5.
    pub title: Text,
    /// Who wrote it and under which licence (R17).
    pub licence: String,
    /// The highest score possible; the lowest is 0.
    pub max: u32,
    /// The worded bands, low to high.
    pub bands: Vec<Band>,
    /// A change counts from this many points.
    pub change_counts_from: u32,
    /// The readings, oldest first.
    pub points: Vec<ScorePoint>,
}

/// One reading of an instrument that is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScorePoint {
    /// The day.
    pub on: NaiveDate,
    /// The score; `None` where the reading is incomplete.
    pub score: Option<u32>,
}

/// An answer about the purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The day.
    pub on: NaiveDate,
    /// The choice's key, the same for equal answers.
    pub key: String,
    /// The choice as it stands on a screen.
    pub text: Text,
}

/// A goal of the activity plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Whether it is of the plan of an earlier course than the present one.
    pub is_earlier: bool,
    /// The goal area's name; `None` where it is outside (M16).
    pub area: Option<Text>,
    /// The goal in the citizen's own words.
    pub words: Words,
    /// The day it was set.
    pub created_on: NaiveDate,
    /// The state on the day of the page.
    pub state: GoalState,
    /// Since when.
    pub since: NaiveDate,
}

/// A sealed text as the reader meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// There is none.
    None,
    /// Shown with the page.
    Shown(Personal<String>),
    /// Opened on purpose, which is logged.
    Sealed(SealedRef),
}
