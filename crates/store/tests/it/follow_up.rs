//! What a follow-up keeps: fillings, corrected readings, answers, a goal's state, calendar addresses, and the courses that were closed.

use domain::access::Action;
use domain::code::{FilledBy, GoalState, Role};
use domain::event::Event;
use domain::id::{GoalId, ReadingId};
use store::Error;
use store::filling::KeptFilling;
use store::record::Fact;
use store::row::Version;
use store::user::{MembershipRow, UserRow};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, citizen, entry, later, now, operator, worker_sees};
use crate::facts::{COURSE, day, reading, with_one_citizen};

fn filling(id: u128, answers: &str) -> KeptFilling {
    KeptFilling {
        citizen: citizen(1),
        course: COURSE,
        id: Uuid::from_u128(id),
        due_on: None,
        made_on: day("2015-06-01"),
        filled_by: FilledBy::Together,
        answers: answers.to_owned(),
        worker_answers: Some("stjerne=-,4".to_owned()),
        notes: Some(b"notes".to_vec()),
    }
}

async fn keep(opened: &Opened, filling: &KeptFilling, from: i64, seconds: i64) -> store::Result<i64> {
    opened.store.keep_filling(&worker_sees(citizen(1)), PROGRAMME, filling, from, later(seconds)).await
}

fn kept() -> domain::event::Entry {
    entry(Event::FactRecorded { fact: "reading".to_owned(), row: Uuid::nil() })
}

#[tokio::test]
async fn a_filling_is_saved_over_the_version_it_was_made_from_and_one_is_open_at_a_time() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        assert_eq!(keep(&opened, &filling(0x90, "stjerne=7,-"), 0, 0).await, Ok(1));
        assert_eq!(keep(&opened, &filling(0x91, "stjerne=1,-"), 0, 1).await, Err(Error::Stale), "another is open");
        assert_eq!(keep(&opened, &filling(0x90, "stjerne=7,x"), 1, 2).await, Ok(2));
        assert_eq!(keep(&opened, &filling(0x90, "stjerne=1,1"), 1, 3).await, Err(Error::Stale));
        let rows = opened.store.read(&operator(Action::SeeRows)).await.unwrap().fillings(PROGRAMME, citizen(1)).await;
        let rows = rows.unwrap();
        assert_eq!(rows.len(), 1);
        let row = &rows[0];
        assert_eq!((row.course, row.version, row.answers.as_str()), (COURSE.0, 2, "stjerne=7,x"));
        assert_eq!((row.made_on, row.filled_by.as_str(), row.due_on), (day("2015-06-01"), "sammen", None));
        assert_eq!((row.worker_answers.as_deref(), row.notes.as_deref()), (Some("stjerne=-,4"), Some(&b"notes"[..])));
        assert_eq!(row.begun_by, WORKER.to_string());

        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let wrong = work.end_filling(PROGRAMME, COURSE, Uuid::from_u128(0x90), 1).await;
        assert_eq!(wrong, Err(Error::Stale));
        work.end_filling(PROGRAMME, COURSE, Uuid::from_u128(0x90), 2).await.unwrap();
        work.commit(kept(), later(4)).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        assert!(reader.fillings(PROGRAMME, citizen(1)).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_reading_has_every_version_with_the_reason_of_its_correction() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let number = work.correct(Fact::Reading(PROGRAMME, COURSE, Uuid::from_u128(0x71)), 1, later(1)).await.unwrap();
        let fact = reading(0x71, "2015-02-02", "8,x").fact;
        work.add_corrected_reading(PROGRAMME, Version { number, fact }, Some(b"why"), later(1)).await.unwrap();
        work.commit(kept(), later(1)).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        let id = ReadingId(Uuid::from_u128(0x71));
        let versions = reader.reading_versions(PROGRAMME, citizen(1), id).await.unwrap();
        let told: Vec<_> = versions.iter().map(|row| (row.version, row.answers.as_str(), row.reason.clone())).collect();
        assert_eq!(told, [(1, "7,x", None), (2, "8,x", Some(b"why".to_vec()))]);
        assert_eq!((versions[1].course, versions[1].made_on), (COURSE.0, day("2015-02-02")));
        assert!(reader.reading_versions(PROGRAMME, citizen(2), id).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn answers_are_told_with_their_ids_and_a_goal_moves_with_everything_else_of_it() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let goal = GoalId(Uuid::from_u128(0x61));
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        let replies = work.given_replies(PROGRAMME, citizen(1)).await.unwrap();
        assert_eq!((replies.len(), replies[0].id, replies[0].due_on), (1, Uuid::from_u128(0x65), day("2015-06-01")));
        assert_eq!((replies[0].replied_on, replies[0].reply.as_str()), (day("2015-06-02"), "afslaaet"));
        let texts = work.goal_texts(PROGRAMME, COURSE, goal).await.unwrap().unwrap();
        assert_eq!((texts.version, texts.text.as_deref(), texts.outside), (1, Some(&b"goal"[..]), None));
        let to = (GoalState::Reached, day("2015-07-01"));
        let text = (Some(&b"anew"[..]), None);
        work.move_goal(PROGRAMME, COURSE, (goal, 1), to, text, later(1)).await.unwrap();
        let again = work.move_goal(PROGRAMME, COURSE, (goal, 1), to, text, later(2)).await;
        assert_eq!(again, Err(Error::Stale));
        drop(work);
        let mut work = opened.store.begin(operator(Action::ImportRegister)).await.unwrap();
        work.move_goal(PROGRAMME, COURSE, (goal, 1), to, text, later(1)).await.unwrap();
        work.commit(kept(), later(1)).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        let goals = reader.citizens_goals(PROGRAMME, citizen(1)).await.unwrap();
        assert_eq!((goals.len(), goals[0].version, goals[0].state.as_str()), (1, 2, "naaet"));
        assert_eq!((goals[0].state_on, goals[0].created_on), (day("2015-07-01"), day("2015-03-01")));
        assert_eq!((goals[0].area.as_deref(), goals[0].text.as_deref()), (Some("bolig"), Some(&b"anew"[..])));
    }
}

