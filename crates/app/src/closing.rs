//! The end of a course (R11): closing it, undoing a closing that was a mistake, and what the citizen takes home.

mod page;
mod print;

use chrono::NaiveDate;
use domain::access::Action;
use domain::closing::{Wish, close as may_close, reopen as may_reopen};
use domain::code::ClosingReason;
use domain::contact::last_reached_on;
use domain::event::Event;
use domain::id::{CitizenId, CourseId};
use domain::marking::too_long;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::Work;
use store::closing::NextClosing;
use store::row::Sealed;

use crate::case::Case;
use crate::documentation::timed;
use crate::once::{Begun, Once, begin};
use crate::phase::contacts_of;
use crate::sealing::Cell;
use crate::{App, Cx, Error, Result};

pub use page::page;
pub use print::print;

/// What is asked for when a course is to be closed.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The day; none where none was given, or none that can be read.
    pub on: Option<NaiveDate>,
    /// Why; none where it ends as planned.
    pub reason: Option<ClosingReason>,
    /// Why, in words; may be empty.
    pub words: Personal<String>,
    /// The version of the course that the form showed.
    pub version: i64,
}

/// Closes the citizen's course: its open steps are done with, and nobody is assigned to it from then on.
///
/// Whoever closes for a day that has passed keeps the course until the day of closing it, to print and to look after.
///
/// # Errors
///
/// [`Error::NotFound`]; every refusal of R11 at once; [`Error::Stale`].
pub async fn close(app: &App, cx: &Cx, once: Once, citizen: CitizenId, wish: Ending) -> Result<()> {
    let case = Case::open(app, cx, Action::CloseCourse, citizen).await?;
    let mut reader = app.store().read(&case.grant).await?;
    let contacts = contacts_of(&mut reader, cx, citizen).await?;
    drop(reader);
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, Some(course.id.0)).await? else {
        return Ok(());
    };
    work.hold_for_change(cx.programme_id, course.id).await?;
    let (plan, _) = timed(cx, course, &case.instruments).ok_or(Refusal::new("", Code::NotEnrolled))?;
    let words = wish.words.reveal().trim();
    // Without a day what else is wrong is told as of today.
    let on = wish.on.unwrap_or(cx.today);
    let asked = Wish { on, reason: wish.reason, words };
    let no_day = wish.on.is_none().then_some(Refusal::new("on", Code::DayNeeded));
    let allowed = may_close(course, &plan, last_reached_on(&contacts, on), asked, &cx.programme, cx.today);
    let closing = match (allowed, no_day.into_iter().chain(too_long("words", words)).collect::<Vec<_>>()) {
        (Ok(closing), refusals) if refusals.is_empty() => closing,
        (Ok(_), refusals) => return Err(refusals.into()),
        (Err(rest), refusals) => return Err(refusals.into_iter().chain(rest).collect::<Vec<_>>().into()),
    };
    let reason = closing.reason.unwrap_or(ClosingReason::Planned).code();
    let end = Sealing { cx, case: &case, course: course.id };
    let words = Some(words).filter(|words| !words.is_empty());
    end.closes(&mut work, wish.version, (closing.on, reason), words).await?;
    end.ends_assignments(&mut work, closing.on.max(cx.today)).await?;
    end.ends_steps(&mut work, closing.on).await?;
    let event = Event::CourseClosed { course: course.id, reason: reason.to_owned() };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Undoes a closing that was a mistake: the course runs on, with whoever worked with it last. Steps that ended with it stay done.
///
/// # Errors
///
/// [`Error::NotFound`]; a refusal where the course is not closed, or was closed too long ago; [`Error::Stale`].
pub async fn reopen(
    app: &App,
    cx: &Cx,
    once: Once,
    citizen: CitizenId,
    version: i64,
    words: Personal<String>,
) -> Result<()> {
    let case = Case::open(app, cx, Action::ReopenCourse, citizen).await?;
    let course = case.course(cx.today).ok_or(Error::NotFound)?;
    let Begun::Fresh(mut work) = begin(app, cx, case.grant.clone(), once, Some(course.id.0)).await? else {
        return Ok(());
    };
    work.hold_for_change(cx.programme_id, course.id).await?;
    may_reopen(course, words.reveal(), cx.today)?;
    if let Some(refusal) = too_long("words", words.reveal()) {
        return Err(vec![refusal].into());
    }
    let end = Sealing { cx, case: &case, course: course.id };
    end.opens(&mut work, version, words.reveal().trim()).await?;
    end.goes_on(&mut work).await?;
    let event = Event::CourseReopened { course: course.id };
    Ok(work.commit(cx.entry(event, vec![citizen]), cx.now).await?)
}

