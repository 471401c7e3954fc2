//! The pages around a course: lists with their dates, forms that tell what is wrong, files that are what they say.

use axum::body::Body;
use axum::http::{Request, header};

use crate::house::{Answer, House, PASSWORD};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n";
const EDGE: &str = "kant";

async fn at_ask() -> (House, String, String) {
    let house = House::on("2015-11-23").await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let ask = format!("/borger/{}", citizens.get("Ask").unwrap());
    (house, session, ask)
}

fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let main = page.split("<main").nth(1).unwrap();
    main.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

fn carried(page: &str) -> String {
    ["token", "noegle", "version", "sted", "om"].map(|name| format!("{name}={}", hidden(page, name))).join("&")
}

/// Opens a page and sends its form with what is typed.
async fn sends(house: &House, session: &str, address: &str, typed: &str) -> Answer {
    let page = house.get(address, Some(session)).await.body;
    house.post(address, Some(session), &format!("{}&{typed}", carried(&page))).await
}

/// Sends a file as the page's form does.
async fn uploads(house: &House, session: &str, page: &str, (name, bytes): (&str, &[u8])) -> Answer {
    let form = house.get(page, Some(session)).await.body;
    let mut body = Vec::new();
    for field in ["token", "noegle", "version", "sted", "om"] {
        let value = hidden(&form, field);
        body.extend_from_slice(
            format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").as_bytes(),
        );
    }
    let title = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"navn\"\r\n\r\nBrev fra udlejer\r\n");
    let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(title.as_bytes());
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
    let request = Request::post(page)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, session)
        .header(header::CONTENT_LENGTH, body.len())
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
    house.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn empty_pages_teach_and_their_titles_name_nobody() {
    let (house, session, ask) = at_ask().await;
    for (below, title, words) in [
        ("udredning", "Udredning", "Ikke begyndt"),
        ("netvaerk", "Netværk", "Netværket er tomt endnu"),
        ("samtykker", "Samtykker", "Der er ingen samtykker endnu"),
        ("citater", "Citater", "Der er ingen citater endnu"),
        ("filer", "Filer", "Der er ingen filer endnu"),
    ] {
        let page = house.get(&format!("{ask}/{below}"), Some(&session)).await;
        assert_eq!(page.status, 200, "{below}");
        assert!(page.body.contains(&format!("<title>{title} – Brobygger</title>")), "{below}");
        assert!(page.body.contains(words), "{below} does not say {words}");
        assert!(page.body.contains(&format!("href=\"{ask}/{below}\" aria-current=\"page\"")), "{below}");
    }
}

#[tokio::test]
async fn an_area_is_noted_changed_and_its_history_stands_below() {
    let (house, session, ask) = at_ask().await;
    let area = format!("{ask}/udredning/bolig");
    let first = sends(&house, &session, &area, "tilstand=i_gang&dato=10.11.2015&note=Bor+hos+en+veninde").await;
    let page = house.get(first.header("location"), Some(&session)).await.body;
    assert!(page.contains("Gemt kl.") && page.contains("Bor hos en veninde") && page.contains("I gang"));
    let second = sends(&house, &session, &area, "tilstand=udredt&dato=20.11.2015&note=Boliganvist").await;
    let page = house.get(second.header("location"), Some(&session)).await.body;
    assert!(page.contains("Boliganvist") && page.contains("Før: I gang"));
    let wrong = sends(&house, &session, &area, "tilstand=&dato=1.1.2016&note=Tekst").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Dagen ligger i fremtiden.") && wrong.body.contains("Udfyld feltet."));
    assert_eq!(house.get(&format!("{ask}/udredning/hobby"), Some(&session)).await.status, 404);
}

