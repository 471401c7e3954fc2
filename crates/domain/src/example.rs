//! A programme, its instruments and facts to test the rules with. Compiled for tests only.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use crate::code::{ClosingReason, ContactKind, FilledBy, FollowUpReply, MarkKind, Place, With};
use crate::facts::{Assignment, Closing, Contact, Course, Enquiry, Mark, Reply};
use crate::id::{CitizenId, CourseId, ReadingId, UserId};
use crate::instrument::{Band, Choice, Instrument, Item, Scale};
use crate::programme::{Period, Programme, Text};
use crate::reading::{Answer, Answers, Reading};
use crate::report::Names;

/// Reads an ISO date.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Any day of 2013 to 2016, around the demo programme's funding.
pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0i64..1461).prop_map(|days| crate::day::add_days(day("2013-01-01"), days))
}

fn text(words: &str) -> Text {
    Text { da: words.to_owned(), en: words.to_owned() }
}

fn items<const N: usize>(keys: [&str; N]) -> Vec<Item> {
    keys.iter().map(|key| Item { key: (*key).to_owned(), text: text(key) }).collect()
}

/// The demo programme's rules.
pub(crate) fn programme() -> Programme {
    Programme {
        key: "exit-2016".to_owned(),
        title: text("Eksempel"),
        course_months: 12,
        phases: 3,
        follow_up_months: 2,
        caseload_cap: 10,
        enrolling_instrument: "stjerne".to_owned(),
        instruments: vec!["stjerne".to_owned(), "who-5".to_owned(), "formaal".to_owned()],
        time_zone: "Europe/Copenhagen".to_owned(),
        withhold_below: 5,
        lost_contact_days: 90,
        referral_reminder_days: 14,
        retention_months: 60,
        funding: Period { from: day("2013-04-01"), to: day("2016-12-31") },
        recruitment: vec![Period { from: day("2013-04-01"), to: day("2016-03-31") }],
        goal_areas: Vec::new(),
    }
}

/// A star with three areas.
pub(crate) fn star() -> Instrument {
    Instrument {
        key: "stjerne".to_owned(),
        version: "1".to_owned(),
        title: text("Stjerne"),
        licence: "EUPL-1.2".to_owned(),
        items: items(["bolig", "netvaerk", "tryghed"]),
        scale: Scale::Areas { min: 1, max: 10, stages: vec![(1, text("lav")), (6, text("høj"))] },
    }
}

/// A questionnaire that is added up.
pub(crate) fn who5() -> Instrument {
    Instrument {
        key: "who-5".to_owned(),
        version: "1".to_owned(),
        title: text("Trivsel"),
        licence: "example".to_owned(),
        items: items(["1", "2", "3", "4", "5"]),
        scale: Scale::Sum {
            min: 0,
            max: 5,
            answers: (0..=5).map(|number| text(&number.to_string())).collect(),
            factor: 4,
            bands: vec![Band { from: 0, to: 100, risk: false, text: text("alle") }],
            change_counts_from: 10,
        },
    }
}

/// The question of the purpose.
pub(crate) fn purpose() -> Instrument {
    let choice = |key: &str| Choice { key: key.to_owned(), text: text(key) };
    Instrument {
        key: "formaal".to_owned(),
        version: "1".to_owned(),
        title: text("Formål"),
        licence: "EUPL-1.2".to_owned(),
        items: items(["formaal"]),
        scale: Scale::Choices(vec![choice("exit"), choice("bedre_livssituation")]),
    }
}

/// The three instruments in the programme's order.
pub(crate) fn instruments() -> Vec<Instrument> {
    vec![star(), who5(), purpose()]
}

/// A reading with every item answered by the lowest number it takes; `number` makes its id.
pub(crate) fn reading(number: u128, instrument: &Instrument, on: &str) -> Reading {
    let lowest = match instrument.scale {
        Scale::Areas { min, .. } | Scale::Sum { min, .. } => min,
        Scale::Choices(_) => 0,
    };
    Reading {
        id: ReadingId(Uuid::from_u128(number)),
        instrument: (&instrument.key).into(),
        version: (&instrument.version).into(),
        made_on: day(on),
        filled_by: Some(FilledBy::Citizen),
        answers: Answers(vec![Some(Answer::Value(lowest)); instrument.items.len()]),
        worker_answers: None,
        withdrawn: false,
    }
}

