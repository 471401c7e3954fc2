//! Which row of a register is which row of the store, and whether it says anything new.
//!
//! A list's id is the identity of its rows; contacts, referrals, steps, marks and replies have none in the register, so theirs is what does not
//! change when a row is corrected (course, day, kind) and their place among equals. Only keyed hashes are kept.

use std::collections::HashMap;

use domain::id::CourseId;
use store::row::Imported;
use uuid::Uuid;
use vault::ContentKey;

/// What the import does with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Not seen before: a new row with this id.
    New(Uuid),
    /// Seen before and now different: the next version of this row, which lay in that course.
    Changed(Uuid, Option<CourseId>),
    /// Nothing new.
    Same(Uuid),
}

impl Verdict {
    /// The row's id in the store.
    pub(crate) const fn row(self) -> Uuid {
        match self {
            Self::New(row) | Self::Changed(row, _) | Self::Same(row) => row,
        }
    }
}

/// A row's parts, collected for hashing; every part is set apart from the next.
#[derive(Default)]
pub(crate) struct Parts(Vec<Vec<u8>>);

impl Parts {
    /// The parts so far and one more.
    pub(crate) fn and(mut self, part: impl AsRef<[u8]>) -> Self {
        self.0.push(part.as_ref().to_vec());
        self
    }

    /// One more part that may be missing, which differs from an empty one.
    pub(crate) fn and_maybe(mut self, part: Option<impl ToString>) -> Self {
        self.0.push(part.map(|part| format!("+{}", part.to_string()).into_bytes()).unwrap_or_default());
        self
    }

    fn hash(&self, key: &ContentKey) -> [u8; 16] {
        let parts: Vec<&[u8]> = self.0.iter().map(Vec::as_slice).collect();
        key.hash(&parts)
    }
}

/// The rows known from earlier imports, and those of this one.
pub(crate) struct Ledger<'a> {
    key: &'a ContentKey,
    known: HashMap<[u8; 16], Imported>,
    equals: HashMap<(&'static str, [u8; 16]), u64>,
    /// Rows to be written to the ledger.
    pub(crate) fresh: Vec<Imported>,
    /// Rows added.
    pub(crate) added: u64,
    /// Rows changed.
    pub(crate) changed: u64,
}

impl<'a> Ledger<'a> {
    /// A ledger that starts from what earlier imports left.
    pub(crate) fn new(key: &'a ContentKey, known: Vec<Imported>) -> Self {
        let known = known.into_iter().map(|row| (row.key, row)).collect();
        Self { key, known, equals: HashMap::new(), fresh: Vec::new(), added: 0, changed: 0 }
    }

    /// The verdict on a row that has an id in the register.
    pub(crate) fn by_id(
        &mut self,
        sheet: &'static str,
        id: &str,
        content: &Parts,
        new_id: impl FnOnce() -> crate::Result<Uuid>,
        course: Option<CourseId>,
    ) -> crate::Result<Verdict> {
        let key = Parts::default().and(sheet).and(id).hash(self.key);
        self.judge(sheet, key, content, new_id, course)
    }

    /// The verdict on a row without an id: `unchanging` are the parts that a correction leaves alone.
    pub(crate) fn by_place(
        &mut self,
        sheet: &'static str,
        unchanging: Parts,
        content: &Parts,
        new_id: impl FnOnce() -> crate::Result<Uuid>,
        course: Option<CourseId>,
    ) -> crate::Result<Verdict> {
        let equal = self.equals.entry((sheet, unchanging.hash(self.key))).or_default();
        *equal += 1;
        let key = unchanging.and(sheet).and(equal.to_string()).hash(self.key);
        self.judge(sheet, key, content, new_id, course)
    }

    fn judge(
        &mut self,
        sheet: &'static str,
        key: [u8; 16],
        content: &Parts,
        new_id: impl FnOnce() -> crate::Result<Uuid>,
        course: Option<CourseId>,
    ) -> crate::Result<Verdict> {
        let content = content.hash(self.key);
        let verdict = match self.known.get(&key) {
            None => Verdict::New(new_id()?),
            Some(known) if known.content == content => return Ok(Verdict::Same(known.row)),
            Some(known) => Verdict::Changed(known.row, known.course),
        };
        match verdict {
            Verdict::New(_) => self.added += 1,
            _ => self.changed += 1,
        }
        self.fresh.push(Imported { sheet: sheet.to_owned(), key, row: verdict.row(), course, content });
        Ok(verdict)
    }
}
