//! Closing a course, undoing it, the record and the print.

use app::closing::{self, Ending};
use app::phase::{self, Said};
use app::plan::{self, GoalWish, How};
use app::view::Standing;
use app::{Cx, Error, citizen, documentation};
use domain::code::{ClosingReason, Role};
use domain::completeness::{Item, State};
use domain::id::CitizenId;
use domain::refusal::Code;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};

use crate::common::{called, page_of};
use crate::phase::{People, codes, form, people, said};

fn ending(on: &str, reason: Option<ClosingReason>, words: &str, version: i64) -> Ending {
    Ending { on: Some(day(on)), reason, words: said(words), version }
}

async fn version(team: &Team, cx: &Cx, citizen: CitizenId) -> i64 {
    closing::page(&team.app, cx, citizen).await.unwrap().version
}

#[tokio::test]
async fn an_early_closing_has_a_reason_of_the_citizen_s_and_ends_step_and_assignment() {
    for team in both_teams().await {
        let People { amina, mette, jonas, ask, .. } = people(&team).await;
        let app = &team.app;
        let wish = |reason, words| ending("2015-11-23", reason, words, 1);
        assert_eq!(codes(closing::close(app, &mette, form(1), ask, wish(None, "")).await), [Code::ReasonNeeded]);
        let lost = wish(Some(ClosingReason::LostContact), "");
        assert_eq!(codes(closing::close(app, &mette, form(1), ask, lost).await), [Code::ContactNotLostLongEnough]);
        let told = closing::page(app, &mette, ask).await.unwrap().course.unwrap();
        assert_eq!((told.last_reached_on, told.lost_from), (Some(day("2015-11-16")), day("2016-02-15")));
        let denied = closing::close(app, &jonas, form(1), ask, wish(Some(ClosingReason::MovedAway), "")).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");

        let moved = || wish(Some(ClosingReason::MovedAway), "Flyttede til Aarhus");
        closing::close(app, &mette, form(1), ask, moved()).await.unwrap();
        closing::close(app, &mette, form(1), ask, moved()).await.unwrap();
        let page = citizen::page(app, &mette, ask).await.unwrap();
        let Standing::Closed { on, reason, .. } = page.standing else { panic!("{:?}", page.standing) };
        assert_eq!((on, reason), (day("2015-11-23"), Some(ClosingReason::MovedAway)));
        assert!(page.next_step.is_none(), "the open step ended with the course");
        let closed = closing::page(app, &mette, ask).await.unwrap().closed.unwrap();
        assert_eq!(closed.words.unwrap().reveal(), "Flyttede til Aarhus");
        assert!(!closed.may_reopen, "a worker does not");
        let ended = "SELECT CAST(to_day AS TEXT) FROM assignment WHERE superseded_at IS NULL AND version = 2";
        assert_eq!(team.database.texts(ended).await, ["2015-11-23"]);

        let twice = closing::close(app, &amina, form(2), ask, ending("2015-11-23", None, "", 2)).await;
        assert!(codes(twice).contains(&Code::CourseEnded));
        let log = team.database.log().await;
        let closings: Vec<_> = log.iter().filter(|row| row.event == "course_closed").collect();
        assert_eq!((closings.len(), closings[0].citizens.as_slice()), (1, &[ask.0][..]));
        assert!(!format!("{log:?}").contains("Aarhus"));
    }
}

#[tokio::test]
async fn a_closing_made_from_an_old_version_is_stale_and_keeps_nothing() {
    for team in both_teams().await {
        let People { mette, ask, .. } = people(&team).await;
        let old = ending("2015-11-23", Some(ClosingReason::CitizensWish), "", 7);
        let stale = closing::close(&team.app, &mette, form(1), ask, old).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        assert!(closing::page(&team.app, &mette, ask).await.unwrap().closed.is_none());
        assert_eq!(version(&team, &mette, ask).await, 1);
    }
}

