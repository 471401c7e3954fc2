//! The figures by name, as the command line prints them.

mod known;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Actor, Grant};
use domain::code::Role;
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, CourseId, UserId};
use domain::instrument::Instrument;
use domain::programme::Period;
use domain::refusal::Refusal;
use domain::report::periods::{Named, Which, refused};
use domain::report::{self, Figure, Names, Report};
use domain::staffing::Share;
use store::Reader;
use store::facts::Lines;
use store::user::MembershipRow;

pub(crate) use self::known::{Known, Who};
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::sight::Sight;
use crate::{App, Cx, Error, Result};

/// What a figure is asked for. What is left out is chosen: today; for a period the twelve whole months before today.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportAsk {
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// The first day of the period.
    pub from: Option<NaiveDate>,
    /// The last day of the period.
    pub to: Option<NaiveDate>,
    /// The observed period of a forecast.
    pub history: Option<Period>,
    /// The citizens to staff for; those attached on the day where left out.
    pub citizens: Option<u32>,
    /// The share of one worker that anchoring takes.
    pub anchoring: Option<Share>,
}

/// The one JSON document of a figure, as the command line prints it and a program reads it.
pub fn json(figure: &Figure) -> String {
    format!("{:#}\n", serde_json::to_value(figure).unwrap_or(serde_json::Value::Null))
}

/// The period asked for: of what is left out, the twelve whole months before the day.
pub(crate) fn period(cx: &Cx, ask: &ReportAsk) -> Period {
    let usual = report::forecast::last_year(ask.as_of.unwrap_or(cx.today));
    Period { from: ask.from.unwrap_or(usual.from), to: ask.to.unwrap_or(usual.to) }
}

/// What it takes to read a report, wherever it is read: an action, and one of some others where there are any. It is what it takes to see the same on a page or
/// in the draft of a report that leaves.
const fn needed(report: Report) -> (Action, &'static [Action]) {
    match report {
        Report::Courses | Report::WindDown => (Action::SeeRows, &[]),
        Report::Fidelity => (Action::SeeFigures, &[Action::SeeTeamFidelity]),
        Report::Continuation => (Action::SeeFigures, &[Action::SeeRecord, Action::SeeReports]),
        Report::Status
        | Report::Intake
        | Report::Caseload
        | Report::Outcomes
        | Report::Forecast
        | Report::Staffing
        | Report::Goals
        | Report::Referrals
        | Report::Situation
        | Report::Effort => (Action::SeeFigures, &[]),
    }
}

/// Whether somebody may read a report.
pub fn may_read(cx: &Cx, report: Report) -> bool {
    let (first, others) = needed(report);
    cx.could_at_all(first) && (others.is_empty() || others.iter().any(|action| cx.could_at_all(*action)))
}

/// The figure, logged before it is given.
///
/// # Errors
///
/// [`crate::Error::Denied`]; [`crate::Error::Refusals`] where days cannot be asked for ([`refused`]), each beside its parameter: `as_of`, `from`, `to`, and `history_from`,
/// `history_to` of the observed period. One rule for pages, programs and the command line.
pub async fn report(app: &App, cx: &Cx, report: Report, ask: ReportAsk) -> Result<Figure> {
    let grant = cx.may_at_all(needed(report).0)?;
    if !may_read(cx, report) {
        return Err(Error::Denied);
    }
    let (day, period) = (ask.as_of.unwrap_or(cx.today), period(cx, &ask));
    let refusals = days_refused(cx, report, &ask);
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let mut lines = app.store().read_programme(&grant).await?;
    let is_told = report == Report::Staffing && ask.citizens.is_some();
    let asked = [report];
    let known = Known::load(app, cx, &mut lines, asked.get(usize::from(is_told)..).unwrap_or_default()).await?;
    let figure = Asked { app, cx, known: &known, day, period, ask }.figure(report, &mut lines).await?;
    drop((known, lines));
    let seen = match &cx.actor {
        Actor::Program { token, .. } => Event::FiguresRead { token: *token, report: report.name().to_owned() },
        _ => Event::FiguresSeen { report: report.name().to_owned() },
    };
    app.store().look(&grant, cx.entry(seen, Vec::new()), cx.now).await?;
    Ok(figure)
}

