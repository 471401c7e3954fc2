//! The activity plan: what is written, changed, moved, taken out and taken back, by whom, and what the figures make of it.

use app::plan::{
    ActionWish, GoalWish, How, NeedWish, PlanPart, agree_action, change_action, change_goal, change_need, keep_need,
    move_action, page, printed, set_goal, settle_goal, step_back, withdraw,
};
use app::view::plan::PlanPage;
use app::{Cx, Error};
use domain::code::{ActionState, Carrier, Doer, GoalState, Proposer, Role};
use domain::handover::{Lack, Missing};
use domain::id::{CitizenId, GoalId};
use domain::personal::Personal;
use domain::plan::GivenDay;
use domain::refusal::Code;
use domain::report::Report;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::{called, figure, over};

fn words(text: &str) -> Personal<String> {
    Personal::new(text.to_owned())
}

fn goal(text: &str, on: &str) -> GoalWish {
    GoalWish {
        words: words(text),
        area: Some("bolig".to_owned()),
        is_outside: false,
        outside: words(""),
        proposed_by: Some(Proposer::Citizen),
        on: day(on).into(),
    }
}

fn action(text: &str, doer: Doer, on: &str) -> ActionWish {
    ActionWish {
        words: words(text),
        doer: Some(doer),
        doer_name: words(""),
        due_on: GivenDay::Nothing,
        on: day(on).into(),
    }
}

fn codes(error: Error) -> Vec<(&'static str, Code)> {
    match error {
        Error::Refusals(refusals) => refusals.into_iter().map(|one| (one.field, one.code)).collect(),
        Error::Refusal(one) => vec![(one.field, one.code)],
        other => panic!("{other}"),
    }
}

/// Mette, her coordinator Amina, and Ask, whose plan begins on 11 November 2015.
async fn with_ask(team: &Team) -> (Cx, Cx, CitizenId) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("mette", Role::Worker).await;
    let (mette, amina) = (team.signs_in("mette").await, team.signs_in("amina").await);
    let ask = called(&team.app, &amina, "Ask").await;
    (mette, amina, ask)
}

async fn today(team: &Team, cx: &Cx, citizen: CitizenId) -> PlanPage {
    page(&team.app, cx, citizen, None).await.unwrap()
}

fn first(plan: &PlanPage) -> (GoalId, i64) {
    (plan.goals[0].id, plan.goals[0].version)
}

#[tokio::test]
async fn a_goal_pressed_twice_is_set_once_sealed_and_on_the_record() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let once = mette.form_key().unwrap();
        let wish = goal("Jeg vil sove om natten", "2015-11-20");
        let made = set_goal(&team.app, &mette, ask, &wish, once).await.unwrap();
        assert_eq!(set_goal(&team.app, &mette, ask, &wish, once).await.unwrap(), made);
        let plan = today(&team, &mette, ask).await;
        let told: Vec<_> = plan.goals.iter().map(|goal| (goal.words.reveal().as_str(), goal.is_added)).collect();
        assert_eq!(told, [("Jeg vil have min egen nøgle", false), ("Jeg vil sove om natten", true)]);
        let log = team.database.log().await;
        let recorded: Vec<_> = log.iter().filter(|row| row.event == "fact_recorded").collect();
        assert_eq!(recorded.len(), 1);
        assert!(recorded[0].detail.contains(&made.to_string()) && !format!("{log:?}").contains("sove"));
    }
}

