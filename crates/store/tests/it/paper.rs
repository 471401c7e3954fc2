//! The programme's own papers come back, every version of them, and each under its own programme and kind.

use domain::access::Action;
use domain::code::PaperKind;
use domain::event::Event;
use domain::id::{ProgrammeId, SubjectId};
use store::Error;
use store::paper::Paper;
use testkit::database::both_databases;
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, entry, later, now, operator};

const ROW: Uuid = Uuid::from_u128(0x71);

fn paper(version: i64, body: &[u8]) -> Paper {
    Paper {
        kind: PaperKind::Line,
        id: ROW,
        version,
        subject: SubjectId(PROGRAMME.0),
        ended: version == 3,
        body: body.to_vec(),
        reason: (version > 1).then(|| b"why".to_vec()),
    }
}

#[tokio::test]
async fn every_version_of_a_paper_comes_back_with_who_when_why_and_its_key() {
    for opened in both_databases().await {
        let (_, key) = opened.store.keys().new_key(ORGANISATION, SubjectId(PROGRAMME.0)).unwrap();
        let grant = operator(Action::KeepProgrammes);
        opened.store.add_keys(&grant, &[key]).await.unwrap();
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        for version in 1..=3 {
            work.put_paper(PROGRAMME, &paper(version, &[u8::try_from(version).unwrap()]), later(version))
                .await
                .unwrap();
        }
        let other = Paper { kind: PaperKind::Unit, ..paper(1, b"unit") };
        work.put_paper(PROGRAMME, &other, now()).await.unwrap();
        work.put_paper(ProgrammeId(Uuid::from_u128(0x99)), &paper(1, b"elsewhere"), now()).await.unwrap();
        let event = Event::FactRecorded { fact: "tidsplan".to_owned(), row: ROW };
        work.commit(entry(event), now()).await.unwrap();
        let mut reader = opened.store.read(&grant).await.unwrap();
        let current = reader.papers(PROGRAMME, PaperKind::Line).await.unwrap();
        assert_eq!(current.len(), 1);
        let one = &current[0];
        assert_eq!((one.id, one.version, one.ended, one.subject), (ROW, 3, true, PROGRAMME.0));
        assert_eq!((one.body.as_slice(), one.reason.as_deref()), ([3].as_slice(), Some(b"why".as_slice())));
        assert_eq!((one.by.as_str(), one.at.timestamp()), ("operator:root", later(3).timestamp()));
        assert!(one.epoch.is_some() && one.wrapped.is_some());
        let versions = reader.paper_versions(PROGRAMME, PaperKind::Line, ROW).await.unwrap();
        let told: Vec<_> = versions.iter().map(|row| (row.version, row.ended, row.reason.is_some())).collect();
        assert_eq!(told, [(1, false, false), (2, false, true), (3, true, true)]);
        assert_eq!(reader.papers(PROGRAMME, PaperKind::Unit).await.unwrap()[0].body, b"unit");
    }
}

#[tokio::test]
async fn a_version_made_from_one_that_is_not_current_any_more_is_stale_and_one_that_is_there_is_taken() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepProgrammes);
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        work.put_paper(PROGRAMME, &paper(1, b"1"), now()).await.unwrap();
        work.put_paper(PROGRAMME, &paper(2, b"2"), now()).await.unwrap();
        let event = Event::FactRecorded { fact: "tidsplan".to_owned(), row: ROW };
        work.commit(entry(event), now()).await.unwrap();
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        assert_eq!(work.put_paper(PROGRAMME, &paper(2, b"3"), now()).await, Err(Error::Stale));
        drop(work);
        let mut work = opened.store.begin(grant).await.unwrap();
        let taken = work.put_paper(PROGRAMME, &paper(1, b"4"), now()).await;
        assert!(matches!(taken, Err(Error::Taken(_))), "{taken:?}");
    }
}