#[tokio::test]
async fn a_closed_course_is_told_for_a_while_with_the_worker_it_had() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        for (on, since, found) in
            [("2015-12-01", "2015-11-01", 1), ("2015-11-30", "2015-11-01", 0), ("2016-06-01", "2015-12-01", 0)]
        {
            let own = reader.closed_courses_of_worker(PROGRAMME, WORKER, day(on), day(since)).await.unwrap();
            let all = reader.closed_courses(PROGRAMME, day(on), day(since)).await.unwrap();
            assert_eq!((own.len(), all.len()), (found, found), "{on}");
            assert!(all.iter().all(|row| row.worker == Some(WORKER.0) && row.course == COURSE.0));
        }
    }
}

#[tokio::test]
async fn a_calendar_address_is_its_owner_s_while_the_account_and_the_part_last() {
    for opened in both_databases().await {
        with_one_citizen(&opened).await;
        let user = UserRow {
            id: WORKER.0,
            version: 1,
            organisation: ORGANISATION.0,
            user_name: "mette".to_owned(),
            name_sealed: None,
            password_hash: None,
            disabled_at: None,
            expires_on: Some(day("2015-12-24")),
        };
        let part = MembershipRow {
            id: Uuid::from_u128(0x97),
            version: 1,
            user: WORKER.0,
            programme: PROGRAMME.0,
            role: Role::Worker.code().to_owned(),
            partner: None,
            from: day("2015-01-01"),
            to: Some(day("2015-12-31")),
        };
        let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
        work.put_user(&user, now()).await.unwrap();
        work.put_membership(&part, now()).await.unwrap();
        work.put_feed(PROGRAMME, WORKER, Some(b"one"), now()).await.unwrap();
        work.put_feed(PROGRAMME, WORKER, Some(b"two"), later(1)).await.unwrap();
        work.commit(entry(Event::FeedKept), later(1)).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        assert_eq!(reader.feed(b"one", day("2015-11-23")).await.unwrap(), None, "a new address ends the one before");
        let feed = reader.feed(b"two", day("2015-11-23")).await.unwrap().unwrap();
        assert_eq!((feed.user, feed.programme, feed.role.as_str()), (WORKER.0, PROGRAMME.0, "relationsmedarbejder"));
        assert_eq!(reader.feed(b"two", day("2015-12-25")).await.unwrap(), None, "the account has ended");
        assert!(reader.feed_made(PROGRAMME, WORKER).await.unwrap().is_some());
        drop(reader);
        let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
        work.put_feed(PROGRAMME, WORKER, None, later(2)).await.unwrap();
        work.commit(entry(Event::FeedKept), later(2)).await.unwrap();
        let mut reader = opened.store.read(&operator(Action::SeeRows)).await.unwrap();
        assert_eq!(reader.feed_made(PROGRAMME, WORKER).await.unwrap(), None);
    }
}
