//! The log's chain: checked, and pinned down by a checkpoint that is kept elsewhere.

use domain::access::{Action, Actor, Relation, decide};
use domain::event::{Entry, Event};
use vault::chain::Checkpoint;

use crate::setup::Operator;
use crate::{App, Error, Result};

/// What a check found: every entry fits, and there are so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Entries in the chain.
    pub entries: i64,
}

/// Checks every entry of the log, against a checkpoint where one is given; the check is an entry itself.
///
/// # Errors
///
/// [`Error::Store`] with the first entry that is not what was written.
pub async fn verify(app: &App, operator: &Operator, checkpoint: Option<&str>) -> Result<Whole> {
    let actor = Actor::Operator { name: operator.name.clone() };
    let grant = decide(&actor, Action::VerifyLog, Relation::NoCitizen, None)?;
    let known = checkpoint.map(read).transpose()?;
    let head = app.store().verify_log(&grant, known.as_ref()).await?;
    let entries = head.entry;
    let event = Event::LogVerified { entries: u64::try_from(entries).unwrap_or_default() };
    app.store().look(&grant, Entry { programme: None, citizens: Vec::new(), event }, operator.now).await?;
    Ok(Whole { entries })
}

/// A checkpoint of the log as it stands, as text to be kept elsewhere; writing it is an entry itself.
///
/// # Errors
///
/// [`Error::Store`] where the head is not what was written.
pub async fn checkpoint(app: &App, operator: &Operator) -> Result<(i64, String)> {
    let actor = Actor::Operator { name: operator.name.clone() };
    let grant = decide(&actor, Action::VerifyLog, Relation::NoCitizen, None)?;
    let head = app.store().checkpoint(&grant).await?;
    let event = Event::CheckpointWritten { entry: head.entry };
    app.store().look(&grant, Entry { programme: None, citizens: Vec::new(), event }, operator.now).await?;
    Ok((head.entry, text(&head)))
}

fn text(checkpoint: &Checkpoint) -> String {
    format!("brobygger-checkpoint 1\n{}\n{}\n{}\n", checkpoint.entry, hex(&checkpoint.hash), hex(&checkpoint.tag))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read(text: &str) -> Result<Checkpoint> {
    let mut lines = text.lines();
    let mut parse = || {
        let is_ours = lines.next() == Some("brobygger-checkpoint 1");
        let entry = lines.next()?.parse().ok()?;
        let (hash, tag) = (bytes(lines.next()?)?, bytes(lines.next()?)?);
        is_ours.then_some(Checkpoint { entry, hash, tag })
    };
    parse().ok_or_else(|| Error::Refused("the file is no checkpoint; `audit checkpoint` writes one".to_owned()))
}

fn bytes(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_survives_its_file() {
        let checkpoint = Checkpoint { entry: 42, hash: [7; 32], tag: [0xab; 32] };
        let read = read(&text(&checkpoint)).unwrap();
        assert_eq!((read.entry, read.hash, read.tag), (42, [7; 32], [0xab; 32]));
    }

    #[test]
    fn another_file_is_no_checkpoint() {
        for other in ["", "brobygger-checkpoint 1\n1\nxx\nyy\n", "brobygger-checkpoint 2\n1\n"] {
            assert!(read(other).is_err(), "{other}");
        }
    }
}
