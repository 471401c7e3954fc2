//! `docs/who-may-do-what.md` is made from `domain::access`; this keeps it in step. To write it anew after a change:
//! `BROBYGGER_WRITE_DOCS=1 cargo test -p testkit permissions`.

use std::fmt::Write as _;
use std::path::Path;

use domain::access::{Action, Actor, Relation, decide, role_may};
use domain::code::Role;
use domain::id::{OrganisationId, ProgrammeId, TokenId};
use uuid::Uuid;

const HEAD: &str = "# Who may do what

Made from `crates/domain/src/access.rs`, where the one decision is; a test keeps this page in step. Pages, lists, reports, exports and
the command line all ask it.

`own`: only for citizens the person is assigned to (or deputy for). `programme`: for every citizen of the programme. `yes`: no citizen is concerned.
`operator` is the command line, as the operating system's user who may read the key; `visitor` has not signed in; `job` is the program
itself, at a moment of its own; `program` is somebody else's, with a token that has the role of a leader (a consultant's sees less, as a consultant does).

";

const RELATIONS: [(Relation, &str); 4] = [
    (Relation::Stranger, "anybody"),
    (Relation::Programme, "programme"),
    (Relation::Own, "own"),
    (Relation::NoCitizen, "yes"),
];

/// Whether the action is one towards a single citizen.
fn concerns_a_citizen(action: Action) -> bool {
    let somebody = |relation| Role::ALL.iter().any(|role| role_may(*role, action, relation));
    somebody(Relation::Own) && !somebody(Relation::NoCitizen) || action == Action::FillInOwn
}

fn cell(may: impl Fn(Relation) -> bool, action: Action) -> &'static str {
    let fits = |relation: Relation| (relation == Relation::NoCitizen) != concerns_a_citizen(action);
    let widest = RELATIONS.iter().find(|(relation, _)| fits(*relation) && may(*relation));
    widest.map_or("–", |(_, word)| word)
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    let _ = writeln!(page, "| action | {} | operator | visitor | job | program |", roles.join(" | "));
    let _ = writeln!(page, "| --- |{}", " --- |".repeat(roles.len() + 4));
    let operator = Actor::Operator { name: "root".to_owned() };
    let program = Actor::Program {
        token: TokenId(Uuid::nil()),
        organisation: OrganisationId(Uuid::nil()),
        programme: ProgrammeId(Uuid::nil()),
        role: Role::Leader,
    };
    for action in Action::ALL {
        let mut cells: Vec<&str> =
            Role::ALL.iter().map(|role| cell(|relation| role_may(*role, *action, relation), *action)).collect();
        for actor in [&operator, &Actor::Visitor, &Actor::Job, &program] {
            cells.push(cell(|relation| decide(actor, *action, relation, None).is_ok(), *action));
        }
        let _ = writeln!(page, "| {action:?} | {} |", cells.join(" | "));
    }
    page
}

#[test]
fn the_page_of_permissions_says_what_the_program_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/who-may-do-what.md");
    if std::env::var_os("BROBYGGER_WRITE_DOCS").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page());
}

#[test]
fn nobody_may_anything_with_a_stranger() {
    for role in Role::ALL {
        for action in Action::ALL.iter().filter(|action| concerns_a_citizen(**action)) {
            assert!(!role_may(*role, *action, Relation::Stranger), "{role} {action:?}");
        }
    }
}

#[test]
fn a_program_never_gets_further_than_figures_and_reports_whatever_role_stands_in_its_token() {
    for role in Role::ALL {
        let (organisation, programme) = (OrganisationId(Uuid::nil()), ProgrammeId(Uuid::nil()));
        let program = Actor::Program { token: TokenId(Uuid::nil()), organisation, programme, role: *role };
        let may =
            |action: &&Action| Relation::ALL.iter().any(|relation| decide(&program, **action, *relation, None).is_ok());
        let allowed: Vec<_> = Action::ALL.iter().filter(may).copied().collect();
        let expected = match role {
            Role::Leader => {
                vec![Action::SeeFigures, Action::SeeTeamFidelity, Action::SeeRecord, Action::SeeReports]
            }
            Role::Consultant => vec![Action::SeeFigures, Action::SeeTeamFidelity, Action::SeeReports],
            _ => Vec::new(),
        };
        assert_eq!(allowed, expected, "{role}");
    }
}

#[test]
fn a_worker_sees_only_own_citizens() {
    assert!(role_may(Role::Worker, Action::SeeCitizen, Relation::Own));
    assert!(!role_may(Role::Worker, Action::SeeCitizen, Relation::Programme));
    assert!(!role_may(Role::Worker, Action::ListAllCitizens, Relation::NoCitizen));
}
