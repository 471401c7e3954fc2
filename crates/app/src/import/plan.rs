//! What an import would do: a verdict on every row, before anything is written.

use std::collections::{HashMap, HashSet};

use domain::access::Grant;
use domain::id::{CourseId, PartnerId, UserId};
use register::{Register, row};
use store::row::Imported;
use uuid::Uuid;

use super::identity::{Ledger, Parts, Verdict};
use crate::{App, Cx, Result};

/// The verdicts on a register's rows, list by list in the order of the file.
pub(super) struct Plan<'r> {
    pub(super) register: &'r Register,
    pub(super) citizens: Vec<Verdict>,
    pub(super) enquiries: Vec<Verdict>,
    pub(super) courses: Vec<Verdict>,
    pub(super) readings: Vec<Verdict>,
    pub(super) goals: Vec<Verdict>,
    pub(super) contacts: Vec<Verdict>,
    pub(super) referrals: Vec<Verdict>,
    pub(super) steps: Vec<Verdict>,
    pub(super) marks: Vec<Verdict>,
    pub(super) replies: Vec<Verdict>,
    pub(super) workers: Vec<Verdict>,
    /// Each register id of a course: its row in the store and its place in the file.
    pub(super) course_ids: HashMap<&'r str, (CourseId, usize)>,
    /// Each register id of a citizen: its place in the file.
    pub(super) citizen_places: HashMap<&'r str, usize>,
    /// Every partner named, known or new.
    pub(super) partners: HashMap<String, PartnerId>,
    /// The partners among them that are new.
    pub(super) new_partners: Vec<(PartnerId, String)>,
    /// Every account of the organisation, and the register's new ones.
    pub(super) users: HashMap<String, UserId>,
    /// The accounts that were there before.
    known_accounts: HashSet<Uuid>,
    /// The keys that the ledger had before.
    noted: HashSet<[u8; 16]>,
    /// What the ledger learns.
    pub(super) fresh: Vec<store::row::Imported>,
    /// Rows added.
    pub(super) added: u64,
    /// Rows changed.
    pub(super) changed: u64,
}

impl Plan<'_> {
    /// Whether a row of the register is an account that was there before.
    pub(super) fn has_account(&self, row: Uuid) -> bool {
        self.known_accounts.contains(&row)
    }

    /// The ledger's rows that were there before and say something else now.
    pub(super) fn changed_rows(&self) -> impl Iterator<Item = &Imported> {
        self.fresh.iter().filter(|row| self.noted.contains(&row.key))
    }
}

