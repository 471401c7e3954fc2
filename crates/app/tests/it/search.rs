//! Searching over what one may see.

use app::search::search;
use app::view::search::{By, SearchPage};
use app::{Cx, Error};
use domain::code::Role;
use testkit::register::small;
use testkit::team::{Team, both_teams};

use crate::common::called;

async fn people(team: &Team) -> (Cx, Cx) {
    team.imports(&small()).await;
    team.adds("mette", Role::Worker).await;
    team.adds("amina", Role::Coordinator).await;
    (team.signs_in("mette").await, team.signs_in("amina").await)
}

fn names(page: &SearchPage) -> Vec<&str> {
    page.found.iter().map(|found| found.name.reveal().as_str()).collect()
}

#[tokio::test]
async fn a_coordinator_finds_the_programme_s_citizens_by_any_of_their_words() {
    for team in both_teams().await {
        let (_, amina) = people(&team).await;
        for (terms, found, by) in [
            ("dag", "Dagny", By::Alias),
            ("DAGNY", "Dagny", By::Alias),
            ("øster", "Ask", By::Name),
            ("østergaard sig", "Ask", By::Name),
            ("20 30 40", "Ask", By::Phone),
            ("bo ærø", "Birk", By::Name),
        ] {
            let page = search(&team.app, &amina, terms, false).await.unwrap();
            assert_eq!((names(&page), page.found[0].by.as_slice()), (vec![found], &[by][..]), "{terms}");
        }
        for terms in ["agny", "dag holm", "zzz", "010285"] {
            assert!(search(&team.app, &amina, terms, false).await.unwrap().found.is_empty(), "{terms}");
        }
    }
}

#[tokio::test]
async fn a_worker_finds_own_citizens_and_nobody_else_s() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        assert_eq!(names(&search(&team.app, &mette, "ask", false).await.unwrap()), ["Ask"]);
        assert_eq!(names(&search(&team.app, &mette, "bir", false).await.unwrap()), ["Birk"]);
        for theirs in ["carla", "dagny"] {
            assert!(search(&team.app, &mette, theirs, true).await.unwrap().found.is_empty(), "{theirs}");
        }
    }
}

#[tokio::test]
async fn nothing_is_searched_and_nothing_logged_before_the_third_letter() {
    for team in both_teams().await {
        let (mette, _) = people(&team).await;
        let before = team.database.log().await.len();
        for short in ["", "as", "  a ", "---"] {
            let page = search(&team.app, &mette, short, true).await.unwrap();
            assert!(!page.is_long_enough && page.found.is_empty());
        }
        assert_eq!(team.database.log().await.len(), before);
    }
}

#[tokio::test]
async fn a_search_is_logged_with_whom_it_showed_and_its_words_sealed() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let ask = called(&team.app, &amina, "Ask").await;
        search(&team.app, &mette, "Østergaard", false).await.unwrap();
        let row = team.database.last_logged().await;
        assert_eq!((row.event.as_str(), row.citizens), ("searched", vec![ask.0]));
        assert!(row.detail.contains("\"found\":1"), "{}", row.detail);
        assert!(!row.detail.to_lowercase().contains("stergaard"));
        team.database.tamper("DELETE FROM audit_head").await.unwrap();
        assert!(search(&team.app, &mette, "Østergaard", false).await.is_err(), "what cannot be logged is not shown");
    }
}

#[tokio::test]
async fn a_note_is_found_among_one_s_own_citizens_contacts_only() {
    for team in both_teams().await {
        let (mette, amina) = people(&team).await;
        let page = search(&team.app, &mette, "SØERNE", true).await.unwrap();
        let notes = page.notes.unwrap();
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].excerpt.reveal(), &("Gik en tur langs ".to_owned(), "søerne".to_owned(), String::new()));
        assert_eq!(notes[0].name.reveal(), "Ask");
        assert!(search(&team.app, &mette, "banken", true).await.unwrap().notes.unwrap().is_empty(), "Jonas's");
        assert!(search(&team.app, &amina, "banken", true).await.unwrap().notes.unwrap().is_empty(), "nobody's own");
    }
}

#[tokio::test]
async fn who_sees_no_citizen_searches_for_none() {
    for team in both_teams().await {
        people(&team).await;
        for role in [Role::Consultant, Role::Leader, Role::Dpo, Role::Partner, Role::Researcher] {
            team.adds(role.code(), role).await;
            let cx = team.signs_in(role.code()).await;
            assert!(matches!(search(&team.app, &cx, "Ask", true).await, Err(Error::Denied)), "{role}");
        }
    }
}

#[tokio::test]
async fn the_beginnings_follow_a_citizen_whose_row_changes() {
    for team in both_teams().await {
        let (_, amina) = people(&team).await;
        team.imports(&small().with("borgere", "B4;Dagny", "B4;Solvej")).await;
        assert!(search(&team.app, &amina, "dagny", false).await.unwrap().found.is_empty());
        assert_eq!(names(&search(&team.app, &amina, "solv", false).await.unwrap()), ["Solvej"]);
    }
}
