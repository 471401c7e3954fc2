//! The handover picture: each need, and who carries it after the course.

use chrono::NaiveDate;
use domain::access::Action;
use domain::code::Carrier;
use domain::handover;
use domain::id::{CitizenId, CourseId, GoalId, NeedId};
use domain::personal::Personal;
use domain::plan::{GivenDay, WORDS};
use domain::refusal::{Code, Refusal};
use store::record::Fact;
use store::{Reader, Work, row};
use uuid::Uuid;

use super::action::NAME;
use super::goal::refuse;
use super::part::{OpenPlan, Part, Version, opened};
use crate::case::Case;
use crate::facts::maybe_code;
use crate::once::Once;
use crate::{App, Cx, Result};

/// What a need says.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    pub(crate) goal: Option<GoalId>,
    pub(crate) area: Option<String>,
    pub(crate) carrier: Option<Carrier>,
    pub(crate) agreed_on: Option<NaiveDate>,
    pub(crate) warm_planned_on: Option<NaiveDate>,
    pub(crate) warm_on: Option<NaiveDate>,
    pub(crate) words: Option<Personal<String>>,
    pub(crate) carrier_name: Option<Personal<String>>,
    pub(crate) contact: Option<Personal<String>>,
}

impl Need {
    /// The need as the rule of the handover takes it.
    pub(crate) fn fact(&self, id: NeedId) -> handover::Need {
        handover::Need {
            id,
            goal: self.goal,
            carrier: self.carrier,
            has_contact: self.contact.as_ref().is_some_and(|contact| !contact.reveal().trim().is_empty()),
            agreed_on: self.agreed_on,
            warm_planned_on: self.warm_planned_on,
            warm_on: self.warm_on,
        }
    }
}

impl Part for Need {
    const TABLE: &'static str = "handover";

    fn fact(cx: &Cx, course: CourseId, id: Uuid) -> Fact {
        Fact::Need(cx.programme_id, course, id)
    }

    async fn all(reader: &mut Reader, cx: &Cx, case: &Case, course: CourseId) -> Result<Vec<Version<Self>>> {
        let rows = reader.need_versions(cx.programme_id, course).await?;
        let version = |row: store::plan::NeedVersion| {
            let at = (row.id, row.version);
            let says = Self {
                goal: row.goal.map(GoalId),
                area: row.area,
                carrier: maybe_code(Carrier::parse, row.carrier.as_deref())?,
                agreed_on: row.agreed_on,
                warm_planned_on: row.warm_planned_on,
                warm_on: row.warm_on,
                words: opened(case, Self::TABLE, "need", at, row.need.as_deref())?,
                carrier_name: opened(case, Self::TABLE, "carrier_name", at, row.carrier_name.as_deref())?,
                contact: opened(case, Self::TABLE, "contact", at, row.contact.as_deref())?,
            };
            Ok(Version { id: row.id, number: row.version, is_current: row.is_current, says })
        };
        rows.into_iter().map(version).collect()
    }

    async fn add(&self, work: &mut Work, cx: &Cx, on: &OpenPlan, at: (Uuid, i64)) -> Result<()> {
        let fact = row::Need {
            id: NeedId(at.0),
            course: on.course,
            goal: self.goal,
            area: self.area.clone(),
            carrier: self.carrier,
            agreed_on: self.agreed_on,
            warm_planned_on: self.warm_planned_on,
            warm_on: self.warm_on,
            need: on.seal(Self::TABLE, "need", at, self.words.as_ref())?,
            carrier_name: on.seal(Self::TABLE, "carrier_name", at, self.carrier_name.as_ref())?,
            contact: on.seal(Self::TABLE, "contact", at, self.contact.as_ref())?,
        };
        Ok(work.add_needs(cx.programme_id, &[row::Version { number: at.1, fact }], cx.now).await?)
    }

    fn in_place_of(self, _: &Self) -> Self {
        self
    }
}

/// What is asked for when a need is written down or changed. Everything but the need itself may be found out later.
#[derive(Clone, Debug)]
pub struct NeedWish {
    /// The need.
    pub words: Personal<String>,
    /// The goal it comes from.
    pub goal: Option<GoalId>,
    /// Who carries it.
    pub carrier: Option<Carrier>,
    /// The carrier's name; may be empty.
    pub carrier_name: Personal<String>,
    /// How the carrier is reached; may be empty.
    pub contact: Personal<String>,
    /// From when.
    pub agreed_on: GivenDay,
    /// The day for which the meeting of all three is planned.
    pub warm_planned_on: GivenDay,
    /// The day on which it was held.
    pub warm_on: GivenDay,
}

impl NeedWish {
    fn refusals(&self, today: NaiveDate) -> Vec<Refusal> {
        let refused = |applies: bool, field, code| applies.then_some(Refusal::new(field, code));
        let long = |text: &Personal<String>, most| text.reveal().chars().count() > most;
        [
            refused(self.words.reveal().trim().is_empty(), "words", Code::Missing),
            refused(long(&self.words, WORDS), "words", Code::TooLong),
            refused(long(&self.carrier_name, NAME), "carrier_name", Code::TooLong),
            refused(long(&self.contact, WORDS), "contact", Code::TooLong),
            self.agreed_on.refusal("agreed_on"),
            self.warm_planned_on.refusal("warm_planned_on"),
            self.warm_on.refusal("warm_on"),
            refused(self.warm_on.day().is_some_and(|on| on > today), "warm_on", Code::InTheFuture),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn says(&self) -> Need {
        Need {
            goal: self.goal,
            area: None,
            carrier: self.carrier,
            agreed_on: self.agreed_on.day(),
            warm_planned_on: self.warm_planned_on.day(),
            warm_on: self.warm_on.day(),
            words: Some(self.words.clone()),
            carrier_name: Some(self.carrier_name.clone()),
            contact: Some(self.contact.clone()),
        }
    }
}

/// Writes a need down.
///
/// # Errors
///
/// Every refusal at once; [`Error::NotFound`](crate::Error::NotFound) where the citizen is not for the actor.
pub async fn keep_need(app: &App, cx: &Cx, citizen: CitizenId, wish: &NeedWish, once: Once) -> Result<NeedId> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    refuse(wish.refusals(cx.today))?;
    Ok(NeedId(plan.make(app, cx, once, &wish.says()).await?))
}

/// Changes a need: who carries it, how they are reached, what is agreed and held.
///
/// # Errors
///
/// As [`keep_need`]; [`Error::Stale`](crate::Error::Stale) where it was changed since `version`.
pub async fn change_need(
    app: &App,
    cx: &Cx,
    citizen: CitizenId,
    (need, version): (NeedId, i64),
    wish: &NeedWish,
    once: Once,
) -> Result<()> {
    let plan = OpenPlan::open(app, cx, Action::KeepPlan, citizen).await?;
    plan.change(app, cx, once, (need.0, version), |now: Need| {
        refuse(wish.refusals(cx.today))?;
        Ok(Need { area: now.area, ..wish.says() })
    })
    .await
}
