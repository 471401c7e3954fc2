//! Every read has its row in the log before it is answered, and the log cannot be changed unseen.

use app::report::{ReportAsk, report};
use app::setup::Operator;
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::citizen::SealedRef;
use app::view::figures::FiguresAsk;
use app::view::log::{LogAsk, Who};
use app::{Cx, Error, audit, caseload, citizen, figures, log};
use domain::access::Actor;
use domain::code::Role;
use domain::id::CitizenId;
use domain::report::Report;
use store::Error::Broken;
use testkit::database::Kind;
use testkit::past::LogRow;
use testkit::register::small;
use testkit::team::{Team, both_teams};
use uuid::Uuid;

use crate::common::page_of;

/// The last row of the log, which is one more than before.
struct Logged {
    rows: usize,
}

impl Logged {
    async fn new(team: &Team) -> Self {
        Self { rows: team.database.log().await.len() }
    }

    async fn next(&mut self, team: &Team) -> LogRow {
        let mut log = team.database.log().await;
        self.rows += 1;
        assert_eq!(log.len(), self.rows, "one row each");
        log.pop().unwrap()
    }
}

fn who(cx: &Cx) -> String {
    let Actor::User { id, .. } = &cx.actor else { panic!("a person") };
    id.to_string()
}

/// Mette with her citizens, the coordinator, and a sealed text of Ask's.
async fn people(team: &Team) -> (Cx, Cx, CitizenId, SealedRef) {
    team.imports(&small()).await;
    team.adds("mette", Role::Worker).await;
    team.adds("amina", Role::Coordinator).await;
    let (mette, amina) = (team.signs_in("mette").await, team.signs_in("amina").await);
    let ask = page_of(&team.app, &amina, "Ask").await;
    let text = ask.timeline.iter().find_map(|entry| entry.sealed).unwrap();
    (mette, amina, ask.id, text)
}

#[tokio::test]
async fn every_read_names_who_saw_whom_and_what() {
    for team in both_teams().await {
        let (mette, amina, ask, text) = people(&team).await;
        let app = &team.app;
        let mut logged = Logged::new(&team).await;
        let row = |row: LogRow| (row.event, row.actor, row.relation, row.citizens);
        let none: Vec<Uuid> = Vec::new();

        figures::page(app, &mette, FiguresAsk::default()).await.unwrap();
        let seen = logged.next(&team).await;
        assert!(seen.detail.contains("page"));
        assert_eq!(row(seen), ("figures_seen".to_owned(), who(&mette), "no_citizen".to_owned(), none.clone()));

        report(app, &amina, Report::Courses, ReportAsk::default()).await.unwrap();
        let seen = logged.next(&team).await;
        assert!(seen.detail.contains("courses"));
        assert_eq!((seen.event.as_str(), seen.actor), ("figures_seen", who(&amina)));

        for (scope, reader) in [(Scope::Own, &mette), (Scope::Programme, &amina)] {
            let page = caseload::page(app, reader, CaseloadAsk { scope, ..CaseloadAsk::default() }).await.unwrap();
            let listed: Vec<Uuid> = page.rows.iter().map(|row| row.citizen.0).collect();
            assert!(listed.len() >= 2);
            let seen = logged.next(&team).await;
            assert_eq!(row(seen), ("citizens_listed".to_owned(), who(reader), "no_citizen".to_owned(), listed));
        }
        for (reader, relation) in [(&mette, "own"), (&amina, "programme")] {
            citizen::page(app, reader, ask).await.unwrap();
            let seen = logged.next(&team).await;
            assert_eq!(row(seen), ("citizen_seen".to_owned(), who(reader), relation.to_owned(), vec![ask.0]));
            citizen::open_sealed(app, reader, ask, text).await.unwrap();
            let seen = logged.next(&team).await;
            assert!(seen.detail.contains(&text.row().to_string()), "{}", seen.detail);
            assert_eq!(row(seen), ("sealed_opened".to_owned(), who(reader), relation.to_owned(), vec![ask.0]));
        }
        log::page(app, &amina, LogAsk::default()).await.unwrap();
        assert_eq!(logged.next(&team).await.event, "log_seen");
        audit::verify(app, &team.operator, None).await.unwrap();
        let seen = logged.next(&team).await;
        assert_eq!((seen.event.as_str(), seen.actor.as_str()), ("log_verified", "operator:root"));
        audit::checkpoint(app, &team.operator).await.unwrap();
        assert_eq!(logged.next(&team).await.event, "checkpoint_written");
    }
}

