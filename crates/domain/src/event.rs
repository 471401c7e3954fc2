//! What happened, for the log. Events name fields, rows and counts, never a value.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{CitizenId, CourseId, ProgrammeId, ReadingId, TokenId, UserId};

/// The SHA-256 of what is kept of a locked report, each of the bytes as they are sealed: the sums tell nothing of what they are of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedSums {
    /// Of the report as it was locked.
    pub release: String,
    /// Of what it held.
    pub frozen: String,
    /// Under which id stands what its audience has been told.
    pub told_row: Uuid,
    /// Of what its audience had been told with it.
    pub told: String,
}

/// One kind of entry in the log. Its code is stored; its words are in `locales/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A store was made.
    StoreMade,
    /// A programme was added or replaced by a new version.
    ProgrammeKept {
        /// The programme's key.
        key: String,
        /// Its version from now on.
        version: i64,
    },
    /// An organisation's master data, or who is responsible for a grant, were kept.
    OrganisationKept {
        /// The organisation's version from now on.
        version: i64,
    },
    /// Somebody was given a role in the programme.
    MemberAdded {
        /// Who.
        user: UserId,
    },
    /// Somebody's part in the programme was ended.
    MemberLeft {
        /// Who.
        user: UserId,
    },
    /// Somebody went on in another of their programmes.
    ProgrammeChosen,
    /// An account was made.
    UserAdded {
        /// The account.
        user: UserId,
    },
    /// An account was disabled.
    UserDisabled {
        /// The account.
        user: UserId,
    },
    /// Somebody signed in.
    SignedIn,
    /// A sign-in was refused; the name tried is not kept.
    SignInRefused,
    /// Somebody signed out.
    SignedOut,
    /// A register was imported: rows added and changed by list.
    RegisterImported {
        /// Records added.
        added: u64,
        /// Records changed.
        changed: u64,
    },
    /// Invented people were made, for trials and measurements.
    Seeded {
        /// How many citizens.
        citizens: u64,
    },
    /// Figures were seen or exported.
    FiguresSeen {
        /// The report's name.
        report: String,
    },
    /// A list of citizens was seen; the log row names each of them.
    CitizensListed {
        /// Which list.
        list: String,
    },
    /// A citizen's course was seen.
    CitizenSeen,
    /// A sealed text was opened.
    SealedOpened {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row.
        row: String,
    },
    /// A fact was recorded.
    FactRecorded {
        /// Its table.
        fact: String,
        /// Its id.
        row: Uuid,
    },
    /// A fact was corrected: a new version replaces the one before.
    FactCorrected {
        /// Its table.
        fact: String,
        /// Its id.
        row: Uuid,
        /// Its version from now on.
        version: i64,
    },
    /// A fact entered by mistake was taken out, with a reason.
    FactWithdrawn {
        /// Its table.
        fact: String,
        /// Its id.
        row: Uuid,
    },
    /// A fact that was taken out was put back.
    WithdrawalUndone {
        /// Its table.
        fact: String,
        /// Its id.
        row: Uuid,
    },
    /// A citizen's record was made or changed.
    CitizenKept {
        /// Its version from now on.
        version: i64,
    },
    /// Two records of one person were merged (R4).
    CitizensMerged {
        /// The record that is not used any more.
        from: CitizenId,
        /// The record that stands for the person.
        into: CitizenId,
    },
    /// A merge was undone.
    MergeUndone {
        /// The record used again.
        from: CitizenId,
        /// The record it had been merged into.
        into: CitizenId,
    },
    /// A member of staff was blocked from a citizen.
    StaffBlocked {
        /// Who.
        user: UserId,
    },
    /// A block was ended.
    StaffUnblocked {
        /// Who.
        user: UserId,
    },
    /// A course was assigned to a worker.
    WorkerAssigned {
        /// The course.
        course: CourseId,
        /// The worker.
        worker: UserId,
    },
    /// A course was handed over to another worker.
    CourseHandedOver {
        /// The course.
        course: CourseId,
        /// Who has it from now on.
        worker: UserId,
    },
    /// An exception to a rule was granted.
    ExceptionGranted {
        /// `R10` or `R12`.
        rule: String,
    },
    /// Somebody was named to stand in for a worker.
    DeputyNamed {
        /// The worker.
        worker: UserId,
        /// Who stands in.
        deputy: UserId,
    },
    /// A clarification was begun.
    ClarificationBegun {
        /// The course.
        course: CourseId,
    },
    /// A clarification ended without an enrolment.
    ClarificationEnded {
        /// The course.
        course: CourseId,
        /// The code of what came of it.
        outcome: String,
    },
    /// The first complete star enrolled the citizen (R1).
    Enrolled {
        /// The course.
        course: CourseId,
        /// The star.
        reading: ReadingId,
    },
    /// A course was closed (R11).
    CourseClosed {
        /// The course.
        course: CourseId,
        /// The code of the reason.
        reason: String,
    },
    /// A closing was undone.
    CourseReopened {
        /// The course.
        course: CourseId,
    },
    /// A search was made; the terms are sealed under the searcher's key.
    Searched {
        /// What was searched for, sealed.
        terms: String,
        /// How many were shown.
        found: u64,
    },
    /// The list of enquiries was seen.
    EnquiriesSeen,
    /// Some of the programme's own papers were seen.
    PapersSeen {
        /// Which page.
        what: String,
    },
    /// A report was frozen and put before a second person.
    ReportProposed {
        /// Its id.
        row: Uuid,
        /// Its version.
        number: u32,
    },
    /// A report was locked.
    ReportLocked {
        /// Its id.
        row: Uuid,
        /// Its version.
        number: u32,
        /// The SHA-256 of the sums of its files.
        digest: String,
        /// What proves the rest of it; none of one that was locked before this was taken.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kept: Option<LockedSums>,
    },
    /// A proposed report was turned down.
    ReportTurnedDown {
        /// Its id.
        row: Uuid,
        /// Its version.
        number: u32,
    },
    /// To whom a report was sent was noted.
    ReportSent {
        /// Its id.
        row: Uuid,
    },
    /// It was noted that who has a report knows that quotations in it are not to be used any more.
    QuotationsTakenBack {
        /// The report.
        row: Uuid,
        /// How many quotations.
        count: u64,
    },
    /// A report's file was fetched.
    ReportFetched {
        /// Its id.
        row: Uuid,
        /// The file's ending.
        format: String,
    },
    /// A research package was made; the log row names each citizen in it.
    ResearchMade {
        /// The package.
        package: Uuid,
        /// How many persons are in it.
        persons: u64,
    },
    /// A research package was fetched.
    ResearchFetched {
        /// The package.
        package: Uuid,
    },
    /// A recipient was told to take persons out of a research package; the log row names each.
    ResearchRecalled {
        /// The package.
        package: Uuid,
        /// How many persons.
        persons: u64,
    },
    /// A note was tried against the names of the citizens; the log row names each that it held.
    NamesTried {
        /// How many.
        found: u64,
    },
    /// A partner's people, agreements and offers were seen.
    PartnerSeen,
    /// A partner referred somebody.
    ReferredIn {
        /// The referral.
        row: Uuid,
    },
    /// A partner saw the referrals it has made.
    OwnReferralsSeen,
    /// A file was opened.
    FileOpened {
        /// Its id.
        row: Uuid,
    },
    /// Something was laid out for print.
    Printed {
        /// What.
        what: String,
    },
    /// A task was put into the citizen's hands.
    OwnTaskBegun {
        /// `tablet` or `link`.
        kind: String,
    },
    /// The citizen opened a task.
    OwnTaskOpened {
        /// `tablet` or `link`.
        kind: String,
    },
    /// A task in the citizen's hands ended.
    OwnTaskEnded {
        /// `tablet` or `link`.
        kind: String,
    },
    /// A calendar address was made or taken away.
    FeedKept,
    /// A calendar was read.
    FeedRead,
    /// Somebody chose whether and how often to get the mail.
    DigestKept,
    /// The mail was sent to somebody.
    DigestSent {
        /// Whom to.
        user: UserId,
    },
    /// A job that had its moment ended, well or not.
    JobRan {
        /// The code of its kind.
        kind: String,
        /// The code of where it stands.
        state: String,
        /// How many mails, courses or rows it came to.
        count: i64,
    },
    /// What had ended was forgotten: sessions, form keys, links.
    Tidied {
        /// How many rows.
        rows: i64,
    },
    /// A job that had failed is to run again.
    JobAskedAgain {
        /// The code of its kind.
        kind: String,
    },
    /// A program was let in to read figures.
    TokenMade {
        /// Its token.
        token: TokenId,
        /// The code of the role whose figures it sees.
        role: String,
    },
    /// A program's token was ended.
    TokenEnded {
        /// The token.
        token: TokenId,
    },
    /// A token was refused; what was sent is not kept.
    TokenRefused,
    /// A program read figures.
    FiguresRead {
        /// Its token.
        token: TokenId,
        /// The report's name.
        report: String,
    },
    /// The log was seen.
    LogSeen,
    /// The log's chain was checked.
    LogVerified {
        /// Entries checked.
        entries: u64,
    },
    /// A checkpoint of the log was written.
    CheckpointWritten {
        /// Its last entry.
        entry: i64,
    },
}

