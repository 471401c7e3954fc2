//! Who may do what: one pure, exhaustive decision for every surface.
//!
//! Pages, lists, searches, reports, exports, the calendar and the command line all ask [`decide`]. `docs/who-may-do-what.md` is made from it.
//! To add an action: a variant of [`Action`], its arm in [`decide`], its text in `locales/`.

use crate::code::Role;
use crate::id::{CitizenId, OrganisationId, ProgrammeId, TokenId, UserId};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A person who has signed in, with the role of the programme asked about.
    User {
        /// Who.
        id: UserId,
        /// The organisation; nothing crosses it.
        organisation: OrganisationId,
        /// The programme the role is held in.
        programme: ProgrammeId,
        /// The role.
        role: Role,
    },
    /// A citizen with a task in hand, on a tablet handed over or over a link used once.
    Citizen {
        /// Who.
        citizen: CitizenId,
        /// The organisation.
        organisation: OrganisationId,
        /// The programme.
        programme: ProgrammeId,
    },
    /// A program of somebody else's, with a token of the programme.
    Program {
        /// The token.
        token: TokenId,
        /// The organisation.
        organisation: OrganisationId,
        /// The programme.
        programme: ProgrammeId,
        /// The role whose figures it sees.
        role: Role,
    },
    /// Somebody who has not signed in.
    Visitor,
    /// The program itself, doing what has its moment.
    Job,
    /// The command line, as the operating system's user who may read the key.
    Operator {
        /// The operating system's user name.
        name: String,
    },
}

impl Role {
    /// Whether citizens can be assigned to whoever holds it: workers and coordinators.
    pub const fn works_with_citizens(self) -> bool {
        matches!(self, Self::Worker | Self::Coordinator)
    }
}

/// What the actor is to the citizen concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// No citizen is concerned.
    NoCitizen,
    /// The citizen's assigned worker, or the deputy.
    Own,
    /// A citizen of the actor's programme.
    Programme,
    /// A citizen of another programme or organisation, or one the actor is blocked from.
    Stranger,
}

impl Relation {
    /// Every relation.
    pub const ALL: &'static [Self] = &[Self::NoCitizen, Self::Own, Self::Programme, Self::Stranger];

