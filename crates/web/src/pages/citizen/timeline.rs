//! The timeline: everything that happened, newest first, with the phases as bands behind.

use app::view::citizen::{CitizenPage, Entry, ReadInstrument, What};
use app::view::{Span, Standing};
use chrono::NaiveDate;
use domain::code::{MarkKind, ReferralState, With};
use domain::programme::{Period, Text};
use render::catalogue::capital;
use render::{Words, day};

use super::{SealedHtml, View};
use crate::part::Chip;

/// So many of the latest entries of the running phase are shown whatever they tell, and so many of each phase before it.
const LATEST: (usize, usize) = (8, 3);
/// Fewer than these are not worth folding away.
const WORTH_FOLDING: usize = 3;

/// Which entries are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    All,
    Contacts,
    Readings,
    Plan,
    Referrals,
    Phases,
}

/// Each kind with its word in an address and its text.
const KINDS: [(Kind, &str, &str); 6] = [
    (Kind::All, "alle", "filter-all"),
    (Kind::Contacts, "kontakter", "filter-contacts"),
    (Kind::Readings, "maalinger", "filter-readings"),
    (Kind::Plan, "plan", "filter-plan"),
    (Kind::Referrals, "henvisninger", "filter-referrals"),
    (Kind::Phases, "faser", "filter-phases"),
];

impl Kind {
    /// The kind with this word.
    pub(super) fn named(word: &str) -> Option<Self> {
        KINDS.iter().find(|(_, named, _)| *named == word).map(|(kind, ..)| *kind)
    }

    /// The kind's word in an address.
    pub(super) fn word(self) -> &'static str {
        KINDS.iter().find(|(kind, ..)| *kind == self).map_or("alle", |(_, word, _)| *word)
    }

    fn of(what: &What) -> Self {
        match what {
            What::Contact { .. } => Self::Contacts,
            What::Readings { .. } | What::Reply { .. } | What::Enrolled { .. } => Self::Readings,
            What::PlanMade { .. } | What::GoalSet { .. } | What::GoalMoved { .. } => Self::Plan,
            What::Mark { kind: MarkKind::PlanReviewed | MarkKind::ContinuationAgreed, .. } => Self::Plan,
            What::Referral { .. } => Self::Referrals,
            What::Enquiry { .. }
            | What::ClarificationBegan
            | What::ClarificationEnded
            | What::Mark { .. }
            | What::PhaseShift { .. }
            | What::Assigned { .. }
            | What::Closed { .. } => Self::Phases,
        }
    }

    fn keeps(self, what: &What) -> bool {
        self == Self::All || self == Self::of(what)
    }
}

/// Whether an entry stays on the page however old it is: a turn of the course, not a day of it.
const fn matters(what: &What) -> bool {
    !matches!(
        what,
        What::Contact { .. }
            | What::Referral { state: ReferralState::Sent, .. }
            | What::Mark { kind: MarkKind::PlanReviewed | MarkKind::FocusArea, .. }
    )
}

/// The chips over the timeline; a kind without entries has none.
pub(super) fn chips(t: &Words, page: &CitizenPage, view: &View, here: &str) -> Vec<Chip> {
    let chip = |(kind, word, text): &(Kind, &str, &str)| {
        let count = page.timeline.iter().filter(|entry| kind.keeps(&entry.what)).count();
        let is_current = *kind == view.kind;
        (count > 0 || is_current).then(|| Chip {
            href: if *kind == Kind::All { here.to_owned() } else { format!("{here}?vis={word}") },
            text: format!("{} {count}", t.say(text)),
            is_current,
        })
    };
    KINDS.iter().filter_map(chip).collect()
}

/// A run of entries within one phase.
pub(super) struct Band<'a> {
    /// Its place on the page, to come back to.
    pub(super) id: String,
    pub(super) look: &'static str,
    pub(super) name: String,
    pub(super) days: String,
    pub(super) entries: Vec<EntryHtml<'a>>,
    pub(super) fold: Option<Fold>,
}

/// What stands below a band of which the everyday is folded away, or could be. Folded entries are not sent: a long course is a long page.
pub(super) struct Fold {
    pub(super) text: String,
    pub(super) link: &'static str,
    /// The address's words that show the page the other way.
    pub(super) other: &'static str,
}

impl Fold {
    fn new(t: &'static Words, n: usize, is_folded: bool) -> Self {
        let n = [("n", n.into())];
        if is_folded {
            let text = t.say_with("timeline-unfold", &n);
            return Self { text, link: t.say("timeline-show"), other: "?vis=alt" };
        }
        Self { text: t.say_with("timeline-fold", &n), link: t.say("timeline-hide"), other: "" }
    }
}

/// One entry.
pub(super) struct EntryHtml<'a> {
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    pub(super) title: String,
    pub(super) on: String,
    pub(super) text: String,
    pub(super) sealed: Option<SealedHtml<'a>>,
    /// The contact's id, where it is one: it can be corrected.
    pub(super) contact: Option<String>,
}