impl Event {
    /// The event's code, as stored and translated (`event-<code>`).
    pub const fn code(&self) -> &'static str {
        match self {
            Self::StoreMade => "store_made",
            Self::ProgrammeKept { .. } => "programme_kept",
            Self::OrganisationKept { .. } => "organisation_kept",
            Self::MemberAdded { .. } => "member_added",
            Self::MemberLeft { .. } => "member_left",
            Self::ProgrammeChosen => "programme_chosen",
            Self::UserAdded { .. } => "user_added",
            Self::UserDisabled { .. } => "user_disabled",
            Self::SignedIn => "signed_in",
            Self::SignInRefused => "sign_in_refused",
            Self::SignedOut => "signed_out",
            Self::RegisterImported { .. } => "register_imported",
            Self::Seeded { .. } => "seeded",
            Self::FiguresSeen { .. } => "figures_seen",
            Self::CitizensListed { .. } => "citizens_listed",
            Self::CitizenSeen => "citizen_seen",
            Self::SealedOpened { .. } => "sealed_opened",
            Self::FactRecorded { .. } => "fact_recorded",
            Self::FactCorrected { .. } => "fact_corrected",
            Self::FactWithdrawn { .. } => "fact_withdrawn",
            Self::WithdrawalUndone { .. } => "withdrawal_undone",
            Self::CitizenKept { .. } => "citizen_kept",
            Self::CitizensMerged { .. } => "citizens_merged",
            Self::MergeUndone { .. } => "merge_undone",
            Self::StaffBlocked { .. } => "staff_blocked",
            Self::StaffUnblocked { .. } => "staff_unblocked",
            Self::WorkerAssigned { .. } => "worker_assigned",
            Self::CourseHandedOver { .. } => "course_handed_over",
            Self::ExceptionGranted { .. } => "exception_granted",
            Self::DeputyNamed { .. } => "deputy_named",
            Self::ClarificationBegun { .. } => "clarification_begun",
            Self::ClarificationEnded { .. } => "clarification_ended",
            Self::Enrolled { .. } => "enrolled",
            Self::CourseClosed { .. } => "course_closed",
            Self::CourseReopened { .. } => "course_reopened",
            Self::Searched { .. } => "searched",
            Self::EnquiriesSeen => "enquiries_seen",
            Self::PapersSeen { .. } => "papers_seen",
            Self::ReportProposed { .. } => "report_proposed",
            Self::ReportLocked { .. } => "report_locked",
            Self::ReportTurnedDown { .. } => "report_turned_down",
            Self::ReportSent { .. } => "report_sent",
            Self::QuotationsTakenBack { .. } => "quotations_taken_back",
            Self::ReportFetched { .. } => "report_fetched",
            Self::ResearchMade { .. } => "research_made",
            Self::ResearchFetched { .. } => "research_fetched",
            Self::ResearchRecalled { .. } => "research_recalled",
            Self::NamesTried { .. } => "names_tried",
            Self::PartnerSeen => "partner_seen",
            Self::ReferredIn { .. } => "referred_in",
            Self::OwnReferralsSeen => "own_referrals_seen",
            Self::FileOpened { .. } => "file_opened",
            Self::Printed { .. } => "printed",
            Self::OwnTaskBegun { .. } => "own_task_begun",
            Self::OwnTaskOpened { .. } => "own_task_opened",
            Self::OwnTaskEnded { .. } => "own_task_ended",
            Self::FeedKept => "feed_kept",
            Self::FeedRead => "feed_read",
            Self::DigestKept => "digest_kept",
            Self::DigestSent { .. } => "digest_sent",
            Self::JobRan { .. } => "job_ran",
            Self::Tidied { .. } => "tidied",
            Self::JobAskedAgain { .. } => "job_asked_again",
            Self::TokenMade { .. } => "token_made",
            Self::TokenEnded { .. } => "token_ended",
            Self::TokenRefused => "token_refused",
            Self::FiguresRead { .. } => "figures_read",
            Self::LogSeen => "log_seen",
            Self::LogVerified { .. } => "log_verified",
            Self::CheckpointWritten { .. } => "checkpoint_written",
        }
    }
}

/// An event with whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The programme it happened in.
    pub programme: Option<ProgrammeId>,
    /// The citizens concerned: one for a page, several for a list.
    pub citizens: Vec<CitizenId>,
    /// What happened.
    pub event: Event,
}
