//! `/viderefoerelse`: what becomes of each activity after the grant, and what is handed over.

use app::paper::Kept;
use app::view::continuation::ContinuationPage;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::code::{Afterwards, HandingKind, HandingState};
use domain::continuation::{Activity, Handing};
use render::{Words, day, words};

use super::paper::form::{Control, Field, Lists, Sheet, Typing, coded, line, typed};
use super::paper::laid::{Cell, Grid, Laid, Link, Section, mark};
use super::paper::show::{Asked, paper, screen};
use crate::Site;
use crate::fault::Fault;
use crate::form::Choice;
use crate::part::Mark;
use crate::reader::SignedIn;
use crate::sent::Sent;

const HERE: &str = "/viderefoerelse";

/// The form of an activity.
pub(crate) struct ActivitySheet;
/// The form of something to be handed over.
pub(crate) struct HandingSheet;

impl Sheet for ActivitySheet {
    type Paper = Activity;
    const AT: &'static str = "/viderefoerelse/aktivitet";
    const HOME: (&'static str, &'static str) = (HERE, "continuation-title");
    const TITLES: (&'static str, &'static str) = ("continuation-activity-new", "continuation-activity-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        let after = coded(t, "afterwards", Afterwards::ALL.iter().map(|code| code.code()));
        let money =
            vec![Choice::new("nej", t.say("continuation-no-money")), Choice::new("ja", t.say("continuation-money"))];
        vec![
            Field::new(Control::Text, "titel", t.say("continuation-activity")),
            Field::new(Control::Chips, "bliver", t.say("continuation-afterwards")).of(after),
            Field::new(Control::Text, "af", t.say("continuation-by")).hint(t.say("continuation-by-hint")),
            Field::new(Control::Words, "hvorfor", t.say("continuation-why")),
            Field::new(Control::Chips, "penge", t.say("continuation-needs-money"))
                .of(money)
                .hint(t.say("continuation-needs-money-hint")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Activity {
        Activity {
            title: line(sent, "titel"),
            afterwards: typing.code(sent, "bliver", Afterwards::parse, Afterwards::Ends),
            by: line(sent, "af"),
            why: line(sent, "hvorfor"),
            needs_money: match sent.text("penge") {
                "ja" => Some(true),
                "nej" => Some(false),
                _ => None,
            },
        }
    }

    fn shown(activity: &Activity) -> Vec<(&'static str, String)> {
        let money = activity.needs_money.map_or("", |needs| if needs { "ja" } else { "nej" });
        vec![
            ("titel", activity.title.clone()),
            ("bliver", activity.afterwards.code().to_owned()),
            ("af", activity.by.clone()),
            ("hvorfor", activity.why.clone()),
            ("penge", money.to_owned()),
        ]
    }
}

impl Sheet for HandingSheet {
    type Paper = Handing;
    const AT: &'static str = "/viderefoerelse/overlevering";
    const HOME: (&'static str, &'static str) = (HERE, "continuation-title");
    const TITLES: (&'static str, &'static str) = ("continuation-handing-new", "continuation-handing-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        let kinds = coded(t, "handing-kind", HandingKind::ALL.iter().map(|code| code.code()));
        let states = coded(t, "handing-state", HandingState::ALL.iter().map(|code| code.code()));
        vec![
            Field::new(Control::Chips, "art", t.say("continuation-kind")).of(kinds),
            Field::new(Control::Text, "titel", t.say("continuation-handing")).hint(t.say("continuation-handing-hint")),
            Field::new(Control::Chips, "tilstand", t.say("continuation-state")).of(states),
            Field::new(Control::Text, "af", t.say("continuation-handing-by")),
            Field::new(Control::Text, "modtager", t.say("continuation-to")).hint(t.say("continuation-to-hint")),
            Field::new(Control::Day, "senest", t.say("continuation-due")).hint(t.say("effort-day-hint")),
            Field::new(Control::Day, "gjort", t.say("continuation-done-on")).hint(t.say("continuation-done-on-hint")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Handing {
        Handing {
            kind: typing.code(sent, "art", HandingKind::parse, HandingKind::Documents),
            title: line(sent, "titel"),
            state: typing.code(sent, "tilstand", HandingState::parse, HandingState::NotBegun),
            by: line(sent, "af"),
            to: line(sent, "modtager"),
            due: typing.day(sent, "senest"),
            done_on: typing.maybe_day(sent, "gjort"),
        }
    }

    fn shown(handing: &Handing) -> Vec<(&'static str, String)> {
        vec![
            ("art", handing.kind.code().to_owned()),
            ("titel", handing.title.clone()),
            ("tilstand", handing.state.code().to_owned()),
            ("af", handing.by.clone()),
            ("modtager", handing.to.clone()),
            ("senest", typed(Some(handing.due))),
            ("gjort", typed(handing.done_on)),
        ]
    }
}

/// The page.
pub(crate) async fn continuation(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::continuation::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = laid(t, &page, page.may_keep);
    laid.done = asked.done(t);
    laid.crumb = Some(("/indsatsen".to_owned(), t.say("effort-title").to_owned()));
    laid.links.push(Link::new("/viderefoerelse/udskrift", t.say("effort-print"), "print"));
    screen(&reader, HERE.to_owned(), laid)
}

/// The page on paper.
pub(crate) async fn print(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
) -> Result<Html<String>, Fault> {
    let page = app::continuation::printed(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    paper(&reader, HERE.to_owned(), laid(words(reader.locale), &page, false))
}

fn laid(t: &Words, page: &ContinuationPage, may_keep: bool) -> Laid {
    let citizens = t.say_with(
        "continuation-citizens",
        &[("n", page.attached.into()), ("day", (&day::numeric(t, page.funding_end)).into())],
    );
    let mut open = Section::new("borgere", t.say("continuation-citizens-title")).note(citizens);
    if page.may_list && may_keep {
        open = open.link(Link::new("/borgere", t.say("continuation-see-citizens"), "persons"));
    }
    let mut activities = Section::new("aktiviteter", t.say("continuation-activities"))
        .rows(activity_grid(t, &page.activities, may_keep), t.say("continuation-no-activities"));
    let mut handings = Section::new("overlevering", t.say("continuation-handings"))
        .rows(handing_grid(t, page, &page.handings, may_keep), t.say("continuation-no-handings"));
    if may_keep {
        activities =
            activities.link(Link::new("/viderefoerelse/aktivitet/ny", t.say("continuation-activity-new"), "plus"));
        handings =
            handings.link(Link::new("/viderefoerelse/overlevering/ny", t.say("continuation-handing-new"), "plus"));
    }
    let mut sections = vec![open, activities, handings];
    let (off, taken) = &page.ended;
    if may_keep && !(off.is_empty() && taken.is_empty()) {
        let rows = off.iter().map(|one| {
            vec![Cell::text(one.says().title.as_str()).to(Some(format!("/viderefoerelse/aktivitet/{}", one.id)))]
        });
        let more = taken.iter().map(|one| {
            vec![Cell::text(one.says().title.as_str()).to(Some(format!("/viderefoerelse/overlevering/{}", one.id)))]
        });
        let grid = Grid::new(t.say("effort-taken-out"), &[t.say("effort-what")], rows.chain(more).collect());
        sections.push(Section::new("ude", t.say("effort-taken-out")).rows(grid, ""));
    }
    Laid {
        title: t.say("continuation-title").to_owned(),
        lead: t.say("continuation-lead").to_owned(),
        sections,
        ..Laid::default()
    }
}

fn activity_grid(t: &Words, activities: &[Kept<Activity>], may_keep: bool) -> Grid {
    let rows = activities.iter().map(|one| {
        let says = one.says();
        let href = may_keep.then(|| format!("/viderefoerelse/aktivitet/{}", one.id));
        let (look, icon) = match says.afterwards {
            Afterwards::CarriedOn => ("", "arrow-forward"),
            Afterwards::Ends => ("mark-none", "minus"),
        };
        vec![
            Cell::text(says.title.as_str()).to(href),
            Cell::mark(mark(look, icon, t.code("afterwards", says.afterwards.code()))),
            Cell::text(if says.by.is_empty() { "–" } else { &says.by }),
            Cell::text(says.why.as_str()),
        ]
    });
    let columns = [
        "continuation-activity-short",
        "continuation-afterwards-short",
        "continuation-by-short",
        "continuation-why-short",
    ];
    Grid::new(t.say("continuation-activities"), &columns.map(|key| t.say(key)), rows.collect())
}

fn handing_grid(t: &Words, page: &ContinuationPage, handings: &[Kept<Handing>], may_keep: bool) -> Grid {
    let rows = handings.iter().map(|one| {
        let says = one.says();
        let href = may_keep.then(|| format!("/viderefoerelse/overlevering/{}", one.id));
        let done = says.done_on.map(|on| t.say_of("continuation-done", "day", &day::numeric(t, on)));
        vec![
            Cell::text(says.title.as_str()).to(href).sub(t.code("handing-kind", says.kind.code())),
            Cell::text(says.by.as_str()),
            Cell::text(if says.to.is_empty() { t.say("continuation-nobody") } else { &says.to }),
            Cell::text(day::numeric(t, says.due)),
            Cell::mark(state(t, says, page.today)).sub(done.unwrap_or_default()),
        ]
    });
    let columns = [
        "continuation-handing-short",
        "continuation-handing-by",
        "continuation-to-short",
        "continuation-due",
        "continuation-state-short",
    ];
    Grid::new(t.say("continuation-handings"), &columns.map(|key| t.say(key)), rows.collect())
}

fn state(t: &Words, handing: &Handing, today: chrono::NaiveDate) -> Mark {
    if handing.is_overdue(today) {
        let late = t.say("effort-overdue").to_owned();
        return mark("mark-care", "warning", format!("{} · {late}", t.code("handing-state", handing.state.code())));
    }
    let (look, icon) = match handing.state {
        HandingState::NotBegun => ("mark-none", "time"),
        HandingState::UnderWay => ("mark-soon", "hourglass"),
        HandingState::Done => ("", "check"),
    };
    mark(look, icon, t.code("handing-state", handing.state.code()))
}
