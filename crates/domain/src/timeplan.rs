//! The time plan (M23): what is planned, what happened, and what the programme's own days propose.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::code::PaperKind;
use crate::course::plan;
use crate::day::{add_days, days_between};
use crate::paper::{Faults, Paper};
use crate::phase::phases;
use crate::programme::{Period, Programme};
use crate::refusal::{Code, Refusal};

/// A line of the time plan: a milestone (one day) or a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is called.
    pub title: String,
    /// More about it.
    pub words: String,
    /// The day, or the first day.
    pub from: NaiveDate,
    /// The last day of a period; none for a milestone.
    pub to: Option<NaiveDate>,
    /// The day on which it happened, or began.
    pub happened_from: Option<NaiveDate>,
    /// The day on which the period ended.
    pub happened_to: Option<NaiveDate>,
}

/// How a line stands on a day, planned against happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Still ahead.
    Ahead,
    /// Going on, and not over its planned end.
    UnderWay,
    /// Done by the planned day.
    OnTime,
    /// Done, so many days after the planned day.
    Late(i64),
    /// Not done, and the planned day was so many days ago.
    Overdue(i64),
}

impl Line {
    /// The line as it stood on a day: what happened later had not happened.
    pub fn as_of(&self, day: NaiveDate) -> Self {
        let by_then = |on: Option<NaiveDate>| on.filter(|on| *on <= day);
        Self { happened_from: by_then(self.happened_from), happened_to: by_then(self.happened_to), ..self.clone() }
    }

    /// The last planned day.
    pub fn planned_end(&self) -> NaiveDate {
        self.to.unwrap_or(self.from)
    }

    /// The day on which it was over; none where it is not.
    pub const fn done_on(&self) -> Option<NaiveDate> {
        if self.to.is_some() { self.happened_to } else { self.happened_from }
    }

    /// How it stands on a day.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        let end = self.planned_end();
        match self.done_on() {
            Some(done) if done <= end => Standing::OnTime,
            Some(done) => Standing::Late(days_between(end, done)),
            None if day > end => Standing::Overdue(days_between(end, day)),
            None if self.happened_from.is_some() => Standing::UnderWay,
            // A period that should have begun and has not said so is overdue at its beginning.
            None if self.to.is_some() && day > self.from => Standing::Overdue(days_between(self.from, day)),
            None => Standing::Ahead,
        }
    }
}

impl Paper for Line {
    const KIND: PaperKind = PaperKind::Line;

    fn check(&self, today: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.line("titel", &self.title).text("tekst", &self.words).order("til", self.from, self.to);
        faults.past("skete_fra", self.happened_from, today).past("skete_til", self.happened_to, today);
        match self.happened_from {
            Some(from) => faults.order("skete_til", from, self.happened_to),
            None => faults.refuse(self.happened_to.is_some(), "skete_fra", Code::DayNeeded),
        };
        faults.0
    }
}

/// A line that the programme's own days propose; its words are in `locales/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// A recruitment window (R10).
    Recruitment(Period),
    /// The last day of recruitment.
    LastRecruitment(NaiveDate),
    /// From the last recruitment to the funding's end.
    WindingDown(Period),
    /// A phase of the courses that begin last (R7).
    LastCourses(u32, Period),
    /// The last funded day (R6).
    FundingEnd(NaiveDate),
}

impl Proposed {
    /// Its first day, and its last where it is a period.
    pub const fn days(self) -> (NaiveDate, Option<NaiveDate>) {
        match self {
            Self::Recruitment(period) | Self::WindingDown(period) | Self::LastCourses(_, period) => {
                (period.from, Some(period.to))
            }
            Self::LastRecruitment(day) | Self::FundingEnd(day) => (day, None),
        }
    }
}

