//! The page of a filling: what was saved, what the round asks for, what the first star leads to.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{FilledBy, FollowUpReply, GoalState, Role};
use domain::course::plan;
use domain::event::Event;
use domain::facts::Course;
use domain::filling::Filling;
use domain::follow_up::{State, follow_ups};
use domain::id::{CitizenId, GoalId, UserId};
use domain::personal::Personal;
use domain::phase::phases;
use domain::window;
use store::citizen::CitizensGoal;
use store::follow_up::GivenReply;

use super::complete::exceptions;
use super::{form, open_course};
use crate::case::Case;
use crate::facts::code;
use crate::people::some;
use crate::sealing::Cell;
use crate::view::citizen::{Goal, Words};
use crate::view::filling::{FillingForm, FillingPage, FirstStar, GivenAnswer, Notes, Round};
use crate::{App, Cx, Result};

/// The page, logged before it is given. Earlier answers are not on it: they would colour the new ones.
///
/// # Errors
///
/// [`crate::Error::NotFound`] where the citizen has no course or is not for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<FillingPage> {
    let case = Case::open(app, cx, Action::FillIn, citizen).await?;
    let course = open_course(&case, cx.today)?;
    let programme = cx.programme_id;
    let mut reader = app.store().read(&case.grant).await?;
    let row = reader.fillings(programme, citizen).await?.into_iter().find(|row| row.course == course.id.0);
    let replies = reader.given_replies(programme, citizen).await?;
    let goals = reader.citizens_goals(programme, citizen).await?;
    let exceptions = exceptions(&mut reader, cx, citizen).await?;
    let members = reader.members(programme).await?;
    let is_decider = |role: &str| Role::parse(role) == Ok(Role::Coordinator);
    let deciders = members.iter().filter(|member| is_decider(&member.role) && member.from <= cx.today);
    let deciders: Vec<UserId> = deciders.map(|member| UserId(member.user)).collect();
    let begun = row.as_ref().and_then(|row| row.begun_by.parse().ok()).map(UserId);
    let names = some(app, &mut reader, cx, deciders.iter().copied().chain(begun)).await?;
    drop(reader);

    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let enrolled_on = course.enrolled_on(enrolling).filter(|on| *on <= cx.today);
    let kept = row.as_ref().map(|row| form(&case, row)).transpose()?;
    let rounds = rounds(cx, &case, course, enrolled_on, &replies)?;
    let asks = |round: &&Round| matches!(round.state, State::Overdue | State::Due | State::Coming | State::Postponed);
    let due = rounds.iter().find(asks).or_else(|| rounds.iter().find(|round| round.state == State::Future)).cloned();
    let form = match kept {
        Some(form) => form,
        None => empty(cx)?,
    };
    let first = enrolled_on.is_none().then(|| {
        let on = form.made_on;
        let plan = plan(on, &cx.programme).ok();
        let phases = plan.as_ref().map(|plan| phases(plan, &cx.programme, &course.marks)).unwrap_or_default();
        let excused = exceptions.iter().any(|exception| exception.covers(citizen, on));
        FirstStar {
            planned_end: plan.map(|plan| plan.planned_end()),
            phases: phases.iter().map(|phase| phase.days).collect(),
            windows: cx.programme.recruitment.clone(),
            is_open: window::is_open(&cx.programme, on) || excused,
            deciders: deciders.iter().filter_map(|user| names.get(user).cloned()).collect(),
        }
    });
    let me = cx.user().ok();
    let page = FillingPage {
        citizen,
        name: case.name()?,
        day: cx.today,
        due,
        rounds: rounds.into_iter().filter(|round| round.state != State::Done).collect(),
        saved_at: row.as_ref().map(|row| cx.local(row.saved_at)),
        begun_by: begun.filter(|user| Some(*user) != me).and_then(|user| names.get(&user).cloned()),
        form,
        instruments: case.instruments.clone(),
        goals: active_goals(cx, &case, course, &goals)?,
        first,
    };
    app.store().look(&case.grant, cx.entry(Event::CitizenSeen, vec![citizen]), cx.now).await?;
    Ok(page)
}

/// The form of a filling that is not begun.
pub(crate) fn empty(cx: &Cx) -> Result<FillingForm> {
    Ok(FillingForm {
        id: cx.new_id()?,
        from: 0,
        made_on: cx.today,
        filled_by: FilledBy::Together,
        filling: Filling::default(),
        notes: Personal::new(Notes::new()),
    })
}

/// The follow-ups of a course on the day, each with its answer that is no reading.
pub(crate) fn rounds(
    cx: &Cx,
    case: &Case,
    course: &Course,
    enrolled_on: Option<NaiveDate>,
    replies: &[GivenReply],
) -> Result<Vec<Round>> {
    let Some(plan) = enrolled_on.and_then(|on| plan(on, &cx.programme).ok()) else { return Ok(Vec::new()) };
    let all = follow_ups(course, &plan, &cx.programme, &case.instruments, cx.today);
    let last = all.last().map(|last| last.due);
    let title = |key: &String| case.instruments.iter().find(|pack| pack.key == *key).map(|pack| pack.title.clone());
    let round = |follow_up: &domain::follow_up::FollowUp| {
        let mut given = replies.iter().rev();
        let given = given.find(|row| row.course == course.id.0 && row.due_on == follow_up.due);
        Ok(Round {
            due: follow_up.due,
            state: follow_up.state,
            is_last: Some(follow_up.due) == last,
            missing: follow_up.missing.iter().filter_map(title).collect(),
            reply: given.map(|row| answer(case, row)).transpose()?,
        })
    };
    all.iter().map(round).collect()
}

fn answer(case: &Case, row: &GivenReply) -> Result<GivenAnswer> {
    let cell = Cell { table: "reply", column: "note", row: row.id, version: row.version };
    Ok(GivenAnswer {
        id: row.id,
        version: row.version,
        reply: code(FollowUpReply::parse, &row.reply)?,
        on: row.replied_on,
        note: case.keys.open(case.subject(), cell, row.note.as_deref())?,
    })
}

/// The goals worked on in the course, their words opened: the plan is gone through with the citizen. Those of an earlier course ended
/// with it.
fn active_goals(cx: &Cx, case: &Case, course: &Course, rows: &[CitizensGoal]) -> Result<Vec<Goal>> {
    let mut goals = Vec::new();
    for row in rows.iter().filter(|row| row.course == course.id.0) {
        let state = code(GoalState::parse, &row.state)?;
        if state != GoalState::Active || row.created_on > cx.today {
            continue;
        }
        let cell = Cell { table: "goal", column: "text", row: row.id, version: row.version };
        let words = case.keys.open(case.subject(), cell, row.text.as_deref())?.map_or(Words::None, Words::Shown);
        let area = cx.programme.goal_areas.iter().find(|area| Some(&area.key) == row.area.as_ref());
        goals.push(Goal {
            id: GoalId(row.id),
            is_earlier: false,
            area: area.map(|area| area.name.clone()),
            words,
            created_on: row.created_on,
            state,
            since: row.state_on,
        });
    }
    Ok(goals)
}
