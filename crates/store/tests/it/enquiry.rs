//! Enquiries, what was said about research, a course's whole row, and what finds a citizen.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{Channel, ClarificationOutcome, ConsentState, EnquiryOutcome};
use domain::event::Event;
use domain::id::{AssignmentId, CourseId, EnquiryId};
use store::enquiry::Which;
use store::record::Fact;
use store::row::{Assignment, Blind, Citizen, Course, Enquiry, Version};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator};

const COURSE: CourseId = CourseId(Uuid::from_u128(0x51));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn enquiry(number: u128, of: Option<u128>, outcome: Option<EnquiryOutcome>) -> Version<Enquiry> {
    let fact = Enquiry {
        id: EnquiryId(Uuid::from_u128(number)),
        citizen: of.map(citizen),
        received_on: day("2015-11-01"),
        channel: Some(Channel::Own),
        referrer: None,
        wants_course: Some(of.is_some()),
        research_consent: None,
        referred_to: None,
        note: Some(b"note".to_vec()),
        outcome,
        answered_on: outcome.map(|_| day("2015-11-02")),
        has_background: Some(true),
        is_willing: None,
        words: Some(b"words".to_vec()),
    };
    Version { number: 1, fact }
}

fn person(number: u128) -> Version<Citizen> {
    let fact = Citizen {
        id: citizen(number),
        gender: None,
        birth_year: Some(1985),
        protected_address: false,
        safe_contact: "ingen_sms".to_owned(),
        alias: Some(b"alias".to_vec()),
        name: None,
        cpr: None,
        phone: Some(b"phone".to_vec()),
        register_id: None,
    };
    Version { number: 1, fact }
}

fn course(began: &str) -> Course {
    Course {
        id: COURSE,
        citizen: citizen(1),
        register_id: None,
        clarification_began_on: day(began),
        clarification_ended_on: Some(day("2015-11-20")),
        clarification_end: Some(b"why".to_vec()),
        clarification_outcome: Some(ClarificationOutcome::OtherOffer),
        closed_on: None,
        closing_reason: None,
        closing: None,
        enquiry: Some(EnquiryId(Uuid::from_u128(0x61))),
    }
}

/// Citizen 1 with a course of the worker's and an enquiry, citizen 2 with an enquiry only, and one of nobody's that was turned away.
async fn some(opened: &Opened) {
    let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
    let organisation = store::organisation::OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    work.add_citizens(ORGANISATION, &[person(1), person(2)], now()).await.unwrap();
    let enquiries = [
        enquiry(0x61, Some(1), None),
        enquiry(0x62, Some(2), None),
        enquiry(0x63, None, Some(EnquiryOutcome::TurnedAway)),
    ];
    work.add_enquiries(PROGRAMME, &enquiries, now()).await.unwrap();
    work.add_courses(PROGRAMME, &[Version { number: 1, fact: course("2015-11-03") }], now()).await.unwrap();
    let assignment = Assignment {
        id: AssignmentId(Uuid::from_u128(0x71)),
        course: COURSE,
        worker: WORKER,
        from: day("2015-11-03"),
        to: None,
    };
    work.add_assignments(PROGRAMME, &[Version { number: 1, fact: assignment }], now()).await.unwrap();
    let found = |kind, hash: u8, number| Blind { kind, hash: [hash; 16], subject: citizen(number).into() };
    let entries = [
        found("phone", 1, 1),
        found("prefix", 2, 1),
        found("prefix", 3, 1),
        found("prefix", 2, 2),
        found("phone", 4, 2),
    ];
    work.replace_blind(ORGANISATION, &[], &entries).await.unwrap();
    work.commit(entry(Event::RegisterImported { added: 5, changed: 0 }), now()).await.unwrap();
}

#[tokio::test]
async fn enquiries_are_listed_with_what_came_of_them_those_nobody_answered_first() {
    for opened in both_databases().await {
        some(&opened).await;
        let mut reader = opened.store.read(&operator(Action::SeeFigures)).await.unwrap();
        let who = (WORKER, day("2015-11-23"));
        let all = reader.listed_enquiries(PROGRAMME, who, Which::All, (10, 0)).await.unwrap();
        let ids: Vec<u128> = all.iter().map(|row| row.id.as_u128()).collect();
        assert_eq!(ids, [0x62, 0x63, 0x61]);
        assert_eq!((all[0].has_worker, all[0].is_own, all[0].citizen), (false, false, Some(citizen(2).0)));
        assert_eq!((all[2].has_worker, all[2].is_own), (true, true));
        assert_eq!((all[2].clarified_on, all[1].outcome.as_deref()), (Some(day("2015-11-03")), Some("afvist")));
        for (which, count) in
            [(Which::All, 3), (Which::Unanswered, 1), (Which::WithoutCourse, 1), (Which::TurnedAway, 1)]
        {
            assert_eq!(reader.count_enquiries(PROGRAMME, who, which).await.unwrap(), count, "{which:?}");
        }
        assert_eq!(reader.listed_enquiries(PROGRAMME, who, Which::All, (1, 1)).await.unwrap()[0].id.as_u128(), 0x63);
        let before = (WORKER, day("2015-10-31"));
        assert_eq!(reader.count_enquiries(PROGRAMME, before, Which::All).await.unwrap(), 0);
        let relation = reader.enquirer_relation(PROGRAMME, who, citizen(1)).await.unwrap();
        assert_eq!(relation, (true, true, false));
        let one = reader.enquirer(ORGANISATION, citizen(1)).await.unwrap().unwrap();
        assert_eq!((one.birth_year, one.phone.as_deref()), (Some(1985), Some(&b"phone"[..])));
        let course = reader.course_of_enquiry(PROGRAMME, EnquiryId(Uuid::from_u128(0x61))).await.unwrap();
        assert_eq!(course, Some(COURSE));
    }
}

