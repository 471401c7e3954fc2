//! Whether all that is kept of the reports is what it was when they were frozen and locked, as the log proves it.

use std::collections::BTreeMap;

use domain::access::{Action, Grant};
use domain::code::{PaperKind, ReleaseState};
use domain::event::{Event, LockedSums};
use domain::paper::Paper;
use domain::release::{Frozen, Release, Told};
use store::Reader;
use store::audit::AuditFilter;
use store::paper::PaperRow;
use uuid::Uuid;

use super::propose::{FORMATS, file_name};
use super::read::stored;
use super::{hexadecimal, told_id};
use crate::paper::{Kept, opened};
use crate::template::{Known, templates};
use crate::{App, Cx, Error, Result};

/// What was checked of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A file: its ending, and the sum that it must have.
    File(String, String),
    /// What is said of it: what was asked for, the sums of its files, who locked it.
    Release,
    /// What it held: figures, definitions, words, counts.
    Held,
    /// What its audience had been told with it.
    Told,
}

/// What became of checking a part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The report.
    pub release: Uuid,
    /// What it is called, with its version.
    pub name: String,
    /// The part.
    pub part: Part,
    /// Whether it is what it was.
    pub is_whole: bool,
    /// Whether there is none of it any more.
    pub is_missing: bool,
}

/// What the log says of a locked report.
struct Logged {
    digest: String,
    kept: Option<LockedSums>,
}

/// Checks every report: the bytes of its files against the sums taken when it was frozen, and of a locked one all else that is kept against the log.
/// Of one that was locked before the log held those sums, whether it opens. The log itself is checked by `audit verify`.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn verify(app: &App, cx: &Cx) -> Result<Vec<Checked>> {
    let grant = cx.may_at_all(Action::SeeReports)?;
    let mut reader = app.store().read(&grant).await?;
    let known = templates(app, cx, &mut reader).await?;
    let logged = locked(cx, &mut reader).await?;
    let mut ids: Vec<Uuid> =
        reader.papers(cx.programme_id, PaperKind::Release).await?.iter().map(|row| row.id).collect();
    ids.extend(logged.iter().map(|(id, _)| *id).filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    // What an audience has been told by now is what it was told with the last report that was locked for it.
    let last: BTreeMap<Uuid, &str> = logged
        .iter()
        .filter_map(|(_, one)| one.kept.as_ref().map(|kept| (kept.told_row, kept.told.as_str())))
        .collect();
    let mut checked = Vec::new();
    for id in ids {
        let of_log = logged.iter().find(|(one, _)| *one == id).map(|(_, logged)| logged);
        let mut of_store = Of { app, cx, grant: &grant, reader: &mut reader, known: &known, last: &last };
        checked.extend(of_store.report(id, of_log).await?);
    }
    Ok(checked)
}

/// Every report that was locked, the first first, as the log says.
async fn locked(cx: &Cx, reader: &mut Reader) -> Result<Vec<(Uuid, Logged)>> {
    const AT_A_TIME: i64 = 500;
    let mut filter = AuditFilter {
        programme: Some(cx.programme_id),
        event: Some("report_locked".to_owned()),
        ..AuditFilter::default()
    };
    let mut all = Vec::new();
    loop {
        let rows = reader.audit_rows(&filter, AT_A_TIME).await?;
        let Some(last) = rows.last() else { break };
        filter.before = Some(last.seq);
        all.extend(rows.into_iter().filter_map(|row| match serde_json::from_str(&row.detail) {
            Ok(Event::ReportLocked { row, digest, kept, .. }) => Some((row, Logged { digest, kept })),
            _ => None,
        }));
    }
    all.reverse();
    Ok(all)
}

fn sum(sealed: &[u8]) -> String {
    hexadecimal(&vault::digest(sealed))
}

/// Whether something is what it was: it opens at its place, and is there.
fn unless_broken<T>(answer: Result<Option<T>>) -> Result<Option<T>> {
    match answer {
        Err(Error::Refused(_) | Error::NotFound) => Ok(None),
        answer => answer,
    }
}

