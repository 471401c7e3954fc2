//! Enquiries as the team records them: the outcome, the event, who is denied, pressed twice, changed meanwhile.

use app::enquiry::{self, Reply, Said, SameAs};
use app::once::Once;
use app::view::enquiry::{EnquiriesAsk, Filter, Who};
use app::view::search::By;
use app::{Cx, Error};
use domain::code::{Channel, ConsentState, EnquiryOutcome, Role};
use domain::enquiry::Ground;
use domain::id::EnquiryId;
use domain::identity::Identity;
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::common::{as_of, called, figure};

fn personal(text: &str) -> Option<Personal<String>> {
    Some(Personal::new(text.to_owned()))
}

fn called_now(cx: &Cx) -> Said {
    Said { received_on: Some(cx.today), channel: Some(Channel::Own), wants_course: Some(true), ..Said::default() }
}

fn named(alias: &str) -> Identity {
    Identity { alias: personal(alias), ..Identity::default() }
}

fn reply(outcome: EnquiryOutcome, on: &str) -> Reply {
    Reply { outcome, on: Some(day(on)), referred_to: None, words: None }
}

fn key(number: u128) -> Once {
    Once(Uuid::from_u128(number))
}

async fn people(team: &Team) -> (Cx, Cx) {
    team.imports(&small()).await;
    team.adds("mette", Role::Worker).await;
    team.adds("amina", Role::Coordinator).await;
    (team.signs_in("mette").await, team.signs_in("amina").await)
}

fn codes(error: Error) -> Vec<(&'static str, Code)> {
    match error {
        Error::Refusals(refusals) => refusals.iter().map(|refusal| (refusal.field, refusal.code)).collect(),
        other => panic!("no refusals: {other}"),
    }
}

async fn records(team: &Team, cx: &Cx, said: Said, identity: Identity, number: u128) -> EnquiryId {
    let made = enquiry::record(&team.app, cx, said, (identity, SameAs::NotLooked), None, key(number)).await;
    made.unwrap().enquiry
}

#[tokio::test]
async fn an_enquiry_of_nobody_known_is_recorded_sealed_and_stands_among_those_nobody_has_answered() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let before = enquiry::page(&team.app, &mette, EnquiriesAsk::default()).await.unwrap();
        let note = "Ringede fra telefonboksen ved havnen";
        let said = Said { note: personal(note), research: Some(ConsentState::Refused), ..called_now(&mette) };
        let id = records(&team, &mette, said, Identity::default(), 1).await;
        let log = team.database.last_logged().await;
        assert_eq!((log.event.as_str(), log.citizens.len()), ("fact_recorded", 0));
        assert!(!log.detail.contains("havnen"));
        let ask = EnquiriesAsk { filter: Filter::Unanswered, page: 0 };
        let after = enquiry::page(&team.app, &mette, ask).await.unwrap();
        assert_eq!((after.unanswered, after.all), (before.unanswered + 1, before.all + 1));
        assert_eq!((after.lines[0].id, &after.lines[0].who), (id, &Who::Nobody));
        let page = enquiry::enquiry(&team.app, &mette, id).await.unwrap();
        assert_eq!(page.note.unwrap().reveal(), note);
        let research = page.research.unwrap();
        assert_eq!((research.state, research.wording.as_deref()), (ConsentState::Refused, Some("forskning-1")));
        assert_eq!(team.database.last_logged().await.event, "sealed_opened");
        let held = testkit::past::found(&team.database.dump().await, &["telefonboksen"]);
        assert!(held.is_empty(), "the note lies sealed");
    }
}

#[tokio::test]
async fn a_person_comes_with_the_enquiry_and_a_clarification_begins_with_it() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let before = figure(&team, domain::report::Report::Status, as_of("2015-11-23")).await;
        let wanted = (Identity { phone: personal("40 50 60 70"), ..named("Vind") }, SameAs::NotLooked);
        let answer = Some(reply(EnquiryOutcome::Clarification, "2015-11-23"));
        let made = enquiry::record(&team.app, &mette, called_now(&mette), wanted.clone(), answer.clone(), key(2))
            .await
            .unwrap();
        assert!(made.course.is_some());
        let events: Vec<String> = team.database.log().await.into_iter().rev().take(3).map(|row| row.event).collect();
        assert_eq!(events, ["clarification_begun", "fact_recorded", "citizen_kept"]);
        let after = figure(&team, domain::report::Report::Status, as_of("2015-11-23")).await;
        let count = |figure: &serde_json::Value| figure["in_clarification"].as_i64().unwrap();
        assert_eq!(count(&after), count(&before) + 1);
        called(&team.app, &amina, "Vind").await;
        // Pressed twice: the same answer, and no hint at the person that the first press made.
        let again = enquiry::record(&team.app, &mette, called_now(&mette), wanted, answer, key(2)).await.unwrap();
        assert_eq!(again.enquiry, made.enquiry);
        let count = team.database.number("SELECT COUNT(*) FROM course WHERE enquiry_id IS NOT NULL").await;
        assert_eq!(count, 1);
    }
}

