//! The pages that say who a citizen is and who works with the citizen.

use domain::code::Role;

use crate::house::{Answer, House, PASSWORD};

/// The value of a field of the first form of a page that has it.
fn field<'p>(page: &'p str, name: &str) -> &'p str {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no field {name}"));
    after.split('"').next().unwrap()
}

/// The hidden fields of a page's form, as they are sent.
fn hidden(page: &str) -> String {
    let names = ["token", "noegle", "version", "sted", "om"];
    names.map(|name| format!("{name}={}", field(page, name))).join("&")
}

async fn post(house: &House, session: &str, address: &str, page: &Answer, fields: &str) -> Answer {
    house.post(address, Some(session), &format!("{}&{fields}", hidden(&page.body))).await
}

/// The pages about a citizen that are tried here.
const PAGES: [&str; 5] = ["", "/oplysninger", "/medarbejder", "/sammenlaegning", "/spaerringer"];

#[tokio::test]
async fn a_coordinator_finds_every_page_and_a_worker_of_somebody_else_none() {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    for below in PAGES {
        let address = format!("/borger/{}{below}", citizens["Ask"]);
        let page = house.get(&address, Some(&coordinator)).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(page.body.contains("<bdi>Ask</bdi>") && page.body.contains("Beskyttet adresse"), "{address}");
        let title = page.body.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(!title.contains("Ask"), "{title}");
        assert_eq!(house.get(&address, Some(&worker)).await.status, 404, "{address}");
    }
    assert_eq!(house.get("/vikarer", Some(&worker)).await.status, 200);
    let leader = house.sign_in("leder", PASSWORD).await.unwrap();
    assert_eq!(house.get("/vikarer", Some(&leader)).await.status, 403);
}

#[tokio::test]
async fn who_a_citizen_is_is_kept_refused_beside_its_field_and_shown_in_both_versions() {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let address = format!("/borger/{}/oplysninger", citizens["Ask"]);
    let page = house.get(&address, Some(&session)).await;
    assert!(page.body.contains("value=\"010285-1234\"") && page.body.contains("B1"));

    let wrong = post(&house, &session, &address, &page, "alias=Asger&cpr=12&foedselsaar=i+fjor").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("id=\"foedselsaar-fejl\"") && wrong.body.contains("value=\"i fjor\""));
    let wrong = post(&house, &session, &address, &page, "alias=Asger&cpr=12&telefon=x").await;
    assert!(wrong.body.contains("Der er 2 fejl") && wrong.body.contains("value=\"Asger\""));

    let fields = "alias=Asger&navn=Signe+Holm&cpr=010285-1234&koen=kvinde&sikker_kontakt=ingen_sms";
    let kept = post(&house, &session, &address, &page, fields).await;
    assert_eq!((kept.status.as_u16(), kept.header("location")), (303, format!("{address}?gemt=ja").as_str()));
    let after = house.get(kept.header("location"), Some(&session)).await;
    assert!(after.body.contains("Oplysningerne er gemt") && after.body.contains("Ingen sms"));
    let list = house.get("/borgere", Some(&session)).await.body;
    assert!(list.contains("Asger") && list.contains("Ingen sms") && !list.contains("Signe"));

    // The page from before, filled in by somebody who knows nothing of it.
    let other = "noegle=01900000-0000-7000-8000-000000000077&alias=Aske";
    let form = format!("token={}&version={}&{other}", field(&page.body, "token"), field(&page.body, "version"));
    let stale = house.post(&address, Some(&session), &form).await;
    assert_eq!(stale.status, 409);
    assert!(stale.body.contains("Nogen har ændret det samme imens"));
    assert!(stale.body.contains(">Aske</p>") && stale.body.contains(">Asger</p>"), "both versions");
}

#[tokio::test]
async fn a_colleague_who_is_blocked_finds_the_citizen_nowhere() {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let berit = house.adds("berit", Role::Coordinator).await;
    let hers = house.sign_in("berit", PASSWORD).await.unwrap();
    let ask = &citizens["Ask"];
    let address = format!("/borger/{ask}/spaerringer");
    let page = house.get(&address, Some(&session)).await;
    let refused = post(&house, &session, &address, &page, "medarbejder=&grund=").await;
    assert!(refused.status == 422 && refused.body.contains("Vælg en kollega fra listen"));
    let blocked = post(&house, &session, &address, &page, &format!("medarbejder={berit}&grund=Naboer")).await;
    assert_eq!(blocked.status, 303);
    for below in PAGES {
        assert_eq!(house.get(&format!("/borger/{ask}{below}"), Some(&hers)).await.status, 404, "{below}");
    }
    for list in ["/mine-borgere", "/borgere", "/log", "/noegletal"] {
        let page = house.get(list, Some(&hers)).await;
        assert_eq!(page.status, 200, "{list}");
        assert!(!page.body.contains(ask.as_str()) && !page.body.contains("<bdi>Ask</bdi>"), "{list}");
    }
    assert!(house.get("/borgere", Some(&session)).await.body.contains(ask.as_str()), "the control");
    let page = house.get(&format!("{address}?gemt=spaerret"), Some(&session)).await;
    assert!(page.body.contains("Kollegaen er spærret") && page.body.contains("Naboer"));
}

