//! What waits for somebody: for a worker their own citizens (and those they stand in for), for a coordinator the programme's; for each
//! without the citizens they are blocked from. Counted as the lists count; no citizen is named, so none is logged as seen.

use std::collections::BTreeSet;

use domain::access::Action;
use domain::code::{QuotationState, ReferralState};
use domain::course::plan;
use domain::digest::{Waiting, ends_soon, is_past};
use domain::follow_up::{State, follow_ups};
use domain::id::{CitizenId, UserId};
use domain::referral::is_late;
use store::Reader;
use store::caseload::{ListedCourse, OpenStep};
use store::enquiry::Which;
use store::referral::UnansweredRow;

use crate::caseload::course;
use crate::release::{Waits, WaitsFor, waits};
use crate::sight::Sight;
use crate::{App, Cx, Result};

/// How much waits for the reader.
///
/// # Errors
///
/// [`crate::Error::Denied`] for a role that nothing waits for.
pub async fn waiting(app: &App, cx: &Cx) -> Result<Waiting> {
    let grant = cx.may_at_all(Action::KeepDigest)?;
    let me = cx.user()?;
    let sees_all = cx.could_at_all(Action::ListAllCitizens);
    let mut reader = app.store().read(&grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    let (mut listed, steps) = if sees_all {
        (reader.open_courses(cx.programme_id, cx.today).await?, reader.open_steps(cx.programme_id, cx.today).await?)
    } else {
        cx.may_at_all(Action::ListOwnCitizens)?;
        own(&mut reader, cx, sight.deputised().iter().copied().chain([me])).await?
    };
    listed.retain(|one| !sight.hides(CitizenId(one.citizen)));
    let courses: BTreeSet<_> = listed.iter().map(|one| one.course).collect();
    let referrals = reader.unanswered_referrals(cx.programme_id).await?;
    let deputies = reader.deputies(cx.programme_id, cx.today).await?;
    let enquiries = match cx.may_at_all(Action::SeeEnquiries) {
        Ok(_) => reader.count_enquiries(cx.programme_id, (me, cx.today), Which::Unanswered).await?,
        Err(_) => 0,
    };
    let reports = match cx.could_at_all(Action::LockReports) {
        true => waits(app, cx, &mut reader, cx.today).await?,
        false => Vec::new(),
    };
    let mut quotations = reader.current_quotations(cx.programme_id).await?;
    let mine: BTreeSet<_> = listed.iter().map(|one| sight.person(CitizenId(one.citizen))).collect();
    quotations.retain(|row| {
        let citizen = CitizenId(row.citizen);
        let is_seen = sees_all || mine.contains(&sight.person(citizen));
        row.state == QuotationState::Offered.code()
            && row.is_readable
            && row.author != me.0
            && is_seen
            && !sight.hides(citizen)
    });
    let recalls = match cx.could_at_all(Action::KeepResearch) {
        true => crate::research::to_tell(cx, &mut reader).await?,
        false => 0,
    };
    drop(reader);
    let is_to_lock = |one: &&Waits| matches!(one.for_what, WaitsFor::Lock(_, _, by) if by != Some(me));
    let is_lacking = |one: &&Waits| matches!(one.for_what, WaitsFor::NotYet(_));
    let overdue = courses_once(&listed).map(|one| overdue(app, cx, one)).sum::<Result<u64>>()?;
    let count = |n: usize| n as u64;
    let is_past = |step: &&OpenStep| courses.contains(&step.course) && is_past(step.due_on, cx.today);
    let past: BTreeSet<_> = steps.iter().filter(is_past).map(|step| step.id).collect();
    Ok(Waiting {
        follow_ups: overdue,
        steps: count(past.len()),
        referrals: count(
            referrals.iter().filter(|row| courses.contains(&row.course) && is_to_be_reminded(cx, row)).count(),
        ),
        deputies: count(
            deputies
                .iter()
                .filter(|row| sees_all || row.worker == me.0 || row.deputy == me.0)
                .filter(|row| row.from <= cx.today && ends_soon(row.to, cx.today))
                .count(),
        ),
        enquiries: enquiries.unsigned_abs(),
        reports: count(reports.iter().filter(is_to_lock).count()),
        lacking: count(reports.iter().filter(is_lacking).count()),
        quotations: count(quotations.len()),
        recalls: count(recalls),
    })
}

/// The courses and open steps of some workers.
async fn own(
    reader: &mut Reader,
    cx: &Cx,
    workers: impl Iterator<Item = UserId>,
) -> Result<(Vec<ListedCourse>, Vec<OpenStep>)> {
    let (mut listed, mut steps) = (Vec::new(), Vec::new());
    for worker in workers.collect::<BTreeSet<_>>() {
        listed.extend(reader.courses_of_worker(cx.programme_id, worker, cx.today).await?);
        steps.extend(reader.open_steps_of_worker(cx.programme_id, worker, cx.today).await?);
    }
    Ok((listed, steps))
}

/// Each course once, whoever it is listed for.
fn courses_once(listed: &[ListedCourse]) -> impl Iterator<Item = &ListedCourse> {
    let mut seen = BTreeSet::new();
    listed.iter().filter(move |one| seen.insert(one.course))
}

/// The course's follow-ups that are overdue (R8).
fn overdue(app: &App, cx: &Cx, listed: &ListedCourse) -> Result<u64> {
    let course = course(listed)?;
    let enrolled_on = course.enrolled_on(app.instruments().enrolling(&cx.programme)?).filter(|on| *on <= cx.today);
    let Some(plan) = enrolled_on.and_then(|on| plan(on, &cx.programme).ok()) else { return Ok(0) };
    let all = follow_ups(&course, &plan, &cx.programme, &app.instruments().of(&cx.programme), cx.today);
    Ok(all.iter().filter(|one| one.state == State::Overdue).count() as u64)
}

/// Whether the partner is to be written to: the same that *Henvisninger* shows.
fn is_to_be_reminded(cx: &Cx, row: &UnansweredRow) -> bool {
    let times = (row.sent_on, row.reminded_on);
    is_late(ReferralState::Sent, times, cx.programme.referral_reminder_days, cx.today)
}
