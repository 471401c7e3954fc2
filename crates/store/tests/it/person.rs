//! Who a citizen is, whose records are one person's, who is blocked, who works with whom: each statement on both databases.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::Gender;
use domain::event::Event;
use domain::id::{AssignmentId, CitizenId, CourseId, EnquiryId, UserId};
use store::assignment::AssignedRow;
use store::block::BlockRow;
use store::exception::ExceptionRow;
use store::facts::MergeRow;
use store::merge::MergedRow;
use store::organisation::OrganisationRow;
use store::programme::ProgrammeRow;
use store::record::Fact;
use store::row::{Assignment, Blind, Citizen, Course, Enquiry, Version};
use store::user::MembershipRow;
use store::{Error, Reader, Work};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator};

const OTHER: UserId = UserId(Uuid::from_u128(0xD));

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const fn course(number: u128) -> CourseId {
    CourseId(id(0x50 + number))
}

fn person(number: u128) -> Version<Citizen> {
    let fact = Citizen {
        id: citizen(number),
        gender: Some(Gender::Woman),
        birth_year: Some(1980 + i64::try_from(number).unwrap()),
        protected_address: number == 1,
        safe_contact: "ingen_sms".to_owned(),
        alias: Some(b"alias".to_vec()),
        name: None,
        cpr: Some(b"cpr".to_vec()),
        phone: Some(b"phone".to_vec()),
        register_id: None,
    };
    Version { number: 1, fact }
}

/// Three citizens, each with a course and an enquiry; the first two are the worker's.
async fn three(work: &mut Work) {
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
    for number in 1..=3 {
        work.add_citizens(ORGANISATION, &[person(number)], now()).await.unwrap();
        let fact = Course {
            id: course(number),
            citizen: citizen(number),
            register_id: None,
            clarification_began_on: day("2015-01-10"),
            clarification_ended_on: None,
            clarification_end: Some(b"why".to_vec()),
            clarification_outcome: None,
            enquiry: None,
            closed_on: None,
            closing_reason: None,
            closing: None,
        };
        work.add_courses(PROGRAMME, &[Version { number: 1, fact }], now()).await.unwrap();
        let fact = Enquiry {
            id: EnquiryId(id(0x60 + number)),
            citizen: Some(citizen(number)),
            received_on: day("2015-01-05"),
            channel: None,
            referrer: None,
            wants_course: None,
            research_consent: None,
            referred_to: None,
            note: Some(b"note".to_vec()),
            outcome: None,
            answered_on: None,
            has_background: None,
            is_willing: None,
            words: None,
        };
        work.add_enquiries(PROGRAMME, &[Version { number: 1, fact }], now()).await.unwrap();
        let worker = if number < 3 { WORKER } else { OTHER };
        let fact = Assignment {
            id: AssignmentId(id(0x70 + number)),
            course: course(number),
            worker,
            from: day("2015-01-10"),
            to: None,
        };
        work.add_assignments(PROGRAMME, &[Version { number: 1, fact }], now()).await.unwrap();
    }
}

fn merged(version: i64) -> MergedRow {
    MergedRow {
        id: id(0x90),
        version,
        from: citizen(3).0,
        into: citizen(1).0,
        into_version: Some(2),
        undone_at: (version > 1).then(now),
        recorded_by: String::new(),
        recorded_at: now(),
        reason: Some(b"why".to_vec()),
    }
}

async fn begun(opened: &Opened) -> Work {
    let grant = operator(Action::ImportRegister);
    let mut work = opened.store.begin(grant).await.unwrap();
    three(&mut work).await;
    work
}

/// What the page of a citizen finds: courses, enquiries, workers.
async fn found(reader: &mut Reader, who: CitizenId) -> (usize, usize, usize) {
    (
        reader.citizens_courses(PROGRAMME, who).await.unwrap().len(),
        reader.citizens_enquiries(PROGRAMME, who).await.unwrap().len(),
        reader.citizens_workers(PROGRAMME, who).await.unwrap().len(),
    )
}

