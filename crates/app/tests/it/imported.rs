//! A register is imported whole or not at all, and the same one twice changes nothing.

use app::import::ImportFault;
use domain::code::Role;
use proptest::prelude::*;
use register::{ReadError, Source};
use testkit::database::sqlite;
use testkit::register::{Lists, quoted, small};
use testkit::team::{Team, both_teams};

use crate::common::{all_figures, opened, page_of};

#[tokio::test]
async fn the_same_register_twice_changes_nothing_and_says_so() {
    for team in both_teams().await {
        let first = team.imports(&small()).await;
        assert_eq!((first.imported, first.added, first.changed), (true, 24, 0));
        assert_eq!((first.rows["borgere"], first.rows["maalinger"]), (4, 36));
        let before = team.database.row_counts().await;
        let second = team.imports(&small()).await;
        assert_eq!((second.imported, second.added, second.changed), (true, 0, 0));
        assert_eq!(team.database.row_counts().await, before, "not a row more, and none in the log");
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "register_imported").count(), 1);
        assert!(log.last().unwrap().detail.contains("\"added\":24"), "{:?}", log.last());
    }
}

#[tokio::test]
async fn a_dry_run_tells_what_would_come_and_changes_nothing() {
    for team in both_teams().await {
        let before = team.database.row_counts().await;
        let tried = team.tries(&small().source(), true).await.unwrap();
        assert_eq!((tried.imported, tried.added, tried.changed), (false, 24, 0));
        assert_eq!(team.database.row_counts().await, before);
        team.imports(&small()).await;
        assert_ne!(team.database.row_counts().await, before, "the control: the real one does");
    }
}

#[tokio::test]
async fn a_register_with_faults_changes_nothing_and_tells_no_secret() {
    for team in both_teams().await {
        team.imports(&small()).await;
        let before = team.database.row_counts().await;
        let faulty = small()
            .with("borgere", "010285-1234", "991385-hemmelig")
            .with("kontakter", "langs søerne", "langs havnen")
            .and("maalinger", "S9;F2;stjerne;2015-11-20;bolig;11;borger;");
        let fault = team.tries(&faulty.source(), false).await.unwrap_err();
        let ImportFault::Register(ReadError::Faults(faults)) = &fault else { panic!("{fault:?}") };
        let places: Vec<_> = faults.iter().map(|fault| (fault.sheet.as_str(), fault.row)).collect();
        assert_eq!(places, [("borgere", 2), ("maalinger", 38)]);
        assert!(!format!("{fault:?} {fault}").contains("hemmelig"));
        assert_eq!(team.database.row_counts().await, before);
    }
}

#[tokio::test]
async fn an_eleventh_citizen_is_imported_and_listed() {
    for team in both_teams().await {
        let mut lists = small();
        for number in 11..=19 {
            lists = lists.and("borgere", &format!("B{number};;;;;;;"));
            lists = lists.and("forloeb", &format!("F{number};B{number};2015-11-{number};;;;;mette"));
        }
        let imported = team.imports(&lists).await;
        let broken =
            imported.breaks.iter().map(|one| (one.what.rule.number(), one.course.as_str(), one.worker.as_deref()));
        assert_eq!(broken.collect::<Vec<_>>(), [("R12", "F19", Some("mette"))]);
        let caseload = &all_figures(&team).await[3].1["workers"];
        let mette = caseload.as_array().unwrap().iter().find(|line| line["worker"] == "mette").unwrap();
        assert_eq!((&mette["total"], &mette["over_cap"]), (&11.into(), &true.into()));
    }
}