#[tokio::test]
async fn two_records_are_looked_at_side_by_side_merged_and_taken_apart() {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let (ask, carla) = (&citizens["Ask"], &citizens["Carla"]);
    let address = format!("/borger/{ask}/sammenlaegning");
    let page = house.get(&address, Some(&session)).await;
    let search = format!("token={}&noegle={}&ord=carla", field(&page.body, "token"), field(&page.body, "noegle"));
    let found = house.post(&format!("{address}/soeg"), Some(&session), &search).await;
    assert!(found.status == 200 && found.body.contains(&format!("?anden={carla}")));
    let pair = house.get(&format!("{address}?anden={carla}"), Some(&session)).await;
    assert!(pair.body.contains("Samme person?") && pair.body.contains("1979") && pair.body.contains("1985"));
    let fields = format!("anden={carla}&anden_version={}&foedselsaar=anden", field(&pair.body, "anden_version"));
    let refused = post(&house, &session, &address, &pair, &format!("{fields}&grund=")).await;
    assert!(refused.status == 422 && refused.body.contains("Skriv en grund"));
    let merged = post(&house, &session, &address, &pair, &format!("{fields}&grund=Sagde+det+selv")).await;
    assert_eq!(merged.header("location"), format!("{address}?gemt=ja"));
    let list = house.get("/borgere", Some(&session)).await.body;
    assert!(list.contains(ask.as_str()) && !list.contains(carla.as_str()));
    let one = house.get(&format!("/borger/{carla}"), Some(&session)).await.body;
    assert!(one.contains("<bdi>Ask</bdi>") && one.contains(&format!("/borger/{ask}/plan")));
    let page = house.get(&format!("{address}?gemt=ja"), Some(&session)).await;
    assert!(page.body.contains("De to er nu én borger") && page.body.contains("Sagde det selv"));
    let undo = page.body.split("/ophaevelse\"").next().unwrap().rsplit('"').next().unwrap();
    let key = page.body.split("/ophaevelse\"").nth(1).unwrap();
    let form = format!("token={}&noegle={}", field(key, "token"), field(key, "noegle"));
    let undone = house.post(&format!("{undo}/ophaevelse"), Some(&session), &form).await;
    assert_eq!(undone.header("location"), format!("{address}?gemt=skilt"));
    assert!(house.get("/borgere", Some(&session)).await.body.contains(carla.as_str()));
}

#[tokio::test]
async fn a_course_is_handed_over_and_a_deputy_named() {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let sara = house.adds("sara", Role::Worker).await;
    let hers = house.sign_in("sara", PASSWORD).await.unwrap();
    let ask = &citizens["Ask"];
    let address = format!("/borger/{ask}/medarbejder");
    let page = house.get(&address, Some(&session)).await;
    assert!(
        page.body.contains("Overdrag forløbet") && page.body.contains("Mette Lund") && page.body.contains("ledige")
    );
    let of = |name| format!("{name}={}", field(&page.body, name));
    let current = format!("{}&{}", of("tildeling"), of("tildeling_version"));
    let refused = post(&house, &session, &address, &page, &format!("{current}&medarbejder=&fra=31.2.2015")).await;
    assert!(refused.status == 422 && refused.body.contains("Der er 2 fejl") && refused.body.contains("31.2.2015"));
    let options = page.body.split("<option value=\"").skip(1);
    let mut named = options.map(|option| option.split_once('"').unwrap());
    let jonas = named.find(|(_, rest)| rest.contains("Jonas Friis")).unwrap().0;
    let note = "note=Ring+efter+kl.+10";
    let given =
        post(&house, &session, &address, &page, &format!("{current}&medarbejder={jonas}&fra=23.11.2015&{note}")).await;
    assert_eq!((given.status.as_u16(), given.header("location")), (303, format!("{address}?gemt=ja").as_str()));
    let page = house.get(&address, Some(&session)).await;
    assert!(page.body.contains("Ring efter kl. 10"));

    let page = house.get("/vikarer", Some(&session)).await;
    let fields = format!("for={jonas}&vikar={sara}&fra=23.11.2015&til=24.11.2015");
    let named = post(&house, &session, "/vikarer", &page, &fields).await;
    assert_eq!(named.header("location"), "/vikarer?gemt=ja", "{}", named.body);
    let page = house.get("/vikarer?gemt=ja", Some(&session)).await.body;
    assert!(page.contains("Vikaren er sat ind") && page.contains("for Jonas Friis"));
    let list = house.get("/mine-borgere", Some(&hers)).await.body;
    assert!(list.contains("Vikar for Jonas Friis") && list.contains(ask.as_str()));
}
