//! One invented citizen's life as rows of a register: the same number, the same life.

use chrono::{Datelike, NaiveDate};
use domain::code::{
    Channel, ClosingReason, ContactKind, Doer, FilledBy, Gender, GoalState, MarkKind, Place, SafeContact, With,
};
use domain::day::{add_days, add_months, days_between};
use domain::instrument::{Instrument, Scale};
use domain::personal::Personal;
use domain::programme::Programme;
use domain::reading::{Answer, Answers};
use register::row;

use super::chance::Chance;
use super::words;

/// Contacts of a course.
const CONTACTS: u32 = 24;
/// Goals of a course.
const GOALS: u32 = 3;
/// Which of the programme's instruments the readings are of, in rounds: the first star enrols.
const ROUNDS: [&[usize]; 3] = [&[0, 1, 2], &[0, 1, 2], &[0]];
/// The day that the lives are told on: the demo's. What happens later has not happened yet.
pub const fn told_on() -> NaiveDate {
    match NaiveDate::from_ymd_opt(2015, 11, 23) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// Everything that the register of a team knows of one citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The citizen.
    pub citizen: row::Citizen,
    /// How it began.
    pub enquiry: row::Enquiry,
    /// The one course.
    pub course: row::Course,
    /// Seven readings.
    pub readings: Vec<row::Reading>,
    /// Twenty-four contacts.
    pub contacts: Vec<row::Contact>,
    /// Three goals.
    pub goals: Vec<row::Goal>,
    /// The agreed next step.
    pub step: row::Step,
    /// Dated marks.
    pub marks: Vec<row::Mark>,
}

/// Where lives are led: the rules, and the instruments in the programme's order.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// Its instruments.
    pub instruments: &'a [Instrument],
    /// What all chance follows from.
    pub seed: u64,
}

/// The days that everything else hangs on.
struct Frame {
    began: NaiveDate,
    enrolled: NaiveDate,
    /// The closing, or the day the lives are told on.
    until: NaiveDate,
    closed: Option<ClosingReason>,
}

