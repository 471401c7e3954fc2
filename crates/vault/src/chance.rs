//! The one source of chance for keys, nonces and ids.

/// The operating system gave no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoChance;

/// `N` bytes that nobody can foretell.
///
/// # Errors
///
/// [`NoChance`] where the operating system gives none; nothing may be sealed or made then.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoChance)?;
    Ok(bytes)
}
