//! A round filled in together or typed from paper: saved as it is answered, done when somebody says so, and what the first star does.

use app::once::Once;
use app::view::filling::FillingForm;
use app::view::reading::Correction;
use app::{Cx, Error, citizen, filling, progress, reading};
use domain::code::{FilledBy, GoalState, Role};
use domain::enrolment::change::Change;
use domain::filling::{Review, Whose};
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::reading::Answer;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::called;

/// Everybody of the small register with an account: Amina coordinates, Ask and Birk are Mette's, Carla is Jonas's.
pub(crate) async fn people(team: &Team) -> (Cx, Cx, Cx) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("mette", Role::Worker).await;
    team.adds("jonas", Role::Worker).await;
    (team.signs_in("amina").await, team.signs_in("mette").await, team.signs_in("jonas").await)
}

pub(crate) fn once(cx: &Cx) -> Once {
    cx.form_key().unwrap()
}

/// The form of the citizen's page with every area of the star at a step.
async fn starred(team: &Team, cx: &Cx, citizen: CitizenId, step: u8) -> FillingForm {
    let page = filling::page(&team.app, cx, citizen).await.unwrap();
    let mut form = page.form;
    for item in 0..page.instruments[0].items.len() {
        form.filling.set(Whose::Citizen, &page.instruments[0], item, Some(Answer::Value(step))).unwrap();
    }
    form
}

fn codes<T: std::fmt::Debug>(refused: Result<T, Error>) -> Vec<Code> {
    match refused.unwrap_err() {
        Error::Refusals(refusals) => refusals.iter().map(|refusal| refusal.code).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_round_is_saved_as_it_is_answered_and_gone_on_with_later() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let page = filling::page(&team.app, &mette, ask).await.unwrap();
        assert!(page.saved_at.is_none() && page.first.is_none());
        let (mut form, star) = (page.form, &page.instruments[0]);
        form.filling.set(Whose::Citizen, star, 3, Some(Answer::Value(7))).unwrap();
        form.notes = Personal::new(
            [("stjerne".to_owned(), [("oekonomi".to_owned(), "Jeg har nøgle nu".to_owned())].into())].into(),
        );
        let saved = filling::save(&team.app, &mette, ask, &form).await.unwrap();
        assert_eq!(saved.version, 1);
        assert_eq!(filling::save(&team.app, &mette, ask, &form).await.unwrap().version, 1, "pressed twice, saved once");

        let later = filling::page(&team.app, &amina, ask).await.unwrap();
        assert!(later.begun_by.is_some(), "and who began it is told");
        assert_eq!(later.form.notes.reveal()["stjerne"]["oekonomi"], "Jeg har nøgle nu");
        assert_eq!(later.form.filling, form.filling);
        assert!(team.database.texts("SELECT answers FROM filling").await[0].starts_with("stjerne=-,-,-,7"));

        // Amina goes on from what she sees; Mette, who has not seen that, is told so and loses nothing of hers.
        let mut aminas = later.form.clone();
        aminas.filling.set(Whose::Citizen, star, 4, Some(Answer::Value(2))).unwrap();
        filling::save(&team.app, &amina, ask, &aminas).await.unwrap();
        form.from = 1;
        form.filling.set(Whose::Citizen, star, 5, Some(Answer::Value(3))).unwrap();
        assert!(matches!(filling::save(&team.app, &mette, ask, &form).await, Err(Error::Stale)));
        assert!(matches!(
            filling::complete(&team.app, &mette, ask, &form, true, once(&mette)).await,
            Err(Error::Stale)
        ));
        assert_eq!(filling::page(&team.app, &mette, ask).await.unwrap().form.filling, aminas.filling);
    }
}

#[tokio::test]
async fn the_first_complete_star_enrols_once_however_often_it_is_pressed() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let birk = called(&team.app, &amina, "Birk").await;
        let form = starred(&team, &mette, birk, 4).await;
        let first = filling::page(&team.app, &mette, birk).await.unwrap().first.unwrap();
        assert_eq!((first.is_open, first.planned_end, first.phases.len()), (true, Some(day("2016-11-22")), 3));
        assert_eq!(
            codes(filling::complete(&team.app, &mette, birk, &form, false, once(&mette)).await),
            [Code::LeftOpen]
        );
        let key = once(&mette);
        let done = filling::complete(&team.app, &mette, birk, &form, true, key).await.unwrap();
        assert_eq!(done.change, Change::Begins(day("2015-11-23")));
        let again = filling::complete(&team.app, &mette, birk, &form, true, key).await.unwrap();
        assert_eq!(again.reading, done.reading);
        let page = progress::page(&team.app, &mette, birk, (None, None)).await.unwrap();
        assert_eq!((page.stars.len(), page.readings[0].enrolled), (1, true));
        assert!(filling::page(&team.app, &mette, birk).await.unwrap().first.is_none(), "nobody is enrolled twice");
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "enrolled").count(), 1);
    }
}

