//! The cookies: the session, a task in a citizen's hands, and the language. All are `__Host-`: this host only, over TLS (or on the machine itself) only.

use axum::http::{HeaderMap, HeaderValue, header};

/// The session's cookie.
pub(crate) const SESSION: &str = "__Host-brobygger";
/// The cookie of a task in a citizen's own hands.
pub(crate) const OWN: &str = "__Host-mit";
/// The language's cookie; it says nothing about anybody.
pub(crate) const LANGUAGE: &str = "__Host-sprog";

/// The value of a cookie that was sent; of two with one name, the first.
pub(crate) fn sent<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A cookie to set until the browser is closed, or for `seconds`. `None` where the value cannot stand in a header.
pub(crate) fn to_set(name: &str, value: &str, seconds: Option<u32>) -> Option<HeaderValue> {
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    HeaderValue::from_str(&format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{age}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_only() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("x__Host-brobygger=1; __Host-brobygger=2; a=3"));
        assert_eq!(sent(&headers, SESSION), Some("2"));
        assert_eq!(sent(&headers, "__Host-brobygge"), None);
    }

    #[test]
    fn a_value_with_a_line_break_sets_nothing() {
        assert_eq!(to_set(SESSION, "a\r\nSet-Cookie: b", None), None);
        assert_eq!(
            to_set(SESSION, "a", None).unwrap(),
            "__Host-brobygger=a; Path=/; Secure; HttpOnly; SameSite=Strict"
        );
    }
}