#[tokio::test]
async fn a_register_in_windows_1252_gives_the_same_figures_and_words() {
    for team in both_teams().await {
        let Source::Folder(files) = small().source() else { panic!("a folder") };
        let as_windows = |(name, bytes): (String, Vec<u8>)| {
            let text = String::from_utf8(bytes).unwrap();
            // Danish letters have the same number in Windows-1252 as in Unicode.
            (name, text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect())
        };
        let windows: Vec<(String, Vec<u8>)> = files.into_iter().map(as_windows).collect();
        assert!(windows.iter().any(|(_, bytes)| std::str::from_utf8(bytes).is_err()), "the control: it is no UTF-8");
        team.tries(&Source::Folder(windows), false).await.unwrap();
        let other = Team::new(sqlite().await).await;
        other.imports(&small()).await;
        assert_eq!(all_figures(&team).await, all_figures(&other).await);
        assert_eq!(team.imports(&small()).await.changed, 0, "read as UTF-8 it says the same");
    }
}

#[tokio::test]
async fn whatever_a_person_writes_comes_back_letter_for_letter() {
    let long = "æøå 🌊 ".repeat(100_000 / 6);
    let texts = [
        "Hun sagde \"nej\"; så 'måske' – 100 %",
        "<script>alert('x')</script> {{7*7}} ' OR 1=1 --",
        "👩‍👩‍👧 🌊 \u{1F1E9}\u{1F1F0} e\u{301}",
        "\u{202E}bagvendt\u{202C} \u{200F}שלום\u{200E} مرحبا",
        "to\nlinjer\n\nog =SUM(A1) @her \\ \t tab",
        long.trim_end(),
    ];
    for team in both_teams().await {
        let mut lists = small();
        for (at, text) in texts.iter().enumerate() {
            lists = lists.and("kontakter", &format!("F2;2015-11-{};besked;;borger;;{}", 10 + at, quoted(text)));
            lists = lists.and("maal", &format!("X{at};F2;2015-11-{};;{};;", 10 + at, quoted(text)));
        }
        team.imports(&lists).await;
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let page = page_of(&team.app, &amina, "Birk").await;
        let mut contacts = opened(&team.app, &amina, &page).await;
        contacts.reverse();
        assert_eq!(contacts, texts);
        let goals: Vec<_> = page.goals.iter().map(|goal| goal.words.clone()).collect();
        let shown = |text: &&str| app::view::citizen::Words::Shown(domain::personal::Personal::new((*text).to_owned()));
        assert!(goals == texts.iter().map(shown).collect::<Vec<_>>());
    }
}

/// A cell that nobody would call tidy.
fn cell() -> impl Strategy<Value = String> {
    "[^\\x00-\\x1f]{0,12}".prop_map(|text| quoted(&text))
}

fn some_register() -> impl Strategy<Value = Lists> {
    let citizens = prop::collection::vec((cell(), cell(), 1940..2000i32), 1..5);
    let contacts = prop::collection::vec((0..5usize, 1..6u32, cell(), 0..90u32), 0..12);
    let enquiries = prop::collection::vec((1..28u32, cell()), 0..4);
    (citizens, contacts, enquiries).prop_map(|(citizens, contacts, enquiries)| {
        let mut lists = small();
        for (at, (alias, name, born)) in citizens.iter().enumerate() {
            lists = lists.and("borgere", &format!("C{at};{alias};{name};;;{born};;"));
            lists = lists.and("forloeb", &format!("K{at};C{at};2015-05-01;;;;;mette"));
        }
        for (course, day, text, minutes) in &contacts {
            let course = course % citizens.len();
            lists = lists.and("kontakter", &format!("K{course};2015-06-0{day};moede;;;{minutes};{text}"));
        }
        for (at, (day, note)) in enquiries.iter().enumerate() {
            lists = lists.and("henvendelser", &format!("E{at};2015-04-{day:02};;;;;;;{note}"));
        }
        lists
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_register_imported_twice_changes_nothing(lists in some_register()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let team = Team::new(sqlite().await).await;
            let first = team.imports(&lists).await;
            assert!(first.added > 25);
            let before = team.database.row_counts().await;
            let second = team.imports(&lists).await;
            assert_eq!((second.added, second.changed), (0, 0));
            assert_eq!(team.database.row_counts().await, before);
        });
    }
}
