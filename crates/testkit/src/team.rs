//! A team with the open program: its programme, its register, its people signed in.

use app::import::{ImportFault, Imported, import};
use app::offer::{PartnerWish, keep_partner};
use app::setup::{NewAccount, Operator, add_user, keep_programme, make_organisation, users};
use app::sign_in::Session;
use app::view::offer::OfferAsk;
use app::{App, Cx, demo};
use chrono::{DateTime, NaiveDate, Utc};
use domain::code::Role;
use domain::id::UserId;
use domain::personal::Personal;
use register::Source;
use render::Locale;

use crate::clock;
use crate::database::{Database, Opened, both_databases};
use crate::register::Lists;

/// The partner of somebody who is added as a partner's person.
pub const PARTNER: &str = "Huset";
/// The coordinator who keeps the partners.
const KEEPER: &str = "tilsyn";
/// Everybody's password.
pub const PASSWORD: &str = "fire ord på en række";

/// The open program over a database, and who runs its commands.
#[derive(Debug)]
pub struct Team {
    /// The program.
    pub app: App,
    /// Its database.
    pub database: Database,
    /// Who runs the commands, and the moment.
    pub operator: Operator,
}

/// A team on each database, with the demo's programme and day, and nobody in it yet.
pub async fn both_teams() -> Vec<Team> {
    let mut both = Vec::new();
    for opened in both_databases().await {
        both.push(Team::new(opened).await);
    }
    both
}

/// A team on each database with the demo.
pub async fn both_demos() -> Vec<Team> {
    let mut both = Vec::new();
    for opened in both_databases().await {
        let team = Team::over(opened);
        demo::fill(&team.app, &team.operator, &password()).await.expect("the demo is filled");
        both.push(team);
    }
    both
}

/// Everybody's password, as it is typed.
pub fn password() -> Personal<String> {
    Personal::new(PASSWORD.to_owned())
}

impl Team {
    /// A team with the demo's programme, on the demo's day.
    pub async fn new(opened: Opened) -> Self {
        let team = Self::over(opened);
        make_organisation(&team.app, &team.operator, "Københavnergruppen").await.expect("an organisation");
        team.keeps(demo::PROGRAMME.1).await;
        team
    }

    fn over(opened: Opened) -> Self {
        let Opened { store, database } = opened;
        let app = App::new(store, Some(demo::DAY)).expect("the instruments are whole");
        Self { app, database, operator: Operator { name: "root".to_owned(), now: clock::now() } }
    }

    /// Adds a programme.
    pub async fn keeps(&self, toml: &str) {
        keep_programme(&self.app, &self.operator, "programme.toml", toml).await.expect("a programme");
    }

    /// The command line's context in the demo's programme.
    pub async fn cx(&self) -> Cx {
        self.cx_in("exit-2016").await
    }

    /// The command line's context in a programme.
    pub async fn cx_in(&self, programme: &str) -> Cx {
        self.app.operator_cx(&self.operator, programme, Locale::Da).await.expect("the programme is there")
    }

    /// Imports a register that has no fault.
    pub async fn imports(&self, lists: &Lists) -> Imported {
        self.tries(&lists.source(), false).await.expect("a register without fault")
    }

    /// Tries to import a register.
    ///
    /// # Errors
    ///
    /// Those of the import.
    pub async fn tries(&self, source: &Source, dry_run: bool) -> Result<Imported, ImportFault> {
        import(&self.app, &self.cx().await, source, dry_run, &mut |_| {}).await
    }

    /// Adds somebody with a role and the password.
    pub async fn adds(&self, user_name: &str, role: Role) -> UserId {
        let partner = match role {
            Role::Partner => Some(self.has_partner(PARTNER).await),
            _ => None,
        };
        self.adds_account(user_name, role, partner).await
    }

    /// Adds somebody who signs in for a partner, which is made where it is not there.
    pub async fn adds_for(&self, user_name: &str, partner: &str) -> UserId {
        let partner = Some(self.has_partner(partner).await);
        self.adds_account(user_name, Role::Partner, partner).await
    }

    async fn adds_account(&self, user_name: &str, role: Role, partner: Option<String>) -> UserId {
        let (user_name, password) = (user_name.to_owned(), Some(password()));
        let account = NewAccount { user_name, name: None, role, partner, password };
        add_user(&self.app, &self.cx().await, account).await.expect("an account")
    }

    /// The name of a partner that is there, made by a coordinator of its own where it was not.
    async fn has_partner(&self, name: &str) -> String {
        let accounts = users(&self.app, &self.operator).await.expect("the accounts");
        if !accounts.iter().any(|account| account.user_name == KEEPER) {
            self.adds_account(KEEPER, Role::Coordinator, None).await;
        }
        let keeper = self.signs_in(KEEPER).await;
        let page = app::offer::page(&self.app, &keeper, OfferAsk::default()).await.expect("the offers");
        if !page.partners.iter().any(|line| line.name == name) {
            let wish = PartnerWish { name: name.to_owned(), short_name: String::new() };
            let once = keeper.form_key().expect("a key");
            keep_partner(&self.app, &keeper, None, &wish, once).await.expect("a partner");
        }
        name.to_owned()
    }

    /// Signs somebody in and gives the cookie.
    pub async fn cookie(&self, user_name: &str) -> String {
        let signed_in = self.app.sign_in(self.operator.now, user_name, password(), Locale::Da).await;
        signed_in.expect("the store answers").expect("the sign-in is not refused").cookie
    }

    /// Signs somebody in.
    pub async fn signs_in(&self, user_name: &str) -> Cx {
        let cookie = self.cookie(user_name).await;
        self.session(&cookie, self.operator.now).await.expect("a session").0
    }

    /// The session of a cookie at a moment.
    pub async fn session(&self, cookie: &str, now: DateTime<Utc>) -> Option<(Cx, Session)> {
        self.app.cx(now, cookie).await.expect("the store answers")
    }

    /// Closes the program; the database stays.
    pub async fn closes(self) -> Database {
        self.app.close().await;
        self.database
    }
}

/// A day, from its ISO form.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day such as 2015-11-23")
}
