//! The effort's own papers on screen: forms that tell what is wrong and lose nothing, pages that show what is next, files that are what
//! they say.

use domain::code::Role;

use crate::house::{Answer, House, PASSWORD};

async fn at(role: Role) -> (House, String) {
    let house = House::on("2015-11-23").await;
    let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
    (house, session)
}

fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let main = page.split("<main").nth(1).unwrap();
    main.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

/// Opens a form and sends it with what is typed.
async fn sends(house: &House, session: &str, form: &str, typed: &str) -> Answer {
    let page = house.get(form, Some(session)).await;
    assert_eq!(page.status, 200, "{form}");
    let carried =
        ["token", "noegle", "version", "sted", "om"].map(|name| format!("{name}={}", hidden(&page.body, name)));
    let to = form.split('?').next().unwrap();
    house.post(to, Some(session), &format!("{}&{typed}", carried.join("&"))).await
}

async fn page(house: &House, session: &str, answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    house.get(answer.header("location"), Some(session)).await.body
}

#[tokio::test]
async fn a_line_is_planned_drawn_and_what_is_wrong_stands_beside_its_field() {
    let (house, session) = at(Role::Coordinator).await;
    assert!(house.get("/tidsplan", Some(&session)).await.body.contains("Begynd med indsatsens egne datoer"));
    let wrong = "titel=Kursus&slags=periode&fra=31.2.2016&til=1.2.2016";
    let refused = sends(&house, &session, "/tidsplan/linje/ny", wrong).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("value=\"31.2.2016\"") && refused.body.contains("value=\"Kursus\""),
        "nothing is lost"
    );
    assert_eq!(refused.body.matches("Den dag findes ikke").count(), 2, "on top and beside: {}", refused.body);
    let backwards = "titel=Kursus&slags=periode&fra=1.3.2016&til=1.2.2016";
    let refused = sends(&house, &session, "/tidsplan/linje/ny", backwards).await;
    assert_eq!((refused.status.as_u16(), refused.body.matches("id=\"til-fejl\"").count()), (422, 1));
    let right = "titel=Kursus&slags=periode&fra=1.2.2016&til=1.3.2016";
    let kept = page(&house, &session, &sends(&house, &session, "/tidsplan/linje/ny", right).await).await;
    assert!(kept.contains("Gemt.") && kept.contains("class=\"chart gantt\"") && kept.contains("1.2.2016–1.3.2016"));
    let svg = house.get("/tidsplan/tidsplan.svg", Some(&session)).await;
    assert_eq!(svg.header("content-disposition"), "attachment; filename=\"tidsplan.svg\"");
    assert!(svg.body.starts_with("<?xml") && svg.body.contains("Kursus"));
    let ics = house.get("/tidsplan/tidsplan.ics", Some(&session)).await.body;
    assert!(ics.contains("SUMMARY:Planlagt periode") && !ics.contains("Kursus"), "a calendar names nothing");
    assert!(ics.contains("DTEND;VALUE=DATE:20160302"));
    let paper = house.get("/tidsplan/udskrift", Some(&session)).await.body;
    assert!(paper.contains("<body class=\"paper\">") && paper.contains("Kursus"));
}

#[tokio::test]
async fn a_line_changed_meanwhile_shows_both_versions_and_its_history_says_why() {
    let (house, session) = at(Role::Coordinator).await;
    let typed = "titel=Kursus&slags=milepael&fra=1.2.2016";
    let list = page(&house, &session, &sends(&house, &session, "/tidsplan/linje/ny", typed).await).await;
    let id = list.split("href=\"/tidsplan/linje/").filter(|part| !part.starts_with("ny")).nth(1).unwrap();
    let form = format!("/tidsplan/linje/{}", id.split('"').next().unwrap());
    let opened = house.get(&form, Some(&session)).await.body;
    let changed = "titel=Kurset&slags=milepael&fra=2.2.2016&grund=Lokalet+er+optaget";
    assert_eq!(sends(&house, &session, &form, changed).await.status, 303);
    let carried = format!("token={}&noegle={}&version=1", hidden(&opened, "token"), hidden(&opened, "noegle"));
    let stale = house.post(&form, Some(&session), &format!("{carried}&titel=Mit&slags=milepael&fra=1.2.2016")).await;
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("Kurset") && stale.body.contains("Mit"), "both stand there");
    let history = house.get(&format!("{form}/historik"), Some(&session)).await.body;
    assert!(
        history.contains("Version 2")
            && history.contains("Hvorfor: Lokalet er optaget")
            && history.contains("1.2.2016")
    );
    let page_ = house.get(&form, Some(&session)).await.body;
    let end =
        format!("token={}&noegle={}&version=2&slut=ja&slutgrund=", hidden(&page_, "token"), hidden(&page_, "noegle"));
    let refused = house.post(&format!("{form}/slut"), Some(&session), &end).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"slutgrund-fejl\""));
}

