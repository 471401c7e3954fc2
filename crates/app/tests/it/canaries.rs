//! Nothing personal lies in the clear: not in a file, not in a dump, not in what the program logs, not in what `{:?}` prints.

use std::fs;
use std::io::Write;
use std::sync::Mutex;

use app::report::{ReportAsk, report};
use app::setup::{NewAccount, add_user};
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::figures::FiguresAsk;
use app::view::log::LogAsk;
use app::{caseload, citizen, demo, figures, log};
use domain::code::Role;
use domain::personal::Personal;
use domain::report::Report;
use testkit::database::Kind;
use testkit::past::{files_with, found};
use testkit::register::{Lists, small};
use testkit::team::{PASSWORD, Team, both_demos, both_teams, password};

use crate::common::{opened, page_of};

/// One text for every personal field there is.
const CANARIES: [&str; 17] = [
    "Kanariealias",
    "Kanariefornavn Kanarieefternavn",
    "0102857731",
    "010285-7731",
    "4599887731",
    "Kanarieregister-1",
    "Kanarienote fra henvendelsen",
    "Kanarienote uden borger",
    "Kanarieårsag til at stoppe",
    "Kanariegrund til lukning",
    "Kanarieord om målingen",
    "Kanariemål på borgerens sprog",
    "Kanarietekst om kontakten",
    "Kanarieskridt til udlejeren",
    "Kanariemarkering i forløbet",
    "Kanariesvar på opfølgningen",
    "Kanariemedarbejder Navnesen",
];
/// What stands in the clear on purpose: a partner's name, and the team's number of a course.
const CLEAR: [&str; 2] = ["Kanariepartner", "KF-7731"];

fn register() -> Lists {
    small()
        .with("borgere", "B1;Ask;Signe Østergaard;010285-1234;", "B1;Ask;Signe Østergaard;010286-1234;")
        .and(
            "borgere",
            "Kanarieregister-1;Kanariealias;Kanariefornavn Kanarieefternavn;010285-7731;kvinde;1985;4599887731;ja",
        )
        .and("henvendelser", "K1;2015-03-01;selv;Kanariepartner;Kanarieregister-1;ja;nej;;Kanarienote fra henvendelsen")
        .and("henvendelser", "K2;2015-03-02;selv;;;nej;;;Kanarienote uden borger")
        .and("forloeb", "KF-7731;Kanarieregister-1;2015-10-05;;;;;mette")
        .and("forloeb", "K2;Kanarieregister-1;2015-02-05;2015-03-05;Kanarieårsag til at stoppe;;;mette")
        .and("forloeb", "K3;B4;2013-05-05;;;2013-09-01;Kanariegrund til lukning;mette")
        .and("maalinger", "K1;KF-7731;who-5;2015-11-10;1;2;borger;Kanarieord om målingen")
        .and("maal", "K1;KF-7731;2015-11-11;bolig;Kanariemål på borgerens sprog;aktiv;")
        .and("kontakter", "KF-7731;2015-11-16;moede;ude;borger;45;Kanarietekst om kontakten")
        .and("skridt", "KF-7731;2015-11-16;Kanarieskridt til udlejeren;2015-11-27;sammen;")
        .and("begivenheder", "KF-7731;2015-11-13;faseskift;2;;Kanariemarkering i forløbet")
        .and("opfoelgninger", "KF-7731;2015-11-20;2015-11-20;afslaaet;Kanariesvar på opfølgningen")
        .with("medarbejdere", "Mette Lund", "Kanariemedarbejder Navnesen")
}

/// What the program has logged in this process.
static LOGGED: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Logged;

impl Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOGGED.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Imports, changes, signs in and looks at everything; gives what the views print.
async fn everything(team: &Team) -> String {
    let app = &team.app;
    team.imports(&register()).await;
    // Two versions of what was corrected: the older one is sealed as well.
    team.imports(&register().with("kontakter", "Gik en tur langs søerne", "Gik en tur")).await;
    let amina = NewAccount {
        user_name: "amina".to_owned(),
        name: Some(Personal::new("Kanariemedarbejder Navnesen".to_owned())),
        role: Role::Coordinator,
        partner: None,
        password: Some(password()),
    };
    add_user(app, &team.cx().await, amina).await.unwrap();
    let cookie = team.cookie("amina").await;
    let (amina, session) = team.session(&cookie, team.operator.now).await.unwrap();
    let page = page_of(app, &amina, "Kanariealias").await;
    let texts = opened(app, &amina, &page).await;
    assert!(texts.iter().any(|text| text == "Kanarietekst om kontakten"), "the control: what is sealed opens");
    let sealed = page.timeline.iter().find_map(|entry| entry.sealed).unwrap();
    let text = citizen::open_sealed(app, &amina, page.id, sealed).await.unwrap();
    let list = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
    let list = caseload::page(app, &amina, list).await.unwrap();
    let figures = figures::page(app, &amina, FiguresAsk::default()).await.unwrap();
    let log = log::page(app, &amina, LogAsk::default()).await.unwrap();
    let users = app::setup::users(app, &team.operator).await.unwrap();
    for name in Report::ALL {
        report(app, &amina, *name, ReportAsk::default()).await.unwrap();
    }
    format!("{page:?} {text:?} {list:?} {figures:?} {log:?} {users:?} {session:?} {amina:?} {app:?}")
}

