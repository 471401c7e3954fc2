//! What is recorded of a citizen comes back, for the figures, the lists and the citizen's page.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{
    Channel, ClosingReason, ContactKind, Doer, FilledBy, FollowUpReply, Gender, GoalState, MarkKind, Place, Proposer,
    ReferralState, With,
};
use domain::event::Event;
use domain::id::{
    AssignmentId, ContactId, CourseId, EnquiryId, GoalId, MarkId, OfferId, PartnerId, ReadingId, ReferralId, StepId,
};
use store::citizen::SealedColumn;
use store::facts::{EnquiryRow, ReadingRow};
use store::organisation::OrganisationRow;
use store::partner::PartnerRow;
use store::programme::ProgrammeRow;
use store::record::Fact;
use store::row::{
    Assignment, Blind, Citizen, Contact, Course, Enquiry, Goal, Imported, Mark, Reading, Referral, Reply, Step, Version,
};
use store::{Reader, Work};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator};

pub(crate) const COURSE: CourseId = CourseId(Uuid::from_u128(0x51));
const PARTNER: PartnerId = PartnerId(Uuid::from_u128(0x52));

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn first<T>(fact: T) -> [Version<T>; 1] {
    [Version { number: 1, fact }]
}

fn goal(state: GoalState, on: &str) -> Goal {
    Goal {
        id: GoalId(id(0x61)),
        course: COURSE,
        created_on: day("2015-03-01"),
        area: Some("bolig".to_owned()),
        text: Some(b"goal".to_vec()),
        state,
        state_on: day(on),
        from: Some(day(on)),
        proposed_by: Some(Proposer::Citizen),
        is_outside: Some(false),
        outside: None,
    }
}

pub(crate) fn reading(number: u128, on: &str, answers: &str) -> Version<Reading> {
    let fact = Reading {
        id: ReadingId(id(number)),
        course: COURSE,
        instrument: "stjerne".to_owned(),
        instrument_version: "1".to_owned(),
        made_on: day(on),
        filled_by: Some(FilledBy::Together),
        answers: answers.to_owned(),
        worker_answers: None,
        notes: Some(b"notes".to_vec()),
        withdrawn: false,
    };
    Version { number: 1, fact }
}

fn contact(number: u128, on: &str, kind: Option<ContactKind>) -> Version<Contact> {
    let fact = Contact {
        id: ContactId(id(number)),
        course: COURSE,
        on: day(on),
        kind,
        place: Some(Place::Outside),
        with: Some(With::Citizen),
        minutes: Some(45),
        text: Some(b"text".to_vec()),
    };
    Version { number: 1, fact }
}

pub(crate) async fn with_one_citizen(opened: &Opened) {
    let grant = operator(Action::ImportRegister);
    let (_, key) = opened.store.keys().new_key(ORGANISATION, citizen(1).into()).unwrap();
    opened.store.add_keys(&grant, &[key]).await.unwrap();
    let mut work = opened.store.begin(grant).await.unwrap();
    surroundings(&mut work).await;
    course(&mut work).await;
    work.commit(entry(Event::RegisterImported { added: 1, changed: 0 }), now()).await.unwrap();
}

async fn surroundings(work: &mut Work) {
    let organisation = OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    let programme = ProgrammeRow {
        id: PROGRAMME.0,
        version: 1,
        organisation: ORGANISATION.0,
        key: "exit-2016".to_owned(),
        toml: String::new(),
    };
    work.put_programme(&programme, None, now()).await.unwrap();
    let partner = PartnerRow {
        organisation: ORGANISATION.0,
        id: PARTNER.0,
        version: 1,
        name: "Havnens Rådgivning".to_owned(),
        short_name: Some("Havnen".to_owned()),
    };
    work.put_partners(&[partner], now()).await.unwrap();
}

