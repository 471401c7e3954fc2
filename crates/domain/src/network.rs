//! The people and services around a citizen, and contact with the ordinary services (M31): there before the course, established
//! during it, or established again.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::code::{NetworkKind, NetworkRole, Service, ServiceContact};
use crate::facts::Course;
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// Somebody or something around a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// A person or a service.
    pub kind: NetworkKind,
    /// What a person is to the citizen.
    pub role: Option<NetworkRole>,
    /// Which service.
    pub service: Option<Service>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Until when; `None` while it lasts.
    pub until: Option<NaiveDate>,
    /// Whether there is contact with the service, and since when in the course's eyes.
    pub contact: Option<ServiceContact>,
    /// The day contact was (re)established.
    pub contact_on: Option<NaiveDate>,
}

/// The ordinary services of a course on a day (M31). A service counts once, however many rows name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Services {
    /// In contact before the course, and still.
    pub before: u64,
    /// Contact established during the course.
    pub established: u64,
    /// Contact established again during the course.
    pub reestablished: u64,
}

impl Services {
    /// Services in contact, however it came.
    pub const fn in_contact(self) -> u64 {
        self.before + self.established + self.reestablished
    }
}

/// Whether contact with a service came about during the course, by a day.
fn contact_by(around: &Around, course: &Course, day: NaiveDate) -> Option<(Service, ServiceContact)> {
    let service = around.service.filter(|_| around.kind == NetworkKind::Service)?;
    if around.until.is_some_and(|until| until < day) {
        return None;
    }
    let until = course.closing.as_ref().map_or(day, |closing| closing.on.min(day));
    match (around.contact?, around.contact_on) {
        (ServiceContact::None, _) => None,
        (ServiceContact::Before, _) => Some((service, ServiceContact::Before)),
        // Established before the course or after its closing, it is no doing of the course.
        (_, Some(on)) if on < course.clarification_began_on => Some((service, ServiceContact::Before)),
        (came, Some(on)) => (on <= until).then_some((service, came)),
        (_, None) => None,
    }
}

/// The services that a citizen is in contact with on a day, and how that came. Of several rows about one service the one that says
/// most of the course counts: established again, then established, then before.
pub fn services_on(around: &[Around], course: &Course, day: NaiveDate) -> BTreeMap<Service, ServiceContact> {
    let mut found: BTreeMap<Service, ServiceContact> = BTreeMap::new();
    for (service, came) in around.iter().filter_map(|one| contact_by(one, course, day)) {
        found.entry(service).and_modify(|known| *known = (*known).max(came)).or_insert(came);
    }
    found
}

/// The figure of a course (M31).
pub fn services(around: &[Around], course: &Course, day: NaiveDate) -> Services {
    let mut counted = Services::default();
    for came in services_on(around, course, day).into_values() {
        match came {
            ServiceContact::Before => counted.before += 1,
            ServiceContact::Established => counted.established += 1,
            ServiceContact::Reestablished => counted.reestablished += 1,
            ServiceContact::None => {}
        }
    }
    counted
}

/// What is noted of somebody around the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// A person or a service.
    pub kind: NetworkKind,
    /// What a person is.
    pub role: Option<NetworkRole>,
    /// Which service.
    pub service: Option<Service>,
    /// Since when.
    pub since: Typed<Option<NaiveDate>>,
    /// Until when.
    pub until: Typed<Option<NaiveDate>>,
    /// Whether there is contact with the service.
    pub contact: Option<ServiceContact>,
    /// The day contact was (re)established.
    pub contact_on: Typed<Option<NaiveDate>>,
    /// The name, or nothing.
    pub name: &'a str,
    /// A note, or nothing.
    pub words: &'a str,
}

