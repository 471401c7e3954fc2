//! What leaves with a meeting's file: to a group outside the team what it was told in a locked report, and no number more.

use std::io::Read;

use app::release;
use domain::code::Addressee;
use domain::release::Asked;
use render::Locale;
use testkit::team::{PASSWORD, Team, both_demos, day};

use crate::house::House;

const NOT_TOLD: &str = "Tallene er ikke med: ingen låst rapport til gruppen";
const NEVER_TOLD: &str = "Tallene er ikke med: de står ikke i nogen rapport";
const SAID: &str = "filen har kun de tal, som gruppen allerede har fået i en låst rapport.";

/// The text of a document for a word processor, a bar between two paragraphs or cells.
fn text(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let parts = xml.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("|")
}

/// The address of the meeting of a group on a day.
async fn meeting(team: &Team, group: &str, on: &str) -> String {
    let page = app::meeting::list(&team.app, &team.signs_in("amina").await).await.unwrap();
    let mut lines = page.ahead.iter().chain(&page.held);
    let found = lines.find(|line| line.group == group && line.on == day(on)).unwrap();
    format!("/moeder/{}", found.id)
}

/// Locks the status report of the demo's day for the steering group, proposed by one and locked by another.
async fn lock(app: &app::App, (karen, amina): (&app::Cx, &app::Cx)) {
    let asked = Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of: day("2015-11-23"),
        from: day("2014-12-01"),
        to: day("2015-11-30"),
    };
    let once = || karen.form_key().unwrap();
    let id = release::propose(app, karen, asked, None, (Locale::Da, None), once()).await.unwrap();
    release::decide(app, amina, (id, 1), (true, ""), once()).await.unwrap();
}

#[tokio::test]
async fn the_steering_group_s_file_tells_what_a_locked_report_told_and_the_team_s_own_all() {
    for team in both_demos().await {
        let december = meeting(&team, "Styregruppen", "2015-12-07").await;
        let june = meeting(&team, "Styregruppen", "2015-06-08").await;
        let own = meeting(&team, "Projektgruppen", "2015-11-30").await;
        let (app, karen, amina) = (team.app.clone(), team.signs_in("karen").await, team.signs_in("amina").await);
        let house = House::over(team);
        let session = house.sign_in("amina", PASSWORD).await.unwrap();
        let file = async |at: &str| text(&house.file(at, &session).await);
        let agenda = format!("{december}/dagsorden.docx");

        let before = file(&agenda).await;
        assert_eq!((before.matches(NOT_TOLD).count(), before.matches(NEVER_TOLD).count()), (2, 1), "{before}");
        for number in ["Indskrevet", "I afklaring", "Tilknyttet", "Åbne forløb", "Forventet", "n = ", "|16|", "|19|"]
        {
            assert!(!before.contains(number), "{number}: {before}");
        }
        let screen = house.get(&december, Some(&session)).await.body;
        assert!(screen.contains(SAID) && screen.contains("<bdi>16</bdi>") && !screen.contains(NOT_TOLD));

        lock(&app, (&karen, &amina)).await;
        let told = file(&agenda).await;
        let rows = "|Indskrevet|..|I afklaring|..|Tilknyttet|19|Afsluttet|37|Forskellige brugere|56|";
        assert!(told.contains(rows), "{told}");
        assert!(told.contains("Tal pr. 23.11.2015, som gruppen fik dem i Statusrapport, version 1."), "{told}");
        assert!(told.contains(".. betyder, at gruppen ikke har fået tallet."));
        assert!(told.contains("Forventet de næste tre måneder|6,0|"), "{told}");
        assert_eq!((told.matches(NOT_TOLD).count(), told.matches(NEVER_TOLD).count()), (0, 1), "{told}");
        assert!(!told.contains("|16|") && !told.contains("|3|I") && !told.contains("Åbne forløb"), "{told}");
        let june = file(&format!("{june}/referat.docx")).await;
        assert!(june.contains(NOT_TOLD) && june.contains("Gruppen tog tallene til efterretning"), "{june}");

        let own_file = file(&format!("{own}/dagsorden.docx")).await;
        assert!(own_file.contains("|Henvisninger uden svar|") && own_file.contains(" af "), "{own_file}");
        assert!(!own_file.contains(NEVER_TOLD) && !house.get(&own, Some(&session)).await.body.contains(SAID));
    }
}