#[tokio::test]
async fn a_closing_by_mistake_is_undone_within_30_days_by_the_coordinator_and_figures_follow() {
    for team in both_teams().await {
        let People { amina, mette, ask, .. } = people(&team).await;
        let app = &team.app;
        closing::close(app, &mette, form(1), ask, ending("2015-11-20", Some(ClosingReason::MovedAway), "", 1))
            .await
            .unwrap();
        let denied = closing::reopen(app, &mette, form(2), ask, 2, said("Forkert borger")).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        assert_eq!(codes(closing::reopen(app, &amina, form(2), ask, 2, said(" ")).await), [Code::ReasonNeeded]);
        let stale = closing::reopen(app, &amina, form(2), ask, 1, said("Forkert borger")).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        closing::reopen(app, &amina, form(2), ask, 2, said("Forkert borger")).await.unwrap();
        let page = citizen::page(app, &mette, ask).await.unwrap();
        assert!(page.is_own && matches!(page.standing, Standing::Enrolled(_)), "{:?}", page.standing);
        assert_eq!(team.database.log().await.iter().filter(|row| row.event == "course_reopened").count(), 1);
        let again = closing::reopen(app, &amina, form(3), ask, 3, said("x")).await;
        assert_eq!(codes(again), [Code::NotClosed]);
    }
}

#[tokio::test]
async fn a_course_closed_in_january_stays_closed() {
    for team in both_teams().await {
        let People { amina, .. } = people(&team).await;
        let dagny = dagny(&team, &amina).await;
        let page = closing::page(&team.app, &amina, dagny).await.unwrap();
        assert!(!page.closed.unwrap().may_reopen);
        let late = closing::reopen(&team.app, &amina, form(1), dagny, page.version, said("Kom tilbage")).await;
        assert_eq!(codes(late), [Code::ReopeningTooLate]);
    }
}

/// Dagny's course is closed, so that no list of attached citizens has it; the list of records has.
pub(crate) async fn dagny(team: &Team, amina: &Cx) -> CitizenId {
    let list = documentation::page(&team.app, amina, 0, true).await.unwrap();
    list.rows.iter().find(|row| row.name.reveal() == "Dagny").unwrap().citizen
}

#[tokio::test]
async fn the_citizen_s_picture_is_printed_with_own_words_and_logged() {
    for team in both_teams().await {
        let People { amina, mette, jonas, ask, .. } = people(&team).await;
        let app = &team.app;
        let talk = Said::Meeting { on: day("2015-11-22"), words: said("Jeg har fået min egen nøgle") };
        phase::mark(app, &mette, form(1), ask, talk).await.unwrap();
        let print = closing::print(app, &mette, ask).await.unwrap();
        assert_eq!(print.own_words.as_ref().unwrap().reveal(), "Jeg har fået min egen nøgle");
        assert_eq!((print.enrolled_on, print.until), (day("2015-11-10"), day("2015-11-23")));
        assert!(print.star.is_some() && print.scores.len() == 1);
        assert_eq!(print.goals[0].words.as_ref().unwrap().reveal(), "Jeg vil have min egen nøgle");
        assert_eq!(print.goals[0].first_words, None, "never put otherwise");
        let card = plan::page(app, &mette, ask, None).await.unwrap().goals.remove(0);
        let wish = GoalWish {
            words: said("Jeg vil have min egen dør"),
            area: card.area_key,
            is_outside: false,
            outside: said(""),
            proposed_by: card.proposed_by,
            on: day("2015-11-20").into(),
        };
        plan::change_goal(app, &mette, ask, (card.id, card.version), (&wish, How::Since), form(2)).await.unwrap();
        let goal = closing::print(app, &mette, ask).await.unwrap().goals.remove(0);
        assert_eq!(goal.words.unwrap().reveal(), "Jeg vil have min egen dør");
        assert_eq!(goal.first_words.unwrap().reveal(), "Jeg vil have min egen nøgle");
        let told = closing::page(app, &mette, ask).await.unwrap().course.unwrap();
        assert_eq!(told.meeting.unwrap().2, day("2015-11-22"));
        assert!(!told.handover.is_complete);
        assert_eq!((told.handover.needs, told.handover.goals_left), (0, 1));
        let row = team.database.log().await.into_iter().rev().find(|row| row.event == "printed").unwrap();
        assert_eq!(row.citizens, [ask.0]);

        let denied = closing::print(app, &jonas, ask).await;
        assert!(matches!(denied, Err(Error::NotFound)), "{denied:?}");
        let birk = called(app, &amina, "Birk").await;
        assert!(
            matches!(closing::print(app, &amina, birk).await, Err(Error::NotFound)),
            "nobody enrolled, nothing to print"
        );
    }
}

