//! The log.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use domain::access::Action;
use domain::event::{Entry, Event};
use store::Error;
use store::audit::AuditFilter;
use testkit::database::{Database, Kind, both_databases};
use tokio::task::JoinSet;
use vault::chain::Broken;

use crate::common::{PROGRAMME, WORKER, citizen, entry, later, now, operator, seen, worker_sees};

#[tokio::test]
async fn what_was_seen_and_done_stands_in_the_log_in_order() {
    for opened in both_databases().await {
        let store = &opened.store;
        let work = store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        work.commit(entry(Event::StoreMade), now()).await.unwrap();
        store.look(&worker_sees(citizen(1)), seen(citizen(1)), later(1)).await.unwrap();
        let list = Entry {
            programme: Some(PROGRAMME),
            citizens: vec![citizen(1), citizen(2)],
            event: Event::CitizensListed { list: "own".to_owned() },
        };
        store.look_many(&worker_sees(citizen(1)), &[list, seen(citizen(3))], later(2)).await.unwrap();

        let mut reader = store.read(&operator(Action::VerifyLog)).await.unwrap();
        let rows = reader.audit_rows(&AuditFilter::default(), 10).await.unwrap();
        let numbers: Vec<_> = rows.iter().map(|row| (row.seq, row.event.as_str())).collect();
        assert_eq!(numbers, [(4, "citizen_seen"), (3, "citizens_listed"), (2, "citizen_seen"), (1, "store_made")]);
        assert_eq!((rows[3].actor.as_str(), rows[3].role.as_str()), ("operator:root", "operator"));
        assert_eq!((rows[2].actor.as_str(), rows[2].relation.as_str()), (WORKER.to_string().as_str(), "own"));
        assert_eq!(rows[2].citizen, Some(citizen(1).0));
        assert_eq!(rows[1].subjects(), [citizen(1), citizen(2)]);
        assert_eq!(rows[1].detail, r#"{"event":"citizens_listed","list":"own"}"#);
        assert_eq!(rows[3].at.timestamp_micros(), now().timestamp_micros());

        let about = |number| AuditFilter { citizen: Some(citizen(number)), ..AuditFilter::default() };
        assert_eq!(seqs(&reader.audit_rows(&about(1), 10).await.unwrap()), [3, 2], "alone and in a list");
        assert_eq!(seqs(&reader.audit_rows(&about(2), 10).await.unwrap()), [3]);
        let by = AuditFilter { actor: Some(WORKER.to_string()), before: Some(4), ..AuditFilter::default() };
        assert_eq!(seqs(&reader.audit_rows(&by, 1).await.unwrap()), [3]);
        let event =
            AuditFilter { event: Some("store_made".to_owned()), programme: Some(PROGRAMME), ..AuditFilter::default() };
        assert_eq!(seqs(&reader.audit_rows(&event, 10).await.unwrap()), [1]);
        let until = AuditFilter { until: Some(now().date_naive()), ..AuditFilter::default() };
        assert_eq!(reader.audit_rows(&until, 10).await.unwrap().len(), 4);
        let until = AuditFilter { until: now().date_naive().pred_opt(), ..AuditFilter::default() };
        assert!(reader.audit_rows(&until, 10).await.unwrap().is_empty());
        drop(reader);

        assert_eq!(store.verify_log(&operator(Action::VerifyLog), None).await.unwrap().entry, 4);
    }
}

#[tokio::test]
async fn work_that_is_not_committed_leaves_no_row() {
    for opened in both_databases().await {
        drop(opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap());
        let head = opened.store.verify_log(&operator(Action::VerifyLog), None).await.unwrap();
        assert_eq!(head.entry, 0);
    }
}

#[tokio::test]
async fn while_one_change_stands_alone_no_other_is_kept_and_what_was_kept_before_it_is_seen() {
    for opened in both_databases().await {
        let store = Arc::new(opened.store);
        let mut alone = store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        alone.alone().await.unwrap();
        let other = Arc::clone(&store);
        let other = tokio::spawn(async move {
            let work = other.begin(operator(Action::KeepProgrammes)).await.unwrap();
            work.commit(entry(Event::StoreMade), later(1)).await.unwrap();
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!other.is_finished(), "it waits");
        alone.commit(entry(Event::StoreMade), now()).await.unwrap();
        other.await.unwrap();
        let mut third = store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        third.alone().await.unwrap();
        let rows = third.audit_rows(&AuditFilter::default(), 10).await.unwrap();
        let moments: Vec<_> = rows.iter().map(|row| row.at.timestamp_micros()).collect();
        assert_eq!(moments, [later(1), now()].map(|at| at.timestamp_micros()), "the one that waited came after");
    }
}

#[tokio::test]
async fn many_readers_and_writers_at_once_make_one_unbroken_chain() {
    for opened in both_databases().await {
        let store = Arc::new(opened.store);
        let mut tasks = JoinSet::new();
        for number in 0..40 {
            let store = Arc::clone(&store);
            tasks.spawn(async move {
                if number % 4 == 0 {
                    let work = store.begin(operator(Action::KeepProgrammes)).await.unwrap();
                    work.commit(entry(Event::StoreMade), later(number)).await.unwrap();
                } else {
                    let one = citizen(u128::try_from(number).unwrap());
                    store.look(&worker_sees(one), seen(one), later(number)).await.unwrap();
                }
            });
        }
        tasks.join_all().await;
        assert_eq!(store.verify_log(&operator(Action::VerifyLog), None).await.unwrap().entry, 40);
        let mut reader = store.read(&operator(Action::VerifyLog)).await.unwrap();
        let rows = reader.audit_rows(&AuditFilter::default(), 100).await.unwrap();
        assert_eq!(rows.iter().filter_map(|row| row.citizen).collect::<HashSet<_>>().len(), 30);
    }
}

#[tokio::test]
async fn the_database_refuses_to_change_a_log_row() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepProgrammes);
        opened.store.look(&grant, entry(Event::LogSeen), now()).await.unwrap();
        for statement in ["UPDATE audit_event SET event = 'other'", "DELETE FROM audit_event"] {
            let refused = opened.database.tamper(statement).await.unwrap_err();
            assert!(refused.to_string().contains("the log is only added to"), "{refused}");
        }
    }
}

