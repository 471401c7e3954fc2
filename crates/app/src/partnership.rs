//! The register of partners (M21): who is there, what they offer, what is agreed, and how each side's duties are kept.
//!
//! A contact person's data are sealed under a key of that person's; who signed an agreement, why it was changed and what was noted of a
//! duty are sealed under the agreement's.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::access::{Action, Grant};
use domain::code::{Duty, DutyKept};
use domain::event::Event;
use domain::id::{AgreementId, CourseId, PartnerId, PartnerPersonId, SubjectId, UserId};
use domain::partnership::{Look, Looked, Wish, agree, is_overdue, look};
use domain::personal::Personal;
use domain::plan::GivenDay;
use domain::programme::Period;
use domain::refusal::{Code, Refusal};
use store::partnership::{AgreementRow, DutyNoteRow, PartnerPersonRow};
use store::record::Fact;
use uuid::Uuid;

use crate::facts::code;
use crate::offer::card;
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::{Names, hold, some};
use crate::sealing::{Cell, Keys};
use crate::view::partnership::{
    Agreement, AgreementBefore, DutyKeeping, DutyNote, PartnerPage, PartnerPerson, PartnerSummary, PartnersPage,
};
use crate::{App, Cx, Error, Result};

/// The most letters in a line about a person.
const LINE: usize = 200;

/// The register. It names partners and nobody, so nothing is logged.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn register(app: &App, cx: &Cx) -> Result<PartnersPage> {
    let grant = cx.may_at_all(Action::SeePartners)?;
    let mut reader = app.store().read(&grant).await?;
    let partners = reader.partners(cx.organisation).await?;
    let offers = reader.offers(cx.organisation).await?;
    let agreements = reader.agreements(cx.organisation).await?;
    let notes = reader.duty_notes(cx.organisation).await?;
    drop(reader);
    let mut summaries = Vec::with_capacity(partners.len());
    for partner in partners {
        let held: Vec<&AgreementRow> =
            agreements.iter().filter(|row| row.is_current && row.partner == partner.id).collect();
        let agreement = chosen(&periods(&held), cx.today);
        let (mut overdue, mut next) = (0, None);
        for row in held.iter().filter(|row| period(row).contains(cx.today)) {
            for duty in Duty::ALL {
                let latest = latest(&notes, row.id, *duty)?;
                overdue += usize::from(is_overdue(latest.as_ref(), period(row), cx.today));
                let due = latest.and_then(|latest| latest.next).filter(|due| *due >= cx.today);
                next = [next, due].into_iter().flatten().min();
            }
        }
        summaries.push(PartnerSummary {
            id: PartnerId(partner.id),
            name: partner.name,
            offers: offers
                .iter()
                .filter(|row| row.partner == partner.id && row.to_day.is_none_or(|to| to > cx.today))
                .count(),
            agreement,
            overdue,
            next,
        });
    }
    Ok(PartnersPage { day: cx.today, partners: summaries, may_keep: may_keep(cx) })
}

fn may_keep(cx: &Cx) -> bool {
    cx.could_at_all(Action::KeepPartners)
}

const fn period(row: &AgreementRow) -> Period {
    Period { from: row.from, to: row.to }
}

/// The periods of agreements.
pub(crate) fn periods(rows: &[&AgreementRow]) -> Vec<Period> {
    rows.iter().map(|row| period(row)).collect()
}

/// The period that holds on the day, else the next to begin, else the last that held.
pub(crate) fn chosen(periods: &[Period], day: NaiveDate) -> Option<Period> {
    let holds = periods.iter().find(|period| period.contains(day));
    let next = || periods.iter().filter(|period| period.from > day).min_by_key(|period| period.from);
    holds.or_else(next).or_else(|| periods.iter().max_by_key(|period| period.to)).copied()
}

fn looked(row: &DutyNoteRow) -> Result<Looked> {
    let (duty, kept) = (code(Duty::parse, &row.duty)?, code(DutyKept::parse, &row.kept)?);
    Ok(Looked { duty, kept, on: row.on, next: row.next })
}

/// The latest note on a duty; the rows come the latest first.
fn latest(notes: &[DutyNoteRow], agreement: Uuid, duty: Duty) -> Result<Option<Looked>> {
    notes.iter().find(|row| row.agreement == agreement && row.duty == duty.code()).map(looked).transpose()
}

