//! Reports that are made regularly (M27): on the first of the month, of what has ended, for these people. The program prepares each as a proposal;
//! a person locks it, and a person sends it.
//!
//! What is kept: [`Regular`], the agreement; and for each month [`Prepared`], what came of it. [`Regular::asked`] is the rule of what is due.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::{Addressee, NotYet, PaperKind, RegularPeriod, RegularRhythm};
use crate::day::{add_days, add_months, first_of_month};
use crate::paper::{Faults, Paper};
use crate::programme::{Period, Programme};
use crate::refusal::{Code, Refusal};
use crate::release::Asked;
use crate::report::forecast::project_year;
use crate::report::periods::{grant_years, month_of, quarter_of};

/// A report that is made regularly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regular {
    /// The template's key.
    pub template: String,
    /// For whom: the audience that its numbers are judged for.
    pub addressee: Addressee,
    /// How often.
    pub rhythm: RegularRhythm,
    /// What it counts over.
    pub period: RegularPeriod,
    /// The people whom it is meant for, in words.
    pub to: String,
    /// None is made before this day.
    pub since: NaiveDate,
}

impl Paper for Regular {
    const KIND: PaperKind = PaperKind::Regular;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.refuse(self.template.is_empty(), "rapport", Code::ChoiceNeeded).line("til", &self.to);
        faults.0
    }
}

impl Regular {
    /// What is to be prepared on a day: the day before is the report's, so that what it counts over has ended. None on a day on which
    /// none is due.
    pub fn asked(&self, on: NaiveDate, programme: &Programme) -> Option<Asked> {
        let has_its_month = match self.rhythm {
            RegularRhythm::Monthly => true,
            RegularRhythm::Quarterly => on.month0().is_multiple_of(3),
        };
        if on.day() != 1 || !has_its_month || on < self.since {
            return None;
        }
        let as_of = add_days(on, -1);
        let Period { from, to } = match (self.period, self.rhythm) {
            (RegularPeriod::Ended, RegularRhythm::Monthly) => month_of(as_of),
            (RegularPeriod::Ended, RegularRhythm::Quarterly) => quarter_of(as_of),
            (RegularPeriod::GrantYear, _) => {
                let year = grant_years(programme.funding, as_of).into_iter().next();
                year.map_or(project_year(as_of), |year| Period { from: year.from, to: as_of })
            }
            (RegularPeriod::TwelveMonths, _) => project_year(as_of),
        };
        Some(Asked { template: self.template.clone(), addressee: self.addressee, as_of, from, to })
    }

    /// The first day after `today` on which one is due.
    pub fn next(&self, today: NaiveDate, programme: &Programme) -> Option<NaiveDate> {
        let from = first_of_month(today.max(add_days(self.since, -1)));
        (1..=3).map(|months| add_months(from, months)).find(|on| self.asked(*on, programme).is_some())
    }
}

/// What came of a regular report on one of its days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// The regular report.
    pub regular: Uuid,
    /// The day.
    pub on: NaiveDate,
    /// What was asked for.
    pub asked: Asked,
    /// What came of it.
    pub came: Came,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Came {
    /// The report that stands for it: prepared, or proposed by somebody before.
    Report(Uuid),
    /// None yet, and why.
    NotYet(NotYet),
}

impl Paper for Prepared {
    const KIND: PaperKind = PaperKind::Prepared;

    fn check(&self, _: NaiveDate) -> Vec<Refusal> {
        Vec::new()
    }

    fn refers(&self) -> Vec<(&'static str, PaperKind, Uuid)> {
        vec![("", PaperKind::Regular, self.regular)]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::{day, programme};

    fn regular(rhythm: RegularRhythm, period: RegularPeriod) -> Regular {
        Regular {
            template: "status".to_owned(),
            addressee: Addressee::SteeringGroup,
            rhythm,
            period,
            to: "Styregruppens medlemmer".to_owned(),
            since: day("2015-11-01"),
        }
    }

    fn asked(one: &Regular, on: &str) -> Option<[String; 3]> {
        one.asked(day(on), &programme()).map(|asked| [asked.as_of, asked.from, asked.to].map(|day| day.to_string()))
    }

    #[test]
    fn on_the_first_the_month_that_has_ended_is_due_and_on_no_other_day() {
        let one = regular(RegularRhythm::Monthly, RegularPeriod::Ended);
        let told = |days: [&str; 3]| Some(days.map(str::to_owned));
        assert_eq!(asked(&one, "2015-12-01"), told(["2015-11-30", "2015-11-01", "2015-11-30"]));
        assert_eq!(asked(&one, "2016-03-01"), told(["2016-02-29", "2016-02-01", "2016-02-29"]), "a leap year");
        assert_eq!(asked(&one, "2015-12-02"), None);
        assert_eq!(asked(&one, "2015-10-01"), None, "it begins in November");
        assert_eq!(asked(&one, "2015-11-01"), told(["2015-10-31", "2015-10-01", "2015-10-31"]), "on its first day");
    }

    #[test]
    fn a_quarter_a_grant_year_and_twelve_months_end_with_the_day_before() {
        let told = |days: [&str; 3]| Some(days.map(str::to_owned));
        let quarter = regular(RegularRhythm::Quarterly, RegularPeriod::Ended);
        assert_eq!(asked(&quarter, "2015-12-01"), None);
        assert_eq!(asked(&quarter, "2016-01-01"), told(["2015-12-31", "2015-10-01", "2015-12-31"]));
        let year = regular(RegularRhythm::Monthly, RegularPeriod::GrantYear);
        assert_eq!(asked(&year, "2015-12-01"), told(["2015-11-30", "2015-01-01", "2015-11-30"]));
        assert_eq!(asked(&year, "2016-01-01"), told(["2015-12-31", "2015-01-01", "2015-12-31"]), "the year that ended");
        let twelve = regular(RegularRhythm::Monthly, RegularPeriod::TwelveMonths);
        assert_eq!(asked(&twelve, "2015-12-01"), told(["2015-11-30", "2014-12-01", "2015-11-30"]));
    }

    #[test]
    fn a_report_for_nobody_or_of_nothing_is_refused() {
        let nobody = Regular {
            to: " ".to_owned(),
            template: String::new(),
            ..regular(RegularRhythm::Monthly, RegularPeriod::Ended)
        };
        let refused: Vec<_> = nobody.check(day("2015-11-23")).iter().map(|one| (one.field, one.code)).collect();
        assert_eq!(refused, [("rapport", Code::ChoiceNeeded), ("til", Code::Missing)]);
    }

    proptest! {
        #[test]
        fn the_next_is_the_first_that_is_due_and_has_not_come(days in 0i64..800, quarterly in any::<bool>(), period in 0usize..3) {
            let rhythm = if quarterly { RegularRhythm::Quarterly } else { RegularRhythm::Monthly };
            let one = regular(rhythm, RegularPeriod::ALL[period]);
            let today = add_days(day("2015-06-15"), days);
            let next = one.next(today, &programme()).unwrap();
            prop_assert!(next > today);
            let due = |ahead: i64| one.asked(add_days(today, ahead), &programme()).is_some();
            let first = (1..=400).find(|ahead| due(*ahead)).map(|ahead| add_days(today, ahead));
            prop_assert_eq!(first, Some(next));
            let asked = one.asked(next, &programme()).unwrap();
            prop_assert!(asked.from <= asked.to && asked.to <= asked.as_of && asked.as_of < next);
        }
    }
}
