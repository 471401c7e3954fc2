//! `/` leads each reader to their first page, or explains why they have none; every address that is none ends here too.

use askama::Template;
use axum::response::{IntoResponse, Response};
use domain::code::Role;

use crate::fault::{Fault, laid_out};
use crate::frame::{self, Frame, Place};
use crate::reader::{Reader, SignedIn, see_other};

/// Leads to the reader's first page.
pub(crate) async fn front(SignedIn { reader, .. }: SignedIn) -> Response {
    frame::home(&reader).map_or_else(|| start(&reader), see_other)
}

/// An address that is no page. Who has not signed in is not even told that.
pub(crate) async fn nowhere(_: SignedIn) -> Fault {
    Fault::NotFound
}

/// A file that is none. The files are the same for everybody, so this tells nothing.
pub(crate) async fn no_asset() -> Fault {
    Fault::NotFound
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartHtml<'a> {
    f: Frame<'a>,
    lead: String,
    text: &'static str,
    commands: Vec<(&'static str, &'static str)>,
    help: &'static str,
}

/// The page of a role whose work is not on pages: what it can do here, what it cannot, and who can help.
fn start(reader: &Reader) -> Response {
    let t = render::words(reader.locale);
    let text = match reader.role {
        Role::Administrator => "start-administrator",
        Role::Partner => "start-partner",
        _ => "start-other",
    };
    let commands = match reader.role {
        Role::Administrator => vec![
            ("brobygger user --help", t.say("start-command-user")),
            ("brobygger programme --help", t.say("start-command-programme")),
            ("brobygger import --help", t.say("start-command-import")),
            ("brobygger audit --help", t.say("start-command-audit")),
        ],
        _ => Vec::new(),
    };
    let page = laid_out(&StartHtml {
        f: Frame::new(reader, t.say("start"), Place::Start, "/".to_owned()),
        lead: t.say_with("start-lead", &[("role", t.code("role", reader.role.code()).into())]),
        text: t.say(text),
        commands,
        help: t.say(if reader.role == Role::Administrator { "start-help-administrator" } else { "start-help" }),
    });
    page.into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;
    use crate::pages::sample;

    #[tokio::test]
    async fn a_role_without_pages_is_told_what_to_do_and_sees_no_person() {
        for (role, words) in [
            (Role::Administrator, "brobygger user --help"),
            (Role::Partner, "knyttet til en samarbejdspartner"),
            (Role::Researcher, "ingen sider"),
        ] {
            let answer = start(&Reader { role, ..sample::worker() });
            assert_eq!(answer.status(), 200);
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            let html = String::from_utf8(body.to_vec()).unwrap();
            assert!(html.contains(words), "{words} is missing");
            assert!(!html.contains("<nav"), "there is nowhere to go");
            sample::check_page(&html);
        }
    }
}
