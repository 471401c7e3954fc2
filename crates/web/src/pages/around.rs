//! What the pages around a course have in common: a list with its dates, a form to add or correct, a way to take out what was a
//! mistake, and the line that says what was done and takes it back.
//!
//! To add such a page: a file beside this one that fills [`Listed`] and hands it to [`Here::show`].

pub(crate) mod rows;

use app::knowledge::Checked;
use app::view::About;
use app::{App, Cx, Error};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::id::CitizenId;
use render::{Words, day, words};
use serde::Deserialize;
use uuid::Uuid;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::form::heeded::HeededHtml;
use crate::form::{Choice, Form, Versions};
use crate::frame::{Frame, Place, may};
use crate::pages::caseload::row::standing;
use crate::part::{Done, Mark, Picture};
use crate::person::{Part, PersonNav};
use crate::reader::{Reader, see_other};
use crate::sent::{KEY, Sent, TOKEN, VERSION};

/// What was just done, as the address says it.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    gemt: Option<String>,
    id: Option<Uuid>,
    v: Option<i64>,
}

/// A reader at a page about a citizen.
pub(crate) struct Here<'a> {
    pub(super) app: &'a App,
    pub(super) cx: &'a Cx,
    pub(super) reader: &'a Reader,
    pub(super) citizen: CitizenId,
    pub(super) t: &'static Words,
    /// The page's address, such as `/borger/…/netvaerk`.
    pub(super) page: String,
    part: Part,
    /// The key of the page's title.
    title: &'static str,
}

/// Whom a page is about, as its head says it.
pub(super) struct Who {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) heed: Vec<Mark>,
    pub(super) bar: Picture,
    pub(super) place: String,
}

impl Who {
    pub(super) fn new(t: &'static Words, about: &About) -> Self {
        let care = |icon, text: &str| Mark { look: "mark-care", icon, text: text.to_owned() };
        let rules = about.heed.safe_contact.iter();
        let mut heed: Vec<Mark> = rules.map(|rule| care("smartphone", t.code("safe-contact", rule.code()))).collect();
        if about.heed.address_protected {
            heed.push(care("lock", t.say("address-protected")));
        }
        let (bar, place) = standing(t, &about.standing, about.day);
        Self { name: about.name.reveal().clone(), href: format!("/borger/{}", about.id), heed, bar, place }
    }
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Day,
    Words,
    Chips,
    Checks,
    Select,
    File,
}

/// A field of a form.
pub(super) struct Field {
    pub(super) kind: Kind,
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: String,
    pub(super) choices: Vec<Choice>,
}

