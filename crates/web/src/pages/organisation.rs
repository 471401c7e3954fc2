//! `/organisation`: units, groups, and who is in them.

use app::view::organisation::OrganisationPage;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::code::GroupKind;
use domain::organisation::{Group, Outsider, Post, Seat, Unit};
use render::{Words, words};

use super::paper::form::{Control, Field, Lists, Sheet, Typing, coded, line, typed};
use super::paper::laid::{Cell, Grid, Laid, Link, Section, held, mark};
use super::paper::show::{Asked, screen};
use crate::Site;
use crate::fault::Fault;
use crate::part::Mark;
use crate::reader::SignedIn;
use crate::sent::Sent;

const HERE: &str = "/organisation";
const HOME: (&str, &str) = (HERE, "organisation-title");

/// The form of a unit.
pub(crate) struct UnitSheet;
/// The form of somebody from outside.
pub(crate) struct OutsiderSheet;
/// The form of a function.
pub(crate) struct PostSheet;
/// The form of a group.
pub(crate) struct GroupSheet;
/// The form of a member.
pub(crate) struct SeatSheet;

impl Sheet for UnitSheet {
    type Paper = Unit;
    const AT: &'static str = "/organisation/enhed";
    const HOME: (&'static str, &'static str) = HOME;
    const TITLES: (&'static str, &'static str) = ("organisation-unit-new", "organisation-unit-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        vec![
            Field::new(Control::Text, "navn", t.say("organisation-name")),
            Field::new(Control::Words, "tekst", t.say("organisation-unit-words")),
        ]
    }

    fn read(sent: &Sent, _: &mut Typing) -> Unit {
        Unit { name: line(sent, "navn"), words: line(sent, "tekst") }
    }

    fn shown(unit: &Unit) -> Vec<(&'static str, String)> {
        vec![("navn", unit.name.clone()), ("tekst", unit.words.clone())]
    }
}

impl Sheet for OutsiderSheet {
    type Paper = Outsider;
    const AT: &'static str = "/organisation/person";
    const HOME: (&'static str, &'static str) = HOME;
    const TITLES: (&'static str, &'static str) = ("organisation-person-new", "organisation-person-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        vec![
            Field::new(Control::Text, "navn", t.say("organisation-person-name"))
                .hint(t.say("organisation-person-hint")),
            Field::new(Control::Text, "sted", t.say("organisation-person-place")),
        ]
    }

    fn read(sent: &Sent, _: &mut Typing) -> Outsider {
        Outsider { name: line(sent, "navn"), place: line(sent, "sted") }
    }

    fn shown(person: &Outsider) -> Vec<(&'static str, String)> {
        vec![("navn", person.name.clone()), ("sted", person.place.clone())]
    }
}

/// The fields of from when to when.
fn days(t: &Words) -> [Field; 2] {
    [
        Field::new(Control::Day, "fra", t.say("organisation-from")).hint(t.say("effort-day-hint")),
        Field::new(Control::Day, "til", t.say("organisation-to")).hint(t.say("organisation-to-hint")),
    ]
}

impl Sheet for PostSheet {
    type Paper = Post;
    const AT: &'static str = "/organisation/funktion";
    const HOME: (&'static str, &'static str) = HOME;
    const TITLES: (&'static str, &'static str) = ("organisation-post-new", "organisation-post-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        let mut fields = vec![
            Field::new(Control::Select, "enhed", t.say("organisation-unit")).of(lists.units.clone()),
            Field::new(Control::Select, "hvem", t.say("organisation-who"))
                .of(lists.people.clone())
                .hint(t.say("organisation-who-hint")),
            Field::new(Control::Text, "funktion", t.say("organisation-function")),
        ];
        fields.extend(days(t));
        fields
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Post {
        Post {
            unit: typing.id(sent, "enhed"),
            who: typing.who(sent, "hvem"),
            function: line(sent, "funktion"),
            from: typing.day(sent, "fra"),
            to: typing.maybe_day(sent, "til"),
        }
    }

