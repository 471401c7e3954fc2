//! Organisations with their versions, who is responsible for a grant, a programme's versions, and a session that goes on elsewhere.

use domain::access::Action;
use domain::id::ProgrammeId;
use store::Error;
use store::organisation::{OrganisationRow, ResponsibleRow};
use store::programme::ProgrammeRow;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, now, operator};

#[tokio::test]
async fn an_organisation_is_known_in_its_latest_version_and_a_version_is_recorded_once() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        let first = OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
        work.add_organisation(&first, now()).await.unwrap();
        assert_eq!(work.organisation(ORGANISATION).await.unwrap(), Some(first.clone()));
        let second = OrganisationRow {
            version: 2,
            name: "Nordstjernen".to_owned(),
            kind: Some("forening".to_owned()),
            municipality: Some("Aarhus".to_owned()),
            cvr: Some("12345674".to_owned()),
            ..first
        };
        work.put_organisation(&second, now()).await.unwrap();
        assert_eq!(work.organisations().await.unwrap(), std::slice::from_ref(&second));
        assert!(matches!(work.put_organisation(&second, now()).await, Err(Error::Taken(_))));
    }
}

#[tokio::test]
async fn one_person_is_responsible_for_a_programme_s_grant() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        assert_eq!(work.responsible(PROGRAMME).await.unwrap(), None);
        let row = |id: u128, version: i64| ResponsibleRow {
            id: Uuid::from_u128(id),
            version,
            name: Some(vec![1, 2]),
            contact: None,
            cpr: (id == 1).then(|| vec![3]),
            epoch: None,
            wrapped: None,
        };
        for wanted in [row(1, 1), row(1, 2), row(2, 1)] {
            work.put_responsible(PROGRAMME, &wanted, now()).await.unwrap();
            assert_eq!(work.responsible(PROGRAMME).await.unwrap(), Some(wanted));
        }
        assert_eq!(work.responsible(ProgrammeId(Uuid::from_u128(77))).await.unwrap(), None);
        assert!(matches!(work.put_responsible(PROGRAMME, &row(2, 1), now()).await, Err(Error::Taken(_))));
    }
}

#[tokio::test]
async fn every_version_of_a_programme_is_there_with_its_reason_the_latest_first() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        work.add_organisation(&OrganisationRow::named(ORGANISATION, "Nordlys".to_owned()), now()).await.unwrap();
        let row = |version: i64| ProgrammeRow {
            id: PROGRAMME.0,
            version,
            organisation: ORGANISATION.0,
            key: "exit-2016".to_owned(),
            toml: format!("phases = {version}"),
        };
        work.put_programme(&row(1), None, now()).await.unwrap();
        work.put_programme(&row(2), Some(&[7, 8]), now()).await.unwrap();
        let versions = work.programme_versions(PROGRAMME).await.unwrap();
        let told: Vec<_> = versions.iter().map(|row| (row.version, row.toml.as_str(), row.reason.as_deref())).collect();
        assert_eq!(told, [(2, "phases = 2", Some([7, 8].as_slice())), (1, "phases = 1", None)]);
        assert!(work.used_areas(PROGRAMME).await.unwrap().is_empty());
    }
}