#[tokio::test]
async fn who_a_citizen_is_is_read_in_each_version_and_found_by_what_it_shares() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        let row = work.identity(citizen(1)).await.unwrap().unwrap();
        assert_eq!((row.version, row.birth_year, row.gender.as_deref()), (1, Some(1981), Some("kvinde")));
        assert_eq!((row.cpr.as_deref(), row.phone.as_deref()), (Some(&b"cpr"[..]), Some(&b"phone"[..])));
        work.hold_citizen(citizen(1), 1).await.unwrap();
        work.supersede(Fact::Citizen(citizen(1).0), later(1)).await.unwrap();
        let next = Version { number: 2, fact: Citizen { birth_year: None, ..person(1).fact } };
        work.add_citizens(ORGANISATION, &[next], later(1)).await.unwrap();
        assert!(matches!(work.hold_citizen(citizen(1), 1).await, Err(Error::Stale)));
        assert_eq!(work.identity(citizen(1)).await.unwrap().unwrap().birth_year, None);
        assert_eq!(work.identity_by(citizen(1), 1).await.unwrap().unwrap().birth_year, Some(1981));
        assert!(work.identity_by(citizen(1), 3).await.unwrap().is_none());

        let blind = |kind, of: u128| Blind { kind, hash: [7; 16], subject: citizen(of).into() };
        let entries = [blind("phone", 1), blind("phone", 2), blind("alias", 1), blind("alias", 3), blind("name", 3)];
        work.replace_blind(ORGANISATION, &[], &entries).await.unwrap();
        let sharing = work.sharing_records(ORGANISATION, citizen(1)).await.unwrap();
        assert_eq!((sharing.len(), sharing[0].record, sharing[0].kind.as_str()), (1, citizen(2).0, "phone"));
        let named = work.records_with(ORGANISATION, "name", &[7; 16]).await.unwrap();
        assert_eq!(named, [citizen(3)], "an alias alone is no hint, but can be searched for");
    }
}

#[tokio::test]
async fn a_merge_makes_two_records_one_person_until_it_is_undone() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        assert_eq!(
            (found(&mut work, citizen(1)).await, work.merged_into(citizen(3)).await.unwrap()),
            ((1, 1, 1), None)
        );
        work.put_merge(ORGANISATION, &merged(1), now()).await.unwrap();
        assert_eq!(work.merged_into(citizen(3)).await.unwrap(), Some(citizen(1)));
        assert_eq!(found(&mut work, citizen(1)).await, (2, 2, 2));
        let linked = work.linked_records(citizen(1)).await.unwrap();
        assert_eq!((linked.len(), linked[0].record), (1, citizen(3).0));
        let rows = work.merges_of(citizen(3)).await.unwrap();
        assert_eq!((rows.len(), rows[0].into_version, rows[0].reason.as_deref()), (1, Some(2), Some(&b"why"[..])));
        assert_eq!(work.merges(ORGANISATION).await.unwrap().len(), 1);
        let relation = work.relation(PROGRAMME, citizen(1), OTHER, day("2015-06-01")).await.unwrap();
        assert!(relation.is_own, "who works with one record's course works with the person");
        for (column, row) in [("enquiry", 0x63), ("course", 0x53)] {
            let column = match column {
                "enquiry" => store::citizen::SealedColumn::EnquiryNote,
                _ => store::citizen::SealedColumn::ClarificationEnd,
            };
            assert!(work.sealed_text(PROGRAMME, citizen(1), column, id(row)).await.unwrap().is_some());
        }
        work.put_merge(ORGANISATION, &merged(2), later(1)).await.unwrap();
        assert_eq!(found(&mut work, citizen(1)).await, (1, 1, 1));
        assert_eq!(work.merged_into(citizen(3)).await.unwrap(), None);
        assert!(work.merges(ORGANISATION).await.unwrap().is_empty());
        assert_eq!(work.linked_records(citizen(3)).await.unwrap()[0].record, citizen(1).0, "their texts may be mixed");
        assert!(work.merges_of(citizen(1)).await.unwrap()[0].undone_at.is_some());
        let twice = work.put_merge(ORGANISATION, &merged(2), later(2)).await;
        assert!(matches!(twice, Err(Error::Taken(_))));
    }
}

#[tokio::test]
async fn a_block_hides_every_record_of_the_person_for_its_days() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        work.put_merge(ORGANISATION, &merged(1), now()).await.unwrap();
        let block = BlockRow {
            id: id(0xA0),
            version: 1,
            citizen: citizen(3).0,
            user: WORKER.0,
            from: day("2015-05-01"),
            to: None,
            reason: Some(b"why".to_vec()),
        };
        work.put_block(ORGANISATION, &block, now()).await.unwrap();
        let hidden = work.sight(PROGRAMME, ORGANISATION, WORKER, day("2015-05-01")).await.unwrap();
        assert_eq!(hidden.blocked, [citizen(1).0, citizen(3).0]);
        assert_eq!(hidden.merges, [MergeRow { from: citizen(3).0, into: citizen(1).0 }]);
        assert!(work.sight(PROGRAMME, ORGANISATION, WORKER, day("2015-04-30")).await.unwrap().blocked.is_empty());
        assert!(work.sight(PROGRAMME, ORGANISATION, OTHER, day("2015-05-01")).await.unwrap().blocked.is_empty());
        assert!(work.relation(PROGRAMME, citizen(1), WORKER, day("2015-05-01")).await.unwrap().is_blocked);
        assert_eq!(work.blocks(ORGANISATION, citizen(1)).await.unwrap(), std::slice::from_ref(&block));
        let ended = BlockRow { version: 2, to: Some(day("2015-05-31")), ..block };
        work.put_block(ORGANISATION, &ended, later(1)).await.unwrap();
        assert!(work.sight(PROGRAMME, ORGANISATION, WORKER, day("2015-06-01")).await.unwrap().blocked.is_empty());
        assert_eq!(work.blocks(ORGANISATION, citizen(1)).await.unwrap(), [ended]);
    }
}

