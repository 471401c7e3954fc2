//! A moment is claimed by one server, for a while; and who wants the mail comes back.

use domain::access::{Action, Actor, Grant, Relation, decide};
use domain::code::{DigestRhythm, JobKind, JobReason, JobState};
use domain::event::Event;
use domain::id::UserId;
use store::digest::DigestRow;
use store::job::{Claim, Ending, JobRow, Moment};
use store::{Error, Store};
use testkit::database::{Kind, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, entry, later, now, operator};

fn job() -> Grant {
    decide(&Actor::Job, Action::RunJobs, Relation::NoCitizen, None).unwrap()
}

fn moment(seconds: i64) -> Moment {
    Moment { programme: PROGRAMME, kind: JobKind::Tidy, due: later(seconds) }
}

/// Claims a moment a number of seconds from now, for ten.
async fn claim(store: &Store, at: Moment, number: u128, seconds: i64) -> Option<Claim> {
    let span = (later(seconds), later(seconds + 10));
    store.claim_job(&job(), at, Uuid::from_u128(number), span).await.unwrap()
}

async fn end(store: &Store, claim: &Claim, ending: Ending) -> store::Result<()> {
    let mut work = store.begin(job()).await?;
    work.end_job(claim, &ending, later(5)).await?;
    work.commit(entry(Event::LogSeen), later(5)).await
}

async fn rows(store: &Store) -> Vec<JobRow> {
    store.read(&job()).await.unwrap().jobs_of(PROGRAMME, JobKind::Tidy, 9).await.unwrap()
}

const DONE: Ending = Ending { state: JobState::Done, reason: None, next_try: None, came_to: 3 };

#[tokio::test]
async fn of_eight_who_claim_a_moment_at_once_one_gets_it() {
    for opened in both_databases().await {
        let mut stores = vec![&opened.store];
        // A second server, where the database lets one in.
        let second = match opened.database.kind {
            Kind::Postgres => Some(opened.database.try_open(&opened.database.master).await.unwrap()),
            Kind::Sqlite => None,
        };
        stores.extend(&second);
        for round in 0..5 {
            let at = moment(round * 100);
            let mine = |number: u128| claim(stores[number as usize % stores.len()], at, number, round * 100);
            let all = tokio::join!(mine(1), mine(2), mine(3), mine(4), mine(5), mine(6), mine(7), mine(8));
            let all = [all.0, all.1, all.2, all.3, all.4, all.5, all.6, all.7];
            assert_eq!(all.iter().flatten().count(), 1, "{:?}, round {round}: {all:?}", opened.database.kind);
        }
        assert_eq!(rows(&opened.store).await.len(), 5);
    }
}

#[tokio::test]
async fn what_a_server_left_in_the_middle_is_taken_over_when_its_time_is_up_and_it_can_end_it_no_more() {
    for opened in both_databases().await {
        let store = &opened.store;
        let first = claim(store, moment(0), 1, 0).await.unwrap();
        assert_eq!(claim(store, moment(0), 2, 9).await, None, "it is at it");
        assert!(!rows(store).await[0].is_free(later(9)) && rows(store).await[0].is_free(later(10)));
        assert!(store.keep_claim(&job(), &first, later(20)).await.unwrap(), "a sign of life");
        assert_eq!(claim(store, moment(0), 2, 19).await, None);
        let second = claim(store, moment(0), 2, 20).await.unwrap();
        assert_eq!((second.tries, second.id), (2, Uuid::from_u128(2)));
        assert!(!store.keep_claim(&job(), &first, later(60)).await.unwrap());
        assert_eq!(end(store, &first, DONE).await, Err(Error::Gone));
        end(store, &second, DONE).await.unwrap();
        assert_eq!(claim(store, moment(0), 3, 90).await, None, "done is done");
        let row = rows(store).await.remove(0);
        assert_eq!((row.state.as_str(), row.tries, row.came_to, row.reason), ("gjort", 2, 3, None));
        assert_eq!((row.due_at, row.programme, row.began_at), (moment(0).due, PROGRAMME.0, later(20)).kept());
    }
}

