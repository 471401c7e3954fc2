//! What is kept of partners comes back column by column: people, agreements, looks at duties, referrals in and what is told of them.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{Channel, ConsentKind, ConsentState, ReferralState};
use domain::id::{AgreementId, ConsentId, CourseId, EnquiryId, PartnerId, ReferralId, SubjectId};
use store::block::BlockRow;
use store::consent::Consent;
use store::partner::PartnerRow;
use store::partnership::{AgreementRow, DutyNoteRow, PartnerPersonRow};
use store::record::Fact;
use store::referral::Wanted;
use store::referred::{FeedbackRow, ReferralInRow};
use store::row::{Citizen, Course, Enquiry, Referral, Version};
use store::{Error, Work};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, later, now, operator};

const PARTNER: PartnerId = PartnerId(Uuid::from_u128(0x71));
const AGREEMENT: AgreementId = AgreementId(Uuid::from_u128(0x72));
const ENQUIRY: EnquiryId = EnquiryId(Uuid::from_u128(0x73));
const COURSE: CourseId = CourseId(Uuid::from_u128(0x74));
const ROW: Uuid = Uuid::from_u128(0x91);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn version<T>(fact: T) -> [Version<T>; 1] {
    [Version { number: 1, fact }]
}

fn sealed(text: &str) -> Option<Vec<u8>> {
    Some(text.as_bytes().to_vec())
}

async fn begun(opened: &Opened) -> Work {
    let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
    let organisation = store::organisation::OrganisationRow::named(ORGANISATION, "Hjemløseenheden".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    let partner = PartnerRow {
        organisation: ORGANISATION.0,
        id: PARTNER.0,
        version: 1,
        name: "Reden København".to_owned(),
        short_name: Some("Reden".to_owned()),
    };
    work.put_partners(&[partner], now()).await.unwrap();
    work
}

#[tokio::test]
async fn people_agreements_and_looks_at_duties_come_back() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        let person = PartnerPersonRow {
            id: ROW,
            version: 1,
            name: sealed("name"),
            role: sealed("role"),
            phone: sealed("phone"),
            mail: None,
            epoch: None,
            wrapped: None,
        };
        work.add_partner_person((ORGANISATION, PARTNER), &person, now()).await.unwrap();
        assert_eq!(work.partner_people(ORGANISATION, PARTNER).await.unwrap(), [person]);
        assert!(work.partner_people(ORGANISATION, PartnerId(ROW)).await.unwrap().is_empty());
        assert_eq!(work.correct(Fact::PartnerPerson(ORGANISATION, PARTNER, ROW), 1, later(1)).await.unwrap(), 2);
        assert!(work.partner_people(ORGANISATION, PARTNER).await.unwrap().is_empty());

        work.hold_partner(ORGANISATION, PARTNER).await.unwrap();
        let first = AgreementRow {
            id: AGREEMENT.0,
            version: 1,
            partner: PARTNER.0,
            from: day("2015-01-01"),
            to: day("2016-12-31"),
            signed_on: day("2014-12-11"),
            signers: sealed("signers"),
            reason: None,
            recorded_by: "operator:root".to_owned(),
            recorded_at: now(),
            is_current: true,
            epoch: None,
            wrapped: None,
        };
        work.add_agreement(ORGANISATION, &first, now()).await.unwrap();
        work.correct(Fact::Agreement(ORGANISATION, PARTNER, AGREEMENT.0), 1, later(1)).await.unwrap();
        let second = AgreementRow { version: 2, to: day("2015-06-30"), reason: sealed("reason"), ..first.clone() };
        work.add_agreement(ORGANISATION, &second, later(1)).await.unwrap();
        let rows = work.agreements(ORGANISATION).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.version, row.to, row.is_current, row.reason.is_some())).collect();
        assert_eq!(told, [(1, day("2016-12-31"), false, false), (2, day("2015-06-30"), true, true)]);
        assert_eq!((rows[1].from, rows[1].signed_on), (day("2015-01-01"), day("2014-12-11")));
        assert_eq!(
            (rows[1].signers.as_deref(), rows[1].recorded_by.as_str()),
            (Some(&b"signers"[..]), "operator:root")
        );
        let again = work.correct(Fact::Agreement(ORGANISATION, PARTNER, AGREEMENT.0), 1, later(2)).await;
        assert!(matches!(again, Err(Error::Stale)), "{again:?}");

        let note = DutyNoteRow {
            id: ROW,
            version: 1,
            agreement: AGREEMENT.0,
            duty: "viden".to_owned(),
            on: day("2015-09-15"),
            kept: "delvist".to_owned(),
            next: Some(day("2015-12-08")),
            words: sealed("words"),
        };
        work.add_duty_note(ORGANISATION, &note, now()).await.unwrap();
        assert_eq!(work.duty_notes(ORGANISATION).await.unwrap(), [note]);
        work.supersede(Fact::DutyNote(ORGANISATION, AGREEMENT, ROW), later(1)).await.unwrap();
        assert!(work.duty_notes(ORGANISATION).await.unwrap().is_empty());
    }
}

