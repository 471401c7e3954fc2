//! Two records of one person: one person everywhere, and two again when it was a mistake.

use std::collections::BTreeSet;

use app::consent::NewConsent;
use app::search::search;
use app::view::caseload::{CaseloadAsk, Scope};
use app::view::merge::MergeAsk;
use app::{Cx, Error, block, caseload, citizen, consent, documentation, enquiry, follow_up, identity, merge};
use domain::code::{ConsentKind, ConsentState, Role};
use domain::id::CitizenId;
use domain::identity::{Field, Identity};
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams};
use uuid::Uuid;

use crate::block::{me, once};
use crate::common::{all_figures, called, opened};

pub(crate) fn merging(other: CitizenId, versions: (i64, i64), taken: &[Field]) -> merge::Merging {
    merge::Merging {
        other,
        versions,
        taken: taken.iter().copied().collect(),
        reason: Personal::new("Samme telefon og samme kat".to_owned()),
    }
}

async fn rows(team: &Team, cx: &Cx) -> Vec<(String, CitizenId)> {
    let ask = CaseloadAsk { scope: Scope::Programme, ..CaseloadAsk::default() };
    let page = caseload::page(&team.app, cx, ask).await.unwrap();
    page.rows.iter().map(|row| (row.name.reveal().clone(), row.citizen)).collect()
}

/// A team in which Ask and Carla turn out to have one telephone.
async fn with_two_records() -> Vec<Team> {
    let teams = both_teams().await;
    for team in &teams {
        team.imports(&small().with("borgere", "B3;Carla;;;kvinde;1979;;", "B3;Carla;;;kvinde;1979;+45 20304050;"))
            .await;
        team.adds("amina", Role::Coordinator).await;
        team.adds("jonas", Role::Worker).await;
        team.adds("mette", Role::Worker).await;
    }
    teams
}

#[tokio::test]
async fn ask_and_carla_are_one_person_everywhere_and_two_again_as_if_it_had_not_happened() {
    for team in with_two_records().await {
        let app = &team.app;
        let (amina, jonas) = (team.signs_in("amina").await, team.signs_in("jonas").await);
        let (ask, carla) = (called(app, &amina, "Ask").await, called(app, &amina, "Carla").await);
        let before = (rows(&team, &amina).await, all_figures(&team).await);
        let pages = (citizen::page(app, &amina, ask).await.unwrap(), citizen::page(app, &amina, carla).await.unwrap());
        let who = identity::page(app, &amina, ask).await.unwrap();

        let page = merge::page(app, &amina, ask, MergeAsk::default()).await.unwrap();
        assert_eq!(page.candidates.len(), 1);
        assert_eq!((page.candidates[0].id, page.candidates[0].shares.join(",")), (carla, "phone".to_owned()));
        let ask_for = |other| MergeAsk { other: Some(other), terms: None };
        let pair = merge::page(app, &amina, ask, ask_for(carla)).await.unwrap().pair.unwrap();
        assert_eq!(pair.proposed, BTreeSet::new(), "Ask's record says more");
        assert_eq!(team.database.last_logged().await.citizens.len(), 2, "both were seen");
        let by_words = MergeAsk { terms: Some(Personal::new("carla".to_owned())), other: None };
        assert_eq!(merge::page(app, &amina, ask, by_words).await.unwrap().candidates[0].id, carla);

        let wish = merging(carla, (pair.version, pair.other_version), &[Field::BirthYear, Field::ProtectedAddress]);
        assert_eq!(merge::merge(app, &amina, ask, wish.clone(), once(1)).await.unwrap(), ask);
        assert_eq!(merge::merge(app, &amina, ask, wish.clone(), once(1)).await.unwrap(), ask, "pressed twice");
        let logged = team.database.last_logged().await;
        assert_eq!((logged.event.as_str(), logged.citizens), ("citizens_merged", vec![ask.0, carla.0]));

        // One person: in the list, under either address, in the timeline, in the figures, for both workers.
        let merged = rows(&team, &amina).await;
        assert_eq!(merged.len(), before.0.len() - 1);
        assert!(merged.contains(&("Ask".to_owned(), ask)) && !merged.iter().any(|(name, _)| name == "Carla"));
        let one = citizen::page(app, &amina, carla).await.unwrap();
        assert_eq!((one.id, one.name.reveal().as_str(), one.heed.address_protected), (ask, "Ask", false));
        assert_eq!(one.timeline.len(), pages.0.timeline.len() + pages.1.timeline.len());
        let texts = opened(app, &amina, &one).await;
        for words in ["Gik en tur langs søerne", "Talte om brevet fra banken", "Aftalt med Carla"] {
            assert!(texts.contains(&words.to_owned()), "{words}: {texts:?}");
        }
        let own: Vec<_> = caseload::page(app, &jonas, CaseloadAsk::default()).await.unwrap().rows;
        assert_eq!((own.len(), own[0].name.reveal().as_str(), own[0].citizen), (1, "Ask", ask));
        assert!(
            citizen::page(app, &jonas, ask).await.unwrap().name.reveal() == "Ask",
            "Jonas has a course of the person"
        );
        let figures = all_figures(&team).await;
        assert_eq!(figures[0].1["different_users"], 3);
        assert_ne!(figures, before.1);
        let identity = identity::page(app, &amina, ask).await.unwrap().identity;
        assert_eq!((identity.birth_year, identity.protected_address), (Some(1979), false));

        // And undone: the fields chosen go back, both have what they had.
        let page = merge::page(app, &amina, ask, MergeAsk::default()).await.unwrap();
        assert_eq!((page.merges.len(), page.merges[0].name.reveal().as_str()), (1, "Carla"));
        assert_eq!(page.merges[0].reason.reveal(), "Samme telefon og samme kat");
        merge::undo(app, &amina, ask, page.merges[0].id, once(2)).await.unwrap();
        merge::undo(app, &amina, ask, page.merges[0].id, once(2)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "merge_undone");
        let twice = merge::undo(app, &amina, ask, page.merges[0].id, once(3)).await;
        assert!(matches!(twice, Err(Error::Stale)), "{twice:?}");
        assert_eq!(rows(&team, &amina).await, before.0);
        assert_eq!(all_figures(&team).await, before.1);
        assert_eq!(citizen::page(app, &amina, ask).await.unwrap(), pages.0);
        assert_eq!(citizen::page(app, &amina, carla).await.unwrap(), pages.1);
        assert_eq!(identity::page(app, &amina, ask).await.unwrap().identity, who.identity);
        let page = merge::page(app, &amina, ask, MergeAsk::default()).await.unwrap();
        assert!(page.merges[0].is_undone && page.candidates.len() == 1, "it stays on the record");
    }
}

