//! While Mette is away, Jonas has her citizens.

use app::view::caseload::CaseloadAsk;
use app::{Cx, Error, caseload, citizen, deputy};
use chrono::NaiveDate;
use domain::code::Role;
use domain::id::UserId;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::block::{me, once};
use crate::common::called;

fn naming(worker: UserId, deputy: UserId, from: &str, to: &str) -> deputy::Naming {
    let (from, to): (NaiveDate, NaiveDate) = (day(from), day(to));
    deputy::Naming { worker: Some(worker), deputy: Some(deputy), from: Some(from), to: Some(to) }
}

async fn listed(team: &Team, cx: &Cx) -> Vec<(String, Option<String>)> {
    let page = caseload::page(&team.app, cx, CaseloadAsk::default()).await.unwrap();
    let worker = |row: &app::view::caseload::Row| row.worker.as_ref().map(|worker| worker.reveal().clone());
    let mut rows: Vec<_> = page.rows.iter().map(|row| (row.name.reveal().clone(), worker(row))).collect();
    rows.sort();
    rows
}

#[tokio::test]
async fn jonas_stands_in_for_mette_and_sees_her_citizens_as_his_own_until_she_is_back() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        for worker in ["mette", "jonas"] {
            team.adds(worker, Role::Worker).await;
        }
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let jonas = team.signs_in("jonas").await;
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        assert!(matches!(citizen::page(app, &jonas, ask).await, Err(Error::NotFound)), "the control");

        let wish = naming(me(&mette), me(&jonas), "2015-11-23", "2015-11-29");
        let id = deputy::name(app, &mette, wish, once(1)).await.unwrap();
        assert_eq!(deputy::name(app, &mette, wish, once(1)).await.unwrap(), id, "pressed twice");
        assert_eq!(team.database.last_logged().await.event, "deputy_named");
        assert!(citizen::page(app, &jonas, ask).await.is_ok());
        let own = |name: &str| (name.to_owned(), None);
        let hers = |name: &str| (name.to_owned(), Some("Mette Lund".to_owned()));
        assert_eq!(listed(&team, &jonas).await, [hers("Ask"), hers("Birk"), own("Carla")]);
        let tiles = caseload::page(app, &jonas, CaseloadAsk::default()).await.unwrap().tiles;
        assert_eq!((tiles.enrolled, tiles.in_clarification), (1, 0), "his own places");
        let page = deputy::page(app, &jonas).await.unwrap();
        assert_eq!((page.deputies.len(), page.deputies[0].is_mine, page.workers.len()), (1, false, 1));
        let not_his = deputy::take_away(app, &jonas, id, once(2)).await;
        assert!(matches!(not_his, Err(Error::Denied)));

        deputy::take_away(app, &amina, id, once(3)).await.unwrap();
        deputy::take_away(app, &amina, id, once(3)).await.unwrap();
        assert!(matches!(citizen::page(app, &jonas, ask).await, Err(Error::NotFound)));
        assert_eq!(listed(&team, &jonas).await, [own("Carla")]);
        let gone = deputy::take_away(app, &amina, id, once(4)).await;
        assert!(matches!(gone, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_deputy_is_named_by_the_worker_or_a_coordinator_for_days_that_are_not_over() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        team.adds("leder", Role::Leader).await;
        for worker in ["mette", "jonas"] {
            team.adds(worker, Role::Worker).await;
        }
        let (amina, jonas) = (team.signs_in("amina").await, team.signs_in("jonas").await);
        let (mette, leader) = (me(&team.signs_in("mette").await), team.signs_in("leder").await);
        let app = &team.app;
        let wish = naming(mette, me(&jonas), "2015-12-21", "2016-01-03");
        assert!(matches!(deputy::name(app, &jonas, wish, once(1)).await, Err(Error::Denied)));
        assert!(matches!(deputy::page(app, &leader).await, Err(Error::Denied)));
        let wrong = naming(mette, me(&leader), "2015-11-24", "2015-11-20");
        let refused = deputy::name(app, &amina, wrong, once(2)).await.unwrap_err();
        let Error::Refusals(refused) = refused else { panic!("{refused:?}") };
        assert_eq!(refused.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::NotAColleague, Code::InThePast]);
        let same = naming(mette, mette, "2015-12-24", "2015-12-21");
        let Error::Refusals(refused) = deputy::name(app, &amina, same, once(3)).await.unwrap_err() else { panic!() };
        assert_eq!(
            refused.iter().map(|one| one.code).collect::<Vec<_>>(),
            [Code::NotOneself, Code::EndsBeforeItBegins]
        );
        deputy::name(app, &amina, wish, once(4)).await.unwrap();
        let ask = called(app, &amina, "Ask").await;
        let early = citizen::page(app, &jonas, ask).await;
        assert!(matches!(early, Err(Error::NotFound)), "it begins on 21 December");
    }
}
