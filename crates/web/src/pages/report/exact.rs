//! Totals that an audience is shown exactly, as was agreed with it (the exception of R19).

use domain::code::Addressee;
use domain::release::Exact;
use render::Words;

use crate::form::Choice;
use crate::pages::paper::form::{Control, Field, Lists, Sheet, Typing, coded, line};
use crate::sent::Sent;

/// Where its forms are.
pub(super) const AT: &str = "/rapporter/aftale";

/// The form of an agreement.
pub(crate) struct ExactSheet;

/// What a total is called.
pub(super) fn called(t: &'static Words, count: &str) -> &'static str {
    t.say(match count {
        "status.enrolled" => "figure-enrolled",
        "status.in_clarification" => "figure-clarification",
        "status.attached" => "figure-attached",
        "status.closed" => "figure-closed",
        "status.different_users" => "figure-users",
        "intake.enquiries" => "column-enquiries",
        "intake.enrolments" => "column-enrolments",
        _ => "column-closings",
    })
}

impl Sheet for ExactSheet {
    type Paper = Exact;
    const AT: &'static str = AT;
    const HOME: (&'static str, &'static str) = (super::HERE, "reports");
    const TITLES: (&'static str, &'static str) = ("exact-new", "exact-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        let t = render::words(t.locale());
        let counts = Exact::COUNTS.iter().map(|count| Choice::new(*count, called(t, count))).collect();
        let addressees = coded(t, "addressee", Addressee::ALL.iter().map(|one| one.code()));
        vec![
            Field::new(Control::Select, "modtager", t.say("release-addressee")).of(addressees),
            Field::new(Control::Checks, "tal", t.say("exact-counts")).of(counts).hint(t.say("exact-counts-hint")),
            Field::new(Control::Text, "hvor", t.say("exact-reference")).hint(t.say("exact-reference-hint")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Exact {
        Exact {
            addressee: typing.code(sent, "modtager", Addressee::parse, Addressee::GrantGiver),
            counts: sent.all("tal").map(str::to_owned).collect(),
            reference: line(sent, "hvor"),
        }
    }

    fn shown(exact: &Exact) -> Vec<(&'static str, String)> {
        let mut shown = vec![("modtager", exact.addressee.code().to_owned()), ("hvor", exact.reference.clone())];
        shown.extend(exact.counts.iter().map(|count| ("tal", count.clone())));
        shown
    }
}
