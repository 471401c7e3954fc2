//! `/opsaetning/programmer`: the programs that may read the programme's figures; each is let in and ended here.

use app::view::token::{State as Standing, Token, TokenPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::code::Role;
use domain::id::TokenId;
use domain::token::Wish;
use render::catalogue::capital;
use render::{Words, day, words};
use uuid::Uuid;

use super::{TOKENS, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::identity::Asked;
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::needed_day;

struct TokenHtml {
    name: String,
    role: String,
    state: String,
    used: String,
    made: String,
    end: Option<String>,
    end_key: String,
}

/// What is shown this once.
struct Shown {
    secret: String,
    address: String,
}

#[derive(Template)]
#[template(path = "setup-token.html")]
struct TokensHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    done: Option<Done>,
    shown: Option<Shown>,
    tokens: Vec<TokenHtml>,
    form: Form,
    roles: Vec<Choice>,
    ends_hint: String,
}

/// The programs.
pub(crate) async fn tokens(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::token::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let done = match asked.gemt.as_deref() {
        Some("slut") => Some("token-done-ended"),
        Some("vist") => Some("token-done-shown"),
        _ => None,
    };
    let form = empty(&cx, &reader, &page)?;
    show(&cx, &reader, &page, form, done.map(|key| said(&reader, key)), None)
}

/// Lets a program in, and shows what it has to send, this once.
pub(crate) async fn make(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let wish = Wish {
        name: sent.text("navn").to_owned(),
        role: Role::parse(sent.text("rolle")).ok(),
        ends_on: needed_day(&sent, "slut"),
    };
    let made = app::token::make(&site.app, &cx, wish, once).await;
    let page = app::token::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    match made {
        Ok(None) => Ok(see_other("/opsaetning/programmer?gemt=vist")),
        Ok(Some(secret)) => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let scheme = if site.is_behind_tls { "https" } else { "http" };
            let shown = Shown { secret, address: format!("{scheme}://{host}/api/v1/reports") };
            let form = empty(&cx, &reader, &page)?;
            show(&cx, &reader, &page, form, Some(said(&reader, "token-done-made")), Some(shown))
        }
        Err(error) => {
            let fields = [("navn", "navn"), ("rolle", "rolle"), ("slut", "slut")];
            let form = Form::again(&cx, &reader, TOKENS.to_owned(), None, sent);
            let form = form.and_then(|form| form.refused(error, &fields)).map_err(|error| reader.fault(error))?;
            show(&cx, &reader, &page, form, None, None)
        }
    }
}

/// Ends a program's access.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(token): Path<Uuid>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    app::token::end(&site.app, &cx, TokenId(token), once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/opsaetning/programmer?gemt=slut"))
}

fn said(reader: &Reader, key: &'static str) -> Done {
    Done::said(words(reader.locale).say(key).to_owned())
}

/// The form with the latest day that there can be.
fn empty(cx: &app::Cx, reader: &Reader, page: &TokenPage) -> Result<Form, Fault> {
    let form =
        Form::again(cx, reader, TOKENS.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?;
    Ok(form.filled(0, &[("slut", &day::typed(page.latest)), ("rolle", Role::Leader.code())]))
}

fn token_html(cx: &app::Cx, reader: &Reader, token: &Token) -> Result<TokenHtml, Fault> {
    let t = words(reader.locale);
    let on = |key, day| t.say_of(key, "day", &day::numeric(t, day));
    Ok(TokenHtml {
        name: token.name.clone(),
        role: role(t, token.role),
        state: match token.state {
            Standing::Open => on("token-until", token.ends_on),
            Standing::Over => on("token-over", token.ends_on),
            Standing::Ended(day) => on("token-ended", day),
        },
        used: match token.used_at {
            Some(at) => t.say_with(
                "at-clock",
                &[("day", (&day::brief(t, at.date(), cx.today)).into()), ("clock", (&day::clock(t, at)).into())],
            ),
            None => t.say("token-never").to_owned(),
        },
        made: format!("{}, {}", token.made_by.reveal(), day::numeric(t, token.made_on)),
        end: (token.state == Standing::Open).then(|| format!("{TOKENS}/{}/slut", token.id)),
        end_key: cx.form_key().map_err(|error| reader.fault(error))?.0.to_string(),
    })
}

fn role(t: &Words, role: Role) -> String {
    capital(t.code("role", role.code()))
}

fn show(
    cx: &app::Cx,
    reader: &Reader,
    page: &TokenPage,
    form: Form,
    done: Option<Done>,
    shown: Option<Shown>,
) -> Result<Response, Fault> {
    let t = words(reader.locale);
    let status = form.status();
    let html = TokensHtml {
        f: Frame::new(reader, t.say("token-title"), Place::Setup, TOKENS.to_owned()),
        ways: ways(reader, TOKENS),
        done,
        shown,
        tokens: page.tokens.iter().map(|token| token_html(cx, reader, token)).collect::<Result<_, _>>()?,
        roles: Role::OF_PROGRAMS.iter().map(|one| Choice::new(one.code(), role(t, *one))).collect(),
        ends_hint: t.say_of("token-ends-hint", "day", &day::numeric(t, page.latest)),
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}
