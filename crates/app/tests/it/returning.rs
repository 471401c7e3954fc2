//! Somebody who comes back: a second course has its own plan, and the first one's stays with the first.

use app::view::Standing;
use app::view::phase::PhaseAsk;
use app::{Cx, citizen, clarification, closing, filling, phase};
use domain::code::Role;
use domain::demand::{Kind, State};
use domain::filling::Whose;
use domain::id::CitizenId;
use domain::reading::Answer;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::filling::once;

/// Dagny's course ended in January with a goal that nobody settled; on 23 November she is enrolled again.
async fn dagny_is_back(team: &Team) -> (Cx, CitizenId) {
    let lists = small().and("maal", "G2;F4;2014-02-03;oekonomi;Jeg vil have styr på regningerne;aktiv;");
    team.imports(&lists).await;
    team.adds("amina", Role::Coordinator).await;
    let amina = team.signs_in("amina").await;
    let dagny = app::search::search(&team.app, &amina, "Dagny", false).await.unwrap().found[0].citizen;
    clarification::begin(&team.app, &amina, dagny, Some(day("2015-11-23")), once(&amina)).await.unwrap();
    let page = filling::page(&team.app, &amina, dagny).await.unwrap();
    assert!(page.goals.is_empty(), "the first star asks about no goal of the course before: {:?}", page.goals);
    let (mut form, star) = (page.form, &page.instruments[0]);
    for area in 0..star.items.len() {
        form.filling.set(Whose::Citizen, star, area, Some(Answer::Value(4))).unwrap();
    }
    filling::complete(&team.app, &amina, dagny, &form, true, once(&amina)).await.unwrap();
    (amina, dagny)
}

#[tokio::test]
async fn the_goals_of_an_earlier_course_are_no_goals_of_the_next() {
    for team in both_teams().await {
        let (amina, dagny) = dagny_is_back(&team).await;
        let app = &team.app;
        assert!(filling::page(app, &amina, dagny).await.unwrap().goals.is_empty());
        let ending = closing::page(app, &amina, dagny).await.unwrap().course.unwrap();
        assert_eq!(ending.handover.goals_left, 0, "nobody has to carry on what the course before was about");
        assert!(closing::print(app, &amina, dagny).await.unwrap().goals.is_empty());
        let phases = phase::page(app, &amina, dagny, PhaseAsk::default()).await.unwrap().phases;
        let plan = phases[0].demands.iter().find(|demand| demand.kind == Kind::Plan).unwrap();
        assert_eq!(plan.state, State::NotYet, "a plan is asked for anew");
        let page = citizen::page(app, &amina, dagny).await.unwrap();
        assert!(matches!(page.standing, Standing::Enrolled(_)), "{:?}", page.standing);
        let told: Vec<_> = page.goals.iter().map(|goal| goal.is_earlier).collect();
        assert_eq!(told, [true], "what was worked on before can be read still, as what it was");
    }
}