#[tokio::test]
async fn what_cannot_be_logged_is_not_shown() {
    for team in both_teams().await {
        let (mette, amina, ask, text) = people(&team).await;
        let app = &team.app;
        let asked = async || {
            [
                figures::page(app, &mette, FiguresAsk::default()).await.err(),
                report(app, &amina, Report::Status, ReportAsk::default()).await.err(),
                caseload::page(app, &mette, CaseloadAsk::default()).await.err(),
                citizen::page(app, &mette, ask).await.err(),
                citizen::open_sealed(app, &mette, ask, text).await.err(),
                log::page(app, &amina, LogAsk::default()).await.err(),
            ]
        };
        assert!(asked().await.iter().all(Option::is_none), "the control: whole, it answers");
        team.database.tamper("DELETE FROM audit_head").await.unwrap();
        assert!(asked().await.iter().all(Option::is_some), "{:?}", asked().await);
    }
}

#[tokio::test]
async fn the_log_page_shows_who_saw_whom_to_whoever_may_see_it() {
    for team in both_teams().await {
        let (mette, amina, ask, _) = people(&team).await;
        citizen::page(&team.app, &mette, ask).await.unwrap();
        let filter = LogAsk { event: Some("citizen_seen".to_owned()), citizen: Some(ask), ..LogAsk::default() };
        let page = log::page(&team.app, &amina, filter.clone()).await.unwrap();
        assert_eq!(page.matching, 2);
        let named: Vec<_> = page.lines[0].citizens.iter().map(|(id, name)| (*id, name.reveal().as_str())).collect();
        assert_eq!(named, [(ask, "Ask")]);
        let Who::User { name, role } = &page.lines[0].who else { panic!("a person") };
        assert_eq!((name.reveal().as_str(), *role), ("Mette Lund", Role::Worker));
        // Who may see the log and no citizen reads a number, never a name.
        team.adds("dorte", Role::Dpo).await;
        let dorte = team.signs_in("dorte").await;
        let page = log::page(&team.app, &dorte, filter).await.unwrap();
        assert_ne!(page.lines[0].citizens[0].1.reveal(), "Ask");
        assert_eq!(page.lines[0].citizens[0].0, ask);
    }
}

/// Takes the triggers away that hold the log, as an administrator of the database can.
async fn frees_the_log(team: &Team) {
    for trigger in ["audit_event_stays", "audit_event_is_not_emptied"] {
        let on = if team.database.kind == Kind::Postgres { " ON audit_event" } else { "" };
        team.database.tamper(&format!("DROP TRIGGER {trigger}{on}")).await.unwrap();
    }
}

fn later(operator: &Operator) -> Operator {
    Operator { now: operator.now + chrono::TimeDelta::hours(1), ..operator.clone() }
}

#[tokio::test]
async fn a_byte_changed_in_the_log_is_found_where_it_is() {
    for team in both_teams().await {
        people(&team).await;
        let whole = audit::verify(&team.app, &team.operator, None).await.unwrap();
        assert_eq!(
            whole.entries + 1,
            i64::try_from(team.database.log().await.len()).unwrap(),
            "the check is an entry too"
        );
        frees_the_log(&team).await;
        team.database.tamper("UPDATE audit_event SET actor = 'operator:roos' WHERE seq = 3").await.unwrap();
        let found = audit::verify(&team.app, &team.operator, None).await.unwrap_err();
        assert!(matches!(&found, Error::Store(Broken(broken)) if broken.entry == 3), "{found:?}");
    }
}

#[tokio::test]
async fn a_log_put_back_to_an_earlier_state_is_whole_in_itself_and_caught_by_the_checkpoint() {
    for team in both_teams().await {
        team.database.tamper("CREATE TABLE earlier AS SELECT seq, hash, tag FROM audit_head").await.unwrap();
        people(&team).await;
        let (entry, kept) = audit::checkpoint(&team.app, &team.operator).await.unwrap();
        audit::verify(&team.app, &later(&team.operator), Some(&kept)).await.unwrap();
        frees_the_log(&team).await;
        let cut = "DELETE FROM audit_event WHERE seq > (SELECT seq FROM earlier);
                   UPDATE audit_head SET seq = (SELECT seq FROM earlier), hash = (SELECT hash FROM earlier),
                          tag = (SELECT tag FROM earlier);
                   DELETE FROM audit_change";
        team.database.tamper(cut).await.unwrap();
        let last = team.database.last_logged().await.seq;
        assert!(last < entry);
        let found = audit::verify(&team.app, &later(&team.operator), Some(&kept)).await.unwrap_err();
        assert!(matches!(&found, Error::Store(Broken(broken)) if broken.entry == last + 1), "{found:?}");
        audit::verify(&team.app, &later(&team.operator), None).await.expect("the control: nothing in it tells");
    }
}