/// The entries in their bands; a filter shows all of its kind, without one the everyday entries of the past are folded away.
pub(super) fn bands<'a>(t: &'static Words, page: &'a CitizenPage, view: &'a View) -> Vec<Band<'a>> {
    let span = match &page.standing {
        Standing::Enrolled(span) | Standing::Closed { span, .. } => Some(span),
        Standing::InClarification { .. } | Standing::Left { .. } | Standing::EnquiryOnly => None,
    };
    let kept: Vec<&Entry> = page.timeline.iter().filter(|entry| view.kind.keeps(&entry.what)).collect();
    let runs = kept.chunk_by(|one, next| phase_of(span, one.on) == phase_of(span, next.on));
    let band = |(position, run): (usize, &[&'a Entry])| {
        let phase = run.first().map_or(0, |entry| phase_of(span, entry.on));
        let latest = match (view.kind, position) {
            (Kind::All, 0) => LATEST.0,
            (Kind::All, _) => LATEST.1,
            _ => run.len(),
        };
        let is_everyday = |place: usize, entry: &Entry| place >= latest && !matters(&entry.what);
        let everyday = || run.iter().enumerate().filter(|(place, entry)| is_everyday(*place, entry));
        let n = everyday().count();
        let is_opened = || everyday().any(|(_, entry)| entry.sealed.is_some_and(|sealed| view.has_opened(sealed)));
        let is_folded = n >= WORTH_FOLDING && !view.is_unfolded && !is_opened();
        let shown = run.iter().enumerate().filter(|(place, entry)| !is_folded || !is_everyday(*place, entry));
        Band {
            id: format!("fase-{phase}"),
            entries: shown.map(|(_, entry)| entry_html(t, entry, page.day, view)).collect(),
            fold: (n >= WORTH_FOLDING).then(|| Fold::new(t, n, is_folded)),
            ..self::band(t, page, span, phase)
        }
    };
    runs.enumerate().map(band).collect()
}

/// The phase that a day belongs to, from 1; 0 before the first, the last after it.
fn phase_of(span: Option<&Span>, on: NaiveDate) -> usize {
    span.map_or(0, |span| span.phases.iter().take_while(|phase| phase.from <= on).count())
}

fn band<'a>(t: &Words, page: &CitizenPage, span: Option<&Span>, phase: usize) -> Band<'a> {
    let phases = span.map_or(&[] as &[Period], |span| &span.phases);
    let period = phase.checked_sub(1).and_then(|position| phases.get(position));
    let Some(period) = period else {
        let first = page.timeline.last().map(|entry| entry.on);
        let until = span.and_then(|span| span.enrolled_on.pred_opt()).unwrap_or(page.day);
        let days = first.filter(|first| *first <= until).map(|from| day::period(t, Period { from, to: until }));
        let name = t.say(if span.is_some() { "band-before" } else { "band-clarification" }).to_owned();
        return Band {
            look: "band-0",
            name,
            days: days.unwrap_or_default(),
            entries: Vec::new(),
            fold: None,
            id: String::new(),
        };
    };
    let mut name = t.say_with("band-phase", &[("n", phase.into())]);
    // The method's names are for three phases; a programme with another number has numbers only.
    let key = format!("band-phase-{phase}");
    if phases.len() == 3 && t.has(&key) {
        name.push_str(" · ");
        name.push_str(t.say(&key));
    }
    let look = if phase.is_multiple_of(2) { "band-2" } else { "band-1" };
    Band { look, name, days: day::period(t, *period), entries: Vec::new(), fold: None, id: String::new() }
}

fn entry_html<'a>(t: &'static Words, entry: &'a Entry, today: NaiveDate, view: &'a View) -> EntryHtml<'a> {
    let (look, icon, title, mut parts) = told(t, &entry.what, today);
    if let Some(by) = &entry.by {
        parts.push(by.reveal().clone());
    }
    EntryHtml {
        look,
        icon,
        title,
        on: day::with_short_weekday(t, entry.on, today),
        text: parts.join(" · "),
        sealed: entry.sealed.map(|sealed| view.sealed(sealed, t.say("sealed-text"))),
        contact: match &entry.what {
            What::Contact { id, .. } => Some(id.to_string()),
            _ => None,
        },
    }
}

type Told = (&'static str, &'static str, String, Vec<String>);

