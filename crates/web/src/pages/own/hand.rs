//! `/borger/…/skaerm`: puts the questions into the citizen's own hands.

use app::own::{Handed, hand_over as hand};
use app::view::Heed;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::id::CitizenId;
use domain::personal::Personal;
use render::{Locale, words};
use uuid::Uuid;

use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, SignedIn, chosen, see_other};
use crate::sent::Sent;
use crate::{Site, cookie};

#[derive(Template)]
#[template(path = "own/hand.html")]
struct HandHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    form: Form,
    name: String,
    heed: Vec<String>,
    languages: Vec<Choice>,
    link: Option<String>,
}

async fn show(
    site: &Site,
    cx: &app::Cx,
    reader: &Reader,
    citizen: CitizenId,
    sent: Sent,
    refused: Option<app::Error>,
    link: Option<String>,
) -> Result<Response, Fault> {
    let (name, heed) = app::own::for_whom(&site.app, cx, citizen).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let place = format!("/borger/{citizen}/skaerm");
    let mut form = Form::again(cx, reader, place.clone(), Some(citizen), sent).map_err(|error| reader.fault(error))?;
    form = form.filled(0, &[("sprog", reader.locale.code()), ("linksprog", reader.locale.code())]);
    if let Some(error) = refused {
        form = form.refused(error, &[("pin", "kode")]).map_err(|error| reader.fault(error))?;
    }
    let status = form.status();
    let page = HandHtml {
        f: Frame::new(reader, t.say("own-title"), Place::Own, place),
        nav: PersonNav::new(reader, citizen, Part::FollowUp),
        form,
        name: name.reveal().clone(),
        heed: warnings(t, &heed),
        languages: vec![Choice::new("da", t.say("hand-language-da")), Choice::new("en", t.say("hand-language-en"))],
        link,
    };
    Ok((status, laid_out(&page)?).into_response())
}

fn warnings(t: &render::Words, heed: &Heed) -> Vec<String> {
    heed.safe_contact.iter().map(|rule| t.code("safe-contact", rule.code()).to_owned()).collect()
}

/// The page.
pub(crate) async fn form(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<Uuid>,
) -> Result<Response, Fault> {
    show(&site, &cx, &reader, CitizenId(citizen), Sent::default(), None, None).await
}

/// Hands the screen over, or makes a link.
pub(crate) async fn hand_over(
    State(site): State<Site>,
    SignedIn { cx, session, reader }: SignedIn,
    Path(citizen): Path<Uuid>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let citizen = CitizenId(citizen);
    let is_link = sent.text("maade") == "link";
    let locale = Locale::parse(sent.text(if is_link { "linksprog" } else { "sprog" })).unwrap_or(reader.locale);
    let handed =
        if is_link { Handed::Link } else { Handed::Tablet { pin: Personal::new(sent.text("kode").to_owned()) } };
    match hand(&site.app, &cx, &session, citizen, handed, locale, once).await {
        Ok(value) if is_link => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let scheme = if site.is_behind_tls { "https" } else { "http" };
            let link = format!("{scheme}://{host}/mit/{}?sprog={}", value.reveal(), locale.code());
            show(&site, &cx, &reader, citizen, Sent::default(), None, Some(link)).await
        }
        Ok(value) => {
            let set = cookie::to_set(cookie::OWN, value.reveal(), None).ok_or(Fault::Store)?;
            let end = cookie::to_set(cookie::SESSION, "", Some(0)).ok_or(Fault::Store)?;
            let mut answer = see_other("/mit");
            answer.headers_mut().append(header::SET_COOKIE, set);
            answer.headers_mut().append(header::SET_COOKIE, end);
            // The citizen may go on in another language; who comes back reads on in the own.
            if chosen(&headers).is_none() {
                let kept = cookie::to_set(cookie::LANGUAGE, reader.locale.code(), None).ok_or(Fault::Store)?;
                answer.headers_mut().append(header::SET_COOKIE, kept);
            }
            Ok(answer)
        }
        Err(error) => show(&site, &cx, &reader, citizen, sent, Some(error), None).await,
    }
}
