//! `/borger/{id}/citater`: words of the citizen's for reports, written down by one and approved by another.

use app::Error;
use app::knowledge::Checked;
use app::once::Once;
use app::quotation::{self, NewQuotation};
use app::view::quotation::{QuotationPage, Quoted};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::code::QuotationState;
use domain::id::QuotationId;
use domain::personal::Personal;
use render::catalogue::capital;
use render::day;
use uuid::Uuid;

use super::around::rows::{Forms, Rows};
use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml, is_shown_again, row_of};
use crate::Site;
use crate::fault::Fault;
use crate::form::{Choice, Form};
use crate::part::Mark;
use crate::person::Part;
use crate::reader::SignedIn;
use crate::sent::Sent;
use crate::typed::{coded, needed_day, words};

const NAMES: [&str; 3] = ["citat", "dato", "begrundelse"];
const DECIDING: [&str; 2] = ["afgoerelse", "hvorfor"];

/// Words of the citizen's for reports.
pub(crate) struct Quotations;

impl Rows for Quotations {
    const PAGE: (Part, &'static str, &'static str) = (Part::Quotations, "/citater", "quotation");

    /// A row's form is to approve what somebody else wrote down, else to correct.
    async fn show(here: &Here<'_>, row: Option<Uuid>, (main, out): Forms, asked: &Asked) -> Result<Response, Fault> {
        show(here, row, Typed { main, out, ..Typed::default() }, asked).await
    }

    async fn withdraw(
        here: &Here<'_>,
        once: Once,
        (row, version): (Uuid, i64),
        why: &Personal<String>,
    ) -> Result<(), Error> {
        quotation::withdraw(here.app, here.cx, once, here.citizen, (QuotationId(row), version), why).await
    }

    async fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> Result<(), Error> {
        quotation::undo_withdrawal(here.app, here.cx, once, here.citizen, QuotationId(row)).await
    }
}

/// Writes words down.
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path(citizen): Path<String>,
    sent: Sent,
) -> Result<Response, Fault> {
    let here = Here::new(&site, (&cx, &reader), &citizen, Quotations::PAGE)?;
    let (once, new) = (sent.check(&reader)?, typed(&sent));
    match quotation::offer(&site.app, &cx, once, here.citizen, None, &new).await {
        Ok(id) => here.on(&here.page, "ny", id.0, 1).await,
        Err(error) => again(&here, None, (sent, error), &new).await,
    }
}

/// Corrects words: they wait for a second person anew.
pub(crate) async fn correct(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, Quotations::PAGE)?, row_of(&row)?);
    let (once, new, known) = (sent.check(&reader)?, typed(&sent), (QuotationId(row), sent.version()));
    match quotation::offer(&site.app, &cx, once, here.citizen, Some(known), &new).await {
        Ok(_) => here.on(&here.at(row), "rettet", row, known.1 + 1).await,
        Err(error) => again(&here, Some(row), (sent, error), &new).await,
    }
}

/// The form again, with what the author is warned of.
async fn again(
    here: &Here<'_>,
    row: Option<Uuid>,
    (sent, error): (Sent, app::Error),
    new: &NewQuotation,
) -> Result<Response, Fault> {
    let place = row.map_or_else(|| here.page.clone(), |row| here.at(row));
    let main = Some(here.again(&place, sent, error, &NAMES)?);
    let warned = quotation::warnings(here.app, here.cx, &new.words).await.map_err(|error| here.fault(error))?;
    show(here, row, Typed { main, warned, ..Typed::default() }, &Asked::default()).await
}

