//! *Koordinatorens bord* (M27): what is missing, due and waiting in the whole programme, on any day.
//!
//! What is derived from the programme's facts is the same for every coordinator until something changes, so it is kept (`desk/kept.rs`)
//! under the number of the store's last change; names, words and the log row are read anew for each look.

mod kept;
mod model;

use std::collections::BTreeSet;

use domain::access::Action;
use domain::desk::{ANSWER_DAYS, Severity};
use domain::event::Event;
use domain::id::{CitizenId, EnquiryId, UserId};
use domain::personal::Personal;
use store::Reader;
use uuid::Uuid;

pub(crate) use self::kept::Kept;
use self::model::{Model, ModelDue};
use crate::people::{Names, members, some};
use crate::release::{Waits, WaitsFor};
use crate::request::opened;
use crate::sealing::{Cell, Keys};
use crate::sight::Sight;
use crate::view::desk::{DeskAsk, DeskPage, DueRow, ExceptionRow, LoadRow, ReferralRow, ReportRow, ReportWaits};
use crate::wind_down::{Called, named};
use crate::{App, Cx, Result};

/// Rows of each list that are shown at first.
const FIRST: usize = 10;
/// Courses in the picture of the wind-down.
const PICTURED: usize = 25;
/// With more workers than this only the first are named.
const TEAM: usize = 40;

/// The page, logged with every citizen that it names before it is given.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx, ask: DeskAsk) -> Result<DeskPage> {
    let grant = cx.may_at_all(Action::SeeDesk)?;
    let day = ask.day.unwrap_or(cx.today);
    let on_day = Cx { today: day, ..cx.clone() };
    let mut reader = app.store().read(&grant).await?;
    // The number is read before the facts: what changes meanwhile is derived again the next time.
    let change = reader.last_change().await?;
    let sight = Sight::of(&mut reader, cx).await?;
    drop(reader);
    let model = kept::model(app, &on_day, &grant, &sight, change).await?;
    let mut reader = app.store().read(&grant).await?;
    let shown = Shown::new(&model, &ask, cx);
    let names = shown.names(app, cx, &mut reader, &model).await?;
    let records = shown.records(&model);
    let (called, keys) = named(app, cx, &mut reader, &records, &sight).await?;
    drop(reader);
    let of = Showing { model: &model, shown: &shown, sight: &sight, names: &names, called: &called, keys: &keys };
    let page = laid_out(&on_day, cx.today, ask, &of)?;
    let seen: BTreeSet<CitizenId> = records.into_iter().map(|record| sight.person(record)).collect();
    let seen = seen.into_iter().collect();
    let event = Event::CitizensListed { list: "desk".to_owned() };
    app.store().look(&grant, cx.entry(event, seen), cx.now).await?;
    Ok(page)
}

/// Which rows of the model a page shows.
struct Shown<'m> {
    due: Vec<&'m ModelDue>,
    matching: usize,
    loads: Vec<UserId>,
    /// Of whom a quotation waits for the reader; on a look back nothing of it is told, for it waits now.
    quotations: Vec<CitizenId>,
    first: usize,
}

impl<'m> Shown<'m> {
    fn new(model: &'m Model, ask: &DeskAsk, cx: &Cx) -> Self {
        let first = if ask.shows_all { usize::MAX } else { FIRST };
        let fits = |row: &&ModelDue| {
            ask.severity.is_none_or(|wanted| row.due.severity == wanted)
                && ask.worker.is_none_or(|worker| row.worker == Some(worker))
        };
        let matching = model.due.iter().filter(fits).count();
        let loads = model.loads.iter().map(|(worker, ..)| *worker);
        let whole = ask.shows_all || model.loads.len() <= TEAM;
        let quotations = model.quotations_for(cx).filter(|_| ask.day.is_none_or(|day| day == cx.today));
        Self {
            due: model.due.iter().filter(fits).take(first).collect(),
            matching,
            quotations: quotations.take(first).collect(),
            loads: loads.take(if whole { usize::MAX } else { FIRST }).collect(),
            first,
        }
    }

    /// What the people of the page are called: the whole team where it is small, else those who are named.
    async fn names(&self, app: &App, cx: &Cx, reader: &mut Reader, model: &Model) -> Result<Names> {
        if model.loads.len() <= TEAM {
            return members(app, reader, cx).await;
        }
        let people = self.people(model);
        some(app, reader, cx, people.into_iter()).await
    }

    /// Who is named on the page.
    fn people(&self, model: &Model) -> Vec<UserId> {
        let mut people = self.loads.clone();
        for row in &self.due {
            people.extend(row.worker);
            people.extend(model.asked(row).map(|asked| UserId(asked.asked_by)));
        }
        people.extend(model.told.waiting.iter().take(self.first).filter_map(|(_, _, worker)| *worker));
        for row in model.exceptions.iter().take(self.first) {
            people.extend(row.recorded_by.parse().ok().map(UserId));
            people.extend(row.worker.map(UserId));
        }
        people
    }

    /// Every record that the page names.
    fn records(&self, model: &Model) -> BTreeSet<CitizenId> {
        let due = self.due.iter().map(|row| row.citizen);
        let pictured = model.told.citizens(PICTURED).into_iter();
        let referred = model.referrals.iter().take(self.first).map(|row| CitizenId(row.citizen));
        let excepted = model.exceptions.iter().take(self.first).map(|row| CitizenId(row.citizen));
        let quoted = self.quotations.iter().copied();
        due.chain(pictured).chain(referred).chain(excepted).chain(quoted).collect()
    }
}

