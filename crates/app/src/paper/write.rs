//! Keeping and ending a paper: what is refused, under whose key it is sealed, which version it is.

use domain::access::Grant;
use domain::code::PaperKind;
use domain::event::Event;
use domain::id::SubjectId;
use domain::knowledge::Note;
use domain::meeting::Meeting;
use domain::paper::{Faults, Paper};
use domain::refusal::{Code, Refusal};
use store::Error as StoreError;
use store::paper::Paper as Row;
use uuid::Uuid;

use super::{People, find, keeping};
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// What a form said beside the paper itself.
#[derive(Clone, Debug, Default)]
pub struct Said<'a> {
    /// What could not be read of it, field by field.
    pub faults: Vec<Refusal>,
    /// Why it is changed.
    pub reason: &'a str,
}

/// The version of a paper that is to be written.
pub(crate) struct Next<'a, T> {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) is_ended: bool,
    pub(crate) paper: &'a T,
    pub(crate) reason: &'a str,
}

/// Keeps a new paper, or (with the version it was made from) a new version of one. Gives its id.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once; [`Error::NotFound`]; [`Error::Stale`] where it was changed since.
pub async fn keep<T: Paper>(
    app: &App,
    cx: &Cx,
    known: Option<(Uuid, i64)>,
    paper: &T,
    said: Said<'_>,
    once: Once,
) -> Result<Uuid> {
    let grant = cx.may_at_all(keeping(T::KIND))?;
    let is_ended = match known {
        Some((id, _)) => find::<T>(app, cx, &mut app.store().read(&grant).await?, id).await?.is_ended,
        None => false,
    };
    let mut refusals = refused(app, cx, &grant, paper, said.faults).await?;
    let mut more = Faults::default();
    more.text("grund", said.reason);
    let needs_reason = known.is_some() && said.reason.trim().is_empty() && is_minuted(app, cx, &grant, paper).await?;
    more.refuse(needs_reason, "grund", Code::ReasonNeeded);
    refusals.extend(more.0);
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let id = known.map_or_else(|| cx.new_id(), |(id, _)| Ok(id))?;
    let version = known.map_or(1, |(_, version)| version + 1);
    let next = Next { id, version, is_ended, paper, reason: said.reason };
    let row = sealed(app, cx, &grant, &next).await?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    work.commit(cx.entry(event::<T>(id, version), Vec::new()), cx.now).await?;
    Ok(id)
}

/// Whether a paper is a decision that stands in approved minutes: then a change says why.
async fn is_minuted<T: Paper>(app: &App, cx: &Cx, grant: &Grant, paper: &T) -> Result<bool> {
    let mut meetings = paper.refers().into_iter().filter(|(_, kind, _)| *kind == PaperKind::Meeting);
    let Some((.., meeting)) = meetings.next().filter(|_| T::KIND == PaperKind::Decision) else { return Ok(false) };
    let held = find::<Meeting>(app, cx, &mut app.store().read(grant).await?, meeting).await?;
    Ok(held.says().approved.is_some())
}

/// What a new version of a paper is in the log.
pub(crate) fn event<T: Paper>(id: Uuid, version: i64) -> Event {
    let fact = T::KIND.code().to_owned();
    match version {
        1 => Event::FactRecorded { fact, row: id },
        version => Event::FactCorrected { fact, row: id, version },
    }
}

/// Ends a paper, or takes up again one that has ended, with the reason why.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; [`Code::ReasonNeeded`]; [`Error::Stale`].
pub async fn end<T: Paper>(
    app: &App,
    cx: &Cx,
    (id, version): (Uuid, i64),
    ends: bool,
    reason: &str,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(keeping(T::KIND))?;
    let before = find::<T>(app, cx, &mut app.store().read(&grant).await?, id).await?;
    let mut faults = Faults::default();
    faults.refuse(reason.trim().is_empty(), "grund", Code::ReasonNeeded).text("grund", reason);
    if !faults.0.is_empty() {
        return Err(Error::Refusals(faults.0));
    }
    let version = version + 1;
    let next = Next { id, version, is_ended: ends, paper: before.says(), reason };
    let row = sealed(app, cx, &grant, &next).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    Ok(work.commit(cx.entry(event::<T>(id, version), Vec::new()), cx.now).await?)
}

