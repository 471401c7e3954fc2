//! The citizen's picture of the course, to take home: the plan then and now, the star first and latest, the citizen's own words.

use domain::access::Action;
use domain::event::Event;
use domain::id::CitizenId;

use super::page::{meeting, own_words};
use crate::case::Case;
use crate::documentation::timed;
use crate::plan::Known;
use crate::view::citizen::{Goal, Words};
use crate::view::closing::{ClosingPrint, GoalThen};
use crate::{App, Cx, Error, Result, citizen};

/// The print, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where the citizen is not for the reader, or was never enrolled.
pub async fn print(app: &App, cx: &Cx, id: CitizenId) -> Result<ClosingPrint> {
    let case = Case::open(app, cx, Action::PrintForCitizen, id).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let (plan, _) = timed(cx, course, &case.instruments).ok_or(Error::NotFound)?;
    let seen = citizen::of(app, cx, &case.grant, id).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let marks = reader.marks_of(cx.programme_id, id).await?;
    let written = Known::load(&mut reader, cx, &case, course.id).await?.plan();
    drop(reader);
    let goal = |goal: Goal| {
        let words = match goal.words {
            Words::Shown(words) => Some(words),
            Words::None | Words::Sealed(_) => None,
        };
        let first = written.goals.iter().find(|written| written.id == goal.id).and_then(|written| written.said.first());
        let first = first.map(|(_, said)| &said.words);
        GoalThen {
            first_words: first.filter(|first| words.as_ref().is_some_and(|words| words != *first)).cloned(),
            words,
            area: goal.area,
            made_on: goal.created_on,
            state: goal.state,
            since: goal.since,
        }
    };
    let page = ClosingPrint {
        id,
        name: seen.name,
        day: cx.today,
        enrolled_on: plan.enrolled_on(),
        until: course.closed_by(cx.today).unwrap_or(cx.today),
        star: seen.star,
        scores: seen.scores,
        goals: seen.goals.into_iter().filter(|goal| !goal.is_earlier).map(goal).collect(),
        own_words: own_words(&case, meeting(&marks, course))?,
    };
    app.store().look(&case.grant, cx.entry(Event::Printed { what: "closing".to_owned() }, vec![id]), cx.now).await?;
    Ok(page)
}
