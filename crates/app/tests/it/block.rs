//! Staff who know a citizen see nothing about the citizen on any surface.

use app::once::Once;
use app::report::{ReportAsk, report};
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::log::LogAsk;
use app::{Cx, Error, assignment, block, caseload, citizen, identity, log, merge};
use domain::access::Actor;
use domain::code::Role;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::refusal::Code;
use domain::report::Report;
use testkit::register::small;
use testkit::team::{Team, both_teams};
use uuid::Uuid;

use crate::common::called;

pub(crate) fn once(number: u128) -> Once {
    Once(Uuid::from_u128(number))
}

pub(crate) fn me(cx: &Cx) -> UserId {
    let Actor::User { id, .. } = &cx.actor else { panic!("a person") };
    *id
}

fn reason(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

async fn listed(team: &Team, cx: &Cx, scope: Scope) -> Vec<String> {
    let page = caseload::page(&team.app, cx, CaseloadAsk { scope, ..CaseloadAsk::default() }).await.unwrap();
    page.rows.iter().map(|row| row.name.reveal().clone()).collect()
}

/// Everything that a page could tell of a citizen, for who is blocked.
async fn sees_nothing(team: &Team, cx: &Cx, who: CitizenId) {
    let app = &team.app;
    assert!(matches!(citizen::page(app, cx, who).await, Err(Error::NotFound)));
    assert!(matches!(identity::page(app, cx, who).await, Err(Error::NotFound)));
    assert!(matches!(assignment::page(app, cx, who).await, Err(Error::NotFound)));
    assert!(matches!(block::page(app, cx, who).await, Err(Error::NotFound)));
    assert!(matches!(merge::page(app, cx, who, Default::default()).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_worker_who_knows_ask_sees_nothing_of_ask_any_more_and_again_when_the_block_is_ended() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        team.adds("mette", Role::Worker).await;
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        assert_eq!(listed(&team, &mette, Scope::Own).await, ["Ask", "Birk"], "the control");

        let wrong = block::block(app, &amina, ask, Some(me(&amina)), &reason(" "), once(1)).await.unwrap_err();
        let Error::Refusals(refused) = wrong else { panic!("{wrong:?}") };
        assert_eq!(refused.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::NotOneself, Code::ReasonNeeded]);
        block::block(app, &amina, ask, Some(me(&mette)), &reason("De er kusiner"), once(2)).await.unwrap();
        block::block(app, &amina, ask, Some(me(&mette)), &reason("De er kusiner"), once(2)).await.unwrap();
        let logged = team.database.last_logged().await;
        assert_eq!((logged.event.as_str(), logged.citizens.as_slice()), ("staff_blocked", &[ask.0][..]));
        let again = block::block(app, &amina, ask, Some(me(&mette)), &reason("Igen"), once(3)).await;
        assert!(matches!(again, Err(Error::Refusal(refusal)) if refusal.code == Code::BlockedAlready));

        sees_nothing(&team, &mette, ask).await;
        assert_eq!(listed(&team, &mette, Scope::Own).await, ["Birk"]);
        let denied = block::unblock(app, &mette, ask, Uuid::from_u128(9), once(4)).await;
        assert!(matches!(denied, Err(Error::NotFound)));

        let page = block::page(app, &amina, ask).await.unwrap();
        assert_eq!((page.blocks.len(), page.blocks[0].reason.reveal().as_str()), (1, "De er kusiner"));
        assert!(page.blocks[0].is_worker, "Ask needs another worker, and the page says so");
        assert!(!page.staff.iter().any(|(user, _)| *user == me(&mette) || *user == me(&amina)));
        block::unblock(app, &amina, ask, page.blocks[0].id, once(5)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "staff_unblocked");
        assert_eq!(listed(&team, &mette, Scope::Own).await, ["Ask", "Birk"]);
        assert!(citizen::page(app, &mette, ask).await.is_ok());
        let twice = block::unblock(app, &amina, ask, page.blocks[0].id, once(6)).await;
        assert!(matches!(twice, Err(Error::Stale)));
        let page = block::page(app, &amina, ask).await.unwrap();
        assert_eq!(page.blocks[0].reason.reveal(), "De er kusiner", "the ended block keeps its reason");
    }
}

#[tokio::test]
async fn a_coordinator_who_knows_ask_finds_ask_in_no_list_no_log_and_no_row_of_a_figure() {
    for team in both_teams().await {
        team.imports(&small()).await;
        for name in ["amina", "berit"] {
            team.adds(name, Role::Coordinator).await;
        }
        let (amina, berit) = (team.signs_in("amina").await, team.signs_in("berit").await);
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        citizen::page(app, &amina, ask).await.unwrap();
        let rows = async |cx: &Cx| {
            let mut rows = Vec::new();
            for name in [Report::Courses, Report::WindDown] {
                let figure = report(app, cx, name, ReportAsk::default()).await.unwrap();
                rows.push(serde_json::to_string(&figure).unwrap());
            }
            rows.concat()
        };
        assert!(rows(&berit).await.contains("\"F1\""), "the control");
        let log_of = async |cx: &Cx| format!("{:?}", log::page(app, cx, LogAsk::default()).await.unwrap().lines);
        assert!(log_of(&berit).await.contains(&ask.to_string()), "the control");

        block::block(app, &amina, ask, Some(me(&berit)), &reason("Gamle klassekammerater"), once(1)).await.unwrap();
        sees_nothing(&team, &berit, ask).await;
        let programme = listed(&team, &berit, Scope::Programme).await;
        assert!(!programme.contains(&"Ask".to_owned()) && programme.len() == 2, "{programme:?}");
        assert!(!rows(&berit).await.contains("\"F1\""));
        assert!(!log_of(&berit).await.contains(&ask.to_string()));
        let asked = log::page(app, &berit, LogAsk { citizen: Some(ask), ..LogAsk::default() }).await;
        assert!(matches!(asked, Err(Error::NotFound)));
        assert!(rows(&amina).await.contains("\"F1\"") && log_of(&amina).await.contains(&ask.to_string()));
        let (own, all) = (report(app, &berit, Report::Status, ReportAsk::default()).await, Report::Status);
        let everybody = report(app, &amina, all, ReportAsk::default()).await.unwrap();
        assert_eq!(
            serde_json::to_string(&own.unwrap()).unwrap(),
            serde_json::to_string(&everybody).unwrap(),
            "a count names nobody and stays whole"
        );
    }
}
