//! The fixed lists of words that facts are coded with.
//!
//! Each value has one code, the Danish one of the register format; it is what the register, the store and the report JSON
//! write. The names in the program are English. To add a value: one line here, its text in `locales/`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A text that is none of the codes of its list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not one of {allowed}")]
pub struct UnknownCode {
    /// What stood there.
    pub given: String,
    /// The codes that would have been right.
    pub allowed: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the register format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as the register, the store and the report JSON write it.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// Reads a code, without regard to case and surrounding space.
            ///
            /// # Errors
            ///
            /// [`UnknownCode`], naming every code of the list.
            pub fn parse(text: &str) -> Result<Self, UnknownCode> {
                let wanted = text.trim().to_lowercase();
                Self::ALL.iter().copied().find(|value| value.code() == wanted).ok_or_else(|| UnknownCode {
                    given: text.trim().to_owned(),
                    allowed: [$($code),+].join(", "),
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    )+};
}

codes! {
    /// The gender a citizen gives.
    Gender {
        /// A woman.
        Woman = "kvinde",
        /// A man.
        Man = "mand",
        /// Another gender.
        Other = "andet",
        /// Not told.
        Undisclosed = "uoplyst",
    }

    /// What an organisation is (M1).
    OrganisationKind {
        /// A municipality.
        Municipality = "kommune",
        /// A voluntary association.
        Association = "forening",
    }

    /// How an enquiry came (M20).
    Channel {
        /// The citizen's own initiative.
        Own = "selv",
        /// Handed-out material.
        Material = "materiale",
        /// The citizen's network.
        Network = "netvaerk",
        /// A partner.
        Partner = "samarbejdspartner",
        /// An authority.
        Authority = "myndighed",
        /// Outreach work.
        Outreach = "opsoegende",
        /// Anything else.
        Other = "andet",
    }

    /// What came of an enquiry (M3, M4).
    EnquiryOutcome {
        /// A clarification was begun.
        Clarification = "afklaring",
        /// Referred to a partner or another offer.
        Referred = "henvist",
        /// Given advice.
        Advice = "raad",
        /// Who asked did not want more.
        CitizensNo = "borgers_nej",
        /// Turned away.
        TurnedAway = "afvist",
    }

    /// What a clarification without an enrolment came to (M5).
    ClarificationOutcome {
        /// Another offer.
        OtherOffer = "andet_tilbud",
        /// The citizen did not want a course.
        CitizensNo = "borgers_nej",
        /// Contact was lost.
        Lost = "mistet_kontakt",
    }

    /// Who filled an instrument in.
    FilledBy {
        /// The citizen alone.
        Citizen = "borger",
        /// Citizen and worker together.
        Together = "sammen",
        /// The worker.
        Worker = "medarbejder",
    }

    /// The state of a goal.
    GoalState {
        /// Worked on.
        Active = "aktiv",
        /// Reached.
        Reached = "naaet",
        /// Carried on by somebody else.
        HandedOver = "overdraget",
        /// Given up.
        Dropped = "droppet",
    }

    /// Who proposed a goal.
    Proposer {
        /// The citizen.
        Citizen = "borger",
        /// The worker, and the citizen agrees.
        Worker = "medarbejder",
        /// Both together.
        Together = "sammen",
    }

    /// The state of an action: the five lanes of the plan.
    ActionState {
        /// Agreed, not begun.
        Planned = "planlagt",
        /// Begun.
        UnderWay = "i_gang",
        /// Done.
        Done = "gjort",
        /// Carried on by somebody else.
        HandedOver = "overdraget",
        /// Given up.
        Dropped = "droppet",
    }

    /// Who carries a need after the course.
    Carrier {
        /// The citizen alone.
        Citizen = "borger",
        /// Somebody of the citizen's network.
        Network = "netvaerk",
        /// A partner.
        Partner = "partner",
        /// An authority.
        Authority = "myndighed",
    }

    /// What of a citizen a referral tells the partner.
    Shared {
        /// The alias.
        Alias = "alias",
        /// The name.
        Name = "navn",
        /// The telephone number.
        Phone = "telefon",
        /// The goal in the citizen's words.
        Goal = "maal",
        /// The message written with the referral.
        Message = "besked",
    }

    /// What kind of contact it was. An attempt is not a contact.
    ContactKind {
        /// A meeting.
        Meeting = "moede",
        /// A call.
        Call = "opkald",
        /// A message.
        Message = "besked",
        /// Going along somewhere.
        Accompaniment = "ledsagelse",
        /// A meeting with the network.
        NetworkMeeting = "netvaerksmoede",
        /// Nobody was reached.
        Attempt = "forsoeg",
    }

    /// Where a contact took place.
    Place {
        /// The team's office.
        Office = "kontor",
        /// Outside the office.
        Outside = "ude",
        /// The citizen's home.
        Home = "hjemme",
        /// By telephone.
        Telephone = "telefon",
        /// By video or chat.
        Online = "online",
    }

    /// Whom a contact was with.
    With {
        /// The citizen.
        Citizen = "borger",
        /// The citizen's network.
        Network = "netvaerk",
        /// A partner.
        Partner = "samarbejdspartner",
        /// An authority.
        Authority = "myndighed",
    }

    /// The state of what a coordinator asks a worker for.
    RequestState {
        /// Asked, not answered.
        Open = "aaben",
        /// The worker has done it.
        Done = "gjort",
        /// The worker has answered in words.
        Answered = "besvaret",
    }

    /// The state of a referral to a partner.
    ReferralState {
        /// Sent, not answered.
        Sent = "sendt",
        /// Received by the partner.
        Received = "modtaget",
        /// Under way.
        UnderWay = "i_gang",
        /// Finished.
        Finished = "afsluttet",
        /// Declined by the partner.
        Declined = "afvist",
    }

    /// Why a course was closed (R11). Relapse and missed meetings are no reasons and are not in the list.
    ClosingReason {
        /// As planned.
        Planned = "planmaessig",
        /// The citizen's wish.
        CitizensWish = "borgers_oenske",
        /// Moved away.
        MovedAway = "flyttet",
        /// Died.
        Died = "doed",
        /// Handed over.
        HandedOver = "overdraget",
        /// Lost contact for longer than the programme's number of days.
        LostContact = "mistet_kontakt",
        /// Another reason, in words.
        Other = "andet",
    }

    /// An answer to a follow-up that is not a reading (R8).
    FollowUpReply {
        /// Postponed, with a reason.
        Postponed = "udsat",
        /// The citizen declined.
        Declined = "afslaaet",
    }

    /// What the program does by itself at its moment.
    JobKind {
        /// The mail of those who want one every day.
        DailyDigest = "daglig_mail",
        /// The mail of those who want one a week.
        WeeklyDigest = "ugentlig_mail",
        /// Closed courses that have been kept long enough are counted, to be looked at by a person.
        Retention = "opbevaring",
        /// Sessions, form keys and task links that have ended are forgotten.
        Tidy = "oprydning",
        /// The reports that are made regularly are prepared as proposals.
        Reports = "faste_rapporter",
    }

    /// Where a run of a job stands.
    JobState {
        /// Some server is at it.
        Running = "i_gang",
        /// It was done.
        Done = "gjort",
        /// It failed and is tried again.
        Failed = "mislykket",
        /// It failed as often as it is tried.
        GivenUp = "opgivet",
        /// It failed, and the next run has taken its place.
        Replaced = "afloest",
    }

    /// Why a run failed. Tells nothing of anybody.
    JobReason {
        /// The mail server does not answer.
        MailUnreachable = "mail_svarer_ikke",
        /// The mail server cannot show that it is the right one, or speaks no TLS.
        MailUntrusted = "mail_ikke_sikker",
        /// The mail server took some of the mails and not all.
        MailRefused = "mail_afvist",
        /// A regular report cannot be prepared yet; the page of reports says why.
        NotYet = "kan_ikke_laves_endnu",
        /// The server stopped in the middle.
        Interrupted = "afbrudt",
        /// A fault of the program or its store; its own log says which.
        Fault = "fejl",
    }

    /// How often somebody wants the mail.
    DigestRhythm {
        /// Every day.
        Daily = "daglig",
        /// On Mondays.
        Weekly = "ugentlig",
    }

    /// A dated mark on a course.
    MarkKind {
        /// The course went on to the phase named.
        PhaseShift = "faseskift",
        /// The phase's focus area named.
        FocusArea = "fokusomraade",
        /// The activity plan was gone through.
        PlanReviewed = "plan_gennemgaaet",
        /// The start of a phase was moved to this day, with a reason (R7).
        BoundaryMoved = "fasegraense_flyttet",
        /// Something that interrupts the course and moves no boundary (R7).
        Interruption = "afbrydelse",
        /// What continues after the course was agreed (R18).
        ContinuationAgreed = "stoette_aftalt",
        /// The closing meeting was held (R18).
        ClosingMeeting = "afsluttende_samtale",
    }

    /// A rule for contacting a citizen safely.
    SafeContact {
        /// No text messages.
        NoSms = "ingen_sms",
        /// Not at home: no call, letter or visit there.
        NotAtHome = "ikke_hjemme",
        /// No message on an answering machine.
        NoVoicemail = "ingen_telefonsvarer",
    }

    /// Who carries out a step or an action (M17).
    Doer {
        /// The citizen.
        Citizen = "borger",
        /// The worker.
        Worker = "medarbejder",
        /// Both together.
        Together = "sammen",
        /// A partner.
        Partner = "partner",
        /// An authority.
        Authority = "myndighed",
    }

    /// How far an area of the citizen's situation is assessed (M31).
    AssessmentState {
        /// Not begun.
        NotBegun = "ikke_begyndt",
        /// Under way.
        UnderWay = "i_gang",
        /// Assessed.
        Assessed = "udredt",
        /// Not relevant for this citizen.
        NotRelevant = "ikke_relevant",
    }

    /// What stands around a citizen: a person or a service.
    NetworkKind {
        /// A person: family, a friend, a neighbour.
        Person = "person",
        /// A service of the ordinary system, or of a partner.
        Service = "tjeneste",
    }

    /// What a person of the network is to the citizen.
    NetworkRole {
        /// Family.
        Family = "familie",
        /// Partner in life.
        Spouse = "partner",
        /// A friend.
        Friend = "ven",
        /// A neighbour.
        Neighbour = "nabo",
        /// A contact person or mentor.
        Mentor = "kontaktperson",
        /// Anybody else.
        Other = "andet",
    }

    /// The ordinary services (M31).
    Service {
        /// The job centre.
        JobCentre = "jobcenter",
        /// The general practitioner.
        Doctor = "egen_laege",
        /// The municipality: the citizen's caseworker.
        Caseworker = "sagsbehandler",
        /// Psychiatry.
        Psychiatry = "psykiatri",
        /// Treatment of addiction.
        AddictionTreatment = "misbrugsbehandling",
        /// Social housing advice.
        HousingAdvice = "boligsocial",
        /// The dentist.
        Dentist = "tandlaege",
        /// A psychologist.
        Psychologist = "psykolog",
        /// Debt advice or the bank.
        DebtAdvice = "gaeldsraadgivning",
        /// Anything else.
        Other = "andet",
    }

    /// Whether there is contact with a service, and since before the course or through it (M31).
    ServiceContact {
        /// There is none.
        None = "ingen",
        /// It was there before the course.
        Before = "i_forvejen",
        /// It was established during the course.
        Established = "etableret",
        /// It had been lost and was established again during the course.
        Reestablished = "genetableret",
    }

    /// What a consent is to.
    ConsentKind {
        /// To share something with a recipient.
        Share = "deling",
        /// To take part in research.
        Research = "forskning",
        /// To be quoted in reports, without a name.
        Quotation = "citat",
    }

    /// Where a quotation stands.
    QuotationState {
        /// Somebody has written it down.
        Offered = "foreslaaet",
        /// A second person has approved it.
        Approved = "godkendt",
        /// A second person has turned it down.
        TurnedDown = "afvist",
    }

    /// What the citizen said to a consent.
    ConsentState {
        /// Yes.
        Given = "givet",
        /// No.
        Refused = "afslaaet",
        /// Asked, and not answered yet.
        Asked = "spurgt",
        /// Yes, and later no.
        Withdrawn = "trukket_tilbage",
    }

    /// What both sides of a partnership agreement owe each other (M21).
    Duty {
        /// To make the offers visible to one's own staff.
        Visible = "synlighed",
        /// To refer citizens to one another.
        Refer = "henvisning",
        /// To contribute to a whole and individual effort.
        Effort = "helhed",
        /// To exchange knowledge.
        Knowledge = "viden",
    }

    /// How a duty was kept, as seen on a day.
    DutyKept {
        /// It was.
        Kept = "holdt",
        /// In part.
        Partly = "delvist",
        /// It was not.
        Not = "ikke_holdt",
    }

    /// A person's part in a programme; it gives rights (`access.rs`).
    Role {
        /// The steady CTI worker.
        Worker = "relationsmedarbejder",
        /// The daily lead.
        Coordinator = "projektkoordinator",
        /// Sees figures and writes reports.
        Consultant = "konsulent",
        /// Sees figures.
        Leader = "leder",
        /// An outside organisation's person.
        Partner = "samarbejdspartner",
        /// The data protection officer.
        Dpo = "databeskyttelsesraadgiver",
        /// Receives research packages.
        Researcher = "forsker",
        /// Installs and keeps the accounts.
        Administrator = "administrator",
    }

    /// What one of the programme's own papers is (`paper.rs`).
    PaperKind {
        /// A line of the time plan.
        Line = "tidsplan",
        /// A unit of the organisation.
        Unit = "enhed",
        /// Somebody without an account.
        Outsider = "person",
        /// A person's function in a unit.
        Post = "funktion",
        /// A group that meets.
        Group = "gruppe",
        /// A person's place in a group.
        Seat = "medlem",
        /// A meeting of a group.
        Meeting = "moede",
        /// A decision of a meeting.
        Decision = "beslutning",
        /// A note of what was learnt.
        Note = "viden",
        /// Where a note was shared.
        Sharing = "deling",
        /// Something to be anchored.
        Anchoring = "forankring",
        /// An activity and what becomes of it.
        Activity = "aktivitet",
        /// Something that must be handed over.
        Handing = "overlevering",
        /// What the team writes in a section of a report.
        SectionText = "rapporttekst",
        /// The quotations that are chosen into a section of a report.
        SectionQuotations = "rapportcitater",
        /// A template of a report that the programme brought itself.
        OwnTemplate = "rapportskabelon",
        /// Totals that an audience is shown exactly, whatever their size.
        Exact = "aftale_om_tal",
        /// A report that was proposed, and what became of it.
        Release = "udgivelse",
        /// What a proposed report held: figures, definitions, texts.
        Frozen = "frosset",
        /// All that an audience has been told.
        Ledger = "fortalt",
        /// A report that is made regularly.
        Regular = "fast_rapport",
        /// What came of a regular report on one of its days.
        Prepared = "fast_rapport_dag",
        /// The logo on the programme's documents.
        Logo = "logo",
    }

    /// How often a regular report is made (M27).
    RegularRhythm {
        /// On the first of each month.
        Monthly = "maanedlig",
        /// On the first of January, April, July and October.
        Quarterly = "kvartalsvis",
    }

    /// What a regular report counts over. It has ended when the report is made.
    RegularPeriod {
        /// The month before, or the quarter before.
        Ended = "foregaaende",
        /// The grant's year so far.
        GrantYear = "bevillingsaar",
        /// The twelve months before.
        TwelveMonths = "tolv_maaneder",
    }

    /// Why a regular report is not prepared yet.
    NotYet {
        /// A section that is needed has no words.
        TextMissing = "tekst_mangler",
        /// It draws master data that is not filled in.
        MasterDataMissing = "stamdata_mangler",
        /// Another report for the same audience waits to be locked; of two only one could be.
        OtherWaits = "andet_forslag_venter",
        /// Its template is gone.
        NoTemplate = "skabelon_mangler",
        /// It would be of days before the programme.
        Outside = "uden_for_indsatsen",
        /// Its numbers cannot be judged.
        NotJudged = "tal_kan_ikke_kontrolleres",
    }

    /// For whom a report is: an audience of disclosure control. Those who show each other their reports are one.
    Addressee {
        /// Who gives the grant.
        GrantGiver = "tilskudsgiver",
        /// The steering group.
        SteeringGroup = "styregruppe",
        /// The municipality's own administration and politicians.
        Municipality = "forvaltning",
        /// The partners.
        Partners = "samarbejdspartnere",
        /// Everybody.
        Public = "offentlighed",
    }

    /// What became of a proposed report.
    ReleaseState {
        /// It waits for a second person.
        Proposed = "foreslaaet",
        /// It is locked.
        Locked = "laast",
        /// The second person said no.
        TurnedDown = "afvist",
    }

    /// What a group is for (M26).
    GroupKind {
        /// It steers.
        Steering = "styregruppe",
        /// It does the work.
        Project = "projektgruppe",
        /// It follows the work.
        FollowUp = "foelgegruppe",
    }

    /// What an item of an agenda is drawn from.
    AgendaKind {
        /// Words only.
        Words = "tekst",
        /// How many are enrolled, in clarification, closed (R2, R3).
        Status = "status",
        /// How courses end within the funding (R9).
        WindDown = "afvikling",
        /// Expected intake (R22).
        Forecast = "prognose",
        /// The method's indicators (R18).
        Fidelity = "metode",
        /// Goals outside the goal areas (M16).
        Goals = "maal",
        /// Referrals without an answer (M21).
        Referrals = "henvisninger",
    }

    /// What became of a decision.
    DecisionState {
        /// It is to be done.
        Open = "aaben",
        /// It is going on.
        GoingOn = "i_gang",
        /// It is done.
        Done = "gjort",
        /// It was given up.
        Dropped = "opgivet",
    }

    /// Whom knowledge is for (M24).
    Audience {
        /// The social services of the municipality.
        Social = "socialforvaltningen",
        /// Those of employment and integration.
        Employment = "beskaeftigelse",
        /// The network of bridge builders.
        Network = "netvaerket",
        /// Chosen staff.
        Staff = "medarbejdere",
        /// Somebody else.
        Others = "andre",
    }

    /// What becomes of an activity after the grant (M29).
    Afterwards {
        /// It is carried on.
        CarriedOn = "fortsaetter",
        /// It ends.
        Ends = "ophoerer",
    }

    /// What is handed over after the grant (M29).
    HandingKind {
        /// Citizens with an open course.
        Citizens = "borgere",
        /// Partners.
        Partners = "partnere",
        /// Documents.
        Documents = "dokumenter",
        /// Knowledge.
        Knowledge = "viden",
        /// Data.
        Data = "data",
    }

    /// How far a handing over has come.
    HandingState {
        /// Nothing is done.
        NotBegun = "ikke_begyndt",
        /// It is going on.
        UnderWay = "i_gang",
        /// It is handed over.
        Done = "overdraget",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_without_regard_to_case_and_space() {
        assert_eq!(Channel::parse(" SELV "), Ok(Channel::Own));
    }

    #[test]
    fn an_unknown_code_names_what_would_be_right() {
        let fault = GoalState::parse("faerdig").unwrap_err();
        assert_eq!(fault.to_string(), "\"faerdig\" is not one of aktiv, naaet, overdraget, droppet");
    }
}
