//! Assessment (*udredning*, M31): a state for each area of the citizen's situation.

use domain::access::Action;
use domain::assessment::{Assessment, assessed, note};
use domain::code::AssessmentState;
use domain::event::Event;
use domain::id::{AssessmentId, CitizenId};
use domain::personal::Personal;
use domain::refusal::Typed;
use store::assessment::AssessmentRow;
use store::record::Fact;
use store::row::Version;

use crate::case::Case;
use crate::facts::code;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::view::assessment::{Area, AssessmentPage, Noted};
use crate::withdrawal::{Which, put_back, stale};
use crate::{App, Cx, Error, Result, withdrawal};

/// What is noted of an area.
#[derive(Clone, Debug)]
pub struct NewAssessment {
    /// The area's key.
    pub area: String,
    /// How far.
    pub state: Option<AssessmentState>,
    /// Since when.
    pub on: Typed<chrono::NaiveDate>,
    /// A note.
    pub words: Personal<String>,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`] where there is no such citizen, none with a course, or none for this reader.
pub async fn page(app: &App, cx: &Cx, citizen: CitizenId) -> Result<AssessmentPage> {
    let case = Case::open(app, cx, Action::KeepAssessment, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?.id;
    let rows = rows(app, cx, &case).await?;
    let rows: Vec<&AssessmentRow> = rows.iter().filter(|row| row.course == course.0 && !row.is_withdrawn).collect();
    let facts = rows.iter().map(|row| fact_of(row)).collect::<Result<Vec<_>>>()?;
    let area = |area: &domain::programme::GoalArea| {
        let of = rows.iter().filter(|row| row.area == area.key);
        let mut noted = of.map(|row| noted(&case, row)).collect::<Result<Vec<_>>>()?;
        noted.retain(|one| one.on <= cx.today);
        // Stable: of one day the one recorded later comes last, and first once turned round.
        noted.sort_by_key(|one| one.on);
        noted.reverse();
        let mut noted = noted.into_iter();
        Ok(Area { key: area.key.clone(), name: area.name.clone(), now: noted.next(), before: noted.collect() })
    };
    let noted_in: Vec<&str> = rows.iter().map(|row| row.area.as_str()).collect();
    let page = AssessmentPage {
        about: case.about(cx)?,
        counted: assessed(&facts, &cx.programme, cx.today),
        areas: cx.programme.open_areas(&noted_in).map(area).collect::<Result<_>>()?,
    };
    case.seen(app, cx).await?;
    Ok(page)
}

/// Notes how far an area is assessed. `from` is the version that the page showed, 0 where nothing was recorded.
///
/// # Errors
///
/// Refusals; [`Error::Stale`] where the area was noted meanwhile.
pub async fn record(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    from: i64,
    new: &NewAssessment,
) -> Result<AssessmentId> {
    let case = Case::open(app, cx, Action::KeepAssessment, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?.id;
    let fact = note(&new.area, new.state, new.on, new.words.reveal(), &cx.programme, cx.today)?;
    let fresh = cx.new_id()?;
    let mut work = match begin(app, cx, case.grant.clone(), once, Some(fresh)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made.into()),
    };
    work.hold_course(cx.programme_id, course).await?;
    let rows = work.citizens_assessments(cx.programme_id, citizen).await?;
    let current = rows.iter().find(|row| row.course == course.0 && row.area == fact.area && row.is_current);
    if current.map_or(0, |row| row.version) != from {
        return Err(Error::Stale);
    }
    let (id, number) = match current {
        Some(row) => {
            let which = Fact::Assessment(cx.programme_id, course, row.id);
            (row.id, work.correct(which, from, cx.now).await?)
        }
        None => (fresh, 1),
    };
    let row = sealed(&case, (id.into(), course), number, &fact, &new.words)?;
    work.add_assessments(cx.programme_id, &[row], cx.now).await?;
    let fact = "assessment".to_owned();
    let event = if number == 1 {
        Event::FactRecorded { fact, row: id }
    } else {
        Event::FactCorrected { fact, row: id, version: number }
    };
    work.commit(cx.entry(event, vec![citizen]), cx.now).await?;
    Ok(id.into())
}

/// Takes an area's assessment out that was entered by mistake.
///
/// # Errors
///
/// A refusal without a reason; [`Error::Stale`].
pub async fn withdraw(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    (id, version): (AssessmentId, i64),
    reason: &Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepAssessment, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let course = row.course.into();
    let fact = Fact::Assessment(cx.programme_id, course, id.0);
    let which = Which { fact, table: "assessment", course, row: id.0 };
    withdrawal::withdraw(app, cx, &case, once, (which, version), reason).await
}

/// Puts an assessment back that was taken out.
///
/// # Errors
///
/// [`Error::Stale`] where it is back already, or the area was noted anew.
pub async fn undo_withdrawal(app: &App, cx: &Cx, once: Once, citizen: CitizenId, id: AssessmentId) -> Result<()> {
    let case = Case::open(app, cx, Action::KeepAssessment, citizen).await?;
    let row = last(app, cx, &case, id).await?;
    let Some(mut work) = begin_change(app, cx, case.grant.clone(), once).await? else { return Ok(()) };
    work.hold_course(cx.programme_id, row.course.into()).await?;
    let rows = work.citizens_assessments(cx.programme_id, citizen).await?;
    if rows.iter().any(|other| other.course == row.course && other.area == row.area && other.is_current) {
        return Err(Error::Stale);
    }
    let words = case.words(cell(id, row.version), row.note.as_deref())?;
    let back = sealed(&case, (id, row.course.into()), row.version + 1, &fact_of(&row)?, &words)?;
    work.add_assessments(cx.programme_id, &[back], cx.now).await.map_err(stale)?;
    put_back(cx, &case, work, ("assessment", id.0)).await
}

async fn rows(app: &App, cx: &Cx, case: &Case) -> Result<Vec<AssessmentRow>> {
    Ok(app.store().read(&case.grant).await?.citizens_assessments(cx.programme_id, case.id()).await?)
}

async fn last(app: &App, cx: &Cx, case: &Case, id: AssessmentId) -> Result<AssessmentRow> {
    let rows = rows(app, cx, case).await?;
    rows.into_iter().filter(|row| row.id == id.0).max_by_key(|row| row.version).ok_or(Error::NotFound)
}

const fn cell(id: AssessmentId, version: i64) -> Cell {
    Cell { table: "assessment", column: "note", row: id.0, version }
}

fn fact_of(row: &AssessmentRow) -> Result<Assessment> {
    Ok(Assessment { area: row.area.clone(), state: code(AssessmentState::parse, &row.state)?, on: row.on })
}

fn noted(case: &Case, row: &AssessmentRow) -> Result<Noted> {
    Ok(Noted {
        id: row.id.into(),
        version: row.version,
        state: code(AssessmentState::parse, &row.state)?,
        on: row.on,
        words: case.words(cell(row.id.into(), row.version), row.note.as_deref())?,
    })
}

fn sealed(
    case: &Case,
    (id, course): (AssessmentId, domain::id::CourseId),
    number: i64,
    fact: &Assessment,
    words: &Personal<String>,
) -> Result<Version<store::assessment::Assessment>> {
    let note = case.sealed(cell(id, number), words)?;
    let fact =
        store::assessment::Assessment { id, course, area: fact.area.clone(), state: fact.state, on: fact.on, note };
    Ok(Version { number, fact })
}
