//! Programs read figures with a token: the same document as the command line's, as described, and for nobody else.

use std::sync::Arc;

use app::release;
use app::report::{ReportAsk, json, report};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use domain::code::{Addressee, ReleaseState, Role};
use domain::release::Asked;
use domain::report::Report;
use domain::token::{A_MINUTE, Wish};
use render::Locale;
use serde_json::{Value, json};
use testkit::team::{Team, both_demos};
use tower::ServiceExt;
use web::Site;

use crate::house::{Answer, House, PASSWORD};

/// Where the locked reports are.
const RELEASES: &str = "/api/v1/releases";

/// A demo's pages, and the tokens of a leader's and a consultant's program; one that was ended and one that is over.
struct Demo {
    team: Team,
    pages: axum::Router,
    leader: String,
    consultant: String,
    ended: String,
    over: String,
}

impl Demo {
    async fn on_both() -> Vec<Self> {
        let mut both = Vec::new();
        for team in both_demos().await {
            let amina = team.signs_in("amina").await;
            let now = amina.now;
            let pages = web::router(Site {
                app: team.app.clone(),
                clock: Arc::new(move || now),
                is_behind_tls: false,
                printer: None,
                mail: web::Mail::None,
            });
            let mut yesterday = amina.clone();
            yesterday.today = amina.today.pred_opt().unwrap();
            let leader = made(&team, &amina, Role::Leader, "Datavarehus").await;
            let consultant = made(&team, &amina, Role::Consultant, "Regneark").await;
            let over = made(&team, &yesterday, Role::Leader, "Gammelt").await;
            let ended = made(&team, &amina, Role::Leader, "Afsluttet").await;
            let page = app::token::page(&team.app, &amina).await.unwrap();
            let last = page.tokens.iter().find(|token| token.name == "Afsluttet").unwrap().id;
            app::token::end(&team.app, &amina, last, amina.form_key().unwrap()).await.unwrap();
            both.push(Self { team, pages, leader, consultant, ended, over });
        }
        both
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.pages.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    async fn get(&self, address: &str, token: &str) -> Answer {
        self.send(with_token(address, token)).await
    }
}

/// The token of a program, until today.
async fn made(team: &Team, cx: &app::Cx, role: Role, name: &str) -> String {
    let wish = Wish { name: name.to_owned(), role: Some(role), ends_on: Ok(cx.today) };
    app::token::make(&team.app, cx, wish, cx.form_key().unwrap()).await.unwrap().unwrap()
}

fn with_token(address: &str, token: &str) -> Request<Body> {
    Request::get(address).header("authorization", format!("Bearer {token}")).body(Body::empty()).unwrap()
}

fn validator(shape: &Value) -> jsonschema::Validator {
    jsonschema::options().should_validate_formats(true).build(shape).unwrap()
}

#[tokio::test]
async fn every_figure_of_the_demo_is_the_command_line_s_to_the_byte_and_has_the_shape_that_is_described() {
    for demo in Demo::on_both().await {
        let told = demo.get("/api/v1/openapi.json", &demo.leader).await;
        let document: Value = serde_json::from_str(&told.body).unwrap();
        assert!(told.body == web::api::description(Locale::Da), "{}", told.status);
        let shapes = &document["components"]["schemas"];
        let list = demo.get("/api/v1/reports", &demo.leader).await;
        let list: Value = serde_json::from_str(&list.body).unwrap();
        assert!(validator(&shapes["reports"]).is_valid(&list), "{list}");
        let names: Vec<_> = list["reports"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        let open: Vec<_> = Report::ALL.iter().filter(|one| !one.lists_persons()).map(|one| json!(one.name())).collect();
        assert_eq!(names, open);

        for name in Report::ALL.iter().copied().filter(|name| !name.lists_persons()) {
            let period = ReportAsk {
                from: Some("2015-01-01".parse().unwrap()),
                to: Some("2015-10-31".parse().unwrap()),
                ..ReportAsk::default()
            };
            let has_period = name.span() == domain::report::Span::Period;
            for (query, ask) in [("", ReportAsk::default()), ("?from=2015-01-01&to=2015-10-31", period)] {
                if !query.is_empty() && !has_period {
                    continue;
                }
                let address = format!("/api/v1/reports/{}{query}", name.name());
                let answer = demo.get(&address, &demo.leader).await;
                assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/json"));
                let printed = report(&demo.team.app, &demo.team.cx().await, name, ask).await.unwrap();
                assert_eq!(answer.body, json(&printed), "{address}");

                let shape = validator(&shapes[name.name()]);
                let figure: Value = serde_json::from_str(&answer.body).unwrap();
                let faults: Vec<_> = shape.iter_errors(&figure).map(|fault| fault.to_string()).collect();
                assert_eq!(faults, Vec::<String>::new(), "{address}");
                // The control: a name more, and each name less, is found.
                let mut more = figure.clone();
                more["added"] = json!(1);
                assert!(!shape.is_valid(&more), "{address}");
                for key in figure.as_object().unwrap().keys() {
                    let mut less = figure.clone();
                    less.as_object_mut().unwrap().remove(key);
                    assert!(!shape.is_valid(&less), "{address} without {key}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_locked_report_of_the_demo_is_the_command_line_s_as_described_and_its_file_the_same_to_the_byte() {
    for demo in Demo::on_both().await {
        let document: Value = serde_json::from_str(&web::api::description(Locale::Da)).unwrap();
        let shapes = &document["components"]["schemas"];
        let cx = demo.team.cx().await;
        let asked = || Asked {
            template: "status".to_owned(),
            addressee: Addressee::SteeringGroup,
            as_of: cx.today,
            from: "2014-12-01".parse().unwrap(),
            to: "2015-11-30".parse().unwrap(),
        };
        let proposes = async || {
            let how = (Locale::Da, None);
            release::propose(&demo.team.app, &cx, asked(), None, how, cx.form_key().unwrap()).await.unwrap()
        };
        let (id, amina) = (proposes().await, demo.team.signs_in("amina").await);
        let locks = (true, "");
        release::decide(&demo.team.app, &amina, (id, 1), locks, amina.form_key().unwrap()).await.unwrap();
        proposes().await;
        let page = release::overview(&demo.team.app, &cx).await.unwrap();
        let (locked, others): (Vec<_>, Vec<_>) =
            page.releases.iter().partition(|line| line.kept.says().state == ReleaseState::Locked);
        assert!(!locked.is_empty() && !others.is_empty(), "one is locked and one waits");
        for token in [&demo.leader, &demo.consultant] {
            let list: Value = serde_json::from_str(&demo.get(RELEASES, token).await.body).unwrap();
            assert!(validator(&shapes["releases"]).is_valid(&list), "{list}");
            assert_eq!(list, release::json::of_lines(locked.iter().copied()));
        }
        for line in &locked {
            let (id, address) = (line.kept.id, format!("{RELEASES}/{}", line.kept.id));
            let answer = demo.get(&address, &demo.leader).await;
            let shown: Value = serde_json::from_str(&answer.body).unwrap();
            let faults: Vec<_> =
                validator(&shapes["release"]).iter_errors(&shown).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, Vec::<String>::new(), "{address}");
            let one = release::one(&demo.team.app, &cx, id).await.unwrap();
            assert_eq!(shown, release::json::of_page(&one));
            assert!(
                shown["counts"].as_array().unwrap().iter().any(|one| one["count"].is_null()),
                "small ones are not told"
            );
            let file = format!("{address}/csv");
            let answer = demo.get(&file, &demo.leader).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "text/csv; charset=utf-8"));
            let (_, bytes) = release::file(&demo.team.app, &cx, id, "csv").await.unwrap();
            assert!(answer.body.as_bytes() == bytes, "{file}");
        }
        for line in &others {
            for address in [format!("{RELEASES}/{}", line.kept.id), format!("{RELEASES}/{}/csv", line.kept.id)] {
                assert_eq!(demo.get(&address, &demo.leader).await.status.as_u16(), 404, "{address}");
            }
        }
        for address in
            ["/api/v1/releases/1", "/api/v1/releases/0197d000-0000-7000-8000-000000000000", "/api/v1/releases/1/pdf"]
        {
            assert_eq!(demo.get(address, &demo.leader).await.status.as_u16(), 404, "{address}");
        }
        for (address, token, status) in
            [(RELEASES, "", 401), (RELEASES, demo.ended.as_str(), 401), ("/api/v1/releases?x=1", &demo.leader, 422)]
        {
            assert_eq!(demo.get(address, token).await.status.as_u16(), status, "{address}");
        }
    }
}

#[tokio::test]
async fn what_goes_wrong_is_told_to_a_program_as_a_problem_with_what_to_do() {
    for demo in Demo::on_both().await {
        let document: Value = serde_json::from_str(&web::api::description(Locale::En)).unwrap();
        let shape = validator(&document["components"]["schemas"]["problem"]);
        let status = "/api/v1/reports/status";
        let refused = "/api/v1/reports/intake?from=2015-06-01&to=2015-01-01";
        let mistyped = "/api/v1/reports/status?asof=2015-11-23&as_of=23.11.2015";
        let huge = format!("{status}?as_of=2015-11-23&{}", "x=1&".repeat(3000));
        for (address, token, expected, fields) in [
            (status, "", 401, vec![]),
            (status, "forkert", 401, vec![]),
            (status, demo.ended.as_str(), 401, vec![]),
            (status, demo.over.as_str(), 401, vec![]),
            ("/api/v1/reports/courses", demo.leader.as_str(), 403, vec![]),
            ("/api/v1/reports/wind-down", demo.leader.as_str(), 403, vec![]),
            ("/api/v1/reports/everything", demo.leader.as_str(), 404, vec![]),
            ("/api/v1/reports/%FF", demo.leader.as_str(), 404, vec![]),
            ("/api/v2", demo.leader.as_str(), 404, vec![]),
            ("/api", "forkert", 401, vec![]),
            (refused, demo.leader.as_str(), 422, vec!["to"]),
            (mistyped, demo.leader.as_str(), 422, vec!["asof", "as_of"]),
            ("/api/v1/reports/status?as_of=2015-11-24", demo.leader.as_str(), 422, vec!["as_of"]),
            ("/api/v1/reports/status?as_of=2013-03-31", demo.leader.as_str(), 422, vec!["as_of"]),
            ("/api/v1/reports/goals?from=2012-01-01&to=2013-03-31", demo.leader.as_str(), 422, vec!["to"]),
            ("/api/v1/reports/goals?from=2015-11-24&to=2016-03-31", demo.leader.as_str(), 422, vec!["from"]),
            ("/api/v1/reports/forecast?from=2016-01-01&to=2015-12-31", demo.leader.as_str(), 422, vec!["to"]),
            ("/api/v1/reports/intake?to=2015-01-31&to=2015-02-28", demo.leader.as_str(), 422, vec!["to"]),
            ("/api/v1/reports?as_of=2015-11-23", demo.leader.as_str(), 422, vec!["as_of"]),
            ("/api/v1/openapi.json?format=yaml", demo.leader.as_str(), 422, vec!["format"]),
            (&huge, demo.leader.as_str(), 414, vec![]),
        ] {
            let answer = demo.get(address, token).await;
            let address = address.get(..80).unwrap_or(address);
            assert_eq!(answer.status.as_u16(), expected, "{address}: {}", answer.body);
            assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(answer.header("set-cookie"), "");
            assert_eq!(answer.header("www-authenticate").starts_with("Bearer"), expected == 401, "{address}");
            let problem: Value = serde_json::from_str(&answer.body).unwrap();
            assert!(shape.is_valid(&problem), "{problem}");
            assert_eq!(problem["status"], expected);
            let told = |text: &Value| text.as_str().is_some_and(|text| text.len() > 1 && text.ends_with('.'));
            assert!(told(&problem["detail"]), "{address}: {problem}");
            let errors = problem["errors"].as_array().cloned().unwrap_or_default();
            assert!(errors.iter().all(|one| told(&one["detail"])), "{address}: {problem}");
            assert_eq!(errors.iter().map(|one| &one["field"]).collect::<Vec<_>>(), fields, "{address}");
        }
        let unknown = demo.get(status, "forkert").await.body;
        assert_eq!(demo.get(status, &demo.ended).await.body, unknown, "ended, over and none look alike");
        assert_eq!(demo.get(status, &demo.over).await.body, unknown);
        let ahead = demo.get("/api/v1/reports/forecast?from=2016-01-01&to=2016-03-31", &demo.leader).await;
        assert_eq!(ahead.status, 200, "a forecast is of days that have not been");
        let written = Request::post(status).header("authorization", format!("Bearer {}", demo.leader));
        let written = demo.send(written.body(Body::empty()).unwrap()).await;
        assert_eq!((written.status.as_u16(), written.header("allow")), (405, "GET,HEAD"));
        assert_eq!(written.header("content-type"), "application/problem+json");
        let english = Request::get(status).header("accept-language", "en").body(Body::empty()).unwrap();
        let english = demo.send(english).await;
        assert!(english.body.contains("No access") && english.header("content-language") == "en");
    }
}

#[tokio::test]
async fn a_program_that_asks_too_often_is_told_when_it_may_again() {
    for demo in Demo::on_both().await {
        for _ in 0..A_MINUTE {
            assert_eq!(demo.get("/api/v1/reports", &demo.leader).await.status, 200);
        }
        let answer = demo.get("/api/v1/reports", &demo.leader).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, "60"));
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(demo.get("/api/v1/reports", &demo.consultant).await.status, 200);
    }
}

/// A column of one of the demo's lists.
fn column<'a>(list: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (head, rows) = list.split_once('\n').unwrap();
    let at = head.split(';').position(|one| one == name).unwrap();
    rows.lines().filter_map(move |row| row.split(';').nth(at)).filter(|cell| !cell.is_empty())
}

/// Which of the words stand in a text, as words of their own.
fn found<'a>(words: &[&'a str], text: &str) -> Vec<&'a str> {
    let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let stands = |word: &&&str| {
        text.match_indices(**word).any(|(at, _)| {
            !is_inside(text[..at].chars().next_back()) && !is_inside(text[at + word.len()..].chars().next())
        })
    };
    words.iter().filter(stands).copied().collect()
}