#[tokio::test]
async fn when_recruitment_is_over_only_a_coordinator_s_exception_begins_a_course_and_the_page_says_who_can_grant_it() {
    for team in both_teams().await {
        people(&team).await;
        team.keeps(&app::demo::PROGRAMME.1.replacen("to = 2016-03-31", "to = 2015-11-20", 1)).await;
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let birk = called(&team.app, &amina, "Birk").await;
        let form = starred(&team, &mette, birk, 4).await;
        let first = filling::page(&team.app, &mette, birk).await.unwrap().first.unwrap();
        assert_eq!((first.is_open, first.deciders.len(), first.windows[0].to), (false, 1, day("2015-11-20")));
        let refused = filling::complete(&team.app, &mette, birk, &form, true, once(&mette)).await;
        assert_eq!(codes(refused), [Code::OutsideRecruitmentWindow]);
        let why = Personal::new("Kom i oktober".to_owned());
        app::assignment::except(&team.app, &amina, birk, ("R10", None), &why, once(&amina)).await.unwrap();
        assert!(filling::page(&team.app, &mette, birk).await.unwrap().first.unwrap().is_open);
        let done = filling::complete(&team.app, &mette, birk, &form, true, once(&mette)).await.unwrap();
        assert_eq!(done.change, Change::Begins(day("2015-11-23")));
    }
}

#[tokio::test]
async fn impossible_days_are_refused_all_at_once_and_what_was_answered_stays() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let birk = called(&team.app, &amina, "Birk").await;
        let mut form = starred(&team, &mette, birk, 4).await;
        form.from = filling::save(&team.app, &mette, birk, &form).await.unwrap().version;
        form.made_on = day("2015-11-24");
        let refused = filling::complete(&team.app, &mette, birk, &form, true, once(&mette)).await;
        assert_eq!(codes(refused), [Code::InTheFuture]);
        form.made_on = day("2013-01-01");
        let refused = filling::complete(&team.app, &mette, birk, &form, false, once(&mette)).await;
        assert_eq!(codes(refused), [Code::BeforeClarification, Code::OutsideRecruitmentWindow, Code::LeftOpen]);
        let kept = filling::page(&team.app, &mette, birk).await.unwrap();
        assert_eq!(kept.form.filling, form.filling);
        let mut nothing = kept.form.clone();
        nothing.filling = Default::default();
        let refused = filling::complete(&team.app, &mette, birk, &nothing, true, once(&mette)).await;
        assert_eq!(codes(refused), [Code::NothingAnswered]);
    }
}

#[tokio::test]
async fn where_the_two_disagree_both_scores_are_kept_and_the_citizen_s_counts() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let mut form = starred(&team, &mette, ask, 5).await;
        let star = filling::page(&team.app, &mette, ask).await.unwrap().instruments[0].clone();
        form.filling.set(Whose::Worker, &star, 8, Some(Answer::Value(7))).unwrap();
        filling::complete(&team.app, &mette, ask, &form, true, once(&mette)).await.unwrap();
        let area = progress::page(&team.app, &mette, ask, (None, None)).await.unwrap().star.unwrap().areas[8].clone();
        assert_eq!((area.first, area.latest, area.worker), (Some(4), Some(5), Some(7)));
    }
}

#[tokio::test]
async fn a_goal_that_is_reached_is_reached_from_the_round_on_and_the_plan_was_gone_through() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let mut form = starred(&team, &mette, ask, 5).await;
        let goal = filling::page(&team.app, &mette, ask).await.unwrap().goals[0].id;
        form.filling.set_review(goal, Some(Review::Reached));
        filling::complete(&team.app, &mette, ask, &form, true, once(&mette)).await.unwrap();
        let page = citizen::page(&team.app, &mette, ask).await.unwrap();
        assert_eq!((page.goals[0].state, page.goals[0].since), (GoalState::Reached, day("2015-11-23")));
        assert!(
            matches!(&page.goals[0].words, app::view::citizen::Words::Shown(words) if words.reveal().contains("nøgle"))
        );
        assert_eq!(team.database.number("SELECT COUNT(*) FROM mark WHERE kind = 'plan_gennemgaaet'").await, 1);
        assert!(filling::page(&team.app, &mette, ask).await.unwrap().goals.is_empty());
    }
}

#[tokio::test]
async fn a_round_begun_by_mistake_is_thrown_away() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let form = starred(&team, &mette, ask, 5).await;
        let saved = filling::save(&team.app, &mette, ask, &form).await.unwrap();
        let thrown = filling::discard(&team.app, &mette, ask, saved.id, 7, once(&mette)).await;
        assert!(matches!(thrown, Err(Error::Stale)));
        filling::discard(&team.app, &mette, ask, saved.id, saved.version, once(&mette)).await.unwrap();
        assert_eq!(team.database.number("SELECT COUNT(*) FROM filling").await, 0);
    }
}

