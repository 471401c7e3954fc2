//! What the figure of outcomes says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::instrument::{Band, Choice};
use crate::programme::Text;

/// The figure. A part is `None` where the programme has no such instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcomes {
    /// Which definition in `locales/` says what is counted.
    pub definition: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Different persons with a course in the period (R4).
    pub n: u32,
    /// The questionnaire that is added up: WHO-5.
    pub who5: Option<Who5>,
    /// The star.
    pub star: Option<Star>,
    /// The purpose.
    pub purpose: Option<Purposes>,
}

/// WHO-5 first and latest (R14).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Who5 {
    /// Persons with two complete readings or more.
    pub n: u32,
    /// Persons with fewer.
    pub missing: u32,
    /// Readings without a score.
    pub incomplete: u32,
    /// Complete readings of another version, which are not pooled (R17).
    pub other_versions: u32,
    /// Persons in the risk zone at first.
    pub risk_zone_first: u32,
    /// Persons in the risk zone at the latest.
    pub risk_zone_latest: u32,
    /// Up by as much as counts, or more.
    pub improved: u32,
    /// Changed by less than counts.
    pub same: u32,
    /// Down by as much as counts, or more.
    pub worsened: u32,
    /// The median of the first scores.
    pub median_first: Option<f64>,
    /// The median of the latest scores.
    pub median_latest: Option<f64>,
    /// The instrument's zones, low to high, with the persons in each at first and at the latest.
    pub zones: Vec<Zone>,
}

/// A zone of the score, and who is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Zone {
    /// The zone: its ends, its words, whether it is of the risk zone.
    #[serde(flatten)]
    pub band: Band,
    /// Persons whose first score lies in it.
    pub first: u32,
    /// Persons whose latest score lies in it.
    pub latest: u32,
}

/// The star first and latest (R15): area by area, never a mean of areas.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Star {
    /// One row for each area, in the star's order.
    pub areas: Vec<Area>,
    /// Stars that leave something open.
    pub incomplete: u32,
    /// Complete stars of another version, which are not pooled (R17).
    pub other_versions: u32,
    /// The lowest step there is.
    pub lowest: u8,
    /// The highest step there is.
    pub highest: u8,
    /// The star's stages, low to high: the first step of each and its words. Without any, no shift of stage can be told.
    pub stages: Vec<Stage>,
}

/// A stage of the star.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// Its first step.
    pub from: u8,
    /// Its words.
    pub text: Text,
}

/// One area of the star.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Area {
    /// The area's key.
    pub area: String,
    /// The area's name.
    pub name: Text,
    /// Persons with two complete readings or more that score the area.
    pub n: u32,
    /// Persons with fewer.
    pub missing: u32,
    /// Persons whose latest step is higher than their first.
    pub up: u32,
    /// Persons with the same step.
    pub same: u32,
    /// Persons whose latest step is lower.
    pub down: u32,
    /// Persons whose latest step is in a higher stage than their first.
    pub stage_up: u32,
    /// Persons whose latest step is in a lower stage.
    pub stage_down: u32,
    /// The median of the first steps.
    pub median_first: Option<f64>,
    /// The median of the latest steps.
    pub median_latest: Option<f64>,
    /// Each person's first and latest step, in the order of the steps and so in no order of persons. They are for the team's own
    /// picture: what is written of a figure leaves them out.
    #[serde(skip)]
    pub steps: Vec<(u8, u8)>,
}

/// The purpose first and latest (R16).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Purposes {
    /// Persons with an answer.
    pub n: u32,
    /// Persons without.
    pub missing: u32,
    /// Complete answers of another version, which are not pooled (R17).
    pub other_versions: u32,
    /// Persons by their first answer.
    pub first: BTreeMap<String, u32>,
    /// Persons by their latest answer.
    pub latest: BTreeMap<String, u32>,
    /// Persons whose latest answer is not their first.
    pub changed: u32,
    /// From each answer to each, the same one too: the persons whose first and latest these are.
    pub changes: Vec<Change>,
    /// The answers there are, in the instrument's order, with their words.
    pub choices: Vec<Choice>,
}

/// Persons who went from one answer to another, or kept to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The first answer.
    pub from: String,
    /// The latest answer.
    pub to: String,
    /// Persons.
    pub n: u32,
}
