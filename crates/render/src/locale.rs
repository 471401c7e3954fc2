//! The languages of the screens.

use domain::programme::Text;

/// A language. To add one: a variant here, a folder under `locales/`, its list in `catalogue.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// Danish, the first language.
    #[default]
    Da,
    /// English.
    En,
}

impl Locale {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::Da, Self::En];

    /// The code, as in `<html lang>`, in a cookie and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language with this code; `None` for a language that the program does not speak.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|locale| locale.code() == code)
    }

    /// The text in this language.
    pub fn of(self, text: &Text) -> &str {
        match self {
            Self::Da => &text.da,
            Self::En => &text.en,
        }
    }
}
