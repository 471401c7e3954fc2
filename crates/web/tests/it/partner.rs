//! A partner's visit, as a browser without JavaScript sends it, and that nothing else answers a partner.

use std::collections::BTreeSet;

use crate::house::{Answer, House, PARTNER, PASSWORD};

/// A value of the first hidden field of this name.
fn hidden<'p>(page: &'p str, name: &str) -> &'p str {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}

/// The fields that every form has, as a page gives them.
pub(crate) fn own(page: &str) -> String {
    let [token, key, version] = ["token", "noegle", "version"].map(|name| hidden(page, name));
    format!("token={token}&noegle={key}&version={version}&sted=&om=")
}

async fn page(house: &House, session: &str, address: &str) -> String {
    let answer = house.get(address, Some(session)).await;
    assert_eq!(answer.status, 200, "{address}: {}", answer.body);
    answer.body
}

/// Sends a form of the page at an address.
async fn send(house: &House, session: &str, from: &str, to: &str, fields: &str) -> Answer {
    let page = page(house, session, from).await;
    house.post(to, Some(session), &format!("{}&{fields}", own(&page))).await
}

async fn refers(house: &House, session: &str, called: &str, contact: &str) -> Answer {
    let fields = format!("kaldes={called}&kontakt={contact}&oensker=Vil+tale+om+et+forl%C3%B8b&samtykke=ja");
    send(house, session, "/partner/henvis", "/partner/henvis", &fields).await
}

/// The address of the enquiry that this alias asked.
async fn enquiry_of(house: &House, session: &str, called: &str) -> String {
    let list = page(house, session, "/henvendelser").await;
    let before = list.split(&format!("<bdi>{called}</bdi>")).next().unwrap();
    let id = before.rsplit("href=\"/henvendelser/").next().unwrap().split('"').next().unwrap();
    format!("/henvendelser/{id}")
}

#[tokio::test]
async fn a_partner_refers_somebody_and_sees_what_came_of_it_when_the_citizen_agrees() {
    let house = House::on("2015-11-23").await;
    let partner = house.sign_in("samarbejdspartner", PASSWORD).await.unwrap();
    assert_eq!(house.get("/", Some(&partner)).await.header("location"), "/partner");
    assert!(page(&house, &partner, "/partner").await.contains("Her er ingen henvisninger endnu"));
    let refused =
        send(&house, &partner, "/partner/henvis", "/partner/henvis", "kaldes=&kontakt=&oensker=Hj%C3%A6lp").await;
    assert_eq!(refused.status, 422);
    for words in ["Der er 3 fejl", "id=\"kaldes-fejl\"", "id=\"kontakt-fejl\"", "id=\"samtykke-fejl\"", "Hjælp"] {
        assert!(refused.body.contains(words), "{words} is missing");
    }
    let sent = refers(&house, &partner, "Graaand", "40506070").await;
    assert_eq!((sent.status.as_u16(), sent.header("location")), (303, "/partner?gemt=ja"));
    let list = page(&house, &partner, "/partner?gemt=ja").await;
    assert!(list.contains("Henvisningen er sendt.") && list.contains("Graaand") && list.contains("Modtaget"));

    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let one = enquiry_of(&house, &worker, "Graaand").await;
    let shown = page(&house, &worker, &one).await;
    for words in [PARTNER, "Kontakt, oplyst af partneren", "Vil tale om et forløb", "Ser kun ”Modtaget”"] {
        assert!(shown.contains(words), "{words} is missing");
    }
    send(&house, &worker, &one, &one, "svar=raad&svardato=23.11.2015&ord=Hemmeligt").await;
    let told = page(&house, &partner, "/partner").await;
    assert!(told.contains("Modtaget") && !told.contains("Har fået råd") && !told.contains("Hemmeligt"));

    let feedback = format!("{one}/tilbagemelding");
    // The second form of the page is the one that tells the partner.
    let form = page(&house, &worker, &one).await;
    let form = form.split("/tilbagemelding\"").nth(1).unwrap().to_owned();
    let without = house.post(&feedback, Some(&worker), &format!("{}&resultat=ja&gaelder=23.2.2016", own(&form))).await;
    assert_eq!(without.status, 422);
    assert!(without.body.contains("id=\"ja-fejl\""));
    let form = without.body.split("/tilbagemelding\"").nth(1).unwrap();
    let fields = "resultat=ja&tilbagemelding=Hun+kommer+igen&ja=ja&gaelder=23.2.2016";
    let done = house.post(&feedback, Some(&worker), &format!("{}&{fields}", own(form))).await;
    assert_eq!(done.header("location"), format!("{one}?gemt=fortalt"), "{}", done.body);
    let told = page(&house, &partner, "/partner").await;
    assert!(told.contains("Har fået råd") && told.contains("Hun kommer igen") && !told.contains("Hemmeligt"));

    let shown = page(&house, &worker, &one).await;
    let form = shown.split("/tilbagemelding/traek\"").nth(1).unwrap();
    house.post(&format!("{feedback}/traek"), Some(&worker), &own(form)).await;
    let told = page(&house, &partner, "/partner").await;
    assert!(told.contains("Modtaget") && !told.contains("Hun kommer igen"), "taken back");
}

