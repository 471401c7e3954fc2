//! What surrounds a course comes back: assessments with their history, the network, consents and files; contacts and steps one by one.

use chrono::NaiveDate;
use domain::access::Action;
use domain::attachment::Media;
use domain::code::{
    AssessmentState, ConsentKind, ConsentState, ContactKind, Doer, NetworkKind, Place, Service, ServiceContact, With,
};
use domain::event::Event;
use domain::id::{AssessmentId, AttachmentId, ConsentId, ContactId, CourseId, NetworkId, PartnerId, StepId, SubjectId};
use domain::network::Around;
use store::assessment::Assessment;
use store::attachment::Attachment;
use store::consent::Consent;
use store::network::Network;
use store::record::Fact;
use store::row::{Contact, Course, Step, Version};
use store::{Error, Work};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, citizen, entry, later, now, operator};

const COURSE: CourseId = CourseId(Uuid::from_u128(0x51));
const ROW: Uuid = Uuid::from_u128(0x91);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn version<T>(number: i64, fact: T) -> [Version<T>; 1] {
    [Version { number, fact }]
}

/// A work over a course of the first citizen's, and nothing else.
async fn with_course(opened: &Opened) -> Work {
    let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
    let course = Course {
        id: COURSE,
        citizen: citizen(1),
        register_id: None,
        clarification_began_on: day("2015-01-10"),
        clarification_ended_on: None,
        clarification_end: None,
        clarification_outcome: None,
        enquiry: None,
        closed_on: None,
        closing_reason: None,
        closing: None,
    };
    work.add_courses(PROGRAMME, &version(1, course), now()).await.unwrap();
    work
}

fn assessment(state: AssessmentState, on: &str) -> Assessment {
    Assessment {
        id: AssessmentId(ROW),
        course: COURSE,
        area: "bolig".to_owned(),
        state,
        on: day(on),
        note: Some(b"note".to_vec()),
    }
}

