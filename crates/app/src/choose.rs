//! Going on in another of one's programmes. The session has one programme at a time, and nothing crosses: a form laid out in one is not taken in
//! another.

use domain::access::Action;
use domain::event::{Entry, Event};
use domain::id::ProgrammeId;
use domain::programme::Text;

use crate::sign_in::Session;
use crate::{App, Cx, Error, Result};

/// A programme to go on in.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The programme.
    pub id: ProgrammeId,
    /// Its neutral title.
    pub title: Text,
    /// Whether it is the present one.
    pub is_current: bool,
}

/// The programmes in which the reader has a part today.
///
/// # Errors
///
/// A fault of the store.
pub async fn page(app: &App, cx: &Cx) -> Result<Vec<Choice>> {
    let grant = cx.may_at_all(Action::SignIn)?;
    let rows = app.store().read(&grant).await?.programmes_of(cx.organisation, cx.user()?, cx.today).await?;
    let mut choices = Vec::with_capacity(rows.len());
    for row in rows {
        let id = ProgrammeId(row.id);
        let rules = app.rules(id, row.version, || crate::setup::read(&row.key, &row.toml))?;
        choices.push(Choice { id, title: rules.title.clone(), is_current: id == cx.programme_id });
    }
    Ok(choices)
}

/// Goes on in another programme.
///
/// # Errors
///
/// [`Error::NotFound`] where the reader has no part in it today, or there is none.
pub async fn choose(app: &App, cx: &Cx, session: &Session, programme: ProgrammeId) -> Result<()> {
    let known = page(app, cx).await?;
    if !known.iter().any(|choice| choice.id == programme) {
        return Err(Error::NotFound);
    }
    let mut work = app.store().begin(cx.may_at_all(Action::SignIn)?).await?;
    work.choose_programme(session.hash(), cx.user()?, programme).await?;
    let entry = Entry { programme: Some(programme), citizens: Vec::new(), event: Event::ProgrammeChosen };
    Ok(work.commit(entry, cx.now).await?)
}
