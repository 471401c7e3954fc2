//! `maalinger`: the rows of one `maaling_id` become one reading.
//!
//! Course, instrument, day and filler stand in every row. Where rows of one reading disagree, most of them are believed and
//! the others are faults: in the one column that differs, or in the id where more than one does, for then the id is used twice.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::code::FilledBy;
use domain::instrument::{Instrument, Scale};
use domain::reading::{Answer, Answers};

use crate::Rules;
use crate::fault::Wrong;
use crate::list::folded;
use crate::lists::CourseIds;
use crate::record::Record;
use crate::report::Report;
use crate::row::{ItemNote, Reading};
use crate::table::Headings;

/// Different headings of one id that are told apart: enough for slips, few enough to stay quick where every row has the same id.
const MOST_HEADINGS: usize = 32;

/// The readings while their rows come in.
pub(crate) struct Readings<'i> {
    instruments: Vec<Pack<'i>>,
    drafts: Vec<Draft>,
    by_id: HashMap<String, usize>,
}

/// An instrument with its keys as they are compared.
struct Pack<'i> {
    instrument: &'i Instrument,
    key: String,
    items: HashMap<String, usize>,
}

/// What every row of a reading says.
#[derive(PartialEq)]
struct Heading {
    course: String,
    instrument: usize,
    made_on: NaiveDate,
}

struct Draft {
    id: String,
    row: u32,
    /// Each heading with the rows that have it.
    headings: Vec<(Heading, Vec<u32>)>,
    /// Rows with still other headings, once there are [`MOST_HEADINGS`].
    strays: Vec<u32>,
    /// Each filler with the rows that name it.
    fillers: Vec<(FilledBy, Vec<u32>)>,
    /// Each item with its row, answer and note.
    answers: Vec<Given>,
}

struct Given {
    row: u32,
    instrument: usize,
    item: usize,
    answer: Option<Answer>,
    note: Option<domain::personal::Personal<String>>,
}

impl<'i> Readings<'i> {
    pub(crate) fn new(rules: &Rules<'i>) -> Self {
        let pack = |instrument: &'i Instrument| Pack {
            instrument,
            key: folded(&instrument.key).into_owned(),
            items: instrument
                .items
                .iter()
                .enumerate()
                .map(|(place, item)| (folded(&item.key).into_owned(), place))
                .collect(),
        };
        let instruments = rules.instruments.iter().map(pack).collect();
        Self { instruments, drafts: Vec::new(), by_id: HashMap::new() }
    }

    /// Reads one row.
    pub(crate) fn take(&mut self, record: &mut Record<'_, '_, '_>, courses: &mut CourseIds) {
        let id = record.word("maaling_id");
        let course = record.reference("forloeb_id", courses);
        let instrument = record.word("instrument").and_then(|key| self.instrument(record, &key));
        let made_on = record.date("dato");
        let item = record.word("punkt").zip(instrument).and_then(|(key, at)| self.item(record, at, &key));
        let answer = instrument.and_then(|at| self.answer(record, at));
        let filled_by = record.code("udfyldt_af", FilledBy::parse);
        let note = record.personal("note");
        let began_on = course.as_ref().and_then(|course| courses.known.as_ref()?.get(course)?.1);
        let is_early = made_on.zip(began_on).is_some_and(|(made_on, began_on)| made_on < began_on);
        if is_early {
            record.fault("dato", Wrong::BeforeClarification);
        }
        let Some(id) = id else { return };
        let row = record.row;
        let draft = self.draft(id, row);
        if let Some(draft) = draft {
            if let (Some(course), Some(instrument), Some(made_on), false) = (course, instrument, made_on, is_early) {
                let heading = Heading { course, instrument, made_on };
                if draft.headings.len() < MOST_HEADINGS || draft.headings.iter().any(|(known, _)| *known == heading) {
                    tally(&mut draft.headings, heading, row);
                } else {
                    draft.strays.push(row);
                }
            }
            if let Some(filler) = filled_by {
                tally(&mut draft.fillers, filler, row);
            }
            if let Some((instrument, item)) = instrument.zip(item) {
                draft.answers.push(Given { row, instrument, item, answer, note });
            }
        }
    }

    fn draft(&mut self, id: String, row: u32) -> Option<&mut Draft> {
        let at = match self.by_id.get(&id) {
            Some(at) => *at,
            None => {
                let at = self.drafts.len();
                self.by_id.insert(id.clone(), at);
                self.drafts.push(Draft {
                    id,
                    row,
                    headings: Vec::new(),
                    strays: Vec::new(),
                    fillers: Vec::new(),
                    answers: Vec::new(),
                });
                at
            }
        };
        self.drafts.get_mut(at)
    }

    fn instrument(&self, record: &mut Record<'_, '_, '_>, key: &str) -> Option<usize> {
        let key = folded(key);
        let found = self.instruments.iter().position(|pack| pack.key == key);
        if found.is_none() {
            let keys: Vec<&str> = self.instruments.iter().map(|pack| pack.instrument.key.as_str()).collect();
            record.fault("instrument", Wrong::Code { allowed: keys.join(", ") });
        }
        found
    }

    fn item(&self, record: &mut Record<'_, '_, '_>, at: usize, key: &str) -> Option<usize> {
        let pack = self.instruments.get(at)?;
        let found = pack.items.get(folded(key).as_ref()).copied();
        if found.is_none() {
            let keys: Vec<&str> = pack.instrument.items.iter().map(|item| item.key.as_str()).collect();
            record.fault("punkt", Wrong::Code { allowed: keys.join(", ") });
        }
        found
    }

    fn answer(&self, record: &mut Record<'_, '_, '_>, at: usize) -> Option<Answer> {
        let scale = &self.instruments.get(at)?.instrument.scale;
        let given = record.word("svar")?;
        let answer = read_answer(scale, &given);
        if answer.is_none() {
            record.fault("svar", Wrong::Scale { allowed: allowed(scale) });
        }
        answer
    }

    /// The readings, once every row is in; what rows of one reading disagree about is reported.
    pub(crate) fn finish(self, headings: &Headings, report: &mut Report<'_>) -> Vec<Reading> {
        let instruments = self.instruments;
        self.drafts.into_iter().filter_map(|draft| draft.finish(&instruments, headings, report)).collect()
    }
}

