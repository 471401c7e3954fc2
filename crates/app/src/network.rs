//! The people and services around the citizen, and contact with the ordinary services (M31).

use std::cmp::Ordering;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{NetworkKind, NetworkRole, Service, ServiceContact};
use domain::event::Event;
use domain::id::{CitizenId, CourseId, NetworkId};
use domain::network::{Around, Named, name, services};
use domain::personal::Personal;
use domain::refusal::Typed;
use store::network::{Network, NetworkRow};
use store::record::Fact;
use store::row::Version;

use crate::case::Case;
use crate::facts::{code, maybe_code};
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::network::{Neighbour, NetworkPage};
use crate::withdrawal::{Which, put_back, stale};
use crate::{App, Cx, Error, Result, withdrawal};

/// What is typed of somebody around the citizen.
#[derive(Clone, Debug)]
pub struct NewNeighbour {
    /// A person or a service.
    pub kind: NetworkKind,
    /// What a person is.
    pub role: Option<NetworkRole>,
    /// Which service.
    pub service: Option<Service>,
    /// Since when.
    pub since: Typed<Option<NaiveDate>>,
    /// Until when.
    pub until: Typed<Option<NaiveDate>>,
    /// Whether there is contact with the service.
    pub contact: Option<ServiceContact>,
    /// The day contact was (re)established.
    pub contact_on: Typed<Option<NaiveDate>>,
    /// The name.
    pub name: Personal<String>,
    /// The telephone number.
    pub phone: Personal<String>,
    /// A note.
    pub words: Personal<String>,
}

impl NewNeighbour {
    fn named(&self) -> Named<'_> {
        Named {
            kind: self.kind,
            role: self.role,
            service: self.service,
            since: self.since,
            until: self.until,
            contact: self.contact,
            contact_on: self.contact_on,
            name: self.name.reveal(),
            words: self.words.reveal(),
        }
    }
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, none with a course, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<NetworkPage> {
    let case = Case::open(app, cx, Action::KeepNetwork, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let rows = app.store().read(&case.grant).await?.citizens_network(cx.programme_id, citizen).await?;
    let mut around = rows
        .iter()
        .filter(|row| row.course == course.id.0)
        .map(|row| neighbour(&case, row))
        .collect::<Result<Vec<_>>>()?;
    around.sort_by(|one, other| place(one, cx.today).cmp(&place(other, cx.today)).then_with(|| by_name(one, other)));
    let facts: Vec<Around> = around.iter().map(|one| one.is).collect();
    let page = NetworkPage { about: case.about(cx)?, counted: services(&facts, course, cx.today), around };
    case.seen(app, cx).await?;
    Ok(page)
}

/// People come before services, these in the order of their list, and who is there before who has gone.
fn place(one: &Neighbour, today: NaiveDate) -> (bool, NetworkKind, Option<Service>) {
    (one.is.until.is_some_and(|until| until < today), one.is.kind, one.is.service)
}

fn by_name(one: &Neighbour, other: &Neighbour) -> Ordering {
    render::order::danish(one.name.reveal(), other.name.reveal())
}

/// Adds somebody or something.
///
/// # Errors
///
/// Refusals.
pub async fn record(app: &App, cx: &Cx, once: Once, citizen: CitizenId, new: &NewNeighbour) -> Result<NetworkId> {
    let case = Case::open(app, cx, Action::KeepNetwork, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let around = name(new.named(), course, cx.today)?;
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    let row = sealed(&case, (id.into(), course.id), 1, around, [&new.name, &new.phone, &new.words])?;
    work.add_network(cx.programme_id, &[row], cx.now).await?;
    let event = Event::FactRecorded { fact: "network".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id.into())
}

/// Corrects what is known of somebody.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where it was changed meanwhile.
pub async fn correct(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (NetworkId, i64),
    new: &NewNeighbour,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepNetwork, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let course = case.courses.iter().find(|course| course.id.0 == row.course).ok_or(Error::NotFound)?;
    let around = name(new.named(), course, cx.today)?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let next = work.correct(Fact::Network(cx.programme_id, course.id, id.0), version, cx.now).await?;
    let row = sealed(&case, (id, course.id), next, around, [&new.name, &new.phone, &new.words])?;
    work.add_network(cx.programme_id, &[row], cx.now).await?;
    let event = Event::FactCorrected { fact: "network".to_owned(), row: id.0, version: next };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Takes somebody out who was entered by mistake.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (NetworkId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepNetwork, citizen).await?;
    let course = last(app, cx, &case, id).await?.course.into();
    let which = Which { fact: Fact::Network(cx.programme_id, course, id.0), table: "network", course, row: id.0 };
    withdrawal::withdraw(app, cx, &case, once, (which, version), reason).await
}

/// Puts somebody back who was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: NetworkId) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepNetwork, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if row.is_current {
        return Err(Error::Stale);
    }
    let one = neighbour(&case, &row)?;
    let back = sealed(&case, (id, row.course.into()), row.version + 1, one.is, [&one.name, &one.phone, &one.words])?;
    work.add_network(cx.programme_id, &[back], cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("network", id.0)).await
}

async fn last(app: &App, cx: &Cx, case: &Case, id: NetworkId) -> Result<NetworkRow> {
    let mut reader = app.store().read(&case.grant).await?;
    reader.last_network(cx.programme_id, case.id(), id).await?.ok_or(Error::NotFound)
}

const fn cell(column: &'static str, id: NetworkId, version: i64) -> Cell {
    Cell { table: "network", column, row: id.0, version }
}

fn neighbour(case: &Case, row: &NetworkRow) -> Result<Neighbour> {
    let id = NetworkId(row.id);
    let opened = |column, sealed: &Option<Vec<u8>>| case.words(cell(column, id, row.version), sealed.as_deref());
    Ok(Neighbour {
        id,
        version: row.version,
        is: Around {
            kind: code(NetworkKind::parse, &row.kind)?,
            role: maybe_code(NetworkRole::parse, row.role.as_deref())?,
            service: maybe_code(Service::parse, row.service.as_deref())?,
            since: row.since,
            until: row.until,
            contact: maybe_code(ServiceContact::parse, row.contact.as_deref())?,
            contact_on: row.contact_on,
        },
        name: opened("name", &row.name)?,
        phone: opened("phone", &row.phone)?,
        words: opened("note", &row.note)?,
    })
}

fn sealed(
    case: &Case,
    (id, course): (NetworkId, CourseId),
    number: i64,
    around: Around,
    [name, phone, words]: [&Personal<String>; 3],
) -> Result<Version<Network>> {
    let fact = Network {
        id,
        course,
        around,
        name: case.sealed(cell("name", id, number), name)?,
        phone: case.sealed(cell("phone", id, number), phone)?,
        note: case.sealed(cell("note", id, number), words)?,
    };
    Ok(Version { number, fact })
}