async fn with_enquiry(work: &mut Work) {
    let fact = Enquiry {
        id: ENQUIRY,
        citizen: Some(citizen(1)),
        received_on: day("2015-11-20"),
        channel: Some(Channel::Partner),
        referrer: Some(PARTNER),
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
    work.add_enquiries(PROGRAMME, &version(fact), now()).await.unwrap();
    let row = ReferralInRow {
        id: ROW,
        version: 1,
        partner: PARTNER.0,
        enquiry: ENQUIRY.0,
        subject: citizen(1).0,
        sent_on: day("2015-11-20"),
        called: sealed("called"),
        contact: sealed("contact"),
        wish: None,
    };
    work.add_referral_in(ORGANISATION, PROGRAMME, &row, now()).await.unwrap();
    assert_eq!(work.referral_in(PROGRAMME, ENQUIRY).await.unwrap(), Some(row));
    assert_eq!(work.referral_in(PROGRAMME, EnquiryId(ROW)).await.unwrap(), None);
}

fn consent(state: ConsentState) -> [Version<Consent>; 1] {
    let said = domain::consent::Consent {
        kind: ConsentKind::Share,
        state,
        on: day("2015-11-21"),
        until: Some(day("2016-02-21")),
    };
    version(Consent {
        id: ConsentId(Uuid::from_u128(0x95)),
        subject: SubjectId(citizen(1).0),
        programme: PROGRAMME,
        said,
        partner: Some(PARTNER),
        fields: Some("tilbagemelding".to_owned()),
        wording: None,
        recipient: None,
        purpose: None,
    })
}

#[tokio::test]
async fn a_partner_s_list_has_its_own_referrals_with_the_consent_that_what_it_was_told_rests_on() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        with_enquiry(&mut work).await;
        let own = work.own_referrals(ORGANISATION, PROGRAMME, PARTNER).await.unwrap();
        assert_eq!((own.len(), own[0].called.as_deref(), own[0].told_on), (1, Some(&b"called"[..]), None));
        assert!(work.own_referrals(ORGANISATION, PROGRAMME, PartnerId(ROW)).await.unwrap().is_empty());
        work.add_consents(ORGANISATION, &consent(ConsentState::Given), now()).await.unwrap();
        let told = FeedbackRow {
            id: Uuid::from_u128(0x96),
            version: 1,
            partner: PARTNER.0,
            subject: citizen(1).0,
            consent: Uuid::from_u128(0x95),
            told_on: day("2015-11-21"),
            outcome: Some("raad".to_owned()),
            words: sealed("words"),
            consent_version: Some(1),
            consent_state: Some("givet".to_owned()),
            consent_until: Some(day("2016-02-21")),
        };
        work.add_feedback(PROGRAMME, ENQUIRY, &told, now()).await.unwrap();
        assert_eq!(work.feedback(ORGANISATION, PROGRAMME, ENQUIRY).await.unwrap(), Some(told));
        let own = work.own_referrals(ORGANISATION, PROGRAMME, PARTNER).await.unwrap();
        let row = &own[0];
        assert_eq!((row.told_on, row.outcome.as_deref()), (Some(day("2015-11-21")), Some("raad")));
        assert_eq!(
            (row.feedback, row.feedback_version, row.feedback_subject),
            (Some(Uuid::from_u128(0x96)), Some(1), Some(citizen(1).0))
        );
        assert_eq!((row.consent_state.as_deref(), row.consent_until), (Some("givet"), Some(day("2016-02-21"))));
        let sent = work.sent_in([ENQUIRY, EnquiryId(ROW)].into_iter()).await.unwrap();
        assert_eq!(sent.len(), 1);
        assert_eq!(
            (sent[0].enquiry, sent[0].sent_on, sent[0].has_contact, sent[0].has_wish),
            (ENQUIRY.0, day("2015-11-20"), true, false)
        );
        assert_eq!((sent[0].told_on, sent[0].consent_state.as_deref()), (Some(day("2015-11-21")), Some("givet")));
        // A consent that was taken out holds nothing up any more.
        let fact = Fact::Consent(ORGANISATION, SubjectId(citizen(1).0), Uuid::from_u128(0x95));
        work.supersede(fact, later(1)).await.unwrap();
        assert_eq!(work.own_referrals(ORGANISATION, PROGRAMME, PARTNER).await.unwrap()[0].consent_state, None);
        assert_eq!(
            work.correct(Fact::Feedback(PROGRAMME, ENQUIRY, Uuid::from_u128(0x96)), 1, later(1)).await.unwrap(),
            2
        );
        assert_eq!(work.feedback(ORGANISATION, PROGRAMME, ENQUIRY).await.unwrap(), None);
    }
}

