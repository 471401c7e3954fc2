//! The citizen's own screen: locked to one citizen and one filling, given back with a number, opened once over a link.

use app::own::{GivenBack, Handed, Own, answer, give_back, hand_over, leave, page, speak};
use app::view::own::OwnPage;
use app::{Cx, Error, citizen, filling};
use chrono::TimeDelta;
use domain::code::FilledBy;
use domain::filling::Whose;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::reading::Answer;
use domain::refusal::Code;
use render::Locale;
use testkit::team::{Team, both_teams};

use crate::common::called;
use crate::filling::{once, people};

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn tablet(pin: &str) -> Handed {
    Handed::Tablet { pin: words(pin) }
}

/// Mette hands Ask the screen; what she handed over, the cookie and her own.
async fn handed(team: &Team, how: Handed) -> (Cx, CitizenId, Own, String, String) {
    let (amina, mette, _) = people(team).await;
    let ask = called(&team.app, &amina, "Ask").await;
    let hers = team.cookie("mette").await;
    let (cx, session) = team.session(&hers, mette.now).await.unwrap();
    let value = hand_over(&team.app, &cx, &session, ask, how, Locale::Da, once(&cx)).await.unwrap();
    let value = value.reveal().clone();
    let own = team.app.own(cx.now, &value).await.unwrap().unwrap();
    (amina, ask, own, value, hers)
}

#[tokio::test]
async fn each_answer_is_saved_as_it_is_given_and_counts_when_the_worker_says_so() {
    for team in both_teams().await {
        let (amina, ask, own, _, _) = handed(&team, tablet("2468")).await;
        let Ok(OwnPage::Question(first)) = page(&team.app, &own, None).await else { panic!("a question") };
        assert_eq!(
            (first.number, first.of, first.answered, first.answer),
            (0, 16, 0, None),
            "nothing is chosen before"
        );
        answer(&team.app, &own, 0, Some(Answer::Value(7)), Some(words("Jeg har nøgle nu"))).await.unwrap();
        answer(&team.app, &own, 10, Some(Answer::Declined), None).await.unwrap();
        answer(&team.app, &own, 0, Some(Answer::Value(6)), Some(words("Næsten"))).await.unwrap();
        let Ok(OwnPage::Question(next)) = page(&team.app, &own, None).await else { panic!("a question") };
        assert_eq!((next.number, next.answered), (1, 2), "it goes on where something is open");
        let kept = filling::page(&team.app, &amina, ask).await.unwrap();
        let star = &kept.instruments[0];
        assert_eq!(kept.form.filling.answer(Whose::Citizen, star, 0), Some(Answer::Value(6)));
        assert_eq!(kept.form.notes.reveal()["stjerne"]["bolig"], "Næsten");
        assert_eq!(kept.form.filled_by, FilledBy::Citizen);
        assert!(matches!(page(&team.app, &own, Some(16)).await, Ok(OwnPage::Thanks(_))));
    }
}

