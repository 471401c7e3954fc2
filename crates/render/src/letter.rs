//! Mails in words: numbers and neutral words, so that whoever reads over a shoulder, or in the mail server, learns nothing of anybody.

use domain::digest::Waiting;

use crate::Words;

/// A mail's subject and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject: the same in every mail.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// How much waits for somebody, and where to see it: the address that the operator has named, and no other.
pub fn digest(t: &Words, waiting: &Waiting, address: &str) -> Letter {
    let counts = [
        ("letter-follow-ups", waiting.follow_ups),
        ("letter-enquiries", waiting.enquiries),
        ("letter-steps", waiting.steps),
        ("letter-referrals", waiting.referrals),
        ("letter-deputies", waiting.deputies),
        ("letter-reports", waiting.reports),
        ("letter-lacking", waiting.lacking),
        ("letter-quotations", waiting.quotations),
        ("letter-recalls", waiting.recalls),
    ];
    let mut text = format!("{}\n\n", t.say("letter-hello"));
    for (key, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
        text.push_str(&format!("- {}\n", t.say_with(key, &[("n", n.into())])));
    }
    text.push_str(&format!("\n{}\n{address}\n\n{}\n", t.say("letter-sign-in"), t.say("letter-why")));
    Letter { subject: t.say("letter-subject").to_owned(), text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Locale, words};

    const ADDRESS: &str = "https://arbejde.example.org";

    #[test]
    fn only_what_waits_is_told_as_numbers_with_the_one_address() {
        let waiting = Waiting { follow_ups: 3, enquiries: 1, ..Waiting::default() };
        let letter = digest(words(Locale::Da), &waiting, ADDRESS);
        assert_eq!(letter.subject, "Dit overblik");
        let told: Vec<&str> = letter.text.lines().filter(|line| line.starts_with("- ")).collect();
        assert_eq!(told, ["- 3 opfølgninger er forfaldne", "- 1 henvendelse venter på svar"]);
        assert!(letter.text.contains("Log ind for at se") && letter.text.matches("http").count() == 1);
    }

    #[test]
    fn every_count_has_its_line_in_both_languages() {
        let waiting = Waiting {
            follow_ups: 2,
            steps: 2,
            referrals: 2,
            deputies: 2,
            enquiries: 2,
            reports: 2,
            lacking: 2,
            quotations: 2,
            recalls: 2,
        };
        for locale in [Locale::Da, Locale::En] {
            let letter = digest(words(locale), &waiting, ADDRESS);
            assert_eq!(letter.text.lines().filter(|line| line.starts_with("- 2 ")).count(), 9, "{}", letter.text);
        }
    }
}