/// Approves, or turns down.
pub(crate) async fn decide(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Path((citizen, row)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Fault> {
    let (here, row) = (Here::new(&site, (&cx, &reader), &citizen, Quotations::PAGE)?, row_of(&row)?);
    let (once, known) = (sent.check(&reader)?, (QuotationId(row), sent.version()));
    let decision = coded(&sent, "afgoerelse", QuotationState::parse);
    let decided =
        quotation::decide(&site.app, &cx, once, here.citizen, known, (decision, &words(&sent, "hvorfor"))).await;
    match decided {
        Ok(()) => here.on(&deciding(&here, row), "rettet", row, known.1 + 1).await,
        Err(error) if is_shown_again(&error) => {
            let main = Some(here.again(&deciding(&here, row), sent, error, &DECIDING)?);
            show(&here, Some(row), Typed { main, ..Typed::default() }, &Asked::default()).await
        }
        Err(error) => Err(here.fault(error)),
    }
}

fn deciding(here: &Here<'_>, row: Uuid) -> String {
    format!("{}/afgoerelse", here.at(row))
}

fn typed(sent: &Sent) -> NewQuotation {
    NewQuotation {
        words: words(sent, "citat"),
        on: needed_day(sent, "dato"),
        reason: words(sent, "begrundelse"),
        seal: sent.text("advarsler").to_owned(),
    }
}

/// What was typed and refused: the form, the form that takes out, and what the author is warned of.
#[derive(Default)]
struct Typed {
    main: Option<Form>,
    out: Option<Form>,
    warned: Checked,
}

async fn show(here: &Here<'_>, row: Option<Uuid>, sent: Typed, asked: &Asked) -> Result<Response, Fault> {
    let t = here.t;
    let page = quotation::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let edited = match row {
        Some(row) => Some(page.quotations.iter().find(|one| one.id.0 == row).ok_or(Fault::NotFound)?),
        None => None,
    };
    let form = match edited.filter(|one| waits_for_reader(one)) {
        Some(one) => decision(here, one, sent.main).await?,
        None => writing(here, edited, sent.main, sent.warned).await?,
    };
    let said = |yes| t.say(if yes { "yes" } else { "no" }).to_owned();
    let QuotationPage { about, has_consent, quotations } = &page;
    let listed = Listed {
        lead: t.say("quotation-lead"),
        sums: vec![(said(*has_consent), t.say("quotation-consent"))],
        columns: vec![t.say("quotation-words"), t.say("quotation-state")],
        rows: quotations.iter().map(|one| line(here, one)).collect(),
        empty: (t.say("quotation-empty"), t.say("quotation-empty-text")),
        form,
        take_out: edited.map(|one| here.take_out(one.id.0, one.version, sent.out)).transpose()?,
        is_one: edited.is_some(),
        about: about.clone(),
    };
    here.show(&listed, asked)
}

/// Whether somebody else wrote it down and nobody has decided.
fn waits_for_reader(one: &Quoted) -> bool {
    one.state == QuotationState::Offered && !one.is_own
}

/// The form to write words down, or to correct them.
async fn writing(
    here: &Here<'_>,
    edited: Option<&Quoted>,
    main: Option<Form>,
    mut warned: Checked,
) -> Result<FormHtml, Fault> {
    let t = here.t;
    let place = edited.map_or_else(|| here.page.clone(), |one| here.at(one.id.0));
    let today = day::typed(here.reader.today);
    let on = edited.map_or(today, |one| day::typed(one.on));
    let stands = edited.map_or("", |one| one.words.reveal().as_str());
    let confirmed = edited.map_or("", |one| one.confirmed.reveal().as_str());
    let values = [("citat", stands), ("dato", on.as_str()), ("begrundelse", confirmed)];
    let version = edited.map_or(0, |one| one.version);
    if main.is_none() && edited.is_some_and(|one| !one.confirmed.reveal().is_empty()) {
        // What was answered before is shown again, so that it can be answered anew.
        let words = edited.map(|one| one.words.clone()).unwrap_or_default();
        warned = quotation::warnings(here.app, here.cx, &words).await.map_err(|error| here.fault(error))?;
    }
    let form = match main {
        Some(form) => form,
        None => here.fresh(&place).await?.filled(version, &values),
    };
    let mut fields = vec![
        Field::new(Kind::Words, "citat", t.say("quotation-words")).hint(t.say("quotation-words-hint")),
        Field::new(Kind::Day, "dato", t.say("quotation-on")),
    ];
    if warned.asks() {
        fields.push(
            Field::new(Kind::Words, "begrundelse", t.say("knowledge-confirm")).hint(t.say("knowledge-confirm-hint")),
        );
    }
    let heading = t.say(if edited.is_some() { "quotation-edit" } else { "quotation-add" }).to_owned();
    Ok(FormHtml::new(heading, place, form, fields, (version, &values)).heeding(&warned))
}

/// The form to approve what somebody else wrote down, or to turn it down.
async fn decision(here: &Here<'_>, one: &Quoted, main: Option<Form>) -> Result<FormHtml, Fault> {
    let t = here.t;
    let place = deciding(here, one.id.0);
    let form = match main {
        Some(form) => form,
        None => here.fresh(&place).await?.filled(one.version, &[]),
    };
    let warned = quotation::warnings(here.app, here.cx, &one.words).await.map_err(|error| here.fault(error))?;
    let ways = [(QuotationState::Approved, "quotation-approve"), (QuotationState::TurnedDown, "quotation-turn-down")];
    let fields = vec![
        Field::new(Kind::Chips, "afgoerelse", t.say("quotation-decision"))
            .hint(t.say("quotation-decision-hint"))
            .of(ways.map(|(state, key)| Choice::new(state.code(), t.say(key))).into()),
        Field::new(Kind::Words, "hvorfor", t.say("quotation-why")).hint(t.say("quotation-why-hint")),
    ];
    let heading = t.say("quotation-read").to_owned();
    Ok(FormHtml::new(heading, place, form, fields, (one.version, &[])).heeding(&warned).about(one.words.reveal()))
}

fn line(here: &Here<'_>, one: &Quoted) -> RowHtml {
    let (t, today) = (here.t, here.reader.today);
    let (look, icon) = match one.state {
        QuotationState::Offered => ("mark-care", "hourglass"),
        QuotationState::Approved => ("", "check"),
        QuotationState::TurnedDown => ("mark-none", "close"),
    };
    let mark = Mark { look, icon, text: capital(t.code("quotation-state", one.state.code())) };
    let said = t.say_with(
        "quotation-by-on",
        &[("name", one.author.reveal().into()), ("day", (&day::brief(t, one.on, today)).into())],
    );
    let told = |key, words: &str| if words.is_empty() { String::new() } else { t.say_of(key, "why", words) };
    let state = CellHtml { mark: Some(mark), ..CellHtml::default() }
        .and(told("quotation-turned-down", one.reason.reveal()))
        .and(told("knowledge-confirmed", one.confirmed.reveal()));
    let edit_text = t.say(if waits_for_reader(one) { "quotation-read" } else { "around-edit" });
    RowHtml {
        cells: vec![CellHtml::text(t.say_of("quotation-quoted", "words", one.words.reveal())).and(said), state],
        edit: Some((here.at(one.id.0), one.words.reveal().clone())),
        edit_text,
    }
}
