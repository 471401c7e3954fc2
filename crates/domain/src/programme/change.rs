//! What differs between two versions of a programme's rules, field by field: for the history, and before a change is saved.

use crate::programme::{GoalArea, Period, Programme, Text};

/// A number among the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// Months of a full course.
    CourseMonths,
    /// Phases.
    Phases,
    /// Months between follow-ups.
    FollowUpMonths,
    /// The most citizens of a worker.
    CaseloadCap,
    /// Counts below it are withheld.
    WithholdBelow,
    /// Days after which contact is lost.
    LostContactDays,
    /// Days without an answer after which a partner is to be written to.
    ReferralReminderDays,
    /// Months that a closed course is kept before somebody looks at it.
    RetentionMonths,
}

impl Number {
    /// Every number, in the order of the file.
    pub const ALL: &'static [Self] = &[
        Self::CourseMonths,
        Self::Phases,
        Self::FollowUpMonths,
        Self::CaseloadCap,
        Self::WithholdBelow,
        Self::LostContactDays,
        Self::ReferralReminderDays,
        Self::RetentionMonths,
    ];

    /// Its name in the file, on the screen and in `locales/`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CourseMonths => "course_months",
            Self::Phases => "phases",
            Self::FollowUpMonths => "follow_up_months",
            Self::CaseloadCap => "caseload_cap",
            Self::WithholdBelow => "withhold_below",
            Self::LostContactDays => "lost_contact_days",
            Self::ReferralReminderDays => "referral_reminder_days",
            Self::RetentionMonths => "retention_months",
        }
    }

    /// What it is in a programme.
    pub const fn of(self, programme: &Programme) -> u32 {
        match self {
            Self::CourseMonths => programme.course_months,
            Self::Phases => programme.phases,
            Self::FollowUpMonths => programme.follow_up_months,
            Self::CaseloadCap => programme.caseload_cap,
            Self::WithholdBelow => programme.withhold_below,
            Self::LostContactDays => programme.lost_contact_days,
            Self::ReferralReminderDays => programme.referral_reminder_days,
            Self::RetentionMonths => programme.retention_months,
        }
    }
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The title.
    Title(Text, Text),
    /// A number: before, after.
    Number(Number, u32, u32),
    /// The funding.
    Funding(Period, Period),
    /// One recruitment window in the place of another: before, after.
    WindowMoved(Period, Period),
    /// A recruitment window that was not there.
    WindowAdded(Period),
    /// A recruitment window that is not there any more.
    WindowRemoved(Period),
    /// The key of the instrument that enrols.
    Enrolling(String, String),
    /// The key of an instrument that was not there.
    InstrumentAdded(String),
    /// The key of an instrument that is not there any more.
    InstrumentRemoved(String),
    /// The instruments are the same in another order.
    InstrumentsInOrder,
    /// The time zone.
    TimeZone(String, String),
    /// A goal area that was not there.
    AreaAdded(GoalArea),
    /// A goal area with another name.
    AreaRenamed(Text, Text),
    /// A goal area that nothing new is put into any more.
    AreaRetired(GoalArea),
    /// A goal area that is used again.
    AreaBack(GoalArea),
    /// A goal area that is not there any more.
    AreaRemoved(GoalArea),
    /// The goal areas are the same in another order.
    AreasInOrder,
}

/// Everything that differs, in the order of the file.
pub fn changes(before: &Programme, after: &Programme) -> Vec<Change> {
    let mut found = Vec::new();
    if before.title != after.title {
        found.push(Change::Title(before.title.clone(), after.title.clone()));
    }
    for number in Number::ALL {
        let (was, is) = (number.of(before), number.of(after));
        if was != is {
            found.push(Change::Number(*number, was, is));
        }
    }
    if before.funding != after.funding {
        found.push(Change::Funding(before.funding, after.funding));
    }
    windows(before, after, &mut found);
    instruments(before, after, &mut found);
    if before.time_zone != after.time_zone {
        found.push(Change::TimeZone(before.time_zone.clone(), after.time_zone.clone()));
    }
    areas(before, after, &mut found);
    found
}

fn windows(before: &Programme, after: &Programme, found: &mut Vec<Change>) {
    let without = |windows: &[Period], others: &[Period]| -> Vec<Period> {
        windows.iter().copied().filter(|window| !others.contains(window)).collect()
    };
    let gone = without(&before.recruitment, &after.recruitment);
    let new = without(&after.recruitment, &before.recruitment);
    if let ([was], [is]) = (gone.as_slice(), new.as_slice()) {
        found.push(Change::WindowMoved(*was, *is));
        return;
    }
    found.extend(gone.into_iter().map(Change::WindowRemoved));
    found.extend(new.into_iter().map(Change::WindowAdded));
}

