//! *Afvikling* (M11): how every open course ends within the funding, and try-outs that change nothing. The counts are those of the command
//! `report wind-down`, from the same function.

mod told;

use std::collections::BTreeSet;

use domain::access::Action;
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::status::{Status, of_course};
use domain::try_out::{enrol_more, leave};

pub(crate) use self::told::{Called, Told, caller, named, telling};
use crate::facts::{Readings, Wanted};
use crate::people::{Names, members};
use crate::report::works_on;
use crate::sight::Sight;
use crate::view::wind_down::{LeavingPart, WindDownAsk, WindDownPage};
use crate::{App, Cx, Result, facts};

/// The most enrolments that are tried out.
pub const MOST: u32 = 99;
/// Rows of a long list that are shown at first.
const FIRST: usize = 40;

/// The page, logged with every citizen it names before it is given.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the reader may not see rows.
pub async fn page(app: &App, cx: &Cx, ask: WindDownAsk) -> Result<WindDownPage> {
    let grant = cx.may_at_all(Action::SeeRows)?;
    let day = ask.day.unwrap_or(cx.today);
    let on_day = Cx { today: day, ..cx.clone() };
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut lines = app.store().read_programme(&grant).await?;
    let sight = Sight::of(&mut lines.one, cx).await?;
    let wanted = Wanted::whole(Readings::Enrolling(enrolling));
    let mut courses = facts::courses(&mut lines, cx, wanted).await?;
    courses.retain(|course| !sight.hides(course.citizen));
    let reader = &mut lines.one;
    let merges = facts::merges(reader, cx).await?;
    let rows = reader.members(cx.programme_id).await?;
    let names = members(app, reader, cx).await?;
    let told = telling(&courses, enrolling, &cx.programme, day);
    let leaving = ask.leaves.map(|(worker, on)| {
        let team: Vec<UserId> = team(&rows, &names, on);
        (worker, leave((&courses, &merges), enrolling, &cx.programme, &team, day, (worker, on)))
    });
    let first = if ask.shows_all { usize::MAX } else { FIRST };
    let mut seen: BTreeSet<CitizenId> = told.citizens(first).into_iter().map(|citizen| sight.person(citizen)).collect();
    if let Some((_, leaving)) = &leaving {
        seen.extend(leaving.held.iter().map(|held| held.citizen));
    }
    let seen: Vec<CitizenId> = seen.into_iter().collect();
    let call = caller(app, cx, reader, &seen).await?;
    drop(lines);
    let more = ask.more.map(|(more, until)| {
        let ends: Vec<_> = told.endings.iter().filter_map(|one| Some(one.plan?.planned_end())).collect();
        let waiting = u32::try_from(told.waiting.len()).unwrap_or(u32::MAX);
        let workers = |on| u32::try_from(works_on(&rows, on).count()).unwrap_or(u32::MAX);
        let room = |on| workers(on).saturating_mul(cx.programme.caseload_cap);
        enrol_more(&ends, waiting, &cx.programme, room, day, (more.min(MOST), until))
    });
    let called = |user: UserId| names.get(&user).cloned().unwrap_or_default();
    let leaving = leaving.map(|(worker, told)| LeavingPart {
        name: called(worker),
        names: told.held.iter().map(|held| (held.citizen, call(held.citizen))).collect(),
        colleagues: told.rooms.iter().map(|room| (room.worker, called(room.worker))).collect(),
        told,
    });
    let mut workers: Vec<(UserId, Personal<String>)> =
        with_citizens(&courses, enrolling, &rows, day).into_iter().map(|user| (user, called(user))).collect();
    workers.sort_by(|(_, one), (_, other)| render::order::danish(one.reveal(), other.reveal()));
    let page = WindDownPage {
        ask,
        today: cx.today,
        told: told.shown(
            &on_day,
            first,
            ask.enrolled_on,
            &|citizen| (sight.person(citizen), call(sight.person(citizen))),
            &called,
        ),
        workers,
        more,
        leaving,
    };
    let event = Event::CitizensListed { list: "wind_down".to_owned() };
    app.store().look(&grant, cx.entry(event, seen), cx.now).await?;
    Ok(page)
}

/// The team on a day: its workers, by name.
fn team(rows: &[store::user::MembershipRow], names: &Names, on: chrono::NaiveDate) -> Vec<UserId> {
    let mut team: Vec<UserId> = works_on(rows, on).collect();
    let called = |user: &UserId| names.get(user).map(|name| name.reveal().as_str()).unwrap_or_default();
    team.sort_by(|one, other| render::order::danish(called(one), called(other)));
    team
}

/// Who can leave: the workers, and whoever else has a citizen.
fn with_citizens(
    courses: &[Course],
    enrolling: &domain::instrument::Instrument,
    rows: &[store::user::MembershipRow],
    day: chrono::NaiveDate,
) -> BTreeSet<UserId> {
    let open = courses
        .iter()
        .filter(|course| matches!(of_course(course, enrolling, day), Status::Enrolled | Status::InClarification));
    let assigned = open.flat_map(|course| course.assignments.iter().filter(|one| one.holds_on(day)));
    let staff = rows.iter().filter(|row| row.works_with_citizens());
    let staff: BTreeSet<UserId> = staff.map(|row| UserId(row.user)).collect();
    works_on(rows, day).chain(assigned.map(|one| one.worker).filter(|worker| staff.contains(worker))).collect()
}
