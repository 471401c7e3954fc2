//! Keeping what an import planned: keys first, then every fact in one transaction with one entry in the log.
//!
//! A changed row becomes the next version of its fact. What is sealed is sealed to that version, so the one before is stamped
//! first and tells its number.

use std::collections::{HashMap, HashSet};

use domain::access::Grant;
use domain::code::{ClarificationOutcome, EnquiryOutcome, Role};
use domain::event::Event;
use domain::id::{CitizenId, CourseId, EnquiryId, ProgrammeId, SubjectId, UserId};
use register::row as from;
use store::Work;
use store::enquiry::KeptEnquiry;
use store::partner::PartnerRow;
use store::record::Fact;
use store::row::Version;
use store::user::{MembershipRow, UserRow};
use uuid::Uuid;

use super::identity::Verdict;
use super::plan::Plan;
use super::write;
use crate::facts::maybe_code;
use crate::sealing::{Cell, Keys};
use crate::{App, Cx, Error, Result};

/// Keeps a plan.
pub(super) async fn keep(app: &App, cx: &Cx, grant: Grant, plan: Plan<'_>) -> Result<()> {
    let keys = keys(app, cx, &grant, &plan).await?;
    let members = app.store().read(&grant).await?.members(cx.programme_id).await?;
    let accounts = app.store().read(&grant).await?.users(cx.organisation).await?;
    let work = app.store().begin(grant).await?;
    let mut keeping = Keeping { app, cx, plan: &plan, keys: &keys, work };
    keeping.partners().await?;
    keeping.workers(&accounts, &members).await?;
    keeping.citizens().await?;
    keeping.enquiries().await?;
    keeping.courses().await?;
    keeping.readings().await?;
    keeping.beside().await?;
    for row in plan.changed_rows() {
        keeping.work.forget_imported(cx.programme_id, &row.sheet, &row.key).await?;
    }
    keeping.work.note_imported(cx.programme_id, &plan.fresh).await?;
    let event = Event::RegisterImported { added: plan.added, changed: plan.changed };
    keeping.work.commit(cx.entry(event, Vec::new()), cx.now).await?;
    Ok(())
}

/// The key of everybody the register names: new ones are made and committed before anything is sealed under them.
async fn keys(app: &App, cx: &Cx, grant: &Grant, plan: &Plan<'_>) -> Result<Keys> {
    let anonymous = plan.register.enquiries.iter().zip(&plan.enquiries).filter(|(row, _)| row.citizen.is_none());
    let subjects = plan.citizens.iter().chain(anonymous.map(|(_, verdict)| verdict)).chain(&plan.workers);
    let mut keys = Keys::new(cx.organisation);
    let (mut fresh, mut known) = (Vec::new(), Vec::new());
    for verdict in subjects {
        let subject = SubjectId(verdict.row());
        match verdict {
            Verdict::New(_) if !plan.has_account(verdict.row()) => {
                let (key, wrapped) = app.store().keys().new_key(cx.organisation, subject)?;
                keys.hold(subject, key);
                fresh.push(wrapped);
            }
            _ => known.push(subject),
        }
    }
    let mut without: HashSet<SubjectId> = known.iter().copied().collect();
    for wrapped in app.store().read(grant).await?.wrapped_keys(&known).await? {
        without.remove(&SubjectId(wrapped.subject));
        keys.hold(SubjectId(wrapped.subject), app.store().keys().open(&wrapped)?);
    }
    // An enquiry whose citizen wants to stay unknown has had no key of its own until now. Anybody else without one is shredded.
    let anonymous = plan.register.enquiries.iter().zip(&plan.enquiries).filter(|(row, _)| row.citizen.is_none());
    for (_, verdict) in anonymous.filter(|(_, verdict)| without.contains(&SubjectId(verdict.row()))) {
        let subject = SubjectId(verdict.row());
        let (key, wrapped) = app.store().keys().new_key(cx.organisation, subject)?;
        keys.hold(subject, key);
        fresh.push(wrapped);
    }
    if !fresh.is_empty() {
        app.store().add_keys(grant, &fresh).await?;
    }
    Ok(keys)
}

