//! The citizen's own screen: one question at a time, and thanks.

use domain::instrument::Instrument;
use domain::personal::Personal;
use domain::programme::Text;
use domain::reading::Answer;

/// What the citizen's screen shows.
#[derive(Clone, Debug)]
pub enum OwnPage {
    /// A question.
    Question(Box<OwnQuestion>),
    /// Every question was asked.
    Thanks(OwnThanks),
}

/// One question with all its answers.
#[derive(Clone, Debug)]
pub struct OwnQuestion {
    /// Its number, from 0.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// How many have an answer.
    pub answered: usize,
    /// The instrument.
    pub instrument: Instrument,
    /// The item in it.
    pub item: usize,
    /// The answer given before; nothing is chosen for the citizen.
    pub answer: Option<Answer>,
    /// The citizen's own words beside it.
    pub words: Option<Personal<String>>,
}

/// The thanks.
#[derive(Clone, Debug)]
pub struct OwnThanks {
    /// How many questions there were.
    pub questions: usize,
    /// Each area of the star: its name, the first figure, the present one.
    pub areas: Vec<(Text, Option<u8>, Option<u8>)>,
}
