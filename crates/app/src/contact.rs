//! Contacts: recorded together with the next step in one save, corrected, taken out with a reason, put back.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{ContactKind, Place, With};
use domain::contact::{Told, tell};
use domain::event::Event;
use domain::facts;
use domain::id::{CitizenId, ContactId, CourseId, StepId};
use domain::personal::Personal;
use domain::refusal::{Refusal, Typed};
use store::contact::ContactRow;
use store::record::Fact;
use store::row::{Contact, Version};

use crate::case::Case;
use crate::facts::maybe_code;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::step::{self, NewStep};
use crate::view::contact::{ContactPage, WrittenContact};
use crate::withdrawal::{Which, put_back, stale, take_out};
use crate::{App, Cx, Error, Result, withdrawal};

/// A contact as it is typed.
#[derive(Clone, Debug)]
pub struct NewContact {
    /// The day.
    pub on: Typed<NaiveDate>,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Where.
    pub place: Option<Place>,
    /// With whom.
    pub with: Option<With>,
    /// Minutes.
    pub minutes: Typed<Option<u32>>,
    /// What happened.
    pub words: Personal<String>,
}

impl NewContact {
    fn told(&self) -> Told<'_> {
        Told {
            on: self.on,
            kind: self.kind,
            place: self.place,
            with: self.with,
            minutes: self.minutes,
            words: self.words.reveal(),
        }
    }
}

/// The form, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, none with a course, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<ContactPage> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    case.course(cx.today).ok_or(Error::NotFound)?;
    let page = ContactPage { about: case.about(cx)?, old_step: step::open(app, cx, &case).await?, written: None };
    case.seen(app, cx).await?;
    Ok(page)
}

/// The form for a correction, with the words opened; logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] as [`page`], and where the contact was taken out.
pub async fn written(app: &App, cx: &Cx, citizen: CitizenId, contact: ContactId) -> Result<ContactPage> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let row = last(app, cx, &case, contact).await?;
    if !row.is_current {
        return Err(Error::NotFound);
    }
    let written = Some(opened(&case, &row)?);
    let page = ContactPage { about: case.about(cx)?, old_step: None, written };
    let event =
        Event::SealedOpened { table: "contact".to_owned(), column: "text".to_owned(), row: contact.to_string() };
    app.store().look(&case.grant, cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// Records a contact; in the same work closes the step before, where it is named with its version, and adds the next.
///
/// # Errors
///
/// Every refusal of both halves at once; [`Error::Stale`] where the step before was changed meanwhile.
pub async fn record(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    contact: &NewContact,
    closes: Option<(StepId, i64)>,
    next: &NewStep,
) -> Result<ContactId> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let (told, agreed) = both(tell(contact.told(), course, cx.today), next.agreement(contact.on.ok()))?;
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    work.hold_course(cx.programme_id, course.id).await?;
    if let Some(before) = closes {
        step::finish(cx, &case, &mut work, before, told.on).await?;
    }
    let row = sealed(&case, (id.into(), course.id), 1, &told, &contact.words)?;
    work.add_contacts(cx.programme_id, &[row], cx.now).await?;
    if let Some(agreed) = agreed {
        step::add(cx, &case, &mut work, course.id, (cx.new_id()?.into(), told.on), next, agreed).await?;
    }
    let event = Event::FactRecorded { fact: "contact".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id.into())
}

/// Both values, or the refusals of both.
fn both<A, B>(
    one: std::result::Result<A, Vec<Refusal>>,
    other: std::result::Result<B, Vec<Refusal>>,
) -> std::result::Result<(A, B), Vec<Refusal>> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err([one.err(), other.err()].into_iter().flatten().flatten().collect()),
    }
}