#[tokio::test]
async fn a_change_a_removal_and_a_cut_are_found_where_they_are() {
    const FREE: [&str; 2] = ["DROP TRIGGER audit_event_stays", "DROP TRIGGER audit_event_is_not_emptied"];
    for (damage, expected) in [
        ("UPDATE audit_event SET actor = 'operator:other' WHERE seq = 3", 3),
        ("UPDATE audit_event SET detail = '{}' WHERE seq = 5", 5),
        ("DELETE FROM audit_event WHERE seq = 4", 4),
        ("DELETE FROM audit_event WHERE seq > 4", 5),
        ("UPDATE audit_event SET seq = CASE seq WHEN 2 THEN -3 ELSE seq END WHERE seq = 2", 1),
        ("UPDATE audit_head SET seq = 5", 5),
        ("DELETE FROM audit_head", 1),
    ] {
        for opened in both_databases().await {
            let (store, grant) = (&opened.store, operator(Action::VerifyLog));
            for second in 0..6 {
                store.look(&grant, entry(Event::LogSeen), later(second)).await.unwrap();
            }
            assert_eq!(store.verify_log(&grant, None).await.unwrap().entry, 6, "the control: unharmed, it holds");
            for free in FREE {
                let on_postgres = format!("{free} ON audit_event");
                let free = if opened.database.kind == Kind::Sqlite { free } else { &on_postgres };
                opened.database.tamper(free).await.unwrap();
            }
            opened.database.tamper(damage).await.unwrap();
            let broken = store.verify_log(&grant, None).await.unwrap_err();
            assert_eq!(broken, Error::Broken(Broken { entry: expected }), "{damage} {:?}", opened.database.kind);
        }
    }
}

