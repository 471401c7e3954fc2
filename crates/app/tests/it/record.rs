//! The effort's own papers: who may keep and read them, what is refused, what comes of pressing twice and of two at once.

use app::continuation;
use app::knowledge::{self, NoteWish};
use app::meeting::{self, Agenda, DecisionWish, Minutes, Noted};
use app::paper::{self, Said};
use app::report::ReportAsk;
use app::view::figures::FiguresAsk;
use app::{Cx, Error, effort, organisation, timeplan};
use domain::code::{Afterwards, AgendaKind, Audience, DecisionState, GroupKind, HandingKind, HandingState, Role};
use domain::continuation::{Activity, Handing};
use domain::knowledge::heed::Kind;
use domain::knowledge::{Anchoring, Note, Sharing};
use domain::meeting::{Decision, Item, Meeting};
use domain::organisation::{Group, Outsider, Seat};
use domain::paper::Who;
use domain::refusal::Code;
use domain::report::Report;
use domain::timeplan::Line;
use testkit::register::small;
use testkit::team::{Team, both_teams, day};
use uuid::Uuid;

use crate::block::{me, once};
use crate::common::figure;

async fn staffed(team: &Team) -> (Cx, Cx, Cx) {
    team.imports(&small()).await;
    team.adds("amina", Role::Coordinator).await;
    team.adds("leder", Role::Leader).await;
    team.adds("karen", Role::Consultant).await;
    for worker in ["mette", "jonas"] {
        team.adds(worker, Role::Worker).await;
    }
    (team.signs_in("amina").await, team.signs_in("mette").await, team.signs_in("jonas").await)
}

fn codes<T>(answer: Result<T, Error>) -> Vec<(&'static str, Code)> {
    match answer {
        Err(Error::Refusals(all)) => all.into_iter().map(|one| (one.field, one.code)).collect(),
        Err(Error::Refusal(one)) => vec![(one.field, one.code)],
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was not refused"),
    }
}

fn line(title: &str, from: &str, to: Option<&str>) -> Line {
    Line {
        title: title.to_owned(),
        words: String::new(),
        from: day(from),
        to: to.map(day),
        happened_from: None,
        happened_to: None,
    }
}

#[tokio::test]
async fn a_line_is_kept_changed_and_ended_with_its_history_and_pressed_twice_it_is_one() {
    for team in both_teams().await {
        let (amina, mette, _) = staffed(&team).await;
        let app = &team.app;
        let course = line("Kursus", "2016-01-11", Some("2016-03-18"));
        let id = paper::keep(app, &amina, None, &course, Said::default(), once(1)).await.unwrap();
        assert_eq!(paper::keep(app, &amina, None, &course, Said::default(), once(1)).await.unwrap(), id);
        assert_eq!(team.database.last_logged().await.event, "fact_recorded");
        assert_eq!(timeplan::page(app, &mette).await.unwrap().lines.len(), 1, "the team sees it, once");

        let later = line("Kursus", "2016-01-18", Some("2016-03-18"));
        let said = || Said { reason: "Lokalet", ..Said::default() };
        paper::keep(app, &amina, Some((id, 1)), &later, said(), once(2)).await.unwrap();
        let stale = paper::keep(app, &amina, Some((id, 1)), &course, said(), once(3)).await;
        assert!(matches!(stale, Err(Error::Stale)), "{stale:?}");
        let wrong = line(" ", "2016-03-18", Some("2016-01-11"));
        let refused = codes(paper::keep(app, &amina, Some((id, 2)), &wrong, said(), once(4)).await);
        assert_eq!(refused, [("titel", Code::Missing), ("til", Code::EndsBeforeItBegins)]);

        let ends = paper::end::<Line>(app, &amina, (id, 2), true, " ", once(5)).await;
        assert_eq!(codes(ends), [("grund", Code::ReasonNeeded)]);
        paper::end::<Line>(app, &amina, (id, 2), true, "Aflyst", once(6)).await.unwrap();
        paper::end::<Line>(app, &amina, (id, 2), true, "Aflyst", once(6)).await.unwrap();
        let page = timeplan::page(app, &amina).await.unwrap();
        assert_eq!((page.lines.len(), page.ended.len()), (0, 1));
        let past = paper::history::<Line>(app, &mette, id).await.unwrap();
        let told: Vec<_> =
            past.iter().map(|one| (one.kept.version, one.kept.is_ended, one.kept.reason.reveal().as_str())).collect();
        assert_eq!(told, [(3, true, "Aflyst"), (2, false, "Lokalet"), (1, false, "")]);
        assert_eq!(past[0].by.reveal(), "amina");

        let denied = paper::keep(app, &mette, None, &course, Said::default(), once(7)).await;
        assert!(matches!(denied, Err(Error::Denied)));
    }
}

