//! The phases on screen: every mark is asked about first, kept once, taken out and put back.

use app::once::Once;
use app::phase::{self, Said};
use app::view::phase::{PhaseAsk, PhasePage};
use app::{Cx, Error};
use domain::code::{MarkKind, Role};
use domain::demand::{Kind, State};
use domain::id::{CitizenId, MarkId};
use domain::personal::Personal;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::common::called;

/// The key of one form.
pub(crate) fn form(number: u128) -> Once {
    Once(Uuid::from_u128(number))
}

pub(crate) fn said(words: &str) -> Personal<String> {
    Personal::new(words.to_owned())
}

/// The codes of a refusal.
pub(crate) fn codes<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<Code> {
    match answer {
        Err(Error::Refusals(all)) => all.iter().map(|one| one.code).collect(),
        Err(Error::Refusal(one)) => vec![one.code],
        other => panic!("{other:?}"),
    }
}

/// Amina is the coordinator, Mette has Ask (enrolled on 10 November), Jonas has Carla (enrolled on 20 January).
pub(crate) struct People {
    pub(crate) amina: Cx,
    pub(crate) mette: Cx,
    pub(crate) jonas: Cx,
    pub(crate) ask: CitizenId,
    pub(crate) carla: CitizenId,
}

pub(crate) async fn people(team: &Team) -> People {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("mette", Role::Worker).await;
    team.adds("jonas", Role::Worker).await;
    let amina = team.signs_in("amina").await;
    let (mette, jonas) = (team.signs_in("mette").await, team.signs_in("jonas").await);
    let (ask, carla) = (called(&team.app, &amina, "Ask").await, called(&team.app, &amina, "Carla").await);
    People { amina, mette, jonas, ask, carla }
}

async fn page(team: &Team, cx: &Cx, citizen: CitizenId) -> PhasePage {
    phase::page(&team.app, cx, citizen, PhaseAsk::default()).await.unwrap()
}

fn focus(areas: &[&str], were: &[&str]) -> Said {
    let keys = |areas: &[&str]| areas.iter().map(|area| (*area).to_owned()).collect();
    Said::Focus { phase: 1, areas: keys(areas), were: keys(were), on: day("2015-11-20") }
}

#[tokio::test]
async fn focus_areas_are_chosen_together_and_choosing_anew_takes_the_others_out() {
    for team in both_teams().await {
        let People { mette, ask, .. } = people(&team).await;
        let app = &team.app;
        phase::mark(app, &mette, form(1), ask, focus(&["bolig", "oekonomi"], &[])).await.unwrap();
        phase::mark(app, &mette, form(1), ask, focus(&["bolig", "oekonomi"], &[])).await.unwrap();
        let seen = page(&team, &mette, ask).await;
        assert_eq!(seen.phases[0].focus, ["oekonomi", "bolig"], "in the programme's order, and once");
        let demand = seen.phases[0].demands.iter().find(|demand| demand.kind == Kind::FocusAreas).unwrap();
        assert_eq!((demand.state, demand.count), (State::Met, Some((2, 3))));

        let stale = phase::mark(app, &mette, form(2), ask, focus(&["netvaerk"], &[])).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        phase::mark(app, &mette, form(3), ask, focus(&["bolig", "netvaerk"], &["oekonomi", "bolig"])).await.unwrap();
        let seen = page(&team, &mette, ask).await;
        assert_eq!(seen.phases[0].focus, ["netvaerk", "bolig"]);
        assert_eq!(seen.withdrawn.len(), 1, "the one taken out can be put back");

        let four = focus(&["bolig", "netvaerk", "oekonomi", "sundhed"], &["bolig", "netvaerk"]);
        assert_eq!(codes(phase::mark(app, &mette, form(4), ask, four).await), [Code::TooManyFocusAreas]);
        assert_eq!(
            codes(phase::mark(app, &mette, form(5), ask, focus(&[], &["bolig", "netvaerk"])).await),
            [Code::NoFocusArea]
        );
        let log = team.database.log().await;
        assert_eq!(log.iter().filter(|row| row.event == "fact_recorded").count(), 2, "one entry a change");
        assert_eq!(log.last().unwrap().citizens, [ask.0]);
    }
}

