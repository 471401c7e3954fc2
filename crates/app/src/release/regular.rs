//! Reports that are made regularly (`domain/src/regular.rs`): prepared by the program on their day, and what of them waits for somebody.
//!
//! [`prepare`] is the job. What came of a report on a day is kept with the report itself or not at all, under an id made of both, so that it is
//! prepared once however often the job is tried and however many servers there are.

use chrono::NaiveDate;
use domain::code::{Addressee, JobReason, NotYet, ReleaseState};
use domain::day::add_days;
use domain::id::UserId;
use domain::quotation::Standing;
use domain::regular::{Came, Prepared, Regular};
use domain::release::{Asked, Release};
use domain::report::periods;
use domain::template::Template;
use store::Reader;
use store::quotation::ReleasedQuotation;
use uuid::Uuid;

use super::draft::{Draft, put_together};
use super::id_of;
use super::propose::{Fresh, freeze, id_when_proposed};
use crate::job::At;
use crate::once::{Once, begin_change};
use crate::paper::{Kept, Next, all, event, find, sealed};
use crate::quotation::released;
use crate::template::{Known, templates};
use crate::{App, Cx, Error, Result};

/// A regular report in its list.
#[derive(Clone, Debug)]
pub struct RegularLine {
    /// The agreement.
    pub kept: Kept<Regular>,
    /// What it is made of; none where its template is gone.
    pub template: Option<Template>,
    /// The next day on which one is due.
    pub next: Option<NaiveDate>,
    /// What came of the last.
    pub last: Option<LastPrepared>,
}

/// What came of a regular report on its last day.
#[derive(Clone, Debug)]
pub struct LastPrepared {
    /// The day.
    pub on: NaiveDate,
    /// What was asked for.
    pub asked: Asked,
    /// The report that stands for it, and what became of that; or why there is none.
    pub came: std::result::Result<(Uuid, ReleaseState), NotYet>,
}

/// Prepares what is due on the moment's day. Gives how many reports stand, and why the others do not.
pub(crate) async fn prepare(app: &App, at: &At<'_>) -> Result<(i64, Option<JobReason>)> {
    let on = at.cx.local(at.claim.moment.due).date();
    let regular = all::<Regular>(app, at.cx, &mut app.store().read(at.grant).await?).await?;
    let (mut stand, mut reason) = (0, None);
    for one in regular.iter().filter(|one| !one.is_ended) {
        let Some(asked) = one.says().asked(on, &at.cx.programme) else { continue };
        if at.runner.is_stopping() {
            return Ok((stand, Some(JobReason::Interrupted)));
        }
        at.keep(app).await?;
        match of_day(app, at, (one.id, on), &asked).await {
            Ok(Came::Report(_)) => stand += 1,
            Ok(Came::NotYet(_)) => reason = reason.or(Some(JobReason::NotYet)),
            // One that goes wrong keeps none of the others back.
            Err(fault) => {
                tracing::error!(%fault, "a regular report could not be prepared");
                reason = Some(JobReason::Fault);
            }
        }
    }
    Ok((stand, reason))
}

