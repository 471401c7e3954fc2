//! The versions of a programme's rules: who saved them, when, why, and what each changed.

use domain::access::{Action, Grant};
use domain::id::{SubjectId, UserId};
use domain::personal::Personal;
use domain::programme::change::changes;
use store::programme::ProgrammeVersionRow;

use super::reason_cell;
use crate::people::{Names, some};
use crate::sealing::Keys;
use crate::setup::read;
use crate::view::rules::{By, Kept};
use crate::{App, Cx, Error, Result};

/// Every version, the latest first.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<Vec<Kept>> {
    let grant = cx.may_at_all(Action::SeeRules)?;
    all(app, cx, &grant).await
}

/// One version, as the rules were.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where there is none of that number.
pub async fn version(app: &App, cx: &Cx, number: i64) -> Result<Kept> {
    page(app, cx).await?.into_iter().find(|kept| kept.version == number).ok_or(Error::NotFound)
}

pub(super) async fn all(app: &App, cx: &Cx, grant: &Grant) -> Result<Vec<Kept>> {
    let mut reader = app.store().read(grant).await?;
    let rows = reader.programme_versions(cx.programme_id).await?;
    let people = rows.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, people).await?;
    let subject = SubjectId(cx.programme_id.0);
    let mut keys = Keys::new(cx.organisation);
    for row in reader.wrapped_keys(&[subject]).await? {
        keys.hold(subject, app.store().keys().open(&row)?);
    }
    drop(reader);
    let mut found: Vec<Kept> = rows.iter().map(|row| kept(cx, &keys, &names, row)).collect::<Result<_>>()?;
    let before: Vec<_> = found.iter().skip(1).map(|older| older.rules.clone()).collect();
    for (newer, older) in found.iter_mut().zip(&before) {
        newer.changes = changes(older, &newer.rules);
    }
    Ok(found)
}

fn kept(cx: &Cx, keys: &Keys, names: &Names, row: &ProgrammeVersionRow) -> Result<Kept> {
    let name = row.recorded_by.parse().ok().and_then(|by| names.get(&UserId(by)).cloned());
    let by = match row.recorded_by.strip_prefix("operator:") {
        Some(operator) => By::Operator(operator.to_owned()),
        None => By::Person(name.unwrap_or_else(|| Personal::new("–".to_owned()))),
    };
    Ok(Kept {
        version: row.version,
        at: cx.local(row.recorded_at),
        by,
        reason: keys.open(SubjectId(cx.programme_id.0), reason_cell(cx, row.version), row.reason.as_deref())?,
        changes: Vec::new(),
        rules: read(&format!("version {}", row.version), &row.toml)?,
        toml: row.toml.clone(),
    })
}
