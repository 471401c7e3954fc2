//! The plan's, the offers' and the referral's pages, in process, with a citizen of the small register.

use axum::http::StatusCode;

use crate::house::{Answer, House, PASSWORD};

/// A house with the small register, and its worker signed in; the address of the first citizen on the list.
async fn with_citizen() -> (House, String, String) {
    let house = House::on("2015-11-23").await;
    house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let list = house.get("/borgere", Some(&session)).await.body;
    let ask = list.split("<a ").find(|link| link.contains(">Ask<") || link.contains("<bdi>Ask</bdi>"));
    let address = ask.unwrap().split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    (house, session, address)
}

/// What stands in a hidden field of the first form after a mark in the page.
fn hidden<'a>(page: &'a str, after: &str, name: &str) -> &'a str {
    let rest = page.split_once(after).unwrap().1;
    rest.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}

fn form(page: &str, after: &str, typed: &str) -> String {
    let own = ["token", "noegle", "version"].map(|name| format!("{name}={}", hidden(page, after, name)));
    format!("{}&{typed}", own.join("&"))
}

async fn post_from(house: &House, session: &str, from: &str, to: &str, typed: &str) -> Answer {
    let page = house.get(from, Some(session)).await.body;
    house.post(to, Some(session), &form(&page, "data-unsent", typed)).await
}

#[tokio::test]
async fn a_goal_is_written_refused_with_words_and_taken_back() {
    let (house, session, ask) = with_citizen().await;
    let new = format!("{ask}/plan/maal");
    let refused = post_from(&house, &session, &new, &new, "maal=&dag=31.2.2015").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Der er 3 fejl") && refused.body.contains("31.2.2015"), "{}", refused.body);
    let saved = post_from(&house, &session, &new, &new, "maal=Jeg+vil+sove&omraade=sundhed&forslag=borger").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let plan = house.get(saved.header("location"), Some(&session)).await.body;
    assert!(plan.contains("“Jeg vil sove”") && plan.contains("Målet er gemt."));
    let fields = ["del", "id"].map(|name| format!("{name}={}", hidden(&plan, "class=\"done\"", name))).join("&");
    let undo = form(&plan, "class=\"done\"", &fields);
    let undone = house.post(&format!("{ask}/plan/fortryd"), Some(&session), &undo).await;
    let plan = house.get(undone.header("location"), Some(&session)).await.body;
    assert!(!plan.contains("Jeg vil sove") && plan.contains("Planen er som før"));
}

#[tokio::test]
async fn an_action_is_moved_with_a_plain_button_and_the_second_who_moves_it_sees_the_plan_as_it_is() {
    let (house, session, ask) = with_citizen().await;
    let plan = house.get(&format!("{ask}/plan"), Some(&session)).await.body;
    let goal = plan.split("id=\"m-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let new = format!("{ask}/plan/maal/{goal}/handling");
    let saved = post_from(&house, &session, &new, &new, "handling=Ringe&hvem=borger&senest=").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let plan = house.get(&format!("{ask}/plan"), Some(&session)).await.body;
    let to = plan.split("action-do").nth(1).unwrap().split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let moved = house.post(to, Some(&session), &form(&plan, "action-do", "tilstand=gjort")).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER);
    let late = form(&plan, "action-do", "tilstand=droppet").replace("noegle=0", "noegle=1");
    let late = house.post(to, Some(&session), &late).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("Din ændring er ikke gemt"));
}

#[tokio::test]
async fn nothing_is_taken_out_of_the_plan_without_a_reason_and_the_plan_says_so() {
    let (house, session, ask) = with_citizen().await;
    let plan = house.get(&format!("{ask}/plan"), Some(&session)).await.body;
    let goal = plan.split("id=\"m-").nth(1).unwrap().split('"').next().unwrap();
    let page = house.get(&format!("{ask}/plan/maal/{goal}"), Some(&session)).await.body;
    let typed = form(&page, "/tag-ud\"", &format!("del=maal&id={goal}&grund=+"));
    let refused = house.post(&format!("{ask}/plan/tag-ud"), Some(&session), &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("role=\"alert\"") && refused.body.contains("Jeg vil have min egen nøgle"));
}

#[tokio::test]
async fn the_print_has_no_frame_and_no_name_of_the_programme() {
    let (house, session, ask) = with_citizen().await;
    let print = house.get(&format!("{ask}/plan/udskrift"), Some(&session)).await;
    assert_eq!(print.status, StatusCode::OK);
    assert!(print.body.contains("Jeg vil have min egen nøgle"));
    for tell in ["Indsats", "Brobygger", "exit", "Hjemløse", "<nav"] {
        assert!(!print.body.contains(tell), "{tell}");
    }
}

#[tokio::test]
async fn the_coordinator_writes_an_offer_and_a_referral_needs_the_citizen_s_yes() {
    let (house, session, ask) = with_citizen().await;
    let saved = post_from(&house, &session, "/tilbud/partner", "/tilbud/partner", "navn=Boligklinikken&kort=BK").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let new = house.get("/tilbud/nyt", Some(&session)).await.body;
    let option = new.split("<option").find(|option| option.contains("Boligklinikken")).unwrap();
    let partner = option.split('"').nth(1).unwrap();
    let typed = format!("partner={partner}&titel=Opskrivning&omraader=bolig");
    let saved = post_from(&house, &session, "/tilbud/nyt", "/tilbud/nyt", &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let found = house.get("/tilbud?ord=opskrivning&omraade=bolig", Some(&session)).await.body;
    assert!(found.contains("Boligklinikken"));

    let plan = house.get(&format!("{ask}/plan"), Some(&session)).await.body;
    let goal = plan.split("id=\"m-").nth(1).unwrap().split('"').next().unwrap();
    let place = format!("{ask}/henvisning?maal={goal}");
    let page = house.get(&place, Some(&session)).await.body;
    assert!(!page.contains("checked"), "nothing is chosen beforehand");
    let offer =
        page.split("name=\"tilbud\"").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let typed = format!("tilbud={offer}&deles=alias&til=23.2.2016");
    let refused = post_from(&house, &session, &place, &place, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("når borgeren har sagt ja"));
    let sent = post_from(&house, &session, &place, &place, &format!("{typed}&samtykke=ja")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = house.get(sent.header("location"), Some(&session)).await.body;
    assert!(page.contains("Henvisningen er sendt") && page.contains(">BK<"));
    let answer = page.split("/svar\"").next().unwrap().rsplit("action=\"").next().unwrap();
    let state = page.split("name=\"tilstand\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let typed = format!("tilstand={state}&dag=31.2.2015&svar=De+ringer+i+morgen");
    let refused = house.post(&format!("{answer}/svar"), Some(&session), &form(&page, "/svar\"", &typed)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Skriv en dato", "De ringer i morgen", "31.2.2015"] {
        assert!(refused.body.contains(kept), "{kept} is missing");
    }
}

#[tokio::test]
async fn a_worker_keeps_no_offers_and_a_consultant_sees_none() {
    let house = House::on("2015-11-23").await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert_eq!(house.get("/tilbud", Some(&worker)).await.status, StatusCode::OK);
    assert_eq!(house.get("/tilbud/nyt", Some(&worker)).await.status, StatusCode::FORBIDDEN);
    let consultant = house.sign_in("konsulent", PASSWORD).await.unwrap();
    assert_eq!(house.get("/tilbud", Some(&consultant)).await.status, StatusCode::FORBIDDEN);
}