/// A reading with its last item unanswered.
pub(crate) fn incomplete(number: u128, instrument: &Instrument, on: &str) -> Reading {
    let mut half = reading(number, instrument, on);
    *half.answers.0.last_mut().unwrap() = None;
    half
}

/// The citizen with this number.
pub(crate) fn citizen(number: u128) -> CitizenId {
    CitizenId(Uuid::from_u128(number))
}

/// The worker with this number.
pub(crate) fn worker(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

/// A course in clarification: nothing is known of it but its first day.
pub(crate) fn clarification(number: u128, citizen_number: u128, began_on: &str) -> Course {
    Course {
        id: CourseId(Uuid::from_u128(number)),
        citizen: citizen(citizen_number),
        clarification_began_on: day(began_on),
        clarification_ended_on: None,
        closing: None,
        readings: Vec::new(),
        replies: Vec::new(),
        marks: Vec::new(),
        assignments: Vec::new(),
    }
}

/// A course enrolled by a star on the day, after a clarification that began on it.
pub(crate) fn enrolled(number: u128, citizen_number: u128, on: &str) -> Course {
    let mut course = clarification(number, citizen_number, on);
    course.readings.push(reading(number, &star(), on));
    course
}

/// The same course, closed as planned on the day.
pub(crate) fn closed(mut course: Course, on: &str) -> Course {
    course.closing = Some(Closing { on: day(on), reason: Some(ClosingReason::Planned) });
    course
}

/// The same course, with a worker from its clarification on.
pub(crate) fn assigned(mut course: Course, worker_number: u128) -> Course {
    let from = course.clarification_began_on;
    course.assignments.push(Assignment { worker: worker(worker_number), from, to: None });
    course
}

/// An enquiry by a known citizen.
pub(crate) fn enquiry(citizen_number: u128, on: &str) -> Enquiry {
    Enquiry { citizen: Some(citizen(citizen_number)), received_on: day(on), channel: None, referrer: None }
}

/// A dated mark that concerns the phase, or none.
pub(crate) fn mark(kind: MarkKind, on: &str, phase: Option<u32>) -> Mark {
    Mark { kind, on: day(on), phase, area: None }
}

/// A contact of half an hour.
pub(crate) fn contact(on: &str, kind: ContactKind, place: Option<Place>, with: Option<With>) -> Contact {
    Contact { on: day(on), kind: Some(kind), place, with, minutes: Some(30) }
}

/// Courses called `F1`, citizens called `B1`, by their number.
pub(crate) fn names() -> Names<'static> {
    Names { course: &|id| format!("F{}", id.0.as_u128()), citizen: &|id| format!("B{}", id.0.as_u128()) }
}

/// Any course with stars (some left open), questionnaires, a reply, and endings that may fall on any day or never.
pub(crate) fn any_course() -> impl Strategy<Value = Course> {
    let readings = prop::collection::vec((any_day(), 0usize..3, any::<bool>(), any::<bool>()), 0..8);
    let ends = (prop::option::of(any_day()), prop::option::of(any_day()));
    let reply = prop::option::of((any_day(), any_day(), any::<bool>()));
    (any_day(), ends, readings, reply).prop_map(|(began, (left, closed_on), made, replied)| {
        let mut course = clarification(1, 1, &began.to_string());
        course.clarification_ended_on = left;
        course.closing = closed_on.map(|on| Closing { on, reason: None });
        for (number, (on, which, whole, withdrawn)) in (1u128..).zip(made) {
            let fill = if whole { reading } else { incomplete };
            course.readings.push(Reading { withdrawn, ..fill(number, &instruments()[which], &on.to_string()) });
        }
        course.replies.extend(replied.map(|(due, on, declined)| Reply {
            due,
            on,
            reply: if declined { FollowUpReply::Declined } else { FollowUpReply::Postponed },
        }));
        course
    })
}

/// The course as it was known on the day: without every fact dated after it.
pub(crate) fn known_on(mut course: Course, day: NaiveDate) -> Course {
    course.clarification_ended_on = course.clarification_ended_on.filter(|on| *on <= day);
    course.closing = course.closing.filter(|closing| closing.on <= day);
    course.readings.retain(|reading| reading.made_on <= day);
    course.replies.retain(|reply| reply.on <= day);
    course
}
