//! Searching, over what one may see: a worker's own citizens, a coordinator's whole programme; and the notes of one's own citizens.
//!
//! A worker's few citizens are opened and looked through. A programme has thousands: there the keyed hashes of the words' beginnings
//! find them. Every search is logged with its words, sealed under the searcher's key, and with whom it showed.

use std::collections::HashMap;

use domain::access::{Action, Grant};
use domain::code::ContactKind;
use domain::event::Event;
use domain::id::{CitizenId, ContactId, SubjectId};
use domain::personal::Personal;
use store::Reader;
use store::search::{NoteRow, SearchRow};
use uuid::Uuid;
use vault::fold;

use crate::blind::{self, Named};
use crate::facts::maybe_code;
use crate::people::{called, hold};
use crate::sealing::{Cell, Keys};
use crate::sight::Sight;
use crate::view::search::{By, FROM_LETTERS, Found, FoundNote, SHOWN, SearchPage};
use crate::{App, Cx, Result};

/// Citizens that the index may give to be looked through.
const CANDIDATES: i64 = 200;
/// Notes that are opened.
const NOTES: i64 = 4_000;
/// The longest words that are searched for.
const LONGEST: usize = 100;
/// Letters shown before and after the words in a note.
const AROUND: usize = 60;

/// Searches; with `notes`, also among the notes of one's own citizens.
///
/// # Errors
///
/// [`Error::Denied`] where the reader may not search.
pub async fn search(app: &App, cx: &Cx, terms: &str, notes: bool) -> Result<SearchPage> {
    let grant = cx.may_at_all(Action::SearchCitizens)?;
    let me = cx.user()?;
    let terms: String = terms.trim().chars().take(LONGEST).collect();
    let is_programme = cx.may_at_all(Action::ListAllCitizens).is_ok();
    let asked = blind::asked(&terms);
    let is_long_enough = terms.chars().count() >= FROM_LETTERS && !asked.is_empty();
    let mut page = SearchPage {
        terms: Personal::new(terms),
        is_long_enough,
        is_programme,
        found: Vec::new(),
        has_more: false,
        notes: None,
    };
    if !is_long_enough {
        return Ok(page);
    }
    let mut reader = app.store().read(&grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let mut own = Vec::new();
    if notes || !is_programme {
        own = reader.own_citizens(cx.programme_id, me, cx.today).await?;
        own.retain(|row| !sight.hides(CitizenId(row.id)));
    }
    if is_programme {
        let mut rows = candidates(app, cx, &mut reader, &asked).await?;
        rows.retain(|row| !sight.hides(CitizenId(row.id)));
        page.found = among(app, cx, &rows, &asked)?;
    } else {
        page.found = among(app, cx, &own, &asked)?;
    }
    of_persons(app, cx, &mut reader, &sight, &mut page.found).await?;
    page.has_more = page.found.len() > SHOWN;
    page.found.truncate(SHOWN);
    if notes {
        let mut rows = reader.own_notes(cx.programme_id, me, cx.today, NOTES).await?;
        rows.retain(|row| !sight.hides(CitizenId(row.citizen)));
        page.notes = Some(notes_with(app, cx, (&own, &sight), &rows, page.terms.reveal())?);
    }
    drop(reader);
    let shown = page.found.iter().map(|found| found.citizen);
    let shown: Vec<CitizenId> = shown.chain(page.notes.iter().flatten().map(|note| note.citizen)).collect();
    look(app, cx, &grant, page.terms.reveal(), shown).await?;
    Ok(page)
}

/// Logs a search, its words sealed under the searcher's key.
pub(crate) async fn look(app: &App, cx: &Cx, grant: &Grant, terms: &str, mut shown: Vec<CitizenId>) -> Result<()> {
    let me = SubjectId::from(cx.user()?);
    let mut keys = Keys::new(cx.organisation);
    for wrapped in app.store().read(grant).await?.wrapped_keys(&[me]).await? {
        keys.hold(SubjectId(wrapped.subject), app.store().keys().open(&wrapped)?);
    }
    let row = cx.new_id()?;
    let cell = Cell { table: "audit_event", column: "terms", row, version: 1 };
    let sealed = keys.seal(me, cell, Some(terms))?.unwrap_or_default();
    let sealed: String = sealed.iter().map(|byte| format!("{byte:02x}")).collect();
    shown.sort_unstable();
    shown.dedup();
    let event = Event::Searched { terms: format!("{row}:{sealed}"), found: shown.len() as u64 };
    Ok(app.store().look(grant, cx.entry(event, shown), cx.now).await?)
}

async fn candidates(app: &App, cx: &Cx, reader: &mut Reader, asked: &[String]) -> Result<Vec<SearchRow>> {
    let key = app.store().keys().blind();
    let mut hashes = asked.iter().map(|word| blind::beginning(key, cx.programme_id, word));
    let Some(first) = hashes.next() else { return Ok(Vec::new()) };
    let second = hashes.next().unwrap_or(first);
    let third = hashes.next().unwrap_or(second);
    Ok(reader.citizens_beginning(cx.organisation, [first, second, third], CANDIDATES).await?)
}

/// Each person once, under the record that stands (R4), called as that record says; what found any of the records found the person.
async fn of_persons(app: &App, cx: &Cx, reader: &mut Reader, sight: &Sight, found: &mut Vec<Found>) -> Result<()> {
    let is_merged = |one: &Found| sight.person(one.citizen) != one.citizen;
    let merged: Vec<CitizenId> =
        found.iter().filter(|one| is_merged(one)).map(|one| sight.person(one.citizen)).collect();
    if merged.is_empty() {
        return Ok(());
    }
    let mut names = HashMap::new();
    for row in reader.citizens_called(&merged).await? {
        let mut keys = Keys::new(cx.organisation);
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(id, called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    let mut persons: Vec<Found> = Vec::with_capacity(found.len());
    for one in found.drain(..) {
        let citizen = sight.person(one.citizen);
        match persons.iter_mut().find(|known| known.citizen == citizen) {
            Some(known) => {
                known.by.extend(one.by);
                known.by.sort_unstable();
                known.by.dedup();
            }
            None => persons.push(Found { citizen, name: names.get(&citizen).cloned().unwrap_or(one.name), by: one.by }),
        }
    }
    *found = persons;
    in_order(found);
    Ok(())
}

fn in_order(found: &mut [Found]) {
    found.sort_by(|one, other| {
        render::order::danish(one.name.reveal(), other.name.reveal()).then(one.citizen.cmp(&other.citizen))
    });
}

/// The citizens that the words find, by name, opened one by one.
fn among(app: &App, cx: &Cx, rows: &[SearchRow], asked: &[String]) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for row in rows {
        let mut keys = Keys::new(cx.organisation);
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let open = |column, sealed: &Option<Vec<u8>>| {
            let cell = Cell { table: "citizen", column, row: row.id, version: row.version };
            keys.open(SubjectId(row.id), cell, sealed.as_deref())
        };
        let [alias, name] = [open("alias", &row.alias)?, open("name", &row.name)?];
        let [phone, id] = [open("phone", &row.phone)?, open("register_id", &row.register_id)?];
        let text = |text: &Option<Personal<String>>| text.as_ref().map(|text| text.reveal().clone());
        let [alias, name, phone, id] = [text(&alias), text(&name), text(&phone), text(&id)];
        let only = [
            (By::Alias, Named { alias: alias.as_deref(), ..Named::default() }),
            (By::Name, Named { name: name.as_deref(), ..Named::default() }),
            (By::Phone, Named { phone: phone.as_deref(), ..Named::default() }),
            (By::RegisterId, Named { register_id: id.as_deref(), ..Named::default() }),
        ];
        let words = only.iter().flat_map(|(_, named)| named.words()).collect();
        if !blind::finds(asked, &words) {
            continue;
        }
        let hit = |named: &Named<'_>| asked.iter().any(|word| blind::finds(std::slice::from_ref(word), &named.words()));
        found.push(Found {
            citizen: CitizenId(row.id),
            name: called(&keys, CitizenId(row.id), row.version, row.alias.as_deref(), row.name.as_deref())?,
            by: only.iter().filter(|(_, named)| hit(named)).map(|(by, _)| *by).collect(),
        });
    }
    in_order(&mut found);
    Ok(found)
}

/// The notes that hold the words, whatever their case.
fn notes_with(
    app: &App,
    cx: &Cx,
    (own, sight): (&[SearchRow], &Sight),
    rows: &[NoteRow],
    terms: &str,
) -> Result<Vec<FoundNote>> {
    let mut keys = Keys::new(cx.organisation);
    let mut names = HashMap::new();
    for row in own {
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(row.id, called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    let mut found = Vec::new();
    for row in rows {
        let cell = Cell { table: "contact", column: "text", row: row.id, version: row.version };
        let Some(text) = keys.open(SubjectId(row.citizen), cell, row.text.as_deref())? else { continue };
        let Some(excerpt) = excerpt(text.reveal(), terms) else { continue };
        let person = sight.person(CitizenId(row.citizen));
        found.push(FoundNote {
            contact: ContactId(row.id),
            citizen: person,
            name: name_of(&names, person.0),
            on: row.happened_on,
            kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
            excerpt: Personal::new(excerpt),
        });
        if found.len() == SHOWN {
            break;
        }
    }
    Ok(found)
}

fn name_of(names: &HashMap<Uuid, Personal<String>>, citizen: Uuid) -> Personal<String> {
    names.get(&citizen).cloned().unwrap_or_else(|| Personal::new("–".to_owned()))
}

/// Where a text holds the words: what stands before them, they, and what comes after.
fn excerpt(text: &str, terms: &str) -> Option<(String, String, String)> {
    // Folded letter by letter, so that a place in the folded text is a place in the text.
    let fold_one = |letter: char| fold::name(&letter.to_string()).chars().next().unwrap_or(' ');
    let letters: Vec<char> = text.chars().collect();
    let folded: Vec<char> = letters.iter().copied().map(fold_one).collect();
    let wanted: Vec<char> = terms.trim().chars().map(fold_one).collect();
    if wanted.is_empty() || wanted.iter().all(|letter| *letter == ' ') {
        return None;
    }
    let at = folded.windows(wanted.len()).position(|part| part == wanted)?;
    let end = at + wanted.len();
    let part = |from: usize, to: usize| letters.iter().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let (first, last) = (at.saturating_sub(AROUND), (end + AROUND).min(letters.len()));
    let before = if first > 0 { format!("… {}", part(first, at).trim_start()) } else { part(first, at) };
    let after = if last < letters.len() { format!("{} …", part(end, last).trim_end()) } else { part(end, last) };
    Some((before, part(at, end), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_found_whatever_the_case_and_shown_with_what_stands_around() {
        let found = excerpt("Gik en tur langs Søerne i regnen", "søerne");
        assert_eq!(found, Some(("Gik en tur langs ".into(), "Søerne".into(), " i regnen".into())));
        assert_eq!(excerpt("Gik en tur", "banken"), None);
        assert_eq!(excerpt("Gik en tur", "  "), None);
        let long = format!("{} banken {}", "før ".repeat(40), "efter ".repeat(40));
        let (before, words, after) = excerpt(&long, "BANKEN").unwrap();
        assert!(before.starts_with("… ") && after.ends_with(" …") && words == "banken", "{before}|{after}");
    }
}
