//! *Indsatsens regler*: a programme's rules, changed on the screen, as a file or by command, and never before it was shown what moves.
//!
//! Whatever way rules come, they become a file's text; [`offer`] checks it and says what it moves, [`confirm`] saves it as a new version.

pub mod history;
mod moving;

pub(crate) use self::moving::called_all;

use std::collections::BTreeSet;

use domain::access::{Action, Grant};
use domain::event::Event;
use domain::file::programme::parse_programme;
use domain::id::SubjectId;
use domain::personal::Personal;
use domain::programme::Programme;
use domain::programme::change::changes;
use domain::programme::draft::{Draft, Refused, unsuited};
use domain::programme::toml::written;
use domain::refusal::{Code, LONGEST, Refusal};
use store::Reader;
use store::programme::ProgrammeRow;

use crate::cx::zone;
use crate::once::{Begun, Once, begin};
use crate::sealing::{Cell, Keys};
use crate::setup::read;
use crate::view::rules::{Confirmed, Offered, Preview, RulesPage};
use crate::{App, Cx, Error, Result};

/// What a file is called in its faults, where it was pasted.
const FILE: &str = "indsats.toml";

/// The rules in force. There is nobody's data in them, so nothing is logged.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<RulesPage> {
    let grant = cx.may_at_all(Action::SeeRules)?;
    let mut reader = app.store().read(&grant).await?;
    let row = reader.programme(cx.programme_id).await?.ok_or(Error::NotFound)?;
    let may_keep = may_keep(cx);
    let used = if may_keep { used(&mut reader, cx).await? } else { BTreeSet::new() };
    Ok(RulesPage {
        version: row.version,
        rules: read(&row.key, &row.toml)?,
        toml: row.toml,
        instruments: app.instruments().all().iter().map(|pack| (pack.key.clone(), pack.title.clone())).collect(),
        used,
        may_keep,
    })
}

pub(crate) fn may_keep(cx: &Cx) -> bool {
    cx.could_at_all(Action::KeepProgrammes)
}

/// The goal areas that something of the programme, or an offer, was put into.
async fn used(reader: &mut Reader, cx: &Cx) -> Result<BTreeSet<String>> {
    let areas = reader.used_areas(cx.programme_id).await?;
    let offers = reader.offers(cx.organisation).await?;
    let of_offers = offers.iter().flat_map(|offer| offer.areas.split(',')).map(str::to_owned);
    Ok(areas.into_iter().map(|(area,)| area).chain(of_offers).collect())
}

/// Rules as somebody offers them.
#[derive(Clone, Debug)]
pub enum Way<'a> {
    /// Typed into the screen's fields.
    Typed(&'a Draft),
    /// As a file's text.
    File(&'a str),
}

/// Checks rules that were made from version `from`, and shows what they would move. Nothing is saved. What the reader is shown of people is
/// logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn offer(app: &App, cx: &Cx, way: Way<'_>, from: i64) -> Result<Offered> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    let mut reader = app.store().read(&grant).await?;
    let row = reader.programme(cx.programme_id).await?.ok_or(Error::NotFound)?;
    let before = read(&row.key, &row.toml)?;
    let (after, toml) = match way {
        Way::Typed(draft) => match draft.checked(&before) {
            Ok(rules) => {
                let toml = written(&rules);
                (rules, toml)
            }
            Err(refused) => return Ok(Offered::Refused(refused)),
        },
        Way::File(text) => match parse_programme(FILE, text) {
            Ok(rules) => (rules, text.to_owned()),
            Err(faults) => {
                return Ok(Offered::Faults(
                    faults.iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect(),
                ));
            }
        },
    };
    if zone(&after).is_err() {
        return Ok(Offered::Faults(vec![format!("time_zone: \"{}\"", after.time_zone)]));
    }
    let refused = refusals(app, cx, &mut reader, &before, &after).await?;
    if !refused.is_empty() {
        return Ok(Offered::Refused(refused));
    }
    if changes(&before, &after).is_empty() {
        return Ok(Offered::Same);
    }
    drop(reader);
    let preview = Box::new(moving::preview(app, cx, &grant, (&before, row.version), after, toml).await?);
    if row.version == from {
        return Ok(Offered::Good(preview));
    }
    let versions = history::all(app, cx, &grant).await?;
    let base = versions.iter().find(|kept| kept.version == from).map(|kept| kept.rules.clone());
    let mut theirs = versions.into_iter().next().ok_or(Error::NotFound)?;
    if let Some(base) = base {
        theirs.changes = changes(&base, &theirs.rules);
    }
    Ok(Offered::Stale(Box::new(theirs), preview))
}