/// One partner, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where there is none.
pub async fn page(app: &App, cx: &Cx, id: PartnerId) -> Result<PartnerPage> {
    let grant = cx.may_at_all(Action::SeePartners)?;
    let mut reader = app.store().read(&grant).await?;
    let partners = reader.partners(cx.organisation).await?;
    let partner = partners.into_iter().find(|row| row.id == id.0).ok_or(Error::NotFound)?;
    let people = reader.partner_people(cx.organisation, id).await?;
    let offers = reader.offers(cx.organisation).await?;
    let rows: Vec<AgreementRow> =
        reader.agreements(cx.organisation).await?.into_iter().filter(|row| row.partner == id.0).collect();
    let notes = reader.duty_notes(cx.organisation).await?;
    let recorders = rows.iter().filter_map(|row| row.recorded_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, recorders).await?;
    drop(reader);
    let mut by_agreement: BTreeMap<Uuid, Vec<AgreementRow>> = BTreeMap::new();
    for row in rows {
        by_agreement.entry(row.id).or_default().push(row);
    }
    let mut agreements = Vec::new();
    for versions in by_agreement.into_values() {
        agreements.extend(agreement(app, cx, &versions, &notes, &names)?);
    }
    agreements.sort_by_key(|agreement| std::cmp::Reverse(agreement.period.from));
    let page = PartnerPage {
        day: cx.today,
        id,
        name: partner.name,
        short_name: partner.short_name,
        people: people.iter().map(|row| person(app, cx, row)).collect::<Result<_>>()?,
        offers: offers
            .into_iter()
            .filter(|row| row.partner == id.0 && row.to_day.is_none_or(|to| to > cx.today))
            .map(|row| card(cx, row))
            .collect(),
        agreements,
        may_keep: may_keep(cx),
    };
    app.store().look(&grant, cx.entry(Event::PartnerSeen, Vec::new()), cx.now).await?;
    Ok(page)
}

fn person(app: &App, cx: &Cx, row: &PartnerPersonRow) -> Result<PartnerPerson> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
    let open = |column, sealed: &Option<Vec<u8>>| {
        let cell = Cell { table: "partner_person", column, row: row.id, version: row.version };
        Ok::<_, Error>(keys.open(SubjectId(row.id), cell, sealed.as_deref())?.unwrap_or_default())
    };
    Ok(PartnerPerson {
        id: PartnerPersonId(row.id),
        version: row.version,
        name: open("name", &row.name)?,
        role: open("role", &row.role)?,
        phone: open("phone", &row.phone)?,
        mail: open("mail", &row.mail)?,
    })
}

/// An agreement from its versions, the first first; none where it does not stand.
fn agreement(
    app: &App,
    cx: &Cx,
    versions: &[AgreementRow],
    notes: &[DutyNoteRow],
    names: &Names,
) -> Result<Option<Agreement>> {
    let Some(last) = versions.last().filter(|last| last.is_current) else { return Ok(None) };
    let keys = agreement_keys(app, cx, last)?;
    let open = |column, row: &AgreementRow, sealed: &Option<Vec<u8>>| {
        let cell = Cell { table: "agreement", column, row: row.id, version: row.version };
        Ok::<_, Error>(keys.open(SubjectId(row.id), cell, sealed.as_deref())?.unwrap_or_default())
    };
    let mut before = Vec::new();
    for (old, new) in versions.iter().zip(versions.iter().skip(1)).rev() {
        before.push(AgreementBefore {
            period: period(old),
            signed_on: old.signed_on,
            signers: open("signers", old, &old.signers)?,
            changed_at: cx.local(new.recorded_at),
            by: new.recorded_by.parse().ok().and_then(|by| names.get(&UserId(by)).cloned()).unwrap_or_default(),
            reason: open("reason", new, &new.reason)?,
        });
    }
    let mut duties = Vec::new();
    for duty in Duty::ALL {
        let own = notes.iter().filter(|row| row.agreement == last.id && row.duty == duty.code());
        let noted = own.map(|row| {
            let cell = Cell { table: "duty_note", column: "words", row: row.id, version: row.version };
            let words = keys.open(SubjectId(last.id), cell, row.words.as_deref())?.unwrap_or_default();
            Ok(DutyNote { id: row.id, version: row.version, looked: looked(row)?, words })
        });
        let notes = noted.collect::<Result<Vec<_>>>()?;
        let latest = notes.first().map(|note| note.looked);
        duties.push(DutyKeeping {
            duty: *duty,
            is_overdue: is_overdue(latest.as_ref(), period(last), cx.today),
            notes,
        });
    }
    Ok(Some(Agreement {
        id: AgreementId(last.id),
        version: last.version,
        period: period(last),
        signed_on: last.signed_on,
        signers: open("signers", last, &last.signers)?,
        before,
        duties,
    }))
}

