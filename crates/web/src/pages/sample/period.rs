//! The figures of a period: forty-two persons, of whom twenty-eight have two readings.

use std::collections::BTreeMap;

use domain::code::{Channel, ContactKind, With};
use domain::day::month_key;
use domain::instrument::{Band, Choice};
use domain::report::effort::{AreaLine, Effort, KindLine, MonthLine, Part, PhaseLine, ReachedLine, Time, WithLine};
use domain::report::goals::{self, Goals};
use domain::report::intake::{Intake, Month};
use domain::report::outcomes::{Area, Change, Outcomes, Purposes, Stage, Star, Who5, Zone};
use domain::report::referrals::{In, Out, Referrals};

use super::{OfPeriod, Period, text};

/// The period, with so many enrolments month by month.
pub(super) fn of(period: Period, enrolments: [u32; 12]) -> OfPeriod {
    let month = |(month, enrolments): (Period, u32)| Month {
        month: month_key(month.from),
        enquiries: enrolments + 2,
        clarifications: enrolments + 1,
        enrolments,
        closings: 1,
    };
    let sum = enrolments.iter().sum();
    OfPeriod {
        period,
        intake: Intake {
            definition: "intake",
            from: period.from,
            to: period.to,
            enrolments: sum,
            persons: sum,
            months: 12,
            average_a_month: Some(f64::from(sum) / 12.0),
            by_month: period.months().zip(enrolments).map(month).collect(),
            by_channel: BTreeMap::from([(Channel::Partner, 14), (Channel::Own, 12), (Channel::Network, 9)]),
            n: 37 + sum,
            missing: 2,
        },
        outcomes: outcomes(period),
        goals: Goals {
            definition: "goals",
            from: period.from,
            to: period.to,
            by_area: vec![goals::Area {
                area: "bolig".to_owned(),
                name: Some(text("Stabil bolig", "Stable housing")),
                set: 12,
                active: 9,
                reached: 14,
                handed_over: 1,
                dropped: 2,
            }],
            unlinked: 3,
            n: 29,
            missing: 0,
        },
        referrals: Referrals {
            definition: "referrals",
            from: period.from,
            to: period.to,
            into: vec![In { partner: "Reden København".to_owned(), n: 7 }],
            out: vec![Out { partner: "LivaRehab".to_owned(), n: 11, answered: 10, median_days_to_answer: Some(4.5) }],
            n: 18,
            missing: 1,
        },
        effort: effort(period),
    }
}

/// The same period, in which nothing happened.
pub(super) fn empty(period: Period) -> OfPeriod {
    let mut none = of(period, [0; 12]);
    none.intake = Intake {
        by_month: Vec::new(),
        by_channel: BTreeMap::new(),
        average_a_month: None,
        n: 0,
        missing: 0,
        ..none.intake
    };
    none.outcomes = Outcomes { n: 0, who5: None, star: None, purpose: None, ..none.outcomes };
    none
}

fn outcomes(period: Period) -> Outcomes {
    let area = |key: &str, da: &str, n: u32| Area {
        area: key.to_owned(),
        name: text(da, da),
        n,
        missing: 1,
        up: n / 2,
        same: n - n / 2 - n / 4,
        down: n / 4,
        stage_up: n / 4,
        stage_down: 1,
        median_first: Some(4.5),
        median_latest: Some(6.0),
        steps: (0..n).map(|at| if at % 2 == 0 { (3, 6) } else { (5, 4) }).collect(),
    };
    let zone = |from, to, risk, da: &str, first, latest| Zone {
        band: Band { from, to, risk, text: text(da, da) },
        first,
        latest,
    };
    let choice = |key: &str, da, en| Choice { key: key.to_owned(), text: text(da, en) };
    let (stop, better) = ("exit", "bedre_livssituation");
    let counts = |one, other| BTreeMap::from([(stop.to_owned(), one), (better.to_owned(), other)]);
    let change = |from: &str, to: &str, n| Change { from: from.to_owned(), to: to.to_owned(), n };
    Outcomes {
        definition: "outcomes",
        from: period.from,
        to: period.to,
        n: 42,
        who5: Some(Who5 {
            n: 28,
            missing: 14,
            incomplete: 1,
            other_versions: 0,
            risk_zone_first: 22,
            risk_zone_latest: 12,
            improved: 17,
            same: 8,
            worsened: 3,
            median_first: Some(36.0),
            median_latest: Some(54.0),
            zones: vec![
                zone(0, 35, true, "Stor risiko", 14, 5),
                zone(36, 50, true, "Risiko", 8, 7),
                zone(51, 100, false, "Ikke umiddelbart risiko", 6, 16),
            ],
        }),
        star: Some(Star {
            areas: vec![area("bolig", "Bolig", 28), area("rusmidler", "Rusmidler", 8)],
            incomplete: 1,
            other_versions: 0,
            lowest: 1,
            highest: 10,
            stages: vec![Stage { from: 1, text: text("Svært", "Hard") }],
        }),
        purpose: Some(Purposes {
            n: 40,
            missing: 2,
            other_versions: 0,
            first: counts(18, 22),
            latest: counts(15, 25),
            changed: 7,
            changes: vec![
                change(stop, stop, 13),
                change(stop, better, 5),
                change(better, stop, 2),
                change(better, better, 20),
            ],
            choices: vec![
                choice(stop, "At stoppe", "To stop"),
                choice(better, "Bedre livssituation", "Better life situation"),
            ],
        }),
    }
}

fn effort(period: Period) -> Effort {
    let time = Time { contacts: 120, minutes: 4_500 };
    let bolig = || (Some("bolig".to_owned()), Some(text("Stabil bolig", "Stable housing")));
    let line = |(area, name)| AreaLine { area, name, time };
    let reached = |(area, name), reached| ReachedLine { area, name, reached };
    Effort {
        definition: "effort",
        from: period.from,
        to: period.to,
        n: 120,
        missing: 6,
        minutes: 4_500,
        by_month: period.months().map(|month| MonthLine { month: month_key(month.from), time }).collect(),
        by_phase: vec![PhaseLine { phase: Part::Phase(1), time }],
        by_type: vec![KindLine { kind: Some(ContactKind::Meeting), time }, KindLine { kind: None, time }],
        by_with: vec![WithLine { with: Some(With::Citizen), time }],
        by_area: vec![line(bolig()), line((None, None))],
        goals_reached_by_area: vec![reached(bolig(), 14), reached((None, None), 1)],
    }
}
