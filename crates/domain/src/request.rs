//! What a coordinator asks a citizen's worker for: one thing of the desk, with words if wished; done or answered by the worker.

use crate::code::RequestState;
use crate::completeness::Item;
use crate::desk::Need;
use crate::refusal::{Code, Refusal};

/// The most letters in what is asked, and in an answer.
pub const LONGEST: usize = 500;

/// What a request is about, as it is kept: the need's code, with the day or the phase it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The code.
    pub code: String,
    /// The day, of a follow-up.
    pub due_on: Option<chrono::NaiveDate>,
    /// The phase, of what belongs to one.
    pub phase: Option<u32>,
}

impl Need {
    /// The need as a request keeps it.
    pub fn about(self) -> About {
        let (code, due_on, phase) = match self {
            Self::Worker => ("worker", None, None),
            Self::Decision => ("decision", None, None),
            Self::Support => ("support", None, None),
            Self::Contact => ("contact", None, None),
            Self::Record(item) => match item {
                Item::FollowUp(due) => (item.code(), Some(due), None),
                Item::FocusAreas(phase) | Item::Shift(phase) | Item::Review(phase) => (item.code(), None, Some(phase)),
                other => (other.code(), None, None),
            },
        };
        About { code: code.to_owned(), due_on, phase }
    }
}

impl About {
    /// The need that was kept; none where nothing of that name can be asked for.
    pub fn need(&self) -> Option<Need> {
        Some(match self.code.as_str() {
            "decision" => Need::Decision,
            "support" => Need::Support,
            "contact" => Need::Contact,
            "enquiry" => Need::Record(Item::Enquiry),
            "consent" => Need::Record(Item::Consent),
            "star" => Need::Record(Item::FirstStar),
            "words" => Need::Record(Item::OwnWords),
            "plan" => Need::Record(Item::Plan),
            "follow-up" => Need::Record(Item::FollowUp(self.due_on?)),
            "focus" => Need::Record(Item::FocusAreas(self.phase?)),
            "shift" => Need::Record(Item::Shift(self.phase?)),
            "review" => Need::Record(Item::Review(self.phase?)),
            "handover" => Need::Record(Item::Handover),
            "meeting" => Need::Record(Item::ClosingMeeting),
            "closing" => Need::Record(Item::Closing),
            _ => return None,
        })
    }
}

/// Checks what is asked: something that can be asked for, in few words.
///
/// # Errors
///
/// [`Code::ChoiceNeeded`], [`Code::TooLong`].
pub fn ask(about: &About, words: &str) -> Result<Need, Vec<Refusal>> {
    let need = about.need();
    let mut refused = Vec::new();
    if need.is_none() {
        refused.push(Refusal::new("om", Code::ChoiceNeeded));
    }
    if words.chars().count() > LONGEST {
        refused.push(Refusal::new("ord", Code::TooLong));
    }
    need.filter(|_| refused.is_empty()).ok_or(refused)
}

/// Checks an answer: done needs no words, an answer is words.
///
/// # Errors
///
/// [`Code::Missing`], [`Code::TooLong`].
pub fn answer(state: RequestState, words: &str) -> Result<(), Refusal> {
    let length = words.trim().chars().count();
    match state {
        RequestState::Answered if length == 0 => Err(Refusal::new("svar", Code::Missing)),
        _ if length > LONGEST => Err(Refusal::new("svar", Code::TooLong)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::day;

    #[test]
    fn what_can_be_asked_for_reads_back_as_it_was_kept() {
        let items = [
            Item::Enquiry,
            Item::Consent,
            Item::FirstStar,
            Item::OwnWords,
            Item::Plan,
            Item::FollowUp(day("2015-10-23")),
            Item::FocusAreas(2),
            Item::Shift(3),
            Item::Review(1),
            Item::Handover,
            Item::ClosingMeeting,
            Item::Closing,
        ];
        let needs = items.into_iter().map(Need::Record).chain([Need::Decision, Need::Support, Need::Contact]);
        for need in needs {
            assert_eq!(need.about().need(), Some(need));
        }
        assert_eq!(Need::Worker.about().need(), None, "there is nobody to ask for that");
    }

    #[test]
    fn an_answer_is_words_and_done_needs_none() {
        assert_eq!(answer(RequestState::Done, ""), Ok(()));
        assert_eq!(answer(RequestState::Answered, " "), Err(Refusal::new("svar", Code::Missing)));
        assert_eq!(answer(RequestState::Answered, "Aftalt til fredag"), Ok(()));
        assert_eq!(answer(RequestState::Done, &"x".repeat(501)), Err(Refusal::new("svar", Code::TooLong)));
    }
}
