//! An instrument (questionnaire or star) as data: `instruments/<key>.toml`.

use serde::Serialize;

use crate::programme::Text;

/// One question, area or choice of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The key in the register (`punkt`), such as `bolig` or `3`.
    pub key: String,
    /// What is asked, or the area's name.
    pub text: Text,
}

/// One answer to choose, such as `exit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The code in the register and in the report JSON.
    pub key: String,
    /// What stands on the screen.
    pub text: Text,
}

/// A worded band of a score, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Band {
    /// The lowest score of the band.
    pub from: u32,
    /// The highest score of the band.
    pub to: u32,
    /// Whether the band belongs to the risk zone.
    pub risk: bool,
    /// The band in words.
    pub text: Text,
}

/// What kind of answers an instrument takes, and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Scale {
    /// A star: each area a whole number, or "not relevant" (R15).
    Areas {
        /// The lowest step.
        min: u8,
        /// The highest step.
        max: u8,
        /// What the steps mean, low to high: the first step of each stage and its words.
        stages: Vec<(u8, Text)>,
    },
    /// Items that are added up (R14).
    Sum {
        /// The lowest answer to an item.
        min: u8,
        /// The highest answer to an item.
        max: u8,
        /// What each answer means, from `min` up.
        answers: Vec<Text>,
        /// The score is the sum times this.
        factor: u32,
        /// The bands of the score, low to high, without gap.
        bands: Vec<Band>,
        /// A change of the score counts from this many points.
        change_counts_from: u32,
    },
    /// One choice of several, asked again and again (R16).
    Choices(Vec<Choice>),
}

/// One instrument, in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// The key, such as `stjerne`.
    pub key: String,
    /// The version of the texts and the scale; readings of different versions are never pooled silently (R17).
    pub version: String,
    /// The title.
    pub title: Text,
    /// Who wrote it and under which licence (R17).
    pub licence: String,
    /// What is asked, in the fixed order in which answers are kept.
    pub items: Vec<Item>,
    /// How it is answered and scored.
    pub scale: Scale,
}
