//! The mail that says how much waits: who wants it (*Indstillinger*), what waits for somebody, and the sending.

mod count;
mod send;

use domain::access::Action;
use domain::code::DigestRhythm;
use domain::digest::address;
use domain::event::Event;
use domain::id::{SubjectId, UserId};
use domain::personal::Personal;
use store::digest::DigestRow;

use crate::facts::code;
use crate::once::{Once, begin_change};
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::view::job::SettingsPage;
use crate::{App, Cx, Error, Result};

pub use count::waiting;
pub(crate) use send::send;

/// What the reader has chosen.
///
/// # Errors
///
/// [`Error::Denied`] for a role that nothing waits for.
pub async fn settings(app: &App, cx: &Cx) -> Result<SettingsPage> {
    let grant = cx.may_at_all(Action::KeepDigest)?;
    let me = cx.user()?;
    let mut reader = app.store().read(&grant).await?;
    let Some(row) = reader.digest(cx.programme_id, me).await? else {
        return Ok(SettingsPage { version: 0, rhythm: None, address: Personal::default() });
    };
    let mut keys = Keys::new(cx.organisation);
    for key in reader.wrapped_keys(&[SubjectId::from(me)]).await? {
        hold(app, &mut keys, key.subject, Some(key.epoch), Some(&key.wrapped))?;
    }
    let address = keys.open(me.into(), cell(me, row.version), Some(&row.address))?.unwrap_or_default();
    let rhythm = Some(code(DigestRhythm::parse, &row.rhythm)?);
    Ok(SettingsPage { version: row.version, rhythm, address })
}

/// Keeps what the reader chooses: how often and where to, or no mail, and then the address is forgotten.
///
/// # Errors
///
/// [`Error::Refusal`] where the address is none; [`Error::Stale`] where it was changed in another window meanwhile.
pub async fn keep(
    app: &App,
    cx: &Cx,
    (rhythm, typed): (Option<DigestRhythm>, &Personal<String>),
    from: i64,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepDigest)?;
    let me = cx.user()?;
    let row = match rhythm {
        None => None,
        Some(rhythm) => {
            let address = address("mail", typed.reveal())?;
            let mut keys = Keys::new(cx.organisation);
            for key in app.store().read(&grant).await?.wrapped_keys(&[SubjectId::from(me)]).await? {
                hold(app, &mut keys, key.subject, Some(key.epoch), Some(&key.wrapped))?;
            }
            let version = from + 1;
            let address = keys.seal(me.into(), cell(me, version), Some(&address))?.ok_or(Error::NotFound)?;
            let (rhythm, locale) = (rhythm.code().to_owned(), cx.locale.code().to_owned());
            Some(DigestRow { version, rhythm, locale, address })
        }
    };
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    match row {
        Some(row) => work.put_digest(cx.programme_id, me, &row, cx.now).await?,
        None => work.drop_digest(cx.programme_id, me).await?,
    }
    Ok(work.commit(cx.entry(Event::DigestKept, Vec::new()), cx.now).await?)
}

/// Where an address is sealed to.
const fn cell(user: UserId, version: i64) -> Cell {
    Cell { table: "digest", column: "address", row: user.0, version }
}