async fn course(work: &mut Work) {
    let person = Citizen {
        id: citizen(1),
        gender: Some(Gender::Woman),
        birth_year: Some(1985),
        protected_address: true,
        safe_contact: "ingen_sms".to_owned(),
        alias: None,
        name: Some(b"name".to_vec()),
        cpr: None,
        phone: None,
        register_id: Some(b"B1".to_vec()),
    };
    work.add_citizens(ORGANISATION, &first(person), now()).await.unwrap();
    let enquiry = Enquiry {
        id: EnquiryId(id(0x60)),
        citizen: Some(citizen(1)),
        received_on: day("2015-01-05"),
        channel: Some(Channel::Partner),
        referrer: Some(PARTNER),
        wants_course: Some(true),
        research_consent: None,
        referred_to: None,
        note: Some(b"note".to_vec()),
        outcome: None,
        answered_on: None,
        has_background: None,
        is_willing: None,
        words: None,
    };
    work.add_enquiries(PROGRAMME, &first(enquiry), now()).await.unwrap();
    let course = Course {
        id: COURSE,
        citizen: citizen(1),
        register_id: Some("F1".to_owned()),
        clarification_began_on: day("2015-01-10"),
        clarification_ended_on: None,
        clarification_end: None,
        clarification_outcome: None,
        closed_on: Some(day("2015-12-01")),
        closing_reason: Some(ClosingReason::Planned),
        closing: None,
        enquiry: None,
    };
    work.add_courses(PROGRAMME, &first(course), now()).await.unwrap();
    let assignment =
        Assignment { id: AssignmentId(id(0x62)), course: COURSE, worker: WORKER, from: day("2015-01-10"), to: None };
    work.add_assignments(PROGRAMME, &first(assignment), now()).await.unwrap();
    let readings =
        [reading(0x72, "2015-04-01", "9,9"), reading(0x71, "2015-02-01", "7,x"), reading(0x70, "2015-04-01", "8,8")];
    work.add_readings(PROGRAMME, &readings, now()).await.unwrap();
    let contacts = [
        contact(0x80, "2015-02-03", Some(ContactKind::Meeting)),
        contact(0x81, "2015-03-03", None),
        contact(0x82, "2015-04-04", Some(ContactKind::Attempt)),
    ];
    work.add_contacts(PROGRAMME, &contacts, now()).await.unwrap();
    work.add_goals(PROGRAMME, &first(goal(GoalState::Active, "2015-03-01")), now()).await.unwrap();
    let step = Step {
        id: StepId(id(0x63)),
        course: COURSE,
        created_on: day("2015-03-01"),
        due_on: Some(day("2015-05-01")),
        doer: Some(Doer::Worker),
        text: Some(b"step".to_vec()),
        done_on: None,
    };
    work.add_steps(PROGRAMME, &first(step), now()).await.unwrap();
    let mark = Mark {
        id: MarkId(id(0x64)),
        course: COURSE,
        on: day("2015-06-01"),
        kind: MarkKind::PhaseShift,
        phase: Some(2),
        area: None,
        note: None,
    };
    work.add_marks(PROGRAMME, &first(mark), now()).await.unwrap();
    let reply = Reply {
        id: id(0x65),
        course: COURSE,
        due: day("2015-06-01"),
        on: day("2015-06-02"),
        reply: FollowUpReply::Declined,
        note: None,
    };
    work.add_replies(PROGRAMME, &first(reply), now()).await.unwrap();
    let referral = Referral {
        id: ReferralId(id(0x66)),
        course: COURSE,
        sent_on: day("2015-05-05"),
        partner: PARTNER,
        area: Some("bolig".to_owned()),
        consent: Some(true),
        state: ReferralState::Received,
        state_on: Some(day("2015-05-10")),
        from: Some(day("2015-05-10")),
        goal: Some(GoalId(id(0x61))),
        offer: Some(OfferId(id(0x68))),
        consent_id: Some(id(0x69)),
        shared: Some("alias,maal".to_owned()),
        message: Some(b"message".to_vec()),
        answer: Some(b"answer".to_vec()),
    };
    work.add_referrals(PROGRAMME, &first(referral), now()).await.unwrap();
}

