//! Keyed hashes (HMAC-SHA-256): what can be compared by whoever has the key, and guessed by nobody who only has the database.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// SHA-256, for a secret that is too long to be guessed, such as a session's cookie.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    Sha256::digest(bytes).into()
}

/// The key of the blind index: finds a person by a folded value without the value being stored.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct BlindKey(pub(crate) [u8; 32]);

/// Keys that never print.
macro_rules! never_prints {
    ($($key:ident),+) => {$(
        impl std::fmt::Debug for $key {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($key), "(•••)"))
            }
        }
    )+};
}

never_prints!(BlindKey, ContentKey, ChainKey);

pub(crate) use never_prints;

impl BlindKey {
    /// The index entry of a value folded by [`crate::fold`]; `kind` (such as `name`) keeps equal values of two kinds apart.
    pub fn hash(&self, kind: &str, folded: &str) -> [u8; 16] {
        half(hmac(&self.0, &[kind.as_bytes(), folded.as_bytes()]))
    }
}

/// The key of the register's identities and contents: tells whether an imported row has changed without keeping the row.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct ContentKey(pub(crate) [u8; 32]);

impl ContentKey {
    /// The hash of a row's parts, in order; parts may hold anything.
    pub fn hash(&self, parts: &[&[u8]]) -> [u8; 16] {
        half(hmac(&self.0, parts))
    }
}

/// The key that vouches for the log's head and its checkpoints.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct ChainKey(pub(crate) [u8; 32]);

impl ChainKey {
    pub(crate) fn tag(&self, parts: &[&[u8]]) -> [u8; 32] {
        hmac(&self.0, parts)
    }
}

/// HMAC over length-prefixed parts, so that moving a byte from one part to the next changes the hash.
fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key padded with zeros to the block is the same HMAC key; a whole block cannot have a wrong length.
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = Hmac::<Sha256>::new(&block.into());
    block.zeroize();
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn half(hash: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    for (to, from) in half.iter_mut().zip(hash) {
        *to = from;
    }
    half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_value_of_two_kinds_or_under_two_keys_has_two_hashes() {
        let key = BlindKey([7; 32]);
        assert_eq!(key.hash("name", "signe holm"), key.hash("name", "signe holm"));
        assert_ne!(key.hash("name", "signe holm"), key.hash("alias", "signe holm"));
        assert_ne!(key.hash("name", "signe holm"), BlindKey([8; 32]).hash("name", "signe holm"));
    }

    #[test]
    fn a_byte_moved_between_parts_changes_the_hash() {
        let key = ContentKey([7; 32]);
        assert_ne!(key.hash(&[b"ab", b"c"]), key.hash(&[b"a", b"bc"]));
    }
}
