//! A contact and the next step are one save, done once, undone together, corrected and taken out on the record.

use app::contact::{NewContact, correct, page, record, undo, undo_withdrawal, withdraw, written};
use app::step::{self, NewStep};
use app::view::citizen::{CitizenPage, What};
use app::{App, Cx, Error, citizen};
use chrono::Duration;
use domain::code::{ContactKind, Doer, Place, Role, With};
use domain::id::{CitizenId, StepId};
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::called;

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn contact(text: &str) -> NewContact {
    NewContact {
        on: Ok(day("2015-11-23")),
        kind: Some(ContactKind::Meeting),
        place: Some(Place::Outside),
        with: Some(With::Citizen),
        minutes: Ok(Some(45)),
        words: words(text),
    }
}

fn next(text: &str) -> NewStep {
    NewStep { words: words(text), due: Ok(Some(day("2015-11-30"))), doer: Some(Doer::Citizen) }
}

/// Amina, who may see every citizen of the programme, a moment after the register's import, and Ask.
async fn amina(team: &Team) -> (Cx, CitizenId) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    let cx = team.signs_in("amina").await;
    let ask = called(&team.app, &cx, "Ask").await;
    (at(&cx, 60), ask)
}

/// The same reader some seconds later.
fn at(cx: &Cx, seconds: i64) -> Cx {
    let mut later = cx.clone();
    later.now += Duration::seconds(seconds);
    later
}

async fn seen(app: &App, cx: &Cx, citizen: CitizenId) -> CitizenPage {
    citizen::page(app, cx, citizen).await.unwrap()
}

fn contacts(page: &CitizenPage) -> usize {
    page.timeline.iter().filter(|entry| matches!(entry.what, What::Contact { .. })).count()
}

async fn old_step(app: &App, cx: &Cx, citizen: CitizenId) -> (StepId, i64) {
    let old = page(app, cx, citizen).await.unwrap().old_step.unwrap();
    (old.id, old.version)
}

#[tokio::test]
async fn one_save_records_the_contact_closes_the_step_before_and_agrees_on_the_next() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let (app, old) = (&team.app, old_step(&team.app, &cx, ask).await);
        let once = cx.form_key().unwrap();
        let id = record(app, &cx, once, ask, &contact("Gik en tur"), Some(old), &next("Høre om svaret")).await.unwrap();
        let again = record(app, &cx, once, ask, &contact("Gik en tur"), Some(old), &next("Høre om svaret")).await;
        assert_eq!(again.unwrap(), id, "pressed twice, done once");
        let page = seen(app, &cx, ask).await;
        assert_eq!(contacts(&page), 2);
        let step = page.next_step.unwrap();
        assert_eq!((step.text.reveal().as_str(), step.on), ("Høre om svaret", Some(day("2015-11-30"))));
        assert_eq!(written(app, &cx, ask, id).await.unwrap().written.unwrap().words.reveal(), "Gik en tur");
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "fact_recorded").count(), 1);
        assert!(!format!("{log:?}").contains("Gik en tur"));
    }
}

#[tokio::test]
async fn undoing_a_save_takes_the_contact_and_both_changes_of_the_step_back() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let (app, old) = (&team.app, old_step(&team.app, &cx, ask).await);
        let before = seen(app, &cx, ask).await;
        let id =
            record(app, &cx, cx.form_key().unwrap(), ask, &contact("Fejl"), Some(old), &next("Fejl")).await.unwrap();
        let later = at(&cx, 5);
        undo(app, &later, later.form_key().unwrap(), ask, id).await.unwrap();
        let after = seen(app, &later, ask).await;
        assert_eq!(contacts(&after), contacts(&before));
        let step = |page: &CitizenPage| page.next_step.clone().map(|step| (step.id, step.text, step.on, step.by));
        assert_eq!(step(&after), step(&before), "as it was, in a version that says so");
        let twice = undo(app, &later, later.form_key().unwrap(), ask, id).await;
        assert!(matches!(twice, Err(Error::Stale)), "a second undoing finds nothing to undo");
    }
}

#[tokio::test]
async fn a_save_is_not_undone_once_its_step_has_been_moved() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let app = &team.app;
        let id = record(app, &cx, cx.form_key().unwrap(), ask, &contact(""), None, &next("Ringe")).await.unwrap();
        let later = at(&cx, 5);
        let steps = [old_step(app, &later, ask).await];
        let ringing = page(app, &later, ask).await.unwrap().old_step.unwrap();
        assert_eq!(ringing.words.reveal(), "Ringe til udlejeren", "the step before is kept");
        step::done(app, &later, later.form_key().unwrap(), ask, steps[0]).await.unwrap();
        let mine = page(app, &later, ask).await.unwrap().old_step.unwrap();
        let moved = NewStep { due: Ok(Some(day("2015-12-07"))), ..next("Ringe") };
        step::move_to(app, &later, later.form_key().unwrap(), ask, (mine.id, mine.version), &moved).await.unwrap();
        assert!(matches!(undo(app, &later, later.form_key().unwrap(), ask, id).await, Err(Error::Stale)));
        assert_eq!(contacts(&seen(app, &later, ask).await), 2, "and nothing was half done");
    }
}

