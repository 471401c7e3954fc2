//! Rows of a register as rows of the store, with everything that tells on a person sealed.

use domain::code::{EnquiryOutcome, GoalState, ReferralState};
use domain::id::{
    AssignmentId, CitizenId, ContactId, CourseId, EnquiryId, GoalId, MarkId, PartnerId, ProgrammeId, ReadingId,
    ReferralId, StepId, SubjectId, UserId,
};
use domain::instrument::Instrument;
use domain::personal::Personal;
use register::row as from;
use store::row as to;
use uuid::Uuid;
use vault::BlindKey;

use crate::Result;
use crate::blind::{self, Named};
use crate::sealing::{Cell, Keys};

/// A text as it stands, where there is one.
fn words(text: Option<&Personal<String>>) -> Option<&str> {
    text.map(|text| text.reveal().as_str())
}

/// Seals the columns of one row.
struct Sealer<'a> {
    keys: &'a Keys,
    subject: SubjectId,
    table: &'static str,
    row: Uuid,
    version: i64,
}

impl Sealer<'_> {
    fn seal(&self, column: &'static str, text: Option<&str>) -> Result<to::Sealed> {
        self.keys.seal(self.subject, Cell { table: self.table, column, row: self.row, version: self.version }, text)
    }
}

pub(crate) fn citizen(keys: &Keys, id: CitizenId, version: i64, row: &from::Citizen) -> Result<to::Citizen> {
    let sealer = Sealer { keys, subject: id.into(), table: "citizen", row: id.0, version };
    Ok(to::Citizen {
        id,
        gender: row.gender,
        birth_year: row.birth_year.map(i64::from),
        protected_address: row.protected_address.unwrap_or(false),
        safe_contact: row.safe_contact.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(","),
        alias: sealer.seal("alias", words(row.alias.as_ref()))?,
        name: sealer.seal("name", words(row.name.as_ref()))?,
        cpr: sealer.seal("cpr", words(row.cpr.as_ref()))?,
        phone: sealer.seal("phone", words(row.phone.as_ref()))?,
        register_id: sealer.seal("register_id", Some(&row.id))?,
    })
}

/// What finds the citizen again in the programme.
pub(crate) fn blind(key: &BlindKey, programme: ProgrammeId, id: CitizenId, row: &from::Citizen) -> Vec<to::Blind> {
    let named = Named {
        alias: words(row.alias.as_ref()),
        name: words(row.name.as_ref()),
        cpr: words(row.cpr.as_ref()),
        phone: words(row.phone.as_ref()),
        birth_year: row.birth_year.map(i64::from),
        register_id: Some(&row.id),
    };
    blind::entries(key, programme, id, &named)
}

/// What a register says came of an enquiry: it has a partner's name where somebody was referred, and nothing else.
fn outcome(row: &from::Enquiry) -> Option<EnquiryOutcome> {
    match (&row.referred_to, row.wants_course) {
        (Some(_), _) => Some(EnquiryOutcome::Referred),
        (None, Some(false)) => Some(EnquiryOutcome::CitizensNo),
        (None, _) => None,
    }
}

pub(crate) fn enquiry(
    keys: &Keys,
    id: EnquiryId,
    version: i64,
    row: &from::Enquiry,
    citizen: Option<CitizenId>,
    partner: impl Fn(&str) -> Option<PartnerId>,
) -> Result<to::Enquiry> {
    let subject = citizen.map_or(SubjectId::from(id), SubjectId::from);
    let sealer = Sealer { keys, subject, table: "enquiry", row: id.0, version };
    Ok(to::Enquiry {
        id,
        citizen,
        received_on: row.received_on,
        channel: row.channel,
        referrer: row.referrer.as_deref().and_then(&partner),
        wants_course: row.wants_course,
        research_consent: row.research_consent,
        referred_to: row.referred_to.as_deref().and_then(&partner),
        note: sealer.seal("note", words(row.note.as_ref()))?,
        outcome: outcome(row),
        answered_on: outcome(row).map(|_| row.received_on),
        has_background: None,
        is_willing: None,
        words: None,
    })
}

pub(crate) fn course(
    keys: &Keys,
    id: CourseId,
    version: i64,
    row: &from::Course,
    citizen: CitizenId,
) -> Result<to::Course> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "course", row: id.0, version };
    Ok(to::Course {
        id,
        citizen,
        register_id: Some(row.id.clone()),
        clarification_began_on: row.clarification_began_on,
        clarification_ended_on: row.clarification_ended_on,
        clarification_end: sealer.seal("clarification_end", words(row.clarification_reason.as_ref()))?,
        clarification_outcome: None,
        closed_on: row.closed_on,
        closing_reason: row.closing_reason,
        closing: sealer.seal("closing", words(row.closing_text.as_ref()))?,
        enquiry: None,
    })
}