#[tokio::test]
async fn nobody_but_the_citizen_s_worker_and_the_coordinator_fills_in() {
    for team in both_teams().await {
        let (amina, mette, jonas) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let form = starred(&team, &mette, ask, 5).await;
        let id = progress::page(&team.app, &mette, ask, (None, None)).await.unwrap().readings[0].id;
        let before = team.database.row_counts().await;
        assert!(matches!(filling::page(&team.app, &jonas, ask).await, Err(Error::NotFound)));
        assert!(matches!(filling::save(&team.app, &jonas, ask, &form).await, Err(Error::NotFound)));
        let done = filling::complete(&team.app, &jonas, ask, &form, true, once(&jonas)).await;
        assert!(matches!(done, Err(Error::NotFound)));
        for look in [reading::Look::Figures, reading::Look::Words, reading::Look::Correct] {
            assert!(matches!(reading::page(&team.app, &jonas, ask, id, look).await, Err(Error::NotFound)));
        }
        let why = (1, &Personal::new("Nej".to_owned()));
        assert!(matches!(reading::withdraw(&team.app, &jonas, ask, id, why, once(&jonas)).await, Err(Error::NotFound)));
        assert_eq!(team.database.row_counts().await, before);
    }
}

#[tokio::test]
async fn a_corrected_reading_keeps_its_old_version_and_the_reason() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let id = progress::page(&team.app, &mette, ask, (None, None)).await.unwrap().stars[0].0;
        let page = reading::page(&team.app, &mette, ask, id, reading::Look::Correct).await.unwrap();
        let now = &page.versions[0];
        let mut correction = Correction {
            from: now.number,
            made_on: now.made_on,
            filled_by: Some(FilledBy::Citizen),
            filling: domain::filling::Filling::of_reading(&page.instrument, &now.answers, None),
            notes: Personal::default(),
            reason: Personal::new(" ".to_owned()),
        };
        correction.filling.set(Whose::Citizen, &page.instrument, 0, Some(Answer::Value(9))).unwrap();
        let refused = reading::correct(&team.app, &mette, ask, id, &correction, once(&mette)).await;
        assert_eq!(codes(refused), [Code::ReasonNeeded]);
        correction.reason = Personal::new("Tastet forkert".to_owned());
        let key = once(&mette);
        let change = reading::correct(&team.app, &mette, ask, id, &correction, key).await.unwrap();
        assert_eq!(change, Change::Stays);
        let again = reading::correct(&team.app, &mette, ask, id, &correction, once(&mette)).await;
        assert!(matches!(again, Err(Error::Stale)), "from the same page by somebody else");
        let page = reading::page(&team.app, &mette, ask, id, reading::Look::Words).await.unwrap();
        let told: Vec<_> = page.versions.iter().map(|version| version.answers.packed()).collect();
        assert_eq!(told, ["9,4,4,4,4,4,4,4,4,4", "4,4,4,4,4,4,4,4,4,4"]);
        assert_eq!(page.versions[0].reason.as_ref().unwrap().reveal(), "Tastet forkert");
        let log = team.database.log().await;
        assert!(log.iter().any(|row| row.event == "fact_corrected") && !format!("{log:?}").contains("Tastet"));
    }
}

#[tokio::test]
async fn withdrawing_the_star_that_enrolled_undoes_the_enrolment_and_putting_it_back_restores_it() {
    for team in both_teams().await {
        let (amina, mette, _) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        let id = progress::page(&team.app, &mette, ask, (None, None)).await.unwrap().stars[0].0;
        let page = reading::page(&team.app, &mette, ask, id, reading::Look::Figures).await.unwrap();
        assert_eq!(page.consequence, Change::Ends, "it says so before");
        let blank = Personal::new(String::new());
        let refused = reading::withdraw(&team.app, &mette, ask, id, (1, &blank), once(&mette)).await;
        assert_eq!(codes(refused), [Code::ReasonNeeded]);
        let why = Personal::new("En anden borgers papir".to_owned());
        let change = reading::withdraw(&team.app, &mette, ask, id, (1, &why), once(&mette)).await.unwrap();
        assert_eq!(change, Change::Ends, "and after");
        assert!(filling::page(&team.app, &mette, ask).await.unwrap().first.is_some(), "in clarification again");
        let page = reading::page(&team.app, &mette, ask, id, reading::Look::Figures).await.unwrap();
        assert_eq!((page.versions[0].withdrawn, page.consequence), (true, Change::Begins(day("2015-11-10"))));
        let change = reading::put_back(&team.app, &mette, ask, id, 2, once(&mette)).await.unwrap();
        assert_eq!(change, Change::Begins(day("2015-11-10")));
        assert!(filling::page(&team.app, &mette, ask).await.unwrap().first.is_none());
        let log = team.database.log().await;
        for event in ["fact_withdrawn", "withdrawal_undone"] {
            assert!(log.iter().any(|row| row.event == event), "{event}");
        }
    }
}