/// Why the days cannot be asked for.
fn days_refused(cx: &Cx, report: Report, ask: &ReportAsk) -> Vec<Refusal> {
    let (funding, today) = (cx.programme.funding, cx.today);
    let named = Named { as_of: ask.as_of, from: ask.from, to: ask.to }.for_report(report, today);
    let asked = refused(named, period(cx, ask), funding, today).into_iter().map(|(which, code)| match which {
        Which::AsOf => Refusal::new("as_of", code),
        Which::From => Refusal::new("from", code),
        Which::To => Refusal::new("to", code),
    });
    // What is observed has been: a forecast looks ahead, and its history does not.
    let history = ask.history.map(|history| {
        let named = Named { as_of: None, from: Some(history.from), to: Some(history.to) };
        refused(named, history, funding, today)
    });
    let observed = history.into_iter().flatten().map(|(which, code)| match which {
        Which::From => Refusal::new("history_from", code),
        Which::AsOf | Which::To => Refusal::new("history_to", code),
    });
    asked.chain(observed).collect()
}

/// The figures of a report that is put together, in the order asked. The forecast looks ahead from the report's day over the coming quarter and back on
/// the report's period, as the page of figures does.
pub(crate) async fn of_draft(
    app: &App,
    cx: &Cx,
    grant: &Grant,
    reports: &[Report],
    asked: &domain::release::Asked,
) -> Result<Vec<Figure>> {
    let mut lines = app.store().read_programme(grant).await?;
    let known = Known::load(app, cx, &mut lines, reports).await?;
    let mut figures = Vec::new();
    for report in reports {
        let ahead = report::forecast::next_quarter(asked.as_of);
        let period = ahead.filter(|_| *report == Report::Forecast).unwrap_or(asked.period());
        let ask = ReportAsk { history: Some(asked.period()), ..ReportAsk::default() };
        figures
            .push(Asked { app, cx, known: &known, day: asked.as_of, period, ask }.figure(*report, &mut lines).await?);
    }
    Ok(figures)
}

struct Asked<'a> {
    app: &'a App,
    cx: &'a Cx,
    known: &'a Known,
    day: NaiveDate,
    period: Period,
    ask: ReportAsk,
}

