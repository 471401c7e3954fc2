//! `/borger/{id}/oplysninger`: who the citizen is.

use app::view::identity::IdentityPage;
use app::{Cx, Error};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::{Gender, SafeContact};
use domain::identity::{Field, Identity};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use render::Words;
use serde::Deserialize;

use super::about::{AboutHead, Top, Way};
use super::citizen::citizen_of;
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form, Versions};
use crate::frame::Frame;
use crate::part::{Chip, Done};
use crate::person::PersonNav;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

/// What the address asks for: what was just saved.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pub(super) gemt: Option<String>,
}

/// The fields, each under its own name.
const FIELDS: [(&str, &str); 8] = [
    ("alias", "alias"),
    ("navn", "navn"),
    ("cpr", "cpr"),
    ("telefon", "telefon"),
    ("foedselsaar", "foedselsaar"),
    ("koen", "koen"),
    ("adressebeskyttelse", "adressebeskyttelse"),
    ("sikker_kontakt", "sikker_kontakt"),
];
/// The value of a box that is ticked.
const YES: &str = "ja";

/// Who the citizen is, to be kept.
pub(crate) async fn identity(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::identity::page(&site.app, &cx, citizen_of(&id)?).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, place(&page), Some(page.about.id)).await;
    let said = typed(&page.identity);
    let values: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = form.map_err(|error| reader.fault(error))?.filled(page.version, &values);
    let t = render::words(reader.locale);
    let done = asked.gemt.map(|_| Done::said(t.say("identity-saved").to_owned()));
    show(&reader, &page, form, done)
}

/// Keeps it.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let id = citizen_of(&id)?;
    let version = sent.version();
    let kept = match read(&sent) {
        Ok(identity) => app::identity::keep(&site.app, &cx, id, version, identity, once).await,
        Err(refusal) => Err(Error::Refusal(refusal)),
    };
    let page = app::identity::page(&site.app, &cx, id).await.map_err(|error| reader.fault(error))?;
    let place = place(&page);
    match kept {
        Ok(()) => {
            app::unsent::throw_away(&site.app, &cx, &place).await.map_err(|error| reader.fault(error))?;
            Ok(see_other(&format!("{place}?gemt=ja")))
        }
        Err(error) => {
            let form = refused(&cx, &reader, &page, sent, error).map_err(|error| reader.fault(error))?;
            Ok((form.status(), show(&reader, &page, form, None)?).into_response())
        }
    }
}

fn refused(cx: &Cx, reader: &Reader, page: &IdentityPage, sent: Sent, error: Error) -> Result<Form, Error> {
    let mine = read(&sent).unwrap_or_default();
    let mut form = Form::again(cx, reader, place(page), Some(page.about.id), sent)?.refused(error, &FIELDS)?;
    if form.is_stale() {
        form = form.beside(page.version, &[]);
        let t = form.t;
        let differing = Field::ALL.iter().filter(|field| !mine.agrees(**field, &page.identity));
        form.versions = differing
            .map(|field| Versions {
                label: label(t, *field).to_owned(),
                mine: said(t, *field, &mine),
                theirs: said(t, *field, &page.identity),
            })
            .collect();
    }
    Ok(form)
}

fn place(page: &IdentityPage) -> String {
    format!("/borger/{}/oplysninger", page.about.id)
}

/// What was sent, as an identity.
fn read(sent: &Sent) -> Result<Identity, Refusal> {
    let year = sent.text(Field::BirthYear.code()).trim();
    let birth_year = match year {
        "" => None,
        year => {
            let wrong = |_| Refusal::new(Field::BirthYear.code(), Code::NotABirthYear);
            Some(year.parse::<i64>().map_err(wrong)?)
        }
    };
    Ok(Identity {
        alias: sent.words(Field::Alias.code()),
        name: sent.words(Field::Name.code()),
        cpr: sent.words(Field::Cpr.code()).map(|cpr| Personal::new(digits(cpr.reveal()))),
        phone: sent.words(Field::Phone.code()),
        birth_year,
        gender: Gender::parse(sent.text(Field::Gender.code())).ok(),
        protected_address: sent.has(Field::ProtectedAddress.code(), YES),
        safe_contact: sent.all(Field::SafeContact.code()).filter_map(|rule| SafeContact::parse(rule).ok()).collect(),
    }
    .tidied())
}

