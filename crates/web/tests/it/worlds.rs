//! Two worlds that differ only in what a partner is not told give it the same answers, to the byte.
//!
//! A pair is the world as it stands, and the same world after one thing more has happened that is not shared: another citizen, an answer, a
//! course, a note, a contact, a consent that was refused or taken back, another partner's referral or agreement, a look at a duty. Every
//! page of the partner's is asked for in both. What happened stays, so that the first world and the last differ in everything. Between
//! pairs the partner refers somebody now and then, known or not: the answer to that is one and the same through the whole of it.
//!
//! The control: whatever is shared is found, each kind of it, and so is a consent that is not asked for (the guard taken away).

use std::collections::BTreeSet;

use crate::house::{House, PARTNER, PASSWORD};
use crate::partner::own;

/// How many pairs: a few, or as many as `BROBYGGER_PAIRS` says.
fn pairs() -> usize {
    std::env::var("BROBYGGER_PAIRS").ok().and_then(|text| text.parse().ok()).unwrap_or(26)
}

/// A small generator: the same seed, the same worlds.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % most
    }
}

/// Everything a partner can ask for. The key of each form differs with every page, whoever asks: it is blotted out.
async fn answers(house: &House, partner: &str, offer: &str) -> Vec<(String, u16, String)> {
    let mut all = Vec::new();
    for address in [
        "/",
        "/partner",
        "/partner/henvis",
        "/partner/tilbud",
        offer,
        "/henvendelser",
        "/borgere",
        "/noegletal",
        "/soeg?q=ask",
        "/partnere",
        "/henvisninger",
        "/log",
        "/findes-ikke",
    ] {
        let answer = house.get(address, Some(partner)).await;
        all.push((address.to_owned(), answer.status.as_u16(), blotted(&answer.body)));
    }
    all
}

fn blotted(page: &str) -> String {
    let mut parts = page.split("name=\"noegle\" value=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("name=\"noegle\" value=\"");
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}

/// The people who act, and what they act upon.
struct Town {
    house: House,
    partner: String,
    other: String,
    coordinator: String,
    /// The enquiries of the partner's own referrals.
    referred: Vec<String>,
    /// Every enquiry.
    enquiries: Vec<String>,
    citizens: Vec<String>,
    partners: Vec<(String, String)>,
    offer: String,
    /// The agreement with the partner.
    agreement: String,
    number: usize,
}

impl Town {
    async fn new() -> Self {
        let house = House::on("2015-11-23").await;
        let citizens = house.with_citizens().await.into_values().collect();
        house.adds_for("naboen", "Naboen").await;
        let [partner, other, coordinator] = ["samarbejdspartner", "naboen", "projektkoordinator"];
        let partner = house.sign_in(partner, PASSWORD).await.unwrap();
        let other = house.sign_in(other, PASSWORD).await.unwrap();
        let coordinator = house.sign_in(coordinator, PASSWORD).await.unwrap();
        let mut town = Self {
            house,
            partner,
            other,
            coordinator,
            referred: Vec::new(),
            enquiries: Vec::new(),
            citizens,
            partners: Vec::new(),
            offer: String::new(),
            agreement: String::new(),
            number: 0,
        };
        let register = town.page("/partnere").await;
        for row in register.split("href=\"/partnere/01").skip(1) {
            let (id, rest) = row.split_once('"').unwrap();
            let name = rest.split_once('>').unwrap().1.split_once('<').unwrap().0;
            town.partners.push((name.to_owned(), format!("01{id}")));
        }
        let id = town.id_of(PARTNER);
        let fields =
            format!("partner={id}&titel=Caf%C3%A9&omraader=netvaerk&aabent=10-15&vilkaar=&beskrivelse=Varm+mad");
        town.sends("/tilbud/nyt", "/tilbud/nyt", &fields).await;
        let own = town.house.get("/partner/tilbud", Some(&town.partner)).await.body;
        let offer = own.split("href=\"/partner/tilbud/").nth(1).unwrap().split('"').next().unwrap();
        town.offer = format!("/partner/tilbud/{offer}");
        let fields = format!("partner={id}&fra=1.1.2015&til=31.12.2016&underskrevet=11.12.2014&af=Anne");
        town.sends("/partnere/aftale", "/partnere/aftale", &fields).await;
        let page = town.page(&format!("/partnere/{id}")).await;
        let agreement = page.split(&format!("href=\"/partnere/{id}/aftale/")).nth(1).unwrap();
        town.agreement = format!("/partnere/{id}/aftale/{}", agreement.split('"').next().unwrap());
        for called in ["Ask-en", "Birk-en", "Ukendt-en"] {
            town.refers(called).await;
        }
        town
    }

