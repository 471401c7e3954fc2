//! *Mål* (M15, M16): goals by area, and the ones in none, settled in a team meeting: an area, or outside for a reason.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::GoalState;
use domain::event::Event;
use domain::id::{CitizenId, CourseId, GoalId};
use domain::personal::Personal;
use domain::programme::Period;
use domain::refusal::{Code, Refusal};
use domain::report::forecast::project_year;
use domain::report::goals::goals;
use store::desk::UnlinkedGoal;

use crate::facts::{Readings, Wanted, code};
use crate::once::Once;
use crate::plan::settle_area;
use crate::sealing::Cell;
use crate::sight::Sight;
use crate::view::goals::{GoalsPage, OutsideGoal};
use crate::wind_down::named;
use crate::{App, Cx, Error, Result, facts};

/// Goals of a list that are shown at first.
const FIRST: usize = 30;
/// The most letters of a reason.
const LONGEST: usize = 500;

/// What the team agrees about a goal.
#[derive(Clone, Debug)]
pub enum Settled {
    /// It belongs to this area after all.
    Area(String),
    /// It lies outside, for this reason.
    Outside(Personal<String>),
}

/// The page, logged with every citizen that it names before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refusal`] where the period ends before it begins.
pub async fn page(
    app: &App,
    cx: &Cx,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    shows_all: bool,
) -> Result<GoalsPage> {
    let grant = cx.may_at_all(Action::SeeUnlinkedGoals)?;
    let usual = project_year(cx.today);
    let period = Period { from: from.unwrap_or(usual.from), to: to.unwrap_or(usual.to) };
    if period.is_empty() {
        return Err(Error::Refusal(Refusal::new("til", Code::EndsBeforeItBegins)));
    }
    let mut lines = app.store().read_programme(&grant).await?;
    let reader = &mut lines.one;
    let all: Vec<_> = facts::goals(reader, cx).await?.into_iter().map(|(_, goal)| goal).collect();
    let figure = goals(&all, &cx.programme, period);
    let sight = Sight::of(reader, cx).await?;
    let mut rows = reader.unlinked_goals(cx.programme_id, cx.today).await?;
    rows.retain(|row| !sight.hides(CitizenId(row.citizen)));
    let (outside, unsettled): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.outside.is_some());
    let (unsettled_total, outside_total) = (unsettled.len(), outside.len());
    let first = if shows_all { usize::MAX } else { FIRST };
    let shown: Vec<&UnlinkedGoal> = unsettled.iter().take(first).chain(outside.iter().take(first)).collect();
    let records: BTreeSet<CitizenId> = shown.iter().map(|row| CitizenId(row.citizen)).collect();
    let seen: BTreeSet<CitizenId> = records.iter().map(|record| sight.person(*record)).collect();
    let (names, keys) = named(app, cx, reader, &records, &sight).await?;
    let wanted = Wanted::only(Readings::Of(&[]));
    let courses = if shown.is_empty() { Vec::new() } else { facts::courses(&mut lines, cx, wanted).await? };
    drop(lines);
    let is_open = |course: CourseId| courses.iter().any(|one| one.id == course && one.closed_by(cx.today).is_none());
    let goal = |row: &UnlinkedGoal| {
        let citizen = sight.person(CitizenId(row.citizen));
        let open = |column, sealed: Option<&Vec<u8>>| {
            let cell = Cell { table: "goal", column, row: row.id, version: row.version };
            Ok::<_, Error>(keys.open(citizen.into(), cell, sealed.map(Vec::as_slice))?.unwrap_or_default())
        };
        Ok(OutsideGoal {
            id: GoalId(row.id),
            version: row.version,
            citizen,
            name: names.get(&citizen).cloned().unwrap_or_else(|| Personal::new("–".to_owned())),
            words: open("text", row.text.as_ref())?,
            on: row.created_on,
            state: code(GoalState::parse, &row.state)?,
            why: open("outside", row.outside.as_ref())?,
            is_open: is_open(CourseId(row.course)),
        })
    };
    let told = |rows: &[UnlinkedGoal]| rows.iter().take(first).map(goal).collect::<Result<Vec<_>>>();
    let page = GoalsPage {
        day: cx.today,
        period,
        figure,
        unsettled: told(&unsettled)?,
        unsettled_total,
        outside: told(&outside)?,
        outside_total,
        areas: cx.programme.goal_areas.clone(),
    };
    let event = Event::CitizensListed { list: "unlinked_goals".to_owned() };
    app.store().look(&grant, cx.entry(event, seen.into_iter().collect()), cx.now).await?;
    Ok(page)
}

/// Settles a goal: gives it an area, or says why it lies outside.
///
/// # Errors
///
/// Refused: no such area, no reason, too long a reason. [`Error::Stale`] where it was changed meanwhile; [`Error::NotFound`].
pub async fn settle(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    at: (GoalId, i64),
    settled: &Settled,
    once: Once,
) -> Result<()> {
    let refusal = match settled {
        Settled::Area(key) if cx.programme.goal_areas.iter().any(|area| area.key == *key) => None,
        Settled::Area(_) => Some(Refusal::new("area", Code::ChoiceNeeded)),
        Settled::Outside(why) if why.reveal().trim().is_empty() => Some(Refusal::new("outside", Code::ReasonNeeded)),
        Settled::Outside(why) if why.reveal().chars().count() > LONGEST => Some(Refusal::new("outside", Code::TooLong)),
        Settled::Outside(_) => None,
    };
    if let Some(refusal) = refusal {
        return Err(refusal.into());
    }
    let (area, why) = match settled {
        Settled::Area(key) => (Some(key.clone()), None),
        Settled::Outside(why) => (None, Some(why.clone())),
    };
    settle_area(app, cx, citizen, at, (area, why), once).await
}
