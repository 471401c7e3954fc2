//! *Metodefidelitet* (R18): the team's indicators for whoever steers it, a worker's own for that worker alone.

use std::cmp::Reverse;

use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::event::Event;
use domain::facts::Course;
use domain::fidelity::{Indicator, Verdict, over_cap};
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::report::fidelity::{fidelity, verdicts};

use crate::facts::{Readings, Wanted};
use crate::sight::Sight;
use crate::view::fidelity::{CourseRow, FidelityPage, Whose};
use crate::wind_down::caller;
use crate::{App, Cx, Result, facts};

/// Courses behind an indicator that are shown.
const ROWS: usize = 100;

/// The page, logged before it is given, with every citizen that it names.
///
/// # Errors
///
/// [`crate::Error::Denied`] where the reader may see neither the team's figures nor has any own.
pub async fn page(app: &App, cx: &Cx, day: Option<NaiveDate>, of: Option<Indicator>) -> Result<FidelityPage> {
    let (grant, whose) = match (cx.may_at_all(Action::SeeTeamFidelity), cx.may_at_all(Action::SeeOwnFidelity)) {
        (Ok(grant), _) => (grant, Whose::Team),
        (Err(_), Ok(grant)) => (grant, Whose::Own),
        (Err(_), Err(denied)) => return Err(denied),
    };
    let sees_rows = whose == Whose::Own || cx.may_at_all(Action::SeeRows).is_ok();
    let of = of.filter(|_| sees_rows);
    let day = day.unwrap_or(cx.today);
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut lines = app.store().read_programme(&grant).await?;
    let mut courses = facts::courses(&mut lines, cx, Wanted::whole(Readings::Enrolling(enrolling))).await?;
    let work = facts::work(&mut lines, cx, &courses).await?;
    let reader = &mut lines.one;
    let merges = facts::merges(reader, cx).await?;
    let sight = Sight::of(reader, cx).await?;
    if let (Whose::Own, Actor::User { id, .. }) = (whose, &cx.actor) {
        courses.retain(|course| is_of(course, *id, day));
    }
    let figure = fidelity(&courses, &work, &merges, &cx.programme, enrolling, day);
    let over_cap = over_cap(&courses, &merges, enrolling, cx.programme.caseload_cap, day);
    let nothing = domain::facts::CourseWork::default();
    let mut behind: Vec<(&Course, Verdict)> = Vec::new();
    for course in courses.iter().filter(|course| of.is_some() && !sight.hides(course.citizen)) {
        let own = work.get(&course.id).unwrap_or(&nothing);
        let all = verdicts(course, own, &cx.programme, enrolling, &over_cap, day).unwrap_or_default();
        let found = Indicator::ALL.iter().zip(all).find(|(indicator, _)| Some(**indicator) == of);
        behind.extend(found.map(|(_, verdict)| (course, verdict)));
    }
    behind.sort_by_cached_key(|(course, verdict)| (rank(*verdict), Reverse(course.enrolled_on(enrolling)), course.id));
    let total = behind.len();
    behind.truncate(ROWS);
    let may_see = |course: &Course| match (whose, &cx.actor) {
        (Whose::Own, Actor::User { id, .. }) => {
            course.assignments.iter().any(|one| one.worker == *id && one.holds_on(cx.today))
        }
        _ => true,
    };
    let mut seen: Vec<CitizenId> =
        behind.iter().filter(|(course, _)| may_see(course)).map(|(course, _)| sight.person(course.citizen)).collect();
    seen.sort_unstable();
    seen.dedup();
    let call = caller(app, cx, reader, &seen).await?;
    drop(lines);
    let row = |(course, verdict): (&Course, Verdict)| {
        let citizen = Some(sight.person(course.citizen)).filter(|_| may_see(course));
        CourseRow {
            citizen,
            name: citizen.map_or_else(|| Personal::new("–".to_owned()), &call),
            enrolled_on: course.enrolled_on(enrolling).unwrap_or(day),
            verdict,
        }
    };
    let rows = behind.into_iter().map(row).collect();
    let event = match of {
        Some(_) => Event::CitizensListed { list: "fidelity".to_owned() },
        None => Event::FiguresSeen { report: "fidelity".to_owned() },
    };
    app.store().look(&grant, cx.entry(event, seen), cx.now).await?;
    Ok(FidelityPage { day, whose, figure, sees_rows, of, rows, total })
}

/// Whether a course is a worker's: the last who had it by the day.
fn is_of(course: &Course, worker: UserId, day: NaiveDate) -> bool {
    let last = course.assignments.iter().filter(|one| one.from <= day).max_by_key(|one| one.from);
    last.is_some_and(|one| one.worker == worker)
}

/// What asks for something to be done stands first.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::NotMet => 0,
        Verdict::TooEarly => 1,
        Verdict::Met => 2,
        Verdict::NotRelevant(_) => 3,
    }
}
