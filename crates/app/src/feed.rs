//! *Kalender*: an address that gives one's own dates to another calendar, in neutral words and without a name.
//!
//! The address is the only key to it: it is shown once, only its hash is kept, and it ends with its owner's part in the programme.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::access::{Action, Actor, Relation, decide};
use domain::code::Role;
use domain::course::plan;
use domain::event::Event;
use domain::follow_up::{State, follow_ups};
use domain::id::{CitizenId, OrganisationId, ProgrammeId, UserId};
use render::Locale;
use uuid::Builder;

use crate::caseload::course;
use crate::facts::code;
use crate::once::{Once, begin_change};
use crate::sight::Sight;
use crate::view::feed::{DateKind, Feed, FeedDate, FeedPage};
use crate::{App, Cx, Error, Result};

/// Whether the reader has an address.
///
/// # Errors
///
/// [`Error::Denied`] for a role that has no citizens.
pub async fn page(app: &App, cx: &Cx) -> Result<FeedPage> {
    let grant = cx.may_at_all(Action::KeepFeed)?;
    let made_at = app.store().read(&grant).await?.feed_made(cx.programme_id, cx.user()?).await?;
    Ok(FeedPage { made_at: made_at.map(|at| cx.local(at)) })
}

/// Makes a new address; one from before ends. Gives its secret part, which cannot be shown again: none where the form was sent before.
///
/// # Errors
///
/// [`Error::Denied`] for a role that has no citizens.
pub async fn make(app: &App, cx: &Cx, once: Once) -> Result<Option<String>> {
    let grant = cx.may_at_all(Action::KeepFeed)?;
    let bytes: [u8; 32] = vault::bytes().map_err(store::Error::from)?;
    let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(None) };
    let hash = vault::digest(token.as_bytes());
    work.put_feed(cx.programme_id, cx.user()?, Some(&hash), cx.now).await?;
    work.commit(cx.entry(Event::FeedKept, Vec::new()), cx.now).await?;
    Ok(Some(token))
}

/// Takes the address away: whoever has it gets nothing more.
///
/// # Errors
///
/// [`Error::Denied`] for a role that has no citizens.
pub async fn take_away(app: &App, cx: &Cx, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepFeed)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_feed(cx.programme_id, cx.user()?, None, cx.now).await?;
    Ok(work.commit(cx.entry(Event::FeedKept, Vec::new()), cx.now).await?)
}

/// The calendar of an address, logged with every citizen whose dates are in it before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] for an address that nobody has, or whose owner has no part in the programme any more.
pub async fn read(app: &App, now: DateTime<Utc>, token: &str) -> Result<Feed> {
    let asking = decide(&Actor::Visitor, Action::SignIn, Relation::NoCitizen, None)?;
    let mut reader = app.store().read(&asking).await?;
    let today = app.today(now, chrono_tz::Europe::Copenhagen);
    let row = reader.feed(&vault::digest(token.as_bytes()), today).await?.ok_or(Error::NotFound)?;
    let (organisation, programme) = (OrganisationId(row.organisation), ProgrammeId(row.programme));
    let kept = reader.programme(programme).await?.ok_or(Error::NotFound)?;
    drop(reader);
    let role = code(Role::parse, &row.role)?;
    let actor = Actor::User { id: UserId(row.user), organisation, programme, role };
    let cx = app.cx_of(actor, &kept, now, Locale::Da)?;
    let grant = cx.may_at_all(Action::KeepFeed).map_err(|_| Error::NotFound)?;
    let (dates, citizens) = dates(app, &cx, &grant, UserId(row.user)).await?;
    app.store().look(&grant, cx.entry(Event::FeedRead, citizens), now).await?;
    Ok(Feed { now, dates })
}

/// The follow-ups to be held and the agreed next steps of one's own citizens, and of those whom one has as a deputy today.
async fn dates(
    app: &App,
    cx: &Cx,
    grant: &domain::access::Grant,
    owner: UserId,
) -> Result<(Vec<FeedDate>, Vec<CitizenId>)> {
    let mut reader = app.store().read(grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let (mut listed, mut steps) = (Vec::new(), Vec::new());
    for worker in sight.deputised().iter().copied().chain([owner]) {
        listed.extend(reader.courses_of_worker(cx.programme_id, worker, cx.today).await?);
        steps.extend(reader.open_steps_of_worker(cx.programme_id, worker, cx.today).await?);
    }
    drop(reader);
    listed.retain(|one| !sight.hides(CitizenId(one.citizen)));
    let is_listed = |course| listed.iter().any(|one| one.course == course);
    let instruments = app.instruments().of(&cx.programme);
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut dates: Vec<FeedDate> = steps
        .iter()
        .filter(|step| is_listed(step.course))
        .filter_map(|step| Some(FeedDate { on: step.due_on?, kind: DateKind::Step, uid: veiled(step.id, "step") }))
        .collect();
    let mut citizens = BTreeSet::new();
    for one in &listed {
        let course = course(one)?;
        citizens.insert(sight.person(course.citizen));
        let enrolled_on = course.enrolled_on(enrolling).filter(|on| *on <= cx.today);
        let Some(plan) = enrolled_on.and_then(|on| plan(on, &cx.programme).ok()) else { continue };
        for follow_up in follow_ups(&course, &plan, &cx.programme, &instruments, cx.today) {
            let is_asked = matches!(
                follow_up.state,
                State::Future | State::Coming | State::Due | State::Overdue | State::Postponed
            );
            if is_asked {
                let uid = veiled(course.id.0, &follow_up.due.to_string());
                dates.push(FeedDate { on: follow_up.due, kind: DateKind::FollowUp, uid });
            }
        }
    }
    dates.sort_unstable();
    Ok((dates, citizens.into_iter().collect()))
}

/// An id that is the same each time and leads back to nothing.
fn veiled(id: uuid::Uuid, what: &str) -> uuid::Uuid {
    let hash = vault::digest(&[b"calendar".as_slice(), id.as_bytes(), what.as_bytes()].concat());
    let mut bytes = [0; 16];
    for (byte, from) in bytes.iter_mut().zip(hash) {
        *byte = from;
    }
    Builder::from_custom_bytes(bytes).into_uuid()
}