#[tokio::test]
async fn the_record_says_what_is_missing_on_the_page_and_over_all_courses() {
    for team in both_teams().await {
        let People { amina, mette, ask, .. } = people(&team).await;
        let app = &team.app;
        let page = citizen::page(app, &mette, ask).await.unwrap();
        let ahead = page.ahead.unwrap();
        assert_eq!(ahead.shift, Some((2, day("2016-03-10"))));
        let missing: Vec<_> = ahead.documentation.missing().iter().map(|line| line.item).collect();
        assert_eq!(missing, [Item::OwnWords], "everything else is there or has time");
        assert!(ahead.documentation.lines.iter().any(|line| line.item == Item::Consent && line.state == State::Done));

        let list = documentation::page(app, &amina, 0, true).await.unwrap();
        assert_eq!((list.courses, list.rows.len(), list.pages), (4, 4, 1));
        let lacks: Vec<usize> = list.rows.iter().map(|row| row.documentation.of - row.documentation.done).collect();
        assert!(lacks.is_sorted_by(|one, other| one >= other), "{lacks:?}");
        let seen = team.database.log().await.pop().unwrap();
        assert_eq!((seen.event.as_str(), seen.citizens.len()), ("citizens_listed", 4));
        assert_eq!(documentation::page(app, &amina, 0, false).await.unwrap().courses, 3, "Dagny's has ended");
        assert!(matches!(documentation::page(app, &mette, 0, true).await, Err(Error::Denied)));

        team.database
            .tamper(&format!(
                "INSERT INTO block (organisation_id, citizen_id, id, version, user_id, from_day, recorded_by, recorded_at) \
                 SELECT a.organisation_id, a.id, a.id, 1, u.id, '2015-01-01', 'x', a.recorded_at FROM citizen a, user_account u \
                 WHERE u.user_name = 'amina' AND a.birth_year = 1985 AND a.superseded_at IS NULL AND {}",
                "u.superseded_at IS NULL"
            ))
            .await
            .unwrap();
        let list = documentation::page(app, &amina, 0, true).await.unwrap();
        assert_eq!(list.courses, 3, "who is blocked from a citizen does not see the citizen's row");
    }
}

#[tokio::test]
async fn a_clarification_is_no_course_to_close() {
    for team in both_teams().await {
        let People { amina, .. } = people(&team).await;
        let birk = called(&team.app, &amina, "Birk").await;
        let wish = ending("2015-11-23", Some(ClosingReason::CitizensWish), "", 1);
        assert_eq!(codes(closing::close(&team.app, &amina, form(1), birk, wish).await), [Code::NotEnrolled]);
    }
}

#[tokio::test]
async fn why_a_clarification_ended_is_read_after_the_course_was_closed_and_opened() {
    for team in both_teams().await {
        let with_reason = small().with("forloeb", "F1;B1;2015-10-05;;;", "F1;B1;2015-10-05;2015-11-30;Prøver igen;");
        team.imports(&with_reason).await;
        team.adds("amina", Role::Coordinator).await;
        let amina = team.signs_in("amina").await;
        let ask = page_of(&team.app, &amina, "Ask").await.id;
        let moved = ending("2015-11-20", Some(ClosingReason::MovedAway), "", 1);
        closing::close(&team.app, &amina, form(1), ask, moved).await.unwrap();
        closing::reopen(&team.app, &amina, form(2), ask, 2, said("Forkert")).await.unwrap();
        let sql = "SELECT COUNT(*) FROM course WHERE superseded_at IS NULL AND version = 3 AND clarification_end_sealed IS NOT NULL";
        assert_eq!(team.database.number(sql).await, 1, "the sealed reason goes on, sealed to its version");
        assert_eq!(version(&team, &amina, ask).await, 3);
    }
}
