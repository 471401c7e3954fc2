//! The demo's plans, handovers and offers: what a team writes on screen, done through the use cases that the screen calls.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::{ActionState, Carrier, Doer, Proposer};
use domain::id::{CitizenId, GoalId};
use domain::plan::GivenDay;

use super::hand::{Hand, maybe_day, rows, text, wrong};
use crate::case::Case;
use crate::offer::{OfferWish, PartnerWish, add_offer, keep_partner};
use crate::plan::{
    ActionWish, GoalWish, How, Known, NeedWish, agree_action, change_action, change_goal, keep_need, move_action,
};
use crate::view::offer::OfferAsk;
use crate::{App, Cx, Result};

const ACTIONS: &str = include_str!("../../../../demo/plan/handlinger.csv");
const NEEDS: &str = include_str!("../../../../demo/plan/behov.csv");
const OFFERS: &str = include_str!("../../../../demo/plan/tilbud.csv");

/// A goal that has found better words since the start: the course, the area, the words of the start, since when it has today's.
const REWORDED: (&str, &str, &str, &str) = ("F48", "bolig", "Jeg vil have et sted at bo", "2015-08-20");

/// Writes the plans and offers, as the coordinator.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.coordinator()?;
    let plans = Plans { app: hand.app, cx: &cx, hand };
    plans.offers().await?;
    plans.reworded().await?;
    for row in rows(ACTIONS) {
        plans.action(&row).await?;
    }
    for row in rows(NEEDS) {
        plans.need(&row).await?;
    }
    Ok(())
}

struct Plans<'a> {
    app: &'a App,
    cx: &'a Cx,
    hand: &'a Hand<'a>,
}

impl Plans<'_> {
    async fn goal(&self, course: &str, area: &str) -> Result<(CitizenId, Option<(GoalId, i64, String, NaiveDate)>)> {
        let citizen = self.hand.citizen(course)?;
        let case = Case::open(self.app, self.cx, Action::KeepPlan, citizen).await?;
        let course = case.course(self.cx.today).ok_or_else(wrong)?.id;
        let mut reader = self.app.store().read(&case.grant).await?;
        let known = Known::load(&mut reader, self.cx, &case, course).await?;
        let found = known.goals().find(|(_, _, says)| says.area.as_deref() == Some(area)).map(|(id, version, says)| {
            let words = says.words.as_ref().map(|words| words.reveal().clone()).unwrap_or_default();
            (id, version, words, says.created_on)
        });
        Ok((citizen, found))
    }

    async fn reworded(&self) -> Result<()> {
        let (course, area, before, since) = REWORDED;
        let (citizen, goal) = self.goal(course, area).await?;
        let (goal, version, now, made) = goal.ok_or_else(wrong)?;
        let said = |words: &str, on| GoalWish {
            words: text(words),
            area: Some(area.to_owned()),
            is_outside: false,
            outside: text(""),
            proposed_by: Some(Proposer::Citizen),
            on,
        };
        let first = said(before, made.into());
        change_goal(self.app, self.cx, citizen, (goal, version), (&first, How::Corrected), self.cx.form_key()?).await?;
        let then = said(&now, day(since)?);
        change_goal(self.app, self.cx, citizen, (goal, version + 1), (&then, How::Since), self.cx.form_key()?).await
    }

    async fn action(&self, row: &[&str]) -> Result<()> {
        let &[course, area, what, who, name, on, due, since] = row else { return Err(wrong()) };
        let (citizen, goal) = self.goal(course, area).await?;
        let (goal, ..) = goal.ok_or_else(wrong)?;
        let mut wish = ActionWish {
            words: text(what),
            doer: Doer::parse(who).ok(),
            doer_name: text(name),
            due_on: day(due)?,
            on: day(on)?,
        };
        let action = agree_action(self.app, self.cx, citizen, goal, &wish, self.cx.form_key()?).await?;
        let mut version = 1;
        for then in since.split(", ").filter(|then| !then.is_empty()) {
            let mut words = then.splitn(4, ' ');
            let state = words.next().and_then(|word| ActionState::parse(word).ok()).ok_or_else(wrong)?;
            let on = day(words.next().ok_or_else(wrong)?)?;
            move_action(self.app, self.cx, citizen, (action, version), (state, on), self.cx.form_key()?).await?;
            version += 1;
            if let Some(doer) = words.next() {
                let doer_name = text(words.next().unwrap_or_default());
                wish = ActionWish { doer: Doer::parse(doer).ok(), doer_name, on, ..wish };
                let how = (&wish, How::Since);
                change_action(self.app, self.cx, citizen, (action, version), how, self.cx.form_key()?).await?;
                version += 1;
            }
        }
        Ok(())
    }

    async fn need(&self, row: &[&str]) -> Result<()> {
        let &[course, area, words, who, name, contact, from, meeting, held] = row else { return Err(wrong()) };
        let (citizen, goal) = self.goal(course, area).await?;
        let wish = NeedWish {
            words: text(words),
            goal: goal.map(|(goal, ..)| goal),
            carrier: Carrier::parse(who).ok(),
            carrier_name: text(name),
            contact: text(contact),
            agreed_on: day(from)?,
            warm_planned_on: day(meeting)?,
            warm_on: day(held)?,
        };
        keep_need(self.app, self.cx, citizen, &wish, self.cx.form_key()?).await?;
        Ok(())
    }

    async fn offers(&self) -> Result<()> {
        for row in rows(OFFERS) {
            let &[partner, short, title, areas, hours, conditions, words] = row.as_slice() else {
                return Err(wrong());
            };
            let known = crate::offer::page(self.app, self.cx, OfferAsk::default()).await?.partners;
            let known = known.into_iter().find(|line| line.name == partner);
            let named = PartnerWish { name: partner.to_owned(), short_name: short.to_owned() };
            let partner = match known {
                Some(line) if line.short_name.is_some() || short.is_empty() => line.id,
                line => {
                    let known = line.map(|line| (line.id, line.version));
                    keep_partner(self.app, self.cx, known, &named, self.cx.form_key()?).await?
                }
            };
            let wish = OfferWish {
                partner: Some(partner),
                title: title.to_owned(),
                areas: areas.split(',').map(str::to_owned).collect(),
                hours: hours.to_owned(),
                conditions: conditions.to_owned(),
                words: words.to_owned(),
            };
            add_offer(self.app, self.cx, &wish, self.cx.form_key()?).await?;
        }
        Ok(())
    }
}

fn day(cell: &str) -> Result<GivenDay> {
    Ok(maybe_day(cell)?.map_or(GivenDay::Nothing, GivenDay::On))
}
