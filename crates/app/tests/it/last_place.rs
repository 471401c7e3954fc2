//! Two coordinators give Mette's last place away at the same moment: see `proofs/last-place/run`.

use std::sync::Arc;

use app::assignment::{self, Giving};
use app::view::caseload::CaseloadAsk;
use app::{Cx, Error, caseload};
use domain::code::Role;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::database::Kind;
use testkit::register::{Lists, small};
use testkit::team::{Team, both_teams, day};
use tokio::sync::Barrier;
use uuid::Uuid;

use crate::block::{me, once};
use crate::common::called;

/// Mette has nine, and two more are Jonas's.
fn nine_of_ten() -> Lists {
    let mut lists = small();
    for number in 0..9 {
        let worker = if number < 7 { "mette" } else { "jonas" };
        lists = lists
            .and("borgere", &format!("C{number};Ny{number};;;;;;"))
            .and("forloeb", &format!("G{number};C{number};2015-11-16;;;;;{worker}"));
    }
    lists
}

struct Race {
    team: Team,
    coordinators: [Cx; 2],
    mette: Cx,
    jonas: UserId,
    citizens: [CitizenId; 2],
}

async fn race(team: Team) -> Race {
    team.imports(&nine_of_ten()).await;
    for (name, role) in
        [("amina", Role::Coordinator), ("berit", Role::Coordinator), ("mette", Role::Worker), ("jonas", Role::Worker)]
    {
        team.adds(name, role).await;
    }
    let coordinators = [team.signs_in("amina").await, team.signs_in("berit").await];
    let (mette, jonas) = (team.signs_in("mette").await, me(&team.signs_in("jonas").await));
    let citizens = [called(&team.app, &coordinators[0], "Ny7").await, called(&team.app, &coordinators[0], "Ny8").await];
    Race { team, coordinators, mette, jonas, citizens }
}

impl Race {
    async fn of_mette(&self) -> usize {
        caseload::page(&self.team.app, &self.mette, CaseloadAsk::default()).await.unwrap().rows.len()
    }

    async fn current(&self, who: CitizenId) -> Option<(Uuid, i64)> {
        let page = assignment::page(&self.team.app, &self.coordinators[0], who).await.unwrap();
        page.current.map(|current| (current.id, current.version))
    }

    async fn room(&self, cx: &Cx, who: CitizenId) -> u64 {
        let page = assignment::page(&self.team.app, cx, who).await.unwrap();
        page.loads.iter().find(|load| load.worker == me(&self.mette)).unwrap().room
    }
}

fn to(worker: UserId, current: Option<(Uuid, i64)>) -> Giving {
    Giving { worker: Some(worker), from: Some(day("2015-11-23")), note: Personal::default(), current }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn exactly_one_of_two_gets_the_last_place_every_time() {
    let times: u128 = if std::env::var_os("BROBYGGER_TEST_FULL").is_some() { 200 } else { 20 };
    for team in both_teams().await {
        let kind = format!("{:?}", team.database.kind);
        let race = race(team).await;
        let app = race.team.app.clone();
        let mut won = [0; 2];
        for time in 0..times {
            assert_eq!(race.of_mette().await, 9);
            let barrier = Arc::new(Barrier::new(2));
            let mut tasks = Vec::new();
            for number in [0, 1] {
                let (app, cx, who) = (app.clone(), race.coordinators[number].clone(), race.citizens[number]);
                let giving = to(me(&race.mette), race.current(who).await);
                let (barrier, key) = (Arc::clone(&barrier), once(1_000 + time * 10 + number as u128));
                tasks.push(tokio::spawn(async move {
                    barrier.wait().await;
                    assignment::give(&app, &cx, who, giving, key).await
                }));
            }
            let mut winner = None;
            for (number, task) in tasks.into_iter().enumerate() {
                match task.await.unwrap() {
                    Ok(_) => assert_eq!(winner.replace(number), None, "both got the last place"),
                    Err(Error::Refusals(refused)) => assert_eq!(refused[0].code, Code::NoRoom),
                    Err(other) => panic!("{other}"),
                }
            }
            let winner = winner.expect("one of the two");
            won[winner] += 1;
            assert_eq!(race.of_mette().await, 10);
            let back = to(race.jonas, race.current(race.citizens[winner]).await);
            let key = once(1_000 + time * 10 + 5);
            assignment::give(&app, &race.coordinators[0], race.citizens[winner], back, key).await.unwrap();
        }
        println!("{kind}: {times} races for the last place, {} to the first and {} to the second", won[0], won[1]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_the_guard_both_get_the_last_place() {
    for team in both_teams().await {
        let race = race(team).await;
        let barrier = Barrier::new(2);
        let attempt = async |number: usize| {
            let (cx, who) = (&race.coordinators[number], race.citizens[number]);
            // The room is asked for before, where the guard asks in the transaction that writes, with the worker's places held.
            let room = race.room(cx, who).await;
            let (row, _) = race.current(who).await.unwrap();
            barrier.wait().await;
            assert_eq!(room, 1, "each sees the last place free");
            let id = |id: Uuid| match race.team.database.kind {
                Kind::Postgres => format!("'{id}'"),
                Kind::Sqlite => format!("X'{}'", id.simple()),
            };
            let mette = id(me(&race.mette).0);
            let statement = format!("UPDATE assignment SET worker_id = {mette} WHERE id = {}", id(row));
            race.team.database.tamper(&statement).await.unwrap();
        };
        tokio::join!(attempt(0), attempt(1));
        assert_eq!(race.of_mette().await, 11, "what the guard keeps from happening");
    }
}
