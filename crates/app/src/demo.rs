//! The demo: the programme `exit-2016` on its fixed day, with invented people.
//!
//! The people are a register (`demo/register`), imported by the ordinary import: what a team does on its first day. What no
//! register has (`demo/plan`: actions, handovers and offers; assessments, networks, consents and files; talks and phases looked back
//! on; a deputy and a block; an exception and what a coordinator asks for; `demo/indsats`: the effort's own papers; `demo/partner`:
//! partners' people, agreements and what one of them referred) is written through the use cases, as the people who would write it.

mod around;
mod course;
mod desk;
mod hand;
mod partner;
mod plan;
mod record;
mod report;
mod setup;
mod team;

use chrono::NaiveDate;
use domain::code::Role;
use domain::personal::Personal;
use register::Source;
use render::document::Printer;

use crate::import::{ImportFault, Imported, import};
use crate::setup::{NewAccount, Operator, add_user, keep_programme, make_organisation};
use crate::{App, Cx, Error, Result};

/// The programme's file and its text.
pub const PROGRAMME: (&str, &str) = ("exit-2016.toml", include_str!("../../../programmes/exit-2016.toml"));

/// The day on which the demo stands still.
pub const DAY: NaiveDate = match NaiveDate::from_ymd_opt(2015, 11, 23) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

macro_rules! lists {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_bytes!(concat!("../../../demo/register/", $name)).as_slice())),+]
    };
}

/// The register's files.
const REGISTER: [(&str, &[u8]); 11] = lists!(
    "begivenheder.csv",
    "borgere.csv",
    "forloeb.csv",
    "henvendelser.csv",
    "henvisninger.csv",
    "kontakter.csv",
    "maal.csv",
    "maalinger.csv",
    "medarbejdere.csv",
    "opfoelgninger.csv",
    "skridt.csv",
);

/// Who signs in: user name, name, role. The first worker with a filled list comes first.
pub const PEOPLE: [(&str, &str, Role); 6] = [
    ("mette", "Mette Lund", Role::Worker),
    ("jonas", "Jonas Friis", Role::Worker),
    ("amina", "Amina Yildiz", Role::Coordinator),
    ("karen", "Karen Holt", Role::Consultant),
    ("reden", "Lone Berg", Role::Partner),
    ("admin", "Anne Krogh", Role::Administrator),
];

/// Fills an empty store with the demo: organisation, programme, register, accounts with one password.
///
/// # Errors
///
/// As the use cases that it calls.
pub async fn fill(app: &App, operator: &Operator, password: &Personal<String>) -> Result<Imported> {
    let (imported, _) = fill_all(app, operator, password).await?;
    Ok(imported)
}

/// As [`fill`], and with a locked report, whose PDF the printer sets.
///
/// # Errors
///
/// As the use cases that it calls.
pub async fn fill_with_report(
    app: &App,
    operator: &Operator,
    password: &Personal<String>,
    printer: Option<Printer>,
) -> Result<()> {
    let (_, (cx, people)) = fill_all(app, operator, password).await?;
    report::lock(&hand::Hand::new(app, &cx, people).await?, printer).await
}

type People = Vec<(&'static str, domain::id::UserId, Role)>;

async fn fill_all(app: &App, operator: &Operator, password: &Personal<String>) -> Result<(Imported, (Cx, People))> {
    make_organisation(app, operator, "Københavnergruppen").await?;
    keep_programme(app, operator, PROGRAMME.0, &setup::first_rules()).await?;
    let cx = app.operator_cx(operator, "exit-2016", render::Locale::Da).await?;
    let files = REGISTER.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let imported = match import(app, &cx, &Source::Folder(files), false, &mut |_| {}).await {
        Ok(imported) => imported,
        Err(ImportFault::Other(fault)) => return Err(fault),
        Err(ImportFault::Register(fault)) => return Err(Error::Refused(fault.to_string())),
    };
    let mut people = Vec::new();
    for (user_name, name, role) in PEOPLE {
        let account = NewAccount {
            user_name: user_name.to_owned(),
            name: Some(Personal::new(name.to_owned())),
            role,
            partner: (role == Role::Partner).then(|| partner::SIGNED_IN.0.to_owned()),
            password: Some(password.clone()),
        };
        people.push((user_name, add_user(app, &cx, account).await?, role));
    }
    let hand = hand::Hand::new(app, &cx, people.clone()).await?;
    plan::fill(&hand).await?;
    around::fill(&hand).await?;
    course::fill(&hand).await?;
    team::fill(&hand).await?;
    record::fill(&hand).await?;
    partner::fill(&hand).await?;
    desk::fill(&hand).await?;
    setup::fill(&hand).await?;
    report::fill(&hand).await?;
    drop(hand);
    Ok((imported, (cx, people)))
}
