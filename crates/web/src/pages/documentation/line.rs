//! One thing of a course's record: whether it is there, since when it is missing, and where to do it.

use app::view::documentation::{Documentation, Line};
use chrono::NaiveDate;
use domain::completeness::{Item, State};
use domain::id::CitizenId;
use render::{Words, day};

/// One line of the record.
pub(crate) struct LineHtml {
    /// `is-done`, `is-missing` or `is-ahead`.
    pub(crate) look: &'static str,
    /// The symbol.
    pub(crate) icon: &'static str,
    /// The state, for who does not see the symbol.
    pub(crate) state: &'static str,
    /// What.
    pub(crate) text: String,
    /// Since when, or from when.
    pub(crate) sub: String,
    /// Where to do it; none where it is there.
    pub(crate) href: Option<String>,
}

impl LineHtml {
    /// A line as of a day.
    pub(crate) fn new(t: &'static Words, line: &Line, citizen: CitizenId, today: NaiveDate) -> Self {
        let on = |day: NaiveDate| day::brief(t, day, today);
        let (look, icon, state, sub) = match line.state {
            State::Done => ("is-done", "success", t.say("record-is-done"), String::new()),
            State::Missing(since) => (
                "is-missing",
                "warning",
                t.say("record-is-missing"),
                t.say_with("record-since", &[("day", (&on(since)).into())]),
            ),
            State::NotYet(Some(from)) => (
                "is-ahead",
                "time",
                t.say("record-is-ahead"),
                t.say_with("record-from", &[("day", (&on(from)).into())]),
            ),
            State::NotYet(None) => {
                ("is-ahead", "time", t.say("record-is-ahead"), t.say("record-with-enrolment").to_owned())
            }
        };
        let titles: Vec<&str> = line.instruments.iter().map(|title| t.locale().of(title)).collect();
        let sub = match (sub.is_empty(), titles.is_empty()) {
            (_, true) => sub,
            (true, false) => titles.join(", "),
            (false, false) => format!("{sub} · {}", titles.join(", ")),
        };
        let href = (line.state != State::Done).then(|| address(citizen, line.item));
        Self { look, icon, state, text: named(t, line.item, today), sub, href }
    }
}

/// Every line of a record.
pub(crate) fn lines(t: &'static Words, told: &Documentation, citizen: CitizenId, today: NaiveDate) -> Vec<LineHtml> {
    told.lines.iter().map(|line| LineHtml::new(t, line, citizen, today)).collect()
}

/// What an item is called.
pub(crate) fn item(t: &Words, item: Item) -> String {
    let phase = |key, phase: u32| t.say_with(key, &[("phase", phase.into())]);
    match item {
        Item::Enquiry => t.say("record-enquiry").to_owned(),
        Item::Consent => t.say("record-consent").to_owned(),
        Item::FirstStar => t.say("record-star").to_owned(),
        Item::OwnWords => t.say("record-words").to_owned(),
        Item::Plan => t.say("record-plan").to_owned(),
        Item::FollowUp(due) => t.say_with("record-follow-up", &[("day", (&day::numeric(t, due)).into())]),
        Item::FocusAreas(number) => phase("record-focus", number),
        Item::Shift(number) => phase("record-shift", number),
        Item::Review(number) => phase("record-review", number),
        Item::Handover => t.say("record-handover").to_owned(),
        Item::ClosingMeeting => t.say("record-meeting").to_owned(),
        Item::Closing => t.say("record-closing").to_owned(),
    }
}

/// The same, with the year of a follow-up only where it is another.
fn named(t: &Words, one: Item, today: NaiveDate) -> String {
    match one {
        Item::FollowUp(due) => t.say_with("record-follow-up", &[("day", (&day::brief(t, due, today)).into())]),
        other => item(t, other),
    }
}

/// Where an item is done.
pub(in crate::pages) fn address(citizen: CitizenId, item: Item) -> String {
    let below = match item {
        Item::Enquiry => return "/henvendelser/ny".to_owned(),
        Item::Consent => "/samtykker".to_owned(),
        Item::FirstStar | Item::OwnWords | Item::FollowUp(_) => "/opfoelgning".to_owned(),
        Item::Plan | Item::Handover => "/plan".to_owned(),
        Item::FocusAreas(phase) => format!("/forloeb/fokus?fase={phase}"),
        Item::Shift(phase) => format!("/forloeb/faseskift?fase={phase}"),
        Item::Review(phase) => format!("/forloeb/tilbageblik?fase={phase}"),
        Item::ClosingMeeting => "/forloeb/samtale".to_owned(),
        Item::Closing => "/afslutning".to_owned(),
    };
    format!("/borger/{citizen}{below}")
}
