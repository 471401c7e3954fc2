//! A short text that a great many values have in common: the instrument and the version of a hundred thousand readings.
//!
//! A copy of it is a count and no new text. Otherwise it is read, compared and written out like the `String` it was made from.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A text kept once, however many hold it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shared(Arc<str>);

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Shared {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<&String> for Shared {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl PartialEq<String> for Shared {
    fn eq(&self, text: &String) -> bool {
        **self == **text
    }
}

impl PartialEq<Shared> for String {
    fn eq(&self, shared: &Shared) -> bool {
        *shared == *self
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