#[tokio::test]
async fn a_note_with_a_cpr_number_shows_the_passage_keeps_the_text_and_is_not_saved() {
    let (house, session) = at(Role::Worker).await;
    let typed = "titel=Kontakt&emne=Metode&maalgruppe=medarbejdere&tekst=Hun+har+010285-1234+og+er+den+eneste.";
    let refused = sends(&house, &session, "/viden/note/ny", typed).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("<mark>010285-1234</mark>") && refused.body.contains("CPR-nummer"));
    assert!(refused.body.contains("<mark>den eneste</mark>") && refused.body.contains("name=\"advarsler\""));
    assert!(refused.body.contains("\nHun har 010285-1234 og er den eneste.</textarea>"), "nothing is lost");
    assert!(!house.get("/viden", Some(&session)).await.body.contains("Kontakt"));
    let seal = hidden(&refused.body, "advarsler").to_owned();
    let softer = typed.replace("Hun+har+010285-1234+og+er", "Hun+er");
    let asked = sends(&house, &session, "/viden/note/ny", &format!("{softer}&grund=Ingen&advarsler={seal}")).await;
    assert_eq!(asked.status, 422, "the reason was given to other passages");
    let seal = hidden(&asked.body, "advarsler").to_owned();
    let kept = sends(&house, &session, "/viden/note/ny", &format!("{softer}&grund=Ingen&advarsler={seal}")).await;
    let note = page(&house, &session, &kept).await;
    assert!(note.contains("venter på en kollega") && !note.contains("Jeg har læst den igennem"), "not one's own");
    let other = house.sign_in(Role::Coordinator.code(), PASSWORD).await.unwrap();
    let address = kept.header("location").split('?').next().unwrap();
    let shown = house.get(address, Some(&other)).await.body;
    assert!(shown.contains("Jeg har læst den igennem"));
    let press = format!(
        "token={}&noegle={}&version={}",
        hidden(&shown, "token"),
        hidden(&shown, "noegle"),
        hidden(&shown, "version")
    );
    let read = page(&house, &other, &house.post(&format!("{address}/laest"), Some(&other), &press).await).await;
    assert!(read.contains("kan deles"));
    let docx = house.get("/viden/samling.docx", Some(&other)).await;
    assert_eq!(docx.header("content-disposition"), "attachment; filename=\"viden.docx\"");
    assert!(docx.body.starts_with("PK"));
}

