//! The facts that figures are made of, read once however many figures are asked for.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::facts::{Course, CourseWork, Enquiry, Goal, Merge, Referral};
use domain::id::{CitizenId, CourseId};
use domain::programme::Period;
use domain::report::effort::Effort;
use domain::report::goals::Goals;
use domain::report::intake::Intake;
use domain::report::outcomes::Outcomes;
use domain::report::referrals::Referrals;
use domain::report::situation::{Recorded, Situation};
use domain::report::status::StatusFigure;
use domain::report::{self, Figure, Report};
use store::facts::Lines;

use crate::facts::{self, Readings, Wanted};
use crate::{App, Cx, Result};

/// Facts that a figure needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// The courses, each with the reading that enrols it.
    Courses,
    /// All their readings.
    Readings,
    /// Who works with them.
    Assignments,
    /// Replies and marks.
    Marks,
    /// Contacts and goals, by course.
    Work,
    /// The goals.
    Goals,
    /// Whose the enquiries are, and when they came.
    EnquiryDays,
    /// The enquiries whole.
    Enquiries,
    /// Which records are of one person.
    Merges,
    /// Assessments and contact with ordinary services.
    Situations,
    /// Referrals to partners.
    Referrals,
}

const fn needs(report: Report) -> &'static [Need] {
    match report {
        Report::Status => &[Need::Courses, Need::EnquiryDays, Need::Merges],
        Report::Intake => &[Need::Courses, Need::Enquiries, Need::Merges],
        Report::Courses => &[Need::Courses, Need::Readings, Need::Assignments, Need::Marks],
        Report::Caseload => &[Need::Courses, Need::Assignments, Need::Merges],
        Report::Outcomes => &[Need::Courses, Need::Readings, Need::Merges],
        Report::Forecast | Report::WindDown => &[Need::Courses],
        Report::Staffing | Report::Continuation => &[Need::Courses, Need::Merges],
        Report::Fidelity => &[Need::Courses, Need::Assignments, Need::Marks, Need::Work, Need::Merges],
        Report::Goals => &[Need::Goals],
        Report::Referrals => &[Need::Enquiries, Need::Referrals],
        Report::Situation => &[Need::Courses, Need::Situations],
        Report::Effort => &[Need::Courses, Need::Marks, Need::Work],
    }
}

/// Whose facts they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// A person, by the record that stands for them.
    Person(CitizenId),
    /// Somebody who made an enquiry, at its place, and is not known.
    Unknown(usize),
}

/// What was read; what no report asked for needs stands empty.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The courses, in the order of their ids.
    pub(crate) courses: Vec<Course>,
    /// The enquiries.
    pub(crate) enquiries: Vec<Enquiry>,
    /// Which records are of one person.
    pub(crate) merges: Vec<Merge>,
    /// Contacts and goals, by course.
    pub(crate) work: HashMap<CourseId, CourseWork>,
    /// The goals.
    pub(crate) goals: Vec<Goal>,
    /// What is assessed, and contact with ordinary services.
    pub(crate) situations: HashMap<CourseId, Recorded>,
    /// Referrals to partners.
    pub(crate) referrals: Vec<Referral>,
}

impl Known {
    /// Reads what these reports are made of.
    pub(crate) async fn load(app: &App, cx: &Cx, lines: &mut Lines, reports: &[Report]) -> Result<Self> {
        let wants = |need: Need| reports.iter().any(|report| needs(*report).contains(&need));
        let mut known = Self::default();
        if wants(Need::Courses) {
            let enrolling = app.instruments().enrolling(&cx.programme)?;
            let all = Readings::Of(&cx.programme.instruments);
            let readings = if wants(Need::Readings) { all } else { Readings::Enrolling(enrolling) };
            let wanted = Wanted { readings, assignments: wants(Need::Assignments), marks: wants(Need::Marks) };
            (known.courses, known.enquiries) = if wants(Need::Enquiries) {
                facts::courses_and_enquiries(lines, cx, wanted).await?
            } else if wants(Need::EnquiryDays) {
                facts::courses_and_enquiry_days(lines, cx, wanted).await?
            } else {
                (facts::courses(lines, cx, wanted).await?, Vec::new())
            };
        } else if wants(Need::Enquiries) {
            known.enquiries = facts::enquiries(&mut lines.one, cx).await?;
        }
        if wants(Need::Work) {
            known.work = facts::work(lines, cx, &known.courses).await?;
            known.goals = known.work.values().flat_map(|own| own.goals.iter().cloned()).collect();
        } else if wants(Need::Goals) {
            known.goals = facts::goals(&mut lines.one, cx).await?.into_iter().map(|(_, goal)| goal).collect();
        }
        if wants(Need::Merges) {
            known.merges = facts::merges(&mut lines.one, cx).await?;
        }
        if wants(Need::Situations) {
            known.situations = facts::situations(&mut lines.one, cx).await?;
        }
        if wants(Need::Referrals) {
            known.referrals = facts::referrals(&mut lines.one, cx).await?;
        }
        Ok(known)
    }

