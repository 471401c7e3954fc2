//! Regular reports: prepared by the program once each, by nobody's hand, locked by anybody who may, and never forgotten silently.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use app::job::{Ran, Runner, run_due};
use app::paper::{self, Said};
use app::release::{self, RegularLine};
use app::view::desk::{DeskAsk, ReportWaits};
use app::view::job::RunLine;
use app::{App, Cx, Error, desk, digest, job};
use chrono::{DateTime, TimeDelta, Utc};
use domain::code::{Addressee, JobKind, JobReason, JobState, NotYet, RegularPeriod, RegularRhythm, ReleaseState};
use domain::refusal::Code;
use domain::regular::Regular;
use domain::release::Asked;
use render::Locale;
use testkit::database::Kind;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::block::once;
use crate::release::{PRINTER, codes, staffed, write};

/// A server with a clock of its own: it stands on the demo's day, for which months are due is what these tests are about.
#[derive(Clone)]
struct Server {
    now: Arc<Mutex<DateTime<Utc>>>,
}

impl Server {
    fn new() -> Self {
        Self { now: Arc::new(Mutex::new("2015-11-23T09:00:00Z".parse().unwrap())) }
    }

    fn goes_on(&self, minutes: i64) {
        *self.now.lock().unwrap() += TimeDelta::minutes(minutes);
    }

    fn runner(&self) -> Runner {
        let now = Arc::clone(&self.now);
        Runner {
            clock: Arc::new(move || *now.lock().unwrap()),
            post: None,
            printer: Some(PRINTER),
            public: String::new(),
            lease: TimeDelta::minutes(2),
            stopping: Arc::new(AtomicBool::new(false)),
        }
    }

    async fn runs(&self, app: &App) -> Ran {
        run_due(app, &self.runner()).await.unwrap()
    }
}

fn monthly(to: Addressee) -> Regular {
    Regular {
        template: "status".to_owned(),
        addressee: to,
        rhythm: RegularRhythm::Monthly,
        period: RegularPeriod::Ended,
        to: "Styregruppens medlemmer".to_owned(),
        since: day("2015-01-01"),
    }
}

async fn agrees(team: &Team, cx: &Cx, regular: &Regular, key: u128) -> Uuid {
    paper::keep(&team.app, cx, None, regular, Said::default(), once(key)).await.unwrap()
}

async fn lines(team: &Team, cx: &Cx) -> Vec<RegularLine> {
    release::overview(&team.app, cx).await.unwrap().regular
}

/// What came of the only regular report.
async fn came(team: &Team, cx: &Cx) -> Result<(Uuid, ReleaseState), NotYet> {
    lines(team, cx).await.remove(0).last.unwrap().came
}

async fn reports(team: &Team, cx: &Cx) -> usize {
    release::overview(&team.app, cx).await.unwrap().releases.len()
}

async fn run(team: &Team, cx: &Cx) -> RunLine {
    let page = job::page(&team.app, cx).await.unwrap();
    page.kinds.into_iter().find(|line| line.kind == JobKind::Reports).unwrap().runs.remove(0)
}

/// Lets the last run be as one that failed: the server fell over after it had done its work and before it had said so.
async fn is_tried_again(team: &Team) {
    let sql = "UPDATE job_run SET state = 'mislykket', next_try_at = began_at WHERE kind = 'faste_rapporter'";
    team.database.tamper(sql).await.unwrap();
}

