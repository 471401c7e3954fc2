//! Writing a note, and reading one through.

use domain::access::Action;
use domain::code::Audience;
use domain::knowledge::Note;
use uuid::Uuid;

use super::heed::check;
use crate::once::{Begun, Once, begin, begin_change};
use crate::paper::{Next, event, find, refused, sealed};
use crate::{App, Cx, Error, Result};

/// What a form says of a note.
#[derive(Clone, Debug, Default)]
pub struct NoteWish {
    /// What it is called.
    pub title: String,
    /// Its topic.
    pub topic: String,
    /// Whom it is for.
    pub audiences: Vec<Audience>,
    /// What was learnt.
    pub words: String,
    /// Why what the author was warned of tells on nobody.
    pub reason: String,
    /// Which warnings the reason was given to ([`super::Checked::seal`]).
    pub seal: String,
}

impl NoteWish {
    /// The texts that are looked through, each with its field.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        [("titel", &self.title), ("emne", &self.topic), ("tekst", &self.words)]
    }
}

/// Keeps a new note, or a new version of one: nobody has read that through yet.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once, those of [`super::Checked::refusals`] among them; [`Error::Stale`].
pub async fn keep_note(app: &App, cx: &Cx, known: Option<(Uuid, i64)>, wish: &NoteWish, once: Once) -> Result<Uuid> {
    let grant = cx.may_at_all(Action::KeepKnowledge)?;
    let is_ended = match known {
        Some((id, _)) => find::<Note>(app, cx, &mut app.store().read(&grant).await?, id).await?.is_ended,
        None => false,
    };
    let checked = check(app, cx, &wish.texts()).await?;
    let note = Note {
        title: wish.title.trim().to_owned(),
        topic: wish.topic.trim().to_owned(),
        audiences: wish.audiences.clone(),
        words: wish.words.trim().to_owned(),
        author: cx.user()?,
        confirmed: if checked.asks() { wish.reason.trim().to_owned() } else { String::new() },
        reviewed: None,
    };
    let mut refusals = refused(app, cx, &grant, &note, Vec::new()).await?;
    refusals.extend(checked.refusals(("grund", &wish.reason), &wish.seal));
    if !refusals.is_empty() {
        return Err(Error::Refusals(refusals));
    }
    let id = known.map_or_else(|| cx.new_id(), |(id, _)| Ok(id))?;
    let version = known.map_or(1, |(_, version)| version + 1);
    let row = sealed(app, cx, &grant, &Next { id, version, is_ended, paper: &note, reason: "" }).await?;
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    work.commit(cx.entry(event::<Note>(id, version), Vec::new()), cx.now).await?;
    Ok(id)
}

/// Notes that the reader has read a note through: from then on it may be shared.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`]; [`domain::refusal::Code::OwnNote`]; [`Error::Stale`] where it was changed since the reader read it.
pub async fn review(app: &App, cx: &Cx, (id, version): (Uuid, i64), once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepKnowledge)?;
    let before = find::<Note>(app, cx, &mut app.store().read(&grant).await?, id).await?;
    let mut note = before.says().clone();
    note.review(cx.user()?, cx.today)?;
    let version = version + 1;
    let next = Next { id, version, is_ended: before.is_ended, paper: &note, reason: "" };
    let row = sealed(app, cx, &grant, &next).await?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    work.put_paper(cx.programme_id, &row, cx.now).await?;
    Ok(work.commit(cx.entry(event::<Note>(id, version), Vec::new()), cx.now).await?)
}
