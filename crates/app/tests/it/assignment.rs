//! Ten citizens a worker, whoever presses first; and courses that change hands.

use app::assignment::{self, Giving};
use app::view::caseload::CaseloadAsk;
use app::{Cx, Error, block, caseload, citizen};
use domain::code::Role;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::{Lists, small};
use testkit::team::{Team, both_teams, day};

use crate::block::{me, once};
use crate::common::called;

/// The small register, and citizens in clarification: `taken` more of Mette's, and six that nobody has.
fn crowded(taken: usize) -> Lists {
    let mut lists = small();
    for number in 0..taken + 6 {
        let worker = if number < taken { "mette" } else { "" };
        lists = lists
            .and("borgere", &format!("C{number};Ny{number};;;;;;"))
            .and("forloeb", &format!("G{number};C{number};2015-11-16;;;;;{worker}"));
    }
    lists
}

async fn crowd(team: &Team, taken: usize) -> (Cx, Cx, Cx) {
    team.imports(&crowded(taken)).await;
    team.adds("amina", Role::Coordinator).await;
    for worker in ["mette", "jonas"] {
        team.adds(worker, Role::Worker).await;
    }
    (team.signs_in("amina").await, team.signs_in("mette").await, team.signs_in("jonas").await)
}

fn to(worker: UserId, current: Option<(uuid::Uuid, i64)>) -> Giving {
    let note = Personal::new("Ring efter kl. 10".to_owned());
    Giving { worker: Some(worker), from: Some(day("2015-11-23")), note, current }
}

async fn current(team: &Team, cx: &Cx, who: CitizenId) -> Option<(uuid::Uuid, i64)> {
    let page = assignment::page(&team.app, cx, who).await.unwrap();
    page.current.map(|current| (current.id, current.version))
}

async fn own(team: &Team, cx: &Cx) -> usize {
    caseload::page(&team.app, cx, CaseloadAsk::default()).await.unwrap().rows.len()
}

fn code(error: &Error) -> Option<Code> {
    match error {
        Error::Refusals(refused) => refused.first().map(|refusal| refusal.code),
        Error::Refusal(refusal) => Some(refusal.code),
        _ => None,
    }
}

#[tokio::test]
async fn the_tenth_has_room_and_the_eleventh_is_refused_until_an_exception_is_granted() {
    for team in both_teams().await {
        let (amina, mette, jonas) = crowd(&team, 7).await;
        let app = &team.app;
        let (tenth, eleventh) = (called(app, &amina, "Ny7").await, called(app, &amina, "Ny8").await);
        let denied = assignment::give(app, &jonas, tenth, to(me(&jonas), None), once(1)).await;
        assert!(matches!(denied, Err(Error::NotFound)), "a worker takes nobody on alone");
        assignment::give(app, &amina, tenth, to(me(&mette), None), once(2)).await.unwrap();
        assignment::give(app, &amina, tenth, to(me(&mette), None), once(2)).await.unwrap();
        let logged = team.database.last_logged().await;
        assert_eq!((logged.event.as_str(), logged.citizens.as_slice()), ("worker_assigned", &[tenth.0][..]));
        assert_eq!(own(&team, &mette).await, 10);

        let refused = assignment::give(app, &amina, eleventh, to(me(&mette), None), once(3)).await.unwrap_err();
        assert_eq!(code(&refused), Some(Code::NoRoom));
        let page = assignment::page(app, &amina, eleventh).await.unwrap();
        let loads: Vec<_> = page
            .loads
            .iter()
            .map(|load| (load.name.reveal().as_str(), load.enrolled, load.in_clarification, load.room))
            .collect();
        assert_eq!(loads, [("Jonas Friis", 1, 0, 9), ("Mette Lund", 1, 9, 0)], "who has room, by name");
        assert_eq!(own(&team, &mette).await, 10);

        let reason = Personal::new("Kollega er syg".to_owned());
        let blank = assignment::except(app, &amina, eleventh, ("R12", None), &Personal::default(), once(4)).await;
        assert_eq!(code(&blank.unwrap_err()), Some(Code::ReasonNeeded));
        let denied = assignment::except(app, &mette, eleventh, ("R12", None), &reason, once(5)).await;
        assert!(matches!(denied, Err(Error::NotFound)));
        assignment::except(app, &amina, eleventh, ("R12", Some(me(&jonas))), &reason, once(6)).await.unwrap();
        let other = assignment::give(app, &amina, eleventh, to(me(&mette), None), once(7)).await.unwrap_err();
        assert_eq!(code(&other), Some(Code::NoRoom), "Jonas's exception is not Mette's");
        assignment::except(app, &amina, eleventh, ("R12", Some(me(&mette))), &reason, once(8)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "exception_granted");
        let again = assignment::except(app, &amina, eleventh, ("R12", Some(me(&mette))), &reason, once(9)).await;
        assert_eq!(code(&again.unwrap_err()), Some(Code::ExceptionNotNeeded));
        assignment::give(app, &amina, eleventh, to(me(&mette), None), once(10)).await.unwrap();
        assert_eq!(own(&team, &mette).await, 11);
        let page = assignment::page(app, &amina, eleventh).await.unwrap();
        assert_eq!((page.exceptions.len(), page.exceptions[1].reason.reveal().as_str()), (2, "Kollega er syg"));
        let twelfth = called(app, &amina, "Ny9").await;
        let refused = assignment::give(app, &amina, twelfth, to(me(&mette), None), once(11)).await.unwrap_err();
        assert_eq!(code(&refused), Some(Code::NoRoom), "an exception is for its citizen alone");
    }
}

