//! *Nøgletal*: the programme's figures as of a day and over a period, the same that the command line prints.

mod behind;

use chrono::NaiveDate;
use domain::access::Action;
use domain::event::Event;
use domain::programme::Period;
use domain::refusal::{Code, Refusal};
use domain::report::forecast::{next_quarter, project_year};
use domain::report::{self, Report};

pub use self::behind::behind;
use crate::people::members;
use crate::report::Known;
use crate::view::figures::{Caseload, FiguresAsk, FiguresPage, Forecast, Load, OfPeriod, Status};
use crate::{App, Cx, Result};

/// The figures on the page.
const SHOWN: &[Report] = &[
    Report::Status,
    Report::Caseload,
    Report::Forecast,
    Report::Situation,
    Report::Intake,
    Report::Outcomes,
    Report::Goals,
    Report::Referrals,
    Report::Effort,
];

/// The page, logged before it is given.
///
/// # Errors
///
/// [`crate::Error::Denied`]; [`crate::Error::Refusals`] for days that [`report::periods::check`] refuses, and beside `mod-til` where the period that it is held
/// against ends before it begins.
pub async fn page(app: &App, cx: &Cx, ask: FiguresAsk) -> Result<FiguresPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let day = ask.day.unwrap_or(cx.today);
    let usual = project_year(day);
    let period = Period { from: ask.from.unwrap_or(usual.from), to: ask.to.unwrap_or(usual.to) };
    let other = ask.against.of(period);
    let mut refusals = report::periods::check(day, period, cx.programme.funding, cx.today);
    refusals.extend(other.filter(Period::is_empty).map(|_| Refusal::new("mod-til", Code::EndsBeforeItBegins)));
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let mut lines = app.store().read_programme(&grant).await?;
    let known = Known::load(app, cx, &mut lines, SHOWN).await?;
    let names = members(app, &mut lines.one, cx).await?;
    let workers = crate::report::workers(&mut lines.one, cx, day).await?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let called = |worker| names.get(&worker).map(|name| name.reveal().clone()).unwrap_or_default();
    let caseload =
        report::caseload::caseload(&known.courses, &known.merges, &workers, &cx.programme, enrolling, &called, day);
    let page = FiguresPage {
        programme: cx.programme.title.clone(),
        funding: cx.programme.funding,
        day,
        today: cx.today,
        status: status(app, cx, &known, day)?,
        caseload: Caseload {
            cap: caseload.cap,
            workers: caseload
                .workers
                .into_iter()
                .map(|line| Load {
                    id: line.id,
                    worker: domain::personal::Personal::new(line.worker),
                    enrolled: line.enrolled as u64,
                    in_clarification: line.in_clarification as u64,
                })
                .collect(),
        },
        forecast: forecast(app, cx, &known, period, day)?,
        situation: known.situation(app, cx, day)?,
        now: of_period(app, cx, &known, period)?,
        other: other.map(|other| of_period(app, cx, &known, other)).transpose()?,
        shows_steps: cx.could_at_all(Action::ListOwnCitizens),
    };
    drop((known, lines));
    let seen = Event::FiguresSeen { report: "page".to_owned() };
    app.store().look(&grant, cx.entry(seen, Vec::new()), cx.now).await?;
    Ok(page)
}

/// Every figure of one period, from facts that were loaded once.
fn of_period(app: &App, cx: &Cx, known: &Known, period: Period) -> Result<OfPeriod> {
    Ok(OfPeriod {
        period,
        intake: known.intake(app, cx, period)?,
        outcomes: known.outcomes(app, cx, period)?,
        goals: known.goals(cx, period),
        referrals: known.referrals(period),
        effort: known.effort(app, cx, period)?,
    })
}

fn status(app: &App, cx: &Cx, known: &Known, day: NaiveDate) -> Result<Status> {
    let figure = known.status(app, cx, day)?;
    Ok(Status {
        enrolled: figure.enrolled.into(),
        in_clarification: figure.in_clarification.into(),
        attached: figure.attached.into(),
        closed: figure.closed.into(),
        different_users: figure.different_users.into(),
        left_in_clarification: figure.left_in_clarification.into(),
        enquiry_only: figure.enquiry_only.into(),
    })
}

fn forecast(app: &App, cx: &Cx, known: &Known, history: Period, day: NaiveDate) -> Result<Option<Forecast>> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let Some(ahead) = next_quarter(day) else { return Ok(None) };
    let figure = report::forecast::forecast(&known.courses, enrolling, &cx.programme, (history, ahead), day);
    let (Some(average_a_month), Some(expected), Some([low, high])) =
        (figure.average_a_month, figure.expected, figure.interval_80)
    else {
        return Ok(None);
    };
    Ok(Some(Forecast {
        period: ahead,
        observed_period: history,
        observed: figure.observed.into(),
        observed_months: figure.observed_months,
        average_a_month,
        expected,
        interval_80: (low.into(), high.into()),
    }))
}