#[tokio::test]
async fn no_answer_names_a_citizen_and_only_the_caseload_names_who_works_with_them() {
    let citizens = include_str!("../../../../demo/register/borgere.csv");
    let courses = include_str!("../../../../demo/register/forloeb.csv");
    let staff = include_str!("../../../../demo/register/medarbejdere.csv");
    let named = ["alias", "navn", "cpr", "telefon", "borger_id"].map(|name| column(citizens, name));
    let named: Vec<_> = named.into_iter().flatten().chain(column(courses, "forloeb_id")).collect();
    let workers: Vec<_> = column(staff, "navn").chain(column(staff, "brugernavn")).collect();
    let demo = Demo::on_both().await.remove(0);
    let rows = report(&demo.team.app, &demo.team.cx().await, Report::Courses, ReportAsk::default()).await.unwrap();
    assert!(found(&named, &json(&rows)).len() > 50, "the control: a report that lists citizens is seen to");
    for token in [&demo.leader, &demo.consultant] {
        let names = Report::ALL.iter().map(|name| name.name());
        let asked = names
            .flat_map(|name| ["", "?as_of=2015-03-01", "?from=x&to=B02"].map(|ask| format!("reports/{name}{ask}")));
        for path in asked.chain(["reports".to_owned(), "openapi.json".to_owned(), "Svale".to_owned()]) {
            let answer = demo.get(&format!("/api/v1/{path}"), token).await;
            let whole = format!("{}\n{:?}", answer.body, answer.headers);
            assert_eq!(found(&named, &whole), Vec::<&str>::new(), "{path}");
            let is_caseload = path.starts_with("reports/caseload") && answer.status == 200;
            assert_eq!(found(&workers, &whole).is_empty(), !is_caseload, "{path}: {whole}");
        }
    }
}