impl Field {
    pub(super) fn new(kind: Kind, name: &'static str, label: &'static str) -> Self {
        Self { kind, name, label, hint: String::new(), choices: Vec::new() }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    pub(super) fn of(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// A value of the field in words.
    fn said(&self, value: &str) -> String {
        let chosen = self.choices.iter().find(|choice| choice.value == value);
        chosen.map_or(value, |choice| choice.text.as_str()).to_owned()
    }
}

/// A form to add or correct.
pub(super) struct FormHtml {
    pub(super) heading: String,
    pub(super) action: String,
    pub(super) form: Form,
    pub(super) fields: Vec<Field>,
    pub(super) save: &'static str,
    /// What the author is warned of, and the sum of it.
    pub(super) heeded: (Vec<HeededHtml>, String),
    /// Somebody's words that the reader decides about; empty where it is about none.
    pub(super) said: String,
}

impl FormHtml {
    /// The form, with both versions where somebody changed the same meanwhile: `current` is what stands in the record.
    pub(super) fn new(
        heading: String,
        action: String,
        mut form: Form,
        fields: Vec<Field>,
        current: (i64, &[(&str, &str)]),
    ) -> Self {
        let t = form.t;
        if form.is_stale() {
            form.version = current.0;
            for field in &fields {
                let stands = current.1.iter().find(|(name, _)| *name == field.name).map_or("", |(_, value)| *value);
                let (mine, theirs) = (field.said(form.value(field.name)), field.said(stands));
                if mine.trim() != theirs.trim() {
                    form.versions.push(Versions { label: field.label.to_owned(), mine, theirs });
                }
            }
        }
        // On top of the page a refusal has to say which field it means.
        for refused in &mut form.refusals {
            if let Some(field) = fields.iter().find(|field| field.name == refused.field) {
                refused.text = format!("{}: {}", field.label, refused.text);
            }
        }
        Self { heading, action, form, fields, save: t.say("save"), heeded: Default::default(), said: String::new() }
    }

    /// About somebody's words, which stand above the fields.
    pub(super) fn about(mut self, said: &str) -> Self {
        said.clone_into(&mut self.said);
        self
    }

    /// With what the author is warned of.
    pub(super) fn heeding(mut self, checked: &Checked) -> Self {
        self.heeded = HeededHtml::all(self.form.t, checked);
        self
    }

    fn is_file(&self) -> bool {
        self.fields.iter().any(|field| field.kind == Kind::File)
    }
}

/// A row of the list.
pub(super) struct RowHtml {
    pub(super) cells: Vec<CellHtml>,
    /// Where it is corrected, and what that is called for who does not see the row.
    pub(super) edit: Option<(String, String)>,
    /// The words of the way there.
    pub(super) edit_text: &'static str,
}

/// A cell of the list.
#[derive(Default)]
pub(super) struct CellHtml {
    pub(super) text: String,
    pub(super) href: Option<String>,
    pub(super) mark: Option<Mark>,
    pub(super) subs: Vec<String>,
}

impl CellHtml {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn and(mut self, sub: impl Into<String>) -> Self {
        let sub = sub.into();
        if !sub.is_empty() {
            self.subs.push(sub);
        }
        self
    }
}

/// Everything that a page around a course shows.
pub(super) struct Listed {
    pub(super) about: About,
    pub(super) lead: &'static str,
    /// Numbers on top: the number and its name.
    pub(super) sums: Vec<(String, &'static str)>,
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<RowHtml>,
    /// The title and the text of an empty list.
    pub(super) empty: (&'static str, &'static str),
    pub(super) form: FormHtml,
    /// The form to take a mistake out, with its address: on a page that corrects.
    pub(super) take_out: Option<(Form, String)>,
    /// Whether the page is about one row: then its form comes first on a phone.
    pub(super) is_one: bool,
}

impl Listed {
    /// The heading of a column. A template hands its counter on by reference.
    fn column(&self, at: &usize) -> &'static str {
        self.columns.get(*at).copied().unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "around.html")]
struct AroundHtml<'a> {
    f: Frame<'a>,
    nav: PersonNav,
    who: Who,
    done: Option<Done>,
    title: &'static str,
    back: Option<&'a str>,
    l: &'a Listed,
}

/// Reads the citizen of an address.
pub(super) fn citizen_of(path: &str) -> Result<CitizenId, Fault> {
    row_of(path).map(CitizenId)
}

/// Reads a row's id of an address.
pub(super) fn row_of(path: &str) -> Result<Uuid, Fault> {
    path.parse::<Uuid>().map_err(|_| Fault::NotFound)
}

impl<'a> Here<'a> {
    pub(super) fn new(
        site: &'a Site,
        (cx, reader): (&'a Cx, &'a Reader),
        citizen: &str,
        (part, below, title): (Part, &str, &'static str),
    ) -> Result<Self, Fault> {
        let citizen = citizen_of(citizen)?;
        let page = format!("/borger/{citizen}{below}");
        Ok(Self { app: &site.app, cx, reader, citizen, t: words(reader.locale), page, part, title })
    }

    /// The fault of an error for this reader.
    pub(super) fn fault(&self, error: Error) -> Fault {
        self.reader.fault(error)
    }

    /// The address where a row is corrected.
    pub(super) fn at(&self, row: Uuid) -> String {
        format!("{}/{row}", self.page)
    }

    /// An empty form at an address, or what was typed there and not sent.
    pub(super) async fn fresh(&self, place: &str) -> Result<Form, Fault> {
        let form = Form::fresh(self.app, self.cx, self.reader, place.to_owned(), Some(self.citizen)).await;
        form.map_err(|error| self.fault(error))
    }

    /// The form as it was sent, with its refusals.
    pub(super) fn again(&self, place: &str, sent: Sent, error: Error, names: &[&str]) -> Result<Form, Fault> {
        let form = Form::again(self.cx, self.reader, place.to_owned(), Some(self.citizen), sent);
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, *name)).collect();
        form.and_then(|form| form.refused(error, &fields)).map_err(|error| self.fault(error))
    }

