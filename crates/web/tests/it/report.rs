//! Reports on screen: a draft tells what is withheld and what is missing, and a file is what its page says.

use domain::code::Role;

use crate::house::{House, PASSWORD};

const DRAFT: &str = "/rapporter/kladde?rapport=status&dag=23.11.2015&fra=1.12.2014&til=30.11.2015&modtager=styregruppe";

async fn at(role: Role) -> (House, String) {
    let house = House::on("2015-11-23").await;
    let session = house.sign_in(role.code(), PASSWORD).await.unwrap();
    (house, session)
}

fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let main = page.split("<main").nth(1).unwrap();
    main.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

#[tokio::test]
async fn a_draft_says_what_is_missing_and_is_not_proposed_without_it() {
    let (house, session) = at(Role::Consultant).await;
    let page = house.get(DRAFT, Some(&session)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Mangler, før den kan låses") && page.body.contains("Hvad er tilbageholdt?"));
    let carried = ["token", "noegle"].map(|name| format!("{name}={}", hidden(&page.body, name))).join("&");
    let asked = "rapport=status&dag=23.11.2015&fra=1.12.2014&til=30.11.2015&modtager=styregruppe";
    let refused = house.post("/rapporter/kladde", Some(&session), &format!("{carried}&{asked}")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("En tekst mangler"), "{}", refused.body);
}

#[tokio::test]
async fn a_wrong_day_or_period_is_told_beside_its_field_and_stays_there() {
    let (house, session) = at(Role::Leader).await;
    for (query, field, said) in [
        ("dag=31.2.2015&fra=&til=", "dag", "Skriv datoen som"),
        ("dag=1.1.2030&fra=&til=", "dag", "value=\"1.1.2030\""),
        ("dag=23.11.2015&fra=1.5.2015&til=1.4.2015", "til", "value=\"1.4.2015\""),
        ("dag=1.1.2001&fra=&til=", "dag", "value=\"1.1.2001\""),
    ] {
        let address = format!("/rapporter/kladde?rapport=status&modtager=styregruppe&{query}");
        let page = house.get(&address, Some(&session)).await;
        assert!(
            page.body.contains(&format!("id=\"{field}-fejl\"")) && page.body.contains(said),
            "{query}: {}",
            page.body
        );
    }
    for address in
        ["/rapporter/kladde?rapport=status&modtager=alle", "/rapporter/kladde?rapport=intet&modtager=styregruppe"]
    {
        assert_eq!(house.get(address, Some(&session)).await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn who_only_reads_is_offered_nothing_to_write_and_a_worker_sees_none() {
    let (house, session) = at(Role::Leader).await;
    let page = house.get(DRAFT, Some(&session)).await.body;
    assert!(!page.contains("Foreslå låsning") && !page.contains("/rapporter/tekst/"));
    assert_eq!(
        house.get("/rapporter/tekst/afvigelser?rapport=status&modtager=styregruppe", Some(&session)).await.status,
        403
    );
    let worker = house.sign_in(Role::Worker.code(), PASSWORD).await.unwrap();
    for address in ["/rapporter", DRAFT, "/rapporter/kladde.docx?rapport=status&modtager=styregruppe"] {
        assert_eq!(house.get(address, Some(&worker)).await.status, 403, "{address}");
    }
}

#[tokio::test]
async fn a_draft_s_file_says_that_it_is_a_draft() {
    let (house, session) = at(Role::Coordinator).await;
    let to = DRAFT.replace("kladde?", "kladde.docx?");
    let file = house.get(&to, Some(&session)).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"status-2015-11-23-v1-kladde.docx\"");
}

#[tokio::test]
async fn a_regular_report_is_agreed_on_refused_beside_its_field_changed_and_stopped() {
    let (house, session) = at(Role::Consultant).await;
    let page = house.get("/rapporter", Some(&session)).await.body;
    assert!(page.contains("Der er ingen faste rapporter"));
    let new = page.split("href=\"/rapporter/fast/ny").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    assert_eq!(new, "?fra=1.12.2015&periode=tolv_maaneder", "from the next first of the month");
    let form = house.get(&format!("/rapporter/fast/ny{new}"), Some(&session)).await.body;
    assert!(form.contains("value=\"1.12.2015\"") && form.contains("value=\"tolv_maaneder\" selected"), "{form}");
    let send = async |at: &str, page: &str, typed: &str| {
        let carried = ["token", "noegle", "version"].map(|name| format!("{name}={}", hidden(page, name))).join("&");
        house.post(at, Some(&session), &format!("{carried}&{typed}")).await
    };
    let said = "rapport=status&modtager=styregruppe&rytme=maanedlig&periode=tolv_maaneder";
    let refused = send("/rapporter/fast/ny", &form, &format!("{said}&til=&fra=31.2.2015")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("id=\"til-fejl\"") && refused.body.contains("id=\"fra-fejl\""), "{}", refused.body);
    let kept = send("/rapporter/fast/ny", &form, &format!("{said}&til=Styregruppens+medlemmer&fra=1.12.2015")).await;
    assert_eq!((kept.status.as_u16(), kept.header("location")), (303, "/rapporter?gemt=ja"));
    let page = house.get("/rapporter", Some(&session)).await.body;
    for words in [
        "Den 1. i hver måned</strong>: Statusrapport til Styregruppen",
        "Modtagere: Styregruppens medlemmer",
        "Tæller de seneste tolv måneder · næste gang 1.12.2015",
    ] {
        assert!(page.contains(words), "{words} is missing: {page}");
    }
    let leader = house.sign_in(Role::Leader.code(), PASSWORD).await.unwrap();
    let seen = house.get("/rapporter", Some(&leader)).await.body;
    assert!(seen.contains("Statusrapport til Styregruppen") && !seen.contains("/rapporter/fast/"));
    assert_eq!(house.get("/rapporter/fast/ny", Some(&leader)).await.status, 403);

    let mut links = page.split("href=\"").map(|rest| rest.split('"').next().unwrap());
    let is_its = |href: &&str| href.starts_with("/rapporter/fast/") && !href.starts_with("/rapporter/fast/ny");
    let at = links.find(is_its).unwrap().to_owned();
    let form = house.get(&at, Some(&session)).await.body;
    let changed = said.replace("maanedlig", "kvartalsvis");
    let kept = send(&at, &form, &format!("{changed}&til=Alle&fra=1.12.2015&grund=M%C3%B8des+sj%C3%A6ldnere")).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    let page = house.get("/rapporter", Some(&session)).await.body;
    assert!(page.contains("Den 1. i hvert kvartal</strong>") && page.contains("næste gang 1.1.2016"));
    let past = house.get(&format!("{at}/historik"), Some(&session)).await.body;
    assert!(past.contains("Mødes sjældnere") && past.contains("Styregruppens medlemmer"), "{past}");
    let form = house.get(&at, Some(&session)).await.body;
    let ended = house
        .post(
            &format!("{at}/slut"),
            Some(&session),
            &format!(
                "token={}&noegle={}&version=2&slut=ja&slutgrund=Nedlagt",
                hidden(&form, "token"),
                form.rsplit("name=\"noegle\" value=\"").next().unwrap().split('"').next().unwrap()
            ),
        )
        .await;
    assert_eq!(ended.header("location"), "/rapporter?gemt=slut", "{}", ended.body);
    assert!(house.get("/rapporter", Some(&session)).await.body.contains("Der er ingen faste rapporter"));
}

#[tokio::test]
async fn who_decides_reads_what_is_proposed_and_its_files_are_had_once_it_is_locked() {
    let (house, karen) = at(Role::Consultant).await;
    let written = format!("/rapporter/tekst/afvigelser?{}", DRAFT.split_once('?').unwrap().1);
    let form = house.get(&written, Some(&karen)).await.body;
    let carried = |page: &str, names: &[&str]| {
        names.iter().map(|name| format!("{name}={}", hidden(page, name))).collect::<Vec<_>>().join("&")
    };
    let said = format!("{}&tekst=Intet+afveg+i+november", carried(&form, &["token", "noegle", "version"]));
    assert_eq!(house.post(&written, Some(&karen), &said).await.status, 303);
    let draft = house.get(DRAFT, Some(&karen)).await.body;
    let asked = "rapport=status&dag=23.11.2015&fra=1.12.2014&til=30.11.2015&modtager=styregruppe";
    let sent = format!("{}&{asked}", carried(&draft, &["token", "noegle"]));
    let proposed = house.post("/rapporter/kladde", Some(&karen), &sent).await;
    let at = proposed.header("location").split('?').next().unwrap().to_owned();

    let amina = house.sign_in(Role::Coordinator.code(), PASSWORD).await.unwrap();
    let page = house.get(&at, Some(&amina)).await.body;
    for words in ["Intet afveg i november", "Filerne kan hentes, når rapporten er låst.", "SHA-256", "Afvigelser"] {
        assert!(page.contains(words), "{words} is missing: {page}");
    }
    assert!(!page.contains("/fil/"), "no file is linked");
    for format in ["docx", "csv"] {
        let refused = house.get(&format!("{at}/fil/{format}"), Some(&amina)).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("En anden end den, der foreslog den, låser den først"), "{}", refused.body);
    }
    let press = carried(&page, &["token", "noegle", "version"]);
    assert_eq!(house.post(&format!("{at}/laas"), Some(&amina), &press).await.status, 303);
    let locked = house.get(&at, Some(&amina)).await.body;
    assert!(locked.contains(&format!("{at}/fil/csv")) && !locked.contains("Filerne kan hentes, når"));
    assert_eq!(house.get(&format!("{at}/fil/csv"), Some(&amina)).await.status, 200);
}
