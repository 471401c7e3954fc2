//! What the desk asks comes back, column by column, and what was asked and answered.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{GoalState, ReferralState};
use domain::event::Event;
use domain::id::{CourseId, GoalId, PartnerId, ReferralId, UserId};
use store::Error;
use store::exception::ExceptionRow;
use store::partner::PartnerRow;

use store::organisation::OrganisationRow;
use store::request::RequestRow;
use store::row::{Course, Goal, Referral, Version};
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator};

const COURSE: CourseId = CourseId(Uuid::from_u128(0x61));
const ROW: Uuid = Uuid::from_u128(0x92);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn course() -> [Version<Course>; 1] {
    let fact = Course {
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
    [Version { number: 1, fact }]
}

fn asked() -> RequestRow {
    RequestRow {
        course: COURSE.0,
        id: ROW,
        version: 1,
        need: "follow-up".to_owned(),
        due_on: Some(day("2015-10-23")),
        phase: None,
        asked_on: day("2015-11-23"),
        asked_by: WORKER.0,
        state: "aaben".to_owned(),
        answered_on: None,
        words: Some(b"words".to_vec()),
        answer: None,
    }
}

#[tokio::test]
async fn a_request_comes_back_until_it_is_answered_and_long_after() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.add_courses(PROGRAMME, &course(), now()).await.unwrap();
        work.put_request(PROGRAMME, &asked(), now()).await.unwrap();
        let phase =
            RequestRow { id: Uuid::from_u128(0x93), need: "focus".to_owned(), due_on: None, phase: Some(2), ..asked() };
        work.put_request(PROGRAMME, &phase, now()).await.unwrap();
        assert_eq!(work.requests(PROGRAMME, day("2016-01-01")).await.unwrap(), [asked(), phase.clone()]);
        work.supersede_request(PROGRAMME, &asked(), later(1)).await.unwrap();
        let answered = RequestRow {
            version: 2,
            state: "besvaret".to_owned(),
            answered_on: Some(day("2015-11-24")),
            answer: Some(b"answer".to_vec()),
            ..asked()
        };
        work.put_request(PROGRAMME, &answered, later(1)).await.unwrap();
        assert!(matches!(work.supersede_request(PROGRAMME, &asked(), later(2)).await, Err(Error::Stale)));
        assert_eq!(work.requests(PROGRAMME, day("2015-11-23")).await.unwrap(), [answered.clone(), phase.clone()]);
        assert_eq!(work.requests(PROGRAMME, day("2015-11-24")).await.unwrap(), std::slice::from_ref(&phase));
        assert_eq!(work.requests_of(PROGRAMME, COURSE).await.unwrap(), [answered, phase]);
        let elsewhere = work.requests_of(PROGRAMME, CourseId(Uuid::from_u128(1))).await.unwrap();
        assert_eq!(elsewhere, []);
    }
}

