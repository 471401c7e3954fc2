//! A "no" that a person can act on: which field, and which code; the words are in `locales/`.

use serde::Serialize;

/// Why something asked for is refused. Each has its text in both languages under `refusal-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// R10: the enrolment is outside every recruitment window.
    OutsideRecruitmentWindow,
    /// R1: the enrolling instrument is not completely filled in.
    IncompleteReading,
    /// R1: the reading is not of the programme's enrolling instrument.
    NotTheEnrollingInstrument,
    /// R1: the course is enrolled already.
    AlreadyEnrolled,
    /// R6: the day is after the last funded day.
    AfterFunding,
    /// The day lies before the course's clarification began.
    BeforeClarification,
    /// The course, or its clarification, has ended.
    CourseEnded,
    /// A reason is needed: for an early closing (R11) and for an exception (R10, R12).
    ReasonNeeded,
    /// R11: contact has not been lost for long enough.
    ContactNotLostLongEnough,
    /// R12: the worker has no room.
    NoRoom,
    /// An ending lies before its beginning.
    EndsBeforeItBegins,
    /// The day lies in the future.
    InTheFuture,
    /// The field is empty and must not be.
    Missing,
    /// The text is too long.
    TooLong,
    /// A day is needed.
    DayNeeded,
    /// The day lies before what it belongs to was made.
    BeforeItWasMade,
    /// The citizen has not said yes to what is shared.
    ConsentNeeded,
    /// Nothing is chosen to be shared.
    NothingShared,
    /// A message is written and not chosen to be shared.
    MessageNotShared,
    /// A choice is needed.
    ChoiceNeeded,
    /// The goal area is none of the programme's.
    AreaUnknown,
    /// The name is taken by another.
    NameTaken,
}

impl Code {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::OutsideRecruitmentWindow,
        Self::IncompleteReading,
        Self::NotTheEnrollingInstrument,
        Self::AlreadyEnrolled,
        Self::AfterFunding,
        Self::BeforeClarification,
        Self::CourseEnded,
        Self::ReasonNeeded,
        Self::ContactNotLostLongEnough,
        Self::NoRoom,
        Self::EndsBeforeItBegins,
        Self::InTheFuture,
        Self::Missing,
        Self::TooLong,
        Self::DayNeeded,
        Self::BeforeItWasMade,
        Self::ConsentNeeded,
        Self::NothingShared,
        Self::MessageNotShared,
        Self::ChoiceNeeded,
        Self::AreaUnknown,
        Self::NameTaken,
    ];

    /// The code as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OutsideRecruitmentWindow => "outside-recruitment-window",
            Self::IncompleteReading => "incomplete-reading",
            Self::NotTheEnrollingInstrument => "not-the-enrolling-instrument",
            Self::AlreadyEnrolled => "already-enrolled",
            Self::AfterFunding => "after-funding",
            Self::BeforeClarification => "before-clarification",
            Self::CourseEnded => "course-ended",
            Self::ReasonNeeded => "reason-needed",
            Self::ContactNotLostLongEnough => "contact-not-lost-long-enough",
            Self::NoRoom => "no-room",
            Self::EndsBeforeItBegins => "ends-before-it-begins",
            Self::InTheFuture => "in-the-future",
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::DayNeeded => "day-needed",
            Self::BeforeItWasMade => "before-it-was-made",
            Self::ConsentNeeded => "consent-needed",
            Self::NothingShared => "nothing-shared",
            Self::MessageNotShared => "message-not-shared",
            Self::ChoiceNeeded => "choice-needed",
            Self::AreaUnknown => "area-unknown",
            Self::NameTaken => "name-taken",
        }
    }
}

/// One refusal: the form's field (empty where it concerns the whole) and the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The field it stands beside.
    pub field: &'static str,
    /// Why.
    pub code: Code,
}

impl Refusal {
    /// A refusal beside a field.
    pub const fn new(field: &'static str, code: Code) -> Self {
        Self { field, code }
    }
}
