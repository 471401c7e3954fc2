//! Offers and referrals: found, kept, sent on a consent, answered.

use app::offer::{OfferWish, PartnerWish, add_offer, change_offer, end_offer, keep_partner, page as offers};
use app::referral::{Answer, ReferralWish, answer, page, refer};
use app::view::offer::OfferAsk;
use app::{Cx, Error};
use domain::code::{ReferralState, Role, Shared};
use domain::id::{CitizenId, GoalId, OfferId};
use domain::personal::Personal;
use domain::plan::GivenDay;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::{called, page_of};

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

/// Mette, Amina, and Ask with a goal about housing and an offer that fits it.
struct Start {
    mette: Cx,
    amina: Cx,
    ask: CitizenId,
    goal: GoalId,
    offer: OfferId,
}

async fn start(team: &Team) -> Start {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("mette", Role::Worker).await;
    let (mette, amina) = (team.signs_in("mette").await, team.signs_in("amina").await);
    let ask = called(&team.app, &amina, "Ask").await;
    let goal = app::plan::page(&team.app, &mette, ask, None).await.unwrap().goals[0].id;
    let offer = add_offer(&team.app, &amina, &advice(team, &amina).await, amina.form_key().unwrap()).await.unwrap();
    Start { mette, amina, ask, goal, offer }
}

async fn advice(team: &Team, amina: &Cx) -> OfferWish {
    let page = offers(&team.app, amina, OfferAsk::default()).await.unwrap();
    let partner = page.partners.iter().find(|line| line.name == "LivaRehab").unwrap();
    OfferWish {
        partner: Some(partner.id),
        title: "Råd om bolig".to_owned(),
        areas: vec!["bolig".to_owned()],
        hours: "Tirsdag 10-14".to_owned(),
        conditions: String::new(),
        words: "Hjælp til opskrivning og indskud".to_owned(),
    }
}

fn wish(start: &Start) -> ReferralWish {
    ReferralWish {
        goal: start.goal,
        offer: Some(start.offer),
        consents: true,
        until: day("2016-02-23").into(),
        shared: vec![Shared::Alias, Shared::Message],
        message: words("Ring efter kl. 10"),
        on: day("2015-11-23").into(),
    }
}

fn codes(error: Error) -> Vec<(&'static str, Code)> {
    match error {
        Error::Refusals(refusals) => refusals.into_iter().map(|one| (one.field, one.code)).collect(),
        other => panic!("{other}"),
    }
}

async fn found(team: &Team, cx: &Cx, area: Option<&str>, words: &str) -> usize {
    let ask = OfferAsk { area: area.map(str::to_owned), words: words.to_owned() };
    offers(&team.app, cx, ask).await.unwrap().offers.len()
}

#[tokio::test]
async fn an_offer_is_found_by_area_and_by_words_however_they_are_written() {
    for team in both_teams().await {
        let start = start(&team).await;
        let mette = &start.mette;
        assert_eq!(found(&team, mette, Some("bolig"), "").await, 1);
        assert_eq!(found(&team, mette, Some("oekonomi"), "").await, 0);
        assert_eq!(found(&team, mette, None, "  OPSKRIVNING liva").await, 1);
        assert_eq!(found(&team, mette, None, "opskrivning gæld").await, 0);
    }
}

#[tokio::test]
async fn the_coordinator_keeps_the_offers_and_nobody_else() {
    for team in both_teams().await {
        let start = start(&team).await;
        let (mette, amina) = (&start.mette, &start.amina);
        let wish = advice(&team, amina).await;
        let denied = add_offer(&team.app, mette, &wish, mette.form_key().unwrap()).await;
        assert!(matches!(denied, Err(Error::Denied)));
        team.adds("karen", Role::Consultant).await;
        let karen = team.signs_in("karen").await;
        assert!(matches!(offers(&team.app, &karen, OfferAsk::default()).await, Err(Error::Denied)));

        let bare = OfferWish { partner: None, title: " ".to_owned(), areas: Vec::new(), ..wish.clone() };
        let refused = add_offer(&team.app, amina, &bare, amina.form_key().unwrap()).await.unwrap_err();
        let all = [("partner", Code::ChoiceNeeded), ("title", Code::Missing), ("areas", Code::ChoiceNeeded)];
        assert_eq!(codes(refused), all);

        let renamed = OfferWish { title: "Boligrådgivning".to_owned(), ..wish };
        change_offer(&team.app, amina, (start.offer, 1), &renamed, amina.form_key().unwrap()).await.unwrap();
        let late = change_offer(&team.app, amina, (start.offer, 1), &renamed, amina.form_key().unwrap()).await;
        assert!(matches!(late, Err(Error::Stale)));
        end_offer(&team.app, amina, (start.offer, 2), true, amina.form_key().unwrap()).await.unwrap();
        assert_eq!((found(&team, mette, None, "").await, found(&team, amina, None, "").await), (0, 1));
        end_offer(&team.app, amina, (start.offer, 3), false, amina.form_key().unwrap()).await.unwrap();
        assert_eq!(found(&team, mette, None, "boligrådgivning").await, 1);
    }
}

#[tokio::test]
async fn a_partner_has_a_neutral_short_name_and_no_twin() {
    for team in both_teams().await {
        let start = start(&team).await;
        let amina = &start.amina;
        let page = offers(&team.app, amina, OfferAsk::default()).await.unwrap();
        let liva = page.partners.iter().find(|line| line.name == "LivaRehab").unwrap();
        let short = PartnerWish { name: liva.name.clone(), short_name: "LR".to_owned() };
        let known = Some((liva.id, liva.version));
        keep_partner(&team.app, amina, known, &short, amina.form_key().unwrap()).await.unwrap();
        let late = keep_partner(&team.app, amina, known, &short, amina.form_key().unwrap()).await;
        assert!(matches!(late, Err(Error::Stale)));
        let twin = PartnerWish { name: " livarehab".to_owned(), short_name: String::new() };
        let refused = keep_partner(&team.app, amina, None, &twin, amina.form_key().unwrap()).await.unwrap_err();
        assert_eq!(codes(refused), [("name", Code::NameTaken)]);
        refer(&team.app, &start.mette, start.ask, &wish(&start), start.mette.form_key().unwrap()).await.unwrap();
        let sent = page_of_referrals(&team, &start).await;
        assert_eq!(sent[0].partner, "LR");
    }
}

