//! *Adgang for programmer*: the tokens that a programme's coordinator makes for programs that read its figures, such as a municipality's data
//! warehouse. What a program sends is shown once and kept as a hash; [`program`] is how a program comes in with it.

pub mod program;

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::Role;
use domain::day::add_months;
use domain::event::Event;
use domain::id::{TokenId, UserId};
use domain::token::{MONTHS, Wish};
use store::token::TokenRow;

pub use self::program::Paces;
use crate::facts::code;
use crate::once::{Once, begin_change};
use crate::people::some;
use crate::view::token::{State, Token, TokenPage};
use crate::{App, Cx, Error, Result};

/// The programme's tokens.
///
/// # Errors
///
/// [`Error::Denied`] for whoever does not coordinate the programme.
pub async fn page(app: &App, cx: &Cx) -> Result<TokenPage> {
    let grant = cx.may_at_all(Action::KeepTokens)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.tokens(cx.programme_id).await?;
    let names = some(app, &mut reader, cx, rows.iter().map(|row| UserId(row.made_by))).await?;
    drop(reader);
    let mut tokens = Vec::with_capacity(rows.len());
    for row in rows {
        tokens.push(Token {
            id: TokenId(row.id),
            state: state(cx, &row),
            role: code(Role::parse, &row.role)?,
            made_by: names.get(&UserId(row.made_by)).cloned().unwrap_or_default(),
            made_on: cx.local(row.made_at).date(),
            ends_on: row.ends_on,
            used_at: row.used_at.map(|at| cx.local(at)),
            name: row.name,
        });
    }
    tokens.sort_by_key(|token| token.state != State::Open);
    Ok(TokenPage { tokens, latest: latest(cx) })
}

/// The last day that a token made today can have.
fn latest(cx: &Cx) -> NaiveDate {
    add_months(cx.today, MONTHS)
}

fn state(cx: &Cx, row: &TokenRow) -> State {
    match row.ended_at {
        Some(at) => State::Ended(cx.local(at).date()),
        None if row.ends_on < cx.today => State::Over,
        None => State::Open,
    }
}

/// Makes a token. Gives what the program sends, which cannot be shown again: none where the form was sent before.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal of [`Wish::check`] at once.
pub async fn make(app: &App, cx: &Cx, wish: Wish, once: Once) -> Result<Option<String>> {
    let grant = cx.may_at_all(Action::KeepTokens)?;
    let agreed = wish.check(cx.today)?;
    let bytes: [u8; 32] = vault::bytes().map_err(store::Error::from)?;
    let secret: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let row = TokenRow {
        id: cx.new_id()?,
        programme: cx.programme_id.0,
        name: agreed.name,
        role: agreed.role.code().to_owned(),
        made_by: cx.user()?.0,
        made_at: cx.now,
        ends_on: agreed.ends_on,
        used_at: None,
        ended_at: None,
    };
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(None) };
    work.add_token(&row, &vault::digest(secret.as_bytes())).await?;
    let made = Event::TokenMade { token: TokenId(row.id), role: row.role };
    work.commit(cx.entry(made, Vec::new()), cx.now).await?;
    Ok(Some(secret))
}

/// Ends a token: the program that has it gets nothing from the next request on.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where the programme has no such token, or it was ended before.
pub async fn end(app: &App, cx: &Cx, token: TokenId, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepTokens)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    if !work.end_token(cx.programme_id, token, cx.now).await? {
        return Err(Error::NotFound);
    }
    Ok(work.commit(cx.entry(Event::TokenEnded { token }, Vec::new()), cx.now).await?)
}
