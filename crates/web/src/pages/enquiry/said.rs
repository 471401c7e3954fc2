//! The fields of the forms about enquiries, read once.

use app::enquiry::{Reply, Said, SameAs};
use domain::code::{Channel, ConsentState, EnquiryOutcome, Gender, SafeContact};
use domain::id::PartnerId;
use domain::identity::Identity;
use render::words;

use crate::form::Form;
use crate::sent::Sent;

/// The day that the enquiry came.
pub(super) const DATE: &str = "dato";

/// What each of the rules' fields is called in the forms.
pub(super) const FIELDS: [(&str, &str); 13] = [
    ("received_on", DATE),
    ("note", "notat"),
    ("alias", "alias"),
    ("navn", "navn"),
    ("cpr", "cpr"),
    ("telefon", "telefon"),
    ("foedselsaar", "foedselsaar"),
    ("same_as", "samme"),
    ("outcome", "svar"),
    ("answered_on", "svardato"),
    ("referred_to", "partner"),
    ("words", "ord"),
    ("reason", "grund"),
];

fn yes_or_no(sent: &Sent, name: &str) -> Option<bool> {
    match sent.text(name) {
        "ja" => Some(true),
        "nej" => Some(false),
        _ => None,
    }
}

/// What was said.
pub(super) fn said(sent: &Sent) -> Said {
    let channel = Channel::parse(sent.text("kanal")).ok();
    Said {
        received_on: sent.day(DATE).day,
        channel,
        // Only a partner refers as a partner.
        referrer: sent.id("henviser").map(PartnerId).filter(|_| channel == Some(Channel::Partner)),
        wants_course: yes_or_no(sent, "oensker"),
        has_background: yes_or_no(sent, "baggrund"),
        is_willing: yes_or_no(sent, "villig"),
        note: sent.words("notat"),
        research: ConsentState::parse(sent.text("forskning")).ok(),
    }
}

/// Who it is.
pub(super) fn identity(sent: &Sent) -> Identity {
    Identity {
        alias: sent.words("alias"),
        name: sent.words("navn"),
        cpr: sent.words("cpr"),
        phone: sent.words("telefon"),
        birth_year: birth_year(sent),
        gender: Gender::parse(sent.text("koen")).ok(),
        protected_address: sent.has("adressebeskyttelse", "ja"),
        safe_contact: sent.all("sikker_kontakt").filter_map(|rule| SafeContact::parse(rule).ok()).collect(),
    }
}

/// What is no year is year 0, which the rule refuses.
fn birth_year(sent: &Sent) -> Option<i64> {
    sent.words("foedselsaar").map(|year| year.reveal().parse().unwrap_or(0))
}

/// Whether it is somebody known.
pub(super) fn same_as(sent: &Sent) -> SameAs {
    match sent.text("samme") {
        "ny" => SameAs::Nobody,
        _ => sent.id("samme").map_or(SameAs::NotLooked, SameAs::from),
    }
}

/// The answer, where one is given.
pub(super) fn reply(sent: &Sent) -> Option<Reply> {
    let outcome = EnquiryOutcome::parse(sent.text("svar")).ok()?;
    // While the telephone is in the hand the answer is given on the day of the call.
    let on = if sent.text("svardato").trim().is_empty() { sent.day(DATE) } else { sent.day("svardato") };
    Some(Reply { outcome, on: on.day, referred_to: sent.id("partner").map(PartnerId), words: sent.words("ord") })
}

/// What cannot be read at all: a day that is none.
pub(super) fn check(sent: &Sent, form: &mut Form) {
    let t = words(form.t.locale());
    for name in [DATE, "svardato"] {
        if let Some(fault) = sent.day(name).fault {
            form.fault(name, &format!("{}.", t.say(fault)));
        }
    }
}

/// The values of a form that corrects what was said.
pub(super) fn values(page: &app::view::enquiry::EnquiryPage) -> Vec<(&'static str, String)> {
    let yes_no = |said: Option<bool>| match said {
        Some(true) => "ja".to_owned(),
        Some(false) => "nej".to_owned(),
        None => String::new(),
    };
    vec![
        (DATE, render::day::typed(page.received_on)),
        ("kanal", page.channel.map(|channel| channel.code().to_owned()).unwrap_or_default()),
        ("henviser", page.referrer.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default()),
        ("oensker", yes_no(page.wants_course)),
        ("baggrund", yes_no(page.has_background)),
        ("villig", yes_no(page.is_willing)),
        ("notat", page.note.as_ref().map(|note| note.reveal().clone()).unwrap_or_default()),
        ("forskning", page.research.as_ref().map(|said| said.state.code().to_owned()).unwrap_or_default()),
    ]
}
