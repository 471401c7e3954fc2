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
    /// A number of four to eight digits is needed.
    PinNeeded,
    /// The day lies in the future.
    InTheFuture,
    /// An answer that the instrument does not take.
    AnswerOffScale,
    /// Nothing was answered, so there is nothing to save as done.
    NothingAnswered,
    /// R8: there is no such follow-up, or it has been held.
    NotAnswerable,
    /// Something is not answered, and nobody said to save it so.
    LeftOpen,
    /// Somebody needs an alias or a name to be found again.
    AliasNeeded,
    /// Whoever asked wants no course, so no clarification begins.
    NoCourseWished,
    /// A partner or words are needed: where the referral goes.
    PartnerOrWords,
    /// A clarification or a course of the citizen is open already.
    ClarificationOpen,
    /// The worker has been asked for that already, and has not answered.
    AskedAlready,
    /// The enquiry is answered already.
    AnsweredAlready,
    /// Somebody in the records may be the same person; look before a new record is made.
    MaybeKnown,
    /// No day was given, or none that can be read.
    DayNeeded,
    /// It is no CPR number.
    NotACpr,
    /// It is no telephone number.
    NotAPhone,
    /// It is no year in which somebody living was born.
    NotABirthYear,
    /// Something has to be chosen.
    ChoiceNeeded,
    /// The day lies before what it belongs to was made.
    BeforeItWasMade,
    /// The citizen has not said yes to what is shared.
    ConsentNeeded,
    /// Nothing is chosen to be shared.
    NothingShared,
    /// A message is written and not chosen to be shared.
    MessageNotShared,
    /// The name is taken by another.
    NameTaken,
    /// The day lies before the enrolment, or after the planned end or the closing.
    OutsideCourse,
    /// The citizen is not enrolled yet.
    NotEnrolled,
    /// The programme has no phase of that number to do this with.
    NoSuchPhase,
    /// The shift lies before the phase that it leaves began.
    BeforePhaseBegan,
    /// The shift to the phase is marked already.
    ShiftMadeAlready,
    /// R18: a phase has one focus area at least.
    NoFocusArea,
    /// R18: a phase has no more than three focus areas.
    TooManyFocusAreas,
    /// The area is none of the programme's goal areas.
    AreaUnknown,
    /// R7: a boundary lies between the boundaries beside it.
    BoundaryPassesAnother,
    /// The course is not closed.
    NotClosed,
    /// The course was closed too long ago to be reopened.
    ReopeningTooLate,
    /// Something has to be written here.
    Missing,
    /// The text is longer than is kept.
    TooLong,
    /// A section of a report is longer than it may be.
    SectionTooLong,
    /// The field is empty and must not be.
    NotGiven,
    /// The calendar has no such day.
    NoSuchDay,
    /// It is no number of minutes of one day.
    NotMinutes,
    /// A step lies before the day it is agreed on.
    BeforeAgreed,
    /// No file was chosen, or it is empty.
    FileMissing,
    /// The file is larger than a file may be.
    FileTooLarge,
    /// The file is none of the kinds that are kept, or not what its name says.
    FileUnknown,
    /// A logo that is no picture that can be used.
    NotAPicture,
    /// A logo's file is larger than is taken.
    PictureTooLarge,
    /// The day is over.
    InThePast,
    /// A person cannot do this to or for themselves.
    NotOneself,
    /// Nobody of the programme's team was chosen.
    NotAColleague,
    /// What was typed is no mail address.
    NotAMailAddress,
    /// R4: a record cannot be merged with itself.
    SameRecord,
    /// R4: the record is merged with another already.
    MergedAlready,
    /// The member of staff is blocked from the citizen already.
    BlockedAlready,
    /// The worker has the course already.
    AssignedAlready,
    /// The exception is granted already.
    ExceptionNotNeeded,
    /// Nobody was said to do it.
    WhoNeeded,
    /// M24: what needs money after the funding is not anchored.
    NeedsMoney,
    /// The minutes are approved: a change is a new version with a reason.
    MinutesApproved,
    /// The meeting is not held yet.
    MeetingAhead,
    /// The minutes are not written yet.
    MinutesMissing,
    /// Nobody but its author has read the note through.
    NotReviewed,
    /// Whoever wrote the note cannot read it through alone.
    OwnNote,
    /// A quotation is approved by somebody else than who wrote it down.
    OwnQuotation,
    /// The citizen has not said yes to being quoted, or no longer.
    NoConsentToQuote,
    /// A quotation in the report may not be used any more.
    QuotationGone,
    /// The day is before the programme's first funded day.
    BeforeProgramme,
    /// R21: whoever proposed a report cannot lock it.
    SecondPersonNeeded,
    /// The report is locked or turned down already.
    DecidedAlready,
    /// R21: another report has been locked for the same audience since this one was proposed.
    ToldMore,
    /// The report lacks a text without which it is not finished.
    TextMissing,
    /// The report draws master data that is not filled in.
    MasterDataMissing,
    /// The report is not locked, so it cannot have been sent or be corrected.
    NotLocked,
    /// R21: the report is not locked, so its files cannot be had.
    FilesNotLocked,
    /// R19: a correction is for the recipient of what it corrects, and of the same template.
    OtherReport,
    /// The text holds a CPR number.
    HoldsCpr,
    /// The text holds a telephone number.
    HoldsPhone,
    /// The text holds a person's name.
    HoldsName,
    /// Something in the text may tell on a citizen; it has not been looked at.
    HoldsMore,
    /// M21: another agreement with the partner holds on some of the days.
    AgreementsOverlap,
    /// The partner has answered, so there is nothing to remind it of.
    PartnerHasAnswered,
    /// Nobody is referred by a partner without having said yes to it.
    PersonsYesNeeded,
    /// A partner is told no more than the citizen agrees to.
    TellingNeedsConsent,
    /// It is no CVR number.
    NotACvr,
    /// M1: without a CVR number the CPR number of who is responsible is needed.
    CvrOrCpr,
    /// Beside a CVR number no CPR number is kept.
    CprNotNeeded,
    /// It is no whole number within the field's bounds.
    NotInRange,
    /// R7: a course has no more phases than months.
    MorePhasesThanMonths,
    /// No instrument of that key is installed.
    InstrumentUnknown,
    /// R1: the instrument that enrols is one of the programme's.
    EnrollingNotAmong,
    /// R10: a recruitment window lies within the funding.
    OutsideFunding,
    /// R10: a recruitment window overlaps another.
    WindowsOverlap,
    /// R10: a programme has one recruitment window at least.
    WindowNeeded,
    /// A key has small letters a-z, digits, - and _ only.
    KeyWrong,
    /// The key is there already.
    KeyTwice,
    /// A token would last longer than twelve months.
    TokenTooLong,
    /// M15: a goal area in use is retired, not removed.
    AreaInUse,
    /// A programme's key and time zone do not change.
    KeyFixed,
    /// Citizens are assigned to the worker still.
    HasCitizens,
    /// The person has the role in the programme already.
    HasRoleAlready,
    /// The organisation has no account of that name.
    AccountUnknown,
    /// R19: fewer persons agreed to research than a package is made of.
    TooFewForResearch,
    /// R19: too few persons look alike for a research package.
    TooFewAlikeForResearch,
    /// Persons of the research package have taken their yes back since.
    PackageRecalled,
    /// Nobody has to be taken out of the research package.
    NothingRecalled,
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
        Self::PinNeeded,
        Self::InTheFuture,
        Self::AnswerOffScale,
        Self::NothingAnswered,
        Self::NotAnswerable,
        Self::LeftOpen,
        Self::AliasNeeded,
        Self::NoCourseWished,
        Self::PartnerOrWords,
        Self::ClarificationOpen,
        Self::AskedAlready,
        Self::AnsweredAlready,
        Self::MaybeKnown,
        Self::DayNeeded,
        Self::NotACpr,
        Self::NotAPhone,
        Self::NotABirthYear,
        Self::ChoiceNeeded,
        Self::BeforeItWasMade,
        Self::ConsentNeeded,
        Self::NothingShared,
        Self::MessageNotShared,
        Self::NameTaken,
        Self::OutsideCourse,
        Self::NotEnrolled,
        Self::NoSuchPhase,
        Self::BeforePhaseBegan,
        Self::ShiftMadeAlready,
        Self::NoFocusArea,
        Self::TooManyFocusAreas,
        Self::AreaUnknown,
        Self::BoundaryPassesAnother,
        Self::NotClosed,
        Self::ReopeningTooLate,
        Self::Missing,
        Self::TooLong,
        Self::SectionTooLong,
        Self::NotGiven,
        Self::NoSuchDay,
        Self::NotMinutes,
        Self::BeforeAgreed,
        Self::FileMissing,
        Self::FileTooLarge,
        Self::FileUnknown,
        Self::NotAPicture,
        Self::PictureTooLarge,
        Self::InThePast,
        Self::NotOneself,
        Self::NotAColleague,
        Self::NotAMailAddress,
        Self::SameRecord,
        Self::MergedAlready,
        Self::BlockedAlready,
        Self::AssignedAlready,
        Self::ExceptionNotNeeded,
        Self::WhoNeeded,
        Self::NeedsMoney,
        Self::MinutesApproved,
        Self::MeetingAhead,
        Self::MinutesMissing,
        Self::NotReviewed,
        Self::OwnNote,
        Self::OwnQuotation,
        Self::NoConsentToQuote,
        Self::QuotationGone,
        Self::BeforeProgramme,
        Self::SecondPersonNeeded,
        Self::DecidedAlready,
        Self::ToldMore,
        Self::TextMissing,
        Self::MasterDataMissing,
        Self::NotLocked,
        Self::FilesNotLocked,
        Self::OtherReport,
        Self::HoldsCpr,
        Self::HoldsPhone,
        Self::HoldsName,
        Self::HoldsMore,
        Self::AgreementsOverlap,
        Self::PartnerHasAnswered,
        Self::PersonsYesNeeded,
        Self::TellingNeedsConsent,
        Self::NotACvr,
        Self::CvrOrCpr,
        Self::CprNotNeeded,
        Self::NotInRange,
        Self::MorePhasesThanMonths,
        Self::InstrumentUnknown,
        Self::EnrollingNotAmong,
        Self::OutsideFunding,
        Self::WindowsOverlap,
        Self::WindowNeeded,
        Self::KeyWrong,
        Self::KeyTwice,
        Self::TokenTooLong,
        Self::AreaInUse,
        Self::KeyFixed,
        Self::HasCitizens,
        Self::HasRoleAlready,
        Self::AccountUnknown,
        Self::TooFewForResearch,
        Self::TooFewAlikeForResearch,
        Self::PackageRecalled,
        Self::NothingRecalled,
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
            Self::PinNeeded => "pin-needed",
            Self::InTheFuture => "in-the-future",
            Self::AnswerOffScale => "answer-off-scale",
            Self::NothingAnswered => "nothing-answered",
            Self::NotAnswerable => "not-answerable",
            Self::LeftOpen => "left-open",
            Self::AliasNeeded => "alias-needed",
            Self::NoCourseWished => "no-course-wished",
            Self::PartnerOrWords => "partner-or-words",
            Self::ClarificationOpen => "clarification-open",
            Self::AskedAlready => "asked-already",
            Self::AnsweredAlready => "answered-already",
            Self::MaybeKnown => "maybe-known",
            Self::DayNeeded => "day-needed",
            Self::NotACpr => "not-a-cpr",
            Self::NotAPhone => "not-a-phone",
            Self::NotABirthYear => "not-a-birth-year",
            Self::ChoiceNeeded => "choice-needed",
            Self::BeforeItWasMade => "before-it-was-made",
            Self::ConsentNeeded => "consent-needed",
            Self::NothingShared => "nothing-shared",
            Self::MessageNotShared => "message-not-shared",
            Self::NameTaken => "name-taken",
            Self::OutsideCourse => "outside-course",
            Self::NotEnrolled => "not-enrolled",
            Self::NoSuchPhase => "no-such-phase",
            Self::BeforePhaseBegan => "before-phase-began",
            Self::ShiftMadeAlready => "shift-made-already",
            Self::NoFocusArea => "no-focus-area",
            Self::TooManyFocusAreas => "too-many-focus-areas",
            Self::AreaUnknown => "area-unknown",
            Self::BoundaryPassesAnother => "boundary-passes-another",
            Self::NotClosed => "not-closed",
            Self::ReopeningTooLate => "reopening-too-late",
            Self::Missing => "missing",
            Self::TooLong => "too-long",
            Self::SectionTooLong => "section-too-long",
            Self::NotGiven => "not-given",
            Self::NoSuchDay => "no-such-day",
            Self::NotMinutes => "not-minutes",
            Self::BeforeAgreed => "before-agreed",
            Self::FileMissing => "file-missing",
            Self::FileTooLarge => "file-too-large",
            Self::FileUnknown => "file-unknown",
            Self::NotAPicture => "not-a-picture",
            Self::PictureTooLarge => "picture-too-large",
            Self::InThePast => "in-the-past",
            Self::NotOneself => "not-oneself",
            Self::NotAColleague => "not-a-colleague",
            Self::NotAMailAddress => "not-a-mail-address",
            Self::SameRecord => "same-record",
            Self::MergedAlready => "merged-already",
            Self::BlockedAlready => "blocked-already",
            Self::AssignedAlready => "assigned-already",
            Self::ExceptionNotNeeded => "exception-not-needed",
            Self::WhoNeeded => "who-needed",
            Self::NeedsMoney => "needs-money",
            Self::MinutesApproved => "minutes-approved",
            Self::MeetingAhead => "meeting-ahead",
            Self::MinutesMissing => "minutes-missing",
            Self::NotReviewed => "not-reviewed",
            Self::OwnNote => "own-note",
            Self::OwnQuotation => "own-quotation",
            Self::NoConsentToQuote => "no-consent-to-quote",
            Self::QuotationGone => "quotation-gone",
            Self::BeforeProgramme => "before-programme",
            Self::SecondPersonNeeded => "second-person-needed",
            Self::DecidedAlready => "decided-already",
            Self::ToldMore => "told-more",
            Self::TextMissing => "text-missing",
            Self::MasterDataMissing => "master-data-missing",
            Self::NotLocked => "not-locked",
            Self::FilesNotLocked => "files-not-locked",
            Self::OtherReport => "other-report",
            Self::HoldsCpr => "holds-cpr",
            Self::HoldsPhone => "holds-phone",
            Self::HoldsName => "holds-name",
            Self::HoldsMore => "holds-more",
            Self::AgreementsOverlap => "agreements-overlap",
            Self::PartnerHasAnswered => "partner-has-answered",
            Self::PersonsYesNeeded => "persons-yes-needed",
            Self::TellingNeedsConsent => "telling-needs-consent",
            Self::NotACvr => "not-a-cvr",
            Self::CvrOrCpr => "cvr-or-cpr",
            Self::CprNotNeeded => "cpr-not-needed",
            Self::NotInRange => "not-in-range",
            Self::MorePhasesThanMonths => "more-phases-than-months",
            Self::InstrumentUnknown => "instrument-unknown",
            Self::EnrollingNotAmong => "enrolling-not-among",
            Self::OutsideFunding => "outside-funding",
            Self::WindowsOverlap => "windows-overlap",
            Self::WindowNeeded => "window-needed",
            Self::KeyWrong => "key-wrong",
            Self::KeyTwice => "key-twice",
            Self::TokenTooLong => "token-too-long",
            Self::AreaInUse => "area-in-use",
            Self::KeyFixed => "key-fixed",
            Self::HasCitizens => "has-citizens",
            Self::HasRoleAlready => "has-role-already",
            Self::AccountUnknown => "account-unknown",
            Self::TooFewForResearch => "too-few-for-research",
            Self::TooFewAlikeForResearch => "too-few-alike-for-research",
            Self::PackageRecalled => "package-recalled",
            Self::NothingRecalled => "nothing-recalled",
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

