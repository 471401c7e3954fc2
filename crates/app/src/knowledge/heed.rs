//! What an author is warned of before a note is kept: what `domain::knowledge::heed` finds, the citizens' names, and descriptions that fit few.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use domain::access::{Action, Grant};
use domain::code::{Channel, Gender};
use domain::course::plan;
use domain::event::Event;
use domain::id::CitizenId;
use domain::instrument::Scale;
use domain::knowledge::fits::{Coded, Person, Term, descriptions, fits};
use domain::knowledge::heed::{Kind, Warning, heed, names, words};
use domain::personal::Personal;
use domain::phase;
use domain::purpose;
use domain::refusal::{Code, Refusal};
use domain::status::Persons;
use render::Locale;
use store::Reader;
use store::search::SearchRow;
use uuid::Uuid;
use vault::fold;

use crate::blind;
use crate::facts::{Readings, Wanted, code};
use crate::paper::People;
use crate::people::hold;
use crate::sealing::{Cell, Keys};
use crate::view::knowledge::Heeded;
use crate::{App, Cx, Result, facts};

/// The most records that one word is looked for among.
const CANDIDATES: i64 = 500;
/// A description that fits fewer persons than this is warned of.
const FEW: usize = 5;
/// How much of the text stands around a passage, in letters.
const AROUND: usize = 40;

/// What a note was found to hold.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Each passage, in the order of the fields and the text.
    pub heeded: Vec<Heeded>,
    /// What all of them together are: a confirmation of these passages is one of these alone.
    pub seal: String,
}

impl Checked {
    /// The kinds that nothing is kept with.
    fn refusing(&self) -> BTreeSet<Kind> {
        self.heeded.iter().map(|one| one.kind).filter(|kind| kind.refuses()).collect()
    }

    /// What keeps a text from being kept: what nothing confirms, each kind beside its first field, and, beside the reason's field, warnings to which no
    /// reason is given or one that was given to others (`seal`).
    pub fn refusals(&self, (field, reason): (&'static str, &str), seal: &str) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for kind in self.refusing() {
            let code = match kind {
                Kind::Cpr => Code::HoldsCpr,
                Kind::Phone => Code::HoldsPhone,
                _ => Code::HoldsName,
            };
            let fields = self.heeded.iter().filter(|one| one.kind == kind).map(|one| one.field);
            refusals.extend(fields.take(1).map(|field| Refusal::new(field, code)));
        }
        if self.asks() && (seal != self.seal || reason.trim().is_empty()) {
            refusals.push(Refusal::new(field, Code::HoldsMore));
        }
        refusals
    }

    /// Whether there is something that a reason can confirm.
    pub fn asks(&self) -> bool {
        self.heeded.iter().any(|one| !one.kind.refuses())
    }
}

