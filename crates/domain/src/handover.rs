//! The handover picture (M12, M14): each need, and who carries it after the course.

use chrono::NaiveDate;

use crate::code::Carrier;
use crate::id::{GoalId, NeedId};

/// A need and who carries it after the course, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its id.
    pub id: NeedId,
    /// The goal it comes from, where it comes from one.
    pub goal: Option<GoalId>,
    /// Who carries it; `None` where nobody does yet.
    pub carrier: Option<Carrier>,
    /// Whether it is known how the carrier is reached.
    pub has_contact: bool,
    /// The day from which the carrier has it.
    pub agreed_on: Option<NaiveDate>,
    /// The day for which the meeting of all three is planned.
    pub warm_planned_on: Option<NaiveDate>,
    /// The day on which it was held.
    pub warm_on: Option<NaiveDate>,
}

/// What a need lacks before it is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// Nobody carries it.
    Carrier,
    /// It is not known how the carrier is reached.
    Contact,
    /// No day is agreed.
    Agreement,
    /// The meeting of citizen, worker and carrier has not been held.
    WarmHandover,
}

/// What is missing before everything is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No need is written down.
    NoNeeds,
    /// A need lacks something.
    Need {
        /// Which.
        need: NeedId,
        /// What, in the order in which it is done.
        lacks: Vec<Lack>,
    },
    /// A goal that is worked on still has no need that says who carries it on.
    Goal {
        /// Which.
        goal: GoalId,
    },
}

impl Need {
    /// What it lacks on the day. What the citizen carries alone needs no contact and no meeting; it needs the day.
    pub fn lacks(&self, day: NaiveDate) -> Vec<Lack> {
        let Some(carrier) = self.carrier else { return vec![Lack::Carrier] };
        let by_somebody_else = carrier != Carrier::Citizen;
        let lack = |applies: bool, lack| applies.then_some(lack);
        [
            lack(by_somebody_else && !self.has_contact, Lack::Contact),
            lack(self.agreed_on.is_none(), Lack::Agreement),
            lack(by_somebody_else && self.warm_on.is_none_or(|on| on > day), Lack::WarmHandover),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// What is missing on the day before everything is handed over; nothing where the handover is complete.
///
/// `active` are the goals that are worked on: each needs somebody who carries it on.
pub fn missing(needs: &[Need], active: &[GoalId], day: NaiveDate) -> Vec<Missing> {
    if needs.is_empty() && active.is_empty() {
        return vec![Missing::NoNeeds];
    }
    let lacking = needs.iter().filter_map(|need| {
        let lacks = need.lacks(day);
        (!lacks.is_empty()).then_some(Missing::Need { need: need.id, lacks })
    });
    let uncarried = active.iter().filter(|goal| !needs.iter().any(|need| need.goal == Some(**goal)));
    lacking.chain(uncarried.map(|goal| Missing::Goal { goal: *goal })).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::example::day;

    const NEED: NeedId = NeedId(Uuid::from_u128(1));
    const HOUSING: GoalId = GoalId(Uuid::from_u128(2));

    fn handed_over() -> Need {
        Need {
            id: NEED,
            goal: Some(HOUSING),
            carrier: Some(Carrier::Partner),
            has_contact: true,
            agreed_on: Some(day("2015-12-01")),
            warm_planned_on: Some(day("2015-11-04")),
            warm_on: Some(day("2015-11-04")),
        }
    }

    fn lacks(need: &Need) -> Vec<Lack> {
        need.lacks(day("2015-11-23"))
    }

    #[test]
    fn a_need_with_a_carrier_a_contact_a_day_and_a_meeting_is_handed_over() {
        assert_eq!(missing(&[handed_over()], &[HOUSING], day("2015-11-23")), []);
    }

    #[test]
    fn a_need_that_nobody_carries_lacks_that_before_anything_else() {
        assert_eq!(lacks(&Need { carrier: None, has_contact: false, ..handed_over() }), [Lack::Carrier]);
    }

    #[test]
    fn everything_that_a_need_lacks_is_named() {
        let bare = Need { has_contact: false, agreed_on: None, warm_on: None, ..handed_over() };
        assert_eq!(lacks(&bare), [Lack::Contact, Lack::Agreement, Lack::WarmHandover]);
        assert_eq!(lacks(&Need { carrier: Some(Carrier::Citizen), ..bare }), [Lack::Agreement]);
    }

    #[test]
    fn a_meeting_that_lies_ahead_has_not_been_held() {
        assert_eq!(lacks(&Need { warm_on: Some(day("2015-11-24")), ..handed_over() }), [Lack::WarmHandover]);
        assert_eq!(lacks(&Need { warm_on: Some(day("2015-11-23")), ..handed_over() }), []);
    }

    #[test]
    fn a_goal_that_is_worked_on_still_needs_somebody_who_carries_it_on() {
        let other = GoalId(Uuid::from_u128(3));
        assert_eq!(missing(&[handed_over()], &[HOUSING, other], day("2015-11-23")), [Missing::Goal { goal: other }]);
    }

    #[test]
    fn a_course_without_needs_and_goals_has_not_thought_of_its_end() {
        assert_eq!(missing(&[], &[], day("2015-11-23")), [Missing::NoNeeds]);
        assert_eq!(missing(&[], &[HOUSING], day("2015-11-23")), [Missing::Goal { goal: HOUSING }]);
    }
}
