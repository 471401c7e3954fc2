//! A program reads figures with a token: for as long as was agreed, with its role, in its programme, and on the log.

use app::report::{ReportAsk, json, may_read, report};
use app::token::program::{Turned, come_in};
use app::token::{end, make, page};
use app::view::log::{LogAsk, Who};
use app::view::token::State;
use app::{Cx, Error, log};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::code::Role;
use domain::day::add_days;
use domain::event::Event;
use domain::refusal::Code;
use domain::report::Report;
use domain::token::{A_MINUTE, WRONG_A_MINUTE, Wish};
use render::Locale;
use testkit::register::small;
use testkit::team::{Team, both_teams};

fn wish(role: Role, last: NaiveDate) -> Wish {
    Wish { name: "Kommunens datavarehus".to_owned(), role: Some(role), ends_on: Ok(last) }
}

/// A day so many days ahead of today, or behind.
fn ahead(cx: &Cx, days: i64) -> NaiveDate {
    add_days(cx.today, days)
}

async fn made(team: &Team, cx: &Cx, role: Role, last: NaiveDate) -> String {
    make(&team.app, cx, wish(role, last), cx.form_key().unwrap()).await.unwrap().unwrap()
}

async fn comes_in(team: &Team, now: DateTime<Utc>, sent: &str) -> Result<Cx, Turned> {
    come_in(&team.app, now, sent, Locale::Da).await.unwrap()
}

async fn coordinated(team: &Team) -> Cx {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.signs_in("amina").await
}

#[tokio::test]
async fn a_program_reads_what_the_command_line_prints_and_the_log_names_its_token() {
    for team in both_teams().await {
        let amina = coordinated(&team).await;
        let secret = made(&team, &amina, Role::Leader, ahead(&amina, 340)).await;
        let program = comes_in(&team, amina.now, &secret).await.unwrap();
        let told = report(&team.app, &program, Report::Status, ReportAsk::default()).await.unwrap();
        let printed = report(&team.app, &team.cx().await, Report::Status, ReportAsk::default()).await.unwrap();
        assert_eq!(json(&told), json(&printed));

        let tokens = page(&team.app, &amina).await.unwrap().tokens;
        let [token] = tokens.as_slice() else { panic!("one token: {tokens:?}") };
        assert_eq!((token.state, token.used_at.is_some()), (State::Open, true));
        let ask = LogAsk { event: Some("figures_read".to_owned()), ..LogAsk::default() };
        let lines = log::page(&team.app, &amina, ask).await.unwrap().lines;
        let [line] = lines.as_slice() else { panic!("one look: {lines:?}") };
        assert_eq!(line.event, Event::FiguresRead { token: token.id, report: "status".to_owned() });
        assert_eq!(line.who, Who::Token { name: "Kommunens datavarehus".to_owned(), role: Role::Leader });
    }
}

#[tokio::test]
async fn a_program_sees_what_its_role_sees_on_a_page_and_nobody_by_name() {
    for team in both_teams().await {
        let amina = coordinated(&team).await;
        for role in [Role::Leader, Role::Consultant] {
            let secret = made(&team, &amina, role, ahead(&amina, 340)).await;
            let program = comes_in(&team, amina.now, &secret).await.unwrap();
            for name in Report::ALL {
                let expected = !matches!(name, Report::Courses | Report::WindDown);
                assert_eq!(may_read(&program, *name), expected, "{role} and {}", name.name());
                let got = report(&team.app, &program, *name, ReportAsk::default()).await;
                assert_eq!(matches!(got, Err(Error::Denied)), !expected, "{role} and {}", name.name());
            }
            // Nothing else opens for it, whatever use case is asked.
            let ask = LogAsk::default();
            assert!(matches!(log::page(&team.app, &program, ask).await, Err(Error::Denied)));
            assert!(matches!(page(&team.app, &program).await, Err(Error::Denied)));
            let list = app::caseload::page(&team.app, &program, app::view::caseload::CaseloadAsk::default()).await;
            assert!(matches!(list, Err(Error::Denied)));
        }
    }
}

