//! The demo's talks before a decision, and its phases: looked back on, and what they concentrate on.

use domain::code::{ContactKind, Place, With};
use domain::personal::Personal;
use render::words;

use super::hand::{Hand, code, day, rows, text, wrong};
use crate::Result;
use crate::contact::{self, NewContact};
use crate::phase::{Said, mark, page};
use crate::step::NewStep;
use crate::view::phase::PhaseAsk;

const TALKS: &str = include_str!("../../../../demo/plan/samtaler.csv");
const REVIEWS: &str = include_str!("../../../../demo/plan/tilbageblik.csv");
const FOCUS: &str = include_str!("../../../../demo/plan/fokus.csv");

/// Writes all of it, each course's worker what is theirs.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    for row in rows(TALKS) {
        talk(hand, &row).await?;
    }
    for row in rows(REVIEWS) {
        review(hand, &row).await?;
    }
    for row in rows(FOCUS) {
        focus(hand, &row).await?;
    }
    Ok(())
}

async fn talk(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, on, kind, place, with, minutes, said] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let minutes = if minutes.is_empty() { None } else { Some(minutes.parse().map_err(|_| wrong())?) };
    let new = NewContact {
        on: Ok(day(on)?),
        kind: code(ContactKind::parse, kind)?,
        place: code(Place::parse, place)?,
        with: code(With::parse, with)?,
        minutes: Ok(minutes),
        words: text(said),
    };
    let none = NewStep { words: text(""), due: Ok(None), doer: None };
    contact::record(hand.app, &cx, cx.form_key()?, citizen, &new, None, &none).await?;
    Ok(())
}

async fn review(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, phase, on, worked, now] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let both = words(cx.locale).say_with("review-both", &[("worked", worked.into()), ("now", now.into())]);
    let said = Said::Review {
        phase: phase.parse().map_err(|_| wrong())?,
        on: day(on)?,
        worked: text(worked),
        note: Personal::new(both),
    };
    mark(hand.app, &cx, cx.form_key()?, citizen, said).await
}

async fn focus(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, phase, on, areas] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let phase = phase.parse().map_err(|_| wrong())?;
    let shown = page(hand.app, &cx, citizen, PhaseAsk::default()).await?;
    let were = shown.phases.into_iter().find(|one| one.number == phase).ok_or_else(wrong)?.focus;
    let said = Said::Focus { phase, areas: areas.split(',').map(str::to_owned).collect(), were, on: day(on)? };
    mark(hand.app, &cx, cx.form_key()?, citizen, said).await
}