/// Every refusal of a paper: what could not be read, what it may not say, what it refers to that is not there.
pub(crate) async fn refused<T: Paper>(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    paper: &T,
    faults: Vec<Refusal>,
) -> Result<Vec<Refusal>> {
    let is_read = |field: &str| faults.iter().all(|fault| fault.field != field || field.is_empty());
    // Of a day that could not be read, nothing is said about its order.
    let is_said =
        |refusal: &Refusal| is_read(refusal.field) && (faults.is_empty() || refusal.code != Code::EndsBeforeItBegins);
    let mut all: Vec<Refusal> = paper.check(cx.today).into_iter().filter(is_said).collect();
    let mut reader = app.store().read(grant).await?;
    for (field, kind, id) in paper.refers().into_iter().filter(|(field, ..)| is_read(field)) {
        if reader.paper_versions(cx.programme_id, kind, id).await?.is_empty() {
            all.push(Refusal::new(field, Code::ChoiceNeeded));
        } else if T::KIND == PaperKind::Sharing && kind == PaperKind::Note {
            let note = find::<Note>(app, cx, &mut reader, id).await?;
            if note.says().reviewed.is_none() {
                all.push(Refusal::new(field, Code::NotReviewed));
            }
        }
    }
    let named = paper.people();
    if !named.is_empty() {
        let people = People::of(app, cx, &mut reader).await?;
        let unknown = named.into_iter().filter(|(field, who)| is_read(field) && !people.knows(*who));
        all.extend(unknown.map(|(field, _)| Refusal::new(field, Code::WhoNeeded)));
    }
    let mut every = faults;
    every.append(&mut all);
    Ok(every)
}

/// A version of a paper sealed under its key; a new key is committed before anything is sealed under it.
pub(crate) async fn sealed<T: Paper>(app: &App, cx: &Cx, grant: &Grant, next: &Next<'_, T>) -> Result<Row> {
    let subject = if T::KIND == PaperKind::Outsider { SubjectId(next.id) } else { SubjectId(cx.programme_id.0) };
    let keys = key(app, cx, grant, subject).await?;
    let cell = |column| Cell { table: "paper", column, row: next.id, version: next.version };
    let body =
        serde_json::to_string(next.paper).map_err(|_| Error::Refused("the paper cannot be written".to_owned()))?;
    let reason = Some(next.reason.trim()).filter(|reason| !reason.is_empty());
    Ok(Row {
        kind: T::KIND,
        id: next.id,
        version: next.version,
        subject,
        ended: next.is_ended,
        body: keys.seal(subject, cell("body"), Some(&body))?.unwrap_or_default(),
        reason: keys.seal(subject, cell("reason"), reason)?,
    })
}

/// The programme's key, under which its own papers are sealed.
pub(crate) async fn programme_key(app: &App, cx: &Cx, grant: &Grant) -> Result<(Keys, SubjectId)> {
    let subject = SubjectId(cx.programme_id.0);
    Ok((key(app, cx, grant, subject).await?, subject))
}

async fn key(app: &App, cx: &Cx, grant: &Grant, subject: SubjectId) -> Result<Keys> {
    let held = |wrapped: Vec<store::key::WrappedKey>| {
        let mut keys = Keys::new(cx.organisation);
        for row in &wrapped {
            keys.hold(SubjectId(row.subject), app.store().keys().open(row)?);
        }
        Ok::<_, Error>(keys)
    };
    let wrapped = app.store().read(grant).await?.wrapped_keys(&[subject]).await?;
    if !wrapped.is_empty() {
        return held(wrapped);
    }
    let (_, new) = app.store().keys().new_key(cx.organisation, subject)?;
    match app.store().add_keys(grant, &[new]).await {
        // Somebody else was quicker: then theirs is the key.
        Ok(()) | Err(StoreError::Taken(_)) => held(app.store().read(grant).await?.wrapped_keys(&[subject]).await?),
        Err(fault) => Err(fault.into()),
    }
}