async fn reader(opened: &Opened) -> Reader {
    opened.store.read(&operator(Action::SeeRows)).await.unwrap()
}

#[tokio::test]
async fn the_figures_get_every_fact_of_the_programme_in_order() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut reader = reader(&opened).await;
        let courses = reader.courses(PROGRAMME).await.unwrap();
        assert_eq!(courses.parts(10), [(COURSE, COURSE)]);
        let courses: Vec<_> = courses.rows().collect::<Result<_, _>>().unwrap();
        assert_eq!((courses.len(), courses[0].id, courses[0].citizen), (1, COURSE.0, citizen(1).0));
        assert_eq!(courses[0].clarification_began_on, day("2015-01-10"));
        assert_eq!(courses[0].clarification_ended_on, None);
        assert_eq!(courses[0].closed_on, Some(day("2015-12-01")));
        assert_eq!(courses[0].closing_reason, Some("planmaessig"));
        assert_eq!(reader.course_names(PROGRAMME).await.unwrap()[0].register_id.as_deref(), Some("F1"));
        let stars = reader.readings(PROGRAMME, "stjerne", COURSE, COURSE).await.unwrap();
        let stars: Vec<_> = stars.rows().collect::<Result<_, _>>().unwrap();
        let mut told: Vec<_> = stars.iter().map(|star| (star.id, star.made_on, star.version, star.answers)).collect();
        told.sort_unstable();
        let star = |number, made_on, answers| (Some(id(number)), day(made_on), "1", answers);
        let made = [star(0x70, "2015-04-01", "8,8"), star(0x71, "2015-02-01", "7,x"), star(0x72, "2015-04-01", "9,9")];
        assert_eq!(told, made);
        assert!(stars.iter().all(|star| star.course == COURSE.0));
        let without_ids = reader.readings_without_ids(PROGRAMME, "stjerne", COURSE, COURSE).await.unwrap();
        let without_ids: Vec<_> = without_ids.rows().collect::<Result<_, _>>().unwrap();
        assert_eq!(without_ids, stars.iter().map(|star| ReadingRow { id: None, ..*star }).collect::<Vec<_>>());
        let who5 = reader.readings(PROGRAMME, "who-5", COURSE, COURSE).await.unwrap();
        assert_eq!(who5.rows().count(), 0);
        assert_eq!(reader.replies(PROGRAMME).await.unwrap()[0].reply, "afslaaet");
        assert_eq!(reader.marks(PROGRAMME).await.unwrap()[0].phase, Some(2));
        assert_eq!(reader.assignments(PROGRAMME).await.unwrap()[0].worker, WORKER.0);
        let enquiries = reader.enquiries(PROGRAMME).await.unwrap();
        let enquiry = enquiries.rows().next().unwrap().unwrap();
        assert_eq!((enquiry.citizen, enquiry.referrer), (Some(citizen(1).0), Some("Havnens Rådgivning")));
        let contacts = reader.contacts(PROGRAMME, COURSE, COURSE).await.unwrap();
        let mut told: Vec<_> =
            contacts.rows().map(|row| row.map(|row| (row.happened_on, row.kind, row.minutes)).unwrap()).collect();
        told.sort_unstable();
        let contact = |on, kind, minutes| (day(on), kind, minutes);
        let made = [
            contact("2015-02-03", Some("moede"), Some(45)),
            contact("2015-03-03", None, Some(45)),
            contact("2015-04-04", Some("forsoeg"), Some(45)),
        ];
        assert_eq!(told, made);
        let goals = reader.goals(PROGRAMME).await.unwrap();
        assert_eq!(goals.rows().next().unwrap().unwrap().state, "aktiv");
        assert_eq!(reader.referrals(PROGRAMME).await.unwrap()[0].partner, "Havnens Rådgivning");
        assert!(reader.merges(ORGANISATION).await.unwrap().is_empty());
        let nowhere = domain::id::ProgrammeId(id(0x99));
        assert_eq!(reader.courses(nowhere).await.unwrap().rows().count(), 0);
        assert_eq!(reader.contacts(nowhere, COURSE, COURSE).await.unwrap().rows().count(), 0);
        assert_eq!(reader.goals(nowhere).await.unwrap().rows().count(), 0);
    }
}