#[tokio::test]
async fn the_programme_s_own_days_are_proposed_once() {
    for team in both_teams().await {
        let (amina, mette, _) = staffed(&team).await;
        let app = &team.app;
        let left = timeplan::page(app, &amina).await.unwrap().proposed;
        assert!(left > 4, "{left}");
        assert!(matches!(timeplan::propose(app, &mette, once(1)).await, Err(Error::Denied)));
        timeplan::propose(app, &amina, once(1)).await.unwrap();
        timeplan::propose(app, &amina, once(2)).await.unwrap();
        let page = timeplan::page(app, &amina).await.unwrap();
        assert_eq!((page.lines.len(), page.proposed), (left, 0));
    }
}

#[tokio::test]
async fn who_may_not_see_the_papers_is_denied_and_a_consultant_gets_figures_and_no_word() {
    for team in both_teams().await {
        let (amina, mette, _) = staffed(&team).await;
        let app = &team.app;
        for role in [Role::Partner, Role::Dpo, Role::Researcher, Role::Administrator] {
            team.adds(role.code(), role).await;
            let cx = team.signs_in(role.code()).await;
            assert!(matches!(timeplan::page(app, &cx).await, Err(Error::Denied)), "{role}");
            assert!(matches!(organisation::page(app, &cx).await, Err(Error::Denied)), "{role}");
            assert!(matches!(meeting::list(app, &cx).await, Err(Error::Denied)), "{role}");
            assert!(matches!(knowledge::page(app, &cx).await, Err(Error::Denied)), "{role}");
            assert!(matches!(continuation::page(app, &cx).await, Err(Error::Denied)), "{role}");
            assert!(matches!(effort::page(app, &cx).await, Err(Error::Denied)), "{role}");
        }
        let id = a_meeting(&team, &amina, "2015-11-23", 10).await;
        let minutes = Minutes { items: vec!["Hemmeligt ord".to_owned(); 2], ..Minutes::default() };
        meeting::keep_minutes(app, &amina, (id, 1), &minutes, once(20)).await.unwrap();
        let (karen, leder) = (team.signs_in("karen").await, team.signs_in("leder").await);
        for cx in [&mette, &leder] {
            let page = meeting::page(app, cx, id).await.unwrap();
            assert!(page.may_read && !page.may_keep);
            assert_eq!(page.meeting.says().items[1].minutes, "Hemmeligt ord");
        }
        let page = meeting::page(app, &karen, id).await.unwrap();
        assert_eq!((page.meeting.says().items.len(), page.figures.len()), (1, 1), "the item of words is not there");
        assert!(page.meeting.says().items.iter().all(|item| item.minutes.is_empty() && item.title.is_empty()));
        assert!(!page.may_read && page.decisions.is_empty() && page.present.is_empty());
        assert!(matches!(meeting::printed(app, &karen, id).await, Err(Error::Denied)));
        assert!(matches!(timeplan::page(app, &karen).await, Err(Error::Denied)));
        assert!(!effort::page(app, &karen).await.unwrap().may_read);
        assert!(matches!(meeting::approve(app, &leder, (id, 2), once(21)).await, Err(Error::Denied)));
    }
}

