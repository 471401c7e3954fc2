//! The figures by name, as the command line prints them.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Actor, Grant};
use domain::code::Role;
use domain::event::Event;
use domain::facts::CourseWork;
use domain::id::{CitizenId, CourseId, UserId};
use domain::programme::Period;
use domain::report::{self, Figure, Names, Report};
use domain::staffing::Share;
use store::Reader;
use store::facts::Lines;
use store::user::MembershipRow;

use crate::facts::{Readings, Wanted};
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::sight::Sight;
use crate::{App, Cx, Error, Result, facts};

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

/// What it takes to read a report, wherever it is read: what it takes to see the same on a page.
const fn needed(report: Report) -> (Action, Option<Action>) {
    match report {
        Report::Courses | Report::WindDown => (Action::SeeRows, None),
        Report::Fidelity => (Action::SeeFigures, Some(Action::SeeTeamFidelity)),
        Report::Continuation => (Action::SeeFigures, Some(Action::SeeRecord)),
        Report::Status
        | Report::Intake
        | Report::Caseload
        | Report::Outcomes
        | Report::Forecast
        | Report::Staffing
        | Report::Goals
        | Report::Referrals
        | Report::Situation
        | Report::Effort => (Action::SeeFigures, None),
    }
}

/// Whether somebody may read a report.
pub fn may_read(cx: &Cx, report: Report) -> bool {
    let (first, other) = needed(report);
    cx.could_at_all(first) && other.is_none_or(|action| cx.could_at_all(action))
}

/// The figure, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refused`] where the period ends before it begins.
pub async fn report(app: &App, cx: &Cx, report: Report, ask: ReportAsk) -> Result<Figure> {
    let (first, other) = needed(report);
    let grant = cx.may_at_all(first)?;
    if let Some(action) = other {
        cx.may_at_all(action)?;
    }
    let (day, period) = (ask.as_of.unwrap_or(cx.today), period(cx, &ask));
    if period.is_empty() {
        return Err(Error::Refused("the period ends before it begins; choose a --to on or after --from".to_owned()));
    }
    let figure = Asked { app, cx, grant: &grant, day, period, ask }.figure(report).await?;
    let seen = match &cx.actor {
        Actor::Program { token, .. } => Event::FiguresRead { token: *token, report: report.name().to_owned() },
        _ => Event::FiguresSeen { report: report.name().to_owned() },
    };
    app.store().look(&grant, cx.entry(seen, Vec::new()), cx.now).await?;
    Ok(figure)
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
    let mut figures = Vec::new();
    for report in reports {
        let ahead = report::forecast::next_quarter(asked.as_of);
        let period = ahead.filter(|_| *report == Report::Forecast).unwrap_or(asked.period());
        let ask = ReportAsk { history: Some(asked.period()), ..ReportAsk::default() };
        figures.push(Asked { app, cx, grant, day: asked.as_of, period, ask }.figure(*report).await?);
    }
    Ok(figures)
}

struct Asked<'a> {
    app: &'a App,
    cx: &'a Cx,
    grant: &'a Grant,
    day: NaiveDate,
    period: Period,
    ask: ReportAsk,
}