#[tokio::test]
async fn what_is_wrong_in_both_halves_is_told_at_once_and_nothing_is_kept() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let wrong = NewContact { on: Err(Code::NoSuchDay), minutes: Err(Code::NotMinutes), ..contact("x") };
        let step = NewStep { due: Err(Code::NoSuchDay), ..next("Ringe") };
        let refused = record(&team.app, &cx, cx.form_key().unwrap(), ask, &wrong, None, &step).await.unwrap_err();
        let Error::Refusals(refusals) = refused else { panic!("{refused}") };
        let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field).collect();
        assert_eq!(fields, ["dato", "min", "naar"]);
        let tomorrow = NewContact { on: Ok(day("2015-11-24")), ..contact("x") };
        let refused = record(&team.app, &cx, cx.form_key().unwrap(), ask, &tomorrow, None, &next("")).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals[0].code == Code::InTheFuture));
        assert_eq!(contacts(&seen(&team.app, &cx, ask).await), 1);
    }
}

#[tokio::test]
async fn fifty_thousand_characters_come_back_as_they_were_pasted() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let long = "Æblegrød 🙂\n".repeat(5000);
        let id = record(&team.app, &cx, cx.form_key().unwrap(), ask, &contact(&long), None, &next("")).await.unwrap();
        let back = written(&team.app, &cx, ask, id).await.unwrap().written.unwrap();
        assert_eq!(back.words.reveal(), long.trim());
    }
}

#[tokio::test]
async fn an_attempt_is_no_contact() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let attempt = NewContact { kind: Some(ContactKind::Attempt), ..contact("") };
        record(&team.app, &cx, cx.form_key().unwrap(), ask, &attempt, None, &next("")).await.unwrap();
        let all =
            app::view::caseload::CaseloadAsk { scope: app::view::caseload::Scope::Programme, ..Default::default() };
        let list = app::caseload::page(&team.app, &cx, all).await.unwrap();
        let row = list.rows.into_iter().find(|row| row.citizen == ask).unwrap();
        assert_eq!(row.contact.unwrap().on, day("2015-11-16"));
        assert_eq!(row.attempted_on, Some(day("2015-11-23")));
    }
}

#[tokio::test]
async fn a_correction_keeps_the_version_before_and_two_at_once_do_not_overwrite_each_other() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let app = &team.app;
        let id = record(app, &cx, cx.form_key().unwrap(), ask, &contact("Først"), None, &next("")).await.unwrap();
        correct(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &contact("Rettet")).await.unwrap();
        let stale = correct(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &contact("Samtidig")).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let now = written(app, &cx, ask, id).await.unwrap().written.unwrap();
        assert_eq!((now.words.reveal().as_str(), now.version), ("Rettet", 2));
        let versions = team.database.number("SELECT COUNT(*) FROM contact WHERE superseded_at IS NOT NULL").await;
        assert_eq!(versions, 1);
    }
}

#[tokio::test]
async fn a_contact_is_taken_out_with_a_reason_and_put_back_with_its_words() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let app = &team.app;
        let id = record(app, &cx, cx.form_key().unwrap(), ask, &contact("Hos Ask"), None, &next("")).await.unwrap();
        let refused = withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &words(" ")).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals[0].code == Code::ReasonNeeded));
        withdraw(app, &cx, cx.form_key().unwrap(), ask, (id, 1), &words("Skrevet på den forkerte")).await.unwrap();
        assert_eq!(contacts(&seen(app, &cx, ask).await), 1);
        assert!(matches!(written(app, &cx, ask, id).await, Err(Error::NotFound)));
        let dump = team.database.texts("SELECT fact FROM withdrawal WHERE reason_sealed IS NOT NULL").await;
        assert_eq!(dump, ["contact"]);
        undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await.unwrap();
        assert_eq!(written(app, &cx, ask, id).await.unwrap().written.unwrap().words.reveal(), "Hos Ask");
        let twice = undo_withdrawal(app, &cx, cx.form_key().unwrap(), ask, id).await;
        assert!(matches!(twice, Err(Error::Stale)));
    }
}

#[tokio::test]
async fn a_step_is_agreed_done_and_opened_again_by_itself() {
    for team in both_teams().await {
        let (cx, ask) = amina(&team).await;
        let (app, old) = (&team.app, old_step(&team.app, &cx, ask).await);
        step::done(app, &cx, cx.form_key().unwrap(), ask, old).await.unwrap();
        assert_eq!(seen(app, &cx, ask).await.next_step, None);
        let twice = step::done(app, &cx, cx.form_key().unwrap(), ask, old).await;
        assert!(matches!(twice, Err(Error::Stale)));
        step::undo_done(app, &cx, cx.form_key().unwrap(), ask, (old.0, old.1 + 1)).await.unwrap();
        assert_eq!(seen(app, &cx, ask).await.next_step.unwrap().text.reveal(), "Ringe til udlejeren");
        let before = old_step(app, &cx, ask).await;
        step::agree_on(app, &cx, cx.form_key().unwrap(), ask, Some(before), &next("Finde en læge")).await.unwrap();
        assert_eq!(seen(app, &cx, ask).await.next_step.unwrap().text.reveal(), "Finde en læge");
        let nothing = step::agree_on(app, &cx, cx.form_key().unwrap(), ask, None, &next(" ")).await;
        assert!(matches!(nothing, Err(Error::Refusals(refusals)) if refusals[0].field == "skridt"));
    }
}

#[tokio::test]
async fn whoever_may_not_record_a_contact_finds_no_citizen() {
    for team in both_teams().await {
        let (_, ask) = amina(&team).await;
        for role in Role::ALL.iter().filter(|role| **role != Role::Coordinator) {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            let key = cx.form_key().unwrap();
            let denied = record(&team.app, &cx, key, ask, &contact("x"), None, &next("x")).await;
            assert!(matches!(denied, Err(Error::NotFound)), "{role}");
            assert!(matches!(page(&team.app, &cx, ask).await, Err(Error::NotFound)), "{role}");
        }
    }
}