#[tokio::test]
async fn a_shift_is_made_once_taken_out_with_words_that_are_sealed_and_put_back() {
    for team in both_teams().await {
        let People { jonas, carla, .. } = people(&team).await;
        let app = &team.app;
        let shift = |phase, on: &str, words: &str| Said::Shift { phase, on: day(on), words: said(words) };
        // Carla went on to phase 2 in May; phase 3 was planned for 20 September.
        let early = phase::mark(app, &jonas, form(1), carla, shift(3, "2015-05-13", "x")).await;
        assert_eq!(codes(early), [Code::BeforePhaseBegan]);
        assert_eq!(
            codes(phase::mark(app, &jonas, form(1), carla, shift(3, "2015-11-20", "")).await),
            [Code::ReasonNeeded]
        );
        assert_eq!(
            codes(phase::mark(app, &jonas, form(1), carla, shift(2, "2015-06-01", "x")).await),
            [Code::ShiftMadeAlready]
        );
        phase::mark(app, &jonas, form(1), carla, shift(3, "2015-11-20", "Ventede på boligen")).await.unwrap();
        let seen = page(&team, &jonas, carla).await;
        assert_eq!(
            (seen.phases[1].shifted_on, seen.phases[2].shifted_on),
            (Some(day("2015-05-13")), Some(day("2015-11-20")))
        );
        let mark = seen.marks.iter().find(|mark| mark.phase == Some(3)).unwrap();
        assert!(mark.has_note && mark.may_change);

        let (id, version) = (mark.id, mark.version);
        phase::withdraw(app, &jonas, form(2), carla, (id, version), Some(said("Forkert borger"))).await.unwrap();
        phase::withdraw(app, &jonas, form(2), carla, (id, version), None).await.unwrap();
        let gone = page(&team, &jonas, carla).await;
        assert_eq!((gone.phases[2].shifted_on, gone.withdrawn.len()), (None, 1));
        let again = phase::withdraw(app, &jonas, form(3), carla, (id, version), None).await;
        assert!(matches!(again, Err(Error::Stale)), "{again:?}");

        phase::restore(app, &jonas, form(4), carla, id).await.unwrap();
        let back = page(&team, &jonas, carla).await;
        assert_eq!((back.phases[2].shifted_on, back.withdrawn.len()), (Some(day("2015-11-20")), 0));
        let old = phase::withdraw(app, &jonas, form(5), carla, (id, version), None).await;
        assert!(matches!(old, Err(Error::Stale)), "made from the version before it was put back: {old:?}");
        let log = team.database.log().await;
        let events: Vec<&str> =
            log.iter().map(|row| row.event.as_str()).filter(|event| event.contains("withdraw")).collect();
        assert_eq!(events, ["fact_withdrawn", "withdrawal_undone"]);
        assert!(!format!("{log:?}").contains("Forkert") && !format!("{log:?}").contains("Ventede"));
        let words =
            app::citizen::open_sealed(app, &jonas, carla, app::view::citizen::SealedRef::MarkReason(id)).await.unwrap();
        assert_eq!(words.reveal(), "Ventede på boligen", "the note is sealed anew with its version");
    }
}

