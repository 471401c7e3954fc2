//! The demo's team: who stands in for whom, and who may not see whom.

use super::hand::{Hand, day, maybe_day, rows, text, wrong};
use crate::deputy::Naming;
use crate::{Cx, Result, block, deputy};

const DEPUTIES: &str = include_str!("../../../../demo/plan/vikarer.csv");
const BLOCKS: &str = include_str!("../../../../demo/plan/spaerringer.csv");

/// Writes both.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    for row in rows(DEPUTIES) {
        let &[worker, stands_in, from, to] = row.as_slice() else { return Err(wrong()) };
        let cx = hand.colleague(worker)?;
        let naming = Naming {
            worker: Some(hand.user(worker)?),
            deputy: Some(hand.user(stands_in)?),
            from: maybe_day(from)?,
            to: maybe_day(to)?,
        };
        deputy::name(hand.app, &cx, naming, cx.form_key()?).await?;
    }
    for row in rows(BLOCKS) {
        let &[course, user_name, on, reason] = row.as_slice() else { return Err(wrong()) };
        // A block begins on the day it is made.
        let cx = Cx { today: day(on)?, ..hand.coordinator()? };
        let user = Some(hand.user(user_name)?);
        block::block(hand.app, &cx, hand.citizen(course)?, user, &text(reason), cx.form_key()?).await?;
    }
    Ok(())
}
