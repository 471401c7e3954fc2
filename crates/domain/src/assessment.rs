//! Assessment (*udredning*, M31): what of a citizen's situation is assessed, area by area, and what is not.
//!
//! The areas are the programme's goal areas. A state is dated; a later one takes the place of the one before, which stays on the record.

use chrono::NaiveDate;

use crate::code::AssessmentState;
use crate::programme::Programme;
use crate::refusal::{Code, Gathered, Refusal, Typed};

/// One state of one area of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The area's key.
    pub area: String,
    /// How far it is assessed.
    pub state: AssessmentState,
    /// Since when.
    pub on: NaiveDate,
}

/// How many areas of a course are how far (M31).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Assessed {
    /// Assessed.
    pub assessed: u64,
    /// Under way.
    pub under_way: u64,
    /// Not begun, or nothing is recorded.
    pub not_begun: u64,
    /// Not relevant.
    pub not_relevant: u64,
}

/// The state of an area on a day: the latest one dated on or before it; of two on one day the one recorded later.
pub fn state_on<'a>(recorded: &'a [Assessment], area: &str, day: NaiveDate) -> Option<&'a Assessment> {
    recorded.iter().filter(|one| one.area == area && one.on <= day).max_by_key(|one| one.on)
}

/// How far a course's areas are assessed on a day. `recorded` is in the order of recording.
pub fn assessed(recorded: &[Assessment], programme: &Programme, day: NaiveDate) -> Assessed {
    let mut counted = Assessed::default();
    let noted_in: Vec<&str> = recorded.iter().map(|one| one.area.as_str()).collect();
    for area in programme.open_areas(&noted_in) {
        let state = state_on(recorded, &area.key, day).map_or(AssessmentState::NotBegun, |one| one.state);
        let count = match state {
            AssessmentState::Assessed => &mut counted.assessed,
            AssessmentState::UnderWay => &mut counted.under_way,
            AssessmentState::NotBegun => &mut counted.not_begun,
            AssessmentState::NotRelevant => &mut counted.not_relevant,
        };
        *count += 1;
    }
    counted
}

/// The assessment of an area that somebody notes.
///
/// # Errors
///
/// Every refusal at once: no such area, no state, no day, a day in the future, too many words.
pub fn note(
    area: &str,
    state: Option<AssessmentState>,
    on: Typed<NaiveDate>,
    words: &str,
    programme: &Programme,
    today: NaiveDate,
) -> Result<Assessment, Vec<Refusal>> {
    let mut gathered = Gathered::default();
    gathered.refuse(!programme.goal_areas.iter().any(|known| known.key == area), "omraade", Code::NotGiven);
    gathered.refuse(state.is_none(), "tilstand", Code::NotGiven);
    let on = gathered.take("dato", on);
    gathered.refuse(on.is_some_and(|on| on > today), "dato", Code::InTheFuture);
    gathered.heed_length("note", words);
    gathered.unless_refused(|| Some(Assessment { area: area.to_owned(), state: state?, on: on? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{day, programme};
    use crate::programme::{GoalArea, Text};

    fn with_areas() -> Programme {
        let name = Text { da: String::new(), en: String::new() };
        let area = |key: &str| GoalArea { key: key.to_owned(), name: name.clone(), retired: false };
        Programme { goal_areas: vec![area("bolig"), area("oekonomi"), area("sundhed")], ..programme() }
    }

    fn one(area: &str, state: AssessmentState, on: &str) -> Assessment {
        Assessment { area: area.to_owned(), state, on: day(on) }
    }

    #[test]
    fn an_area_is_as_far_as_the_latest_state_by_the_day_says() {
        let recorded = [
            one("bolig", AssessmentState::UnderWay, "2015-03-01"),
            one("bolig", AssessmentState::Assessed, "2015-06-01"),
            one("oekonomi", AssessmentState::NotRelevant, "2015-03-01"),
        ];
        let on = |date| assessed(&recorded, &with_areas(), day(date));
        assert_eq!(on("2015-05-31"), Assessed { under_way: 1, not_begun: 1, not_relevant: 1, assessed: 0 });
        assert_eq!(on("2015-06-01"), Assessed { assessed: 1, not_begun: 1, not_relevant: 1, under_way: 0 });
        assert_eq!(on("2015-02-28").not_begun, 3, "before anything is recorded");
    }

    #[test]
    fn of_two_states_on_one_day_the_one_recorded_later_counts() {
        let recorded = [
            one("bolig", AssessmentState::Assessed, "2015-03-01"),
            one("bolig", AssessmentState::UnderWay, "2015-03-01"),
        ];
        assert_eq!(state_on(&recorded, "bolig", day("2015-03-01")).unwrap().state, AssessmentState::UnderWay);
    }

    #[test]
    fn a_note_without_a_state_in_the_future_and_about_no_area_is_refused_three_times() {
        let refused = note("hobby", None, Ok(day("2015-11-24")), "", &with_areas(), day("2015-11-23")).unwrap_err();
        let fields: Vec<_> = refused.iter().map(|refusal| refusal.field).collect();
        assert_eq!(fields, ["omraade", "tilstand", "dato"]);
    }
}
