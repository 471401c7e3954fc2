//! What the program does by itself: once each, caught up, tried again; and the mail that tells numbers and nobody's name.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use app::job::{Letter, Post, PostFault, Ran, Runner, Sending, run_due};
use app::view::job::RunLine;
use app::{App, Cx, Error, block, digest, job, retention};
use chrono::{DateTime, TimeDelta, Utc};
use domain::code::{DigestRhythm, JobKind, JobReason, JobState, Role};
use domain::digest::Waiting;
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::clock;
use testkit::database::Kind;
use testkit::register::{Lists, small};
use testkit::team::{Team, both_teams};

use crate::block::{me, once};
use crate::common::called;

/// What a letter box does with a mail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Takes,
    Refuses(&'static str),
    IsAway,
    NeverAnswers,
}

/// A letter box on the other side: what it took, and a clock beside it.
#[derive(Clone)]
struct Town {
    taken: Arc<Mutex<Vec<Letter>>>,
    does: Arc<Mutex<Does>>,
    now: Arc<Mutex<DateTime<Utc>>>,
}

impl Post for Town {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        let does = *self.does.lock().unwrap();
        Box::pin(async move {
            match does {
                Does::IsAway => Err(PostFault::Unreachable),
                Does::Refuses(who) if letter.to.reveal() == who => Err(PostFault::Refused),
                Does::NeverAnswers => std::future::pending().await,
                Does::Takes | Does::Refuses(_) => {
                    self.taken.lock().unwrap().push(letter.clone());
                    Ok(())
                }
            }
        })
    }
}

impl Town {
    fn now() -> Self {
        Self::at(clock::now())
    }

    fn at(moment: DateTime<Utc>) -> Self {
        Self { taken: Arc::default(), does: Arc::new(Mutex::new(Does::Takes)), now: Arc::new(Mutex::new(moment)) }
    }

    fn goes_on(&self, by: TimeDelta) {
        *self.now.lock().unwrap() += by;
    }

    fn now_it(&self, does: Does) {
        *self.does.lock().unwrap() = does;
    }

    /// Empties the box: to whom, in order.
    fn emptied(&self) -> Vec<String> {
        let mut to: Vec<String> =
            self.taken.lock().unwrap().drain(..).map(|letter| letter.to.into_revealed()).collect();
        to.sort();
        to
    }

    fn runner(&self) -> Runner {
        let now = Arc::clone(&self.now);
        Runner {
            clock: Arc::new(move || *now.lock().unwrap()),
            post: Some(Arc::new(self.clone())),
            printer: None,
            public: "https://arbejde.example.org".to_owned(),
            lease: TimeDelta::minutes(2),
            stopping: Arc::new(AtomicBool::new(false)),
        }
    }
}

fn typed(address: &str) -> Personal<String> {
    Personal::new(address.to_owned())
}

async fn wants(team: &Team, cx: &Cx, rhythm: DigestRhythm, address: &str) {
    let key = cx.form_key().unwrap();
    digest::keep(&team.app, cx, (Some(rhythm), &typed(address)), 0, key).await.unwrap();
}

/// Amina coordinates, Mette has Ask and Birk, Jonas has Carla; something waits for each.
async fn people(team: &Team) -> (Cx, Cx, Cx) {
    people_of(team, &small().and("skridt", "F1;2015-11-10;Finde en ny læge;2015-11-22;sammen;")).await
}

async fn people_of(team: &Team, lists: &Lists) -> (Cx, Cx, Cx) {
    team.imports(lists).await;
    team.adds("amina", Role::Coordinator).await;
    for worker in ["mette", "jonas"] {
        team.adds(worker, Role::Worker).await;
    }
    (team.signs_in("amina").await, team.signs_in("mette").await, team.signs_in("jonas").await)
}

/// The runs of a kind as the coordinator's page tells of them.
async fn runs(team: &Team, cx: &Cx, kind: JobKind) -> Vec<RunLine> {
    let page = job::page(&team.app, cx).await.unwrap();
    page.kinds.into_iter().find(|line| line.kind == kind).unwrap().runs
}

