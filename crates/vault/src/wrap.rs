//! The key of a person, wrapped under the key of an epoch, wrapped under the organisation's key.
//!
//! Erasing a person removes the wrapped key and then turns the epoch: every surviving key is wrapped anew and the old epoch's
//! key is destroyed, so that an older backup of the key store opens nothing any more.

use domain::id::{OrganisationId, SubjectId};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::chance::{self, NoChance};
use crate::keyed::never_prints;
use crate::master::MasterKey;
use crate::seal::{NotOpened, open_bytes, seal_bytes};

/// The key of one person: seals everything that tells on them.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct DataKey(pub(crate) [u8; 32]);

/// The key of one epoch: wraps every person's key.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct EpochKey {
    #[zeroize(skip)]
    epoch: i64,
    key: [u8; 32],
}

never_prints!(DataKey, EpochKey);

/// Whose key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owner {
    /// The organisation; nothing crosses it.
    pub organisation: OrganisationId,
    /// The person.
    pub subject: SubjectId,
}

impl DataKey {
    /// A new person's key from chance.
    ///
    /// # Errors
    ///
    /// [`NoChance`] where the operating system gives no random bytes.
    pub fn generate() -> Result<Self, NoChance> {
        Ok(Self(chance::bytes()?))
    }
}

impl EpochKey {
    /// A new epoch's key from chance; epochs count from 1.
    ///
    /// # Errors
    ///
    /// [`NoChance`] where the operating system gives no random bytes.
    pub fn generate(epoch: i64) -> Result<Self, NoChance> {
        Ok(Self { epoch, key: chance::bytes()? })
    }

    /// The epoch's number.
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }

    /// The epoch's key as the key store keeps it.
    ///
    /// # Errors
    ///
    /// [`NoChance`] where the operating system gives no random bytes.
    pub fn wrapped(&self, master: &MasterKey) -> Result<Vec<u8>, NoChance> {
        seal_bytes(&master.epochs_key(), &self.epoch.to_be_bytes(), &self.key)
    }

    /// The epoch's key from the key store.
    ///
    /// # Errors
    ///
    /// [`NotOpened`] where the organisation's key or the epoch is another, or a byte was changed.
    pub fn unwrap(master: &MasterKey, epoch: i64, wrapped: &[u8]) -> Result<Self, NotOpened> {
        let key = open_bytes(&master.epochs_key(), &epoch.to_be_bytes(), wrapped)?;
        Ok(Self { epoch, key: exact(&key)? })
    }

    /// A person's key as the key store keeps it.
    ///
    /// # Errors
    ///
    /// [`NoChance`] where the operating system gives no random bytes.
    pub fn wrap(&self, owner: Owner, key: &DataKey) -> Result<Vec<u8>, NoChance> {
        seal_bytes(&self.key, &self.place(owner), &key.0)
    }

    /// A person's key from the key store.
    ///
    /// # Errors
    ///
    /// [`NotOpened`] where it is another person's, organisation's or epoch's, or a byte was changed.
    pub fn open(&self, owner: Owner, wrapped: &[u8]) -> Result<DataKey, NotOpened> {
        let key = zeroize::Zeroizing::new(open_bytes(&self.key, &self.place(owner), wrapped)?);
        Ok(DataKey(exact(&key)?))
    }

    fn place(&self, owner: Owner) -> Vec<u8> {
        [&owner.organisation.0.as_bytes()[..], &owner.subject.0.as_bytes()[..], &self.epoch.to_be_bytes()[..]].concat()
    }
}

fn exact(bytes: &[u8]) -> Result<[u8; 32], NotOpened> {
    bytes.try_into().map_err(|_| NotOpened)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn owner(organisation: u128, subject: u128) -> Owner {
        Owner {
            organisation: OrganisationId(Uuid::from_u128(organisation)),
            subject: SubjectId(Uuid::from_u128(subject)),
        }
    }

    #[test]
    fn a_persons_key_opens_for_that_person_organisation_and_epoch_only() {
        let (first, second) = (EpochKey::generate(1).unwrap(), EpochKey { epoch: 2, key: [3; 32] });
        let key = DataKey::generate().unwrap();
        let wrapped = first.wrap(owner(1, 2), &key).unwrap();
        assert!(first.open(owner(1, 2), &wrapped).unwrap() == key);
        assert!(first.open(owner(1, 3), &wrapped).is_err());
        assert!(first.open(owner(2, 2), &wrapped).is_err());
        assert!(second.open(owner(1, 2), &wrapped).is_err());
        let same_key_next_epoch = EpochKey { epoch: 2, key: first.key };
        assert!(same_key_next_epoch.open(owner(1, 2), &wrapped).is_err());
    }

    #[test]
    fn an_epochs_key_opens_under_its_own_organisations_key_only() {
        let master = MasterKey::from_bytes([1; 32]);
        let epoch = EpochKey::generate(1).unwrap();
        let wrapped = epoch.wrapped(&master).unwrap();
        assert_eq!(EpochKey::unwrap(&master, 1, &wrapped).unwrap().key, epoch.key);
        assert!(EpochKey::unwrap(&master, 2, &wrapped).is_err());
        assert!(EpochKey::unwrap(&MasterKey::from_bytes([2; 32]), 1, &wrapped).is_err());
    }
}