fn agreement_keys(app: &App, cx: &Cx, row: &AgreementRow) -> Result<Keys> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
    Ok(keys)
}

/// A new subject's key, committed before anything is sealed under it.
async fn new_keys(app: &App, cx: &Cx, grant: &Grant, subject: SubjectId) -> Result<Keys> {
    let (key, wrapped) = app.store().keys().new_key(cx.organisation, subject)?;
    app.store().add_keys(grant, &[wrapped]).await?;
    let mut keys = Keys::new(cx.organisation);
    keys.hold(subject, key);
    Ok(keys)
}

fn words(text: &Personal<String>) -> Option<&str> {
    Some(text.reveal().trim()).filter(|text| !text.is_empty())
}

/// What is typed of a person at a partner.
#[derive(Clone, Debug, Default)]
pub struct PersonWish {
    /// The name.
    pub name: Personal<String>,
    /// What the person does there.
    pub role: Personal<String>,
    /// The telephone number.
    pub phone: Personal<String>,
    /// The mail address.
    pub mail: Personal<String>,
}

impl PersonWish {
    fn refusals(&self) -> Vec<Refusal> {
        let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
        let long = |text: &Personal<String>| text.reveal().chars().count() > LINE;
        [
            refused(words(&self.name).is_none(), "name", Code::Missing),
            refused(long(&self.name), "name", Code::TooLong),
            refused(long(&self.role), "role", Code::TooLong),
            refused(long(&self.phone), "phone", Code::TooLong),
            refused(long(&self.mail), "mail", Code::TooLong),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn sealed(&self, keys: &Keys, id: Uuid, version: i64) -> Result<PartnerPersonRow> {
        let seal = |column, text| {
            let cell = Cell { table: "partner_person", column, row: id, version };
            keys.seal(SubjectId(id), cell, words(text))
        };
        Ok(PartnerPersonRow {
            id,
            version,
            name: seal("name", &self.name)?,
            role: seal("role", &self.role)?,
            phone: seal("phone", &self.phone)?,
            mail: seal("mail", &self.mail)?,
            epoch: None,
            wrapped: None,
        })
    }
}

/// Adds a person at a partner, or (with the version it was made from) corrects one.
///
/// # Errors
///
/// Every refusal at once; [`Error::Denied`]; [`Error::NotFound`]; [`Error::Stale`] where it was changed since.
pub async fn keep_person(
    app: &App,
    cx: &Cx,
    partner: PartnerId,
    known: Option<(PartnerPersonId, i64)>,
    wish: &PersonWish,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepPartners)?;
    let mut reader = app.store().read(&grant).await?;
    check_partner(&mut reader, cx, partner).await?;
    let people = reader.partner_people(cx.organisation, partner).await?;
    drop(reader);
    let refusals = wish.refusals();
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let at = (cx.organisation, partner);
    let Some((id, version)) = known else {
        let id = cx.new_id()?;
        let keys = new_keys(app, cx, &grant, SubjectId(id)).await?;
        let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
        work.add_partner_person(at, &wish.sealed(&keys, id, 1)?, cx.now).await?;
        let event = Event::FactRecorded { fact: "partner_person".to_owned(), row: id };
        return Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?);
    };
    let before = people.iter().find(|row| row.id == id.0).ok_or(Error::NotFound)?;
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, before.id, before.epoch, before.wrapped.as_ref())?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let next = work.correct(Fact::PartnerPerson(cx.organisation, partner, id.0), version, cx.now).await?;
    work.add_partner_person(at, &wish.sealed(&keys, id.0, next)?, cx.now).await?;
    let event = Event::FactCorrected { fact: "partner_person".to_owned(), row: id.0, version: next };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}

