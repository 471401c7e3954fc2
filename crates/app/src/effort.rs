//! *Indsatsen*: what is next in the programme's own papers, one line each.

use domain::access::Action;
use domain::code::{DecisionState, HandingState};
use domain::continuation::Handing;
use domain::knowledge::{Anchoring, Note};
use domain::meeting::{Decision, Meeting};
use domain::organisation::Group;
use domain::timeplan::{Line, Standing};

use crate::paper::{Kept, all};
use crate::view::effort::EffortPage;
use crate::{App, Cx, Result};

/// The page. It names nobody.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<EffortPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let today = cx.today;
    let mut reader = app.store().read(&grant).await?;
    let groups: Vec<Kept<Group>> = open(all(app, cx, &mut reader).await?);
    let meetings: Vec<Kept<Meeting>> = open(all(app, cx, &mut reader).await?);
    let next = meetings.iter().filter(|one| one.says().on >= today && one.says().approved.is_none());
    let next = next.min_by_key(|one| (one.says().on, one.id)).map(|one| {
        let group = groups.iter().find(|group| group.id == one.says().group);
        (group.map(|group| group.says().name.clone()).unwrap_or_default(), one.says().on)
    });
    if !cx.could_at_all(Action::SeeRecord) {
        return Ok(EffortPage { today, next_meeting: next, ..EffortPage::default() });
    }
    let lines: Vec<Kept<Line>> = open(all(app, cx, &mut reader).await?);
    let decisions: Vec<Kept<Decision>> = open(all(app, cx, &mut reader).await?);
    let notes: Vec<Kept<Note>> = open(all(app, cx, &mut reader).await?);
    let anchoring: Vec<Kept<Anchoring>> = open(all(app, cx, &mut reader).await?);
    let handings: Vec<Kept<Handing>> = open(all(app, cx, &mut reader).await?);
    let is_late = |line: &&Kept<Line>| matches!(line.says().standing(today), Standing::Overdue(_));
    let ahead = lines.iter().filter(|line| line.says().done_on().is_none() && line.says().planned_end() >= today);
    // Next is what begins, or, of what has begun, what ends.
    let next_day = |line: &Line| if line.from >= today { line.from } else { line.planned_end() };
    let next_line = ahead.min_by_key(|line| (next_day(line.says()), line.id));
    let unsettled =
        decisions.iter().filter(|one| matches!(one.says().state(), DecisionState::Open | DecisionState::GoingOn));
    let left = handings.iter().filter(|one| one.says().state != HandingState::Done);
    drop(reader);
    Ok(EffortPage {
        today,
        may_read: true,
        next_line: next_line.map(|line| (line.says().title.clone(), next_day(line.says()))),
        late_lines: lines.iter().filter(is_late).count(),
        groups: groups.len(),
        next_meeting: next,
        decisions: (unsettled.clone().count(), unsettled.filter(|one| one.says().is_overdue(today)).count()),
        notes: (notes.len(), notes.iter().filter(|one| one.says().reviewed.is_none()).count()),
        late_anchoring: anchoring.iter().filter(|one| one.says().is_overdue(today)).count(),
        handings: (left.clone().count(), left.filter(|one| one.says().is_overdue(today)).count()),
        recalled: crate::research::waiting(app, cx).await?,
    })
}

fn open<T>(kept: Vec<Kept<T>>) -> Vec<Kept<T>> {
    kept.into_iter().filter(|one| !one.is_ended).collect()
}