#[tokio::test]
async fn a_program_reads_what_somebody_with_its_role_takes_from_the_page_of_figures() {
    let house = House::on("2015-11-23").await.registered().await;
    let coordinator = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    for role in [Role::Leader, Role::Consultant] {
        let program = lets_in(&house, &coordinator, role).await;
        let person = house.sign_in(role.code(), PASSWORD).await.unwrap();
        let list = house.send(with_token("/api/v1/reports", &program)).await.body;
        let list: Value = serde_json::from_str(&list).unwrap();
        let listed: Vec<_> = list["reports"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        for name in Report::ALL.iter().map(|report| report.name()) {
            let page = house.get(&format!("/noegletal/fil/{name}.csv"), Some(&person)).await.status;
            let read = house.send(with_token(&format!("/api/v1/reports/{name}"), &program)).await.status;
            assert_eq!(read, page, "{role} and {name}");
            assert_eq!(listed.contains(&json!(name)), read == 200, "{role} and {name}");
        }
    }
}

const HERE: &str = "/opsaetning/programmer";

fn hidden(page: &str, name: &str) -> String {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Lets a program in on the page; what it has to send.
async fn lets_in(house: &House, session: &str, role: Role) -> String {
    let page = house.get(HERE, Some(session)).await.body;
    let (token, key) = (hidden(&page, "token"), hidden(&page, "noegle"));
    let form = format!("token={token}&noegle={key}&navn=Datavarehus&rolle={}&slut=31.12.2015", role.code());
    let made = house.post(HERE, Some(session), &form).await;
    assert_eq!(made.status, 200, "{}", made.body);
    assert_eq!(house.post(HERE, Some(session), &form).await.header("location"), "/opsaetning/programmer?gemt=vist");
    let secret = made.body.split("id=\"noegle-vist\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    secret.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_program_is_let_in_and_ended_on_the_page_and_its_key_is_shown_once() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    let page = house.get(HERE, Some(&session)).await.body;
    assert!(page.contains("Ingen programmer har adgang"));
    let wrong = format!("token={}&noegle={}&navn=&slut=1.1.2018", hidden(&page, "token"), hidden(&page, "noegle"));
    let wrong = house.post(HERE, Some(&session), &wrong).await;
    assert_eq!(wrong.status, 422);
    for field in ["navn-fejl", "rolle-fejl", "slut-fejl"] {
        assert!(wrong.body.contains(&format!("id=\"{field}\"")), "{field}");
    }
    let secret = lets_in(&house, &session, Role::Leader).await;
    assert_eq!(house.send(with_token("/api/v1/reports/status", &secret)).await.status, 200);
    let page = house.get(HERE, Some(&session)).await.body;
    assert!(!page.contains(&secret) && page.contains("<bdi>Datavarehus</bdi>") && page.contains("23.11."));
    let log = house.get("/log", Some(&session)).await.body;
    assert!(log.contains("Programmet Datavarehus") && log.contains("Hentede nøgletal") && !log.contains(&secret));

    let end = page.split("<form action=\"/opsaetning/programmer/").nth(1).unwrap().split('"').next().unwrap();
    let key = page.split(&format!("/{end}\"")).nth(1).unwrap();
    let form = format!("token={}&noegle={}", hidden(key, "token"), hidden(key, "noegle"));
    let ended = house.post(&format!("{HERE}/{end}"), Some(&session), &form).await;
    assert_eq!(ended.header("location"), "/opsaetning/programmer?gemt=slut");
    assert_eq!(house.send(with_token("/api/v1/reports/status", &secret)).await.status, 401);
    assert!(house.get(HERE, Some(&session)).await.body.contains("Afsluttet"));
}

#[tokio::test]
async fn neither_a_person_s_session_nor_another_programme_s_token_reads_the_programme_s_figures() {
    let house = House::on("2015-11-23").await.registered().await;
    let session = house.sign_in("projektkoordinator", PASSWORD).await.unwrap();
    for address in ["/api/v1/reports", "/api/v1/reports/status", "/api/v1/openapi.json", "/api/v1/x", "/api"] {
        assert_eq!(house.get(address, Some(&session)).await.status, 401, "{address}");
    }
    for role in Role::ALL.iter().filter(|role| **role != Role::Coordinator) {
        let other = house.sign_in(role.code(), PASSWORD).await.unwrap();
        assert_eq!(house.get(HERE, Some(&other)).await.status, 403, "{role}");
    }
    let first = lets_in(&house, &session, Role::Leader).await;
    house.opens_second("projektkoordinator").await;
    let choices = house.get("/indsats", Some(&session)).await.body;
    let other = choices.split("name=\"indsats\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("token={}&indsats={other}", hidden(&choices, "token"));
    assert_eq!(house.post("/indsats", Some(&session), &form).await.header("location"), "/");
    let page = house.get(HERE, Some(&session)).await.body;
    assert!(!page.contains("Datavarehus"), "the first programme's program is not listed in the second");
    let second = lets_in(&house, &session, Role::Leader).await;
    let mut seen = Vec::new();
    for secret in [first, second] {
        let answer = house.send(with_token("/api/v1/reports/status", &secret)).await;
        seen.push(serde_json::from_str::<Value>(&answer.body).unwrap()["n"].as_u64().unwrap());
    }
    assert!(seen[0] > 0 && seen[1] == 0, "{seen:?}");
}
