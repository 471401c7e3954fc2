//! People's names and keys: who can be named, and how a key is opened.

use std::collections::{BTreeSet, HashMap};

use domain::id::{CitizenId, OrganisationId, SubjectId, UserId};
use domain::personal::Personal;
use store::Reader;
use store::citizen::CitizenRow;
use store::key::WrappedKey;
use store::merge::LinkedRow;
use store::user::NameRow;
use uuid::Uuid;
use vault::DataKey;

use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Result};

/// What people are called.
pub(crate) type Names = HashMap<UserId, Personal<String>>;

/// Opens a person's key as a page's statement brings it: none where it is shredded.
pub(crate) fn key(
    app: &App,
    organisation: OrganisationId,
    subject: Uuid,
    epoch: Option<i64>,
    wrapped: Option<&Vec<u8>>,
) -> Result<Option<DataKey>> {
    let (Some(epoch), Some(wrapped)) = (epoch, wrapped) else { return Ok(None) };
    let row = WrappedKey { subject, organisation: organisation.0, epoch, wrapped: wrapped.clone() };
    Ok(Some(app.store().keys().open(&row)?))
}

/// Takes a person's key in, where there is one.
pub(crate) fn hold(
    app: &App,
    keys: &mut Keys,
    subject: Uuid,
    epoch: Option<i64>,
    wrapped: Option<&Vec<u8>>,
) -> Result<()> {
    if let Some(key) = key(app, keys.organisation(), subject, epoch, wrapped)? {
        keys.hold(SubjectId(subject), key);
    }
    Ok(())
}

/// Takes a citizen's key in, and those of the records that are or were the same person.
pub(crate) async fn hold_person(app: &App, reader: &mut Reader, keys: &mut Keys, row: &CitizenRow) -> Result<()> {
    let linked = reader.linked_records(CitizenId(row.id)).await?;
    hold_linked(app, keys, row, &linked)
}

/// As [`hold_person`], with what the store has said of the records.
pub(crate) fn hold_linked(app: &App, keys: &mut Keys, row: &CitizenRow, linked: &[LinkedRow]) -> Result<()> {
    hold(app, keys, row.id, row.epoch, row.wrapped.as_ref())?;
    for linked in linked {
        hold(app, keys, linked.record, linked.epoch, linked.wrapped.as_ref())?;
        keys.link(SubjectId(row.id), SubjectId(linked.record));
    }
    Ok(())
}

/// What a citizen is called in a list: the alias, else the initials of the name; never the full name. A shredded citizen has none.
pub(crate) fn called(
    keys: &Keys,
    citizen: CitizenId,
    version: i64,
    alias: Option<&[u8]>,
    name: Option<&[u8]>,
) -> Result<Personal<String>> {
    let cell = |column| Cell { table: "citizen", column, row: citizen.0, version };
    if let Some(alias) = keys.open(citizen.into(), cell("alias"), alias)? {
        return Ok(alias);
    }
    let name = keys.open(citizen.into(), cell("name"), name)?;
    Ok(Personal::new(name.map_or_else(|| "–".to_owned(), |name| initials(name.reveal()))))
}

/// The first letter of each part of a name: `Signe Holm` is `S.H.`
pub(crate) fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|part| part.chars().next()).flat_map(|letter| [letter, '.']).collect()
}

/// The names of the people of the programme; the user name where no name is known.
pub(crate) async fn members(app: &App, reader: &mut Reader, cx: &Cx) -> Result<Names> {
    opened(app, cx, reader.member_names(cx.programme_id).await?)
}

/// The names of some people: a programme may have a thousand, and a citizen's page names two or three.
pub(crate) async fn some(
    app: &App,
    reader: &mut Reader,
    cx: &Cx,
    people: impl Iterator<Item = UserId>,
) -> Result<Names> {
    let people: Vec<UserId> = people.collect::<BTreeSet<_>>().into_iter().collect();
    opened(app, cx, reader.names_of(&people).await?)
}

/// What the people of these rows are called.
pub(crate) fn opened(app: &App, cx: &Cx, rows: Vec<NameRow>) -> Result<Names> {
    let mut keys = Keys::new(cx.organisation);
    let mut names = HashMap::with_capacity(rows.len());
    for row in rows {
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let cell = Cell { table: "user_account", column: "name", row: row.id, version: row.version };
        let name = keys.open(SubjectId(row.id), cell, row.name_sealed.as_deref())?;
        names.insert(UserId(row.id), name.unwrap_or_else(|| Personal::new(row.user_name.clone())));
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_the_first_letter_of_each_part() {
        assert_eq!(initials("Signe  Østergaard Holm"), "S.Ø.H.");
        assert_eq!(initials(""), "");
    }
}
