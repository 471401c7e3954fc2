//! Keeping a meeting: its agenda, its minutes with what became of earlier decisions, its approval.

use domain::access::Action;
use domain::code::DecisionState;
use domain::meeting::{Decision, Followed, Meeting};
use domain::paper::{Faults, Who};
use domain::refusal::{Code, Refusal};
use uuid::Uuid;

use super::figures::figures;
use crate::once::{Begun, Once, begin, begin_change};
use crate::paper::{Kept, Next, Said, find, keep, refused, sealed};
use crate::{App, Cx, Error, Result};

/// An agenda as a form says it.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The meeting, without what was said.
    pub meeting: Meeting,
    /// The place that each item had in the agenda before: what was said of it goes with it.
    pub places: Vec<usize>,
}

/// Keeps the agenda of a new meeting, or of one that is there; what was said and who was there stay as they are.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once; [`Code::MinutesApproved`] where they are; [`Error::Stale`].
pub async fn keep_agenda(
    app: &App,
    cx: &Cx,
    known: Option<(Uuid, i64)>,
    agenda: &Agenda,
    said: Said<'_>,
    once: Once,
) -> Result<Uuid> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let meeting = &agenda.meeting;
    let Some((id, version)) = known else { return keep(app, cx, None, meeting, said, once).await };
    let before = find::<Meeting>(app, cx, &mut app.store().read(&grant).await?, id).await?;
    if before.says().approved.is_some() {
        return Err(Refusal::new("", Code::MinutesApproved).into());
    }
    let mut next = meeting.clone();
    let (were, asked) = (before.says(), meeting.asked());
    for (item, place) in next.items.iter_mut().zip(&agenda.places) {
        if let Some(had) = were.items.get(*place) {
            item.minutes.clone_from(&had.minutes);
        }
    }
    next.present.clone_from(&were.present);
    next.others.clone_from(&were.others);
    // The figures that were kept stay; one that is asked for afterwards comes with the minutes.
    next.figures = were.figures.iter().filter(|one| asked.contains(&one.kind)).cloned().collect();
    keep(app, cx, Some((id, version)), &next, said, once).await
}

/// What a form of minutes says.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    /// What was said, item by item.
    pub items: Vec<String>,
    /// Who was there.
    pub present: Vec<Who>,
    /// Who else.
    pub others: String,
    /// What became of earlier decisions.
    pub noted: Vec<Noted>,
    /// Why approved minutes are corrected.
    pub reason: String,
}

/// What became of an earlier decision.
#[derive(Clone, Debug)]
pub struct Noted {
    /// The decision.
    pub decision: Uuid,
    /// What became of it; none where nothing is said.
    pub state: Option<DecisionState>,
    /// In words.
    pub words: String,
}

/// Keeps the minutes. The figures of the agenda are kept with them, as of the meeting's day, the first time. Approved minutes stay
/// approved, and the new version says why it was made.
///
/// # Errors
///
/// [`Error::Denied`]; [`Code::MeetingAhead`]; [`Code::ReasonNeeded`] where they are approved; [`Error::Stale`].
pub async fn keep_minutes(app: &App, cx: &Cx, (id, version): (Uuid, i64), minutes: &Minutes, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let mut reader = app.store().read(&grant).await?;
    let before = find::<Meeting>(app, cx, &mut reader, id).await?;
    let mut next = before.says().clone();
    let mut faults = Faults::default();
    let is_approved = next.approved.is_some();
    faults.refuse(cx.today < next.on, "", Code::MeetingAhead);
    faults.refuse(is_approved && minutes.reason.trim().is_empty(), "grund", Code::ReasonNeeded);
    faults.text("grund", &minutes.reason);
    for (item, said) in next.items.iter_mut().zip(&minutes.items) {
        item.minutes.clone_from(said);
    }
    next.present.clone_from(&minutes.present);
    next.others.clone_from(&minutes.others);
    let mut followed = Vec::new();
    for noted in &minutes.noted {
        let Some(state) = noted.state else { continue };
        let decision = find::<Decision>(app, cx, &mut reader, noted.decision).await?;
        if decision.says().group != next.group || !decision.says().comes_up(id, next.on) {
            return Err(Error::NotFound);
        }
        let mut says = decision.says().clone();
        says.follow(Followed { meeting: id, on: next.on, state, words: noted.words.trim().to_owned() });
        faults.text("ord", &noted.words);
        if says != *decision.says() {
            followed.push((decision.id, decision.version, decision.is_ended, says));
        }
    }
    drop(reader);
    let refusals = refused(app, cx, &grant, &next, faults.0).await?;
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let missing: Vec<_> =
        next.asked().into_iter().filter(|kind| next.figures.iter().all(|one| one.kind != *kind)).collect();
    next.figures.extend(figures(app, cx, &grant, &missing, next.on).await?);
    let row = Next { id, version: version + 1, is_ended: before.is_ended, paper: &next, reason: &minutes.reason };
    let mut rows = vec![sealed(app, cx, &grant, &row).await?];
    let mut entries = vec![cx.entry(crate::paper::event::<Meeting>(id, version + 1), Vec::new())];
    for (id, version, is_ended, says) in &followed {
        let row = Next { id: *id, version: version + 1, is_ended: *is_ended, paper: says, reason: "" };
        rows.push(sealed(app, cx, &grant, &row).await?);
        entries.push(cx.entry(crate::paper::event::<Decision>(*id, version + 1), Vec::new()));
    }
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    for row in &rows {
        work.put_paper(cx.programme_id, row, cx.now).await?;
    }
    Ok(work.commit_all(&entries, cx.now).await?)
}

