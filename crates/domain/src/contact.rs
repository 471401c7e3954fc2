//! Contacts: what counts as having reached somebody. An attempt does not.

use chrono::NaiveDate;

use crate::code::{ContactKind, Place, With};
use crate::facts::Contact;

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

/// The latest day, by `day`, on which the citizen was reached.
pub fn last_reached_on(contacts: &[Contact], day: NaiveDate) -> Option<NaiveDate> {
    contacts.iter().filter(|contact| contact.reached_citizen()).map(|contact| contact.on).filter(|on| *on <= day).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{contact, day};

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
    fn going_along_to_the_bank_is_an_outside_meeting_and_a_talk_at_the_office_is_none() {
        let outside = contact("2015-01-10", ContactKind::Accompaniment, Some(Place::Outside), Some(With::Citizen));
        let office = contact("2015-01-10", ContactKind::Meeting, Some(Place::Office), Some(With::Citizen));
        assert!(outside.is_outside_meeting());
        assert!(!office.is_outside_meeting());
    }
}
