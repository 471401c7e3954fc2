//! Invented pages for the tests of the layout, and what every page must keep.

use app::view::caseload::{CaseloadAsk, CaseloadPage, Row, Scope, Tiles};
use app::view::citizen::{
    CitizenPage, Entry, Goal, Purpose, ReadInstrument, ScorePoint, Scores, SealedRef, Star, StarArea, What, Words,
};
use app::view::documentation::{Ahead, Documentation, Line as RecordLine};
use app::view::figures::{Caseload, FiguresPage, Forecast, Load, OfPeriod, Status};
use app::view::log::{Chain, Check, Line, LogAsk, LogPage, Who};
use app::view::{FollowUp, Heed, LastContact, NextStep, Span, Standing, Urgency};
use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use domain::access::Relation;
use domain::code::{
    Channel, ContactKind, Doer, FilledBy, GoalState, MarkKind, Place, ReferralState, Role, SafeContact, Service, With,
};
use domain::completeness::{Item, State};
use domain::event::Event;
use domain::id::{CitizenId, ContactId, GoalId, StepId, UserId};
use domain::instrument::Band;
use domain::personal::Personal;
use domain::programme::{Period, Text};
use domain::report::situation::{AreaLine, ServiceLine, Situation};
use render::Locale;
use uuid::Uuid;

use crate::reader::Reader;

mod period;

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    date(2015, 11, 23)
}

pub(super) fn moment() -> NaiveDateTime {
    today().and_hms_opt(14, 5, 0).unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

fn ahead(days: u64) -> NaiveDate {
    today() + Days::new(days)
}

pub(crate) fn text(da: &str, en: &str) -> Text {
    Text { da: da.to_owned(), en: en.to_owned() }
}

fn name(name: &str) -> Personal<String> {
    Personal::new(name.to_owned())
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// A record with one thing there, two missing and one to come.
pub(super) fn documentation() -> Documentation {
    let line = |item, state| RecordLine { item, state, instruments: Vec::new() };
    let follow_up = RecordLine {
        instruments: vec![text("WHO-5", "WHO-5")],
        ..line(Item::FollowUp(date(2015, 10, 20)), State::Missing(date(2015, 10, 20)))
    };
    Documentation {
        lines: vec![
            line(Item::FirstStar, State::Done),
            follow_up,
            line(Item::Review(1), State::Missing(date(2015, 8, 20))),
            line(Item::Handover, State::NotYet(Some(date(2016, 3, 19)))),
        ],
        done: 1,
        of: 3,
    }
}

pub(super) fn citizen_id() -> CitizenId {
    CitizenId(id(1))
}

fn reader(reader_name: &str, role: Role) -> Reader {
    Reader {
        locale: Locale::Da,
        name: name(reader_name),
        role,
        has_partner: false,
        programme: text("Indsats 2016", "Programme 2016"),
        has_others: false,
        token: "token-token".to_owned(),
        today: today(),
        now: moment(),
    }
}

/// A form with what was typed.
pub(crate) fn form(place: &str, fields: &[(&str, &str)]) -> crate::form::Form {
    crate::form::Form::sample(&worker(), place, fields)
}

pub(crate) fn worker() -> Reader {
    reader("Mette Lund", Role::Worker)
}

pub(crate) fn partner() -> Reader {
    Reader { has_partner: true, ..reader("Lone Berg", Role::Partner) }
}

pub(crate) fn coordinator() -> Reader {
    reader("Amina Yildiz", Role::Coordinator)
}

/// Markup, quotes, letters of three scripts, an emoji, marks that turn the reading direction, and 100,000 letters.
pub(super) fn awkward() -> Personal<String> {
    let mut words = "<script>alert('æøå')</script>\" onload=\"x & y \u{202e}vendt\u{202c} \u{200f}שלום 🙂 ".to_owned();
    words.push_str(&"ø".repeat(100_000));
    Personal::new(words)
}

/// Awkward words stand on the page as words, whole, and nothing of them is markup.
pub(super) fn check_awkward(html: &str) {
    assert!(!html.contains("<script>alert") && !html.contains("\" onload="), "markup came through");
    assert!(html.contains("&#60;script&#62;") || html.contains("&lt;script&gt;"), "the words are not there");
    assert!(html.contains(&"ø".repeat(100_000)), "something was lost");
    assert!(html.contains('🙂'), "something was lost");
}

/// What every page keeps: nothing inline, no text without its translation, every id once, every label for a field.
pub(super) fn check_page(html: &str) {
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("javascript:"));
    assert_eq!(html.matches("<script").count(), html.matches("<script src=\"/assets/").count());
    assert!(!html.contains(" onclick=") && !html.contains("{n}") && !html.contains("{ $"));
    assert!(html.contains("<html lang=\"da\">") && html.contains("<h1>"));
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "the id {id} stands twice");
    }
    for wanted in html.split(" for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&wanted), "a label is for {wanted}, which is not there");
    }
    // A text that is missing shows its key: lower case words with hyphens between two tags.
    for shown in html.split('>').filter_map(|rest| rest.split('<').next()) {
        let is_key = shown.contains('-') && shown.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(!is_key, "the text {shown} is missing");
    }
}

