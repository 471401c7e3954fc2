//! Contacts: what counts as having reached somebody. An attempt does not.

use chrono::NaiveDate;

use crate::code::{ContactKind, Place, With};
use crate::facts::{Contact, Course};
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// The most minutes of a contact: one day.
const MOST_MINUTES: u32 = 24 * 60;

/// A contact as somebody tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The day.
    pub on: Typed<NaiveDate>,
    /// What kind.
    pub kind: Option<ContactKind>,
    /// Where.
    pub place: Option<Place>,
    /// With whom.
    pub with: Option<With>,
    /// How long, in minutes.
    pub minutes: Typed<Option<u32>>,
    /// What happened, in words.
    pub words: &'a str,
}

/// The contact that is told of, on a course.
///
/// # Errors
///
/// Every refusal at once: no day, a day in the future or before the course's clarification, no kind, no minutes of one day, too
/// many words.
pub fn tell(told: Told<'_>, course: &Course, today: NaiveDate) -> Result<Contact, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    let on = gathered.take("dato", told.on);
    gathered.refuse(on.is_some_and(|on| on > today), "dato", Code::InTheFuture);
    gathered.refuse(on.is_some_and(|on| on < course.clarification_began_on), "dato", Code::BeforeClarification);
    gathered.refuse(told.kind.is_none(), "slags", Code::NotGiven);
    let minutes = gathered.take("min", told.minutes);
    let is_wrong = |minutes: u32| minutes == 0 || minutes > MOST_MINUTES;
    gathered.refuse(minutes.flatten().is_some_and(is_wrong), "min", Code::NotMinutes);
    gathered.heed_length("note", told.words);
    gathered.unless_refused(|| {
        Some(Contact { on: on?, kind: told.kind, place: told.place, with: told.with, minutes: minutes? })
    })
}

impl Contact {
    /// Whether somebody was reached. A contact of unknown kind is one: an attempt would be called so.
    pub const fn is_completed(&self) -> bool {
        !matches!(self.kind, Some(ContactKind::Attempt))
    }

    /// Whether the citizen was reached. A contact that names nobody was with the citizen.
    pub const fn reached_citizen(&self) -> bool {
        self.is_completed() && matches!(self.with, None | Some(With::Citizen))
    }

    /// Whether worker and citizen met outside the office (R18). A call is no meeting, and an unknown place tells nothing.
    pub const fn is_outside_meeting(&self) -> bool {
        matches!(self.kind, Some(ContactKind::Meeting | ContactKind::Accompaniment))
            && matches!(self.with, Some(With::Citizen))
            && matches!(self.place, Some(Place::Outside | Place::Home))
    }

    /// Whether the network or a provider (partner, authority) was reached (R18).
    pub const fn reached_support(&self) -> bool {
        self.is_completed() && matches!(self.with, Some(With::Network | With::Partner | With::Authority))
    }
}

/// Where and with whom a contact of a kind usually is, for who does not say.
pub const fn usual(kind: ContactKind) -> (Place, With) {
    match kind {
        ContactKind::Meeting | ContactKind::Accompaniment => (Place::Outside, With::Citizen),
        ContactKind::Call | ContactKind::Message | ContactKind::Attempt => (Place::Telephone, With::Citizen),
        ContactKind::NetworkMeeting => (Place::Outside, With::Network),
    }
}

/// The latest day, by `day`, on which the citizen was reached.
pub fn last_reached_on(contacts: &[Contact], day: NaiveDate) -> Option<NaiveDate> {
    contacts.iter().filter(|contact| contact.reached_citizen()).map(|contact| contact.on).filter(|on| *on <= day).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{any_day, clarification, contact, day};
    use proptest::prelude::*;

    fn told(on: Typed<NaiveDate>) -> Told<'static> {
        Told { on, kind: Some(ContactKind::Call), place: None, with: None, minutes: Ok(Some(15)), words: "" }
    }

    fn codes(told: Told<'_>) -> Vec<(&'static str, Code)> {
        let refused = tell(told, &clarification(1, 1, "2015-01-05"), day("2015-11-23")).unwrap_err();
        refused.into_iter().map(|refusal| (refusal.field, refusal.code)).collect()
    }

    #[test]
    fn what_is_wrong_with_a_contact_is_told_all_at_once() {
        let wrong = Told { kind: None, minutes: Ok(Some(1441)), ..told(Err(Code::NoSuchDay)) };
        let refused = [("dato", Code::NoSuchDay), ("slags", Code::NotGiven), ("min", Code::NotMinutes)];
        assert_eq!(codes(wrong), refused);
        assert_eq!(codes(told(Ok(day("2015-11-24")))), [("dato", Code::InTheFuture)]);
        assert_eq!(codes(told(Ok(day("2015-01-04")))), [("dato", Code::BeforeClarification)]);
    }

    #[test]
    fn fifty_thousand_characters_are_fine_and_a_hundred_thousand_and_one_are_not() {
        let words = "æ".repeat(100_001);
        let long = Told { words: &words[..100_000], ..told(Ok(day("2015-11-23"))) };
        assert!(tell(long, &clarification(1, 1, "2015-01-05"), day("2015-11-23")).is_ok());
        assert_eq!(codes(Told { words: &words, ..long }), [("note", Code::TooLong)]);
    }

    proptest! {
        #[test]
        fn a_contact_lies_between_the_clarification_and_today(on in any_day()) {
            let is_inside = day("2015-01-05") <= on && on <= day("2015-11-23");
            prop_assert_eq!(tell(told(Ok(on)), &clarification(1, 1, "2015-01-05"), day("2015-11-23")).is_ok(), is_inside);
        }
    }

    #[test]
    fn an_attempt_and_a_talk_with_an_authority_do_not_reach_the_citizen() {
        let contacts = [
            contact("2015-01-10", ContactKind::Call, None, Some(With::Citizen)),
            contact("2015-02-10", ContactKind::Attempt, None, Some(With::Citizen)),
            contact("2015-03-10", ContactKind::Call, None, Some(With::Authority)),
        ];
        assert_eq!(last_reached_on(&contacts, day("2015-04-01")), Some(day("2015-01-10")));
        assert_eq!(last_reached_on(&contacts, day("2015-01-09")), None);
    }

    #[test]
    fn a_contact_of_unknown_kind_reaches_the_citizen_and_is_no_meeting() {
        let unknown =
            Contact { kind: None, ..contact("2015-01-10", ContactKind::Call, Some(Place::Home), Some(With::Citizen)) };
        assert!(unknown.reached_citizen());
        assert!(!unknown.is_outside_meeting());
    }

    #[test]
    fn a_call_is_usually_by_telephone_and_a_network_meeting_with_the_network() {
        assert_eq!(usual(ContactKind::Call), (Place::Telephone, With::Citizen));
        assert_eq!(usual(ContactKind::NetworkMeeting), (Place::Outside, With::Network));
    }

    #[test]
    fn going_along_to_the_bank_is_an_outside_meeting_and_a_talk_at_the_office_is_none() {
        let outside = contact("2015-01-10", ContactKind::Accompaniment, Some(Place::Outside), Some(With::Citizen));
        let office = contact("2015-01-10", ContactKind::Meeting, Some(Place::Office), Some(With::Citizen));
        assert!(outside.is_outside_meeting());
        assert!(!office.is_outside_meeting());
    }
}
