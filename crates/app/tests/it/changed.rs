//! A changed row of the register updates on the record: the old version stays, every figure follows.

use domain::code::{GoalState, Role};
use testkit::database::sqlite;
use testkit::register::{Lists, small};
use testkit::team::{Team, both_teams};

use crate::common::{all_figures, opened, page_of};

/// How many versions of a table's rows have been followed by another.
async fn followed(team: &Team, table: &str) -> i64 {
    team.database.number(&format!("SELECT COUNT(*) FROM {table} WHERE superseded_at IS NOT NULL")).await
}

/// Imports the register with a change and holds the figures against those of a store that never knew anything else.
async fn changes(team: &Team, changed: &Lists) -> u64 {
    let imported = team.imports(changed).await;
    assert_eq!(imported.added, 0);
    let other = Team::new(sqlite().await).await;
    other.imports(changed).await;
    assert_eq!(all_figures(team).await, all_figures(&other).await);
    assert_eq!(team.imports(changed).await.changed, 0, "and once more changes nothing");
    imported.changed
}

#[tokio::test]
async fn a_goal_that_is_reached_a_contact_written_anew_and_a_course_closed_follow_the_register() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let before = all_figures(&team).await;

        let reached = small().with("maal", ";aktiv;", ";naaet;2015-11-20");
        assert_eq!((changes(&team, &reached).await, followed(&team, "goal").await), (1, 1));
        let page = page_of(&team.app, &amina, "Ask").await;
        assert_eq!(page.goals[0].state, GoalState::Reached);
        assert_ne!(all_figures(&team).await, before, "the control: a figure moved");

        let rewritten = reached.with("kontakter", "Gik en tur langs søerne", "Gik en tur i regnen");
        assert_eq!((changes(&team, &rewritten).await, followed(&team, "contact").await), (1, 1));
        assert!(opened(&team.app, &amina, &page).await.contains(&"Gik en tur i regnen".to_owned()));

        let closed = rewritten.with("forloeb", "F3;B3;2015-01-12;;;;", "F3;B3;2015-01-12;;;2015-11-20;flyttet");
        assert_eq!((changes(&team, &closed).await, followed(&team, "course").await), (1, 1));
        let figures = all_figures(&team).await;
        assert_eq!((&figures[0].1["enrolled"], &figures[0].1["closed"]), (&1.into(), &2.into()));
        assert_eq!(followed(&team, "assignment").await, 1);

        let log = team.database.log().await;
        let imports: Vec<_> =
            log.iter().filter(|row| row.event == "register_imported").map(|row| &row.detail).collect();
        assert_eq!(imports.len(), 4, "each change has its entry, and no text of the row is in it: {imports:?}");
        assert!(!format!("{log:?}").contains("regnen"));
    }
}

#[tokio::test]
async fn a_citizen_s_new_phone_is_found_and_the_old_one_no_more() {
    for team in both_teams().await {
        team.imports(&small()).await;
        let sql = "SELECT kind FROM blind_index ORDER BY kind";
        let kinds = team.database.texts(sql).await;
        team.database.tamper("CREATE TABLE known AS SELECT kind, hash FROM blind_index").await.unwrap();
        let moved = small().with("borgere", "20 30 40 50", "60 70 80 90");
        assert_eq!((changes(&team, &moved).await, followed(&team, "citizen").await), (1, 1));
        assert_eq!(team.database.texts(sql).await, kinds, "one hash a kind, as before");
        let gone = "SELECT DISTINCT b.kind FROM known b LEFT JOIN blind_index i ON i.hash = b.hash WHERE i.hash IS NULL ORDER BY b.kind";
        assert_eq!(team.database.texts(gone).await, ["phone", "prefix"]);
    }
}

#[tokio::test]
async fn a_course_that_was_written_on_the_wrong_citizen_moves_with_everything_in_it() {
    for team in both_teams().await {
        team.imports(&small()).await;
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let moved = small().with("forloeb", "F1;B1;", "F1;B4;");
        changes(&team, &moved).await;
        let page = page_of(&team.app, &amina, "Dagny").await;
        assert_eq!(page.goals.len(), 1);
        assert!(opened(&team.app, &amina, &page).await.contains(&"Gik en tur langs søerne".to_owned()));
        assert_eq!(page.next_step.unwrap().text.reveal(), "Ringe til udlejeren");
    }
}

#[tokio::test]
async fn an_enquiry_whose_citizen_wants_to_stay_unknown_becomes_anonymous_and_keeps_its_note() {
    for team in both_teams().await {
        team.imports(&small()).await;
        let anonymous = small().with("henvendelser", "Reden København;B1;", "Reden København;;");
        assert_eq!((changes(&team, &anonymous).await, followed(&team, "enquiry").await), (1, 1));
        let named = small().with("henvendelser", "selv;;;nej;", "selv;;B3;nej;");
        assert_eq!(changes(&team, &named).await, 2, "and back again, as the other one is named");
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let carla = page_of(&team.app, &amina, "Carla").await;
        assert!(opened(&team.app, &amina, &carla).await.contains(&"Ville ikke sige sit navn".to_owned()));
    }
}