/// A meeting of a new group, about the status and one thing more.
async fn a_meeting(team: &Team, amina: &Cx, on: &str, first: u128) -> Uuid {
    let group = Group { name: "Styregruppen".to_owned(), kind: GroupKind::Steering, words: String::new() };
    let group = paper::keep(&team.app, amina, None, &group, Said::default(), once(first)).await.unwrap();
    held(team, amina, (group, on), first + 1).await
}

fn item(kind: AgendaKind, title: &str) -> Item {
    Item { kind, title: title.to_owned(), words: String::new(), minutes: String::new() }
}

async fn held(team: &Team, amina: &Cx, at: (Uuid, &str), key: u128) -> Uuid {
    with_items(team, amina, at, vec![item(AgendaKind::Status, ""), item(AgendaKind::Words, "Budget")], key).await
}

async fn with_items(team: &Team, amina: &Cx, (group, on): (Uuid, &str), items: Vec<Item>, key: u128) -> Uuid {
    let meeting = Meeting {
        group,
        on: day(on),
        at: String::new(),
        place: String::new(),
        items,
        present: Vec::new(),
        others: String::new(),
        figures: Vec::new(),
        approved: None,
    };
    let agenda = Agenda { meeting, places: Vec::new() };
    meeting::keep_agenda(&team.app, amina, None, &agenda, Said::default(), once(key)).await.unwrap()
}

#[tokio::test]
async fn a_meeting_expects_what_the_figures_page_expects_of_the_same_day() {
    for team in both_teams().await {
        let (amina, ..) = staffed(&team).await;
        let first = a_meeting(&team, &amina, "2015-11-09", 10).await;
        let group = meeting::page(&team.app, &amina, first).await.unwrap().meeting.says().group;
        let items = vec![item(AgendaKind::Forecast, "")];
        let second = with_items(&team, &amina, (group, "2015-11-09"), items, 20).await;
        let page = meeting::page(&team.app, &amina, second).await.unwrap();
        let told = page.figures.iter().find(|figure| figure.kind == AgendaKind::Forecast).unwrap();
        let told = |key: &str| told.numbers.iter().find(|number| number.key == key).unwrap().value;
        let ask = FiguresAsk { day: Some(day("2015-11-09")), ..FiguresAsk::default() };
        let shown = app::figures::page(&team.app, &amina, ask).await.unwrap().forecast.unwrap();
        assert_eq!((told("average_a_month"), told("expected")), (Some(shown.average_a_month), Some(shown.expected)));
        let ends = [shown.interval_80.0, shown.interval_80.1].map(|end| Some(end as f64));
        assert_eq!([told("low"), told("high")], ends);
    }
}