    /// The relation's code, as the log keeps it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCitizen => "no_citizen",
            Self::Own => "own",
            Self::Programme => "programme",
            Self::Stranger => "stranger",
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Sign in and out.
    SignIn,
    /// See the programme's figures.
    SeeFigures,
    /// See the rows behind a figure: course by course, with the register's ids.
    SeeRows,
    /// See the coordinator's desk: what is missing, due and waiting in the whole programme.
    SeeDesk,
    /// See the method's indicators of the team.
    SeeTeamFidelity,
    /// See the method's indicators of one's own courses: nobody else's.
    SeeOwnFidelity,
    /// See the goals that lie in none of the programme's areas, to settle them.
    SeeUnlinkedGoals,
    /// See the list of one's own citizens.
    ListOwnCitizens,
    /// See the list of all citizens of the programme.
    ListAllCitizens,
    /// See a citizen's course.
    SeeCitizen,
    /// Open a sealed text of a citizen.
    OpenSealed,
    /// Change who a citizen is: alias, name, safe contact, protected address.
    KeepCitizen,
    /// Begin and end a clarification.
    HoldClarification,
    /// Fill instruments in with the citizen, or from paper.
    FillIn,
    /// Answer one's own questions: what a citizen may, and nobody else.
    FillInOwn,
    /// Hand the screen over to the citizen, or send a link used once.
    HandOverScreen,
    /// Correct or withdraw a reading.
    CorrectReading,
    /// Record what happened with or about a citizen, and the next step.
    RecordContact,
    /// Keep the activity plan: goals, actions, handover.
    KeepPlan,
    /// Record what of the citizen's situation is assessed.
    KeepAssessment,
    /// Keep the people and services around the citizen.
    KeepNetwork,
    /// Record what the citizen consents to.
    KeepConsent,
    /// Write down words of the citizen's for reports, and approve what somebody else wrote down.
    KeepQuotations,
    /// Add files about a citizen, and open them.
    KeepFiles,
    /// Refer a citizen to a partner, and note the answer.
    SendReferral,
    /// Postpone a follow-up, or note that the citizen declined it.
    AnswerFollowUp,
    /// Shift to the next phase, choose focus areas, note reviews and interruptions.
    ShiftPhase,
    /// Close a course.
    CloseCourse,
    /// Hand a course over to another worker.
    HandOverCourse,
    /// Print what the citizen takes home.
    PrintForCitizen,
    /// Answer what the coordinator asks about a citizen.
    AnswerRequest,
    /// Ask a citizen's worker for something.
    AskWorker,
    /// Assign a citizen to a worker.
    AssignWorker,
    /// Grant an exception to the recruitment window (R10) or the caseload's cap (R12).
    GrantException,
    /// Move a phase's boundary (R7).
    MoveBoundary,
    /// Reopen a course closed by mistake.
    ReopenCourse,
    /// Merge two records of one person, and undo it.
    MergeCitizens,
    /// Block staff who know the citizen.
    BlockStaff,
    /// Keep partners' offers.
    KeepOffers,
    /// See the enquiries.
    SeeEnquiries,
    /// Record an enquiry and what came of it.
    RecordEnquiry,
    /// Search among the citizens one may see.
    SearchCitizens,
    /// See partners' offers.
    SeeOffers,
    /// See the register of partners: their people and agreements.
    SeePartners,
    /// Keep partners' people, agreements and how the duties are kept.
    KeepPartners,
    /// See the referrals in and out, each of a citizen one may see.
    SeeReferrals,
    /// Note that a partner was reminded of a referral.
    RemindPartner,
    /// Tell a partner what came of somebody it referred, as far as the citizen agreed.
    TellPartner,
    /// As a partner: refer somebody.
    ReferIn,
    /// As a partner: see one's own referrals.
    SeeOwnReferrals,
    /// As a partner: see one's own offers and agreement.
    SeeOwnOffers,
    /// As a partner: correct one's own offers' opening hours and conditions.
    KeepOwnOffers,
    /// Name who stands in for a worker.
    NameDeputy,
    /// Make an address for one's calendar, and take it away.
    KeepFeed,
    /// See the programme's own papers: time plan, organisation, meetings, knowledge, continuation.
    SeeRecord,
    /// Keep the programme's own papers.
    KeepRecord,
    /// Make research packages, see who got them, and take them back.
    KeepResearch,
    /// Write down what was learnt, read it through and note where it was shared.
    KeepKnowledge,
    /// See the reports: drafts with what is withheld, proposals, locked versions.
    SeeReports,
    /// Write in reports, propose them, note to whom they were sent.
    KeepReports,
    /// Lock a report that somebody else proposed, or turn it down.
    LockReports,
    /// Choose whether and how often to get the mail.
    KeepDigest,
    /// See what the program does by itself, and let what failed run again.
    KeepJobs,
    /// Do what has its moment.
    RunJobs,
    /// See the log.
    SeeLog,
    /// Check the log's chain, or write a checkpoint.
    VerifyLog,
    /// Import a register.
    ImportRegister,
    /// See the programme's rules and their history.
    SeeRules,
    /// Add or change a programme.
    KeepProgrammes,
    /// See who works in the programme, and end somebody's part in it.
    KeepStaff,
    /// Add, renew or disable accounts.
    KeepUsers,
    /// Let programs read the programme's figures, and end it.
    KeepTokens,
}