#[tokio::test]
async fn only_who_coordinates_the_programme_lets_programs_in_and_pressed_twice_is_one_token() {
    for team in both_teams().await {
        let amina = coordinated(&team).await;
        for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Coordinator | Role::Partner)) {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            assert!(matches!(page(&team.app, &cx).await, Err(Error::Denied)), "{role}");
            let once = cx.form_key().unwrap();
            let got = make(&team.app, &cx, wish(Role::Leader, ahead(&amina, 30)), once).await;
            assert!(matches!(got, Err(Error::Denied)), "{role}");
        }
        let once = amina.form_key().unwrap();
        assert!(make(&team.app, &amina, wish(Role::Leader, ahead(&amina, 30)), once).await.unwrap().is_some());
        assert!(make(&team.app, &amina, wish(Role::Leader, ahead(&amina, 30)), once).await.unwrap().is_none());
        assert_eq!(page(&team.app, &amina).await.unwrap().tokens.len(), 1);
        let refused =
            make(&team.app, &amina, wish(Role::Coordinator, ahead(&amina, 400)), amina.form_key().unwrap()).await;
        let Err(Error::Refusals(refusals)) = refused else { panic!("refused") };
        let codes: Vec<_> = refusals.iter().map(|refusal| refusal.code).collect();
        assert_eq!(codes, [Code::ChoiceNeeded, Code::TokenTooLong]);
    }
}

#[tokio::test]
async fn a_token_that_was_ended_or_is_over_or_never_was_looks_the_same() {
    for team in both_teams().await {
        let amina = coordinated(&team).await;
        let ended = made(&team, &amina, Role::Leader, ahead(&amina, 340)).await;
        let token = page(&team.app, &amina).await.unwrap().tokens[0].id;
        assert!(comes_in(&team, amina.now, &ended).await.is_ok());
        end(&team.app, &amina, token, amina.form_key().unwrap()).await.unwrap();
        let again = end(&team.app, &amina, token, amina.form_key().unwrap()).await;
        assert!(matches!(again, Err(Error::NotFound)));

        let mut before = amina.clone();
        before.today = ahead(&amina, -3);
        let over = made(&team, &before, Role::Leader, ahead(&amina, -1)).await;
        let open = made(&team, &before, Role::Leader, amina.today).await;
        assert!(comes_in(&team, amina.now, &open).await.is_ok(), "its last day counts");
        for wrong in [ended.as_str(), over.as_str(), "", "00", &"0".repeat(64)] {
            assert_eq!(comes_in(&team, amina.now, wrong).await.unwrap_err(), Turned::Unknown);
        }
        let ask = LogAsk { event: Some("token_refused".to_owned()), ..LogAsk::default() };
        let told = log::page(&team.app, &amina, ask).await.unwrap();
        assert_eq!(told.matching, 2, "the programme's log tells of its own tokens only");
    }
}

#[tokio::test]
async fn a_program_that_asks_too_often_waits_and_so_does_who_tries_tokens_out() {
    for team in both_teams().await {
        let amina = coordinated(&team).await;
        let secret = made(&team, &amina, Role::Leader, ahead(&amina, 340)).await;
        let other = made(&team, &amina, Role::Leader, ahead(&amina, 340)).await;
        let after = |seconds: i64| amina.now + TimeDelta::seconds(seconds);
        for _ in 0..A_MINUTE {
            assert!(comes_in(&team, amina.now, &secret).await.is_ok());
        }
        assert_eq!(comes_in(&team, after(10), &secret).await.unwrap_err(), Turned::TooOften(50));
        assert!(comes_in(&team, after(10), &other).await.is_ok(), "each token has a pace of its own");
        assert!(comes_in(&team, after(60), &secret).await.is_ok());

        for _ in 0..WRONG_A_MINUTE {
            assert_eq!(comes_in(&team, amina.now, "forkert").await.unwrap_err(), Turned::Unknown);
        }
        assert_eq!(comes_in(&team, after(10), "forkert").await.unwrap_err(), Turned::TooOften(50));
        assert!(comes_in(&team, after(61), &other).await.is_ok(), "who is let in is not held up by who is not");
    }
}
