//! Passwords: Argon2id, away from the threads that serve pages, one at a time.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use domain::personal::Personal;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// The fewest characters of a password.
pub const SHORTEST: usize = 15;
/// The most: longer ones would only cost time.
const LONGEST: usize = 1_000;
/// Each hash takes 19 MiB and some tens of milliseconds of a core.
static ROOM: Semaphore = Semaphore::const_new(1);
/// The memory of the last verification, for the next: a new one each time would be given back to the system some sign-ins later.
static MEMORY: Mutex<Vec<Block>> = Mutex::new(Vec::new());

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Too short or too long.
    #[error(
        "a password has {SHORTEST} characters or more (and at most {LONGEST}); a few words in a row are easy to remember"
    )]
    Length,
    /// The hash could not be made.
    #[error("the password could not be hashed")]
    Fault,
}

/// The hash of a password, as a PHC text with its own salt.
///
/// # Errors
///
/// [`Unfit`] where the password is too short or too long.
pub async fn hash(password: Personal<String>) -> Result<String, Unfit> {
    if !(SHORTEST..=LONGEST).contains(&password.reveal().chars().count()) {
        return Err(Unfit::Length);
    }
    hash_short(password).await
}

/// The hash of a number that is good for a quarter of an hour and a few tries: any length.
///
/// # Errors
///
/// [`Unfit::Fault`].
pub(crate) async fn hash_short(password: Personal<String>) -> Result<String, Unfit> {
    let _room = ROOM.acquire().await.map_err(|_| Unfit::Fault)?;
    spawn_blocking(move || Argon2::default().hash_password(password.reveal().as_bytes()).map(|hash| hash.to_string()))
        .await
        .map_err(|_| Unfit::Fault)?
        .map_err(|_| Unfit::Fault)
}

/// Whether the password fits the hash. Without a hash the same work is done and the answer is no, so that the time taken does not tell
/// whether an account exists.
pub async fn fits(password: Personal<String>, hash: Option<String>) -> bool {
    let Ok(_room) = ROOM.acquire().await else { return false };
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
    let fits = spawn_blocking(move || {
        let password =
            password.reveal().get(..).filter(|text| text.len() <= LONGEST * 4).unwrap_or_default().as_bytes();
        PasswordHash::new(&hash).is_ok_and(|hash| is_of(password, &hash).unwrap_or(false))
    });
    fits.await.unwrap_or(false) && known
}

/// Whether the hash is the password's; none where it is no Argon2 hash.
fn is_of(password: &[u8], hash: &PasswordHash) -> Option<bool> {
    let (salt, kept) = (hash.salt?, hash.hash?);
    let version = hash.version.map_or(Ok(Version::default()), Version::try_from).ok()?;
    let argon2 = Argon2::new(Algorithm::try_from(hash.algorithm.as_str()).ok()?, version, Params::try_from(hash).ok()?);
    let blocks = argon2.params().block_count();
    let mut memory = std::mem::take(&mut *MEMORY.lock().unwrap_or_else(PoisonError::into_inner));
    memory.resize(blocks.max(memory.len()), Block::new());
    let mut made = vec![0; kept.len()];
    let done = argon2.hash_password_into_with_memory(password, &salt, &mut made, memory.get_mut(..blocks)?);
    *MEMORY.lock().unwrap_or_else(PoisonError::into_inner) = memory;
    done.ok()?;
    // Every byte is compared, so that the time taken tells nothing about how much was right.
    Some(made.iter().zip(kept.as_bytes()).fold(0, |differs, (one, other)| differs | (one ^ other)) == 0)
}

/// A hash of the default cost that no password is used with.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$JLJ/xfTqtNqLfmLQbF0s8rJZFhGdK3ONtOS+tJ3S3RI";

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Personal<String> {
        Personal::new(text.to_owned())
    }

    #[tokio::test]
    async fn the_right_password_fits_and_another_does_not() {
        let hash = hash(secret("fire ord på en række")).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        for _ in 0..2 {
            assert!(fits(secret("fire ord på en række"), Some(hash.clone())).await, "the second time in used memory");
        }
        assert!(!fits(secret("fire ord på en raekke"), Some(hash)).await);
    }

    #[tokio::test]
    async fn fourteen_characters_are_too_few() {
        assert_eq!(hash(secret("fjorten tegn..")).await, Err(Unfit::Length));
    }

    #[tokio::test]
    async fn a_name_without_account_costs_the_same_work_and_is_refused() {
        assert!(PasswordHash::new(NOBODYS).is_ok());
        assert!(!fits(secret("hvad som helst, længe nok"), None).await);
    }
}
