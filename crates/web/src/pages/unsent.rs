//! `/kladde`: keeps what is being typed, for every form. With JavaScript it is sent while one types and answers with the clock; without,
//! it is a button's and leads back to the form.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::personal::Personal;
use render::words;

use crate::Site;
use crate::fault::Fault;
use crate::form::kept_at;
use crate::reader::{SignedIn, see_other};
use crate::sent::{PLACE, Sent, TOKEN};

/// Keeps a form as it stands.
pub(crate) async fn keep(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    reader.check(sent.text(TOKEN))?;
    let place = place(sent.text(PLACE)).ok_or(Fault::NotFound)?;
    let typed = Personal::new(sent.typed());
    let at =
        app::unsent::keep(&site.app, &cx, place, sent.about(), &typed).await.map_err(|error| reader.fault(error))?;
    let is_button = headers.get("sec-fetch-mode").is_none_or(|mode| mode == "navigate");
    Ok(if is_button { see_other(place) } else { (StatusCode::OK, kept_at(words(reader.locale), at)).into_response() })
}

/// Throws away what was typed, and shows the form as the record has it.
pub(crate) async fn throw_away(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    reader.check(sent.text(TOKEN))?;
    let place = place(sent.text(PLACE)).ok_or(Fault::NotFound)?;
    app::unsent::throw_away(&site.app, &cx, place).await.map_err(|error| reader.fault(error))?;
    Ok(see_other(place))
}

/// An address of ours, as a form gives it.
pub(crate) fn place(text: &str) -> Option<&str> {
    let is_ours = text.starts_with('/') && !text.starts_with("//") && text.len() <= 200;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-?=&_.".contains(&byte));
    (is_ours && is_plain).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_kept_at_an_address_of_ours_only() {
        assert_eq!(place("/borger/0190/kontakt?maal=1"), Some("/borger/0190/kontakt?maal=1"));
        for other in ["", "borger", "//andre.dk", "https://andre.dk", "/a\r\nb", "/\\andre.dk"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
