//! Words of a citizen's for reports: written down by one who may see the citizen, approved by another. Which may stand in a report is said in
//! `quotation/standing.rs`, which stand in one in `release/choose.rs`.

mod standing;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::QuotationState;
use domain::event::Event;
use domain::id::{CitizenId, CourseId, QuotationId, SubjectId, UserId};
use domain::personal::Personal;
use domain::quotation::{may_decide, offer as offered};
use domain::refusal::{Code, Refusal, Typed};
use store::quotation::{Quotation, QuotationRow};
use store::record::Fact;
use store::row::Version;
use uuid::Uuid;

pub use self::standing::Choosable;
pub(crate) use self::standing::{Agreed, choosable, opened, released};
use crate::case::Case;
use crate::facts::code;
use crate::knowledge::{Checked, check};
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::quotation::{QuotationPage, Quoted};
use crate::withdrawal::{Which, put_back, stale};
use crate::{App, Cx, Error, Result, withdrawal};

/// What is typed of a quotation.
#[derive(Clone, Debug)]
pub struct NewQuotation {
    /// The words.
    pub words: Personal<String>,
    /// The day they were said.
    pub on: Typed<NaiveDate>,
    /// Why what the author was warned of tells on nobody.
    pub reason: Personal<String>,
    /// Which warnings the reason was given to ([`Checked::seal`]).
    pub seal: String,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<QuotationPage> {
    let case = Case::open(app, cx, Action::KeepQuotations, citizen).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let rows = reader.citizens_quotations(cx.programme_id, case.id()).await?;
    let rows: Vec<QuotationRow> = rows.into_iter().filter(|row| row.is_current).collect();
    let names = crate::people::some(app, &mut reader, cx, rows.iter().map(|row| UserId(row.author))).await?;
    let has_consent = Agreed::load(&mut reader, cx).await?.of(case.id());
    drop(reader);
    let quoted = |row: &QuotationRow| {
        let author = UserId(row.author);
        Ok(Quoted {
            id: row.id.into(),
            version: row.version,
            on: row.on,
            state: code(QuotationState::parse, &row.state)?,
            author: names.get(&author).cloned().unwrap_or_default(),
            is_own: cx.is_user(author),
            words: read(&case, row, "words", Some(&row.words))?,
            confirmed: read(&case, row, "confirmed", row.confirmed.as_deref())?,
            reason: read(&case, row, "reason", row.reason.as_deref())?,
        })
    };
    let mut quotations = rows.iter().map(quoted).collect::<Result<Vec<_>>>()?;
    quotations.sort_by_key(|one| (one.state != QuotationState::Offered, std::cmp::Reverse(one.on), one.id));
    let page = QuotationPage { about: case.about(cx)?, has_consent, quotations };
    case.seen(app, cx).await?;
    Ok(page)
}

/// What in the words the author is warned of.
///
/// # Errors
///
/// [`Error::Denied`] for who writes no quotations.
pub async fn warnings(app: &App, cx: &Cx, words: &Personal<String>) -> Result<Checked> {
    check(app, cx, &[("citat", words.reveal())]).await
}

/// Writes a new quotation down, or (with the version it was made from) corrects one: nobody has approved that yet. Gives its id.
///
/// # Errors
///
/// Every refusal at once, those of [`Checked::refusals`] among them; [`Error::Stale`].
pub async fn offer(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    known: Option<(QuotationId, i64)>,
    new: &NewQuotation,
) -> Result<QuotationId> {
    let case = Case::open(app, cx, Action::KeepQuotations, citizen).await?;
    let before = match known {
        Some((id, _)) => Some(last(app, cx, &case, id).await?),
        None => None,
    };
    let checked = warnings(app, cx, &new.words).await?;
    let on = offered(new.words.reveal(), new.on, cx.today);
    let mut refusals = on.as_ref().err().cloned().unwrap_or_default();
    refusals.extend(checked.refusals(("begrundelse", new.reason.reveal()), &new.seal));
    let Some(on) = on.ok().filter(|_| refusals.is_empty()) else { return Err(refusals.into()) };
    let id = known.map_or_else(|| cx.new_id().map(QuotationId), |(id, _)| Ok(id))?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(id.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    let record = before.as_ref().map_or(case.id(), |row| CitizenId(row.citizen));
    let number = match known {
        Some((id, version)) => work.correct(fact(cx, record, id), version, cx.now).await?,
        None => 1,
    };
    let said = Said {
        on,
        state: QuotationState::Offered,
        author: cx.user()?,
        heeded: checked.asks().then_some(checked.seal),
        words: new.words.clone(),
        confirmed: new.reason.clone(),
        reason: Personal::new(String::new()),
    };
    work.add_quotations(cx.programme_id, &[sealed(&case, (record, id, number), said)?], cx.now).await?;
    let named = "quotation".to_owned();
    let event = match number {
        1 => Event::FactRecorded { fact: named, row: id.0 },
        version => Event::FactCorrected { fact: named, row: id.0, version },
    };
    work.commit(cx.entry(event, vec![case.id()]), cx.now).await?;
    Ok(id)
}

/// Approves what somebody else wrote down, or turns it down with the reason why. The words are looked through once more: a name may be known today
/// that was not on the day they were written.
///
/// # Errors
///
/// [`Code::OwnQuotation`]; [`Code::NoConsentToQuote`]; a missing decision or reason; what the words hold that nobody has answered; [`Error::Stale`].
pub async fn decide(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (QuotationId, i64),
    (decision, why): (Option<QuotationState>, &Personal<String>),
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepQuotations, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    may_decide(UserId(row.author), cx.user()?)?;
    let words = read(&case, &row, "words", Some(&row.words))?;
    let Some(approves) = decision.filter(|state| *state != QuotationState::Offered) else {
        return Err(Refusal::new("afgoerelse", Code::ChoiceNeeded).into());
    };
    let approves = approves == QuotationState::Approved;
    if approves {
        if !Agreed::load(&mut app.store().read(&case.grant).await?, cx).await?.of(case.id()) {
            return Err(Refusal::new("afgoerelse", Code::NoConsentToQuote).into());
        }
        let checked = warnings(app, cx, &words).await?;
        // The reason that was given answers just the warnings that it was given to.
        let answered = if row.heeded.is_some() { "given" } else { "" };
        let refusals = checked.refusals(("afgoerelse", answered), row.heeded.as_deref().unwrap_or_default());
        if !refusals.is_empty() {
            return Err(refusals.into());
        }
    } else if why.reveal().trim().is_empty() {
        return Err(Refusal::new("hvorfor", Code::ReasonNeeded).into());
    }
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    let record = CitizenId(row.citizen);
    let number = work.correct(fact(cx, record, id), version, cx.now).await?;
    if code(QuotationState::parse, &row.state)? != QuotationState::Offered {
        return Err(Error::Stale);
    }
    let said = Said {
        on: row.on,
        state: if approves { QuotationState::Approved } else { QuotationState::TurnedDown },
        author: UserId(row.author),
        heeded: row.heeded.clone(),
        words,
        confirmed: read(&case, &row, "confirmed", row.confirmed.as_deref())?,
        reason: if approves { Personal::new(String::new()) } else { why.clone() },
    };
    work.add_quotations(cx.programme_id, &[sealed(&case, (record, id, number), said)?], cx.now).await?;
    let event = Event::FactCorrected { fact: "quotation".to_owned(), row: id.0, version: number };
    Ok(work.commit(cx.entry(event, vec![case.id()]), cx.now).await?)
}

/// Takes a quotation out, with the reason: from then on it may stand in no report.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (QuotationId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepQuotations, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    // A quotation is the person's, not a course's.
    let course = CourseId(Uuid::nil());
    let which = Which { fact: fact(cx, CitizenId(row.citizen), id), table: "quotation", course, row: id.0 };
    withdrawal::withdraw(app, cx, &case, once, (which, version), reason).await
}

/// Puts a quotation back that was taken out, as it was.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: QuotationId) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepQuotations, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    if row.is_current {
        return Err(Error::Stale);
    }
    let said = Said {
        on: row.on,
        state: code(QuotationState::parse, &row.state)?,
        author: UserId(row.author),
        heeded: row.heeded.clone(),
        words: read(&case, &row, "words", Some(&row.words))?,
        confirmed: read(&case, &row, "confirmed", row.confirmed.as_deref())?,
        reason: read(&case, &row, "reason", row.reason.as_deref())?,
    };
    let back = sealed(&case, (CitizenId(row.citizen), id, row.version + 1), said)?;
    work.add_quotations(cx.programme_id, &[back], cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("quotation", id.0)).await
}

