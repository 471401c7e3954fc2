//! *Nøgletal*: the programme's figures as of a day and over a period, the same that the command line prints.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::Channel;
use domain::event::Event;
use domain::facts::{Course, Enquiry, Merge};
use domain::instrument::{Choice, Instrument, Scale};
use domain::programme::{Period, Text};
use domain::refusal::{Code, Refusal};
use domain::report;
use domain::report::forecast::{next_quarter, project_year};

use crate::people::members;
use crate::view::figures::{
    AreaOutcome, Caseload, FiguresAsk, FiguresPage, Forecast, Intake, Load, Month, Outcomes, PurposeOutcome,
    ScoreOutcome, Status,
};
use crate::{App, Cx, Error, Result, facts};

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refusal`] where the period ends before it begins.
pub async fn page(app: &App, cx: &Cx, ask: FiguresAsk) -> Result<FiguresPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let day = ask.day.unwrap_or(cx.today);
    let usual = project_year(day);
    let period = Period { from: ask.from.unwrap_or(usual.from), to: ask.to.unwrap_or(usual.to) };
    if period.to < period.from {
        return Err(Error::Refusal(Refusal::new("til", Code::EndsBeforeItBegins)));
    }
    let mut lines = app.store().read_programme(&grant).await?;
    let all = facts::Readings::Of(&cx.programme.instruments);
    let wanted = facts::Wanted { assignments: true, ..facts::Wanted::only(all) };
    let (courses, enquiries) = facts::courses_and_enquiries(&mut lines, cx, wanted).await?;
    let known = Known { courses, enquiries, merges: facts::merges(&mut lines.one, cx).await? };
    let recorded = facts::situations(&mut lines.one, cx).await?;
    let names = members(app, &mut lines.one, cx).await?;
    let workers = crate::report::workers(&mut lines.one, cx, day).await?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let called = |worker| names.get(&worker).map(|name| name.reveal().clone()).unwrap_or_default();
    let caseload =
        report::caseload::caseload(&known.courses, &known.merges, &workers, &cx.programme, enrolling, &called, day);
    let page = FiguresPage {
        programme: cx.programme.title.clone(),
        day,
        period,
        status: status(app, cx, &known, day)?,
        intake: intake(app, cx, &known, period)?,
        caseload: Caseload {
            cap: caseload.cap,
            workers: caseload
                .workers
                .into_iter()
                .map(|line| Load {
                    worker: domain::personal::Personal::new(line.worker),
                    enrolled: line.enrolled as u64,
                    in_clarification: line.in_clarification as u64,
                })
                .collect(),
        },
        forecast: forecast(app, cx, &known, period, day)?,
        outcomes: outcomes(app, cx, &known, period)?,
        situation: report::situation::situation(&known.courses, &recorded, &cx.programme, enrolling, day),
    };
    drop((known, lines));
    let seen = Event::FiguresSeen { report: "page".to_owned() };
    app.store().look(&grant, cx.entry(seen, Vec::new()), cx.now).await?;
    Ok(page)
}

struct Known {
    courses: Vec<Course>,
    enquiries: Vec<Enquiry>,
    merges: Vec<Merge>,
}

fn status(app: &App, cx: &Cx, known: &Known, day: NaiveDate) -> Result<Status> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let figure = report::status::status(&known.courses, &known.enquiries, &known.merges, enrolling, day);
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

fn intake(app: &App, cx: &Cx, known: &Known, period: Period) -> Result<Intake> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let figure = report::intake::intake(&known.courses, &known.enquiries, &known.merges, enrolling, period);
    let months = period.months().zip(&figure.by_month).map(|(month, counts)| Month {
        first_day: month.from,
        enquiries: counts.enquiries.into(),
        clarifications: counts.clarifications.into(),
        enrolments: counts.enrolments.into(),
        closings: counts.closings.into(),
    });
    let mut by_channel: Vec<(Option<Channel>, u64)> =
        figure.by_channel.iter().filter(|(_, n)| **n > 0).map(|(channel, n)| (Some(*channel), (*n).into())).collect();
    by_channel.sort_by_key(|(channel, n)| (std::cmp::Reverse(*n), *channel));
    if figure.missing > 0 {
        by_channel.push((None, figure.missing.into()));
    }
    Ok(Intake {
        enrolments: figure.enrolments.into(),
        months: figure.months,
        average_a_month: figure.average_a_month,
        by_month: months.collect(),
        by_channel,
    })
}

fn forecast(app: &App, cx: &Cx, known: &Known, history: Period, day: NaiveDate) -> Result<Option<Forecast>> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let Some(ahead) = next_quarter(day) else { return Ok(None) };
    let figure = report::forecast::forecast(&known.courses, enrolling, &cx.programme, history, ahead);
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

fn outcomes(app: &App, cx: &Cx, known: &Known, period: Period) -> Result<Outcomes> {
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let instruments = app.instruments().of(&cx.programme);
    let figure = report::outcomes::outcomes(&known.courses, &known.merges, &instruments, enrolling, period);
    let who5 = figure.who5.unwrap_or_default();
    let area = |area: report::outcomes::Area| {
        let item = instruments.iter().flat_map(|pack| &pack.items).find(|item| item.key == area.area);
        AreaOutcome {
            name: item.map_or_else(|| Text { da: area.area.clone(), en: area.area.clone() }, |item| item.text.clone()),
            n: area.n.into(),
            missing: area.missing.into(),
            up: area.up.into(),
            same: area.same.into(),
            down: area.down.into(),
            median_first: area.median_first,
            median_latest: area.median_latest,
        }
    };
    Ok(Outcomes {
        who5: ScoreOutcome {
            n: who5.n.into(),
            missing: who5.missing.into(),
            incomplete: who5.incomplete.into(),
            risk_zone_first: who5.risk_zone_first.into(),
            risk_zone_latest: who5.risk_zone_latest.into(),
            improved: who5.improved.into(),
            same: who5.same.into(),
            worsened: who5.worsened.into(),
            median_first: who5.median_first,
            median_latest: who5.median_latest,
        },
        star: figure.star.map(|star| star.areas.into_iter().map(area).collect()).unwrap_or_default(),
        purpose: purposes(&instruments, figure.purpose),
    })
}

fn purposes(instruments: &[Instrument], figure: Option<report::outcomes::Purposes>) -> PurposeOutcome {
    let Some(figure) = figure else { return PurposeOutcome::default() };
    let choices = instruments.iter().find_map(|pack| match &pack.scale {
        Scale::Choices(choices) => Some(choices),
        _ => None,
    });
    let at = |counts: &std::collections::BTreeMap<String, u32>, key: &str| counts.get(key).copied().unwrap_or(0).into();
    let line = |choice: &Choice| (choice.text.clone(), at(&figure.first, &choice.key), at(&figure.latest, &choice.key));
    PurposeOutcome {
        n: figure.n.into(),
        missing: figure.missing.into(),
        choices: choices.map(|choices| choices.iter().map(line).collect()).unwrap_or_default(),
        changed: figure.changed.into(),
    }
}