    fn shown(post: &Post) -> Vec<(&'static str, String)> {
        vec![
            ("enhed", post.unit.to_string()),
            ("hvem", post.who.key()),
            ("funktion", post.function.clone()),
            ("fra", typed(Some(post.from))),
            ("til", typed(post.to)),
        ]
    }
}

impl Sheet for GroupSheet {
    type Paper = Group;
    const AT: &'static str = "/organisation/gruppe";
    const HOME: (&'static str, &'static str) = HOME;
    const TITLES: (&'static str, &'static str) = ("organisation-group-new", "organisation-group-edit");

    fn fields(t: &Words, _: &Lists) -> Vec<Field> {
        let kinds = coded(t, "group-kind", GroupKind::ALL.iter().map(|kind| kind.code()));
        vec![
            Field::new(Control::Text, "navn", t.say("organisation-name")),
            Field::new(Control::Chips, "art", t.say("organisation-group-kind")).of(kinds),
            Field::new(Control::Words, "tekst", t.say("organisation-group-words")),
        ]
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Group {
        Group {
            name: line(sent, "navn"),
            kind: typing.code(sent, "art", GroupKind::parse, GroupKind::Project),
            words: line(sent, "tekst"),
        }
    }

    fn shown(group: &Group) -> Vec<(&'static str, String)> {
        vec![("navn", group.name.clone()), ("art", group.kind.code().to_owned()), ("tekst", group.words.clone())]
    }
}

impl Sheet for SeatSheet {
    type Paper = Seat;
    const AT: &'static str = "/organisation/medlem";
    const HOME: (&'static str, &'static str) = HOME;
    const TITLES: (&'static str, &'static str) = ("organisation-seat-new", "organisation-seat-edit");

    fn fields(t: &Words, lists: &Lists) -> Vec<Field> {
        let mut fields = vec![
            Field::new(Control::Select, "gruppe", t.say("organisation-group")).of(lists.groups.clone()),
            Field::new(Control::Select, "hvem", t.say("organisation-who"))
                .of(lists.people.clone())
                .hint(t.say("organisation-who-hint")),
            Field::new(Control::Text, "funktion", t.say("organisation-seat-function")),
        ];
        fields.extend(days(t));
        fields
    }

    fn read(sent: &Sent, typing: &mut Typing) -> Seat {
        Seat {
            group: typing.id(sent, "gruppe"),
            who: typing.who(sent, "hvem"),
            function: line(sent, "funktion"),
            from: typing.day(sent, "fra"),
            to: typing.maybe_day(sent, "til"),
        }
    }

