//! How the duties of an agreement are kept: noted, and a note taken out that was a mistake.

use app::partnership::{DutyWish, note_duty, take_out_note};
use app::view::partnership::{DutyNote, PartnerPage};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::code::{Duty, DutyKept};
use domain::id::AgreementId;
use render::catalogue::capital;
use render::day;
use serde::Deserialize;
use uuid::Uuid;

use super::agreement::of;
use super::person::kept;
use super::{address, partner_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::frame::Place;
use crate::pages::around::{Field, Kind};
use crate::pages::plan::{given, given_or, uuid};
use crate::pages::small::{self, Small};
use crate::reader::{Reader, SignedIn};
use crate::sent::Sent;

const FIELDS: [(&str, &str); 5] =
    [("duty", "pligt"), ("kept", "holdt"), ("on", "dag"), ("next", "naeste"), ("words", "ord")];

/// The duty that the form starts from.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    pligt: Option<String>,
}

fn show(reader: &Reader, page: &PartnerPage, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let duties = Duty::ALL.iter().map(|duty| Choice::new(duty.code(), capital(t.code("duty", duty.code()))));
    let verdicts = DutyKept::ALL.iter().map(|kept| Choice::new(kept.code(), capital(t.code("duty-kept", kept.code()))));
    let small = Small {
        at: Place::Offers,
        title: t.say("duty-note"),
        lead: t.say("duty-lead").to_owned(),
        back: (address(page.id), page.name.clone()),
        fields: vec![
            Field::new(Kind::Select, "pligt", t.say("duty-which")).of(duties.collect()),
            Field::new(Kind::Chips, "holdt", t.say("duty-kept-legend")).of(verdicts.collect()),
            Field::new(Kind::Words, "ord", t.say("duty-words")).hint(t.say("duty-words-hint")),
            Field::new(Kind::Day, "dag", t.say("duty-on")),
            Field::new(Kind::Day, "naeste", t.say("duty-next-on")).hint(t.say("duty-next-hint")),
        ],
        save: t.say("save"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

/// An empty form.
pub(crate) async fn new(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let (id, agreement) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?));
    let page = kept(&site, (&cx, &reader), id).await?;
    of(&page, agreement)?;
    let form = small::fresh(&site, &cx, &reader, format!("{}/aftale/{agreement}/pligt", address(id))).await?;
    let (duty, today) = (asked.pligt.unwrap_or_default(), day::typed(cx.today));
    show(&reader, &page, form.filled(0, &[("pligt", &duty), ("dag", &today)]))
}

/// Notes how a duty is kept.
pub(crate) async fn note(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (id, agreement, once) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?), sent.check(&reader)?);
    let place = format!("{}/aftale/{agreement}/pligt", address(id));
    let wish = DutyWish {
        duty: Duty::parse(sent.text("pligt")).ok(),
        kept: DutyKept::parse(sent.text("holdt")).ok(),
        on: given_or(&sent, "dag", cx.today),
        next: given(&sent, "naeste"),
        words: sent.words("ord").unwrap_or_default(),
    };
    match note_duty(&site.app, &cx, (id, agreement), &wish, once).await {
        Ok(()) => small::done(&site, &cx, &reader, &place, &format!("{}?gemt=pligt", address(id))).await,
        Err(error) => {
            let form = small::again((&cx, &reader), place, sent, error, (&FIELDS, 0))?;
            let page = kept(&site, (&cx, &reader), id).await?;
            show(&reader, &page, form)
        }
    }
}

fn noted(page: &PartnerPage, agreement: AgreementId, note: Uuid) -> Result<&DutyNote, Fault> {
    let notes = of(page, agreement)?.duties.iter().flat_map(|duty| &duty.notes);
    notes.into_iter().find(|one| one.id == note).ok_or(Fault::NotFound)
}

fn show_one(reader: &Reader, page: &PartnerPage, note: &DutyNote, form: Form) -> Result<Response, Fault> {
    let t = form.t;
    let on = day::medium(t, note.looked.on);
    let told = [
        ("duty", t.code("duty", note.looked.duty.code()).into()),
        ("kept", t.code("duty-kept", note.looked.kept.code()).into()),
        ("day", (&on).into()),
    ];
    let small = Small {
        at: Place::Offers,
        title: t.say("duty-take-out"),
        lead: t.say_with("duty-take-out-lead", &told),
        back: (address(page.id), page.name.clone()),
        fields: vec![Field::new(Kind::Words, "grund", t.say("take-out-reason"))],
        save: t.say("duty-take-out-do"),
        remove: None,
        form,
    };
    small::show(reader, small)
}

/// A note, to be taken out.
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement, note)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let (id, agreement, note) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?), uuid(&note)?);
    let page = kept(&site, (&cx, &reader), id).await?;
    let known = noted(&page, agreement, note)?;
    let place = format!("{}/aftale/{agreement}/pligt/{note}", address(id));
    let mut form = small::fresh(&site, &cx, &reader, place).await?;
    form.version = known.version;
    show_one(&reader, &page, known, form)
}

/// Takes a note out.
pub(crate) async fn take_out(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((partner, agreement, note)): Path<(String, String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let (id, agreement, note) = (partner_of(&partner)?, AgreementId(uuid(&agreement)?), uuid(&note)?);
    let place = format!("{}/aftale/{agreement}/pligt/{note}", address(id));
    let reason = sent.words("grund").unwrap_or_default();
    match take_out_note(&site.app, &cx, (id, agreement), (note, sent.version()), &reason, once).await {
        Ok(()) => small::done(&site, &cx, &reader, &place, &format!("{}?gemt=fjernet", address(id))).await,
        Err(error) => {
            let page = kept(&site, (&cx, &reader), id).await?;
            let known = noted(&page, agreement, note)?;
            let fields = [("reason", "grund")];
            let form = small::again((&cx, &reader), place, sent, error, (&fields, known.version))?;
            show_one(&reader, &page, known, form)
        }
    }
}