/// Takes a person out of a partner's people: left, or entered by mistake.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Stale`].
pub async fn remove_person(
    app: &App,
    cx: &Cx,
    partner: PartnerId,
    (id, version): (PartnerPersonId, i64),
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepPartners)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.correct(Fact::PartnerPerson(cx.organisation, partner, id.0), version, cx.now).await?;
    let event = Event::FactWithdrawn { fact: "partner_person".to_owned(), row: id.0 };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}

async fn check_partner(reader: &mut store::Reader, cx: &Cx, partner: PartnerId) -> Result<()> {
    let partners = reader.partners(cx.organisation).await?;
    if partners.iter().any(|row| row.id == partner.0) { Ok(()) } else { Err(Error::NotFound) }
}

/// What is typed of an agreement.
#[derive(Clone, Debug, Default)]
pub struct AgreementWish {
    /// The first day.
    pub from: GivenDay,
    /// The last day.
    pub to: GivenDay,
    /// The day it was signed.
    pub signed_on: GivenDay,
    /// Who signed.
    pub signers: Personal<String>,
    /// Why it is changed, where it is there already.
    pub reason: Personal<String>,
}

/// Records an agreement, or (with the version it was made from) corrects or ends one; what stood before is kept.
///
/// # Errors
///
/// Every refusal at once: see [`agree`], and a change without a reason; [`Error::Denied`]; [`Error::Stale`] where it was changed since.
pub async fn keep_agreement(
    app: &App,
    cx: &Cx,
    partner: Option<PartnerId>,
    known: Option<(AgreementId, i64)>,
    wish: &AgreementWish,
    once: Once,
) -> Result<AgreementId> {
    let grant = cx.may_at_all(Action::KeepPartners)?;
    let mut reader = app.store().read(&grant).await?;
    let partners = reader.partners(cx.organisation).await?;
    let all = reader.agreements(cx.organisation).await?;
    drop(reader);
    let partner = partner.filter(|partner| partners.iter().any(|row| row.id == partner.0));
    let before = known.map(|(id, _)| id);
    let mut refusals = decided(cx, partner, before, wish, &all).err().unwrap_or_default();
    if known.is_some() && words(&wish.reason).is_none() {
        refusals.push(Refusal::new("reason", Code::ReasonNeeded));
    }
    let Some(partner) = partner.filter(|_| refusals.is_empty()) else { return Err(refusals.into()) };
    let is_it = |row: &&AgreementRow, id: AgreementId| row.id == id.0 && row.is_current && row.partner == partner.0;
    let row = before.map(|id| all.iter().find(|row| is_it(row, id)));
    let (id, keys) = match row {
        Some(row) => {
            let row = row.ok_or(Error::NotFound)?;
            (row.id, agreement_keys(app, cx, row)?)
        }
        None => {
            let id = cx.new_id()?;
            (id, new_keys(app, cx, &grant, SubjectId(id)).await?)
        }
    };
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(AgreementId(made)),
    };
    // Two who record at once: the second waits here, and then sees the first one's.
    work.hold_partner(cx.organisation, partner).await?;
    let now = work.agreements(cx.organisation).await?;
    let agreed = decided(cx, Some(partner), before, wish, &now)?;
    let version = match known {
        Some((_, version)) => work.correct(Fact::Agreement(cx.organisation, partner, id), version, cx.now).await?,
        None => 1,
    };
    let seal = |column, text| keys.seal(SubjectId(id), Cell { table: "agreement", column, row: id, version }, text);
    let row = AgreementRow {
        id,
        version,
        partner: partner.0,
        from: agreed.period().from,
        to: agreed.period().to,
        signed_on: agreed.signed_on(),
        signers: seal("signers", words(&wish.signers))?,
        reason: seal("reason", words(&wish.reason).filter(|_| known.is_some()))?,
        recorded_by: String::new(),
        recorded_at: cx.now,
        is_current: true,
        epoch: None,
        wrapped: None,
    };
    work.add_agreement(cx.organisation, &row, cx.now).await?;
    let event = match known {
        None => Event::FactRecorded { fact: "agreement".to_owned(), row: id },
        Some(_) => Event::FactCorrected { fact: "agreement".to_owned(), row: id, version },
    };
    work.commit(cx.entry(event, Vec::new()), cx.now).await?;
    Ok(AgreementId(id))
}

