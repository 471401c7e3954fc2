//! Sealing a text to its place: XChaCha20-Poly1305 with every part of the place as associated data.
//!
//! A sealed text is `format version (1) | nonce (24) | ciphertext and tag`. Moved to another row, column, version, person or
//! organisation it does not open, so whoever can write to the database still cannot pass one person's note off as another's.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::id::{OrganisationId, SubjectId};
use uuid::Uuid;

use crate::chance::{self, NoChance};
use crate::wrap::DataKey;

/// The first byte of everything sealed in this way.
const FORMAT: u8 = 1;

/// Where a sealed text lies; it opens there and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place<'a> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The person under whose key it is sealed.
    pub subject: SubjectId,
    /// The table.
    pub table: &'a str,
    /// The column, without `_sealed`.
    pub column: &'a str,
    /// The row's id.
    pub row: Uuid,
    /// The row's version.
    pub version: i64,
}

/// A sealed text that does not open: another key or place, or a changed byte. There is no telling which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text does not open at its place")]
pub struct NotOpened;

/// Seals bytes to a place under a person's key.
///
/// # Errors
///
/// [`NoChance`] where the operating system gives no random bytes.
pub fn seal(key: &DataKey, place: &Place<'_>, bytes: &[u8]) -> Result<Vec<u8>, NoChance> {
    seal_bytes(&key.0, &place.bytes(), bytes)
}

/// Opens what was sealed to a place under a person's key.
///
/// # Errors
///
/// [`NotOpened`] where any part of the place or the key is another, or a byte was changed.
pub fn open(key: &DataKey, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
    open_bytes(&key.0, &place.bytes(), sealed)
}

impl Place<'_> {
    /// An encoding that no two places share: fixed lengths first, the table's length before the table.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64 + self.table.len() + self.column.len());
        bytes.extend_from_slice(self.organisation.0.as_bytes());
        bytes.extend_from_slice(self.subject.0.as_bytes());
        bytes.extend_from_slice(self.row.as_bytes());
        bytes.extend_from_slice(&self.version.to_be_bytes());
        bytes.extend_from_slice(&(self.table.len() as u64).to_be_bytes());
        bytes.extend_from_slice(self.table.as_bytes());
        bytes.extend_from_slice(self.column.as_bytes());
        bytes
    }
}

pub(crate) fn seal_bytes(key: &[u8; 32], place: &[u8], bytes: &[u8]) -> Result<Vec<u8>, NoChance> {
    let nonce: [u8; 24] = chance::bytes()?;
    let ciphertext = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: place })
        // Fails above 256 GiB alone, which no text is; refusing is right there too.
        .map_err(|_| NoChance)?;
    let mut sealed = Vec::with_capacity(1 + nonce.len() + ciphertext.len());
    sealed.push(FORMAT);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&ciphertext);
    Ok(sealed)
}

pub(crate) fn open_bytes(key: &[u8; 32], place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
    let Some((&FORMAT, rest)) = sealed.split_first() else { return Err(NotOpened) };
    let Some((nonce, ciphertext)) = rest.split_first_chunk::<24>() else { return Err(NotOpened) };
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: place })
        .map_err(|_| NotOpened)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(row: u128) -> Place<'static> {
        Place {
            organisation: OrganisationId(Uuid::from_u128(1)),
            subject: SubjectId(Uuid::from_u128(2)),
            table: "contact",
            column: "text",
            row: Uuid::from_u128(row),
            version: 1,
        }
    }

    #[test]
    fn a_text_opens_at_its_place() {
        let key = DataKey::generate().unwrap();
        for text in ["", "Æblegrød på Nørrebro 🍎", &"x".repeat(100_000)] {
            let sealed = seal(&key, &place(3), text.as_bytes()).unwrap();
            assert_eq!(open(&key, &place(3), &sealed).unwrap(), text.as_bytes());
            assert!(text.is_empty() || !sealed.windows(text.len()).any(|part| part == text.as_bytes()));
        }
    }

    #[test]
    fn of_a_thousand_texts_moved_to_another_place_none_opens() {
        let key = DataKey::generate().unwrap();
        let mut opened = 0;
        for round in 0..1000 {
            let from = Place { row: Uuid::from_u128(u128::from_be_bytes(chance::bytes().unwrap())), ..place(0) };
            let sealed = seal(&key, &from, b"Signe har sovet bedre").unwrap();
            assert!(open(&key, &from, &sealed).is_ok(), "the control: at its own place it opens");
            let other = Uuid::from_u128(u128::from_be_bytes(chance::bytes().unwrap()));
            let to = match round % 6 {
                0 => Place { row: other, ..from },
                1 => Place { organisation: OrganisationId(other), ..from },
                2 => Place { subject: SubjectId(other), ..from },
                3 => Place { table: "goal", ..from },
                4 => Place { column: "note", ..from },
                _ => Place { version: from.version + 1, ..from },
            };
            opened += usize::from(open(&key, &to, &sealed).is_ok());
        }
        assert_eq!(opened, 0);
    }

    #[test]
    fn table_and_column_do_not_run_together() {
        let key = DataKey::generate().unwrap();
        let sealed = seal(&key, &Place { table: "ab", column: "c", ..place(1) }, b"x").unwrap();
        assert!(open(&key, &Place { table: "a", column: "bc", ..place(1) }, &sealed).is_err());
    }

    #[test]
    fn a_changed_byte_a_cut_text_and_an_unknown_format_do_not_open() {
        let key = DataKey::generate().unwrap();
        let sealed = seal(&key, &place(1), b"x").unwrap();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&key, &place(1), &changed).is_err(), "byte {at}");
            assert!(open(&key, &place(1), &sealed[..at]).is_err(), "cut at {at}");
        }
    }
}