#[tokio::test]
async fn every_refusal_of_a_goal_comes_at_once() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let key = || mette.form_key().unwrap();
        let wrong = GoalWish { words: words(" "), area: None, on: GivenDay::Unreadable, ..goal("", "2015-11-20") };
        let refused = set_goal(&team.app, &mette, ask, &wrong, key()).await.unwrap_err();
        let all = [("words", Code::Missing), ("on", Code::DayNeeded), ("area", Code::ChoiceNeeded)];
        assert_eq!(codes(refused), all);
        let long = goal(&"å".repeat(50_000), "2015-11-24");
        let refused = set_goal(&team.app, &mette, ask, &long, key()).await.unwrap_err();
        assert_eq!(codes(refused), [("words", Code::TooLong), ("on", Code::InTheFuture)]);
        let unknown = GoalWish { area: Some("have".to_owned()), ..goal("A", "2015-10-04") };
        let refused = set_goal(&team.app, &mette, ask, &unknown, key()).await.unwrap_err();
        assert_eq!(codes(refused), [("on", Code::BeforeItWasMade), ("area", Code::AreaUnknown)]);
        assert_eq!(today(&team, &mette, ask).await.goals.len(), 1);
    }
}

#[tokio::test]
async fn a_reworded_goal_is_as_it_was_on_the_days_before_and_a_slip_of_the_pen_never_was() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let plan = today(&team, &mette, ask).await;
        let reworded = goal("Jeg vil have min egen dør", "2015-11-18");
        let key = mette.form_key().unwrap();
        change_goal(&team.app, &mette, ask, first(&plan), (&reworded, How::Since), key).await.unwrap();
        let then = page(&team.app, &mette, ask, Some(day("2015-11-17"))).await.unwrap();
        assert_eq!(then.goals[0].words.reveal(), "Jeg vil have min egen nøgle");
        let now = today(&team, &mette, ask).await;
        assert_eq!(now.goals[0].words.reveal(), "Jeg vil have min egen dør");
        assert_eq!(now.goals[0].reworded_on, Some(day("2015-11-18")));
        assert_eq!((now.changes.reworded, now.changes.added), (1, 0));
        assert_eq!(now.at_start[0].words.reveal(), "Jeg vil have min egen nøgle");

        let slip = goal("Jeg vil have min egen dør.", "2015-11-20");
        let key = mette.form_key().unwrap();
        change_goal(&team.app, &mette, ask, first(&now), (&slip, How::Corrected), key).await.unwrap();
        let then = page(&team.app, &mette, ask, Some(day("2015-11-18"))).await.unwrap();
        assert_eq!(then.goals[0].words.reveal(), "Jeg vil have min egen dør.");
    }
}

#[tokio::test]
async fn two_who_save_the_same_goal_do_not_overwrite_one_another() {
    for team in both_teams().await {
        let (mette, amina, ask) = with_ask(&team).await;
        let seen = first(&today(&team, &mette, ask).await);
        let key = amina.form_key().unwrap();
        change_goal(&team.app, &amina, ask, seen, (&goal("Aminas", "2015-11-20"), How::Since), key).await.unwrap();
        let key = mette.form_key().unwrap();
        let late = change_goal(&team.app, &mette, ask, seen, (&goal("Mettes", "2015-11-20"), How::Since), key).await;
        assert!(matches!(late, Err(Error::Stale)), "{late:?}");
        assert_eq!(today(&team, &mette, ask).await.goals[0].words.reveal(), "Aminas");
    }
}

#[tokio::test]
async fn a_goal_reached_and_taken_up_again_has_its_state_of_each_day_in_the_figures() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        for (state, on) in [(GoalState::Reached, "2015-11-15"), (GoalState::Active, "2015-11-19")] {
            let plan = today(&team, &mette, ask).await;
            let key = mette.form_key().unwrap();
            settle_goal(&team.app, &mette, ask, first(&plan), (state, day(on).into()), key).await.unwrap();
        }
        let housing = |value: &serde_json::Value| {
            let areas = value["by_area"].as_array().unwrap();
            let housing = areas.iter().find(|area| area["area"] == "bolig").unwrap();
            (housing["active"].clone(), housing["reached"].clone())
        };
        let on = |to: &'static str| figure(&team, Report::Goals, over("2015-11-01", to));
        assert_eq!(housing(&on("2015-11-14").await), (1.into(), 0.into()));
        assert_eq!(housing(&on("2015-11-18").await), (0.into(), 1.into()));
        assert_eq!(housing(&on("2015-11-23").await), (1.into(), 0.into()));
    }
}