/// What was typed into a field: the value, or why it is none.
pub type Typed<T> = Result<T, Code>;

/// The longest text that is kept, in characters: some thirty pages.
pub const LONGEST: usize = 100_000;

/// The refusals of one form, gathered, so that they are told all at once.
#[derive(Debug, Default)]
pub struct Gathered(Vec<Refusal>);

impl Gathered {
    /// The value that was typed; where it is none, why stands beside its field.
    pub fn take<T: Copy>(&mut self, field: &'static str, typed: Typed<T>) -> Option<T> {
        typed.map_err(|code| self.0.push(Refusal::new(field, code))).ok()
    }

    /// Refuses a field where something applies.
    pub fn refuse(&mut self, applies: bool, field: &'static str, code: Code) {
        if applies {
            self.0.push(Refusal::new(field, code));
        }
    }

    /// Refuses a text that is too long.
    pub fn heed_length(&mut self, field: &'static str, text: &str) {
        self.refuse(text.chars().count() > LONGEST, field, Code::TooLong);
    }

    /// The value, where nothing was refused.
    ///
    /// # Errors
    ///
    /// Every refusal.
    pub fn unless_refused<T>(self, value: impl FnOnce() -> Option<T>) -> Result<T, Vec<Refusal>> {
        if !self.0.is_empty() {
            return Err(self.0);
        }
        value().ok_or_else(|| vec![Refusal::new("", Code::NotGiven)])
    }
}
