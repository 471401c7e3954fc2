//! The citizen's own screen: questions on a tablet handed over, or over a link used once on the citizen's own phone.
//!
//! It is locked to one citizen and one filling, for a quarter of an hour after the last answer. Each answer is saved as it is given; what is
//! answered counts when the worker has saved it as done. A tablet is given back with the number that the worker chose: while it is
//! handed over the worker has no session on it.

mod give_back;
mod task;

use chrono::TimeDelta;
use domain::access::{Action, Actor};
use domain::code::FilledBy;
use domain::event::Event;
use domain::filling::Whose;
use domain::id::CitizenId;
use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::reading::Answer;
use domain::refusal::{Code, Refusal};
use render::Locale;
use store::own_task::OwnTaskRow;

pub use give_back::{GivenBack, give_back};
pub use task::{leave, speak};

use crate::case::Case;
use crate::filling::{current, form_of, keep_form, open_course, refuse_long};
use crate::once::{Begun, Once, begin};
use crate::sign_in::Session;
use crate::view::Heed;
use crate::view::filling::FillingForm;
use crate::view::own::{OwnPage, OwnQuestion, OwnThanks};
use crate::{App, Cx, Error, Result, password};

/// A task ends so long after the last answer.
const QUARTER: TimeDelta = TimeDelta::minutes(15);
/// A link can be opened for so long.
const LINK: TimeDelta = TimeDelta::hours(48);
/// Digits of the number that brings a tablet back.
const PIN: std::ops::RangeInclusive<usize> = 4..=8;

/// How a task is put into the citizen's hands.
#[derive(Clone, Debug)]
pub enum Handed {
    /// This screen; the number brings the worker back.
    Tablet {
        /// The number, four to eight digits.
        pin: Personal<String>,
    },
    /// A link for the citizen's own phone.
    Link,
}

impl Handed {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Tablet { .. } => "tablet",
            Self::Link => "link",
        }
    }
}

/// A task in hand.
#[derive(Debug)]
pub struct Own {
    /// The citizen's context: may answer the own questions, and nothing else.
    pub cx: Cx,
    /// The token that every form of the task carries.
    pub token: String,
    /// Whether it is on a tablet that is to be given back.
    pub is_tablet: bool,
    /// Whether its time has passed, or it was ended.
    pub is_over: bool,
    task: OwnTaskRow,
}

/// Puts the questions into the citizen's hands; gives the cookie's or link's value, of which only a hash is kept. On a tablet the
/// worker's session ends.
///
/// # Errors
///
/// [`Error::Refusal`] for a number that is no number of four to eight digits; [`Error::NotFound`] where the citizen has no course or is
/// not this worker's.
pub async fn hand_over(
    app: &App,
    cx: &Cx,
    session: &Session,
    citizen: CitizenId,
    handed: Handed,
    locale: Locale,
    once: Once,
) -> Result<Personal<String>> {
    let case = Case::open(app, cx, Action::HandOverScreen, citizen).await?;
    let course = open_course(&case, cx.today)?.id;
    let Actor::User { id: user, .. } = &cx.actor else { return Err(Error::NotFound) };
    let pin_hash = match &handed {
        Handed::Tablet { pin } => Some(pin_hash(pin).await?),
        Handed::Link => None,
    };
    // The same form sent twice gives the same value, without keeping it.
    let value = value(app, "own", &once.0.to_string());
    let form = match current(app, cx, &case, course).await? {
        Some(form) => FillingForm { filled_by: FilledBy::Citizen, ..form },
        None => FillingForm { filled_by: FilledBy::Citizen, ..crate::filling::empty(cx)? },
    };
    let filling = keep_form(app, cx, &case, course, &form).await?;
    let life = if handed.kind() == "tablet" { QUARTER } else { LINK };
    let task = OwnTaskRow {
        token_hash: vault::digest(value.as_bytes()).to_vec(),
        filling: filling.id,
        programme: cx.programme_id.0,
        course: course.0,
        citizen: citizen.0,
        user: user.0,
        kind: handed.kind().to_owned(),
        pin_hash,
        failed_attempts: 0,
        locale: locale.code().to_owned(),
        made_at: cx.now,
        ends_at: cx.now + life,
        opened_at: (handed.kind() == "tablet").then_some(cx.now),
        ended_at: None,
    };
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, Some(filling.id)).await? else {
        return Ok(Personal::new(value));
    };
    work.add_own_task(&task).await?;
    if matches!(handed, Handed::Tablet { .. }) {
        work.end_session(session.hash()).await?;
    }
    let event = Event::OwnTaskBegun { kind: handed.kind().to_owned() };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(Personal::new(value))
}

async fn pin_hash(pin: &Personal<String>) -> Result<String> {
    let digits = pin.reveal().trim();
    if !PIN.contains(&digits.len()) || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(Error::Refusal(Refusal::new("pin", Code::PinNeeded)));
    }
    password::hash_short(Personal::new(digits.to_owned()))
        .await
        .map_err(|_| Error::Refused("the number could not be kept".to_owned()))
}