#[tokio::test]
async fn a_service_found_again_is_counted_corrected_and_taken_out() {
    let (house, session, ask) = at_ask().await;
    let list = format!("{ask}/netvaerk");
    let typed = "art=tjeneste&tjeneste=egen_laege&kontakt=genetableret&kontakt-dato=12.11.2015&navn=Torvet";
    let added = sends(&house, &session, &list, typed).await;
    let page = house.get(added.header("location"), Some(&session)).await.body;
    assert!(page.contains("<dt>genetableret i forløbet</dt><dd>1</dd>"), "the figure counts it");
    assert!(page.contains("Torvet") && page.contains("Egen læge") && page.contains("Genetableret i forløbet"));
    let row = added.header("location").split("&id=").nth(1).unwrap().split('&').next().unwrap();
    let one = format!("{list}/{row}");
    let corrected =
        sends(&house, &session, &one, "art=tjeneste&tjeneste=egen_laege&kontakt=i_forvejen&navn=Torvet").await;
    let page = house.get(corrected.header("location"), Some(&session)).await.body;
    assert!(page.contains("<dt>genetableret i forløbet</dt><dd>0</dd>"));
    let form = house.get(&one, Some(&session)).await.body;
    let fields = format!("{}&grund=Skrevet+to+gange", carried(&form));
    let out = house.post(&format!("{one}/tilbagetraekning"), Some(&session), &fields).await;
    let page = house.get(out.header("location"), Some(&session)).await.body;
    assert!(page.contains("Taget ud kl.") && page.contains("Netværket er tomt endnu"));
    let fields = format!("token={}&noegle={}", hidden(&page, "token"), hidden(&page, "noegle"));
    let back = house.post(&format!("{one}/fortryd"), Some(&session), &fields).await;
    assert!(house.get(back.header("location"), Some(&session)).await.body.contains("Torvet"));
    let nobody = sends(&house, &session, &list, "art=person&navn=&rolle=").await;
    assert_eq!((nobody.status.as_u16(), nobody.body.matches("Udfyld feltet.").count()), (422, 4), "on top and beside");
}

#[tokio::test]
async fn a_consent_that_runs_out_soon_says_so_and_a_new_answer_keeps_the_one_before() {
    let (house, session, ask) = at_ask().await;
    let list = format!("{ask}/samtykker");
    let typed = "slags=deling&svar=givet&dato=23.11.2015&modtager=Jobcentret&formaal=Praktik&til=20.12.2015";
    let added = sends(&house, &session, &list, typed).await;
    let page = house.get(added.header("location"), Some(&session)).await.body;
    assert!(page.contains("Udløber snart") && page.contains("Jobcentret") && page.contains("Praktik"));
    let row = added.header("location").split("&id=").nth(1).unwrap().split('&').next().unwrap();
    let typed = "svar=trukket_tilbage&dato=23.11.2015&modtager=Jobcentret&formaal=Praktik&til=20.12.2015";
    let answered = sends(&house, &session, &format!("{list}/{row}"), typed).await;
    let page = house.get(answered.header("location"), Some(&session)).await.body;
    assert!(page.contains("Trukket tilbage") && page.contains("Før: ja"));
    let open = sends(&house, &session, &list, "slags=deling&svar=givet&dato=23.11.2015&modtager=&formaal=").await;
    assert_eq!((open.status.as_u16(), open.body.matches("Udfyld feltet.").count()), (422, 6));
    let research = sends(&house, &session, &list, "slags=forskning&svar=afslaaet&dato=23.11.2015").await;
    assert!(house.get(research.header("location"), Some(&session)).await.body.contains("(tekst 1)"));
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_under_a_neutral_name_and_can_run_nothing() {
    let (house, session, ask) = at_ask().await;
    let page = format!("{ask}/filer");
    let added = uploads(&house, &session, &page, ("hemmeligt-navn.pdf", PDF)).await;
    assert_eq!(added.status, 303);
    let list = house.get(added.header("location"), Some(&session)).await.body;
    assert!(list.contains("Brev fra udlejer") && !list.contains("hemmeligt"));
    let href =
        list.split("href=\"").map(|part| part.split('"').next().unwrap()).find(|to| to.ends_with("/hent")).unwrap();
    let file = house.get(href, Some(&session)).await;
    assert_eq!(file.body.as_bytes(), PDF);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("content-security-policy"), "sandbox; default-src 'none'");
    assert_eq!((file.header("x-content-type-options"), file.header("cache-control")), ("nosniff", "no-store"));
    let name = file.header("content-disposition");
    assert!(name.starts_with("attachment; filename=\"fil-") && name.ends_with(".pdf\""), "{name}");
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert_eq!(house.get(href, Some(&worker)).await.status, 404);
}

