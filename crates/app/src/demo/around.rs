//! What surrounds the demo's courses: assessments, networks, consents, words for reports, and files.

use std::collections::HashMap;

use domain::code::{
    AssessmentState, ConsentKind, ConsentState, NetworkKind, NetworkRole, QuotationState, Service, ServiceContact,
};
use domain::personal::Personal;

use super::hand::{Hand, code, day, maybe_day, rows, text, wrong};
use crate::assessment::{self, NewAssessment};
use crate::attachment::{self, NewFile};
use crate::consent::{self, NewConsent};
use crate::network::{self, NewNeighbour};
use crate::quotation::{self, NewQuotation};
use crate::{Cx, Result};

const ASSESSMENTS: &str = include_str!("../../../../demo/plan/udredning.csv");
const NETWORK: &str = include_str!("../../../../demo/plan/netvaerk.csv");
const CONSENTS: &str = include_str!("../../../../demo/plan/samtykker.csv");
const QUOTATIONS: &str = include_str!("../../../../demo/plan/citater.csv");
const FILES: &str = include_str!("../../../../demo/plan/filer.csv");

/// The files themselves, by name.
const BODIES: [(&str, &[u8]); 2] = [
    ("kvittering.pdf", include_bytes!("../../../../demo/plan/filer/kvittering.pdf")),
    ("uge.png", include_bytes!("../../../../demo/plan/filer/uge.png")),
];

/// Writes all of it, each course's worker what is theirs.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let mut versions = HashMap::new();
    for row in rows(ASSESSMENTS) {
        assess(hand, &row, &mut versions).await?;
    }
    for row in rows(NETWORK) {
        neighbour(hand, &row).await?;
    }
    for row in rows(CONSENTS) {
        consented(hand, &row).await?;
    }
    for row in rows(QUOTATIONS) {
        quoted(hand, &row).await?;
    }
    for row in rows(FILES) {
        file(hand, &row).await?;
    }
    Ok(())
}

/// `versions` counts what was noted of an area before: a later row takes the place of an earlier one.
async fn assess<'r>(hand: &Hand<'_>, row: &[&'r str], versions: &mut HashMap<(&'r str, &'r str), i64>) -> Result<()> {
    let &[course, area, state, on, note] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let version = versions.entry((course, area)).or_insert(0);
    let new = NewAssessment {
        area: area.to_owned(),
        state: code(AssessmentState::parse, state)?,
        on: Ok(day(on)?),
        words: text(note),
    };
    assessment::record(hand.app, &cx, cx.form_key()?, citizen, *version, &new).await?;
    *version += 1;
    Ok(())
}

async fn neighbour(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, kind, role, service, since, until, contact, contact_on, name, phone, note] = row else {
        return Err(wrong());
    };
    let (citizen, cx) = hand.at(course)?;
    let new = NewNeighbour {
        kind: code(NetworkKind::parse, kind)?.ok_or_else(wrong)?,
        role: code(NetworkRole::parse, role)?,
        service: code(Service::parse, service)?,
        since: Ok(maybe_day(since)?),
        until: Ok(maybe_day(until)?),
        contact: code(ServiceContact::parse, contact)?,
        contact_on: Ok(maybe_day(contact_on)?),
        name: text(name),
        phone: text(phone),
        words: text(note),
    };
    network::record(hand.app, &cx, cx.form_key()?, citizen, &new).await?;
    Ok(())
}

async fn consented(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, kind, recipient, purpose, on, until, said, since] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let new = NewConsent {
        kind: code(ConsentKind::parse, kind)?.ok_or_else(wrong)?,
        state: code(ConsentState::parse, said)?,
        on: Ok(day(on)?),
        until: Ok(maybe_day(until)?),
        recipient: text(recipient),
        purpose: text(purpose),
    };
    let id = consent::record(hand.app, &cx, cx.form_key()?, citizen, &new).await?;
    let Some((said, on)) = since.split_once(' ') else { return Ok(()) };
    let anew = NewConsent { state: code(ConsentState::parse, said)?, on: Ok(day(on)?), ..new };
    consent::answer_anew(hand.app, &cx, cx.form_key()?, citizen, (id, 1), &anew).await
}

async fn quoted(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, on, words, approved_by] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    let new = NewQuotation { words: text(words), on: Ok(day(on)?), reason: text(""), seal: String::new() };
    let id = quotation::offer(hand.app, &cx, cx.form_key()?, citizen, None, &new).await?;
    if approved_by.is_empty() {
        return Ok(());
    }
    let cx = hand.colleague(approved_by)?;
    let approves = (Some(QuotationState::Approved), &text(""));
    quotation::decide(hand.app, &cx, cx.form_key()?, citizen, (id, 1), approves).await
}

async fn file(hand: &Hand<'_>, row: &[&str]) -> Result<()> {
    let &[course, on, name, title] = row else { return Err(wrong()) };
    let (citizen, cx) = hand.at(course)?;
    // A file is kept on the day it is added.
    let cx = Cx { today: day(on)?, ..cx };
    let (_, body) = BODIES.iter().find(|(file, _)| *file == name).ok_or_else(wrong)?;
    let new = NewFile { file_name: text(name), title: text(title), body: Personal::new(body.to_vec()) };
    attachment::record(hand.app, &cx, cx.form_key()?, citizen, &new).await?;
    Ok(())
}