impl Setting<'_> {
    /// The life of the citizen with this number over all programmes, in the care of a worker, closed or under way.
    pub fn life(&self, number: u64, worker: &str, is_closed: bool) -> Life {
        let mut chance = Chance::of(self.seed, number);
        let chance = &mut chance;
        let id = format!("B{number}");
        let course = format!("F{number}");
        let frame = self.frame(is_closed, chance);
        Life {
            citizen: citizen(number, id.clone(), chance),
            enquiry: row::Enquiry {
                row: 0,
                id: format!("H{number}"),
                received_on: frame.began,
                channel: chance.one(Channel::ALL).copied().filter(|channel| *channel != Channel::Partner),
                referrer: None,
                citizen: Some(id.clone()),
                wants_course: Some(true),
                research_consent: Some(chance.happens(3, 5)),
                referred_to: None,
                note: text(chance.word(words::ENQUIRY).to_owned()),
            },
            readings: self.readings(number, &course, &frame, chance),
            contacts: contacts(&course, &frame, chance),
            goals: self.goals(number, &course, &frame, chance),
            step: step(&course, &frame, chance),
            marks: self.marks(&course, &frame, chance),
            course: row::Course {
                row: 0,
                id: course,
                citizen: id,
                clarification_began_on: frame.began,
                clarification_ended_on: None,
                clarification_reason: None,
                closed_on: frame.closed.map(|_| frame.until),
                closing_reason: frame.closed,
                closing_text: None,
                worker: Some(worker.to_owned()),
            },
        }
    }

    fn frame(&self, is_closed: bool, chance: &mut Chance) -> Frame {
        let months = self.programme.course_months;
        let told_on = told_on();
        let clarification = 7 + i64::from(chance.below(22));
        if is_closed {
            let last = told_on.checked_sub_months(chrono::Months::new(months + 1)).unwrap_or(told_on);
            let enrolled = chance.day(add_days(self.programme.funding.from, 30), last);
            let planned = add_days(add_months(enrolled, months), -1);
            let early = [ClosingReason::CitizensWish, ClosingReason::MovedAway, ClosingReason::HandedOver];
            let (until, reason) = match chance.one(&early).filter(|_| chance.clone().happens(1, 5)) {
                Some(reason) => (chance.day(add_days(enrolled, 120), planned), *reason),
                None => (planned, ClosingReason::Planned),
            };
            Frame { began: add_days(enrolled, -clarification), enrolled, until, closed: Some(reason) }
        } else {
            let enrolled = add_days(told_on, -14 - i64::from(chance.below(months * 30 - 20)));
            Frame { began: add_days(enrolled, -clarification), enrolled, until: told_on, closed: None }
        }
    }

    fn readings(&self, number: u64, course: &str, frame: &Frame, chance: &mut Chance) -> Vec<row::Reading> {
        let length = days_between(frame.enrolled, frame.until);
        let between = match frame.closed {
            Some(_) => length / 2,
            None => (length / 2).min(61),
        };
        let rounds =
            ROUNDS.iter().enumerate().flat_map(|(round, instruments)| instruments.iter().map(move |at| (round, *at)));
        let readings = rounds.enumerate().filter_map(|(nth, (round, at))| {
            let instrument = self.instruments.get(at)?;
            let gone = u8::try_from(round).unwrap_or(0);
            let mut answers: Vec<_> =
                instrument.items.iter().map(|_| Some(answer(&instrument.scale, gone, chance))).collect();
            if matches!(instrument.scale, Scale::Areas { .. })
                && chance.happens(1, 4)
                && let Some(area) = answers.get_mut(6)
            {
                *area = Some(Answer::NotRelevant);
            }
            let note = chance.happens(1, 3).then(|| row::ItemNote {
                item: chance.below(u32::try_from(instrument.items.len()).unwrap_or(1)) as usize,
                text: Personal::new(chance.word(words::OWN_WORDS).to_owned()),
            });
            Some(row::Reading {
                row: 0,
                id: format!("M{number}-{nth}"),
                course: course.to_owned(),
                instrument: instrument.key.clone(),
                made_on: add_days(frame.enrolled, between * i64::from(gone)),
                filled_by: chance.one(FilledBy::ALL).copied(),
                answers: Answers(answers),
                notes: note.into_iter().collect(),
            })
        });
        readings.collect()
    }

    fn goals(&self, number: u64, course: &str, frame: &Frame, chance: &mut Chance) -> Vec<row::Goal> {
        let areas = &self.programme.goal_areas;
        let first = chance.below(u32::try_from(areas.len()).unwrap_or(1)) as usize;
        let goals = (0..GOALS).map(|nth| {
            let created_on = chance.day(frame.enrolled, add_days(frame.enrolled, 13));
            let settled = [GoalState::Reached, GoalState::Reached, GoalState::HandedOver, GoalState::Dropped];
            let settled = chance.one(&settled).copied().filter(|_| frame.closed.is_some());
            row::Goal {
                row: 0,
                id: format!("G{number}-{nth}"),
                course: course.to_owned(),
                created_on,
                area: areas.iter().cycle().nth(first + nth as usize).map(|area| area.key.clone()),
                text: text(chance.word(words::GOAL).to_owned()),
                state: Some(settled.unwrap_or(GoalState::Active)),
                state_on: Some(settled.map_or(created_on, |_| chance.day(created_on, frame.until))),
            }
        });
        goals.collect()
    }

    fn marks(&self, course: &str, frame: &Frame, chance: &mut Chance) -> Vec<row::Mark> {
        let mut marks = Vec::new();
        let mut mark = |on: NaiveDate, kind, phase, area: Option<String>| {
            if on <= frame.until {
                marks.push(row::Mark { row: 0, course: course.to_owned(), on, kind, phase, area, note: None });
            }
        };
        let phases = self.programme.phases.max(1);
        for phase in 1..=phases {
            let start = add_months(frame.enrolled, self.programme.course_months * (phase - 1) / phases);
            let begun = if phase == 1 { start } else { add_days(start, i64::from(chance.below(10))) };
            if phase > 1 {
                mark(begun, MarkKind::PhaseShift, Some(phase), None);
            }
            let area = chance.one(&self.programme.goal_areas).map(|area| area.key.clone());
            mark(begun, MarkKind::FocusArea, Some(phase), area);
            mark(add_days(begun, i64::from(chance.below(20))), MarkKind::PlanReviewed, Some(phase), None);
        }
        if frame.closed == Some(ClosingReason::Planned) {
            mark(add_days(frame.until, -40), MarkKind::ContinuationAgreed, None, None);
            mark(add_days(frame.until, -i64::from(chance.below(7))), MarkKind::ClosingMeeting, None, None);
        }
        marks
    }
}

