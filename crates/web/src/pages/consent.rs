//! `/borger/{id}/samtykker`: what the citizen said to sharing, to research and to being quoted.

use app::Error;
use app::consent::{self, NewConsent};
use app::once::Once;
use app::view::consent::Consented;
use axum::response::Response;
use domain::code::{ConsentKind, ConsentState};
use domain::consent::{Consent, QUOTATION_WORDING, RESEARCH_WORDING, Worth, wording};
use domain::id::ConsentId;
use domain::personal::Personal;
use render::catalogue::capital;
use render::{Words, day};
use uuid::Uuid;

use super::around::rows::{Forms, Rows, Written};
use super::around::{Asked, CellHtml, Field, FormHtml, Here, Kind, Listed, RowHtml};
use crate::fault::Fault;
use crate::form::Choice;
use crate::part::Mark;
use crate::person::Part;
use crate::sent::Sent;
use crate::typed::{coded, maybe_day, needed_day, words};

/// What the citizen said; correcting is answering anew.
pub(crate) struct Consents;

impl Rows for Consents {
    const PAGE: (Part, &'static str, &'static str) = (Part::Consents, "/samtykker", "consent");

    async fn show(here: &Here<'_>, row: Option<Uuid>, forms: Forms, asked: &Asked) -> Result<Response, Fault> {
        show(here, row, forms, asked).await
    }

    async fn withdraw(
        here: &Here<'_>,
        once: Once,
        (row, version): (Uuid, i64),
        why: &Personal<String>,
    ) -> Result<(), Error> {
        consent::withdraw(here.app, here.cx, once, here.citizen, (ConsentId(row), version), why).await
    }

    async fn put_back(here: &Here<'_>, once: Once, row: Uuid) -> Result<(), Error> {
        consent::undo_withdrawal(here.app, here.cx, once, here.citizen, ConsentId(row)).await
    }
}

impl Written for Consents {
    const NAMES: &'static [&'static str] = &["slags", "svar", "dato", "modtager", "formaal", "til"];

    async fn add(here: &Here<'_>, once: Once, sent: &Sent) -> Result<Uuid, Error> {
        consent::record(here.app, here.cx, once, here.citizen, &typed(sent)).await.map(|id| id.0)
    }

    async fn correct(here: &Here<'_>, once: Once, (row, version): (Uuid, i64), sent: &Sent) -> Result<(), Error> {
        consent::answer_anew(here.app, here.cx, once, here.citizen, (ConsentId(row), version), &typed(sent)).await
    }
}

fn typed(sent: &Sent) -> NewConsent {
    NewConsent {
        kind: coded(sent, "slags", ConsentKind::parse).unwrap_or(ConsentKind::Share),
        state: coded(sent, "svar", ConsentState::parse),
        on: needed_day(sent, "dato"),
        until: maybe_day(sent, "til"),
        recipient: words(sent, "modtager"),
        purpose: words(sent, "formaal"),
    }
}

async fn show(here: &Here<'_>, row: Option<Uuid>, (main, out): Forms, asked: &Asked) -> Result<Response, Fault> {
    let t = here.t;
    let page = consent::page(here.app, here.cx, here.citizen).await.map_err(|error| here.fault(error))?;
    let edited = match row {
        Some(row) => Some(page.consents.iter().find(|one| one.id.0 == row).ok_or(Fault::NotFound)?),
        None => None,
    };
    let place = row.map_or_else(|| here.page.clone(), |row| here.at(row));
    let today = day::typed(here.reader.today);
    let values = edited.map(values).unwrap_or_default();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let version = edited.map_or(0, |one| one.version);
    let form = match main {
        Some(form) => form,
        None if edited.is_some() => {
            // A new answer is given today; what was answered before is not chosen beforehand.
            let kept = values.iter().filter(|(name, _)| !["dato", "svar"].contains(name)).copied();
            let filled: Vec<_> = kept.chain([("dato", today.as_str())]).collect();
            here.fresh(&place).await?.filled(version, &filled)
        }
        None => here.fresh(&place).await?.filled(0, &[("slags", "deling"), ("dato", &today)]),
    };
    let heading = t.say(if edited.is_some() { "consent-answer" } else { "consent-add" }).to_owned();
    let count = |is: &dyn Fn(Worth) -> bool| page.consents.iter().filter(|one| is(one.worth)).count().to_string();
    let listed = Listed {
        lead: t.say("consent-lead"),
        sums: vec![
            (count(&Worth::is_valid), t.say("consent-valid")),
            (count(&|worth| worth == Worth::EndsSoon), t.say("consent-soon")),
        ],
        columns: vec![t.say("consent-to"), t.say("consent-purpose"), t.say("consent-said")],
        rows: page.consents.iter().map(|one| line(here, one)).collect(),
        empty: (t.say("consent-empty"), t.say("consent-empty-text")),
        form: FormHtml::new(heading, place, form, fields(here, edited), (version, &values)),
        take_out: edited.map(|one| here.take_out(one.id.0, one.version, out)).transpose()?,
        is_one: edited.is_some(),
        about: page.about,
    };
    here.show(&listed, asked)
}