impl Action {
    /// Every action, in the order of the generated table.
    pub const ALL: &'static [Self] = &[
        Self::SignIn,
        Self::SeeFigures,
        Self::SeeRows,
        Self::SeeDesk,
        Self::SeeTeamFidelity,
        Self::SeeOwnFidelity,
        Self::SeeUnlinkedGoals,
        Self::ListOwnCitizens,
        Self::ListAllCitizens,
        Self::SeeCitizen,
        Self::OpenSealed,
        Self::KeepCitizen,
        Self::HoldClarification,
        Self::FillIn,
        Self::FillInOwn,
        Self::HandOverScreen,
        Self::CorrectReading,
        Self::RecordContact,
        Self::KeepPlan,
        Self::KeepAssessment,
        Self::KeepNetwork,
        Self::KeepConsent,
        Self::KeepQuotations,
        Self::KeepFiles,
        Self::SendReferral,
        Self::AnswerFollowUp,
        Self::ShiftPhase,
        Self::CloseCourse,
        Self::HandOverCourse,
        Self::PrintForCitizen,
        Self::AnswerRequest,
        Self::AskWorker,
        Self::AssignWorker,
        Self::GrantException,
        Self::MoveBoundary,
        Self::ReopenCourse,
        Self::MergeCitizens,
        Self::BlockStaff,
        Self::KeepOffers,
        Self::SeeEnquiries,
        Self::RecordEnquiry,
        Self::SearchCitizens,
        Self::SeeOffers,
        Self::SeePartners,
        Self::KeepPartners,
        Self::SeeReferrals,
        Self::RemindPartner,
        Self::TellPartner,
        Self::ReferIn,
        Self::SeeOwnReferrals,
        Self::SeeOwnOffers,
        Self::KeepOwnOffers,
        Self::NameDeputy,
        Self::KeepFeed,
        Self::SeeRecord,
        Self::KeepRecord,
        Self::KeepResearch,
        Self::KeepKnowledge,
        Self::SeeReports,
        Self::KeepReports,
        Self::LockReports,
        Self::KeepDigest,
        Self::KeepJobs,
        Self::RunJobs,
        Self::SeeLog,
        Self::VerifyLog,
        Self::ImportRegister,
        Self::SeeRules,
        Self::KeepProgrammes,
        Self::KeepStaff,
        Self::KeepUsers,
        Self::KeepTokens,
    ];

    /// The action's code, as the log keeps it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SeeFigures => "see_figures",
            Self::SeeRows => "see_rows",
            Self::SeeDesk => "see_desk",
            Self::SeeTeamFidelity => "see_team_fidelity",
            Self::SeeOwnFidelity => "see_own_fidelity",
            Self::SeeUnlinkedGoals => "see_unlinked_goals",
            Self::ListOwnCitizens => "list_own_citizens",
            Self::ListAllCitizens => "list_all_citizens",
            Self::SeeCitizen => "see_citizen",
            Self::OpenSealed => "open_sealed",
            Self::KeepCitizen => "keep_citizen",
            Self::HoldClarification => "hold_clarification",
            Self::FillIn => "fill_in",
            Self::FillInOwn => "fill_in_own",
            Self::HandOverScreen => "hand_over_screen",
            Self::CorrectReading => "correct_reading",
            Self::RecordContact => "record_contact",
            Self::KeepPlan => "keep_plan",
            Self::KeepAssessment => "keep_assessment",
            Self::KeepNetwork => "keep_network",
            Self::KeepConsent => "keep_consent",
            Self::KeepQuotations => "keep_quotations",
            Self::KeepFiles => "keep_files",
            Self::SendReferral => "send_referral",
            Self::AnswerFollowUp => "answer_follow_up",
            Self::ShiftPhase => "shift_phase",
            Self::CloseCourse => "close_course",
            Self::HandOverCourse => "hand_over_course",
            Self::PrintForCitizen => "print_for_citizen",
            Self::AnswerRequest => "answer_request",
            Self::AskWorker => "ask_worker",
            Self::AssignWorker => "assign_worker",
            Self::GrantException => "grant_exception",
            Self::MoveBoundary => "move_boundary",
            Self::ReopenCourse => "reopen_course",
            Self::MergeCitizens => "merge_citizens",
            Self::BlockStaff => "block_staff",
            Self::KeepOffers => "keep_offers",
            Self::SeeEnquiries => "see_enquiries",
            Self::RecordEnquiry => "record_enquiry",
            Self::SearchCitizens => "search_citizens",
            Self::SeeOffers => "see_offers",
            Self::SeePartners => "see_partners",
            Self::KeepPartners => "keep_partners",
            Self::SeeReferrals => "see_referrals",
            Self::RemindPartner => "remind_partner",
            Self::TellPartner => "tell_partner",
            Self::ReferIn => "refer_in",
            Self::SeeOwnReferrals => "see_own_referrals",
            Self::SeeOwnOffers => "see_own_offers",
            Self::KeepOwnOffers => "keep_own_offers",
            Self::NameDeputy => "name_deputy",
            Self::KeepFeed => "keep_feed",
            Self::SeeRecord => "see_record",
            Self::KeepRecord => "keep_record",
            Self::KeepResearch => "keep_research",
            Self::KeepKnowledge => "keep_knowledge",
            Self::SeeReports => "see_reports",
            Self::KeepReports => "keep_reports",
            Self::LockReports => "lock_reports",
            Self::KeepDigest => "keep_digest",
            Self::KeepJobs => "keep_jobs",
            Self::RunJobs => "run_jobs",
            Self::SeeLog => "see_log",
            Self::VerifyLog => "verify_log",
            Self::ImportRegister => "import_register",
            Self::SeeRules => "see_rules",
            Self::KeepProgrammes => "keep_programmes",
            Self::KeepStaff => "keep_staff",
            Self::KeepUsers => "keep_users",
            Self::KeepTokens => "keep_tokens",
        }
    }
}