#[tokio::test]
async fn an_action_goes_from_the_worker_to_another_and_the_plan_tells() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let (housing, _) = first(&today(&team, &mette, ask).await);
        let key = || mette.form_key().unwrap();
        let wish = action("Stå for opskrivningen", Doer::Worker, "2015-11-12");
        let made = agree_action(&team.app, &mette, ask, housing, &wish, key()).await.unwrap();
        let to = (ActionState::HandedOver, day("2015-11-20").into());
        let once = key();
        move_action(&team.app, &mette, ask, (made, 1), to, once).await.unwrap();
        move_action(&team.app, &mette, ask, (made, 1), to, once).await.unwrap();
        let plan = today(&team, &mette, ask).await;
        assert!(plan.goals[0].actions[0].asks_to_whom, "handed over, and nobody says to whom");
        let named = ActionWish {
            doer_name: words("Boligrådgivningen"),
            ..action("Stå for opskrivningen", Doer::Partner, "2015-11-20")
        };
        change_action(&team.app, &mette, ask, (made, 2), (&named, How::Since), key()).await.unwrap();
        let plan = today(&team, &mette, ask).await;
        let card = &plan.goals[0].actions[0];
        assert!(card.is_passed_on && !card.asks_to_whom);
        assert_eq!((card.version, card.state, plan.changes.passed_on), (3, ActionState::HandedOver, 1));
        assert_eq!((plan.doers[0].worker, plan.doers[0].others), (0, 1));
        let then = page(&team.app, &mette, ask, Some(day("2015-11-19"))).await.unwrap();
        assert_eq!(then.goals[0].actions[0].state, ActionState::Planned);
    }
}

#[tokio::test]
async fn what_was_done_is_taken_back_and_what_was_taken_out_is_put_back() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let (housing, _) = first(&today(&team, &mette, ask).await);
        let key = || mette.form_key().unwrap();
        let ring = action("Ringe", Doer::Citizen, "2015-11-12");
        let made = agree_action(&team.app, &mette, ask, housing, &ring, key()).await.unwrap();
        let part = PlanPart::Action(made.0);
        let actions = || async { today(&team, &mette, ask).await.goals[0].actions.clone() };

        let to = (ActionState::Done, day("2015-11-20").into());
        move_action(&team.app, &mette, ask, (made, 1), to, key()).await.unwrap();
        step_back(&team.app, &mette, ask, (part, 2), key()).await.unwrap();
        assert_eq!(actions().await[0].state, ActionState::Planned);
        let late = step_back(&team.app, &mette, ask, (part, 2), key()).await;
        assert!(matches!(late, Err(Error::Stale)));

        let refused = withdraw(&team.app, &mette, ask, (part, 3), &words(" "), key()).await.unwrap_err();
        assert_eq!(codes(refused), [("reason", Code::ReasonNeeded)]);
        withdraw(&team.app, &mette, ask, (part, 3), &words("Skrevet på den forkerte"), key()).await.unwrap();
        assert!(actions().await.is_empty());
        step_back(&team.app, &mette, ask, (part, 3), key()).await.unwrap();
        assert_eq!(actions().await[0].words.reveal(), "Ringe");

        let log = team.database.log().await;
        let events: Vec<_> = log
            .iter()
            .map(|row| row.event.as_str())
            .filter(|event| event.starts_with("fact_w") || event.starts_with("withdrawal"))
            .collect();
        assert_eq!(events, ["fact_withdrawn", "withdrawal_undone"]);
        assert!(!format!("{log:?}").contains("forkerte"), "the reason is sealed");
    }
}