/// A value that nobody can guess and that the same input gives again.
fn value(app: &App, purpose: &'static str, of: &str) -> String {
    let blind = app.store().keys().blind();
    let half = |name: &str| blind.hash(purpose, &format!("{name} {of}"));
    [half("first"), half("second")].concat().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every question: which instrument, which item.
fn questions(instruments: &[Instrument]) -> Vec<(&Instrument, usize)> {
    instruments.iter().flat_map(|pack| (0..pack.items.len()).map(move |item| (pack, item))).collect()
}

/// The filling in hand; ended where the worker has saved or discarded it meanwhile.
async fn in_hand(app: &App, own: &Own) -> Result<(Case, FillingForm)> {
    if own.is_over {
        return Err(Error::NotFound);
    }
    let case = Case::open(app, &own.cx, Action::FillInOwn, CitizenId(own.task.citizen)).await?;
    let form = form_of(app, &own.cx, &case, own.task.filling).await?.ok_or(Error::NotFound)?;
    Ok((case, form))
}

/// A question, from 0; the first that is not answered where none is asked for. After the last there are thanks.
///
/// # Errors
///
/// [`Error::NotFound`] where the task is over.
pub async fn page(app: &App, own: &Own, number: Option<usize>) -> Result<OwnPage> {
    let (case, form) = in_hand(app, own).await?;
    let all = questions(&case.instruments);
    let answer = |(pack, item): &(&Instrument, usize)| form.filling.answer(Whose::Citizen, pack, *item);
    let first_open = all.iter().position(|question| answer(question).is_none()).unwrap_or(all.len());
    let number = number.unwrap_or(first_open);
    let page = match all.get(number) {
        Some((pack, item)) => {
            let words = form.notes.reveal().get(&pack.key).and_then(|notes| notes.get(&pack.items.get(*item)?.key));
            OwnPage::Question(Box::new(OwnQuestion {
                number,
                of: all.len(),
                answered: all.iter().filter(|question| answer(question).is_some()).count(),
                instrument: (*pack).clone(),
                item: *item,
                answer: answer(&(*pack, *item)),
                words: words.map(|text| Personal::new(text.clone())),
            }))
        }
        None => OwnPage::Thanks(thanks(&case, &form, all.len())),
    };
    let event = Event::CitizenSeen;
    app.store().look(&case.grant, own.cx.entry(event, vec![case.id()]), own.cx.now).await?;
    Ok(page)
}

/// The own first and present star, area by area, for those who wish to see it.
fn thanks(case: &Case, form: &FillingForm, questions: usize) -> OwnThanks {
    let star = case.instruments.iter().find(|pack| matches!(pack.scale, domain::instrument::Scale::Areas { .. }));
    let course = case.courses.last();
    let areas = star.map(|star| {
        let readings = course.map(|course| course.readings.as_slice()).unwrap_or_default();
        let complete = readings.iter().filter(|reading| reading.complete(star).is_some());
        let first = complete.min_by_key(|reading| reading.order());
        let value = |answer: Option<Answer>| match answer {
            Some(Answer::Value(value)) => Some(value),
            _ => None,
        };
        let line = |(at, item): (usize, &domain::instrument::Item)| {
            let before = first.and_then(|first| first.answers.0.get(at).copied().flatten());
            (item.text.clone(), value(before), value(form.filling.answer(Whose::Citizen, star, at)))
        };
        star.items.iter().enumerate().map(line).collect()
    });
    OwnThanks { questions, areas: areas.unwrap_or_default() }
}

/// Saves the answer to a question, and puts the task's end off. `None` leaves it unanswered.
///
/// # Errors
///
/// [`Error::NotFound`] where the task is over or there is no such question; [`Error::Refusal`] for an answer that is none.
pub async fn answer(
    app: &App,
    own: &Own,
    number: usize,
    given: Option<Answer>,
    words: Option<Personal<String>>,
) -> Result<()> {
    // The worker may save on another screen at the same moment: what is read anew is never overwritten.
    for _ in 0..4 {
        let (case, mut form) = in_hand(app, own).await?;
        let all = questions(&case.instruments);
        let (pack, item) = all.get(number).ok_or(Error::NotFound)?;
        form.filling.set(Whose::Citizen, pack, *item, given)?;
        let mut notes = form.notes.reveal().clone();
        let key = pack.items.get(*item).map(|item| item.key.clone()).ok_or(Error::NotFound)?;
        let of_pack = notes.entry(pack.key.clone()).or_default();
        match &words {
            Some(words) => of_pack.insert(key, words.reveal().clone()),
            None => of_pack.remove(&key),
        };
        notes.retain(|_, texts| !texts.is_empty());
        refuse_long(&notes)?;
        form.notes = Personal::new(notes);
        let course = domain::id::CourseId(own.task.course);
        match keep_form(app, &own.cx, &case, course, &form).await {
            Ok(_) => {
                let ends_at = own.cx.now + QUARTER;
                return Ok(app.store().put_own_task_off(&case.grant, &own.task.token_hash, ends_at).await?);
            }
            Err(Error::Stale) => {}
            Err(other) => return Err(other),
        }
    }
    Err(Error::Stale)
}

/// For whom the screen would be handed over: what the citizen is called, and what to heed before a link is sent.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen is not this worker's.
pub async fn for_whom(app: &App, cx: &Cx, citizen: CitizenId) -> Result<(Personal<String>, Heed)> {
    let case = Case::open(app, cx, Action::HandOverScreen, citizen).await?;
    let heed = crate::caseload::heed(case.citizen.protected_address, &case.citizen.safe_contact)?;
    let name = case.name()?;
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok((name, heed))
}
