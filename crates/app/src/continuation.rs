//! *Videreførelse* (M29): what is carried on after the grant and what ends, and what must be handed over. The report `continuation` is
//! made of the same.

use domain::access::Action;
use domain::continuation::{Activity, Handing};
use domain::report::Report;
use domain::report::status::status;
use store::Reader;
use store::facts::Lines;

use crate::paper::{Kept, all};
use crate::report::Known;
use crate::view::continuation::ContinuationPage;
use crate::{App, Cx, Result};

/// The page. There is nobody's data in it.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<ContinuationPage> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let mut lines = app.store().read_programme(&grant).await?;
    let attached = attached(app, cx, &mut lines, cx.today).await?;
    let (activities, handings) =
        (all::<Activity>(app, cx, &mut lines.one).await?, all::<Handing>(app, cx, &mut lines.one).await?);
    drop(lines);
    let (off, mut activities): (Vec<_>, Vec<_>) = activities.into_iter().partition(|one| one.is_ended);
    let (taken, mut handings): (Vec<_>, Vec<_>) = handings.into_iter().partition(|one| one.is_ended);
    activities.sort_by(|one, other| {
        let order = one.says().afterwards.cmp(&other.says().afterwards);
        order.then_with(|| render::order::danish(&one.says().title, &other.says().title))
    });
    handings.sort_by_key(|one| (one.says().done_on.is_some(), one.says().due, one.id));
    Ok(ContinuationPage {
        today: cx.today,
        funding_end: cx.programme.funding.to,
        activities,
        handings,
        ended: (off, taken),
        attached,
        may_list: cx.could_at_all(Action::ListAllCitizens),
        may_keep: cx.could_at_all(Action::KeepRecord),
    })
}

/// What the report is made of: current activities, and things to be handed over.
pub(crate) async fn said(app: &App, cx: &Cx, reader: &mut Reader) -> Result<(Vec<Activity>, Vec<Handing>)> {
    fn current<T: Clone>(kept: &[Kept<T>]) -> Vec<T> {
        kept.iter().filter(|one| !one.is_ended).map(|one| one.says().clone()).collect()
    }
    let activities = all::<Activity>(app, cx, reader).await?;
    let handings = all::<Handing>(app, cx, reader).await?;
    Ok((current(&activities), current(&handings)))
}

async fn attached(app: &App, cx: &Cx, lines: &mut Lines, day: chrono::NaiveDate) -> Result<u32> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let known = Known::load(app, cx, lines, &[Report::Continuation]).await?;
    Ok(status(&known.courses, &[], &known.merges, enrolling, day).attached)
}

/// The page on paper: logged as printed.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn printed(app: &App, cx: &Cx) -> Result<ContinuationPage> {
    let page = page(app, cx).await?;
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let event = domain::event::Event::Printed { what: "continuation".to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(page)
}
