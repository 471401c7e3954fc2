//! What was recorded apart but was one event to whoever was there stands as one entry.

use chrono::NaiveDate;
use domain::code::MarkKind;

use crate::view::citizen::{Entry, What};

/// The entries, oldest first, with those of one day joined that are one event.
pub(super) fn joined(entries: Vec<Entry>) -> Vec<Entry> {
    let plan_made_on = entries.iter().find(|entry| matches!(entry.what, What::GoalSet { .. })).map(|entry| entry.on);
    let mut joined: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut rest = entries.into_iter().peekable();
    while let Some(first) = rest.next() {
        let on = first.on;
        let mut day = vec![first];
        day.extend(std::iter::from_fn(|| rest.next_if(|entry| entry.on == on)));
        join_enrolment(&mut day);
        join_phase_shift(&mut day);
        if plan_made_on == Some(on) {
            join_plan(&mut day, on);
        }
        joined.append(&mut day);
    }
    joined
}

/// The readings of the day of enrolment belong to it: the first star is what enrols (R1).
fn join_enrolment(day: &mut Vec<Entry>) {
    let Some(at) = day.iter().position(|entry| matches!(entry.what, What::Readings { .. })) else { return };
    if !day.iter().any(|entry| matches!(entry.what, What::Enrolled { .. })) {
        return;
    }
    let readings = day.remove(at);
    let enrolled = day.iter_mut().find(|entry| matches!(entry.what, What::Enrolled { .. }));
    if let (What::Readings { filled_by, instruments }, Some(entry)) = (readings.what, enrolled) {
        entry.what = What::Enrolled { filled_by, instruments };
        entry.sealed = readings.sealed;
    }
}

/// The focus areas chosen with a phase shift; one with a note of its own keeps its own entry.
fn join_phase_shift(day: &mut Vec<Entry>) {
    let Some(shift) = day.iter().find_map(|entry| match entry.what {
        What::PhaseShift { to, .. } => Some(to),
        _ => None,
    }) else {
        return;
    };
    let belongs = |entry: &mut Entry| {
        let is_chosen = matches!(
            &entry.what,
            What::Mark { kind: MarkKind::FocusArea, phase, area: Some(_) } if phase.is_none_or(|phase| phase == shift)
        );
        is_chosen && entry.sealed.is_none()
    };
    let chosen: Vec<Entry> = day.extract_if(.., belongs).collect();
    let names = chosen.into_iter().filter_map(|entry| match entry.what {
        What::Mark { area, .. } => area,
        _ => None,
    });
    for entry in day.iter_mut() {
        if let What::PhaseShift { to, focus } = &mut entry.what
            && *to == shift
        {
            focus.extend(names);
            return;
        }
    }
}

/// The goals of the first day of goals are the plan being made.
fn join_plan(day: &mut Vec<Entry>, on: NaiveDate) {
    let is_goal = |entry: &Entry| matches!(entry.what, What::GoalSet { .. });
    let Some(at) = day.iter().position(is_goal) else { return };
    if day.iter().filter(|entry| is_goal(entry)).count() < 2 {
        return;
    }
    let goals: Vec<Entry> = day.extract_if(.., |entry| is_goal(entry)).collect();
    let areas = goals.into_iter().filter_map(|entry| match entry.what {
        What::GoalSet { area } => Some(area),
        _ => None,
    });
    let what = What::PlanMade { areas: areas.collect() };
    day.insert(at.min(day.len()), Entry { on, what, by: None, sealed: None });
}

#[cfg(test)]
mod tests {
    use domain::code::FilledBy;
    use domain::id::ReadingId;
    use domain::programme::Text;
    use uuid::Uuid;

    use super::*;
    use crate::view::citizen::SealedRef;

    fn on(day: u32, what: What) -> Entry {
        let on = NaiveDate::from_ymd_opt(2015, 4, day).unwrap();
        Entry { on, what, by: None, sealed: None }
    }

    fn area(name: &str) -> Option<Text> {
        Some(Text { da: name.to_owned(), en: name.to_owned() })
    }

    fn focus(name: &str) -> What {
        What::Mark { kind: MarkKind::FocusArea, phase: Some(2), area: area(name) }
    }

    #[test]
    fn a_phase_shift_tells_its_focus_areas_whichever_was_recorded_first() {
        let shift = What::PhaseShift { to: 2, focus: Vec::new() };
        let entries =
            joined(vec![on(20, focus("Bolig")), on(20, shift), on(20, focus("Netværk")), on(21, focus("Job"))]);
        assert_eq!(entries.len(), 2, "{entries:?}");
        let focus = [area("Bolig"), area("Netværk")].into_iter().flatten().collect();
        assert_eq!(entries[0].what, What::PhaseShift { to: 2, focus });
    }

    #[test]
    fn the_first_goals_of_one_day_are_the_plan_and_later_ones_stand_alone() {
        let goal = |name| What::GoalSet { area: area(name) };
        let entries = joined(vec![on(1, goal("A")), on(1, goal("B")), on(2, goal("C")), on(2, goal("D"))]);
        assert_eq!(entries.len(), 3);
        assert_eq!(entries[0].what, What::PlanMade { areas: vec![area("A"), area("B")] });
        let alone = joined(vec![on(1, goal("A")), on(2, goal("B")), on(2, goal("C"))]);
        assert_eq!(alone.len(), 3, "one goal is no plan laid");
    }

    #[test]
    fn the_first_star_is_the_enrolment_and_its_words_stay_reachable() {
        let enrolled = What::Enrolled { filled_by: None, instruments: Vec::new() };
        let mut readings = on(20, What::Readings { filled_by: Some(FilledBy::Citizen), instruments: Vec::new() });
        let words = SealedRef::ReadingNote(ReadingId(Uuid::from_u128(1)));
        readings.sealed = Some(words);
        let entries = joined(vec![on(20, enrolled), readings]);
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].sealed, Some(words));
        assert_eq!(entries[0].what, What::Enrolled { filled_by: Some(FilledBy::Citizen), instruments: Vec::new() });
    }

    #[test]
    fn a_reading_on_another_day_stays_a_reading() {
        let enrolled = What::Enrolled { filled_by: None, instruments: Vec::new() };
        let reading = What::Readings { filled_by: None, instruments: Vec::new() };
        assert_eq!(joined(vec![on(20, enrolled), on(21, reading)]).len(), 2);
    }
}
