//! The facts that figures are made of, read once however many figures are asked for.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::facts::{Course, CourseWork, Enquiry, Goal, Merge, Referral};
use domain::id::{CitizenId, CourseId};
use domain::programme::Period;
use domain::report::situation::Recorded;
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
        let programme = &cx.programme;
        let enrolling = app.instruments().enrolling(programme)?;
        let Self { courses, enquiries, merges, work, goals, situations, referrals } = self;
        Ok(Some(match report {
            Report::Status => Figure::Status(report::status::status(courses, enquiries, merges, enrolling, day)),
            Report::Intake => Figure::Intake(report::intake::intake(courses, enquiries, merges, enrolling, period)),
            Report::Outcomes => {
                let instruments = app.instruments().of(programme);
                Figure::Outcomes(report::outcomes::outcomes(courses, merges, &instruments, enrolling, period))
            }
            Report::Goals => Figure::Goals(report::goals::goals(goals, programme, period)),
            Report::Referrals => Figure::Referrals(report::referrals::referrals(enquiries, referrals, period)),
            Report::Situation => {
                Figure::Situation(report::situation::situation(courses, situations, programme, enrolling, day))
            }
            Report::Effort => Figure::Effort(report::effort::effort(courses, work, programme, enrolling, period)),
            Report::Courses
            | Report::Caseload
            | Report::Forecast
            | Report::WindDown
            | Report::Staffing
            | Report::Fidelity
            | Report::Continuation => return Ok(None),
        }))
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
