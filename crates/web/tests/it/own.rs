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
