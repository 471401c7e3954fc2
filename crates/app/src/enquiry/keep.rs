//! An enquiry opened for one thing, and its next version sealed.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::{Action, Grant};
use domain::code::{Channel, EnquiryOutcome, Gender, SafeContact};
use domain::enquiry::Asked;
use domain::id::{CitizenId, EnquiryId, PartnerId, SubjectId};
use domain::identity::Identity;
use domain::personal::Personal;
use store::Reader;
use store::enquiry::{EnquirersRow, KeptEnquiry};
use store::row;

use super::relation;
use crate::facts::{code, maybe_code};
use crate::people::{called, hold};
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// What an enquiry says, unsealed.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub(super) citizen: Option<CitizenId>,
    pub(super) received_on: NaiveDate,
    pub(super) channel: Option<Channel>,
    pub(super) referrer: Option<PartnerId>,
    pub(super) wants_course: Option<bool>,
    pub(super) research: Option<bool>,
    pub(super) referred_to: Option<PartnerId>,
    pub(super) note: Option<Personal<String>>,
    pub(super) outcome: Option<EnquiryOutcome>,
    pub(super) answered_on: Option<NaiveDate>,
    pub(super) has_background: Option<bool>,
    pub(super) is_willing: Option<bool>,
    pub(super) words: Option<Personal<String>>,
}

/// Who asked.
pub(super) struct Person {
    pub(super) id: CitizenId,
    pub(super) name: Personal<String>,
    pub(super) identity: Identity,
}

/// An enquiry, opened for one action.
pub(crate) struct Opened {
    pub(crate) grant: Grant,
    pub(crate) id: EnquiryId,
    pub(super) version: i64,
    pub(super) withdrawn_at: Option<DateTime<Utc>>,
    pub(super) plain: Plain,
    pub(super) person: Option<Person>,
    /// The citizen's key, or the enquiry's own.
    pub(super) keys: Keys,
}

impl Opened {
    /// Under whose key the texts are sealed.
    pub(super) fn subject(&self) -> SubjectId {
        self.plain.subject(self.id)
    }

    /// Whom it concerns, for the log.
    pub(crate) fn concerned(&self) -> Vec<CitizenId> {
        self.plain.citizen.into_iter().collect()
    }

    /// What came of it: what is recorded, else the clarification that followed.
    pub(crate) async fn outcome(&self, app: &App, cx: &Cx) -> Result<Option<EnquiryOutcome>> {
        if self.plain.outcome.is_some() {
            return Ok(self.plain.outcome);
        }
        let Some(citizen) = self.plain.citizen else { return Ok(None) };
        let courses = app.store().read(&self.grant).await?.citizens_courses(cx.programme_id, citizen).await?;
        let began = courses.iter().any(|course| course.clarification_began_on >= self.plain.received_on);
        Ok(began.then_some(EnquiryOutcome::Clarification))
    }

    /// What the rules ask about.
    pub(super) fn asked(&self) -> Asked {
        let named = |person: &Person| person.identity.alias.is_some() || person.identity.name.is_some();
        self.plain.asked(self.person.as_ref().is_some_and(named))
    }
}

impl Plain {
    /// Under whose key the texts are sealed: the citizen's, or the enquiry's own while nobody is known.
    pub(super) fn subject(&self, id: EnquiryId) -> SubjectId {
        self.citizen.map_or(SubjectId::from(id), SubjectId::from)
    }

    pub(super) const fn asked(&self, is_named: bool) -> Asked {
        Asked {
            received_on: self.received_on,
            wants_course: self.wants_course,
            has_background: self.has_background,
            is_willing: self.is_willing,
            is_named,
        }
    }

    fn opened(keys: &Keys, row: &KeptEnquiry) -> Result<Self> {
        let subject = row.citizen.map_or(SubjectId(row.id), SubjectId);
        let open = |column, sealed: &Option<Vec<u8>>| {
            let cell = Cell { table: "enquiry", column, row: row.id, version: row.version };
            keys.open(subject, cell, sealed.as_deref())
        };
        Ok(Self {
            citizen: row.citizen.map(CitizenId),
            received_on: row.received_on,
            channel: maybe_code(Channel::parse, row.channel.as_deref())?,
            referrer: row.referrer.map(PartnerId),
            wants_course: row.wants_course,
            research: row.research_consent,
            referred_to: row.referred_to.map(PartnerId),
            note: open("note", &row.note)?,
            outcome: maybe_code(EnquiryOutcome::parse, row.outcome.as_deref())?,
            answered_on: row.answered_on,
            has_background: row.has_background,
            is_willing: row.is_willing,
            words: open("words", &row.words)?,
        })
    }

