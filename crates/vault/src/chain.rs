//! The log as a chain: each entry's hash covers the entry and the hash before it.
//!
//! The hashes are plain SHA-256, so anybody can check an exported log. A head or checkpoint carries a keyed tag besides: whoever
//! can write to the database could compute a new chain, but not vouch for its head.

use domain::id::{CitizenId, ProgrammeId};
use sha2::{Digest, Sha256};

use crate::keyed::ChainKey;

/// The hash before the first entry.
pub const BEGINNING: [u8; 32] = [0; 32];

/// One entry as it is hashed: everything that its row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryBytes<'a> {
    /// Its number, from 1 without gap.
    pub seq: i64,
    /// When, in microseconds since 1970 (what both databases keep).
    pub at_micros: i64,
    /// Who.
    pub actor: &'a str,
    /// In which role.
    pub role: &'a str,
    /// Being what to the citizen.
    pub relation: &'a str,
    /// What was permitted.
    pub action: &'a str,
    /// What happened.
    pub event: &'a str,
    /// In which programme.
    pub programme: Option<ProgrammeId>,
    /// To which citizen, where it is one.
    pub citizen: Option<CitizenId>,
    /// To which citizens, where they are several: 16 bytes each.
    pub subjects: Option<&'a [u8]>,
    /// Names of fields, ids and counts, as JSON.
    pub detail: &'a str,
}

/// An entry with the hashes that stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The entry.
    pub entry: EntryBytes<'a>,
    /// The hash it says came before it.
    pub previous: [u8; 32],
    /// The hash it says it has.
    pub hash: [u8; 32],
}

/// The last entry of a log and its hash, vouched for by the organisation's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The number of the last entry; 0 for an empty log.
    pub entry: i64,
    /// Its hash.
    pub hash: [u8; 32],
    /// The keyed tag over both.
    pub tag: [u8; 32],
}

/// The log is broken: the first entry that is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the log is broken at entry {entry}")]
pub struct Broken {
    /// The number that the entry has or should have.
    pub entry: i64,
}

/// Checks a chain entry by entry.
///
/// # Examples
///
/// ```ignore
/// let mut check = Check::new();
/// for link in links { check.next(&link)?; }
/// assert_eq!(check.entries(), head.entry);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    seq: i64,
    hash: [u8; 32],
}

/// The hash of an entry that follows `previous`.
pub fn next(previous: &[u8; 32], entry: &EntryBytes<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(entry.seq.to_be_bytes());
    hash.update(entry.at_micros.to_be_bytes());
    let texts = [entry.actor, entry.role, entry.relation, entry.action, entry.event, entry.detail];
    for text in texts {
        part(&mut hash, Some(text.as_bytes()));
    }
    part(&mut hash, entry.programme.as_ref().map(|id| &id.0.as_bytes()[..]));
    part(&mut hash, entry.citizen.as_ref().map(|id| &id.0.as_bytes()[..]));
    part(&mut hash, entry.subjects);
    hash.finalize().into()
}

/// Length first, and absence apart from emptiness: no two entries have one encoding.
fn part(hash: &mut Sha256, bytes: Option<&[u8]>) {
    match bytes {
        None => hash.update([0]),
        Some(bytes) => {
            hash.update([1]);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        }
    }
}

/// Checks a whole log and gives its last number (0 where it is empty) and hash.
///
/// # Errors
///
/// [`Broken`] with the first entry that was changed, removed, added or moved.
pub fn verify<'a>(links: impl IntoIterator<Item = Link<'a>>) -> Result<Check, Broken> {
    let mut check = Check::new();
    for link in links {
        check.next(&link)?;
    }
    Ok(check)
}

impl Check {
    /// Before the first entry.
    pub const fn new() -> Self {
        Self { seq: 0, hash: BEGINNING }
    }

    /// Checks the next entry.
    ///
    /// # Errors
    ///
    /// [`Broken`] where it is not the entry that was written there.
    pub fn next(&mut self, link: &Link<'_>) -> Result<(), Broken> {
        let expected = self.seq + 1;
        let follows = link.entry.seq == expected && link.previous == self.hash;
        if !follows || next(&self.hash, &link.entry) != link.hash {
            return Err(Broken { entry: expected });
        }
        *self = Self { seq: expected, hash: link.hash };
        Ok(())
    }

