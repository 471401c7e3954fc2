//! What the desk shows of a programme's facts on a day, without a name.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Grant;
use domain::caseload::caseloads;
use domain::code::{Channel, ContactKind, QuotationState};
use domain::completeness::{Beside as BesideRecord, completeness};
use domain::desk::{Beside, Due, due};
use domain::facts::{Contact, CourseWork};
use domain::id::{CitizenId, CourseId, UserId};
use domain::report::fidelity::{FidelityFigure, fidelity};
use domain::report::status::{StatusFigure, status};
use domain::status::of_course;
use store::desk::{GrantedException, SentReferral};
use store::documentation::CarriedRow;
use store::enquiry::Which;
use store::request::RequestRow;
use uuid::Uuid;

use crate::documentation::{handover, of_persons, timed};
use crate::facts::{Readings, Wanted, maybe_code};
use crate::forecast::told as forecast_told;
use crate::release::Waits;
use crate::report::works_on;
use crate::request::row_about;
use crate::sight::Sight;
use crate::view::forecast::{ForecastAsk, ForecastPage};
use crate::wind_down::{Told, telling};
use crate::{App, Cx, Result, facts};

/// Answered requests are told for so many days.
const TOLD_DAYS: i64 = 60;
/// Enquiries that are kept of those nobody has answered.
const ENQUIRIES: i64 = 50;

/// Everything that the desk shows, but for what people are called.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) status: StatusFigure,
    /// The most pressing first.
    pub(super) due: Vec<ModelDue>,
    /// Goals in no area and unsettled, of so many citizens, of so many goals.
    pub(super) unlinked: (usize, usize, u32),
    /// Worker, enrolled, in clarification.
    pub(super) loads: Vec<(UserId, usize, usize)>,
    pub(super) told: Told,
    pub(super) forecast: Arc<ForecastPage>,
    /// Without an answer by the day, the oldest first.
    pub(super) referrals: Vec<SentReferral>,
    pub(super) exceptions: Vec<GrantedException>,
    pub(super) enquiries: Vec<(Uuid, NaiveDate, Option<Channel>)>,
    pub(super) enquiries_total: usize,
    pub(super) fidelity: Arc<FidelityFigure>,
    /// Reports that wait for somebody.
    pub(super) reports: Vec<Waits>,
    /// Quotations that wait to be approved: whose, and who wrote each down.
    quotations: Vec<(CitizenId, UserId)>,
    /// Persons who have to be deleted by whoever got a research package, and nobody was told yet.
    pub(super) recalls: usize,
    requests: HashMap<Uuid, Vec<RequestRow>>,
}

/// Something missing or due in a course.
#[derive(Debug)]
pub(super) struct ModelDue {
    pub(super) course: CourseId,
    pub(super) citizen: CitizenId,
    pub(super) worker: Option<UserId>,
    pub(super) due: Due,
    pub(super) ends: Option<NaiveDate>,
}

impl Model {
    /// Of whom a quotation waits to be approved by the reader: one that somebody else wrote down.
    pub(super) fn quotations_for(&self, cx: &Cx) -> impl Iterator<Item = CitizenId> {
        let waits = self.quotations.iter().filter(|(_, author)| !cx.is_user(*author));
        waits.map(|(citizen, _)| *citizen).collect::<BTreeSet<_>>().into_iter()
    }

    /// The last request about something that is missing.
    pub(super) fn asked(&self, row: &ModelDue) -> Option<&RequestRow> {
        let of_course = self.requests.get(&row.course.0)?;
        of_course.iter().rev().find(|asked| row_about(asked).need() == Some(row.due.need))
    }
}

