//! Signing in, and how a session ends.

use chrono::TimeDelta;
use domain::code::Role;
use domain::personal::Personal;
use render::Locale;
use testkit::register::small;
use testkit::team::{PASSWORD, Team, both_teams};

/// Whether this name and password are let in, so long after the team's moment.
async fn is_let_in(team: &Team, user_name: &str, password: &str, minutes: i64) -> bool {
    let now = team.operator.now + TimeDelta::minutes(minutes);
    team.app.sign_in(now, user_name, Personal::new(password.to_owned()), Locale::Da).await.unwrap().is_ok()
}

/// Whether the cookie's session goes on, so long after the team's moment.
async fn goes_on(team: &Team, cookie: &str, minutes: i64) -> bool {
    team.session(cookie, team.operator.now + TimeDelta::minutes(minutes)).await.is_some()
}

#[tokio::test]
async fn a_session_ends_after_fifteen_minutes_without_a_request_and_after_ten_hours_in_any_case() {
    for team in both_teams().await {
        team.adds("amina", Role::Coordinator).await;
        let cookie = team.cookie("amina").await;
        assert!(!goes_on(&team, &cookie, 15).await, "idle");
        assert!(goes_on(&team, &cookie, 14).await, "the control: asking did not end it");
        for minutes in (20..600).step_by(10) {
            assert!(goes_on(&team, &cookie, minutes).await, "in use after {minutes} minutes");
        }
        assert!(goes_on(&team, &cookie, 599).await);
        assert!(!goes_on(&team, &cookie, 600).await);
        assert!(!goes_on(&team, "another cookie", 1).await);
    }
}

#[tokio::test]
async fn a_disabled_account_s_session_ends_at_once_and_nobody_signs_in_with_it() {
    for team in both_teams().await {
        for name in ["amina", "berit"] {
            team.adds(name, Role::Coordinator).await;
        }
        let (amina, berit) = (team.cookie("amina").await, team.cookie("berit").await);
        assert!(goes_on(&team, &amina, 0).await);
        app::setup::disable_user(&team.app, &team.operator, "amina").await.unwrap();
        assert!(!goes_on(&team, &amina, 0).await);
        assert!(!is_let_in(&team, "amina", PASSWORD, 1).await);
        assert!(goes_on(&team, &berit, 0).await, "the control: the others stay");
    }
}

#[tokio::test]
async fn a_worker_whose_last_day_has_passed_has_no_session_and_gets_none() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("mette", Role::Worker).await;
        let cookie = team.cookie("mette").await;
        assert!(goes_on(&team, &cookie, 0).await);
        team.imports(&small().with(
            "medarbejdere",
            "mette;Mette Lund;2013-04-01;",
            "mette;Mette Lund;2013-04-01;2015-11-22",
        ))
        .await;
        assert!(!goes_on(&team, &cookie, 0).await);
        assert!(!is_let_in(&team, "mette", PASSWORD, 1).await);
        team.imports(&small()).await;
        assert!(is_let_in(&team, "mette", PASSWORD, 2).await, "and the password outlives the register's changes");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    for team in both_teams().await {
        team.adds("amina", Role::Coordinator).await;
        let cookie = team.cookie("amina").await;
        let (cx, session) = team.session(&cookie, team.operator.now).await.unwrap();
        team.app.sign_out(&cx, &session).await.unwrap();
        assert!(!goes_on(&team, &cookie, 0).await);
        assert_eq!(team.database.last_logged().await.event, "signed_out");
    }
}

#[tokio::test]
async fn five_failures_lock_an_account_for_a_quarter_of_an_hour() {
    for team in both_teams().await {
        team.adds("amina", Role::Coordinator).await;
        for _ in 0..4 {
            assert!(!is_let_in(&team, "amina", "forkert adgangskode", 0).await);
        }
        assert!(is_let_in(&team, "amina", PASSWORD, 0).await, "four do not, and the count starts over");
        for _ in 0..5 {
            assert!(!is_let_in(&team, "amina", "forkert adgangskode", 0).await);
        }
        assert!(!is_let_in(&team, "amina", PASSWORD, 0).await);
        assert!(!is_let_in(&team, "amina", PASSWORD, 14).await);
        assert!(is_let_in(&team, "amina", PASSWORD, 15).await);
    }
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_refused_alike() {
    for team in both_teams().await {
        team.adds("amina", Role::Coordinator).await;
        let mut rows = Vec::new();
        for (name, password) in [("amina", "forkert adgangskode"), ("hemmelig.person", PASSWORD)] {
            assert!(!is_let_in(&team, name, password, 0).await);
            let row = team.database.last_logged().await;
            assert!(!row.detail.contains("hemmelig"));
            rows.push(testkit::past::LogRow { seq: 0, ..row });
        }
        assert_eq!(rows[0], rows[1]);
        assert_eq!(rows[0].event, "sign_in_refused");
        assert!(is_let_in(&team, " Amina ", PASSWORD, 0).await, "the control: the right ones are let in");
    }
}

#[tokio::test]
async fn a_coordinator_who_has_citizens_too_is_the_coordinator_whichever_part_began_first() {
    for began in ["2013-01-01", "2015-06-01"] {
        for team in both_teams().await {
            let lists =
                small().with("medarbejdere", "mette;Mette Lund;2013-04-01", &format!("mette;Mette Lund;{began}"));
            team.imports(&lists).await;
            team.adds("mette", Role::Coordinator).await;
            let (_, session) = team.session(&team.cookie("mette").await, team.operator.now).await.unwrap();
            assert_eq!(session.role, Role::Coordinator, "a worker since {began}");
            assert_eq!(team.database.last_logged().await.role, Role::Coordinator.code());
        }
    }
}