/// Makes next versions, with what is sealed in the one before sealed anew.
struct Sealing<'a> {
    cx: &'a Cx,
    case: &'a Case,
    course: CourseId,
}

impl Sealing<'_> {
    /// A sealed text, opened at its version and sealed to the next.
    fn anew(&self, cell: Cell, sealed: Option<&[u8]>) -> Result<Sealed> {
        let Some(sealed) = sealed else { return Ok(None) };
        let text = self.case.keys.open(self.case.subject(), cell, Some(sealed))?;
        let next = Cell { version: cell.version + 1, ..cell };
        self.case.keys.seal(self.case.subject(), next, text.as_ref().map(|text| text.reveal().as_str()))
    }

    const fn cell(&self, column: &'static str, version: i64) -> Cell {
        Cell { table: "course", column, row: self.course.0, version }
    }

    async fn closes(
        &self,
        work: &mut Work,
        from: i64,
        (on, reason): (NaiveDate, &str),
        words: Option<&str>,
    ) -> Result<()> {
        let row = work.closing_of(self.cx.programme_id, self.course).await?.ok_or(Error::Stale)?;
        if row.version != from {
            return Err(Error::Stale);
        }
        let sealed = self.case.keys.seal(self.case.subject(), self.cell("closing", from + 1), words)?;
        let end = self.anew(self.cell("clarification_end", from), row.clarification_end.as_deref())?;
        let next = NextClosing {
            on: Some(on),
            reason: Some(reason),
            words: sealed.as_deref(),
            clarification_end: end.as_deref(),
            why: None,
        };
        Ok(work.put_closing(self.cx.programme_id, self.course, from, next, self.cx.now).await?)
    }

    async fn opens(&self, work: &mut Work, from: i64, why: &str) -> Result<()> {
        let row = work.closing_of(self.cx.programme_id, self.course).await?.ok_or(Error::Stale)?;
        if row.version != from {
            return Err(Error::Stale);
        }
        let why = self.case.keys.seal(self.case.subject(), self.cell("reason", from + 1), Some(why))?;
        let end = self.anew(self.cell("clarification_end", from), row.clarification_end.as_deref())?;
        let next = NextClosing { clarification_end: end.as_deref(), why: why.as_deref(), ..NextClosing::default() };
        Ok(work.put_closing(self.cx.programme_id, self.course, from, next, self.cx.now).await?)
    }

    async fn ends_assignments(&self, work: &mut Work, last: NaiveDate) -> Result<()> {
        for row in work.assignments_of(self.cx.programme_id, self.course).await? {
            if row.to_day.is_none_or(|to| to > last) {
                self.last_day(work, &row, Some(last)).await?;
            }
        }
        Ok(())
    }

    /// The last assignment runs on.
    async fn goes_on(&self, work: &mut Work) -> Result<()> {
        let rows = work.assignments_of(self.cx.programme_id, self.course).await?;
        match rows.first() {
            Some(last) if last.to_day.is_some() => self.last_day(work, last, None).await,
            _ => Ok(()),
        }
    }

    async fn last_day(
        &self,
        work: &mut Work,
        row: &store::closing::AssignmentVersion,
        to: Option<NaiveDate>,
    ) -> Result<()> {
        let cell = Cell { table: "assignment", column: "note", row: row.id, version: row.version };
        let note = self.anew(cell, row.note.as_deref())?;
        let of_course = (self.cx.programme_id, self.course);
        Ok(work.put_last_day(of_course, (row.id, row.version), to, note.as_deref(), self.cx.now).await?)
    }

    async fn ends_steps(&self, work: &mut Work, on: NaiveDate) -> Result<()> {
        for row in work.steps_left(self.cx.programme_id, self.course).await? {
            let cell = Cell { table: "step", column: "text", row: row.id, version: row.version };
            let text = self.anew(cell, row.text.as_deref())?;
            let of_course = (self.cx.programme_id, self.course);
            work.put_step_done(of_course, (row.id, row.version), on, text.as_deref(), self.cx.now).await?;
        }
        Ok(())
    }
}
