//! What somebody was typing: found again by its writer alone, sealed, and gone when it is thrown away.

use std::collections::BTreeMap;

use app::once::Once;
use app::unsent::{self, Fields};
use domain::code::Role;
use domain::personal::Personal;
use testkit::team::both_teams;

fn typed(text: &str) -> Personal<Fields> {
    Personal::new(BTreeMap::from([("note".to_owned(), vec![text.to_owned()])]))
}

#[tokio::test]
async fn what_was_typed_is_found_again_by_its_writer_alone_until_it_is_thrown_away() {
    for team in both_teams().await {
        team.adds("mette", Role::Worker).await;
        team.adds("jonas", Role::Worker).await;
        let (mette, jonas) = (team.signs_in("mette").await, team.signs_in("jonas").await);
        for text in ["Først", "Så længere: æøå 🙂 <script>"] {
            let mut later = mette.clone();
            later.now += chrono::TimeDelta::seconds(text.len() as i64);
            unsent::keep(&team.app, &later, "/henvendelser/ny", None, &typed(text)).await.unwrap();
        }
        let found = unsent::find(&team.app, &mette, "/henvendelser/ny").await.unwrap().unwrap();
        assert_eq!(found.fields.reveal(), typed("Så længere: æøå 🙂 <script>").reveal());
        assert!(unsent::find(&team.app, &jonas, "/henvendelser/ny").await.unwrap().is_none());
        assert!(unsent::find(&team.app, &mette, "/andet").await.unwrap().is_none());
        unsent::throw_away(&team.app, &mette, "/henvendelser/ny").await.unwrap();
        assert!(unsent::find(&team.app, &mette, "/henvendelser/ny").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_draft_that_arrives_late_does_not_replace_a_later_one() {
    for team in both_teams().await {
        team.adds("mette", Role::Worker).await;
        let early = team.signs_in("mette").await;
        let mut late = early.clone();
        late.now += chrono::TimeDelta::seconds(5);
        unsent::keep(&team.app, &late, "/x", None, &typed("sidst skrevet")).await.unwrap();
        unsent::keep(&team.app, &early, "/x", None, &typed("først skrevet")).await.unwrap();
        let found = unsent::find(&team.app, &late, "/x").await.unwrap().unwrap();
        assert_eq!(found.fields.reveal(), typed("sidst skrevet").reveal());
    }
}

#[tokio::test]
async fn two_forms_have_two_keys() {
    for team in both_teams().await {
        let cx = team.cx().await;
        let keys: Vec<Once> = (0..100).map(|_| cx.form_key().unwrap()).collect();
        assert!(keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key)));
    }
}
