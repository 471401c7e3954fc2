//! *Organisation* (M26): units, groups, and who is in them. People's names stand on it, so that seeing it is logged.

use std::cmp::Reverse;

use domain::access::Action;
use domain::organisation::{Group, Post, Seat, Unit};

use crate::paper::{Kept, People, all, look};
use crate::view::organisation::{Named, OrganisationPage};
use crate::{App, Cx, Result};

/// The page.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<OrganisationPage> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let mut reader = app.store().read(&grant).await?;
    let people = People::of(app, cx, &mut reader).await?;
    let (units, posts) = (all::<Unit>(app, cx, &mut reader).await?, all::<Post>(app, cx, &mut reader).await?);
    let (groups, seats) = (all::<Group>(app, cx, &mut reader).await?, all::<Seat>(app, cx, &mut reader).await?);
    drop(reader);
    look(app, cx, &grant, "organisation").await?;
    let mut units: Vec<(Kept<Unit>, Vec<Named<Post>>)> = units
        .into_iter()
        .map(|unit| {
            let own = posts.iter().filter(|post| post.says().unit == unit.id);
            let mut own: Vec<_> = own.map(|post| named(&people, post, post.says().who)).collect();
            own.sort_by_key(|post| (over(cx, &post.kept, post.kept.says().to), post.kept.says().from));
            (unit, own)
        })
        .collect();
    units.sort_by(|(one, _), (other, _)| render::order::danish(&one.says().name, &other.says().name));
    units.sort_by_key(|(unit, _)| unit.is_ended);
    let mut groups: Vec<(Kept<Group>, Vec<Named<Seat>>)> = groups
        .into_iter()
        .map(|group| {
            let own = seats.iter().filter(|seat| seat.says().group == group.id);
            let mut own: Vec<_> = own.map(|seat| named(&people, seat, seat.says().who)).collect();
            own.sort_by_key(|seat| {
                (over(cx, &seat.kept, seat.kept.says().to), seat.kept.says().from, Reverse(seat.kept.id))
            });
            (group, own)
        })
        .collect();
    groups.sort_by_key(|(group, _)| (group.is_ended, group.says().kind, group.id));
    let mut outsiders = people.outsiders().to_vec();
    outsiders.sort_by(|one, other| render::order::danish(&one.says().name, &other.says().name));
    Ok(OrganisationPage { today: cx.today, units, groups, outsiders, may_keep: cx.could_at_all(Action::KeepRecord) })
}

fn named<T: Clone>(people: &People, kept: &Kept<T>, who: domain::paper::Who) -> Named<T> {
    Named { name: people.called(who), kept: kept.clone() }
}

/// Whether a place is not held any more.
fn over<T>(cx: &Cx, kept: &Kept<T>, to: Option<chrono::NaiveDate>) -> bool {
    kept.is_ended || to.is_some_and(|to| to < cx.today)
}
