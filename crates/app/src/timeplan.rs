//! *Tidsplan* (M23): planned against happened, and what the programme's own days propose. There is nobody's data in it, so that seeing it
//! is not logged.

use domain::access::Action;
use domain::event::Event;
use domain::timeplan::{Line, Proposed, proposed};
use render::{Words, day, words};

use crate::once::{Once, begin_change};
use crate::paper::{Kept, Next, all, sealed};
use crate::view::timeplan::TimePlanPage;
use crate::{App, Cx, Result};

/// The page.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<TimePlanPage> {
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let all = all::<Line>(app, cx, &mut app.store().read(&grant).await?).await?;
    Ok(laid(cx, all))
}

fn laid(cx: &Cx, all: Vec<Kept<Line>>) -> TimePlanPage {
    let left = missing(cx, &all).len();
    let (mut ended, mut lines): (Vec<_>, Vec<_>) = all.into_iter().partition(|line| line.is_ended);
    for lines in [&mut ended, &mut lines] {
        lines.sort_by_key(|line| (line.says().from, line.says().planned_end(), line.id));
    }
    TimePlanPage { today: cx.today, lines, ended, may_keep: cx.could_at_all(Action::KeepRecord), proposed: left }
}

/// The page on paper, or as a file: logged as printed.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn printed(app: &App, cx: &Cx) -> Result<TimePlanPage> {
    let page = page(app, cx).await?;
    let grant = cx.may_at_all(Action::SeeRecord)?;
    let event = Event::Printed { what: "timeplan".to_owned() };
    app.store().look(&grant, cx.entry(event, Vec::new()), cx.now).await?;
    Ok(page)
}

/// What the programme's own days propose and no line of the plan has, whatever it is called.
fn missing(cx: &Cx, lines: &[Kept<Line>]) -> Vec<Proposed> {
    let has = |one: &Proposed| lines.iter().any(|line| (line.says().from, line.says().to) == one.days());
    proposed(&cx.programme).into_iter().filter(|one| !has(one)).collect()
}

/// Adds what the programme's own days propose and the plan does not have.
///
/// # Errors
///
/// [`crate::Error::Denied`].
pub async fn propose(app: &App, cx: &Cx, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepRecord)?;
    let lines = all::<Line>(app, cx, &mut app.store().read(&grant).await?).await?;
    let t = words(cx.locale);
    let (mut rows, mut entries) = (Vec::new(), Vec::new());
    for one in missing(cx, &lines) {
        let (from, to) = one.days();
        let line =
            Line { title: title(t, one), words: String::new(), from, to, happened_from: None, happened_to: None };
        let id = cx.new_id()?;
        rows.push(sealed(app, cx, &grant, &Next { id, version: 1, is_ended: false, paper: &line, reason: "" }).await?);
        let fact = domain::code::PaperKind::Line.code().to_owned();
        entries.push(cx.entry(Event::FactRecorded { fact, row: id }, Vec::new()));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    for row in &rows {
        work.put_paper(cx.programme_id, row, cx.now).await?;
    }
    Ok(work.commit_all(&entries, cx.now).await?)
}

fn title(t: &Words, one: Proposed) -> String {
    match one {
        Proposed::Recruitment(_) => t.say("timeplan-proposed-recruitment").to_owned(),
        Proposed::LastRecruitment(_) => t.say("timeplan-proposed-last-recruitment").to_owned(),
        Proposed::WindingDown(_) => t.say("timeplan-proposed-winding-down").to_owned(),
        Proposed::LastCourses(number, period) => t.say_with(
            "timeplan-proposed-last-courses",
            &[("n", number.into()), ("day", (&day::numeric(t, period.from)).into())],
        ),
        Proposed::FundingEnd(_) => t.say("timeplan-proposed-funding-end").to_owned(),
    }
}