    /// How many entries have been checked; also the last one's number.
    pub const fn entries(&self) -> i64 {
        self.seq
    }

    /// The last one's hash.
    pub const fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

impl Default for Check {
    fn default() -> Self {
        Self::new()
    }
}

impl Checkpoint {
    /// Vouches for a head.
    pub fn new(key: &ChainKey, entry: i64, hash: [u8; 32]) -> Self {
        Self { entry, hash, tag: key.tag(&[&entry.to_be_bytes(), &hash]) }
    }

    /// Whether the tag is the organisation's.
    pub fn is_genuine(&self, key: &ChainKey) -> bool {
        // The tag is stored beside what it vouches for: there is nothing to learn from how long a comparison takes.
        Self::new(key, self.entry, self.hash).tag == self.tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MasterKey;

    fn entry(seq: i64, detail: &str) -> EntryBytes<'_> {
        EntryBytes {
            seq,
            at_micros: seq * 1000,
            actor: "a",
            role: "r",
            relation: "own",
            action: "see_citizen",
            event: "citizen_seen",
            programme: None,
            citizen: None,
            subjects: None,
            detail,
        }
    }

    fn log(details: &[String]) -> Vec<Link<'_>> {
        let mut previous = BEGINNING;
        let mut links = Vec::new();
        for (seq, detail) in (1..).zip(details) {
            let entry = entry(seq, detail);
            let hash = next(&previous, &entry);
            links.push(Link { entry, previous, hash });
            previous = hash;
        }
        links
    }

    #[test]
    fn a_log_as_it_was_written_holds() {
        let details: Vec<String> = (0..50).map(|n| n.to_string()).collect();
        let links = log(&details);
        let check = verify(links.iter().copied()).unwrap();
        assert_eq!((check.entries(), check.hash()), (50, links[49].hash));
    }

    #[test]
    fn every_change_removal_exchange_and_repetition_is_found_where_it_is() {
        let details: Vec<String> = (0..50).map(|n| n.to_string()).collect();
        let links = log(&details);
        for at in 0..49 {
            let seq = i64::try_from(at).unwrap() + 1;
            let mut changed = links.clone();
            changed[at].entry.detail = "another";
            assert_eq!(verify(changed).unwrap_err(), Broken { entry: seq });
            let mut redated = links.clone();
            redated[at].entry.at_micros += 1;
            assert_eq!(verify(redated).unwrap_err(), Broken { entry: seq });
            let mut removed = links.clone();
            removed.remove(at);
            assert_eq!(verify(removed).unwrap_err(), Broken { entry: seq });
            let mut exchanged = links.clone();
            exchanged.swap(at, at + 1);
            assert_eq!(verify(exchanged).unwrap_err(), Broken { entry: seq });
            let mut repeated = links.clone();
            repeated.insert(at, links[at]);
            assert_eq!(verify(repeated).unwrap_err(), Broken { entry: seq + 1 });
        }
    }

    #[test]
    fn nobody_without_the_key_can_vouch_for_a_head() {
        let (ours, theirs) = (MasterKey::from_bytes([1; 32]), MasterKey::from_bytes([2; 32]));
        let checkpoint = Checkpoint::new(&ours.chain_key(), 7, [9; 32]);
        assert!(checkpoint.is_genuine(&ours.chain_key()));
        assert!(!Checkpoint { entry: 6, ..checkpoint }.is_genuine(&ours.chain_key()));
        assert!(!Checkpoint { hash: [8; 32], ..checkpoint }.is_genuine(&ours.chain_key()));
        assert!(!Checkpoint::new(&theirs.chain_key(), 7, [9; 32]).is_genuine(&ours.chain_key()));
    }

    #[test]
    fn absence_and_emptiness_differ() {
        let empty = EntryBytes { subjects: Some(&[]), ..entry(1, "") };
        assert_ne!(next(&BEGINNING, &entry(1, "")), next(&BEGINNING, &empty));
    }
}
