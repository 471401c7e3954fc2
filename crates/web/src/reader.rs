//! Who reads: every page but the sign-in takes a [`SignedIn`], and without a session there is none.

use app::Cx;
use app::sign_in::Session;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, NaiveDateTime};
use domain::code::Role;
use domain::personal::Personal;
use domain::programme::Text;
use render::Locale;

use crate::fault::Fault;
use crate::{Site, cookie};

/// A person who has signed in: what the use cases ask for, and what the pages are laid out for.
#[derive(Debug)]
pub(crate) struct SignedIn {
    /// Who, when, and in which programme.
    pub(crate) cx: Cx,
    /// The session.
    pub(crate) session: Session,
    /// The same person as a reader.
    pub(crate) reader: Reader,
}

/// Whom a page is laid out for.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// The language.
    pub(crate) locale: Locale,
    /// The reader's name.
    pub(crate) name: Personal<String>,
    /// The role, which decides the navigation.
    pub(crate) role: Role,
    /// Whether the account is tied to a partner.
    pub(crate) has_partner: bool,
    /// The programme's neutral title.
    pub(crate) programme: Text,
    /// Whether the reader has other programmes to go on in.
    pub(crate) has_others: bool,
    /// The token that every form carries.
    pub(crate) token: String,
    /// The day, in the programme's zone.
    pub(crate) today: NaiveDate,
    /// The moment, in the programme's zone.
    pub(crate) now: NaiveDateTime,
}

/// Why there is no reader.
#[derive(Debug)]
pub(crate) enum NoReader {
    /// Nobody has signed in, or the session has ended.
    SignIn,
    /// The session is locked; where the reader wanted to go.
    Locked(String),
    /// The session could not be looked up.
    Fault(Fault),
}

impl IntoResponse for NoReader {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn => see_other("/log-ind"),
            Self::Locked(to) => see_other(&format!("/laast?til={to}")),
            Self::Fault(fault) => fault.into_response(),
        }
    }
}

impl FromRequestParts<Site> for SignedIn {
    type Rejection = NoReader;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, NoReader> {
        let session = cookie::sent(&parts.headers, cookie::SESSION).ok_or(NoReader::SignIn)?;
        let (cx, session) = match site.app.cx(site.now(), session).await {
            Ok(Some(found)) => found,
            Ok(None) => {
                let locked =
                    site.app.locked(site.now(), session).await.map_err(|error| NoReader::Fault(error.into()))?;
                return Err(if locked.is_some() { NoReader::Locked(here(parts)) } else { NoReader::SignIn });
            }
            Err(error) => return Err(NoReader::Fault(error.into())),
        };
        let reader = Reader::of(&cx, &session, chosen(&parts.headers));
        Ok(Self { cx, session, reader })
    }
}

impl Reader {
    fn of(cx: &Cx, session: &Session, chosen: Option<Locale>) -> Self {
        Self {
            locale: chosen.unwrap_or(cx.locale),
            name: session.name.clone(),
            role: session.role,
            has_partner: cx.partner.is_some(),
            programme: cx.programme.title.clone(),
            has_others: session.has_others,
            token: session.token.clone(),
            today: cx.today,
            now: cx.local_now(),
        }
    }

    /// Whether a form came from a page of this session.
    ///
    /// # Errors
    ///
    /// [`Fault::Origin`] where its token is not the session's.
    pub(crate) fn check(&self, token: &str) -> Result<(), Fault> {
        is_token(token, &self.token)
    }

    /// The page's fault for this reader.
    pub(crate) fn fault(&self, error: app::Error) -> Fault {
        Fault::from(error).of_role(self.role)
    }
}

/// Whether a form's token is the one that its page was given.
///
/// # Errors
///
/// [`Fault::Origin`] where it is not.
pub(crate) fn is_token(given: &str, right: &str) -> Result<(), Fault> {
    let (given, right) = (given.as_bytes(), right.as_bytes());
    // Every byte is compared, so that the time taken tells nothing about how much was right.
    let differs = given.iter().zip(right).fold(0, |differs, (one, other)| differs | (one ^ other));
    if given.len() == right.len() && !right.is_empty() && differs == 0 { Ok(()) } else { Err(Fault::Origin) }
}

/// The address asked for, as the lock leads back to it.
fn here(parts: &Parts) -> String {
    let path = parts.uri.path();
    if parts.method == axum::http::Method::GET { path.to_owned() } else { String::from("/") }
}

/// The language chosen with the switch; `None` where none was.
pub(crate) fn chosen(headers: &HeaderMap) -> Option<Locale> {
    Locale::parse(cookie::sent(headers, cookie::LANGUAGE)?)
}

/// Sends the browser on with a GET.
pub(crate) fn see_other(to: &str) -> Response {
    let location = axum::http::HeaderValue::from_str(to).unwrap_or(axum::http::HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

#[cfg(test)]
mod tests {
    use crate::fault::Fault;
    use crate::pages::sample;

    #[test]
    fn a_form_is_taken_with_its_own_token_only() {
        let mut reader = sample::worker();
        assert_eq!(reader.check(&reader.token), Ok(()));
        for wrong in ["", "x", "token-tokeN", "token-token-token"] {
            assert_eq!(reader.check(wrong), Err(Fault::Origin), "{wrong}");
        }
        reader.token.clear();
        assert_eq!(reader.check(""), Err(Fault::Origin), "a session without a token takes no form");
    }
}
