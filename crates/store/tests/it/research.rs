//! Research packages come back with who is in them, and what they are made from is found: the answers and what is known of people.

use domain::access::Action;
use domain::event::Event;
use domain::id::CitizenId;
use store::Error;
use store::research::NewPackage;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, citizen, entry, later, now, operator};

const ROW: Uuid = Uuid::from_u128(0x91);

fn package(id: Uuid, persons: &[(CitizenId, &str)]) -> NewPackage {
    NewPackage {
        id,
        as_of: "2015-11-23".parse().unwrap(),
        agreed: 3,
        suppressed: 1,
        hash: "ab".to_owned(),
        recipient: b"who".to_vec(),
        purpose: b"why".to_vec(),
        file: b"file".to_vec(),
        persons: persons.iter().map(|(citizen, name)| (*citizen, (*name).to_owned())).collect(),
    }
}

fn made(persons: u64) -> Event {
    Event::ResearchMade { package: ROW, persons }
}

#[tokio::test]
async fn a_package_comes_back_with_its_file_and_who_is_in_it() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepResearch);
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        let two = [(citizen(2), "p2"), (citizen(1), "p1")];
        work.add_research_package(PROGRAMME, &package(ROW, &two), now()).await.unwrap();
        work.add_research_package(PROGRAMME, &package(Uuid::from_u128(0x92), &[]), later(5)).await.unwrap();
        let taken = work.commit(entry(made(2)), now()).await;
        taken.unwrap();
        let mut reader = opened.store.read(&grant).await.unwrap();
        let packages = reader.research_packages(PROGRAMME).await.unwrap();
        assert_eq!(packages.iter().map(|row| row.id).collect::<Vec<_>>(), [Uuid::from_u128(0x92), ROW], "newest first");
        let one = &packages[1];
        assert_eq!((one.version, one.persons, one.agreed, one.suppressed), (1, 2, 3, 1));
        assert_eq!(
            (one.as_of.to_string().as_str(), one.hash.as_str(), one.by.as_str()),
            ("2015-11-23", "ab", "operator:root")
        );
        assert_eq!((one.recipient.as_slice(), one.purpose.as_slice()), (b"who".as_slice(), b"why".as_slice()));
        assert_eq!(one.at.timestamp(), now().timestamp());
        assert_eq!(reader.research_file(PROGRAMME, ROW).await.unwrap(), Some((1, b"file".to_vec())));
        assert_eq!(reader.research_file(PROGRAMME, Uuid::from_u128(1)).await.unwrap(), None);
        let persons = reader.research_persons(PROGRAMME).await.unwrap();
        let told: Vec<_> = persons.iter().map(|row| (row.pseudonym.as_str(), row.citizen, row.told_on)).collect();
        assert_eq!(told, [("p1", citizen(1).0, None), ("p2", citizen(2).0, None)]);
    }
}

#[tokio::test]
async fn a_person_is_told_of_once_and_a_package_is_kept_once() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepResearch);
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        let two = [(citizen(2), "p2"), (citizen(1), "p1")];
        work.add_research_package(PROGRAMME, &package(ROW, &two), now()).await.unwrap();
        work.commit(entry(made(2)), now()).await.unwrap();
        let persons = opened.store.read(&grant).await.unwrap().research_persons(PROGRAMME).await.unwrap();
        let on = "2015-12-01".parse().unwrap();
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        work.tell_recipient(PROGRAMME, &persons[0], on, later(1)).await.unwrap();
        let again = work.tell_recipient(PROGRAMME, &persons[0], on, later(2)).await;
        assert_eq!(again, Err(Error::Stale));
        work.commit(entry(Event::ResearchRecalled { package: ROW, persons: 1 }), later(1)).await.unwrap();
        let persons = opened.store.read(&grant).await.unwrap().research_persons(PROGRAMME).await.unwrap();
        let told: Vec<_> = persons.iter().map(|row| (row.pseudonym.as_str(), row.version, row.told_on)).collect();
        assert_eq!(told, [("p1", 2, Some(on)), ("p2", 1, None)]);
        let mut work = opened.store.begin(grant).await.unwrap();
        let taken = work.add_research_package(PROGRAMME, &package(ROW, &[]), now()).await;
        assert!(matches!(taken, Err(Error::Taken(_))), "{taken:?}");
    }
}

#[tokio::test]
async fn a_store_without_answers_has_none() {
    for opened in both_databases().await {
        let mut reader = opened.store.read(&operator(Action::KeepResearch)).await.unwrap();
        assert_eq!(reader.research_answers(PROGRAMME, ORGANISATION).await.unwrap(), []);
        assert_eq!(reader.research_traits(PROGRAMME, ORGANISATION).await.unwrap(), []);
    }
}