#[tokio::test]
async fn a_worker_s_places_are_held_read_and_change_hands() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        assert!(matches!(work.hold_places(PROGRAMME, WORKER).await, Err(Error::Gone)), "nobody of the programme");
        let member = MembershipRow {
            id: id(0xB0),
            version: 1,
            user: WORKER.0,
            programme: PROGRAMME.0,
            role: "relationsmedarbejder".to_owned(),
            partner: None,
            from: day("2015-01-01"),
            to: None,
        };
        work.put_membership(&member, now()).await.unwrap();
        work.hold_places(PROGRAMME, WORKER).await.unwrap();
        work.hold_course(PROGRAMME, course(1)).await.unwrap();
        assert!(matches!(work.hold_course(PROGRAMME, course(9)).await, Err(Error::Gone)));
        let places = work.places(PROGRAMME, WORKER, "stjerne", day("2015-06-01")).await.unwrap();
        assert_eq!((places.len(), places[0].readings.as_deref()), (2, None));
        assert!(work.places(PROGRAMME, WORKER, "stjerne", day("2015-01-09")).await.unwrap().is_empty());

        let rows = work.assigned(PROGRAMME, citizen(1)).await.unwrap();
        work.supersede_assignment(PROGRAMME, &rows[0], later(1)).await.unwrap();
        assert!(matches!(work.supersede_assignment(PROGRAMME, &rows[0], later(1)).await, Err(Error::Stale)));
        let ended =
            AssignedRow { version: 2, to: Some(day("2015-06-30")), note: Some(b"note".to_vec()), ..rows[0].clone() };
        work.put_assignment(PROGRAMME, &ended, later(1)).await.unwrap();
        let next = AssignedRow {
            id: id(0xB1),
            version: 1,
            worker: OTHER.0,
            from: day("2015-07-01"),
            to: None,
            ..ended.clone()
        };
        work.put_assignment(PROGRAMME, &next, later(1)).await.unwrap();
        assert_eq!(work.assigned(PROGRAMME, citizen(1)).await.unwrap(), [ended, next]);
        let later_days = work.later_assignments(PROGRAMME, OTHER, day("2015-06-01")).await.unwrap();
        assert_eq!(later_days, [day("2015-07-01")]);
        assert!(work.later_assignments(PROGRAMME, OTHER, day("2015-07-01")).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn exceptions_and_deputies_are_kept_with_their_days() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        let granted = ExceptionRow {
            id: id(0xC0),
            citizen: citizen(1).0,
            rule: "R12".to_owned(),
            granted_on: day("2015-06-01"),
            worker: Some(WORKER.0),
            recorded_by: work.recorded_by(),
            reason: Some(b"why".to_vec()),
        };
        work.add_exception(PROGRAMME, &granted, now()).await.unwrap();
        assert_eq!(work.exceptions(PROGRAMME, citizen(1)).await.unwrap(), [granted]);
        assert!(work.exceptions(PROGRAMME, citizen(2)).await.unwrap().is_empty());

        let named = domain::deputy::name(WORKER, OTHER, day("2015-07-01"), day("2015-07-14")).unwrap();
        work.add_deputy(PROGRAMME, id(0xC1), &named, now()).await.unwrap();
        let rows = work.deputies(PROGRAMME, day("2015-07-14")).await.unwrap();
        assert_eq!((rows.len(), rows[0].worker, rows[0].deputy), (1, WORKER.0, OTHER.0));
        assert!(work.deputies(PROGRAMME, day("2015-07-15")).await.unwrap().is_empty());
        let on = async |work: &mut store::Work, on| {
            work.sight(PROGRAMME, ORGANISATION, OTHER, day(on)).await.unwrap().deputised
        };
        assert_eq!(on(&mut work, "2015-07-01").await, [WORKER.0]);
        assert!(on(&mut work, "2015-06-30").await.is_empty());
        let deputy = work.relation(PROGRAMME, citizen(1), OTHER, day("2015-07-01")).await.unwrap();
        assert!(deputy.is_own);
        assert_eq!(work.deputy(PROGRAMME, id(0xC1)).await.unwrap().as_ref(), Some(&rows[0]));
        work.withdraw_deputy(PROGRAMME, &rows[0], later(1)).await.unwrap();
        assert!(on(&mut work, "2015-07-01").await.is_empty());
        assert!(work.deputy(PROGRAMME, id(0xC1)).await.unwrap().is_none());
        assert!(matches!(work.withdraw_deputy(PROGRAMME, &rows[0], later(1)).await, Err(Error::Gone)));
        work.commit(entry(Event::StoreMade), now()).await.unwrap();
    }
}
