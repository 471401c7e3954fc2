//! *Møder* (M26): agendas drawn from the record, minutes that are locked once approved, decisions that come back until they are settled.

mod figures;
mod file;
mod write;

use domain::access::{Action, Grant};
use domain::code::DecisionState;
use domain::event::Event;
use domain::meeting::{Decision, Meeting};
use domain::organisation::{Group, Seat};
use domain::paper::Who;
use domain::personal::Personal;
use store::Reader;
use uuid::Uuid;

pub use self::file::filed;
pub use self::write::{Agenda, DecisionWish, Minutes, Noted, approve, decide, keep_agenda, keep_minutes, reopen};
use crate::paper::{Kept, People, all, find, look};
use crate::view::meeting::{DecisionLine, MeetingLine, MeetingPage, MeetingsPage};
use crate::{App, Cx, Error, Result};

/// The meetings. Who sees figures only sees when they are and no more.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn list(app: &App, cx: &Cx) -> Result<MeetingsPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let may_read = cx.could_at_all(Action::SeeRecord);
    let mut reader = app.store().read(&grant).await?;
    let groups = all::<Group>(app, cx, &mut reader).await?;
    let meetings = all::<Meeting>(app, cx, &mut reader).await?;
    let mut open = Vec::new();
    if may_read {
        let people = People::of(app, cx, &mut reader).await?;
        let decisions = all::<Decision>(app, cx, &mut reader).await?;
        open = decisions.into_iter().filter(is_open).map(|one| decision(cx, &people, one)).collect();
        open.sort_by_key(|one: &DecisionLine| (one.kept.says().due, one.kept.id));
    }
    drop(reader);
    look(app, cx, &grant, "meetings").await?;
    let mut lines: Vec<MeetingLine> = meetings.iter().map(|one| line(&groups, one)).collect();
    lines.sort_by_key(|one| (one.on, one.id));
    let (ahead, mut held): (Vec<_>, Vec<_>) = lines.into_iter().partition(|one| one.on >= cx.today && !one.is_approved);
    held.reverse();
    Ok(MeetingsPage {
        today: cx.today,
        ahead,
        held,
        open,
        may_keep: cx.could_at_all(Action::KeepRecord),
        may_read,
        has_groups: groups.iter().any(|group| !group.is_ended),
    })
}

fn is_open(one: &Kept<Decision>) -> bool {
    !one.is_ended && matches!(one.says().state(), DecisionState::Open | DecisionState::GoingOn)
}

fn line(groups: &[Kept<Group>], one: &Kept<Meeting>) -> MeetingLine {
    let says = one.says();
    MeetingLine {
        id: one.id,
        group: group_name(groups, says.group),
        on: says.on,
        at: says.at.clone(),
        place: says.place.clone(),
        is_ended: one.is_ended,
        has_minutes: says.has_minutes(),
        is_approved: says.approved.is_some(),
    }
}

fn group_name(groups: &[Kept<Group>], id: Uuid) -> String {
    groups.iter().find(|group| group.id == id).map(|group| group.says().name.clone()).unwrap_or_default()
}

fn decision(cx: &Cx, people: &People, kept: Kept<Decision>) -> DecisionLine {
    DecisionLine {
        who: people.called(kept.says().who),
        is_overdue: !kept.is_ended && kept.says().is_overdue(cx.today),
        kept,
    }
}

/// A meeting. Who sees figures only sees its figures and no word of it.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::NotFound`].
pub async fn page(app: &App, cx: &Cx, id: Uuid) -> Result<MeetingPage> {
    let grant = cx.may_at_all(Action::SeeFigures)?;
    let page = opened(app, cx, &grant, id).await?;
    look(app, cx, &grant, "meeting").await?;
    Ok(page)
}

/// A meeting on paper: logged as printed.
///
/// # Errors
///
/// As [`page`]; who sees figures only gets none.
pub async fn printed(app: &App, cx: &Cx, id: Uuid) -> Result<MeetingPage> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let page = opened(app, cx, &grant, id).await?;
    let event = Event::Printed { what: "meeting".to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(page)
}

async fn opened(app: &App, cx: &Cx, grant: &Grant, id: Uuid) -> Result<MeetingPage> {
    let may_read = cx.could_at_all(Action::SeeRecord);
    let mut reader = app.store().read(grant).await?;
    let mut meeting = find::<Meeting>(app, cx, &mut reader, id).await?;
    let groups = all::<Group>(app, cx, &mut reader).await?;
    let says = meeting.says().clone();
    let of = groups.iter().find(|group| group.id == says.group).ok_or(Error::NotFound)?;
    let (group, group_kind) = (of.says().name.clone(), of.says().kind);
    let is_frozen = !says.figures.is_empty() || says.asked().is_empty();
    let mut page = MeetingPage {
        today: cx.today,
        group,
        group_kind,
        figures: says.figures.clone(),
        is_frozen,
        present: Vec::new(),
        members: Vec::new(),
        decisions: Vec::new(),
        coming_up: Vec::new(),
        approved_by: Personal::default(),
        may_keep: cx.could_at_all(Action::KeepRecord),
        may_read,
        meeting: meeting.clone(),
    };
    if may_read {
        let people = People::of(app, cx, &mut reader).await?;
        page.present = says.present.iter().map(|who| people.called(*who)).collect();
        page.members = members(app, cx, &mut reader, &people, &says).await?;
        let decisions = all::<Decision>(app, cx, &mut reader).await?;
        let (own, others): (Vec<_>, Vec<_>) = decisions.into_iter().partition(|one| one.says().meeting == id);
        let of_group = others.into_iter().filter(|one| one.says().group == says.group && !one.is_ended);
        let comes = of_group.filter(|one| one.says().comes_up(id, says.on));
        page.decisions = own.into_iter().map(|one| decision(cx, &people, one)).collect();
        page.coming_up = comes.map(|one| decision(cx, &people, one)).collect();
        for lines in [&mut page.decisions, &mut page.coming_up] {
            lines.sort_by_key(|one| (one.kept.says().due, one.kept.id));
        }
        let approved = says.approved.map(|approval| people.called(Who::User(approval.by)));
        page.approved_by = approved.unwrap_or_default();
    } else {
        let mut bare = says.clone();
        bare.items.retain(|item| item.kind != domain::code::AgendaKind::Words);
        for item in &mut bare.items {
            (item.title, item.words, item.minutes) = (String::new(), String::new(), String::new());
        }
        (bare.present, bare.others) = (Vec::new(), String::new());
        meeting.paper = Personal::new(bare);
        page.meeting = meeting;
    }
    drop(reader);
    if !is_frozen {
        page.figures = figures::figures(app, cx, grant, &says.asked(), says.on.min(cx.today)).await?;
    }
    Ok(page)
}

/// Who is a member of the group on the meeting's day, by name; and whoever was there without being one.
async fn members(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    people: &People,
    meeting: &Meeting,
) -> Result<Vec<(Who, Personal<String>)>> {
    let seats = all::<Seat>(app, cx, reader).await?;
    let held = seats
        .iter()
        .filter(|seat| !seat.is_ended && seat.says().group == meeting.group && seat.says().holds_on(meeting.on));
    let mut who: Vec<Who> = held.map(|seat| seat.says().who).chain(meeting.present.iter().copied()).collect();
    who.sort_unstable();
    who.dedup();
    let mut named: Vec<_> = who.into_iter().map(|who| (who, people.called(who))).collect();
    named.sort_by(|(_, one), (_, other)| render::order::danish(one.reveal(), other.reveal()));
    Ok(named)
}