#[tokio::test]
async fn an_enquiry_taken_out_is_still_found_with_its_last_version() {
    for opened in both_databases().await {
        some(&opened).await;
        let id = EnquiryId(Uuid::from_u128(0x61));
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        assert_eq!(work.correct(Fact::Enquiry(PROGRAMME, id.0), 1, later(1)).await.unwrap(), 2);
        let row = work.enquiry(PROGRAMME, id).await.unwrap().unwrap();
        assert_eq!((row.version, row.words.as_deref(), row.has_background), (1, Some(&b"words"[..]), Some(true)));
        assert!(row.withdrawn_at.is_some());
        let who = (WORKER, day("2015-11-23"));
        assert_eq!(work.count_enquiries(PROGRAMME, who, Which::All).await.unwrap(), 2);
    }
}

#[tokio::test]
async fn what_is_said_about_research_is_kept_in_versions_with_its_wording() {
    for opened in both_databases().await {
        some(&opened).await;
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let (at, subject, id) = ((ORGANISATION, PROGRAMME), citizen(1).into(), Uuid::from_u128(0x81));
        let given = (ConsentState::Given, day("2015-11-02"), "forskning-1");
        work.keep_research_consent(at, subject, None, id, given, now()).await.unwrap();
        let first = work.research_consent(ORGANISATION, PROGRAMME, subject).await.unwrap().unwrap();
        assert_eq!((first.version, first.state.as_str()), (1, "givet"));
        let withdrawn = (ConsentState::Withdrawn, day("2015-11-09"), "forskning-2");
        work.keep_research_consent(at, subject, Some(&first), Uuid::nil(), withdrawn, later(1)).await.unwrap();
        let last = work.research_consent(ORGANISATION, PROGRAMME, subject).await.unwrap().unwrap();
        assert_eq!((last.id, last.version, last.wording.as_deref()), (id, 2, Some("forskning-2")));
        assert_eq!(work.research_consent(ORGANISATION, PROGRAMME, citizen(2).into()).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_course_s_row_comes_whole_for_its_next_version() {
    for opened in both_databases().await {
        some(&opened).await;
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.hold_for_clarification(citizen(1)).await.unwrap();
        let row = work.kept_course(PROGRAMME, COURSE).await.unwrap().unwrap();
        assert_eq!((row.version, row.citizen, row.enquiry), (1, citizen(1).0, Some(Uuid::from_u128(0x61))));
        assert_eq!(row.clarification_outcome.as_deref(), Some("andet_tilbud"));
        assert_eq!(row.clarification_end.as_deref(), Some(&b"why"[..]));
        assert_eq!(work.kept_course(PROGRAMME, CourseId(Uuid::nil())).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_citizen_is_found_by_what_is_hashed_and_a_reader_s_own_without_it() {
    for opened in both_databases().await {
        some(&opened).await;
        let mut reader = opened.store.read(&operator(Action::SeeFigures)).await.unwrap();
        let who = (WORKER, day("2015-11-23"));
        let own = reader.own_citizens(PROGRAMME, WORKER, day("2015-11-23")).await.unwrap();
        assert_eq!((own.len(), own[0].id, own[0].alias.as_deref()), (1, citizen(1).0, Some(&b"alias"[..])));
        assert_eq!(reader.own_citizens(PROGRAMME, WORKER, day("2015-11-02")).await.unwrap(), []);
        let ids = |rows: Vec<store::search::SearchRow>| {
            let mut ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
            ids.sort_unstable();
            ids
        };
        let both = reader.citizens_beginning(ORGANISATION, [[2; 16]; 3], 10).await.unwrap();
        assert_eq!(ids(both), [citizen(1).0, citizen(2).0]);
        let one = reader.citizens_beginning(ORGANISATION, [[2; 16], [3; 16], [3; 16]], 10).await.unwrap();
        assert_eq!(ids(one), [citizen(1).0]);
        let found = reader.found_by((ORGANISATION, PROGRAMME), who, ("phone", [4; 16])).await.unwrap();
        assert_eq!((found.len(), found[0].citizen, found[0].is_here), (1, citizen(2).0, true));
        assert_eq!((found[0].has_worker, found[0].is_own, found[0].is_blocked), (false, false, false));
        assert_eq!(reader.own_notes(PROGRAMME, WORKER, day("2015-11-23"), 10).await.unwrap(), []);
    }
}
