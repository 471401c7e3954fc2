//! *Medarbejdere*: who has which part in the programme. Nobody leaves while citizens are assigned to them; an account gets a part from an
//! administrator.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::code::Role;
use domain::day::add_days;
use domain::event::Event;
use domain::facts::Course;
use domain::id::{CitizenId, UserId};
use domain::refusal::{Code, Refusal, Typed};
use domain::staff::left_with;
use store::Reader;
use store::user::MembershipRow;
use uuid::Uuid;

use crate::facts::{Readings, Wanted, code};
use crate::once::{Begun, Once, begin, begin_change};
use crate::people::members;
use crate::rules::called_all;
use crate::sight::Sight;
use crate::view::staff::{Left, Member, StaffPage};
use crate::{App, Cx, Error, Result, facts};

/// The staff. It names no citizen.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<StaffPage> {
    let grant = cx.may_at_all(Action::KeepStaff)?;
    let mut reader = app.store().read(&grant).await?;
    let rows = reader.members(cx.programme_id).await?;
    let names = members(app, &mut reader, cx).await?;
    let courses = assigned(app, cx, &mut reader).await?;
    let merges = facts::merges(&mut reader, cx).await?;
    drop(reader);
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let mut members = Vec::with_capacity(rows.len());
    for row in rows {
        let (user, role) = (UserId(row.user), code(Role::parse, &row.role)?);
        let last = row.to.unwrap_or(cx.today).max(cx.today);
        let works = role == Role::Worker;
        let left = if works { left_with(&courses, &merges, enrolling, user, (cx.today, last)) } else { Vec::new() };
        members.push(Member {
            id: row.id,
            version: row.version,
            user,
            name: names.get(&user).cloned().unwrap_or_default(),
            role,
            from: row.from,
            to: row.to,
            citizens: left.len(),
            is_mine: matches!(&cx.actor, Actor::User { id, .. } if *id == user),
        });
    }
    let has_left = |member: &Member| member.to.is_some_and(|to| to < cx.today);
    members.sort_by(|one, other| {
        has_left(one)
            .cmp(&has_left(other))
            .then(render::order::danish(one.name.reveal(), other.name.reveal()))
            .then(one.role.cmp(&other.role))
    });
    let (may_add, may_name) = (cx.could_at_all(Action::KeepUsers), cx.could_at_all(Action::ListAllCitizens));
    Ok(StaffPage { day: cx.today, members, may_add, may_name })
}

async fn assigned(app: &App, cx: &Cx, reader: &mut Reader) -> Result<Vec<Course>> {
    let stars = Readings::Enrolling(app.instruments().enrolling(&cx.programme)?);
    facts::courses_of_line(reader, cx, Wanted { assignments: true, ..Wanted::only(stars) }).await
}

/// Whom somebody would leave behind: those of the citizens whom the reader may know, and how many there are. What is named is logged first.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`] where there is no such part.
pub async fn left(app: &App, cx: &Cx, id: Uuid, last: NaiveDate) -> Result<(Left, usize)> {
    let grant = cx.may_at_all(Action::KeepStaff)?;
    let mut reader = app.store().read(&grant).await?;
    let row = member(&mut reader, cx, id).await?;
    let citizens = behind(app, cx, &mut reader, &row, last).await?;
    if !cx.could_at_all(Action::ListAllCitizens) {
        return Ok((Vec::new(), citizens.len()));
    }
    let sight = Sight::of(&mut reader, cx).await?;
    let known: Vec<CitizenId> = citizens.iter().copied().filter(|citizen| !sight.hides(*citizen)).collect();
    let names: HashMap<_, _> = called_all(app, cx, &mut reader, &known).await?;
    drop(reader);
    let named: Left = known.iter().filter_map(|citizen| Some((*citizen, names.get(citizen)?.clone()))).collect();
    if !named.is_empty() {
        let event = Event::CitizensListed { list: "left".to_owned() };
        app.store().look(&grant, cx.entry(event, known), cx.now).await?;
    }
    Ok((named, citizens.len()))
}

async fn behind(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    row: &MembershipRow,
    last: NaiveDate,
) -> Result<Vec<CitizenId>> {
    if !row.works_with_citizens() {
        return Ok(Vec::new());
    }
    // Whoever keeps another part that works with citizens keeps the citizens.
    let stays = |other: &MembershipRow| {
        other.user == row.user
            && other.id != row.id
            && other.works_with_citizens()
            && other.to.is_none_or(|to| to > last)
    };
    if reader.members(cx.programme_id).await?.iter().any(stays) {
        return Ok(Vec::new());
    }
    let courses = assigned(app, cx, reader).await?;
    let merges = facts::merges(reader, cx).await?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    Ok(left_with(&courses, &merges, enrolling, UserId(row.user), (cx.today, last)))
}

