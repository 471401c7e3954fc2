//! Clarifications: begun from a citizen's page, ended without an enrolment, taken back.

use app::clarification::{self, Ending};
use app::once::Once;
use app::view::clarification::Stands;
use app::{Cx, Error};
use domain::code::{ClarificationOutcome, Role};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::refusal::Code;
use domain::report::Report;
use domain::report::wind_down::Must;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::common::{as_of, called, figure};

fn key(number: u128) -> Once {
    Once(Uuid::from_u128(number))
}

fn ending(from: i64, on: &str) -> Ending {
    let words = Some(Personal::new("Vil hellere til psykologen først".to_owned()));
    Ending { from, outcome: Some(ClarificationOutcome::OtherOffer), on: Some(day(on)), words }
}

fn codes(error: Error) -> Vec<Code> {
    match error {
        Error::Refusals(refusals) => refusals.iter().map(|refusal| refusal.code).collect(),
        other => panic!("no refusals: {other}"),
    }
}

async fn people(team: &Team) -> (Cx, Cx, CitizenId) {
    team.imports(&small()).await;
    team.adds("mette", Role::Worker).await;
    team.adds("amina", Role::Coordinator).await;
    let (mette, amina) = (team.signs_in("mette").await, team.signs_in("amina").await);
    let birk = called(&team.app, &amina, "Birk").await;
    (mette, amina, birk)
}

#[tokio::test]
async fn a_clarification_ends_with_words_is_taken_back_and_figures_follow() {
    for team in both_teams().await {
        let (mette, _, birk) = people(&team).await;
        let open = clarification::page(&team.app, &mette, birk).await.unwrap();
        let Stands::Open { version, must, decide_by, .. } = open.stands else { panic!("{:?}", open.stands) };
        assert_eq!((version, must, decide_by), (1, Must::EnrolOrEnd, Some(day("2016-03-31"))));
        assert_eq!(open.workers.len(), 1);
        let count = async || {
            let figure = figure(&team, Report::Status, as_of("2015-11-23")).await;
            (figure["in_clarification"].clone(), figure["left_in_clarification"].clone())
        };
        assert_eq!(count().await, (1.into(), 0.into()));
        clarification::end(&team.app, &mette, birk, ending(1, "2015-11-20"), key(1)).await.unwrap();
        let row = team.database.last_logged().await;
        assert_eq!((row.event.as_str(), row.citizens), ("clarification_ended", vec![birk.0]));
        assert!(row.detail.contains("andet_tilbud") && !row.detail.contains("psykologen"));
        assert_eq!(count().await, (0.into(), 1.into()));
        let Stands::Ended { version, on, outcome, words, .. } =
            clarification::page(&team.app, &mette, birk).await.unwrap().stands
        else {
            panic!("ended")
        };
        assert_eq!((version, on, outcome), (2, day("2015-11-20"), Some(ClarificationOutcome::OtherOffer)));
        assert_eq!(words.unwrap().reveal(), "Vil hellere til psykologen først");
        // Pressed twice, and from an older page.
        clarification::end(&team.app, &mette, birk, ending(1, "2015-11-20"), key(1)).await.unwrap();
        let stale = clarification::resume(&team.app, &mette, birk, 1, key(2)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        clarification::resume(&team.app, &mette, birk, 2, key(3)).await.unwrap();
        assert_eq!(count().await, (1.into(), 0.into()));
    }
}

#[tokio::test]
async fn an_ending_is_refused_with_every_reason_at_once() {
    for team in both_teams().await {
        let (mette, amina, birk) = people(&team).await;
        let nothing = Ending { from: 1, outcome: None, on: None, words: None };
        let refused = clarification::end(&team.app, &mette, birk, nothing, key(4)).await.unwrap_err();
        assert_eq!(codes(refused), [Code::ChoiceNeeded, Code::DayNeeded]);
        let early = clarification::end(&team.app, &mette, birk, ending(1, "2015-10-01"), key(5)).await.unwrap_err();
        assert_eq!(codes(early), [Code::EndsBeforeItBegins]);
        let ask = called(&team.app, &amina, "Ask").await;
        let enrolled = clarification::end(&team.app, &mette, ask, ending(1, "2015-11-20"), key(6)).await.unwrap_err();
        assert_eq!(codes(enrolled), [Code::AlreadyEnrolled]);
    }
}

#[tokio::test]
async fn somebody_who_comes_back_is_clarified_again_once() {
    for team in both_teams().await {
        let (mette, amina, birk) = people(&team).await;
        let dagny = app::search::search(&team.app, &amina, "Dagny", false).await.unwrap().found[0].citizen;
        let today = Some(day("2015-11-23"));
        let denied = clarification::begin(&team.app, &mette, dagny, today, key(7)).await;
        assert!(matches!(denied, Err(Error::NotFound)), "not Mette's");
        let both = tokio::join!(
            clarification::begin(&team.app, &amina, dagny, today, key(8)),
            clarification::begin(&team.app, &amina, dagny, today, key(9)),
        );
        let (one, other) = both;
        assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {other:?}");
        let begun = "SELECT COUNT(*) FROM course WHERE register_id IS NULL";
        assert_eq!(team.database.number(begun).await, 1);
        let open = clarification::begin(&team.app, &amina, birk, today, key(10)).await.unwrap_err();
        assert_eq!(codes(open), [Code::ClarificationOpen]);
        assert_eq!(team.database.last_logged().await.event, "clarification_begun");
    }
}