#[tokio::test]
async fn no_personal_text_lies_in_a_file_a_dump_a_log_or_a_debug_print() {
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::TRACE);
    subscriber.with_writer(|| Logged).with_ansi(false).init();
    tracing::info!("Kanariekontrol");
    for team in both_teams().await {
        let printed = everything(&team).await;
        assert_eq!(found(printed.as_bytes(), &CANARIES), [""; 0], "in what the views print");
        assert_eq!(found(printed.as_bytes(), &["•••"]), ["•••"], "the control: they do print the rest");

        let dump = team.database.dump().await;
        assert_eq!(found(&dump, &CANARIES), [""; 0], "in {:?}'s dump", team.database.kind);
        assert_eq!(found(&dump, &CLEAR), CLEAR, "the control: what is not sealed is found in it");
        assert_eq!(found(&dump, &[PASSWORD]), [""; 0]);

        let hidden = [&CANARIES[..], &CLEAR[..], &[PASSWORD]].concat();
        if team.database.kind == Kind::Sqlite {
            let folder = team.database.folder.path().to_owned();
            assert!(folder.join("data.db-wal").exists(), "the control: there is a WAL to search");
            assert_eq!(files_with(&folder, &hidden), [""; 0], "while it runs");
            let database = team.closes().await;
            assert_eq!(files_with(&folder, &hidden), [""; 0], "after it has ended");
            for (file, text) in [("utf-8", "Kanariealias".as_bytes().to_vec()), ("utf-16", wide("Kanariealias"))] {
                fs::write(folder.join(file), [b"\x01\x02", text.as_slice()].concat()).unwrap();
            }
            assert_eq!(files_with(&folder, &hidden).len(), 2, "the control: one in the clear is found");
            drop(database);
        }
    }
    let logged = LOGGED.lock().unwrap();
    assert_eq!(found(&logged, &CANARIES), [""; 0], "in what the program logs");
    assert_eq!(found(&logged, &["Kanariekontrol"]), ["Kanariekontrol"], "the control: the log was caught");
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The columns of the demo's other lists that are sealed and hold nothing else's words, such as a partner's name.
const SEALED_LISTS: [(&str, usize); 22] = [
    ("behov", 2),
    ("handlinger", 2),
    ("udredning", 4),
    ("netvaerk", 9),
    ("netvaerk", 10),
    ("samtykker", 3),
    ("citater", 2),
    ("filer", 3),
    ("samtaler", 6),
    ("tilbageblik", 3),
    ("tilbageblik", 4),
    ("spaerringer", 3),
    ("../partner/personer", 1),
    ("../partner/personer", 2),
    ("../partner/personer", 4),
    ("../partner/aftaler", 4),
    ("../partner/aftaler", 6),
    ("../partner/pligter", 5),
    ("../partner/henvist", 2),
    ("../partner/henvist", 3),
    ("../partner/henvist", 6),
    ("../partner/henvist", 9),
];
/// What stands in the demo's letter.
const FILED: [&str; 2] = ["Kvittering for opskrivning", "Andelen ved"];

#[tokio::test]
async fn no_name_or_word_of_the_demo_s_people_lies_in_the_clear() {
    let of = |list: &str, column: usize| -> Vec<String> {
        let path = format!("{}/../../demo/{list}.csv", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).unwrap();
        let cells = text.lines().skip(1).filter_map(|line| line.split(';').nth(column)).map(str::to_owned);
        cells.filter(|cell| cell.len() > 8 && !cell.contains('"')).collect()
    };
    let mut personal = of("register/borgere", 2);
    personal.extend(of("register/borgere", 3));
    personal.extend(of("register/borgere", 6));
    for (list, column) in [("kontakter", 6), ("maal", 4), ("skridt", 2), ("henvendelser", 8), ("medarbejdere", 1)] {
        personal.extend(of(&format!("register/{list}"), column).into_iter().take(12));
    }
    for (list, column) in SEALED_LISTS {
        let sealed = of(&format!("plan/{list}"), column);
        assert!(!sealed.is_empty(), "the control: {list} has texts to search for");
        personal.extend(sealed);
    }
    personal.extend(FILED.map(str::to_owned));
    personal.extend(demo::PEOPLE.map(|(_, name, _)| name.to_owned()));
    let personal: Vec<&str> = personal.iter().map(String::as_str).collect();
    assert!(personal.len() > 60, "the control: there are texts to search for");
    for team in both_demos().await {
        let dump = team.database.dump().await;
        assert_eq!(found(&dump, &personal), [""; 0], "in {:?}'s dump", team.database.kind);
        assert_eq!(found(&dump, &["LivaRehab"]), ["LivaRehab"], "the control: a partner's name is found");
        if team.database.kind == Kind::Sqlite {
            let folder = team.database.folder.path().to_owned();
            let _database = team.closes().await;
            assert_eq!(files_with(&folder, &personal), [""; 0]);
        }
    }
}