#[tokio::test]
async fn every_version_of_an_assessment_comes_back_and_what_was_taken_out_says_so() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        let begun = assessment(AssessmentState::UnderWay, "2015-03-01");
        work.add_assessments(PROGRAMME, &version(1, begun), now()).await.unwrap();
        let fact = Fact::Assessment(PROGRAMME, COURSE, ROW);
        assert_eq!(work.correct(fact, 1, later(1)).await.unwrap(), 2);
        let done = assessment(AssessmentState::Assessed, "2015-04-01");
        work.add_assessments(PROGRAMME, &version(2, done), later(1)).await.unwrap();
        let states = work.area_states(PROGRAMME).await.unwrap();
        let states: Vec<_> =
            states.iter().map(|row| (row.course, row.area.as_str(), row.state.as_str(), row.on)).collect();
        assert_eq!(
            states,
            [(COURSE.0, "bolig", "i_gang", day("2015-03-01")), (COURSE.0, "bolig", "udredt", day("2015-04-01"))]
        );
        work.supersede(fact, later(2)).await.unwrap();
        let row = ("assessment", ROW, 2);
        work.note_withdrawal((PROGRAMME, COURSE), row, Some(b"why"), later(2)).await.unwrap();
        assert_eq!(work.area_states(PROGRAMME).await.unwrap().len(), 1, "what was taken out is no state");
        let rows = work.citizens_assessments(PROGRAMME, citizen(1)).await.unwrap();
        let told: Vec<_> =
            rows.iter().map(|row| (row.version, row.state.as_str(), row.is_current, row.is_withdrawn)).collect();
        assert_eq!(told, [(1, "i_gang", false, false), (2, "udredt", false, true)]);
        assert_eq!((rows[0].area.as_str(), rows[0].on, rows[0].course), ("bolig", day("2015-03-01"), COURSE.0));
        assert_eq!(rows[0].note.as_deref(), Some(b"note".as_slice()));
        assert!(work.citizens_assessments(PROGRAMME, citizen(2)).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn whoever_is_around_a_citizen_comes_back_column_by_column() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        let around = Around {
            kind: NetworkKind::Service,
            role: None,
            service: Some(Service::Doctor),
            since: Some(day("2015-01-01")),
            until: Some(day("2015-12-01")),
            contact: Some(ServiceContact::Established),
            contact_on: Some(day("2015-02-02")),
        };
        let fact = Network {
            id: NetworkId(ROW),
            course: COURSE,
            around,
            name: Some(b"name".to_vec()),
            phone: Some(b"phone".to_vec()),
            note: None,
        };
        work.add_network(PROGRAMME, &version(1, fact), now()).await.unwrap();
        let rows = work.citizens_network(PROGRAMME, citizen(1)).await.unwrap();
        let row = &rows[0];
        assert_eq!(
            (row.kind.as_str(), row.service.as_deref(), row.role.as_deref()),
            ("tjeneste", Some("egen_laege"), None)
        );
        assert_eq!((row.since, row.until), (Some(day("2015-01-01")), Some(day("2015-12-01"))));
        assert_eq!((row.contact.as_deref(), row.contact_on), (Some("etableret"), Some(day("2015-02-02"))));
        assert_eq!((row.name.as_deref(), row.phone.as_deref()), (Some(&b"name"[..]), Some(&b"phone"[..])));
        assert_eq!(row.note, None);
        let services = work.services(PROGRAMME).await.unwrap();
        let service = &services[0];
        assert_eq!((service.course, service.service.as_str(), services.len()), (COURSE.0, "egen_laege", 1));
        assert_eq!((service.since, service.until), (row.since, row.until));
        assert_eq!((service.contact.as_deref(), service.contact_on), (row.contact.as_deref(), row.contact_on));
        work.supersede(Fact::Network(PROGRAMME, COURSE, ROW), later(1)).await.unwrap();
        assert!(work.citizens_network(PROGRAMME, citizen(1)).await.unwrap().is_empty());
        assert!(work.services(PROGRAMME).await.unwrap().is_empty());
        let last = work.last_network(PROGRAMME, citizen(1), NetworkId(ROW)).await.unwrap().unwrap();
        assert_eq!((last.version, last.is_current), (1, false));
        assert!(work.last_network(PROGRAMME, citizen(2), NetworkId(ROW)).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_consent_comes_back_with_its_partner_and_only_to_who_said_it() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        let subject = SubjectId::from(citizen(1));
        let said = domain::consent::Consent {
            kind: ConsentKind::Share,
            state: ConsentState::Given,
            on: day("2015-11-01"),
            until: Some(day("2016-05-01")),
        };
        let fact = Consent {
            id: ConsentId(ROW),
            subject,
            programme: PROGRAMME,
            said,
            partner: Some(PartnerId(Uuid::from_u128(0x52))),
            fields: Some("alias,telefon".to_owned()),
            wording: None,
            recipient: Some(b"whom".to_vec()),
            purpose: Some(b"what".to_vec()),
        };
        work.add_consents(ORGANISATION, &version(1, fact), now()).await.unwrap();
        let rows = work.consents(ORGANISATION, PROGRAMME, subject).await.unwrap();
        let row = &rows[0];
        assert_eq!((row.kind.as_str(), row.state.as_str()), ("deling", "givet"));
        assert_eq!((row.on, row.until), (day("2015-11-01"), Some(day("2016-05-01"))));
        assert_eq!((row.fields.as_deref(), row.wording.as_deref()), (Some("alias,telefon"), None));
        assert_eq!((row.recipient.as_deref(), row.purpose.as_deref()), (Some(&b"whom"[..]), Some(&b"what"[..])));
        assert_eq!((row.partner_name.as_deref(), row.is_current, row.is_withdrawn), (None, true, false));
        assert!(work.consents(ORGANISATION, PROGRAMME, citizen(2).into()).await.unwrap().is_empty());
        work.supersede(Fact::Consent(ORGANISATION, subject, ROW), later(1)).await.unwrap();
        assert!(!work.consents(ORGANISATION, PROGRAMME, subject).await.unwrap()[0].is_current);
    }
}

