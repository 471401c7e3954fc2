//! A form as a template shows it: its hidden fields, what stands in each field, every refusal beside its field and on top, and,
//! where somebody changed the same meanwhile, both versions.
//!
//! ```ignore
//! // GET: an empty form, or what was typed here and not sent
//! let form = Form::fresh(&site.app, &cx, &reader, place, Some(citizen)).await?.from_version(row.version);
//! // POST: the same form again where it was refused
//! let once = sent.check(&reader)?;
//! match app::contact::note(&site.app, &cx, citizen, wish, once).await {
//!     Ok(_) => { app::unsent::throw_away(&site.app, &cx, &place).await?; Ok(see_other("/borger/…?gemt=kontakt")) }
//!     Err(error) => {
//!         let form = Form::again(&cx, &reader, place, Some(citizen), sent)?.refused(error, &FIELDS).map_err(|e| reader.fault(e))?;
//!         Ok((form.status(), show(&reader, form)?).into_response())
//!     }
//! }
//! ```
//!
//! In the template: `{% import "form.html" as form %}`, then its macros (`head`, `summary`, `text`, `words`, `day`, `chips`, `savebar`).

pub(crate) mod heeded;
pub(crate) mod part;

use app::unsent::{self, Fields};
use app::{App, Cx, Error};
use axum::http::StatusCode;
use domain::id::CitizenId;
use domain::refusal::Refusal;
use render::{Words, day, words};

use crate::reader::Reader;
use crate::sent::Sent;

/// A field's refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The field's name; empty where the whole form is refused.
    pub(crate) field: String,
    /// The refusal in words.
    pub(crate) text: String,
}

/// The same field in two versions.
#[derive(Clone, Debug)]
pub(crate) struct Versions {
    /// The field's label.
    pub(crate) label: String,
    /// What was typed here.
    pub(crate) mine: String,
    /// What stands in the record now.
    pub(crate) theirs: String,
}

/// A value that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// Its value.
    pub(crate) value: String,
    /// Its words.
    pub(crate) text: String,
    /// Its symbol, where it has one.
    pub(crate) icon: Option<&'static str>,
}