async fn refusals(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    before: &Programme,
    after: &Programme,
) -> Result<Vec<Refused>> {
    let installed: Vec<&str> = app.instruments().all().iter().map(|pack| pack.key.as_str()).collect();
    Ok(unsuited(before, after, &installed, &used(reader, cx).await?))
}

/// Saves rules that were shown, as a new version, with a reason. What moves is worked out again: where it is not what was `seen`, nothing is
/// saved and it is shown anew. Sent twice, saved once.
///
/// # Errors
///
/// [`Error::Denied`]; a refusal where there is no reason.
pub async fn confirm(
    app: &App,
    cx: &Cx,
    (toml, from): (&str, i64),
    seen: Option<&str>,
    reason: &Personal<String>,
    once: Once,
) -> Result<Confirmed> {
    let grant = cx.may_at_all(Action::KeepProgrammes)?;
    if let Some(Some(_)) = app.store().read(&grant).await?.claimed(&grant, once.0).await? {
        let row = app.store().read(&grant).await?.programme(cx.programme_id).await?.ok_or(Error::NotFound)?;
        return Ok(Confirmed::Saved(row.version));
    }
    let preview = match offer(app, cx, Way::File(toml), from).await? {
        Offered::Good(preview) if seen.is_none_or(|seen| seen == preview.seen) => preview,
        other => return Ok(Confirmed::Not(other)),
    };
    let words = reason.reveal().trim();
    if words.is_empty() {
        return Err(Refusal::new("grund", Code::ReasonNeeded).into());
    }
    if words.chars().count() > LONGEST {
        return Err(Refusal::new("grund", Code::TooLong).into());
    }
    save(app, cx, grant, &preview, words, once).await
}

async fn save(app: &App, cx: &Cx, grant: Grant, preview: &Preview, reason: &str, once: Once) -> Result<Confirmed> {
    let keys = keys(app, cx, &grant).await?;
    let mut work = match begin(app, cx, grant, once, Some(cx.programme_id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(_) => return Ok(Confirmed::Saved(preview.version + 1)),
    };
    let current = work.programme(cx.programme_id).await?.ok_or(Error::NotFound)?;
    if current.version != preview.version {
        return Err(Error::Stale);
    }
    let version = current.version + 1;
    let sealed = keys.seal(SubjectId(cx.programme_id.0), reason_cell(cx, version), Some(reason))?;
    let row = ProgrammeRow { version, toml: preview.toml.clone(), ..current };
    work.put_programme(&row, sealed.as_deref(), cx.now).await.map_err(taken)?;
    let event = Event::ProgrammeKept { key: row.key, version };
    work.commit(cx.entry(event, Vec::new()), cx.now).await.map_err(taken)?;
    Ok(Confirmed::Saved(version))
}

/// Somebody else has recorded the version first.
pub(crate) fn taken(fault: store::Error) -> Error {
    match fault {
        store::Error::Taken(_) => Error::Stale,
        fault => fault.into(),
    }
}

const fn reason_cell(cx: &Cx, version: i64) -> Cell {
    Cell { table: "programme", column: "reason", row: cx.programme_id.0, version }
}

/// The programme's own key, under which the reasons are sealed: they outlive whoever gave them. Made when it is first needed.
async fn keys(app: &App, cx: &Cx, grant: &Grant) -> Result<Keys> {
    let subject = SubjectId(cx.programme_id.0);
    let mut keys = Keys::new(cx.organisation);
    if app.store().read(grant).await?.wrapped_keys(&[subject]).await?.is_empty() {
        let (_, wrapped) = app.store().keys().new_key(cx.organisation, subject)?;
        match app.store().add_keys(grant, &[wrapped]).await {
            // Somebody else made it this moment.
            Ok(()) | Err(store::Error::Taken(_)) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    for row in app.store().read(grant).await?.wrapped_keys(&[subject]).await? {
        keys.hold(subject, app.store().keys().open(&row)?);
    }
    Ok(keys)
}
