//! Who a citizen is, kept on screen.

use app::once::Once;
use app::{Error, identity};
use domain::code::{Role, SafeContact};
use domain::identity::Identity;
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::past::found;
use testkit::register::small;
use testkit::team::both_teams;
use uuid::Uuid;

use crate::common::{called, page_of};

fn once(number: u128) -> Once {
    Once(Uuid::from_u128(number))
}

fn text(text: &str) -> Option<Personal<String>> {
    Some(Personal::new(text.to_owned()))
}

#[tokio::test]
async fn mette_corrects_who_ask_is_and_everybody_heeds_it() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        team.adds("mette", Role::Worker).await;
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        let page = identity::page(app, &mette, ask).await.unwrap();
        assert_eq!(page.identity.cpr.as_ref().unwrap().reveal(), "0102851234");
        assert_eq!(page.register_id.as_ref().unwrap().reveal(), "B1");
        assert!(page.identity.protected_address && page.about.is_own);

        let kinds = team.database.texts("SELECT kind FROM blind_index WHERE kind <> 'prefix' ORDER BY kind").await;
        let changed = Identity {
            alias: text("  Asger "),
            phone: text("60 70 80 90"),
            safe_contact: [SafeContact::NoSms, SafeContact::NotAtHome].into(),
            ..page.identity.clone()
        };
        identity::keep(app, &mette, ask, page.version, changed.clone(), once(1)).await.unwrap();
        let kept = team.database.last_logged().await;
        assert_eq!((kept.event.as_str(), kept.citizens, kept.relation.as_str()), ("citizen_kept", vec![ask.0], "own"));
        assert!(!kept.detail.contains("Asger"));
        let seen = page_of(app, &amina, "Asger").await;
        assert_eq!((seen.heed.safe_contact.len(), seen.heed.address_protected), (2, true));
        let after = identity::page(app, &mette, ask).await.unwrap();
        assert_eq!((after.version, after.identity), (page.version + 1, changed.clone().tidied()));
        assert_eq!(after.register_id, page.register_id, "what the form does not show stays");
        let kinds_after =
            team.database.texts("SELECT kind FROM blind_index WHERE kind <> 'prefix' ORDER BY kind").await;
        assert_eq!(kinds_after, kinds, "the index follows: one hash a kind, as before");
        let dump = team.database.dump().await;
        assert!(found(&dump, &["Asger", "60 70 80 90", "60708090"]).is_empty());

        // Pressed twice, done once; from an old version, nothing.
        identity::keep(app, &mette, ask, page.version, changed.clone(), once(1)).await.unwrap();
        let stale = identity::keep(app, &amina, ask, page.version, changed, once(2)).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        assert_eq!(identity::page(app, &amina, ask).await.unwrap().version, page.version + 1);
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_all_at_once_and_jonas_is_told_nothing() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        team.adds("jonas", Role::Worker).await;
        let (amina, jonas) = (team.signs_in("amina").await, team.signs_in("jonas").await);
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        let wrong = Identity { cpr: text("12"), phone: text("nej"), birth_year: Some(1066), ..Identity::default() };
        let refused = identity::keep(app, &amina, ask, 1, wrong.clone(), once(3)).await.unwrap_err();
        let Error::Refusals(refused) = refused else { panic!("{refused:?}") };
        let codes: Vec<Code> = refused.iter().map(|refusal| refusal.code).collect();
        assert_eq!(codes, [Code::NotACpr, Code::NotAPhone, Code::NotABirthYear]);
        assert!(matches!(identity::page(app, &jonas, ask).await, Err(Error::NotFound)));
        let denied = identity::keep(app, &jonas, ask, 1, Identity::default(), once(4)).await;
        assert!(matches!(denied, Err(Error::NotFound)));
        assert_eq!(identity::page(app, &amina, ask).await.unwrap().version, 1);
    }
}