/// What comes of a regular report on a day.
async fn of_day(app: &App, at: &At<'_>, (regular, on): (Uuid, NaiveDate), asked: &Asked) -> Result<Came> {
    let (cx, grant) = (at.cx, at.grant);
    let id = id_of(cx.programme_id, &["prepared", &regular.to_string(), &on.to_string()]);
    let mut reader = app.store().read(grant).await?;
    let before = match find::<Prepared>(app, cx, &mut reader, id).await {
        Ok(before) => Some((before.version, before.says().came)),
        Err(Error::NotFound) => None,
        Err(fault) => return Err(fault),
    };
    let releases = all::<Release>(app, cx, &mut reader).await?;
    drop(reader);
    if let Some((_, came @ Came::Report(_))) = before {
        return Ok(came);
    }
    let version = before.map_or(1, |(version, _)| version + 1);
    let prepared = |came| Prepared { regular, on, asked: asked.clone(), came };
    let came = match standing(&releases, asked) {
        Some(release) => Came::Report(release.id),
        None => match fit(app, at, asked, &releases).await? {
            Err(why) => Came::NotYet(why),
            Ok(draft) => {
                let came = Came::Report(id_when_proposed(cx, &draft));
                let paper = prepared(came);
                let row = sealed(app, cx, grant, &next(id, version, &paper)).await?;
                let fresh = Fresh { draft: &draft, by: None, corrects: None, beside: Some(row) };
                freeze(app, cx, grant.clone(), fresh, at.runner.printer, Once(id)).await?;
                return Ok(came);
            }
        },
    };
    if before.map(|(_, came)| came) != Some(came) {
        let paper = prepared(came);
        let row = sealed(app, cx, grant, &next(id, version, &paper)).await?;
        let Some(mut work) = begin_change(app, cx, grant.clone(), cx.form_key()?).await? else { return Ok(came) };
        work.put_paper(cx.programme_id, &row, cx.now).await?;
        work.commit(cx.entry(event::<Prepared>(id, version), Vec::new()), cx.now).await?;
    }
    Ok(came)
}

fn next(id: Uuid, version: i64, paper: &Prepared) -> Next<'_, Prepared> {
    Next { id, version, is_ended: false, paper, reason: "" }
}

/// The report that is what was asked for, whoever proposed it. One that was turned down stands as long as nobody has proposed another: the
/// program does not make it anew behind their back.
fn standing<'a>(releases: &'a [Kept<Release>], asked: &Asked) -> Option<&'a Kept<Release>> {
    let of_it = releases.iter().filter(|one| one.says().asked == *asked);
    of_it.max_by_key(|one| (one.says().state != ReleaseState::TurnedDown, one.says().number))
}

/// A draft that can be proposed, or why there is none.
async fn fit(
    app: &App,
    at: &At<'_>,
    asked: &Asked,
    releases: &[Kept<Release>],
) -> Result<std::result::Result<Draft, NotYet>> {
    let cx = at.cx;
    if !periods::check(asked.as_of, asked.period(), cx.programme.funding, cx.today).is_empty() {
        return Ok(Err(NotYet::Outside));
    }
    // Of two that were judged beside the same past only one could be locked.
    let waits = |one: &Release| one.state == ReleaseState::Proposed && one.asked.addressee == asked.addressee;
    if releases.iter().any(|one| waits(one.says())) {
        return Ok(Err(NotYet::OtherWaits));
    }
    Ok(match put_together(app, cx, at.grant, asked.clone(), cx.locale).await {
        Ok(draft) if !draft.missing().is_empty() => Err(NotYet::TextMissing),
        Ok(draft) if !draft.lacking().is_empty() => Err(NotYet::MasterDataMissing),
        Ok(draft) => Ok(draft),
        Err(Error::NotFound) => Err(NotYet::NoTemplate),
        Err(Error::Refused(why)) => {
            tracing::error!(why, "a regular report could not be judged");
            Err(NotYet::NotJudged)
        }
        Err(fault) => return Err(fault),
    })
}

/// What came of a regular report on its last day up to `day`, as the reports are now.
fn last(of: Uuid, prepared: &[Kept<Prepared>], releases: &[Kept<Release>], day: NaiveDate) -> Option<LastPrepared> {
    let of_it = prepared.iter().map(|one| one.says()).filter(|one| one.regular == of && one.on <= day);
    let Prepared { on, asked, came, .. } = of_it.max_by_key(|one| one.on)?.clone();
    let stands = standing(releases, &asked).map(|one| (one.id, one.says().state));
    match came {
        Came::Report(_) => Some(LastPrepared { on, asked, came: Ok(stands?) }),
        Came::NotYet(why) => Some(LastPrepared { on, asked, came: stands.ok_or(why) }),
    }
}