#[tokio::test]
async fn the_figures_get_the_readings_of_the_courses_from_one_id_to_another() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut reader = reader(&opened).await;
        let (before, after) = (CourseId(id(0x01)), CourseId(id(0xff)));
        let mut count =
            async |first, last| reader.readings(PROGRAMME, "stjerne", first, last).await.unwrap().rows().count();
        assert_eq!(count(before, after).await, 3);
        assert_eq!((count(before, before).await, count(after, after).await), (0, 0));
    }
}

#[tokio::test]
async fn an_enquiry_of_nobody_known_has_its_place_among_the_others() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let anonymous = Enquiry {
            id: EnquiryId(id(0x6a)),
            citizen: None,
            received_on: day("2015-01-06"),
            channel: None,
            referrer: None,
            wants_course: None,
            research_consent: None,
            referred_to: None,
            note: None,
            outcome: None,
            answered_on: None,
            has_background: None,
            is_willing: None,
            words: None,
        };
        work.add_enquiries(PROGRAMME, &first(anonymous), now()).await.unwrap();
        let enquiries = work.enquiries(PROGRAMME).await.unwrap();
        let rows: Vec<_> = enquiries.rows().collect::<Result<_, _>>().unwrap();
        let nobody = rows.iter().find(|row| row.received_on == day("2015-01-06")).unwrap();
        assert_eq!((rows.len(), nobody.citizen, nobody.channel, nobody.referrer), (2, None, None, None));
        let known = rows.iter().find(|row| row.received_on == day("2015-01-05")).unwrap();
        assert_eq!((known.citizen, known.referrer), (Some(citizen(1).0), Some("Havnens Rådgivning")));
        let only_days = work.enquiry_days(PROGRAMME).await.unwrap();
        let only_days: Vec<_> = only_days.rows().collect::<Result<_, _>>().unwrap();
        let of_rows = rows.iter().map(|row| EnquiryRow { channel: None, referrer: None, ..*row });
        assert_eq!(only_days, of_rows.collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn the_second_figure_waits_for_the_first_while_pages_go_on() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let (grant, store) = (operator(Action::SeeFigures), Arc::new(opened.store));
        let first = store.read_programme(&grant).await.unwrap();
        let (its_grant, its_store) = (grant.clone(), Arc::clone(&store));
        let second =
            tokio::spawn(async move { its_store.read_programme(&its_grant).await.map(|lines| lines.other.is_some()) });
        for _ in 0..50 {
            assert_eq!(store.read(&grant).await.unwrap().merges(ORGANISATION).await.unwrap(), []);
        }
        assert!(!second.is_finished());
        drop(first);
        second.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_figure_reads_over_two_lines_and_over_one_while_everybody_else_reads() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let grant = operator(Action::SeeFigures);
        let mut held = Vec::new();
        loop {
            let mut lines = opened.store.read_programme(&grant).await.unwrap();
            assert_eq!(lines.one.courses(PROGRAMME).await.unwrap().rows().count(), 1);
            let Some(other) = &mut lines.other else { break };
            assert_eq!(other.courses(PROGRAMME).await.unwrap().rows().count(), 1);
            drop(lines);
            held.push(opened.store.read(&grant).await.unwrap());
        }
        assert!(!held.is_empty(), "the first had two");
    }
}

