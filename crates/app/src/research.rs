//! *Forskning*: packages for researchers (M30), who got them, and who has to be taken out again.
//!
//! What a package may tell is decided in `domain/src/research.rs`; the files are written in `render/src/research.rs`.

mod files;
mod known;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use domain::access::{Action, Grant};
use domain::event::Event;
use domain::id::{CitizenId, UserId};
use domain::paper::Faults;
use domain::personal::Personal;
use domain::refusal::{Code, Refusal, Typed};
use domain::research::{NEEDED, package, ready};
use render::document::Printer;
use store::Reader;
use store::research::{NewPackage, PackageRow, PersonRow};
use uuid::Uuid;

pub use self::files::{File, unpacked};
use self::files::{files, packed};
use self::known::{Asked, Known};
use crate::once::{Begun, Once, begin, begin_change};
use crate::paper::{look, programme_key};
use crate::people::some;
use crate::sealing::Cell;
use crate::view::research::{Given, ResearchPage};
use crate::{App, Cx, Error, Result, printing};

/// What is said of a package that is to be made.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Who gets it.
    pub recipient: Personal<String>,
    /// What for.
    pub purpose: Personal<String>,
    /// The day it is of; today where none is named.
    pub as_of: Typed<Option<NaiveDate>>,
}

/// The page, logged before it is given.
///
/// # Errors
///
/// [`Error::Denied`].
pub async fn page(app: &App, cx: &Cx) -> Result<ResearchPage> {
    let grant = cx.may_at_all(Action::KeepResearch)?;
    let known = Known::load(app, cx, &grant).await?;
    let page = ResearchPage {
        today: cx.today,
        agreed: ready(&known.facts(cx), cx.today),
        needed: NEEDED,
        packages: given(app, cx, &grant, &known.asked).await?,
    };
    look(app, cx, &grant, "research").await?;
    Ok(page)
}

/// How many persons have to be taken out of packages, and nobody was told yet; it names nobody.
pub(crate) async fn waiting(app: &App, cx: &Cx) -> Result<Option<usize>> {
    let Ok(grant) = cx.may_at_all(Action::KeepResearch) else { return Ok(None) };
    to_tell(cx, &mut app.store().read(&grant).await?).await.map(Some)
}

/// The same for whoever may know the number.
pub(crate) async fn to_tell(cx: &Cx, reader: &mut Reader) -> Result<usize> {
    let persons = reader.research_persons(cx.programme_id).await?;
    let open: Vec<CitizenId> =
        persons.iter().filter(|row| row.told_on.is_none()).map(|row| CitizenId(row.citizen)).collect();
    if open.is_empty() {
        return Ok(0);
    }
    Ok(Asked::over(reader, cx).await?.recalled(&open, cx).len())
}

/// Makes a package and keeps who got it and who is in it. Gives its id.
///
/// # Errors
///
/// Every refusal at once: nobody named, no purpose, a day to come, too few persons (R19). [`Error::Denied`].
pub async fn make(app: &App, cx: &Cx, wish: &Wish, printer: Option<Printer>, once: Once) -> Result<Uuid> {
    let grant = cx.may_at_all(Action::KeepResearch)?;
    let mut faults = Faults::default();
    faults.line("modtager", wish.recipient.reveal()).text("formaal", wish.purpose.reveal());
    faults.refuse(wish.purpose.reveal().trim().is_empty(), "formaal", Code::Missing);
    let as_of = match wish.as_of {
        Ok(day) => day.unwrap_or(cx.today),
        Err(code) => {
            faults.refuse(true, "dag", code);
            cx.today
        }
    };
    faults.refuse(as_of > cx.today, "dag", Code::InTheFuture);
    let known = Known::load(app, cx, &grant).await?;
    let made = package(&known.facts(cx), as_of);
    let refusal = made.as_ref().err().map(|why| Refusal::new("", why.code()));
    faults.0.extend(refusal);
    let (Ok(mut package), true) = (made, faults.0.is_empty()) else { return Err(Error::Refusals(faults.0)) };
    let pseudonyms = package.rows.iter().map(|_| pseudonym()).collect::<Result<Vec<_>>>()?;
    package.name(pseudonyms);
    let persons: Vec<(CitizenId, String)> = package.rows.iter().map(|row| (row.citizen, row.person.clone())).collect();
    let (agreed, suppressed) = (package.agreed, package.suppressed);
    let (title, locale, instruments) = (cx.programme.title.clone(), cx.locale, app.instruments().of(&cx.programme));
    let zip = printing::made(move || packed(&files(&package, &title, &instruments, locale, printer)?)).await??;
    let id = cx.new_id()?;
    let (keys, subject) = programme_key(app, cx, &grant).await?;
    let sealed = |column, words: &Personal<String>| {
        Ok::<_, Error>(keys.seal(subject, cell(column, id), Some(words.reveal().trim()))?.unwrap_or_default())
    };
    let new = NewPackage {
        id,
        as_of,
        agreed: number(agreed),
        suppressed: number(suppressed),
        hash: hex(&vault::digest(&zip)),
        recipient: sealed("recipient", &wish.recipient)?,
        purpose: sealed("purpose", &wish.purpose)?,
        file: keys.seal_bytes(subject, cell("file", id), &zip)?,
        persons,
    };
    let mut work = match begin(app, cx, grant, once, Some(id)).await? {
        Begun::Fresh(work) => work,
        Begun::Before(made) => return Ok(made),
    };
    work.add_research_package(cx.programme_id, &new, cx.now).await?;
    let event = Event::ResearchMade { package: id, persons: new.persons.len() as u64 };
    let citizens = new.persons.iter().map(|(citizen, _)| *citizen).collect();
    work.commit(cx.entry(event, citizens), cx.now).await?;
    Ok(id)
}

