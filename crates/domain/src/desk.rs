//! What the coordinator's desk asks for (M27): what is missing or due in one course, since when, and how much it matters.
//!
//! Three severities, so that a long list is not passed over. *Urgent*: the citizen may lose something within [`SOON_DAYS`] days, or it has
//! lain for more than [`LATE_DAYS`]. *Note*: documentation that nobody loses anything by. *Soon*: all else.

use chrono::{Months, NaiveDate};

use crate::code::MarkKind;
use crate::completeness::{Completeness, Item};
use crate::course::Plan;
use crate::day::{add_days, days_between};
use crate::facts::Course;
use crate::programme::Programme;
use crate::report::wind_down::{Must, must_happen};
use crate::window;

/// The citizen may lose something within so many days.
pub const SOON_DAYS: i64 = 14;
/// What has been due for more days than this is urgent.
pub const LATE_DAYS: i64 = 30;
/// A citizen without a completed contact for this many days is named.
pub const QUIET_DAYS: i64 = 14;
/// A referral without an answer for this many days is asked after.
pub const ANSWER_DAYS: i64 = 10;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Today.
    Urgent,
    /// This week.
    Soon,
    /// When there is time.
    Note,
}

impl Severity {
    /// Every severity, the first first.
    pub const ALL: &'static [Self] = &[Self::Urgent, Self::Soon, Self::Note];

    /// Its code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Soon => "soon",
            Self::Note => "note",
        }
    }
}

/// What is missing or due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Nobody works with the citizen.
    Worker,
    /// A clarification waits to be decided.
    Decision,
    /// Support after the course is not agreed, a month before the planned end (R18).
    Support,
    /// Something of the record (M25).
    Record(Item),
    /// No contact was completed for [`QUIET_DAYS`] days.
    Contact,
}

/// One thing that is missing or due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub need: Need,
    /// Since when.
    pub since: NaiveDate,
    /// How much it matters.
    pub severity: Severity,
}

/// What is known of a course beside its own facts.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// Its plan; none before the enrolment.
    pub plan: Option<&'a Plan>,
    /// What its record holds and lacks.
    pub record: &'a Completeness,
    /// The day of the last completed contact.
    pub contact_on: Option<NaiveDate>,
    /// Whether somebody works with it on the day.
    pub has_worker: bool,
}

/// What is missing or due in a course or clarification that runs, the most pressing first.
pub fn due(course: &Course, beside: Beside<'_>, programme: &Programme, day: NaiveDate) -> Vec<Due> {
    let ends = beside.plan.map(Plan::planned_end);
    let mut found = Vec::new();
    let mut push = |need, since| found.push(Due { need, since, severity: severity(need, since, ends, day) });
    if !beside.has_worker {
        push(Need::Worker, beside.plan.map_or(course.clarification_began_on, Plan::enrolled_on));
    }
    if let Some(end) = ends {
        let agree_by = end.checked_sub_months(Months::new(1)).unwrap_or(end);
        let agreed = course.marks.iter().any(|mark| mark.kind == MarkKind::ContinuationAgreed && mark.on <= day);
        if agree_by < day && !agreed {
            push(Need::Support, agree_by);
        }
    }
    for (line, since) in beside.record.missing() {
        push(Need::Record(line.item), since);
    }
    let quiet_since = beside.contact_on.unwrap_or(course.clarification_began_on);
    if days_between(quiet_since, day) >= QUIET_DAYS {
        push(Need::Contact, quiet_since);
    }
    if beside.plan.is_none() {
        found.extend(decision(course, programme, day));
    }
    found.sort_by_key(|due| (due.severity, due.since, due.need));
    found
}

/// A clarification is asked for as its window is about to close, and as long as it is open afterwards.
fn decision(course: &Course, programme: &Programme, day: NaiveDate) -> Option<Due> {
    let decide_by = window::closes_on(programme, day);
    let waits = match must_happen(decide_by, programme.funding.to, day) {
        Must::EnrolOrEnd => decide_by.is_some_and(|by| days_between(day, by) <= SOON_DAYS),
        Must::EndOrExcept | Must::End => true,
    };
    waits.then_some(Due { need: Need::Decision, since: course.clarification_began_on, severity: Severity::Urgent })
}

