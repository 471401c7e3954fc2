//! Who is behind a number of *Nøgletal*: everybody who counts in it, and for how much.
//!
//! No figure says a second time whom it counts. Each person's part of a number is what the figure's own function makes of that person's facts alone,
//! so the parts add up to the number, or one of the two is wrong. A worker's caseload is a set of persons already, and its figure their number.

use chrono::NaiveDate;
use domain::access::Action;
use domain::caseload::caseloads;
use domain::disclosure::Figures;
use domain::event::Event;
use domain::facts::Enquiry;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Period;
use domain::report::caseload::{self, Key};
use domain::report::forecast::project_year;
use domain::report::{Figure, Report, periods};

use crate::people::{Names, members};
use crate::report::{Known, Who};
use crate::sight::Sight;
use crate::view::figures::{Behind, BehindRow, FiguresAsk};
use crate::wind_down::caller;
use crate::{App, Cx, Error, Result};

/// Rows that are shown.
const ROWS: usize = 500;

/// Who is behind a number, named by the key that disclosure control knows it by (`status.enrolled 2015-11-23`), or by a caseload's own [`Key`]. Logged with everybody who is named, before it is given.
///
/// # Errors
///
/// [`Error::Denied`]; [`Error::Refusals`] for days that [`periods::check`] refuses; [`Error::NotFound`] where there is no such number.
pub async fn behind(app: &App, cx: &Cx, ask: FiguresAsk, number: &str) -> Result<Behind> {
    let grant = cx.may_at_all(Action::SeeRows)?;
    let day = ask.day.unwrap_or(cx.today);
    let usual = project_year(day);
    let period = Period { from: ask.from.unwrap_or(usual.from), to: ask.to.unwrap_or(usual.to) };
    let refusals = periods::check(day, period, cx.programme.funding, cx.today);
    if !refusals.is_empty() {
        return Err(refusals.into());
    }
    let report = number.split_once('.').and_then(|(report, _)| Report::named(report)).ok_or(Error::NotFound)?;
    let mut lines = app.store().read_programme(&grant).await?;
    // A goal's and a contact's course tell whose they are; a referral's too.
    let read: &[Report] = match report {
        Report::Goals => &[Report::Goals, Report::Effort],
        Report::Referrals => &[Report::Referrals, Report::Situation],
        _ => &[report],
    };
    let known = Known::load(app, cx, &mut lines, read).await?;
    let sight = Sight::of(&mut lines.one, cx).await?;
    let found = match Key::parse(number).filter(|key| key.day == day) {
        Some(key) => Found::of_caseload(app, cx, key, &known, (&sight, &members(app, &mut lines.one, cx).await?))?,
        None => Found::of(app, cx, (report, day, period), known, (&sight, number))?,
    };
    let seen: Vec<CitizenId> = found.persons.iter().map(|(citizen, _)| *citizen).collect();
    let names = caller(app, cx, &mut lines.one, &seen).await?;
    drop((lines, sight));
    let page = found.named(&names, (day, period), number);
    drop(names);
    let event = Event::CitizensListed { list: "figure".to_owned() };
    app.store().look(&grant, cx.entry(event, seen), cx.now).await?;
    Ok(page)
}

/// Who was found behind a number.
struct Found {
    figure: Figure,
    worker: Option<Personal<String>>,
    total: u32,
    persons: Vec<(CitizenId, u32)>,
    unknown: Vec<(Enquiry, u32)>,
    not_shown: usize,
    hidden: u32,
}

impl Found {
    fn of(
        app: &App,
        cx: &Cx,
        (report, day, period): (Report, NaiveDate, Period),
        known: Known,
        (sight, number): (&Sight, &str),
    ) -> Result<Self> {
        let figure = known.figure(app, cx, report, (day, period))?.ok_or(Error::NotFound)?;
        let total = counts(&figure)?.count(number).map_err(|_| Error::NotFound)?;
        let enquiries: Vec<Enquiry> = known.enquiries.clone();
        let (mut persons, mut unknown, mut hidden) = (Vec::new(), Vec::new(), 0);
        for (who, own) in known.apart(|record| sight.person(record)) {
            let Some(figure) = own.figure(app, cx, report, (day, period))? else { continue };
            let Some(part) = counts(&figure)?.count(number).ok().filter(|part| *part > 0) else { continue };
            match who {
                Who::Person(citizen) if sight.hides(citizen) => hidden += part,
                Who::Person(citizen) => persons.push((citizen, part)),
                Who::Unknown(place) => unknown.extend(enquiries.get(place).map(|enquiry| (enquiry.clone(), part))),
            }
        }
        unknown.sort_by_key(|(enquiry, _)| enquiry.received_on);
        Ok(Self { figure, worker: None, total, persons, unknown, not_shown: 0, hidden }.cut())
    }

    fn of_caseload(app: &App, cx: &Cx, key: Key, known: &Known, (sight, names): (&Sight, &Names)) -> Result<Self> {
        let enrolling = app.instruments().enrolling(&cx.programme)?;
        let Known { courses, merges, .. } = known;
        let called = |worker| names.get(&worker).map(|name| name.reveal().clone()).unwrap_or_default();
        let figure = caseload::caseload(courses, merges, &[], &cx.programme, enrolling, &called, key.day);
        let own = caseloads(courses, merges, enrolling, key.day).remove(&key.worker).ok_or(Error::NotFound)?;
        let all = own.part(key.part);
        let seen: Vec<_> = all.iter().filter(|citizen| !sight.hides(**citizen)).map(|citizen| (*citizen, 1)).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let found = Self {
            figure: Figure::Caseload(figure),
            worker: names.get(&key.worker).cloned(),
            total: count(all.len()),
            hidden: count(all.len() - seen.len()),
            persons: seen,
            unknown: Vec::new(),
            not_shown: 0,
        };
        Ok(found.cut())
    }

    /// No more rows than are shown.
    fn cut(mut self) -> Self {
        let all = self.persons.len() + self.unknown.len();
        self.persons.truncate(ROWS);
        self.unknown.truncate(ROWS - self.persons.len());
        self.not_shown = all - self.persons.len() - self.unknown.len();
        self
    }

    fn named(
        self,
        names: &impl Fn(CitizenId) -> Personal<String>,
        (day, period): (NaiveDate, Period),
        number: &str,
    ) -> Behind {
        let named = self.persons.into_iter().map(|(citizen, part)| BehindRow {
            citizen: Some(citizen),
            name: names(citizen),
            enquiry: None,
            part,
        });
        let mut rows: Vec<BehindRow> = named.collect();
        rows.sort_by(|one, other| render::order::danish(one.name.reveal(), other.name.reveal()));
        rows.extend(self.unknown.into_iter().map(|(enquiry, part)| BehindRow {
            citizen: None,
            name: Personal::default(),
            enquiry: Some((enquiry.received_on, enquiry.channel)),
            part,
        }));
        Behind {
            day,
            period,
            figure: self.figure,
            key: number.to_owned(),
            worker: self.worker,
            total: self.total,
            not_shown: self.not_shown,
            hidden: self.hidden,
            rows,
        }
    }
}

/// The figure's counts by their keys.
fn counts(figure: &Figure) -> Result<Figures> {
    let mut all = Figures::new();
    figure.leave(&mut all).map_err(|_| crate::facts::impossible("figure"))?;
    Ok(all)
}
