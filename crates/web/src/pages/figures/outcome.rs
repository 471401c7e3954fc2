//! The pictures of before and after: single persons' steps without names, and the way from one purpose to another (R15, R16).

use app::view::figures::FiguresPage;
use domain::report::outcomes::{Area, Outcomes, Star};
use render::chart::flow::{self, Flow};
use render::chart::steps::{self, Steps};
use render::{Words, number};

use super::panel::Panel;
use crate::part::Picture;

/// One area: the picture, and the same as rows: first step, latest step, persons.
pub(super) struct AreaHtml {
    pub(super) name: String,
    pub(super) basis: String,
    pub(super) picture: Picture,
    pub(super) rows: Vec<[String; 3]>,
}

/// The areas, for who works with citizens; none for anybody else.
pub(super) fn areas(t: &Words, page: &FiguresPage) -> Vec<AreaHtml> {
    let Some(star) = page.now.outcomes.star.as_ref().filter(|_| page.shows_steps) else { return Vec::new() };
    let told = star.areas.iter().enumerate().filter(|(_, area)| !area.steps.is_empty());
    told.map(|(at, area)| self::area(t, star, at, area)).collect()
}

fn area(t: &Words, star: &Star, at: usize, area: &Area) -> AreaHtml {
    let name = t.locale().of(&area.name);
    let count = |n: u32| number::count(t.locale(), n);
    let title = t.say_with("steps-title", &[("area", name.into()), ("n", area.n.into())]);
    let drawn =
        Steps { title: &title, id: &format!("trin-{at}"), min: star.lowest, max: star.highest, steps: &area.steps };
    AreaHtml {
        name: name.to_owned(),
        basis: t.say_with("steps-basis", &[("n", area.n.into()), ("missing", area.missing.into())]),
        picture: Picture(steps::draw(t, &drawn)),
        rows: steps::alike(&area.steps)
            .into_iter()
            .map(|((first, latest), persons)| [count(first.into()), count(latest.into()), count(persons)])
            .collect(),
    }
}

/// Sets the picture of the ways between the purposes above their table.
pub(super) fn draw_flow(t: &Words, outcomes: &Outcomes, panel: &mut Panel) {
    let Some(purpose) = outcomes.purpose.as_ref().filter(|purpose| purpose.n > 0) else { return };
    let Some(table) = panel.table(t.say("report-outcomes-changes")) else { return };
    let place = |key: &str| purpose.choices.iter().position(|choice| choice.key == key);
    let ways: Vec<_> =
        purpose.changes.iter().filter_map(|way| Some((place(&way.from)?, place(&way.to)?, way.n))).collect();
    let answers: Vec<&str> = purpose.choices.iter().map(|choice| t.locale().of(&choice.text)).collect();
    let title = t.say_with("flow-title", &[("n", purpose.n.into())]);
    table.picture = Some(Picture(flow::draw(t, &Flow { title: &title, answers: &answers, ways: &ways })));
}
