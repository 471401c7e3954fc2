//! `docs/who-may-do-what.md` is made from `domain::access`; this keeps it in step. To write it anew after a change:
//! `BROBYGGER_WRITE_DOCS=1 cargo test -p testkit permissions`.

use std::fmt::Write as _;
use std::path::Path;

use domain::access::{Action, Actor, Relation, decide, role_may};
use domain::code::Role;

const HEAD: &str = "# Who may do what

Made from `crates/domain/src/access.rs`, where the one decision is; a test keeps this page in step. Pages, lists, reports, exports and
the command line all ask it.

`own`: only for citizens the person is assigned to (or deputy for). `programme`: for every citizen of the programme. `yes`: no citizen is concerned.
`operator` is the command line, as the operating system's user who may read the key; `visitor` has not signed in; `job` is the program
itself, at a moment of its own.

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
    let _ = writeln!(page, "| action | {} | operator | visitor | job |", roles.join(" | "));
    let _ = writeln!(page, "| --- |{}", " --- |".repeat(roles.len() + 3));
    let operator = Actor::Operator { name: "root".to_owned() };
    for action in Action::ALL {
        let mut cells: Vec<&str> =
            Role::ALL.iter().map(|role| cell(|relation| role_may(*role, *action, relation), *action)).collect();
        for actor in [&operator, &Actor::Visitor, &Actor::Job] {
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
fn a_worker_sees_only_own_citizens() {
    assert!(role_may(Role::Worker, Action::SeeCitizen, Relation::Own));
    assert!(!role_may(Role::Worker, Action::SeeCitizen, Relation::Programme));
    assert!(!role_may(Role::Worker, Action::ListAllCitizens, Relation::NoCitizen));
}
