//! The page of research packages, as its reader meets it.

use domain::code::Role;

use crate::house::{House, PASSWORD};

#[tokio::test]
async fn the_coordinator_is_told_how_many_it_takes_and_nobody_else_comes_in() {
    let house = House::on("2015-11-23").await;
    house.with_citizens().await;
    for role in Role::ALL {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        let answer = house.get("/forskning", Some(&session)).await;
        let file = house.get("/forskning/01900000-0000-7000-8000-000000000001/hent", Some(&session)).await;
        if *role == Role::Coordinator {
            assert_eq!((answer.status.as_u16(), file.status.as_u16()), (200, 404));
            assert!(answer.body.contains("Der skal være mindst 100") && !answer.body.contains("name=\"modtager\""));
            let effort = house.get("/indsatsen", Some(&session)).await.body;
            assert!(effort.contains("href=\"/forskning\"") && effort.contains("Ingen skal slettes"));
        } else {
            assert_eq!((answer.status.as_u16(), file.status.as_u16()), (403, 403), "{role}");
        }
    }
}

#[tokio::test]
async fn a_package_sent_for_all_the_same_is_refused_with_every_reason_and_what_was_typed() {
    let house = House::on("2015-11-23").await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let page = house.get("/indsatsen", Some(&session)).await.body;
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let key = "01900000-0000-7000-8000-000000000001";
    let form = format!("token={token}&noegle={key}&modtager=&formaal=&dag=31.2.2015");
    let answer = house.post("/forskning", Some(&session), &form).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Brug de samlede nøgletal i stedet"), "{}", answer.body);
    let forged = house.post("/forskning", Some(&session), "token=x&modtager=SFI").await;
    assert_eq!(forged.status, 403);
}