#[tokio::test]
async fn a_file_of_twenty_megabytes_comes_back_whole_and_lists_leave_it_where_it_is() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        let body: Vec<u8> = (0..20 * 1024 * 1024_u32).map(|at| at.to_le_bytes()[1]).collect();
        let file = Attachment {
            id: AttachmentId(ROW),
            course: COURSE,
            on: day("2015-11-23"),
            media: Media::Pdf,
            bytes: 7,
            name: Some(b"name".to_vec()),
            body: body.clone(),
        };
        work.add_attachment(PROGRAMME, 1, &file, now()).await.unwrap();
        let rows = work.citizens_attachments(PROGRAMME, citizen(1)).await.unwrap();
        let row = &rows[0];
        assert_eq!((row.media.as_str(), row.bytes, row.on, row.is_current), ("pdf", 7, day("2015-11-23"), true));
        assert_eq!(row.name.as_deref(), Some(b"name".as_slice()));
        let back = work.attachment_body(PROGRAMME, COURSE, AttachmentId(ROW), 1).await.unwrap();
        assert!(back == Some(body), "byte for byte");
        assert_eq!(work.attachment_body(PROGRAMME, COURSE, AttachmentId(ROW), 2).await.unwrap(), None);
        work.supersede(Fact::Attachment(PROGRAMME, COURSE, ROW), later(1)).await.unwrap();
        assert!(work.citizens_attachments(PROGRAMME, citizen(1)).await.unwrap().is_empty());
        let last = work.last_attachment(PROGRAMME, citizen(1), AttachmentId(ROW)).await.unwrap().unwrap();
        assert!(!last.is_current);
    }
}

fn step(number: u128, done_on: Option<&str>) -> Step {
    Step {
        id: StepId(Uuid::from_u128(number)),
        course: COURSE,
        created_on: day("2015-11-16"),
        due_on: Some(day("2015-11-27")),
        doer: Some(Doer::Together),
        text: Some(b"step".to_vec()),
        done_on: done_on.map(day),
    }
}

#[tokio::test]
async fn the_steps_of_a_contact_s_own_save_are_found_and_no_others() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        work.add_steps(PROGRAMME, &version(1, step(0xA1, None)), now()).await.unwrap();
        work.supersede(Fact::Step(PROGRAMME, COURSE, Uuid::from_u128(0xA1)), later(5)).await.unwrap();
        work.add_steps(PROGRAMME, &version(2, step(0xA1, Some("2015-11-23"))), later(5)).await.unwrap();
        work.add_steps(PROGRAMME, &version(1, step(0xA2, None)), later(5)).await.unwrap();
        work.add_steps(PROGRAMME, &version(1, step(0xA3, None)), later(6)).await.unwrap();
        let contact = Contact {
            id: ContactId(ROW),
            course: COURSE,
            on: day("2015-11-23"),
            kind: Some(ContactKind::Call),
            place: Some(Place::Telephone),
            with: Some(With::Authority),
            minutes: Some(15),
            text: Some(b"text".to_vec()),
        };
        work.add_contacts(PROGRAMME, &version(1, contact), later(5)).await.unwrap();
        work.commit(entry(Event::SignedIn), now()).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        let row = reader.last_contact(PROGRAMME, citizen(1), ContactId(ROW)).await.unwrap().unwrap();
        assert_eq!(
            (row.kind.as_deref(), row.place.as_deref(), row.with.as_deref()),
            (Some("opkald"), Some("telefon"), Some("myndighed"))
        );
        assert_eq!((row.minutes, row.on, row.version, row.is_current), (Some(15), day("2015-11-23"), 1, true));
        let steps = reader.steps_recorded_with(PROGRAMME, &row).await.unwrap();
        let told: Vec<_> = steps.iter().map(|step| (step.id.as_u128(), step.version, step.done_on)).collect();
        assert_eq!(told, [(0xA1, 2, Some(day("2015-11-23"))), (0xA2, 1, None)]);
        let last = reader.last_step(PROGRAMME, citizen(1), StepId(Uuid::from_u128(0xA1))).await.unwrap().unwrap();
        assert_eq!((last.version, last.created_on, last.due_on), (2, day("2015-11-16"), Some(day("2015-11-27"))));
        assert_eq!((last.doer.as_deref(), last.text.as_deref()), (Some("sammen"), Some(b"step".as_slice())));
    }
}

#[tokio::test]
async fn a_course_can_be_held_and_one_that_is_not_there_cannot() {
    for opened in both_databases().await {
        let mut work = with_course(&opened).await;
        work.hold_course(PROGRAMME, COURSE).await.unwrap();
        let nobody = work.hold_course(PROGRAMME, CourseId(Uuid::from_u128(0x99))).await;
        assert_eq!(nobody, Err(Error::Gone));
    }
}
