//! Recording what belongs to the activity plan: actions, needs, and partners' offers.

use chrono::{DateTime, Utc};
use domain::id::{OrganisationId, ProgrammeId};

use crate::error::Result;
use crate::row::{Action, Need, Offer, Version};
use crate::values::insert;
use crate::work::{Work, kept};

impl Work {
    /// Adds versions of actions.
    pub async fn add_actions(
        &mut self,
        programme: ProgrammeId,
        rows: &[Version<Action>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO action (programme_id, course_id, goal_id, id, version, created_on, due_on, doer, state, state_on, \
             from_day, text_sealed, doer_name_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.goal.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.created_on)
                    .push(fact.due_on)
                    .push(fact.doer.map(|doer| doer.code()))
                    .push(fact.state.code())
                    .push(fact.state_on)
                    .push(fact.from)
                    .push(fact.text.as_deref())
                    .push(fact.doer_name.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of needs.
    pub async fn add_needs(&mut self, programme: ProgrammeId, rows: &[Version<Need>], at: DateTime<Utc>) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO handover (programme_id, course_id, id, version, goal_id, area, carrier, agreed_on, warm_planned_on, \
             warm_on, need_sealed, carrier_name_sealed, contact_sealed, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(programme.0)
                    .push(fact.course.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.goal.map(|goal| goal.0))
                    .push(fact.area.as_deref())
                    .push(fact.carrier.map(|carrier| carrier.code()))
                    .push(fact.agreed_on)
                    .push(fact.warm_planned_on)
                    .push(fact.warm_on)
                    .push(fact.need.as_deref())
                    .push(fact.carrier_name.as_deref())
                    .push(fact.contact.as_deref())
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }

    /// Adds versions of offers.
    pub async fn add_offers(
        &mut self,
        organisation: OrganisationId,
        rows: &[Version<Offer>],
        at: DateTime<Utc>,
    ) -> Result<()> {
        let (by, at) = (self.recorded_by(), kept(at));
        insert(
            &mut self.line,
            "INSERT INTO offer (organisation_id, partner_id, id, version, title, areas, hours, conditions, words, from_day, \
             to_day, recorded_by, recorded_at)",
            rows,
            |values, Version { number, fact }| {
                values
                    .push(organisation.0)
                    .push(fact.partner.0)
                    .push(fact.id.0)
                    .push(*number)
                    .push(fact.title.as_str())
                    .push(fact.areas.as_str())
                    .push(fact.hours.as_deref())
                    .push(fact.conditions.as_deref())
                    .push(fact.words.as_deref())
                    .push(fact.from)
                    .push(fact.to)
                    .push(by.as_str())
                    .push(at);
            },
        )
        .await
    }
}
