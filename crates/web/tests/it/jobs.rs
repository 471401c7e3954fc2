//! The pages of what the program does by itself, and of what the reader decides.

use domain::code::Role;

use crate::house::{House, PASSWORD};

fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let main = page.split("<main").nth(1).unwrap();
    main.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

#[tokio::test]
async fn the_mail_is_chosen_refused_beside_its_field_and_never_overwritten_unseen() {
    let house = House::on("2015-11-23").await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let page = house.get("/indstillinger", Some(&worker)).await.body;
    assert!(page.contains("<title>Indstillinger – Brobygger</title>") && page.contains("href=\"/indstillinger\""));
    let send = async |page: &str, typed: &str| {
        let carried = ["token", "noegle", "version"].map(|name| format!("{name}={}", hidden(page, name))).join("&");
        house.post("/indstillinger", Some(&worker), &format!("{carried}&{typed}")).await
    };
    let wrong = send(&page, "hyppighed=daglig&mail=mette").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("id=\"mail-fejl\">Skriv en mailadresse") && wrong.body.contains("value=\"mette\""));
    assert_eq!(send(&page, "mail=m%40kommune.dk").await.status, 422, "how often is not chosen");
    let kept = send(&page, "hyppighed=ugentlig&mail=mette%40kommune.dk").await;
    assert_eq!(kept.header("location"), "/indstillinger?gemt=ja");
    let after = house.get("/indstillinger?gemt=ja", Some(&worker)).await.body;
    assert!(after.contains("Indstillingerne er gemt") && after.contains("value=\"mette@kommune.dk\""));
    let fresh = house.get("/indstillinger", Some(&worker)).await.body;
    let stale_key = format!("token={}&noegle={}&version=0", hidden(&fresh, "token"), hidden(&fresh, "noegle"));
    let other = format!("{stale_key}&hyppighed=daglig&mail=anden%40kommune.dk");
    let stale = house.post("/indstillinger", Some(&worker), &other).await;
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("mette@kommune.dk") && stale.body.contains("anden@kommune.dk"));
    let none = send(&fresh, "hyppighed=ingen&mail=").await;
    assert_eq!(none.status, 303);
    assert!(!house.get("/indstillinger", Some(&worker)).await.body.contains("mette@kommune.dk"));
    assert_eq!(house.post("/indstillinger", Some(&worker), "token=x&hyppighed=ingen").await.status, 403);
}

#[tokio::test]
async fn the_runs_are_for_the_coordinator_and_the_administrator_and_who_is_proposed_for_the_coordinator() {
    let house = House::on("2015-11-23").await;
    for role in Role::ALL {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        let runs = matches!(role, Role::Coordinator | Role::Administrator);
        let own = matches!(role, Role::Coordinator | Role::Worker);
        for (page, may) in
            [("/koersler", runs), ("/koersler/opbevaring", *role == Role::Coordinator), ("/indstillinger", own)]
        {
            let answer = house.get(page, Some(&session)).await;
            assert_eq!(answer.status, if may { 200 } else { 403 }, "{role} at {page}");
        }
        let menu = house.get("/", Some(&session)).await;
        let first = if menu.status == 303 { house.get(menu.header("location"), Some(&session)).await } else { menu };
        assert_eq!(first.body.contains("href=\"/koersler\""), runs, "{role}");
    }
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let page = house.get("/koersler", Some(&session)).await.body;
    assert!(page.contains("Næste gang: 24.11. kl. 6.30") && page.contains("Har ikke kørt endnu"), "{page}");
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let key = "01900000-0000-7000-8000-000000000077";
    let again = format!("token={token}&noegle={key}&slags=oprydning&koersel=1448256600");
    assert_eq!(house.post("/koersler/igen", Some(&session), &again).await.status, 409, "it has not failed");
    let unknown = format!("token={token}&noegle={key}&slags=andet&koersel=1");
    assert_eq!(house.post("/koersler/igen", Some(&session), &unknown).await.status, 404);
    assert_eq!(house.post("/koersler/igen", Some(&session), "token=x").await.status, 403);
}
