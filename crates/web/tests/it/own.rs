//! The citizen's own screen keeps to itself.

use crate::house::{House, PASSWORD};

const PAGES: [&str; 9] =
    ["/", "/mine-borgere", "/noegletal", "/log-ind", "/laast", "/skjul", "/soeg?q=ask", "/borger/x", "/sundhed"];

#[tokio::test]
async fn while_a_task_is_in_hand_no_other_page_answers_signed_in_or_not() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    for page in PAGES {
        for cookies in ["__Host-mit=x".to_owned(), format!("{session}; __Host-mit=x")] {
            let answer = house.get(page, Some(&cookies)).await;
            assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/mit"), "{page}");
            assert_eq!(answer.body, "");
        }
    }
}

#[tokio::test]
async fn a_task_that_is_none_leads_out_and_the_browser_forgets() {
    let house = House::new().await;
    let answer = house.get("/mit", Some("__Host-mit=opdigtet")).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/log-ind"));
    assert_eq!(answer.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    let link = house.get("/mit/opdigtet", None).await;
    assert!(link.status == 410 && link.body.contains("Siden er lukket"));
    assert_eq!(house.post("/mit/opdigtet", None, "").await.body, link.body, "unknown, used and ended look alike");
}

#[tokio::test]
async fn where_no_task_was_nothing_is_forgotten_and_the_worker_stays_signed_in() {
    let house = House::new().await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let work = house.get("/mit", Some(&session)).await;
    assert_eq!((work.status.as_u16(), work.header("location")), (303, "/"));
    let nobody = house.get("/mit", None).await;
    assert!(nobody.status == 410 && nobody.body.contains("Siden er lukket"));
    let left = house.post("/mit/forlad", Some(&session), "").await;
    assert_eq!((left.status.as_u16(), left.header("location")), (303, "/mit/tom"));
    for answer in [work, nobody, left] {
        assert!(!answer.headers.contains_key("clear-site-data"), "a page elsewhere could sign the worker out");
    }
}

#[tokio::test]
async fn a_link_that_opens_nothing_says_so_in_the_language_it_was_made_in() {
    let house = House::new().await;
    assert!(house.get("/mit/opdigtet?sprog=en", None).await.body.contains("The page is closed"));
    assert!(house.post("/mit/opdigtet?sprog=en", None, "").await.body.contains("The page is closed"));
}
