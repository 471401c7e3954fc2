//! Research packages: refused where too few agreed, safe where enough did, and recalled where somebody takes the yes back.

use std::collections::{BTreeSet, HashMap, HashSet};

use app::consent::{NewConsent, record};
use app::research::{File, Wish, fetch, make, page, tell, unpacked};
use app::seed::life::Setting;
use app::seed::seed;
use app::setup::{NewAccount, add_user};
use app::view::desk::DeskAsk;
use app::{Cx, Error, desk, digest};
use domain::code::{ConsentKind, ConsentState, Role};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use domain::research::{ALIKE, NEEDED};
use render::document::Printer;
use testkit::database::Kind;
use testkit::past::found;
use testkit::team::{Team, both_demos, both_teams, day, password};
use uuid::Uuid;

/// No PDF here: the code book is plain text, which can be searched.
const NO_PDF: Option<Printer> = None;

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

/// How many have to be taken out, on the coordinator's desk and in the mail.
async fn waits(team: &Team, cx: &Cx) -> (usize, u64) {
    let desk = desk::page(&team.app, cx, DeskAsk::default()).await.unwrap();
    (desk.recalls, digest::waiting(&team.app, cx).await.unwrap().recalls)
}

fn wish() -> Wish {
    Wish { recipient: words("Kanariemodtager, SFI"), purpose: words("Kanarieformål"), as_of: Ok(None) }
}

fn codes(error: Error) -> Vec<(&'static str, Code)> {
    match error {
        Error::Refusals(all) => all.into_iter().map(|Refusal { field, code }| (field, code)).collect(),
        Error::Refusal(one) => vec![(one.field, one.code)],
        other => panic!("{other}"),
    }
}

/// Citizens who are made.
const PEOPLE: u64 = 400;

/// A programme of four hundred invented people, as the command line sees it.
async fn seeded(team: &Team) -> Cx {
    let made = seed(&team.app, &team.operator, PEOPLE, 1, 1, &mut |_| {}).await.unwrap();
    team.cx_in(&made.programmes[0]).await
}

async fn files(team: &Team, cx: &Cx, id: Uuid) -> Vec<File> {
    unpacked(fetch(&team.app, cx, id).await.unwrap().reveal()).unwrap()
}

fn text<'a>(files: &'a [File], name: &str) -> &'a str {
    std::str::from_utf8(&files.iter().find(|file| file.name == name).unwrap().bytes).unwrap()
}

/// The rows of a CSV that quotes nothing, by the names of its columns.
fn rows(csv: &str) -> Vec<HashMap<&str, &str>> {
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let names = lines.next().unwrap();
    lines
        .map(|cells| {
            assert_eq!(cells.len(), names.len());
            names.iter().copied().zip(cells).collect()
        })
        .collect()
}

#[tokio::test]
async fn the_demo_s_team_is_too_few_and_is_told_so_with_what_else_is_wrong() {
    for team in both_demos().await {
        let (app, cx) = (&team.app, team.cx().await);
        let before = page(app, &cx).await.unwrap();
        assert!(before.agreed > 0 && before.agreed < NEEDED && !before.is_enough(), "{}", before.agreed);
        let refused = make(app, &cx, &wish(), NO_PDF, cx.form_key().unwrap()).await.unwrap_err();
        assert_eq!(codes(refused), [("", Code::TooFewForResearch)]);
        let empty = Wish { recipient: words(" "), purpose: words(""), as_of: Ok(Some(day("2015-11-24"))) };
        let refused = make(app, &cx, &empty, NO_PDF, cx.form_key().unwrap()).await.unwrap_err();
        let all = [
            ("modtager", Code::Missing),
            ("formaal", Code::Missing),
            ("dag", Code::InTheFuture),
            ("", Code::TooFewForResearch),
        ];
        assert_eq!(codes(refused), all);
        assert_eq!(page(app, &cx).await.unwrap().packages, []);
    }
}