    /// The version of this number, sealed.
    pub(super) fn sealed(&self, keys: &Keys, id: EnquiryId, number: i64) -> Result<row::Version<row::Enquiry>> {
        let seal = |column, text: &Option<Personal<String>>| {
            let cell = Cell { table: "enquiry", column, row: id.0, version: number };
            keys.seal(self.subject(id), cell, text.as_ref().map(|text| text.reveal().as_str()))
        };
        let fact = row::Enquiry {
            id,
            citizen: self.citizen,
            received_on: self.received_on,
            channel: self.channel,
            referrer: self.referrer,
            wants_course: self.wants_course,
            research_consent: self.research,
            referred_to: self.referred_to,
            note: seal("note", &self.note)?,
            outcome: self.outcome,
            answered_on: self.answered_on,
            has_background: self.has_background,
            is_willing: self.is_willing,
            words: seal("words", &self.words)?,
        };
        Ok(row::Version { number, fact })
    }
}

/// Opens an enquiry, also one that was taken out.
///
/// # Errors
///
/// [`Error::Denied`] where the actor may see no enquiry at all; [`Error::NotFound`] where there is none, or its citizen is somebody whom
/// the actor may not know of: the two look alike.
pub(crate) async fn open(app: &App, cx: &Cx, action: Action, id: EnquiryId) -> Result<Opened> {
    let asking = cx.may_at_all(action)?;
    let me = cx.user()?;
    let mut reader = app.store().read(&asking).await?;
    let row = reader.enquiry(cx.programme_id, id).await?.ok_or(Error::NotFound)?;
    let (grant, enquirer) = match row.citizen.map(CitizenId) {
        None => (asking, None),
        Some(citizen) => {
            let (has_worker, is_own, is_blocked) =
                reader.enquirer_relation(cx.programme_id, (me, cx.today), citizen).await?;
            let grant =
                cx.may(action, relation(has_worker, is_own, is_blocked), Some(citizen)).map_err(|_| Error::NotFound)?;
            (grant, reader.enquirer(cx.organisation, citizen).await?)
        }
    };
    let keys = keys(app, cx, &mut reader, row.citizen.map_or(SubjectId(row.id), SubjectId)).await?;
    drop(reader);
    let person = enquirer.map(|row| person(app, cx, &row)).transpose()?;
    Ok(Opened {
        grant,
        id,
        version: row.version,
        withdrawn_at: row.withdrawn_at,
        plain: Plain::opened(&keys, &row)?,
        person,
        keys,
    })
}

/// The key of a subject.
pub(super) async fn keys(app: &App, cx: &Cx, reader: &mut Reader, subject: SubjectId) -> Result<Keys> {
    let mut keys = Keys::new(cx.organisation);
    for wrapped in reader.wrapped_keys(&[subject]).await? {
        keys.hold(SubjectId(wrapped.subject), app.store().keys().open(&wrapped)?);
    }
    Ok(keys)
}

fn person(app: &App, cx: &Cx, row: &EnquirersRow) -> Result<Person> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
    let id = CitizenId(row.id);
    let open = |column, sealed: &Option<Vec<u8>>| {
        let cell = Cell { table: "citizen", column, row: row.id, version: row.version };
        keys.open(id.into(), cell, sealed.as_deref())
    };
    let rules = row.safe_contact.split(',').filter(|rule| !rule.is_empty()).map(|rule| code(SafeContact::parse, rule));
    let identity = Identity {
        alias: open("alias", &row.alias)?,
        name: open("name", &row.name)?,
        cpr: open("cpr", &row.cpr)?,
        phone: open("phone", &row.phone)?,
        birth_year: row.birth_year,
        gender: maybe_code(Gender::parse, row.gender.as_deref())?,
        protected_address: row.protected_address,
        safe_contact: rules.collect::<Result<_>>()?,
    };
    let name = called(&keys, id, row.version, row.alias.as_deref(), row.name.as_deref())?;
    Ok(Person { id, name, identity })
}

/// A new citizen's row, sealed.
pub(super) fn citizen(keys: &Keys, id: CitizenId, identity: &Identity) -> Result<row::Version<row::Citizen>> {
    let seal = |column, text: &Option<Personal<String>>| {
        let cell = Cell { table: "citizen", column, row: id.0, version: 1 };
        keys.seal(id.into(), cell, text.as_ref().map(|text| text.reveal().as_str()))
    };
    let fact = row::Citizen {
        id,
        gender: identity.gender,
        birth_year: identity.birth_year,
        protected_address: identity.protected_address,
        safe_contact: identity.safe_contact.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(","),
        alias: seal("alias", &identity.alias)?,
        name: seal("name", &identity.name)?,
        cpr: seal("cpr", &identity.cpr)?,
        phone: seal("phone", &identity.phone)?,
        register_id: None,
    };
    Ok(row::Version { number: 1, fact })
}