#[tokio::test]
async fn referrals_exceptions_and_goals_outside_the_areas_come_back_by_the_day() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.add_courses(PROGRAMME, &course(), now()).await.unwrap();
        let organisation = OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
        work.add_organisation(&organisation, now()).await.unwrap();
        let partner = PartnerRow {
            organisation: ORGANISATION.0,
            id: Uuid::from_u128(0x71),
            version: 1,
            name: "Sundhedsteamet i byen".to_owned(),
            short_name: Some("Sundhedsteamet".to_owned()),
        };
        work.put_partners(&[partner], now()).await.unwrap();
        let referral = |number: i64, state, on: Option<&str>| {
            let fact = Referral {
                id: ReferralId(ROW),
                course: COURSE,
                sent_on: day("2015-10-30"),
                partner: PartnerId(Uuid::from_u128(0x71)),
                area: None,
                consent: Some(true),
                state,
                state_on: on.map(day),
                from: None,
                goal: None,
                offer: None,
                consent_id: None,
                shared: None,
                message: None,
                answer: None,
            };
            [Version { number, fact }]
        };
        work.add_referrals(PROGRAMME, &referral(1, ReferralState::Sent, None), now()).await.unwrap();
        let sent = work.sent_referrals(PROGRAMME, ORGANISATION, day("2015-11-23")).await.unwrap();
        assert_eq!((sent[0].citizen, sent[0].id, sent[0].partner.as_str()), (citizen(1).0, ROW, "Sundhedsteamet"));
        assert_eq!((sent[0].sent_on, sent[0].answered_on), (day("2015-10-30"), None));
        assert_eq!(work.sent_referrals(PROGRAMME, ORGANISATION, day("2015-10-29")).await.unwrap(), []);
        let fact = store::record::Fact::Referral(PROGRAMME, COURSE, ROW);
        work.correct(fact, 1, later(1)).await.unwrap();
        let answered = referral(2, ReferralState::Received, Some("2015-11-02"));
        work.add_referrals(PROGRAMME, &answered, later(1)).await.unwrap();
        let sent = work.sent_referrals(PROGRAMME, ORGANISATION, day("2015-11-23")).await.unwrap();
        assert_eq!(sent[0].answered_on, Some(day("2015-11-02")));

        let exception = ExceptionRow {
            id: ROW,
            citizen: citizen(1).0,
            rule: "R12".to_owned(),
            granted_on: day("2015-05-29"),
            worker: Some(WORKER.0),
            recorded_by: String::new(),
            reason: Some(b"why".to_vec()),
        };
        work.add_exception(PROGRAMME, &exception, now()).await.unwrap();
        let granted = work.granted_exceptions(PROGRAMME, day("2015-05-29")).await.unwrap();
        assert_eq!((granted[0].rule.as_str(), granted[0].worker), ("R12", Some(WORKER.0)));
        assert_eq!(granted[0].reason.as_deref(), Some(b"why".as_slice()));
        assert_eq!(work.granted_exceptions(PROGRAMME, day("2015-05-28")).await.unwrap(), []);

        let goal = |id: u128, area: Option<&str>| Goal {
            id: GoalId(Uuid::from_u128(id)),
            course: COURSE,
            created_on: day("2015-03-01"),
            area: area.map(str::to_owned),
            text: Some(b"goal".to_vec()),
            state: GoalState::Active,
            state_on: day("2015-03-02"),
            from: None,
            proposed_by: None,
            is_outside: Some(area.is_none()),
            outside: None,
        };
        let goals = [goal(1, Some("bolig")), goal(2, None)].map(|fact| Version { number: 1, fact });
        work.add_goals(PROGRAMME, &goals, now()).await.unwrap();
        let unlinked = work.unlinked_goals(PROGRAMME, day("2015-03-01")).await.unwrap();
        assert_eq!(unlinked.len(), 1);
        let found = &unlinked[0];
        assert_eq!((found.id, found.course, found.citizen), (Uuid::from_u128(2), COURSE.0, citizen(1).0));
        assert_eq!((found.version, found.state.as_str(), found.state_on), (1, "aktiv", day("2015-03-02")));
        assert_eq!((found.text.as_deref(), found.outside.as_deref()), (Some(b"goal".as_slice()), None));
        assert_eq!(work.unlinked_goals(PROGRAMME, day("2015-02-28")).await.unwrap(), []);
    }
}

#[tokio::test]
async fn the_number_of_the_last_change_grows_with_a_change_and_with_nothing_else() {
    for opened in both_databases().await {
        let number = async || {
            let mut reader = opened.store.read(&operator(Action::SeeFigures)).await.unwrap();
            reader.last_change().await.unwrap()
        };
        let change = async || {
            let work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
            work.commit(entry(Event::UserAdded { user: UserId(ROW) }), now()).await.unwrap();
        };
        change().await;
        let first = number().await;
        let seen = Event::FiguresSeen { report: "status".to_owned() };
        opened.store.look(&operator(Action::SeeFigures), entry(seen), now()).await.unwrap();
        assert_eq!(number().await, first, "a look");
        change().await;
        assert!(number().await > first, "a change");
    }
}
