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