    fn id_of(&self, name: &str) -> String {
        self.partners.iter().find(|(one, _)| one == name).unwrap().1.clone()
    }

    async fn page(&self, address: &str) -> String {
        let answer = self.house.get(address, Some(&self.coordinator)).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
        answer.body
    }

    /// The coordinator sends a form; it must be taken.
    async fn sends(&self, from: &str, to: &str, fields: &str) {
        let page = self.page(from).await;
        let part = page.split(&format!("action=\"{to}\"")).nth(1).unwrap_or(&page);
        let answer = self.house.post(to, Some(&self.coordinator), &format!("{}&{fields}", own(part))).await;
        assert_eq!(answer.status, 303, "{to} {fields}: {}", answer.body);
    }

    /// The partner refers somebody; gives the whole answer.
    async fn refers(&mut self, called: &str) -> (u16, Vec<String>, String) {
        let form = self.house.get("/partner/henvis", Some(&self.partner)).await.body;
        // Ask's number, or one that others were referred with before, or a new one.
        let contact = match called {
            _ if called.starts_with("Ask") => "20304050".to_owned(),
            _ if called.starts_with("Birk") => "40506070".to_owned(),
            _ => format!("7{:07}", self.referred.len()),
        };
        let fields = format!("{}&kaldes={called}&kontakt={contact}&oensker=Hj%C3%A6lp&samtykke=ja", own(&form));
        let answer = self.house.post("/partner/henvis", Some(&self.partner), &fields).await;
        let made = self.found(called).await;
        self.referred.push(made);
        let headers = answer.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "x-request-id" | "date"));
        let headers = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
        (answer.status.as_u16(), headers, answer.body)
    }

    /// The enquiry of an alias that nobody else has, among those nobody has answered.
    async fn found(&mut self, called: &str) -> String {
        for side in 1.. {
            let list = self.page(&format!("/henvendelser?vis=ubesvarede&side={side}")).await;
            let Some((before, _)) = list.split_once(&format!("<bdi>{called}</bdi>")) else { continue };
            let id = before.rsplit("href=\"/henvendelser/").next().unwrap().split('"').next().unwrap();
            let address = format!("/henvendelser/{id}");
            self.enquiries.push(address.clone());
            return address;
        }
        unreachable!("{called} is on no page")
    }

    /// Whatever happens that is not shared with the partner; says which.
    async fn something_unshared(&mut self, chance: &mut Chance) -> &'static str {
        self.number += 1;
        let n = self.number;
        let citizen = self.citizens[chance.below(self.citizens.len())].clone();
        let enquiry = self.enquiries[chance.below(self.enquiries.len())].clone();
        let referred = self.referred[chance.below(self.referred.len())].clone();
        match chance.below(10) {
            0 => {
                let fields = format!("dato=23.11.2015&kanal=selv&alias=Ny{n}&notat=Noget+{n}&samme=ny");
                self.sends("/henvendelser/ny", "/henvendelser/ny", &fields).await;
                self.found(&format!("Ny{n}")).await;
                "another citizen asks"
            }
            1 => {
                let outcome = ["raad", "borgers_nej"][chance.below(2)];
                let fields = format!("svar={outcome}&svardato=23.11.2015&ord=Ord+{n}");
                self.sends(&referred, &referred, &fields).await;
                "an answer without consent"
            }
            2 => {
                let fields = format!("svar=raad&svardato=23.11.2015&ord=Ord+{n}");
                self.sends(&enquiry, &enquiry, &fields).await;
                "an answer to anybody"
            }
            3 => {
                let at = format!("{referred}/ret");
                let fields = format!("dato=23.11.2015&kanal=selv&notat=Rettet+{n}");
                self.sends(&at, &at, &fields).await;
                "what the team writes of a referral"
            }
            4 => {
                let at = format!("/borger/{citizen}/kontakt");
                let fields = format!("slags=opkald&hvor=telefon&med=borger&dato=0&min=15&note=Samtale+{n}");
                self.sends(&at, &at, &fields).await;
                "a contact"
            }
            5 => {
                let form = self.house.get("/partner/henvis", Some(&self.other)).await.body;
                let fields = format!("{}&kaldes=Anden{n}&kontakt=Her&oensker=Noget&samtykke=ja", own(&form));
                let answer = self.house.post("/partner/henvis", Some(&self.other), &fields).await;
                assert_eq!(answer.status, 303);
                self.found(&format!("Anden{n}")).await;
                "another partner's referral"
            }
            6 => {
                let fields = format!("pligt=viden&holdt=ikke_holdt&ord=Noget+{n}&dag=23.11.2015&naeste=8.12.2015");
                let at = format!("{}/pligt", self.agreement);
                self.sends(&at, &at, &fields).await;
                "a look at a duty"
            }
            7 => {
                let id = self.id_of(PARTNER);
                let at = format!("/partnere/{id}/person");
                self.sends(&at, &at, &format!("navn=Person+{n}&telefon=1234{n}")).await;
                "a contact person"
            }
            8 => {
                let id = self.id_of("Naboen");
                let fields = format!("partner={id}&titel=Tilbud+{n}&omraader=netvaerk&aabent=&vilkaar=&beskrivelse=");
                self.sends("/tilbud/nyt", "/tilbud/nyt", &fields).await;
                "another partner's offer"
            }
            _ => {
                // Told, and the consent taken back: nothing of it is left to see.
                let is_told = self.tells(&referred, n).await;
                if is_told {
                    self.takes_back(&referred).await;
                }
                "a consent that was taken back"
            }
        }
    }

    /// Tells the partner in words; whether there was anything to tell it of.
    async fn tells(&self, enquiry: &str, n: usize) -> bool {
        let to = format!("{enquiry}/tilbagemelding");
        let fields = format!("tilbagemelding=Fortalt+{n}&ja=ja&gaelder=23.2.2016");
        self.sends(enquiry, &to, &fields).await;
        true
    }

    async fn takes_back(&self, enquiry: &str) {
        let to = format!("{enquiry}/tilbagemelding/traek");
        self.sends(enquiry, &to, "").await;
    }
}

