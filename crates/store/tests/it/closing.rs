//! Marks with their corrections, and a course closed and opened again.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{Doer, MarkKind};
use domain::event::Event;
use domain::id::{AssignmentId, CourseId, MarkId, StepId};
use store::closing::NextClosing;
use store::organisation::OrganisationRow;
use store::phase::NewMark;
use store::record::Fact;
use store::row::{Assignment, Citizen, Course, Step, Version};
use store::{Error, Work};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator};

const COURSE: CourseId = CourseId(Uuid::from_u128(0x51));
const MARK: MarkId = MarkId(Uuid::from_u128(0x64));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn first<T>(fact: T) -> [Version<T>; 1] {
    [Version { number: 1, fact }]
}

async fn begun(opened: &Opened) -> Work {
    opened.store.begin(operator(Action::ImportRegister)).await.unwrap()
}

async fn with_a_course(opened: &Opened) {
    let mut work = begun(opened).await;
    let organisation = OrganisationRow::named(ORGANISATION, "Team".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    let person = Citizen {
        id: citizen(1),
        gender: None,
        birth_year: None,
        protected_address: false,
        safe_contact: String::new(),
        alias: None,
        name: None,
        cpr: None,
        phone: None,
        register_id: None,
    };
    work.add_citizens(ORGANISATION, &first(person), now()).await.unwrap();
    let course = Course {
        id: COURSE,
        citizen: citizen(1),
        register_id: Some("F1".to_owned()),
        clarification_began_on: day("2015-01-10"),
        clarification_ended_on: None,
        clarification_end: None,
        clarification_outcome: None,
        enquiry: None,
        closed_on: None,
        closing_reason: None,
        closing: None,
    };
    work.add_courses(PROGRAMME, &first(course), now()).await.unwrap();
    let assignment = Assignment {
        id: AssignmentId(Uuid::from_u128(0x62)),
        course: COURSE,
        worker: WORKER,
        from: day("2015-01-10"),
        to: None,
    };
    work.add_assignments(PROGRAMME, &first(assignment), now()).await.unwrap();
    let step = |id: u128, created_on: &str| Version {
        number: 1,
        fact: Step {
            id: StepId(Uuid::from_u128(id)),
            course: COURSE,
            created_on: day(created_on),
            due_on: None,
            doer: Some(Doer::Worker),
            text: Some(b"step".to_vec()),
            done_on: None,
        },
    };
    work.add_steps(PROGRAMME, &[step(0x63, "2015-03-01"), step(0x65, "2015-12-24")], now()).await.unwrap();
    work.commit(entry(Event::CitizenSeen), now()).await.unwrap();
}

fn hospital(version: i64) -> NewMark<'static> {
    NewMark {
        course: COURSE,
        id: MARK,
        version,
        kind: MarkKind::Interruption,
        on: day("2015-04-01"),
        until: Some(day("2015-05-01")),
        phase: None,
        area: None,
        note: Some(b"hospital"),
    }
}

#[tokio::test]
async fn a_mark_taken_out_is_found_among_the_withdrawn_until_it_is_put_back() {
    for opened in both_databases().await {
        with_a_course(&opened).await;
        let mut work = begun(&opened).await;
        work.hold_for_change(PROGRAMME, COURSE).await.unwrap();
        work.put_mark(PROGRAMME, hospital(1), now()).await.unwrap();
        let marks = work.marks_of(PROGRAMME, citizen(1)).await.unwrap();
        assert_eq!((marks[0].id, marks[0].version, marks[0].course), (MARK.0, 1, COURSE.0));
        assert_eq!((marks[0].kind.as_str(), marks[0].marked_on), ("afbrydelse", day("2015-04-01")));
        assert_eq!((marks[0].until_day, marks[0].note.as_deref()), (Some(day("2015-05-01")), Some(&b"hospital"[..])));
        assert!(work.withdrawn_marks_of(PROGRAMME, citizen(1)).await.unwrap().is_empty());

        let next = work.correct(Fact::Mark(PROGRAMME, COURSE, MARK.0), 1, later(1)).await.unwrap();
        work.note_withdrawal((PROGRAMME, COURSE), ("mark", MARK.0, 1), None, later(1)).await.unwrap();
        assert!(work.marks_of(PROGRAMME, citizen(1)).await.unwrap().is_empty());
        assert_eq!(work.withdrawn_marks_of(PROGRAMME, citizen(1)).await.unwrap()[0].version, 1);

        work.put_mark(PROGRAMME, hospital(next), later(2)).await.unwrap();
        assert_eq!(work.marks_of(PROGRAMME, citizen(1)).await.unwrap()[0].version, 2);
        assert!(work.withdrawn_marks_of(PROGRAMME, citizen(1)).await.unwrap().is_empty());
        work.commit(entry(Event::CitizenSeen), now()).await.unwrap();
    }
}

