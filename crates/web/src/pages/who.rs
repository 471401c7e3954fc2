//! Who a page about one citizen is about: the name, what to heed, and where the course stands.

use app::view::{Heed, Standing};
use chrono::NaiveDate;
use domain::id::CitizenId;
use domain::personal::Personal;
use render::Words;
use uuid::Uuid;

use crate::fault::Fault;
use crate::pages::caseload::row::standing;
use crate::part::{Mark, Picture};

/// Who, at the top of a page.
pub(crate) struct Who<'a> {
    /// The alias, else initials.
    pub(crate) name: &'a str,
    /// What to heed before contact.
    pub(crate) heed: Vec<Mark>,
    /// The phase bar.
    pub(crate) bar: Picture,
    /// Where the course stands, in words.
    pub(crate) place: String,
}

impl<'a> Who<'a> {
    /// The citizen of a page.
    pub(crate) fn new(
        t: &'static Words,
        name: &'a Personal<String>,
        heed: &Heed,
        at: &Standing,
        today: NaiveDate,
    ) -> Self {
        let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
        let mut marks: Vec<Mark> =
            heed.safe_contact.iter().map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
        if heed.address_protected {
            marks.push(care("lock", t.say("address-protected")));
        }
        let (bar, place) = standing(t, at, today);
        Self { name: name.reveal(), heed: marks, bar, place }
    }
}

/// Reads the citizen of an address; what is no id is no page.
pub(crate) fn citizen_of(path: &str) -> Result<CitizenId, Fault> {
    path.parse::<Uuid>().map(CitizenId).map_err(|_| Fault::NotFound)
}
