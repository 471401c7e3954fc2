//! Setting up on the screen: what a change moves is shown first, and what cannot be is told beside its field.

use crate::house::{Answer, House, PASSWORD};

const RULES: &str = "/opsaetning/indsats";

/// A hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}"));
    page[at..].split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// A form's body, with what belongs to the page.
fn body(page: &str, fields: &[(&str, &str)]) -> String {
    let own = ["token", "noegle", "version"].map(|name| format!("{name}={}", encoded(&hidden(page, name))));
    let typed = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
    own.into_iter().chain(typed).collect::<Vec<_>>().join("&")
}

/// The rules as the screen has them, with some fields typed otherwise.
fn typed<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("titel_da", "Indsats 2016"),
        ("titel_en", "Programme 2016"),
        ("bevilling_fra", "1.4.2013"),
        ("bevilling_til", "31.12.2016"),
        ("vindue_fra_0", "1.4.2013"),
        ("vindue_til_0", "31.3.2016"),
        ("course_months", "12"),
        ("phases", "3"),
        ("follow_up_months", "2"),
        ("caseload_cap", "10"),
        ("withhold_below", "5"),
        ("lost_contact_days", "90"),
        ("referral_reminder_days", "14"),
        ("retention_months", "60"),
        ("instrumenter", "stjerne"),
        ("instrumenter", "who-5"),
        ("instrumenter", "formaal"),
        ("indskriver", "stjerne"),
    ];
    let areas = [
        ("0", "psykolog", "Tilknytning til psykolog", "Contact with a psychologist"),
        ("1", "oekonomi", "Overblik over økonomien", "An overview of one's finances"),
        ("2", "indtaegt", "Et andet indtægtsgrundlag", "Another source of income"),
        ("3", "misbrug", "Behandling for misbrug", "Substance treatment"),
        ("4", "tilbud", "Kontakt med andre sociale tilbud", "Contact with other social offers"),
        ("5", "netvaerk", "Sociale netværk", "Social networks"),
        ("6", "bolig", "Stabil bolig", "Stable housing"),
        ("7", "sundhed", "Sundhedstjek, udredning og behandling", "Health check, assessment and treatment"),
    ];
    for (row, key, da, en) in areas {
        fields.push((leaked("omraade_noegle", row), key));
        fields.push((leaked("omraade_da", row), da));
        fields.push((leaked("omraade_en", row), en));
    }
    fields.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(changed);
    fields
}

fn leaked(part: &str, row: &str) -> &'static str {
    format!("{part}_{row}").leak()
}

async fn coordinator(house: &House) -> String {
    house.sign_in("projektkoordinator", PASSWORD).await.unwrap()
}

async fn looks(house: &House, session: &str, page: &str, changed: &[(&str, &str)]) -> Answer {
    house.post(RULES, Some(session), &body(page, &typed(changed))).await
}

#[tokio::test]
async fn the_coordinator_moves_the_funding_s_end_sees_whose_end_moves_and_saves_it_with_a_reason() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = coordinator(&house).await;
    let page = house.get(RULES, Some(&session)).await.body;
    let same = looks(&house, &session, &page, &[]).await;
    assert_eq!(same.status, 422);
    assert!(same.body.contains("Der er intet at gemme"));

    let change = [("bevilling_til", "31.12.2015"), ("vindue_til_0", "31.12.2015")];
    let shown = looks(&house, &session, &page, &change).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert!(shown.body.contains("<bdi>Ask</bdi>") && shown.body.contains("dage tidligere"));
    assert!(house.get(RULES, Some(&session)).await.body.contains("value=\"31.12.2016\""), "nothing is saved");

    let file = shown.body.split("<textarea name=\"toml\"").nth(1).unwrap().split(">\n").nth(1).unwrap();
    let file =
        file.split("</textarea>").next().unwrap().replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&");
    let seen = hidden(&shown.body, "set");
    let confirm = "/opsaetning/indsats/gem";
    let empty = house
        .post(confirm, Some(&session), &body(&shown.body, &[("toml", &file), ("set", &seen), ("grund", " ")]))
        .await;
    assert_eq!(empty.status, 422, "a reason is needed");
    let back = house.post("/opsaetning/indsats/ret", Some(&session), &body(&shown.body, &[("toml", &file)])).await;
    assert!(back.body.contains("value=\"31.12.2015\""), "back in the fields");
    let other = body(&shown.body, &[("toml", &file), ("set", "00"), ("grund", "Puljen slutter")]);
    assert_eq!(house.post(confirm, Some(&session), &other).await.status, 409, "what moves is not what was seen");
    let saved = house
        .post(
            confirm,
            Some(&session),
            &body(&shown.body, &[("toml", &file), ("set", &seen), ("grund", "Puljen slutter")]),
        )
        .await;
    assert_eq!(saved.header("location"), "/opsaetning/indsats?gemt=ja", "{}", saved.body);
    let history = house.get("/opsaetning/historik", Some(&session)).await.body;
    assert!(history.contains("Puljen slutter") && history.contains("Version 2, som gælder nu"));
    let first = house.get("/opsaetning/historik/1", Some(&session)).await.body;
    assert!(first.contains("1. april 2013 – 31. december 2016") || first.contains("31.12.2016"), "as it was");
    let file = house.get("/opsaetning/historik/2/fil", Some(&session)).await;
    assert!(file.body.contains("to = 2015-12-31") && file.header("content-disposition").contains("exit-2016-2.toml"));

    let stale = looks(&house, &session, &page, &[("caseload_cap", "9")]).await;
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("En anden har gemt andre regler imens") && stale.body.contains("Puljen slutter"));
}

