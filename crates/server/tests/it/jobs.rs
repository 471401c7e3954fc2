//! What has its moment, done by real servers over real databases, with mails over a real socket.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use app::digest;
use domain::code::{DigestRhythm, Role};
use domain::personal::Personal;
use serde_json::Value;
use testkit::database::{Database, Kind};
use testkit::register::small;
use testkit::team::Team;

use crate::postbox::{Does, Postbox};
use crate::{bare, told};

const READERS: [(&str, &str); 3] = [
    ("mette", "mette.kanarie@kommune.dk"),
    ("jonas", "jonas.kanarie@kommune.dk"),
    ("amina", "amina.kanarie@kommune.dk"),
];

/// A store with three people who want the mail, closed again.
struct Office {
    database: Database,
    key: PathBuf,
}

impl Office {
    fn on(kind: Kind) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let database = runtime.block_on(async {
            let team = Team::new(Database::new(kind).await.open().await).await;
            team.imports(&small().and("skridt", "F3;2015-11-10;Kanarieskridt;2015-11-12;sammen;")).await;
            for (name, address) in READERS {
                team.adds(name, if name == "amina" { Role::Coordinator } else { Role::Worker }).await;
                let cx = team.signs_in(name).await;
                let choice = (Some(DigestRhythm::Daily), &Personal::new(address.to_owned()));
                digest::keep(&team.app, &cx, choice, 0, cx.form_key().unwrap()).await.unwrap();
            }
            team.closes().await
        });
        let key = database.folder.path().with_extension("key");
        database.master.write(&key).unwrap();
        Self { database, key }
    }

    /// The program over this store, sending mail to a mail server.
    fn command(&self, words: &[&str], smtp: Option<&str>) -> Command {
        let mut command = bare(words);
        for name in ["BROBYGGER_SMTP", "BROBYGGER_MAIL_FROM", "BROBYGGER_PUBLIC_URL"] {
            command.env_remove(name);
        }
        command.env("BROBYGGER_KEY_FILE", &self.key);
        match self.database.kind {
            Kind::Sqlite => command.env("BROBYGGER_DATA", self.database.folder.path()),
            Kind::Postgres => command.env("BROBYGGER_DATABASE_URL", &self.database.url),
        };
        if let Some(smtp) = smtp {
            command.args(["--smtp", smtp, "--mail-from", "overblik@example.org", "--lease", "2"]);
            command.args(["--public-url", "https://arbejde.example.org"]);
        }
        command
    }

    fn run(&self, postbox: &Postbox) -> Output {
        self.command(&["jobs", "run", "--format", "json"], Some(&url(postbox))).output().unwrap()
    }

    /// The last run of the daily mail: state, reason, count.
    fn daily(&self) -> (String, Value, Value) {
        let listed = self.command(&["jobs", "list", "--programme", "exit-2016", "--format", "json"], None).output();
        let listed = listed.unwrap();
        let document: Value = serde_json::from_slice(&listed.stdout).unwrap_or_else(|_| panic!("{}", told(&listed)));
        let runs = document["runs"].as_array().unwrap();
        let run = runs.iter().find(|run| run["kind"] == "daglig_mail").unwrap();
        (run["state"].as_str().unwrap().to_owned(), run["reason"].clone(), run["count"].clone())
    }

    /// Makes what failed free to be tried now, as if its pause were over.
    fn pause_is_over(&self) {
        let sql = "UPDATE job_run SET next_try_at = began_at WHERE next_try_at IS NOT NULL";
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(self.database.tamper(sql)).unwrap();
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.key);
    }
}

fn url(postbox: &Postbox) -> String {
    format!("smtp://127.0.0.1:{}", postbox.port)
}

/// A server, killed when the test ends.
struct Server(Child);

impl Server {
    fn of(office: &Office, postbox: &Postbox) -> Self {
        let mut child = office
            .command(&["serve", "--listen", "127.0.0.1:0"], Some(&url(postbox)))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("\"serving\"")), "serves");
        std::thread::spawn(move || lines.for_each(drop));
        Self(child)
    }

    fn killed(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// To whom mails went that were taken, in order.
fn readers(postbox: &Postbox) -> Vec<String> {
    let mut to: Vec<String> = postbox.mails().into_iter().filter(|mail| mail.taken).map(|mail| mail.to).collect();
    to.sort();
    to
}

fn everybody() -> Vec<String> {
    let mut all: Vec<String> = READERS.iter().map(|(_, address)| (*address).to_owned()).collect();
    all.sort();
    all
}

fn header<'a>(text: &'a str, name: &str) -> &'a str {
    let head = text.split("\n\n").next().unwrap();
    let lines = head.lines().filter_map(|line| line.strip_prefix(&format!("{name}: ")));
    let found: Vec<&str> = lines.collect();
    assert_eq!(found.len(), 1, "{name} in {head}");
    found[0]
}