#[tokio::test]
async fn four_hundred_people_give_a_package_in_which_five_look_alike_and_differ() {
    for team in both_teams().await {
        let (app, cx) = (&team.app, seeded(&team).await);
        let once = cx.form_key().unwrap();
        let id = make(app, &cx, &wish(), NO_PDF, once).await.unwrap();
        assert_eq!(make(app, &cx, &wish(), NO_PDF, once).await.unwrap(), id, "pressed twice");
        let shown = page(app, &cx).await.unwrap();
        assert_eq!(shown.packages.len(), 1);
        let package = &shown.packages[0];
        assert_eq!((package.recipient.reveal().as_str(), package.as_of), ("Kanariemodtager, SFI", cx.today));
        let files = files(&team, &cx, id).await;
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["data.csv", "datapackage.json", "codebook.json", "codebook.txt"]);
        let described: serde_json::Value = serde_json::from_str(text(&files, "datapackage.json")).unwrap();
        let book: serde_json::Value = serde_json::from_str(text(&files, "codebook.json")).unwrap();
        let rows = rows(text(&files, "data.csv"));
        assert!(rows.len() >= NEEDED && rows.len() as u64 == package.persons);
        assert_eq!(rows.len() + usize::try_from(package.suppressed).unwrap(), shown.agreed);
        assert_eq!(book["codeBook"]["fileDscr"]["dimensns"]["caseQnty"], rows.len());

        // Counted anew, from the file alone: who looks alike, and what differs among them.
        let variables = book["codeBook"]["dataDscr"]["var"].as_array().unwrap();
        let of_role = |role: &str| -> Vec<&str> {
            let these = variables.iter().filter(|variable| variable["role"] == role);
            these.map(|variable| variable["name"].as_str().unwrap()).collect()
        };
        let (quasi, sensitive) = (of_role("quasi"), of_role("sensitive"));
        assert_eq!(quasi, ["gender", "age_group", "channel", "ending", "ended_after_days"]);
        assert!(sensitive.len() > 20, "{sensitive:?}");
        let mut classes: HashMap<Vec<&str>, Vec<&HashMap<&str, &str>>> = HashMap::new();
        for row in &rows {
            classes.entry(quasi.iter().map(|name| row[name]).collect()).or_default().push(row);
        }
        let smallest = classes.values().map(Vec::len).min().unwrap();
        assert!(smallest >= ALIKE, "{smallest}");
        assert_eq!(book["codeBook"]["disclosure"]["k"]["reached"], smallest);
        assert!(classes.len() > 1, "something is told: {:?}", book["codeBook"]["disclosure"]);
        for (looks, class) in &classes {
            for name in &sensitive {
                let values: HashSet<&str> =
                    class.iter().map(|row| row[name]).filter(|value| !value.is_empty()).collect();
                let is_none_reached = name.starts_with("goals_reached_") && values == HashSet::from(["0"]);
                assert!(values.len() != 1 || is_none_reached, "{name} is the same for all of {looks:?}");
            }
        }
        let pseudonyms: BTreeSet<&str> = rows.iter().map(|row| row["person"]).collect();
        assert_eq!(pseudonyms.len(), rows.len());
        assert!(rows.iter().map(|row| row["person"]).is_sorted(), "the order of the rows says nothing");
        let fields = described["resources"][0]["schema"]["fields"].as_array().unwrap();
        assert_eq!(fields.len(), rows[0].len());

        // The next package names nobody as this one did.
        let next = make(app, &cx, &wish(), NO_PDF, cx.form_key().unwrap()).await.unwrap();
        let next = self::files(&team, &cx, next).await;
        assert!(self::rows(text(&next, "data.csv")).iter().all(|row| !pseudonyms.contains(row["person"])));
    }
}

