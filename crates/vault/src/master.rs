//! The organisation's key, its file, and the keys that are derived from it.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::chance::{self, NoChance};
use crate::keyed::{BlindKey, ChainKey, ContentKey, never_prints};

/// The organisation's key: 32 bytes, wiped from memory when dropped, never printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct MasterKey([u8; 32]);

/// Why a key file cannot be used. Says where, never what it holds.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileFault {
    /// There is none.
    #[error("there is no key file at {0}")]
    Missing(PathBuf),
    /// It cannot be read.
    #[error("the key file {0} cannot be read: {1}")]
    Unreadable(PathBuf, io::Error),
    /// It is not 64 hexadecimal digits.
    #[error("the key file {0} does not hold a key of 64 hexadecimal digits")]
    Malformed(PathBuf),
    /// There is one already; a key is never overwritten.
    #[error("there is a file at {0} already, and a key file is never overwritten")]
    Present(PathBuf),
    /// It cannot be written.
    #[error("the key file {0} cannot be written: {1}")]
    Unwritable(PathBuf, io::Error),
}

/// What a derived key is for; the text goes into its derivation, so changing one makes every old store unreadable.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    DataFile,
    KeyFile,
    LogFile,
    BlindIndex,
    Content,
    Epochs,
    Chain,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::DataFile => b"brobygger/1/data-file",
            Self::KeyFile => b"brobygger/1/key-file",
            Self::LogFile => b"brobygger/1/log-file",
            Self::BlindIndex => b"brobygger/1/blind-index",
            Self::Content => b"brobygger/1/content",
            Self::Epochs => b"brobygger/1/epochs",
            Self::Chain => b"brobygger/1/chain",
        }
    }
}

impl MasterKey {
    /// A new key from chance.
    ///
    /// # Errors
    ///
    /// [`NoChance`] where the operating system gives no random bytes.
    pub fn generate() -> Result<Self, NoChance> {
        Ok(Self(chance::bytes()?))
    }

    /// A key from its bytes (tests, and keys kept elsewhere than in a file).
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads the key from a file of 64 hexadecimal digits; space around them is ignored.
    ///
    /// # Errors
    ///
    /// [`KeyFileFault`] where the file is missing, unreadable or no key.
    pub fn read(path: &Path) -> Result<Self, KeyFileFault> {
        let bytes = match fs::read(path) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Err(KeyFileFault::Missing(path.into())),
            Err(fault) => return Err(KeyFileFault::Unreadable(path.into(), fault)),
        };
        Self::from_hex(bytes.trim_ascii()).ok_or_else(|| KeyFileFault::Malformed(path.into()))
    }

    /// Writes the key to a new file that only its owner may read (mode 0600), and waits until it is on the disk.
    ///
    /// # Errors
    ///
    /// [`KeyFileFault::Present`] where there is a file already, [`KeyFileFault::Unwritable`] where it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), KeyFileFault> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let text = Zeroizing::new(format!("{}\n", hex(&self.0).as_str()));
        let written = options.open(path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|fault| match fault.kind() {
            io::ErrorKind::AlreadyExists => KeyFileFault::Present(path.into()),
            _ => KeyFileFault::Unwritable(path.into(), fault),
        })
    }

    /// The key of the encrypted data file, as SQLCipher takes raw keys: `x'<64 hexadecimal digits>'`.
    pub fn data_file_key(&self) -> Zeroizing<String> {
        raw_key(&self.derive(Purpose::DataFile))
    }

    /// The key of the encrypted key store's file, in the same form.
    pub fn key_file_key(&self) -> Zeroizing<String> {
        raw_key(&self.derive(Purpose::KeyFile))
    }

    /// The key of the encrypted log's file, in the same form.
    pub fn log_file_key(&self) -> Zeroizing<String> {
        raw_key(&self.derive(Purpose::LogFile))
    }

    /// The key of the blind index.
    pub fn blind_key(&self) -> BlindKey {
        BlindKey(*self.derive(Purpose::BlindIndex))
    }

    /// The key of the register's identities and contents.
    pub fn content_key(&self) -> ContentKey {
        ContentKey(*self.derive(Purpose::Content))
    }

    /// The key that vouches for the log's head.
    pub fn chain_key(&self) -> ChainKey {
        ChainKey(*self.derive(Purpose::Chain))
    }

    /// The key that wraps the epochs' keys.
    pub(crate) fn epochs_key(&self) -> Zeroizing<[u8; 32]> {
        self.derive(Purpose::Epochs)
    }

    fn derive(&self, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        // HKDF gives up to 255 hashes; one is always there, and a key left at zero would open nothing.
        let _ = Hkdf::<Sha256>::new(None, &self.0).expand(purpose.label(), key.as_mut_slice());
        key
    }

    fn from_hex(text: &[u8]) -> Option<Self> {
        let (pairs, rest) = text.as_chunks::<2>();
        let mut key = Self([0; 32]);
        if pairs.len() != key.0.len() || !rest.is_empty() {
            return None;
        }
        for (byte, [high, low]) in key.0.iter_mut().zip(pairs) {
            let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            *byte = (digit(*high)? << 4) | digit(*low)?;
        }
        Some(key)
    }
}

never_prints!(MasterKey);

fn raw_key(key: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(format!("x'{}'", hex(key).as_str()))
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    use std::fmt::Write as _;
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_file_and_the_file_is_its_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("organisation.key");
        let key = MasterKey::generate().unwrap();
        key.write(&path).unwrap();
        assert!(MasterKey::read(&path).unwrap() == key);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(matches!(key.write(&path), Err(KeyFileFault::Present(_))), "a key is never overwritten");
    }

    #[test]
    fn a_missing_short_or_foreign_key_file_is_one_sentence_without_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("organisation.key");
        assert!(MasterKey::read(&path).unwrap_err().to_string().starts_with("there is no key file at"));
        for content in ["deadbeef".to_owned(), "g".repeat(64), "ab".repeat(33), String::new()] {
            fs::write(&path, &content).unwrap();
            let fault = MasterKey::read(&path).unwrap_err().to_string();
            assert!(fault.ends_with("does not hold a key of 64 hexadecimal digits"), "{fault}");
            assert!(content.is_empty() || !fault.contains(&content));
        }
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(MasterKey::read(&path).unwrap_err().to_string().contains("cannot be read"));
    }

    #[test]
    fn each_purpose_has_its_own_key_and_none_prints() {
        let key = MasterKey::from_bytes([1; 32]);
        assert_ne!(key.data_file_key(), key.key_file_key());
        assert_ne!(key.blind_key().0, key.content_key().0);
        assert_ne!(key.chain_key().0, *key.epochs_key());
        assert_eq!(key.data_file_key().len(), 67);
        assert_eq!(format!("{key:?}"), "MasterKey(•••)");
    }
}
