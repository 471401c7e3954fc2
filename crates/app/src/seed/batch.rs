//! A thousand invented citizens as rows of the store, sealed.

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};
use domain::code::Role;
use domain::id::{CitizenId, CourseId, ReadingId, UserId};
use domain::instrument::Instrument;
use domain::personal::Personal;
use store::key::WrappedKey;
use store::row::{self, Version};
use store::user::{MembershipRow, UserRow};
use uuid::Uuid;

use super::chance::Chance;
use super::life::{Life, Setting, told_on};
use super::words;
use crate::import::write;
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// Citizens of one worker: as many closed as attached.
const OF_A_WORKER: u64 = 20;
/// What keeps a worker's chance apart from the citizens' (and from the coordinator's).
const WORKERS: u64 = 1 << 40;
const COORDINATORS: u64 = 1 << 41;

/// Who works in one seeded programme, and what its people are made from.
pub(super) struct Team {
    pub(super) cx: Cx,
    app: App,
    seed: u64,
    instruments: std::sync::Arc<[Instrument]>,
    password_hash: String,
    /// The number of its first citizen over all programmes.
    first: u64,
}

/// Rows ready to be written.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) keys: Vec<WrappedKey>,
    pub(super) users: Vec<(UserRow, MembershipRow)>,
    pub(super) workers: Vec<String>,
    pub(super) citizens: Vec<Version<row::Citizen>>,
    pub(super) blind: Vec<row::Blind>,
    pub(super) enquiries: Vec<Version<row::Enquiry>>,
    pub(super) courses: Vec<Version<row::Course>>,
    pub(super) assignments: Vec<Version<row::Assignment>>,
    pub(super) readings: Vec<Version<row::Reading>>,
    pub(super) contacts: Vec<Version<row::Contact>>,
    pub(super) goals: Vec<Version<row::Goal>>,
    pub(super) steps: Vec<Version<row::Step>>,
    pub(super) marks: Vec<Version<row::Mark>>,
}

impl Team {
    pub(super) fn new(app: &App, cx: Cx, seed: u64, password_hash: String, first: u64) -> Result<Self> {
        let instruments = app.instruments().of(&cx.programme);
        Ok(Self { cx, app: app.clone(), seed, instruments, password_hash, first })
    }

    pub(super) fn coordinator_name(&self) -> String {
        format!("{}-koordinator", self.cx.programme.key)
    }

    /// The citizens numbered so in the programme, with the workers whose first citizen is among them.
    pub(super) fn batch(&self, citizens: Range<u64>) -> Result<Batch> {
        let mut batch = Batch::default();
        let setting = Setting { programme: &self.cx.programme, instruments: &self.instruments, seed: self.seed };
        if citizens.start == 0 {
            self.user(&mut batch, COORDINATORS + self.first, self.coordinator_name(), Role::Coordinator)?;
        }
        let mut worker = (UserId(Uuid::nil()), String::new());
        for at in citizens {
            if at % OF_A_WORKER == 0 || worker.1.is_empty() {
                let nth = at / OF_A_WORKER;
                let name = format!("{}-medarbejder-{}", self.cx.programme.key, nth + 1);
                worker = (self.user(&mut batch, WORKERS + self.first + nth, name.clone(), Role::Worker)?, name);
                batch.workers.push(worker.1.clone());
            }
            let is_closed = at % OF_A_WORKER < OF_A_WORKER / 2;
            let number = self.first + at;
            let life = setting.life(number, &worker.1, is_closed);
            self.citizen(&mut batch, number, worker.0, &life)?;
        }
        Ok(batch)
    }

    fn citizen(&self, batch: &mut Batch, number: u64, worker: UserId, life: &Life) -> Result<()> {
        let mut ids = self.ids(number);
        let citizen = CitizenId(ids.next());
        let (key, wrapped) = self.app.store().keys().new_key(self.cx.organisation, citizen.into())?;
        let mut keys = Keys::new(self.cx.organisation);
        keys.hold(citizen.into(), key);
        batch.keys.push(wrapped);
        batch.citizens.push(first(write::citizen(&keys, citizen, 1, &life.citizen)?));
        batch.blind.extend(write::blind(self.app.store().keys().blind(), self.cx.programme_id, citizen, &life.citizen));
        let enquiry = write::enquiry(&keys, ids.next().into(), 1, &life.enquiry, Some(citizen), |_| None)?;
        batch.enquiries.push(first(enquiry));
        let course = CourseId(ids.next());
        batch.courses.push(first(write::course(&keys, course, 1, &life.course, citizen)?));
        batch.assignments.push(first(write::assignment(ids.next(), course, &life.course, worker)));
        let of = (course, citizen);
        for reading in &life.readings {
            let instrument = self.instruments.iter().find(|instrument| instrument.key == reading.instrument);
            let instrument = instrument.ok_or(Error::NotFound)?;
            let row = write::reading(&keys, ReadingId(ids.next()), 1, reading, of, instrument)?;
            batch.readings.push(first(row));
        }
        for contact in &life.contacts {
            batch.contacts.push(first(write::contact(&keys, ids.next().into(), 1, contact, of)?));
        }
        for goal in &life.goals {
            batch.goals.push(first(write::goal(&keys, ids.next().into(), 1, goal, of)?));
        }
        batch.steps.push(first(write::step(&keys, ids.next().into(), 1, &life.step, of)?));
        for mark in &life.marks {
            batch.marks.push(first(write::mark(&keys, ids.next().into(), 1, mark, of)?));
        }
        Ok(())
    }

    fn user(&self, batch: &mut Batch, number: u64, user_name: String, role: Role) -> Result<UserId> {
        let mut ids = self.ids(number);
        let user = UserId(ids.next());
        let name = format!("{} {}", ids.chance.word(words::FIRST), ids.chance.word(words::LAST));
        let (key, wrapped) = self.app.store().keys().new_key(self.cx.organisation, user.into())?;
        let mut keys = Keys::new(self.cx.organisation);
        keys.hold(user.into(), key);
        batch.keys.push(wrapped);
        let cell = Cell { table: "user_account", column: "name", row: user.0, version: 1 };
        let account = UserRow {
            id: user.0,
            version: 1,
            organisation: self.cx.organisation.0,
            user_name,
            name_sealed: keys.seal(user.into(), cell, Some(Personal::new(name).reveal()))?,
            password_hash: Some(self.password_hash.clone()),
            disabled_at: None,
            expires_on: None,
        };
        let membership = MembershipRow {
            id: ids.next(),
            version: 1,
            user: user.0,
            programme: self.cx.programme_id.0,
            role: role.code().to_owned(),
            partner: None,
            from: self.cx.programme.funding.from,
            to: None,
        };
        batch.users.push((account, membership));
        Ok(user)
    }

    /// Ids that grow with the number, so that whoever is made later lies later in every table, and a worker's courses lie together.
    fn ids(&self, number: u64) -> Ids {
        let start = told_on().and_time(chrono::NaiveTime::MIN).and_utc();
        let millis = i64::try_from(number % WORKERS).unwrap_or(0);
        Ids { moment: start + TimeDelta::milliseconds(millis), chance: Chance::of(!self.seed, number) }
    }
}

/// The ids of one citizen's rows: a moment of its own, and chance.
struct Ids {
    moment: DateTime<Utc>,
    chance: Chance,
}

impl Ids {
    fn next(&mut self) -> Uuid {
        domain::id::new(self.moment, self.chance.bytes())
    }
}

const fn first<T>(fact: T) -> Version<T> {
    Version { number: 1, fact }
}
