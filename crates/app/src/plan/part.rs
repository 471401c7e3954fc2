//! The parts of a plan (goals, actions, needs): how a version of each is made, corrected, taken out and put back.
//!
//! All three are kept alike. To add a fourth: its file beside this one, with what it says and how that is opened and sealed.

use chrono::NaiveDate;
use domain::access::Action;
use domain::event::Event;
use domain::id::{CitizenId, CourseId};
use domain::personal::Personal;
use domain::refusal::{Code, Refusal};
use store::record::Fact;
use store::{Reader, Work};
use uuid::Uuid;

use crate::case::Case;
use crate::once::{Begun, Once, begin, begin_change};
use crate::sealing::Cell;
use crate::{App, Cx, Error, Result};

/// One version of a part.
#[derive(Clone, Debug)]
pub(crate) struct Version<P> {
    /// The part's id.
    pub(crate) id: Uuid,
    /// The version's number.
    pub(crate) number: i64,
    /// Whether no other replaces it.
    pub(crate) is_current: bool,
    /// What it says.
    pub(crate) says: P,
}

/// What a plan is made of.
pub(crate) trait Part: Clone {
    /// Its table.
    const TABLE: &'static str;

    /// Which fact a version is of.
    fn fact(cx: &Cx, course: CourseId, id: Uuid) -> Fact;

    /// Every version of every part of the course, in the order of recording, opened.
    async fn all(reader: &mut Reader, cx: &Cx, case: &Case, course: CourseId) -> Result<Vec<Version<Self>>>;

    /// Seals and adds a version.
    async fn add(&self, work: &mut Work, cx: &Cx, on: &OpenPlan, at: (Uuid, i64)) -> Result<()>;

    /// The same, holding from the day from which another version held: how a step back takes that version's place.
    fn in_place_of(self, other: &Self) -> Self;
}

/// A citizen's plan, opened to be changed.
pub(crate) struct OpenPlan {
    pub(crate) case: Case,
    /// The course whose plan it is.
    pub(crate) course: CourseId,
    /// Its first day.
    pub(crate) begun_on: NaiveDate,
}

impl OpenPlan {
    /// Opens the plan of the citizen's course.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] where there is no course or it is not for the actor; a refusal where the course is closed.
    pub(crate) async fn open(app: &App, cx: &Cx, action: Action, citizen: CitizenId) -> Result<Self> {
        let case = Case::open(app, cx, action, citizen).await?;
        let course = case.course(cx.today).ok_or(Error::NotFound)?;
        if course.closed_by(cx.today).is_some() {
            return Err(Refusal::new("", Code::CourseEnded).into());
        }
        let (course, begun_on) = (course.id, course.clarification_began_on);
        Ok(Self { case, course, begun_on })
    }

    /// Seals a text of one version.
    pub(crate) fn seal(
        &self,
        table: &'static str,
        column: &'static str,
        (row, version): (Uuid, i64),
        text: Option<&Personal<String>>,
    ) -> Result<Option<Vec<u8>>> {
        let text = text.map(|text| text.reveal().as_str()).filter(|text| !text.is_empty());
        self.case.keys.seal(self.case.subject(), Cell { table, column, row, version }, text)
    }

    /// Makes a part.
    pub(crate) async fn make<P: Part>(&self, app: &App, cx: &Cx, once: Once, says: &P) -> Result<Uuid> {
        let id = cx.new_id()?;
        let mut work = match begin(app, cx, self.case.grant.clone(), once, Some(id)).await? {
            Begun::Fresh(work) => work,
            Begun::Before(made) => return Ok(made),
        };
        says.add(&mut work, cx, self, (id, 1)).await?;
        self.commit(work, cx, Event::FactRecorded { fact: P::TABLE.to_owned(), row: id }).await?;
        Ok(id)
    }

