//! *Viden* (M24): notes without personal data, read through by a second person before they are shared.

mod heed;
mod write;

use domain::access::{Action, Grant};
use domain::event::Event;
use domain::knowledge::{Anchoring, Note, Sharing};
use domain::paper::Who;
use store::Reader;
use uuid::Uuid;

pub use self::heed::{Checked, check};
pub use self::write::{NoteWish, keep_note, review};
use crate::paper::{Kept, People, all};
use crate::view::knowledge::{KnowledgePage, NoteLine};
use crate::{App, Cx, Error, Result};

/// The page. There is no citizen in it, and no name but those of the team.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<KnowledgePage> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let mut reader = app.store().read(&grant).await?;
    let (lines, mut anchoring) = lines(app, cx, &mut reader).await?;
    anchoring.retain(|one| !one.is_ended);
    anchoring.sort_by_key(|one| (one.says().done_on.is_some(), one.says().due, one.id));
    let (ended, kept): (Vec<NoteLine>, Vec<NoteLine>) = lines.into_iter().partition(|line| line.kept.is_ended);
    let mut topics: Vec<(String, Vec<NoteLine>)> = Vec::new();
    for line in kept {
        let topic = line.kept.says().topic.trim().to_owned();
        match topics.iter_mut().find(|(known, _)| known.to_lowercase() == topic.to_lowercase()) {
            Some((_, notes)) => notes.push(line),
            None => topics.push((topic, vec![line])),
        }
    }
    topics.sort_by(|(one, _), (other, _)| render::order::danish(one, other));
    Ok(KnowledgePage {
        today: cx.today,
        topics,
        ended,
        anchoring,
        may_write: cx.could_at_all(Action::KeepKnowledge),
        may_keep: cx.could_at_all(Action::KeepRecord),
    })
}

/// One note.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`].
pub async fn note(app: &App, cx: &Cx, id: Uuid) -> Result<NoteLine> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let (lines, _) = lines(app, cx, &mut app.store().read(&grant).await?).await?;
    lines.into_iter().find(|line| line.kept.id == id).ok_or(Error::NotFound)
}

/// The collection on paper, or as a document: only what a second person has read through. Logged as printed.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn collection(app: &App, cx: &Cx) -> Result<KnowledgePage> {
    let mut page = page(app, cx).await?;
    for (_, notes) in &mut page.topics {
        notes.retain(|line| line.kept.says().reviewed.is_some());
    }
    page.topics.retain(|(_, notes)| !notes.is_empty());
    let grant: Grant = cx.may_at_all(Action::SeeRecord)?;
    let event = Event::Printed { what: "knowledge".to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(page)
}

async fn lines(app: &App, cx: &Cx, reader: &mut Reader) -> Result<(Vec<NoteLine>, Vec<Kept<Anchoring>>)> {
    let people = People::of(app, cx, reader).await?;
    let notes = all::<Note>(app, cx, reader).await?;
    let sharings = all::<Sharing>(app, cx, reader).await?;
    let anchoring = all::<Anchoring>(app, cx, reader).await?;
    let me = cx.user().ok();
    let mut lines: Vec<NoteLine> = notes
        .into_iter()
        .map(|kept| {
            let says = kept.says();
            let reviewer = says.reviewed.map(|review| people.called(Who::User(review.by)));
            let mut shared: Vec<Kept<Sharing>> =
                sharings.iter().filter(|one| one.says().note == kept.id && !one.is_ended).cloned().collect();
            shared.sort_by_key(|one| std::cmp::Reverse((one.says().on, one.id)));
            let of_note = anchoring.iter().filter(|one| one.says().note == Some(kept.id) && !one.is_ended);
            NoteLine {
                author: people.called(Who::User(says.author)),
                reviewer: reviewer.unwrap_or_default(),
                may_review: says.reviewed.is_none()
                    && cx.could_at_all(Action::KeepKnowledge)
                    && me.is_some_and(|me| me != says.author),
                shared,
                anchoring: of_note.cloned().collect(),
                kept,
            }
        })
        .collect();
    lines.sort_by(|one, other| render::order::danish(&one.kept.says().title, &other.kept.says().title));
    Ok((lines, anchoring))
}
