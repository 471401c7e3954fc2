//! `/opsaetning/medarbejdere`: who has which part in the programme, and how somebody leaves it.

use app::staff::{join, leave, left};
use app::view::staff::{Member, StaffPage};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::code::Role;
use render::catalogue::capital;
use uuid::Uuid;

use super::{STAFF, ways};
use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::{Choice, Form};
use crate::frame::{Frame, Place};
use crate::pages::block::days;
use crate::pages::identity::Asked;
use crate::part::{Chip, Done};
use crate::reader::{Reader, SignedIn, see_other};
use crate::sent::Sent;
use crate::typed::needed_day;

struct MemberHtml {
    name: String,
    role: String,
    days: String,
    citizens: String,
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "setup-staff.html")]
struct StaffHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    done: Option<Done>,
    members: Vec<MemberHtml>,
    form: Option<Form>,
    roles: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "setup-leave.html")]
struct LeaveHtml<'a> {
    f: Frame<'a>,
    ways: Vec<Chip>,
    form: Form,
    title: String,
    told: String,
    left: Vec<(String, String)>,
    left_told: String,
}

/// The staff.
pub(crate) async fn staff(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let page = app::staff::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = render::words(reader.locale);
    let said = asked.gemt.map(|what| if what == "slut" { "staff-left" } else { "staff-joined" });
    let form =
        Form::again(&cx, &reader, STAFF.to_owned(), None, Sent::default()).map_err(|error| reader.fault(error))?;
    let form = form.filled(0, &[("fra", &render::day::typed(cx.today))]);
    show(&reader, &page, form, said.map(|said| Done::said(t.say(said).to_owned())))
}

/// Gives an account a part.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let role = Role::parse(sent.text("rolle")).ok();
    let error = match join(&site.app, &cx, sent.text("brugernavn"), role, needed_day(&sent, "fra"), once).await {
        Ok(_) => return Ok(see_other("/opsaetning/medarbejdere?gemt=ja")),
        Err(error) => error,
    };
    let page = app::staff::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let fields = [("brugernavn", "brugernavn"), ("rolle", "rolle"), ("fra", "fra")];
    let form = Form::again(&cx, &reader, STAFF.to_owned(), None, sent).and_then(|form| form.refused(error, &fields));
    show(&reader, &page, form.map_err(|error| reader.fault(error))?, None)
}

/// The form to end a part.
pub(crate) async fn leaving(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Response, Fault> {
    let page = app::staff::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let member = page.members.iter().find(|member| member.id == id).ok_or(Fault::NotFound)?;
    let form = Form::again(&cx, &reader, place(id), None, Sent::default()).map_err(|error| reader.fault(error))?;
    let last = member.to.unwrap_or(cx.today);
    let form = form.filled(member.version, &[("sidste_dag", &render::day::typed(last))]);
    let behind = left(&site.app, &cx, id, last).await.map_err(|error| reader.fault(error))?;
    show_leaving(&reader, member, form, behind)
}

/// Ends a part.
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(id): Path<Uuid>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let last = needed_day(&sent, "sidste_dag");
    let error = match leave(&site.app, &cx, (id, sent.version()), last, once).await {
        Ok(()) => return Ok(see_other("/opsaetning/medarbejdere?gemt=slut")),
        Err(error) => error,
    };
    let page = app::staff::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let member = page.members.iter().find(|member| member.id == id).ok_or(Fault::NotFound)?;
    let behind = left(&site.app, &cx, id, last.unwrap_or(cx.today)).await.map_err(|error| reader.fault(error))?;
    let form = Form::again(&cx, &reader, place(id), None, sent);
    let mut form = form
        .and_then(|form| form.refused(error, &[("sidste_dag", "sidste_dag")]))
        .map_err(|error| reader.fault(error))?;
    if form.is_stale() {
        let theirs = member.to.map(render::day::typed).unwrap_or_default();
        form =
            form.beside(member.version, &[(render::words(reader.locale).say("staff-last-day"), "sidste_dag", &theirs)]);
    }
    show_leaving(&reader, member, form, behind)
}

fn place(id: Uuid) -> String {
    format!("{STAFF}/{id}")
}

fn role(t: &render::Words, role: Role) -> String {
    capital(t.code("role", role.code()))
}

fn show(reader: &Reader, page: &StaffPage, form: Form, done: Option<Done>) -> Result<Response, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("setup-staff"), Place::Setup, STAFF.to_owned());
    let t = f.t;
    let status = form.status();
    let has_left = |to: Option<NaiveDate>| to.is_some_and(|to| to < page.day);
    let member = |member: &Member| MemberHtml {
        name: member.name.reveal().clone(),
        role: role(t, member.role),
        days: days(t, member.from, member.to),
        citizens: match member.role {
            Role::Worker => member.citizens.to_string(),
            _ => "–".to_owned(),
        },
        end: (!member.is_mine && !has_left(member.to)).then(|| place(member.id)),
    };
    let members = page.members.iter().map(member).collect();
    let mut roles = vec![Choice::new("", t.say("staff-role-choose"))];
    let given = Role::ALL.iter().filter(|role| **role != Role::Partner);
    roles.extend(given.map(|one| Choice::new(one.code(), role(t, *one))));
    let html = StaffHtml { ways: ways(reader, STAFF), done, members, form: page.may_add.then_some(form), roles, f };
    Ok((status, laid_out(&html)?).into_response())
}

fn show_leaving(
    reader: &Reader,
    member: &Member,
    form: Form,
    (left, count): (app::view::staff::Left, usize),
) -> Result<Response, Fault> {
    let t = render::words(reader.locale);
    let status = form.status();
    let name = member.name.reveal().as_str();
    let unnamed = count.saturating_sub(left.len());
    let left_told = match (count, unnamed) {
        (0, _) => t.say("staff-none-left").to_owned(),
        (_, 0) => t.say_with("staff-left-behind", &[("n", count.into())]),
        _ => format!(
            "{} {}",
            t.say_with("staff-left-behind", &[("n", count.into())]),
            t.say_with("staff-unnamed", &[("n", unnamed.into())])
        ),
    };
    let html = LeaveHtml {
        f: Frame::new(reader, t.say("setup-staff"), Place::Setup, form.place.clone()),
        ways: ways(reader, STAFF),
        title: t.say_of("staff-end-title", "name", name),
        told: format!("{} · {}", role(t, member.role), days(t, member.from, member.to)),
        left: left
            .iter()
            .map(|(citizen, name)| (format!("/borger/{citizen}/medarbejder"), name.reveal().clone()))
            .collect(),
        left_told,
        form,
    };
    Ok((status, laid_out(&html)?).into_response())
}