fn ran(done: u32, failed: u32) -> Ran {
    Ran { done, failed }
}

#[tokio::test]
async fn each_moment_is_done_once_and_of_three_missed_days_only_the_last() {
    for team in both_teams().await {
        let (amina, _, jonas) = people(&team).await;
        wants(&team, &jonas, DigestRhythm::Daily, "jonas@kommune.dk").await;
        let town = Town::now();
        let runner = town.runner();
        assert_eq!(run_due(&team.app, &runner).await.unwrap(), ran(5, 0), "each kind");
        assert_eq!(run_due(&team.app, &runner).await.unwrap(), ran(0, 0), "and not again");
        assert_eq!(town.emptied(), ["jonas@kommune.dk"]);
        town.goes_on(TimeDelta::days(3));
        assert_eq!(run_due(&team.app, &runner).await.unwrap(), ran(2, 0), "the two that come every day");
        assert_eq!(run_due(&team.app, &runner).await.unwrap(), ran(0, 0));
        assert_eq!(town.emptied(), ["jonas@kommune.dk"], "one mail and not three");
        let daily = runs(&team, &amina, JobKind::DailyDigest).await;
        let told: Vec<_> = daily.iter().map(|run| (run.due, run.state, run.came_to)).collect();
        let due = |days| (clock::today() + chrono::Days::new(days)).and_hms_opt(6, 30, 0).unwrap();
        assert_eq!(told, [(due(3), JobState::Done, 1), (due(0), JobState::Done, 1)]);
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "job_ran" && row.actor == "job").count(), 7);
        assert_eq!(log.iter().filter(|row| row.event == "digest_sent").count(), 2);
    }
}