/// The permission to do one thing. Only [`decide`] makes one; the store takes nothing less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    actor: Actor,
    action: Action,
    relation: Relation,
    citizen: Option<CitizenId>,
}

impl Grant {
    /// Who was permitted.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// What was permitted.
    pub const fn action(&self) -> Action {
        self.action
    }

    /// On the strength of which relation.
    pub const fn relation(&self) -> Relation {
        self.relation
    }

    /// Whom it concerns, where it concerns one citizen.
    pub const fn citizen(&self) -> Option<CitizenId> {
        self.citizen
    }
}

/// The actor may not do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not permitted")]
pub struct Denied;

/// Decides whether `actor` may do `action`, being `relation` to `citizen`.
///
/// # Errors
///
/// [`Denied`] where the table says no.
pub fn decide(actor: &Actor, action: Action, relation: Relation, citizen: Option<CitizenId>) -> Result<Grant, Denied> {
    let allowed = match actor {
        Actor::Visitor => matches!(action, Action::SignIn),
        // Signing in is giving the screen back.
        Actor::Citizen { citizen: own, .. } => match action {
            Action::SignIn => true,
            Action::FillInOwn => relation == Relation::Own && citizen == Some(*own),
            _ => false,
        },
        Actor::Job => matches!(action, Action::RunJobs),
        // What its role sees of the programme's figures, and of the reports that left with them: nobody has signed in.
        Actor::Program { role, .. } => {
            role.suits_a_program()
                && matches!(
                    action,
                    Action::SeeFigures | Action::SeeTeamFidelity | Action::SeeRecord | Action::SeeReports
                )
                && role_may(*role, action, relation)
        }
        Actor::Operator { .. } => operator_may(action),
        Actor::User { role, .. } => role_may(*role, action, relation),
    };
    if allowed { Ok(Grant { actor: actor.clone(), action, relation, citizen }) } else { Err(Denied) }
}

/// The command line sees what it prints: figures and the rows behind them; it opens no citizen's page and no sealed text.
const fn operator_may(action: Action) -> bool {
    match action {
        Action::SeeFigures
        | Action::SeeTeamFidelity
        | Action::SeeRecord
        | Action::SeeRows
        | Action::SeeReports
        | Action::KeepReports
        | Action::KeepResearch
        | Action::KeepJobs
        | Action::VerifyLog
        | Action::ImportRegister
        | Action::KeepProgrammes
        | Action::KeepUsers => true,
        Action::SignIn
        | Action::SeeDesk
        | Action::SeeOwnFidelity
        | Action::SeeUnlinkedGoals
        | Action::ListOwnCitizens
        | Action::ListAllCitizens
        | Action::SeeCitizen
        | Action::OpenSealed
        | Action::KeepCitizen
        | Action::HoldClarification
        | Action::FillIn
        | Action::FillInOwn
        | Action::HandOverScreen
        | Action::CorrectReading
        | Action::RecordContact
        | Action::KeepPlan
        | Action::KeepAssessment
        | Action::KeepNetwork
        | Action::KeepConsent
        | Action::KeepQuotations
        | Action::KeepFiles
        | Action::SendReferral
        | Action::AnswerFollowUp
        | Action::ShiftPhase
        | Action::CloseCourse
        | Action::HandOverCourse
        | Action::PrintForCitizen
        | Action::AnswerRequest
        | Action::AskWorker
        | Action::AssignWorker
        | Action::GrantException
        | Action::MoveBoundary
        | Action::ReopenCourse
        | Action::MergeCitizens
        | Action::BlockStaff
        | Action::KeepOffers
        | Action::SeeEnquiries
        | Action::RecordEnquiry
        | Action::SearchCitizens
        | Action::SeeOffers
        | Action::SeePartners
        | Action::KeepPartners
        | Action::SeeReferrals
        | Action::RemindPartner
        | Action::TellPartner
        | Action::ReferIn
        | Action::SeeOwnReferrals
        | Action::SeeOwnOffers
        | Action::KeepOwnOffers
        | Action::NameDeputy
        | Action::KeepFeed
        | Action::KeepRecord
        | Action::KeepKnowledge
        | Action::LockReports
        | Action::KeepDigest
        | Action::RunJobs
        | Action::SeeLog
        | Action::SeeRules
        | Action::KeepStaff
        | Action::KeepTokens => false,
    }
}