#[tokio::test]
async fn a_pdf_that_is_not_one_and_a_picture_of_more_than_20_mb_are_refused_with_words() {
    let (house, session, ask) = at_ask().await;
    let page = format!("{ask}/filer");
    let program = uploads(&house, &session, &page, ("brev.pdf", b"MZ\x90\0 program")).await;
    assert!(program.status == 422 && program.body.contains("Filen er ikke en PDF eller et billede"));
    let mut large = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    large.resize(20 * 1024 * 1024 + 1, 0);
    let picture = uploads(&house, &session, &page, ("foto.png", &large)).await;
    assert!(picture.status == 422 && picture.body.contains("Filen er for stor. Der er plads til 20 MB."));
    assert!(picture.body.contains("Der er ingen filer endnu"));
}

#[tokio::test]
async fn two_hundred_megabytes_are_refused_before_they_are_read() {
    let (house, session, ask) = at_ask().await;
    let request = Request::post(format!("{ask}/filer"))
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, &session)
        .header(header::CONTENT_LENGTH, 200 * 1024 * 1024)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"));
    // Nothing follows: whoever read on would find a form that ends before it begins, and say that instead.
    let answer = house.send(request.body(Body::empty()).unwrap()).await;
    assert!(answer.status == 422 && answer.body.contains("Filen er for stor."));
}

#[tokio::test]
async fn words_for_reports_are_warned_of_in_their_form_and_approved_by_somebody_else_only() {
    let (house, session, ask) = at_ask().await;
    let list = format!("{ask}/citater");
    let page = house.get(&list, Some(&session)).await.body;
    assert!(page.contains("Der er ingen citater endnu") && page.contains("<dd>Nej</dd>"), "{page}");
    let typed = "citat=Jeg+er+38+%C3%A5r+gammel&dato=20.11.2015";
    let warned = sends(&house, &session, &list, typed).await;
    assert_eq!(warned.status, 422);
    assert!(warned.body.contains("<mark>38 år gammel</mark>") && warned.body.contains("id=\"begrundelse-fejl\""));
    let seal = hidden(&warned.body, "advarsler");
    let answered = format!("{}&{typed}&begrundelse=Mange+er+det&advarsler={seal}", carried(&warned.body));
    assert_eq!(house.post(&list, Some(&session), &answered).await.status, 303);
    let page = house.get(&list, Some(&session)).await.body;
    assert!(page.contains("»Jeg er 38 år gammel«") && page.contains("Venter på godkendelse"), "{page}");
    let at = page.split(&format!("{list}/")).nth(1).unwrap().split('"').next().unwrap();
    let own = house.get(&format!("{list}/{at}"), Some(&session)).await.body;
    assert!(own.contains("Ret citatet") && !own.contains("afgoerelse"), "nobody approves their own");
    let pressed = format!("{}&afgoerelse=godkendt", carried(&own));
    let refused = house.post(&format!("{list}/{at}/afgoerelse"), Some(&session), &pressed).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Du har selv skrevet citatet ned"), "{}", refused.body);
}

#[tokio::test]
async fn who_only_reads_reports_chooses_no_words_and_who_writes_them_is_told_where_they_come_from() {
    let (house, session, _) = at_ask().await;
    let address = "/rapporter/citater/afvigelser?rapport=status&modtager=styregruppe";
    let page = house.get(address, Some(&session)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Der er ingen citater at vælge"), "{}", page.body);
    let leader = house.sign_in("leder", PASSWORD).await.unwrap();
    assert_eq!(house.get(address, Some(&leader)).await.status, 403);
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert_eq!(house.get(address, Some(&worker)).await.status, 403);
    let nowhere = "/rapporter/citater/intet?rapport=status&modtager=styregruppe";
    assert_eq!(house.get(nowhere, Some(&session)).await.status, 404);
}
