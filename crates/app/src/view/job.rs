//! *Planlagte kørsler*, *Indstillinger* and *Gemt længe nok?*.

use chrono::{NaiveDate, NaiveDateTime};
use domain::code::{DigestRhythm, JobKind, JobReason, JobState};
use domain::id::CitizenId;
use domain::personal::Personal;

/// What the program does by itself in the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobsPage {
    /// Each kind.
    pub kinds: Vec<KindLine>,
    /// Whether the reader may see who is proposed, and not only how many.
    pub sees_citizens: bool,
}

/// A kind with its runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindLine {
    /// Which.
    pub kind: JobKind,
    /// Its next moment.
    pub next: Option<NaiveDateTime>,
    /// Its last runs, the latest first.
    pub runs: Vec<RunLine>,
}

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunLine {
    /// When it was to be done, in UTC: what names it in a form.
    pub id: i64,
    /// The same in the programme's zone.
    pub due: NaiveDateTime,
    /// Where it stands.
    pub state: JobState,
    /// How often it was tried.
    pub tries: i64,
    /// Why it failed.
    pub reason: Option<JobReason>,
    /// When it is tried again.
    pub next_try: Option<NaiveDateTime>,
    /// How many mails, citizens or rows it came to.
    pub came_to: i64,
    /// Whether it can be let run again.
    pub may_run_again: bool,
}

/// What somebody has chosen about the mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsPage {
    /// The version; 0 where nothing was chosen.
    pub version: i64,
    /// How often; none: no mail.
    pub rhythm: Option<DigestRhythm>,
    /// Where to.
    pub address: Personal<String>,
}

/// The citizens who may have been kept long enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionPage {
    /// After how many months somebody is proposed.
    pub months: u32,
    /// The longest kept first.
    pub citizens: Vec<Kept>,
    /// How many there are beside them.
    pub more: u64,
}

/// A citizen who may have been kept long enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Who.
    pub citizen: CitizenId,
    /// What the citizen is called.
    pub name: Personal<String>,
    /// The day the last course ended.
    pub ended_on: NaiveDate,
}
