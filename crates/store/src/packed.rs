//! Many rows in one text: what a page reads in one statement, and in one message from the database.
//!
//! A page needs a dozen kinds of rows. Each statement costs a message there and back (on SQLite: two threads woken), and each row
//! one more; so the rows of one kind come as one text, columns and rows kept apart by control characters that no column holds.
//!
//! ```ignore
//! packed_row! {
//!     /// A mark.
//!     pub struct CitizensMark { /// Its id.
//!                               pub id: Uuid, /// A note.
//!                               pub note: Option<String> }
//! }
//! concat!("SELECT ", rows!("hex(m.id)", "COALESCE(m.note, '')"), " FROM mark m WHERE m.course_id = $1")
//! let marks: Vec<CitizensMark> = unpack(text.as_deref())?;
//! ```
//!
//! In SQL a column is turned into text so that both databases say the same: an id or bytes by `hex(…)`, a day as it is, a truth by
//! `CASE WHEN … THEN '1' ELSE '' END`; what may be absent stands in `COALESCE(…, '')`, for one absence would make the whole row absent.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::error::{Error, Result};

/// Between columns, and between rows: ASCII's unit and record separators.
const COLUMN: char = '\u{1f}';
const ROW: char = '\u{1e}';

/// The columns of a row as one text, in SQL.
macro_rules! columns {
    ($first:literal $(, $column:literal)* $(,)?) => { concat!($first, $(" || '\u{1f}' || ", $column),*) };
}

/// The columns of all rows as one text, in SQL.
macro_rules! rows {
    ([$($order:literal)?] $($column:literal),+ $(,)?) => {
        concat!("string_agg(", $crate::packed::columns!($($column),+), ", '\u{1e}'" $(, " ORDER BY ", $order)?, ")")
    };
}

/// A row that comes packed; its fields stand in the order of the columns.
macro_rules! packed_row {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }

        $crate::packed::packed_row!(of $name { $($field),+ });
    };
    // A row that comes packed from one statement and as it is from another.
    (of $name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::packed::Packed for $name {
            fn unpacked<'t>(columns: &mut impl Iterator<Item = &'t str>) -> Option<Self> {
                Some(Self { $($field: $crate::packed::Column::of(columns.next()?)?),+ })
            }
        }
    };
}

pub(crate) use {columns, packed_row, rows};

/// A row from its columns.
pub(crate) trait Packed: Sized {
    /// The row; none where a column is missing or impossible.
    fn unpacked<'t>(columns: &mut impl Iterator<Item = &'t str>) -> Option<Self>;
}

/// A column from its text.
pub(crate) trait Column: Sized {
    /// The value; none where the text is none of its kind.
    fn of(text: &str) -> Option<Self>;
}

/// The rows of a text; no text is no row.
pub(crate) fn unpack<R: Packed>(text: Option<&str>) -> Result<Vec<R>> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(Vec::new()) };
    text.split(ROW).map(|row| R::unpacked(&mut row.split(COLUMN)).ok_or_else(impossible)).collect()
}

fn impossible() -> Error {
    Error::Database("a packed row is not what was asked for".to_owned())
}

impl<C: Column> Column for Option<C> {
    fn of(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { C::of(text).map(Some) }
    }
}

impl Column for String {
    fn of(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Column for bool {
    fn of(text: &str) -> Option<Self> {
        matches!(text, "" | "1").then_some(text == "1")
    }
}

impl Column for i64 {
    fn of(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Column for Uuid {
    fn of(text: &str) -> Option<Self> {
        Self::try_parse(text).ok()
    }
}

impl Column for NaiveDate {
    fn of(text: &str) -> Option<Self> {
        let number = |from, to| text.get(from..to)?.parse().ok();
        Self::from_ymd_opt(text.get(..4)?.parse().ok()?, number(5, 7)?, number(8, 10)?).filter(|_| text.len() == 10)
    }
}

impl Column for Vec<u8> {
    fn of(text: &str) -> Option<Self> {
        bytes(text)
    }
}

/// Bytes from their hexadecimal digits; none where they are none.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    packed_row! {
        /// Every kind of column.
        #[expect(unreachable_pub, reason = "packed_row! makes structs for everybody")]
        pub struct Everything {
            /// An id.
            pub id: Uuid,
            /// A day.
            pub day: NaiveDate,
            /// Whether.
            pub is: bool,
            /// A number.
            pub number: Option<i64>,
            /// Bytes.
            pub bytes: Option<Vec<u8>>,
            /// A text.
            pub text: Option<String>,
        }
    }

    #[test]
    fn rows_come_back_as_they_were_packed() {
        let id = "000000000000000000000000000000Ff";
        let text = format!(
            "{id}\u{1f}2015-02-03\u{1f}1\u{1f}7\u{1f}0aFF\u{1f}x\u{1e}{id}\u{1f}2015-02-03\u{1f}\u{1f}\u{1f}\u{1f}"
        );
        let rows: Vec<Everything> = unpack(Some(&text)).unwrap();
        let (id, day) = (Uuid::from_u128(255), NaiveDate::from_ymd_opt(2015, 2, 3).unwrap());
        let first =
            Everything { id, day, is: true, number: Some(7), bytes: Some(vec![10, 255]), text: Some("x".into()) };
        assert_eq!(rows, [first, Everything { id, day, is: false, number: None, bytes: None, text: None }]);
        assert_eq!(unpack::<Everything>(None).unwrap(), []);
        assert_eq!(unpack::<Everything>(Some("")).unwrap(), []);
    }

    #[test]
    fn a_row_that_lacks_a_column_or_holds_an_impossible_one_is_a_fault() {
        for text in ["00", "x\u{1f}2015-02-03\u{1f}1\u{1f}7\u{1f}\u{1f}"] {
            assert!(unpack::<Everything>(Some(text)).is_err(), "{text:?}");
        }
    }

    #[test]
    fn columns_stand_apart_and_rows_in_order() {
        assert_eq!(rows!(["a, b"] "a", "b"), "string_agg(a || '\u{1f}' || b, '\u{1e}' ORDER BY a, b)");
        assert_eq!(rows!([] "a"), "string_agg(a, '\u{1e}')");
    }
}
