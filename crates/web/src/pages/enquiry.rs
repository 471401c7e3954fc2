//! `/henvendelser/ny` and `/henvendelser/{id}`: an enquiry recorded while the telephone is still in the hand, and what comes of it.

use app::enquiry::SameAs;
use app::view::enquiry::Known;
use app::{Cx, Error};
use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use domain::id::PartnerId;
use render::{Words, words};
use serde::Serialize;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;

mod choices;
pub(crate) mod one;
mod said;
pub(crate) mod told;

use said::{DATE, FIELDS, identity, reply, said, same_as};

/// The form's address.
const NEW: &str = "/henvendelser/ny";

#[derive(Template)]
#[template(path = "enquiry-new.html")]
struct NewHtml<'a> {
    f: Frame<'a>,
    form: Form,
    c: choices::Choices,
    same: Vec<Choice>,
    hidden: Vec<String>,
    is_hinted: bool,
}

/// The empty form, or what was typed in it and not sent.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let partners = app::enquiry::partners(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::fresh(&site.app, &cx, &reader, NEW.to_owned(), None).await;
    let today = render::day::typed(cx.today);
    let form = form.map_err(|error| reader.fault(error))?.filled(0, &[(DATE, &today)]);
    show_new(&reader, form, &partners, &Known::default())
}

/// Records the enquiry.
pub(crate) async fn record(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let who = (identity(&sent), same_as(&sent));
    let mut form = again(&cx, &reader, NEW, sent.clone())?;
    said::check(&sent, &mut form);
    let made = if form.refusals.is_empty() {
        app::enquiry::record(&site.app, &cx, said(&sent), who.clone(), reply(&sent), once).await
    } else {
        Err(Error::Refusals(Vec::new()))
    };
    match made {
        Ok(made) => {
            app::unsent::throw_away(&site.app, &cx, NEW).await.map_err(|error| reader.fault(error))?;
            let saved = if made.course.is_some() { "afklaring" } else { "ny" };
            Ok(see_other(&format!("/henvendelser/{}?gemt={saved}", made.enquiry)))
        }
        Err(error) => {
            let form = form.refused(error, &FIELDS).map_err(|error| reader.fault(error))?;
            let partners = app::enquiry::partners(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
            // Whoever was hinted at stays in sight until somebody has chosen.
            let is_hinted = form.fault_of("samme").is_some() || who.1 != SameAs::NotLooked;
            let known =
                if is_hinted { app::enquiry::known(&site.app, &cx, &who.0).await } else { Ok(Known::default()) };
            let known = known.map_err(|error| reader.fault(error))?;
            let status = form.status();
            Ok((status, show_new(&reader, form, &partners, &known)?).into_response())
        }
    }
}

fn again(cx: &Cx, reader: &Reader, place: &str, sent: Sent) -> Result<Form, Fault> {
    Form::again(cx, reader, place.to_owned(), None, sent).map_err(|error| reader.fault(error))
}

fn show_new(
    reader: &Reader,
    form: Form,
    partners: &[(PartnerId, String)],
    known: &Known,
) -> Result<Html<String>, Fault> {
    let t = words(reader.locale);
    let hint = hint(t, known);
    let person =
        |one: &Hinted| Choice::new(one.id.clone(), t.say_with("enquiry-same-as", &[("name", (&one.text).into())]));
    let mut same: Vec<Choice> = hint.people.iter().map(person).collect();
    same.push(Choice::new("ny", t.say("enquiry-same-new")));
    laid_out(&NewHtml {
        f: Frame::new(reader, t.say("enquiry-new"), Place::Enquiries, NEW.to_owned()),
        c: choices::Choices::new(t, partners),
        same,
        hidden: hint.hidden,
        is_hinted: !known.is_empty(),
        form,
    })
}

/// Who may be the same person, in words; what a script shows while somebody types.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Hint {
    /// People whom the reader may see.
    people: Vec<Hinted>,
    /// A sentence for each thing that is the same as of somebody else.
    hidden: Vec<String>,
    /// The heading.
    title: &'static str,
    /// The words of choosing somebody new.
    new: &'static str,
}

/// Somebody whom the reader may see.
#[derive(Debug, Serialize)]
struct Hinted {
    id: String,
    text: String,
    same: String,
}

fn hint(t: &'static Words, known: &Known) -> Hint {
    let same = |by: &app::view::search::By| t.code("found-by", by.code());
    let people = known.alike.iter().map(|alike| {
        let by: Vec<&str> = alike.by.iter().map(same).collect();
        let text = format!("{} ({})", alike.name.reveal(), by.join(", "));
        let same = t.say_with("enquiry-same-as", &[("name", (&text).into())]);
        Hinted { id: alike.citizen.to_string(), text, same }
    });
    let hidden = known.hidden.iter().map(|by| t.say_with("enquiry-hidden", &[("what", same(by).into())]));
    Hint {
        people: people.collect(),
        hidden: hidden.collect(),
        title: t.say("enquiry-known"),
        new: t.say("enquiry-same-new"),
    }
}

/// Hints while somebody types.
pub(crate) async fn known(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Json<Hint>, Fault> {
    reader.check(sent.text(crate::sent::TOKEN))?;
    let known = app::enquiry::known(&site.app, &cx, &identity(&sent).tidied()).await;
    Ok(Json(hint(words(reader.locale), &known.map_err(|error| reader.fault(error))?)))
}

#[cfg(test)]
mod tests {
    use app::view::enquiry::Alike;
    use app::view::search::By;
    use domain::id::CitizenId;

    use super::*;
    use crate::pages::sample;

    #[test]
    fn a_hint_names_whom_the_reader_may_see_and_nobody_else() {
        let citizen = CitizenId(uuid::Uuid::from_u128(9));
        let alike = Alike { citizen, name: sample::awkward(), by: vec![By::Phone] };
        let known = Known { alike: vec![alike], hidden: vec![By::AliasAndYear] };
        let form = sample::form(NEW, &[("alias", "Vind")]);
        let Html(html) = show_new(&sample::worker(), form, &[], &known).unwrap();
        assert!(html.contains("spørg projektkoordinatoren") && html.contains("Det er en ny person"));
        sample::check_page(&html);
        sample::check_awkward(&html);
    }

    #[test]
    fn the_empty_form_hints_at_nobody() {
        let Html(html) = show_new(&sample::worker(), sample::form(NEW, &[]), &[], &Known::default()).unwrap();
        assert!(!html.contains("Det er en ny person"));
        sample::check_page(&html);
    }
}