/// A report that is looked at.
struct Of<'a> {
    app: &'a App,
    cx: &'a Cx,
    grant: &'a Grant,
    reader: &'a mut Reader,
    known: &'a [Known],
    last: &'a BTreeMap<Uuid, &'a str>,
}

impl Of<'_> {
    async fn report(&mut self, id: Uuid, logged: Option<&Logged>) -> Result<Vec<Checked>> {
        let rows = self.reader.paper_versions(self.cx.programme_id, PaperKind::Release, id).await?;
        let now = self.open::<Release>(rows.last())?;
        let kept = logged.and_then(|logged| logged.kept.as_ref());
        let template = now.as_ref().and_then(|now| {
            self.known.iter().find(|one| one.template.key == now.says().asked.template).map(|one| (one, now))
        });
        let name = template.map_or_else(|| "rapport".to_owned(), |(one, now)| file_name(&one.template, now.says()));
        let of = |part, is_whole, is_missing| Checked { release: id, name: name.clone(), part, is_whole, is_missing };
        let is_locked = now.as_ref().is_some_and(|now| now.says().state == ReleaseState::Locked);
        let mut checked = Vec::new();
        let is_whole = match (&now, logged) {
            (Some(now), Some(logged)) => is_locked && self.is_as_logged(now.says(), logged, &rows)?,
            // What the log does not say was locked is not.
            (Some(_), None) => !is_locked,
            (None, _) => false,
        };
        checked.push(of(Part::Release, is_whole, rows.is_empty()));
        for file in now.iter().flat_map(|now| &now.says().files) {
            if !FORMATS.contains(&file.format.as_str()) {
                continue;
            }
            let bytes = stored(self.app, self.cx, self.grant, self.reader, id, &file.format).await;
            let is_missing = matches!(bytes, Err(Error::NotFound));
            let is_whole = unless_broken(bytes.map(Some))?.is_some_and(|bytes| sum(&bytes) == file.sha256);
            checked.push(of(Part::File(file.format.clone(), file.sha256.clone()), is_whole, is_missing));
        }
        let held = self.reader.paper_versions(self.cx.programme_id, PaperKind::Frozen, id).await?;
        let proven = |row: &PaperRow| kept.is_none_or(|kept| sum(&row.body) == kept.frozen);
        let is_whole = held.last().is_some_and(proven) && self.open::<Frozen>(held.last())?.is_some();
        checked.push(of(Part::Held, is_whole, held.is_empty()));
        let of_audience = now.as_ref().map(|now| told_id(self.cx.programme_id, now.says().asked.addressee));
        let told_row = kept.map(|kept| kept.told_row).or(of_audience);
        if let Some(told_row) = told_row.filter(|_| logged.is_some() || is_locked) {
            let told = self.reader.paper_versions(self.cx.programme_id, PaperKind::Ledger, told_row).await?;
            let row = match kept {
                Some(kept) => told.iter().find(|row| sum(&row.body) == kept.told),
                None => told.last(),
            };
            let is_last = |row: &PaperRow| self.last.get(&told_row).is_none_or(|last| sum(&row.body) == *last);
            let is_whole = self.open::<Told>(row)?.is_some() && told.last().is_some_and(is_last);
            checked.push(of(Part::Told, is_whole, told.is_empty()));
        }
        Ok(checked)
    }

    /// A version; none where there is none, or it does not open.
    fn open<T: Paper>(&self, row: Option<&PaperRow>) -> Result<Option<Kept<T>>> {
        let Some(row) = row else { return Ok(None) };
        unless_broken(opened(self.app, self.cx, row.clone()))
    }

    /// Whether a locked report is what the log says. Only to whom it was sent comes after.
    fn is_as_logged(&self, now: &Release, logged: &Logged, rows: &[PaperRow]) -> Result<bool> {
        let sums: Vec<&str> = now.files.iter().map(|file| file.sha256.as_str()).collect();
        if sum(sums.join("\n").as_bytes()) != logged.digest {
            return Ok(false);
        }
        let Some(kept) = &logged.kept else { return Ok(true) };
        let then = rows.iter().find(|row| sum(&row.body) == kept.release);
        let Some(then) = self.open::<Release>(then)? else { return Ok(false) };
        Ok(*now == Release { sent: now.sent.clone(), ..then.says().clone() })
    }
}
