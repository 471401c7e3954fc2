//! `/partnere`: the register of partners, and `/partnere/{id}`: its people, offers, agreements, and how the duties are kept.

pub(crate) mod agreement;
pub(crate) mod duty;
pub(crate) mod person;

use app::view::partnership::{Agreement, PartnerPage, PartnersPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use domain::code::DutyKept;
use domain::id::PartnerId;
use domain::programme::Period;
use render::catalogue::capital;
use render::{Words, day, words};

use super::identity::Asked;
use super::offer::{OfferHtml, offer};
use super::plan::uuid;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::part::{Chip, Done, Mark};
use crate::reader::{Reader, SignedIn};

/// The pages about partners, as the row of links on top of each of them: offers, partners, referrals.
pub(super) fn siblings(t: &'static Words, here: &str) -> Vec<Chip> {
    [("/tilbud", "nav-offers"), ("/partnere", "partners-title"), ("/henvisninger", "referrals-title")]
        .map(|(href, text)| Chip { href: href.to_owned(), text: t.say(text).to_owned(), is_current: href == here })
        .into()
}

struct PartnerLineHtml<'a> {
    href: String,
    name: &'a str,
    agreement: Option<Mark>,
    period: String,
    overdue: Option<Mark>,
    next: String,
    offers: String,
}

#[derive(Template)]
#[template(path = "partners.html")]
struct PartnersHtml<'a> {
    f: Frame<'a>,
    siblings: Vec<Chip>,
    lines: Vec<PartnerLineHtml<'a>>,
    lead: Option<Mark>,
    may_keep: bool,
}

/// The register.
pub(crate) async fn register(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::partnership::register(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    show_register(&reader, &page)
}

fn care(text: String) -> Mark {
    Mark { look: "mark-care", icon: "warning", text }
}

/// Where an agreement stands on the day.
fn standing(t: &'static Words, period: Option<Period>, today: chrono::NaiveDate) -> Mark {
    let plain = |look, icon, key| Mark { look, icon, text: t.say(key).to_owned() };
    match period {
        None => plain("mark-none", "minus", "agreement-none"),
        Some(period) if period.contains(today) => plain("mark-good", "check", "agreement-holds"),
        Some(period) if period.from > today => plain("mark-soon", "time", "agreement-ahead"),
        Some(_) => plain("mark-none", "minus", "agreement-over"),
    }
}

fn show_register(reader: &Reader, page: &PartnersPage) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let overdue: usize = page.partners.iter().map(|line| line.overdue).sum();
    let late = |n: usize| care(t.say_with("duties-overdue", &[("n", n.into())]));
    let lines = page.partners.iter().map(|line| PartnerLineHtml {
        href: address(line.id),
        name: &line.name,
        agreement: Some(standing(t, line.agreement, page.day)),
        period: line.agreement.map(|period| day::period(t, period)).unwrap_or_default(),
        overdue: (line.overdue > 0).then(|| late(line.overdue)),
        next: line.next.map(|on| t.say_of("duty-next", "day", &day::medium(t, on))).unwrap_or_default(),
        offers: t.say_with("offer-count", &[("n", line.offers.into())]),
    });
    laid_out(&PartnersHtml {
        f: Frame::new(reader, t.say("partners-title"), Place::Offers, "/partnere".to_owned()),
        siblings: siblings(t, "/partnere"),
        lines: lines.collect(),
        lead: (overdue > 0).then(|| late(overdue)),
        may_keep: page.may_keep,
    })
}

pub(super) fn partner_of(path: &str) -> Result<PartnerId, Fault> {
    uuid(path).map(PartnerId)
}

pub(super) fn address(id: PartnerId) -> String {
    format!("/partnere/{id}")
}

struct PersonHtml<'a> {
    edit: String,
    name: &'a str,
    role: &'a str,
    phone: &'a str,
    mail: &'a str,
}

struct NoteHtml<'a> {
    on: String,
    kept: Mark,
    words: &'a str,
    next: String,
    edit: String,
}

struct DutyHtml<'a> {
    name: String,
    notes: Vec<NoteHtml<'a>>,
    overdue: Option<Mark>,
    note: String,
}

struct BeforeHtml<'a> {
    told: String,
    period: String,
    signers: &'a str,
    reason: &'a str,
}

