//! People's keys.

use domain::access::Action;
use domain::id::SubjectId;
use store::Error;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, operator};

#[tokio::test]
async fn peoples_keys_are_kept_fetched_and_opened_also_after_reopening() {
    for opened in both_databases().await {
        let subjects: Vec<SubjectId> = (1..=600).map(|number| SubjectId(Uuid::from_u128(number))).collect();
        let made: Vec<_> =
            subjects.iter().map(|subject| opened.store.keys().new_key(ORGANISATION, *subject).unwrap()).collect();
        let rows: Vec<_> = made.iter().map(|(_, row)| row.clone()).collect();
        let grant = operator(Action::ImportRegister);
        opened.store.add_keys(&grant, &rows).await.unwrap();
        assert!(matches!(opened.store.add_keys(&grant, &rows[..1]).await, Err(Error::Taken(_))), "never a second key");

        let opened = opened.reopen().await;
        let mut reader = opened.store.read(&grant).await.unwrap();
        let mut kept = reader.wrapped_keys(&subjects).await.unwrap();
        kept.sort_by_key(|row| row.subject);
        assert_eq!(kept, rows);
        for ((key, _), row) in made.iter().zip(&kept) {
            assert!(opened.store.keys().open(row).unwrap() == *key);
        }
        let one = reader.wrapped_keys(&subjects[4..5]).await.unwrap();
        assert_eq!(one, rows[4..5]);
        assert!(reader.wrapped_keys(&[]).await.unwrap().is_empty());
        let nobody = SubjectId(Uuid::from_u128(9999));
        assert!(reader.wrapped_keys(&[nobody]).await.unwrap().is_empty());

        let exchanged = store::key::WrappedKey { subject: rows[1].subject, ..rows[0].clone() };
        assert_eq!(opened.store.keys().open(&exchanged).unwrap_err(), Error::NoDataKey(rows[1].subject));
    }
}
