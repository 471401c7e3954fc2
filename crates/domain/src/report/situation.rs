//! `situation` (M31): how far the citizens' situation is assessed, area by area, and the ordinary services they are in contact with.
//!
//! Counted course by course, over every course enrolled by the day: assessing and reaching the services are what a course is for.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::{Assessment, state_on};
use crate::code::{AssessmentState, Service, ServiceContact};
use crate::facts::Course;
use crate::id::CourseId;
use crate::instrument::Instrument;
use crate::network::{Around, services_on};
use crate::programme::{Programme, Text};

/// What is recorded of a course's situation.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// The states of its areas, in the order of recording.
    pub assessments: Vec<Assessment>,
    /// The people and services around the citizen.
    pub around: Vec<Around>,
}

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situation {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// A row for each of the programme's goal areas, in its order.
    pub areas: Vec<AreaLine>,
    /// Courses of which every area is assessed or not relevant.
    pub all_assessed: u32,
    /// A row for each ordinary service, in the order of its list.
    pub services: Vec<ServiceLine>,
    /// Courses during which contact with at least one service was established or established again.
    pub newly_in_contact: u32,
    /// Courses enrolled on or before the day.
    pub n: u32,
    /// Of these, courses without any assessment on record; nothing is known of them, and they stand in no area.
    pub missing: u32,
    /// Of these, courses without any service on record: nothing is known of their contact.
    pub missing_services: u32,
}

/// The courses by how far one area is assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AreaLine {
    /// The area's key.
    pub area: String,
    /// The area's name.
    pub name: Text,
    /// Assessed.
    pub assessed: u32,
    /// Under way.
    pub under_way: u32,
    /// Not begun: nothing is recorded of this area, but something of another.
    pub not_begun: u32,
    /// Not relevant.
    pub not_relevant: u32,
}

/// The courses in contact with one service on the day, by how the contact came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServiceLine {
    /// The service.
    pub service: Service,
    /// In contact before the course, and still.
    pub before: u32,
    /// Established during the course.
    pub established: u32,
    /// Established again during the course.
    pub reestablished: u32,
}

/// Counts the courses enrolled by the day.
pub fn situation(
    courses: &[Course],
    recorded: &HashMap<CourseId, Recorded>,
    programme: &Programme,
    enrolling: &Instrument,
    day: NaiveDate,
) -> Situation {
    let mut figure = Situation {
        definition: "situation",
        as_of: day,
        areas: programme.goal_areas.iter().map(|area| AreaLine::empty(&area.key, &area.name)).collect(),
        all_assessed: 0,
        services: Service::ALL.iter().map(|service| ServiceLine::empty(*service)).collect(),
        newly_in_contact: 0,
        n: 0,
        missing: 0,
        missing_services: 0,
    };
    let nothing = Recorded::default();
    for course in courses {
        if course.enrolled_on(enrolling).is_none_or(|on| on > day) {
            continue;
        }
        figure.n += 1;
        let recorded = recorded.get(&course.id).unwrap_or(&nothing);
        figure.count_assessments(&recorded.assessments, day);
        figure.count_services(&recorded.around, course, day);
    }
    figure
}

impl Situation {
    fn count_assessments(&mut self, recorded: &[Assessment], day: NaiveDate) {
        if recorded.iter().all(|one| one.on > day) {
            self.missing += 1;
            return;
        }
        let mut is_whole = true;
        for line in &mut self.areas {
            let state = state_on(recorded, &line.area, day).map_or(AssessmentState::NotBegun, |one| one.state);
            is_whole &= matches!(state, AssessmentState::Assessed | AssessmentState::NotRelevant);
            *line.of(state) += 1;
        }
        self.all_assessed += u32::from(is_whole && !self.areas.is_empty());
    }

    fn count_services(&mut self, around: &[Around], course: &Course, day: NaiveDate) {
        let found = services_on(around, course, day);
        for line in &mut self.services {
            match found.get(&line.service) {
                Some(ServiceContact::Before) => line.before += 1,
                Some(ServiceContact::Established) => line.established += 1,
                Some(ServiceContact::Reestablished) => line.reestablished += 1,
                Some(ServiceContact::None) | None => {}
            }
        }
        let is_new =
            |came: &ServiceContact| matches!(came, ServiceContact::Established | ServiceContact::Reestablished);
        self.newly_in_contact += u32::from(found.values().any(is_new));
        self.missing_services += u32::from(around.iter().all(|one| one.service.is_none()));
    }
}

impl AreaLine {
    fn empty(area: &str, name: &Text) -> Self {
        Self { area: area.to_owned(), name: name.clone(), assessed: 0, under_way: 0, not_begun: 0, not_relevant: 0 }
    }

