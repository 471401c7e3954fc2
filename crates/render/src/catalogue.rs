//! The texts of the screens, read once from `locales/<code>/<concept>.ftl`.
//!
//! To add a text: a line with the same key in every language. To add a file: a line in `FILES`.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;

use crate::message::Message;
use crate::{Arg, Locale};

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        /// Each concept's file: its name, Danish, English.
        const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../../locales/da/", $name, ".ftl")),
            include_str!(concat!("../../../locales/en/", $name, ".ftl")),
        )),+];
    };
}

files![
    "api",
    "around",
    "assessment",
    "attachment",
    "calendar",
    "caseload",
    "citizen",
    "clarification",
    "closing",
    "code",
    "compare",
    "consent",
    "contact",
    "continuation",
    "desk",
    "disclosure",
    "document",
    "effort",
    "enquiry",
    "event",
    "fidelity",
    "figures",
    "filling",
    "forecast",
    "form",
    "frame",
    "goals",
    "job",
    "knowledge",
    "log",
    "meeting",
    "network",
    "offer",
    "own",
    "partner",
    "person",
    "phase",
    "plan",
    "quotation",
    "refusal",
    "release",
    "report",
    "request",
    "research",
    "search",
    "setup",
    "sign-in",
    "time",
    "timeplan",
    "token",
    "wind-down"
];

/// The texts of one language.
#[derive(Debug)]
pub struct Words {
    locale: Locale,
    messages: HashMap<Box<str>, Message>,
}

/// The texts of a language; they are read at the first call.
pub fn words(locale: Locale) -> &'static Words {
    static DANISH: LazyLock<Words> = LazyLock::new(|| Words::read(Locale::Da).0);
    static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(Locale::En).0);
    match locale {
        Locale::Da => &DANISH,
        Locale::En => &ENGLISH,
    }
}

impl Words {
    /// Reads every file of a language; beside the texts, each fault found.
    fn read(locale: Locale) -> (Self, Vec<String>) {
        let mut messages = HashMap::new();
        let mut faults = Vec::new();
        for (file, danish, english) in FILES {
            let source = match locale {
                Locale::Da => *danish,
                Locale::En => *english,
            };
            let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.iter().map(|error| format!("{file}.ftl: {error}")));
                resource
            });
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let key = message.id.name;
                match message.value.as_ref().map(Message::from_pattern) {
                    Some(Ok(parts)) => {
                        if messages.insert(key.into(), parts).is_some() {
                            faults.push(format!("{file}.ftl: {key} stands twice"));
                        }
                    }
                    Some(Err(why)) => faults.push(format!("{file}.ftl: {key}: {why}")),
                    None => faults.push(format!("{file}.ftl: {key} has no text")),
                }
            }
        }
        (Self { locale, messages }, faults)
    }

    /// The language.
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// A text without values to fill in; the key itself where there is none, which a test of the pages finds.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.messages.get(key).and_then(Message::plain).unwrap_or(key)
    }

    /// The words of a code: the text `<list>-<code>`; the code's own list always has one, which a test finds.
    pub fn code(&self, list: &str, code: &str) -> &str {
        let mut key = String::with_capacity(list.len() + 1 + code.len());
        key.push_str(list);
        key.push('-');
        key.push_str(code);
        self.messages.get(key.as_str()).and_then(Message::plain).unwrap_or("?")
    }

    /// A text with its values filled in.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut out = String::with_capacity(48);
        self.write_with(&mut out, key, args);
        out
    }

    /// A text with its one value, a text too, filled in; templates can call this.
    pub fn say_of(&self, key: &str, name: &str, value: &str) -> String {
        self.say_with(key, &[(name, Arg::Text(value))])
    }

    /// Writes a text with its values filled in.
    pub fn write_with(&self, out: &mut String, key: &str, args: &[(&str, Arg<'_>)]) {
        match self.messages.get(key) {
            Some(message) => message.write(out, self.locale, args),
            None => out.push_str(key),
        }
    }

    /// Whether there is a text with this key.
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }
}