#[tokio::test]
async fn two_servers_at_the_same_moment_send_one_mail() {
    for team in both_teams().await {
        let (_, mette, jonas) = people(&team).await;
        wants(&team, &jonas, DigestRhythm::Daily, "jonas@kommune.dk").await;
        wants(&team, &mette, DigestRhythm::Daily, "mette@kommune.dk").await;
        // The other server has a program of its own, where the database lets one in.
        let other = match team.database.kind {
            Kind::Postgres => {
                App::new(team.database.try_open(&team.database.master).await.unwrap(), Some(app::demo::DAY)).unwrap()
            }
            Kind::Sqlite => team.app.clone(),
        };
        let town = Town::now();
        for _ in 0..3 {
            let (one, two) = (town.runner(), town.runner());
            let (one, two) = tokio::join!(run_due(&team.app, &one), run_due(&other, &two));
            let (one, two) = (one.unwrap(), two.unwrap());
            assert!(one.done + two.done >= 2 && one.failed + two.failed == 0, "{one:?} {two:?}");
            assert_eq!(town.emptied(), ["jonas@kommune.dk", "mette@kommune.dk"]);
            town.goes_on(TimeDelta::days(1));
        }
    }
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_is_followed_by_another_that_sends_the_rest_only() {
    for team in both_teams().await {
        let (amina, mette, jonas) = people(&team).await;
        for (cx, address) in [(&amina, "amina@kommune.dk"), (&mette, "mette@kommune.dk"), (&jonas, "jonas@kommune.dk")]
        {
            wants(&team, cx, DigestRhythm::Daily, address).await;
        }
        let town = Town::now();
        town.now_it(Does::NeverAnswers);
        let (app, runner) = (team.app.clone(), town.runner());
        let stopped = tokio::time::timeout(std::time::Duration::from_millis(300), run_due(&app, &runner)).await;
        assert!(stopped.is_err(), "it is left in the middle");
        town.now_it(Does::Takes);
        assert_eq!(runs(&team, &amina, JobKind::DailyDigest).await[0].state, JobState::Running);
        let others = run_due(&app, &town.runner()).await.unwrap();
        assert_eq!((others, town.emptied().len()), (ran(4, 0), 0), "it still has its time");
        town.goes_on(TimeDelta::minutes(2));
        town.now_it(Does::Refuses("jonas@kommune.dk"));
        assert_eq!(run_due(&app, &town.runner()).await.unwrap(), ran(0, 1));
        assert_eq!(
            town.emptied(),
            ["amina@kommune.dk", "mette@kommune.dk"],
            "one refused keeps none of the others back"
        );
        let failed = runs(&team, &amina, JobKind::DailyDigest).await.remove(0);
        assert_eq!((failed.state, failed.reason), (JobState::Failed, Some(JobReason::MailRefused)));
        assert_eq!((failed.tries, failed.came_to), (2, 2));
        town.now_it(Does::Takes);
        town.goes_on(TimeDelta::minutes(15));
        let ids = |town: &Town| town.taken.lock().unwrap().iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(run_due(&app, &town.runner()).await.unwrap(), ran(1, 0));
        assert_eq!(ids(&town).len(), 1);
        assert_eq!(town.emptied(), ["jonas@kommune.dk"], "nobody gets it twice");
    }
}

#[tokio::test]
async fn what_fails_is_tried_with_growing_pauses_then_given_up_and_let_run_again_by_the_coordinator() {
    for team in both_teams().await {
        let (amina, mette, jonas) = people(&team).await;
        wants(&team, &jonas, DigestRhythm::Daily, "jonas@kommune.dk").await;
        let town = Town::at(clock::today().and_hms_opt(5, 30, 0).unwrap().and_utc());
        let (app, runner) = (&team.app, town.runner());
        town.now_it(Does::IsAway);
        assert_eq!(run_due(app, &runner).await.unwrap(), ran(4, 1));
        for minutes in [5, 15, 60, 240] {
            town.goes_on(TimeDelta::minutes(minutes) - TimeDelta::seconds(1));
            assert_eq!(run_due(app, &runner).await.unwrap(), ran(0, 0), "not before {minutes} minutes");
            town.goes_on(TimeDelta::seconds(1));
            assert_eq!(run_due(app, &runner).await.unwrap(), ran(0, 1));
        }
        town.goes_on(TimeDelta::hours(12));
        assert_eq!(run_due(app, &runner).await.unwrap(), ran(0, 0));
        let run = runs(&team, &amina, JobKind::DailyDigest).await.remove(0);
        assert_eq!((run.state, run.tries, run.next_try), (JobState::GivenUp, 5, None));
        assert_eq!((run.reason, run.may_run_again), (Some(JobReason::MailUnreachable), true));

        let this = (JobKind::DailyDigest, run.id);
        assert!(matches!(job::again(app, &mette, this, once(1)).await, Err(Error::Denied)));
        job::again(app, &amina, this, once(2)).await.unwrap();
        job::again(app, &amina, this, once(2)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "job_asked_again");
        town.now_it(Does::Takes);
        assert_eq!(run_due(app, &runner).await.unwrap(), ran(1, 0));
        assert_eq!(town.emptied(), ["jonas@kommune.dk"]);
        assert!(matches!(job::again(app, &amina, this, once(3)).await, Err(Error::Stale)), "it is done");
    }
}

#[tokio::test]
async fn a_server_that_is_asked_to_stop_leaves_the_rest_for_later() {
    for team in both_teams().await {
        let (amina, ..) = people(&team).await;
        let runner = Town::now().runner();
        runner.stopping.store(true, Ordering::Relaxed);
        assert_eq!(run_due(&team.app, &runner).await.unwrap(), ran(0, 0));
        assert!(runs(&team, &amina, JobKind::Tidy).await.is_empty());
    }
}

#[tokio::test]
async fn a_worker_s_mail_counts_their_own_and_a_coordinator_s_all_but_those_they_are_blocked_from() {
    for team in both_teams().await {
        let (amina, mette, jonas) = people(&team).await;
        let app = &team.app;
        let follow_ups = 5; // Carla's, of which one was declined; see follow_up.rs
        let his = digest::waiting(app, &jonas).await.unwrap();
        assert_eq!(his, Waiting { follow_ups: his.follow_ups, enquiries: his.enquiries, ..Waiting::default() });
        assert!(his.follow_ups >= follow_ups - 1, "{his:?}");
        let hers = digest::waiting(app, &mette).await.unwrap();
        assert_eq!((hers.follow_ups, hers.steps), (0, 1), "Ask began a fortnight ago");
        let all = digest::waiting(app, &amina).await.unwrap();
        assert_eq!((all.follow_ups, all.steps), (his.follow_ups + hers.follow_ups, 1));

        let carla = called(app, &amina, "Carla").await;
        let why = typed("Kender familien");
        block::block(app, &amina, carla, Some(me(&jonas)), &why, once(1)).await.unwrap();
        assert_eq!(digest::waiting(app, &jonas).await.unwrap().follow_ups, 0);
        team.adds("leder", Role::Leader).await;
        let leader = team.signs_in("leder").await;
        assert!(matches!(digest::waiting(app, &leader).await, Err(Error::Denied)));
    }
}

#[tokio::test]
async fn steps_referrals_and_deputies_are_counted_on_the_day_they_are_worth_a_word() {
    for team in both_teams().await {
        team.imports(
            &small()
                .and("skridt", "F1;2015-11-10;Finde en ny læge;2015-11-22;sammen;")
                .and("skridt", "F3;2015-11-10;Ringe til banken;2015-11-22;sammen;2015-11-22")
                .and("henvisninger", "F1;2015-11-08;LivaRehab;bolig;ja;sendt;")
                .and("henvisninger", "F1;2015-11-09;Reden København;bolig;ja;sendt;"),
        )
        .await;
        for worker in ["mette", "jonas"] {
            team.adds(worker, Role::Worker).await;
        }
        let (mette, jonas) = (team.signs_in("mette").await, team.signs_in("jonas").await);
        let naming = app::deputy::Naming {
            worker: Some(me(&mette)),
            deputy: Some(me(&jonas)),
            from: Some(mette.today),
            to: Some(mette.today + chrono::Days::new(3)),
        };
        app::deputy::name(&team.app, &mette, naming, once(1)).await.unwrap();
        let hers = digest::waiting(&team.app, &mette).await.unwrap();
        assert_eq!((hers.steps, hers.referrals, hers.deputies), (1, 1, 1), "{hers:?}");
        let his = digest::waiting(&team.app, &jonas).await.unwrap();
        assert_eq!((his.steps, his.referrals, his.deputies), (1, 1, 1), "hers are his while he stands in");
    }
}

#[tokio::test]
async fn a_mail_tells_numbers_and_nothing_of_anybody_and_is_not_sent_where_nothing_waits() {
    for team in both_teams().await {
        let (_, mette, jonas) = people_of(&team, &small()).await;
        wants(&team, &jonas, DigestRhythm::Weekly, "jonas@kommune.dk").await;
        assert!(digest::waiting(&team.app, &mette).await.unwrap().is_nothing(), "the control");
        wants(&team, &mette, DigestRhythm::Weekly, "mette@kommune.dk").await;
        let town = Town::now();
        run_due(&team.app, &town.runner()).await.unwrap();
        let letters = town.taken.lock().unwrap().clone();
        assert_eq!(letters.len(), 1, "to Jonas alone");
        for letter in &letters {
            let whole = format!("{}\n{}\n{}", letter.subject, letter.text, letter.id);
            for secret in [
                "Carla",
                "Ask",
                "Jonas",
                "Friis",
                "Signe",
                "010285",
                "exit",
                "Exit",
                "Indsats",
                "Københavner",
                "kommune",
            ] {
                assert!(!whole.contains(secret), "{secret} is in {whole}");
            }
            assert!(whole.contains("https://arbejde.example.org\n"), "{whole}");
            assert!(!format!("{letter:?}").contains("kommune"), "an address is not printed");
        }
        let dump = team.database.dump().await;
        assert_eq!(testkit::past::found(&dump, &["jonas@kommune.dk"]), [""; 0], "the address is sealed");
    }
}

#[tokio::test]
async fn the_mail_is_chosen_changed_and_forgotten_by_its_reader_and_by_nobody_who_has_nothing_waiting() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let app = &team.app;
        let daily = Some(DigestRhythm::Daily);
        assert_eq!(digest::settings(app, &mette).await.unwrap().version, 0);
        let refused = digest::keep(app, &mette, (daily, &typed("mette")), 0, once(1)).await.unwrap_err();
        assert!(matches!(refused, Error::Refusal(refusal) if refusal.code == Code::NotAMailAddress));
        digest::keep(app, &mette, (daily, &typed(" mette@kommune.dk")), 0, once(2)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "digest_kept");
        let kept = digest::settings(app, &mette).await.unwrap();
        assert_eq!((kept.version, kept.rhythm, kept.address.reveal().as_str()), (1, daily, "mette@kommune.dk"));
        assert_eq!(digest::settings(app, &amina).await.unwrap().version, 0, "each their own");
        let weekly = (Some(DigestRhythm::Weekly), &typed("m@kommune.dk"));
        assert!(matches!(digest::keep(app, &mette, weekly, 0, once(3)).await, Err(Error::Stale)));
        digest::keep(app, &mette, weekly, 1, once(4)).await.unwrap();
        digest::keep(app, &mette, (None, &typed("")), 2, once(5)).await.unwrap();
        assert_eq!(team.database.number("SELECT COUNT(*) FROM digest").await, 0, "the address is forgotten");
        for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Worker | Role::Coordinator)) {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            assert!(matches!(digest::settings(app, &cx).await, Err(Error::Denied)), "{role}");
            let keeps_jobs = *role == Role::Administrator;
            assert_eq!(job::page(app, &cx).await.is_ok(), keeps_jobs, "{role}");
            assert!(matches!(retention::page(app, &cx).await, Err(Error::Denied)), "{role}");
        }
    }
}

