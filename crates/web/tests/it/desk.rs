//! The coordinator's pages, as they are served: they equal the commands to the digit, and a question goes to the worker and back.

use app::report::ReportAsk;
use domain::code::Role;
use domain::report::Report;

use crate::house::{House, PASSWORD};

const PAGES: [&str; 5] = ["/bord", "/afvikling", "/prognose", "/metodefidelitet", "/maal"];

fn field<'a>(html: &'a str, name: &str) -> &'a str {
    html.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

#[tokio::test]
async fn each_page_is_for_whoever_access_says_and_for_nobody_else() {
    let house = House::on("2015-11-23").await.registered().await;
    for (role, given) in [
        (Role::Coordinator, vec![0, 1, 2, 3, 4]),
        (Role::Worker, vec![2, 3]),
        (Role::Consultant, vec![2, 3]),
        (Role::Leader, vec![2, 3]),
        (Role::Dpo, vec![]),
        (Role::Partner, vec![]),
        (Role::Administrator, vec![]),
    ] {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        for (number, page) in PAGES.into_iter().enumerate() {
            let answer = house.get(page, Some(&session)).await;
            let expected = if given.contains(&number) { 200 } else { 403 };
            assert_eq!(answer.status, expected, "{role} at {page}");
            assert_eq!(house.get(page, None).await.status, 303, "a visitor at {page}");
        }
    }
}

#[tokio::test]
async fn the_figures_on_the_pages_are_the_commands_to_the_digit() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let desk = house.get("/bord", Some(&session)).await.body;
    let status = house.figure(Report::Status, ReportAsk::default()).await;
    let first_tile = desk.split("tile-number\"><span>").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(first_tile, status["attached"].to_string());
    let sub = format!("{} indskrevet · {} i afklaring", status["enrolled"], status["in_clarification"]);
    assert!(desk.contains(&sub), "{sub}");

    let told = house.figure(Report::WindDown, ReportAsk::default()).await;
    let page = house.get("/afvikling", Some(&session)).await.body;
    let rows = page.split("<caption class=\"sr-only\">Åbne forløb</caption>").nth(1).unwrap();
    let rows = rows.split("</table>").next().unwrap().matches("<tr role=\"row\">").count() - 1;
    assert_eq!(told["open_courses"], rows);

    let fidelity = house.figure(Report::Fidelity, ReportAsk::default()).await;
    let page = house.get("/metodefidelitet", Some(&session)).await.body;
    for line in fidelity["indicators"].as_array().unwrap() {
        let key = line["key"].as_str().unwrap();
        let row = page.split(&format!("vis={key}#forloeb")).nth(1).unwrap();
        let cells: Vec<u64> = row
            .split("class=\"num\"")
            .skip(1)
            .take(5)
            .map(|cell| cell.split_once('>').unwrap().1.split('<').next().unwrap().parse().unwrap())
            .collect();
        let [met, not] = ["met", "not_met"].map(|name| line[name].as_u64().unwrap());
        let [early, other] = ["too_early", "not_relevant"].map(|name| line[name].as_u64().unwrap());
        assert_eq!(cells, [met, met + not, not, early, other], "{key}");
    }

    let period = ReportAsk {
        from: Some("2014-12-01".parse().unwrap()),
        to: Some("2015-11-30".parse().unwrap()),
        ..ReportAsk::default()
    };
    let goals = house.figure(Report::Goals, period).await;
    let page = house.get("/maal", Some(&session)).await.body;
    let linked = goals["n"].as_u64().unwrap() - goals["unlinked"].as_u64().unwrap();
    assert!(page.contains(&format!(
        "{linked} af {} mål hører til et område; {} ligger udenfor",
        goals["n"], goals["unlinked"]
    )));

    let ask = ReportAsk {
        from: Some("2016-01-01".parse().unwrap()),
        to: Some("2016-03-31".parse().unwrap()),
        history: Some(domain::programme::Period {
            from: "2014-12-01".parse().unwrap(),
            to: "2015-11-30".parse().unwrap(),
        }),
        ..ReportAsk::default()
    };
    let forecast = house.figure(Report::Forecast, ask).await;
    let page = house.get("/prognose", Some(&session)).await.body;
    let [low, high] = [0, 1].map(|end| forecast["interval_80"][end].as_u64().unwrap());
    assert!(page.contains(&format!("80 %-interval: {low} til {high}.")), "{forecast}");
    assert!(page.contains(&format!("Bygger på {} indskrivninger", forecast["observed"])));
}