fn tally<T: PartialEq>(said: &mut Vec<(T, Vec<u32>)>, what: T, row: u32) {
    match said.iter_mut().find(|(known, _)| *known == what) {
        Some((_, rows)) => rows.push(row),
        None => said.push((what, vec![row])),
    }
}

/// Takes out what most rows say; the first of equals.
fn most_said<T>(said: &mut Vec<(T, Vec<u32>)>) -> Option<(T, u32)> {
    let at = (0..said.len()).rev().max_by_key(|at| said.get(*at).map(|(_, rows)| rows.len()))?;
    let (what, rows) = said.swap_remove(at);
    Some((what, rows.first().copied().unwrap_or_default()))
}

impl Draft {
    fn finish(mut self, instruments: &[Pack<'_>], headings: &Headings, report: &mut Report<'_>) -> Option<Reading> {
        let (heading, believed) = most_said(&mut self.headings)?;
        for (other, rows) in &self.headings {
            let differs = [
                ("forloeb_id", other.course != heading.course),
                ("instrument", other.instrument != heading.instrument),
                ("dato", other.made_on != heading.made_on),
            ];
            let mut columns = differs.into_iter().filter(|(_, differs)| *differs).map(|(column, _)| column);
            let only = columns.next().filter(|_| columns.next().is_none());
            for row in rows {
                let wrong = match only {
                    Some(_) => Wrong::ReadingDiffers { row: believed },
                    None => Wrong::UsedTwice { first: believed },
                };
                report.add(*row, headings.name(only.unwrap_or("maaling_id")), wrong);
            }
        }
        for row in &self.strays {
            report.add(*row, headings.name("maaling_id"), Wrong::UsedTwice { first: believed });
        }
        let filled_by = most_said(&mut self.fillers);
        for row in self.fillers.iter().flat_map(|(_, rows)| rows) {
            let believed = filled_by.map_or(believed, |(_, row)| row);
            report.add(*row, headings.name("udfyldt_af"), Wrong::ReadingDiffers { row: believed });
        }
        let pack = instruments.get(heading.instrument)?;
        let mut answers = vec![None; pack.instrument.items.len()];
        let mut first_rows: Vec<Option<u32>> = vec![None; answers.len()];
        let mut notes = Vec::new();
        for given in self.answers.into_iter().filter(|given| given.instrument == heading.instrument) {
            let (Some(answer), Some(first)) = (answers.get_mut(given.item), first_rows.get_mut(given.item)) else {
                continue;
            };
            if let Some(first) = *first {
                report.add(given.row, headings.name("punkt"), Wrong::ItemTwice { first });
                continue;
            }
            *first = Some(given.row);
            *answer = given.answer;
            notes.extend(given.note.map(|text| ItemNote { item: given.item, text }));
        }
        notes.sort_by_key(|note| note.item);
        Some(Reading {
            row: self.row,
            id: self.id,
            course: heading.course,
            instrument: pack.instrument.key.clone(),
            made_on: heading.made_on,
            filled_by: filled_by.map(|(filler, _)| filler),
            answers: Answers(answers),
            notes,
        })
    }
}

fn read_answer(scale: &Scale, given: &str) -> Option<Answer> {
    let word = folded(given);
    if matches!(word.as_ref(), "afslaaet" | "declined") {
        return Some(Answer::Declined);
    }
    let number = |min: u8, max: u8| {
        let number = crate::cell::Cell::Text(given.into()).number(u32::from(min), u32::from(max))?;
        u8::try_from(number).ok().map(Answer::Value)
    };
    match scale {
        Scale::Areas { min, max, .. } => {
            let is_not_relevant = matches!(word.as_ref(), "ikke_relevant" | "not_relevant");
            if is_not_relevant { Some(Answer::NotRelevant) } else { number(*min, *max) }
        }
        Scale::Sum { min, max, .. } => number(*min, *max),
        Scale::Choices(choices) => {
            let at = choices.iter().position(|choice| folded(&choice.key) == word)?;
            u8::try_from(at).ok().map(Answer::Value)
        }
    }
}

fn allowed(scale: &Scale) -> String {
    match scale {
        Scale::Areas { min, max, .. } => format!("{min}-{max}, ikke_relevant"),
        Scale::Sum { min, max, .. } => format!("{min}-{max}"),
        Scale::Choices(choices) => choices.iter().map(|choice| choice.key.as_str()).collect::<Vec<_>>().join(", "),
    }
}
