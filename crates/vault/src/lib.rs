//! Keys and seals: a key a person, AEAD, blind index, the audit chain's hashing.
//!
//! ```text
//! key file -> MasterKey -+- the two keys of the encrypted files (SQLCipher)
//!                        +- BlindKey, ContentKey, ChainKey (HMAC)
//!                        +- wraps EpochKey (one an epoch) -> wraps DataKey (one a person) -> seals each text
//! ```
//!
//! The wrapped keys lie in the key store, apart from the data: whoever destroys a person's wrapped key and the epoch it was
//! wrapped under makes every copy of that person's texts unreadable, in old backups too. To add a derived key: a
//! `Purpose` in `master.rs`; never use one key for two purposes.

mod chance;
mod keyed;
mod wrap;

pub mod chain;
pub mod fold;
pub mod master;
pub mod seal;

pub use chance::{NoChance, bytes};
pub use keyed::{BlindKey, ChainKey, ContentKey, digest};
pub use master::{KeyFileFault, MasterKey};
pub use seal::{NotOpened, Place, open, seal};
pub use wrap::{DataKey, EpochKey, Owner};
