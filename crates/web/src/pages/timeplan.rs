//! `/tidsplan`: planned against happened, drawn and as a table; as a picture, a calendar and on paper.

use app::view::timeplan::TimePlanPage;
use axum::extract::{Query, State};
use axum::response::{Html, Response};
use domain::timeplan::{Line, Standing};
use render::calendar::{Entry, write};
use render::chart::gantt;
use render::{Words, words};

use super::paper::form::{Control, Field, Lists, Sheet, Typing, line, typed};
use super::paper::laid::{Cell, Grid, Laid, Link, Section, mark, span};
use super::paper::show::{Asked, paper, press, screen};
use crate::Site;
use crate::fault::Fault;
use crate::form::Choice;
use crate::part::{Mark, Picture};
use crate::printed::{self, file};
use crate::reader::{SignedIn, see_other};
use crate::sent::Sent;

const HERE: &str = "/tidsplan";

/// The form of a line.
pub(crate) struct LineSheet;

impl Sheet for LineSheet {
    type Paper = Line;
    const AT: &'static str = "/tidsplan/linje";
    const HOME: (&'static str, &'static str) = (HERE, "timeplan-title");
    const TITLES: (&'static str, &'static str) = ("timeplan-new", "timeplan-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        let kinds = vec![
            Choice::new("milepael", t.say("timeplan-milestone")),
            Choice::new("periode", t.say("timeplan-period")),
        ];
        vec![
            Field::new(Control::Text, "titel", t.say("timeplan-name")).hint(t.say("timeplan-name-hint")),
            Field::new(Control::Chips, "slags", t.say("timeplan-kind")).of(kinds),
            Field::new(Control::Day, "fra", t.say("timeplan-from")).hint(t.say("effort-day-hint")),
            Field::new(Control::Day, "til", t.say("timeplan-to")).hint(t.say("timeplan-to-hint")),
            Field::new(Control::Day, "skete_fra", t.say("timeplan-happened")).hint(t.say("timeplan-happened-hint")),
            Field::new(Control::Day, "skete_til", t.say("timeplan-happened-to")).hint(t.say("timeplan-to-hint")),
            Field::new(Control::Words, "tekst", t.say("timeplan-words")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Line {
        let is_period = sent.text("slags") == "periode";
        let from = typing.day(sent, "fra");
        // A milestone has one day, whatever stands in the other fields.
        let (to, happened_to) = match is_period {
            true => (Some(typing.day(sent, "til")), typing.maybe_day(sent, "skete_til")),
            false => (None, None),
        };
        Line {
            title: line(sent, "titel"),
            words: line(sent, "tekst"),
            from,
            to,
            happened_from: typing.maybe_day(sent, "skete_fra"),
            happened_to,
        }
    }

    fn shown(line: &Line) -> Vec<(&'static str, String)> {
        let kind = if line.to.is_some() { "periode" } else { "milepael" };
        vec![
            ("titel", line.title.clone()),
            ("slags", kind.to_owned()),
            ("fra", typed(Some(line.from))),
            ("til", typed(line.to)),
            ("skete_fra", typed(line.happened_from)),
            ("skete_til", typed(line.happened_to)),
            ("tekst", line.words.clone()),
        ]
    }
}

/// The page.
pub(crate) async fn timeplan(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::timeplan::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = laid(t, &page, page.may_keep);
    laid.done = asked.done(t);
    laid.crumb = Some(("/indsatsen".to_owned(), t.say("effort-title").to_owned()));
    if page.may_keep {
        laid.links.push(Link::new("/tidsplan/linje/ny", t.say("timeplan-new"), "plus"));
        if page.proposed > 0 {
            let text = t.say_with("timeplan-propose", &[("n", page.proposed.into())]);
            laid.presses.push(press(&cx, &reader, ("/tidsplan/forslag".to_owned(), 0), &text, false)?);
        }
    }
    if !page.lines.is_empty() {
        laid.links.push(Link::new("/tidsplan/udskrift", t.say("effort-print"), "print"));
        laid.links.push(Link::new("/tidsplan/tidsplan.svg", t.say("timeplan-svg"), "download").file());
        laid.links.push(Link::new("/tidsplan/tidsplan.ics", t.say("timeplan-ics"), "calendar-month").file());
        laid.offers_pdf(&site, t, "/tidsplan/tidsplan.pdf");
    }
    screen(&reader, HERE.to_owned(), laid)
}

/// The page on paper.
pub(crate) async fn print(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::timeplan::printed(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    paper(&reader, HERE.to_owned(), laid(words(reader.locale), &page, false))
}

/// The plan as a picture of its own.
pub(crate) async fn svg(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = app::timeplan::printed(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let picture = gantt::file(t, t.say("timeplan-title"), &lines(&page), page.today);
    Ok(file("image/svg+xml", "tidsplan.svg", picture))
}

/// The plan as a PDF.
pub(crate) async fn pdf(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = app::timeplan::printed(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let paper = laid(words(reader.locale), &page, false).document(reader.locale, page.today);
    printed::pdf(&site, printed::under_logo(&site, (&cx, &reader), paper).await?, "tidsplan").await
}

/// The plan as a calendar, in neutral words.
pub(crate) async fn ics(State(site): State<Site>, SignedIn { cx, reader, .. }: SignedIn) -> Result<Response, Fault> {
    let page = app::timeplan::printed(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let ids: Vec<String> = page.lines.iter().map(|line| line.id.to_string()).collect();
    let entries: Vec<Entry<'_>> = page
        .lines
        .iter()
        .zip(&ids)
        .map(|(kept, uid)| {
            let says = kept.says();
            let title = t.say(if says.to.is_some() { "timeplan-ics-period" } else { "timeplan-ics-milestone" });
            Entry { uid, on: says.from, to: says.to, title }
        })
        .collect();
    Ok(file("text/calendar; charset=utf-8", "tidsplan.ics", write(t.say("timeplan-ics-name"), cx.now, &entries)))
}

/// Adds what the programme's own days propose.
pub(crate) async fn propose(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    sent: Sent,
) -> Result<Response, Fault> {
    let once = sent.check(&reader)?;
    let mut cx = cx;
    cx.locale = reader.locale;
    app::timeplan::propose(&site.app, &cx, once).await.map_err(|error| reader.fault(error))?;
    Ok(see_other("/tidsplan?gemt=forslag"))
}

fn lines(page: &TimePlanPage) -> Vec<gantt::Line<'_>> {
    let drawn = page.lines.iter().map(|kept| {
        let says = kept.says();
        gantt::Line {
            title: &says.title,
            from: says.from,
            to: says.to,
            happened_from: says.happened_from,
            happened_to: says.happened_to,
        }
    });
    drawn.collect()
}

fn laid(t: &Words, page: &TimePlanPage, may_keep: bool) -> Laid {
    let mut sections = Vec::new();
    if !page.lines.is_empty() {
        let mut drawn = Section::new("tegnet", t.say("timeplan-drawn"));
        drawn.plan = Some(Picture(gantt::draw(t, t.say("timeplan-drawn-title"), &lines(page), page.today)));
        drawn.drawn = Some(gantt::file(t, t.say("timeplan-drawn-title"), &lines(page), page.today));
        sections.push(drawn);
    }
    let rows = page.lines.iter().map(|kept| row(t, page, kept, may_keep)).collect();
    let empty = t.say(if page.may_keep { "timeplan-empty" } else { "timeplan-empty-reader" });
    sections.push(Section::new("linjer", t.say("timeplan-lines")).rows(grid(t, rows), empty));
    if !page.ended.is_empty() {
        let rows = page.ended.iter().map(|kept| row(t, page, kept, may_keep)).collect();
        sections.push(Section::new("ude", t.say("effort-taken-out")).rows(grid(t, rows), ""));
    }
    Laid {
        title: t.say("timeplan-title").to_owned(),
        lead: t.say("timeplan-lead").to_owned(),
        sections,
        ..Laid::default()
    }
}

fn grid(t: &Words, rows: Vec<Vec<Cell>>) -> Grid {
    let columns = ["timeplan-what", "timeplan-planned", "timeplan-happened-short", "timeplan-standing"];
    Grid::new(t.say("timeplan-lines"), &columns.map(|key| t.say(key)), rows)
}

fn row(t: &Words, page: &TimePlanPage, kept: &app::paper::Kept<Line>, may_keep: bool) -> Vec<Cell> {
    let says = kept.says();
    let happened = match (says.happened_from, says.to, says.happened_to) {
        (None, ..) => "–".to_owned(),
        (Some(from), Some(_), None) => t.say_of("effort-from", "day", &render::day::numeric(t, from)),
        (Some(from), _, to) => span(t, from, to),
    };
    let kind = t.say(if says.to.is_some() { "timeplan-period" } else { "timeplan-milestone" });
    let href = may_keep.then(|| format!("/tidsplan/linje/{}", kept.id));
    vec![
        Cell::text(says.title.as_str()).to(href).sub(kind).sub(says.words.as_str()),
        Cell::text(span(t, says.from, says.to)),
        Cell::text(happened),
        Cell::mark(standing(t, says.standing(page.today))),
    ]
}

/// How a line stands, in words with a symbol.
fn standing(t: &Words, standing: Standing) -> Mark {
    let days = |key: &str, n: i64| t.say_with(key, &[("n", n.into())]);
    match standing {
        Standing::Ahead => mark("mark-none", "time", t.say("standing-ahead")),
        Standing::UnderWay => mark("mark-soon", "hourglass", t.say("standing-under-way")),
        Standing::OnTime => mark("", "check", t.say("standing-on-time")),
        Standing::Late(n) => mark("", "check", days("standing-late", n)),
        Standing::Overdue(n) => mark("mark-care", "warning", days("standing-overdue", n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn a_milestone_keeps_one_day_whatever_stands_in_the_other_fields() {
        let typed = |kind: &str| {
            let fields = [("titel", "Kursus"), ("slags", kind), ("fra", "1.9.2015"), ("til", "31.2.2016")];
            Sent::of(fields.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect())
        };
        let mut typing = Typing::default();
        assert_eq!(LineSheet::read(&typed("milepael"), &mut typing).to, None);
        assert_eq!(typing.0, []);
        LineSheet::read(&typed("periode"), &mut typing);
        let refused: Vec<_> = typing.0.iter().map(|refusal| (refusal.field, refusal.code)).collect();
        assert_eq!(refused, [("til", domain::refusal::Code::NoSuchDay)]);
    }

    #[test]
    fn every_standing_has_words_and_a_symbol() {
        let t = words(sample::worker().locale);
        for one in [Standing::Ahead, Standing::UnderWay, Standing::OnTime, Standing::Late(1), Standing::Overdue(3)] {
            let mark = standing(t, one);
            assert!(!mark.text.is_empty() && !mark.icon.is_empty(), "{one:?}");
        }
        assert!(standing(t, Standing::Overdue(3)).text.contains('3'));
    }
}
