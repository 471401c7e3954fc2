//! Who may see what: every role at every use case is answered as `domain::access` decides, and what is not for a reader does not exist.

use app::caseload;
use app::report::{ReportAsk, report};
use app::setup::{NewAccount, add_user};
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::citizen::{CitizenPage, SealedRef};
use app::view::figures::FiguresAsk;
use app::view::log::LogAsk;
use app::{Cx, Error, citizen, figures, log};
use domain::access::{Action, Relation, role_may};
use domain::code::Role;
use domain::id::CitizenId;
use domain::report::Report;
use testkit::register::small;
use testkit::team::{Team, both_teams};
use uuid::Uuid;

use crate::common::{called, page_of};

/// Denied or not found, told apart from everything else.
fn outcome<T>(answer: Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "given",
        Err(Error::Denied) => "denied",
        Err(Error::NotFound) => "not found",
        Err(other) => panic!("{other}"),
    }
}

/// What `domain::access` says, in the words of [`outcome`].
fn decided(cx: &Cx, action: Action, relation: Relation, otherwise: &'static str) -> &'static str {
    let domain::access::Actor::User { role, .. } = &cx.actor else { panic!("a person") };
    if role_may(*role, action, relation) { "given" } else { otherwise }
}

fn a_text(page: &CitizenPage) -> SealedRef {
    page.timeline.iter().find_map(|entry| entry.sealed).unwrap()
}

async fn small_team(team: &Team) -> Cx {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.signs_in("amina").await
}

#[tokio::test]
async fn every_role_is_answered_at_every_use_case_as_access_decides() {
    for team in both_teams().await {
        let (app, amina) = (&team.app, small_team(&team).await);
        team.adds("mette", Role::Worker).await;
        let mut people = vec![amina.clone(), team.signs_in("mette").await];
        for role in Role::ALL.iter().filter(|role| !matches!(role, Role::Worker | Role::Coordinator)) {
            team.adds(role.code(), *role).await;
            people.push(team.signs_in(role.code()).await);
        }
        assert_eq!(people.len(), Role::ALL.len());
        let (ask, carla) = (page_of(app, &amina, "Ask").await, page_of(app, &amina, "Carla").await);
        for cx in &people {
            let check = |what: &str, got, action, relation, otherwise| {
                assert_eq!(got, decided(cx, action, relation, otherwise), "{:?} and {what}", cx.actor);
            };
            let nobody = Relation::NoCitizen;
            let got = outcome(figures::page(app, cx, FiguresAsk::default()).await);
            check("the figures", got, Action::SeeFigures, nobody, "denied");
            for name in Report::ALL {
                let gives = |action| decided(cx, action, nobody, "denied") == "given";
                let may = match name {
                    Report::Courses | Report::WindDown => gives(Action::SeeRows),
                    Report::Fidelity => gives(Action::SeeFigures) && gives(Action::SeeTeamFidelity),
                    // It stands in the drafts of reports, too.
                    Report::Continuation => {
                        gives(Action::SeeFigures) && (gives(Action::SeeRecord) || gives(Action::SeeReports))
                    }
                    _ => gives(Action::SeeFigures),
                };
                let wanted = if may { "given" } else { "denied" };
                let got = outcome(report(app, cx, *name, ReportAsk::default()).await);
                assert_eq!(got, wanted, "{:?} and {}", cx.actor, name.name());
            }
            for (scope, action) in [(Scope::Own, Action::ListOwnCitizens), (Scope::Programme, Action::ListAllCitizens)]
            {
                let got = outcome(caseload::page(app, cx, CaseloadAsk { scope, ..CaseloadAsk::default() }).await);
                check("a list", got, action, nobody, "denied");
            }
            let got = outcome(app::desk::page(app, cx, Default::default()).await);
            check("the desk", got, Action::SeeDesk, nobody, "denied");
            let got = outcome(app::wind_down::page(app, cx, Default::default()).await);
            check("the wind-down", got, Action::SeeRows, nobody, "denied");
            let got = outcome(app::forecast::page(app, cx, &Default::default()).await);
            check("the forecast", got, Action::SeeFigures, nobody, "denied");
            let got = outcome(app::goals::page(app, cx, (None, None), false).await);
            check("the goals", got, Action::SeeUnlinkedGoals, nobody, "denied");
            let got = outcome(app::fidelity::page(app, cx, None, None).await);
            let own = decided(cx, Action::SeeOwnFidelity, nobody, "denied");
            let team = decided(cx, Action::SeeTeamFidelity, nobody, "denied");
            assert_eq!(got, if own == "given" { own } else { team }, "{:?} and fidelity", cx.actor);
            check("the log", outcome(log::page(app, cx, LogAsk::default()).await), Action::SeeLog, nobody, "denied");
            let got = app::import::import(app, cx, &small().source(), true, &mut |_| {}).await;
            let got = outcome(got.map_err(|fault| match fault {
                app::import::ImportFault::Other(fault) => fault,
                fault => panic!("{fault}"),
            }));
            check("the import", got, Action::ImportRegister, nobody, "denied");

            // Ask is Mette's; nobody else here has a citizen.
            let is_mette = cx.actor == people[1].actor;
            let of_ask = if is_mette { Relation::Own } else { Relation::Programme };
            for (page, relation) in [(&ask, of_ask), (&carla, Relation::Programme)] {
                let got = outcome(citizen::page(app, cx, page.id).await);
                check("a citizen", got, Action::SeeCitizen, relation, "not found");
                let got = outcome(citizen::open_sealed(app, cx, page.id, a_text(page)).await);
                check("a sealed text", got, Action::OpenSealed, relation, "not found");
            }
            let unknown = CitizenId(Uuid::from_u128(9));
            assert_eq!(outcome(citizen::page(app, cx, unknown).await), "not found");
            assert_eq!(outcome(citizen::open_sealed(app, cx, unknown, a_text(&ask)).await), "not found");

            let account = NewAccount {
                user_name: "ny".to_owned(),
                name: None,
                role: Role::Leader,
                partner: None,
                password: None,
            };
            check("an account", outcome(add_user(app, cx, account).await), Action::KeepUsers, nobody, "denied");
        }
    }
}

#[tokio::test]
async fn jonas_sees_his_own_citizens_and_cannot_tell_mette_s_from_nobody() {
    for team in both_teams().await {
        let (app, amina) = (&team.app, small_team(&team).await);
        team.adds("jonas", Role::Worker).await;
        let jonas = team.signs_in("jonas").await;
        let list = caseload::page(app, &jonas, CaseloadAsk::default()).await.unwrap();
        let names: Vec<_> = list.rows.iter().map(|row| row.name.reveal().as_str()).collect();
        assert_eq!(names, ["Carla"]);
        let (ask, carla) = (page_of(app, &amina, "Ask").await, page_of(app, &amina, "Carla").await);
        assert!(citizen::page(app, &jonas, carla.id).await.unwrap().is_own);

        let before = team.database.row_counts().await;
        let answers = [ask.id, CitizenId(Uuid::from_u128(7))];
        let mut told = Vec::new();
        for id in answers {
            let page = citizen::page(app, &jonas, id).await.unwrap_err();
            let text = citizen::open_sealed(app, &jonas, id, a_text(&ask)).await.unwrap_err();
            told.push(format!("{page:?} {page} {text:?} {text}"));
        }
        assert_eq!(told[0], told[1]);
        // Nor does a text of Mette's citizen open under the id of his own.
        let stolen = citizen::open_sealed(app, &jonas, carla.id, a_text(&ask)).await.unwrap_err();
        assert!(matches!(stolen, Error::NotFound), "{stolen:?}");
        assert_eq!(team.database.row_counts().await, before, "nothing was shown, so nothing is logged as seen");
    }
}

#[tokio::test]
async fn a_citizen_of_another_programme_does_not_exist_in_this_one() {
    for team in both_teams().await {
        let (app, amina) = (&team.app, small_team(&team).await);
        let ask = page_of(app, &amina, "Ask").await;
        team.keeps(&app::demo::PROGRAMME.1.replacen("exit-2016", "naeste-2017", 1)).await;
        let next = team.cx_in("naeste-2017").await;
        let lists = small().with("borgere", "B1;Ask;", "B1;Elis;");
        let imported = app::import::import(app, &next, &lists.source(), false, &mut |_| {}).await.unwrap();
        assert_eq!(imported.changed, 0, "the same ids in another programme are other people");
        let boss = NewAccount {
            user_name: "berit".to_owned(),
            name: None,
            role: Role::Coordinator,
            partner: None,
            password: Some(testkit::team::password()),
        };
        add_user(app, &next, boss).await.unwrap();
        let berit = team.signs_in("berit").await;
        let elis = called(app, &berit, "Elis").await;
        assert_eq!(outcome(citizen::page(app, &berit, elis).await), "given", "the control");
        assert_eq!(outcome(citizen::page(app, &berit, ask.id).await), "not found");
        assert_eq!(outcome(citizen::open_sealed(app, &berit, ask.id, a_text(&ask)).await), "not found");
        assert_eq!(outcome(citizen::open_sealed(app, &berit, elis, a_text(&ask)).await), "not found");
        assert_eq!(outcome(citizen::page(app, &amina, elis).await), "not found");
        let figures = figures::page(app, &amina, FiguresAsk::default()).await.unwrap();
        assert_eq!(figures.status.different_users, 4);
    }
}

#[tokio::test]
async fn the_command_line_sees_figures_and_no_citizen() {
    for team in both_teams().await {
        let (app, amina) = (&team.app, small_team(&team).await);
        let (cx, ask) = (team.cx().await, page_of(app, &amina, "Ask").await);
        assert_eq!(outcome(report(app, &cx, Report::Courses, ReportAsk::default()).await), "given");
        assert_eq!(outcome(citizen::page(app, &cx, ask.id).await), "not found");
        assert_eq!(outcome(citizen::open_sealed(app, &cx, ask.id, a_text(&ask)).await), "not found");
        assert_eq!(outcome(caseload::page(app, &cx, CaseloadAsk::default()).await), "denied");
        assert_eq!(outcome(log::page(app, &cx, LogAsk::default()).await), "denied");
    }
}
