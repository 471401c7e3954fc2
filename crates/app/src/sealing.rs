//! Sealing and opening texts with the keys of several persons at hand.

use std::collections::HashMap;

use domain::id::{OrganisationId, SubjectId};
use domain::personal::Personal;
use store::row::Sealed;
use uuid::Uuid;
use vault::DataKey;
use vault::seal::{Place, open, seal};

use crate::{Error, Result};

/// The keys of some persons of one organisation.
pub(crate) struct Keys {
    organisation: OrganisationId,
    keys: HashMap<SubjectId, DataKey>,
    /// Other records of the same person: a text may be sealed under any of them.
    linked: HashMap<SubjectId, Vec<SubjectId>>,
}

/// The column of one version of a row.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    /// The table.
    pub(crate) table: &'static str,
    /// The column, without `_sealed`.
    pub(crate) column: &'static str,
    /// The row's id.
    pub(crate) row: Uuid,
    /// The row's version.
    pub(crate) version: i64,
}

impl Keys {
    /// No key yet.
    pub(crate) fn new(organisation: OrganisationId) -> Self {
        Self { organisation, keys: HashMap::new(), linked: HashMap::new() }
    }

    /// The organisation whose people these are.
    pub(crate) const fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Takes a person's key in.
    pub(crate) fn hold(&mut self, subject: SubjectId, key: DataKey) {
        self.keys.insert(subject, key);
    }

    /// Says that another record is, or was, the same person (R4): what does not open as the one's may be the other's.
    pub(crate) fn link(&mut self, subject: SubjectId, other: SubjectId) {
        self.linked.entry(subject).or_default().push(other);
    }

    /// Seals a text, where there is one, under the person's key.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] where the person's key is not at hand: nothing is ever kept unsealed.
    pub(crate) fn seal(&self, subject: SubjectId, cell: Cell, text: Option<&str>) -> Result<Sealed> {
        let Some(text) = text else { return Ok(None) };
        let key = self.keys.get(&subject).ok_or_else(no_key)?;
        let sealed = seal(key, &self.place(subject, cell), text.as_bytes())
            .map_err(|fault| Error::Refused(fault.to_string()))?;
        Ok(Some(sealed))
    }

    /// Opens a sealed text, where there is one. A person whose key is gone (shredded) has no text any more.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] where the text does not open at its place: somebody changed the store.
    pub(crate) fn open(
        &self,
        subject: SubjectId,
        cell: Cell,
        sealed: Option<&[u8]>,
    ) -> Result<Option<Personal<String>>> {
        let Some(sealed) = sealed else { return Ok(None) };
        let Some(bytes) = self.opened(subject, cell, sealed)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Error::Refused("a sealed text is no text".to_owned()))?;
        Ok(Some(Personal::new(text)))
    }

    /// Seals bytes, such as a file.
    ///
    /// # Errors
    ///
    /// As [`Keys::seal`].
    pub(crate) fn seal_bytes(&self, subject: SubjectId, cell: Cell, bytes: &[u8]) -> Result<Vec<u8>> {
        let key = self.keys.get(&subject).ok_or_else(no_key)?;
        seal(key, &self.place(subject, cell), bytes).map_err(|fault| Error::Refused(fault.to_string()))
    }

    /// Opens sealed bytes; none where the person is shredded.
    ///
    /// # Errors
    ///
    /// As [`Keys::open`].
    pub(crate) fn open_bytes(&self, subject: SubjectId, cell: Cell, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        self.opened(subject, cell, sealed)
    }

    /// The bytes as the subject's, else as those of the records linked to it; none where no key of theirs is left.
    fn opened(&self, subject: SubjectId, cell: Cell, sealed: &[u8]) -> Result<Option<Vec<u8>>> {
        let others = self.linked.get(&subject).into_iter().flatten().copied();
        let mut fault = None;
        for record in std::iter::once(subject).chain(others) {
            let Some(key) = self.keys.get(&record) else { continue };
            match open(key, &self.place(record, cell), sealed) {
                Ok(bytes) => return Ok(Some(bytes)),
                Err(not_opened) => fault = Some(not_opened),
            }
        }
        fault.map_or(Ok(None), |fault| Err(Error::Refused(fault.to_string())))
    }

    fn place<'a>(&self, subject: SubjectId, cell: Cell) -> Place<'a> {
        Place {
            organisation: self.organisation,
            subject,
            table: cell.table,
            column: cell.column,
            row: cell.row,
            version: cell.version,
        }
    }
}

fn no_key() -> Error {
    Error::Refused("a person's key is missing from the key store; restore the key store before going on".to_owned())
}