#[tokio::test]
async fn a_meeting_keeps_its_figures_its_minutes_are_locked_and_its_decision_comes_back_until_done() {
    for team in both_teams().await {
        let (amina, ..) = staffed(&team).await;
        let app = &team.app;
        let first = a_meeting(&team, &amina, "2015-11-09", 10).await;
        let group = meeting::page(app, &amina, first).await.unwrap().meeting.says().group;
        let seat =
            Seat { group, who: Who::User(me(&amina)), function: String::new(), from: day("2015-01-01"), to: None };
        paper::keep(app, &amina, None, &seat, Said::default(), once(12)).await.unwrap();
        assert_eq!(meeting::page(app, &amina, first).await.unwrap().members.len(), 1);

        let minutes = Minutes { items: vec![String::new(), "Drøftet".to_owned()], ..Minutes::default() };
        meeting::keep_minutes(app, &amina, (first, 1), &minutes, once(13)).await.unwrap();
        meeting::keep_minutes(app, &amina, (first, 1), &minutes, once(13)).await.unwrap();
        let page = meeting::page(app, &amina, first).await.unwrap();
        assert_eq!((page.meeting.version, page.is_frozen, page.figures[0].as_of), (2, true, day("2015-11-09")));
        let enrolled = page.figures[0].numbers[0].value;
        let now = figure(&team, Report::Status, ReportAsk::default()).await;
        assert_ne!(enrolled, now["enrolled"].as_f64(), "Ask was enrolled the day after");

        let wish = |who| DecisionWish { words: "Lav en plan".to_owned(), who, due: Ok(day("2015-11-16")) };
        let nobody = meeting::decide(app, &amina, first, &wish(None), once(14)).await;
        assert_eq!(codes(nobody), [("hvem", Code::WhoNeeded)]);
        let no_day = DecisionWish { due: Err(Code::NoSuchDay), ..wish(Some(Who::User(me(&amina)))) };
        assert_eq!(codes(meeting::decide(app, &amina, first, &no_day, once(15)).await), [("senest", Code::NoSuchDay)]);
        let made = meeting::decide(app, &amina, first, &wish(Some(Who::User(me(&amina)))), once(16)).await.unwrap();

        meeting::approve(app, &amina, (first, 2), once(17)).await.unwrap();
        meeting::approve(app, &amina, (first, 2), once(17)).await.unwrap();
        let late = meeting::decide(app, &amina, first, &wish(Some(Who::User(me(&amina)))), once(30)).await;
        assert_eq!(codes(late), [("", Code::MinutesApproved)]);
        let mut other = paper::one::<Decision>(app, &amina, made).await.unwrap().says().clone();
        other.due = day("2015-11-30");
        let quiet = paper::keep(app, &amina, Some((made, 1)), &other, Said::default(), once(31)).await;
        assert_eq!(codes(quiet), [("grund", Code::ReasonNeeded)], "it stands in approved minutes");
        let silent = meeting::keep_minutes(app, &amina, (first, 3), &minutes, once(18)).await;
        assert_eq!(codes(silent), [("grund", Code::ReasonNeeded)]);
        let why = Minutes { reason: "Et tal var galt".to_owned(), ..minutes.clone() };
        meeting::keep_minutes(app, &amina, (first, 3), &why, once(19)).await.unwrap();
        let page = meeting::page(app, &amina, first).await.unwrap();
        assert!(page.meeting.says().approved.is_some(), "it stays approved");
        assert_eq!(page.meeting.reason.reveal(), "Et tal var galt");
        let off = meeting::reopen(app, &amina, (first, 4), true, "x", once(20)).await;
        assert_eq!(codes(off), [("", Code::MinutesApproved)]);

        let next = held(&team, &amina, (group, "2015-11-23"), 21).await;
        let last = held(&team, &amina, (group, "2016-01-18"), 22).await;
        let comes =
            |page: &app::view::meeting::MeetingPage| page.coming_up.iter().map(|one| one.kept.id).collect::<Vec<_>>();
        assert_eq!(comes(&meeting::page(app, &amina, next).await.unwrap()), [made]);
        let early = meeting::keep_minutes(app, &amina, (last, 1), &minutes, once(23)).await;
        assert_eq!(codes(early), [("", Code::MeetingAhead)]);
        let noted = |state| Minutes {
            noted: vec![Noted { decision: made, state: Some(state), words: String::new() }],
            ..minutes.clone()
        };
        meeting::keep_minutes(app, &amina, (next, 1), &noted(DecisionState::GoingOn), once(24)).await.unwrap();
        assert_eq!(comes(&meeting::page(app, &amina, last).await.unwrap()), [made]);
        assert_eq!(meeting::list(app, &amina).await.unwrap().open.len(), 1);
        meeting::keep_minutes(app, &amina, (next, 2), &noted(DecisionState::Done), once(25)).await.unwrap();
        assert_eq!(comes(&meeting::page(app, &amina, last).await.unwrap()), Vec::<Uuid>::new());
        assert_eq!(meeting::list(app, &amina).await.unwrap().open.len(), 0);
    }
}

