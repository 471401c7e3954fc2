//! A program that comes in with a token, and the figures that it may read.
//!
//! ```ignore
//! let cx = program::come_in(&app, now, sent, locale).await??;    // or why not, and how long to wait
//! let figure = report(&app, &cx, name, ask).await?;     // logged before it is given
//! ```

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::{Action, Actor, Relation, decide};
use domain::code::Role;
use domain::event::{Entry, Event};
use domain::id::{OrganisationId, ProgrammeId, TokenId};
use domain::token::{A_MINUTE, Pace, WRONG_A_MINUTE};
use render::Locale;

use crate::facts::code;
use crate::{App, Cx, Error, Result};

/// The last use is noted this often: each note is a write.
const NOTED_EVERY: TimeDelta = TimeDelta::seconds(60);

/// Why a program does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Turned {
    /// The token is none, has ended or was never one: the three look alike.
    #[error("no such token")]
    Unknown,
    /// It asks too often; so many seconds to wait.
    #[error("too many requests")]
    TooOften(u32),
}

/// How often programs have asked of late. Kept in memory: where several servers share a store, each counts its own.
#[derive(Debug, Default)]
pub struct Paces {
    known: Mutex<HashMap<TokenId, Pace>>,
    wrong: Mutex<Pace>,
}

impl Paces {
    fn of(&self, token: TokenId, now: DateTime<Utc>) -> std::result::Result<(), Turned> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(token).or_default().ask(now, A_MINUTE).map_err(Turned::TooOften)
    }

    fn of_wrong(&self, now: DateTime<Utc>) -> std::result::Result<(), Turned> {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.ask(now, WRONG_A_MINUTE).map_err(Turned::TooOften)
    }
}

/// The context of a program, from the token that it sends. It is found by the token's hash, so that the time taken tells nothing about how
/// much of a wrong one was right.
///
/// # Errors
///
/// [`Turned`] in [`Ok`]; a fault of the store.
pub async fn come_in(
    app: &App,
    now: DateTime<Utc>,
    sent: &str,
    locale: Locale,
) -> Result<std::result::Result<Cx, Turned>> {
    let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
    let mut reader = app.store().read(&asking).await?;
    let Some(row) = reader.token(&vault::digest(sent.as_bytes())).await? else {
        drop(reader);
        return turn_away(app, now, None).await;
    };
    let (token, id) = (TokenId(row.id), ProgrammeId(row.programme));
    let programme = reader.programme(id).await?.ok_or(Error::NotFound)?;
    drop(reader);
    let role = code(Role::parse, &row.role)?;
    let actor = Actor::Program { token, organisation: OrganisationId(programme.organisation), programme: id, role };
    let cx = app.cx_of(actor, &programme, now, locale)?;
    if row.ended_at.is_some() || row.ends_on < cx.today {
        return turn_away(app, now, Some(id)).await;
    }
    if let Err(turned) = app.paces().of(token, now) {
        return Ok(Err(turned));
    }
    if row.used_at.is_none_or(|at| at + NOTED_EVERY <= now) {
        app.store().touch_token(&asking, token, now).await?;
    }
    Ok(Ok(cx))
}

/// Notes a wrong token in the log, up to so many a minute.
async fn turn_away(
    app: &App,
    now: DateTime<Utc>,
    programme: Option<ProgrammeId>,
) -> Result<std::result::Result<Cx, Turned>> {
    if let Err(turned) = app.paces().of_wrong(now) {
        return Ok(Err(turned));
    }
    let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
    let entry = Entry { programme, citizens: Vec::new(), event: Event::TokenRefused };
    app.store().begin(asking).await?.commit(entry, now).await?;
    Ok(Err(Turned::Unknown))
}