#[tokio::test]
async fn somebody_alike_is_hinted_at_and_a_colleague_s_citizen_never_by_name() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let own = Identity { phone: personal("+45 20304050"), ..named("En anden") };
        let hint = enquiry::known(&team.app, &mette, &own).await.unwrap();
        assert_eq!((hint.alike.len(), hint.alike[0].citizen, hint.alike[0].by.as_slice()), (1, ask, &[By::Phone][..]));
        let log = team.database.last_logged().await;
        assert_eq!((log.event.as_str(), log.citizens), ("searched", vec![ask.0]));
        assert!(!log.detail.contains("20304050"), "the words are sealed: {}", log.detail);
        // Carla is Jonas's.
        let theirs = Identity { birth_year: Some(1979), ..named("carla") };
        let hint = enquiry::known(&team.app, &mette, &theirs).await.unwrap();
        assert_eq!((hint.alike.len(), hint.hidden.as_slice()), (0, &[By::AliasAndYear][..]));
        assert!(team.database.last_logged().await.citizens.is_empty());
        let hint = enquiry::known(&team.app, &amina, &theirs).await.unwrap();
        assert_eq!((hint.alike.len(), hint.hidden.len()), (1, 0));
        // Nobody is made before somebody has looked; then it is the same person, or is not.
        let refused =
            enquiry::record(&team.app, &mette, called_now(&mette), (own.clone(), SameAs::NotLooked), None, key(3));
        assert_eq!(codes(refused.await.unwrap_err()), [("same_as", Code::MaybeKnown)]);
        let same =
            enquiry::record(&team.app, &mette, called_now(&mette), (own, SameAs::Citizen(ask)), None, key(4)).await;
        let page = enquiry::enquiry(&team.app, &mette, same.unwrap().enquiry).await.unwrap();
        assert_eq!(page.enquirer.unwrap().citizen, ask);
        let carla = called(&team.app, &amina, "Carla").await;
        let meant =
            enquiry::record(&team.app, &mette, called_now(&mette), (theirs, SameAs::Citizen(carla)), None, key(5))
                .await;
        assert!(matches!(meant, Err(Error::NotFound)), "a worker cannot mean a colleague's citizen");
    }
}

#[tokio::test]
async fn every_refusal_comes_at_once() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let said = Said { received_on: Some(day("2016-12-01")), wants_course: Some(false), ..called_now(&mette) };
        let nameless = Identity { birth_year: Some(1066), ..Identity::default() };
        let answer = Some(reply(EnquiryOutcome::Clarification, "2016-12-01"));
        let refused =
            enquiry::record(&team.app, &mette, said, (nameless, SameAs::Nobody), answer, key(6)).await.unwrap_err();
        let refused: Vec<Code> = codes(refused).into_iter().map(|(_, code)| code).collect();
        let wanted = [
            Code::InTheFuture,
            Code::NotABirthYear,
            Code::AliasNeeded,
            Code::InTheFuture,
            Code::AliasNeeded,
            Code::NoCourseWished,
        ];
        assert_eq!(refused, wanted);
    }
}

#[tokio::test]
async fn an_answer_is_given_once_and_the_second_of_two_finds_it_changed() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let id = records(&team, &mette, called_now(&mette), named("Vind"), 7).await;
        let advice = reply(EnquiryOutcome::Advice, "2015-11-23");
        enquiry::answer(&team.app, &mette, id, 1, advice.clone(), key(8)).await.unwrap();
        let stale = enquiry::answer(&team.app, &amina, id, 1, advice.clone(), key(9)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        enquiry::answer(&team.app, &mette, id, 1, advice, key(8)).await.unwrap();
        assert_eq!(team.database.number("SELECT MAX(version) FROM enquiry").await, 2);
        // The answer can be corrected; a clarification begun with it stands.
        let begins = reply(EnquiryOutcome::Clarification, "2015-11-23");
        let made = enquiry::answer(&team.app, &amina, id, 2, begins.clone(), key(10)).await.unwrap();
        assert!(made.course.is_some());
        let again = enquiry::answer(&team.app, &amina, id, 3, begins, key(11)).await.unwrap_err();
        assert!(matches!(&again, Error::Refusal(refusal) if refusal.code == Code::AnsweredAlready), "{again}");
        let page = enquiry::enquiry(&team.app, &amina, id).await.unwrap();
        assert_eq!((page.came.unwrap().outcome, page.course), (EnquiryOutcome::Clarification, made.course));
    }
}