/// Decides whether it can be noted.
///
/// # Errors
///
/// Every refusal at once: a person without a name and a role, a service that is not named or of unknown contact, contact
/// established on no day, days in the future or in the wrong order, too many words.
pub fn name(named: Named<'_>, course: &Course, today: NaiveDate) -> Result<Around, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    let is_service = named.kind == NetworkKind::Service;
    gathered.refuse(!is_service && named.name.trim().is_empty(), "navn", Code::NotGiven);
    gathered.refuse(!is_service && named.role.is_none(), "rolle", Code::NotGiven);
    gathered.refuse(is_service && named.service.is_none(), "tjeneste", Code::NotGiven);
    gathered.refuse(is_service && named.contact.is_none(), "kontakt", Code::NotGiven);
    let came = matches!(named.contact, Some(ServiceContact::Established | ServiceContact::Reestablished)) && is_service;
    let contact_on = gathered.take("kontakt-dato", named.contact_on).map(|on| on.filter(|_| came));
    gathered.refuse(came && contact_on == Some(None), "kontakt-dato", Code::NotGiven);
    gathered.refuse(contact_on.flatten().is_some_and(|on| on > today), "kontakt-dato", Code::InTheFuture);
    let is_early = |on: NaiveDate| on < course.clarification_began_on;
    gathered.refuse(contact_on.flatten().is_some_and(is_early), "kontakt-dato", Code::BeforeClarification);
    let (since, until) = (gathered.take("siden", named.since), gathered.take("til", named.until));
    gathered.refuse(since.flatten().is_some_and(|on| on > today), "siden", Code::InTheFuture);
    let is_reversed = since.flatten().zip(until.flatten()).is_some_and(|(since, until)| until < since);
    gathered.refuse(is_reversed, "til", Code::EndsBeforeItBegins);
    gathered.heed_length("navn", named.name);
    gathered.heed_length("note", named.words);
    gathered.unless_refused(|| {
        Some(Around {
            kind: named.kind,
            role: named.role.filter(|_| !is_service),
            service: named.service.filter(|_| is_service),
            since: since?,
            until: until?,
            contact: named.contact.filter(|_| is_service),
            contact_on: contact_on?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::ClosingReason;
    use crate::example::{clarification, day};
    use crate::facts::Closing;

    fn service(service: Service, contact: ServiceContact, on: Option<&str>) -> Around {
        Around {
            kind: NetworkKind::Service,
            role: None,
            service: Some(service),
            since: None,
            until: None,
            contact: Some(contact),
            contact_on: on.map(day),
        }
    }

    #[test]
    fn contact_counts_as_before_established_or_established_again() {
        let around = [
            service(Service::Doctor, ServiceContact::Before, None),
            service(Service::JobCentre, ServiceContact::Established, Some("2015-03-01")),
            service(Service::Dentist, ServiceContact::Reestablished, Some("2015-06-01")),
            service(Service::Psychiatry, ServiceContact::None, None),
        ];
        let on = |date| services(&around, &clarification(1, 1, "2015-01-05"), day(date));
        assert_eq!(on("2015-11-23"), Services { before: 1, established: 1, reestablished: 1 });
        assert_eq!(on("2015-05-31"), Services { before: 1, established: 1, reestablished: 0 }, "not yet");
        assert_eq!(on("2015-11-23").in_contact(), 3);
    }

    #[test]
    fn two_rows_about_one_service_count_once() {
        let around = [
            service(Service::Doctor, ServiceContact::Before, None),
            service(Service::Doctor, ServiceContact::Reestablished, Some("2015-06-01")),
        ];
        let counted = services(&around, &clarification(1, 1, "2015-01-05"), day("2015-11-23"));
        assert_eq!(counted, Services { before: 0, established: 0, reestablished: 1 });
    }

    #[test]
    fn what_came_about_after_the_closing_is_no_doing_of_the_course() {
        let closing = Some(Closing { on: day("2015-05-01"), reason: Some(ClosingReason::Planned) });
        let closed = crate::facts::Course { closing, ..clarification(1, 1, "2015-01-05") };
        let around = [service(Service::JobCentre, ServiceContact::Established, Some("2015-05-02"))];
        assert_eq!(services(&around, &closed, day("2015-11-23")), Services::default());
        assert_eq!(
            services(&around, &clarification(1, 1, "2015-01-05"), day("2015-11-23")).established,
            1,
            "the control"
        );
    }

    #[test]
    fn a_service_that_the_citizen_left_and_a_friend_are_not_counted() {
        let left = Around {
            until: Some(day("2015-04-01")),
            ..service(Service::JobCentre, ServiceContact::Established, Some("2015-03-01"))
        };
        let friend = Around { kind: NetworkKind::Person, ..service(Service::Doctor, ServiceContact::Before, None) };
        assert_eq!(
            services(&[left, friend], &clarification(1, 1, "2015-01-05"), day("2015-11-23")),
            Services::default()
        );
        assert_eq!(
            services(&[left], &clarification(1, 1, "2015-01-05"), day("2015-04-01")).established,
            1,
            "the last day counts"
        );
    }

    fn named(kind: NetworkKind) -> Named<'static> {
        Named {
            kind,
            role: None,
            service: None,
            since: Ok(None),
            until: Ok(None),
            contact: None,
            contact_on: Ok(None),
            name: "",
            words: "",
        }
    }

    fn refused(named: Named<'_>) -> Vec<(&'static str, Code)> {
        let refused = name(named, &clarification(1, 1, "2015-01-05"), day("2015-11-23")).unwrap_err();
        refused.into_iter().map(|refusal| (refusal.field, refusal.code)).collect()
    }

    #[test]
    fn a_person_has_a_name_and_a_role_and_a_service_tells_of_contact() {
        assert_eq!(refused(named(NetworkKind::Person)), [("navn", Code::NotGiven), ("rolle", Code::NotGiven)]);
        assert_eq!(refused(named(NetworkKind::Service)), [("tjeneste", Code::NotGiven), ("kontakt", Code::NotGiven)]);
        let doctor = Named {
            service: Some(Service::Doctor),
            contact: Some(ServiceContact::Established),
            ..named(NetworkKind::Service)
        };
        assert_eq!(refused(doctor), [("kontakt-dato", Code::NotGiven)]);
        assert_eq!(
            refused(Named { contact_on: Ok(Some(day("2015-11-24"))), ..doctor }),
            [("kontakt-dato", Code::InTheFuture)]
        );
        assert_eq!(
            refused(Named { contact_on: Ok(Some(day("2014-12-24"))), ..doctor }),
            [("kontakt-dato", Code::BeforeClarification)]
        );
        assert!(
            name(
                Named { contact_on: Ok(Some(day("2015-11-23"))), ..doctor },
                &clarification(1, 1, "2015-01-05"),
                day("2015-11-23")
            )
            .is_ok()
        );
    }
}