impl Choice {
    /// A value with its words.
    pub(crate) fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), icon: None }
    }

    /// With a symbol.
    pub(crate) fn with(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// A form as a template shows it.
pub(crate) struct Form {
    /// The texts.
    pub(crate) t: &'static Words,
    /// The session's token.
    pub(crate) token: String,
    /// The form's key.
    pub(crate) key: String,
    /// The version it is made from; 0 for something new.
    pub(crate) version: i64,
    /// Its address: where a draft of it is found again.
    pub(crate) place: String,
    /// The citizen it is about.
    pub(crate) about: String,
    /// When what was typed was last kept, in words; empty where it was not.
    pub(crate) kept: String,
    /// Every refusal.
    pub(crate) refusals: Vec<Refused>,
    /// Both versions, where somebody changed the same meanwhile.
    pub(crate) versions: Vec<Versions>,
    is_stale: bool,
    sent: Sent,
}

impl Form {
    /// A form for a page that is asked for: with what the reader had typed here and not sent, where there is something.
    ///
    /// # Errors
    ///
    /// A fault of the store.
    pub(crate) async fn fresh(
        app: &App,
        cx: &Cx,
        reader: &Reader,
        place: String,
        about: Option<CitizenId>,
    ) -> Result<Self, Error> {
        let found = unsent::find(app, cx, &place).await?;
        let mut form = Self::again(cx, reader, place, about, Sent::default())?;
        if let Some(found) = found {
            form.kept = kept_at(form.t, found.saved_at);
            form.sent = Sent::of(found.fields.reveal().clone());
            form.version = form.sent.version();
        }
        Ok(form)
    }

    /// The same form again with what was sent.
    ///
    /// # Errors
    ///
    /// Where the system gives no random bytes.
    pub(crate) fn again(
        cx: &Cx,
        reader: &Reader,
        place: String,
        about: Option<CitizenId>,
        sent: Sent,
    ) -> Result<Self, Error> {
        Ok(Self {
            t: words(reader.locale),
            token: reader.token.clone(),
            key: cx.form_key()?.0.to_string(),
            version: sent.version(),
            place,
            about: about.map(|citizen| citizen.to_string()).unwrap_or_default(),
            kept: String::new(),
            refusals: Vec::new(),
            versions: Vec::new(),
            is_stale: false,
            sent,
        })
    }

    /// Whether nothing was typed here before: then the page may fill in what stands in the record.
    pub(crate) fn is_empty(&self) -> bool {
        self.sent.fields().is_empty()
    }

    /// Fills fields in from the record, where nothing was typed before.
    pub(crate) fn filled(mut self, version: i64, values: &[(&str, &str)]) -> Self {
        if self.is_empty() {
            let pairs = values.iter().filter(|(_, value)| !value.is_empty());
            let mut fields = Fields::new();
            for (name, value) in pairs {
                fields.entry((*name).to_owned()).or_default().push((*value).to_owned());
            }
            self.sent = Sent::of(fields);
            self.version = version;
        }
        self
    }

    /// Puts a refusal in words beside a field.
    pub(crate) fn fault(&mut self, field: &str, text: &str) {
        self.refusals.push(Refused { field: field.to_owned(), text: text.to_owned() });
    }

    /// Puts the refusals of a use case beside their fields. `fields` says what each of the rule's fields is called here; one that is
    /// not named stands on top only.
    ///
    /// # Errors
    ///
    /// Every other error, for the page to give as its fault. [`Error::Stale`] is none: see [`Form::is_stale`].
    pub(crate) fn refused(mut self, error: Error, fields: &[(&str, &str)]) -> Result<Self, Error> {
        match error {
            Error::Refusal(refusal) => self.add(&[refusal], fields),
            Error::Refusals(refusals) => self.add(&refusals, fields),
            Error::Stale => self.is_stale = true,
            other => return Err(other),
        }
        Ok(self)
    }

    fn add(&mut self, refusals: &[Refusal], fields: &[(&str, &str)]) {
        for refusal in refusals {
            let named = fields.iter().find(|(rule, _)| *rule == refusal.field).map_or("", |(_, field)| *field);
            let text = format!("{}.", self.t.code("refusal", refusal.code.code()));
            self.fault(named, &text);
        }
    }

    /// Whether somebody changed the same meanwhile.
    pub(crate) const fn is_stale(&self) -> bool {
        self.is_stale
    }

    /// Shows both versions and goes on from the newer: `current` is its number, and each field its label, its name and what
    /// stands there now. What is the same in both is not shown.
    pub(crate) fn beside(mut self, current: i64, fields: &[(&str, &str, &str)]) -> Self {
        self.version = current;
        for (label, name, theirs) in fields {
            let mine = self.sent.text(name).to_owned();
            if mine.trim() != theirs.trim() {
                self.versions.push(Versions { label: (*label).to_owned(), mine, theirs: (*theirs).to_owned() });
            }
        }
        self
    }

    /// Says what was chosen in both versions of a field in the words that it was chosen by.
    pub(crate) fn in_words(mut self, label: &str, choices: &[Choice]) -> Self {
        let said = |value: &str| choices.iter().find(|choice| choice.value == value).map(|choice| choice.text.clone());
        for versions in self.versions.iter_mut().filter(|versions| versions.label == label) {
            for side in [&mut versions.mine, &mut versions.theirs] {
                if let Some(words) = said(side) {
                    *side = words;
                }
            }
        }
        self
    }

    /// The answer's status: refused, changed meanwhile, or shown.
    pub(crate) fn status(&self) -> StatusCode {
        match (self.is_stale, self.refusals.is_empty()) {
            (true, _) => StatusCode::CONFLICT,
            (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (false, true) => StatusCode::OK,
        }
    }

    /// What stands in a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.sent.text(name)
    }

    /// Whether a value is chosen in a field.
    pub(crate) fn is(&self, name: &str, value: &str) -> bool {
        self.sent.has(name, value)
    }

    /// The refusal beside a field.
    pub(crate) fn fault_of(&self, name: &str) -> Option<&str> {
        self.refusals.iter().find(|refused| refused.field == name).map(|refused| refused.text.as_str())
    }
}

/// "Kladde gemt kl. 14.05", said of a moment.
pub(crate) fn kept_at(t: &Words, at: chrono::NaiveDateTime) -> String {
    t.say_with("draft-kept", &[("clock", (&day::clock(t, at)).into())])
}

#[cfg(test)]
impl Form {
    /// A form in a test of the layout.
    pub(crate) fn sample(reader: &Reader, place: &str, fields: &[(&str, &str)]) -> Self {
        let mut typed = Fields::new();
        for (name, value) in fields {
            typed.entry((*name).to_owned()).or_default().push((*value).to_owned());
        }
        Self {
            t: words(reader.locale),
            token: reader.token.clone(),
            key: "01900000-0000-7000-8000-000000000001".to_owned(),
            version: 0,
            place: place.to_owned(),
            about: String::new(),
            kept: String::new(),
            refusals: Vec::new(),
            versions: Vec::new(),
            is_stale: false,
            sent: Sent::of(typed),
        }
    }
}