fn span(enrolled_on: NaiveDate, phase: u32) -> Span {
    let at = |months: u32| enrolled_on + Months::new(months);
    let phases =
        [(0, 4), (4, 8), (8, 12)].map(|(from, to)| Period { from: at(from), to: at(to).pred_opt().unwrap() }).to_vec();
    Span { enrolled_on, planned_end: at(12).pred_opt().unwrap(), phases, phase }
}

fn row(number: u128, called: &str, standing: Standing) -> Row {
    Row {
        citizen: CitizenId(id(number)),
        name: name(called),
        heed: Heed::default(),
        worker: None,
        standing,
        phase_ends: None,
        follow_up: Some(FollowUp { due: ahead(41), urgency: Urgency::Ahead, is_last: false, missing: Vec::new() }),
        one_reading: false,
        contact: Some(LastContact { on: ago(3), kind: Some(ContactKind::Meeting) }),
        attempted_on: None,
        no_contact: false,
        next_step: Some(NextStep {
            id: StepId(Uuid::from_u128(0x57)),
            version: 1,
            text: name("Ringe til boligrådgiveren"),
            on: Some(ahead(1)),
            by: Some(Doer::Worker),
        }),
        asked: Vec::new(),
    }
}

pub(crate) fn caseload(scope: Scope) -> CaseloadPage {
    let enrolled = |on, phase| Standing::Enrolled(span(on, phase));
    let overdue = |days| {
        Some(FollowUp {
            due: ago(days),
            urgency: Urgency::Overdue,
            is_last: false,
            missing: vec![text("Stjerne", "Star")],
        })
    };
    let mut rows = vec![
        Row {
            follow_up: overdue(19),
            contact: Some(LastContact { on: ago(5), kind: Some(ContactKind::Call) }),
            attempted_on: Some(ago(3)),
            ..row(1, "Ask", enrolled(date(2015, 3, 4), 3))
        },
        Row {
            follow_up: overdue(16),
            heed: Heed { address_protected: false, safe_contact: vec![SafeContact::NotAtHome] },
            contact: Some(LastContact { on: ago(16), kind: Some(ContactKind::Meeting) }),
            attempted_on: Some(ago(3)),
            no_contact: true,
            next_step: Some(NextStep {
                id: StepId(Uuid::from_u128(0x57)),
                version: 1,
                text: name("Spørge på værestedet, om T.H. har det godt"),
                on: Some(today()),
                by: Some(Doer::Worker),
            }),
            ..row(2, "T.H.", enrolled(date(2015, 9, 7), 1))
        },
        Row {
            phase_ends: Some(ahead(14)),
            follow_up: Some(FollowUp { due: ahead(14), urgency: Urgency::Ahead, is_last: true, missing: Vec::new() }),
            ..row(3, "Vega", enrolled(date(2014, 12, 8), 3))
        },
        Row {
            heed: Heed { address_protected: true, safe_contact: vec![SafeContact::NoSms] },
            phase_ends: Some(ahead(26)),
            ..row(4, "Lærke", enrolled(date(2015, 4, 20), 2))
        },
        Row {
            follow_up: Some(FollowUp { due: ago(3), urgency: Urgency::Due, is_last: false, missing: Vec::new() }),
            next_step: None,
            ..row(5, "M.R.", enrolled(date(2015, 7, 3), 2))
        },
        Row { one_reading: true, ..row(6, "Sol", enrolled(date(2015, 11, 10), 1)) },
        Row { follow_up: None, ..row(7, "Ø.B.", Standing::InClarification { since: ago(11) }) },
    ];
    if scope == Scope::Programme {
        for row in &mut rows {
            row.worker = Some(name("Mette Lund"));
        }
    }
    CaseloadPage {
        ask: CaseloadAsk { scope, ..CaseloadAsk::default() },
        day: today(),
        asked: Vec::new(),
        tiles: Tiles {
            enrolled: 7,
            in_clarification: 1,
            cap: (scope == Scope::Own).then_some(10),
            follow_up_overdue: 2,
            overdue_since: Some(ago(19)),
            phase_ends: 3,
            first_phase_end: Some(ahead(14)),
            no_contact: 1,
            no_contact_since: Some(ago(16)),
        },
        matching: rows.len() as u64,
        rows,
    }
}

