//! `/noegletal`: the programme's figures as of a day and over a period; every number opens what it counts (R20).

use app::view::figures::{FiguresPage, OfPeriod};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::report::{Figure, Report};
use render::chart::intake;
use render::report::lay_out;
use render::{Words, day, number};

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place, may};
use crate::part::Picture;
use crate::reader::{Reader, SignedIn};

pub(crate) mod behind;
mod beside;
mod choose;
pub(crate) mod file;
mod outcome;
mod panel;
mod sum;

use self::behind::Behind;
use self::beside::LoadHtml;
use self::choose::{Asked, Choose, Fields};
use self::outcome::AreaHtml;
use self::panel::{Panel, TableHtml};

/// The figures.
pub(crate) async fn figures(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let mut fields = Fields::read(asked);
    let mut page = app::figures::page(&site.app, &cx, fields.ask()).await;
    // What may not be asked for is told beside its field, over the usual day and period.
    if let Err(app::Error::Refusals(refusals)) = &page {
        fields.refuse(refusals);
        page = app::figures::page(&site.app, &cx, fields.ask()).await;
    }
    let page = page.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &fields)
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresHtml<'a> {
    f: Frame<'a>,
    may_see_reports: bool,
    lead: String,
    day: String,
    from: String,
    to: String,
    other_from: String,
    other_to: String,
    day_fault: Option<&'static str>,
    from_fault: Option<&'static str>,
    to_fault: Option<&'static str>,
    other_from_fault: Option<&'static str>,
    other_to_fault: Option<&'static str>,
    choose: Choose,
    period: String,
    headline: String,
    headline_rest: String,
    status_files: Vec<(String, String)>,
    sum: Vec<sum::Figure>,
    beside: Vec<sum::Figure>,
    intake: Panel,
    picture: Picture,
    average: String,
    has_average: bool,
    channels: Option<TableHtml>,
    outcomes: Panel,
    has_outcomes: bool,
    areas: Vec<AreaHtml>,
    effort: Panel,
    hours: String,
    others: [Panel; 3],
    loads: Vec<LoadHtml<'a>>,
    caseload_rule: String,
    caseload_files: Vec<(String, String)>,
    forecast: Option<[String; 5]>,
}