/// The file of a package, logged before it is given.
///
/// # Errors
///
/// [`Error::NotFound`]; [`Code::PackageRecalled`] where somebody in it has taken their yes back since.
pub async fn fetch(app: &App, cx: &Cx, id: Uuid) -> Result<Personal<Vec<u8>>> {
    let grant = cx.may_at_all(Action::KeepResearch)?;
    let asked = Asked::load(app, cx, &grant).await?;
    let packages = given(app, cx, &grant, &asked).await?;
    let package = packages.iter().find(|package| package.id == id).ok_or(Error::NotFound)?;
    if !package.can_be_fetched() {
        return Err(Refusal::new("", Code::PackageRecalled).into());
    }
    let file = app.store().read(&grant).await?.research_file(cx.programme_id, id).await?;
    let (_, sealed) = file.ok_or(Error::NotFound)?;
    let (keys, subject) = programme_key(app, cx, &grant).await?;
    let bytes = keys.open_bytes(subject, cell("file", id), &sealed)?.ok_or(Error::NotFound)?;
    app.store().look(&grant, cx.entry(Event::ResearchFetched { package: id }, Vec::new()), cx.now).await?;
    Ok(Personal::new(bytes))
}

/// Notes that the recipient of a package has been told today to take out everybody who has to be.
///
/// # Errors
///
/// [`Error::NotFound`]; [`Code::NothingRecalled`]; [`Error::Stale`] where it was noted meanwhile.
pub async fn tell(app: &App, cx: &Cx, id: Uuid, once: Once) -> Result<()> {
    let grant = cx.may_at_all(Action::KeepResearch)?;
    let asked = Asked::load(app, cx, &grant).await?;
    let mut rows = app.store().read(&grant).await?.research_persons(cx.programme_id).await?;
    rows.retain(|row| row.package == id);
    if rows.is_empty() {
        return Err(Error::NotFound);
    }
    rows.retain(|row| row.told_on.is_none());
    let all: Vec<CitizenId> = rows.iter().map(|row| CitizenId(row.citizen)).collect();
    let out = asked.recalled(&all, cx);
    let Some(mut work) = begin_change(app, cx, grant, once).await? else { return Ok(()) };
    if out.is_empty() {
        return Err(Refusal::new("", Code::NothingRecalled).into());
    }
    for row in rows.iter().filter(|row| out.contains(&CitizenId(row.citizen))) {
        work.tell_recipient(cx.programme_id, row, cx.today, cx.now).await?;
    }
    let event = Event::ResearchRecalled { package: id, persons: out.len() as u64 };
    Ok(work.commit(cx.entry(event, out), cx.now).await?)
}

async fn given(app: &App, cx: &Cx, grant: &Grant, asked: &Asked) -> Result<Vec<Given>> {
    let mut reader = app.store().read(grant).await?;
    let rows = reader.research_packages(cx.programme_id).await?;
    let mut persons: HashMap<Uuid, Vec<PersonRow>> = HashMap::new();
    for row in reader.research_persons(cx.programme_id).await? {
        persons.entry(row.package).or_default().push(row);
    }
    let makers = rows.iter().filter_map(|row| row.by.parse().ok().map(UserId));
    let names = some(app, &mut reader, cx, makers).await?;
    drop(reader);
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (keys, subject) = programme_key(app, cx, grant).await?;
    let none = Vec::new();
    let one = |row: PackageRow| {
        let of = persons.get(&row.id).unwrap_or(&none);
        let waiting: BTreeMap<CitizenId, &str> = of
            .iter()
            .filter(|person| person.told_on.is_none())
            .map(|person| (CitizenId(person.citizen), person.pseudonym.as_str()))
            .collect();
        let all: Vec<CitizenId> = waiting.keys().copied().collect();
        let out = asked.recalled(&all, cx);
        let mut pseudonyms: Vec<String> =
            out.iter().filter_map(|citizen| waiting.get(citizen)).map(|name| (*name).to_owned()).collect();
        pseudonyms.sort_unstable();
        let told: Vec<NaiveDate> = of.iter().filter_map(|person| person.told_on).collect();
        let opened = |column, sealed: &[u8]| {
            Ok::<_, Error>(keys.open(subject, cell(column, row.id), Some(sealed))?.unwrap_or_default())
        };
        let maker = row.by.parse().ok().map(UserId);
        Ok(Given {
            id: row.id,
            as_of: row.as_of,
            at: cx.local(row.at),
            by: maker.and_then(|user| names.get(&user).cloned()).unwrap_or_default(),
            recipient: opened("recipient", &row.recipient)?,
            purpose: opened("purpose", &row.purpose)?,
            persons: u64::try_from(row.persons).unwrap_or(0),
            suppressed: u64::try_from(row.suppressed).unwrap_or(0),
            hash: row.hash.clone(),
            recalled: pseudonyms,
            told: told.iter().max().map(|last| (told.len(), *last)),
        })
    };
    rows.into_iter().map(one).collect()
}

const fn cell(column: &'static str, id: Uuid) -> Cell {
    Cell { table: "research_package", column, row: id, version: 1 }
}

/// A pseudonym of this package and no other: chance, from which nothing leads anywhere.
fn pseudonym() -> Result<String> {
    let bytes: [u8; 12] = vault::bytes().map_err(store::Error::from)?;
    Ok(format!("p{}", hex(&bytes)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