/// Decides about an agreement among the others of its partner.
fn decided(
    cx: &Cx,
    partner: Option<PartnerId>,
    own: Option<AgreementId>,
    wish: &AgreementWish,
    all: &[AgreementRow],
) -> std::result::Result<domain::partnership::Agreed, Vec<Refusal>> {
    let is_other = |row: &&AgreementRow| {
        row.is_current && Some(row.partner) == partner.map(|id| id.0) && Some(row.id) != own.map(|id| id.0)
    };
    let others: Vec<Period> = all.iter().filter(is_other).map(period).collect();
    let asked = Wish {
        has_partner: partner.is_some(),
        from: wish.from,
        to: wish.to,
        signed_on: wish.signed_on,
        signers: wish.signers.reveal(),
    };
    agree(&asked, &others, cx.today)
}

/// What is typed of how a duty is kept.
#[derive(Clone, Debug, Default)]
pub struct DutyWish {
    /// Which.
    pub duty: Option<Duty>,
    /// How it was kept.
    pub kept: Option<DutyKept>,
    /// The day.
    pub on: GivenDay,
    /// When to look again.
    pub next: GivenDay,
    /// In words.
    pub words: Personal<String>,
}

/// Notes how a duty of an agreement is kept.
///
/// # Errors
///
/// Every refusal at once: see [`look`]; [`Error::Denied`]; [`Error::NotFound`] where there is no such agreement of the partner.
pub async fn note_duty(
    app: &App,
    cx: &Cx,
    (partner, agreement): (PartnerId, AgreementId),
    wish: &DutyWish,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepPartners)?;
    let rows = app.store().read(&grant).await?.agreements(cx.organisation).await?;
    let is_it = |row: &&AgreementRow| row.id == agreement.0 && row.is_current && row.partner == partner.0;
    let row = rows.iter().find(is_it).ok_or(Error::NotFound)?;
    let seen = Look { duty: wish.duty, kept: wish.kept, on: wish.on, next: wish.next, words: wish.words.reveal() };
    let looked = look(&seen, period(row), cx.today)?;
    let keys = agreement_keys(app, cx, row)?;
    let id = cx.new_id()?;
    let cell = Cell { table: "duty_note", column: "words", row: id, version: 1 };
    let note = DutyNoteRow {
        id,
        version: 1,
        agreement: agreement.0,
        duty: looked.duty.code().to_owned(),
        on: looked.on,
        kept: looked.kept.code().to_owned(),
        next: looked.next,
        words: keys.seal(SubjectId(agreement.0), cell, words(&wish.words))?,
    };
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.add_duty_note(cx.organisation, &note, cx.now).await?;
    let event = Event::FactRecorded { fact: "duty_note".to_owned(), row: id };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}

/// Takes out a note that was entered by mistake.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Denied`]; [`Error::NotFound`]; [`Error::Stale`].
pub async fn take_out_note(
    app: &App,
    cx: &Cx,
    (partner, agreement): (PartnerId, AgreementId),
    (note, version): (Uuid, i64),
    reason: &Personal<String>,
    once: Once,
) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepPartners)?;
    let rows = app.store().read(&grant).await?.agreements(cx.organisation).await?;
    let is_it = |row: &&AgreementRow| row.id == agreement.0 && row.is_current && row.partner == partner.0;
    let row = rows.iter().find(is_it).ok_or(Error::NotFound)?;
    let Some(why) = words(reason) else { return Err(vec![Refusal::new("reason", Code::ReasonNeeded)].into()) };
    let keys = agreement_keys(app, cx, row)?;
    let cell = Cell { table: "withdrawal", column: "reason", row: note, version };
    let sealed = keys.seal(SubjectId(agreement.0), cell, Some(why))?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.correct(Fact::DutyNote(cx.organisation, agreement, note), version, cx.now).await?;
    // A note belongs to no course; its withdrawal lies by the agreement.
    let at = (cx.programme_id, CourseId(agreement.0));
    work.note_withdrawal(at, ("duty_note", note, version), sealed.as_deref(), cx.now).await?;
    let event = Event::FactWithdrawn { fact: "duty_note".to_owned(), row: note };
    Ok(work.commit(cx.entry(event, Vec::new()), cx.now).await?)
}