#[tokio::test]
async fn a_meeting_on_the_thirty_first_of_february_and_a_decision_without_who_are_told() {
    let (house, session) = at(Role::Coordinator).await;
    let group = sends(&house, &session, "/organisation/gruppe/ny", "navn=Styregruppen&art=styregruppe").await;
    let list = page(&house, &session, &group).await;
    let id = list.split("id=\"g-").nth(1).unwrap().split('"').next().unwrap();
    let typed = |day: &str| format!("gruppe={id}&dato={day}&punkt_0=status&punkt_1=tekst&titel_1=Budget&ord_1=Tallene");
    let refused = sends(&house, &session, "/moeder/ny", &typed("31.2.2016")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"dato-fejl\"") && refused.body.contains("\nTallene</textarea>"));
    let meeting = sends(&house, &session, "/moeder/ny", &typed("23.11.2015")).await;
    let shown = page(&house, &session, &meeting).await;
    assert!(shown.contains("1. Status") && shown.contains("2. Budget") && shown.contains("tallene bliver gemt"));
    assert!(shown.contains("n = 0, mangler: 0") && shown.contains("må ikke offentliggøres"));
    let address = meeting.header("location").split('?').next().unwrap().to_owned();
    let decision = format!("{address}/beslutning");
    let nobody = sends(&house, &session, &decision, "beslutning=Lav+en+plan&hvem=&senest=1.12.2015").await;
    assert_eq!(nobody.status, 422);
    assert!(nobody.body.contains("id=\"hvem-fejl\"") && nobody.body.contains("\nLav en plan</textarea>"));
    let minutes = format!("{address}/referat");
    let kept = sends(&house, &session, &minutes, "referat_0=Taget+til+efterretning&referat_1=").await;
    let shown = page(&house, &session, &kept).await;
    assert!(
        shown.contains("gemt med mødet")
            && shown.contains("Taget til efterretning")
            && shown.contains("Godkend referatet")
    );
    let docx = house.get(&format!("{address}/referat.docx"), Some(&session)).await;
    assert_eq!(docx.header("content-disposition"), "attachment; filename=\"referat.docx\"", "it names nobody");
    let press = format!(
        "token={}&noegle={}&version={}",
        hidden(&shown, "token"),
        hidden(&shown, "noegle"),
        hidden(&shown, "version")
    );
    let approved = house.post(&format!("{address}/godkend"), Some(&session), &press).await;
    assert!(page(&house, &session, &approved).await.contains("godkendt og låst"));
    let locked = sends(&house, &session, &minutes, "referat_0=Andet").await;
    assert_eq!(locked.status, 422);
    assert!(locked.body.contains("id=\"grund-fejl\""));
    assert_eq!(house.get(&format!("{address}/dagsorden"), Some(&session)).await.status, 422);
}

#[tokio::test]
async fn an_activity_that_needs_money_is_refused_in_words() {
    let (house, session) = at(Role::Coordinator).await;
    let typed = "titel=Aften&bliver=fortsaetter&af=Enheden&hvorfor=Godt&penge=ja";
    let refused = sends(&house, &session, "/viderefoerelse/aktivitet/ny", typed).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("kræver penge efter bevillingen, kan ikke føres videre"));
    let kept = sends(&house, &session, "/viderefoerelse/aktivitet/ny", &typed.replace("penge=ja", "penge=nej")).await;
    assert!(page(&house, &session, &kept).await.contains("Enheden"));
}

const PAGES: [&str; 5] = ["/tidsplan", "/organisation", "/viden", "/viderefoerelse", "/moeder"];
const FORMS: [&str; 9] = [
    "/tidsplan/linje/ny",
    "/organisation/enhed/ny",
    "/organisation/person/ny",
    "/organisation/funktion/ny",
    "/organisation/gruppe/ny",
    "/organisation/medlem/ny",
    "/moeder/ny",
    "/viderefoerelse/aktivitet/ny",
    "/viden/forankring/ny",
];

#[tokio::test]
async fn who_may_see_and_keep_the_papers_is_who_the_table_says() {
    let house = House::on("2015-11-23").await;
    for role in Role::ALL {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        let sees = matches!(role, Role::Worker | Role::Coordinator | Role::Leader);
        let status = |path: &'static str| {
            let (house, session) = (&house, session.clone());
            async move { house.get(path, Some(&session)).await.status.as_u16() }
        };
        for path in PAGES.into_iter().filter(|path| *path != "/moeder") {
            assert_eq!(status(path).await, if sees { 200 } else { 403 }, "{role} at {path}");
        }
        let figures = sees || *role == Role::Consultant;
        for path in ["/indsatsen", "/moeder"] {
            assert_eq!(status(path).await, if figures { 200 } else { 403 }, "{role} at {path}");
        }
        for path in FORMS {
            let may = if *role == Role::Coordinator { 200 } else { 403 };
            assert_eq!(status(path).await, may, "{role} at {path}");
        }
        let writes = matches!(role, Role::Worker | Role::Coordinator);
        for path in ["/viden/note/ny", "/viden/deling/ny"] {
            assert_eq!(status(path).await, if writes { 200 } else { 403 }, "{role} at {path}");
        }
    }
}