#[tokio::test]
async fn the_answer_to_a_referral_is_the_same_to_the_byte_whoever_it_is() {
    let house = House::on("2015-11-23").await.registered().await;
    let partner = house.sign_in("samarbejdspartner", PASSWORD).await.unwrap();
    let mut answers = BTreeSet::new();
    // Enrolled with a protected address; in clarification; closed; never heard of; and each of them once more.
    for called in ["Ask", "Birk", "Dagny", "Ukendt", "Ask", "Birk", "Dagny", "Ukendt"] {
        let contact = if called == "Ask" { "20304050" } else { "40506070" };
        let answer = refers(&house, &partner, called, contact).await;
        let headers: Vec<String> = answer
            .headers
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "x-request-id" | "date"))
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        answers.insert((answer.status.as_u16(), headers, answer.body));
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
}

/// Every address of the router with its methods, and ids put in for what varies.
fn addresses() -> Vec<(String, bool)> {
    let router = include_str!("../../src/router.rs");
    let mut found = Vec::new();
    for route in router.split(".route(").skip(1) {
        let address = route.split('"').nth(1).unwrap();
        let rest = route.split(".route(").next().unwrap();
        let filled: Vec<&str> = address
            .split('/')
            .map(|part| if part.starts_with('{') { "01900000-0000-7000-8000-000000000001" } else { part })
            .collect();
        let filled = filled.join("/");
        if rest.contains("get(") {
            found.push((filled.clone(), false));
        }
        if rest.contains("post(") {
            found.push((filled, true));
        }
    }
    found
}

/// What a signed-in partner may reach: its own pages, and what everybody has.
const PARTNERS: [&str; 14] = [
    "/",
    "/partner",
    "/partner/henvis",
    "/partner/tilbud",
    "/log-ind",
    "/sprog",
    "/sundhed",
    "/skjul",
    "/log-ud",
    "/her",
    "/laast",
    "/kladde",
    "/kladde/kasser",
    "/assets",
];

#[tokio::test]
async fn no_other_address_answers_a_partner() {
    let house = House::on("2015-11-23").await.registered().await;
    let partner = house.sign_in("samarbejdspartner", PASSWORD).await.unwrap();
    let list = page(&house, &partner, "/partner").await;
    let token = hidden(&list, "token").to_owned();
    let addresses = addresses();
    assert!(addresses.len() > 110, "the control: the routes were found, {}", addresses.len());
    let mut denied = 0;
    for (address, is_post) in addresses.iter().filter(|(address, _)| !PARTNERS.contains(&address.as_str())) {
        // The citizen's own screen belongs to whoever holds the tablet, and asks for its cookie.
        if address.starts_with("/mit") {
            continue;
        }
        let answer = if *is_post {
            let form = format!("token={token}&noegle=01900000-0000-7000-8000-000000000002&version=1");
            house.post(address, Some(&partner), &form).await
        } else {
            house.get(address, Some(&partner)).await
        };
        // A form that cannot be read is refused before anybody is asked for.
        let is_closed = matches!((answer.status.as_u16(), is_post), (403 | 404, _) | (422, true));
        assert!(is_closed, "{address} ({is_post}) answers {}: {}", answer.status, answer.body);
        for canary in ["Ask", "Birk", "Carla", "Dagny", "mette"] {
            assert!(!answer.body.contains(canary), "{address} names {canary}");
        }
        denied += 1;
    }
    assert!(denied > 100, "{denied} addresses were tried");
    // The same without the guard: what is closed to a partner is open to a coordinator.
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    for address in ["/partnere", "/henvisninger", "/henvendelser", "/borgere", "/noegletal", "/log"] {
        assert_eq!(house.get(address, Some(&coordinator)).await.status, 200, "{address}");
    }
}