#[tokio::test]
async fn a_report_is_prepared_once_of_the_last_month_and_whoever_may_lock_locks_it() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let (app, server) = (&team.app, Server::new());
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        agrees(&team, &karen, &monthly(Addressee::SteeringGroup), 2).await;
        assert_eq!(lines(&team, &amina).await[0].next, Some(day("2015-12-01")));
        assert_eq!(server.runs(app).await, Ran { done: 3, failed: 0 });
        let (id, state) = came(&team, &amina).await.unwrap();
        assert_eq!(state, ReleaseState::Proposed);
        let log = team.database.log().await;
        let proposed = log.iter().find(|row| row.event == "report_proposed").unwrap();
        assert_eq!(proposed.actor, "job");
        let page = release::one(app, &karen, id).await.unwrap();
        let says = page.line.kept.says();
        let asked = &says.asked;
        let days = [asked.as_of, asked.from, asked.to];
        assert_eq!(days, ["2015-10-31", "2015-10-01", "2015-10-31"].map(day), "of the missed months only the last");
        assert_eq!((says.proposed_by, says.sent.len()), (None, 0), "nobody's hand, and it is sent to nobody");
        assert_eq!(page.meant_for, "Styregruppens medlemmer");

        assert_eq!(server.runs(app).await, Ran { done: 0, failed: 0 });
        is_tried_again(&team).await;
        assert_eq!(server.runs(app).await, Ran { done: 1, failed: 0 });
        assert_eq!((reports(&team, &amina).await, run(&team, &amina).await.came_to), (1, 1), "tried twice it is one");

        release::decide(app, &karen, (id, 1), (true, ""), once(3)).await.unwrap();
        assert_eq!(came(&team, &amina).await, Ok((id, ReleaseState::Locked)), "whoever agreed on it may lock it");
        is_tried_again(&team).await;
        server.runs(app).await;
        assert_eq!(reports(&team, &amina).await, 1, "nor is it made again once it is locked");
    }
}

#[tokio::test]
async fn two_servers_on_the_same_morning_prepare_one_report() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        // The other server has a program of its own, where the database lets one in.
        let other = match team.database.kind {
            Kind::Postgres => {
                App::new(team.database.try_open(&team.database.master).await.unwrap(), Some(app::demo::DAY)).unwrap()
            }
            Kind::Sqlite => team.app.clone(),
        };
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        agrees(&team, &karen, &monthly(Addressee::SteeringGroup), 2).await;
        let (one, two) = (Server::new(), Server::new());
        tokio::join!(one.runs(&team.app), two.runs(&other));
        assert_eq!(reports(&team, &amina).await, 1);
        for _ in 0..2 {
            is_tried_again(&team).await;
            tokio::join!(two.runs(&other), one.runs(&team.app));
            assert_eq!(reports(&team, &amina).await, 1);
        }
    }
}

#[tokio::test]
async fn what_lacks_a_text_is_told_where_the_coordinator_looks_and_made_once_it_is_written() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let (app, server) = (&team.app, Server::new());
        agrees(&team, &karen, &monthly(Addressee::SteeringGroup), 1).await;
        assert_eq!(server.runs(app).await, Ran { done: 2, failed: 1 });
        assert_eq!(came(&team, &amina).await, Err(NotYet::TextMissing));
        let failed = run(&team, &amina).await;
        assert_eq!((failed.state, failed.reason), (JobState::Failed, Some(JobReason::NotYet)));
        let waits = digest::waiting(app, &amina).await.unwrap();
        assert_eq!((waits.reports, waits.lacking), (0, 1));
        let rows = desk::page(app, &amina, DeskAsk::default()).await.unwrap().reports;
        assert_eq!(rows.iter().map(|row| row.for_what).collect::<Vec<_>>(), [ReportWaits::NotYet(NotYet::TextMissing)]);
        server.goes_on(5);
        server.runs(app).await;
        assert_eq!(team.database.number("SELECT COUNT(*) FROM paper WHERE kind = 'fast_rapport_dag'").await, 1);

        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 2).await;
        server.goes_on(15);
        assert_eq!(server.runs(app).await, Ran { done: 1, failed: 0 });
        let (id, state) = came(&team, &amina).await.unwrap();
        assert_eq!(state, ReleaseState::Proposed);
        let waits = digest::waiting(app, &amina).await.unwrap();
        assert_eq!((waits.reports, waits.lacking), (1, 0));
        let rows = desk::page(app, &amina, DeskAsk::default()).await.unwrap().reports;
        assert_eq!(rows.iter().map(|row| row.for_what).collect::<Vec<_>>(), [ReportWaits::Lock(id, 1)]);
        let before = DeskAsk { day: Some(day("2015-11-22")), ..DeskAsk::default() };
        assert!(desk::page(app, &amina, before).await.unwrap().reports.is_empty(), "the day before nothing waited");
        release::decide(app, &amina, (id, 1), (true, ""), once(3)).await.unwrap();
        assert!(desk::page(app, &amina, DeskAsk::default()).await.unwrap().reports.is_empty());
        let mette = team.signs_in("mette").await;
        assert_eq!(digest::waiting(app, &mette).await.unwrap().reports, 0, "a worker locks none");
    }
}

