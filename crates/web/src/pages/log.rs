//! `/log`: who saw what, when, and on the strength of which relation.

use app::view::log::{Check, Line, LogAsk, LogPage, Who};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use chrono::NaiveDate;
use domain::access::Relation;
use domain::event::Event;
use render::catalogue::capital;
use render::{Words, day};
use serde::Deserialize;
use uuid::Uuid;

use crate::Site;
use crate::fault::{Fault, laid_out};
use crate::field::DayField;
use crate::frame::{Frame, Place};
use crate::part::Mark;
use crate::reader::{Reader, SignedIn};

/// The kinds of entry that the log can be narrowed to: the codes of `Event`.
const EVENTS: [&str; 23] = [
    "citizen_seen",
    "sealed_opened",
    "citizens_listed",
    "figures_seen",
    "log_seen",
    "signed_in",
    "sign_in_refused",
    "signed_out",
    "register_imported",
    "seeded",
    "programme_kept",
    "organisation_kept",
    "member_added",
    "member_left",
    "programme_chosen",
    "user_added",
    "user_disabled",
    "digest_sent",
    "job_ran",
    "job_asked_again",
    "log_verified",
    "checkpoint_written",
    "store_made",
];

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Asked {
    hvem: Option<String>,
    hvad: Option<String>,
    fra: Option<String>,
    til: Option<String>,
    borger: Option<String>,
    foer: Option<String>,
}

/// The log.
pub(crate) async fn log(
    State(site): State<Site>,
    SignedIn { cx, reader, .. }: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, Fault> {
    let (from, to) = (DayField::read(asked.fra), DayField::read(asked.til));
    let id = |text: Option<String>| text.and_then(|text| text.parse::<Uuid>().ok());
    let ask = LogAsk {
        who: id(asked.hvem).map(Into::into),
        citizen: id(asked.borger).map(Into::into),
        event: asked.hvad.filter(|code| EVENTS.contains(&code.as_str())),
        from: from.day,
        to: to.day,
        before: asked.foer.and_then(|number| number.parse().ok()),
    };
    let page = app::log::page(&site.app, &cx, ask).await;
    let page = page.map_err(|error| reader.fault(error))?;
    show(&reader, &page, &from, &to)
}

/// The address of a part of the log.
fn address(ask: &LogAsk) -> String {
    let mut address = "/log".to_owned();
    let mut sign = '?';
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            address.push(sign);
            address.push_str(name);
            address.push('=');
            address.push_str(&value);
            sign = '&';
        }
    };
    add("hvem", ask.who.map(|who| who.to_string()));
    add("hvad", ask.event.clone());
    add("fra", ask.from.map(day::typed));
    add("til", ask.to.map(day::typed));
    add("borger", ask.citizen.map(|citizen| citizen.to_string()));
    add("foer", ask.before.map(|number| number.to_string()));
    address
}

#[derive(Template)]
#[template(path = "log.html")]
struct LogHtml<'a> {
    f: Frame<'a>,
    chain: Mark,
    chain_sub: String,
    checkpoint: String,
    entries: String,
    count: String,
    who: Vec<(String, &'a str, bool)>,
    events: Vec<(&'static str, &'static str, bool)>,
    from: String,
    to: String,
    from_fault: Option<&'static str>,
    to_fault: Option<&'static str>,
    citizen: Option<String>,
    without_citizen: String,
    lines: Vec<LineHtml<'a>>,
    older: Option<String>,
    newest: Option<String>,
}

struct LineHtml<'a> {
    at: String,
    who: String,
    role: &'static str,
    what: &'static str,
    detail: String,
    citizens: Vec<(String, &'a str)>,
    more: Option<String>,
    why: Option<Mark>,
}

