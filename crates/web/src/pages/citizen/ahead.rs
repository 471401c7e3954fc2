//! What is next, at a glance: the next step, the next follow-up, the next phase shift, and what the record lacks longest.

use app::view::Standing;
use app::view::citizen::CitizenPage;
use domain::completeness::Item;
use render::{Words, day};

use super::next;
use crate::pages::caseload::row::due;
use crate::pages::documentation::line::LineHtml;

/// One thing that is next.
pub(super) struct Step {
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    pub(super) name: &'static str,
    pub(super) text: String,
    pub(super) sub: String,
    pub(super) href: Option<String>,
}

/// What is next, and the record.
pub(super) struct Ahead {
    pub(super) steps: Vec<Step>,
    pub(super) count: Option<String>,
    pub(super) is_complete: bool,
    /// The lines that are missing, the longest first.
    pub(super) record: Vec<LineHtml>,
}

impl Ahead {
    pub(super) fn new(t: &'static Words, page: &CitizenPage) -> Self {
        let to = |below: &str| Some(format!("/borger/{}{below}", page.id));
        let mut steps = Vec::new();
        let (name, icon, href) = (t.say("next-step"), "arrow-forward", to("/skridt"));
        let runs = matches!(page.standing, Standing::Enrolled(_) | Standing::InClarification { .. });
        if let Some((text, sub)) = next(t, page) {
            steps.push(Step { look: "", icon, name, text: text.to_owned(), sub, href });
        } else if runs {
            let (text, sub) = (t.say("step-new").to_owned(), t.say("step-none-agreed").to_owned());
            steps.push(Step { look: "", icon, name, text, sub, href });
        }
        if let Some(follow_up) = &page.follow_up {
            let cell = due(t, follow_up, page.day);
            let text = cell.mark.as_ref().map_or_else(|| cell.text.clone(), |mark| mark.text.clone());
            let look = if cell.mark.as_ref().is_some_and(|mark| mark.look == "mark-care") { "is-missing" } else { "" };
            let name = t.say("column-follow-up");
            steps.push(Step { look, icon: "star", name, text, sub: cell.sub, href: to("/opfoelgning") });
        }
        let ahead = page.ahead.as_ref();
        if let Some((phase, on)) = ahead.and_then(|ahead| ahead.shift) {
            steps.push(Step {
                look: if on < page.day { "is-missing" } else { "" },
                icon: "flag",
                name: t.say("ahead-shift"),
                text: t.say_with(
                    "ahead-shift-to",
                    &[("phase", phase.into()), ("day", (&day::brief(t, on, page.day)).into())],
                ),
                sub: day::from_today(t, on, page.day),
                href: to(&format!("/forloeb/faseskift?fase={phase}")),
            });
        }
        if let (Standing::Enrolled(span), None) = (&page.standing, ahead.and_then(|ahead| ahead.shift)) {
            steps.push(Step {
                look: if span.planned_end < page.day { "is-missing" } else { "" },
                icon: "flag",
                name: t.say("ahead-end"),
                text: day::medium(t, span.planned_end),
                sub: day::from_today(t, span.planned_end, page.day),
                href: to("/afslutning"),
            });
        }
        let told = ahead.map(|ahead| &ahead.documentation);
        let record: Vec<LineHtml> = told
            .map(|told| told.missing().into_iter().map(|line| LineHtml::new(t, line, page.id, page.day)).collect())
            .unwrap_or_default();
        // The follow-up stands beside it already.
        let shown = page.follow_up.as_ref().map(|follow_up| Item::FollowUp(follow_up.due));
        let missing = told.map(|told| told.missing()).unwrap_or_default();
        let worst = missing.iter().position(|line| Some(line.item) != shown).and_then(|place| record.get(place));
        if let Some(worst) = worst {
            steps.push(Step {
                look: "is-missing",
                icon: "warning",
                name: t.say("ahead-missing"),
                text: worst.text.clone(),
                sub: worst.sub.clone(),
                href: worst.href.clone(),
            });
        }
        let count = told.filter(|told| !told.lines.is_empty());
        Self {
            steps,
            count: count.map(|told| t.say_with("record-count", &[("done", told.done.into()), ("of", told.of.into())])),
            is_complete: record.is_empty(),
            record,
        }
    }
}
