//! The fixed head: who, what to heed, where on the course, whose.

use app::view::Standing;
use app::view::citizen::CitizenPage;
use render::{Words, day};

use crate::pages::caseload::row::{due, standing};
use crate::part::{Mark, Picture};

/// The head of the page.
pub(super) struct Head<'a> {
    pub(super) name: &'a str,
    pub(super) heed: Vec<Mark>,
    pub(super) bar: Picture,
    pub(super) place: String,
    pub(super) facts: Vec<(&'static str, String)>,
    pub(super) follow_up: Option<(Option<Mark>, String)>,
    /// The address of the clarification, of whoever is in no course that runs.
    pub(super) clarification: Option<String>,
}

impl<'a> Head<'a> {
    pub(super) fn new(t: &'static Words, page: &'a CitizenPage) -> Self {
        let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
        let mut heed: Vec<Mark> =
            page.heed.safe_contact.iter().map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
        if page.heed.address_protected {
            heed.push(care("lock", t.say("address-protected")));
        }
        let (bar, place) = standing(t, &page.standing, page.day);
        let mut facts = Vec::with_capacity(3);
        if let Some(worker) = &page.worker {
            facts.push((t.say("fact-worker"), worker.reveal().clone()));
        }
        if let Some(purpose) = page.purposes.last() {
            facts.push((t.say("fact-purpose"), t.locale().of(&purpose.text).to_owned()));
        }
        match &page.standing {
            Standing::Enrolled(span) => facts.push((t.say("fact-ends"), day::medium(t, span.planned_end))),
            Standing::Closed { on, .. } => facts.push((t.say("fact-ended"), day::medium(t, *on))),
            Standing::InClarification { .. } | Standing::Left { .. } | Standing::EnquiryOnly => {}
        }
        let follow_up = page.follow_up.as_ref().map(|next| {
            let cell = due(t, next, page.day);
            let text = if cell.mark.is_some() { cell.sub } else { format!("{} · {}", cell.text, cell.sub) };
            (cell.mark, text)
        });
        let is_enrolled = matches!(page.standing, Standing::Enrolled(_));
        let clarification = (!is_enrolled).then(|| format!("/borger/{}/afklaring", page.id));
        Self { name: page.name.reveal(), heed, bar, place, facts, follow_up, clarification }
    }
}
