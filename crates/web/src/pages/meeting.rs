//! `/moeder`: the meetings of the groups; one meeting, its agenda, its minutes, its decisions.

pub(crate) mod agenda;
mod figured;
pub(crate) mod minutes;
pub(crate) mod one;

use app::view::meeting::{DecisionLine, MeetingLine};
use axum::extract::{Query, State};
use axum::response::Html;
use domain::code::DecisionState;
use domain::meeting::Decision;
use render::{Words, day, words};

use super::paper::form::{Control, Field, Lists, Sheet, Typing, line, typed};
use super::paper::laid::{Cell, Grid, Laid, Link, Section, mark};
use super::paper::show::{Asked, screen};
use crate::Site;
use crate::fault::Fault;
use crate::part::Mark;
use crate::reader::SignedIn;
use crate::sent::Sent;

const HERE: &str = "/moeder";

/// The meetings.
pub(crate) async fn meetings(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::meeting::list(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = Laid {
        title: t.say("meeting-title").to_owned(),
        lead: t.say(if page.may_read { "meeting-lead" } else { "meeting-lead-figures" }).to_owned(),
        crumb: Some(("/indsatsen".to_owned(), t.say("effort-title").to_owned())),
        done: asked.done(t),
        ..Laid::default()
    };
    let mut ahead = Section::new("kommende", t.say("meeting-ahead"))
        .rows(grid(t, t.say("meeting-ahead"), &page.ahead), t.say("meeting-none-ahead"));
    if page.may_keep {
        if page.has_groups {
            laid.links.push(Link::new("/moeder/ny", t.say("meeting-new"), "plus"));
        } else {
            ahead = ahead.note(t.say("meeting-group-first"));
            ahead = ahead.link(Link::new("/organisation/gruppe/ny", t.say("organisation-group-new"), "plus"));
        }
    }
    laid.sections.push(ahead);
    if page.may_read {
        let rows = page.open.iter().map(|one| decision_row(t, one, page.may_keep)).collect();
        laid.sections.push(
            Section::new("beslutninger", t.say("meeting-open"))
                .rows(decision_grid(t, t.say("meeting-open"), rows), t.say("meeting-none-open")),
        );
    }
    laid.sections.push(
        Section::new("holdte", t.say("meeting-held"))
            .rows(grid(t, t.say("meeting-held"), &page.held), t.say("meeting-none-held")),
    );
    screen(&reader, HERE.to_owned(), laid)
}

fn grid(t: &Words, caption: &str, lines: &[MeetingLine]) -> Grid {
    let rows = lines.iter().map(|one| {
        let on = day::long(t, one.on);
        let at = if one.at.is_empty() {
            on
        } else {
            t.say_with("meeting-at", &[("day", (&on).into()), ("at", (&one.at).into())])
        };
        vec![
            Cell::text(at).to(Some(format!("{HERE}/{}", one.id))),
            Cell::text(one.group.as_str()),
            Cell::text(if one.place.is_empty() { "–" } else { &one.place }),
            Cell::mark(state(t, one)),
        ]
    });
    let columns = ["meeting-when", "meeting-group", "meeting-place", "meeting-state"].map(|key| t.say(key));
    Grid::new(caption, &columns, rows.collect())
}

fn state(t: &Words, one: &MeetingLine) -> Mark {
    match (one.is_ended, one.is_approved, one.has_minutes) {
        (true, ..) => mark("mark-none", "minus", t.say("meeting-called-off")),
        (_, true, _) => mark("", "lock", t.say("meeting-approved")),
        (_, _, true) => mark("mark-soon", "edit", t.say("meeting-has-minutes")),
        _ => mark("mark-none", "time", t.say("meeting-agenda-only")),
    }
}

/// The table of decisions.
fn decision_grid(t: &Words, caption: &str, rows: Vec<Vec<Cell>>) -> Grid {
    let columns = ["meeting-decision-short", "meeting-decision-who", "meeting-decision-due", "meeting-decision-state"];
    Grid::new(caption, &columns.map(|key| t.say(key)), rows)
}

fn decision_row(t: &Words, one: &DecisionLine, may_keep: bool) -> Vec<Cell> {
    let says = one.kept.says();
    let made = t.say_of("meeting-decision-made", "day", &day::numeric(t, says.made_on));
    let mut noted = Cell::mark(decision_mark(t, one));
    for followed in &says.followed {
        let on = day::numeric(t, followed.on);
        let state = t.code("decision-state", followed.state.code());
        let words = if followed.words.is_empty() { String::new() } else { format!(": {}", followed.words) };
        noted = noted.sub(format!("{on} · {state}{words}"));
    }
    vec![
        Cell::text(says.words.as_str()).to(may_keep.then(|| format!("/moeder/beslutning/{}", one.kept.id))).sub(made),
        Cell::text(one.who.reveal().as_str()),
        Cell::text(day::numeric(t, says.due)),
        noted,
    ]
}

fn decision_mark(t: &Words, one: &DecisionLine) -> Mark {
    if one.is_overdue {
        return mark("mark-care", "warning", t.say("effort-overdue"));
    }
    let state = one.kept.says().state();
    let (look, icon) = match state {
        DecisionState::Open => ("mark-none", "time"),
        DecisionState::GoingOn => ("mark-soon", "hourglass"),
        DecisionState::Done => ("", "check"),
        DecisionState::Dropped => ("mark-none", "minus"),
    };
    mark(look, icon, t.code("decision-state", state.code()))
}

/// The form of a decision that is there: its words, who does it, by when.
pub(crate) struct DecisionSheet;

impl Sheet for DecisionSheet {
    type Paper = Decision;
    const AT: &'static str = "/moeder/beslutning";
    const HOME: (&'static str, &'static str) = (HERE, "meeting-title");
    const TITLES: (&'static str, &'static str) = ("meeting-decision-new", "meeting-decision-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        vec![
            Field { rows: 3, ..Field::new(Control::Words, "beslutning", t.say("meeting-decision")) },
            Field::new(Control::Select, "hvem", t.say("meeting-decision-who"))
                .of(lists.people.clone())
                .hint(t.say("organisation-who-hint")),
            Field::new(Control::Day, "senest", t.say("meeting-decision-due")).hint(t.say("effort-day-hint")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Decision {
        Decision {
            // What it belongs to and what later meetings noted stay as they are: `onto`.
            meeting: uuid::Uuid::nil(),
            group: uuid::Uuid::nil(),
            made_on: chrono::NaiveDate::MIN,
            words: line(sent, "beslutning"),
            who: typing.who(sent, "hvem"),
            due: typing.day(sent, "senest"),
            followed: Vec::new(),
        }
    }

    fn onto(before: &Decision, read: Decision) -> Decision {
        let Decision { words, who, due, .. } = read;
        Decision { words, who, due, ..before.clone() }
    }

    fn shown(decision: &Decision) -> Vec<(&'static str, String)> {
        vec![
            ("beslutning", decision.words.clone()),
            ("hvem", decision.who.key()),
            ("senest", typed(Some(decision.due))),
        ]
    }
}
