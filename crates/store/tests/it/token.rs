//! Tokens are found by their hash, listed for their programme, used and ended.

use domain::access::Action;
use domain::event::Event;
use domain::id::{ProgrammeId, TokenId};
use store::Error;
use store::token::TokenRow;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{PROGRAMME, WORKER, entry, later, now, operator};

fn row(id: u128) -> TokenRow {
    TokenRow {
        id: Uuid::from_u128(id),
        programme: PROGRAMME.0,
        name: "Datavarehus".to_owned(),
        role: "leder".to_owned(),
        made_by: WORKER.0,
        made_at: later(0),
        ends_on: "2016-10-31".parse().unwrap(),
        used_at: None,
        ended_at: None,
    }
}

#[tokio::test]
async fn a_token_is_found_by_its_hash_alone_and_ends_in_its_own_programme() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepUsers);
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        work.add_token(&row(1), b"one").await.unwrap();
        work.add_token(&TokenRow { made_at: later(5), ..row(2) }, b"two").await.unwrap();
        let made = Event::TokenMade { token: TokenId(Uuid::from_u128(1)), role: "leder".to_owned() };
        work.commit(entry(made), now()).await.unwrap();

        opened.store.touch_token(&grant, TokenId(Uuid::from_u128(1)), later(9)).await.unwrap();
        let mut reader = opened.store.read(&grant).await.unwrap();
        let found = reader.token(b"one").await.unwrap().unwrap();
        assert_eq!((found.id, found.used_at.is_some(), found.ended_at), (Uuid::from_u128(1), true, None));
        assert_eq!(reader.token(b"three").await.unwrap(), None);
        let listed: Vec<_> = reader.tokens(PROGRAMME).await.unwrap().iter().map(|row| row.id.as_u128()).collect();
        assert_eq!(listed, [2, 1], "the latest made first");
        assert!(reader.tokens(ProgrammeId(Uuid::from_u128(77))).await.unwrap().is_empty());
        drop(reader);

        let token = TokenId(Uuid::from_u128(1));
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        assert!(!work.end_token(ProgrammeId(Uuid::from_u128(77)), token, now()).await.unwrap());
        assert!(work.end_token(PROGRAMME, token, now()).await.unwrap());
        assert!(!work.end_token(PROGRAMME, token, now()).await.unwrap(), "it was ended before");
        work.commit(entry(Event::TokenEnded { token }), now()).await.unwrap();
        let mut work = opened.store.begin(grant).await.unwrap();
        assert!(work.token(b"one").await.unwrap().unwrap().ended_at.is_some());
        assert!(matches!(work.add_token(&row(3), b"two").await, Err(Error::Taken(_))));
    }
}