#[tokio::test]
async fn what_was_said_of_an_item_goes_with_it_when_the_agenda_is_changed() {
    for team in both_teams().await {
        let (amina, ..) = staffed(&team).await;
        let app = &team.app;
        let id = a_meeting(&team, &amina, "2015-11-23", 10).await;
        let minutes = Minutes { items: vec!["Om tal".to_owned(), "Om budget".to_owned()], ..Minutes::default() };
        meeting::keep_minutes(app, &amina, (id, 1), &minutes, once(12)).await.unwrap();
        let page = meeting::page(app, &amina, id).await.unwrap();
        let mut changed = page.meeting.says().clone();
        changed.items.remove(0);
        let agenda = Agenda { meeting: changed, places: vec![1] };
        meeting::keep_agenda(app, &amina, Some((id, 2)), &agenda, Said::default(), once(13)).await.unwrap();
        let page = meeting::page(app, &amina, id).await.unwrap();
        assert_eq!(page.meeting.says().items[0].minutes, "Om budget");
    }
}

#[tokio::test]
async fn somebody_from_outside_is_sealed_as_that_person_s_own_and_nobody_unknown_is_named() {
    for team in both_teams().await {
        let (amina, mette, _) = staffed(&team).await;
        let app = &team.app;
        let outsider = Outsider { name: "Birgitte Skov".to_owned(), place: "Rådhuset".to_owned() };
        let id = paper::keep(app, &amina, None, &outsider, Said::default(), once(1)).await.unwrap();
        let people = paper::people(app, &amina).await.unwrap();
        assert_eq!(people.called(Who::Outsider(id)).reveal(), "Birgitte Skov");
        let group = Group { name: "Følgegruppen".to_owned(), kind: GroupKind::FollowUp, words: String::new() };
        let group = paper::keep(app, &amina, None, &group, Said::default(), once(2)).await.unwrap();
        let seat = |group, who| Seat { group, who, function: String::new(), from: day("2015-01-01"), to: None };
        let nobody = seat(Uuid::from_u128(9), Who::Outsider(Uuid::from_u128(8)));
        let refused = paper::keep(app, &amina, None, &nobody, Said::default(), once(3)).await;
        assert_eq!(codes(refused), [("gruppe", Code::ChoiceNeeded), ("hvem", Code::WhoNeeded)]);
        let theirs = seat(group, Who::Outsider(id));
        paper::keep(app, &amina, None, &theirs, Said::default(), once(4)).await.unwrap();
        let page = organisation::page(app, &mette).await.unwrap();
        assert_eq!(page.groups[0].1[0].name.reveal(), "Birgitte Skov");
        assert_eq!(team.database.last_logged().await.event, "papers_seen", "names were shown");
        // The person's key gone, the name is gone, and the place in the group stays.
        let gone = match team.database.kind {
            testkit::database::Kind::Sqlite => {
                format!("DELETE FROM keystore.subject_key WHERE subject_id = x'{}'", id.simple())
            }
            testkit::database::Kind::Postgres => format!("DELETE FROM keystore.subject_key WHERE subject_id = '{id}'"),
        };
        team.database.tamper(&gone).await.unwrap();
        assert_eq!(organisation::page(app, &mette).await.unwrap().groups[0].1[0].name.reveal(), "–");
    }
}

fn note(words: &str) -> NoteWish {
    NoteWish {
        title: "Fast tid".to_owned(),
        topic: "Kontakt".to_owned(),
        audiences: vec![Audience::Staff],
        words: words.to_owned(),
        ..NoteWish::default()
    }
}

