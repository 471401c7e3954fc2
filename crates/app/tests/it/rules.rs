//! The rules are changed by those who keep them, shown before they are saved, and never from an older version without its being told.

use std::collections::BTreeMap;

use app::once::Once;
use app::rules::{self, Way, history};
use app::setup::{add_organisation, change_programme, offer_programme};
use app::view::rules::{By, Confirmed, Offered, Preview};
use app::{Cx, Error, caseload};
use domain::access::{Action, Relation, role_may};
use domain::code::Role;
use domain::personal::Personal;
use domain::programme::change::{Change, Number};
use domain::programme::draft::Draft;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::block::once;

const FILE: &str = app::demo::PROGRAMME.1;

fn text(words: &str) -> Personal<String> {
    Personal::new(words.to_owned())
}

fn earlier() -> String {
    FILE.replacen("to = 2016-12-31", "to = 2015-12-31", 1).replacen("to = 2016-03-31", "to = 2015-12-31", 1)
}

async fn offered(team: &Team, cx: &Cx, file: &str, from: i64) -> Offered {
    rules::offer(&team.app, cx, Way::File(file), from).await.unwrap()
}

async fn good(team: &Team, cx: &Cx, file: &str, from: i64) -> Preview {
    match offered(team, cx, file, from).await {
        Offered::Good(preview) => *preview,
        other => panic!("{other:?}"),
    }
}

async fn confirm(team: &Team, cx: &Cx, preview: &Preview, reason: &str, key: u128) -> Result<Confirmed, Error> {
    let file = (preview.toml.as_str(), preview.version);
    rules::confirm(&team.app, cx, file, Some(&preview.seen), &text(reason), once(key)).await
}

async fn with_people(team: &Team) -> (Cx, Cx) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("admin", Role::Administrator).await;
    (team.signs_in("amina").await, team.signs_in("admin").await)
}

#[tokio::test]
async fn a_change_names_whose_planned_end_it_moves_and_moves_nothing_until_it_is_confirmed_with_a_reason() {
    for team in both_teams().await {
        let (amina, _) = with_people(&team).await;
        let preview = good(&team, &amina, &earlier(), 1).await;
        let ends: Vec<_> = preview.moves.courses.iter().filter_map(|one| Some((one.citizen, one.end?))).collect();
        assert!(!ends.is_empty() && ends.iter().all(|(_, end)| end.to == Some(day("2015-12-31"))));
        assert!(ends.iter().all(|(_, end)| end.days().is_some_and(|days| days < 0)));
        let named: Vec<&str> = ends.iter().map(|(citizen, _)| preview.names[citizen].reveal().as_str()).collect();
        assert!(named.contains(&"Ask"), "{named:?}");
        assert_eq!(team.database.last_logged().await.event, "citizens_listed");
        assert_eq!(rules::page(&team.app, &amina).await.unwrap().version, 1, "looking saved nothing");

        let refused = confirm(&team, &amina, &preview, " ", 1).await.unwrap_err();
        assert!(matches!(refused, Error::Refusal(one) if one.code == Code::ReasonNeeded));
        assert!(matches!(confirm(&team, &amina, &preview, "Fonden slutter", 2).await, Ok(Confirmed::Saved(2))));
        assert_eq!(team.database.last_logged().await.event, "programme_kept");
        assert!(
            matches!(confirm(&team, &amina, &preview, "Fonden slutter", 2).await, Ok(Confirmed::Saved(2))),
            "pressed twice"
        );
        let versions = history::page(&team.app, &amina).await.unwrap();
        assert_eq!(versions.len(), 2);
        assert_eq!(versions[0].reason.as_ref().unwrap().reveal(), "Fonden slutter");
        assert!(
            matches!(&versions[0].by, By::Person(_)) && matches!(&versions[1].by, By::Operator(name) if name == "root")
        );
        assert!(
            matches!(versions[0].changes.first(), Some(Change::Funding(before, _)) if before.to == day("2016-12-31"))
        );
        assert_eq!(history::version(&team.app, &amina, 1).await.unwrap().rules.funding.to, day("2016-12-31"));
        assert_eq!(team.signs_in("amina").await.programme.funding.to, day("2015-12-31"), "in force");
    }
}

#[tokio::test]
async fn an_administrator_is_told_how_many_and_nobody_s_name() {
    for team in both_teams().await {
        let (amina, admin) = with_people(&team).await;
        let (told, counted) = (good(&team, &amina, &earlier(), 1).await, good(&team, &admin, &earlier(), 1).await);
        assert_eq!(counted.moves, told.moves);
        assert!(!told.names.is_empty() && counted.names.is_empty() && !counted.may_name);
    }
}

#[tokio::test]
async fn two_who_change_at_once_are_shown_both_and_neither_is_lost() {
    for team in both_teams().await {
        let (amina, admin) = with_people(&team).await;
        let lower = FILE.replacen("caseload_cap = 10", "caseload_cap = 9", 1);
        let (mine, theirs) = (good(&team, &amina, &lower, 1).await, good(&team, &admin, &earlier(), 1).await);
        assert!(matches!(confirm(&team, &admin, &theirs, "Først", 1).await, Ok(Confirmed::Saved(2))));
        let Ok(Confirmed::Not(Offered::Stale(kept, preview))) = confirm(&team, &amina, &mine, "Så", 2).await else {
            panic!("the second is told")
        };
        assert_eq!((kept.version, preview.version), (2, 2));
        assert!(kept.changes.iter().any(|change| matches!(change, Change::Funding(..))), "theirs");
        assert!(preview.changes.contains(&Change::Number(Number::CaseloadCap, 10, 9)), "mine");
        assert_eq!(history::page(&team.app, &amina).await.unwrap().len(), 2);
        assert!(matches!(confirm(&team, &amina, &preview, "Alligevel", 3).await, Ok(Confirmed::Saved(3))));
    }
}