    /// A figure in which each person counts by themselves, whoever else there is: over all of them it is the sum of each one's. `None` of the others.
    pub(crate) fn figure(
        &self,
        app: &App,
        cx: &Cx,
        report: Report,
        (day, period): (NaiveDate, Period),
    ) -> Result<Option<Figure>> {
        Ok(Some(match report {
            Report::Status => Figure::Status(self.status(app, cx, day)?),
            Report::Situation => Figure::Situation(self.situation(app, cx, day)?),
            Report::Intake => Figure::Intake(self.intake(app, cx, period)?),
            Report::Outcomes => Figure::Outcomes(self.outcomes(app, cx, period)?),
            Report::Goals => Figure::Goals(self.goals(cx, period)),
            Report::Referrals => Figure::Referrals(self.referrals(period)),
            Report::Effort => Figure::Effort(self.effort(app, cx, period)?),
            Report::Courses
            | Report::Caseload
            | Report::Forecast
            | Report::WindDown
            | Report::Staffing
            | Report::Fidelity
            | Report::Continuation => return Ok(None),
        }))
    }

    /// How many the citizens are, by their status on the day.
    pub(crate) fn status(&self, app: &App, cx: &Cx, day: NaiveDate) -> Result<StatusFigure> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        Ok(report::status::status(&self.courses, &self.enquiries, &self.merges, enrolling, day))
    }

    /// Assessments done, and contact with ordinary services, by the day.
    pub(crate) fn situation(&self, app: &App, cx: &Cx, day: NaiveDate) -> Result<Situation> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        Ok(report::situation::situation(&self.courses, &self.situations, &cx.programme, enrolling, day))
    }

    /// Enquiries and enrolments of the period.
    pub(crate) fn intake(&self, app: &App, cx: &Cx, period: Period) -> Result<Intake> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        Ok(report::intake::intake(&self.courses, &self.enquiries, &self.merges, enrolling, period))
    }

    /// Before and after, of the period's readings.
    pub(crate) fn outcomes(&self, app: &App, cx: &Cx, period: Period) -> Result<Outcomes> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        let instruments = app.instruments().of(&cx.programme);
        Ok(report::outcomes::outcomes(&self.courses, &self.merges, &instruments, enrolling, period))
    }

    /// Goals and what became of them in the period.
    pub(crate) fn goals(&self, cx: &Cx, period: Period) -> Goals {
        report::goals::goals(&self.goals, &cx.programme, period)
    }

    /// Referrals in and out in the period.
    pub(crate) fn referrals(&self, period: Period) -> Referrals {
        report::referrals::referrals(&self.enquiries, &self.referrals, period)
    }

    /// Contacts of the period and their time.
    pub(crate) fn effort(&self, app: &App, cx: &Cx, period: Period) -> Result<Effort> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        Ok(report::effort::effort(&self.courses, &self.work, &cx.programme, enrolling, period))
    }

    /// The same facts person by person, `person` telling whose record it is; an enquiry by somebody not known stands for itself.
    pub(crate) fn apart(mut self, person: impl Fn(CitizenId) -> CitizenId) -> BTreeMap<Who, Self> {
        let mut all: BTreeMap<Who, Self> = BTreeMap::new();
        let mut of_course = HashMap::new();
        for course in self.courses {
            let who = Who::Person(person(course.citizen));
            of_course.insert(course.id, who);
            let own = all.entry(who).or_default();
            if let Some(work) = self.work.remove(&course.id) {
                own.goals.extend(work.goals.iter().cloned());
                own.work.insert(course.id, work);
            }
            if let Some(recorded) = self.situations.remove(&course.id) {
                own.situations.insert(course.id, recorded);
            }
            own.courses.push(course);
        }
        for (place, enquiry) in self.enquiries.into_iter().enumerate() {
            let who = enquiry.citizen.map_or(Who::Unknown(place), |citizen| Who::Person(person(citizen)));
            all.entry(who).or_default().enquiries.push(enquiry);
        }
        for referral in self.referrals {
            if let Some(who) = of_course.get(&referral.course) {
                all.entry(*who).or_default().referrals.push(referral);
            }
        }
        for merge in self.merges {
            if let Some(own) = all.get_mut(&Who::Person(person(merge.into))) {
                own.merges.push(merge);
            }
        }
        all
    }
}
