//! `/indsats`: in which of their programmes the reader goes on.

use app::choose::{self, Choice};
use askama::Template;
use axum::extract::State;
use axum::response::{Html, Response};
use domain::id::ProgrammeId;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::frame::{Frame, Place};
use crate::reader::{SignedIn, see_other};
use crate::sent::{Sent, TOKEN};

struct ChoiceHtml {
    id: String,
    title: String,
    is_current: bool,
}

#[derive(Template)]
#[template(path = "choose.html")]
struct ChooseHtml<'a> {
    f: Frame<'a>,
    choices: Vec<ChoiceHtml>,
}

/// The reader's programmes.
pub(crate) async fn page(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    // Who has one programme has nothing to choose.
    if !reader.has_others {
        return Err(Fault::NotFound);
    }
    let choices = choose::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let f = Frame::new(&reader, render::words(reader.locale).say("choose-title"), Place::Start, "/indsats".to_owned());
    let choice = |choice: &Choice| ChoiceHtml {
        id: choice.id.to_string(),
        title: reader.locale.of(&choice.title).to_owned(),
        is_current: choice.is_current,
    };
    laid_out(&ChooseHtml { choices: choices.iter().map(choice).collect(), f })
}

/// Goes on in another programme, from its first page.
pub(crate) async fn choose(
    State(site): State<Site>,
    SignedIn { cx, reader, session }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    reader.check(sent.text(TOKEN))?;
    let programme = sent.id("indsats").map(ProgrammeId).ok_or(Fault::NotFound)?;
    choose::choose(&site.app, &cx, &session, programme).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/"))
}