/// Approves the minutes: from then on a change is a new version with a reason.
///
/// # Errors
///
/// [`Error::Denied`]; [`Code::MeetingAhead`]; [`Code::MinutesMissing`]; [`Code::MinutesApproved`]; [`Error::Stale`].
pub async fn approve(app: &App, cx: &Cx, (id, version): (Uuid, i64), once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let before = find::<Meeting>(app, cx, &mut app.store().read(&grant).await?, id).await?;
    // The same form sent again finds them approved by itself.
    if app.store().read(&grant).await?.claimed(&grant, once.0).await?.is_some() {
        return Ok(());
    }
    let mut next = before.says().clone();
    next.approve(cx.user()?, cx.today)?;
    put(app, cx, (&before, version), &next, once).await
}

/// Calls a meeting off, or takes it up again, with the reason.
///
/// # Errors
///
/// As [`crate::paper::end`]; [`Code::MinutesApproved`] where they are.
pub async fn reopen(app: &App, cx: &Cx, known: (Uuid, i64), ends: bool, reason: &str, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let before = find::<Meeting>(app, cx, &mut app.store().read(&grant).await?, known.0).await?;
    if before.says().approved.is_some() {
        return Err(Refusal::new("", Code::MinutesApproved).into());
    }
    crate::paper::end::<Meeting>(app, cx, known, ends, reason, once).await
}

async fn put(app: &App, cx: &Cx, (before, version): (&Kept<Meeting>, i64), next: &Meeting, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let (id, version) = (before.id, version + 1);
    let next = Next { id, version, is_ended: before.is_ended, paper: next, reason: "" };
    let row = sealed(app, cx, &grant, &next).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    Ok(work.commit(cx.entry(crate::paper::event::<Meeting>(id, version), Vec::new()), cx.now).await?)
}

/// What a form says of a decision.
#[derive(Clone, Debug)]
pub struct DecisionWish {
    /// What was decided.
    pub words: String,
    /// Who does it.
    pub who: Option<Who>,
    /// By when, or why that could not be read.
    pub due: std::result::Result<chrono::NaiveDate, Code>,
}

/// Notes a decision of a meeting.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; every refusal at once: no words, nobody who does it, no day, minutes that are approved.
pub async fn decide(app: &App, cx: &Cx, meeting: Uuid, wish: &DecisionWish, once: Once) -> Result<Uuid> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let held = find::<Meeting>(app, cx, &mut app.store().read(&grant).await?, meeting).await?;
    let mut faults = Vec::new();
    if held.says().approved.is_some() {
        faults.push(Refusal::new("", Code::MinutesApproved));
    }
    if wish.who.is_none() {
        faults.push(Refusal::new("hvem", Code::WhoNeeded));
    }
    if let Err(code) = wish.due {
        faults.push(Refusal::new("senest", code));
    }
    let decision = Decision {
        meeting,
        group: held.says().group,
        made_on: held.says().on,
        words: wish.words.trim().to_owned(),
        // Where nobody was chosen the refusal above stands, and this is never kept.
        who: wish.who.unwrap_or(Who::Outsider(Uuid::nil())),
        due: wish.due.unwrap_or(held.says().on),
        followed: Vec::new(),
    };
    let refusals = refused(app, cx, &grant, &decision, faults).await?;
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let id = cx.new_id()?;
    let row = sealed(app, cx, &grant, &Next { id, version: 1, is_ended: false, paper: &decision, reason: "" }).await?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    work.commit(cx.entry(crate::paper::event::<Decision>(id, 1), Vec::new()), cx.now).await?;
    Ok(id)
}
