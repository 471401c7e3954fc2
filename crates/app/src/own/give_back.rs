//! Giving a tablet back: the number that the worker chose begins a new session of the worker's.

use chrono::{DateTime, Utc};
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;

use super::Own;
use crate::sign_in::SignedIn;
use crate::{App, Error, Result, password};

/// So many wrong numbers, and only signing in anew brings the worker back.
const TRIES: i64 = 5;

/// What came of a number.
#[derive(Debug)]
pub enum GivenBack {
    /// The worker is back; the citizen's page leads on.
    Back {
        /// The new session's cookie.
        cookie: String,
        /// Whom the questions were about.
        citizen: CitizenId,
    },
    /// The number does not fit.
    Wrong,
    /// Too many wrong numbers, or there is nobody to come back: the worker signs in.
    SignIn,
}

/// Gives a tablet back.
///
/// # Errors
///
/// A fault of the store.
pub async fn give_back(app: &App, own: &Own, pin: Personal<String>, now: DateTime<Utc>) -> Result<GivenBack> {
    let citizen = CitizenId(own.task.citizen);
    if !own.is_tablet {
        return Ok(GivenBack::SignIn);
    }
    let grant = own.cx.may_at_all(domain::access::Action::SignIn)?;
    if !app.store().count_pin(&grant, &own.task.token_hash, TRIES).await? {
        return Ok(GivenBack::SignIn);
    }
    let digits = Personal::new(pin.reveal().trim().to_owned());
    if !password::fits(digits, own.task.pin_hash.clone()).await {
        return Ok(if own.task.failed_attempts + 1 >= TRIES { GivenBack::SignIn } else { GivenBack::Wrong });
    }
    let Some(SignedIn { cookie }) = app.come_back(now, UserId(own.task.user), own.cx.locale).await? else {
        return Ok(GivenBack::SignIn);
    };
    let grant = own
        .cx
        .may(domain::access::Action::FillInOwn, domain::access::Relation::Own, Some(citizen))
        .map_err(|_| Error::NotFound)?;
    let mut work = app.store().begin(grant).await?;
    work.end_own_task(&own.task.token_hash, now).await?;
    let event = Event::OwnTaskEnded { kind: own.task.kind.clone() };
    work.commit(own.cx.entry(event, vec![citizen]), now).await?;
    Ok(GivenBack::Back { cookie, citizen })
}
