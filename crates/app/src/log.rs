//! *Log*: who saw what, when, and on the strength of which relation.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::access::{Action, Relation};
use domain::code::Role;
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;
use store::Reader;
use store::audit::{AuditFilter, AuditRow};
use uuid::Uuid;

use crate::facts::{code, impossible};
use crate::people::{called, hold, members};
use crate::sealing::Keys;
use crate::sight::Sight;
use crate::view::log::{Chain, Check, Line, LogAsk, LogPage, Who};
use crate::{App, Cx, Error, Result};

/// What the programs are called that read figures.
type Tokens = HashMap<Uuid, String>;

/// Entries on one page.
const PAGE: i64 = 50;
/// Citizens named in one entry.
const NAMED: usize = 3;

/// A page of the log of the programme, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where it is asked about a citizen whom the reader is blocked from.
pub async fn page(app: &App, cx: &Cx, ask: LogAsk) -> Result<LogPage> {
    let grant = cx.may_at_all(Action::SeeLog)?;
    let mut reader = app.store().read(&grant).await?;
    let sight = Sight::of(&mut reader, cx).await?;
    if ask.citizen.is_some_and(|citizen| sight.hides(citizen)) {
        return Err(Error::NotFound);
    }
    let filter = AuditFilter {
        programme: Some(cx.programme_id),
        actor: ask.who.map(|user| user.to_string()),
        citizen: ask.citizen,
        event: ask.event.clone(),
        from: ask.from,
        until: ask.to,
        before: ask.before,
    };
    let matching = reader.audit_count(&AuditFilter { before: None, ..filter.clone() }).await?;
    let mut rows = reader.audit_rows(&filter, PAGE + 1).await?;
    let is_last = rows.len() <= usize::try_from(PAGE).unwrap_or_default();
    rows.truncate(usize::try_from(PAGE).unwrap_or_default());
    let older = if is_last { None } else { rows.last().map(|row| row.seq) };
    // What was done about somebody whom the reader is blocked from is not for the reader; a list is told of without that citizen.
    rows.retain(|row| !row.citizen.is_some_and(|citizen| sight.hides(CitizenId(citizen))));
    for row in &mut rows {
        row.subjects = row.subjects.is_some().then(|| {
            row.subjects()
                .into_iter()
                .filter(|citizen| !sight.hides(*citizen))
                .flat_map(|id| id.0.into_bytes())
                .collect()
        });
    }
    let names = members(app, &mut reader, cx).await?;
    let citizens = citizens(app, &mut reader, cx, &rows).await?;
    let tokens: Tokens = reader.tokens(cx.programme_id).await?.into_iter().map(|row| (row.id, row.name)).collect();
    let chain = chain(&mut reader, cx).await?;
    drop(reader);
    let lines = rows.iter().map(|row| line(cx, row, (&names, &tokens), &citizens)).collect::<Result<_>>()?;
    let mut users: Vec<(UserId, Personal<String>)> = names.into_iter().collect();
    users.sort_by(|(_, one), (_, other)| render::order::danish(one.reveal(), other.reveal()));
    app.store().look(&grant, cx.entry(Event::LogSeen, Vec::new()), cx.now).await?;
    Ok(LogPage { ask, chain, users, lines, matching: u64::try_from(matching).unwrap_or_default(), older })
}

fn concerned(row: &AuditRow) -> Vec<CitizenId> {
    row.citizen.map(CitizenId).into_iter().chain(row.subjects()).collect()
}

/// What the citizens named on the page are called, where the reader may know: whoever may see no citizen is shown a short number.
async fn citizens(
    app: &App,
    reader: &mut Reader,
    cx: &Cx,
    rows: &[AuditRow],
) -> Result<HashMap<CitizenId, Personal<String>>> {
    let may = cx.could(Action::SeeCitizen, Relation::Programme);
    let mut ids: Vec<CitizenId> = rows.iter().flat_map(|row| concerned(row).into_iter().take(NAMED)).collect();
    ids.sort_unstable();
    ids.dedup();
    if !may {
        return Ok(HashMap::new());
    }
    let mut keys = Keys::new(cx.organisation);
    let mut names = HashMap::new();
    for row in reader.citizens_called(&ids).await? {
        hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
        let id = CitizenId(row.id);
        names.insert(id, called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?);
    }
    Ok(names)
}

/// The last characters of a citizen's id: enough to tell two entries apart, nothing to know anybody by.
fn number(citizen: CitizenId) -> Personal<String> {
    let id = citizen.to_string();
    Personal::new(id.get(id.len().saturating_sub(6)..).unwrap_or_default().to_owned())
}

fn line(
    cx: &Cx,
    row: &AuditRow,
    names: (&HashMap<UserId, Personal<String>>, &Tokens),
    citizens: &HashMap<CitizenId, Personal<String>>,
) -> Result<Line> {
    let all = concerned(row);
    let named = all.iter().take(NAMED).map(|id| (*id, citizens.get(id).cloned().unwrap_or_else(|| number(*id))));
    Ok(Line {
        number: row.seq,
        at: cx.local(row.at),
        who: who(row, names)?,
        event: serde_json::from_str(&row.detail).map_err(|_| impossible("log entry"))?,
        citizens: named.collect(),
        more_citizens: all.len().saturating_sub(NAMED) as u64,
        relation: Relation::ALL.iter().copied().find(|one| one.code() == row.relation).unwrap_or(Relation::NoCitizen),
    })
}

fn who(row: &AuditRow, (names, tokens): (&HashMap<UserId, Personal<String>>, &Tokens)) -> Result<Who> {
    if let Some(operator) = row.actor.strip_prefix("operator:") {
        return Ok(Who::Operator(operator.to_owned()));
    }
    if row.actor.starts_with("token:") {
        let name = row.actor.get(6..).and_then(|id| id.parse().ok()).and_then(|id| tokens.get(&id)).cloned();
        return Ok(Who::Token { name: name.unwrap_or_default(), role: code(Role::parse, &row.role)? });
    }
    match row.actor.as_str() {
        "citizen" => return Ok(Who::Citizen),
        "job" => return Ok(Who::Program),
        _ => {}
    }
    let Ok(id) = row.actor.parse().map(UserId) else { return Ok(Who::Nobody) };
    let name = names.get(&id).cloned().unwrap_or_else(|| Personal::new("–".to_owned()));
    Ok(Who::User { name, role: code(Role::parse, &row.role)? })
}

/// The state of the chain, from the log itself: the last check and the last checkpoint are entries.
async fn chain(reader: &mut Reader, cx: &Cx) -> Result<Chain> {
    let last = async |reader: &mut Reader, event: &str| -> Result<Option<DateTime<Utc>>> {
        let filter = AuditFilter { event: Some(event.to_owned()), ..AuditFilter::default() };
        Ok(reader.audit_rows(&filter, 1).await?.first().map(|row| row.at))
    };
    let entries = reader.audit_rows(&AuditFilter::default(), 1).await?.first().map_or(0, |row| row.seq);
    let checked = last(reader, "log_verified").await?;
    let checkpoint = last(reader, "checkpoint_written").await?;
    Ok(Chain {
        entries: u64::try_from(entries).unwrap_or_default(),
        check: checked.map_or(Check::Never, |at| Check::Whole { at: cx.local(at) }),
        checkpoint_on: checkpoint.map(|at| cx.local(at).date()),
    })
}
