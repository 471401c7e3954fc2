//! Who comes in, and where to.

use domain::code::Role;

use crate::house::{House, PASSWORD};

const PAGES: [&str; 8] =
    ["/", "/mine-borgere", "/borgere", "/noegletal", "/log", "/skjul", "/borger/x", "/findes-ikke"];

#[tokio::test]
async fn nothing_is_served_to_who_has_not_signed_in() {
    let house = House::new().await;
    for cookie in [None, Some("__Host-brobygger=opdigtet"), Some("__Host-brobygger=")] {
        for page in PAGES {
            let answer = house.get(page, cookie).await;
            assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/log-ind"), "{page}");
            assert_eq!(answer.body, "");
        }
    }
    assert_eq!(house.get("/sundhed", None).await.body, "");
}

#[tokio::test]
async fn a_refused_sign_in_never_tells_whether_somebody_has_an_account() {
    let house = House::new().await;
    let known = house.post("/log-ind", None, "brugernavn=leder&adgangskode=forkert").await;
    let unknown = house.post("/log-ind", None, "brugernavn=ledes&adgangskode=forkert").await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.body, unknown.body.replace("ledes", "leder"));
    assert!(known.body.contains("Brugernavn og adgangskode passer ikke sammen"));
}

#[tokio::test]
async fn each_role_begins_on_its_own_page_and_sees_no_more_than_it_may() {
    let house = House::new().await;
    for (role, first, denied) in [
        (Role::Worker, "/mine-borgere", vec!["/borgere", "/log"]),
        (Role::Coordinator, "/bord", vec![]),
        (Role::Consultant, "/noegletal", vec!["/mine-borgere", "/borgere", "/log"]),
        (Role::Leader, "/noegletal", vec!["/mine-borgere", "/borgere", "/log"]),
        (Role::Dpo, "/log", vec!["/mine-borgere", "/borgere", "/noegletal"]),
    ] {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        assert_eq!(house.get("/", Some(&session)).await.header("location"), first, "{role}");
        assert_eq!(house.get(first, Some(&session)).await.status, 200, "{role}");
        for page in denied {
            let answer = house.get(page, Some(&session)).await;
            assert_eq!(answer.status, 403, "{role} at {page}");
            assert!(answer.body.contains("Det kan du ikke se"));
        }
    }
}

#[tokio::test]
async fn a_citizen_who_is_not_there_and_an_address_that_is_none_look_alike() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let nobody = house.get("/borger/01900000-0000-7000-8000-000000000001", Some(&session)).await;
    let nothing = house.get("/findes-ikke", Some(&session)).await;
    assert_eq!((nobody.status.as_u16(), &nobody.body), (404, &nothing.body));
}

#[tokio::test]
async fn who_signs_out_is_out_and_the_browser_forgets() {
    let house = House::new().await;
    let session = house.sign_in("leder", PASSWORD).await.unwrap();
    let page = house.get("/noegletal", Some(&session)).await.body;
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(house.post("/log-ud", Some(&session), "token=forkert").await.status, 403);
    let out = house.post("/log-ud", Some(&session), &format!("token={token}")).await;
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    assert_eq!(house.get("/noegletal", Some(&session)).await.header("location"), "/log-ind");
}

#[tokio::test]
async fn the_language_is_switched_and_leads_back() {
    let house = House::new().await;
    let answer = house.post("/sprog", None, "sprog=en&til=/log-ind").await;
    assert_eq!(answer.header("location"), "/log-ind");
    let cookie = answer.header("set-cookie").split(';').next().unwrap();
    assert!(house.get("/log-ind", Some(cookie)).await.body.contains("<h1>Sign in</h1>"));
}
