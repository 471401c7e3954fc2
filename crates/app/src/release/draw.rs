//! What a section draws from the record.

use chrono::NaiveDate;
use domain::disclosure::Release as Judged;
use domain::organisation::{Group, Seat};
use domain::report::Figure;
use domain::template::Draw;
use domain::timeplan::{Line, Standing};
use render::chart::gantt;
use render::report::{Laid, Withheld, lay_out, released};
use render::table::{Cell, Column, Table};
use render::{Locale, Words, day, words};
use store::Reader;

use crate::paper::{Kept, all};
use crate::{App, Cx, Result};

/// What a section shows of the record.
#[derive(Clone, Debug)]
pub enum Drawn {
    /// Names and what they are.
    Facts(Table),
    /// A picture, and the same as a table.
    Picture {
        /// The picture, as a file of its own.
        svg: String,
        /// What it shows, in words.
        says: String,
        /// The same as a table.
        table: Table,
    },
    /// A figure: as the team sees it, as it leaves, and what is withheld in between.
    Figure {
        /// As the team sees it.
        team: Box<Laid>,
        /// As it leaves.
        out: Box<Laid>,
        /// What is withheld.
        withheld: Vec<Withheld>,
    },
}

/// Master data that a section draws and that nobody has filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The programme's title.
    Title,
    /// The organisation's name.
    Organisation,
    /// What the organisation is.
    Kind,
    /// The municipality.
    Municipality,
    /// The CVR number, where no CPR number is kept in its place.
    Cvr,
    /// Who is responsible for the grant.
    Responsible,
}

impl Lack {
    /// The key of its name in `locales/`, the same as in the table that it stands in.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "release-programme",
            Self::Organisation => "release-organisation",
            Self::Kind => "release-kind",
            Self::Municipality => "release-municipality",
            Self::Cvr => "release-cvr",
            Self::Responsible => "release-responsible",
        }
    }
}

/// The master data that is drawn and not there.
pub(super) fn lacks(what: Draw, cx: &Cx, record: &Record, locale: Locale) -> Vec<Lack> {
    let holder = &record.holder;
    let is_empty = |text: &str| text.trim().is_empty();
    let has_cpr = holder.responsible.as_ref().is_some_and(|one| one.has_cpr);
    let all = match what {
        Draw::Programme => vec![(is_empty(locale.of(&cx.programme.title)), Lack::Title)],
        Draw::Holder => vec![
            (is_empty(&holder.name), Lack::Organisation),
            (holder.kind.is_none(), Lack::Kind),
            (is_empty(&holder.municipality), Lack::Municipality),
            (is_empty(&holder.cvr) && !has_cpr, Lack::Cvr),
            (holder.responsible.as_ref().is_none_or(|one| is_empty(one.name.reveal())), Lack::Responsible),
        ],
        Draw::TimePlan | Draw::Groups | Draw::Figure(_) => Vec::new(),
    };
    all.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, lack)| lack).collect()
}

/// What all sections of a report draw from.
pub(super) struct Record {
    lines: Vec<Line>,
    groups: Vec<(Group, usize)>,
    holder: crate::view::holder::HolderPage,
}

impl Record {
    /// As of a day.
    pub(super) async fn load(app: &App, cx: &Cx, reader: &mut Reader, as_of: NaiveDate) -> Result<Self> {
        let mut kept: Vec<_> = all::<Line>(app, cx, reader).await?;
        kept.retain(|line| !line.is_ended);
        kept.sort_by_key(|line| (line.says().from, line.says().planned_end(), line.id));
        let lines = kept.iter().map(|line| line.says().as_of(as_of)).collect();
        let seats: Vec<_> = all::<Seat>(app, cx, reader).await?;
        let mut groups = Vec::new();
        for group in all::<Group>(app, cx, reader).await?.into_iter().filter(|group| !group.is_ended) {
            let is_taken = |seat: &&Kept<Seat>| !seat.is_ended && seat.says().group == group.id;
            groups.push((group.says().clone(), seats.iter().filter(is_taken).count()));
        }
        groups.sort_by(|(one, _), (other, _)| render::order::danish(&one.name, &other.name));
        Ok(Self { lines, groups, holder: crate::holder::known(app, cx, reader).await? })
    }
}

/// Draws. `as_of` is the report's day.
pub(super) fn draw(
    what: Draw,
    cx: &Cx,
    record: &Record,
    (figures, judged): (&[Figure], &Judged),
    as_of: NaiveDate,
    locale: Locale,
) -> Option<Drawn> {
    let t = words(locale);
    match what {
        Draw::Programme => Some(Drawn::Facts(programme(cx, t))),
        Draw::Holder => Some(Drawn::Facts(holder(record, t))),
        Draw::TimePlan => (!record.lines.is_empty()).then(|| time_plan(record, as_of, t)),
        Draw::Groups => (!record.groups.is_empty()).then(|| Drawn::Facts(groups(record, t))),
        Draw::Figure(report) => {
            let figure = figures.iter().find(|figure| figure.report() == report)?;
            let team = lay_out(figure, locale);
            let (out, withheld) = released(team.clone(), judged, locale);
            Some(Drawn::Figure { team: Box::new(team), out: Box::new(out), withheld })
        }
    }
}