pub(super) fn show(reader: &Reader, page: &FiguresPage, fields: &Fields) -> Result<Html<String>, Fault> {
    let now = &page.now;
    let here = fields.address(page, now.period);
    let f = Frame::new(reader, render::words(reader.locale).say("figures"), Place::Figures, here);
    let t = f.t;
    let status = &page.status;
    let on = day::numeric(t, page.day);
    let fault = |field: &DayField| field.fault.map(|key| t.say(key));
    let behind = Behind::new(reader, page, now.period);
    let behind = behind.as_ref();
    let files = |report| file::links(t, report, page);
    let of = |id, report: Report, figure: fn(&OfPeriod) -> Figure| {
        let laid = |of: &OfPeriod| lay_out(&figure(of), t.locale());
        Panel { files: files(report), ..Panel::new(t, id, laid(now), page.other.as_ref().map(laid), behind) }
    };
    let mut intake = of("ti", Report::Intake, |of| Figure::Intake(of.intake.clone()))
        .folding(t, ["report-intake-quarters", "intake-caption"]);
    for title in ["intake-caption", "channels-caption"] {
        add_total(t, page, &mut intake, t.say(title));
    }
    let channels = intake.take(t.say("channels-caption"));
    let mut outcomes = of("ud", Report::Outcomes, |of| Figure::Outcomes(of.outcomes.clone()))
        .folding(t, ["report-outcomes-star-readings", "report-outcomes-answers"]);
    outcome::draw_flow(t, &now.outcomes, &mut outcomes);
    let situation = lay_out(&Figure::Situation(page.situation.clone()), t.locale());
    let average = now.intake.average_a_month.map(|average| number::decimal(t.locale(), average, 1));
    let has_channels = now.intake.missing > 0 || now.intake.by_channel.values().any(|n| *n > 0);
    laid_out(&FiguresHtml {
        may_see_reports: may(reader, domain::access::Action::SeeReports),
        lead: t.say_with(
            "figures-of",
            &[("programme", t.locale().of(&page.programme).into()), ("day", (&day::long(t, page.day)).into())],
        ),
        day: fields.day.shown(Some(page.day)),
        from: fields.end(&fields.from, now.period.from),
        to: fields.end(&fields.to, now.period.to),
        other_from: fields.other_from.shown(fields.other_from.day),
        other_to: fields.other_to.shown(fields.other_to.day),
        day_fault: fault(&fields.day),
        from_fault: fault(&fields.from),
        to_fault: fault(&fields.to),
        other_from_fault: fault(&fields.other_from),
        other_to_fault: fault(&fields.other_to),
        choose: Choose::new(t, page, fields),
        period: match &page.other {
            Some(other) => t.say_with(
                "figures-against",
                &[("period", (&day::period(t, now.period)).into()), ("other", (&day::period(t, other.period)).into())],
            ),
            None => t.say_of("figures-period", "period", &day::period(t, now.period)),
        },
        headline: t.say_with("headline-attached", &[("n", status.attached.into())]),
        headline_rest: t.say_with(
            "headline-rest",
            &[
                ("enrolled", status.enrolled.into()),
                ("clarification", status.in_clarification.into()),
                ("closed", status.closed.into()),
                ("users", status.different_users.into()),
            ],
        ),
        status_files: files(Report::Status),
        sum: sum::sum(t, status, (&on, behind)),
        beside: sum::beside(t, status, (&on, behind)),
        picture: picture(t, page),
        has_average: average.is_some(),
        average: average.map_or_else(
            || t.say("intake-no-average").to_owned(),
            |average| t.say_of("intake-average", "average", &average),
        ),
        intake,
        channels: channels.filter(|_| has_channels),
        has_outcomes: now.outcomes.n > 0,
        outcomes,
        areas: outcome::areas(t, page),
        hours: hours(t, now),
        effort: of("id", Report::Effort, |of| Figure::Effort(of.effort.clone()))
            .folding(t, ["report-effort-months", "report-effort-phases", "report-effort-types", "report-effort-with"]),
        others: [
            of("ma", Report::Goals, |of| Figure::Goals(of.goals.clone())),
            of("he", Report::Referrals, |of| Figure::Referrals(of.referrals.clone())),
            Panel { files: files(Report::Situation), ..Panel::new(t, "si", situation, None, behind) },
        ],
        loads: beside::loads(t, page, behind),
        caseload_rule: t.say_with("caseload-rule", &[("day", (&on).into()), ("cap", page.caseload.cap.into())]),
        caseload_files: files(Report::Caseload),
        forecast: beside::forecast(t, page),
        f,
    })
}

/// Adds the sums below a table of the intake.
fn add_total(t: &Words, page: &FiguresPage, intake: &mut Panel, title: &str) {
    let rows = |of: &OfPeriod| {
        let laid = lay_out(&Figure::Intake(of.intake.clone()), t.locale());
        laid.tables.into_iter().find(|table| table.title == title).map(|table| table.rows).unwrap_or_default()
    };
    let (now, other) = (rows(&page.now), page.other.as_ref().map(rows));
    if let Some(table) = intake.table(title) {
        table.add_total(t, &now, other.as_deref());
    }
}

fn picture(t: &Words, page: &FiguresPage) -> Picture {
    let (period, figure) = (page.now.period, &page.now.intake);
    let months: Vec<_> =
        period.months().zip(&figure.by_month).map(|(month, counts)| (month.from, counts.enrolments.into())).collect();
    let title =
        t.say_with("intake-title", &[("period", (&day::period(t, period)).into()), ("n", figure.enrolments.into())]);
    Picture(intake::draw(t, &intake::Intake { title: &title, months: &months, average: figure.average_a_month }))
}

/// The time in hours, which people think in.
fn hours(t: &Words, now: &OfPeriod) -> String {
    let told = number::decimal(t.locale(), now.effort.minutes as f64 / 60.0, 0);
    let with_minutes = now.effort.n.saturating_sub(now.effort.missing);
    t.say_with("effort-hours", &[("hours", (&told).into()), ("n", with_minutes.into())])
}

#[cfg(test)]
mod tests;
