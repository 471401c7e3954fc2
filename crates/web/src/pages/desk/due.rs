//! The list of what is missing and due.

use app::view::desk::DueRow;
use chrono::NaiveDate;
use domain::code::RequestState;
use render::{Words, day};

use crate::pages::need::{self, weight};
use crate::part::Mark;

/// A row, in words.
pub(super) struct DueHtml<'a> {
    pub(super) weight: Mark,
    pub(super) what: String,
    pub(super) sub: String,
    pub(super) href: String,
    pub(super) name: &'a str,
    pub(super) worker: Option<&'a str>,
    pub(super) ends: Option<String>,
    pub(super) deed: Option<(String, &'static str)>,
    pub(super) ask: Option<(String, String)>,
    pub(super) asked: Option<String>,
}

impl<'a> DueHtml<'a> {
    /// A row as of a day; on a past one nothing can be done any more.
    pub(super) fn new(t: &'static Words, row: &'a DueRow, (on, is_past): (NaiveDate, bool)) -> Self {
        let since = row.due.since;
        let late = (on - since).num_days();
        let sub = t.say_with(
            "desk-since",
            &[("day", (&day::brief(t, since, on)).into()), ("days", (&day::days(t, late)).into())],
        );
        let is_open = row.asked.as_ref().is_some_and(|asked| asked.state == RequestState::Open);
        let worker = row.worker.as_ref().map(|worker| worker.reveal().as_str());
        let ask = worker.filter(|_| !is_past && !is_open).and_then(|worker| {
            let first = worker.split_whitespace().next().unwrap_or(worker);
            Some((need::ask(row.citizen, row.due.need)?, t.say_of("desk-ask", "name", first)))
        });
        Self {
            weight: weight(t, row.due.severity),
            what: need::name(t, row.due.need, on),
            sub,
            href: format!("/borger/{}", row.citizen),
            name: row.name.reveal(),
            worker,
            ends: row
                .ends
                .filter(|end| (*end - on).num_days() <= 31)
                .map(|end| t.say_of("desk-ends", "when", &day::from_today(t, end, on))),
            deed: (!is_past).then(|| need::deed(t, row.citizen, row.due.need)),
            ask,
            asked: row.asked.as_ref().map(|asked| {
                let when = day::brief(t, asked.answered_on.unwrap_or(asked.on), on);
                match asked.state {
                    RequestState::Open => t.say_of("desk-asked", "day", &when),
                    RequestState::Done => t.say_of("desk-said-done", "day", &when),
                    RequestState::Answered => {
                        t.say_with("desk-answered", &[("day", (&when).into()), ("words", asked.answer.reveal().into())])
                    }
                }
            }),
        }
    }
}

/// The line of the goals that lie in no area: what, and of how many citizens.
pub(super) fn goals(t: &Words, (goals, citizens, of): (usize, usize, u32)) -> (String, String) {
    (
        t.say_with("desk-need-goals-sub", &[("n", goals.into()), ("of", of.into())]),
        t.say_with("desk-need-goals-citizens", &[("n", citizens.into())]),
    )
}