#[tokio::test]
async fn a_workers_list_and_the_whole_list_show_the_course_as_of_the_day() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut reader = reader(&opened).await;
        let on = day("2015-04-10");
        let own = reader.courses_of_worker(PROGRAMME, WORKER, on).await.unwrap();
        assert_eq!((own.len(), own[0].course, own[0].worker), (1, COURSE.0, Some(WORKER.0)));
        assert_eq!(own[0].contact.as_deref(), Some("2015-03-03 "), "an attempt is no contact; an unknown kind is one");
        assert_eq!(own[0].attempted_on, Some(day("2015-04-04")));
        assert_eq!(own[0].readings.as_ref().unwrap().split(';').count(), 3);
        assert_eq!((own[0].marks.as_ref(), own[0].replies.as_ref()), (None, None), "both come later");
        assert!(own[0].wrapped.is_some() && own[0].protected_address);
        assert_eq!(reader.open_courses(PROGRAMME, on).await.unwrap(), own);
        let step = own[0].step.clone().unwrap();
        let words: Vec<&str> = step.split(' ').collect();
        assert_eq!((words.len(), words[1], words[3]), (5, "1", "medarbejder"));
        assert_eq!(reader.open_steps_of_worker(PROGRAMME, WORKER, on).await.unwrap().len(), 1);
        let late = reader.courses_of_worker(PROGRAMME, WORKER, day("2015-07-01")).await.unwrap();
        assert_eq!(late[0].marks.as_deref(), Some("faseskift 2015-06-01 2"));
        assert_eq!(late[0].replies.as_deref(), Some("2015-06-01 2015-06-02 afslaaet"));
        assert!(reader.courses_of_worker(PROGRAMME, WORKER, day("2015-12-01")).await.unwrap().is_empty(), "closed");
        let other = domain::id::UserId(id(0x98));
        assert!(reader.courses_of_worker(PROGRAMME, other, on).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_citizens_page_gets_the_citizen_of_its_programme_only() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let (mut reader, who) = (reader(&opened).await, citizen(1));
        let row = reader.citizen(PROGRAMME, who).await.unwrap().unwrap();
        assert_eq!((row.name.as_deref(), row.safe_contact.as_str()), (Some(&b"name"[..]), "ingen_sms"));
        assert!(row.wrapped.is_some());
        assert!(reader.citizen(domain::id::ProgrammeId(id(0x99)), who).await.unwrap().is_none());
        assert_eq!(reader.citizens_courses(PROGRAMME, who).await.unwrap().len(), 1);
        assert_eq!(reader.citizens_workers(PROGRAMME, who).await.unwrap()[0].worker, WORKER.0);
        let readings = reader.citizens_readings(PROGRAMME, who).await.unwrap();
        assert_eq!(readings.iter().map(|row| row.id).collect::<Vec<_>>(), [id(0x71), id(0x70), id(0x72)]);
        assert_eq!(reader.citizens_contacts(PROGRAMME, who).await.unwrap().len(), 3);
        assert_eq!(reader.citizens_goals(PROGRAMME, who).await.unwrap()[0].text.as_deref(), Some(&b"goal"[..]));
        assert_eq!(reader.citizens_steps(PROGRAMME, who, day("2015-04-01")).await.unwrap().len(), 1);
        assert_eq!(reader.citizens_marks(PROGRAMME, who).await.unwrap()[0].kind, "faseskift");
        assert_eq!(reader.citizens_replies(PROGRAMME, who).await.unwrap().len(), 1);
        assert_eq!(reader.citizens_referrals(PROGRAMME, who).await.unwrap()[0].partner, "Havnen");
        assert_eq!(reader.citizens_enquiries(PROGRAMME, who).await.unwrap()[0].referrer.as_deref(), Some("Havnen"));
        let all =
            reader.citizens_all(PROGRAMME, who, day("2015-04-01"), ORGANISATION, "stjerne").await.unwrap().unwrap();
        assert_eq!(all.citizen, row, "the one statement gives what the single ones give");
        assert_eq!(all.courses, reader.citizens_courses(PROGRAMME, who).await.unwrap());
        assert_eq!(all.workers, reader.citizens_workers(PROGRAMME, who).await.unwrap());
        assert_eq!(all.readings, readings);
        assert_eq!(all.contacts, reader.citizens_contacts(PROGRAMME, who).await.unwrap());
        assert_eq!(all.goals, reader.citizens_goals(PROGRAMME, who).await.unwrap());
        assert_eq!(all.steps, reader.citizens_steps(PROGRAMME, who, day("2015-04-01")).await.unwrap());
        assert_eq!(all.marks, reader.citizens_marks(PROGRAMME, who).await.unwrap());
        assert_eq!(all.replies, reader.citizens_replies(PROGRAMME, who).await.unwrap());
        assert_eq!(all.referrals, reader.citizens_referrals(PROGRAMME, who).await.unwrap());
        assert_eq!(all.enquiries, reader.citizens_enquiries(PROGRAMME, who).await.unwrap());
        assert_eq!(all.names, reader.names_of(&[WORKER]).await.unwrap());
        assert_eq!(all.linked, reader.linked_records(who).await.unwrap());
        assert_eq!(all.records, reader.records_of(PROGRAMME, ORGANISATION, "stjerne", who).await.unwrap());
        assert_eq!(all.records, reader.records(PROGRAMME, ORGANISATION, "stjerne").await.unwrap());
        assert!(all.records[0].has_enquiry && all.records[0].has_own_words && all.records[0].has_goal);
        assert_eq!(all.carried, reader.carried_of(PROGRAMME, who).await.unwrap());
        let case = reader.citizens_case(PROGRAMME, who).await.unwrap().unwrap();
        assert_eq!((case.citizen, case.courses, case.workers), (all.citizen, all.courses, all.workers));
        assert_eq!(
            (case.readings, case.marks, case.replies, case.linked),
            (all.readings, all.marks, all.replies, all.linked)
        );
        let elsewhere = reader
            .citizens_all(domain::id::ProgrammeId(id(0x99)), who, day("2015-04-01"), ORGANISATION, "stjerne")
            .await
            .unwrap();
        assert_eq!(elsewhere, None);
        for (column, row, text) in [
            (SealedColumn::ContactText, 0x80, &b"text"[..]),
            (SealedColumn::ReadingNotes, 0x70, b"notes"),
            (SealedColumn::GoalText, 0x61, b"goal"),
            (SealedColumn::EnquiryNote, 0x60, b"note"),
        ] {
            let sealed = reader.sealed_text(PROGRAMME, who, column, id(row)).await.unwrap().unwrap();
            assert_eq!((sealed.version, sealed.sealed.as_deref()), (1, Some(text)), "{column:?}");
            assert!(reader.sealed_text(PROGRAMME, citizen(2), column, id(row)).await.unwrap().is_none());
        }
        for (column, row) in [(SealedColumn::MarkNote, 0x64), (SealedColumn::ClarificationEnd, 0x51)] {
            let sealed = reader.sealed_text(PROGRAMME, who, column, id(row)).await.unwrap().unwrap();
            assert_eq!(sealed.sealed, None, "{column:?}: there are no words");
        }
    }
}

