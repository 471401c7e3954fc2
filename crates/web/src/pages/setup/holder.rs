//! `/opsaetning`: who runs the programme and who is responsible for the grant.

use app::holder::{keep, open_cpr};
use app::view::holder::HolderPage;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::code::OrganisationKind;
use domain::holder::Wish;
use render::catalogue::capital;

use super::{Fact, HOLDER, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::identity::Asked;
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::{coded, words};

/// The fields, each under its own name.
const FIELDS: [(&str, &str); 7] = [
    ("navn", "navn"),
    ("slags", "slags"),
    ("kommune", "kommune"),
    ("cvr", "cvr"),
    ("ansvarlig", "ansvarlig"),
    ("kontakt", "kontakt"),
    ("cpr", "cpr"),
];

#[derive(Template)]
#[template(path = "setup-holder.html")]
struct HolderHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    done: Option<Done>,
    form: Form,
    may_keep: bool,
    kinds: Vec<Choice>,
    facts: Vec<Fact>,
    has_cpr: bool,
    cpr: Option<&'a str>,
    cpr_key: String,
    person_version: i64,
}

/// The master data.
pub(crate) async fn page(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::holder::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = asked.gemt.map(|_| Done::said(render::words(reader.locale).say("holder-saved").to_owned()));
    let form = Form::again(&cx, &reader, HOLDER.to_owned(), None, Sent::default());
    let form = filled(form.map_err(|error| reader.fault(error))?, &page);
    show(&reader, &page, form, None, done)
}

/// Opens the CPR number of who is responsible.
pub(crate) async fn open(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    sent.check(&reader)?;
    let page = app::holder::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let cpr = open_cpr(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, HOLDER.to_owned(), None, Sent::default());
    let form = filled(form.map_err(|error| reader.fault(error))?, &page);
    show(&reader, &page, form, Some(cpr.reveal()), None)
}

/// Keeps the master data.
pub(crate) async fn save(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let wish = Wish {
        name: sent.text("navn").to_owned(),
        kind: coded(&sent, "slags", OrganisationKind::parse),
        municipality: sent.text("kommune").to_owned(),
        cvr: sent.text("cvr").to_owned(),
        responsible: words(&sent, "ansvarlig"),
        contact: words(&sent, "kontakt"),
        cpr: words(&sent, "cpr"),
        has_cpr: false,
    };
    let from = (sent.version(), sent.text("ansvarlig_version").parse().unwrap_or(0));
    let error = match keep(&site.app, &cx, wish, from, once).await {
        Ok(()) => return Ok(see_other("/opsaetning?gemt=ja")),
        Err(error) => error,
    };
    let page = app::holder::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, HOLDER.to_owned(), None, sent);
    let mut form = form.and_then(|form| form.refused(error, &FIELDS)).map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let t = form.t;
        let values = values(&page);
        let theirs =
            |name: &str| values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value.as_str());
        let label = [
            ("navn", "holder-name"),
            ("slags", "holder-kind"),
            ("kommune", "holder-municipality"),
            ("cvr", "holder-cvr"),
            ("ansvarlig", "holder-responsible"),
            ("kontakt", "holder-contact"),
        ];
        let fields: Vec<(&str, &str, &str)> =
            label.iter().map(|(name, label)| (t.say(label), *name, theirs(name))).collect();
        form = form.beside(page.version, &fields).in_words(t.say("holder-kind"), &kinds(t));
    }
    show(&reader, &page, form, None, None)
}

fn values(page: &HolderPage) -> Vec<(&'static str, String)> {
    let person = page.responsible.as_ref();
    vec![
        ("navn", page.name.clone()),
        ("slags", page.kind.map(|kind| kind.code().to_owned()).unwrap_or_default()),
        ("kommune", page.municipality.clone()),
        ("cvr", page.cvr.clone()),
        ("ansvarlig", person.map(|person| person.name.reveal().clone()).unwrap_or_default()),
        ("kontakt", person.map(|person| person.contact.reveal().clone()).unwrap_or_default()),
    ]
}

fn filled(form: Form, page: &HolderPage) -> Form {
    let values = values(page);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.filled(page.version, &values)
}

fn kinds(t: &render::Words) -> Vec<Choice> {
    OrganisationKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.code(), capital(t.code("organisation-kind", kind.code()))))
        .collect()
}

fn show(
    reader: &Reader,
    page: &HolderPage,
    form: Form,
    cpr: Option<&String>,
    done: Option<Done>,
) -> Result<Response, Fault> {
    let title = render::words(reader.locale).say("setup-holder");
    let f = Frame::new(reader, title, Place::Setup, HOLDER.to_owned());
    let t = f.t;
    let one = |what: &str, is: String| Fact {
        what: t.say(what).to_owned(),
        is: vec![if is.is_empty() { "–".to_owned() } else { is }],
    };
    let person = page.responsible.as_ref();
    let kind = page.kind.map(|kind| capital(t.code("organisation-kind", kind.code()))).unwrap_or_default();
    let facts = vec![
        one("holder-name", page.name.clone()),
        one("holder-kind", kind),
        one("holder-municipality", page.municipality.clone()),
        one("holder-cvr", page.cvr.clone()),
        one("holder-responsible", person.map(|person| person.name.reveal().clone()).unwrap_or_default()),
        one("holder-contact", person.map(|person| person.contact.reveal().clone()).unwrap_or_default()),
    ];
    let status = form.status();
    let html = HolderHtml {
        ways: ways(reader, HOLDER),
        done,
        may_keep: page.may_keep,
        kinds: kinds(t),
        facts,
        has_cpr: person.is_some_and(|person| person.has_cpr),
        cpr: cpr.map(String::as_str),
        cpr_key: form.key.clone(),
        person_version: person.map_or(0, |person| person.version),
        form,
        f,
    };
    Ok((status, laid_out(&html)?).into_response())
}