/// The worker works with the course from its clarification to its end.
pub(crate) fn assignment(id: Uuid, course: CourseId, row: &from::Course, worker: UserId) -> to::Assignment {
    let to = row.closed_on.or(row.clarification_ended_on);
    to::Assignment { id: AssignmentId(id), course, worker, from: row.clarification_began_on, to }
}

pub(crate) fn reading(
    keys: &Keys,
    id: ReadingId,
    version: i64,
    row: &from::Reading,
    (course, citizen): (CourseId, CitizenId),
    instrument: &Instrument,
) -> Result<to::Reading> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "reading", row: id.0, version };
    let notes: serde_json::Map<String, serde_json::Value> = row
        .notes
        .iter()
        .filter_map(|note| Some((instrument.items.get(note.item)?.key.clone(), note.text.reveal().as_str().into())))
        .collect();
    let notes = (!notes.is_empty()).then(|| serde_json::Value::Object(notes).to_string());
    Ok(to::Reading {
        id,
        course,
        instrument: row.instrument.clone(),
        instrument_version: instrument.version.clone(),
        made_on: row.made_on,
        filled_by: row.filled_by,
        answers: row.answers.packed(),
        worker_answers: None,
        notes: sealer.seal("notes", notes.as_deref())?,
        withdrawn: false,
    })
}

pub(crate) fn contact(
    keys: &Keys,
    id: ContactId,
    version: i64,
    row: &from::Contact,
    (course, citizen): (CourseId, CitizenId),
) -> Result<to::Contact> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "contact", row: id.0, version };
    Ok(to::Contact {
        id,
        course,
        on: row.on,
        kind: row.kind,
        place: row.place,
        with: row.with,
        minutes: row.minutes.map(i64::from),
        text: sealer.seal("text", words(row.text.as_ref()))?,
    })
}

pub(crate) fn goal(
    keys: &Keys,
    id: GoalId,
    version: i64,
    row: &from::Goal,
    (course, citizen): (CourseId, CitizenId),
) -> Result<to::Goal> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "goal", row: id.0, version };
    Ok(to::Goal {
        id,
        course,
        created_on: row.created_on,
        area: row.area.clone(),
        text: sealer.seal("text", words(row.text.as_ref()))?,
        state: row.state.unwrap_or(GoalState::Active),
        state_on: row.state_on.unwrap_or(row.created_on),
        from: None,
        proposed_by: None,
        is_outside: None,
        outside: None,
    })
}

pub(crate) fn step(
    keys: &Keys,
    id: StepId,
    version: i64,
    row: &from::Step,
    (course, citizen): (CourseId, CitizenId),
) -> Result<to::Step> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "step", row: id.0, version };
    Ok(to::Step {
        id,
        course,
        created_on: row.created_on,
        due_on: row.agreed_for,
        doer: row.doer,
        text: sealer.seal("text", Some(row.text.reveal()))?,
        done_on: row.done_on,
    })
}

pub(crate) fn mark(
    keys: &Keys,
    id: MarkId,
    version: i64,
    row: &from::Mark,
    (course, citizen): (CourseId, CitizenId),
) -> Result<to::Mark> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "mark", row: id.0, version };
    Ok(to::Mark {
        id,
        course,
        on: row.on,
        kind: row.kind,
        phase: row.phase.map(i64::from),
        area: row.area.clone(),
        note: sealer.seal("note", words(row.note.as_ref()))?,
    })
}

pub(crate) fn reply(
    keys: &Keys,
    id: Uuid,
    version: i64,
    row: &from::Reply,
    (course, citizen): (CourseId, CitizenId),
) -> Result<to::Reply> {
    let sealer = Sealer { keys, subject: citizen.into(), table: "reply", row: id, version };
    Ok(to::Reply {
        id,
        course,
        due: row.due,
        on: row.on,
        reply: row.reply,
        note: sealer.seal("note", words(row.note.as_ref()))?,
    })
}

pub(crate) fn referral(id: ReferralId, row: &from::Referral, course: CourseId, partner: PartnerId) -> to::Referral {
    to::Referral {
        id,
        course,
        sent_on: row.sent_on,
        partner,
        area: row.area.clone(),
        consent: row.consent,
        state: row.state.unwrap_or(ReferralState::Sent),
        state_on: row.state_on,
        from: None,
        goal: None,
        offer: None,
        consent_id: None,
        shared: None,
        message: None,
        answer: None,
    }
}
