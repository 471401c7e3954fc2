//! `brobygger user`: add, list and disable accounts.

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::setup::{Account, NewAccount, add_user, disable_user, users};
use domain::code::Role;
use domain::personal::Personal;
use render::table::{Cell, Column, Table};
use serde_json::json;

use crate::cli::User;
use crate::clock::Clock;
use crate::open::operator;
use crate::say;

/// Adds, lists or disables.
pub(crate) async fn run(asked: User) -> Result<ExitCode> {
    let operator = operator(&Clock::Real);
    match asked {
        User::Add { user_name, role, partner, programme, name, password_stdin, place, format } => {
            let role = named(&role)?;
            let (password, is_new) = if password_stdin { (typed()?, false) } else { (new_password()?, true) };
            let app = place.open().await?;
            let added = async {
                let cx = app.operator_cx(&operator, &programme, say::locale()).await?;
                let name = name.map(Personal::new);
                let account =
                    NewAccount { user_name: user_name.clone(), name, role, partner, password: Some(password.clone()) };
                add_user(&app, &cx, account).await
            }
            .await;
            app.close().await;
            added?;
            let first = if is_new { format!("First password: {}\n", password.reveal()) } else { String::new() };
            let text = format!("The account {user_name} is made, as {role} of {programme}.\n{first}");
            let mut document = json!({ "user_name": user_name, "role": role, "programme": programme });
            if let (true, Some(document)) = (is_new, document.as_object_mut()) {
                document.insert("first_password".to_owned(), password.reveal().as_str().into());
            }
            say::either(format, &text, &document)?;
        }
        User::List { place, format } => {
            let app = place.open().await?;
            let accounts = users(&app, &operator).await;
            app.close().await;
            let accounts = accounts?;
            let table = Table {
                title: String::new(),
                columns: ["user name", "name", "role", "active"].map(Column::words).to_vec(),
                rows: accounts.iter().map(row).collect(),
            };
            let document = accounts.iter().map(|account| {
                json!({
                    "user_name": account.user_name,
                    "name": account.name.as_ref().map(|name| name.reveal().as_str()),
                    "roles": account.roles.iter().map(|(programme, role)| json!({ "programme": programme, "role": role })).collect::<Vec<_>>(),
                    "active": account.is_active,
                })
            });
            let document = json!({ "users": document.collect::<Vec<_>>() });
            say::either(format, &table.text(), &document)?;
        }
        User::Disable { user_name, place, format } => {
            let app = place.open().await?;
            let disabled = disable_user(&app, &operator, &user_name).await;
            app.close().await;
            disabled?;
            let text = format!("The account {user_name} is disabled; its sessions have ended.\n");
            say::either(format, &text, &json!({ "user_name": user_name, "active": false }))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn row(account: &Account) -> Vec<Cell> {
    let roles: Vec<String> = account.roles.iter().map(|(programme, role)| format!("{role} ({programme})")).collect();
    let name = account.name.as_ref().map(|name| name.reveal().clone()).unwrap_or_default();
    vec![
        account.user_name.clone().into(),
        name.into(),
        roles.join(", ").into(),
        if account.is_active { "yes" } else { "no" }.into(),
    ]
}

/// A role by its code; a partner's also in short.
fn named(role: &str) -> Result<Role> {
    if role.trim().eq_ignore_ascii_case("partner") {
        return Ok(Role::Partner);
    }
    Role::parse(role).map_err(|unknown| anyhow!("the role {unknown}"))
}

/// The first line of standard input.
fn typed() -> Result<Personal<String>> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("standard input")?;
    Ok(Personal::new(line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Signs that are not mistaken for one another when read aloud.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A password of four groups of five signs: 100 bits.
pub(crate) fn new_password() -> Result<Personal<String>> {
    let bytes: [u8; 20] = vault::bytes()?;
    let signs = bytes.iter().map(|byte| SIGNS.get(usize::from(byte % 32)).copied().map_or('x', char::from));
    let signs: Vec<char> = signs.collect();
    let groups: Vec<String> = signs.chunks(5).map(|group| group.iter().collect()).collect();
    Ok(Personal::new(groups.join("-")))
}