pub(super) fn show(reader: &Reader, page: &LogPage, from: &DayField, to: &DayField) -> Result<Html<String>, Fault> {
    let f = Frame::new(reader, render::words(reader.locale).say("log"), Place::Log, address(&page.ask));
    let t = f.t;
    let today = reader.today;
    let (chain, chain_sub) = chain(t, page, today);
    let ask = &page.ask;
    laid_out(&LogHtml {
        chain,
        chain_sub,
        checkpoint: page.chain.checkpoint_on.map_or_else(
            || t.say("checkpoint-none").to_owned(),
            |on| t.say_with("checkpoint-on", &[("day", (&day::numeric(t, on)).into())]),
        ),
        entries: t.say_with("chain-entries", &[("n", page.chain.entries.into())]),
        count: t.say_with("log-count", &[("shown", page.lines.len().into()), ("matching", page.matching.into())]),
        who: page
            .users
            .iter()
            .map(|(id, name)| (id.to_string(), name.reveal().as_str(), ask.who == Some(*id)))
            .collect(),
        events: EVENTS.iter().map(|code| (*code, t.code("event", code), ask.event.as_deref() == Some(code))).collect(),
        from: from.shown(ask.from),
        to: to.shown(ask.to),
        from_fault: from.fault.map(|key| t.say(key)),
        to_fault: to.fault.map(|key| t.say(key)),
        citizen: ask.citizen.map(|citizen| citizen.to_string()),
        without_citizen: address(&LogAsk { citizen: None, before: None, ..ask.clone() }),
        lines: page.lines.iter().map(|line| line_html(t, line, today)).collect(),
        older: page.older.map(|before| address(&LogAsk { before: Some(before), ..ask.clone() })),
        newest: ask.before.map(|_| address(&LogAsk { before: None, ..ask.clone() })),
        f,
    })
}

fn chain(t: &Words, page: &LogPage, today: NaiveDate) -> (Mark, String) {
    let mark = |look, icon, text: String| Mark { look, icon, text };
    match page.chain.check {
        Check::Never => (mark("", "hourglass", t.say("chain-never").to_owned()), String::new()),
        Check::Whole { at } => {
            let when = t.say_with(
                "at-clock",
                &[("day", (&day::from_today(t, at.date(), today)).into()), ("clock", (&day::clock(t, at)).into())],
            );
            let sub = t.say_with("chain-checked", &[("n", page.chain.entries.into()), ("when", (&when).into())]);
            (mark("", "success", t.say("chain-whole").to_owned()), sub)
        }
        Check::Broken { entry, .. } => (
            mark("is-fault", "warning", t.say_with("chain-broken", &[("n", entry.into())])),
            t.say("chain-broken-help").to_owned(),
        ),
    }
}

fn line_html<'a>(t: &'static Words, line: &'a Line, today: NaiveDate) -> LineHtml<'a> {
    let day = day::brief(t, line.at.date(), today);
    let (who, role) = match &line.who {
        Who::User { name, role } => (name.reveal().clone(), t.code("role", role.code())),
        Who::Operator(name) => (t.say_with("who-operator", &[("name", name.into())]), ""),
        Who::Citizen => (t.say("who-citizen").to_owned(), ""),
        Who::Token { name, role } => (t.say_with("who-token", &[("name", name.into())]), t.code("role", role.code())),
        Who::Program => (t.say("who-program").to_owned(), ""),
        Who::Nobody => (t.say("who-nobody").to_owned(), ""),
    };
    LineHtml {
        at: t.say_with("at-clock", &[("day", (&day).into()), ("clock", (&day::clock(t, line.at)).into())]),
        who,
        role,
        what: t.code("event", line.event.code()),
        detail: detail(t, &line.event),
        citizens: line
            .citizens
            .iter()
            .map(|(id, name)| (address(&LogAsk { citizen: Some(*id), ..LogAsk::default() }), name.reveal().as_str()))
            .collect(),
        more: (line.more_citizens > 0).then(|| t.say_with("log-more-citizens", &[("n", line.more_citizens.into())])),
        why: why(t, line),
    }
}

/// On the strength of what it was permitted: the relation to the citizen, else the role; nothing for signing in and out.
fn why(t: &'static Words, line: &Line) -> Option<Mark> {
    let mark = |look, icon, text: &str| Some(Mark { look, icon, text: text.to_owned() });
    match (line.relation, &line.event, &line.who) {
        (Relation::Own, ..) => mark("", "person", t.say("relation-own")),
        (Relation::Programme, ..) => mark("", "groups", t.say("relation-programme")),
        (Relation::Stranger, ..) => mark("mark-care", "warning", t.say("relation-stranger")),
        (Relation::NoCitizen, Event::SignedIn | Event::SignedOut | Event::SignInRefused, _) => None,
        (Relation::NoCitizen, _, Who::Operator(_)) => mark("", "lock", t.say("why-operator")),
        (Relation::NoCitizen, Event::CitizensListed { list }, _) if list == "own" => {
            mark("", "person", t.say("why-own-list"))
        }
        (Relation::NoCitizen, _, Who::User { role, .. } | Who::Token { role, .. }) => {
            mark("", "summary", &capital(t.code("role", role.code())))
        }
        (Relation::NoCitizen, _, Who::Citizen | Who::Program | Who::Nobody) => None,
    }
}

