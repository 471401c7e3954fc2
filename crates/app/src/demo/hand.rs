//! Whose hand the demo's lists are written with, and how a row of one is read.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Actor};
use domain::code::{Role, UnknownCode};
use domain::id::{CitizenId, UserId};
use domain::personal::Personal;

use crate::facts::{Readings, Wanted, courses_of_line};
use crate::{App, Cx, Error, Result};

/// The register's courses: the first column names the course, the last its worker.
const COURSES: &str = include_str!("../../../../demo/register/forloeb.csv");

/// The people who write, and the citizens they write about.
pub(super) struct Hand<'a> {
    /// The program.
    pub(super) app: &'a App,
    operator: &'a Cx,
    people: Vec<(&'static str, UserId, Role)>,
    citizens: HashMap<String, CitizenId>,
}

impl<'a> Hand<'a> {
    /// The people of the demo with their ids, and the register's citizens by course.
    pub(super) async fn new(
        app: &'a App,
        operator: &'a Cx,
        people: Vec<(&'static str, UserId, Role)>,
    ) -> Result<Hand<'a>> {
        let mut reader = app.store().read(&operator.may_at_all(Action::SeeFigures)?).await?;
        let names = reader.course_names(operator.programme_id).await?;
        let wanted = Wanted { readings: Readings::Of(&[]), assignments: false, marks: false };
        let courses = courses_of_line(&mut reader, operator, wanted).await?;
        let names: HashMap<_, _> = names.into_iter().filter_map(|row| Some((row.id, row.register_id?))).collect();
        let citizens =
            courses.into_iter().filter_map(|course| Some((names.get(&course.id.0)?.clone(), course.citizen)));
        Ok(Self { app, operator, people, citizens: citizens.collect() })
    }

    fn somebody(&self, is_it: impl Fn(&str, Role) -> bool) -> Result<Cx> {
        let found = self.people.iter().find(|(user_name, _, role)| is_it(user_name, *role));
        let (_, id, role) = *found.ok_or_else(wrong)?;
        let (organisation, programme) = (self.operator.organisation, self.operator.programme_id);
        Ok(Cx { actor: Actor::User { id, organisation, programme, role }, ..self.operator.clone() })
    }

    /// The coordinator, about to write.
    pub(super) fn coordinator(&self) -> Result<Cx> {
        self.somebody(|_, role| role == Role::Coordinator)
    }

    /// Somebody of the team, about to write.
    pub(super) fn colleague(&self, user_name: &str) -> Result<Cx> {
        self.somebody(|name, _| name == user_name)
    }

    /// The citizen of a course, and the course's worker, about to write.
    pub(super) fn at(&self, course: &str) -> Result<(CitizenId, Cx)> {
        let mut lines = COURSES.lines().filter_map(|line| Some((line.split(';').next()?, line.rsplit(';').next()?)));
        let (_, worker) = lines.find(|(id, _)| *id == course).ok_or_else(wrong)?;
        Ok((self.citizen(course)?, self.colleague(worker)?))
    }

    /// The citizen of a course.
    pub(super) fn citizen(&self, course: &str) -> Result<CitizenId> {
        self.citizens.get(course).copied().ok_or_else(wrong)
    }

    /// The id of somebody of the team.
    pub(super) fn user(&self, user_name: &str) -> Result<UserId> {
        self.people.iter().find(|(name, ..)| *name == user_name).map(|(_, id, _)| *id).ok_or_else(wrong)
    }
}

/// The rows of a list below its headings.
pub(super) fn rows(list: &str) -> impl Iterator<Item = Vec<&str>> {
    list.lines().skip(1).map(|line| line.split(';').collect())
}

/// A cell of words.
pub(super) fn text(cell: &str) -> Personal<String> {
    Personal::new(cell.to_owned())
}

/// A cell of a day, where it holds one.
pub(super) fn maybe_day(cell: &str) -> Result<Option<NaiveDate>> {
    if cell.is_empty() { Ok(None) } else { day(cell).map(Some) }
}

/// A cell of a day.
pub(super) fn day(cell: &str) -> Result<NaiveDate> {
    cell.parse().map_err(|_| wrong())
}

/// A cell of a code, where it holds one.
pub(super) fn code<T>(
    parse: impl FnOnce(&str) -> std::result::Result<T, UnknownCode>,
    cell: &str,
) -> Result<Option<T>> {
    if cell.is_empty() { Ok(None) } else { parse(cell).map(Some).map_err(|_| wrong()) }
}

/// A list that does not fit the register.
pub(super) fn wrong() -> Error {
    Error::Refused("the demo's lists do not fit its register".to_owned())
}