/// Compares the register with what earlier imports left.
pub(super) async fn plan<'r>(app: &App, cx: &Cx, grant: &Grant, register: &'r Register) -> Result<Plan<'r>> {
    let mut reader = app.store().read(grant).await?;
    let known: Vec<Imported> = reader.imported(cx.programme_id).await?.into_iter().filter_map(imported).collect();
    let users = reader.users(cx.organisation).await?;
    let mut users: HashMap<String, UserId> = users.into_iter().map(|row| (row.user_name, UserId(row.id))).collect();
    let known_accounts: HashSet<Uuid> = users.values().map(|user| user.0).collect();
    let noted: HashSet<[u8; 16]> = known.iter().map(|row| row.key).collect();
    let known_partners = reader.partners(cx.organisation).await?;
    let mut partners: HashMap<String, PartnerId> =
        known_partners.into_iter().map(|row| (row.name, PartnerId(row.id))).collect();
    drop(reader);

    let content_key = app.store().keys().content();
    let mut ledger = Ledger::new(content_key, known);
    let new_id = || cx.new_id();

    let mut workers = Vec::with_capacity(register.workers.len());
    for row in &register.workers {
        let content = Parts::default()
            .and_maybe(row.name.as_ref().map(|name| name.reveal()))
            .and_maybe(row.from)
            .and_maybe(row.to);
        // A list without the column says what it said before.
        let content = match &row.partner {
            Some(partner) => content.and(partner),
            None => content,
        };
        // An account of that name that was made otherwise is the worker's.
        let existing = users.get(&row.user_name.to_lowercase()).copied();
        let id = || existing.map_or_else(new_id, |user| Ok(user.0));
        let verdict = ledger.by_id("medarbejdere", &row.user_name, &content, id, None)?;
        users.insert(row.user_name.to_lowercase(), verdict.row().into());
        workers.push(verdict);
    }
    let mut citizens = Vec::with_capacity(register.citizens.len());
    for row in &register.citizens {
        citizens.push(ledger.by_id("borgere", &row.id, &citizen(row), new_id, None)?);
    }
    let citizen_places = register.citizens.iter().enumerate().map(|(at, row)| (row.id.as_str(), at)).collect();
    let mut enquiries = Vec::with_capacity(register.enquiries.len());
    for row in &register.enquiries {
        enquiries.push(ledger.by_id("henvendelser", &row.id, &enquiry(row), new_id, None)?);
    }
    let mut courses = Vec::with_capacity(register.courses.len());
    let mut course_ids = HashMap::with_capacity(register.courses.len());
    for (at, row) in register.courses.iter().enumerate() {
        let verdict = ledger.by_id("forloeb", &row.id, &course(row), new_id, None)?;
        course_ids.insert(row.id.as_str(), (CourseId(verdict.row()), at));
        courses.push(verdict);
    }
    let course_of = |id: &str| course_ids.get(id).map(|(course, _)| *course);
    // What belongs to a course is sealed under its citizen's key: a course that turns out to be somebody else's takes it along.
    let whose = |id: &str| -> &str {
        course_ids.get(id).and_then(|(_, at)| register.courses.get(*at)).map_or("", |course| &course.citizen)
    };
    let mut readings = Vec::with_capacity(register.readings.len());
    for row in &register.readings {
        readings.push(ledger.by_id(
            "maalinger",
            &row.id,
            &reading(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut goals = Vec::with_capacity(register.goals.len());
    for row in &register.goals {
        goals.push(ledger.by_id(
            "maal",
            &row.id,
            &goal(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut contacts = Vec::with_capacity(register.contacts.len());
    for row in &register.contacts {
        let place = Parts::default().and(&row.course).and(row.on.to_string()).and_maybe(row.kind);
        contacts.push(ledger.by_place(
            "kontakter",
            place,
            &contact(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut referrals = Vec::with_capacity(register.referrals.len());
    for row in &register.referrals {
        let place = Parts::default().and(&row.course).and(row.sent_on.to_string()).and(&row.partner);
        referrals.push(ledger.by_place(
            "henvisninger",
            place,
            &referral(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut steps = Vec::with_capacity(register.steps.len());
    for row in &register.steps {
        let place = Parts::default().and(&row.course).and(row.created_on.to_string());
        steps.push(ledger.by_place(
            "skridt",
            place,
            &step(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut marks = Vec::with_capacity(register.marks.len());
    for row in &register.marks {
        let place = Parts::default().and(&row.course).and(row.on.to_string()).and(row.kind.code());
        marks.push(ledger.by_place(
            "begivenheder",
            place,
            &mark(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }
    let mut replies = Vec::with_capacity(register.replies.len());
    for row in &register.replies {
        let place = Parts::default().and(&row.course).and(row.due.to_string());
        replies.push(ledger.by_place(
            "opfoelgninger",
            place,
            &reply(row).and(whose(&row.course)),
            new_id,
            course_of(&row.course),
        )?);
    }

    let mut new_partners = Vec::new();
    let named = register.referrals.iter().map(|row| &row.partner);
    let named = named.chain(register.enquiries.iter().flat_map(|row| row.referrer.iter().chain(&row.referred_to)));
    let named = named.chain(register.workers.iter().flat_map(|row| &row.partner));
    for name in named {
        if !partners.contains_key(name) {
            let id = PartnerId(cx.new_id()?);
            partners.insert(name.clone(), id);
            new_partners.push((id, name.clone()));
        }
    }
    let Ledger { fresh, added, changed, .. } = ledger;
    Ok(Plan {
        register,
        citizens,
        enquiries,
        courses,
        readings,
        goals,
        contacts,
        referrals,
        steps,
        marks,
        replies,
        workers,
        course_ids,
        citizen_places,
        partners,
        new_partners,
        users,
        known_accounts,
        noted,
        fresh,
        added,
        changed,
    })
}

/// A row of the ledger as the store keeps it; one with a hash of another length is none of ours and is seen as new.
fn imported(row: store::facts::ImportedRow) -> Option<Imported> {
    Some(Imported {
        sheet: row.sheet,
        key: row.key.try_into().ok()?,
        row: row.row,
        course: row.course.map(CourseId),
        content: row.content.try_into().ok()?,
    })
}

fn citizen(row: &row::Citizen) -> Parts {
    let safe: Vec<&str> = row.safe_contact.iter().map(|rule| rule.code()).collect();
    Parts::default()
        .and_maybe(row.alias.as_ref().map(|text| text.reveal()))
        .and_maybe(row.name.as_ref().map(|text| text.reveal()))
        .and_maybe(row.cpr.as_ref().map(|text| text.reveal()))
        .and_maybe(row.gender)
        .and_maybe(row.birth_year)
        .and_maybe(row.phone.as_ref().map(|text| text.reveal()))
        .and_maybe(row.protected_address)
        .and(safe.join(","))
}

fn enquiry(row: &row::Enquiry) -> Parts {
    Parts::default()
        .and(row.received_on.to_string())
        .and_maybe(row.channel)
        .and_maybe(row.referrer.as_ref())
        .and_maybe(row.citizen.as_ref())
        .and_maybe(row.wants_course)
        .and_maybe(row.research_consent)
        .and_maybe(row.referred_to.as_ref())
        .and_maybe(row.note.as_ref().map(|text| text.reveal()))
}

fn course(row: &row::Course) -> Parts {
    Parts::default()
        .and(&row.citizen)
        .and(row.clarification_began_on.to_string())
        .and_maybe(row.clarification_ended_on)
        .and_maybe(row.clarification_reason.as_ref().map(|text| text.reveal()))
        .and_maybe(row.closed_on)
        .and_maybe(row.closing_reason)
        .and_maybe(row.closing_text.as_ref().map(|text| text.reveal()))
        .and_maybe(row.worker.as_ref())
}

fn reading(row: &row::Reading) -> Parts {
    let notes =
        row.notes.iter().fold(Parts::default(), |parts, note| parts.and(note.item.to_string()).and(note.text.reveal()));
    notes
        .and(&row.course)
        .and(&row.instrument)
        .and(row.made_on.to_string())
        .and_maybe(row.filled_by)
        .and(row.answers.packed())
}

fn goal(row: &row::Goal) -> Parts {
    Parts::default()
        .and(&row.course)
        .and(row.created_on.to_string())
        .and_maybe(row.area.as_ref())
        .and_maybe(row.text.as_ref().map(|text| text.reveal()))
        .and_maybe(row.state)
        .and_maybe(row.state_on)
}

fn contact(row: &row::Contact) -> Parts {
    Parts::default()
        .and_maybe(row.place)
        .and_maybe(row.with)
        .and_maybe(row.minutes)
        .and_maybe(row.text.as_ref().map(|text| text.reveal()))
}

fn referral(row: &row::Referral) -> Parts {
    Parts::default().and_maybe(row.area.as_ref()).and_maybe(row.consent).and_maybe(row.state).and_maybe(row.state_on)
}

fn step(row: &row::Step) -> Parts {
    Parts::default().and(row.text.reveal()).and_maybe(row.agreed_for).and_maybe(row.doer).and_maybe(row.done_on)
}

fn mark(row: &row::Mark) -> Parts {
    Parts::default()
        .and_maybe(row.phase)
        .and_maybe(row.area.as_ref())
        .and_maybe(row.note.as_ref().map(|text| text.reveal()))
}

fn reply(row: &row::Reply) -> Parts {
    Parts::default()
        .and(row.on.to_string())
        .and(row.reply.code())
        .and_maybe(row.note.as_ref().map(|text| text.reveal()))
}
