//! The columns of a package: what each is called, means and can hold.

use crate::code::GoalState;
use crate::instrument::{Instrument, Scale};
use crate::programme::{Programme, Text};

use super::ladder::Level;

/// A value of a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing is known, or it does not apply.
    Nothing,
    /// A code.
    Code(String),
    /// A number.
    Number(i64),
}

/// Which part a column plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What somebody outside may know of a person.
    Quasi,
    /// Days from the enrolment on.
    Days,
    /// What must not be found out about a person.
    Sensitive,
}

impl Part {
    /// The code, as its text is named.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quasi => "quasi",
            Self::Days => "days",
            Self::Sensitive => "sensitive",
        }
    }
}

/// The first or the latest reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first complete one.
    First,
    /// The latest complete one, where there are two.
    Latest,
}

/// What a column tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Gender.
    Gender,
    /// Age at the enrolment.
    Age,
    /// How the person came.
    Channel,
    /// How the course ended.
    Ending,
    /// After how many days it ended.
    Ended,
    /// After how many days the phase was shifted to.
    Shift(u32),
    /// The score of the questionnaire that is added up.
    Score(End),
    /// After how many days that reading was made.
    ScoreDay(End),
    /// The step in the area of the star with this place.
    Step(usize, End),
    /// After how many days the latest star was made.
    StarDay,
    /// The purpose.
    Purpose(End),
    /// After how many days the latest purpose was told.
    PurposeDay,
    /// Number of contacts.
    Contacts,
    /// Minutes of them.
    Minutes,
    /// Goals reached in an area; none: outside the areas.
    Reached(Option<String>),
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the files.
    pub name: String,
    /// What it tells.
    pub meaning: Meaning,
    /// Of what: the area's, the instrument's or the goal area's name; none where the meaning says all.
    pub of: Option<Text>,
    /// The least and the most it can hold by its instrument, for a number.
    pub bounds: Option<(i64, i64)>,
    /// The codes it can hold and their words, where they are the instrument's.
    pub choices: Vec<(String, Text)>,
}

impl Column {
    fn new(name: impl Into<String>, meaning: Meaning) -> Self {
        Self { name: name.into(), meaning, of: None, bounds: None, choices: Vec::new() }
    }

    fn of(mut self, name: &Text) -> Self {
        self.of = Some(name.clone());
        self
    }

    const fn within(mut self, least: i64, most: i64) -> Self {
        self.bounds = Some((least, most));
        self
    }

    /// Which part it plays.
    pub const fn part(&self) -> Part {
        match self.meaning {
            Meaning::Gender | Meaning::Age | Meaning::Channel | Meaning::Ending | Meaning::Ended => Part::Quasi,
            Meaning::Shift(_) | Meaning::ScoreDay(_) | Meaning::StarDay | Meaning::PurposeDay => Part::Days,
            Meaning::Score(_)
            | Meaning::Step(..)
            | Meaning::Purpose(_)
            | Meaning::Contacts
            | Meaning::Minutes
            | Meaning::Reached(_) => Part::Sensitive,
        }
    }

    /// The codes that it can hold on a rung of the ladder; none where it holds numbers.
    pub fn codes(&self, level: &Level) -> Vec<String> {
        let codes = match self.meaning {
            Meaning::Gender => level.genders.codes(),
            Meaning::Age => level.ages.codes(),
            Meaning::Channel => level.channels.codes(),
            Meaning::Ending => level.endings.codes(),
            _ => return self.choices.iter().map(|(code, _)| code.clone()).collect(),
        };
        codes.into_iter().map(str::to_owned).collect()
    }
}

/// The instruments that a package tells of: the first of each kind of scale, as the outcomes do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<'a> {
    pub(super) sum: Option<&'a Instrument>,
    pub(super) star: Option<&'a Instrument>,
    pub(super) purpose: Option<&'a Instrument>,
}