#[test]
fn the_bytes_of_a_mail_are_numbers_one_reader_and_one_address_and_it_is_sent_once() {
    for kind in Kind::BOTH {
        let (office, postbox) = (Office::on(kind), Postbox::opens());
        let ran = office.run(&postbox);
        assert!(ran.status.success(), "{}", told(&ran));
        assert_eq!(readers(&postbox), everybody());
        assert!(office.run(&postbox).status.success());
        assert_eq!(postbox.mails().len(), 3, "and not again");
        assert_eq!(office.daily(), ("gjort".to_owned(), Value::Null, 3.into()));
        for mail in postbox.mails() {
            assert_eq!(header(&mail.text, "To"), mail.to);
            assert_eq!(header(&mail.text, "From"), "overblik@example.org");
            assert_eq!(header(&mail.text, "Subject"), "Dit overblik");
            assert_eq!(header(&mail.text, "Auto-Submitted"), "auto-generated");
            assert!(header(&mail.text, "Message-ID").ends_with("@example.org>"));
            assert_eq!(header(&mail.text, "Content-Type"), "text/plain; charset=utf-8");
            let others = everybody().into_iter().filter(|address| *address != mail.to);
            for secret in others.chain(
                [
                    "Kanarieskridt",
                    "Carla",
                    "Ask",
                    "Birk",
                    "Signe",
                    "Østergaard",
                    "010285",
                    "Lund",
                    "Friis",
                    "exit",
                    "Exit",
                    "Indsats",
                    "Københavner",
                    "127.0.0.1",
                ]
                .map(str::to_owned),
            ) {
                assert!(!mail.text.contains(&secret), "{secret} is in {}", mail.text);
            }
            assert_eq!(mail.text.matches("://").count(), 1, "{}", mail.text);
        }
        let jonas = postbox.mails().into_iter().find(|mail| mail.to.starts_with("jonas")).unwrap();
        assert!(jonas.text.contains("https://arbejde.example.org"), "{}", jonas.text);
    }
}

#[test]
fn a_mail_server_that_is_away_refuses_or_is_not_safe_is_told_of_and_tried_again_and_nothing_is_lost() {
    let (office, postbox) = (Office::on(Kind::Sqlite), Postbox::opens());
    let away = office.command(&["jobs", "run"], Some("smtp://127.0.0.1:1")).output().unwrap();
    assert_eq!(away.status.code(), Some(1), "{}", told(&away));
    let reason = |reason: &str| ("mislykket".to_owned(), Value::from(reason), Value::from(0));
    assert_eq!(office.daily(), reason("mail_svarer_ikke"));
    office.pause_is_over();
    let unsafe_one = format!("smtp://127.0.0.1:{}?tls=required", postbox.port);
    let unsafe_one = office.command(&["jobs", "run"], Some(&unsafe_one)).output().unwrap();
    assert_eq!(office.daily(), reason("mail_ikke_sikker"), "{}", told(&unsafe_one));
    office.pause_is_over();
    postbox.now_it(Does::Refuses);
    let refused = office.run(&postbox);
    assert_eq!(office.daily(), reason("mail_afvist"));
    for output in [&away, &unsafe_one, &refused] {
        assert!(!told(output).contains("kanarie") && !told(output).contains("kommune"), "{}", told(output));
    }
    assert!(postbox.mails().is_empty());
    office.pause_is_over();
    postbox.now_it(Does::Takes);
    assert!(office.run(&postbox).status.success());
    assert_eq!(readers(&postbox), everybody());
    assert_eq!(office.daily(), ("gjort".to_owned(), Value::Null, 3.into()));
}

#[test]
fn two_servers_over_one_database_send_each_mail_once() {
    let (office, postbox) = (Office::on(Kind::Postgres), Postbox::opens());
    let start = || office.command(&["jobs", "run"], Some(&url(&postbox))).stdout(Stdio::null()).spawn().unwrap();
    let servers: Vec<Child> = (0..3).map(|_| start()).collect();
    for mut server in servers {
        assert!(server.wait().unwrap().success());
    }
    assert_eq!(readers(&postbox), everybody());
    assert_eq!(postbox.mails().len(), 3);
}

#[test]
fn a_server_killed_in_the_middle_of_a_mail_is_followed_by_the_other_which_sends_every_mail() {
    let (office, postbox) = (Office::on(Kind::Postgres), Postbox::opens());
    postbox.now_it(Does::Holds);
    let first = Server::of(&office, &postbox);
    let held = postbox.waits_for(1).remove(0);
    let second = Server::of(&office, &postbox);
    first.killed();
    assert_eq!(office.daily().0, "i_gang", "left as it was");
    postbox.now_it(Does::Takes);
    let mails = postbox.waits_for(4);
    assert_eq!(readers(&postbox), everybody(), "{mails:?}");
    let again = mails.iter().find(|mail| mail.taken && mail.to == held.to).unwrap();
    assert_eq!(header(&again.text, "Message-ID"), header(&held.text, "Message-ID"), "a reader can tell it is the same");
    drop(second);
    assert_eq!(postbox.mails().len(), 4);
}

#[test]
fn a_mail_server_is_named_whole_and_safe_or_the_program_says_what_is_wrong() {
    let office = Office::on(Kind::Sqlite);
    let half = office.command(&["jobs", "run", "--smtp", "smtp://127.0.0.1:1"], None).output().unwrap();
    assert_eq!(half.status.code(), Some(2), "{}", told(&half));
    let open = office.command(&["serve"], Some("smtp://bo:hemmelig@mail.example.org")).output().unwrap();
    assert_eq!(open.status.code(), Some(1));
    assert!(told(&open).contains("tls=required") && !told(&open).contains("hemmelig"), "{}", told(&open));
    let without = office.command(&["jobs", "run", "--format", "json"], None).output().unwrap();
    let without: Value = serde_json::from_slice(&without.stdout).unwrap();
    assert_eq!((&without["done"], &without["failed"]), (&3.into(), &0.into()), "what is no mail runs all the same");
}