struct AgreementHtml<'a> {
    id: String,
    edit: String,
    period: String,
    standing: Mark,
    signed: String,
    signers: &'a str,
    duties: Vec<DutyHtml<'a>>,
    before: Vec<BeforeHtml<'a>>,
    is_over: bool,
}

#[derive(Template)]
#[template(path = "partner.html")]
struct PartnerHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    id: String,
    here: String,
    name: &'a str,
    short: String,
    people: Vec<PersonHtml<'a>>,
    areas: Vec<(String, Vec<OfferHtml<'a>>)>,
    agreements: Vec<AgreementHtml<'a>>,
    may_keep: bool,
}

/// What was saved, with its words.
const SAVED: [(&str, &str); 4] = [
    ("person", "partner-saved-person"),
    ("fjernet", "partner-saved-removed"),
    ("aftale", "partner-saved-agreement"),
    ("pligt", "partner-saved-duty"),
];

/// One partner.
pub(crate) async fn partner(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(partner): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let id = partner_of(&partner)?;
    let page = app::partnership::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let done = SAVED.iter().find(|(word, _)| Some(*word) == asked.gemt.as_deref());
    show(&reader, &page, done.map(|(_, text)| Done::said(t.say(text).to_owned())))
}

fn show(reader: &Reader, page: &PartnerPage, done: Option<Done>) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let here = address(page.id);
    let people = page.people.iter().map(|person| PersonHtml {
        edit: format!("{here}/person/{}", person.id),
        name: person.name.reveal(),
        role: person.role.reveal(),
        phone: person.phone.reveal(),
        mail: person.mail.reveal(),
    });
    // Each goal area that something is offered in; an offer stands under each of its areas.
    let mut areas: Vec<(String, Vec<OfferHtml<'_>>)> = Vec::new();
    for card in &page.offers {
        for area in &card.areas {
            let name = t.locale().of(&area.name);
            let html = offer(reader, card, page.may_keep);
            match areas.iter_mut().find(|(known, _)| known == name) {
                Some((_, cards)) => cards.push(html),
                None => areas.push((name.to_owned(), vec![html])),
            }
        }
    }
    areas.sort_by(|(one, _), (other, _)| render::order::danish(one, other));
    laid_out(&PartnerHtml {
        f: Frame::new(reader, t.say("partner-one"), Place::Offers, here.clone()),
        done,
        id: page.id.to_string(),
        name: &page.name,
        short: page.short_name.as_ref().map(|short| t.say_of("partner-called", "name", short)).unwrap_or_default(),
        people: people.collect(),
        areas,
        agreements: page.agreements.iter().map(|one| agreement_html(t, page, one, &here)).collect(),
        may_keep: page.may_keep,
        here,
    })
}

/// How a duty was kept, in words and a symbol.
fn kept(t: &'static Words, kept: DutyKept) -> Mark {
    let (look, icon) = match kept {
        DutyKept::Kept => ("mark-good", "check"),
        DutyKept::Partly => ("mark-soon", "hourglass"),
        DutyKept::Not => ("mark-care", "close"),
    };
    Mark { look, icon, text: capital(t.code("duty-kept", kept.code())) }
}

fn agreement_html<'a>(t: &'static Words, page: &PartnerPage, one: &'a Agreement, here: &str) -> AgreementHtml<'a> {
    let at = format!("{here}/aftale/{}", one.id);
    let duties = one.duties.iter().map(|keeping| DutyHtml {
        name: capital(t.code("duty", keeping.duty.code())),
        overdue: keeping.is_overdue.then(|| {
            let due = keeping.notes.first().and_then(|note| note.looked.next);
            care(match due {
                Some(on) => t.say_of("duty-overdue-since", "day", &day::medium(t, on)),
                None => t.say("duty-never-looked").to_owned(),
            })
        }),
        note: format!("{at}/pligt?pligt={}", keeping.duty.code()),
        notes: keeping
            .notes
            .iter()
            .map(|note| NoteHtml {
                on: day::medium(t, note.looked.on),
                kept: kept(t, note.looked.kept),
                words: note.words.reveal(),
                next: note.looked.next.map(|on| t.say_of("duty-next", "day", &day::medium(t, on))).unwrap_or_default(),
                edit: format!("{at}/pligt/{}", note.id),
            })
            .collect(),
    });
    let before = one.before.iter().map(|before| {
        let on = day::medium(t, before.changed_at.date());
        let told = [("day", (&on).into()), ("name", before.by.reveal().into())];
        BeforeHtml {
            told: t.say_with("agreement-changed", &told),
            period: day::period(t, before.period),
            signers: before.signers.reveal(),
            reason: before.reason.reveal(),
        }
    });
    AgreementHtml {
        id: one.id.to_string(),
        period: day::period(t, one.period),
        standing: standing(t, Some(one.period), page.day),
        signed: t.say_of("agreement-signed", "day", &day::medium(t, one.signed_on)),
        signers: one.signers.reveal(),
        duties: duties.collect(),
        before: before.collect(),
        is_over: one.period.to < page.day,
        edit: at,
    }
}