    fn shown(seat: &Seat) -> Vec<(&'static str, String)> {
        vec![
            ("gruppe", seat.group.to_string()),
            ("hvem", seat.who.key()),
            ("funktion", seat.function.clone()),
            ("fra", typed(Some(seat.from))),
            ("til", typed(seat.to)),
        ]
    }
}

/// The page.
pub(crate) async fn organisation(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let page = app::organisation::page(&site.app, &cx).await.map_err(|error| reader.fault(error))?;
    let t = words(reader.locale);
    let mut laid = laid(t, &page);
    laid.done = asked.done(t);
    screen(&reader, HERE.to_owned(), laid)
}

fn laid(t: &Words, page: &OrganisationPage) -> Laid {
    let keep = page.may_keep;
    let columns = ["organisation-who", "organisation-function", "organisation-when"].map(|key| t.say(key));
    let add = |section: Section, href: String, key: &'static str, of: &str| match keep {
        true => section.link(Link::new(href, t.say(key), "plus").of(of)),
        false => section,
    };
    let change = |section: Section, href: String, of: &str| match keep {
        true => section.link(Link::new(href, t.say("effort-change"), "edit").of(of)),
        false => section,
    };
    let mut sections = Vec::new();
    for (unit, posts) in &page.units {
        let (id, says) = (unit.id, unit.says());
        let rows = posts.iter().map(|post| {
            let says = post.kept.says();
            let is_over = post.kept.is_ended || says.to.is_some_and(|to| to < page.today);
            let href = keep.then(|| format!("/organisation/funktion/{}", post.kept.id));
            vec![
                Cell::text(post.name.reveal().as_str()).to(href),
                Cell::text(says.function.as_str()),
                Cell::text(held(t, says.from, says.to)).marked(is_over.then(|| over(t))),
            ]
        });
        let grid = Grid::new(&says.name, &columns, rows.collect());
        let mut section = Section::new(format!("e-{id}"), &says.name).said(&says.words);
        section.marks.extend(unit.is_ended.then(|| over(t)));
        let section = section.rows(grid, t.say("organisation-no-posts"));
        let section =
            add(section, format!("/organisation/funktion/ny?enhed={id}"), "organisation-post-new", &says.name);
        sections.push(change(section, format!("/organisation/enhed/{id}"), &says.name));
    }
    for (group, seats) in &page.groups {
        let (id, says) = (group.id, group.says());
        let rows = seats.iter().map(|seat| {
            let says = seat.kept.says();
            let is_over = seat.kept.is_ended || says.to.is_some_and(|to| to < page.today);
            let href = keep.then(|| format!("/organisation/medlem/{}", seat.kept.id));
            let function = if says.function.is_empty() { t.say("organisation-member") } else { &says.function };
            vec![
                Cell::text(seat.name.reveal().as_str()).to(href),
                Cell::text(function),
                Cell::text(held(t, says.from, says.to)).marked(is_over.then(|| over(t))),
            ]
        });
        let grid = Grid::new(&says.name, &columns, rows.collect());
        let mut section = Section::new(format!("g-{id}"), &says.name).said(&says.words);
        section.marks.push(mark("mark-none", "groups", t.code("group-kind", says.kind.code())));
        section.marks.extend(group.is_ended.then(|| over(t)));
        let section = section.rows(grid, t.say("organisation-no-seats"));
        let section = add(section, format!("/organisation/medlem/ny?gruppe={id}"), "organisation-seat-new", &says.name);
        sections.push(change(section, format!("/organisation/gruppe/{id}"), &says.name));
    }
    if page.units.is_empty() && page.groups.is_empty() {
        let mut section = Section::new("tom", t.say("organisation-empty-title"));
        t.say("organisation-empty").clone_into(&mut section.empty);
        sections.push(section);
    }
    if keep {
        let rows = page.outsiders.iter().map(|person| {
            let says = person.says();
            let href = Some(format!("/organisation/person/{}", person.id));
            vec![Cell::text(says.name.as_str()).to(href), Cell::text(says.place.as_str())]
        });
        let columns = ["organisation-person-name", "organisation-person-place"].map(|key| t.say(key));
        let grid = Grid::new(t.say("organisation-persons"), &columns, rows.collect());
        let section = Section::new("personer", t.say("organisation-persons")).note(t.say("organisation-persons-note"));
        let section = section.rows(grid, t.say("organisation-no-persons"));
        sections.push(section.link(Link::new("/organisation/person/ny", t.say("organisation-person-new"), "plus")));
    }
    let links = match keep {
        true => vec![
            Link::new("/organisation/enhed/ny", t.say("organisation-unit-new"), "plus"),
            Link::new("/organisation/gruppe/ny", t.say("organisation-group-new"), "plus"),
        ],
        false => Vec::new(),
    };
    Laid {
        title: t.say("organisation-title").to_owned(),
        lead: t.say("organisation-lead").to_owned(),
        crumb: Some(("/indsatsen".to_owned(), t.say("effort-title").to_owned())),
        links,
        sections,
        ..Laid::default()
    }
}

fn over(t: &Words) -> Mark {
    mark("mark-none", "minus", t.say("organisation-over"))
}