#[tokio::test]
async fn the_list_of_referrals_out_has_who_waits_first_and_when_the_partner_was_written_to() {
    for opened in both_databases().await {
        let mut work = begun(&opened).await;
        let person = Citizen {
            id: citizen(1),
            gender: None,
            birth_year: None,
            protected_address: false,
            safe_contact: String::new(),
            alias: sealed("alias"),
            name: None,
            cpr: None,
            phone: None,
            register_id: None,
        };
        work.add_citizens(ORGANISATION, &version(person), now()).await.unwrap();
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
        work.add_courses(PROGRAMME, &version(course), now()).await.unwrap();
        let sent = |number: u128, on: &str, state| Referral {
            id: ReferralId(Uuid::from_u128(number)),
            course: COURSE,
            sent_on: day(on),
            partner: PARTNER,
            area: Some("bolig".to_owned()),
            consent: Some(true),
            state,
            state_on: Some(day(on)),
            from: Some(day(on)),
            goal: None,
            offer: None,
            consent_id: None,
            shared: Some("alias,telefon".to_owned()),
            message: None,
            answer: None,
        };
        for (number, on, state) in [
            (1, "2015-11-20", ReferralState::Received),
            (2, "2015-11-01", ReferralState::Sent),
            (3, "2015-11-10", ReferralState::Sent),
        ] {
            work.add_referrals(PROGRAMME, &version(sent(number, on, state)), now()).await.unwrap();
        }
        let late = ReferralId(Uuid::from_u128(2));
        for (id, on) in [(0xA1, "2015-11-18"), (0xA2, "2015-11-22")] {
            work.add_reminder(PROGRAMME, (late, Uuid::from_u128(id)), day(on), now()).await.unwrap();
        }
        let (at, who) = ((ORGANISATION, PROGRAMME), (WORKER, day("2015-11-23")));
        let all = Wanted { is_all: true, is_waiting: false };
        let rows = work.listed_referrals(at, who, all, (10, 0)).await.unwrap();
        let order: Vec<u128> = rows.iter().map(|row| row.id.as_u128()).collect();
        assert_eq!(order, [2, 3, 1], "who waits longest, who waits, then the rest");
        let row = &rows[0];
        assert_eq!(
            (row.citizen, row.partner_name.as_deref(), row.sent_on),
            (citizen(1).0, Some("Reden"), day("2015-11-01"))
        );
        assert_eq!((row.reminders, row.reminded_on), (2, Some(day("2015-11-22"))));
        assert_eq!(
            (row.state.as_str(), row.area.as_deref(), row.shared.as_deref()),
            ("sendt", Some("bolig"), Some("alias,telefon"))
        );
        assert_eq!((row.consent, row.is_own, row.alias.as_deref()), (Some(true), false, Some(&b"alias"[..])));
        assert_eq!((rows[1].reminders, rows[1].reminded_on), (0, None));
        assert_eq!(work.count_referrals(PROGRAMME, who, all).await.unwrap(), 3);
        assert_eq!(work.count_referrals(PROGRAMME, who, Wanted { is_waiting: true, ..all }).await.unwrap(), 2);
        assert_eq!(
            work.count_referrals(PROGRAMME, who, Wanted::default()).await.unwrap(),
            0,
            "nobody is the worker's own"
        );
        assert_eq!(work.listed_referrals(at, who, all, (1, 1)).await.unwrap()[0].id.as_u128(), 3);
        let block = BlockRow {
            id: ROW,
            version: 1,
            citizen: citizen(1).0,
            user: WORKER.0,
            from: day("2015-11-01"),
            to: None,
            reason: None,
        };
        work.put_block(ORGANISATION, &block, now()).await.unwrap();
        assert_eq!(work.count_referrals(PROGRAMME, who, all).await.unwrap(), 0, "blocked from the citizen");
        let found = work.referrals_citizen(PROGRAMME, late).await.unwrap();
        assert_eq!(found, Some((citizen(1).0, day("2015-11-01"), "sendt".to_owned())));
    }
}