/// The regular reports, those that are stopped left out.
pub(super) async fn lines(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    (known, releases): (&[Known], &[Kept<Release>]),
) -> Result<Vec<RegularLine>> {
    let prepared = all::<Prepared>(app, cx, reader).await?;
    let mut regular = all::<Regular>(app, cx, reader).await?;
    regular.retain(|one| !one.is_ended);
    regular.sort_by_key(|one| (one.says().since, one.id));
    let line = |kept: Kept<Regular>| RegularLine {
        template: template(known, &kept.says().template),
        next: kept.says().next(cx.today, &cx.programme),
        last: last(kept.id, &prepared, releases, cx.today),
        kept,
    };
    Ok(regular.into_iter().map(line).collect())
}

fn template(known: &[Known], key: &str) -> Option<Template> {
    known.iter().find(|one| one.template.key == key).map(|one| one.template.clone())
}

/// The people whom what was asked for is meant for, in words; nothing where no regular report is that.
pub(super) async fn meant_for(app: &App, cx: &Cx, reader: &mut Reader, asked: &Asked) -> Result<String> {
    let on = add_days(asked.as_of, 1);
    let regular = all::<Regular>(app, cx, reader).await?;
    let is_it = |one: &&Kept<Regular>| !one.is_ended && one.says().asked(on, &cx.programme).as_ref() == Some(asked);
    Ok(regular.iter().find(is_it).map(|one| one.says().to.clone()).unwrap_or_default())
}

/// A report that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waits {
    /// What it is made of, in words of the template or else its key.
    pub(crate) template: Option<Template>,
    pub(crate) addressee: Addressee,
    pub(crate) for_what: WaitsFor,
}

/// What it waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WaitsFor {
    /// A second person: the report, its version, who proposed it.
    Lock(Uuid, u32, Option<UserId>),
    /// What a regular report lacks.
    NotYet(NotYet),
    /// That whoever has it is told that a quotation in it was taken back: the report, its version.
    TakenBack(Uuid, u32),
}

/// Every report that waited for somebody on a day: for a second person, for what it lacks, or for who has it to be told.
pub(crate) async fn waits(app: &App, cx: &Cx, reader: &mut Reader, day: NaiveDate) -> Result<Vec<Waits>> {
    let releases = all::<Release>(app, cx, reader).await?;
    let regular = all::<Regular>(app, cx, reader).await?;
    if releases.is_empty() && regular.is_empty() {
        return Ok(Vec::new());
    }
    let prepared = all::<Prepared>(app, cx, reader).await?;
    let known = templates(app, cx, reader).await?;
    let waited = |one: &&Kept<Release>| {
        let says = one.says();
        says.proposed_on <= day && says.decided.is_none_or(|(_, on)| day < on)
    };
    let to_lock = releases.iter().filter(waited).map(|one| Waits {
        template: template(&known, &one.says().asked.template),
        addressee: one.says().asked.addressee,
        for_what: WaitsFor::Lock(one.id, one.says().number, one.says().proposed_by),
    });
    let lacking = regular.iter().filter(|one| !one.is_ended).filter_map(|one| {
        let why = last(one.id, &prepared, &releases, day)?.came.err()?;
        Some(Waits {
            template: template(&known, &one.says().template),
            addressee: one.says().addressee,
            for_what: WaitsFor::NotYet(why),
        })
    });
    let back = released(cx, reader).await?;
    let is_back = |one: &&Kept<Release>| {
        let is_untold = |(row, now): &(ReleasedQuotation, Standing)| {
            row.release == one.id && row.told_on.is_none() && now.is_taken_back()
        };
        one.says().state == ReleaseState::Locked && back.iter().any(is_untold)
    };
    let to_tell = releases.iter().filter(is_back).map(|one| Waits {
        template: template(&known, &one.says().asked.template),
        addressee: one.says().asked.addressee,
        for_what: WaitsFor::TakenBack(one.id, one.says().number),
    });
    Ok(to_lock.chain(lacking).chain(to_tell).collect())
}