#[tokio::test]
async fn a_correction_takes_the_place_of_what_it_corrects() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let next = work.supersede(Fact::Goal(PROGRAMME, COURSE, id(0x61)), later(1)).await.unwrap();
        assert_eq!(next, 2);
        let reached = Version { number: next, fact: goal(GoalState::Reached, "2015-08-01") };
        work.add_goals(PROGRAMME, &[reached], later(1)).await.unwrap();
        let goals = work.goals(PROGRAMME).await.unwrap();
        let goals: Vec<_> = goals.rows().collect::<Result<_, _>>().unwrap();
        let earlier = work.earlier_goals(PROGRAMME).await.unwrap();
        let told: Vec<_> = earlier.iter().map(|row| (row.id, row.state.as_str(), row.state_on)).collect();
        assert_eq!(told, [(id(0x61), "aktiv", Some(day("2015-03-01")))]);
        assert_eq!((goals.len(), goals[0].state, goals[0].state_on), (1, "naaet", day("2015-08-01")));
        for fact in [
            Fact::Citizen(citizen(1).0),
            Fact::Enquiry(PROGRAMME, id(0x60)),
            Fact::Course(PROGRAMME, COURSE.0),
            Fact::Reading(PROGRAMME, COURSE, id(0x70)),
            Fact::Contact(PROGRAMME, COURSE, id(0x80)),
            Fact::Step(PROGRAMME, COURSE, id(0x63)),
            Fact::Mark(PROGRAMME, COURSE, id(0x64)),
            Fact::Reply(PROGRAMME, COURSE, id(0x65)),
            Fact::Referral(PROGRAMME, COURSE, id(0x66)),
        ] {
            assert_eq!(work.supersede(fact, later(2)).await.unwrap(), 2, "{fact:?}");
            assert!(work.supersede(fact, later(3)).await.is_err(), "{fact:?}: there is no current version any more");
        }
        work.supersede_assignments(PROGRAMME, COURSE, later(2)).await.unwrap();
        assert!(work.assignments(PROGRAMME).await.unwrap().is_empty());
        assert_eq!(work.courses(PROGRAMME).await.unwrap().rows().count(), 0);
    }
}