#[tokio::test]
async fn an_answer_off_the_scale_is_refused_and_a_question_that_is_none_is_not_found() {
    for team in both_teams().await {
        let (_, _, own, _, _) = handed(&team, tablet("2468")).await;
        let off = answer(&team.app, &own, 0, Some(Answer::Value(11)), None).await.unwrap_err();
        assert!(matches!(off, Error::Refusal(refusal) if refusal.code == Code::AnswerOffScale));
        assert!(matches!(answer(&team.app, &own, 16, None, None).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn while_the_tablet_is_handed_over_the_worker_has_no_session_on_it_and_the_number_brings_her_back() {
    for team in both_teams().await {
        let (amina, ask, own, value, hers) = handed(&team, tablet("2468")).await;
        assert!(team.session(&hers, amina.now).await.is_none());
        let wrong = give_back(&team.app, &own, words("1111"), own.cx.now).await.unwrap();
        assert!(matches!(wrong, GivenBack::Wrong));
        let GivenBack::Back { cookie, citizen } =
            give_back(&team.app, &own, words(" 2468 "), own.cx.now).await.unwrap()
        else {
            panic!("the number fits")
        };
        assert_eq!(citizen, ask);
        assert!(team.session(&cookie, own.cx.now).await.is_some());
        let ended = team.app.own(own.cx.now, &value).await.unwrap().unwrap();
        assert!(ended.is_over && matches!(page(&team.app, &ended, None).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn five_wrong_numbers_and_only_signing_in_helps() {
    for team in both_teams().await {
        let (_, _, own, value, _) = handed(&team, tablet("2468")).await;
        for _ in 0..5 {
            give_back(&team.app, &own, words("1111"), own.cx.now).await.unwrap();
        }
        let again = team.app.own(own.cx.now, &value).await.unwrap().unwrap();
        for own in [own, again] {
            let right = give_back(&team.app, &own, words("2468"), own.cx.now).await.unwrap();
            assert!(matches!(right, GivenBack::SignIn), "also where all were sent at once");
        }
    }
}

#[tokio::test]
async fn a_tablet_is_handed_over_with_a_number_of_four_to_eight_digits_only() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let (cx, session) = team.session(&team.cookie("mette").await, mette.now).await.unwrap();
        for pin in ["", "123", "123456789", "12a4", "١٢٣٤"] {
            let refused = hand_over(&team.app, &cx, &session, ask, tablet(pin), Locale::Da, once(&cx)).await;
            assert!(matches!(refused, Err(Error::Refusal(refusal)) if refusal.code == Code::PinNeeded), "{pin}");
        }
        let carla = called(&team.app, &amina, "Carla").await;
        let other = hand_over(&team.app, &cx, &session, carla, tablet("2468"), Locale::Da, once(&cx)).await;
        assert!(matches!(other, Err(Error::NotFound)), "somebody else's citizen");
    }
}

#[tokio::test]
async fn a_link_is_opened_once_and_looking_at_it_does_not_open_it() {
    for team in both_teams().await {
        let (_, _, own, link, hers) = handed(&team, Handed::Link).await;
        let now = own.cx.now;
        assert!(team.session(&hers, now).await.is_some(), "the worker goes on working");
        assert!(own.is_over && own.can_be_opened(now), "nothing but its door answers");
        let cookie = team.app.open_link(now, &link, None).await.unwrap().unwrap();
        assert!(team.app.open_link(now, &link, None).await.unwrap().is_none(), "used twice");
        assert!(team.app.own(now, &link).await.unwrap().is_none(), "the link itself opens nothing any more");
        let opened = team.app.own(now, cookie.reveal()).await.unwrap().unwrap();
        answer(&team.app, &opened, 0, Some(Answer::Value(3)), None).await.unwrap();
        leave(&team.app, &opened).await.unwrap();
        let left = team.app.own(now, cookie.reveal()).await.unwrap().unwrap();
        assert!(matches!(answer(&team.app, &left, 1, None, None).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn the_questions_go_on_in_the_language_that_the_citizen_chooses_until_they_are_over() {
    for team in both_teams().await {
        let (_, _, own, value, _) = handed(&team, tablet("2468")).await;
        speak(&team.app, &own, Locale::En).await.unwrap();
        let own = team.app.own(own.cx.now, &value).await.unwrap().unwrap();
        assert_eq!(own.cx.locale, Locale::En);
        let later = team.app.own(own.cx.now + TimeDelta::minutes(15), &value).await.unwrap().unwrap();
        assert!(matches!(speak(&team.app, &later, Locale::Da).await, Err(Error::NotFound)));
    }
    for team in both_teams().await {
        let (_, _, own, link, _) = handed(&team, Handed::Link).await;
        let cookie = team.app.open_link(own.cx.now, &link, Some(Locale::En)).await.unwrap().unwrap();
        assert_eq!(team.app.own(own.cx.now, cookie.reveal()).await.unwrap().unwrap().cx.locale, Locale::En);
    }
}

#[tokio::test]
async fn a_task_ends_a_quarter_of_an_hour_after_the_last_answer_and_a_link_after_two_days() {
    for team in both_teams().await {
        let (_, _, own, value, _) = handed(&team, tablet("2468")).await;
        let is_over = async |minutes| {
            team.app.own(own.cx.now + TimeDelta::minutes(minutes), &value).await.unwrap().unwrap().is_over
        };
        assert_eq!([is_over(14).await, is_over(15).await], [false, true]);
        let later = team.app.own(own.cx.now + TimeDelta::minutes(10), &value).await.unwrap().unwrap();
        answer(&team.app, &later, 0, Some(Answer::Value(3)), None).await.unwrap();
        assert_eq!([is_over(24).await, is_over(25).await], [false, true]);
    }
    for team in both_teams().await {
        let (_, _, own, link, _) = handed(&team, Handed::Link).await;
        assert!(team.app.open_link(own.cx.now + TimeDelta::hours(48), &link, None).await.unwrap().is_none());
        assert!(team.app.open_link(own.cx.now + TimeDelta::hours(47), &link, None).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn a_citizen_with_a_task_may_answer_the_own_questions_and_nothing_else() {
    for team in both_teams().await {
        let (amina, ask, own, _, _) = handed(&team, tablet("2468")).await;
        let birk = called(&team.app, &amina, "Birk").await;
        for other in [ask, birk] {
            assert!(matches!(citizen::page(&team.app, &own.cx, other).await, Err(Error::NotFound)));
            assert!(matches!(filling::page(&team.app, &own.cx, other).await, Err(Error::NotFound)));
        }
        let told: Vec<String> = team.database.log().await.into_iter().map(|row| row.event).collect();
        assert!(told.contains(&"own_task_begun".to_owned()));
    }
}