fn instruments(before: &Programme, after: &Programme, found: &mut Vec<Change>) {
    if before.enrolling_instrument != after.enrolling_instrument {
        found.push(Change::Enrolling(before.enrolling_instrument.clone(), after.enrolling_instrument.clone()));
    }
    let (was, is) = (&before.instruments, &after.instruments);
    let known = found.len();
    found.extend(was.iter().filter(|key| !is.contains(key)).cloned().map(Change::InstrumentRemoved));
    found.extend(is.iter().filter(|key| !was.contains(key)).cloned().map(Change::InstrumentAdded));
    if known == found.len() && was != is {
        found.push(Change::InstrumentsInOrder);
    }
}

fn areas(before: &Programme, after: &Programme, found: &mut Vec<Change>) {
    let named = |areas: &[GoalArea], key: &str| areas.iter().find(|area| area.key == key).cloned();
    let known = found.len();
    for was in &before.goal_areas {
        let Some(is) = named(&after.goal_areas, &was.key) else {
            found.push(Change::AreaRemoved(was.clone()));
            continue;
        };
        if was.name != is.name {
            found.push(Change::AreaRenamed(was.name.clone(), is.name.clone()));
        }
        match (was.retired, is.retired) {
            (false, true) => found.push(Change::AreaRetired(is)),
            (true, false) => found.push(Change::AreaBack(is)),
            _ => {}
        }
    }
    let new = after.goal_areas.iter().filter(|area| named(&before.goal_areas, &area.key).is_none());
    found.extend(new.cloned().map(Change::AreaAdded));
    if known == found.len() && before.goal_areas != after.goal_areas {
        found.push(Change::AreasInOrder);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::{any_day, day, programme};

    fn area(key: &str, name: &str, retired: bool) -> GoalArea {
        GoalArea { key: key.to_owned(), name: Text { da: name.to_owned(), en: name.to_owned() }, retired }
    }

    #[test]
    fn each_field_that_differs_is_told_once() {
        let before = Programme {
            goal_areas: vec![area("a", "A", false), area("b", "B", false), area("c", "C", true)],
            ..programme()
        };
        let mut after = Programme {
            caseload_cap: 8,
            goal_areas: vec![area("a", "Å", true), area("c", "C", false), area("d", "D", false)],
            ..programme()
        };
        after.funding.to = day("2016-11-30");
        after.recruitment[0].to = day("2015-12-31");
        after.instruments.pop();
        let found = changes(&before, &after);
        assert_eq!(found.len(), 9, "{found:?}");
        assert_eq!(found[0], Change::Number(Number::CaseloadCap, 10, 8));
        assert_eq!(found[1], Change::Funding(before.funding, after.funding));
        assert_eq!(found[2], Change::WindowMoved(before.recruitment[0], after.recruitment[0]));
        assert_eq!(found[3], Change::InstrumentRemoved("formaal".to_owned()));
        let areas = [
            Change::AreaRenamed(before.goal_areas[0].name.clone(), after.goal_areas[0].name.clone()),
            Change::AreaRetired(area("a", "Å", true)),
            Change::AreaRemoved(area("b", "B", false)),
            Change::AreaBack(area("c", "C", false)),
            Change::AreaAdded(area("d", "D", false)),
        ];
        assert_eq!(found[4..], areas);
    }

    #[test]
    fn windows_that_come_and_go_are_told_one_by_one() {
        let second = Period { from: day("2016-06-01"), to: day("2016-06-30") };
        let mut more = programme();
        more.recruitment.push(second);
        assert_eq!(changes(&programme(), &more), [Change::WindowAdded(second)]);
        assert_eq!(changes(&more, &programme()), [Change::WindowRemoved(second)]);
    }

    #[test]
    fn another_order_is_a_change_too() {
        let mut after = programme();
        after.instruments.reverse();
        assert_eq!(changes(&programme(), &after), [Change::InstrumentsInOrder]);
    }

    proptest! {
        #[test]
        fn the_same_rules_differ_in_nothing_and_other_rules_in_something(
            to in any_day(), cap in 1u32..20, months in 1u32..60, retired: bool,
        ) {
            let mut other = programme();
            (other.funding.to, other.caseload_cap, other.course_months) = (to, cap, months);
            other.goal_areas = vec![area("a", "A", retired)];
            prop_assert!(changes(&other, &other).is_empty());
            prop_assert_eq!(changes(&programme(), &other).is_empty(), programme() == other);
        }
    }
}