fn values(one: &Consented) -> Vec<(&'static str, String)> {
    vec![
        ("slags", one.said.kind.code().to_owned()),
        ("svar", one.said.state.code().to_owned()),
        ("dato", day::typed(one.said.on)),
        ("modtager", one.recipient.reveal().clone()),
        ("formaal", one.purpose.reveal().clone()),
        ("til", one.said.until.map(day::typed).unwrap_or_default()),
    ]
}

/// The fields: a new consent says what it is to; one that is answered anew stays what it is.
fn fields(here: &Here<'_>, edited: Option<&Consented>) -> Vec<Field> {
    let t = here.t;
    let answers = ConsentState::ALL.iter().filter(|one| edited.is_some() || **one != ConsentState::Withdrawn);
    let choices = answers.map(|one| Choice::new(one.code(), capital(t.code("consent-state", one.code()))));
    let answer = Field::new(Kind::Chips, "svar", t.say("consent-said")).of(choices.collect());
    let on = Field::new(Kind::Day, "dato", t.say("consent-on"));
    let asked = |version| t.code("consent-wording", version);
    if let Some(version) = edited.and_then(|one| wording(one.said.kind)) {
        return vec![answer.hint(asked(version)), on];
    }
    let hint = [("research", asked(RESEARCH_WORDING).into()), ("quotation", asked(QUOTATION_WORDING).into())];
    let kind = Field::new(Kind::Chips, "slags", t.say("consent-kind"))
        .hint(t.say_with("consent-kind-hint", &hint))
        .of(ConsentKind::ALL.iter().map(|kind| Choice::new(kind.code(), kind_name(t, *kind))).collect());
    let share = [
        Field::new(Kind::Text, "modtager", t.say("consent-recipient")).hint(t.say("consent-recipient-hint")),
        Field::new(Kind::Words, "formaal", t.say("consent-purpose")),
        answer,
        on,
        Field::new(Kind::Day, "til", t.say("consent-until")).hint(t.say("consent-until-hint")),
    ];
    let kind = edited.is_none().then_some(kind);
    kind.into_iter().chain(share).collect()
}

fn kind_name(t: &'static Words, kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Share => t.say("consent-share"),
        ConsentKind::Research => t.say("consent-research"),
        ConsentKind::Quotation => t.say("consent-quotation"),
    }
}

fn line(here: &Here<'_>, one: &Consented) -> RowHtml {
    let (t, today) = (here.t, here.reader.today);
    let brief = |on| day::brief(t, on, today);
    let (look, icon) = match one.worth {
        Worth::Holds => ("", "check"),
        Worth::EndsSoon => ("mark-care", "time"),
        Worth::RunOut | Worth::Withdrawn => ("mark-none", "close"),
        Worth::Refused => ("mark-none", "minus"),
        Worth::Asked => ("mark-care", "time"),
    };
    let mark = Mark { look, icon, text: t.code("consent-worth", one.worth.code()).to_owned() };
    let until = one.said.until.map(|on| t.say_with("consent-until-day", &[("day", (&brief(on)).into())]));
    let earlier = |said: &Consent| format!("{} {}", t.code("consent-state", said.state.code()), brief(said.on));
    let before = one.before.iter().map(earlier).collect::<Vec<_>>().join(" · ");
    let before = if before.is_empty() { before } else { t.say_with("around-before", &[("what", (&before).into())]) };
    let (whom, what) = match one.said.kind {
        ConsentKind::Share => (one.recipient.reveal().clone(), one.purpose.reveal().clone()),
        kind @ (ConsentKind::Research | ConsentKind::Quotation) => (
            kind_name(t, kind).to_owned(),
            one.wording.as_ref().map_or_else(String::new, |wording| t.code("consent-wording", wording).to_owned()),
        ),
    };
    let said = CellHtml { mark: Some(mark), ..CellHtml::default() };
    let edit = Some((here.at(one.id.0), whom.clone()));
    RowHtml {
        cells: vec![
            CellHtml::text(whom),
            CellHtml::default().and(what),
            said.and(brief(one.said.on)).and(until.unwrap_or_default()).and(before),
        ],
        edit,
        edit_text: t.say("consent-answer"),
    }
}