#[tokio::test]
async fn of_six_assignments_at_once_to_the_last_free_place_exactly_one_succeeds() {
    for team in both_teams().await {
        let (amina, mette, jonas) = crowd(&team, 8).await;
        let app = &team.app;
        let mut waiting = Vec::new();
        for number in 8..14 {
            waiting.push(called(app, &amina, &format!("Ny{number}")).await);
        }
        let race = async |number: u128| {
            let tasks = waiting.iter().zip(number..).map(|(who, number)| {
                let (app, amina, who, giving) = (app.clone(), amina.clone(), *who, to(me(&mette), None));
                tokio::spawn(async move { assignment::give(&app, &amina, who, giving, once(number)).await })
            });
            let mut outcomes = Vec::new();
            for task in tasks.collect::<Vec<_>>() {
                outcomes.push(task.await.unwrap());
            }
            outcomes
        };
        // Mette is full: each is refused, and has a line of its own to the database from then on, so that the next race is even.
        assert!(race(100).await.iter().all(|outcome| outcome.as_ref().err().and_then(code) == Some(Code::NoRoom)));
        let birk = called(app, &amina, "Birk").await;
        let had = current(&team, &amina, birk).await;
        assignment::give(app, &amina, birk, to(me(&jonas), had), once(200)).await.unwrap();
        let outcomes = race(300).await;
        let given = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let refused = outcomes.iter().filter_map(|outcome| outcome.as_ref().err().and_then(code));
        assert_eq!((given, refused.collect::<Vec<_>>()), (1, vec![Code::NoRoom; 5]));
        assert_eq!(own(&team, &mette).await, 10);
    }
}

#[tokio::test]
async fn mette_hands_ask_over_to_jonas_with_a_note_and_the_record_tells_who_had_ask_when() {
    for team in both_teams().await {
        let (amina, mette, jonas) = crowd(&team, 0).await;
        let app = &team.app;
        let ask = called(app, &amina, "Ask").await;
        let had = current(&team, &mette, ask).await;
        assert!(had.is_some());
        let later = Giving { from: Some(day("2015-12-01")), ..to(me(&jonas), had) };
        assignment::give(app, &mette, ask, later.clone(), once(31)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "course_handed_over");
        assert!(citizen::page(app, &mette, ask).await.is_ok(), "until December Ask is Mette's");
        let stale = assignment::give(app, &mette, ask, later, once(32)).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        let now = current(&team, &mette, ask).await;
        assignment::give(app, &mette, ask, to(me(&jonas), now), once(33)).await.unwrap_err();
        // The coordinator lets it happen at once instead.
        let sooner = Giving { worker: Some(me(&amina)), ..to(me(&jonas), now) };
        assignment::give(app, &amina, ask, sooner, once(34)).await.unwrap();
        assert!(matches!(citizen::page(app, &mette, ask).await, Err(Error::NotFound)));
        let page = assignment::page(app, &amina, ask).await.unwrap();
        let history: Vec<_> = page
            .history
            .iter()
            .map(|one| (one.name.reveal().clone(), one.from.to_string(), one.to.map(|to| to.to_string())))
            .collect();
        let amina_now = (history[0].0.clone(), "2015-11-23".to_owned(), None);
        let mette_then = ("Mette Lund".to_owned(), "2015-10-05".to_owned(), Some("2015-11-22".to_owned()));
        assert_eq!(history, [amina_now, mette_then], "what was planned for December never began");
        assert_eq!(page.history[0].note.reveal(), "Ring efter kl. 10");
    }
}

#[tokio::test]
async fn a_course_is_given_to_nobody_who_may_not_see_the_citizen_nor_before_it_began() {
    for team in both_teams().await {
        let (amina, mette, jonas) = crowd(&team, 0).await;
        let app = &team.app;
        let (ask, dagny) = (called(app, &amina, "Ask").await, called(app, &amina, "Ny0").await);
        let reason = Personal::new("Kusiner".to_owned());
        block::block(app, &amina, ask, Some(me(&jonas)), &reason, once(41)).await.unwrap();
        let had = current(&team, &amina, ask).await;
        let page = assignment::page(app, &amina, ask).await.unwrap();
        assert!(!page.loads.iter().any(|load| load.worker == me(&jonas)));
        let refused = assignment::give(app, &amina, ask, to(me(&jonas), had), once(42)).await.unwrap_err();
        assert_eq!(code(&refused), Some(Code::NotAColleague));
        let same = assignment::give(app, &amina, ask, to(me(&mette), had), once(43)).await.unwrap_err();
        assert_eq!(code(&same), Some(Code::AssignedAlready));
        let early = Giving { from: Some(day("2015-11-15")), ..to(me(&jonas), None) };
        let refused = assignment::give(app, &amina, dagny, early, once(44)).await.unwrap_err();
        assert_eq!(code(&refused), Some(Code::BeforeClarification));
        let undated = Giving { from: None, worker: None, ..to(me(&jonas), None) };
        let Error::Refusals(refused) = assignment::give(app, &amina, dagny, undated, once(45)).await.unwrap_err()
        else {
            panic!()
        };
        assert_eq!(refused.iter().map(|one| one.field).collect::<Vec<_>>(), ["medarbejder", "fra"]);
    }
}