fn facts(t: &Words, title: &str, rows: Vec<(&str, String)>) -> Table {
    let is_there = |(_, says): &(&str, String)| !says.trim().is_empty();
    Table {
        title: t.say(title).to_owned(),
        columns: vec![Column::words(t.say("report-column-what")), Column::words(t.say("release-column-says"))],
        rows: rows.into_iter().filter(is_there).map(|(name, says)| vec![t.say(name).into(), says.into()]).collect(),
    }
}

fn programme(cx: &Cx, t: &Words) -> Table {
    let rules = &cx.programme;
    let windows: Vec<String> = rules.recruitment.iter().map(|window| day::period(t, *window)).collect();
    let rows = vec![
        ("release-programme", t.locale().of(&rules.title).to_owned()),
        ("release-funding", day::period(t, rules.funding)),
        ("release-recruitment", windows.join("; ")),
        ("release-course", t.say_with("release-months", &[("n", rules.course_months.into())])),
        ("release-phases", rules.phases.to_string()),
        ("release-cap", rules.caseload_cap.to_string()),
    ];
    facts(t, "release-programme-title", rows)
}

fn holder(record: &Record, t: &Words) -> Table {
    let holder = &record.holder;
    let kind = holder.kind.map(|kind| t.code("organisation-kind", kind.code()).to_owned());
    let responsible = holder.responsible.as_ref().map(|one| one.name.reveal().clone());
    let rows = vec![
        ("release-organisation", holder.name.clone()),
        ("release-kind", kind.unwrap_or_default()),
        ("release-municipality", holder.municipality.clone()),
        ("release-cvr", holder.cvr.clone()),
        ("release-responsible", responsible.unwrap_or_default()),
    ];
    facts(t, "release-holder-title", rows)
}

fn groups(record: &Record, t: &Words) -> Table {
    let row = |(group, members): &(Group, usize)| {
        vec![
            group.name.as_str().into(),
            t.code("group-kind", group.kind.code()).into(),
            group.words.as_str().into(),
            Cell::number(u32::try_from(*members).unwrap_or(u32::MAX)),
        ]
    };
    Table {
        title: t.say("release-groups-title").to_owned(),
        columns: vec![
            Column::words(t.say("release-group")),
            Column::words(t.say("release-group-kind")),
            Column::words(t.say("release-group-task")),
            Column::numbers(t.say("release-group-members")),
        ],
        rows: record.groups.iter().map(row).collect(),
    }
}

fn time_plan(record: &Record, as_of: NaiveDate, t: &Words) -> Drawn {
    let span = |from, to: Option<NaiveDate>| match to {
        Some(to) => format!("{}–{}", day::numeric(t, from), day::numeric(t, to)),
        None => day::numeric(t, from),
    };
    let row = |line: &Line| {
        let happened = line.happened_from.map(|from| span(from, line.happened_to));
        vec![
            line.title.as_str().into(),
            span(line.from, line.to).into(),
            happened.unwrap_or_else(|| "–".to_owned()).into(),
            standing(t, line.standing(as_of)).into(),
        ]
    };
    let columns = ["timeplan-what", "timeplan-planned", "timeplan-happened-short", "timeplan-standing"];
    let drawn: Vec<gantt::Line<'_>> = record
        .lines
        .iter()
        .map(|line| gantt::Line {
            title: &line.title,
            from: line.from,
            to: line.to,
            happened_from: line.happened_from,
            happened_to: line.happened_to,
        })
        .collect();
    let says = t.say("timeplan-drawn-title");
    Drawn::Picture {
        svg: gantt::file(t, says, &drawn, as_of),
        says: says.to_owned(),
        table: Table {
            title: t.say("timeplan-title").to_owned(),
            columns: columns.map(|key| Column::words(t.say(key))).into(),
            rows: record.lines.iter().map(row).collect(),
        },
    }
}

/// How a line stands, in words.
fn standing(t: &Words, standing: Standing) -> String {
    let days = |key: &str, n: i64| t.say_with(key, &[("n", n.into())]);
    match standing {
        Standing::Ahead => t.say("standing-ahead").to_owned(),
        Standing::UnderWay => t.say("standing-under-way").to_owned(),
        Standing::OnTime => t.say("standing-on-time").to_owned(),
        Standing::Late(n) => days("standing-late", n),
        Standing::Overdue(n) => days("standing-overdue", n),
    }
}