/// What else an entry tells, in words of the screen: fields and counts, never a value and never the program's own names.
/// The programme's key is not told: it can give away what the programme is about.
fn detail(t: &Words, event: &Event) -> String {
    let named = |list: &str, name: &str| {
        let key = format!("{list}-{name}");
        if t.has(&key) { t.say(&key).to_owned() } else { String::new() }
    };
    match event {
        Event::ProgrammeKept { version, .. } => t.say_with("event-detail-programme", &[("version", (*version).into())]),
        Event::RegisterImported { added, changed } => {
            t.say_with("event-detail-import", &[("added", (*added).into()), ("changed", (*changed).into())])
        }
        Event::Seeded { citizens } => t.say_with("event-detail-citizens", &[("n", (*citizens).into())]),
        Event::FiguresSeen { report } if report == "page" => t.say("event-page").to_owned(),
        Event::FiguresSeen { report } | Event::FiguresRead { report, .. } => named("report-title", report),
        Event::TokenMade { role, .. } => named("role", role),
        Event::CitizensListed { list } => named("event-list", list),
        Event::SealedOpened { table, .. } => named("event-sealed", table),
        Event::FactRecorded { fact, .. }
        | Event::FactCorrected { fact, .. }
        | Event::FactWithdrawn { fact, .. }
        | Event::WithdrawalUndone { fact, .. } => named("event-fact", fact),
        Event::ClarificationEnded { outcome, .. } => named("clarification-outcome", outcome),
        Event::CourseClosed { reason, .. } => named("closing", reason),
        Event::ExceptionGranted { rule } => named("event-rule", &rule.to_lowercase()),
        Event::Printed { what } => named("event-print", what),
        Event::PapersSeen { what } => named("event-papers", what),
        Event::ReportProposed { number, .. }
        | Event::ReportLocked { number, .. }
        | Event::ReportTurnedDown { number, .. } => t.say_with("release-version", &[("n", (*number).into())]),
        Event::ReportFetched { format, .. } => named("file-kind", format),
        Event::ResearchMade { persons, .. } | Event::ResearchRecalled { persons, .. } => {
            t.say_with("event-detail-citizens", &[("n", (*persons).into())])
        }
        Event::NamesTried { found } => t.say_with("event-detail-citizens", &[("n", (*found).into())]),
        Event::OwnTaskBegun { kind } | Event::OwnTaskOpened { kind } | Event::OwnTaskEnded { kind } => {
            named("event-own", kind)
        }
        Event::JobRan { kind, state, .. } => {
            format!("{}: {}", t.code("job-kind", kind), t.code("job-state", state))
        }
        Event::JobAskedAgain { kind } => named("job-kind", kind),
        Event::LogVerified { entries } => t.say_with("event-detail-entries", &[("n", (*entries).into())]),
        Event::CheckpointWritten { entry } => t.say_with("event-detail-entry", &[("n", (*entry).into())]),
        Event::ReportSent { .. }
        | Event::QuotationsTakenBack { .. }
        | Event::StoreMade
        | Event::OrganisationKept { .. }
        | Event::MemberAdded { .. }
        | Event::MemberLeft { .. }
        | Event::ProgrammeChosen
        | Event::UserAdded { .. }
        | Event::UserDisabled { .. }
        | Event::SignedIn
        | Event::SignInRefused
        | Event::SignedOut
        | Event::CitizenSeen
        | Event::CitizenKept { .. }
        | Event::CitizensMerged { .. }
        | Event::MergeUndone { .. }
        | Event::StaffBlocked { .. }
        | Event::StaffUnblocked { .. }
        | Event::WorkerAssigned { .. }
        | Event::CourseHandedOver { .. }
        | Event::DeputyNamed { .. }
        | Event::ClarificationBegun { .. }
        | Event::Enrolled { .. }
        | Event::CourseReopened { .. }
        | Event::Searched { .. }
        | Event::EnquiriesSeen
        | Event::PartnerSeen
        | Event::ResearchFetched { .. }
        | Event::ReferredIn { .. }
        | Event::OwnReferralsSeen
        | Event::FileOpened { .. }
        | Event::FeedKept
        | Event::FeedRead
        | Event::DigestKept
        | Event::Tidied { .. }
        | Event::DigestSent { .. }
        | Event::TokenEnded { .. }
        | Event::TokenRefused
        | Event::LogSeen => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use domain::personal::Personal;

    use super::*;
    use crate::pages::sample;

    fn shown(page: &LogPage) -> String {
        show(&sample::coordinator(), page, &DayField::default(), &DayField::default()).unwrap().0
    }

    #[test]
    fn the_log_says_who_saw_whom_and_why() {
        let html = shown(&sample::log());
        for words in
            ["Mette Lund", "Åbnede forseglet tekst", "Uden relation", "Kæden er hel", "23.11. kl. 13.58", "og 4 til"]
        {
            assert!(html.contains(words), "{words} is missing");
        }
        sample::check_page(&html);
    }

    #[test]
    fn a_broken_chain_is_told_at_once() {
        let mut page = sample::log();
        page.chain.check = Check::Broken { entry: 7, at: sample::moment() };
        assert!(shown(&page).contains("Kæden er brudt ved post 7"));
    }

    #[test]
    fn awkward_names_are_shown_as_words() {
        let mut page = sample::log();
        for line in &mut page.lines {
            line.who = Who::User { name: sample::awkward(), role: domain::code::Role::Worker };
            line.citizens = vec![(sample::citizen_id(), sample::awkward())];
        }
        sample::check_awkward(&shown(&page));
    }

    #[test]
    fn every_event_has_its_words_and_a_place_in_the_filter() {
        for code in EVENTS {
            assert_ne!(render::words(render::Locale::Da).code("event", code), "?", "{code}");
        }
        for line in sample::log().lines {
            assert!(EVENTS.contains(&line.event.code()));
        }
    }

    /// The page with one entry.
    fn told(who: Who, event: Event) -> String {
        let mut page = sample::log();
        page.lines.truncate(1);
        for line in &mut page.lines {
            (line.who, line.event, line.relation) = (who.clone(), event.clone(), Relation::NoCitizen);
            line.citizens.clear();
        }
        let html = shown(&page);
        html.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0.to_owned()
    }

    #[test]
    fn the_program_s_own_names_and_the_programme_s_key_are_never_shown() {
        let coordinator =
            || Who::User { name: Personal::new("Amina".to_owned()), role: domain::code::Role::Coordinator };
        let listed = |list: &str| Event::CitizensListed { list: list.to_owned() };
        let opened =
            |table: &str| Event::SealedOpened { table: table.to_owned(), column: "text".into(), row: "1".into() };
        let seen = |report: &str| Event::FiguresSeen { report: report.to_owned() };
        for (event, words) in [
            (listed("own"), ["Mine borgere", "Egne borgere"]),
            (listed("programme"), ["alle indsatsens borgere", "Projektkoordinator"]),
            (seen("page"), ["siden Nøgletal", "Projektkoordinator"]),
            (seen("intake"), ["Så nøgletal", "Projektkoordinator"]),
            (opened("contact"), ["notatet til en kontakt", "Projektkoordinator"]),
            (Event::ProgrammeKept { key: "exit-2016".to_owned(), version: 1 }, ["en indsats, version 1", "Projekt"]),
        ] {
            let row = told(coordinator(), event);
            for words in words {
                assert!(row.contains(words), "{words} is missing: {row}");
            }
            for raw in [">own<", ">programme<", ">page<", ">intake<", "contact", "exit"] {
                assert!(!row.contains(raw), "{raw} is shown: {row}");
            }
        }
        assert!(told(Who::Operator("drift".to_owned()), Event::StoreMade).contains("Kommandolinjen</span>"));
        assert!(told(Who::Nobody, Event::SignInRefused).contains("–"));
    }

    #[test]
    fn every_sealed_text_has_its_words() {
        for table in ["enquiry", "course", "contact", "reading", "goal", "mark"] {
            assert!(render::words(render::Locale::En).has(&format!("event-sealed-{table}")), "{table}");
        }
    }

    #[test]
    fn an_empty_part_of_the_log_says_so() {
        let mut page = sample::log();
        page.lines.clear();
        assert!(shown(&page).contains("Ingen poster passer"));
    }
}
