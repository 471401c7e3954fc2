//! From "somebody rang" to a clarification that ends, as a browser without JavaScript sends it.

use crate::house::{Answer, House, PASSWORD};

/// A value of the first hidden field of this name.
fn hidden<'p>(page: &'p str, name: &str) -> &'p str {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}

/// The fields that every form has, as a page gives them.
fn own(page: &str) -> String {
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

async fn records(house: &House, session: &str, fields: &str) -> String {
    let answer = send(house, session, "/henvendelser/ny", "/henvendelser/ny", fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn an_anonymous_enquiry_is_recorded_answered_taken_out_and_put_back() {
    let house = House::new().await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert!(page(&house, &worker, "/henvendelser").await.contains("Her er ingen henvendelser endnu"));
    let form = page(&house, &worker, "/henvendelser/ny").await;
    assert!(form.contains("value=\"23.11.2015\""), "today stands in the field");
    let one =
        records(&house, &worker, "dato=23.11.2015&kanal=selv&oensker=nej&notat=Ville+h%C3%B8re+om+hj%C3%A6lp").await;
    let shown = page(&house, &worker, &format!("{one}?gemt=ny")).await;
    assert!(shown.contains("Henvendelsen er gemt.") && shown.contains("Ville høre om hjælp"));
    assert!(page(&house, &worker, "/henvendelser").await.contains("1 er ikke besvaret"));
    let refused = send(&house, &worker, &one, &one, "svar=henvist&svardato=23.11.2015&ord=").await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Vælg en samarbejdspartner") && refused.body.contains("id=\"partner-fejl\""));
    let answered = send(&house, &worker, &one, &one, "svar=raad&svardato=23.11.2015&ord=Fik+et+nummer").await;
    assert_eq!(answered.header("location"), format!("{one}?gemt=svar"));
    assert!(page(&house, &worker, "/henvendelser").await.contains("Alle er besvaret"));
    let out = send(&house, &worker, &one, &format!("{one}/tag-ud"), "grund=").await;
    assert!(out.status == 422 && out.body.contains("Skriv en grund"));
    send(&house, &worker, &one, &format!("{one}/tag-ud"), "grund=Skrevet+to+gange").await;
    assert!(page(&house, &worker, "/henvendelser").await.contains("Her er ingen henvendelser endnu"));
    assert!(page(&house, &worker, &one).await.contains("Taget ud den 23. november 2015"));
    send(&house, &worker, &one, &format!("{one}/saet-tilbage"), "").await;
    assert!(page(&house, &worker, &one).await.contains("Fik et nummer"));
}

#[tokio::test]
async fn a_form_that_is_refused_keeps_everything_typed_and_says_everything_at_once() {
    let house = House::new().await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let fields = "dato=31.2.2015&kanal=selv&alias=Vind&foedselsaar=85&cpr=123&notat=L%C3%A6nge";
    let refused = send(&house, &worker, "/henvendelser/ny", "/henvendelser/ny", fields).await;
    assert_eq!(refused.status, 422);
    for words in ["Skriv datoen som 23.11.2015", "value=\"31.2.2015\"", "value=\"Vind\"", "Længe"] {
        assert!(refused.body.contains(words), "{words} is missing");
    }
    let fields = fields.replace("31.2.2015", "24.11.2015");
    let refused = send(&house, &worker, "/henvendelser/ny", "/henvendelser/ny", &fields).await;
    for words in ["Der er 3 fejl", "Dagen ligger i fremtiden", "id=\"foedselsaar-fejl\"", "id=\"cpr-fejl\""] {
        assert!(refused.body.contains(words), "{words} is missing");
    }
    let forged = house.post("/henvendelser/ny", Some(&worker), "token=x&noegle=x&dato=23.11.2015").await;
    assert_eq!(forged.status, 403);
}

#[tokio::test]
async fn whoever_is_alike_is_hinted_at_before_a_second_record_is_made() {
    let house = House::new().await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let first = "dato=23.11.2015&alias=Vind&telefon=40+50+60+70";
    let one = records(&house, &worker, first).await;
    let again = send(&house, &worker, "/henvendelser/ny", "/henvendelser/ny", &first.replace("Vind", "Blæst")).await;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Samme person: Vind (telefon)") && again.body.contains("Det er en ny person"));
    let form = page(&house, &worker, "/henvendelser/ny").await;
    let hint = house.post("/henvendelser/ny/kendes", Some(&worker), &format!("{}&telefon=40506070", own(&form))).await;
    assert!(hint.body.contains("\"Vind (telefon)\""), "{}", hint.body);
    let id = again.body.split("name=\"samme\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap();
    let same = records(&house, &worker, &format!("{first}&samme={id}")).await;
    assert_ne!(same, one);
    assert!(page(&house, &worker, &same).await.contains("<bdi>Vind</bdi>"));
}

#[tokio::test]
async fn two_who_correct_the_same_see_both_versions() {
    let house = House::new().await;
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    let one = records(&house, &worker, "dato=23.11.2015&notat=F%C3%B8rste").await;
    let correction = format!("{one}/ret");
    let mine = page(&house, &worker, &correction).await;
    send(&house, &worker, &correction, &correction, "dato=23.11.2015&notat=Kollegaens").await;
    let late = house.post(&correction, Some(&worker), &format!("{}&dato=23.11.2015&notat=Min", own(&mine))).await;
    assert_eq!(late.status, 409);
    assert!(late.body.contains("Kollegaens") && late.body.contains("Min") && late.body.contains("Det, der er gemt nu"));
    let both = format!("{}&dato=23.11.2015&notat=Begge", own(&late.body));
    assert_eq!(
        house.post(&correction, Some(&worker), &both).await.status,
        303,
        "the newer version is what is corrected now"
    );
}

#[tokio::test]
async fn a_clarification_begun_by_an_enquiry_ends_and_is_taken_back_on_the_citizen_s_page() {
    let house = House::new().await;
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let begun = "dato=2.11.2015&alias=Vind&oensker=ja&svar=afklaring";
    let one = records(&house, &coordinator, begun).await;
    let shown = page(&house, &coordinator, &format!("{one}?gemt=afklaring")).await;
    let at = shown.split("/afklaring\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let at = format!("{at}/afklaring");
    let open = page(&house, &coordinator, &at).await;
    assert!(open.contains("Beslut senest 31. marts 2016") && open.contains("ingen endnu"));
    let end = format!("{at}/slut");
    let refused = send(&house, &coordinator, &at, &end, "slut=1.11.2015").await;
    assert!(refused.status == 422 && refused.body.contains("Vælg et svar"));
    let ended = send(&house, &coordinator, &at, &end, "udfald=andet_tilbud&slut=20.11.2015&ord=Psykolog").await;
    assert_eq!(ended.header("location"), format!("{at}?gemt=slut"), "{}", ended.body);
    let shown = page(&house, &coordinator, &at).await;
    assert!(shown.contains("andet tilbud") && shown.contains("Psykolog"));
    send(&house, &coordinator, &at, &format!("{at}/genoptag"), "").await;
    assert!(page(&house, &coordinator, &at).await.contains("I afklaring siden 2. november 2015"));
    let twice = send(&house, &coordinator, &at, &at, "begyndt=23.11.2015").await;
    assert!(twice.status == 422 && twice.body.contains("allerede i afklaring"));
    // A worker who is not the citizen's finds nothing there, and the enquiry is the team's as long as nobody is.
    let worker = house.sign_in("relationsmedarbejder", PASSWORD).await.unwrap();
    assert_eq!(house.get(&at, Some(&worker)).await.status, 404);
    assert_eq!(house.get(&one, Some(&worker)).await.status, 200);
}

#[tokio::test]
async fn searching_answers_a_page_and_a_short_list() {
    let house = House::new().await;
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    records(&house, &coordinator, "dato=2.11.2015&alias=Vindstille&svar=afklaring").await;
    let found = page(&house, &coordinator, "/soeg?q=vinds").await;
    assert!(found.contains("1 borger passer") && found.contains("<bdi>Vindstille</bdi>"));
    let hits = house.get("/soeg/forslag?q=VIND", Some(&coordinator)).await;
    assert!(hits.header("content-type").starts_with("application/json"));
    assert!(hits.body.contains("Vindstille") && hits.header("cache-control").contains("no-store"));
    assert!(page(&house, &coordinator, "/soeg?q=vi").await.contains("mindst tre"));
    let consultant = house.sign_in("konsulent", PASSWORD).await.unwrap();
    for address in ["/soeg?q=vind", "/soeg/forslag?q=vind", "/henvendelser", "/henvendelser/ny"] {
        assert_eq!(house.get(address, Some(&consultant)).await.status, 403, "{address}");
    }
}