/// The text with its first letter as a capital: many texts stand both inside a sentence and at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;

    fn keys(locale: Locale) -> BTreeMap<String, Vec<String>> {
        words(locale).messages.iter().map(|(key, message)| (key.to_string(), message.names())).collect()
    }

    #[test]
    fn every_file_can_be_read_whole() {
        for locale in Locale::ALL {
            assert_eq!(Words::read(*locale).1, Vec::<String>::new(), "{}", locale.code());
        }
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_values() {
        assert_eq!(keys(Locale::Da), keys(Locale::En));
    }

    #[test]
    fn every_file_in_the_folders_is_read() {
        for locale in Locale::ALL {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(locale.code());
            let mut found: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".ftl", ""))
                .collect();
            found.sort();
            assert_eq!(found, FILES.iter().map(|(name, ..)| (*name).to_owned()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_text_is_filled_in_with_the_right_plural() {
        let words = words(Locale::Da);
        assert_eq!(words.say_with("days-ago", &[("n", 0.into())]), "i dag");
        assert_eq!(words.say_with("days-ago", &[("n", 1.into())]), "i går");
        assert_eq!(words.say_with("days-ago", &[("n", 5.into())]), "for 5 dage siden");
        assert_eq!(words.say_with("days-ago", &[("n", 1234.into())]), "for 1.234 dage siden");
    }

    #[test]
    fn every_code_has_its_words() {
        use domain::code as list;
        let words = words(Locale::Da);
        let mut missing = Vec::new();
        let mut look = |list: &str, codes: Vec<&str>| {
            missing
                .extend(codes.iter().filter(|code| words.code(list, code) == "?").map(|code| format!("{list}-{code}")));
        };
        look("channel", list::Channel::ALL.iter().map(|value| value.code()).collect());
        look("filled-by", list::FilledBy::ALL.iter().map(|value| value.code()).collect());
        look("goal-state", list::GoalState::ALL.iter().map(|value| value.code()).collect());
        look("contact", list::ContactKind::ALL.iter().map(|value| value.code()).collect());
        look("place", list::Place::ALL.iter().map(|value| value.code()).collect());
        look("with", list::With::ALL.iter().map(|value| value.code()).collect());
        look("proposer", list::Proposer::ALL.iter().map(|value| value.code()).collect());
        look("action-state", list::ActionState::ALL.iter().map(|value| value.code()).collect());
        look("carrier", list::Carrier::ALL.iter().map(|value| value.code()).collect());
        look("shared", list::Shared::ALL.iter().map(|value| value.code()).collect());
        look("referral-state", list::ReferralState::ALL.iter().map(|value| value.code()).collect());
        look("closing-reason", list::ClosingReason::ALL.iter().map(|value| value.code()).collect());
        look("reply", list::FollowUpReply::ALL.iter().map(|value| value.code()).collect());
        look("mark", list::MarkKind::ALL.iter().map(|value| value.code()).collect());
        look("safe-contact", list::SafeContact::ALL.iter().map(|value| value.code()).collect());
        look("doer", list::Doer::ALL.iter().map(|value| value.code()).collect());
        look("duty", list::Duty::ALL.iter().map(|value| value.code()).collect());
        look("duty-kept", list::DutyKept::ALL.iter().map(|value| value.code()).collect());
        look("own-outcome", list::EnquiryOutcome::ALL.iter().map(|value| value.code()).collect());
        look("role", list::Role::ALL.iter().map(|value| value.code()).collect());
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn a_missing_text_shows_its_key_and_a_missing_value_its_name() {
        let words = words(Locale::Da);
        assert_eq!(words.say("no-such-text"), "no-such-text");
        assert_eq!(words.say_with("week", &[]), "uge {n}");
    }

    #[test]
    fn a_capital_is_put_on_danish_letters_too() {
        assert_eq!(capital("økonomi"), "Økonomi");
        assert_eq!(capital(""), "");
    }
}