/// Derives the model of the context's day.
///
/// # Errors
///
/// A fault of the store.
pub(super) async fn derive(app: &App, cx: &Cx, grant: &Grant, sight: &Sight) -> Result<Model> {
    let (programme, day) = (&cx.programme, cx.today);
    let enrolling = app.instruments().enrolling(programme)?;
    let instruments = app.instruments().of(programme);
    let mut lines = app.store().read_programme(grant).await?;
    let wanted = Wanted::whole(Readings::Of(&programme.instruments));
    let (mut courses, enquiries) = facts::courses_and_enquiry_days(&mut lines, cx, wanted).await?;
    let work = facts::work(&mut lines, cx, &courses).await?;
    let reader = &mut lines.one;
    let merges = facts::merges(reader, cx).await?;
    let records = reader.records(cx.programme_id, cx.organisation, &programme.enrolling_instrument).await?;
    let mut carried: HashMap<CourseId, Vec<CarriedRow>> = HashMap::new();
    for row in reader.carried(cx.programme_id).await? {
        carried.entry(CourseId(row.course)).or_default().push(row);
    }
    let members = reader.members(cx.programme_id).await?;
    let mut requests: HashMap<Uuid, Vec<RequestRow>> = HashMap::new();
    for row in reader.requests(cx.programme_id, domain::day::add_days(day, -TOLD_DAYS)).await? {
        if row.asked_on <= day {
            requests.entry(row.course).or_default().push(row);
        }
    }
    let mut referrals = reader.sent_referrals(cx.programme_id, cx.organisation, day).await?;
    referrals.retain(|row| row.answered_on.is_none_or(|on| day < on) && !sight.hides(CitizenId(row.citizen)));
    let mut exceptions = reader.granted_exceptions(cx.programme_id, day).await?;
    exceptions.retain(|row| !sight.hides(CitizenId(row.citizen)));
    let mut unlinked = reader.unlinked_goals(cx.programme_id, day).await?;
    unlinked.retain(|row| row.outside.is_none() && !sight.hides(CitizenId(row.citizen)));
    let who = (cx.user().unwrap_or(UserId(Uuid::nil())), day);
    let unanswered = reader.listed_enquiries(cx.programme_id, who, Which::Unanswered, (ENQUIRIES, 0)).await?;
    let enquiries_total = reader.count_enquiries(cx.programme_id, who, Which::Unanswered).await?;
    let reports = crate::release::waits(app, cx, reader, day).await?;
    let mut quotations = reader.current_quotations(cx.programme_id).await?;
    quotations.retain(|row| row.state == QuotationState::Offered.code() && row.is_readable);
    quotations.retain(|row| !sight.hides(CitizenId(row.citizen)));
    let recalls = crate::research::to_tell(cx, reader).await?;
    drop(lines);

    let status = status(&courses, &enquiries, &merges, enrolling, day);
    let fidelity = Arc::new(fidelity(&courses, &work, &merges, programme, enrolling, day));
    let forecast = Arc::new(forecast_told(&courses, enrolling, programme, &members, (&ForecastAsk::default(), day))?);
    let held = caseloads(&courses, &merges, enrolling, day);
    let mut team: BTreeSet<UserId> = works_on(&members, day).collect();
    team.extend(held.keys().copied());
    let load = |worker: UserId| {
        let load = held.get(&worker);
        (worker, load.map_or(0, |load| load.enrolled.len()), load.map_or(0, |load| load.in_clarification.len()))
    };
    courses.retain(|course| !sight.hides(course.citizen));
    let records = of_persons(records, sight);
    let none = Vec::new();
    let mut all = Vec::new();
    for course in courses.iter().filter(|course| of_course(course, enrolling, day).is_attached()) {
        let record = records.get(&course.id);
        let beside = BesideRecord {
            has_enquiry: record.is_some_and(|record| record.has_enquiry),
            consent_asked: record.is_some_and(|record| record.consent_asked),
            has_own_words: record.is_some_and(|record| record.has_own_words),
            has_goal: record.is_some_and(|record| record.has_goal),
            is_handed_over: handover(carried.get(&course.id).unwrap_or(&none), &[], day)?.is_complete,
        };
        let timed = timed(cx, course, &instruments);
        let enrolled = timed.as_ref().map(|(plan, phases)| (plan, phases.as_slice()));
        let record = completeness(course, enrolled, beside, programme, &instruments, day);
        let worker = course.assignments.iter().rev().find(|one| one.holds_on(day)).map(|one| one.worker);
        let beside = Beside {
            plan: timed.as_ref().map(|(plan, _)| plan),
            record: &record,
            contact_on: work.get(&course.id).and_then(|work| last_contact(work, day)),
            has_worker: worker.is_some(),
        };
        let ends = timed.as_ref().map(|(plan, _)| plan.planned_end());
        let found = due(course, beside, programme, day);
        all.extend(found.into_iter().map(|due| ModelDue {
            course: course.id,
            citizen: course.citizen,
            worker,
            due,
            ends,
        }));
    }
    all.sort_by_key(|row| (row.due.severity, row.due.since, row.due.need, row.course));
    let citizens: BTreeSet<CitizenId> = unlinked.iter().map(|row| sight.person(CitizenId(row.citizen))).collect();
    let made = |work: &CourseWork| work.goals.iter().filter(|goal| goal.created_on <= day).count();
    let goals = work.values().map(made).sum::<usize>();
    let enquiry = |row: &store::enquiry::ListedEnquiry| {
        Ok((row.id, row.received_on, maybe_code(Channel::parse, row.channel.as_deref())?))
    };
    Ok(Model {
        status,
        due: all,
        unlinked: (unlinked.len(), citizens.len(), u32::try_from(goals).unwrap_or(u32::MAX)),
        loads: team.into_iter().map(load).collect(),
        told: telling(&courses, enrolling, programme, day),
        forecast,
        referrals,
        exceptions,
        enquiries: unanswered.iter().map(enquiry).collect::<Result<_>>()?,
        enquiries_total: usize::try_from(enquiries_total).unwrap_or(0),
        fidelity,
        reports,
        quotations: quotations.iter().map(|row| (sight.person(CitizenId(row.citizen)), UserId(row.author))).collect(),
        recalls,
        requests,
    })
}

/// The day of the last contact that was completed by the day; an attempt is none.
fn last_contact(work: &CourseWork, day: NaiveDate) -> Option<NaiveDate> {
    let completed = |contact: &&Contact| contact.on <= day && contact.kind != Some(ContactKind::Attempt);
    work.contacts.iter().filter(completed).map(|contact| contact.on).max()
}
