//! The figures as files: what the page says, for who may, logged.

use app::report::ReportAsk;
use domain::code::Role;
use domain::report::Report;

use crate::house::{House, PASSWORD};

#[tokio::test]
async fn a_figure_is_taken_as_csv_and_as_a_workbook_with_a_neutral_name() {
    let house = House::on("2015-11-23").await;
    let session = house.sign_in(Role::Coordinator.code(), PASSWORD).await.unwrap();
    for report in Report::ALL {
        let name = report.name();
        let csv = house.get(&format!("/noegletal/fil/{name}.csv"), Some(&session)).await;
        assert_eq!((csv.status.as_u16(), csv.header("content-type")), (200, "text/csv; charset=utf-8"), "{name}");
        assert!(csv.body.starts_with('\u{feff}'), "{name}: a spreadsheet program knows it by its mark");
        let workbook = house.get(&format!("/noegletal/fil/{name}.xlsx"), Some(&session)).await;
        assert!(workbook.status == 200 && workbook.body.starts_with("PK"), "{name}");
        let package = house.get(&format!("/noegletal/fil/{name}.zip"), Some(&session)).await;
        assert!(package.status == 200 && package.body.contains("datapackage.json"), "{name}");
        let named = workbook.header("content-disposition");
        assert!(named.starts_with(&format!("attachment; filename=\"{name}-20")), "{named}");
    }
    let status = house.get("/noegletal/fil/status.csv?dag=1.5.2015", Some(&session)).await;
    assert!(status.header("content-disposition").contains("status-2015-05-01.csv"));
    let log = house.get("/log", Some(&session)).await.body;
    assert!(log.contains("Metodefidelitet - lokale indikatorer"), "what was taken is in the log");
}

#[tokio::test]
async fn the_file_says_the_number_of_the_page() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = house.sign_in(Role::Coordinator.code(), PASSWORD).await.unwrap();
    let told = house.figure(Report::Status, ReportAsk::default()).await;
    let csv = house.get("/noegletal/fil/status.csv", Some(&session)).await.body;
    assert!(csv.contains(&format!("\r\nForskellige brugere;{}\r\n", told["different_users"])), "{csv}");
}

#[tokio::test]
async fn rows_are_not_taken_by_who_sees_no_rows_and_what_is_no_figure_is_not_there() {
    let house = House::on("2015-11-23").await;
    for (role, file, answer) in [
        (Role::Leader, "outcomes.xlsx", 200),
        (Role::Leader, "courses.xlsx", 403),
        (Role::Worker, "wind-down.csv", 403),
        (Role::Worker, "fidelity.csv", 403),
        (Role::Consultant, "fidelity.csv", 200),
        (Role::Consultant, "continuation.csv", 200),
        (Role::Dpo, "status.csv", 403),
        (Role::Coordinator, "everything.csv", 404),
        (Role::Coordinator, "status.exe", 404),
        (Role::Coordinator, "status", 404),
        (Role::Coordinator, "intake.csv?fra=1.2.2015&til=1.1.2015", 422),
    ] {
        let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
        let got = house.get(&format!("/noegletal/fil/{file}"), Some(&session)).await;
        assert_eq!(got.status.as_u16(), answer, "{role} {file}");
    }
    assert_eq!(house.get("/noegletal/fil/status.csv", None).await.status.as_u16(), 303);
}

#[tokio::test]
async fn a_day_that_has_no_figures_is_told_beside_its_field_and_what_was_typed_stands() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = house.sign_in(Role::Coordinator.code(), PASSWORD).await.unwrap();
    for (asked, field, fault) in [
        ("dag=1.1.2030", "dag", "Dagen er ikke kommet endnu"),
        ("dag=24.11.2015", "dag", "Dagen er ikke kommet endnu"),
        ("dag=1.1.1999", "dag", "før indsatsens første dag"),
        ("dag=i+morgen", "dag", "Skriv datoen som"),
        ("fra=1.12.2015&til=31.12.2015", "fra", "Dagen er ikke kommet endnu"),
        ("fra=1.1.1999&til=31.12.1999", "til", "før indsatsens første dag"),
        ("fra=1.2.2015&til=1.1.2015", "til", "skal slutte efter"),
    ] {
        let page = house.get(&format!("/noegletal?{asked}"), Some(&session)).await;
        assert_eq!(page.status.as_u16(), 200, "{asked}");
        let told = page.body.split(&format!("id=\"{field}-fejl\"")).nth(1).unwrap_or_default();
        let told = told.split("</span>").next().unwrap_or_default();
        assert!(told.contains(fault), "{asked}: {told}");
        for typed in asked.split('&').filter_map(|part| part.split_once('=')).map(|(_, typed)| typed.replace('+', " "))
        {
            assert!(page.body.contains(&format!("value=\"{typed}\"")), "{asked}: {typed} stands in its field");
        }
    }
    let lead = |body: &str| body.split("<h1>").nth(1).unwrap().split("</p>").next().unwrap().to_owned();
    let today = house.get("/noegletal", Some(&session)).await;
    let page = house.get("/noegletal?dag=1.1.2030", Some(&session)).await;
    assert!(lead(&today.body).contains("2015"), "the page says its day");
    assert_eq!(lead(&page.body), lead(&today.body), "the figures are those of today");
    for asked in ["dag=1.1.2030", "dag=1.1.1999", "fra=1.12.2015&til=31.12.2015"] {
        let file = house.get(&format!("/noegletal/fil/status.csv?{asked}"), Some(&session)).await;
        assert_eq!(file.status.as_u16(), 422, "{asked}");
    }
}