#[tokio::test]
async fn a_note_with_a_number_or_a_citizen_s_name_is_refused_and_a_colleague_s_name_is_not() {
    for team in both_teams().await {
        let (_, mette, _) = staffed(&team).await;
        let app = &team.app;
        for (words, code) in [
            ("Hendes nummer er 010285-1234.", Code::HoldsCpr),
            ("Ring til 20 30 40 50.", Code::HoldsPhone),
            ("Da Ask flyttede, hjalp vi.", Code::HoldsName),
            ("Signe fik hjælp.", Code::HoldsName),
            ("Alt om Østergaards sag er Østergaard.", Code::HoldsName),
        ] {
            let refused = codes(knowledge::keep_note(app, &mette, None, &note(words), once(1)).await);
            assert_eq!(refused, [("tekst", code)], "{words}");
        }
        let logged = team.database.last_logged().await;
        assert_eq!(logged.event, "names_tried", "whoever tries names is seen to");
        knowledge::keep_note(app, &mette, None, &note("Mette viste os en fast tid."), once(2)).await.unwrap();
        let denied =
            knowledge::keep_note(app, &team.signs_in("leder").await, None, &note("En fast tid."), once(3)).await;
        assert!(matches!(denied, Err(Error::Denied)));
    }
}

#[tokio::test]
async fn softer_warnings_are_confirmed_with_a_reason_given_to_just_these() {
    for team in both_teams().await {
        let (_, mette, _) = staffed(&team).await;
        let app = &team.app;
        let mut wish = note("Den eneste, der kom, fik et sted at bo.");
        let checked = knowledge::check(app, &mette, &wish.texts()).await.unwrap();
        let kinds: Vec<Kind> = checked.heeded.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [Kind::OnlyOne, Kind::NameLike], "Bo is a citizen's name, bo a word");
        assert_eq!(checked.heeded[0].passage.reveal().1, "Den eneste");
        wish.reason = "Ingen kan kende det".to_owned();
        let unseen = codes(knowledge::keep_note(app, &mette, None, &wish, once(1)).await);
        assert_eq!(unseen, [("grund", Code::HoldsMore)], "a reason without having seen them");
        wish.seal = checked.seal;
        wish.words.push_str(" Tre kvinder kom.");
        let other = codes(knowledge::keep_note(app, &mette, None, &wish, once(2)).await);
        assert_eq!(other, [("grund", Code::HoldsMore)], "a reason given to others");
        wish.seal = knowledge::check(app, &mette, &wish.texts()).await.unwrap().seal;
        let id = knowledge::keep_note(app, &mette, None, &wish, once(3)).await.unwrap();
        let kept = knowledge::note(app, &mette, id).await.unwrap();
        assert_eq!(kept.kept.says().confirmed, "Ingen kan kende det");
    }
}

#[tokio::test]
async fn a_description_that_fits_fewer_than_five_of_the_citizens_is_warned_of() {
    for team in both_teams().await {
        let (_, mette, _) = staffed(&team).await;
        let app = &team.app;
        let kinds = |words: &'static str| {
            let mette = mette.clone();
            async move {
                let checked = knowledge::check(app, &mette, &[("tekst", words)]).await.unwrap();
                checked.heeded.into_iter().map(|one| one.kind).collect::<Vec<_>>()
            }
        };
        // Of the women, one is in phase 1 and nobody in phase 2.
        assert_eq!(kinds("En kvinde i fase 1 fik hjælp.").await, [Kind::Fits]);
        assert_eq!(kinds("En kvinde i fase 2 fik hjælp.").await, []);
        assert_eq!(kinds("Kvinder har brug for ro.").await, [], "one fact describes nobody");
    }
}

