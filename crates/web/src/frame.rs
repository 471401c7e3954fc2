//! What stands around every page: title, navigation, the reader's menu.

use askama::Template;
use askama::filters::HtmlSafe;
use domain::access::{Action, Relation, role_may};
use domain::code::Role;
use render::{Locale, Words, words};

use crate::reader::Reader;

/// The place of a page in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The coordinator's desk, and the pages that it leads to.
    Desk,
    /// The reader's own citizens, and each citizen of a worker.
    Own,
    /// All citizens of the programme.
    All,
    /// The follow-ups.
    FollowUps,
    /// The enquiries.
    Enquiries,
    /// Partners' offers, the partners themselves, and the referrals.
    Offers,
    /// A partner's own referrals.
    OwnReferrals,
    /// A partner's own offers and agreement.
    OwnOffers,
    /// What the records lack.
    Documentation,
    /// The figures.
    Figures,
    /// The programme's own papers.
    Effort,
    /// The log.
    Log,
    /// Setting up: in the reader's own menu.
    Setup,
    /// The page of a role that has none of these.
    Start,
}

/// Each place with its address, the text of its link and what it takes to go there.
const PLACES: [(Place, &str, &str, Action); 12] = [
    (Place::Desk, "/bord", "nav-desk", Action::SeeDesk),
    (Place::Own, "/mine-borgere", "nav-own", Action::ListOwnCitizens),
    (Place::All, "/borgere", "nav-all", Action::ListAllCitizens),
    (Place::FollowUps, "/opfoelgninger", "nav-follow-ups", Action::ListOwnCitizens),
    (Place::Enquiries, "/henvendelser", "nav-enquiries", Action::SeeEnquiries),
    (Place::Offers, "/tilbud", "nav-offers", Action::SeeOffers),
    (Place::Documentation, "/dokumentation", "documentation", Action::ListAllCitizens),
    (Place::Figures, "/noegletal", "nav-figures", Action::SeeFigures),
    (Place::Effort, "/indsatsen", "effort-title", Action::SeeFigures),
    (Place::Log, "/log", "nav-log", Action::SeeLog),
    (Place::OwnReferrals, "/partner", "nav-own-referrals", Action::SeeOwnReferrals),
    (Place::OwnOffers, "/partner/tilbud", "nav-own-offers", Action::SeeOwnOffers),
];

/// The frame of a page.
pub(crate) struct Frame<'a> {
    /// The texts.
    pub(crate) t: &'static Words,
    /// The page's title; never a name.
    pub(crate) title: String,
    /// The links of the navigation: address, text, whether it is this page.
    pub(crate) links: Vec<(&'static str, &'static str, bool)>,
    /// The reader's name.
    pub(crate) name: &'a str,
    /// The reader's initials.
    pub(crate) initials: String,
    /// The reader's role in words.
    pub(crate) role: &'static str,
    /// The programme's neutral title.
    pub(crate) programme: &'a str,
    /// The links of the reader's menu: address, text.
    pub(crate) menu: Vec<(&'static str, &'static str)>,
    /// Whether the reader has other programmes to go on in.
    pub(crate) has_others: bool,
    /// The text of the link to the rules; none where they are not for the reader.
    pub(crate) setup: Option<&'static str>,
    /// The token of the forms.
    pub(crate) token: &'a str,
    /// Whether the reader may search.
    pub(crate) may_search: bool,
    /// The page's own address, to come back to from the language switch.
    pub(crate) here: String,
}

/// Above a page. It is laid out here for all of them: what a template extends is built anew with every page.
#[derive(Template)]
#[template(path = "frame/head.html")]
pub(crate) struct Head<'a> {
    f: &'a Frame<'a>,
}

/// Below a page.
#[derive(Template)]
#[template(path = "frame/foot.html")]
pub(crate) struct Foot<'a> {
    f: &'a Frame<'a>,
}

impl HtmlSafe for Head<'_> {}
impl HtmlSafe for Foot<'_> {}

impl<'a> Frame<'a> {
    /// The frame of a page with this title, at this place, with this address.
    pub(crate) fn new(reader: &'a Reader, title: &str, place: Place, here: String) -> Self {
        let t = words(reader.locale);
        let name = reader.name.reveal();
        Self {
            t,
            title: t.say_with("page-title", &[("page", title.into())]),
            links: links(reader, place),
            name,
            initials: initials(name),
            role: t.code("role", reader.role.code()),
            programme: reader.locale.of(&reader.programme),
            menu: menu(reader),
            has_others: reader.has_others,
            setup: may(reader, Action::SeeRules)
                .then(|| t.say(if may(reader, Action::KeepProgrammes) { "setup" } else { "setup-rules" })),
            token: &reader.token,
            may_search: may(reader, Action::SearchCitizens),
            here,
        }
    }

    /// What stands above the page's own content.
    pub(crate) const fn head(&self) -> Head<'_> {
        Head { f: self }
    }

    /// What stands below it.
    pub(crate) const fn foot(&self) -> Foot<'_> {
        Foot { f: self }
    }

    /// The language's code.
    pub(crate) const fn lang(&self) -> &'static str {
        self.t.locale().code()
    }

    /// The code of the other language.
    pub(crate) const fn other(&self) -> &'static str {
        other(self.t.locale()).code()
    }
}

/// The language that the switch leads to.
pub(crate) const fn other(locale: Locale) -> Locale {
    match locale {
        Locale::Da => Locale::En,
        Locale::En => Locale::Da,
    }
}

fn links(reader: &Reader, place: Place) -> Vec<(&'static str, &'static str, bool)> {
    let t = words(reader.locale);
    PLACES
        .iter()
        .filter(|(.., action)| may(reader, *action) && is_tied(reader))
        .map(|(at, address, text, _)| (*address, t.say(text), *at == place))
        .collect()
}

/// What is seldom asked for and has no place in the navigation.
const MENU: [(&str, &str, Action); 2] =
    [("/indstillinger", "settings-title", Action::KeepDigest), ("/koersler", "jobs-title", Action::KeepJobs)];

fn menu(reader: &Reader) -> Vec<(&'static str, &'static str)> {
    let t = words(reader.locale);
    let own = MENU.iter().filter(|(.., action)| may(reader, *action));
    own.map(|(address, text, _)| (*address, t.say(text))).collect()
}

/// Whether the reader's role lets them do this where no citizen is concerned: the same table that decides.
pub(crate) fn may(reader: &Reader, action: Action) -> bool {
    role_may(reader.role, action, Relation::NoCitizen)
}

/// Whether an account that needs a partner has one: without it there is nowhere to go.
fn is_tied(reader: &Reader) -> bool {
    reader.role != Role::Partner || reader.has_partner
}

/// The reader's first page.
pub(crate) fn home(reader: &Reader) -> Option<&'static str> {
    // Who has the whole programme begins there, whoever else is their own.
    let first = [Action::SeeDesk, Action::ListOwnCitizens, Action::SeeFigures, Action::SeeLog, Action::SeeOwnReferrals];
    let action = first.into_iter().find(|action| may(reader, *action) && is_tied(reader))?;
    PLACES.iter().find(|(.., needed)| *needed == action).map(|(_, address, ..)| *address)
}

/// The first letters of the first and the last name.
pub(crate) fn initials(name: &str) -> String {
    let mut names = name.split_whitespace();
    let first = names.next().and_then(|name| name.chars().next());
    let last = names.next_back().and_then(|name| name.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Mette Marie Lund"), "ML");
        assert_eq!(initials("Ørsted"), "Ø");
        assert_eq!(initials("  "), "");
    }
}