    /// Gives a part its next version, made from what it says now.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where `from` is not the current version any more; whatever `next` refuses.
    pub(crate) async fn change<P: Part>(
        &self,
        app: &App,
        cx: &Cx,
        once: Once,
        (id, from): (Uuid, i64),
        next: impl FnOnce(P) -> Result<P>,
    ) -> Result<()> {
        let Some(mut work) = begin_change(app, cx, self.case.grant.clone(), once).await? else { return Ok(()) };
        let versions = self.of::<P>(&mut work, cx, id).await?;
        let now = versions.into_iter().find(|version| version.is_current).ok_or(Error::Stale)?;
        if now.number != from {
            return Err(Error::Stale);
        }
        let says = next(now.says)?;
        self.replace(work, cx, (id, from), &says).await
    }

    /// Takes out a part that was entered by mistake.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] as above.
    pub(crate) async fn withdraw<P: Part>(
        &self,
        app: &App,
        cx: &Cx,
        once: Once,
        at: (Uuid, i64),
        reason: &Personal<String>,
    ) -> Result<()> {
        let Some(work) = begin_change(app, cx, self.case.grant.clone(), once).await? else { return Ok(()) };
        self.take_out::<P>(work, cx, at, Some(reason)).await
    }

    /// Takes the last thing done to a part back: what was made is gone, what was changed is as before, what was taken out is
    /// there again.
    ///
    /// # Errors
    ///
    /// [`Error::Stale`] where something was done to it since; [`Error::NotFound`] where there is no such part.
    pub(crate) async fn step_back<P: Part>(
        &self,
        app: &App,
        cx: &Cx,
        once: Once,
        (id, number): (Uuid, i64),
    ) -> Result<()> {
        let Some(mut work) = begin_change(app, cx, self.case.grant.clone(), once).await? else { return Ok(()) };
        let versions = self.of::<P>(&mut work, cx, id).await?;
        let last = versions.last().ok_or(Error::NotFound)?;
        if last.number != number {
            return Err(Error::Stale);
        }
        if !last.is_current {
            last.says.add(&mut work, cx, self, (id, number + 1)).await?;
            return self.commit(work, cx, Event::WithdrawalUndone { fact: P::TABLE.to_owned(), row: id }).await;
        }
        match versions.iter().rev().nth(1) {
            Some(before) => self.replace(work, cx, (id, number), &before.says.clone().in_place_of(&last.says)).await,
            None => self.take_out::<P>(work, cx, (id, number), None).await,
        }
    }

    async fn of<P: Part>(&self, work: &mut Work, cx: &Cx, id: Uuid) -> Result<Vec<Version<P>>> {
        let mut versions = P::all(work, cx, &self.case, self.course).await?;
        versions.retain(|version| version.id == id);
        if versions.is_empty() { Err(Error::NotFound) } else { Ok(versions) }
    }

    async fn replace<P: Part>(&self, mut work: Work, cx: &Cx, (id, from): (Uuid, i64), says: &P) -> Result<()> {
        let version = work.correct(P::fact(cx, self.course, id), from, cx.now).await?;
        says.add(&mut work, cx, self, (id, version)).await?;
        self.commit(work, cx, Event::FactCorrected { fact: P::TABLE.to_owned(), row: id, version }).await
    }

    async fn take_out<P: Part>(
        &self,
        mut work: Work,
        cx: &Cx,
        (id, from): (Uuid, i64),
        reason: Option<&Personal<String>>,
    ) -> Result<()> {
        work.correct(P::fact(cx, self.course, id), from, cx.now).await?;
        let reason = self.seal("withdrawal", "reason", (id, from), reason)?;
        let which = (P::TABLE, id, from);
        work.note_withdrawal((cx.programme_id, self.course), which, reason.as_deref(), cx.now).await?;
        self.commit(work, cx, Event::FactWithdrawn { fact: P::TABLE.to_owned(), row: id }).await
    }

    async fn commit(&self, work: Work, cx: &Cx, event: Event) -> Result<()> {
        Ok(work.commit(cx.entry(event, vec![self.case.id()]), cx.now).await?)
    }
}

/// Opens a sealed text of one version; nothing where there is none or the citizen's key is gone.
pub(crate) fn opened(
    case: &Case,
    table: &'static str,
    column: &'static str,
    (row, version): (Uuid, i64),
    sealed: Option<&[u8]>,
) -> Result<Option<Personal<String>>> {
    case.keys.open(case.subject(), Cell { table, column, row, version }, sealed)
}
