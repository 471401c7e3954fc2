//! `/sprog`: the language switch. It works before the sign-in too, so it asks for no session; it changes nothing but a cookie.

use axum::Form;
use axum::http::header;
use axum::response::Response;
use render::Locale;
use serde::Deserialize;

use crate::cookie;
use crate::reader::see_other;

/// A year, in seconds.
const YEAR: u32 = 365 * 24 * 60 * 60;

/// The switch.
#[derive(Debug, Deserialize)]
pub(crate) struct Switch {
    sprog: String,
    #[serde(default)]
    til: String,
}

/// Sets the language and leads back.
pub(crate) async fn switch(Form(switch): Form<Switch>) -> Response {
    let mut answer = see_other(own_address(&switch.til));
    let locale = Locale::parse(&switch.sprog).unwrap_or_default();
    if let Some(set) = cookie::to_set(cookie::LANGUAGE, locale.code(), Some(YEAR)) {
        answer.headers_mut().insert(header::SET_COOKIE, set);
    }
    answer
}

/// The address where it is one of ours, else the front page: nobody is led away by a link made elsewhere.
fn own_address(to: &str) -> &str {
    let is_own =
        to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_own { to } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_leads_to_our_own_pages_only() {
        assert_eq!(own_address("/mine-borgere?vis=fase"), "/mine-borgere?vis=fase");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nb", "/ æ"] {
            assert_eq!(own_address(elsewhere), "/", "{elsewhere}");
        }
    }
}