#[tokio::test]
async fn a_course_closed_from_an_old_version_is_stale_and_one_opened_again_is_as_it_was() {
    for opened in both_databases().await {
        with_a_course(&opened).await;
        let mut work = begun(&opened).await;
        let closed = NextClosing {
            on: Some(day("2015-11-23")),
            reason: Some("flyttet"),
            words: Some(b"words"),
            clarification_end: None,
            why: None,
        };
        work.put_closing(PROGRAMME, COURSE, 1, closed, later(1)).await.unwrap();
        let row = work.closing_of(PROGRAMME, COURSE).await.unwrap().unwrap();
        assert_eq!((row.version, row.closed_on, row.reason.as_deref()), (2, Some(day("2015-11-23")), Some("flyttet")));
        assert_eq!(row.words.as_deref(), Some(&b"words"[..]));
        let courses = work.courses(PROGRAMME).await.unwrap();
        assert_eq!(courses.rows().next().unwrap().unwrap().closed_on, Some(day("2015-11-23")));
        assert_eq!(
            work.course_names(PROGRAMME).await.unwrap()[0].register_id.as_deref(),
            Some("F1"),
            "what stays is kept"
        );

        let assigned = &work.assignments_of(PROGRAMME, COURSE).await.unwrap()[0];
        let last = Some(day("2015-11-23"));
        work.put_last_day((PROGRAMME, COURSE), (assigned.id, 1), last, None, later(1)).await.unwrap();
        let assigned = &work.assignments_of(PROGRAMME, COURSE).await.unwrap()[0];
        assert_eq!((assigned.version, assigned.to_day), (2, last));

        let steps = work.steps_left(PROGRAMME, COURSE).await.unwrap();
        assert_eq!((steps.len(), steps[0].text.as_deref()), (2, Some(&b"step"[..])));
        for step in &steps {
            let sealed = Some(&b"anew"[..]);
            work.put_step_done((PROGRAMME, COURSE), (step.id, 1), day("2015-11-23"), sealed, later(1)).await.unwrap();
        }
        assert!(work.steps_left(PROGRAMME, COURSE).await.unwrap().is_empty());

        work.put_closing(PROGRAMME, COURSE, 2, NextClosing { why: Some(b"why"), ..NextClosing::default() }, later(2))
            .await
            .unwrap();
        let row = work.closing_of(PROGRAMME, COURSE).await.unwrap().unwrap();
        assert_eq!((row.version, row.closed_on, row.reason, row.words), (3, None, None, None));
        work.commit(entry(Event::CitizenSeen), now()).await.unwrap();

        let mut work = begun(&opened).await;
        let stale = work.put_closing(PROGRAMME, COURSE, 1, closed, later(3)).await.unwrap_err();
        assert!(matches!(stale, Error::Stale), "{stale}");
        drop(work);
        let mut work = begun(&opened).await;
        let stale =
            work.put_last_day((PROGRAMME, COURSE), (Uuid::from_u128(0x62), 1), None, None, later(3)).await.unwrap_err();
        assert!(matches!(stale, Error::Stale), "{stale}");
    }
}

#[tokio::test]
async fn what_is_there_of_a_course_is_told_for_one_citizen_and_for_all() {
    for opened in both_databases().await {
        with_a_course(&opened).await;
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        let all = reader.records(PROGRAMME, ORGANISATION, "stjerne").await.unwrap();
        assert_eq!((all.len(), all[0].course, all[0].citizen), (1, COURSE.0, citizen(1).0));
        assert!(!all[0].has_enquiry && !all[0].consent_asked && !all[0].has_own_words && !all[0].has_goal);
        assert_eq!(reader.records_of(PROGRAMME, ORGANISATION, "stjerne", citizen(1)).await.unwrap(), all);
        assert!(reader.records_of(PROGRAMME, ORGANISATION, "stjerne", citizen(2)).await.unwrap().is_empty());
        assert!(reader.carried(PROGRAMME).await.unwrap().is_empty());
        assert!(reader.carried_of(PROGRAMME, citizen(1)).await.unwrap().is_empty());
    }
}
