//! Amina asks Mette for something; Mette does it or answers, and nobody else can.

use app::view::caseload::CaseloadAsk;
use app::view::desk::DeskAsk;
use app::view::request::Asked;
use app::{App, Cx, Error, caseload, desk, request};
use domain::code::{RequestState, Role};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::refusal::Code;
use domain::request::About;
use testkit::register::small;
use testkit::team::{Team, both_teams};

use crate::block::once;
use crate::common::called;

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn about(code: &str) -> About {
    About { code: code.to_owned(), due_on: None, phase: None }
}

async fn peopled(team: &Team) -> (Cx, Cx, Cx, CitizenId) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    for worker in ["mette", "jonas"] {
        team.adds(worker, Role::Worker).await;
    }
    let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
    let jonas = team.signs_in("jonas").await;
    let ask = called(&team.app, &amina, "Ask").await;
    (amina, mette, jonas, ask)
}

async fn asked(app: &App, cx: &Cx) -> Vec<Asked> {
    caseload::page(app, cx, CaseloadAsk::default()).await.unwrap().asked
}

fn refusals(error: Error) -> Vec<Code> {
    match error {
        Error::Refusal(refusal) => vec![refusal.code],
        Error::Refusals(refusals) => refusals.into_iter().map(|refusal| refusal.code).collect(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn mette_sees_what_amina_asks_for_answers_it_and_amina_sees_the_answer() {
    for team in both_teams().await {
        let (amina, mette, jonas, citizen) = peopled(&team).await;
        let app = &team.app;
        let consent = about("words");
        let page = request::page(app, &amina, citizen, &consent).await.unwrap();
        assert_eq!(page.worker.unwrap().reveal(), "Mette Lund");
        let id = request::ask(app, &amina, citizen, &consent, &words("Nåede du det?"), once(1)).await.unwrap();
        let again = request::ask(app, &amina, citizen, &consent, &words("Nåede du det?"), once(1)).await.unwrap();
        assert_eq!(id, again, "pressed twice");
        let row = team.database.last_logged().await;
        assert_eq!((row.event.as_str(), row.detail.contains("request")), ("fact_recorded", true));
        assert!(!row.detail.contains("Nåede"), "the log names fields and never a word");

        let hers = asked(app, &mette).await;
        assert_eq!(hers.len(), 1);
        assert_eq!((hers[0].words.reveal().as_str(), hers[0].name.reveal().as_str()), ("Nåede du det?", "Ask"));
        assert_eq!(hers[0].by.reveal(), "amina");
        assert_eq!(asked(app, &jonas).await, [], "it is nobody else's");

        let answer = words("Ja, i dag.");
        let said = (RequestState::Answered, &answer);
        request::answer(app, &mette, citizen, (id, 1), said, once(2)).await.unwrap();
        request::answer(app, &mette, citizen, (id, 1), said, once(2)).await.unwrap();
        assert_eq!(asked(app, &mette).await, []);
        let stale = request::answer(app, &mette, citizen, (id, 1), (RequestState::Done, &words("")), once(3)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let page = desk::page(app, &amina, DeskAsk { shows_all: true, ..DeskAsk::default() }).await.unwrap();
        let told = page.due.iter().find_map(|row| row.asked.as_ref()).unwrap();
        assert_eq!((told.answer.reveal().as_str(), told.state), ("Ja, i dag.", RequestState::Answered));
    }
}

#[tokio::test]
async fn who_may_not_ask_and_who_may_not_answer() {
    for team in both_teams().await {
        let (amina, mette, jonas, citizen) = peopled(&team).await;
        let app = &team.app;
        let denied = request::ask(app, &mette, citizen, &about("words"), &words(""), once(1)).await;
        assert!(matches!(denied, Err(Error::NotFound)), "a worker asks nobody");
        let id = request::ask(app, &amina, citizen, &about("words"), &words(""), once(2)).await.unwrap();
        let done = (RequestState::Done, &words(""));
        let not_his = request::answer(app, &jonas, citizen, (id, 1), done, once(3)).await;
        assert!(matches!(not_his, Err(Error::NotFound)), "Jonas does not work with Ask");
        let twice = request::ask(app, &amina, citizen, &about("words"), &words(""), once(4)).await;
        assert_eq!(refusals(twice.unwrap_err()), [Code::AskedAlready]);
        let nothing = request::ask(app, &amina, citizen, &about("worker"), &words(""), once(5)).await;
        assert_eq!(refusals(nothing.unwrap_err()), [Code::ChoiceNeeded]);
        let long = request::ask(app, &amina, citizen, &about("plan"), &words(&"x".repeat(501)), once(6)).await;
        assert_eq!(refusals(long.unwrap_err()), [Code::TooLong]);
        let empty = (RequestState::Answered, &words(" "));
        let refused = request::answer(app, &mette, citizen, (id, 1), empty, once(7)).await;
        assert_eq!(refusals(refused.unwrap_err()), [Code::Missing]);
        request::answer(app, &mette, citizen, (id, 1), done, once(8)).await.unwrap();
    }
}