/// Whether a text holds a day of a calendar.
fn holds_a_day(text: &str) -> bool {
    let bytes: Vec<char> = text.chars().collect();
    let digits = |run: &[char]| run.iter().all(char::is_ascii_digit);
    let iso = |at: &[char]| digits(&at[..4]) && at[4] == '-' && digits(&at[5..7]) && at[7] == '-' && digits(&at[8..]);
    let danish =
        |at: &[char]| digits(&at[..2]) && at[2] == '.' && digits(&at[3..5]) && at[5] == '.' && digits(&at[6..]);
    bytes.windows(10).any(|at| iso(at) || danish(at))
}

/// Everything that tells on the seeded people, and every id of theirs in the store.
async fn personal(team: &Team, cx: &Cx) -> Vec<String> {
    let instruments = app::instruments::Instruments::shipped().unwrap();
    let setting = Setting { programme: &cx.programme, instruments: instruments.all(), seed: 1 };
    let mut all = Vec::new();
    for number in 0..PEOPLE {
        let citizen = setting.life(number, "worker", number % 20 < 10).citizen;
        let texts = [citizen.alias, citizen.name, citizen.cpr, citizen.phone];
        all.extend(texts.into_iter().flatten().map(Personal::into_revealed));
    }
    for table in ["citizen", "course", "reading"] {
        let ids = match team.database.kind {
            Kind::Sqlite => format!("SELECT lower(hex(id)) FROM {table}"),
            Kind::Postgres => format!("SELECT replace(CAST(id AS TEXT), '-', '') FROM {table}"),
        };
        all.extend(team.database.texts(&ids).await);
    }
    all
}

#[tokio::test]
async fn no_file_tells_who_anybody_is_or_any_day_and_the_store_keeps_who_got_it_sealed() {
    assert!(holds_a_day("x 2015-11-23,") && holds_a_day("den 23.11.2015.") && !holds_a_day("20-24,120"), "the control");
    for team in both_teams().await {
        let (app, cx) = (&team.app, seeded(&team).await);
        let id = make(app, &cx, &wish(), NO_PDF, cx.form_key().unwrap()).await.unwrap();
        let files = files(&team, &cx, id).await;
        let forbidden = personal(&team, &cx).await;
        assert!(forbidden.len() > 4_000, "the control: {} words to look for", forbidden.len());
        for file in &files {
            let content = std::str::from_utf8(&file.bytes).unwrap();
            assert!(!holds_a_day(content), "a day in {}", file.name);
            let without_dashes = content.replace('-', "");
            // A telephone number is looked for as a word: eight digits in a row can stand in a pseudonym by chance.
            let single: HashSet<&str> = content.split(|letter: char| !letter.is_alphanumeric()).collect();
            for word in forbidden.iter().map(String::as_str) {
                let is_there = if word.len() == 8 { single.contains(word) } else { content.contains(word) };
                let is_id = word.len() == 32 && without_dashes.contains(word);
                assert!(!is_there && !is_id, "{word} in {}", file.name);
            }
        }
        let log = team.database.last_logged().await;
        assert_eq!(log.event, "research_fetched");
        let made = team.database.log().await.into_iter().find(|row| row.event == "research_made").unwrap();
        let persons = rows(text(&files, "data.csv")).len();
        assert_eq!(made.citizens.len(), persons, "the log names each who is in it");
        let dump = team.database.dump().await;
        assert_eq!(found(&dump, &["Kanariemodtager", "Kanarieformål", "who_5_first_after_days"]), [""; 0]);
        let hash = page(app, &cx).await.unwrap().packages[0].hash.clone();
        assert_eq!(found(&dump, &[&hash]), [&hash], "the control: what is not sealed is found");
    }
}