/// As the databases keep moments.
trait Kept {
    fn kept(self) -> Self;
}

impl Kept for (chrono::DateTime<chrono::Utc>, Uuid, chrono::DateTime<chrono::Utc>) {
    fn kept(self) -> Self {
        use chrono::SubsecRound;
        (self.0.trunc_subsecs(6), self.1, self.2.trunc_subsecs(6))
    }
}

#[tokio::test]
async fn what_failed_is_tried_again_after_its_pause_until_the_next_moment_takes_its_place() {
    for opened in both_databases().await {
        let store = &opened.store;
        let failed = Ending {
            state: JobState::Failed,
            reason: Some(JobReason::MailRefused),
            next_try: Some(later(300)),
            came_to: 0,
        };
        let first = claim(store, moment(0), 1, 0).await.unwrap();
        end(store, &first, failed).await.unwrap();
        assert_eq!(claim(store, moment(0), 2, 299).await, None);
        let again = claim(store, moment(0), 2, 300).await.unwrap();
        assert_eq!(again.tries, 2);
        end(store, &again, Ending { next_try: Some(later(9000)), ..failed }).await.unwrap();
        let next = claim(store, moment(1000), 3, 1000).await.unwrap();
        assert_eq!(next.tries, 1);
        let states: Vec<String> = rows(store).await.into_iter().map(|row| row.state).collect();
        assert_eq!(states, ["i_gang", "afloest"]);
        assert_eq!(claim(store, moment(0), 4, 9000).await, None, "its place is taken");

        let press = async |at: Moment| {
            let mut work = store.begin(operator(Action::KeepJobs)).await.unwrap();
            let pressed = work.try_job_again(at, later(1100)).await;
            if pressed.is_ok() {
                work.commit(entry(Event::LogSeen), later(1100)).await.unwrap();
            }
            pressed
        };
        assert_eq!(press(moment(1000)).await, Err(Error::Gone), "it has not failed");
        end(store, &next, Ending { state: JobState::GivenUp, next_try: None, ..failed }).await.unwrap();
        assert_eq!(press(moment(0)).await, Err(Error::Gone), "a later one is there");
        press(moment(1000)).await.unwrap();
        assert_eq!(claim(store, moment(1000), 5, 1100).await.unwrap().tries, 1, "as often as a new one");
        let mut work = store.begin(job()).await.unwrap();
        assert_eq!(work.forget_jobs(later(1000)).await.unwrap(), 1);
        drop(work);
    }
}

#[tokio::test]
async fn who_wants_the_mail_comes_back_and_whom_it_was_sent_to() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(job()).await.unwrap();
        let row = |version, rhythm: DigestRhythm| DigestRow {
            version,
            rhythm: rhythm.code().to_owned(),
            locale: "en".to_owned(),
            address: vec![1, 2, version as u8],
        };
        assert_eq!(work.digest(PROGRAMME, WORKER).await.unwrap(), None);
        work.put_digest(PROGRAMME, WORKER, &row(1, DigestRhythm::Daily), now()).await.unwrap();
        work.put_digest(PROGRAMME, WORKER, &row(2, DigestRhythm::Weekly), now()).await.unwrap();
        let stale = work.put_digest(PROGRAMME, WORKER, &row(2, DigestRhythm::Daily), now()).await;
        assert_eq!(stale, Err(Error::Stale));
        assert_eq!(work.digest(PROGRAMME, WORKER).await.unwrap(), Some(row(2, DigestRhythm::Weekly)));

        work.note_digest_sent(moment(0), WORKER, now()).await.unwrap();
        work.note_digest_sent(moment(1), UserId(ORGANISATION.0), now()).await.unwrap();
        assert_eq!(work.digests_sent(moment(0)).await.unwrap(), [WORKER]);
        work.drop_digest(PROGRAMME, WORKER).await.unwrap();
        assert_eq!(work.digest(PROGRAMME, WORKER).await.unwrap(), None);
    }
}