#[tokio::test]
async fn who_is_turned_away_without_a_ground_needs_a_reason_and_shows() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let id = records(&team, &mette, called_now(&mette), Identity::default(), 12).await;
        let away = reply(EnquiryOutcome::TurnedAway, "2015-11-23");
        let refused = enquiry::answer(&team.app, &mette, id, 1, away.clone(), key(13)).await.unwrap_err();
        assert_eq!(codes(refused), [("words", Code::ReasonNeeded)]);
        let reasoned = Reply { words: personal("Truede personalet"), ..away.clone() };
        enquiry::answer(&team.app, &mette, id, 1, reasoned, key(14)).await.unwrap();
        let no_background = Said { has_background: Some(false), ..called_now(&mette) };
        let other = records(&team, &mette, no_background, Identity::default(), 15).await;
        enquiry::answer(&team.app, &mette, other, 1, away, key(16)).await.unwrap();
        let ask = EnquiriesAsk { filter: Filter::TurnedAway, page: 0 };
        let page = enquiry::page(&team.app, &mette, ask).await.unwrap();
        assert_eq!((page.turned_away, page.outside, page.matching), (2, 1, 2));
        let grounds: Vec<_> = page.lines.iter().map(|line| (line.id, line.ground, line.is_outside())).collect();
        assert!(grounds.contains(&(id, None, true)) && grounds.contains(&(other, Some(Ground::NoBackground), false)));
    }
}

#[tokio::test]
async fn a_correction_keeps_the_answer_and_the_version_before() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let id =
            records(&team, &mette, Said { note: personal("Første"), ..called_now(&mette) }, named("Vind"), 17).await;
        let advice =
            Reply { words: personal("Fik nummeret på lægen"), ..reply(EnquiryOutcome::Advice, "2015-11-23") };
        enquiry::answer(&team.app, &mette, id, 1, advice, key(18)).await.unwrap();
        let said = Said { note: personal("Anden"), channel: Some(Channel::Network), ..called_now(&mette) };
        enquiry::correct(&team.app, &mette, id, 2, said.clone(), key(19)).await.unwrap();
        let page = enquiry::enquiry(&team.app, &mette, id).await.unwrap();
        assert_eq!((page.version, page.channel), (3, Some(Channel::Network)));
        assert_eq!(page.note.unwrap().reveal(), "Anden");
        assert_eq!(page.words.unwrap().reveal(), "Fik nummeret på lægen");
        assert!(matches!(enquiry::correct(&team.app, &mette, id, 2, said, key(20)).await, Err(Error::Stale)));
        let kept = team.database.number("SELECT COUNT(*) FROM enquiry WHERE superseded_at IS NOT NULL").await;
        assert_eq!(kept, 2);
    }
}

#[tokio::test]
async fn an_enquiry_taken_out_is_gone_everywhere_until_it_is_put_back() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let said = Said { note: personal("Forkert nummer"), ..called_now(&mette) };
        let id = records(&team, &mette, said, Identity::default(), 21).await;
        let all = async || enquiry::page(&team.app, &mette, EnquiriesAsk::default()).await.unwrap().all;
        let before = all().await;
        let blank = enquiry::withdraw(&team.app, &mette, id, 1, None, key(22)).await.unwrap_err();
        assert_eq!(codes(blank), [("reason", Code::ReasonNeeded)]);
        enquiry::withdraw(&team.app, &mette, id, 1, personal("Ringede forkert"), key(23)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "fact_withdrawn");
        assert_eq!(all().await, before - 1);
        assert!(enquiry::enquiry(&team.app, &mette, id).await.unwrap().withdrawn_at.is_some());
        enquiry::restore(&team.app, &mette, id, key(24)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "withdrawal_undone");
        assert_eq!(all().await, before);
        let page = enquiry::enquiry(&team.app, &mette, id).await.unwrap();
        assert_eq!((page.version, page.note.unwrap().reveal().as_str()), (2, "Forkert nummer"));
    }
}

