//! A meeting as a file. Of the figures it holds what its group may have (`domain/src/meeting/told.rs`): the team's own all, one outside the team what it was
//! told in a locked report.

use domain::access::Action;
use domain::meeting::told::{Had, latest};
use domain::release::{Frozen, Release};
use uuid::Uuid;

use super::printed;
use crate::paper::{all, find};
use crate::view::meeting::{MeetingFile, MeetingPage};
use crate::{App, Cx, Result};

/// A meeting as a file: logged as printed.
///
/// # Errors
///
/// As [`printed`].
pub async fn filed(app: &App, cx: &Cx, id: Uuid) -> Result<MeetingFile> {
    let mut page = printed(app, cx, id).await?;
    let figures = std::mem::take(&mut page.figures);
    let had = had(app, cx, &page).await?;
    let on_paper = |figure: domain::meeting::Frozen| (figure.kind, figure.on_paper(page.group_kind, &had));
    Ok(MeetingFile { figures: figures.into_iter().map(on_paper).collect(), page })
}

/// The locked reports that the group had by the meeting's day, the latest first, as far back as it takes to find each figure that can be told of.
async fn had(app: &App, cx: &Cx, page: &MeetingPage) -> Result<Vec<Had>> {
    let meeting = page.meeting.says();
    let Some(audience) = page.group_kind.audience() else { return Ok(Vec::new()) };
    let mut left = meeting.asked();
    left.retain(|kind| kind.can_be_told());
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let mut reader = app.store().read(&grant).await?;
    let releases = all::<Release>(app, cx, &mut reader).await?;
    let mut had = Vec::new();
    for id in latest(releases.iter().map(|one| (one.id, one.says())), audience, meeting.on) {
        if left.is_empty() {
            break;
        }
        let Some(release) = releases.iter().find(|one| one.id == id) else { continue };
        let held = find::<Frozen>(app, cx, &mut reader, id).await?;
        let one = Had::of(release.says(), held.says());
        left.retain(|kind| !one.tells(*kind));
        had.push(one);
    }
    Ok(had)
}