async fn page_of_referrals(team: &Team, start: &Start) -> Vec<app::view::referral::ReferralCard> {
    page(&team.app, &start.mette, start.ask, Some(start.goal)).await.unwrap().sent
}

#[tokio::test]
async fn a_referral_names_what_is_shared_rests_on_a_consent_and_is_sent_once() {
    for team in both_teams().await {
        let start = start(&team).await;
        let laid_out = page(&team.app, &start.mette, start.ask, Some(start.goal)).await.unwrap();
        let sharable: Vec<_> = laid_out
            .sharable
            .iter()
            .map(|(what, says)| (*what, says.as_ref().map(|says| says.reveal().as_str())))
            .collect();
        let all = [
            (Shared::Alias, Some("Ask")),
            (Shared::Name, Some("Signe Østergaard")),
            (Shared::Phone, Some("20 30 40 50")),
            (Shared::Goal, Some("Jeg vil have min egen nøgle")),
            (Shared::Message, None),
        ];
        assert_eq!(sharable, all);
        assert_eq!(laid_out.offers.len(), 1);
        let once = start.mette.form_key().unwrap();
        let made = refer(&team.app, &start.mette, start.ask, &wish(&start), once).await.unwrap();
        assert_eq!(refer(&team.app, &start.mette, start.ask, &wish(&start), once).await.unwrap(), made);
        let sent = page_of_referrals(&team, &start).await;
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].shared, [Shared::Alias, Shared::Message]);
        assert_eq!(sent[0].message.as_ref().unwrap().reveal(), "Ring efter kl. 10");
        let consents = "SELECT COUNT(*) FROM consent WHERE until_day = '2016-02-23' AND fields = 'alias,besked'";
        assert_eq!(team.database.number(consents).await, 1);
        let log = format!("{:?}", team.database.log().await);
        assert!(log.contains("referral") && !log.contains("Ring efter"));
    }
}

#[tokio::test]
async fn without_consent_nothing_is_sent_and_nothing_is_kept() {
    for team in both_teams().await {
        let start = start(&team).await;
        let bare =
            ReferralWish { consents: false, offer: None, shared: Vec::new(), message: words(""), ..wish(&start) };
        let refused =
            refer(&team.app, &start.mette, start.ask, &bare, start.mette.form_key().unwrap()).await.unwrap_err();
        let all = [("offer", Code::ChoiceNeeded), ("consents", Code::ConsentNeeded), ("shared", Code::NothingShared)];
        assert_eq!(codes(refused), all);
        let wrong = ReferralWish { until: GivenDay::Unreadable, ..wish(&start) };
        let refused =
            refer(&team.app, &start.mette, start.ask, &wrong, start.mette.form_key().unwrap()).await.unwrap_err();
        assert_eq!(codes(refused), [("until", Code::DayNeeded)]);
        assert_eq!(team.database.number("SELECT COUNT(*) FROM consent").await, 0);
        assert!(page_of_referrals(&team, &start).await.is_empty());
    }
}

#[tokio::test]
async fn the_answer_is_followed_day_by_day_and_stands_on_the_timeline() {
    for team in both_teams().await {
        let start = start(&team).await;
        let sent_on = ReferralWish { on: day("2015-11-16").into(), ..wish(&start) };
        let made = refer(&team.app, &start.mette, start.ask, &sent_on, start.mette.form_key().unwrap()).await.unwrap();
        for (version, state, on) in
            [(1, ReferralState::Received, "2015-11-18"), (2, ReferralState::UnderWay, "2015-11-20")]
        {
            let said = Answer { state: Some(state), on: day(on).into(), words: words("De ringer") };
            answer(&team.app, &start.mette, start.ask, (made, version), &said, start.mette.form_key().unwrap())
                .await
                .unwrap();
        }
        let back = Answer { state: Some(ReferralState::Sent), on: day("2015-11-15").into(), words: words("") };
        let refused =
            answer(&team.app, &start.mette, start.ask, (made, 3), &back, start.mette.form_key().unwrap()).await;
        assert_eq!(codes(refused.unwrap_err()), [("state", Code::ChoiceNeeded), ("on", Code::BeforeItWasMade)]);
        let late = answer(&team.app, &start.mette, start.ask, (made, 2), &back, start.mette.form_key().unwrap()).await;
        assert!(matches!(late, Err(Error::Stale)));
        let sent = page_of_referrals(&team, &start).await;
        let states = [
            (day("2015-11-16"), ReferralState::Sent),
            (day("2015-11-18"), ReferralState::Received),
            (day("2015-11-20"), ReferralState::UnderWay),
        ];
        assert_eq!(sent[0].states, states);
        assert_eq!(sent[0].answer.as_ref().unwrap().reveal(), "De ringer");
        let timeline = page_of(&team.app, &start.amina, "Ask").await.timeline;
        let told: Vec<_> = timeline
            .iter()
            .filter_map(|entry| match &entry.what {
                app::view::citizen::What::Referral { state, .. } => Some((entry.on, *state)),
                _ => None,
            })
            .collect();
        assert_eq!(told, states.into_iter().rev().collect::<Vec<_>>());
    }
}
