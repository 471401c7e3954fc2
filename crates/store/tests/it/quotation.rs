//! Words of citizens come back with all their columns, say how they stand in a report, and whether whoever said them is erased.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::QuotationState;
use domain::id::QuotationId;
use store::Error;
use store::quotation::Quotation;
use store::record::Fact;
use store::row::Version;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, later, now, operator};

const ID: QuotationId = QuotationId(Uuid::from_u128(0x91));
const RELEASE: Uuid = Uuid::from_u128(0x92);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn quotation(number: i64, state: QuotationState) -> [Version<Quotation>; 1] {
    let fact = Quotation {
        id: ID,
        citizen: citizen(1),
        on: day("2015-11-20"),
        state,
        author: WORKER,
        heeded: Some("sum".to_owned()),
        words: vec![u8::try_from(number).unwrap()],
        confirmed: Some(b"confirmed".to_vec()),
        reason: Some(b"why".to_vec()),
    };
    [Version { number, fact }]
}

#[tokio::test]
async fn a_quotation_comes_back_version_by_version_and_only_to_who_said_it() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.add_quotations(PROGRAMME, &quotation(1, QuotationState::Offered), now()).await.unwrap();
        let fact = Fact::Quotation(PROGRAMME, citizen(1).into(), ID.0);
        assert_eq!(work.correct(fact, 1, later(1)).await.unwrap(), 2);
        work.add_quotations(PROGRAMME, &quotation(2, QuotationState::Approved), later(1)).await.unwrap();
        let rows = work.citizens_quotations(PROGRAMME, citizen(1)).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.version, row.state.as_str(), row.is_current)).collect();
        assert_eq!(told, [(1, "foreslaaet", false), (2, "godkendt", true)]);
        let row = &rows[1];
        assert_eq!((row.id, row.citizen, row.author, row.on), (ID.0, citizen(1).0, WORKER.0, day("2015-11-20")));
        assert_eq!((row.heeded.as_deref(), row.words.as_slice()), (Some("sum"), [2].as_slice()));
        assert_eq!(row.confirmed.as_deref(), Some(b"confirmed".as_slice()));
        assert_eq!((row.reason.as_deref(), row.is_withdrawn), (Some(b"why".as_slice()), false));
        assert!(work.citizens_quotations(PROGRAMME, citizen(2)).await.unwrap().is_empty());
        assert!(work.quotation_answers(PROGRAMME, ORGANISATION).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_report_s_quotation_says_how_it_stands_and_is_told_of_once() {
    for opened in both_databases().await {
        let (_, key) = opened.store.keys().new_key(ORGANISATION, citizen(1).into()).unwrap();
        opened.store.add_keys(&operator(Action::ImportRegister), &[key]).await.unwrap();
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.add_quotations(PROGRAMME, &quotation(1, QuotationState::Approved), now()).await.unwrap();
        let current = &work.current_quotations(PROGRAMME).await.unwrap()[0];
        assert_eq!((current.version, current.state.as_str(), current.is_readable), (1, "godkendt", true));
        assert!(current.wrapped.is_some() && current.epoch.is_some());
        work.add_released_quotations(PROGRAMME, RELEASE, &[(ID.0, 1)], now()).await.unwrap();
        let rows = work.released_quotations(PROGRAMME).await.unwrap();
        let row = &rows[0];
        assert_eq!((row.release, row.quotation, row.of, row.citizen), (RELEASE, ID.0, 1, citizen(1).0));
        assert_eq!((row.is_approved, row.is_kept, row.is_readable, row.told_on), (true, true, true, None));

        work.tell_of_quotation(PROGRAMME, row, day("2015-11-23"), later(1)).await.unwrap();
        let twice = work.tell_of_quotation(PROGRAMME, row, day("2015-11-23"), later(2)).await;
        assert!(matches!(twice, Err(Error::Stale)));
        work.correct(Fact::Quotation(PROGRAMME, citizen(1).into(), ID.0), 1, later(3)).await.unwrap();
        let rows = work.released_quotations(PROGRAMME).await.unwrap();
        let row = &rows[0];
        assert_eq!((row.version, row.told_on, row.words.as_slice()), (2, Some(day("2015-11-23")), [1].as_slice()));
        assert_eq!((row.is_approved, row.is_kept), (false, false), "it was taken out");
        assert!(work.current_quotations(PROGRAMME).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn who_is_erased_has_no_readable_word() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.add_quotations(PROGRAMME, &quotation(1, QuotationState::Approved), now()).await.unwrap();
        let current = &work.current_quotations(PROGRAMME).await.unwrap()[0];
        assert_eq!((current.is_readable, current.wrapped.is_none()), (false, true));
    }
}