#[tokio::test]
async fn a_note_is_shared_only_after_a_colleague_has_read_it_and_a_change_is_read_anew() {
    for team in both_teams().await {
        let (amina, mette, jonas) = staffed(&team).await;
        let app = &team.app;
        let id = knowledge::keep_note(app, &mette, None, &note("En fast tid virker."), once(1)).await.unwrap();
        let sharing = Sharing {
            note: id,
            audience: Audience::Social,
            to: "Personalemødet".to_owned(),
            on: day("2015-11-20"),
            came: String::new(),
        };
        let early = paper::keep(app, &jonas, None, &sharing, Said::default(), once(2)).await;
        assert_eq!(codes(early), [("viden", Code::NotReviewed)]);
        assert_eq!(codes(knowledge::review(app, &mette, (id, 1), once(3)).await), [("", Code::OwnNote)]);
        let mut changed = note("En fast tid hver uge virker.");
        changed.title = "Fast tid hver uge".to_owned();
        knowledge::keep_note(app, &mette, Some((id, 1)), &changed, once(4)).await.unwrap();
        let old = knowledge::review(app, &jonas, (id, 1), once(5)).await;
        assert!(matches!(old, Err(Error::Stale)), "jonas read what stood there before");
        knowledge::review(app, &jonas, (id, 2), once(6)).await.unwrap();
        knowledge::review(app, &jonas, (id, 2), once(6)).await.unwrap();
        paper::keep(app, &jonas, None, &sharing, Said::default(), once(7)).await.unwrap();
        assert_eq!(knowledge::collection(app, &amina).await.unwrap().topics.len(), 1);
        let stale = knowledge::keep_note(app, &mette, Some((id, 2)), &changed, once(8)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        knowledge::keep_note(app, &mette, Some((id, 3)), &changed, once(9)).await.unwrap();
        let line = knowledge::note(app, &jonas, id).await.unwrap();
        assert!(line.kept.says().reviewed.is_none() && line.may_review && line.shared.len() == 1);
        assert!(knowledge::collection(app, &amina).await.unwrap().topics.is_empty(), "not read anew");
        let past = paper::history::<Note>(app, &jonas, id).await.unwrap();
        assert_eq!(past.len(), 4);
        let plan = Anchoring {
            what: "Fast tid".to_owned(),
            audience: Audience::Social,
            to: "Enheden".to_owned(),
            due: day("2015-11-20"),
            done_on: None,
            note: Some(id),
        };
        paper::keep(app, &amina, None, &plan, Said::default(), once(10)).await.unwrap();
        assert_eq!(effort::page(app, &mette).await.unwrap().late_anchoring, 1);
    }
}

#[tokio::test]
async fn continuation_refuses_what_needs_money_and_the_report_tells_the_rest() {
    for team in both_teams().await {
        let (amina, ..) = staffed(&team).await;
        let app = &team.app;
        let activity = |title: &str, needs_money| Activity {
            title: title.to_owned(),
            afterwards: Afterwards::CarriedOn,
            by: "Hjemløseenheden".to_owned(),
            why: "Det virker".to_owned(),
            needs_money,
        };
        let dear = paper::keep(app, &amina, None, &activity("Aften", Some(true)), Said::default(), once(1)).await;
        assert_eq!(codes(dear), [("penge", Code::NeedsMoney)]);
        let good = activity("Fast tid", Some(false));
        paper::keep(app, &amina, None, &good, Said::default(), once(2)).await.unwrap();
        let handing = Handing {
            kind: HandingKind::Citizens,
            title: "Åbne forløb".to_owned(),
            state: HandingState::NotBegun,
            by: "Teamet".to_owned(),
            to: String::new(),
            due: day("2015-11-01"),
            done_on: None,
        };
        let id = paper::keep(app, &amina, None, &handing, Said::default(), once(3)).await.unwrap();
        let told = figure(&team, Report::Continuation, ReportAsk::default()).await;
        assert_eq!((&told["carried_on"], &told["overdue"], &told["missing"]), (&1.into(), &1.into(), &1.into()));
        assert_eq!(told["citizens_attached"], 3);
        assert_eq!(told["activities"][0]["activity"], "Fast tid");
        paper::end::<Handing>(app, &amina, (id, 1), true, "Skrevet to gange", once(4)).await.unwrap();
        let told = figure(&team, Report::Continuation, ReportAsk::default()).await;
        assert_eq!(told["n"], 1);
        assert_eq!(continuation::page(app, &amina).await.unwrap().ended.1.len(), 1);
    }
}