impl<'a> Told<'a> {
    pub(super) fn of(instruments: &'a [Instrument]) -> Self {
        let of_kind = |is: fn(&Scale) -> bool| instruments.iter().find(|instrument| is(&instrument.scale));
        Self {
            sum: of_kind(|scale| matches!(scale, Scale::Sum { .. })),
            star: of_kind(|scale| matches!(scale, Scale::Areas { .. })),
            purpose: of_kind(|scale| matches!(scale, Scale::Choices(_))),
        }
    }
}

/// The state of a goal that counts.
pub(super) const REACHED: GoalState = GoalState::Reached;

/// Every column after the pseudonym that there can be, in order.
pub fn all(programme: &Programme, instruments: &[Instrument]) -> Vec<Column> {
    let told = Told::of(instruments);
    let mut all = vec![
        Column::new("gender", Meaning::Gender),
        Column::new("age_group", Meaning::Age),
        Column::new("channel", Meaning::Channel),
        Column::new("ending", Meaning::Ending),
        Column::new("ended_after_days", Meaning::Ended),
    ];
    all.extend((2..=programme.phases).map(|n| Column::new(format!("phase_{n}_after_days"), Meaning::Shift(n))));
    if let Some(sum) = told.sum {
        all.extend(score(sum));
    }
    if let Some(star) = told.star {
        all.extend(steps(star));
    }
    if let Some(purpose) = told.purpose {
        all.extend(purposes(purpose));
    }
    all.push(Column::new("contacts", Meaning::Contacts));
    all.push(Column::new("minutes", Meaning::Minutes));
    all.extend(programme.goal_areas.iter().map(|area| {
        let name = format!("goals_reached_{}", named(&area.key));
        Column::new(name, Meaning::Reached(Some(area.key.clone()))).of(&area.name)
    }));
    all.push(Column::new("goals_reached_other", Meaning::Reached(None)));
    all
}

fn named(key: &str) -> String {
    key.replace('-', "_")
}

fn score(sum: &Instrument) -> Vec<Column> {
    let Scale::Sum { bands, .. } = &sum.scale else { return Vec::new() };
    let (least, most) = (bands.first().map_or(0, |band| band.from), bands.last().map_or(0, |band| band.to));
    let (key, title) = (named(&sum.key), &sum.title);
    let score = |end, name: &str| {
        Column::new(format!("{key}_{name}"), Meaning::Score(end)).of(title).within(i64::from(least), i64::from(most))
    };
    let after = |end, name: &str| Column::new(format!("{key}_{name}_after_days"), Meaning::ScoreDay(end)).of(title);
    vec![
        score(End::First, "first"),
        score(End::Latest, "latest"),
        after(End::First, "first"),
        after(End::Latest, "latest"),
    ]
}

fn steps(star: &Instrument) -> Vec<Column> {
    let Scale::Areas { min, max, .. } = star.scale else { return Vec::new() };
    let key = named(&star.key);
    let step = |at, end, name: &str, item: &crate::instrument::Item| {
        let name = format!("{key}_{}_{name}", named(&item.key));
        Column::new(name, Meaning::Step(at, end)).of(&item.text).within(i64::from(min), i64::from(max))
    };
    let areas = star.items.iter().enumerate();
    let mut all: Vec<Column> = areas
        .flat_map(|(at, item)| [step(at, End::First, "first", item), step(at, End::Latest, "latest", item)])
        .collect();
    all.push(Column::new(format!("{key}_latest_after_days"), Meaning::StarDay).of(&star.title));
    all
}

fn purposes(purpose: &Instrument) -> Vec<Column> {
    let Scale::Choices(choices) = &purpose.scale else { return Vec::new() };
    let (key, title) = (named(&purpose.key), &purpose.title);
    let choices: Vec<(String, Text)> = choices.iter().map(|choice| (choice.key.clone(), choice.text.clone())).collect();
    let told = |end, name: &str| Column {
        choices: choices.clone(),
        ..Column::new(format!("{key}_{name}"), Meaning::Purpose(end)).of(title)
    };
    vec![
        told(End::First, "first"),
        told(End::Latest, "latest"),
        Column::new(format!("{key}_latest_after_days"), Meaning::PurposeDay).of(title),
    ]
}
