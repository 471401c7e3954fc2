//! What a filling keeps, and what it refuses.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::code::ClosingReason;
use crate::example::{clarification, day, instruments, purpose, star, who5};
use crate::facts::Closing;

fn goal(number: u128) -> GoalId {
    GoalId(Uuid::from_u128(number))
}

fn codes(refused: Result<(), Vec<Refusal>>) -> Vec<Code> {
    refused.unwrap_err().iter().map(|refusal| refusal.code).collect()
}

#[test]
fn areas_are_answered_in_any_order_and_what_is_open_is_told() {
    let mut filling = Filling::default();
    filling.set(Whose::Citizen, &star(), 2, Some(Answer::Value(7))).unwrap();
    filling.set(Whose::Citizen, &star(), 0, Some(Answer::NotRelevant)).unwrap();
    assert_eq!((filling.answered(&star()), filling.open(&star())), (2, vec![1]));
    filling.set(Whose::Citizen, &star(), 2, None).unwrap();
    assert_eq!(filling.open(&star()), [1, 2], "an answer can be taken back");
}

#[test]
fn who_would_not_answer_has_said_so_and_the_reading_is_not_complete() {
    let mut filling = Filling::default();
    for item in 0..5 {
        filling.set(Whose::Citizen, &who5(), item, Some(Answer::Declined)).unwrap();
    }
    assert_eq!((filling.answered(&who5()), filling.open(&who5()).len()), (5, 5));
    assert_eq!(filling.filled(&instruments()).len(), 1, "it is kept as said");
}

#[test]
fn an_answer_off_the_scale_is_refused_and_changes_nothing() {
    let mut filling = Filling::default();
    let refused = Refusal::new("svar", Code::AnswerOffScale);
    for (instrument, item, answer) in [
        (star(), 0, Answer::Value(0)),
        (star(), 0, Answer::Value(11)),
        (star(), 3, Answer::Value(5)),
        (who5(), 0, Answer::Value(6)),
        (who5(), 0, Answer::NotRelevant),
        (purpose(), 0, Answer::Value(2)),
    ] {
        assert_eq!(filling.set(Whose::Citizen, &instrument, item, Some(answer)), Err(refused.clone()));
    }
    assert_eq!(filling.filled(&instruments()), []);
}

#[test]
fn where_the_two_disagree_both_scores_are_kept_and_where_they_agree_one_is() {
    let mut filling = Filling::default();
    filling.set(Whose::Citizen, &star(), 0, Some(Answer::Value(4))).unwrap();
    filling.set(Whose::Worker, &star(), 0, Some(Answer::Value(4))).unwrap();
    assert_eq!(filling.filled(&instruments())[0].workers, None);
    filling.set(Whose::Worker, &star(), 0, Some(Answer::Value(6))).unwrap();
    let all = instruments();
    let filled = filling.filled(&all);
    assert_eq!(filled[0].answers.packed(), "4,-,-");
    assert_eq!(filled[0].workers.as_ref().unwrap().packed(), "6,-,-");
}

#[test]
fn goals_gone_through_come_back_from_the_store() {
    let mut filling = Filling::default();
    filling.set(Whose::Citizen, &star(), 1, Some(Answer::Value(10))).unwrap();
    filling.set(Whose::Worker, &star(), 1, Some(Answer::Value(3))).unwrap();
    filling.set_review(goal(1), Some(Review::Reached));
    filling.set_review(goal(2), Some(Review::Right));
    filling.set_review(goal(2), Some(Review::Dropped));
    filling.set_review(goal(3), Some(Review::Changes));
    filling.set_review(goal(3), None);
    let (answers, workers) = filling.packed();
    assert_eq!(Filling::unpacked(&answers, workers.as_deref()), Some(filling.clone()));
    assert_eq!(filling.reviews().collect::<Vec<_>>(), [(goal(1), Review::Reached), (goal(2), Review::Dropped)]);
}

#[test]
fn a_text_that_nothing_wrote_is_no_filling() {
    assert_eq!(Filling::unpacked("", None), Some(Filling::default()));
    for text in ["stjerne", "stjerne=a", "maal=1:naaet", "maal=00000000-0000-0000-0000-000000000001:ukendt"] {
        assert_eq!(Filling::unpacked(text, None), None, "{text}");
    }
}

#[test]
fn nothing_is_filled_in_in_the_future_before_the_clarification_or_after_the_end() {
    let mut course = clarification(1, 1, "2015-03-01");
    let today = day("2015-11-23");
    assert_eq!(made_on(&course, day("2015-03-01"), today), Ok(()));
    assert_eq!(codes(made_on(&course, day("2015-02-28"), today)), [Code::BeforeClarification]);
    assert_eq!(codes(made_on(&course, day("2015-11-24"), today)), [Code::InTheFuture]);
    course.closing = Some(Closing { on: day("2015-06-01"), reason: Some(ClosingReason::Planned) });
    assert_eq!(made_on(&course, day("2015-06-01"), today), Ok(()), "the last star is made on the last day");
    assert_eq!(codes(made_on(&course, day("2015-06-02"), today)), [Code::CourseEnded]);
}

proptest! {
    #[test]
    fn every_filling_comes_back_from_the_store(values in prop::collection::vec((0usize..3, 0usize..5, 0u8..12, any::<bool>()), 0..30)) {
        let all = instruments();
        let mut filling = Filling::default();
        for (instrument, item, value, worker) in values {
            let whose = if worker { Whose::Worker } else { Whose::Citizen };
            let answer = if value == 11 { Answer::Declined } else { Answer::Value(value) };
            let _ = filling.set(whose, &all[instrument], item, Some(answer));
        }
        let (answers, workers) = filling.packed();
        prop_assert_eq!(Filling::unpacked(&answers, workers.as_deref()), Some(filling));
    }
}