fn star() -> Star {
    let area = |da: &str, first: Option<u8>, latest: Option<u8>| StarArea {
        name: text(da, da),
        first,
        latest,
        not_relevant_now: latest.is_none(),
        worker: None,
    };
    Star {
        title: text("Stjernen", "The star"),
        licence: "Brobyggers egen stjerne, EUPL-1.2".to_owned(),
        min: 1,
        max: 10,
        rings: vec![1, 4, 7, 10],
        readings: 4,
        first_on: date(2015, 4, 20),
        latest_on: date(2015, 10, 21),
        areas: vec![
            area("Bolig", Some(3), Some(7)),
            area("Psykisk helbred", Some(2), Some(4)),
            area("Fysisk helbred", Some(4), Some(5)),
            area("Økonomi", Some(2), Some(3)),
            area("Hverdag", Some(4), Some(6)),
            area("Netværk", Some(3), Some(3)),
            area("Rusmidler", None, None),
            area("Arbejde og uddannelse", Some(3), Some(5)),
            StarArea { worker: Some(6), ..area("Tryghed", Some(5), Some(4)) },
            area("Selvtillid", Some(2), Some(5)),
        ],
    }
}

fn scores() -> Scores {
    let band = |from, to, risk, da: &str| Band { from, to, risk, text: text(da, da) };
    let point = |on, score| ScorePoint { on, score };
    Scores {
        title: text("WHO-5", "WHO-5"),
        licence: "© WHO/UCN/MSD/MHE/2024.1, CC BY-NC-SA 3.0 IGO".to_owned(),
        max: 100,
        bands: vec![
            band(0, 35, true, "Stor risiko for belastning"),
            band(36, 50, true, "Risiko for belastning"),
            band(51, 100, false, "Ikke umiddelbart risiko for belastning"),
        ],
        change_counts_from: 10,
        points: vec![
            point(date(2015, 4, 20), Some(32)),
            point(date(2015, 6, 22), Some(40)),
            point(date(2015, 8, 20), Some(36)),
            point(date(2015, 9, 1), None),
            point(date(2015, 10, 21), Some(52)),
        ],
    }
}