#[tokio::test]
async fn only_the_coordinator_moves_a_boundary_and_sees_the_effect_first() {
    for team in both_teams().await {
        let People { amina, mette, jonas, ask, .. } = people(&team).await;
        let app = &team.app;
        let move_it = || Said::Boundary { phase: 2, on: day("2016-05-01"), words: said("Tre måneder på hospital") };
        for (number, cx) in [(1, &mette), (2, &jonas)] {
            let denied = phase::mark(app, cx, form(number), ask, move_it()).await;
            assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        }
        let asked = PhaseAsk { boundary: Some((2, day("2016-05-01"))) };
        let preview = phase::page(app, &amina, ask, asked).await.unwrap().preview.unwrap();
        assert_eq!((preview.before[1].from, preview.after[1].from), (day("2016-03-10"), day("2016-05-01")));
        assert_eq!(preview.after[0].to, day("2016-04-30"));
        let far = PhaseAsk { boundary: Some((2, day("2017-05-01"))) };
        let refused = phase::page(app, &amina, ask, far).await.unwrap().preview.unwrap();
        assert_eq!((refused.after.len(), refused.refusals[0].code), (0, Code::OutsideCourse));

        phase::mark(app, &amina, form(3), ask, move_it()).await.unwrap();
        let seen = page(&team, &mette, ask).await;
        assert_eq!(
            (seen.phases[1].days.from, seen.phases[1].planned_from),
            (day("2016-05-01"), Some(day("2016-03-10")))
        );
        let moved = seen.marks.iter().find(|mark| mark.kind == MarkKind::BoundaryMoved).unwrap();
        assert!(!moved.may_change && !seen.may_move);
        let denied = phase::withdraw(app, &mette, form(4), ask, (moved.id, 1), None).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        phase::withdraw(app, &amina, form(5), ask, (moved.id, 1), None).await.unwrap();
        assert_eq!(page(&team, &mette, ask).await.phases[1].days.from, day("2016-03-10"));
    }
}

#[tokio::test]
async fn an_interruption_and_a_review_are_kept_and_move_no_boundary() {
    for team in both_teams().await {
        let People { mette, ask, .. } = people(&team).await;
        let app = &team.app;
        let before = page(&team, &mette, ask).await.phases.iter().map(|phase| phase.days).collect::<Vec<_>>();
        let hospital =
            |words| Said::Interruption { from: day("2015-11-15"), to: Some(day("2015-12-15")), words: said(words) };
        assert_eq!(codes(phase::mark(app, &mette, form(1), ask, hospital("")).await), [Code::ReasonNeeded]);
        phase::mark(app, &mette, form(2), ask, hospital("Indlagt")).await.unwrap();
        let review =
            Said::Review { phase: 1, on: day("2015-11-22"), worked: said("Turene"), note: said("Det virkede: Turene") };
        phase::mark(app, &mette, form(3), ask, review).await.unwrap();
        let seen = page(&team, &mette, ask).await;
        let interruption = seen.marks.iter().find(|mark| mark.kind == MarkKind::Interruption).unwrap();
        assert_eq!((interruption.on, interruption.until), (day("2015-11-15"), Some(day("2015-12-15"))));
        assert_eq!(seen.phases.iter().map(|phase| phase.days).collect::<Vec<_>>(), before);
        let review = seen.phases[0].demands.iter().find(|demand| demand.kind == Kind::Review).unwrap();
        assert_eq!(review.state, State::Met);
    }
}

#[tokio::test]
async fn a_mark_on_somebody_else_s_citizen_finds_nobody_and_one_before_the_enrolment_is_explained() {
    for team in both_teams().await {
        let People { amina, jonas, ask, .. } = people(&team).await;
        let app = &team.app;
        let agreed = |on: &str| Said::Agreed { on: day(on), words: said("Reden") };
        let denied = phase::mark(app, &jonas, form(1), ask, agreed("2015-11-20")).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        let denied = phase::restore(app, &jonas, form(2), ask, MarkId(Uuid::from_u128(9))).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        let birk = called(app, &amina, "Birk").await;
        assert_eq!(codes(phase::mark(app, &amina, form(3), birk, agreed("2015-11-20")).await), [Code::NotEnrolled]);
        assert_eq!(codes(phase::mark(app, &amina, form(4), ask, agreed("2015-11-09")).await), [Code::OutsideCourse]);
        assert!(page(&team, &amina, birk).await.phases.is_empty());
    }
}