struct Keeping<'a> {
    app: &'a App,
    cx: &'a Cx,
    plan: &'a Plan<'a>,
    keys: &'a Keys,
    work: Work,
}

impl Keeping<'_> {
    /// The number of the version to be written for a row; none where nothing is new.
    async fn version(&mut self, verdict: Verdict, fact: impl FnOnce(Option<CourseId>) -> Fact) -> Result<Option<i64>> {
        Ok(match verdict {
            Verdict::Same(_) => None,
            Verdict::New(_) => Some(1),
            Verdict::Changed(_, course) => Some(self.work.supersede(fact(course), self.cx.now).await?),
        })
    }

    const fn programme(&self) -> ProgrammeId {
        self.cx.programme_id
    }

    async fn partners(&mut self) -> Result<()> {
        let row = |(id, name): &(domain::id::PartnerId, String)| PartnerRow {
            organisation: self.cx.organisation.0,
            id: id.0,
            version: 1,
            name: name.clone(),
            short_name: None,
        };
        let rows: Vec<PartnerRow> = self.plan.new_partners.iter().map(row).collect();
        Ok(self.work.put_partners(&rows, self.cx.now).await?)
    }

    /// A worker of the register has an account, without a password until somebody gives it one, and a part in the programme.
    async fn workers(&mut self, accounts: &[UserRow], members: &[MembershipRow]) -> Result<()> {
        for (row, verdict) in self.plan.register.workers.iter().zip(&self.plan.workers) {
            if matches!(verdict, Verdict::Same(_)) {
                continue;
            }
            let id = verdict.row();
            let account = accounts.iter().find(|account| account.id == id);
            let version = account.map_or(1, |account| account.version + 1);
            let cell = |version| Cell { table: "user_account", column: "name", row: id, version };
            let before = account.and_then(|account| account.name_sealed.as_deref());
            let kept = self.keys.open(SubjectId(id), cell(version - 1), before)?;
            let name = row.name.as_ref().or(kept.as_ref()).map(|name| name.reveal().as_str());
            let user = UserRow {
                id,
                version,
                organisation: self.cx.organisation.0,
                user_name: row.user_name.to_lowercase(),
                name_sealed: self.keys.seal(SubjectId(id), cell(version), name)?,
                password_hash: account.and_then(|account| account.password_hash.clone()),
                disabled_at: account.and_then(|account| account.disabled_at),
                expires_on: account.and_then(|account| account.expires_on),
            };
            self.work.put_user(&user, self.cx.now).await?;
            // A partner's person is tied to the partner; everybody else in the list is of the team.
            let partner = row.partner.as_ref().and_then(|name| self.plan.partners.get(name));
            let role = if partner.is_some() { Role::Partner } else { Role::Worker };
            let before = members.iter().find(|member| member.user == id && member.role == role.code());
            let membership = MembershipRow {
                id: before.map_or_else(|| self.cx.new_id(), |before| Ok(before.id))?,
                version: before.map_or(1, |before| before.version + 1),
                user: id,
                programme: self.programme().0,
                role: role.code().to_owned(),
                partner: partner.map(|partner| partner.0),
                from: row.from.unwrap_or(self.cx.programme.funding.from),
                to: row.to,
            };
            self.work.put_membership(&membership, self.cx.now).await?;
        }
        Ok(())
    }

    async fn citizens(&mut self) -> Result<()> {
        let (mut rows, mut blind, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        for (row, verdict) in self.plan.register.citizens.iter().zip(&self.plan.citizens) {
            let id = CitizenId(verdict.row());
            let Some(number) = self.version(*verdict, |_| Fact::Citizen(id.0)).await? else { continue };
            rows.push(Version { number, fact: write::citizen(self.keys, id, number, row)? });
            blind.extend(write::blind(self.app.store().keys().blind(), self.programme(), id, row));
            changed.extend((number > 1).then_some(id.0));
        }
        self.work.add_citizens(self.cx.organisation, &rows, self.cx.now).await?;
        Ok(self.work.replace_blind(self.cx.organisation, &changed, &blind).await?)
    }

    fn citizen(&self, register_id: &str) -> Result<CitizenId> {
        let place = self.plan.citizen_places.get(register_id).and_then(|at| self.plan.citizens.get(*at));
        place.map(|verdict| CitizenId(verdict.row())).ok_or_else(|| lost("citizen"))
    }

    /// A row's course and the course's citizen.
    fn course(&self, register_id: &str) -> Result<(CourseId, CitizenId)> {
        let (course, at) = self.plan.course_ids.get(register_id).ok_or_else(|| lost("course"))?;
        let row = self.plan.register.courses.get(*at).ok_or_else(|| lost("course"))?;
        Ok((*course, self.citizen(&row.citizen)?))
    }

    async fn enquiries(&mut self) -> Result<()> {
        let programme = self.programme();
        let mut rows = Vec::new();
        for (row, verdict) in self.plan.register.enquiries.iter().zip(&self.plan.enquiries) {
            let id = verdict.row();
            let before = match verdict {
                Verdict::Changed(..) => self.work.enquiry(programme, EnquiryId(id)).await?,
                Verdict::New(_) | Verdict::Same(_) => None,
            };
            let Some(number) = self.version(*verdict, |_| Fact::Enquiry(programme, id)).await? else { continue };
            let citizen = row.citizen.as_deref().map(|id| self.citizen(id)).transpose()?;
            let partner = |name: &str| self.plan.partners.get(name).copied();
            let mut fact = write::enquiry(self.keys, EnquiryId(id), number, row, citizen, partner)?;
            if let Some(before) = before {
                answered(self.app, self.cx, &mut self.work, &before, &mut fact, number).await?;
            }
            rows.push(Version { number, fact });
        }
        Ok(self.work.add_enquiries(programme, &rows, self.cx.now).await?)
    }

    async fn courses(&mut self) -> Result<()> {
        let programme = self.programme();
        let (mut rows, mut assignments) = (Vec::new(), Vec::new());
        for (row, verdict) in self.plan.register.courses.iter().zip(&self.plan.courses) {
            let id = CourseId(verdict.row());
            let before = match verdict {
                Verdict::Changed(..) => self.work.kept_course(programme, id).await?,
                Verdict::New(_) | Verdict::Same(_) => None,
            };
            let Some(number) = self.version(*verdict, |_| Fact::Course(programme, id.0)).await? else { continue };
            let citizen = self.citizen(&row.citizen)?;
            let mut fact = write::course(self.keys, id, number, row, citizen)?;
            if let Some(before) = before {
                fact.enquiry = before.enquiry.map(EnquiryId);
                let outcome = maybe_code(ClarificationOutcome::parse, before.clarification_outcome.as_deref())?;
                fact.clarification_outcome = outcome.filter(|_| fact.clarification_ended_on.is_some());
            }
            rows.push(Version { number, fact });
            if number > 1 {
                self.work.supersede_assignments(programme, id, self.cx.now).await?;
            }
            if let Some(worker) = self.worker(row)? {
                let fact = write::assignment(self.cx.new_id()?, id, row, worker);
                assignments.push(Version { number: 1, fact });
            }
        }
        self.work.add_courses(programme, &rows, self.cx.now).await?;
        Ok(self.work.add_assignments(programme, &assignments, self.cx.now).await?)
    }

    fn worker(&self, row: &from::Course) -> Result<Option<UserId>> {
        let user = |name: &String| self.plan.users.get(&name.to_lowercase()).copied().ok_or_else(|| lost("worker"));
        row.worker.as_ref().map(user).transpose()
    }

    async fn readings(&mut self) -> Result<()> {
        let programme = self.programme();
        let instruments: HashMap<&str, _> =
            self.app.instruments().all().iter().map(|pack| (pack.key.as_str(), pack)).collect();
        let mut rows = Vec::with_capacity(self.plan.readings.len());
        for (row, verdict) in self.plan.register.readings.iter().zip(&self.plan.readings) {
            let id = verdict.row();
            let of = self.course(&row.course)?;
            let fact = |course: Option<CourseId>| Fact::Reading(programme, course.unwrap_or(of.0), id);
            let Some(number) = self.version(*verdict, fact).await? else { continue };
            let instrument = instruments.get(row.instrument.as_str()).ok_or_else(|| lost("instrument"))?;
            let fact = write::reading(self.keys, id.into(), number, row, of, instrument)?;
            rows.push(Version { number, fact });
        }
        Ok(self.work.add_readings(programme, &rows, self.cx.now).await?)
    }

    /// What has no rule of its own here: contacts, goals, steps, marks, replies, referrals.
    async fn beside(&mut self) -> Result<()> {
        let (register, plan, keys) = (self.plan.register, self.plan, self.keys);
        let (programme, now) = (self.programme(), self.cx.now);
        macro_rules! kept {
            ($list:ident, $fact:ident, |$id:ident, $number:ident, $row:ident, $of:ident| $write:expr) => {{
                let mut rows = Vec::with_capacity(plan.$list.len());
                for ($row, verdict) in register.$list.iter().zip(&plan.$list) {
                    let $id: Uuid = verdict.row();
                    let $of = self.course(&$row.course)?;
                    let fact = |course: Option<CourseId>| Fact::$fact(programme, course.unwrap_or($of.0), $id);
                    let Some($number) = self.version(*verdict, fact).await? else { continue };
                    rows.push(Version { number: $number, fact: $write });
                }
                rows
            }};
        }
        let rows = kept!(contacts, Contact, |id, number, row, of| write::contact(keys, id.into(), number, row, of)?);
        self.work.add_contacts(programme, &rows, now).await?;
        let rows = kept!(goals, Goal, |id, number, row, of| write::goal(keys, id.into(), number, row, of)?);
        self.work.add_goals(programme, &rows, now).await?;
        let rows = kept!(steps, Step, |id, number, row, of| write::step(keys, id.into(), number, row, of)?);
        self.work.add_steps(programme, &rows, now).await?;
        let rows = kept!(marks, Mark, |id, number, row, of| write::mark(keys, id.into(), number, row, of)?);
        self.work.add_marks(programme, &rows, now).await?;
        let rows = kept!(replies, Reply, |id, number, row, of| write::reply(keys, id, number, row, of)?);
        self.work.add_replies(programme, &rows, now).await?;
        let rows = kept!(referrals, Referral, |id, number, row, of| {
            let partner = plan.partners.get(&row.partner).copied().ok_or_else(|| lost("partner"))?;
            write::referral(id.into(), row, of.0, partner)
        });
        Ok(self.work.add_referrals(programme, &rows, now).await?)
    }
}