impl Asked<'_> {
    async fn figure(&self, report: Report) -> Result<Figure> {
        let (app, cx, day, period) = (self.app, self.cx, self.day, self.period);
        let programme = &cx.programme;
        let enrolling = app.instruments().enrolling(programme)?;
        let instruments = app.instruments().of(programme);
        let mut lines = app.store().read_programme(self.grant).await?;
        let (enrolled, all) = (Readings::Enrolling(enrolling), Readings::Of(&programme.instruments));
        Ok(match report {
            Report::Status => {
                let (courses, enquiries) =
                    facts::courses_and_enquiry_days(&mut lines, cx, Wanted::only(enrolled)).await?;
                let merges = facts::merges(&mut lines.one, cx).await?;
                Figure::Status(report::status::status(&courses, &enquiries, &merges, enrolling, day))
            }
            Report::Intake => {
                let (courses, enquiries) = facts::courses_and_enquiries(&mut lines, cx, Wanted::only(enrolled)).await?;
                let merges = facts::merges(&mut lines.one, cx).await?;
                Figure::Intake(report::intake::intake(&courses, &enquiries, &merges, enrolling, period))
            }
            Report::Courses => {
                let sight = Sight::of(&mut lines.one, cx).await?;
                let mut courses = facts::courses(&mut lines, cx, Wanted::whole(all)).await?;
                courses.retain(|course| !sight.hides(course.citizen));
                let names = RegisterNames::load(app, &mut lines.one, cx).await?;
                Figure::Courses(report::courses::courses(&courses, programme, &instruments, &names.names(), day))
            }
            Report::Caseload => {
                let wanted = Wanted { assignments: true, ..Wanted::only(enrolled) };
                let courses = facts::courses(&mut lines, cx, wanted).await?;
                let merges = facts::merges(&mut lines.one, cx).await?;
                let workers = workers(&mut lines.one, cx, day).await?;
                let users = lines.one.users(cx.organisation).await?;
                let names: HashMap<UserId, String> =
                    users.into_iter().map(|row| (UserId(row.id), row.user_name)).collect();
                let name = |worker| names.get(&worker).cloned().unwrap_or_default();
                let figure = report::caseload::caseload(&courses, &merges, &workers, programme, enrolling, &name, day);
                Figure::Caseload(figure)
            }
            Report::Outcomes => {
                let courses = facts::courses(&mut lines, cx, Wanted::only(all)).await?;
                let merges = facts::merges(&mut lines.one, cx).await?;
                Figure::Outcomes(report::outcomes::outcomes(&courses, &merges, &instruments, enrolling, period))
            }
            Report::Forecast => {
                let courses = facts::courses(&mut lines, cx, Wanted::only(enrolled)).await?;
                let history = self.ask.history.unwrap_or_else(|| report::forecast::last_year(day));
                Figure::Forecast(report::forecast::forecast(&courses, enrolling, programme, history, period))
            }
            Report::WindDown => {
                let sight = Sight::of(&mut lines.one, cx).await?;
                let mut courses = facts::courses(&mut lines, cx, Wanted::only(enrolled)).await?;
                courses.retain(|course| !sight.hides(course.citizen));
                let names = RegisterNames::load(app, &mut lines.one, cx).await?;
                Figure::WindDown(report::wind_down::wind_down(&courses, programme, enrolling, &names.names(), day))
            }
            Report::Staffing => {
                let citizens = match self.ask.citizens {
                    Some(citizens) => citizens,
                    None => self.attached(&mut lines).await?,
                };
                let anchoring = self.ask.anchoring.unwrap_or_default();
                Figure::Staffing(report::staffing::staffing(citizens, anchoring, programme))
            }
            Report::Fidelity => {
                let courses = facts::courses(&mut lines, cx, Wanted::whole(enrolled)).await?;
                let merges = facts::merges(&mut lines.one, cx).await?;
                let work: HashMap<CourseId, CourseWork> = facts::work(&mut lines, cx, &courses).await?;
                Figure::Fidelity(report::fidelity::fidelity(&courses, &work, &merges, programme, enrolling, day))
            }
            Report::Goals => {
                let goals: Vec<_> = facts::goals(&mut lines.one, cx).await?.into_iter().map(|(_, goal)| goal).collect();
                Figure::Goals(report::goals::goals(&goals, programme, period))
            }
            Report::Situation => {
                let courses = facts::courses(&mut lines, cx, Wanted::only(enrolled)).await?;
                let recorded = facts::situations(&mut lines.one, cx).await?;
                Figure::Situation(report::situation::situation(&courses, &recorded, programme, enrolling, day))
            }
            Report::Referrals => {
                let enquiries = facts::enquiries(&mut lines.one, cx).await?;
                let sent = facts::referrals(&mut lines.one, cx).await?;
                Figure::Referrals(report::referrals::referrals(&enquiries, &sent, period))
            }
            Report::Continuation => {
                let (activities, handings, attached) = crate::continuation::known(app, cx, &mut lines, day).await?;
                Figure::Continuation(report::continuation::continuation(&activities, &handings, attached, day))
            }
            Report::Effort => {
                let courses = facts::courses(&mut lines, cx, Wanted { marks: true, ..Wanted::only(enrolled) }).await?;
                let work = facts::work(&mut lines, cx, &courses).await?;
                Figure::Effort(report::effort::effort(&courses, &work, programme, enrolling, period))
            }
        })
    }

    async fn attached(&self, lines: &mut Lines) -> Result<u32> {
        let enrolling = self.app.instruments().enrolling(&self.cx.programme)?;
        let courses = facts::courses(lines, self.cx, Wanted::only(Readings::Enrolling(enrolling))).await?;
        let merges = facts::merges(&mut lines.one, self.cx).await?;
        Ok(report::status::status(&courses, &[], &merges, enrolling, self.day).attached)
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