/// Looks through the texts of a note, each with its field. Whose name stands in it is logged, so that trying names tells on who tries.
///
/// # Errors
///
/// [`crate::Error::Denied`] for who may not write notes.
pub async fn check(app: &App, cx: &Cx, texts: &[(&'static str, &str)]) -> Result<Checked> {
    let grant = cx.may_at_all(Action::KeepKnowledge)?;
    let known = Known::load(app, cx, &grant, texts).await?;
    let mut heeded = Vec::new();
    for (field, text) in texts {
        let mut found: Vec<Warning> = heed(text, cx.today);
        found.extend(names(text, |word| known.is_name(word)));
        let few = descriptions(text, &known.terms)
            .into_iter()
            .filter(|one| (1..FEW).contains(&fits(&known.persons, &one.names)));
        found.extend(few.map(|one| Warning { kind: Kind::Fits, at: one.at }));
        found.sort_by_key(|one| (one.at.start, one.kind));
        heeded.extend(found.into_iter().map(|one| Heeded {
            kind: one.kind,
            field,
            passage: Personal::new(passage(text, &one)),
        }));
    }
    if !known.found.is_empty() {
        let event = Event::NamesTried { found: known.found.len() as u64 };
        app.store().look(&grant, cx.entry(event, known.found.iter().copied().collect()), cx.now).await?;
    }
    let told: Vec<String> = heeded
        .iter()
        .map(|one: &Heeded| format!("{} {} {}", one.kind.code(), one.field, one.passage.reveal().1))
        .collect();
    let digest = vault::digest(told.join("\n").as_bytes());
    let seal = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(Checked { heeded, seal })
}

/// The passage with some letters around it.
fn passage(text: &str, warning: &Warning) -> (String, String, String) {
    let part = |range| text.get(range).unwrap_or_default();
    let before: Vec<char> = part(0..warning.at.start).chars().rev().take(AROUND).collect();
    let after: String = part(warning.at.end..text.len()).chars().take(AROUND).collect();
    (before.into_iter().rev().collect(), part(warning.at.clone()).to_owned(), after)
}

struct Known {
    names: HashSet<String>,
    found: BTreeSet<CitizenId>,
    terms: Vec<Term>,
    persons: Vec<Person>,
}

impl Known {
    async fn load(app: &App, cx: &Cx, grant: &Grant, texts: &[(&'static str, &str)]) -> Result<Self> {
        let mut lines = app.store().read_programme(grant).await?;
        let staff = People::of(app, cx, &mut lines.one).await?.words();
        let asked: BTreeSet<String> = texts
            .iter()
            .flat_map(|(_, text)| words(text))
            .flat_map(|word| fold::name(word.text).split(' ').map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| word.chars().count() > 1 && !staff.contains(word))
            .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
            .collect();
        let (names, found) = named(app, cx, &mut lines.one, &asked).await?;
        let terms = terms(app, cx);
        let persons = persons(app, cx, &mut lines).await?;
        Ok(Self { names, found, terms, persons })
    }

    fn is_name(&self, word: &str) -> bool {
        self.names.contains(&fold::name(word))
    }
}

/// Which of the words are a citizen's name or alias, and whose: found by the blind index, certain once opened.
async fn named(
    app: &App,
    cx: &Cx,
    reader: &mut Reader,
    asked: &BTreeSet<String>,
) -> Result<(HashSet<String>, BTreeSet<CitizenId>)> {
    let key = app.store().keys().blind();
    let (mut names, mut found) = (HashSet::new(), BTreeSet::new());
    let mut opened: HashMap<Uuid, BTreeSet<String>> = HashMap::new();
    for word in asked {
        let hash = blind::beginning(key, cx.programme_id, word);
        for row in reader.citizens_beginning(cx.organisation, [hash; 3], CANDIDATES).await? {
            let own = match opened.entry(row.id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(called(app, cx, &row)?),
            };
            if own.contains(word) {
                names.insert(word.clone());
                found.insert(CitizenId(row.id));
            }
        }
    }
    Ok((names, found))
}

/// The folded words of a citizen's alias and name.
fn called(app: &App, cx: &Cx, row: &SearchRow) -> Result<BTreeSet<String>> {
    let mut keys = Keys::new(cx.organisation);
    hold(app, &mut keys, row.id, row.epoch, row.wrapped.as_ref())?;
    let mut words = BTreeSet::new();
    for (column, sealed) in [("alias", &row.alias), ("name", &row.name)] {
        let cell = Cell { table: "citizen", column, row: row.id, version: row.version };
        if let Some(text) = keys.open(CitizenId(row.id).into(), cell, sealed.as_deref())? {
            words.extend(fold::name(text.reveal()).split(' ').map(str::to_owned));
        }
    }
    Ok(words)
}

/// The words that name a coded fact, in both languages.
fn terms(app: &App, cx: &Cx) -> Vec<Term> {
    let term = |words: &str, names: Coded| Term { words: words.trim().to_lowercase(), names };
    let mut terms = Vec::new();
    let (woman, man) = (Gender::Woman.code(), Gender::Man.code());
    for (words, gender) in [("kvinde", woman), ("woman", woman), ("women", woman), ("mand", man), ("mænd", man)] {
        terms.push(term(words, Coded::Gender(gender)));
    }
    for locale in [Locale::Da, Locale::En] {
        let t = render::words(locale);
        for channel in Channel::ALL.iter().filter(|channel| **channel != Channel::Other) {
            terms.push(term(t.code("channel", channel.code()), Coded::Channel(channel.code())));
        }
        for number in 1..=cx.programme.phases {
            terms.push(term(&format!("{} {number}", t.say("knowledge-term-phase")), Coded::Phase(number)));
        }
        terms.push(term(t.say("knowledge-term-closed"), Coded::Closed));
        for area in &cx.programme.goal_areas {
            terms.push(term(locale.of(&area.name), Coded::Area(area.key.clone())));
        }
        for pack in app.instruments().of(&cx.programme).iter() {
            if let Scale::Choices(choices) = &pack.scale {
                let named = choices.iter();
                terms.extend(named.map(|one| term(locale.of(&one.text), Coded::Purpose(one.key.clone()))));
            }
        }
    }
    // An area's key is its word without Danish letters.
    for area in &cx.programme.goal_areas {
        let word = area.key.replace("ae", "æ").replace("oe", "ø").replace("aa", "å");
        terms.push(term(&word, Coded::Area(area.key.clone())));
    }
    terms
}

/// The coded facts of every person with a course.
async fn persons(app: &App, cx: &Cx, lines: &mut store::facts::Lines) -> Result<Vec<Person>> {
    let wanted = Wanted::whole(Readings::Of(&cx.programme.instruments));
    let (courses, enquiries) = facts::courses_and_enquiries(lines, cx, wanted).await?;
    let merged = Persons::new(&facts::merges(&mut lines.one, cx).await?);
    let goals = facts::goals(&mut lines.one, cx).await?;
    let genders = lines.one.genders(cx.programme_id).await?;
    let enrolling = app.instruments().enrolling(&cx.programme)?;
    let instruments = app.instruments().of(&cx.programme);
    let mut by_person: HashMap<CitizenId, BTreeSet<Coded>> = HashMap::new();
    let mut of_course = HashMap::new();
    for course in &courses {
        let person = merged.of(course.citizen);
        of_course.insert(course.id, person);
        let own = by_person.entry(person).or_default();
        if course.closing.is_some() {
            own.insert(Coded::Closed);
        } else if let Some(plan) = course.enrolled_on(enrolling).and_then(|on| plan(on, &cx.programme).ok()) {
            let phases = phase::phases(&plan, &cx.programme, &course.marks);
            own.extend(phase::on(&phases, cx.today).map(|phase| Coded::Phase(phase.number)));
        }
        let answers = instruments.iter().filter_map(|pack| purpose::on(course, pack, cx.today));
        own.extend(answers.map(|answer| Coded::Purpose(answer.choice.key.clone())));
    }
    for (course, goal) in goals {
        let own = of_course.get(&course).and_then(|person| by_person.get_mut(person));
        if let Some((own, area)) = own.zip(goal.area) {
            own.insert(Coded::Area(area));
        }
    }
    for enquiry in &enquiries {
        let person = enquiry.citizen.map(|citizen| merged.of(citizen));
        let own = person.and_then(|person| by_person.get_mut(&person));
        if let Some((own, channel)) = own.zip(enquiry.channel) {
            own.insert(Coded::Channel(channel.code()));
        }
    }
    for row in genders {
        let own = by_person.get_mut(&merged.of(CitizenId(row.citizen)));
        if let Some((own, gender)) = own.zip(row.gender.as_deref()) {
            own.insert(Coded::Gender(code(Gender::parse, gender)?.code()));
        }
    }
    Ok(by_person.into_values().map(|facts| Person(facts.into_iter().collect())).collect())
}
