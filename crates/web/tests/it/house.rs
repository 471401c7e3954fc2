//! A house with a person of each role, and somebody at its door.

use std::sync::Arc;

use app::report::{ReportAsk, report};
use app::setup::{NewAccount, Operator, add_user, keep_programme, make_organisation};
use app::{App, Cx};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use chrono::{DateTime, NaiveDate, Utc};
use domain::code::Role;
use domain::personal::Personal;
use domain::report::Report;
use testkit::clock;
use testkit::database::{Opened, sqlite};
use testkit::register::Lists;
use tower::ServiceExt;
use web::Site;

/// The password of everybody in the house.
pub(crate) const PASSWORD: &str = "en lang og god adgangskode";

/// The pages over a store with one programme.
pub(crate) struct House {
    pages: Router,
    app: App,
    now: DateTime<Utc>,
    /// The store's place lives as long as the house.
    _place: Arc<testkit::database::Database>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: String,
}

impl House {
    /// A house with one person of each role; the user name is the role's code.
    pub(crate) async fn new() -> Self {
        Self::at(clock::now()).await
    }

    /// The same on a named day, for a test that asserts about days.
    pub(crate) async fn on(day: &str) -> Self {
        Self::at(nine_in_the_morning(day)).await
    }

    async fn at(now: DateTime<Utc>) -> Self {
        Self::opened(now, Some(now.date_naive())).await
    }

    /// A house opened on a day whose days go by, for a story that takes its time: see [`House::on_day`].
    pub(crate) async fn through(day: &str) -> Self {
        Self::opened(nine_in_the_morning(day), None).await
    }

    async fn opened(now: DateTime<Utc>, fixed_day: Option<NaiveDate>) -> Self {
        let Opened { store, database } = sqlite().await;
        let app = App::new(store, fixed_day).unwrap();
        let operator = Operator { name: "drift".to_owned(), now };
        make_organisation(&app, &operator, "Hjemløseenheden").await.unwrap();
        let file = include_str!("../../../../programmes/exit-2016.toml");
        keep_programme(&app, &operator, "exit-2016.toml", file).await.unwrap();
        let cx = app.operator_cx(&operator, "exit-2016", render::Locale::Da).await.unwrap();
        for role in Role::ALL.iter().filter(|role| **role != Role::Partner) {
            let account = NewAccount {
                user_name: role.code().to_owned(),
                name: Some(Personal::new("Mette Lund".to_owned())),
                role: *role,
                partner: None,
                password: Some(Personal::new(PASSWORD.to_owned())),
            };
            add_user(&app, &cx, account).await.unwrap();
        }
        partner(&app, &cx, "samarbejdspartner", PARTNER).await;
        let pages = web::router(Site {
            app: app.clone(),
            clock: Arc::new(move || now),
            is_behind_tls: false,
            printer: Some(press::PRINTER),
            mail: web::Mail::Sent,
        });
        Self { pages, app, now, _place: Arc::new(database) }
    }

    /// The pages over a team that is there.
    pub(crate) fn over(team: testkit::team::Team) -> Self {
        let now = team.operator.now;
        let pages = web::router(Site {
            app: team.app.clone(),
            clock: Arc::new(move || now),
            is_behind_tls: false,
            printer: Some(press::PRINTER),
            mail: web::Mail::Sent,
        });
        Self { pages, app: team.app, now, _place: Arc::new(team.database) }
    }

    /// This house with the people of the small register: Ask and Birk are Mette's, Carla is Jonas's; both can sign in.
    pub(crate) async fn registered(self) -> Self {
        self.with_citizens().await;
        for user_name in ["mette", "jonas"] {
            self.adds(user_name, Role::Worker).await;
        }
        self
    }

    /// Imports the small register: Ask and Birk are Mette's, Carla is Jonas's; gives each citizen's id by alias.
    pub(crate) async fn with_citizens(&self) -> std::collections::HashMap<String, String> {
        self.imports(&testkit::register::small()).await;
        let session = self.sign_in("projektkoordinator", PASSWORD).await.unwrap();
        let list = self.get("/borgere", Some(&session)).await.body;
        let rows = list.split("<a class=\"who\" href=\"/borger/").skip(1);
        let named = rows.map(|row| {
            let (id, rest) = row.split_once('"').unwrap();
            let name = rest.split_once("<bdi>").unwrap().1.split_once("</bdi>").unwrap().0;
            (name.to_owned(), id.to_owned())
        });
        named.collect()
    }

    /// The command line, about to do something.
    async fn cx(&self) -> Cx {
        let operator = Operator { name: "drift".to_owned(), now: self.now };
        self.app.operator_cx(&operator, "exit-2016", render::Locale::Da).await.unwrap()
    }

    /// Imports a register.
    pub(crate) async fn imports(&self, lists: &Lists) {
        app::import::import(&self.app, &self.cx().await, &lists.source(), false, &mut |_| {}).await.unwrap();
    }

