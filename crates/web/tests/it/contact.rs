//! A contact is told in one page and one save; what is wrong stands beside its field and nothing typed is lost.

use crate::house::{Answer, House, PASSWORD};

/// A house, the coordinator's session, and Ask's address.
async fn at_ask() -> (House, String, String) {
    let house = House::new().await;
    let citizens = house.with_citizens().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let ask = format!("/borger/{}", citizens.get("Ask").unwrap());
    (house, session, ask)
}

/// The value of a hidden field, the last of its name on the page's main form.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let main = page.split("<main").nth(1).unwrap();
    main.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default().split('"').next().unwrap()
}

/// The fields that every contact's form carries, as the page gave them.
fn carried(page: &str) -> String {
    ["token", "noegle", "version", "sted", "om", "fra", "gammelt", "gammelt-version"]
        .map(|name| format!("{name}={}", hidden(page, name)))
        .join("&")
}

fn back(answer: &Answer) -> &str {
    answer.header("location")
}

#[tokio::test]
async fn a_contact_is_saved_from_the_list_and_back_on_the_list_with_a_way_to_undo_it() {
    let (house, session, ask) = at_ask().await;
    let list = house.get("/borgere", Some(&session)).await.body;
    assert!(list.contains(&format!("href=\"{ask}/kontakt?fra=borgere\"")));
    let page = house.get(&format!("{ask}/kontakt?fra=borgere"), Some(&session)).await.body;
    assert!(page.contains("Kontakt med Ask") && page.contains("Gammelt skridt lukkes, når du gemmer"));
    assert!(page.contains("<title>Kontakt – Brobygger</title>"));
    let form = format!(
        "{}&dato=0&slags=opkald&min=15&note=Talte+om+leje&skridt=Ringe+igen&naar=7&hvem=medarbejder",
        carried(&page)
    );
    let saved = house.post(&format!("{ask}/kontakt"), Some(&session), &form).await;
    assert_eq!(saved.status, 303);
    assert!(back(&saved).starts_with("/borgere?gemt=kontakt&"));
    let list = house.get(back(&saved), Some(&session)).await.body;
    assert!(list.contains("Kontakten er gemt kl.") && list.contains("Ringe igen"));
    let again = house.post(&format!("{ask}/kontakt"), Some(&session), &form).await;
    assert_eq!(back(&again), back(&saved), "pressed twice, done once");
    let undo = list.split("action=\"").map(|part| part.split('"').next().unwrap()).find(|to| to.ends_with("/fortryd"));
    let fields = format!("token={}&noegle={}&fra=borgere", hidden(&list, "token"), hidden(&list, "noegle"));
    let undone = house.post(undo.unwrap(), Some(&session), &fields).await;
    assert_eq!(back(&undone), "/borgere?gemt=kontakt-fortrudt");
    let list = house.get(back(&undone), Some(&session)).await.body;
    assert!(list.contains("Ringe til udlejeren") && !list.contains("Ringe igen"), "the step before is back");
}

#[tokio::test]
async fn a_day_that_is_none_a_future_day_and_an_odd_number_are_told_beside_their_fields_and_the_text_stays() {
    let (house, session, ask) = at_ask().await;
    let page = house.get(&format!("{ask}/kontakt"), Some(&session)).await.body;
    let typed = "dato=dag&dato-dag=31.2.2015&slags=moede&min=andet&min-andet=mange&note=En+lang+tekst&skridt=Ringe&naar=dag&naar-dag=31.2.2016";
    let answer = house.post(&format!("{ask}/kontakt"), Some(&session), &format!("{}&{typed}", carried(&page))).await;
    assert_eq!(answer.status, 422);
    for words in [
        "Der er 3 fejl",
        "Den dag findes ikke. Skriv den som 23.11.2015.",
        "Skriv minutter som et helt tal",
        "En lang tekst",
        "value=\"31.2.2015\"",
        "value=\"31.2.2016\"",
    ] {
        assert!(answer.body.contains(words), "{words} is missing");
    }
    let later = typed.replace("31.2.2015", "24.12.2015").replace("mange", "20").replace("31.2.2016", "24.12.2015");
    let answer = house.post(&format!("{ask}/kontakt"), Some(&session), &format!("{}&{later}", carried(&page))).await;
    assert!(answer.status == 422 && answer.body.contains("Dagen ligger i fremtiden."));
}

#[tokio::test]
async fn fifty_thousand_letters_are_taken_and_shown_again() {
    let (house, session, ask) = at_ask().await;
    let page = house.get(&format!("{ask}/kontakt"), Some(&session)).await.body;
    let long = "%C3%A6%C3%B8%C3%A5+".repeat(12_500);
    let form = format!("{}&dato=0&slags=moede&note={long}&behold=ja", carried(&page));
    let saved = house.post(&format!("{ask}/kontakt"), Some(&session), &form).await;
    assert_eq!(saved.status, 303);
    let contact = back(&saved).split("&id=").nth(1).unwrap();
    let written = house.get(&format!("{ask}/kontakt/{contact}"), Some(&session)).await.body;
    assert!(written.contains(&"æøå ".repeat(12_499)));
}