#[cfg(test)]
mod tests {
    use app::view::partnership::{AgreementBefore, DutyKeeping, DutyNote, PartnerPerson, PartnerSummary};
    use domain::code::Duty;
    use domain::id::{AgreementId, PartnerPersonId};
    use domain::partnership::Looked;
    use uuid::Uuid;

    use super::*;
    use crate::pages::sample::{self, date};

    fn agreement() -> Agreement {
        let period = Period { from: date(2015, 1, 1), to: date(2016, 12, 31) };
        let looked =
            Looked { duty: Duty::Refer, kept: DutyKept::Partly, on: date(2015, 9, 15), next: Some(date(2015, 11, 1)) };
        let note = DutyNote { id: Uuid::from_u128(3), version: 1, looked, words: sample::awkward() };
        Agreement {
            id: AgreementId(Uuid::from_u128(2)),
            version: 2,
            period,
            signed_on: date(2014, 12, 11),
            signers: sample::awkward(),
            before: vec![AgreementBefore {
                period: Period { to: date(2017, 12, 31), ..period },
                signed_on: date(2014, 12, 11),
                signers: sample::awkward(),
                changed_at: sample::moment(),
                by: sample::awkward(),
                reason: sample::awkward(),
            }],
            duties: vec![
                DutyKeeping { duty: Duty::Refer, notes: vec![note], is_overdue: true },
                DutyKeeping { duty: Duty::Knowledge, notes: Vec::new(), is_overdue: true },
            ],
        }
    }

    fn page(may_keep: bool) -> PartnerPage {
        let person = PartnerPerson {
            id: PartnerPersonId(Uuid::from_u128(4)),
            version: 1,
            name: sample::awkward(),
            role: sample::awkward(),
            phone: sample::awkward(),
            mail: sample::awkward(),
        };
        PartnerPage {
            day: date(2015, 11, 23),
            id: PartnerId(Uuid::from_u128(1)),
            name: "Reden København".to_owned(),
            short_name: Some("Reden".to_owned()),
            people: vec![person],
            offers: Vec::new(),
            agreements: vec![agreement()],
            may_keep,
        }
    }

    #[test]
    fn a_partner_s_page_says_which_duty_was_to_be_looked_at_and_what_stood_before() {
        let Html(html) = show(&sample::coordinator(), &page(true), None).unwrap();
        for words in
            ["Skulle være set på 1. november 2015", "Er ikke set på endnu", "Delvist holdt", "Gælder nu", "Ret aftalen"]
        {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
        sample::check_awkward(&html);
        let Html(html) = show(&sample::worker(), &page(false), None).unwrap();
        assert!(!html.contains("Ret aftalen") && !html.contains("/person"), "a worker reads and does not keep");
        sample::check_page(&html);
    }

    #[test]
    fn the_register_says_who_has_an_agreement_and_what_is_overdue() {
        let line = |agreement, overdue| PartnerSummary {
            id: PartnerId(Uuid::from_u128(1)),
            name: "Reden København".to_owned(),
            offers: 2,
            agreement,
            overdue,
            next: Some(date(2015, 12, 8)),
        };
        let held = Some(Period { from: date(2015, 1, 1), to: date(2016, 12, 31) });
        let partners = vec![line(held, 2), line(None, 0)];
        let page = PartnersPage { day: date(2015, 11, 23), partners, may_keep: true };
        let Html(html) = show_register(&sample::coordinator(), &page).unwrap();
        for words in ["Gælder nu", "Ingen aftale", "2 pligter skulle være set på", "Næste gang 8. december 2015"] {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
    }
}
