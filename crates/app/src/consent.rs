//! Consents: to share with a recipient for a purpose until a day, to research, and to be quoted. A new answer is a new version.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{ConsentKind, ConsentState};
use domain::consent::{Said, say, wording, worth};
use domain::event::Event;
use domain::id::{CitizenId, ConsentId, CourseId, PartnerId, SubjectId};
use domain::personal::Personal;
use domain::refusal::Typed;
use store::consent::{Consent, ConsentRow};
use store::record::Fact;
use store::row::Version;
use uuid::Uuid;

use crate::case::Case;
use crate::facts::code;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::consent::{ConsentPage, Consented};
use crate::withdrawal::{Which, put_back, stale};
use crate::{App, Cx, Error, Result, withdrawal};

/// What is typed of a consent.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// To what.
    pub kind: ConsentKind,
    /// Yes, no, or no longer.
    pub state: Option<ConsentState>,
    /// When.
    pub on: Typed<NaiveDate>,
    /// Until when.
    pub until: Typed<Option<NaiveDate>>,
    /// With whom.
    pub recipient: Personal<String>,
    /// What for.
    pub purpose: Personal<String>,
}

impl NewConsent {
    fn said(&self) -> Said<'_> {
        Said {
            kind: self.kind,
            state: self.state,
            on: self.on,
            until: self.until,
            recipient: self.recipient.reveal(),
            purpose: self.purpose.reveal(),
        }
    }
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<ConsentPage> {
    let case = Case::open(app, cx, Action::KeepConsent, citizen).await?;
    let rows = rows(app, cx, &case).await?;
    let current = rows.iter().filter(|row| row.is_current);
    let mut consents = current.map(|row| consented(cx, &case, row, &rows)).collect::<Result<Vec<_>>>()?;
    consents.sort_by_key(|one| (one.worth != domain::consent::Worth::EndsSoon, std::cmp::Reverse(one.said.on), one.id));
    let page = ConsentPage { about: case.about(cx)?, consents };
    case.seen(app, cx).await?;
    Ok(page)
}

/// Notes what the citizen said.
///
/// # Errors
///
/// Refusals.
pub async fn record(app: &App, cx: &Cx, once: Once, citizen: CitizenId, new: &NewConsent) -> Result<ConsentId> {
    let case = Case::open(app, cx, Action::KeepConsent, citizen).await?;
    let said = say(new.said(), cx.today)?;
    let id = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    let wording = wording(said.kind).map(str::to_owned);
    let kept = Kept { said, partner: None, fields: None, wording };
    let row = sealed(cx, &case, (case.subject(), id.into(), 1), kept, [&new.recipient, &new.purpose])?;
    work.add_consents(cx.organisation, &[row], cx.now).await?;
    let event = Event::FactRecorded { fact: "consent".to_owned(), row: id };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id.into())
}

/// Notes what the citizen says now, in place of what was said before: withdrawn, renewed, or put right. The kind stays.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where it was changed meanwhile.
pub async fn answer_anew(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (ConsentId, i64),
    new: &NewConsent,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepConsent, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let subject = SubjectId(row.subject);
    let new = &NewConsent { kind: code(ConsentKind::parse, &row.kind)?, ..new.clone() };
    let said = say(new.said(), cx.today)?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let next = work.correct(fact(cx, &row), version, cx.now).await?;
    let row = sealed(cx, &case, (subject, id, next), Kept { said, ..kept(&row)? }, [&new.recipient, &new.purpose])?;
    work.add_consents(cx.organisation, &[row], cx.now).await?;
    let event = Event::FactCorrected { fact: "consent".to_owned(), row: id.0, version: next };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Takes a consent out that was entered by mistake; what the citizen takes back is an answer, not a mistake.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (ConsentId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepConsent, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    // A consent is the person's, not a course's.
    let course = CourseId(Uuid::nil());
    let which = Which { fact: fact(cx, &row), table: "consent", course, row: id.0 };
    withdrawal::withdraw(app, cx, &case, once, (which, version), reason).await
}

/// Puts a consent back that was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: ConsentId) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepConsent, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if row.is_current {
        return Err(Error::Stale);
    }
    let (recipient, purpose) = opened(&case, &row)?;
    let back = sealed(cx, &case, (SubjectId(row.subject), id, row.version + 1), kept(&row)?, [&recipient, &purpose])?;
    work.add_consents(cx.organisation, &[back], cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("consent", id.0)).await
}

async fn rows(app: &App, cx: &Cx, case: &Case) -> Result<Vec<ConsentRow>> {
    let mut reader = app.store().read(&case.grant).await?;
    Ok(reader.consents(cx.organisation, cx.programme_id, case.subject()).await?)
}

async fn last(app: &App, cx: &Cx, case: &Case, id: ConsentId) -> Result<ConsentRow> {
    let rows = rows(app, cx, case).await?;
    rows.into_iter().filter(|row| row.id == id.0).max_by_key(|row| row.version).ok_or(Error::NotFound)
}

fn fact(cx: &Cx, row: &ConsentRow) -> Fact {
    Fact::Consent(cx.organisation, SubjectId(row.subject), row.id)
}

const fn cell(column: &'static str, id: ConsentId, version: i64) -> Cell {
    Cell { table: "consent", column, row: id.0, version }
}

fn said(row: &ConsentRow) -> Result<domain::consent::Consent> {
    Ok(domain::consent::Consent {
        kind: code(ConsentKind::parse, &row.kind)?,
        state: code(ConsentState::parse, &row.state)?,
        on: row.on,
        until: row.until,
    })
}

fn opened(case: &Case, row: &ConsentRow) -> Result<(Personal<String>, Personal<String>)> {
    let words =
        |column, sealed: &Option<Vec<u8>>| case.words(cell(column, ConsentId(row.id), row.version), sealed.as_deref());
    Ok((words("recipient", &row.recipient)?, words("purpose", &row.purpose)?))
}

fn consented(cx: &Cx, case: &Case, row: &ConsentRow, all: &[ConsentRow]) -> Result<Consented> {
    let now = said(row)?;
    let (words, purpose) = opened(case, row)?;
    let recipient = row.partner_name.clone().map_or(words, Personal::new);
    let earlier = all.iter().rev().filter(|one| one.id == row.id && !one.is_current && !one.is_withdrawn);
    Ok(Consented {
        id: row.id.into(),
        version: row.version,
        said: now,
        worth: worth(now.state, now.until, cx.today),
        recipient,
        purpose,
        wording: row.wording.clone(),
        before: earlier.map(said).collect::<Result<_>>()?,
    })
}

/// What of a consent is kept in the clear.
struct Kept {
    said: domain::consent::Consent,
    partner: Option<PartnerId>,
    fields: Option<String>,
    wording: Option<String>,
}

fn kept(row: &ConsentRow) -> Result<Kept> {
    Ok(Kept {
        said: said(row)?,
        partner: row.partner.map(PartnerId),
        fields: row.fields.clone(),
        wording: row.wording.clone(),
    })
}

fn sealed(
    cx: &Cx,
    case: &Case,
    (subject, id, number): (SubjectId, ConsentId, i64),
    kept: Kept,
    [recipient, purpose]: [&Personal<String>; 2],
) -> Result<Version<Consent>> {
    let fact = Consent {
        id,
        subject,
        programme: cx.programme_id,
        said: kept.said,
        partner: kept.partner,
        fields: kept.fields,
        wording: kept.wording,
        recipient: case.sealed(cell("recipient", id, number), recipient)?,
        purpose: case.sealed(cell("purpose", id, number), purpose)?,
    };
    Ok(Version { number, fact })
}
