//! *Prognose* (M9, M19): the forecast (R22) over the months that are left, beside the workers' room (R12) and the workers needed (R13).
//! The same functions as the commands `report forecast` and `report staffing`.

use chrono::{Months, NaiveDate};
use domain::access::Action;
use domain::course::plan;
use domain::day::{first_of_month, last_of_month, month_key};
use domain::event::Event;
use domain::facts::Course;
use domain::forecast::{Load, MonthAhead, months_ahead};
use domain::instrument::Instrument;
use domain::programme::{Period, Programme};
use domain::refusal::{Code, Refusal};
use domain::report::forecast::{forecast, next_quarter, project_year};
use domain::staffing::workers_needed;
use domain::status::{Status, of_course};
use store::user::MembershipRow;

use crate::facts::{Readings, Wanted};
use crate::report::works_on;
use crate::view::forecast::{ForecastAsk, ForecastPage, MonthRow};
use crate::{App, Cx, Error, Result, facts};

/// The page, logged before it is given. It names no citizen.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refusal`] where the period observed ends before it begins.
pub async fn page(app: &App, cx: &Cx, ask: &ForecastAsk) -> Result<ForecastPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut lines = app.store().read_programme(&grant).await?;
    let courses = facts::courses(&mut lines, cx, Wanted::only(Readings::Enrolling(enrolling))).await?;
    let members = lines.one.members(cx.programme_id).await?;
    drop(lines);
    let page = told(&courses, enrolling, &cx.programme, &members, (ask, cx.today))?;
    let seen = Event::FiguresSeen { report: "forecast".to_owned() };
    app.store().look(&grant, cx.entry(seen, Vec::new()), cx.now).await?;
    Ok(page)
}

/// The forecast from facts.
///
/// # Errors
///
/// As [`page`].
pub(crate) fn told(
    courses: &[Course],
    enrolling: &Instrument,
    programme: &Programme,
    members: &[MembershipRow],
    (ask, today): (&ForecastAsk, NaiveDate),
) -> Result<ForecastPage> {
    let day = ask.day.unwrap_or(today);
    let usual = project_year(day);
    let history = Period { from: ask.from.unwrap_or(usual.from), to: ask.to.unwrap_or(usual.to) };
    if history.is_empty() {
        return Err(Error::Refusal(Refusal::new("til", Code::EndsBeforeItBegins)));
    }
    let ahead = ahead(programme, day);
    let next_month = first_of_month(day).checked_add_months(Months::new(1)).unwrap_or(day);
    let from = ahead.map_or(next_month, |ahead| ahead.from);
    let whole = Period { from, to: programme.funding.to };
    let figure = |period| forecast(courses, enrolling, programme, (history, period), day);
    let workers = |on: NaiveDate| u32::try_from(works_on(members, on).count()).unwrap_or(u32::MAX);
    let room = |on: NaiveDate| workers(on).saturating_mul(programme.caseload_cap);
    let mut months = known_months(courses, enrolling, programme, day, from, room);
    let bridging = months.len();
    let whole = (!whole.is_empty()).then(|| (whole, figure(whole)));
    if let Some((period, figure)) = &whole {
        let observed = (figure.observed, figure.observed_months);
        months.extend(months_ahead(figure.load.clone(), *period, observed, room));
    }
    let row = |(number, ahead): (usize, MonthAhead)| {
        let share = ask.shares.get(&ahead.load.month).copied().unwrap_or_default();
        let needed = |citizens| workers_needed(citizens, programme.caseload_cap, share);
        let (workers_needed, at_most) = (needed(ahead.citizens()), needed(ahead.between[1].max(ahead.citizens())));
        MonthRow {
            share,
            workers: workers_needed,
            workers_at_most: at_most,
            has: workers(ahead.month.to),
            is_forecast: number >= bridging && ahead.load.expected > 0.0,
            ahead,
        }
    };
    let open = courses.iter().filter(|course| of_course(course, enrolling, day) == Status::InClarification).count();
    Ok(ForecastPage {
        day,
        history,
        ahead: ahead.map(figure),
        whole: whole.map(|(_, figure)| figure),
        months: months.into_iter().enumerate().map(row).collect(),
        cap: programme.caseload_cap,
        in_clarification: u32::try_from(open).unwrap_or(u32::MAX),
    })
}

/// The months in which somebody may be enrolled: the next calendar quarter, or what is left of the windows where it lies behind them.
fn ahead(programme: &Programme, day: NaiveDate) -> Option<Period> {
    let opens = |period: &Period| programme.recruitment.iter().any(|window| window.overlap(period).is_some());
    if let Some(quarter) = next_quarter(day).filter(opens) {
        return Some(quarter);
    }
    let from = first_of_month(day).checked_add_months(Months::new(1))?;
    let last = programme.recruitment.iter().map(|window| window.to).max()?;
    let left = Period { from, to: last_of_month(last) };
    (!left.is_empty() && opens(&left)).then_some(left)
}

/// The months before the first one that a forecast is made of: the courses that are open on the day, by their planned ends.
fn known_months(
    courses: &[Course],
    enrolling: &Instrument,
    programme: &Programme,
    day: NaiveDate,
    until: NaiveDate,
    room: impl Fn(NaiveDate) -> u32,
) -> Vec<MonthAhead> {
    let open = courses.iter().filter(|course| of_course(course, enrolling, day) == Status::Enrolled);
    let ends: Vec<NaiveDate> = open
        .filter_map(|course| plan(course.enrolled_on(enrolling)?, programme).ok())
        .map(|plan| plan.planned_end())
        .collect();
    let Some(eve) = until.pred_opt() else { return Vec::new() };
    let bridge = Period { from: first_of_month(day), to: eve.min(last_of_month(programme.funding.to)) };
    if bridge.is_empty() {
        return Vec::new();
    }
    let month = |month: Period| {
        let known = ends.iter().filter(|end| **end >= month.from).count();
        let known = u32::try_from(known).unwrap_or(u32::MAX);
        let load = Load { month: month_key(month.from), known, expected: 0.0 };
        MonthAhead { load, month, between: [known, known], room: room(month.to) }
    };
    bridge.months().map(month).collect()
}
