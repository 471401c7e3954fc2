//! Who is behind a number of *Nøgletal*: everybody who counts in it, and for how much.
//!
//! No figure says a second time whom it counts. Each person's part of a number is what the figure's own function makes of that person's facts alone,
//! so the parts add up to the number, or one of the two is wrong.

use chrono::NaiveDate;
use domain::access::Action;
use domain::disclosure::Figures;
use domain::event::Event;
use domain::facts::Enquiry;
use domain::id::CitizenId;
use domain::personal::Personal;
use domain::programme::Period;
use domain::report::forecast::project_year;
use domain::report::{Figure, Report, periods};

use crate::report::{Known, Who};
use crate::sight::Sight;
use crate::view::figures::{Behind, BehindRow, FiguresAsk};
use crate::wind_down::caller;
use crate::{App, Cx, Error, Result};

/// Rows that are shown.
const ROWS: usize = 500;

/// Who is behind a number, named by the key that disclosure control knows it by: `status.enrolled 2015-11-23`. Logged with everybody who is named, before it is given.
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
    let found = Found::of(app, cx, (report, day, period), known, (&sight, number))?;
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
        let all = persons.len() + unknown.len();
        persons.truncate(ROWS);
        unknown.sort_by_key(|(enquiry, _)| enquiry.received_on);
        unknown.truncate(ROWS - persons.len());
        Ok(Self { figure, total, not_shown: all - persons.len() - unknown.len(), persons, unknown, hidden })
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