/// How an entry looks, its symbol, its title, and the parts of the line below.
fn told(t: &Words, what: &What, today: NaiveDate) -> Told {
    let plain = |key: &str| t.say(key).to_owned();
    let area = |area: &Option<Text>| {
        area.as_ref().map_or_else(|| plain("what-goal-outside"), |area| t.locale().of(area).to_owned())
    };
    match what {
        What::Enquiry { channel, referrer } => {
            let by = channel.map(|channel| {
                t.say_with("what-enquiry-channel", &[("channel", t.code("channel", channel.code()).into())])
            });
            let from = referrer.as_ref().map(|name| t.say_with("what-enquiry-referrer", &[("referrer", name.into())]));
            ("", "email", plain("what-enquiry"), by.into_iter().chain(from).collect())
        }
        What::ClarificationBegan => ("", "forum", plain("what-clarification-began"), Vec::new()),
        What::ClarificationEnded => ("", "forum", plain("what-clarification-ended"), Vec::new()),
        What::Enrolled { filled_by, instruments } => {
            let by = filled_by.map(|by| capital(t.code("filled-by", by.code())));
            let read = instruments.iter().map(|instrument| read(t, instrument));
            ("event-main", "star", plain("what-enrolled"), by.into_iter().chain(read).collect())
        }
        What::Contact { .. } => contact(t, what),
        What::Readings { filled_by, instruments } => (
            "event-main",
            "star",
            filled_by.map_or_else(
                || t.say("what-reading-by-somebody").to_owned(),
                |by| t.say_with("what-reading", &[("filled", t.code("filled-by", by.code()).into())]),
            ),
            instruments.iter().map(|instrument| read(t, instrument)).collect(),
        ),
        What::Reply { due, reply } => (
            "",
            "hourglass",
            t.say_with("what-reply", &[("reply", t.code("reply", reply.code()).into())]),
            vec![t.say_with("what-reply-due", &[("day", (&day::brief(t, *due, today)).into())])],
        ),
        What::PhaseShift { to, focus } => {
            let title = t.say_with("what-phase-shift", &[("phase", (*to).into())]);
            let names: Vec<&str> = focus.iter().map(|area| t.locale().of(area)).collect();
            let focus = (!names.is_empty()).then(|| t.say_with("what-focus", &[("areas", (&names.join(", ")).into())]));
            ("event-main", "flag", title, focus.into_iter().collect())
        }
        What::Mark { kind, phase, area } => {
            let phase = phase.map(|phase| t.say_with("what-mark-phase", &[("phase", phase.into())]));
            let area = area.as_ref().map(|area| t.locale().of(area).to_owned());
            ("", "flag", capital(t.code("mark", kind.code())), area.into_iter().chain(phase).collect())
        }
        What::PlanMade { areas } => {
            let title = t.say_with("what-plan-made", &[("n", areas.len().into())]);
            ("event-plan", "summary", title, areas.iter().map(area).collect())
        }
        What::GoalSet { area: of } => ("event-plan", "summary", plain("what-goal-set"), vec![area(of)]),
        What::GoalMoved { area: of, to } => (
            "event-plan",
            "edit",
            t.say_with("what-goal-moved", &[("state", t.code("goal-state", to.code()).into())]),
            vec![area(of)],
        ),
        What::Referral { partner, area, state } => (
            "",
            "send",
            t.say_with(
                "what-referral",
                &[("state", t.code("referral-state", state.code()).into()), ("partner", partner.into())],
            ),
            area.iter().map(|area| t.locale().of(area).to_owned()).collect(),
        ),
        What::Assigned { worker } => {
            ("", "person", t.say_with("what-assigned", &[("worker", worker.reveal().into())]), Vec::new())
        }
        What::Closed { reason } => {
            let reason = reason.map(|reason| {
                t.say_with("what-closed-reason", &[("reason", t.code("closing-reason", reason.code()).into())])
            });
            ("event-main", "flag", plain("what-closed"), reason.into_iter().collect())
        }
    }
}

fn contact(t: &Words, what: &What) -> Told {
    use domain::code::ContactKind as Contact;
    let What::Contact { kind, place, with, minutes, .. } = what else { return ("", "chat", String::new(), Vec::new()) };
    let icon = match kind {
        Some(Contact::Meeting) => "persons",
        Some(Contact::Call | Contact::Attempt) => "smartphone",
        Some(Contact::Message) | None => "chat",
        Some(Contact::Accompaniment) => "location",
        Some(Contact::NetworkMeeting) => "groups",
    };
    let name = kind.map_or_else(|| t.say("what-contact-unknown"), |kind| t.code("contact", kind.code()));
    let title = match (kind, with) {
        (Some(Contact::Attempt), _) => t.say("what-attempt").to_owned(),
        // The meeting has the network in its name.
        (Some(Contact::NetworkMeeting), Some(With::Network)) | (_, None) => capital(name),
        (_, Some(with)) => {
            capital(&t.say_with("what-contact", &[("kind", name.into()), ("with", t.code("with", with.code()).into())]))
        }
    };
    let place = place.map(|place| capital(t.code("place", place.code())));
    let minutes = minutes.map(|minutes| t.say_with("minutes", &[("n", minutes.into())]));
    let look = if *kind == Some(Contact::Attempt) { "event-try" } else { "" };
    (look, icon, title, place.into_iter().chain(minutes).collect())
}

fn read(t: &Words, instrument: &ReadInstrument) -> String {
    let title = t.locale().of(&instrument.title);
    if !instrument.is_complete {
        return t.say_with("what-reading-incomplete", &[("title", title.into())]);
    }
    match (instrument.score, &instrument.choice) {
        (Some(score), _) => t.say_with("what-reading-score", &[("title", title.into()), ("score", score.into())]),
        (None, Some(choice)) => {
            t.say_with("what-reading-choice", &[("title", title.into()), ("choice", t.locale().of(choice).into())])
        }
        (None, None) => title.to_owned(),
    }
}
