//! What somebody was typing and has not sent. It survives a crash, an ended session and a closed tab, sealed like what is sent.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use domain::access::Action;
use domain::id::{CitizenId, SubjectId, UserId};
use domain::personal::Personal;
use store::key::WrappedKey;
use uuid::Uuid;

use crate::case::permitted;
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// The longest place's name, in bytes.
const PLACE: usize = 200;

/// The fields of an unsent form, by name; a field may have several values.
pub type Fields = BTreeMap<String, Vec<String>>;

/// What was typed, and when it was last kept.
#[derive(Clone, Debug)]
pub struct Unsent {
    /// The fields.
    pub fields: Personal<Fields>,
    /// When, in the programme's zone.
    pub saved_at: NaiveDateTime,
}

/// Keeps what is typed at a place (the form's address). `about` is the citizen the form is about, whose key seals it.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen is not for this writer; [`Error::Refused`] where the writer is nobody who signs in.
pub async fn keep(
    app: &App,
    cx: &Cx,
    place: &str,
    about: Option<CitizenId>,
    fields: &Personal<Fields>,
) -> Result<NaiveDateTime> {
    let me = cx.user()?;
    let grant = match about {
        Some(citizen) => permitted(app, cx, Action::SeeCitizen, citizen).await?,
        None => cx.may_at_all(Action::SignIn)?,
    };
    let subject = about.map_or(SubjectId::from(me), SubjectId::from);
    let place = own(cx, place);
    // The seal is bound to a number that grows with each keeping, as a fact's is to its version.
    let version = cx.now.timestamp_micros();
    let keys = keys(app, cx, subject).await?;
    let body =
        serde_json::to_string(fields.reveal()).map_err(|_| Error::Refused("the form cannot be kept".to_owned()))?;
    let sealed = keys.seal(subject, cell(me, version), Some(&body))?.ok_or(Error::NotFound)?;
    app.store().keep_unsent(&grant, me, &place, subject, (version, &sealed), cx.now).await?;
    Ok(cx.local_now())
}

/// What the reader had typed at a place, where there is something.
///
/// # Errors
///
/// A fault of the store.
pub async fn find(app: &App, cx: &Cx, place: &str) -> Result<Option<Unsent>> {
    let me = cx.user()?;
    let grant = cx.may_at_all(Action::SignIn)?;
    let Some(row) = app.store().read(&grant).await?.unsent(me, &own(cx, place)).await? else { return Ok(None) };
    let subject = SubjectId(row.subject);
    let keys = keys(app, cx, subject).await?;
    let Some(body) = keys.open(subject, cell(me, row.version), Some(&row.body))? else { return Ok(None) };
    let fields = serde_json::from_str(body.reveal()).unwrap_or_default();
    Ok(Some(Unsent { fields: Personal::new(fields), saved_at: cx.local(row.saved_at) }))
}

/// Throws away what the writer had typed at a place.
///
/// # Errors
///
/// A fault of the store.
pub async fn throw_away(app: &App, cx: &Cx, place: &str) -> Result<()> {
    let grant = cx.may_at_all(Action::SignIn)?;
    Ok(app.store().throw_unsent_away(&grant, cx.user()?, &own(cx, place)).await?)
}

/// A place in the programme: the same form of another programme is another place.
fn own(cx: &Cx, place: &str) -> String {
    let place: String = place.chars().take(PLACE).collect();
    format!("{}{place}", cx.programme_id)
}

const fn cell(me: UserId, version: i64) -> Cell {
    Cell { table: "unsent", column: "body", row: me.0, version }
}

/// The key of whom a text is sealed under.
async fn keys(app: &App, cx: &Cx, subject: SubjectId) -> Result<Keys> {
    let asking = cx.may_at_all(Action::SignIn)?;
    let rows: Vec<WrappedKey> = app.store().read(&asking).await?.wrapped_keys(&[subject]).await?;
    let mut keys = Keys::new(cx.organisation);
    for row in rows {
        let id: Uuid = row.subject;
        keys.hold(SubjectId(id), app.store().keys().open(&row)?);
    }
    Ok(keys)
}