async fn last(app: &App, cx: &Cx, case: &Case, id: QuotationId) -> Result<QuotationRow> {
    let rows = app.store().read(&case.grant).await?.citizens_quotations(cx.programme_id, case.id()).await?;
    rows.into_iter().filter(|row| row.id == id.0).max_by_key(|row| row.version).ok_or(Error::NotFound)
}

fn fact(cx: &Cx, record: CitizenId, id: QuotationId) -> Fact {
    Fact::Quotation(cx.programme_id, record.into(), id.0)
}

const fn cell(column: &'static str, row: Uuid, version: i64) -> Cell {
    Cell { table: "quotation", column, row, version }
}

/// A column of a version, opened with the key of the record that it is noted on.
fn read(case: &Case, row: &QuotationRow, column: &'static str, sealed: Option<&[u8]>) -> Result<Personal<String>> {
    let opened = case.keys.open(SubjectId(row.citizen), cell(column, row.id, row.version), sealed)?;
    Ok(opened.unwrap_or_default())
}

/// What a version of a quotation says.
struct Said {
    on: NaiveDate,
    state: QuotationState,
    author: UserId,
    heeded: Option<String>,
    words: Personal<String>,
    confirmed: Personal<String>,
    reason: Personal<String>,
}

fn sealed(case: &Case, (record, id, number): (CitizenId, QuotationId, i64), said: Said) -> Result<Version<Quotation>> {
    let seal = |column, words: &Personal<String>| {
        let words = Some(words.reveal().trim()).filter(|words| !words.is_empty());
        case.keys.seal(record.into(), cell(column, id.0, number), words)
    };
    // A reason to no warning confirms nothing.
    let confirmed = if said.heeded.is_some() { seal("confirmed", &said.confirmed)? } else { None };
    let fact = Quotation {
        id,
        citizen: record,
        on: said.on,
        state: said.state,
        author: said.author,
        heeded: said.heeded,
        words: seal("words", &said.words)?.unwrap_or_default(),
        confirmed,
        reason: seal("reason", &said.reason)?,
    };
    Ok(Version { number, fact })
}