#[tokio::test]
async fn what_somebody_else_proposed_is_waited_for_and_one_s_own_is_not_on_one_s_desk() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let (app, server) = (&team.app, Server::new());
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        agrees(&team, &karen, &monthly(Addressee::SteeringGroup), 2).await;
        let asked = |from: &str, to: &str| Asked {
            template: "status".to_owned(),
            addressee: Addressee::SteeringGroup,
            as_of: day(to),
            from: day(from),
            to: day(to),
        };
        let how = || (Locale::Da, Some(PRINTER));
        let own = release::propose(app, &amina, asked("2015-09-01", "2015-09-30"), None, how(), once(3)).await.unwrap();
        server.runs(app).await;
        assert_eq!(came(&team, &amina).await, Err(NotYet::OtherWaits));
        let rows = desk::page(app, &amina, DeskAsk::default()).await.unwrap().reports;
        assert_eq!(
            rows.iter().map(|row| row.for_what).collect::<Vec<_>>(),
            [ReportWaits::NotYet(NotYet::OtherWaits)],
            "not her own"
        );
        release::decide(app, &karen, (own, 1), (true, ""), once(4)).await.unwrap();

        // Whoever is quicker than the next try proposes it themselves; then that is the one.
        let hers =
            release::propose(app, &amina, asked("2015-10-01", "2015-10-31"), None, how(), once(5)).await.unwrap();
        assert_eq!(came(&team, &amina).await, Ok((hers, ReleaseState::Proposed)));
        server.goes_on(5);
        assert_eq!(server.runs(app).await, Ran { done: 1, failed: 0 });
        assert_eq!(reports(&team, &amina).await, 2);
        let refused = release::decide(app, &amina, (hers, 1), (true, ""), once(6)).await;
        assert_eq!(codes(refused), [("", Code::SecondPersonNeeded)]);
        release::decide(app, &karen, (hers, 1), (false, "Forkert"), once(7)).await.unwrap();
        assert_eq!(came(&team, &amina).await, Ok((hers, ReleaseState::TurnedDown)), "it is not made behind their back");
    }
}

#[tokio::test]
async fn what_is_stopped_is_not_made_and_only_who_proposes_reports_agrees_on_one() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let (app, server) = (&team.app, Server::new());
        write(&team, &karen, "afvigelser", "Ingen afvigelser.", 1).await;
        let regular = monthly(Addressee::SteeringGroup);
        let stopped = agrees(&team, &karen, &regular, 2).await;
        agrees(&team, &amina, &Regular { template: "gone".to_owned(), ..monthly(Addressee::Public) }, 3).await;
        let later = Regular { since: day("2015-11-02"), ..monthly(Addressee::Municipality) };
        agrees(&team, &amina, &later, 4).await;
        paper::end::<Regular>(app, &amina, (stopped, 1), true, "Gruppen er nedlagt", once(5)).await.unwrap();
        assert_eq!(server.runs(app).await, Ran { done: 2, failed: 1 });
        let told: Vec<_> = lines(&team, &amina).await.into_iter().map(|line| line.last.map(|last| last.came)).collect();
        assert_eq!(told, [Some(Err(NotYet::NoTemplate)), None]);
        assert_eq!(reports(&team, &amina).await, 0);
        assert_eq!(paper::history::<Regular>(app, &karen, stopped).await.unwrap().len(), 2);

        for name in ["leder", "mette", "dpo"] {
            let cx = team.signs_in(name).await;
            let kept = paper::keep(app, &cx, None, &regular, Said::default(), once(6)).await;
            assert!(matches!(kept, Err(Error::Denied)), "{name}");
        }
        let nobody = Regular { to: " ".to_owned(), ..regular };
        let refused = paper::keep(app, &karen, None, &nobody, Said::default(), once(7)).await;
        assert_eq!(codes(refused), [("til", Code::Missing)]);
    }
}
