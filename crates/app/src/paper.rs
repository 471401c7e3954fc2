//! The programme's own papers: how every kind is kept, changed, ended, opened and looked back on.
//!
//! ```ignore
//! let lines: Vec<Kept<Line>> = paper::all(app, cx, &mut reader).await?;
//! let id = paper::keep(app, cx, None, &line, Said { faults, reason: "" }, once).await?;
//! ```

mod people;
mod write;

use chrono::NaiveDateTime;
use domain::access::Action;
use domain::code::PaperKind;
use domain::id::{SubjectId, UserId};
use domain::paper::Paper;
use domain::personal::Personal;
use store::Reader;
use store::paper::PaperRow;
use uuid::Uuid;

pub use self::people::People;
pub(crate) use self::write::{Next, event, programme_key, refused, sealed};
pub use self::write::{Said, end, keep};
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// What it takes to look back on papers of a kind.
const fn seeing(kind: PaperKind) -> Action {
    match kind {
        PaperKind::SectionText
        | PaperKind::SectionQuotations
        | PaperKind::OwnTemplate
        | PaperKind::Exact
        | PaperKind::Regular => Action::SeeReports,
        _ => Action::SeeRecord,
    }
}

/// A version of a paper, opened.
#[derive(Clone, Debug)]
pub struct Kept<T> {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i64,
    /// Whether it has ended.
    pub is_ended: bool,
    /// What it says.
    pub paper: Personal<T>,
    /// Why this version was made.
    pub reason: Personal<String>,
    /// Who made it, where it was somebody with an account.
    pub by: Option<UserId>,
    /// When, in the programme's zone.
    pub at: NaiveDateTime,
}

impl<T> Kept<T> {
    /// What it says.
    pub const fn says(&self) -> &T {
        self.paper.reveal()
    }
}

/// What a version of a paper's history shows: the version and who made it.
#[derive(Clone, Debug)]
pub struct Past<T> {
    /// The version.
    pub kept: Kept<T>,
    /// Who made it; empty where it was nobody with an account.
    pub by: Personal<String>,
}

/// What it takes to keep papers of a kind.
pub const fn keeping(kind: PaperKind) -> Action {
    match kind {
        PaperKind::Note | PaperKind::Sharing => Action::KeepKnowledge,
        PaperKind::SectionText
        | PaperKind::SectionQuotations
        | PaperKind::OwnTemplate
        | PaperKind::Exact
        | PaperKind::Regular => Action::KeepReports,
        PaperKind::Release | PaperKind::Frozen | PaperKind::Ledger => Action::LockReports,
        PaperKind::Prepared => Action::RunJobs,
        PaperKind::Logo => Action::KeepProgrammes,
        _ => Action::KeepRecord,
    }
}

/// The current papers of a kind, those that have ended too. A paper whose key is gone is left out.
pub(crate) async fn all<T: Paper>(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Vec<Kept<T>>> {
    let rows = reader.papers(cx.programme_id, T::KIND).await?;
    let opened = rows.into_iter().map(|row| opened(app, cx, row));
    opened.filter_map(Result::transpose).collect()
}

/// The current version of a paper.
///
/// # Errors
///
/// [`Error::NotFound`].
pub(crate) async fn find<T: Paper>(app: &App, cx: &Cx, reader: &mut Reader, id: Uuid) -> Result<Kept<T>> {
    let last = reader.paper_versions(cx.programme_id, T::KIND, id).await?.pop().ok_or(Error::NotFound)?;
    opened(app, cx, last)?.ok_or(Error::NotFound)
}

/// The current version of a paper, for its form.
///
/// # Errors
///
/// [`Error::Denied`] for who may not keep papers of its kind; [`Error::NotFound`].
pub async fn one<T: Paper>(app: &App, cx: &Cx, id: Uuid) -> Result<Kept<T>> {
    let grant = cx.may_at_all(keeping(T::KIND))?;
    find(app, cx, &mut app.store().read(&grant).await?, id).await
}

/// Every version of a paper, the last first.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`].
pub async fn history<T: Paper>(app: &App, cx: &Cx, id: Uuid) -> Result<Vec<Past<T>>> {
    let grant = cx.may_at_all(seeing(T::KIND))?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.paper_versions(cx.programme_id, T::KIND, id).await?;
    let versions: Vec<Kept<T>> =
        rows.into_iter().map(|row| opened(app, cx, row)).filter_map(Result::transpose).collect::<Result<_>>()?;
    if versions.is_empty() {
        return Err(Error::NotFound);
    }
    let names = crate::people::some(app, &mut reader, cx, versions.iter().filter_map(|kept| kept.by)).await?;
    drop(reader);
    look(app, cx, &grant, "history").await?;
    let past = versions
        .into_iter()
        .rev()
        .map(|kept| Past { by: kept.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(), kept });
    Ok(past.collect())
}

/// Who can be chosen for a form's field of people, for who keeps papers.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn people(app: &App, cx: &Cx) -> Result<People> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    People::of(app, cx, &mut app.store().read(&grant).await?).await
}

/// The papers of a kind that a form's field refers to, those that have not ended.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn choices<T: Paper>(app: &App, cx: &Cx) -> Result<Vec<Kept<T>>> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let mut kept = all(app, cx, &mut app.store().read(&grant).await?).await?;
    kept.retain(|one: &Kept<T>| !one.is_ended);
    Ok(kept)
}

/// Logs that a page of papers with people's names on it was seen, before it is given.
pub(crate) async fn look(app: &App, cx: &Cx, grant: &domain::access::Grant, what: &str) -> Result<()> {
    let seen = domain::event::Event::PapersSeen { what: what.to_owned() };
    Ok(app.store().look(grant, cx.entry(seen, Vec::new()), cx.now).await?)
}

/// A version of a paper; none where its key is gone.
pub(crate) fn opened<T: Paper>(app: &App, cx: &Cx, row: PaperRow) -> Result<Option<Kept<T>>> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.subject, row.epoch, row.wrapped.as_ref())?;
    let cell = |column| Cell { table: "paper", column, row: row.id, version: row.version };
    let subject = SubjectId(row.subject);
    let Some(body) = keys.open(subject, cell("body"), Some(&row.body))? else { return Ok(None) };
    let reason = keys.open(subject, cell("reason"), row.reason.as_deref())?.unwrap_or_default();
    let paper = serde_json::from_str(body.reveal()).map_err(|_| crate::facts::impossible("paper"))?;
    Ok(Some(Kept {
        id: row.id,
        version: row.version,
        is_ended: row.ended,
        paper: Personal::new(paper),
        reason,
        by: row.by.parse().ok().map(UserId),
        at: cx.local(row.at),
    }))
}
