//! *Sammenlægning*: two records found to be one person (R4), and the undoing of it, any time later, as if it had not happened.
//!
//! The record merged into another keeps its row, its courses and its key; the statements about a citizen find what belongs to all the
//! person's records. Only the fields chosen at the merge are written, as the next version of the record that stands; undoing gives them back.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::identity::{Field, Identity};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::merge::MergedRow;
use store::record::Fact;
use store::{Reader, Work};
use uuid::Uuid;
use vault::fold;

use crate::case::{Case, permitted};
use crate::identity::{Rows, opened, seen};
use crate::once::{Once, begin_change};
use crate::people::{called, hold, some};
use crate::sealing::{Cell, Keys};
use crate::view::merge::{Candidate, MergeAsk, MergePage, Merged, Pair};
use crate::{App, Cx, Error, Result};

/// What a form says of a merge.
#[derive(Clone, Debug)]
pub struct Merging {
    /// The other record.
    pub other: CitizenId,
    /// The versions of this record and the other that were looked at.
    pub versions: (i64, i64),
    /// The fields taken over from the other; the rest stay this one's.
    pub taken: BTreeSet<Field>,
    /// Why they are one person; sealed.
    pub reason: Personal<String>,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where one of the two is no citizen for the reader.
pub async fn page(app: &App, cx: &Cx, id: CitizenId, ask: MergeAsk) -> Result<MergePage> {
    let case = Case::open(app, cx, Action::MergeCitizens, id).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let found = match &ask.terms {
        Some(terms) => searched(app, cx, &mut reader, terms).await?.into_iter().map(|id| (id, Vec::new())).collect(),
        None => sharing(cx, &mut reader, case.id()).await?,
    };
    let rows = reader.merges_of(case.id()).await?;
    drop(reader);
    let mut candidates = Vec::new();
    for (record, shares) in found {
        if let Some(name) = name_of_other(app, cx, &case, record).await? {
            candidates.push(Candidate { id: record, name, shares });
        }
    }
    let pair = match ask.other {
        Some(other) => Some(pair(app, cx, &case, other).await?),
        None => None,
    };
    let page = MergePage {
        about: case.about(cx)?,
        candidates,
        has_searched: ask.terms.is_some(),
        merges: merges(app, cx, &case, &rows).await?,
        pair,
    };
    let concerned = std::iter::once(case.id()).chain(page.pair.as_ref().map(|pair| pair.other));
    let concerned = concerned.chain(page.candidates.iter().map(|candidate| candidate.id));
    let concerned: BTreeSet<CitizenId> = concerned.collect();
    let event = if page.pair.is_some() { seen(case.id()) } else { Event::CitizenSeen };
    app.store().look(&case.grant, cx.entry(event, concerned.into_iter().collect()), cx.now).await?;
    Ok(page)
}

/// The records that share a value with this one, each with what it shares.
async fn sharing(cx: &Cx, reader: &mut Reader, id: CitizenId) -> Result<Vec<(CitizenId, Vec<String>)>> {
    let mut found: Vec<(CitizenId, Vec<String>)> = Vec::new();
    for row in reader.sharing_records(cx.organisation, id).await? {
        match found.iter_mut().find(|(record, _)| record.0 == row.record) {
            Some((_, shares)) => shares.push(row.kind),
            None => found.push((CitizenId(row.record), vec![row.kind])),
        }
    }
    Ok(found)
}

/// The records that words find whole.
async fn searched(app: &App, cx: &Cx, reader: &mut Reader, terms: &Personal<String>) -> Result<BTreeSet<CitizenId>> {
    let text = terms.reveal().trim();
    if let Ok(id) = text.parse::<Uuid>() {
        return Ok([CitizenId(id)].into());
    }
    let name = fold::name(text);
    let number = fold::phone(text);
    let kinds = [("alias", name.clone()), ("name", name), ("phone", number), ("cpr", fold::cpr(text))];
    let mut found = BTreeSet::new();
    for (kind, folded) in kinds.into_iter().filter(|(_, folded)| !folded.is_empty()) {
        let hash = app.store().keys().blind().hash(kind, &folded);
        found.extend(reader.records_with(cx.organisation, kind, &hash).await?);
    }
    Ok(found)
}

/// What another record is called, where it is another person for now and one that the reader may merge.
async fn name_of_other(app: &App, cx: &Cx, case: &Case, record: CitizenId) -> Result<Option<Personal<String>>> {
    match permitted(app, cx, Action::MergeCitizens, record).await {
        // A record merged into another is that other's.
        Ok(grant) if record != case.id() && grant.citizen() == Some(record) => {
            let mut reader = app.store().read(&grant).await?;
            let Some(row) = reader.citizen(cx.programme_id, record).await? else { return Ok(None) };
            let mut keys = Keys::new(cx.organisation);
            hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
            called(&keys, record, row.version, row.alias.as_deref(), row.name.as_deref()).map(Some)
        }
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

async fn pair(app: &App, cx: &Cx, case: &Case, other: CitizenId) -> Result<Pair> {
    let there = Case::open(app, cx, Action::MergeCitizens, other).await?;
    if there.id() == case.id() {
        return Err(Error::NotFound);
    }
    let mut reader = app.store().read(&case.grant).await?;
    let here_row = reader.identity(case.id()).await?.ok_or(Error::NotFound)?;
    let there_row = reader.identity(there.id()).await?.ok_or(Error::NotFound)?;
    let (here, said) = (opened(&case.keys, &here_row)?, opened(&there.keys, &there_row)?);
    Ok(Pair {
        other: there.id(),
        name: there.name()?,
        version: here_row.version,
        other_version: there_row.version,
        proposed: here.proposed(&said),
        here,
        there: said,
    })
}

async fn merges(app: &App, cx: &Cx, case: &Case, rows: &[MergedRow]) -> Result<Vec<Merged>> {
    let mut reader = app.store().read(&case.grant).await?;
    let people = rows.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let people = some(app, &mut reader, cx, people).await?;
    let from: Vec<CitizenId> = rows.iter().map(|row| CitizenId(row.from)).collect();
    let called_rows = reader.citizens_called(&from).await?;
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.into == case.id().0) {
        let name = match called_rows.iter().find(|called| called.id == row.from) {
            Some(from) => {
                let mut keys = Keys::new(cx.organisation);
                hold(app, &mut keys, from.id, from.epoch, from.wrapped.as_ref())?;
                called(&keys, CitizenId(from.id), from.version, from.alias.as_deref(), from.name.as_deref())?
            }
            None => Personal::default(),
        };
        found.push(Merged {
            id: row.id,
            name,
            on: cx.local(row.recorded_at).date(),
            by: row.recorded_by.parse().ok().and_then(|by| people.get(&UserId(by)).cloned()).unwrap_or_default(),
            reason: case.words(cell(row.id, row.version), row.reason.as_deref())?,
            is_undone: row.undone_at.is_some(),
        });
    }
    Ok(found)
}

const fn cell(row: Uuid, version: i64) -> Cell {
    Cell { table: "citizen_merge", column: "reason", row, version }
}

/// Merges two records of one person, and gives the one that stands: this one, or the other where records are merged into it already.
///
/// # Errors
///
/// Every refusal at once: no reason, the same record, both have records merged into them. [`Error::Stale`] where one of the two was
/// changed or merged meanwhile. [`Error::NotFound`] where one is no citizen for the reader.
pub async fn merge(app: &App, cx: &Cx, id: CitizenId, merging: Merging, once: Once) -> Result<CitizenId> {
    let here = Case::open(app, cx, Action::MergeCitizens, id).await?;
    let there = Case::open(app, cx, Action::MergeCitizens, merging.other).await?;
    let Some(mut work) = begin_change(app, cx, here.grant.clone(), once).await? else { return Ok(here.id()) };
    let mut refused = Vec::new();
    if here.id() == there.id() {
        refused.push(Refusal::new("anden", Code::SameRecord));
    }
    if merging.reason.reveal().trim().is_empty() {
        refused.push(Refusal::new("grund", Code::ReasonNeeded));
    }
    if !refused.is_empty() {
        return Err(refused.into());
    }
    hold_both(&mut work, (&here, merging.versions.0), (&there, merging.versions.1)).await?;
    let stands = (stands(&mut work, here.id()).await?, stands(&mut work, there.id()).await?);
    let turned = match stands {
        (true, true) => return Err(Refusal::new("anden", Code::MergedAlready).into()),
        (false, true) => true,
        (_, false) => false,
    };
    let (into, from, version) =
        if turned { (&there, &here, merging.versions.1) } else { (&here, &there, merging.versions.0) };
    let rows = (identity(&mut work, into).await?, identity(&mut work, from).await?);
    let (before, other) = (opened(&into.keys, &rows.0)?, opened(&from.keys, &rows.1)?);
    let mut chosen = before.clone();
    for field in Field::ALL.iter().filter(|field| merging.taken.contains(field) != turned) {
        chosen.take(*field, &other);
    }
    let mut into_version = None;
    if chosen != before {
        let next = work.correct(Fact::Citizen(into.id().0), version, cx.now).await?;
        Rows::new(app, cx, &into.keys, &rows.0, next, &chosen)?.keep(cx, &mut work).await?;
        into_version = Some(next);
    }
    let row = cx.new_id()?;
    let merged = MergedRow {
        id: row,
        version: 1,
        from: from.id().0,
        into: into.id().0,
        into_version,
        undone_at: None,
        recorded_by: String::new(),
        recorded_at: cx.now,
        reason: into.sealed(cell(row, 1), &merging.reason)?,
    };
    work.put_merge(cx.organisation, &merged, cx.now).await?;
    let event = Event::CitizensMerged { from: from.id(), into: into.id() };
    work.commit(cx.entry(event, vec![into.id(), from.id()]), cx.now).await?;
    Ok(into.id())
}

/// Holds both records at the versions that were looked at, always in the same order, so that two merges never wait for each other.
async fn hold_both(work: &mut Work, here: (&Case, i64), there: (&Case, i64)) -> Result<()> {
    let mut both = [(here.0.id(), here.1), (there.0.id(), there.1)];
    both.sort_unstable();
    for (id, version) in both {
        work.hold_citizen(id, version).await?;
    }
    Ok(())
}

/// Whether records are merged into this one. A record that was itself merged away meanwhile is stale.
async fn stands(work: &mut Work, id: CitizenId) -> Result<bool> {
    let rows = work.merges_of(id).await?;
    let mut in_force = rows.iter().filter(|row| row.undone_at.is_none());
    if in_force.clone().any(|row| row.from == id.0) {
        return Err(Error::Stale);
    }
    Ok(in_force.any(|row| row.into == id.0))
}

async fn identity(work: &mut Work, case: &Case) -> Result<store::identity::IdentityRow> {
    work.identity(case.id()).await?.ok_or(Error::NotFound)
}

/// Undoes a merge: the two are two again, and the fields chosen at the merge go back unless somebody changed them since.
///
/// # Errors
///
/// [`Error::Stale`] where it was undone meanwhile; [`Error::NotFound`] where the citizen has no such merge.
pub async fn undo(app: &App, cx: &Cx, id: CitizenId, merge: Uuid, once: Once) -> Result<()> {
    let case = Case::open(app, cx, Action::MergeCitizens, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let id = case.id();
    let rows = work.merges_of(id).await?;
    let row = rows.into_iter().find(|row| row.id == merge && row.into == id.0).ok_or(Error::NotFound)?;
    if row.undone_at.is_some() {
        return Err(Error::Stale);
    }
    if let Some(version) = row.into_version {
        give_back(app, cx, &case, &mut work, version).await?;
    }
    let reason = case.words(cell(row.id, row.version), row.reason.as_deref())?;
    let version = row.version + 1;
    let undone =
        MergedRow { version, undone_at: Some(cx.now), reason: case.sealed(cell(row.id, version), &reason)?, ..row };
    work.put_merge(cx.organisation, &undone, cx.now).await?;
    let event = Event::MergeUndone { from: CitizenId(undone.from), into: id };
    work.commit(cx.entry(event, vec![id, CitizenId(undone.from)]), cx.now).await?;
    Ok(())
}

/// Gives the fields chosen at a merge back; `merged` is the version that the merge made.
async fn give_back(app: &App, cx: &Cx, case: &Case, work: &mut Work, merged: i64) -> Result<()> {
    let now = identity(work, case).await?;
    let mut at = async |version| -> Result<Identity> {
        let row = work.identity_by(case.id(), version).await?.ok_or(Error::NotFound)?;
        opened(&case.keys, &row)
    };
    let (before, merged) = (at(merged - 1).await?, at(merged).await?);
    let said = opened(&case.keys, &now)?;
    let back = said.unmerged(&before, &merged);
    if back != said {
        let next = work.correct(Fact::Citizen(case.id().0), now.version, cx.now).await?;
        Rows::new(app, cx, &case.keys, &now, next, &back)?.keep(cx, work).await?;
    }
    Ok(())
}
