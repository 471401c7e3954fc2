//! Who runs the programme, who works in it, and going from one programme to another.

use app::setup::{NewAccount, add_organisation, add_user, change_programme};
use app::view::caseload::{CaseloadAsk, Scope};
use app::{Cx, Error, caseload, choose, citizen, holder, rules, staff};
use domain::code::{OrganisationKind, Role};
use domain::holder::Wish;
use domain::id::ProgrammeId;
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day, password};

use crate::block::once;
use crate::common::called;

fn text(words: &str) -> Personal<String> {
    Personal::new(words.to_owned())
}

fn wish() -> Wish {
    Wish {
        name: "Nordlys".to_owned(),
        kind: Some(OrganisationKind::Association),
        municipality: "Aarhus".to_owned(),
        responsible: text("Lene Brandt"),
        cpr: text("010170-1234"),
        ..Wish::default()
    }
}

fn codes(error: Error) -> Vec<Code> {
    match error {
        Error::Refusals(all) => all.into_iter().map(|one| one.code).collect(),
        Error::Refusal(one) => vec![one.code],
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_organisation_without_a_cvr_number_keeps_a_sealed_cpr_number_that_is_opened_on_the_record() {
    for team in both_teams().await {
        team.adds("amina", Role::Coordinator).await;
        team.adds("leder", Role::Leader).await;
        let (app, amina, leader) = (&team.app, team.signs_in("amina").await, team.signs_in("leder").await);
        holder::keep(app, &amina, wish(), (1, 0), once(1)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "organisation_kept");
        let page = holder::page(app, &leader).await.unwrap();
        let person = page.responsible.unwrap();
        assert_eq!((page.name.as_str(), page.version, person.has_cpr), ("Nordlys", 2, true));
        assert_eq!(person.name.reveal(), "Lene Brandt");
        assert!(matches!(holder::open_cpr(app, &leader).await, Err(Error::Denied)));
        assert_eq!(holder::open_cpr(app, &amina).await.unwrap().reveal(), "0101701234");
        assert_eq!(team.database.last_logged().await.event, "sealed_opened");

        let again = Wish { cpr: text(""), municipality: "Odense".to_owned(), ..wish() };
        holder::keep(app, &amina, again.clone(), (2, 1), once(2)).await.unwrap();
        assert_eq!(holder::open_cpr(app, &amina).await.unwrap().reveal(), "0101701234", "kept");
        let stale = holder::keep(app, &amina, again.clone(), (2, 1), once(3)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let another = Wish { responsible: text("Per Lind"), ..again };
        assert_eq!(
            codes(holder::keep(app, &amina, another.clone(), (3, 2), once(4)).await.unwrap_err()),
            [Code::CvrOrCpr]
        );
        let with_cvr = Wish { cvr: "64942212".to_owned(), ..another };
        holder::keep(app, &amina, with_cvr, (3, 2), once(5)).await.unwrap();
        assert!(
            matches!(holder::open_cpr(app, &amina).await, Err(Error::NotFound)),
            "none is kept beside a CVR number"
        );
    }
}

async fn team_of_four(team: &Team) -> (Cx, Cx) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("admin", Role::Administrator).await;
    for worker in ["mette", "jonas"] {
        team.adds(worker, Role::Worker).await;
    }
    (team.signs_in("amina").await, team.signs_in("admin").await)
}

#[tokio::test]
async fn nobody_leaves_while_citizens_are_assigned_and_who_they_are_is_told_to_whoever_may_know() {
    for team in both_teams().await {
        let (amina, admin) = team_of_four(&team).await;
        let app = &team.app;
        let page = staff::page(app, &amina).await.unwrap();
        let mette = page.members.iter().find(|one| one.name.reveal() == "Mette Lund").unwrap().clone();
        assert!(mette.citizens > 0 && page.may_name && !page.may_add);
        let last = day("2015-11-30");
        let refused = staff::leave(app, &amina, (mette.id, mette.version), Ok(last), once(1)).await.unwrap_err();
        assert_eq!(codes(refused), [Code::HasCitizens]);
        let (named, count) = staff::left(app, &amina, mette.id, last).await.unwrap();
        assert_eq!((named.len(), count), (mette.citizens, mette.citizens));
        assert!(named.iter().any(|(_, name)| name.reveal() == "Ask"));
        assert_eq!(team.database.last_logged().await.event, "citizens_listed");
        let (named, counted) = staff::left(app, &admin, mette.id, last).await.unwrap();
        assert_eq!((named.len(), counted), (0, count), "an administrator is told how many");

        let leader = team.adds("leder", Role::Leader).await;
        let page = staff::page(app, &amina).await.unwrap();
        let leader = page.members.iter().find(|one| one.user == leader).unwrap().clone();
        assert_eq!(
            codes(staff::leave(app, &amina, (leader.id, 1), Ok(day("2015-11-01")), once(2)).await.unwrap_err()),
            [Code::InThePast]
        );
        assert_eq!(
            codes(staff::leave(app, &amina, (leader.id, 1), Err(Code::DayNeeded), once(3)).await.unwrap_err()),
            [Code::DayNeeded]
        );
        staff::leave(app, &amina, (leader.id, 1), Ok(last), once(4)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "member_left");
        let stale = staff::leave(app, &amina, (leader.id, 1), Ok(last), once(5)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let own = page.members.iter().find(|one| one.is_mine).unwrap();
        assert_eq!(
            codes(staff::leave(app, &amina, (own.id, own.version), Ok(last), once(6)).await.unwrap_err()),
            [Code::NotOneself]
        );
    }
}

/// A second programme of the same organisation, in which amina is a worker.
async fn second(team: &Team) -> (ProgrammeId, Cx) {
    let file =
        app::demo::PROGRAMME.1.replacen("exit-2016", "efter-2016", 1).replacen("Indsats 2016", "Indsats 2017", 1);
    team.keeps(&file).await;
    let cx = team.cx_in("efter-2016").await;
    staff::join(&team.app, &cx, "amina", Some(Role::Worker), Ok(day("2015-01-01")), once(90)).await.unwrap();
    (cx.programme_id, cx)
}

#[tokio::test]
async fn somebody_with_two_programmes_goes_on_in_one_at_a_time_and_nothing_crosses() {
    for team in both_teams().await {
        let (amina, _) = team_of_four(&team).await;
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        let cookie = team.cookie("amina").await;
        let now = team.operator.now;
        assert!(!team.session(&cookie, now).await.unwrap().1.has_others, "one programme: nothing to switch to");
        let (other, _) = second(&team).await;
        let (first, session) = team.session(&cookie, now).await.unwrap();
        assert!(session.has_others);
        let choices = choose::page(app, &first).await.unwrap();
        assert_eq!(choices.iter().map(|one| one.is_current).collect::<Vec<_>>(), [false, true]);
        app::unsent::keep(
            app,
            &first,
            "/henvendelser/ny",
            None,
            &Personal::new([("alias".to_owned(), vec!["Bellis".to_owned()])].into()),
        )
        .await
        .unwrap();

        choose::choose(app, &first, &session, other).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "programme_chosen");
        let (second, there) = team.session(&cookie, now).await.unwrap();
        assert_eq!((second.programme_id, there.role), (other, Role::Worker), "the role is the other programme's");
        assert_ne!(there.token, session.token, "a form of the first programme is not taken in the second");
        assert!(matches!(citizen::page(app, &second, ask).await, Err(Error::NotFound)));
        let list = caseload::page(app, &second, CaseloadAsk::default()).await.unwrap();
        assert!(list.rows.is_empty());
        let all = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
        assert!(matches!(caseload::page(app, &second, all).await, Err(Error::Denied)), "no coordinator here");
        assert!(
            app::unsent::find(app, &second, "/henvendelser/ny").await.unwrap().is_none(),
            "nor does what was typed"
        );
        assert!(app::unsent::find(app, &first, "/henvendelser/ny").await.unwrap().is_some(), "the control");
        assert!(matches!(rules::offer(app, &second, rules::Way::File("id = 1"), 1).await, Err(Error::Denied)));

        let nowhere = ProgrammeId(uuid::Uuid::from_u128(5));
        assert!(matches!(choose::choose(app, &second, &there, nowhere).await, Err(Error::NotFound)));
        choose::choose(app, &second, &there, first.programme_id).await.unwrap();
        assert!(citizen::page(app, &team.session(&cookie, now).await.unwrap().0, ask).await.is_ok());
    }
}

#[tokio::test]
async fn another_organisation_s_programme_people_and_rules_are_not_there() {
    for team in both_teams().await {
        let (amina, admin) = team_of_four(&team).await;
        let app = &team.app;
        add_organisation(app, &team.operator, "Nordlys").await.unwrap();
        let file =
            app::demo::PROGRAMME.1.replacen("exit-2016", "nord-2016", 1).replacen("Indsats 2016", "Nord 2016", 1);
        change_programme(app, &team.operator, Some("Nordlys"), ("p.toml", &file), &text("Ny")).await.unwrap();
        let nord = team.cx_in("nord-2016").await;
        let account = |name: &str, role| NewAccount {
            user_name: name.to_owned(),
            name: None,
            role,
            partner: None,
            password: Some(password()),
        };
        add_user(app, &nord, account("berit", Role::Coordinator)).await.unwrap();
        let berit = team.signs_in("berit").await;
        assert_ne!(berit.organisation, amina.organisation);

        let ask = called(app, &amina, "Ask").await;
        assert!(matches!(citizen::page(app, &berit, ask).await, Err(Error::NotFound)));
        let all = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
        assert!(caseload::page(app, &berit, all).await.unwrap().rows.is_empty());
        assert_eq!(staff::page(app, &berit).await.unwrap().members.len(), 1, "herself");
        assert_eq!(holder::page(app, &berit).await.unwrap().name, "Nordlys");
        assert_eq!(rules::history::page(app, &berit).await.unwrap().len(), 1);
        let theirs = staff::page(app, &amina).await.unwrap().members[0].clone();
        assert!(matches!(
            staff::leave(app, &berit, (theirs.id, 1), Ok(day("2015-12-01")), once(1)).await,
            Err(Error::NotFound)
        ));
        assert!(matches!(staff::left(app, &berit, theirs.id, day("2015-12-01")).await, Err(Error::NotFound)));
        let join = staff::join(app, &admin, "berit", Some(Role::Leader), Ok(day("2015-12-01")), once(2)).await;
        assert_eq!(codes(join.unwrap_err()), [Code::AccountUnknown], "an account of another organisation");
        let cookie = team.cookie("amina").await;
        let (cx, session) = team.session(&cookie, team.operator.now).await.unwrap();
        assert!(matches!(choose::choose(app, &cx, &session, nord.programme_id).await, Err(Error::NotFound)));
        assert_eq!(choose::page(app, &cx).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn an_administrator_gives_an_account_a_role_once() {
    for team in both_teams().await {
        let (amina, admin) = team_of_four(&team).await;
        let app = &team.app;
        let from = Ok(day("2015-12-01"));
        assert!(matches!(
            staff::join(app, &amina, "jonas", Some(Role::Leader), from, once(1)).await,
            Err(Error::Denied)
        ));
        let user = staff::join(app, &admin, " Jonas ", Some(Role::Leader), from, once(2)).await.unwrap();
        assert_eq!(
            staff::join(app, &admin, "jonas", Some(Role::Leader), from, once(2)).await.unwrap(),
            user,
            "pressed twice"
        );
        assert_eq!(team.database.last_logged().await.event, "member_added");
        let again = staff::join(app, &admin, "jonas", Some(Role::Leader), from, once(3)).await.unwrap_err();
        assert_eq!(codes(again), [Code::HasRoleAlready]);
        let wrong = staff::join(app, &admin, "findes-ikke", Some(Role::Partner), Err(Code::NoSuchDay), once(4)).await;
        assert_eq!(codes(wrong.unwrap_err()), [Code::AccountUnknown, Code::ChoiceNeeded, Code::NoSuchDay]);
    }
}