/// A CPR number is kept as its digits; what is none stays as it was typed, to be refused so.
fn digits(cpr: &str) -> String {
    let plain: String = cpr.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
    if plain.bytes().all(|byte| byte.is_ascii_digit()) { plain } else { cpr.to_owned() }
}

/// An identity as the form's fields say it.
fn typed(identity: &Identity) -> Vec<(&'static str, String)> {
    let text = |text: &Option<Personal<String>>| text.as_ref().map(|text| text.reveal().clone()).unwrap_or_default();
    let mut fields = vec![
        (Field::Alias.code(), text(&identity.alias)),
        (Field::Name.code(), text(&identity.name)),
        (Field::Cpr.code(), cpr(identity)),
        (Field::Phone.code(), text(&identity.phone)),
        (Field::BirthYear.code(), identity.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        (Field::Gender.code(), identity.gender.map(|gender| gender.code().to_owned()).unwrap_or_default()),
    ];
    if identity.protected_address {
        fields.push((Field::ProtectedAddress.code(), YES.to_owned()));
    }
    fields.extend(identity.safe_contact.iter().map(|rule| (Field::SafeContact.code(), rule.code().to_owned())));
    fields
}

/// A CPR number as people write it: six digits, a hyphen, four.
fn cpr(identity: &Identity) -> String {
    let Some(cpr) = &identity.cpr else { return String::new() };
    match cpr.reveal().split_at_checked(6) {
        Some((day, rest)) if rest.len() == 4 => format!("{day}-{rest}"),
        _ => cpr.reveal().clone(),
    }
}

/// A field's name in words.
pub(super) fn label(t: &Words, field: Field) -> &str {
    t.code("identity", field.code())
}

/// What a field says, in words; a dash where it says nothing.
pub(super) fn said(t: &Words, field: Field, identity: &Identity) -> String {
    let text = |text: &Option<Personal<String>>| text.as_ref().map(|text| text.reveal().clone());
    let said = match field {
        Field::Alias => text(&identity.alias),
        Field::Name => text(&identity.name),
        Field::Cpr => Some(cpr(identity)),
        Field::Phone => text(&identity.phone),
        Field::BirthYear => identity.birth_year.map(|year| year.to_string()),
        Field::Gender => identity.gender.map(|gender| t.code("gender", gender.code()).to_owned()),
        Field::ProtectedAddress => Some(
            t.say(if identity.protected_address { "identity-protected" } else { "identity-unprotected" }).to_owned(),
        ),
        Field::SafeContact => {
            let rules = identity.safe_contact.iter().map(|rule| t.code("safe-contact", rule.code()));
            Some(rules.collect::<Vec<_>>().join(", "))
        }
    };
    said.filter(|said| !said.is_empty()).unwrap_or_else(|| "–".to_owned())
}

#[derive(Template)]
#[template(path = "identity.html")]
struct IdentityHtml<'a> {
    f: Frame<'a>,
    head: AboutHead<'a>,
    nav: PersonNav,
    ways: Vec<Chip>,
    here: String,
    done: Option<Done>,
    form: Form,
    register_id: Option<&'a str>,
    genders: Vec<Choice>,
    rules: Vec<Choice>,
    protections: Vec<Choice>,
}

/// Lays the page out.
pub(super) fn show(
    reader: &Reader,
    page: &IdentityPage,
    form: Form,
    done: Option<Done>,
) -> Result<Html<String>, Fault> {
    let Top { f, head, nav, ways, here } = Top::new(reader, &page.about, Way::Identity);
    let t = f.t;
    laid_out(&IdentityHtml {
        genders: Gender::ALL.iter().map(|one| Choice::new(one.code(), t.code("gender", one.code()))).collect(),
        rules: SafeContact::ALL
            .iter()
            .map(|rule| Choice::new(rule.code(), t.code("safe-contact", rule.code())).with("smartphone"))
            .collect(),
        protections: vec![Choice::new(YES, t.say("identity-protected")).with("lock")],
        register_id: page.register_id.as_ref().map(|id| id.reveal().as_str()),
        f,
        head,
        nav,
        ways,
        here,
        done,
        form,
    })
}
