//! What stands over the pages that say who a citizen is and who works with the citizen: the head, the way between the citizen's pages,
//! and the way between these.

use app::view::About;
use domain::access::{Action, Relation, role_may};
use render::Words;

use crate::frame::{Frame, Place, may};
use crate::pages::caseload::row::standing;
use crate::part::{Chip, Mark, Picture};
use crate::person::{Part, PersonNav};
use crate::reader::Reader;

/// The head of a page below a citizen's.
pub(super) struct AboutHead<'a> {
    pub(super) name: &'a str,
    pub(super) heed: Vec<Mark>,
    pub(super) bar: Picture,
    pub(super) place: String,
}

impl<'a> AboutHead<'a> {
    pub(super) fn new(t: &'static Words, about: &'a About) -> Self {
        let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
        let rules = about.heed.safe_contact.iter();
        let mut heed: Vec<Mark> = rules.map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
        if about.heed.address_protected {
            heed.push(care("lock", t.say("address-protected")));
        }
        let (bar, place) = standing(t, &about.standing, about.day);
        Self { name: about.name.reveal(), heed, bar, place }
    }
}

/// One of the pages between which [`Top::ways`] leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Who the citizen is.
    Identity,
    /// Who works with the citizen.
    Assignment,
    /// Two records of one person.
    Merge,
    /// Who may see nothing.
    Blocks,
}

/// Each page: its address below the citizen's, its words, what it takes.
const WAYS: [(Way, &str, &str, Action); 4] = [
    (Way::Identity, "oplysninger", "way-identity", Action::KeepCitizen),
    (Way::Assignment, "medarbejder", "way-assignment", Action::HandOverCourse),
    (Way::Merge, "sammenlaegning", "way-merge", Action::MergeCitizens),
    (Way::Blocks, "spaerringer", "way-blocks", Action::BlockStaff),
];

/// Everything over such a page.
pub(super) struct Top<'a> {
    pub(super) f: Frame<'a>,
    pub(super) head: AboutHead<'a>,
    pub(super) nav: PersonNav,
    pub(super) ways: Vec<Chip>,
    pub(super) here: String,
}

impl<'a> Top<'a> {
    /// The top of one of the pages about a citizen.
    pub(super) fn new(reader: &'a Reader, about: &'a About, at: Way) -> Self {
        let t = render::words(reader.locale);
        let relation = if about.is_own { Relation::Own } else { Relation::Programme };
        let to = |below: &str| format!("/borger/{}/{below}", about.id);
        let ways = WAYS.iter().filter(|(.., action)| role_may(reader.role, *action, relation));
        let here = WAYS.iter().find(|(way, ..)| *way == at).map(|(_, below, ..)| to(below)).unwrap_or_default();
        let title = WAYS.iter().find(|(way, ..)| *way == at).map_or("", |(_, _, words, _)| *words);
        let place = if about.is_own || !may(reader, Action::ListAllCitizens) { Place::Own } else { Place::All };
        Self {
            f: Frame::new(reader, t.say(title), place, here.clone()),
            head: AboutHead::new(t, about),
            nav: PersonNav::new(reader, about.id, Part::Details),
            ways: ways
                .map(|(way, below, words, _)| Chip {
                    href: to(below),
                    text: t.say(words).to_owned(),
                    is_current: *way == at,
                })
                .collect(),
            here,
        }
    }
}