async fn member(reader: &mut Reader, cx: &Cx, id: Uuid) -> Result<MembershipRow> {
    reader.members(cx.programme_id).await?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)
}

/// Ends somebody's part with a last day. It is asked in the transaction that writes, after the worker's places are held: nobody is assigned to the
/// worker meanwhile.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once: no day, a day before the part began or before today, one's own part, citizens assigned beyond the day.
/// [`Error::Stale`] where the part was changed since `version`; [`Error::NotFound`].
pub async fn leave(app: &App, cx: &Cx, (id, version): (Uuid, i64), last: Typed<NaiveDate>, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepStaff)?;
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    let row = member(&mut work, cx, id).await?;
    if row.version != version {
        return Err(Error::Stale);
    }
    let user = UserId(row.user);
    if matches!(&cx.actor, Actor::User { id, .. } if *id == user) {
        return Err(Refusal::new("sidste_dag", Code::NotOneself).into());
    }
    let last = last.map_err(|code| Refusal::new("sidste_dag", code))?;
    if last < row.from {
        return Err(Refusal::new("sidste_dag", Code::EndsBeforeItBegins).into());
    }
    if last < add_days(cx.today, -1) {
        return Err(Refusal::new("sidste_dag", Code::InThePast).into());
    }
    work.hold_places(cx.programme_id, user).await?;
    if !behind(app, cx, &mut work, &row, last).await?.is_empty() {
        return Err(Refusal::new("sidste_dag", Code::HasCitizens).into());
    }
    let row = MembershipRow { version: version + 1, to: Some(last), ..row };
    work.put_membership(&row, cx.now).await.map_err(crate::rules::taken)?;
    Ok(work.commit(cx.entry(Event::MemberLeft { user }, Vec::new()), cx.now).await?)
}

/// Gives an account of the organisation a part in the programme.
///
/// # Errors
///
/// [`Error::Denied`]; every refusal at once: no such account in the organisation, no role, no day, the same role already.
pub async fn join(
    app: &App,
    cx: &Cx,
    user_name: &str,
    role: Option<Role>,
    from: Typed<NaiveDate>,
    once: Once,
) -> Result<UserId> {
    let grant = cx.may_at_all(Action::KeepUsers)?;
    let mut reader = app.store().read(&grant).await?;
    if let Some(Some(made)) = reader.claimed(&grant, once.0).await? {
        return Ok(UserId(made));
    }
    let account = reader.user_named(&user_name.trim().to_lowercase()).await?;
    let account = account.filter(|account| account.organisation == cx.organisation.0 && account.disabled_at.is_none());
    let rows = reader.members(cx.programme_id).await?;
    drop(reader);
    let mut refusals = Vec::new();
    if account.is_none() {
        refusals.push(Refusal::new("brugernavn", Code::AccountUnknown));
    }
    // A partner's account is tied to its partner, which is chosen elsewhere.
    let role = role.filter(|role| *role != Role::Partner);
    if role.is_none() {
        refusals.push(Refusal::new("rolle", Code::ChoiceNeeded));
    }
    let from = from.map_err(|code| refusals.push(Refusal::new("fra", code))).ok();
    let has = |row: &&MembershipRow| {
        account.as_ref().is_some_and(|account| account.id == row.user)
            && role.is_some_and(|role| role.code() == row.role)
            && row.to.is_none_or(|to| from.is_none_or(|from| from <= to))
    };
    if rows.iter().any(|row| has(&row)) {
        refusals.push(Refusal::new("rolle", Code::HasRoleAlready));
    }
    let (Some(account), Some(role), Some(from)) = (account, role, from.filter(|_| refusals.is_empty())) else {
        return Err(Error::Refusals(refusals));
    };
    let id = cx.new_id()?;
    let user = UserId(account.id);
    let mut work = match begin(app, cx, grant, once, Some(user.0)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(UserId(made)),
    };
    let row = MembershipRow {
        id,
        version: 1,
        user: user.0,
        programme: cx.programme_id.0,
        role: role.code().to_owned(),
        partner: None,
        from,
        to: None,
    };
    work.put_membership(&row, cx.now).await?;
    work.commit(cx.entry(Event::MemberAdded { user }, Vec::new()), cx.now).await?;
    Ok(user)
}