#[tokio::test]
async fn two_corrections_of_one_contact_stand_side_by_side_and_neither_is_lost() {
    let (house, session, ask) = at_ask().await;
    let page = house.get(&format!("{ask}/kontakt"), Some(&session)).await.body;
    let form = format!("{}&dato=0&slags=moede&note=Først&behold=ja", carried(&page));
    let saved = house.post(&format!("{ask}/kontakt"), Some(&session), &form).await;
    let contact = format!("{ask}/kontakt/{}", back(&saved).split("&id=").nth(1).unwrap());
    let (mine, theirs) =
        (house.get(&contact, Some(&session)).await.body, house.get(&contact, Some(&session)).await.body);
    let write = |page: &str, kind: &str, text: &str| {
        let own = ["token", "noegle", "version", "sted", "om"].map(|name| format!("{name}={}", hidden(page, name)));
        format!("{}&dato-dag=23.11.2015&slags={kind}&hvor=ude&med=borger&note={text}", own.join("&"))
    };
    assert_eq!(
        back(&house.post(&contact, Some(&session), &write(&theirs, "opkald", "Hendes")).await),
        format!("{ask}?gemt=kontakt-rettet")
    );
    let answer = house.post(&contact, Some(&session), &write(&mine, "moede", "Mine")).await;
    assert_eq!(answer.status, 409);
    for words in ["Nogen har ændret det samme imens", "Mine", "Hendes", "Møde", "Opkald"] {
        assert!(answer.body.contains(words), "{words} is missing");
    }
    let gone_on = house.post(&contact, Some(&session), &write(&answer.body, "moede", "Begge+dele")).await;
    assert_eq!(gone_on.status, 303, "the next save is made from the newer version");
}

#[tokio::test]
async fn a_contact_is_taken_out_with_a_reason_only_and_put_back() {
    let (house, session, ask) = at_ask().await;
    let timeline = house.get(&ask, Some(&session)).await.body;
    let contact = timeline.split("class=\"event-edit\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let page = house.get(&contact, Some(&session)).await.body;
    let fields = |page: &str, reason: &str| {
        let own = ["token", "noegle"].map(|name| format!("{name}={}", hidden(page, name)));
        format!("{}&version={}&grund={reason}", own.join("&"), hidden(page, "version"))
    };
    let address = format!("{contact}/tilbagetraekning");
    let without = house.post(&address, Some(&session), &fields(&page, "")).await;
    assert!(without.status == 422 && without.body.contains("Skriv en grund."));
    let out = house.post(&address, Some(&session), &fields(&page, "Skrevet+to+gange")).await;
    assert_eq!(out.status, 303);
    let after = house.get(back(&out), Some(&session)).await.body;
    assert!(after.contains("Kontakten er taget ud.") && !after.contains(&format!("href=\"{contact}\"")));
    let again = format!("token={}&noegle={}", hidden(&after, "token"), hidden(&after, "noegle"));
    let put_back = house.post(&format!("{contact}/tilbage"), Some(&session), &again).await;
    let there = house.get(back(&put_back), Some(&session)).await.body;
    assert!(there.contains("Kontakten er sat tilbage.") && there.contains(&format!("href=\"{contact}\"")));
}

#[tokio::test]
async fn a_step_is_done_from_the_citizen_s_page_and_opened_again() {
    let (house, session, ask) = at_ask().await;
    let page = house.get(&ask, Some(&session)).await.body;
    let done =
        page.split("action=\"").map(|part| part.split('"').next().unwrap()).find(|to| to.ends_with("/gjort")).unwrap();
    let form = page.split("/gjort\"").nth(1).unwrap();
    let field =
        |name: &str| form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap();
    let fields = format!("token={}&noegle={}&version={}", field("token"), field("noegle"), field("version"));
    let answer = house.post(done, Some(&session), &fields).await;
    assert_eq!(answer.status, 303);
    let page = house.get(back(&answer), Some(&session)).await.body;
    assert!(page.contains("Skridtet er gjort.") && page.contains("Der er ikke aftalt et næste skridt."));
    let open =
        page.split("action=\"").map(|part| part.split('"').next().unwrap()).find(|to| to.ends_with("/aaben")).unwrap();
    let fields = format!(
        "token={}&noegle={}&version={}",
        hidden(&page, "token"),
        hidden(&page, "noegle"),
        hidden(&page, "version")
    );
    let opened = house.post(open, Some(&session), &fields).await;
    assert!(house.get(back(&opened), Some(&session)).await.body.contains("Ringe til udlejeren"));
}

#[tokio::test]
async fn a_contact_is_no_page_for_who_may_not_record_one() {
    let (house, _, ask) = at_ask().await;
    for role in ["relationsmedarbejder", "konsulent", "leder", "samarbejdspartner", "forsker", "administrator"] {
        let session = house.sign_in(role, PASSWORD).await.unwrap();
        for below in ["kontakt", "skridt", "udredning", "netvaerk", "samtykker", "filer"] {
            let answer = house.get(&format!("{ask}/{below}"), Some(&session)).await;
            assert_eq!(answer.status, 404, "{role} at {below}");
            assert!(!answer.body.contains("Ask"), "{role} at {below}");
        }
    }
}

#[tokio::test]
async fn a_place_that_is_chosen_stands_and_one_that_is_not_is_the_usual_one() {
    let (house, session, ask) = at_ask().await;
    for (chosen, told) in [("&hvor=hjemme&med=netvaerk", "Hjemme"), ("", "Telefon")] {
        let page = house.get(&format!("{ask}/kontakt"), Some(&session)).await.body;
        let form = format!("{}&dato=0&slags=opkald&min=15&behold=ja{chosen}", carried(&page));
        assert_eq!(house.post(&format!("{ask}/kontakt"), Some(&session), &form).await.status, 303);
        let timeline = house.get(&ask, Some(&session)).await.body;
        assert!(timeline.contains(&format!("{told} · 15 minutter")), "{told}");
    }
}