#[tokio::test]
async fn the_coordinator_asks_and_the_worker_answers_on_the_first_page() {
    let house = House::on("2015-11-23").await;
    let ids = house.with_citizens().await;
    house.adds("mette", Role::Worker).await;
    let amina = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let ask = format!("/borger/{}/spoerg", ids["Ask"]);
    let desk = house.get("/bord?alle=ja", Some(&amina)).await.body;
    assert!(desk.contains(&format!("{ask}?om=")), "the desk leads to the question");
    assert_eq!(house.get(&format!("{ask}?om=words"), Some(&mette)).await.status, 404, "a worker asks nobody");
    assert_eq!(house.get(&format!("{ask}?om=findes-ikke"), Some(&amina)).await.status, 404);
    let form = house.get(&format!("{ask}?om=words"), Some(&amina)).await.body;
    let sent =
        format!("token={}&noegle={}&emne=words&ord=N%C3%A5r+du+det%3F", field(&form, "token"), field(&form, "noegle"));
    assert_eq!(house.post(&ask, Some(&amina), &sent).await.header("location"), "/bord?gemt=spurgt#mangler");
    let again = house.post(&ask, Some(&amina), &sent).await;
    assert_eq!(again.status, 303, "pressed twice, asked once");
    assert!(house.get("/bord?alle=ja", Some(&amina)).await.body.contains("Spurgt 23.11."));

    let page = house.get("/mine-borgere", Some(&mette)).await.body;
    assert!(page.contains("Koordinatoren spørger om 1 ting") && page.contains("Når du det?"), "on top of her page");
    let panel = page.split("class=\"panel asked\"").nth(1).unwrap();
    let to = panel.split("<form action=\"").nth(1).unwrap().split('"').next().unwrap();
    let answer = |key: &str, rest: &str| format!("token={}&noegle={key}&version=1&{rest}", field(panel, "token"));
    let key = field(panel, "noegle").to_owned();
    let empty = house.post(to, Some(&mette), &answer(&key, "svarer=svar&svar=+")).await;
    assert_eq!(empty.status, 422);
    let told = house.post(to, Some(&mette), &answer(&key, "svarer=svar&svar=I+morgen")).await;
    assert_eq!(told.header("location"), "/mine-borgere?svar=besvaret");
    let page = house.get("/mine-borgere?svar=besvaret", Some(&mette)).await.body;
    assert!(page.contains("Svaret er sendt") && !page.contains("class=\"panel asked\""));
    assert!(house.get("/bord?alle=ja", Some(&amina)).await.body.contains("Svar 23.11.: I morgen"));
}

#[tokio::test]
async fn a_try_out_is_in_the_address_leads_to_the_acts_and_fills_them_in() {
    let house = House::on("2015-11-23").await;
    house.with_citizens().await;
    let mette = house.adds("mette", Role::Worker).await;
    house.adds("jonas", Role::Worker).await;
    let amina = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let tried = format!("/afvikling?flere=4&til=31.3.2016&stopper={mette}&den=1.12.2015");
    let page = house.get(&tried, Some(&amina)).await.body;
    assert!(page.contains("4 mere, jævnt fordelt") && page.contains("Ask") && page.contains("/vikarer?for="));
    let hand = page.split("/medarbejder?til=").nth(1).unwrap().split('"').next().unwrap();
    let (worker, from) = hand.split_once("&#38;fra=").or_else(|| hand.split_once("&amp;fra=")).unwrap();
    assert_eq!(from, "1.12.2015");
    let ids = house.get("/borgere", Some(&amina)).await.body;
    let ask = ids.split("href=\"/borger/").nth(1).unwrap().split('"').next().unwrap();
    let form = house.get(&format!("/borger/{ask}/medarbejder?til={worker}&fra={from}"), Some(&amina)).await.body;
    assert!(form.contains(&format!("<option value=\"{worker}\" selected>")) && form.contains("value=\"1.12.2015\""));
    let deputies = house.get(&format!("/vikarer?for={mette}&fra=1.12.2015"), Some(&amina)).await.body;
    assert!(
        deputies.contains(&format!("<option value=\"{mette}\" selected>")) && deputies.contains("value=\"1.12.2015\"")
    );
    for wrong in ["/afvikling?flere=0&til=x&stopper=x&den=y&dag=32.1.2016", "/bord?dag=x&vis=%00&medarbejder=x"] {
        assert_eq!(house.get(wrong, Some(&amina)).await.status, 200, "{wrong}");
    }
}

#[tokio::test]
async fn a_goal_that_is_not_settled_says_why_and_keeps_what_was_typed() {
    let house = House::on("2015-11-23").await;
    let lists = testkit::register::small();
    house.imports(&lists.and("maal", "G9;F3;2015-10-01;;Vil lære at svømme;aktiv;")).await;
    let amina = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let page = house.get("/maal", Some(&amina)).await.body;
    let goal = page.split("<form class=\"settle\" action=\"").nth(1).expect("a goal in no area");
    let to = goal.split('"').next().unwrap().to_owned();
    let fields = format!(
        "token={}&noegle={}&version={}&borger={}",
        field(goal, "token"),
        field(goal, "noegle"),
        field(goal, "version"),
        field(goal, "borger")
    );
    let refused = house.post(&to, Some(&amina), &format!("{fields}&goer=omraade&omraade=&grund=Hun+vil+selv")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"Hun vil selv\"") && refused.body.contains("Det blev ikke gemt"));
    let settled = house.post(&to, Some(&amina), &format!("{fields}&goer=udenfor&grund=Hun+vil+selv")).await;
    assert_eq!(settled.header("location"), "/maal?gemt=ja#tale");
    let page = house.get("/maal?gemt=ja", Some(&amina)).await.body;
    assert!(page.contains("Målet er på plads") && page.contains("Hun vil selv") && !page.contains("class=\"settle\""));
}