pub(crate) fn citizen() -> CitizenPage {
    let by = || Some(name("Mette Lund"));
    let entry = |on, what| Entry { on, what, by: None, sealed: None };
    let contact = |kind, place, with, minutes| What::Contact {
        id: ContactId(Uuid::from_u128(0x51)),
        kind: Some(kind),
        place,
        with,
        minutes,
    };
    let read = |score| What::Readings {
        filled_by: Some(FilledBy::Together),
        instruments: vec![
            ReadInstrument { title: text("Stjerne", "Star"), score: None, choice: None, is_complete: true },
            ReadInstrument { title: text("WHO-5", "WHO-5"), score: Some(score), choice: None, is_complete: true },
            ReadInstrument {
                title: text("Formål", "Purpose"),
                score: None,
                choice: Some(text("Bedre livssituation", "Better life situation")),
                is_complete: true,
            },
        ],
    };
    let purpose = |on, key: &str, da: &str, en: &str| Purpose { on, key: key.to_owned(), text: text(da, en) };
    let goal = |number, area: Option<Text>, words, state| Goal {
        id: GoalId(id(number)),
        is_earlier: false,
        area,
        words,
        created_on: date(2015, 4, 24),
        state,
        since: date(2015, 9, 14),
    };
    let home = || Some(text("Stabil bolig", "Stable housing"));
    CitizenPage {
        id: citizen_id(),
        name: name("Lærke"),
        heed: Heed { address_protected: true, safe_contact: vec![SafeContact::NoSms] },
        day: today(),
        is_own: true,
        worker: by(),
        standing: Standing::Enrolled(span(date(2015, 4, 20), 2)),
        follow_up: Some(FollowUp { due: ahead(27), urgency: Urgency::Ahead, is_last: false, missing: Vec::new() }),
        next_step: Some(NextStep {
            id: StepId(Uuid::from_u128(0x57)),
            version: 1,
            text: name("Ringe til boligrådgiveren"),
            on: Some(ahead(1)),
            by: Some(Doer::Citizen),
        }),
        ahead: Some(Ahead { shift: Some((3, date(2015, 12, 20))), documentation: documentation() }),
        timeline: vec![
            Entry {
                by: by(),
                sealed: Some(SealedRef::ContactText(ContactId(id(20)))),
                ..entry(
                    date(2015, 11, 20),
                    contact(ContactKind::Meeting, Some(Place::Outside), Some(With::Citizen), Some(45)),
                )
            },
            Entry {
                by: by(),
                ..entry(date(2015, 11, 17), contact(ContactKind::Attempt, Some(Place::Telephone), None, None))
            },
            entry(
                date(2015, 11, 13),
                What::Referral {
                    partner: "Boligrådgivningen".to_owned(),
                    area: home(),
                    state: ReferralState::Received,
                },
            ),
            entry(date(2015, 10, 21), read(52)),
            entry(
                date(2015, 10, 16),
                contact(ContactKind::NetworkMeeting, Some(Place::Outside), Some(With::Network), Some(60)),
            ),
            entry(date(2015, 9, 14), What::GoalMoved { area: home(), to: GoalState::Reached }),
            entry(date(2015, 8, 20), What::PhaseShift { to: 2, focus: home().into_iter().collect() }),
            entry(date(2015, 8, 19), What::Mark { kind: MarkKind::FocusArea, phase: Some(1), area: home() }),
            entry(date(2015, 6, 22), read(40)),
            entry(date(2015, 4, 24), What::PlanMade { areas: vec![home(), None] }),
            entry(date(2015, 4, 20), What::Enrolled { filled_by: Some(FilledBy::Together), instruments: Vec::new() }),
            entry(date(2015, 4, 2), What::Assigned { worker: name("Mette Lund") }),
            entry(date(2015, 4, 2), What::ClarificationBegan),
            entry(date(2015, 3, 31), What::Enquiry { channel: Some(Channel::Network), referrer: None }),
        ],
        star: Some(star()),
        scores: vec![scores()],
        purposes: vec![
            purpose(date(2015, 4, 20), "exit", "At stoppe", "To stop"),
            purpose(date(2015, 8, 20), "bedre_livssituation", "Bedre livssituation", "Better life situation"),
            purpose(date(2015, 10, 21), "bedre_livssituation", "Bedre livssituation", "Better life situation"),
        ],
        goals: vec![
            goal(30, home(), Words::Shown(name("Jeg vil have et sted, hvor jeg kan låse min dør")), GoalState::Active),
            goal(31, None, Words::Sealed(SealedRef::GoalText(GoalId(id(31)))), GoalState::HandedOver),
            goal(32, Some(text("Overblik over økonomi", "Economic overview")), Words::None, GoalState::Reached),
        ],
    }
}

pub(super) fn in_clarification() -> CitizenPage {
    CitizenPage {
        standing: Standing::InClarification { since: ago(11) },
        follow_up: None,
        timeline: vec![Entry { on: ago(11), what: What::ClarificationBegan, by: None, sealed: None }],
        star: None,
        scores: Vec::new(),
        purposes: Vec::new(),
        goals: Vec::new(),
        ..citizen()
    }
}

