//! A round through its pages, without JavaScript: saved, refused, changed meanwhile, done; and the calendar.

use crate::house::{House, PASSWORD};

/// What stands in a hidden field of a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

/// The address of the citizen called so, from a page with a link to it.
fn citizen(page: &str, called: &str) -> String {
    let before = page.split(&format!("<bdi>{called}</bdi>")).next().unwrap();
    before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

/// The fields that a page's form brings with it, and more.
fn form(page: &str, more: &str) -> String {
    let own = ["token", "noegle", "version", "sted", "om", "udfyldning", "doer", "dag", "af"];
    let pairs: Vec<String> = own.iter().map(|name| format!("{name}={}", hidden(page, name))).collect();
    format!("{}&{more}", pairs.join("&"))
}

const AREAS: &str = "a-stjerne-bolig=7&a-stjerne-psykisk_helbred=x&a-stjerne-fysisk_helbred=3&a-stjerne-oekonomi=4&\
    a-stjerne-hverdag=5&a-stjerne-netvaerk=6&a-stjerne-rusmidler=x&a-stjerne-arbejde_uddannelse=2&a-stjerne-tryghed=8&\
    a-stjerne-selvtillid=5&o-stjerne-bolig=Jeg+har+n%C3%B8gle+nu";

#[tokio::test]
async fn birk_s_first_star_is_paused_gone_on_with_and_begins_the_course() {
    let house = House::on("2015-11-23").await.registered().await;
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let list = house.get("/mine-borgere", Some(&mette)).await.body;
    let birk = format!("{}/opfoelgning", citizen(&list, "Birk"));
    let page = house.get(&birk, Some(&mette)).await.body;
    assert!(page.contains("Første stjerne med Birk") && page.contains("Planlagt slut: tirsdag den 22. november 2016"));
    assert!(!page.contains("checked"), "nothing is chosen beforehand");

    let paused = house.post(&format!("{birk}/gem"), Some(&mette), &form(&page, AREAS)).await;
    assert_eq!(paused.header("location"), format!("{birk}?gemt=pause"));
    let page = house.get(&birk, Some(&mette)).await.body;
    assert!(page.contains("10 af 10 områder har svar") && page.contains("Jeg har nøgle nu"));

    let open = house.post(&birk, Some(&mette), &form(&page, AREAS)).await;
    assert!(open.status == 422 && open.body.contains("Gem som færdig alligevel"), "WHO-5 and the purpose are open");
    let whole = form(&open.body, &format!("{AREAS}&a-formaal-formaal=0&uanset=ja"));
    let done = house.post(&birk, Some(&mette), &whole).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(done.header("location").contains("/udvikling?gemt=indskrevet"));
    let progress = house.get(done.header("location"), Some(&mette)).await.body;
    assert!(progress.contains("og forløbet er begyndt") && progress.contains("Planlagt slut: 22. november 2016"));
    assert!(!progress.contains("exit") && !progress.contains("Jeg har nøgle"));
    let again = house.post(&birk, Some(&mette), &whole).await;
    assert_eq!(again.status, 303, "pressed twice, done once");
    let page = house.get(&birk, Some(&mette)).await.body;
    assert!(page.contains("Opfølgning med Birk") && page.contains("0 af 10 områder har svar"));

    // The reading: its words only when they are asked for.
    let reading = progress.split("href=\"").find(|part| part.contains("/maaling/")).unwrap().split('"').next().unwrap();
    let closed = house.get(reading, Some(&mette)).await.body;
    assert!(closed.contains("er borgeren i afklaring igen") && !closed.contains("Jeg har nøgle nu"));
    let opened = house.post(reading, Some(&mette), &form(&closed, "")).await.body;
    assert!(opened.contains("Jeg har nøgle nu"));
    let no_reason = house.post(&format!("{reading}/traek"), Some(&mette), &form(&closed, "grund=")).await;
    assert!(no_reason.status == 422 && no_reason.body.contains("Skriv en grund"));
    let gone = house.post(&format!("{reading}/traek"), Some(&mette), &form(&closed, "grund=Forkert+borger")).await;
    let gone = house.get(gone.header("location"), Some(&mette)).await.body;
    assert!(gone.contains("Borgeren er i afklaring igen") && gone.contains("Fortryd"));
}

#[tokio::test]
async fn after_the_window_the_refused_star_leads_to_who_can_grant_an_exception() {
    let house = House::on("2016-04-11").await.registered().await;
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let list = house.get("/mine-borgere", Some(&mette)).await.body;
    let birk = format!("{}/opfoelgning", citizen(&list, "Birk"));
    let page = house.get(&birk, Some(&mette)).await.body;
    assert!(page.contains("Nye forløb kan kun begynde i perioden 1.4.2013–31.3.2016"));
    let whole = form(&page, &format!("{AREAS}&a-formaal-formaal=0&uanset=ja"));
    let refused = house.post(&birk, Some(&mette), &whole).await;
    assert!(refused.status == 422 && refused.body.contains("Dagen ligger uden for rekrutteringsperioden"));
    assert!(refused.body.contains("href=\"#dag\"") && refused.body.contains("id=\"dag\""), "the link leads somewhere");
    assert!(refused.body.contains("10 af 10 områder har svar"), "and nothing is lost");
}

#[tokio::test]
async fn a_number_off_the_scale_and_a_day_that_is_none_are_told_beside_their_fields_and_stay_there() {
    let house = House::on("2015-11-23").await.registered().await;
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let list = house.get("/mine-borgere", Some(&mette)).await.body;
    let ask = format!("{}/opfoelgning", citizen(&list, "Ask"));
    let page = house.get(&format!("{ask}?doer=papir"), Some(&mette)).await.body;
    let wrong = form(&page, "a-stjerne-bolig=11&a-stjerne-tryghed=4").replace("dag=", "dag=31.2.2015&ubrugt=");
    let refused = house.post(&ask, Some(&mette), &wrong).await;
    assert_eq!(refused.status, 422);
    for wanted in ["id=\"a-stjerne-bolig-fejl\"", "value=\"11\"", "value=\"31.2.2015\"", "Skriv en dag, der findes"] {
        assert!(refused.body.contains(wanted), "{wanted}");
    }
    let paused = house.post(&format!("{ask}/gem"), Some(&mette), &wrong).await;
    assert_eq!(paused.status, 422);
    assert!(
        house.get(&ask, Some(&mette)).await.body.contains("1 af 10 områder har svar"),
        "what could be read is kept"
    );
}

#[tokio::test]
async fn two_people_in_one_round_see_both_versions() {
    let house = House::on("2015-11-23").await.registered().await;
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let amina = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let list = house.get("/mine-borgere", Some(&mette)).await.body;
    let ask = format!("{}/opfoelgning", citizen(&list, "Ask"));
    let (hers, theirs) = (house.get(&ask, Some(&mette)).await.body, house.get(&ask, Some(&amina)).await.body);
    let saved = house.post(&format!("{ask}/gem"), Some(&amina), &form(&theirs, "a-stjerne-bolig=4")).await;
    assert_eq!(saved.status, 303);
    let stale = house.post(&format!("{ask}/gem"), Some(&mette), &form(&hers, "a-stjerne-bolig=9")).await;
    assert_eq!(stale.status, 409);
    assert!(
        stale.body.contains("<p dir=\"auto\" class=\"pre\">9</p>")
            && stale.body.contains("<p dir=\"auto\" class=\"pre\">4</p>")
    );
    let again = house.post(&format!("{ask}/gem"), Some(&mette), &form(&stale.body, "a-stjerne-bolig=9")).await;
    assert_eq!(again.status, 303, "whoever has seen both decides");
}

#[tokio::test]
async fn the_list_tells_what_is_missing_and_an_answer_without_a_reason_is_refused() {
    let house = House::on("2015-11-23").await.registered().await;
    let jonas = house.sign_in("jonas", PASSWORD).await.unwrap();
    let list = house.get("/opfoelgninger", Some(&jonas)).await.body;
    assert!(list.contains("Carla") && list.contains("WHO-5 Trivselsindeks") && list.contains("Forfalden"));
    let to = list.split("href=\"").find(|part| part.contains("/opfoelgning/svar")).unwrap().split('"').next().unwrap();
    let page = house.get(to, Some(&jonas)).await.body;
    let (address, due) = to.split_once("?forfald=").unwrap();
    let refused = house.post(address, Some(&jonas), &form(&page, &format!("forfald={due}&svar=udsat&grund="))).await;
    assert!(refused.status == 422 && refused.body.contains("Skriv en grund"));
    let kept =
        house.post(address, Some(&jonas), &form(&page, &format!("forfald={due}&svar=udsat&grund=Indlagt"))).await;
    let page = house.get(kept.header("location"), Some(&jonas)).await.body;
    assert!(page.contains("Svaret er gemt") && page.contains("Udsat") && page.contains("Indlagt"));
}

#[tokio::test]
async fn a_calendar_is_in_neutral_words_and_an_unknown_address_is_like_any_other() {
    let house = House::on("2015-11-23").await.registered().await;
    let mette = house.sign_in("mette", PASSWORD).await.unwrap();
    let page = house.get("/kalender", Some(&mette)).await.body;
    let made = house.post("/kalender", Some(&mette), &form(&page, "")).await.body;
    let address = made.split("/kalender/").nth(1).unwrap().split('"').next().unwrap();
    let feed = house.get(&format!("/kalender/{}", address.replace("&amp;", "&")), None).await;
    assert_eq!((feed.status.as_u16(), feed.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert!(feed.body.contains("SUMMARY:Opfølgning") && feed.body.contains("SUMMARY:Aftale"));
    for told in ["Ask", "Mette", "udlejer", "Indsats", "exit"] {
        assert!(!feed.body.contains(told), "{told}");
    }
    assert!(!house.get("/kalender", Some(&mette)).await.body.contains(".ics"), "it is shown once");
    let unknown = "0".repeat(64);
    for other in [format!("/kalender/{unknown}.ics"), "/kalender/x.ics".to_owned(), "/kalender/x".to_owned()] {
        let answer = house.get(&other, None).await;
        assert_eq!(answer.status, 404, "{other}");
        assert!(!answer.body.contains("BEGIN"));
    }
}