#[tokio::test]
async fn an_enquiry_of_nobody_is_given_to_a_citizen_and_sealed_under_the_citizen_s_key() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let said = Said { note: personal("Vil ringe igen"), research: Some(ConsentState::Given), ..called_now(&mette) };
        let id = records(&team, &mette, said, Identity::default(), 25).await;
        let ask = called(&team.app, &amina, "Ask").await;
        enquiry::attach(&team.app, &mette, id, 1, ask, key(26)).await.unwrap();
        let page = enquiry::enquiry(&team.app, &mette, id).await.unwrap();
        assert_eq!(page.note.unwrap().reveal(), "Vil ringe igen");
        assert_eq!(page.enquirer.unwrap().name.reveal(), "Ask");
        assert_eq!(page.research.unwrap().state, ConsentState::Given);
    }
}

#[tokio::test]
async fn a_colleague_s_citizen_s_enquiry_is_found_by_nobody_but_the_colleague_and_the_coordinator() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        team.adds("jonas", Role::Worker).await;
        let jonas = team.signs_in("jonas").await;
        let ask = called(&team.app, &amina, "Ask").await;
        let made = enquiry::record(
            &team.app,
            &amina,
            called_now(&amina),
            (Identity::default(), SameAs::Citizen(ask)),
            None,
            key(27),
        );
        let id = made.await.unwrap().enquiry;
        assert!(enquiry::enquiry(&team.app, &mette, id).await.is_ok());
        assert!(matches!(enquiry::enquiry(&team.app, &jonas, id).await, Err(Error::NotFound)));
        let away = enquiry::withdraw(&team.app, &jonas, id, 1, personal("x"), key(28)).await;
        assert!(matches!(away, Err(Error::NotFound)));
        let page = enquiry::page(&team.app, &jonas, EnquiriesAsk::default()).await.unwrap();
        let line = page.lines.iter().find(|line| line.id == id).unwrap();
        assert_eq!(line.who, Who::Colleagues);
        team.adds("kim", Role::Consultant).await;
        let kim = team.signs_in("kim").await;
        assert!(matches!(enquiry::page(&team.app, &kim, EnquiriesAsk::default()).await, Err(Error::Denied)));
        assert!(matches!(enquiry::enquiry(&team.app, &kim, id).await, Err(Error::Denied)));
        let refused = enquiry::known(&team.app, &kim, &named("Ask")).await;
        assert!(matches!(refused, Err(Error::Denied)));
    }
}

#[tokio::test]
async fn who_is_blocked_from_a_citizen_sees_no_enquiry_of_theirs() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let before = enquiry::page(&team.app, &mette, EnquiriesAsk::default()).await.unwrap();
        let own = before.lines.iter().find(|line| matches!(line.who, Who::Citizen(id, _) if id == ask)).unwrap().id;
        let [mine, blocked] = [&mette, &amina].map(|cx| match &cx.actor {
            domain::access::Actor::User { id, .. } => id.0,
            other => panic!("{other:?}"),
        });
        for user in [mine, blocked] {
            team.database.blocks(ask.0, user).await;
        }
        for cx in [&mette, &amina] {
            let page = enquiry::page(&team.app, cx, EnquiriesAsk::default()).await.unwrap();
            assert!(page.lines.iter().all(|line| line.id != own));
            assert_eq!(page.all, before.all - 1);
            assert!(matches!(enquiry::enquiry(&team.app, cx, own).await, Err(Error::NotFound)));
            let hint = enquiry::known(&team.app, cx, &Identity { phone: personal("20304050"), ..named("x") }).await;
            assert_eq!((hint.as_ref().unwrap().alike.len(), hint.unwrap().hidden.len()), (0, 1));
            let found = app::search::search(&team.app, cx, "Ask", true).await.unwrap();
            assert!(found.found.is_empty());
        }
    }
}

#[tokio::test]
async fn the_answer_given_on_screen_outlives_a_new_import() {
    for team in both_teams().await {
        team.imports(&small().and("henvendelser", "H3;2015-11-20;selv;;B4;ja;;;")).await;
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let ask = EnquiriesAsk { filter: Filter::Unanswered, page: 0 };
        let page = enquiry::page(&team.app, &amina, ask).await.unwrap();
        assert_eq!(page.unanswered, 1, "the register's others are answered by what it says itself");
        let id = page.lines[0].id;
        let advice = Reply { words: personal("Fik et nummer"), ..reply(EnquiryOutcome::Advice, "2015-11-21") };
        enquiry::answer(&team.app, &amina, id, 1, advice, key(30)).await.unwrap();
        team.imports(&small().and("henvendelser", "H3;2015-11-20;netvaerk;;B4;ja;;;")).await;
        let page = enquiry::enquiry(&team.app, &amina, id).await.unwrap();
        assert_eq!((page.channel, page.came.unwrap().outcome), (Some(Channel::Network), EnquiryOutcome::Advice));
        assert_eq!(page.words.unwrap().reveal(), "Fik et nummer");
    }
}