/// Carries over what was recorded on screen and no register has a column for: the answer to an enquiry.
async fn answered(
    app: &App,
    cx: &Cx,
    work: &mut Work,
    before: &KeptEnquiry,
    fact: &mut store::row::Enquiry,
    number: i64,
) -> Result<()> {
    fact.has_background = before.has_background;
    fact.is_willing = before.is_willing;
    let outcome = maybe_code(EnquiryOutcome::parse, before.outcome.as_deref())?;
    if fact.outcome.is_none() && outcome.is_some() {
        fact.outcome = outcome;
        fact.answered_on = before.answered_on;
    }
    if before.words.is_some() {
        let own = SubjectId(before.id);
        let of = |citizen: Option<Uuid>| citizen.map_or(own, SubjectId);
        let (was, is) = (of(before.citizen), of(fact.citizen.map(|citizen| citizen.0)));
        let mut keys = Keys::new(cx.organisation);
        for wrapped in work.wrapped_keys(&[was, is]).await? {
            keys.hold(SubjectId(wrapped.subject), app.store().keys().open(&wrapped)?);
        }
        let cell = |version| Cell { table: "enquiry", column: "words", row: before.id, version };
        let words = keys.open(was, cell(before.version), before.words.as_deref())?;
        fact.words = keys.seal(is, cell(number), words.as_ref().map(|words| words.reveal().as_str()))?;
    }
    Ok(())
}

/// A register that was checked may still meet a store that somebody changed by hand.
fn lost(what: &str) -> Error {
    Error::Refused(format!("the {what} that a row belongs to is not in the store; check the store with `audit verify`"))
}
