//! Organisations, accounts, roles, sign-in and sessions.

use domain::access::Action;
use domain::event::Event;
use domain::id::{ProgrammeId, UserId};
use store::Error;
use store::organisation::OrganisationRow;
use store::session::SessionRow;
use store::user::{LoginRow, MembershipRow, UserRow};
use testkit::database::{Opened, both_databases};
use uuid::Uuid;

use crate::common::{ORGANISATION, PROGRAMME, WORKER, entry, later, now, operator};

fn worker() -> UserRow {
    UserRow {
        id: WORKER.0,
        version: 1,
        organisation: ORGANISATION.0,
        user_name: "mette".to_owned(),
        name_sealed: Some(vec![1, 2, 3]),
        password_hash: Some("$argon2id$".to_owned()),
        disabled_at: None,
        expires_on: Some(later(7_776_000).date_naive()),
    }
}

fn session(token: u8) -> SessionRow {
    SessionRow {
        token_hash: vec![token; 32],
        user: WORKER.0,
        programme: Some(PROGRAMME.0),
        made_at: kept(0),
        seen_at: kept(0),
        ends_at: kept(36_000),
        locale: "da".to_owned(),
    }
}

/// A moment that PostgreSQL gives back as it got it.
fn kept(seconds: i64) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(later(seconds).timestamp_micros()).unwrap()
}

async fn with_worker(opened: &Opened) {
    let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
    let organisation = OrganisationRow::named(ORGANISATION, "Nordlys".to_owned());
    work.add_organisation(&organisation, now()).await.unwrap();
    work.put_user(&worker(), now()).await.unwrap();
    work.commit(entry(Event::UserAdded { user: WORKER }), now()).await.unwrap();
    let mut reader = opened.store.read(&operator(Action::KeepUsers)).await.unwrap();
    assert_eq!(reader.organisations().await.unwrap(), [organisation]);
}

#[tokio::test]
async fn an_account_is_found_by_name_and_by_id_and_disabling_it_is_a_new_version() {
    for opened in both_databases().await {
        with_worker(&opened).await;
        let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
        assert_eq!(work.user_named("mette").await.unwrap(), Some(worker()));
        let disabled = UserRow { version: 2, disabled_at: Some(kept(5)), ..worker() };
        work.put_user(&disabled, later(5)).await.unwrap();
        work.commit(entry(Event::UserDisabled { user: WORKER }), later(5)).await.unwrap();

        let mut reader = opened.store.read(&operator(Action::KeepUsers)).await.unwrap();
        assert_eq!(reader.user(WORKER).await.unwrap(), Some(disabled.clone()));
        assert_eq!(reader.users(ORGANISATION).await.unwrap(), [disabled]);
        assert_eq!(reader.user_named("nobody").await.unwrap(), None);
        assert_eq!(reader.user(UserId(Uuid::from_u128(1))).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_user_name_or_a_version_recorded_twice_is_refused() {
    for opened in both_databases().await {
        with_worker(&opened).await;
        let namesake = UserRow { id: Uuid::from_u128(99), ..worker() };
        for refused in [namesake, worker()] {
            let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
            assert!(matches!(work.put_user(&refused, now()).await, Err(Error::Taken(_))));
        }
    }
}

#[tokio::test]
async fn a_role_is_held_in_a_programme_for_its_days_and_ending_it_is_a_new_version() {
    for opened in both_databases().await {
        with_worker(&opened).await;
        let role = MembershipRow {
            id: Uuid::from_u128(5),
            version: 1,
            user: WORKER.0,
            programme: PROGRAMME.0,
            role: "relationsmedarbejder".to_owned(),
            partner: None,
            from: now().date_naive(),
            to: None,
        };
        let ended = MembershipRow { version: 2, to: Some(now().date_naive()), ..role.clone() };
        let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
        work.put_membership(&role, now()).await.unwrap();
        assert_eq!(work.memberships(WORKER).await.unwrap(), [role]);
        work.put_membership(&ended, now()).await.unwrap();
        assert_eq!(work.memberships(WORKER).await.unwrap(), std::slice::from_ref(&ended));
        assert_eq!(work.members(PROGRAMME).await.unwrap(), [ended]);
        assert!(work.members(ProgrammeId(Uuid::from_u128(77))).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn failed_attempts_are_counted_until_one_succeeds() {
    for opened in both_databases().await {
        let mut work = opened.store.begin(operator(Action::KeepUsers)).await.unwrap();
        assert_eq!(work.login(WORKER).await.unwrap(), None);
        let locked = LoginRow { failed_attempts: 5, locked_until: Some(kept(60)), signed_in_at: None };
        let free = LoginRow { failed_attempts: 0, locked_until: None, signed_in_at: Some(kept(70)) };
        for login in [locked, free] {
            work.put_login(WORKER, &login).await.unwrap();
            assert_eq!(work.login(WORKER).await.unwrap(), Some(login));
        }
    }
}

#[tokio::test]
async fn a_session_lives_until_it_is_ended() {
    for opened in both_databases().await {
        let grant = operator(Action::KeepUsers);
        let mut work = opened.store.begin(grant.clone()).await.unwrap();
        for token in 1..=4 {
            work.add_session(&session(token)).await.unwrap();
        }
        let foreign = SessionRow { user: Uuid::from_u128(8), ..session(5) };
        let short = SessionRow { ends_at: kept(10), ..session(6) };
        work.add_session(&foreign).await.unwrap();
        work.add_session(&short).await.unwrap();
        work.commit(entry(Event::SignedIn), now()).await.unwrap();

        let used = SessionRow { seen_at: kept(30), locale: "en".to_owned(), programme: None, ..session(1) };
        opened.store.touch_session(&grant, &used).await.unwrap();
        let mut work = opened.store.begin(grant).await.unwrap();
        assert_eq!(work.session(&[1; 32]).await.unwrap(), Some(used));
        work.end_session(&[2; 32]).await.unwrap();
        assert_eq!(work.session(&[2; 32]).await.unwrap(), None);
        work.forget_ended_sessions(later(10)).await.unwrap();
        assert_eq!(work.session(&[6; 32]).await.unwrap(), None);
        assert_eq!(work.session(&[3; 32]).await.unwrap(), Some(session(3)));
        work.end_sessions_of(WORKER).await.unwrap();
        assert_eq!(work.session(&[3; 32]).await.unwrap(), None);
        assert_eq!(work.session(&[5; 32]).await.unwrap(), Some(foreign), "somebody else stays signed in");
    }
}