#[tokio::test]
async fn a_log_written_anew_does_not_match_the_checkpoint_kept_elsewhere() {
    for opened in both_databases().await {
        let (store, grant) = (&opened.store, operator(Action::VerifyLog));
        for second in 0..3 {
            store.look(&grant, entry(Event::LogSeen), later(second)).await.unwrap();
        }
        let kept = store.checkpoint(&grant).await.unwrap();
        store.look(&grant, entry(Event::LogSeen), later(9)).await.unwrap();
        assert_eq!(store.verify_log(&grant, Some(&kept)).await.unwrap().entry, 4);
        let other = vault::chain::Checkpoint { hash: [1; 32], ..kept };
        assert_eq!(store.verify_log(&grant, Some(&other)).await.unwrap_err(), Error::Broken(Broken { entry: 3 }));
        let longer = vault::chain::Checkpoint { entry: 9, ..kept };
        assert_eq!(store.verify_log(&grant, Some(&longer)).await.unwrap_err(), Error::Broken(Broken { entry: 5 }));
    }
}

fn seqs(rows: &[store::audit::AuditRow]) -> Vec<i64> {
    rows.iter().map(|row| row.seq).collect()
}

#[tokio::test]
async fn a_change_whose_log_row_was_lost_between_two_commits_is_logged_when_the_store_opens() {
    for opened in both_databases().await {
        let grant = operator(Action::VerifyLog);
        opened.store.look(&grant, entry(Event::LogSeen), now()).await.unwrap();
        let before = opened.store.checkpoint(&grant).await.unwrap();
        let work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
        work.commit(entry(Event::StoreMade), later(1)).await.unwrap();
        lose(&opened.database, &before, 1).await;
        let head = opened.store.verify_log(&grant, None).await.unwrap_err();
        assert_eq!(head, Error::Broken(Broken { entry: 2 }), "the control: it was lost");

        let opened = opened.reopen().await;
        assert_eq!(opened.store.verify_log(&grant, None).await.unwrap().entry, 2);
        let mut reader = opened.store.read(&grant).await.unwrap();
        let rows = reader.audit_rows(&AuditFilter::default(), 10).await.unwrap();
        assert_eq!((rows[0].event.as_str(), rows[0].at.timestamp()), ("store_made", later(1).timestamp()));
    }
}

#[tokio::test]
async fn a_log_that_lacks_more_than_the_last_change_is_broken_and_takes_no_new_rows() {
    for opened in both_databases().await {
        let grant = operator(Action::VerifyLog);
        let before = opened.store.checkpoint(&grant).await.unwrap();
        for second in 0..2 {
            let work = opened.store.begin(operator(Action::KeepProgrammes)).await.unwrap();
            work.commit(entry(Event::StoreMade), later(second)).await.unwrap();
        }
        lose(&opened.database, &before, 0).await;
        let opened = opened.reopen().await;
        let broken = Error::Broken(Broken { entry: 1 });
        assert_eq!(
            opened.store.verify_log(&grant, None).await.unwrap_err(),
            broken,
            "an older log is told by the facts"
        );
        assert_eq!(opened.store.look(&grant, entry(Event::LogSeen), later(9)).await.unwrap_err(), broken);
    }
}

/// Takes the log back to a head that was genuine, as a crash between two files' commits or an older file would.
async fn lose(database: &Database, before: &vault::chain::Checkpoint, entries: i64) {
    let on = if database.kind == Kind::Postgres { " ON audit_event" } else { "" };
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let (hash, tag) = (hex(&before.hash), hex(&before.tag));
    let bytes = |hex: &str| if on.is_empty() { format!("x'{hex}'") } else { format!("'\\x{hex}'") };
    let trigger = if on.is_empty() {
        "DROP TRIGGER log.audit_event_is_not_emptied"
    } else {
        "DROP TRIGGER audit_event_stays ON audit_event"
    };
    database.tamper(trigger).await.unwrap();
    database.tamper(&format!("DELETE FROM audit_event WHERE seq > {entries}")).await.unwrap();
    let head = format!("UPDATE audit_head SET seq = {entries}, hash = {}, tag = {}", bytes(&hash), bytes(&tag));
    database.tamper(&head).await.unwrap();
}