/// The table of `docs/who-may-do-what.md`.
pub const fn role_may(role: Role, action: Action, relation: Relation) -> bool {
    match action {
        Action::SignIn => true,
        Action::FillInOwn | Action::RunJobs => false,
        Action::SeeFigures => matches!(role, Role::Worker | Role::Coordinator | Role::Consultant | Role::Leader),
        Action::SeeRecord => matches!(role, Role::Worker | Role::Coordinator | Role::Leader),
        Action::KeepKnowledge => matches!(role, Role::Worker | Role::Coordinator),
        // The consultant writes them, the coordinator answers for them, the leader can be the second person (R21).
        Action::SeeReports | Action::LockReports => {
            matches!(role, Role::Coordinator | Role::Consultant | Role::Leader)
        }
        Action::KeepReports => matches!(role, Role::Coordinator | Role::Consultant),
        Action::SeeRows
        | Action::SeeDesk
        | Action::SeeUnlinkedGoals
        | Action::ListAllCitizens
        | Action::KeepOffers
        | Action::KeepPartners
        | Action::KeepResearch
        | Action::KeepRecord
        // Whoever lets a program see the figures sees them.
        | Action::KeepTokens => matches!(role, Role::Coordinator),
        // The team's are for who steers the team; a worker sees only their own, and nobody else sees one worker's (R18).
        Action::SeeTeamFidelity => matches!(role, Role::Coordinator | Role::Consultant | Role::Leader),
        Action::SeeOwnFidelity => matches!(role, Role::Worker),
        // An enquiry is the team's as long as nobody works with whoever asked; then it is a matter of that citizen's.
        Action::SeeEnquiries | Action::RecordEnquiry | Action::TellPartner => matches!(
            (role, relation),
            (Role::Worker | Role::Coordinator, Relation::NoCitizen | Relation::Own)
                | (Role::Coordinator, Relation::Programme)
        ),
        Action::ListOwnCitizens
        | Action::SearchCitizens
        | Action::SeeOffers
        | Action::SeePartners
        | Action::SeeReferrals
        | Action::KeepFeed
        | Action::KeepDigest => matches!(role, Role::Worker | Role::Coordinator),
        // What a partner has of its own, and all that it has; which partner's it is, the use case takes from the sign-in.
        Action::ReferIn | Action::SeeOwnReferrals | Action::SeeOwnOffers | Action::KeepOwnOffers => {
            matches!((role, relation), (Role::Partner, Relation::NoCitizen))
        }
        Action::KeepJobs => matches!(role, Role::Coordinator | Role::Administrator),
        // For one's own citizens, which are all of one's own; a coordinator for any worker's. The page itself concerns nobody yet.
        Action::NameDeputy => matches!(
            (role, relation),
            (Role::Worker | Role::Coordinator, Relation::NoCitizen | Relation::Own)
                | (Role::Coordinator, Relation::Programme)
        ),
        Action::SeeCitizen
        | Action::OpenSealed
        | Action::KeepCitizen
        | Action::HoldClarification
        | Action::FillIn
        | Action::HandOverScreen
        | Action::CorrectReading
        | Action::RecordContact
        | Action::KeepPlan
        | Action::KeepAssessment
        | Action::KeepNetwork
        | Action::KeepConsent
        | Action::KeepQuotations
        | Action::KeepFiles
        | Action::SendReferral
        | Action::RemindPartner
        | Action::AnswerFollowUp
        | Action::ShiftPhase
        | Action::CloseCourse
        | Action::HandOverCourse
        | Action::AnswerRequest
        | Action::PrintForCitizen => matches!(
            (role, relation),
            (Role::Worker | Role::Coordinator, Relation::Own) | (Role::Coordinator, Relation::Programme)
        ),
        Action::AskWorker
        | Action::AssignWorker
        | Action::GrantException
        | Action::MoveBoundary
        | Action::ReopenCourse
        | Action::MergeCitizens
        | Action::BlockStaff => {
            matches!((role, relation), (Role::Coordinator, Relation::Own | Relation::Programme))
        }
        Action::SeeLog => matches!(role, Role::Coordinator | Role::Dpo),
        Action::VerifyLog => matches!(role, Role::Dpo | Role::Administrator),
        Action::ImportRegister => matches!(role, Role::Coordinator),
        // They explain the windows, the cap and the planned ends to whoever works by them.
        Action::SeeRules => {
            matches!(role, Role::Worker | Role::Coordinator | Role::Consultant | Role::Leader | Role::Administrator)
        }
        Action::KeepProgrammes | Action::KeepStaff => matches!(role, Role::Coordinator | Role::Administrator),
        Action::KeepUsers => matches!(role, Role::Administrator),
    }
}
