//! What went wrong, and the page that explains it: what is not allowed, why, and who can help.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use domain::code::Role;
use domain::refusal::Code;
use render::{Locale, Words, words};

/// Why there is no page. It travels beside an empty answer; `dress.rs` lays the page out in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no such thing, or its existence is not for this reader.
    NotFound,
    /// The reader's role does not give access.
    Denied(Option<Role>),
    /// A form came from elsewhere, or its page was too old.
    Origin,
    /// The address cannot do that.
    Method,
    /// What was asked goes against a rule.
    Refused(Code),
    /// Somebody changed it meanwhile, on a page that has no two versions to show.
    Stale,
    /// Too much at one time.
    Busy,
    /// The program's own fault; it is in the log.
    Store,
}

impl From<app::Error> for Fault {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::NotFound => Self::NotFound,
            app::Error::Denied => Self::Denied(None),
            app::Error::Refusal(refusal) => Self::Refused(refusal.code),
            app::Error::Refusals(refusals) => refusals.first().map_or(Self::Store, |first| Self::Refused(first.code)),
            app::Error::Stale => Self::Stale,
            // The sentence of `Refused` is the operator's; on a page nothing that a reader does can bring it about.
            error @ (app::Error::Refused(_) | app::Error::Store(_)) => {
                tracing::error!(%error, "a page could not be made");
                Self::Store
            }
        }
    }
}

impl Fault {
    /// The same fault, with the role where access is what was missing.
    pub(crate) fn of_role(self, role: Role) -> Self {
        match self {
            Self::Denied(None) => Self::Denied(Some(role)),
            other => other,
        }
    }

    /// The fault behind an answer that was made outside the pages.
    pub(crate) fn behind(status: StatusCode) -> Self {
        match status {
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => Self::Busy,
            status if status.is_server_error() => Self::Store,
            StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => Self::Denied(None),
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                Self::Origin
            }
            _ => Self::NotFound,
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied(_) | Self::Origin => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Stale => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The page. `request` is the number that finds the fault in the log.
    pub(crate) fn page(&self, locale: Locale, request: &str) -> String {
        let t = words(locale);
        let denied = |role: &Role| t.say_with("fault-denied-text", &[("role", t.code("role", role.code()).into())]);
        let (title, text) = match self {
            Self::NotFound => (t.say("fault-not-found-title"), t.say("fault-not-found-text").to_owned()),
            Self::Denied(role) => (t.say("fault-denied-title"), role.as_ref().map(denied).unwrap_or_default()),
            Self::Origin => (t.say("fault-origin-title"), t.say("fault-origin-text").to_owned()),
            Self::Method => (t.say("fault-method-title"), t.say("fault-method-text").to_owned()),
            Self::Refused(why) => (t.say("fault-refused-title"), format!("{}.", t.code("refusal", why.code()))),
            Self::Stale => (t.say("fault-stale-title"), t.say("fault-stale-text").to_owned()),
            Self::Busy => (t.say("fault-busy-title"), t.say("fault-busy-text").to_owned()),
            Self::Store => (t.say("fault-store-title"), t.say("fault-store-text").to_owned()),
        };
        let help = match self {
            Self::Denied(_) => Some(t.say("fault-denied-help")),
            _ => None,
        };
        let request = matches!(self, Self::Store).then_some(request);
        FaultHtml { t, title, text, help, request }.render().unwrap_or_default()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultHtml<'a> {
    t: &'a Words,
    title: &'a str,
    text: String,
    help: Option<&'a str>,
    request: Option<&'a str>,
}

/// A page laid out, or the fault that it could not be.
pub(crate) fn laid_out(page: &impl Template) -> Result<Html<String>, Fault> {
    // One allocation for most pages: the longest usual one is a list of ten citizens.
    let mut out = String::with_capacity(40 * 1024);
    match page.render_into(&mut out) {
        Ok(()) => Ok(Html(out)),
        Err(error) => {
            tracing::error!(%error, "a page could not be laid out");
            Err(Fault::Store)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_in_the_reader_s_language() {
        for locale in [Locale::Da, Locale::En] {
            for code in Code::ALL {
                let page = Fault::Refused(*code).page(locale, "1");
                assert!(!page.contains("<p>?.</p>"), "{code:?} has no words");
            }
        }
        assert!(Fault::Refused(Code::NoRoom).page(Locale::Da, "1").contains("Medarbejderen har ikke plads til flere."));
    }

    #[test]
    fn an_operator_s_sentence_is_never_shown_to_a_reader() {
        let fault = Fault::from(app::Error::Refused("check it with `audit verify`".to_owned()));
        assert_eq!(fault, Fault::Store);
        let page = fault.page(Locale::Da, "18f-2");
        assert!(page.contains("18f-2") && !page.contains("audit verify"));
    }
}
