//! A team with the open program: its programme, its register, its people signed in.

use app::import::{ImportFault, Imported, import};
use app::setup::{NewAccount, Operator, add_user, keep_programme, make_organisation};
use app::sign_in::Session;
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
        let account = NewAccount { user_name: user_name.to_owned(), name: None, role, password: Some(password()) };
        add_user(&self.app, &self.cx().await, account).await.expect("an account")
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