/// Corrects a contact: a new version, and the one before stays on the record.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where it was changed meanwhile.
pub async fn correct(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (ContactId, i64),
    contact: &NewContact,
) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let course = case.courses.iter().find(|course| course.id.0 == row.course).ok_or(Error::NotFound)?;
    let told = tell(contact.told(), course, cx.today)?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let next = work.correct(fact(cx, &row), version, cx.now).await?;
    let row = sealed(&case, (id, course.id), next, &told, &contact.words)?;
    work.add_contacts(cx.programme_id, &[row], cx.now).await?;
    let event = Event::FactCorrected { fact: "contact".to_owned(), row: id.0, version: next };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Takes a contact out that was entered by mistake. The next step stays as it is.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (ContactId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    withdrawal::withdraw(app, cx, &case, once, (which(cx, &row), version), reason).await
}

/// Puts a contact back that was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: ContactId) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if row.is_current {
        return Err(Error::Stale);
    }
    let words = case.words(cell(id, row.version), row.text.as_deref())?;
    let back = sealed(&case, (id, row.course.into()), row.version + 1, &told(&row)?, &words)?;
    work.add_contacts(cx.programme_id, &[back], cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("contact", id.0)).await
}

/// Undoes a save: the contact is taken out, the step that came with it too, and the step that it closed is open again.
///
/// # Errors
///
/// [`Error::Stale`] where any of them was changed since.
pub async fn undo(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: ContactId) -> Result<()> {
    let case = Case::open(app, cx, Action::RecordContact, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if row.version > 1 {
        return Err(Error::Stale);
    }
    for step in work.steps_recorded_with(cx.programme_id, &row).await? {
        if step.version == 1 {
            let which = Which { fact: step::fact(cx, &step), table: "step", course: step.course.into(), row: step.id };
            take_out(cx, &case, &mut work, (which, 1), None).await?;
        } else {
            step::reopen(cx, &case, &mut work, &step, step.version).await?;
        }
    }
    take_out(cx, &case, &mut work, (which(cx, &row), 1), None).await?;
    let event = Event::FactWithdrawn { fact: "contact".to_owned(), row: id.0 };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

async fn last(app: &App, cx: &Cx, case: &Case, id: ContactId) -> Result<ContactRow> {
    let mut reader = app.store().read(&case.grant).await?;
    reader.last_contact(cx.programme_id, case.id(), id).await?.ok_or(Error::NotFound)
}

fn fact(cx: &Cx, row: &ContactRow) -> Fact {
    Fact::Contact(cx.programme_id, row.course.into(), row.id)
}

fn which(cx: &Cx, row: &ContactRow) -> Which {
    Which { fact: fact(cx, row), table: "contact", course: row.course.into(), row: row.id }
}

const fn cell(contact: ContactId, version: i64) -> Cell {
    Cell { table: "contact", column: "text", row: contact.0, version }
}

fn told(row: &ContactRow) -> Result<facts::Contact> {
    Ok(facts::Contact {
        on: row.on,
        kind: maybe_code(ContactKind::parse, row.kind.as_deref())?,
        place: maybe_code(Place::parse, row.place.as_deref())?,
        with: maybe_code(With::parse, row.with.as_deref())?,
        minutes: row.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
    })
}

fn opened(case: &Case, row: &ContactRow) -> Result<WrittenContact> {
    let told = told(row)?;
    Ok(WrittenContact {
        id: row.id.into(),
        version: row.version,
        on: told.on,
        kind: told.kind,
        place: told.place,
        with: told.with,
        minutes: told.minutes,
        words: case.words(cell(row.id.into(), row.version), row.text.as_deref())?,
    })
}

fn sealed(
    case: &Case,
    (id, course): (ContactId, CourseId),
    number: i64,
    told: &facts::Contact,
    words: &Personal<String>,
) -> Result<Version<Contact>> {
    let fact = Contact {
        id,
        course,
        on: told.on,
        kind: told.kind,
        place: told.place,
        with: told.with,
        minutes: told.minutes.map(i64::from),
        text: case.sealed(cell(id, number), words)?,
    };
    Ok(Version { number, fact })
}