#[tokio::test]
async fn an_imported_row_is_known_again_until_it_is_noted_anew() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let row = |key: u8, content: u8| Imported {
            sheet: "forloeb".to_owned(),
            key: [key; 16],
            row: id(u128::from(key)),
            course: Some(COURSE),
            content: [content; 16],
        };
        work.note_imported(PROGRAMME, &[row(1, 5), row(2, 5)]).await.unwrap();
        assert!(work.imported(domain::id::ProgrammeId(id(0x99))).await.unwrap().is_empty());
        work.forget_imported(PROGRAMME, "forloeb", &[1; 16]).await.unwrap();
        work.note_imported(PROGRAMME, &[row(1, 6)]).await.unwrap();
        let mut kept = work.imported(PROGRAMME).await.unwrap();
        kept.sort_by_key(|row| row.row);
        let contents: Vec<_> = kept.iter().map(|row| (row.row, row.course, row.content[0])).collect();
        assert_eq!(contents, [(id(1), Some(COURSE.0), 6), (id(2), Some(COURSE.0), 5)]);
    }
}

#[tokio::test]
async fn the_blind_index_finds_a_citizen_by_the_latest_name_only() {
    for opened in both_databases().await {
        let blind = opened.store.keys().blind().clone();
        let entry_of = |name: &str| Blind { kind: "name", hash: blind.hash("name", name), subject: citizen(1).into() };
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.replace_blind(ORGANISATION, &[], &[entry_of("signe holm")]).await.unwrap();
        work.replace_blind(ORGANISATION, &[citizen(1).0], &[entry_of("signe krog")]).await.unwrap();
        // What is there is refused a second time: so the old name is gone, and the new one is there.
        work.replace_blind(ORGANISATION, &[], &[entry_of("signe holm")]).await.unwrap();
        let refused = work.replace_blind(ORGANISATION, &[], &[entry_of("signe krog")]).await;
        assert!(matches!(refused, Err(store::Error::Taken(_))));
    }
}

#[tokio::test]
async fn what_is_there_of_a_record_is_found_where_it_is_there() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut reader = reader(&opened).await;
        let record = &reader.records(PROGRAMME, ORGANISATION, "stjerne").await.unwrap()[0];
        assert!(record.has_enquiry && record.has_own_words && record.has_goal);
        assert!(!record.consent_asked, "nobody was asked about research");
        assert!(!reader.records(PROGRAMME, ORGANISATION, "who-5").await.unwrap()[0].has_own_words);
    }
}