#[tokio::test]
async fn what_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost() {
    let house = House::on("2015-11-23").await;
    let session = coordinator(&house).await;
    let page = house.get(RULES, Some(&session)).await.body;
    let wrong = [
        ("caseload_cap", "0"),
        ("course_months", "mange"),
        ("vindue_fra_1", "31.3.2016"),
        ("vindue_til_1", "1.5.2016"),
    ];
    let refused = looks(&house, &session, &page, &wrong).await;
    assert_eq!(refused.status, 422);
    for id in ["caseload_cap-fejl", "course_months-fejl", "vindue_fra_1-fejl"] {
        assert!(refused.body.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(refused.body.contains("Perioden overlapper en anden") && refused.body.contains("value=\"mange\""));
    let removed = looks(&house, &session, &page, &[&wrong[2..], &[("fjern", "vindue_1")]].concat()).await;
    assert_eq!(removed.status, 200);
    assert!(!removed.body.contains("value=\"1.5.2016\""));
    let one_more = looks(
        &house,
        &session,
        &page,
        &[("vindue_fra_1", "1.4.2016"), ("vindue_til_1", "1.5.2016"), ("mere", "vindue")],
    )
    .await;
    assert!(one_more.body.contains("Periode 2") && one_more.body.contains("id=\"vindue_fra_2\""));
}

#[tokio::test]
async fn a_file_is_checked_with_its_lines_and_shown_like_anything_else() {
    let house = House::on("2015-11-23").await;
    let session = coordinator(&house).await;
    let page = house.get("/opsaetning/fil", Some(&session)).await.body;
    let send = |toml: String| {
        let fields = [
            ("token", hidden(&page, "token")),
            ("noegle", hidden(&page, "noegle")),
            ("version", "1".to_owned()),
            ("toml", toml),
        ];
        let parts = fields.map(|(name, value)| {
            format!("--snit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        });
        let body = format!("{}--snit--\r\n", parts.concat());
        let request = axum::http::Request::post("/opsaetning/fil")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=snit")
            .header("cookie", &session);
        house.send(request.body(axum::body::Body::from(body)).unwrap())
    };
    let file = include_str!("../../../../programmes/exit-2016.toml");
    let wrong = send(file.replacen("caseload_cap = 10", "caseload_cap = 0", 1)).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Linje 9") && wrong.body.contains("from 1 to 100"), "{}", wrong.body);
    let shown = send(file.replacen("phases = 3", "phases = 4", 1)).await;
    assert_eq!(shown.status, 200);
    assert!(
        shown.body.contains("Det flytter sig") && shown.body.contains("# The demo programme"),
        "comments stay in a file"
    );
}

#[tokio::test]
async fn a_worker_reads_the_rules_and_keeps_nothing() {
    let house = House::on("2015-11-23").await;
    let session = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let page = house.get(RULES, Some(&session)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Loft: borgere hos en medarbejder") && !page.body.contains("name=\"caseload_cap\""));
    for denied in ["/opsaetning/fil", "/opsaetning/medarbejdere"] {
        assert_eq!(house.get(denied, Some(&session)).await.status, 403, "{denied}");
    }
    let token = hidden(&page.body, "token");
    let form = format!("token={token}&noegle=01900000-0000-7000-8000-000000000001&version=1");
    for path in [RULES, "/opsaetning/indsats/gem", "/opsaetning", "/opsaetning/cpr", "/opsaetning/medarbejdere"] {
        assert_eq!(house.post(path, Some(&session), &form).await.status, 403, "{path}");
    }
    let dpo = house.sign_in("databeskyttelsesraadgiver", PASSWORD).await;
    if let Some(dpo) = dpo {
        assert_eq!(house.get(RULES, Some(&dpo)).await.status, 403);
    }
}

#[tokio::test]
async fn the_organisation_is_kept_and_its_cpr_number_is_shown_on_purpose_only() {
    let house = House::on("2015-11-23").await;
    let session = coordinator(&house).await;
    let page = house.get("/opsaetning", Some(&session)).await.body;
    let own = |cvr: &'static str, cpr: &'static str| {
        [
            ("navn", "Nordlys"),
            ("slags", "forening"),
            ("kommune", "Aarhus"),
            ("cvr", cvr),
            ("ansvarlig", "Lene Brandt"),
            ("cpr", cpr),
            ("ansvarlig_version", "0"),
        ]
    };
    let wrong = house.post("/opsaetning", Some(&session), &body(&page, &own("12345678", ""))).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("id=\"cvr-fejl\"") && wrong.body.contains("value=\"12345678\""));
    let saved = house.post("/opsaetning", Some(&session), &body(&page, &own("", "010170-1234"))).await;
    assert_eq!(saved.header("location"), "/opsaetning?gemt=ja", "{}", saved.body);
    let page = house.get("/opsaetning", Some(&session)).await.body;
    assert!(page.contains("••••••-••••") && !page.contains("0101701234"));
    let opened = house.post("/opsaetning/cpr", Some(&session), &body(&page, &[])).await;
    assert!(opened.body.contains("0101701234"));
    assert!(house.get("/log", Some(&session)).await.body.contains("Åbnede forseglet tekst"));
    let stale = house.post("/opsaetning", Some(&session), &body(&page, &own("64942212", ""))).await;
    assert_eq!(stale.status, 409, "made from nobody, while somebody is responsible by now");
}

#[tokio::test]
async fn a_worker_who_has_citizens_cannot_leave_and_the_page_leads_to_each_of_them() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = coordinator(&house).await;
    let list = house.get("/opsaetning/medarbejdere", Some(&session)).await.body;
    let row = list
        .split("<tr role=\"row\">")
        .find(|row| row.contains(">mette<") || row.contains("Mette Lund") && row.contains("class=\"num\">2"))
        .unwrap();
    let place = row.split("<a href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = house.get(&place, Some(&session)).await.body;
    let refused = house.post(&place, Some(&session), &body(&page, &[("sidste_dag", "30.11.2015")])).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("<bdi>Ask</bdi>") && refused.body.contains("/medarbejder\">Giv videre"),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("href=\"/vikarer\""));
    let admin = house.sign_in("administrator", PASSWORD).await.unwrap();
    let page = house.get(&place, Some(&admin)).await.body;
    assert!(!page.contains("<bdi>Ask</bdi>") && page.contains("kan du ikke se"));
}

#[tokio::test]
async fn who_has_two_programmes_switches_at_the_top_and_a_form_of_the_first_is_not_taken_in_the_second() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = coordinator(&house).await;
    let page = house.get("/henvendelser/ny", Some(&session)).await.body;
    assert!(!page.contains("href=\"/indsats\""), "one programme: nothing to switch to");
    house.opens_second("projektkoordinator").await;
    let first = house.get("/henvendelser/ny", Some(&session)).await.body;
    assert!(first.contains("href=\"/indsats\""));
    let choices = house.get("/indsats", Some(&session)).await.body;
    assert!(choices.contains("Indsats 2016") && choices.contains("Indsats 2017"));
    let other = choices.split("name=\"indsats\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let token = hidden(&choices, "token");
    let ask = house.get("/borgere", Some(&session)).await.body;
    let ask = ask.split("<a class=\"who\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(house.post("/indsats", Some(&session), &format!("token=forkert&indsats={other}")).await.status, 403);
    assert_eq!(house.post("/indsats", Some(&session), &format!("token={token}&indsats={token}")).await.status, 404);
    let went = house.post("/indsats", Some(&session), &format!("token={token}&indsats={other}")).await;
    assert_eq!(went.header("location"), "/");

    for page in [
        "/borgere",
        "/henvendelser",
        "/opfoelgninger",
        "/mine-borgere",
        "/noegletal",
        "/dokumentation",
        "/opsaetning/medarbejdere",
    ] {
        let answer = house.get(page, Some(&session)).await;
        assert_eq!(answer.status, 200, "{page}");
        assert!(answer.body.contains("Indsats 2017"), "{page} says where it is");
        for alias in ["<bdi>Ask</bdi>", "<bdi>Birk</bdi>", "<bdi>Carla</bdi>", "Mette Lund\n"] {
            assert!(!answer.body.contains(alias), "{page} shows {alias}");
        }
    }
    assert_eq!(house.get(&ask, Some(&session)).await.status, 404, "a citizen of the first programme");
    let sent = house
        .post("/henvendelser/ny", Some(&session), &body(&first, &[("alias", "Bellis"), ("dato", "23.11.2015")]))
        .await;
    assert_eq!(sent.status, 403, "a form laid out in the first");
}
