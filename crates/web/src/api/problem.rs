//! What went wrong, as RFC 9457 tells it to a program: `application/problem+json` with a status, a title, what to do and, where a parameter was
//! refused, which. It travels beside an empty answer; `dress.rs` lets it be told in the language that the program prefers.

use axum::Json;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use render::{Locale, Words, words};
use serde_json::{Value, json};

use super::ask::Refused;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing was sent to come in with.
    NoToken,
    /// The token is none, or has ended.
    WrongToken,
    /// The token's role does not see this.
    Denied,
    /// The report lists persons: it is for no program.
    Persons,
    /// There is no such address or report.
    NotFound,
    /// The address is for reading.
    Method,
    /// The address is longer than any that there is.
    TooLong,
    /// Parameters were refused.
    Refused(Vec<Refused>),
    /// Too many requests; the seconds to wait.
    TooOften(u32),
    /// Too much at one time.
    Busy,
    /// The program's own fault; it is in the log.
    Fault,
}

impl From<app::Error> for Problem {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::NotFound => Self::NotFound,
            app::Error::Denied => Self::Denied,
            app::Error::Refusal(refusal) => Self::Refused(vec![Refused::from(&refusal)]),
            app::Error::Refusals(refusals) => Self::Refused(refusals.iter().map(Refused::from).collect()),
            error @ (app::Error::Stale | app::Error::Refused(_) | app::Error::Store(_)) => {
                tracing::error!(%error, "a program could not be answered");
                Self::Fault
            }
        }
    }
}

impl Problem {
    /// The problem behind an answer that was made outside the interface.
    pub(crate) const fn behind(status: StatusCode) -> Self {
        match status {
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::URI_TOO_LONG => Self::TooLong,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            StatusCode::INTERNAL_SERVER_ERROR => Self::Fault,
            _ => Self::NotFound,
        }
    }

    const fn status(&self) -> StatusCode {
        match self {
            Self::NoToken | Self::WrongToken => StatusCode::UNAUTHORIZED,
            Self::Denied | Self::Persons => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self, t: &'static Words) -> (&'static str, String) {
        let (title, detail) = match self {
            Self::NoToken => ("api-unauthorized", "api-no-token"),
            Self::WrongToken => ("api-unauthorized", "api-wrong-token"),
            Self::Denied => ("api-forbidden", "api-denied"),
            Self::Persons => ("api-forbidden", "api-persons"),
            Self::NotFound => ("api-not-found", "api-nowhere"),
            Self::Method => ("api-method", "api-read-only"),
            Self::TooLong => ("api-too-long", "api-ask-shorter"),
            Self::Refused(_) => ("api-refused", "api-see-errors"),
            Self::TooOften(seconds) => {
                return (t.say("api-too-often"), t.say_with("api-wait", &[("n", (*seconds).into())]));
            }
            Self::Busy => ("api-busy", "api-try-later"),
            Self::Fault => ("api-fault", "api-fault-logged"),
        };
        (t.say(title), t.say(detail).to_owned())
    }

    /// The answer in a language. `request` is the number that finds a fault in the log.
    pub(crate) fn told(&self, locale: Locale, request: &str) -> Response {
        let t = words(locale);
        let (title, detail) = self.words(t);
        let mut body = json!({
            "type": "about:blank",
            "title": title,
            "status": self.status().as_u16(),
            "detail": detail,
        });
        if let Some(body) = body.as_object_mut() {
            if let Self::Refused(refused) = self {
                let one = |refused: &Refused| json!({ "field": refused.field, "detail": refused.told(t) });
                body.insert("errors".to_owned(), refused.iter().map(one).collect());
            }
            if matches!(self, Self::Fault) {
                body.insert("request".to_owned(), Value::String(request.to_owned()));
            }
        }
        let mut answer = (self.status(), Json(body)).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(locale.code()));
        match self {
            Self::NoToken => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"brobygger\""));
            }
            Self::WrongToken => {
                let wrong = "Bearer realm=\"brobygger\", error=\"invalid_token\"";
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(wrong));
            }
            Self::TooOften(seconds) => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
            }
            Self::Busy => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        answer
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// The language that a program prefers: the first of its `Accept-Language` that there is, else Danish.
pub(crate) fn spoken(headers: &HeaderMap) -> Locale {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = |part: &str| Locale::parse(part.trim().get(..2)?.to_lowercase().as_str());
    wanted.split(',').find_map(language).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ask::Why;

    #[test]
    fn a_program_is_answered_in_the_first_language_that_there_is() {
        for (wanted, locale) in [
            ("", Locale::Da),
            ("en", Locale::En),
            ("de, en-GB;q=0.8, da;q=0.5", Locale::En),
            ("da-DK,en", Locale::Da),
            ("fr", Locale::Da),
            ("é,x", Locale::Da),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_bytes(wanted.as_bytes()).unwrap());
            assert_eq!(spoken(&headers), locale, "{wanted}");
        }
    }

    #[test]
    fn every_problem_is_told_in_both_languages_with_its_status() {
        let problems = [
            Problem::NoToken,
            Problem::WrongToken,
            Problem::Denied,
            Problem::Persons,
            Problem::NotFound,
            Problem::Method,
            Problem::TooLong,
            Problem::Refused(vec![Refused { field: "from".to_owned(), why: Why::NoDay }]),
            Problem::TooOften(7),
            Problem::Busy,
            Problem::Fault,
        ];
        for problem in &problems {
            let said = [Locale::Da, Locale::En].map(|locale| problem.words(words(locale)));
            assert!(said[0].0 != said[1].0 && said[0].1 != said[1].1, "{problem:?} is told alike in two languages");
            let answer = problem.told(Locale::Da, "1");
            assert_eq!(answer.status(), problem.status());
            assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
        }
        assert_eq!(Problem::TooOften(7).told(Locale::Da, "1").headers()[header::RETRY_AFTER], "7");
    }
}