#[tokio::test]
async fn who_was_closed_longer_ago_than_the_programme_keeps_is_proposed_and_stays() {
    for team in both_teams().await {
        let (amina, ..) = people(&team).await;
        let app = &team.app;
        assert!(retention::page(app, &amina).await.unwrap().citizens.is_empty());
        let toml = app::demo::PROGRAMME.1.replacen("phases = 3", "phases = 3\nretention_months = 9", 1);
        team.keeps(&toml).await;
        let amina = team.signs_in("amina").await;
        let page = retention::page(app, &amina).await.unwrap();
        let told: Vec<_> = page.citizens.iter().map(|one| (one.name.reveal().as_str(), one.ended_on)).collect();
        assert_eq!(told, [("Dagny", testkit::team::day("2015-01-19"))]);
        let town = Town::now();
        run_due(app, &town.runner()).await.unwrap();
        assert_eq!(runs(&team, &amina, JobKind::Retention).await[0].came_to, 1);
        let log = team.database.log().await;
        let seen = log.iter().find(|row| row.detail.contains("\"retention\"") && !row.citizens.is_empty()).unwrap();
        assert_eq!(seen.citizens, [page.citizens[0].citizen.0]);
        assert!(app::citizen::page(app, &amina, page.citizens[0].citizen).await.is_ok(), "nothing is taken away");
        team.adds("amir", Role::Coordinator).await;
        let amir = team.signs_in("amir").await;
        assert_eq!(retention::page(app, &amir).await.unwrap().citizens.len(), 1, "the control");
        let dagny = page.citizens[0].citizen;
        block::block(app, &amina, dagny, Some(me(&amir)), &typed("Slægtning"), once(1)).await.unwrap();
        assert!(retention::page(app, &amir).await.unwrap().citizens.is_empty(), "who is blocked sees nothing");
    }
}

#[tokio::test]
async fn what_has_ended_is_forgotten_and_what_has_not_stays() {
    for team in both_teams().await {
        let (amina, ..) = people(&team).await;
        let sessions = || team.database.number("SELECT COUNT(*) FROM session");
        assert_eq!(sessions().await, 3);
        let town = Town::now();
        run_due(&team.app, &town.runner()).await.unwrap();
        assert_eq!(sessions().await, 3);
        town.goes_on(TimeDelta::days(1));
        run_due(&team.app, &town.runner()).await.unwrap();
        assert_eq!(sessions().await, 0);
        assert_eq!(runs(&team, &amina, JobKind::Tidy).await[0].came_to, 3);
    }
}