#[tokio::test]
async fn a_goal_made_by_mistake_is_undone_at_once_and_leaves_no_trace_in_plan_and_figures() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let before = figure(&team, Report::Goals, over("2015-11-01", "2015-11-23")).await;
        let made =
            set_goal(&team.app, &mette, ask, &goal("Fejl", "2015-11-20"), mette.form_key().unwrap()).await.unwrap();
        assert_ne!(figure(&team, Report::Goals, over("2015-11-01", "2015-11-23")).await, before, "the control");
        step_back(&team.app, &mette, ask, (PlanPart::Goal(made.0), 1), mette.form_key().unwrap()).await.unwrap();
        assert_eq!(today(&team, &mette, ask).await.goals.len(), 1);
        assert_eq!(figure(&team, Report::Goals, over("2015-11-01", "2015-11-23")).await, before);
    }
}

#[tokio::test]
async fn the_handover_names_what_is_missing_until_nothing_is() {
    for team in both_teams().await {
        let (mette, _, ask) = with_ask(&team).await;
        let key = || mette.form_key().unwrap();
        let (housing, _) = first(&today(&team, &mette, ask).await);
        assert_eq!(today(&team, &mette, ask).await.missing, [Missing::Goal { goal: housing }]);
        let bare = NeedWish {
            words: words("Hjælp til at beholde boligen"),
            goal: Some(housing),
            carrier: None,
            carrier_name: words(""),
            contact: words(""),
            agreed_on: GivenDay::Nothing,
            warm_planned_on: GivenDay::Nothing,
            warm_on: GivenDay::Nothing,
        };
        let need = keep_need(&team.app, &mette, ask, &bare, key()).await.unwrap();
        assert_eq!(today(&team, &mette, ask).await.missing, [Missing::Need { need, lacks: vec![Lack::Carrier] }]);
        let ahead = NeedWish { warm_on: day("2015-11-24").into(), agreed_on: GivenDay::Unreadable, ..bare.clone() };
        let refused = change_need(&team.app, &mette, ask, (need, 1), &ahead, key()).await.unwrap_err();
        assert_eq!(codes(refused), [("agreed_on", Code::DayNeeded), ("warm_on", Code::InTheFuture)]);
        let carried = NeedWish {
            carrier: Some(Carrier::Partner),
            carrier_name: words("Boligrådgivningen"),
            contact: words("Dorte, 12 34 56 78"),
            agreed_on: day("2016-01-01").into(),
            warm_on: day("2015-11-20").into(),
            ..bare
        };
        change_need(&team.app, &mette, ask, (need, 1), &carried, key()).await.unwrap();
        let plan = today(&team, &mette, ask).await;
        assert_eq!(plan.missing, []);
        assert_eq!(plan.needs[0].contact.as_ref().unwrap().reveal(), "Dorte, 12 34 56 78");
    }
}

#[tokio::test]
async fn a_colleague_a_consultant_and_a_closed_course_are_refused() {
    for team in both_teams().await {
        let (mette, amina, ask) = with_ask(&team).await;
        team.adds("jonas", Role::Worker).await;
        team.adds("karen", Role::Consultant).await;
        for other in ["jonas", "karen"] {
            let other = team.signs_in(other).await;
            assert!(matches!(page(&team.app, &other, ask, None).await, Err(Error::NotFound)));
            assert!(matches!(printed(&team.app, &other, ask).await, Err(Error::NotFound)));
            let wish = goal("A", "2015-11-20");
            let tried = set_goal(&team.app, &other, ask, &wish, other.form_key().unwrap()).await;
            assert!(matches!(tried, Err(Error::NotFound)));
        }
        printed(&team.app, &mette, ask).await.unwrap();
        let log = team.database.log().await;
        assert!(log.iter().any(|row| row.event == "printed" && row.detail.contains("plan")));

        team.imports(&small().with("forloeb", "F1;B1;2015-10-05;;;;;", "F1;B1;2015-10-05;;;2015-11-20;flyttet;")).await;
        let wish = goal("A", "2015-11-20");
        let tried = set_goal(&team.app, &amina, ask, &wish, amina.form_key().unwrap()).await.unwrap_err();
        assert_eq!(codes(tried), [("", Code::CourseEnded)]);
        assert!(page(&team.app, &amina, ask, None).await.unwrap().is_closed);
    }
}
