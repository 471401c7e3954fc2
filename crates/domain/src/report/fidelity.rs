//! `fidelity`: the method's local indicators for the team (R18).

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Serialize;

use crate::course::plan;
use crate::facts::{Course, CourseWork, Merge};
use crate::fidelity::{Case, Indicator, OverCap, Verdict, Why, over_cap};
use crate::id::CourseId;
use crate::instrument::Instrument;
use crate::phase::phases;
use crate::programme::Programme;

/// The figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FidelityFigure {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The day.
    pub as_of: NaiveDate,
    /// The number of courses judged: every one enrolled on or before the day that has a plan.
    pub n: u32,
    /// Courses enrolled by the day that cannot be judged: enrolled after the last funded day, they have no plan.
    pub missing: u32,
    /// Each indicator, in R18's order.
    pub indicators: Vec<IndicatorLine>,
}

/// One indicator: the number of courses with each verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorLine {
    /// The indicator.
    pub key: Indicator,
    /// As the method says.
    pub met: u32,
    /// Not as the method says.
    pub not_met: u32,
    /// Not decided yet.
    pub too_early: u32,
    /// Not concerning the course.
    pub not_relevant: u32,
    /// Why it does not concern them, with the number of courses.
    pub reasons: BTreeMap<Why, u32>,
}

/// Judges the courses on the day. They need the readings of the enrolling instrument only. The courses are the team's; of one
/// worker's, only that worker may see the figure.
pub fn fidelity(
    courses: &[Course],
    work: &HashMap<CourseId, CourseWork>,
    merges: &[Merge],
    programme: &Programme,
    enrolling: &Instrument,
    day: NaiveDate,
) -> FidelityFigure {
    let over_cap = over_cap(courses, merges, enrolling, programme.caseload_cap, day);
    let line = |key: &Indicator| IndicatorLine {
        key: *key,
        met: 0,
        not_met: 0,
        too_early: 0,
        not_relevant: 0,
        reasons: BTreeMap::new(),
    };
    let indicators = Indicator::ALL.iter().map(line).collect();
    let mut figure = FidelityFigure { definition: "fidelity", as_of: day, n: 0, missing: 0, indicators };
    let nothing = CourseWork::default();
    for course in courses {
        let own = work.get(&course.id).unwrap_or(&nothing);
        let Some(verdicts) = verdicts(course, own, programme, enrolling, &over_cap, day) else {
            figure.missing += u32::from(course.enrolled_on(enrolling).is_some_and(|on| on <= day));
            continue;
        };
        figure.n += 1;
        for (line, verdict) in figure.indicators.iter_mut().zip(verdicts) {
            match verdict {
                Verdict::Met => line.met += 1,
                Verdict::NotMet => line.not_met += 1,
                Verdict::TooEarly => line.too_early += 1,
                Verdict::NotRelevant(why) => {
                    line.not_relevant += 1;
                    *line.reasons.entry(why).or_default() += 1;
                }
            }
        }
    }
    figure
}

/// The verdicts on one course, in the order of [`Indicator::ALL`]; `None` where it is not enrolled by the day or has no plan.
pub fn verdicts(
    course: &Course,
    work: &CourseWork,
    programme: &Programme,
    enrolling: &Instrument,
    over_cap: &OverCap,
    day: NaiveDate,
) -> Option<Vec<Verdict>> {
    let plan = course.enrolled_on(enrolling).filter(|on| *on <= day).and_then(|on| plan(on, programme).ok())?;
    let phases = phases(&plan, programme, &course.marks);
    let case = Case { course, work, plan: &plan, phases: &phases, programme, over_cap, day };
    Some(Indicator::ALL.iter().map(|indicator| case.judge(*indicator)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{assigned, clarification, closed, day, enrolled, programme, star};

    #[test]
    fn every_enrolled_course_has_one_verdict_on_each_indicator() {
        let courses = [
            assigned(closed(enrolled(1, 1, "2014-01-01"), "2014-12-31"), 7),
            assigned(enrolled(2, 2, "2015-01-01"), 7),
            clarification(3, 3, "2015-01-01"),
        ];
        let figure = fidelity(&courses, &HashMap::new(), &[], &programme(), &star(), day("2015-02-01"));
        assert_eq!((figure.n, figure.indicators.len()), (2, 12));
        for line in &figure.indicators {
            assert_eq!(line.met + line.not_met + line.too_early + line.not_relevant, 2, "{:?}", line.key);
        }
    }

    #[test]
    fn a_course_enrolled_after_the_funding_cannot_be_judged_and_is_missing() {
        let courses = [enrolled(1, 1, "2017-01-01"), enrolled(2, 2, "2017-01-03")];
        let figure = fidelity(&courses, &HashMap::new(), &[], &programme(), &star(), day("2017-01-02"));
        assert_eq!((figure.n, figure.missing), (0, 1));
    }

    #[test]
    fn what_is_not_relevant_says_why_under_the_fixed_names() {
        let figure =
            fidelity(&[enrolled(2, 2, "2015-01-01")], &HashMap::new(), &[], &programme(), &star(), day("2015-02-01"));
        let expected = serde_json::json!({"key": "weekly_supervision", "met": 0, "not_met": 0, "too_early": 0,
            "not_relevant": 1, "reasons": {"no_fact_tells": 1}});
        assert_eq!(serde_json::to_value(figure.indicators.last().unwrap()).unwrap(), expected);
    }
}