fn severity(need: Need, since: NaiveDate, ends: Option<NaiveDate>, day: NaiveDate) -> Severity {
    let late = add_days(since, LATE_DAYS) < day;
    let ends_soon = ends.is_some_and(|end| days_between(day, end) <= SOON_DAYS);
    let urgent_if = |urgent| if urgent { Severity::Urgent } else { Severity::Soon };
    match need {
        Need::Worker | Need::Decision => Severity::Urgent,
        // What belongs to the ending is lost with it.
        Need::Support | Need::Record(Item::Handover | Item::ClosingMeeting | Item::Closing) => urgent_if(ends_soon),
        Need::Record(Item::FollowUp(_) | Item::FirstStar | Item::Plan) | Need::Contact => urgent_if(late),
        Need::Record(Item::Shift(_) | Item::FocusAreas(_)) => Severity::Soon,
        Need::Record(Item::Enquiry | Item::Consent | Item::OwnWords | Item::Review(_)) => Severity::Note,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::completeness::{Line, State};
    use crate::course::plan;
    use crate::example::{clarification, day, enrolled, mark, programme, star};

    fn record(missing: &[(Item, &str)]) -> Completeness {
        let line = |(item, since): &(Item, &str)| Line {
            item: *item,
            state: State::Missing(day(since)),
            instruments: Vec::new(),
        };
        Completeness { lines: missing.iter().map(line).collect() }
    }

    fn asked(course: &Course, missing: &[(Item, &str)], contact: Option<&str>, on: &str) -> Vec<(Need, Severity)> {
        let plan = course.enrolled_on(&star()).map(|on| plan(on, &programme()).unwrap());
        let record = record(missing);
        let beside = Beside { plan: plan.as_ref(), record: &record, contact_on: contact.map(day), has_worker: true };
        due(course, beside, &programme(), day(on)).iter().map(|due| (due.need, due.severity)).collect()
    }

    #[test]
    fn nothing_is_asked_of_a_course_where_all_is_well() {
        assert_eq!(asked(&enrolled(1, 1, "2015-06-01"), &[], Some("2015-07-01"), "2015-07-10"), []);
    }

    #[test]
    fn a_follow_up_is_urgent_the_thirty_first_day_after_it_was_due() {
        let item = Item::FollowUp(day("2015-10-23"));
        let on = |text| asked(&enrolled(1, 1, "2015-06-01"), &[(item, "2015-10-23")], Some(text), text);
        assert_eq!(on("2015-11-22"), [(Need::Record(item), Severity::Soon)]);
        assert_eq!(on("2015-11-23"), [(Need::Record(item), Severity::Urgent)]);
    }

    #[test]
    fn support_is_asked_for_the_last_month_and_is_urgent_in_the_last_fortnight() {
        let course = enrolled(1, 1, "2014-12-08");
        let on = |text| asked(&course, &[], Some(text), text);
        assert_eq!(on("2015-11-07"), []);
        assert_eq!(on("2015-11-08"), [(Need::Support, Severity::Soon)]);
        assert_eq!(on("2015-11-23"), [(Need::Support, Severity::Urgent)]);
        let mut agreed = course.clone();
        agreed.marks.push(mark(MarkKind::ContinuationAgreed, "2015-11-20", None));
        assert_eq!(asked(&agreed, &[], Some("2015-11-23"), "2015-11-23"), []);
    }

    #[test]
    fn a_fortnight_without_contact_is_named_and_documentation_never_shouts() {
        let course = enrolled(1, 1, "2015-06-01");
        assert_eq!(asked(&course, &[], Some("2015-07-01"), "2015-07-14"), []);
        assert_eq!(asked(&course, &[], Some("2015-07-01"), "2015-07-15"), [(Need::Contact, Severity::Soon)]);
        let old = [(Item::Consent, "2015-01-01")];
        let asked = asked(&course, &old, Some("2015-07-15"), "2015-07-15");
        assert_eq!(asked, [(Need::Record(Item::Consent), Severity::Note)]);
    }

    #[test]
    fn a_clarification_is_asked_for_a_fortnight_before_the_window_closes_and_ever_after() {
        let course = clarification(1, 1, "2016-03-01");
        let on = |text| asked(&course, &[], Some(text), text);
        assert_eq!(on("2016-03-16"), []);
        for text in ["2016-03-17", "2016-04-01", "2017-01-01"] {
            assert_eq!(on(text), [(Need::Decision, Severity::Urgent)], "{text}");
        }
    }

    #[test]
    fn nobody_at_all_is_urgent_at_once_and_stands_first() {
        let course = enrolled(1, 1, "2015-06-01");
        let plan = plan(day("2015-06-01"), &programme()).unwrap();
        let record = record(&[]);
        let beside = Beside { plan: Some(&plan), record: &record, contact_on: None, has_worker: false };
        let found = due(&course, beside, &programme(), day("2015-06-20"));
        assert_eq!((found[0].need, found[0].severity), (Need::Worker, Severity::Urgent));
        assert_eq!(found[1].need, Need::Contact);
    }
}
