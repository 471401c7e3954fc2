//! The sums of contacts and their minutes, gathered in one pass.

use std::collections::BTreeMap;

use super::{AreaLine, Beside, Effort, KindLine, MonthLine, Part, PhaseLine, ReachedLine, Time, WithLine};
use crate::code::{ContactKind, With};
use crate::day::month_key;
use crate::facts::{Contact, Goal};
use crate::programme::{Period, Programme};

/// What is added up.
#[derive(Default)]
pub(super) struct Sums<'a> {
    all: Time,
    missing: u32,
    months: BTreeMap<String, Time>,
    parts: BTreeMap<Part, Time>,
    kinds: BTreeMap<Option<ContactKind>, Time>,
    with: BTreeMap<Option<With>, Time>,
    areas: BTreeMap<Option<&'a str>, Time>,
    reached: BTreeMap<Option<&'a str>, u32>,
}

impl<'a> Sums<'a> {
    /// Adds a contact of a part of a course with these goals.
    pub(super) fn add(&mut self, contact: &Contact, part: Part, goals: &'a [Goal]) {
        self.all.add(contact);
        self.missing += u32::from(contact.minutes.is_none());
        self.months.entry(month_key(contact.on)).or_default().add(contact);
        self.parts.entry(part).or_default().add(contact);
        self.kinds.entry(contact.kind).or_default().add(contact);
        self.with.entry(contact.with).or_default().add(contact);
        let mut areas: Vec<&str> =
            goals.iter().filter(|goal| goal.is_active_on(contact.on)).filter_map(|goal| goal.area.as_deref()).collect();
        areas.sort_unstable();
        areas.dedup();
        if areas.is_empty() {
            self.areas.entry(None).or_default().add(contact);
        }
        for area in areas {
            self.areas.entry(Some(area)).or_default().add(contact);
        }
    }

    /// Adds a goal reached in an area.
    pub(super) fn reach(&mut self, area: Option<&'a str>) {
        *self.reached.entry(area).or_default() += 1;
    }

    /// The figure of all that was added.
    pub(super) fn told(self, programme: &Programme, period: Period) -> Effort {
        let areas = self.rows(programme);
        let numbers = (1..=programme.phases).map(Part::Phase);
        let parts = [Part::Beside(Beside::Clarification)].into_iter().chain(numbers);
        let line = |phase| PhaseLine { phase, time: at(&self.parts, &phase) };
        let name = |area: Option<&str>| {
            let known = programme.goal_areas.iter().find(|one| Some(one.key.as_str()) == area);
            (area.map(str::to_owned), known.map(|one| one.name.clone()))
        };
        Effort {
            definition: "effort",
            from: period.from,
            to: period.to,
            n: self.all.contacts,
            missing: self.missing,
            minutes: self.all.minutes,
            by_month: period
                .months()
                .map(|month| month_key(month.from))
                .map(|month| MonthLine { time: at(&self.months, &month), month })
                .collect(),
            by_phase: parts.chain([Part::Beside(Beside::AfterPlan)]).map(line).collect(),
            by_type: with_unknown(ContactKind::ALL)
                .map(|kind| KindLine { kind, time: at(&self.kinds, &kind) })
                .collect(),
            by_with: with_unknown(With::ALL).map(|with| WithLine { with, time: at(&self.with, &with) }).collect(),
            by_area: areas
                .iter()
                .map(|area| (name(*area), at(&self.areas, area)))
                .map(|((area, name), time)| AreaLine { area, name, time })
                .collect(),
            goals_reached_by_area: areas
                .iter()
                .map(|area| (name(*area), at(&self.reached, area)))
                .map(|((area, name), reached)| ReachedLine { area, name, reached })
                .collect(),
        }
    }

    /// The programme's areas in its order, the former ones that something is in, and at last none.
    fn rows<'b>(&self, programme: &'b Programme) -> Vec<Option<&'b str>>
    where
        'a: 'b,
    {
        let now: Vec<&'b str> = programme.goal_areas.iter().map(|area| area.key.as_str()).collect();
        let mut former: Vec<&'b str> =
            self.areas.keys().chain(self.reached.keys()).flatten().copied().filter(|key| !now.contains(key)).collect();
        former.sort_unstable();
        former.dedup();
        now.into_iter().chain(former).map(Some).chain([None]).collect()
    }
}

/// Every value of a list, and that none is known.
pub(super) fn with_unknown<T: Copy>(all: &'static [T]) -> impl Iterator<Item = Option<T>> {
    all.iter().copied().map(Some).chain([None])
}

fn at<K: Ord, V: Copy + Default>(sums: &BTreeMap<K, V>, key: &K) -> V {
    sums.get(key).copied().unwrap_or_default()
}