#[tokio::test]
async fn one_person_is_found_listed_and_asked_once_by_either_record_and_hidden_by_a_block_on_either() {
    for team in with_two_records().await {
        let app = &team.app;
        let (amina, jonas) = (team.signs_in("amina").await, team.signs_in("jonas").await);
        let (ask, carla) = (called(app, &amina, "Ask").await, called(app, &amina, "Carla").await);
        let said = NewConsent {
            kind: ConsentKind::Share,
            state: Some(ConsentState::Given),
            on: Ok(amina.today),
            until: Ok(Some(amina.today)),
            recipient: Personal::new("Jobcentret".to_owned()),
            purpose: Personal::new("Praktik".to_owned()),
        };
        consent::record(app, &amina, once(1), carla, &said).await.unwrap();
        let before = documentation::page(app, &amina, 0, true).await.unwrap();
        let ask_for = MergeAsk { other: Some(carla), terms: None };
        let pair = merge::page(app, &amina, ask, ask_for).await.unwrap().pair.unwrap();
        let wish = merging(carla, (pair.version, pair.other_version), &[]);
        merge::merge(app, &amina, ask, wish, once(2)).await.unwrap();

        for (cx, words) in [(&amina, "carla"), (&amina, "ask"), (&jonas, "carla"), (&jonas, "ask")] {
            let found = search(app, cx, words, true).await.unwrap();
            let told: Vec<_> = found.found.iter().map(|one| (one.citizen, one.name.reveal().as_str())).collect();
            assert_eq!(told, [(ask, "Ask")], "{words}");
        }
        let note = search(app, &jonas, "banken", true).await.unwrap().notes.unwrap();
        assert_eq!((note[0].citizen, note[0].name.reveal().as_str()), (ask, "Ask"));
        let rounds = follow_up::list(app, &jonas, Scope::Own, 0).await.unwrap();
        assert!(
            !rounds.rows.is_empty() && rounds.rows.iter().all(|row| row.citizen == ask && row.name.reveal() == "Ask")
        );
        let told = documentation::page(app, &amina, 0, true).await.unwrap();
        assert_eq!(told.courses, before.courses, "two courses of one person");
        assert!(told.rows.iter().all(|row| row.citizen != carla));
        let page = consent::page(app, &amina, ask).await.unwrap();
        assert_eq!(page.consents[0].recipient.reveal(), "Jobcentret", "noted on the other record");
        let (id, version) = (page.consents[0].id, page.consents[0].version);
        let no_more = NewConsent { state: Some(ConsentState::Withdrawn), ..said };
        consent::answer_anew(app, &amina, once(3), ask, (id, version), &no_more).await.unwrap();
        assert_eq!(consent::page(app, &amina, ask).await.unwrap().consents[0].said.state, ConsentState::Withdrawn);

        block::block(app, &amina, ask, Some(me(&jonas)), &Personal::new("De er naboer".to_owned()), once(4))
            .await
            .unwrap();
        for words in ["carla", "ask", "banken"] {
            let found = search(app, &jonas, words, true).await.unwrap();
            assert!(found.found.is_empty() && found.notes.unwrap().is_empty(), "{words}");
        }
        assert!(follow_up::list(app, &jonas, Scope::Own, 0).await.unwrap().rows.is_empty());
        // Jonas's block is on Ask's record; Carla's number, which both have, leads him to neither.
        let phone = Identity { phone: Some(Personal::new("+45 20304050".to_owned())), ..Identity::default() };
        assert!(enquiry::known(app, &jonas, &phone).await.unwrap().alike.is_empty());
        assert!(!enquiry::known(app, &amina, &phone).await.unwrap().alike.is_empty(), "the control");
    }
}

