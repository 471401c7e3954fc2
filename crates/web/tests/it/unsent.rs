//! What is typed is not lost: drafts, and a form sent from a locked session.

use chrono::TimeDelta;

use crate::house::{House, PASSWORD};

const PLACE: &str = "/henvendelser/ny";

fn token(page: &str) -> &str {
    page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[tokio::test]
async fn a_draft_is_kept_for_its_writer_with_the_session_s_token_only() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let page = house.get("/mine-borgere", Some(&session)).await.body;
    let form = |token: &str| format!("token={token}&noegle=x&sted={PLACE}&om=&note=Ringede+fra+en+ven");
    assert_eq!(house.post("/kladde", Some(&session), &form("forkert")).await.status, 403);
    let kept = house.post("/kladde", Some(&session), &form(token(&page))).await;
    assert_eq!((kept.status.as_u16(), kept.header("location")), (303, PLACE));
}

#[tokio::test]
async fn a_draft_that_leads_elsewhere_is_not_kept() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let page = house.get("/mine-borgere", Some(&session)).await.body;
    let form = format!("token={}&noegle=x&sted=//andre.dk&note=x", token(&page));
    assert_eq!(house.post("/kladde", Some(&session), &form).await.status, 404);
}

#[tokio::test]
async fn a_session_left_alone_is_locked_and_its_password_opens_it_where_it_was() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let later = house.later(TimeDelta::minutes(16));
    let away = later.get("/noegletal", Some(&session)).await;
    assert_eq!((away.status.as_u16(), away.header("location")), (303, "/laast?til=/noegletal"));
    let lock = later.get("/laast?til=/noegletal", Some(&session)).await;
    assert!(lock.body.contains("Skærmen er låst") && !lock.body.contains("Nøgletal"));
    let wrong = later.post("/laast", Some(&session), "til=/noegletal&adgangskode=forkert").await;
    assert!(wrong.status == 422 && wrong.body.contains("Adgangskoden passer ikke"));
    let word = PASSWORD.replace(' ', "+");
    let open = later.post("/laast", Some(&session), &format!("til=/noegletal&adgangskode={word}")).await;
    assert_eq!(open.header("location"), "/noegletal");
    let fresh = open.header("set-cookie").split(';').next().unwrap();
    assert_eq!(later.get("/noegletal", Some(fresh)).await.status, 200);
    assert_eq!(later.get("/noegletal", Some(&session)).await.header("location"), "/log-ind", "the old one has ended");
}

#[tokio::test]
async fn a_form_sent_from_a_locked_session_is_kept_and_changes_nothing() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let page = house.get("/mine-borgere", Some(&session)).await.body;
    let later = house.later(TimeDelta::minutes(16));
    let form = format!("token={}&noegle=x&sted={PLACE}&om=&note=En+lang+tekst", token(&page));
    let away = later.post(PLACE, Some(&session), &form).await;
    assert_eq!((away.status.as_u16(), away.header("location")), (303, "/laast?til=/henvendelser/ny"));
    let strange = later.post(PLACE, Some(&session), &form.replace("token=", "token=0")).await;
    assert_eq!(strange.header("location"), "/laast", "a form that came from elsewhere is not kept");
}

#[tokio::test]
async fn a_session_at_its_end_cannot_be_unlocked() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let next_day = house.later(TimeDelta::hours(11));
    assert_eq!(next_day.get("/noegletal", Some(&session)).await.header("location"), "/log-ind");
    assert_eq!(next_day.get("/laast", Some(&session)).await.header("location"), "/log-ind");
}