    /// A figure as the command line prints it in JSON.
    pub(crate) async fn figure(&self, name: Report, ask: ReportAsk) -> serde_json::Value {
        let figure = report(&self.app, &self.cx().await, name, ask).await.unwrap();
        serde_json::to_value(figure).unwrap()
    }

    /// Adds another person with a role.
    pub(crate) async fn adds(&self, user_name: &str, role: Role) -> String {
        let cx = self.cx().await;
        let password = Some(Personal::new(PASSWORD.to_owned()));
        let account = NewAccount { user_name: user_name.to_owned(), name: None, role, partner: None, password };
        add_user(&self.app, &cx, account).await.unwrap().to_string()
    }

    /// Adds somebody who signs in for a partner, which is made where it is not there.
    pub(crate) async fn adds_for(&self, user_name: &str, name: &str) {
        partner(&self.app, &self.cx().await, user_name, name).await;
    }

    /// Makes a second programme, in which the person with this user name is coordinator.
    pub(crate) async fn opens_second(&self, user_name: &str) {
        let operator = Operator { name: "drift".to_owned(), now: self.now };
        let file = include_str!("../../../../programmes/exit-2016.toml");
        let file = file.replacen("exit-2016", "efter-2016", 1).replacen("Indsats 2016", "Indsats 2017", 1);
        keep_programme(&self.app, &operator, "efter-2016.toml", &file).await.unwrap();
        let cx = self.app.operator_cx(&operator, "efter-2016", render::Locale::Da).await.unwrap();
        let once = cx.form_key().unwrap();
        let from = Ok("2013-04-01".parse().unwrap());
        app::staff::join(&self.app, &cx, user_name, Some(Role::Coordinator), from, once).await.unwrap();
    }

    /// The same house, later.
    pub(crate) fn later(&self, by: chrono::TimeDelta) -> Self {
        self.when(self.now + by)
    }

    /// The same house on another day; its pages take it for today where the house is one that days go by in.
    pub(crate) fn on_day(&self, day: &str) -> Self {
        self.when(nine_in_the_morning(day))
    }

    fn when(&self, now: DateTime<Utc>) -> Self {
        let site = Site {
            app: self.app.clone(),
            clock: Arc::new(move || now),
            is_behind_tls: false,
            printer: Some(press::PRINTER),
            mail: web::Mail::Sent,
        };
        Self { pages: web::router(site), app: self.app.clone(), now, _place: Arc::clone(&self._place) }
    }

    /// Sends a request.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer: Response<Body> = self.pages.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// A file, as it is.
    pub(crate) async fn file(&self, address: &str, session: &str) -> Vec<u8> {
        let request = Request::get(address).header(header::COOKIE, session).body(Body::empty()).unwrap();
        let answer = self.pages.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{address}");
        to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()
    }

    /// Asks for a page, with a session or without.
    pub(crate) async fn get(&self, address: &str, session: Option<&str>) -> Answer {
        let mut request = Request::get(address);
        if let Some(session) = session {
            request = request.header(header::COOKIE, session);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as a page of ours does.
    pub(crate) async fn post(&self, address: &str, session: Option<&str>, form: &str) -> Answer {
        let mut request = Request::post(address)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(session) = session {
            request = request.header(header::COOKIE, session);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Signs in; the cookie as a browser sends it back.
    pub(crate) async fn sign_in(&self, user_name: &str, password: &str) -> Option<String> {
        let form = format!("brugernavn={user_name}&adgangskode={}", password.replace(' ', "+"));
        let answer = self.post("/log-ind", None, &form).await;
        let cookie = answer.headers.get(header::SET_COOKIE)?.to_str().unwrap();
        Some(cookie.split(';').next().unwrap().to_owned())
    }
}

impl Answer {
    /// A header as text; empty where it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn nine_in_the_morning(day: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap();
    day.and_hms_opt(9, 0, 0).unwrap().and_utc()
}

/// The partner of the house's partner account.
pub(crate) const PARTNER: &str = "Huset";

/// Somebody who signs in for a partner; the coordinator makes the partner where it is not there.
async fn partner(app: &App, operator: &Cx, user_name: &str, name: &str) {
    let password = || Personal::new(PASSWORD.to_owned());
    let signed_in = app.sign_in(operator.now, Role::Coordinator.code(), password(), render::Locale::Da).await;
    let cookie = signed_in.unwrap().unwrap().cookie;
    let (coordinator, _) = app.cx(operator.now, &cookie).await.unwrap().unwrap();
    let page = app::offer::page(app, &coordinator, app::view::offer::OfferAsk::default()).await.unwrap();
    if !page.partners.iter().any(|line| line.name == name) {
        let wish = app::offer::PartnerWish { name: name.to_owned(), short_name: String::new() };
        app::offer::keep_partner(app, &coordinator, None, &wish, coordinator.form_key().unwrap()).await.unwrap();
    }
    let account = NewAccount {
        user_name: user_name.to_owned(),
        name: Some(Personal::new("Tove Skou".to_owned())),
        role: Role::Partner,
        partner: Some(name.to_owned()),
        password: Some(password()),
    };
    add_user(app, operator, account).await.unwrap();
}
