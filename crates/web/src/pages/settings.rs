//! `/indstillinger`: what the reader decides for themselves: whether and how often to get the mail.

use app::{Cx, Error};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use domain::code::DigestRhythm;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};

use super::identity::Asked;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::part::Done;
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::{Mail, Site};

const HERE: &str = "/indstillinger";
const FIELDS: [(&str, &str); 2] = [("mail", "mail"), ("hyppighed", "hyppighed")];
/// The value that stands for no mail.
const NONE: &str = "ingen";

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsHtml<'a> {
    f: Frame<'a>,
    done: Option<Done>,
    form: Form,
    mail: Mail,
    rhythms: Vec<Choice>,
}

/// The page.
pub(crate) async fn settings(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::digest::settings(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, HERE.to_owned(), None, Sent::default());
    let form = form.map_err(|error| reader.fault(error))?;
    let rhythm = page.rhythm.map_or(NONE, DigestRhythm::code);
    let form = form.filled(page.version, &[("hyppighed", rhythm), ("mail", page.address.reveal())]);
    let done = asked.gemt.map(|_| Done::said(render::words(reader.locale).say("settings-saved").to_owned()));
    show(&reader, form, site.mail, done)
}

/// Keeps what is chosen.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    if site.mail == Mail::None {
        return Err(Fault::NotFound);
    }
    let kept = match chosen(&sent) {
        Ok(rhythm) => {
            let typed = Personal::new(sent.text("mail").to_owned());
            app::digest::keep(&site.app, &cx, (rhythm, &typed), sent.version(), once).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match kept {
        Ok(()) => Ok(see_other("/indstillinger?gemt=ja")),
        Err(error) => {
            let now = app::digest::settings(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
            let form = refused(&cx, &reader, sent, error).map_err(|error| reader.fault(error))?;
            let form = if form.is_stale() {
                let t = render::words(reader.locale);
                form.beside(now.version, &[(t.say("settings-address"), "mail", now.address.reveal())])
            } else {
                form
            };
            Ok((form.status(), show(&reader, form, site.mail, None)?).into_response())
        }
    }
}

/// How often, as it is chosen.
fn chosen(sent: &Sent) -> Result<Option<DigestRhythm>, Refusal> {
    match sent.text("hyppighed") {
        NONE => Ok(None),
        other => DigestRhythm::parse(other).map(Some).map_err(|_| Refusal::new("hyppighed", Code::NotGiven)),
    }
}

fn refused(cx: &Cx, reader: &Reader, sent: Sent, error: Error) -> Result<Form, Error> {
    Form::again(cx, reader, HERE.to_owned(), None, sent)?.refused(error, &FIELDS)
}

fn show(reader: &Reader, form: Form, mail: Mail, done: Option<Done>) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("settings-title"), Place::Start, HERE.to_owned());
    let codes = [NONE].into_iter().chain(DigestRhythm::ALL.iter().map(|rhythm| rhythm.code()));
    let rhythms = codes.map(|code| Choice::new(code, f.t.code("digest-rhythm", code))).collect();
    laid_out(&SettingsHtml { f, done, form, mail, rhythms })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    fn shown(mail: Mail) -> String {
        let form = sample::form(HERE, &[("hyppighed", "daglig"), ("mail", "mette@kommune.dk")]);
        show(&sample::worker(), form, mail, None).unwrap().0
    }

    #[test]
    fn the_mail_can_be_chosen_where_there_is_a_mail_server_and_is_explained_where_there_is_none() {
        let html = shown(Mail::Sent);
        assert!(html.contains("value=\"mette@kommune.dk\"") && html.contains("Hver mandag kl. 6.30"));
        sample::check_page(&html);
        let html = shown(Mail::None);
        assert!(!html.contains("name=\"mail\"") && html.contains("ikke sat en mailserver op"));
        sample::check_page(&html);
        assert!(shown(Mail::Demo).contains("sender ingen mail"));
    }
}