#[tokio::test]
async fn worlds_that_differ_in_what_is_not_shared_look_alike_to_a_partner() {
    let mut town = Town::new().await;
    let mut chance = Chance(20_151_123);
    let mut kinds = BTreeSet::new();
    let mut posts = BTreeSet::new();
    let mut before = answers(&town.house, &town.partner, &town.offer).await;
    for pair in 0..pairs() {
        let what = town.something_unshared(&mut chance).await;
        kinds.insert(what);
        let after = answers(&town.house, &town.partner, &town.offer).await;
        for (one, other) in before.iter().zip(&after) {
            assert!(one == other, "pair {pair}, {what}: {} differs\n{}\n----\n{}", one.0, one.2, other.2);
        }
        before = after;
        if pair % 13 == 12 {
            let called = ["Ask", "Birk", "Ukendt"][chance.below(3)];
            posts.insert(town.refers(&format!("{called}{pair}")).await);
            before = answers(&town.house, &town.partner, &town.offer).await;
        }
    }
    assert!(kinds.len() >= 8, "the control: many kinds of things happened: {kinds:?}");
    assert_eq!(posts.len(), 1, "one answer to every referral: {posts:?}");
}

#[tokio::test]
async fn whatever_is_shared_is_found() {
    let mut town = Town::new().await;
    let referred = town.referred[0].clone();
    let mut before = answers(&town.house, &town.partner, &town.offer).await;
    for what in ["told", "taken back", "referred", "hours", "agreement", "name"] {
        match what {
            "told" => {
                town.tells(&referred, 1).await;
            }
            "taken back" => town.takes_back(&referred).await,
            "referred" => {
                town.refers("Ny").await;
            }
            "hours" => {
                let form = town.house.get(&town.offer, Some(&town.partner)).await.body;
                let fields = format!("{}&aabent=12-18&vilkaar=", own(&form));
                assert_eq!(town.house.post(&town.offer, Some(&town.partner), &fields).await.status, 303);
            }
            "agreement" => {
                let at = town.agreement.clone();
                let fields = "fra=1.1.2015&til=30.6.2016&underskrevet=11.12.2014&af=Anne&grund=Slutter";
                town.sends(&at, &at, fields).await;
            }
            _ => {
                let at = format!("/tilbud/partner/{}", town.id_of(PARTNER));
                town.sends(&at, &at, "navn=Det+nye+hus&kort=").await;
            }
        }
        let after = answers(&town.house, &town.partner, &town.offer).await;
        assert!(before != after, "{what} is shared and was not found");
        before = after;
    }
}
