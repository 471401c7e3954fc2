//! What stands over every page about one citizen: who it is, and the way between the pages.

use domain::access::{Action, Relation, role_may};
use domain::id::CitizenId;
use render::words;

use crate::reader::Reader;

/// A page about a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The course as a whole.
    Overview,
    /// The follow-up that is next.
    FollowUp,
    /// The activity plan.
    Plan,
    /// Phases, documentation and closing.
    Course,
    /// What of the situation is assessed.
    Assessment,
    /// People and services around the citizen.
    Network,
    /// Consents.
    Consents,
    /// Words for reports.
    Quotations,
    /// Files.
    Files,
    /// Who the citizen is, and who works with the citizen.
    Details,
}

/// Each page with its address below the citizen's, the text of its link, and what it takes.
const PARTS: [(Part, &str, &str, Action); 10] = [
    (Part::Overview, "", "part-overview", Action::SeeCitizen),
    (Part::FollowUp, "/opfoelgning", "part-follow-up", Action::FillIn),
    (Part::Plan, "/plan", "part-plan", Action::KeepPlan),
    (Part::Course, "/forloeb", "part-course", Action::ShiftPhase),
    (Part::Assessment, "/udredning", "part-assessment", Action::KeepAssessment),
    (Part::Network, "/netvaerk", "part-network", Action::KeepNetwork),
    (Part::Consents, "/samtykker", "part-consents", Action::KeepConsent),
    (Part::Quotations, "/citater", "part-quotations", Action::KeepQuotations),
    (Part::Files, "/filer", "part-files", Action::KeepFiles),
    (Part::Details, "/oplysninger", "part-details", Action::KeepCitizen),
];

/// The way between a citizen's pages.
#[derive(Clone, Debug)]
pub(crate) struct PersonNav {
    /// Its name for who does not see it.
    pub(crate) label: &'static str,
    /// Each link: address, text, whether it is this page.
    pub(crate) links: Vec<(String, &'static str, bool)>,
    /// The address of a new contact.
    pub(crate) contact: String,
    /// Its words.
    pub(crate) contact_text: &'static str,
}

impl PersonNav {
    /// The way between the pages of a citizen that the reader may go, standing at one.
    pub(crate) fn new(reader: &Reader, citizen: CitizenId, at: Part) -> Self {
        let t = words(reader.locale);
        // Whoever has come here may see the citizen; the strongest relation tells which pages there are at all.
        let may = |action| role_may(reader.role, action, Relation::Own);
        let links = PARTS.iter().filter(|(.., action)| may(*action));
        Self {
            label: t.say("part-label"),
            links: links
                .map(|(part, below, text, _)| (format!("/borger/{citizen}{below}"), t.say(text), *part == at))
                .collect(),
            contact: format!("/borger/{citizen}/kontakt"),
            contact_text: t.say("part-contact"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn one_page_is_the_present_one_and_every_address_is_below_the_citizen_s() {
        let citizen = CitizenId(uuid::Uuid::from_u128(7));
        let nav = PersonNav::new(&sample::worker(), citizen, Part::Plan);
        assert_eq!(nav.links.len(), PARTS.len());
        assert_eq!(nav.links.iter().filter(|(.., is_current)| *is_current).count(), 1);
        assert!(nav.links.iter().all(|(to, ..)| to.starts_with(&format!("/borger/{citizen}"))));
    }
}