#[tokio::test]
async fn what_moves_is_worked_out_again_and_shown_again_where_it_is_another() {
    for team in both_teams().await {
        let (amina, _) = with_people(&team).await;
        let preview = Preview { seen: "0".repeat(32), ..good(&team, &amina, &earlier(), 1).await };
        assert!(matches!(confirm(&team, &amina, &preview, "Grund", 1).await, Ok(Confirmed::Not(Offered::Good(_)))));
        assert_eq!(rules::page(&team.app, &amina).await.unwrap().version, 1);
    }
}

#[tokio::test]
async fn what_cannot_be_is_refused_beside_its_field_and_a_file_s_faults_have_their_lines() {
    for team in both_teams().await {
        let (amina, _) = with_people(&team).await;
        let without =
            FILE.replacen("[[goal_areas]]\nkey = \"bolig\"\nda = \"Stabil bolig\"\nen = \"Stable housing\"\n", "", 1);
        let Offered::Refused(refused) = offered(&team, &amina, &without, 1).await else { panic!("bolig is in use") };
        assert_eq!(refused.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::AreaInUse]);
        let other = FILE.replacen("id = \"exit-2016\"", "id = \"andet\"", 1);
        assert!(matches!(offered(&team, &amina, &other, 1).await, Offered::Refused(_)));
        let Offered::Faults(faults) = offered(&team, &amina, "id = 3\nphases = 0\n", 1).await else {
            panic!("no rules")
        };
        assert!(faults.iter().any(|fault| fault.starts_with("2: ")), "{faults:?}");
        assert!(matches!(offered(&team, &amina, FILE, 1).await, Offered::Same));
        let empty = Draft {
            title: rules::page(&team.app, &amina).await.unwrap().rules.title,
            numbers: BTreeMap::from([(Number::CaseloadCap, 0)]),
            funding: (Ok(day("2013-04-01")), Ok(day("2016-12-31"))),
            windows: Vec::new(),
            instruments: Vec::new(),
            enrolling: String::new(),
            areas: Vec::new(),
        };
        assert!(matches!(rules::offer(&team.app, &amina, Way::Typed(&empty), 1).await, Ok(Offered::Refused(_))));
        let list = caseload::page(&team.app, &amina, app::view::caseload::CaseloadAsk::default()).await;
        assert!(list.is_ok(), "nothing broke");
    }
}

#[tokio::test]
async fn every_role_may_what_access_decides_about_rules() {
    for team in both_teams().await {
        for role in Role::ALL {
            team.adds(role.code(), *role).await;
            let cx = team.signs_in(role.code()).await;
            let may = |action| role_may(*role, action, Relation::NoCitizen);
            let denied = |outcome: Result<(), Error>| matches!(outcome, Err(Error::Denied));
            let (app, other) = (&team.app, FILE.replacen("phases = 3", "phases = 4", 1));
            assert_eq!(!denied(rules::page(app, &cx).await.map(|_| ())), may(Action::SeeRules), "{role}");
            assert_eq!(!denied(history::page(app, &cx).await.map(|_| ())), may(Action::SeeRules), "{role}");
            let offered = rules::offer(app, &cx, Way::File(&other), 1).await.map(|_| ());
            assert_eq!(!denied(offered), may(Action::KeepProgrammes), "{role}");
            let reason = text("Grund");
            let confirmed = rules::confirm(app, &cx, (&other, 0), None, &reason, Once(Uuid::from_u128(7))).await;
            assert_eq!(!denied(confirmed.map(|_| ())), may(Action::KeepProgrammes), "{role}");
            assert_eq!(!denied(app::staff::page(app, &cx).await.map(|_| ())), may(Action::KeepStaff), "{role}");
            assert_eq!(!denied(app::holder::page(app, &cx).await.map(|_| ())), may(Action::SeeRules), "{role}");
        }
    }
}

#[tokio::test]
async fn the_command_line_comes_by_the_same_way_and_another_organisation_s_programme_is_another() {
    for team in both_teams().await {
        with_people(&team).await;
        let file = earlier();
        let preview = offer_programme(&team.app, &team.operator, None, ("p.toml", &file)).await.unwrap().unwrap();
        assert!(!preview.moves.is_empty());
        add_organisation(&team.app, &team.operator, "Nordlys").await.unwrap();
        assert!(add_organisation(&team.app, &team.operator, "Nordlys").await.is_err(), "the name is taken");
        let several = offer_programme(&team.app, &team.operator, None, ("p.toml", &file)).await;
        assert!(matches!(several, Err(Error::Refused(told)) if told.contains("Nordlys")));
        let named = Some("Nordlys");
        assert!(
            offer_programme(&team.app, &team.operator, named, ("p.toml", &file)).await.unwrap().is_none(),
            "it is new there"
        );
        let reason = text("Ny");
        let kept = change_programme(&team.app, &team.operator, named, ("p.toml", &file), &reason).await.unwrap();
        assert_eq!(kept.version, 1);
        let both = team.app.operator_cx(&team.operator, "exit-2016", render::Locale::Da).await;
        assert!(matches!(both, Err(Error::Refused(told)) if told.contains("name/exit-2016")));
        let theirs = team.cx_in("Nordlys/exit-2016").await;
        let ours = team.cx_in("Københavnergruppen/exit-2016").await;
        assert_ne!((theirs.organisation, theirs.programme_id), (ours.organisation, ours.programme_id));
        assert_eq!(ours.programme.funding.to, day("2016-12-31"), "ours is as it was");
    }
}
