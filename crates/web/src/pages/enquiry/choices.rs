//! What can be chosen in the forms about enquiries.

use app::view::enquiry::EnquiryPage;
use domain::code::{Channel, ConsentState, EnquiryOutcome, Gender, SafeContact};
use domain::id::PartnerId;
use render::Words;

use crate::form::Choice;
use crate::pages::enquiries::icon;

/// Every list of choices.
pub(crate) struct Choices {
    /// How it came.
    pub(crate) channels: Vec<Choice>,
    /// The partners, after an empty choice.
    pub(crate) partners: Vec<Choice>,
    /// Whether a course is wished for.
    pub(crate) wishes: Vec<Choice>,
    /// Yes and no.
    pub(crate) yes_no: Vec<Choice>,
    /// Genders.
    pub(crate) genders: Vec<Choice>,
    /// Rules for safe contact.
    pub(crate) safe: Vec<Choice>,
    /// What is said about research.
    pub(crate) research: Vec<Choice>,
    /// What comes of it.
    pub(crate) outcomes: Vec<Choice>,
    /// A single choice.
    pub(crate) protected: Vec<Choice>,
}

impl Choices {
    /// The choices in the language of the texts.
    pub(crate) fn new(t: &'static Words, partners: &[(PartnerId, String)]) -> Self {
        let capital = |text: &str| render::catalogue::capital(text);
        let yes_no = || vec![Choice::new("ja", t.say("yes")), Choice::new("nej", t.say("no"))];
        let mut partner = vec![Choice::new("", t.say("enquiry-partner-none"))];
        partner.extend(partners.iter().map(|(id, name)| Choice::new(id.to_string(), name)));
        let outcome = |outcome: &EnquiryOutcome| {
            Choice::new(outcome.code(), capital(t.code("enquiry-outcome", outcome.code()))).with(icon(*outcome))
        };
        let mut research = vec![Choice::new("", t.say("enquiry-research-not-asked"))];
        let answered = [ConsentState::Given, ConsentState::Refused, ConsentState::Asked];
        research.extend(answered.iter().map(|one| Choice::new(one.code(), capital(t.code("consent", one.code())))));
        Self {
            channels: Channel::ALL
                .iter()
                .map(|one| Choice::new(one.code(), capital(t.code("channel", one.code()))))
                .collect(),
            partners: partner,
            wishes: vec![
                Choice::new("ja", t.say("enquiry-wants")),
                Choice::new("nej", t.say("enquiry-wants-not")),
                Choice::new("", t.say("enquiry-wish-unknown")),
            ],
            yes_no: yes_no(),
            genders: Gender::ALL
                .iter()
                .map(|one| Choice::new(one.code(), capital(t.code("gender", one.code()))))
                .collect(),
            safe: SafeContact::ALL
                .iter()
                .map(|one| Choice::new(one.code(), t.code("safe-contact", one.code())))
                .collect(),
            research,
            outcomes: EnquiryOutcome::ALL.iter().map(outcome).collect(),
            protected: vec![Choice::new("ja", t.say("enquiry-protected"))],
        }
    }

    /// As [`Choices::new`], and research may be withdrawn where it was given.
    pub(crate) fn of(t: &'static Words, page: &EnquiryPage) -> Self {
        let mut all = Self::new(t, &page.partners);
        if page
            .research
            .as_ref()
            .is_some_and(|said| matches!(said.state, ConsentState::Given | ConsentState::Withdrawn))
        {
            let code = ConsentState::Withdrawn.code();
            all.research.push(Choice::new(code, render::catalogue::capital(t.code("consent", code))));
        }
        all
    }
}
