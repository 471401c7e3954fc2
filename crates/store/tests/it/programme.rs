//! Programmes, instruments and partners.

use domain::access::Action;
use domain::id::{OrganisationId, ProgrammeId};
use store::Error;
use store::organisation::OrganisationRow;
use store::partner::PartnerRow;
use store::programme::{InstrumentRow, ProgrammeRow};
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, now, operator};

async fn work(opened: &testkit::database::Opened) -> store::Work {
    let mut work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
    let organisation = OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    work
}

#[tokio::test]
async fn a_programme_is_found_by_id_and_key_in_its_latest_version() {
    for opened in both_databases().await {
        let mut work = work(&opened).await;
        let first = ProgrammeRow {
            id: PROGRAMME.0,
            version: 1,
            organisation: ORGANISATION.0,
            key: "exit-2016".to_owned(),
            toml: "phases = 3".to_owned(),
        };
        let second = ProgrammeRow { version: 2, toml: "phases = 4".to_owned(), ..first.clone() };
        work.put_programme(&first, None, now()).await.unwrap();
        assert_eq!(work.programme(PROGRAMME).await.unwrap(), Some(first));
        work.put_programme(&second, None, now()).await.unwrap();
        assert_eq!(work.programme(PROGRAMME).await.unwrap(), Some(second.clone()));
        assert_eq!(work.programme_of(ORGANISATION, "exit-2016").await.unwrap(), Some(second.clone()));
        assert_eq!(work.programmes_with_key("exit-2016").await.unwrap(), std::slice::from_ref(&second));
        assert_eq!(work.programmes().await.unwrap(), std::slice::from_ref(&second));
        let nowhere = OrganisationId(Uuid::from_u128(77));
        assert_eq!(work.programme_of(nowhere, "exit-2016").await.unwrap(), None);
        assert_eq!(work.programme(ProgrammeId(Uuid::from_u128(77))).await.unwrap(), None);
        let namesake = ProgrammeRow { id: Uuid::from_u128(78), version: 1, ..second };
        assert!(matches!(work.put_programme(&namesake, None, now()).await, Err(Error::Taken(_))));
    }
}

#[tokio::test]
async fn an_instruments_version_once_kept_stays() {
    for opened in both_databases().await {
        let mut work = work(&opened).await;
        let row = |version: &str, toml: &str| InstrumentRow {
            key: "who-5".to_owned(),
            version: version.to_owned(),
            toml: toml.to_owned(),
        };
        work.add_instrument(&row("2", "b"), now()).await.unwrap();
        work.add_instrument(&row("1", "a"), now()).await.unwrap();
        assert_eq!(work.instruments().await.unwrap(), [row("1", "a"), row("2", "b")]);
        assert!(matches!(work.add_instrument(&row("1", "c"), now()).await, Err(Error::Taken(_))));
    }
}

#[tokio::test]
async fn partners_are_listed_by_name_in_their_latest_version() {
    for opened in both_databases().await {
        let mut work = work(&opened).await;
        let row = |number: u128, version: i64, name: &str| PartnerRow {
            organisation: ORGANISATION.0,
            id: Uuid::from_u128(number),
            version,
            name: name.to_owned(),
            short_name: (number == 1).then(|| "Havnen".to_owned()),
        };
        let many: Vec<_> = (1..=300).map(|number| row(number, 1, &format!("Partner {number:03}"))).collect();
        work.put_partners(&many, now()).await.unwrap();
        assert_eq!(work.partners(ORGANISATION).await.unwrap(), many, "three hundred, over several statements");
        work.put_partners(&[row(1, 2, "Aaben Dør")], now()).await.unwrap();
        let listed = work.partners(ORGANISATION).await.unwrap();
        assert_eq!((listed.len(), &listed[0]), (300, &row(1, 2, "Aaben Dør")));
    }
}