#[tokio::test]
async fn what_was_written_while_the_two_were_one_is_read_by_whoever_has_the_course_afterwards() {
    for team in with_two_records().await {
        let app = &team.app;
        let amina = team.signs_in("amina").await;
        let (ask, carla) = (called(app, &amina, "Ask").await, called(app, &amina, "Carla").await);
        merge::merge(app, &amina, ask, merging(carla, (1, 1), &[]), once(1)).await.unwrap();
        // The note of a block is sealed under the key of the record that stands, whichever record it was asked for.
        team.adds("sara", Role::Worker).await;
        let sara = team.signs_in("sara").await;
        block::block(app, &amina, carla, Some(me(&sara)), &Personal::new("Naboer".to_owned()), once(2)).await.unwrap();
        for record in [ask, carla] {
            assert!(matches!(citizen::page(app, &sara, record).await, Err(Error::NotFound)));
        }
        let page = merge::page(app, &amina, carla, MergeAsk::default()).await.unwrap();
        merge::undo(app, &amina, carla, page.merges[0].id, once(3)).await.unwrap();
        let blocks = block::page(app, &amina, ask).await.unwrap().blocks;
        assert_eq!(blocks[0].reason.reveal(), "Naboer");
    }
}

#[tokio::test]
async fn a_merge_that_cannot_be_is_refused_and_one_from_old_versions_changes_nothing() {
    for team in with_two_records().await {
        let app = &team.app;
        let (amina, mette) = (team.signs_in("amina").await, team.signs_in("mette").await);
        let (ask, carla) = (called(app, &amina, "Ask").await, called(app, &amina, "Carla").await);
        let birk = called(app, &amina, "Birk").await;
        let denied = merge::merge(app, &mette, ask, merging(birk, (1, 1), &[]), once(1)).await;
        assert!(matches!(denied, Err(Error::NotFound)), "a worker does not merge");
        let mut same = merging(ask, (1, 1), &[]);
        same.reason = Personal::default();
        let refused = merge::merge(app, &amina, ask, same, once(2)).await.unwrap_err();
        let Error::Refusals(refused) = refused else { panic!("{refused:?}") };
        assert_eq!(refused.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::SameRecord, Code::ReasonNeeded]);
        let stale = merge::merge(app, &amina, ask, merging(carla, (1, 7), &[]), once(3)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let unknown =
            merge::merge(app, &amina, ask, merging(CitizenId(Uuid::from_u128(9)), (1, 1), &[]), once(4)).await;
        assert!(matches!(unknown, Err(Error::NotFound)));

        // Where the other has records merged into it, it is the other that stands, and the fields are those that were chosen.
        merge::merge(app, &amina, carla, merging(birk, (1, 1), &[]), once(5)).await.unwrap();
        let into = merge::merge(app, &amina, ask, merging(carla, (1, 1), &[Field::Gender]), once(6)).await.unwrap();
        assert_eq!(into, carla);
        let who = identity::page(app, &amina, ask).await.unwrap();
        assert_eq!(who.about.id, carla);
        assert_eq!(who.identity.alias.unwrap().reveal(), "Ask", "the fields of the page it was done on stay");
        assert_eq!(rows(&team, &amina).await.len(), 1, "three records, one person");
    }
}
