//! Every answer carries every guard: pages, errors, redirects and files.

use axum::body::Body;
use axum::http::Request;

use crate::house::{House, PASSWORD};

#[tokio::test]
async fn every_answer_carries_every_guard() {
    let house = House::new().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let answers = [
        house.get("/log-ind", None).await,
        house.get("/", None).await,
        house.get("/noegletal", Some(&session)).await,
        house.get("/findes-ikke", Some(&session)).await,
        house.get("/assets/brobygger.css", None).await,
        house.get("/assets/findes-ikke.css", None).await,
        house
            .send(Request::delete("/noegletal").header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap())
            .await,
        house.send(Request::post("/log-ind").header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap()).await,
        house.post("/log-ud", Some(&session), "token=forkert").await,
        house.post("/sprog", None, "sprog=en&til=/log-ind").await,
        house.get("/api/v1/reports", None).await,
        house.post("/api/v1/reports", None, "").await,
    ];
    for answer in &answers {
        assert!(
            answer
                .header("content-security-policy")
                .starts_with("default-src 'none'; script-src 'self'; style-src 'self'")
        );
        assert!(answer.header("content-security-policy").ends_with("require-trusted-types-for 'script'"));
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert!(answer.header("permissions-policy").contains("geolocation=()"));
    }
    for answer in answers.iter().filter(|answer| !answer.header("content-type").starts_with("text/css")) {
        assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.status);
    }
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    assert_eq!(statuses, [200, 303, 200, 404, 200, 404, 405, 403, 403, 303, 401, 405]);
}

#[tokio::test]
async fn a_file_is_kept_by_the_browser_and_asked_after_by_its_tag() {
    let house = House::new().await;
    let file = house.get("/assets/brobygger.css", None).await;
    assert!(file.header("cache-control").contains("max-age") && !file.header("etag").is_empty());
    let again = Request::get("/assets/brobygger.css").header("if-none-match", file.header("etag"));
    assert_eq!(house.send(again.body(Body::empty()).unwrap()).await.status, 304);
}