/// What the programme's own days propose: its recruitment windows, the phases of the courses that begin last, the funding's end.
pub fn proposed(programme: &Programme) -> Vec<Proposed> {
    let mut lines: Vec<Proposed> = programme.recruitment.iter().copied().map(Proposed::Recruitment).collect();
    let end = programme.funding.to;
    let last = programme.recruitment.iter().map(|window| window.to.min(end)).max();
    if let Some(last) = last {
        lines.push(Proposed::LastRecruitment(last));
        let after = Period { from: add_days(last, 1), to: end };
        if !after.is_empty() {
            lines.push(Proposed::WindingDown(after));
        }
        let phases = plan(last, programme).map(|plan| phases(&plan, programme, &[])).unwrap_or_default();
        let phases = phases.into_iter().filter(|phase| !phase.days.is_empty());
        lines.extend(phases.map(|phase| Proposed::LastCourses(phase.number, phase.days)));
    }
    lines.push(Proposed::FundingEnd(end));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};

    fn line(from: &str, to: Option<&str>, happened: (Option<&str>, Option<&str>)) -> Line {
        Line {
            title: "Kursus".to_owned(),
            words: String::new(),
            from: day(from),
            to: to.map(day),
            happened_from: happened.0.map(day),
            happened_to: happened.1.map(day),
        }
    }

    #[test]
    fn a_milestone_is_ahead_then_overdue_and_when_done_on_time_or_late() {
        let open = line("2015-11-20", None, (None, None));
        assert_eq!(open.standing(day("2015-11-20")), Standing::Ahead);
        assert_eq!(open.standing(day("2015-11-23")), Standing::Overdue(3));
        let done = |on| line("2015-11-20", None, (Some(on), None)).standing(day("2015-12-01"));
        assert_eq!((done("2015-11-20"), done("2015-11-27")), (Standing::OnTime, Standing::Late(7)));
    }

    #[test]
    fn a_period_is_under_way_once_it_has_begun_and_over_when_it_says_so() {
        let days = |happened| line("2015-09-01", Some("2015-10-31"), happened);
        assert_eq!(days((None, None)).standing(day("2015-08-31")), Standing::Ahead);
        assert_eq!(days((None, None)).standing(day("2015-09-05")), Standing::Overdue(4), "it should have begun");
        assert_eq!(days((Some("2015-09-05"), None)).standing(day("2015-10-31")), Standing::UnderWay);
        assert_eq!(days((Some("2015-09-05"), None)).standing(day("2015-11-01")), Standing::Overdue(1));
        assert_eq!(days((Some("2015-09-05"), Some("2015-11-02"))).standing(day("2015-12-01")), Standing::Late(2));
    }

    #[test]
    fn a_period_that_ends_before_it_begins_is_refused_and_so_is_what_has_not_happened() {
        let wrong = line("2015-10-31", Some("2015-09-01"), (None, Some("2015-12-24")));
        let codes: Vec<_> = wrong.check(day("2015-11-23")).into_iter().map(|one| (one.field, one.code)).collect();
        assert_eq!(
            codes,
            [("til", Code::EndsBeforeItBegins), ("skete_til", Code::InTheFuture), ("skete_fra", Code::DayNeeded)]
        );
        assert_eq!(line("2015-10-31", None, (None, None)).check(day("2015-11-23")), []);
    }

    #[test]
    fn the_programme_s_own_days_propose_recruitment_then_winding_down() {
        let lines = proposed(&programme());
        assert_eq!(lines[1], Proposed::LastRecruitment(day("2016-03-31")));
        assert_eq!(lines[2], Proposed::WindingDown(Period { from: day("2016-04-01"), to: day("2016-12-31") }));
        let phases = lines.iter().filter(|line| matches!(line, Proposed::LastCourses(..))).count();
        assert_eq!((phases, lines.last()), (3, Some(&Proposed::FundingEnd(day("2016-12-31")))));
        assert!(lines.iter().all(|line| line.days().1.is_none_or(|to| to >= line.days().0)));
    }
}
