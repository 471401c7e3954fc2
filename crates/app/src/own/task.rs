//! A task in hand: found by its cookie, opened once over a link, gone on with in another language, left.

use chrono::{DateTime, Utc};
use domain::access::{Action, Actor, Relation, decide};
use domain::event::Event;
use domain::id::{CitizenId, OrganisationId, ProgrammeId};
use domain::personal::Personal;
use render::Locale;

use super::{Own, QUARTER, value};
use crate::{App, Error, Result};

impl App {
    /// The task of a cookie; none where there is none, or the citizen is not known any more.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub async fn own(&self, now: DateTime<Utc>, cookie: &str) -> Result<Option<Own>> {
        let hash = vault::digest(cookie.as_bytes());
        let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
        let mut reader = self.store().read(&asking).await?;
        let Some(task) = reader.own_task(&hash).await? else { return Ok(None) };
        let Some(programme) = reader.programme(ProgrammeId(task.programme)).await? else { return Ok(None) };
        drop(reader);
        let actor = Actor::Citizen {
            citizen: CitizenId(task.citizen),
            organisation: OrganisationId(programme.organisation),
            programme: ProgrammeId(task.programme),
        };
        let locale = Locale::parse(&task.locale).unwrap_or_default();
        let is_over = task.ended_at.is_some() || task.ends_at <= now || task.opened_at.is_none();
        Ok(Some(Own {
            cx: self.cx_of(actor, &programme, now, locale)?,
            token: value(self, "own-form", cookie),
            is_tablet: task.kind == "tablet",
            is_over,
            task,
        }))
    }

    /// Opens a link, once, in the language that its door was read in; gives the cookie's value from then on. `None` where it was
    /// opened before, has ended or never was.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub async fn open_link(
        &self,
        now: DateTime<Utc>,
        link: &str,
        locale: Option<Locale>,
    ) -> Result<Option<Personal<String>>> {
        let Some(own) = self.own(now, link).await? else { return Ok(None) };
        if own.is_tablet {
            return Ok(None);
        }
        let citizen = CitizenId(own.task.citizen);
        let grant = own.cx.may(Action::FillInOwn, Relation::Own, Some(citizen))?;
        let bytes: [u8; 32] = vault::bytes().map_err(store::Error::from)?;
        let cookie: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut work = self.store().begin(grant).await?;
        let (link, cookie_hash) = (vault::digest(link.as_bytes()), vault::digest(cookie.as_bytes()));
        let locale = locale.unwrap_or(own.cx.locale).code();
        if !work.open_own_task((&link, &cookie_hash), locale, now, now + QUARTER).await? {
            return Ok(None);
        }
        let event = Event::OwnTaskOpened { kind: "link".to_owned() };
        work.commit(own.cx.entry(event, vec![citizen]), now).await?;
        Ok(Some(Personal::new(cookie)))
    }
}

/// Goes on in another language.
///
/// # Errors
///
/// [`Error::NotFound`] where the task is over.
pub async fn speak(app: &App, own: &Own, locale: Locale) -> Result<()> {
    if own.is_over {
        return Err(Error::NotFound);
    }
    let citizen = CitizenId(own.task.citizen);
    let grant = own.cx.may(Action::FillInOwn, Relation::Own, Some(citizen))?;
    Ok(app.store().say_own_task_in(&grant, &own.task.token_hash, locale.code()).await?)
}

/// Ends the task where the citizen leaves: what was answered stays. A tablet stays locked until it is given back.
///
/// # Errors
///
/// A fault of the store.
pub async fn leave(app: &App, own: &Own) -> Result<()> {
    let citizen = CitizenId(own.task.citizen);
    let grant = own.cx.may(Action::FillInOwn, Relation::Own, Some(citizen))?;
    let mut work = app.store().begin(grant).await?;
    work.end_own_task(&own.task.token_hash, own.cx.now).await?;
    let event = Event::OwnTaskEnded { kind: own.task.kind.clone() };
    Ok(work.commit(own.cx.entry(event, vec![citizen]), own.cx.now).await?)
}

impl Own {
    /// Whether it is a link that nobody has opened, and its time has not passed.
    pub fn can_be_opened(&self, now: DateTime<Utc>) -> bool {
        !self.is_tablet && self.task.opened_at.is_none() && self.task.ended_at.is_none() && now < self.task.ends_at
    }
}