#[tokio::test]
async fn who_takes_the_yes_back_is_named_by_the_pseudonym_until_the_recipient_is_told() {
    for team in both_teams().await {
        let (app, cx) = (&team.app, seeded(&team).await);
        let account = NewAccount {
            user_name: "amina".to_owned(),
            name: None,
            role: Role::Coordinator,
            partner: None,
            password: Some(password()),
        };
        add_user(app, &cx, account).await.unwrap();
        let amina = team.signs_in("amina").await;
        let id = make(app, &amina, &wish(), NO_PDF, amina.form_key().unwrap()).await.unwrap();
        let before = page(app, &amina).await.unwrap();
        assert_eq!((before.recalled(), before.packages[0].can_be_fetched()), (0, true));
        assert_eq!(before.packages[0].by.reveal(), "amina");
        let files = files(&team, &amina, id).await;
        let out = team.database.log().await.into_iter().rfind(|row| row.event == "research_made").unwrap().citizens[7];
        says_no(&team, &amina, CitizenId(out)).await;

        let after = page(app, &amina).await.unwrap();
        assert_eq!((after.agreed, after.recalled()), (before.agreed - 1, 1));
        let pseudonym = after.packages[0].recalled[0].clone();
        assert!(text(&files, "data.csv").contains(&pseudonym));
        assert!(!after.packages[0].can_be_fetched(), "a package is not given again with somebody in it who said no");
        let refused = fetch(app, &amina, id).await.unwrap_err();
        assert_eq!(codes(refused), [("", Code::PackageRecalled)]);
        assert_eq!(app::effort::page(app, &amina).await.unwrap().recalled, Some(1));
        assert_eq!(waits(&team, &amina).await, (1, 1));

        let once = amina.form_key().unwrap();
        tell(app, &amina, id, once).await.unwrap();
        tell(app, &amina, id, once).await.unwrap();
        let told = page(app, &amina).await.unwrap();
        assert_eq!((told.recalled(), told.packages[0].told), (0, Some((1, amina.today))));
        assert_eq!(app::effort::page(app, &amina).await.unwrap().recalled, Some(0));
        assert_eq!(waits(&team, &amina).await, (0, 0));
        let again = tell(app, &amina, id, amina.form_key().unwrap()).await.unwrap_err();
        assert_eq!(codes(again), [("", Code::NothingRecalled)]);
        assert!(matches!(tell(app, &amina, Uuid::from_u128(1), once).await, Err(Error::NotFound)));
        // The next package is without them.
        let next = make(app, &amina, &wish(), NO_PDF, amina.form_key().unwrap()).await.unwrap();
        fetch(app, &amina, next).await.unwrap();
        let log = team.database.log().await;
        let next = log.iter().rfind(|row| row.event == "research_made").unwrap();
        assert!(!next.citizens.contains(&out));
    }
}

#[tokio::test]
async fn nobody_but_the_coordinator_and_the_command_line_comes_near_a_package() {
    for team in both_teams().await {
        let app = &team.app;
        for role in Role::ALL {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            let may = *role == Role::Coordinator;
            let once = cx.form_key().unwrap();
            assert_eq!(page(app, &cx).await.is_ok(), may, "{role}");
            let denied = |answer: Result<(), Error>| matches!(answer, Err(Error::Denied)) != may;
            assert!(denied(make(app, &cx, &wish(), NO_PDF, once).await.map(drop)), "{role}");
            assert!(denied(fetch(app, &cx, Uuid::from_u128(1)).await.map(drop)), "{role}");
            assert!(denied(tell(app, &cx, Uuid::from_u128(1), once).await), "{role}");
        }
        assert!(page(app, &team.cx().await).await.is_ok());
    }
}

async fn says_no(team: &Team, coordinator: &Cx, citizen: CitizenId) {
    let said = NewConsent {
        kind: ConsentKind::Research,
        state: Some(ConsentState::Withdrawn),
        on: Ok(coordinator.today),
        until: Ok(None),
        recipient: words(""),
        purpose: words(""),
    };
    record(&team.app, coordinator, coordinator.form_key().unwrap(), citizen, &said).await.unwrap();
}
