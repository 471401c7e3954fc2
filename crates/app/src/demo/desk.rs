//! What the demo's coordinator has granted and asked for.

use domain::code::RequestState;
use domain::request::About;

use super::hand::{Hand, day, maybe_day, rows, text, wrong};
use crate::{Cx, Result, assignment, request};

const EXCEPTIONS: &str = include_str!("../../../../demo/plan/undtagelser.csv");
const REQUESTS: &str = include_str!("../../../../demo/plan/forespoergsler.csv");

/// Writes both.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    for row in rows(EXCEPTIONS) {
        let &[course, worker, on, reason] = row.as_slice() else { return Err(wrong()) };
        // An exception and a request are of the day on which they are made.
        let cx = Cx { today: day(on)?, ..hand.coordinator()? };
        let rule = ("R12", Some(hand.user(worker)?));
        assignment::except(hand.app, &cx, hand.citizen(course)?, rule, &text(reason), cx.form_key()?).await?;
    }
    for row in rows(REQUESTS) {
        let &[course, code, due, phase, on, words, answered, answer] = row.as_slice() else { return Err(wrong()) };
        let about = About { code: code.to_owned(), due_on: maybe_day(due)?, phase: phase.parse().ok() };
        let cx = Cx { today: day(on)?, ..hand.coordinator()? };
        let (citizen, worker) = hand.at(course)?;
        let id = request::ask(hand.app, &cx, citizen, &about, &text(words), cx.form_key()?).await?;
        if let Some(on) = maybe_day(answered)? {
            let cx = Cx { today: on, ..worker };
            let said = (RequestState::Answered, &text(answer));
            request::answer(hand.app, &cx, citizen, (id, 1), said, cx.form_key()?).await?;
        }
    }
    Ok(())
}