struct Showing<'a> {
    model: &'a Model,
    shown: &'a Shown<'a>,
    sight: &'a Sight,
    names: &'a Names,
    called: &'a Called,
    keys: &'a Keys,
}

impl Showing<'_> {
    fn worker(&self, user: UserId) -> Personal<String> {
        self.names.get(&user).cloned().unwrap_or_default()
    }

    /// The person that a record stands for, and what the person is called.
    fn who(&self, record: CitizenId) -> (CitizenId, Personal<String>) {
        let person = self.sight.person(record);
        (person, self.called.get(&person).cloned().unwrap_or_else(|| Personal::new("–".to_owned())))
    }
}

fn laid_out(on_day: &Cx, today: chrono::NaiveDate, ask: DeskAsk, of: &Showing<'_>) -> Result<DeskPage> {
    let (model, shown, first) = (of.model, of.shown, of.shown.first);
    let mut due = Vec::with_capacity(shown.due.len());
    for row in &shown.due {
        let (citizen, name) = of.who(row.citizen);
        let asked = match model.asked(row) {
            Some(asked) => opened(of.keys, (citizen, &name), of.names, asked)?,
            None => None,
        };
        let worker = row.worker.map(|worker| of.worker(worker));
        due.push(DueRow { citizen, name, worker, due: row.due, ends: row.ends, asked });
    }
    let mut exceptions = Vec::new();
    for row in model.exceptions.iter().take(first) {
        let (citizen, name) = of.who(CitizenId(row.citizen));
        let cell = Cell { table: "exception", column: "reason", row: row.id, version: 1 };
        exceptions.push(ExceptionRow {
            citizen,
            name,
            rule: row.rule.clone(),
            on: row.granted_on,
            worker: row.worker.map(|worker| of.worker(UserId(worker))),
            by: row.recorded_by.parse::<Uuid>().ok().map(|by| of.worker(UserId(by))).unwrap_or_default(),
            reason: of.keys.open(citizen.into(), cell, row.reason.as_deref())?.unwrap_or_default(),
        });
    }
    let mut loads: Vec<LoadRow> = model
        .loads
        .iter()
        .filter(|(worker, ..)| shown.loads.contains(worker))
        .map(|(worker, enrolled, in_clarification)| LoadRow {
            worker: *worker,
            name: of.worker(*worker),
            enrolled: *enrolled,
            in_clarification: *in_clarification,
        })
        .collect();
    loads.sort_by(|one, other| render::order::danish(one.name.reveal(), other.name.reveal()));
    let referral = |row: &store::desk::SentReferral| {
        let (citizen, name) = of.who(CitizenId(row.citizen));
        ReferralRow { citizen, name, partner: row.partner.clone(), sent_on: row.sent_on }
    };
    let late_by = domain::day::add_days(on_day.today, -ANSWER_DAYS);
    let wind_down = model.told.shown(on_day, PICTURED, None, &|record| of.who(record), &|user| of.worker(user));
    Ok(DeskPage {
        ask,
        day: on_day.today,
        today,
        programme: on_day.programme.title.clone(),
        status: model.status,
        counts: Severity::ALL.iter().fold([0; 3], |mut counts, severity| {
            let found = model.due.iter().filter(|row| row.due.severity == *severity).count();
            if let Some(count) = counts.get_mut(*severity as usize) {
                *count = found;
            }
            counts
        }),
        matching: shown.matching,
        due,
        unlinked: model.unlinked,
        cap: on_day.programme.caseload_cap,
        loads,
        loads_total: model.loads.len(),
        waiting: wind_down.waiting.iter().take(first).cloned().collect(),
        wind_down,
        forecast: std::sync::Arc::clone(&model.forecast),
        referrals: model.referrals.iter().take(first).map(referral).collect(),
        referrals_total: model.referrals.len(),
        referrals_late: (
            model.referrals.iter().filter(|row| row.sent_on <= late_by).count(),
            model.referrals.iter().map(|row| row.sent_on).min(),
        ),
        exceptions,
        exceptions_total: model.exceptions.len(),
        enquiries: model
            .enquiries
            .iter()
            .take(first)
            .map(|(id, on, channel)| (EnquiryId(*id), *on, *channel))
            .collect(),
        enquiries_total: model.enquiries_total,
        fidelity: std::sync::Arc::clone(&model.fidelity),
        reports: {
            let is_told = |one: &&Waits| today == on_day.today || !matches!(one.for_what, WaitsFor::TakenBack(..));
            model.reports.iter().filter(is_told).filter_map(|one| report(on_day, one)).collect()
        },
        // It waits now, whatever day is looked back on.
        recalls: if today == on_day.today && on_day.could_at_all(Action::KeepResearch) { model.recalls } else { 0 },
        quotations: shown.quotations.iter().map(|record| of.who(*record)).collect(),
    })
}

/// A report that waits for the reader: none that waits for somebody else.
fn report(cx: &Cx, waits: &Waits) -> Option<ReportRow> {
    let for_what = match waits.for_what {
        WaitsFor::Lock(id, number, by) if by.is_none_or(|by| !cx.is_user(by)) => ReportWaits::Lock(id, number),
        WaitsFor::Lock(..) => return None,
        WaitsFor::NotYet(why) => ReportWaits::NotYet(why),
        WaitsFor::TakenBack(id, number) => ReportWaits::TakenBack(id, number),
    };
    let title = waits.template.as_ref().map(|template| template.title.clone());
    Some(ReportRow { for_what, title, addressee: waits.addressee })
}