impl Asked<'_> {
    async fn figure(&self, report: Report, lines: &mut Lines) -> Result<Figure> {
        let (app, cx, day, period) = (self.app, self.cx, self.day, self.period);
        let programme = &cx.programme;
        let enrolling = app.instruments().enrolling(programme)?;
        let instruments = app.instruments().of(programme);
        let Known { courses, merges, work, .. } = self.known;
        if let Some(figure) = self.known.figure(app, cx, report, (day, period))? {
            return Ok(figure);
        }
        Ok(match report {
            Report::Courses => {
                let seen = self.seen(lines).await?;
                let names = RegisterNames::load(app, &mut lines.one, cx).await?;
                Figure::Courses(report::courses::courses(&seen, programme, &instruments, &names.names(), day))
            }
            Report::Caseload => {
                let workers = workers(&mut lines.one, cx, day).await?;
                let users = lines.one.users(cx.organisation).await?;
                let names: HashMap<UserId, String> =
                    users.into_iter().map(|row| (UserId(row.id), row.user_name)).collect();
                let name = |worker| names.get(&worker).cloned().unwrap_or_default();
                let figure = report::caseload::caseload(courses, merges, &workers, programme, enrolling, &name, day);
                Figure::Caseload(figure)
            }
            Report::Forecast => {
                let history = self.ask.history.unwrap_or_else(|| report::forecast::last_year(day));
                Figure::Forecast(report::forecast::forecast(courses, enrolling, programme, (history, period), day))
            }
            Report::WindDown => {
                let seen = self.seen(lines).await?;
                let names = RegisterNames::load(app, &mut lines.one, cx).await?;
                Figure::WindDown(report::wind_down::wind_down(&seen, programme, enrolling, &names.names(), day))
            }
            Report::Staffing => {
                let citizens = self.ask.citizens.unwrap_or_else(|| self.attached(enrolling));
                let anchoring = self.ask.anchoring.unwrap_or_default();
                Figure::Staffing(report::staffing::staffing(citizens, anchoring, programme))
            }
            Report::Continuation => {
                let (activities, handings) = crate::continuation::said(app, cx, &mut lines.one).await?;
                let attached = self.attached(enrolling);
                Figure::Continuation(report::continuation::continuation(&activities, &handings, attached, day))
            }
            // Beside it stand those that `Known::figure` gave already: one that is new has to say where it belongs.
            Report::Fidelity
            | Report::Status
            | Report::Intake
            | Report::Outcomes
            | Report::Goals
            | Report::Referrals
            | Report::Situation
            | Report::Effort => {
                Figure::Fidelity(report::fidelity::fidelity(courses, work, merges, programme, enrolling, day))
            }
        })
    }

    /// The courses of citizens that nothing hides from the reader.
    async fn seen(&self, lines: &mut Lines) -> Result<Vec<Course>> {
        let sight = Sight::of(&mut lines.one, self.cx).await?;
        Ok(self.known.courses.iter().filter(|course| !sight.hides(course.citizen)).cloned().collect())
    }

    /// The persons attached on the day (R3).
    fn attached(&self, enrolling: &Instrument) -> u32 {
        report::status::status(&self.known.courses, &[], &self.known.merges, enrolling, self.day).attached
    }
}

/// The programme's workers on a day, with a caseload or without.
pub(crate) async fn workers(reader: &mut Reader, cx: &Cx, day: NaiveDate) -> Result<Vec<UserId>> {
    let members = reader.members(cx.programme_id).await?;
    Ok(works_on(&members, day).collect())
}

/// The workers among the members, on a day.
pub(crate) fn works_on(members: &[MembershipRow], day: NaiveDate) -> impl Iterator<Item = UserId> {
    let works = move |row: &&MembershipRow| row.role == Role::Worker.code() && row.holds_on(day);
    members.iter().filter(works).map(|row| UserId(row.user))
}

/// What courses and citizens are called in the team's register; our own id where they are not from one.
struct RegisterNames {
    course: Box<dyn Fn(CourseId) -> String>,
    citizen: Box<dyn Fn(CitizenId) -> String>,
}

impl RegisterNames {
    async fn load(app: &App, reader: &mut Reader, cx: &Cx) -> Result<Self> {
        let rows = reader.course_names(cx.programme_id).await?;
        let courses: HashMap<CourseId, String> =
            rows.into_iter().filter_map(|row| Some((CourseId(row.id), row.register_id?))).collect();
        let mut citizens = HashMap::new();
        for row in reader.citizens_with_course(cx.programme_id).await? {
            let mut keys = Keys::new(cx.organisation);
            hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
            let cell = Cell { table: "citizen", column: "register_id", row: row.id, version: row.version };
            let citizen = CitizenId(row.id);
            if let Some(id) = keys.open(citizen.into(), cell, row.register_id.as_deref())? {
                citizens.insert(citizen, id.into_revealed());
            }
        }
        Ok(Self {
            course: Box::new(move |id| courses.get(&id).cloned().unwrap_or_else(|| id.to_string())),
            citizen: Box::new(move |id| citizens.get(&id).cloned().unwrap_or_else(|| id.to_string())),
        })
    }

    fn names(&self) -> Names<'_> {
        Names { course: &self.course, citizen: &self.citizen }
    }
}