    /// The form to take a row out, empty or as it was sent.
    pub(super) fn take_out(&self, row: Uuid, version: i64, sent: Option<Form>) -> Result<(Form, String), Fault> {
        let action = format!("{}/tilbagetraekning", self.at(row));
        let form = match sent {
            Some(form) => form,
            None => {
                let form = Form::again(self.cx, self.reader, action.clone(), Some(self.citizen), Sent::default());
                let mut form = form.map_err(|error| self.fault(error))?;
                form.version = version;
                form
            }
        };
        Ok((form, action))
    }

    /// Goes on to the page after something was done, its draft thrown away.
    pub(super) async fn on(&self, place: &str, word: &str, row: Uuid, version: i64) -> Result<Response, Fault> {
        app::unsent::throw_away(self.app, self.cx, place).await.map_err(|error| self.fault(error))?;
        Ok(see_other(&format!("{}?gemt={word}&id={row}&v={version}", self.page)))
    }

    /// Shows the page.
    pub(super) fn show(&self, listed: &Listed, asked: &Asked) -> Result<Response, Fault> {
        let (t, reader) = (self.t, self.reader);
        let all = may(reader, domain::access::Action::ListAllCitizens) && !listed.about.is_own;
        let place = if all { Place::All } else { Place::Own };
        let status = listed.form.form.status();
        let status = listed.take_out.as_ref().map_or(status, |(form, _)| match form.status() {
            StatusCode::OK => status,
            other => other,
        });
        let html = laid_out(&AroundHtml {
            f: Frame::new(reader, t.say(self.title), place, self.page.clone()),
            nav: PersonNav::new(reader, self.citizen, self.part),
            who: Who::new(t, &listed.about),
            done: self.done(asked)?,
            title: t.say(self.title),
            back: listed.is_one.then_some(self.page.as_str()),
            l: listed,
        })?;
        Ok((status, html).into_response())
    }

    /// The line that says what was done, where the address tells of something.
    pub(super) fn done(&self, asked: &Asked) -> Result<Option<Done>, Fault> {
        let (t, row) = (self.t, asked.id.unwrap_or_default());
        let clock = day::clock(t, self.reader.now);
        let said = |key| Done::said(t.say_with(key, &[("clock", (&clock).into())]));
        Ok(match asked.gemt.as_deref() {
            Some("ny") => {
                let mut fields = self.way_back(asked.v.unwrap_or(1))?;
                fields.push(("grund", t.say("undone-at-once").to_owned()));
                Some(said("done-new").undone_by(t, format!("{}/tilbagetraekning", self.at(row)), fields))
            }
            Some("rettet") => Some(said("done-corrected")),
            Some("ude") => Some(said("done-out").undone_by(t, format!("{}/fortryd", self.at(row)), self.way_back(0)?)),
            Some("tilbage") => Some(said("done-back")),
            _ => None,
        })
    }

    /// The fields of a way back.
    pub(super) fn way_back(&self, version: i64) -> Result<Vec<(&'static str, String)>, Fault> {
        let key = self.cx.form_key().map_err(|error| self.fault(error))?;
        Ok(vec![(TOKEN, self.reader.token.clone()), (KEY, key.0.to_string()), (VERSION, version.to_string())])
    }
}

/// A yes on whether an answer is a refusal that the page shows again, rather than a fault.
pub(super) const fn is_shown_again(error: &Error) -> bool {
    matches!(error, Error::Refusal(_) | Error::Refusals(_))
}