    const fn of(&mut self, state: AssessmentState) -> &mut u32 {
        match state {
            AssessmentState::Assessed => &mut self.assessed,
            AssessmentState::UnderWay => &mut self.under_way,
            AssessmentState::NotBegun => &mut self.not_begun,
            AssessmentState::NotRelevant => &mut self.not_relevant,
        }
    }
}

impl ServiceLine {
    const fn empty(service: Service) -> Self {
        Self { service, before: 0, established: 0, reestablished: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::NetworkKind;
    use crate::example::{clarification, day, enrolled, programme, star};
    use crate::programme::GoalArea;

    fn with_areas() -> Programme {
        let name = Text { da: String::new(), en: String::new() };
        let area = |key: &str| GoalArea { key: key.to_owned(), name: name.clone(), retired: false };
        Programme { goal_areas: vec![area("bolig"), area("oekonomi")], ..programme() }
    }

    fn state(area: &str, state: AssessmentState, on: &str) -> Assessment {
        Assessment { area: area.to_owned(), state, on: day(on) }
    }

    fn service(service: Service, contact: ServiceContact, on: Option<&str>) -> Around {
        Around {
            kind: NetworkKind::Service,
            role: None,
            service: Some(service),
            since: None,
            until: None,
            contact: Some(contact),
            contact_on: on.map(day),
        }
    }

    fn figure(courses: &[Course], recorded: Vec<(&Course, Recorded)>, on: &str) -> Situation {
        let recorded = recorded.into_iter().map(|(course, recorded)| (course.id, recorded)).collect();
        situation(courses, &recorded, &with_areas(), &star(), day(on))
    }

    #[test]
    fn the_courses_are_counted_by_how_far_each_area_is_assessed_on_the_day() {
        let courses = [enrolled(1, 1, "2015-01-05"), enrolled(2, 2, "2015-02-02")];
        let assessments = vec![
            state("bolig", AssessmentState::UnderWay, "2015-01-10"),
            state("bolig", AssessmentState::Assessed, "2015-03-01"),
            state("oekonomi", AssessmentState::NotRelevant, "2015-01-10"),
        ];
        let on = |on| {
            figure(
                &courses,
                vec![(&courses[0], Recorded { assessments: assessments.clone(), ..Recorded::default() })],
                on,
            )
        };
        let spring = on("2015-03-01");
        assert_eq!((spring.areas[0].assessed, spring.areas[0].under_way, spring.areas[0].not_begun), (1, 0, 0));
        assert_eq!((spring.areas[1].not_relevant, spring.areas[1].not_begun), (1, 0));
        assert_eq!((spring.all_assessed, spring.n, spring.missing), (1, 2, 1));
        let before = on("2015-02-28");
        assert_eq!((before.areas[0].assessed, before.areas[0].under_way, before.all_assessed), (0, 1, 0));
        assert_eq!(on("2015-01-09").missing, 1, "one course is enrolled, and nothing is recorded of it yet");
    }

    #[test]
    fn contact_with_a_service_counts_by_how_it_came_and_a_course_with_any_new_contact_counts_once() {
        let courses = [enrolled(1, 1, "2015-01-05"), enrolled(2, 2, "2015-02-02"), enrolled(3, 3, "2015-02-02")];
        let around = vec![
            service(Service::Doctor, ServiceContact::Before, None),
            service(Service::JobCentre, ServiceContact::Established, Some("2015-03-01")),
            service(Service::Dentist, ServiceContact::Reestablished, Some("2015-04-01")),
        ];
        let only_before = vec![service(Service::Doctor, ServiceContact::Before, None)];
        let recorded = vec![
            (&courses[0], Recorded { around, ..Recorded::default() }),
            (&courses[1], Recorded { around: only_before, ..Recorded::default() }),
        ];
        let figure = figure(&courses, recorded, "2015-03-31");
        let line = |service| {
            let line = figure.services.iter().find(|line| line.service == service).unwrap();
            (line.before, line.established, line.reestablished)
        };
        assert_eq!(line(Service::Doctor), (2, 0, 0));
        assert_eq!(line(Service::JobCentre), (0, 1, 0));
        assert_eq!(line(Service::Dentist), (0, 0, 0), "not yet");
        assert_eq!((figure.newly_in_contact, figure.missing_services, figure.n), (1, 1, 3));
    }

    #[test]
    fn a_course_not_enrolled_by_the_day_is_not_counted() {
        let courses = [clarification(1, 1, "2015-01-05"), enrolled(2, 2, "2015-02-02")];
        let figure = figure(&courses, Vec::new(), "2015-02-01");
        assert_eq!((figure.n, figure.missing, figure.missing_services, figure.areas[0].not_begun), (0, 0, 0, 0));
    }
}