fn citizen(number: u64, id: String, chance: &mut Chance) -> row::Citizen {
    let birth_year = 1960 + chance.below(38);
    let birthday = chance.day(first_day(birth_year), first_day(birth_year + 1).pred_opt().unwrap_or_default());
    let name = format!("{} {} {}", chance.word(words::FIRST), chance.word(words::MIDDLE), chance.word(words::LAST));
    row::Citizen {
        row: 0,
        id,
        alias: text(format!("{} {number}", chance.word(words::ALIAS))),
        name: text(name),
        // No CPR number ends in 0000, and no Danish telephone number begins with 1.
        cpr: text(format!("{:02}{:02}{:02}0000", birthday.day(), birthday.month(), birth_year % 100)),
        gender: chance.one(Gender::ALL).copied(),
        birth_year: u16::try_from(birth_year).ok(),
        phone: text(format!("{}", 10_000_000 + number % 10_000_000)),
        protected_address: Some(chance.happens(1, 12)),
        safe_contact: chance
            .one(SafeContact::ALL)
            .copied()
            .filter(|_| chance.clone().happens(1, 6))
            .into_iter()
            .collect(),
    }
}

fn contacts(course: &str, frame: &Frame, chance: &mut Chance) -> Vec<row::Contact> {
    let span = days_between(frame.began, frame.until);
    let contacts = (0..CONTACTS).map(|nth| {
        let first = add_days(frame.began, span * i64::from(nth) / i64::from(CONTACTS));
        let next = add_days(frame.began, span * i64::from(nth + 1) / i64::from(CONTACTS));
        let kind = if nth == 0 { Some(ContactKind::Meeting) } else { chance.one(ContactKind::ALL).copied() };
        let happened = kind != Some(ContactKind::Attempt);
        row::Contact {
            row: 0,
            course: course.to_owned(),
            on: chance.day(first, next),
            kind,
            place: chance.one(Place::ALL).copied().filter(|_| happened),
            with: if chance.happens(3, 4) { Some(With::Citizen) } else { chance.one(With::ALL).copied() },
            minutes: happened.then(|| 15 * (1 + chance.below(6))),
            text: text(format!("{} {}", chance.word(words::WHAT), chance.word(words::HOW))),
        }
    });
    contacts.collect()
}

fn step(course: &str, frame: &Frame, chance: &mut Chance) -> row::Step {
    let created_on = add_days(frame.until, -i64::from(1 + chance.below(12)));
    row::Step {
        row: 0,
        course: course.to_owned(),
        created_on,
        text: Personal::new(chance.word(words::STEP).to_owned()),
        agreed_for: Some(add_days(created_on, i64::from(7 + chance.below(14)))),
        doer: chance.one(Doer::ALL).copied(),
        done_on: frame.closed.map(|_| frame.until),
    }
}

/// An answer that drifts upwards from round to round, as most do.
fn answer(scale: &Scale, round: u8, chance: &mut Chance) -> Answer {
    let value = |chance: &mut Chance, low: u8, high: u8| {
        let reach = u32::from(high - low) / 2 + 1;
        let drift = chance.below(3) * u32::from(round);
        low.saturating_add(u8::try_from(chance.below(reach) + drift).unwrap_or(0)).min(high)
    };
    Answer::Value(match scale {
        Scale::Areas { min, max, .. } | Scale::Sum { min, max, .. } => value(chance, *min, *max),
        Scale::Choices(choices) => u8::try_from(chance.below(u32::try_from(choices.len()).unwrap_or(1))).unwrap_or(0),
    })
}

fn text(text: String) -> Option<Personal<String>> {
    Some(Personal::new(text))
}

fn first_day(year: u32) -> NaiveDate {
    i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)).unwrap_or_default()
}