pub(crate) fn figures() -> FiguresPage {
    let year = Period { from: date(2014, 12, 1), to: date(2015, 11, 30) };
    FiguresPage {
        programme: text("Indsats 2016", "Programme 2016"),
        funding: Period { from: date(2013, 4, 1), to: date(2016, 12, 31) },
        day: today(),
        today: today(),
        status: Status {
            enrolled: 16,
            in_clarification: 3,
            attached: 19,
            closed: 37,
            different_users: 56,
            left_in_clarification: 9,
            enquiry_only: 22,
        },
        caseload: Caseload {
            cap: 10,
            workers: vec![
                Load { id: UserId(id(41)), worker: name("Jonas Friis"), enrolled: 9, in_clarification: 2 },
                Load { id: UserId(id(40)), worker: name("Mette Lund"), enrolled: 7, in_clarification: 1 },
            ],
        },
        forecast: Some(Forecast {
            period: Period { from: date(2016, 1, 1), to: date(2016, 3, 31) },
            observed_period: year,
            observed: 24,
            observed_months: 12,
            average_a_month: 2.0,
            expected: 6.0,
            interval_80: (3, 10),
        }),
        situation: situation(),
        now: period::of(year, [2, 1, 3, 2, 2, 3, 1, 2, 2, 3, 2, 1]),
        other: None,
        shows_steps: true,
    }
}

/// The same page held against the year before, in which fewer were enrolled.
pub(crate) fn compared_figures() -> FiguresPage {
    let before = Period { from: date(2013, 12, 1), to: date(2014, 11, 30) };
    FiguresPage { other: Some(period::of(before, [1; 12])), ..figures() }
}

/// Fifty-three courses: what is assessed, and the services in contact.
fn situation() -> Situation {
    let counts = |name: &str| AreaLine {
        area: name.to_owned(),
        name: text(name, name),
        assessed: 30,
        under_way: 12,
        not_begun: 8,
        not_relevant: 3,
    };
    Situation {
        definition: "situation",
        as_of: today(),
        areas: vec![counts("Stabil bolig"), counts("Overblik over økonomien")],
        all_assessed: 11,
        services: vec![ServiceLine { service: Service::Doctor, before: 20, established: 9, reestablished: 4 }],
        newly_in_contact: 21,
        n: 53,
        missing: 2,
        missing_services: 5,
    }
}

pub(super) fn no_figures() -> FiguresPage {
    let mut page = figures();
    page.status = Status::default();
    page.now = period::empty(page.now.period);
    page.caseload.workers.clear();
    page.forecast = None;
    page
}

pub(crate) fn log() -> LogPage {
    let user = || Who::User { name: name("Mette Lund"), role: Role::Worker };
    let at = |hour, minute| today().and_hms_opt(hour, minute, 0).unwrap();
    let line = |number, at, event, relation| Line {
        number,
        at,
        who: user(),
        event,
        citizens: vec![(citizen_id(), name("Lærke"))],
        more_citizens: 0,
        relation,
    };
    let sealed =
        Event::SealedOpened { table: "contact".to_owned(), column: "text".to_owned(), row: id(20).to_string() };
    LogPage {
        ask: LogAsk::default(),
        chain: Chain { entries: 18_412, check: Check::Whole { at: at(6, 0) }, checkpoint_on: Some(date(2015, 11, 16)) },
        users: vec![(UserId(id(40)), name("Mette Lund"))],
        lines: vec![
            line(9, at(13, 58), Event::CitizenSeen, Relation::Own),
            line(8, at(13, 57), sealed, Relation::Stranger),
            Line {
                more_citizens: 4,
                ..line(7, at(11, 20), Event::CitizensListed { list: "mine".to_owned() }, Relation::Programme)
            },
            Line {
                citizens: Vec::new(),
                who: Who::Nobody,
                ..line(6, at(9, 2), Event::SignInRefused, Relation::NoCitizen)
            },
            Line {
                citizens: Vec::new(),
                who: Who::Operator("drift".to_owned()),
                ..line(5, at(8, 0), Event::RegisterImported { added: 1204, changed: 3 }, Relation::NoCitizen)
            },
        ],
        matching: 412,
        older: Some(5),
    }
}