#[tokio::test]
async fn an_agreement_its_people_and_its_duties_are_kept_on_screen() {
    let house = House::on("2015-11-23").await;
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let register = page(&house, &coordinator, "/partnere").await;
    assert!(register.contains(PARTNER) && register.contains("Ingen aftale"));
    let nothing = send(&house, &coordinator, "/partnere/aftale", "/partnere/aftale", "partner=&fra=31.2.2015").await;
    assert_eq!(nothing.status, 422);
    for words in ["id=\"partner-fejl\"", "id=\"fra-fejl\"", "id=\"til-fejl\"", "id=\"af-fejl\"", "value=\"31.2.2015\""]
    {
        assert!(nothing.body.contains(words), "{words} is missing");
    }
    let at = register.split("href=\"/partnere/").find(|rest| rest.starts_with("01")).unwrap();
    let id = at.split('"').next().unwrap();
    let one = format!("/partnere/{id}");
    let fields = format!("partner={id}&fra=1.1.2015&til=31.12.2016&underskrevet=11.12.2014&af=Anne+og+Lone");
    let made = send(&house, &coordinator, "/partnere/aftale", "/partnere/aftale", &fields).await;
    assert_eq!(made.header("location"), format!("{one}?gemt=aftale"), "{}", made.body);
    let twice = send(&house, &coordinator, "/partnere/aftale", "/partnere/aftale", &fields).await;
    assert!(twice.status == 422 && twice.body.contains("Partneren har allerede en aftale"));
    let shown = page(&house, &coordinator, &one).await;
    for words in ["Gælder nu", "Er ikke set på endnu", "Anne og Lone", "Udveksle viden"] {
        assert!(shown.contains(words), "{words} is missing");
    }
    let edit = shown.split(&format!("href=\"{one}/aftale/")).nth(1).unwrap().split('"').next().unwrap();
    let agreement = format!("{one}/aftale/{edit}");
    let duty = format!("{agreement}/pligt");
    let noted = "pligt=viden&holdt=delvist&ord=Temadagen+blev+aflyst&dag=23.11.2015&naeste=8.12.2015";
    send(&house, &coordinator, &format!("{duty}?pligt=viden"), &duty, noted).await;
    let shown = page(&house, &coordinator, &one).await;
    assert!(shown.contains("Temadagen blev aflyst") && shown.contains("Næste gang 8. december 2015"));
    let ended = "fra=1.1.2015&til=30.11.2015&underskrevet=11.12.2014&af=Anne+og+Lone&grund=De+stopper";
    send(&house, &coordinator, &agreement, &agreement, ended).await;
    let shown = page(&house, &coordinator, &one).await;
    assert!(shown.contains("De stopper") && shown.contains("Før stod der:"));
    send(&house, &coordinator, &format!("{one}/person"), &format!("{one}/person"), "navn=Tove+Skou&rolle=Leder").await;
    assert!(page(&house, &coordinator, &one).await.contains("Tove Skou"));
    // A worker reads it, and keeps nothing.
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert!(page(&house, &worker, &one).await.contains("Tove Skou"));
    for address in [&format!("{one}/person"), &agreement, &duty, "/partnere/aftale"] {
        assert_eq!(house.get(address, Some(&worker)).await.status, 403, "{address}");
    }
    // The partner reads that there is an agreement, and none of the notes.
    let partner = house.sign_in("samarbejdspartner", PASSWORD).await.unwrap();
    let own = page(&house, &partner, "/partner/tilbud").await;
    assert!(own.contains("30.11.2015") && !own.contains("Temadagen") && !own.contains("De stopper"));
}
