//! The demo's reports: what the team has written in them, what was agreed with whom, what is made regularly, and one that is locked.

use std::collections::HashMap;

use chrono::TimeZone;
use domain::code::{Addressee, RegularPeriod, RegularRhythm};
use domain::regular::Regular;
use domain::release::{Asked, Exact};
use domain::report::forecast::project_year;
use domain::template::SectionText;
use render::Locale;
use render::document::Printer;

use super::hand::{Hand, day, rows, wrong};
use crate::paper::{Said, keep};
use crate::release::{Place, choices, choose, decide, note_sending, propose};
use crate::{Cx, Error, Result};

/// Writes what stands in the reports.
pub(super) async fn fill(hand: &Hand<'_>) -> Result<()> {
    let cx = hand.colleague("karen")?;
    for row in rows(include_str!("../../../../demo/indsats/rapporttekster.csv")) {
        let &[template, section, year, text] = row.as_slice() else { return Err(wrong()) };
        let text = SectionText {
            template: template.to_owned(),
            section: section.to_owned(),
            year: year.parse().map_err(|_| wrong())?,
            text: text.to_owned(),
        };
        keep(hand.app, &cx, None, &text, Said::default(), cx.form_key()?).await?;
    }
    for row in rows(include_str!("../../../../demo/indsats/rapportcitater.csv")) {
        let &[template, section, year, words] = row.as_slice() else { return Err(wrong()) };
        let place = Place { template, section, year: year.parse().map_err(|_| wrong())? };
        let before = choices(hand.app, &cx, place).await?;
        let mut places: HashMap<_, _> = before.known.iter().filter_map(|(one, at)| Some((one.id, (*at)?))).collect();
        let quoted = before.known.iter().find(|(one, _)| one.words.reveal() == words).ok_or_else(wrong)?;
        places.insert(quoted.0.id, u32::MAX);
        choose(hand.app, &cx, place, before.version, &places, cx.form_key()?).await?;
    }
    for row in rows(include_str!("../../../../demo/indsats/faste-rapporter.csv")) {
        let &[template, addressee, rhythm, period, since, to] = row.as_slice() else { return Err(wrong()) };
        let regular = Regular {
            template: template.to_owned(),
            addressee: Addressee::parse(addressee).map_err(|_| wrong())?,
            rhythm: RegularRhythm::parse(rhythm).map_err(|_| wrong())?,
            period: RegularPeriod::parse(period).map_err(|_| wrong())?,
            to: to.to_owned(),
            since: day(since)?,
        };
        keep(hand.app, &cx, None, &regular, Said::default(), cx.form_key()?).await?;
    }
    let agreed = [
        (Addressee::GrantGiver, "Tilsagnsbrevet, punkt 4"),
        (Addressee::SteeringGroup, "Styregruppens kommissorium, punkt 2"),
    ];
    for (addressee, reference) in agreed {
        let counts = ["status.attached", "status.closed", "status.different_users"].map(str::to_owned);
        let exact = Exact { addressee, reference: reference.to_owned(), counts: counts.into() };
        keep(hand.app, &cx, None, &exact, Said::default(), cx.form_key()?).await?;
    }
    Ok(())
}

/// Locks the summer's status report for the steering group: the consultant proposes, the coordinator locks, the day after.
pub(super) async fn lock(hand: &Hand<'_>, printer: Option<Printer>) -> Result<()> {
    let as_of = day("2015-08-31")?;
    let usual = project_year(as_of);
    let asked = Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of,
        from: usual.from,
        to: usual.to,
    };
    let karen = on(hand.colleague("karen")?, "2015-09-01")?;
    let id = propose(hand.app, &karen, asked, None, (Locale::Da, printer), karen.form_key()?).await?;
    let amina = on(hand.coordinator()?, "2015-09-02")?;
    decide(hand.app, &amina, (id, 1), (true, ""), amina.form_key()?).await?;
    note_sending(hand.app, &amina, (id, 2), ("Styregruppens medlemmer", Some(amina.today)), amina.form_key()?).await
}

/// The same person on another day, at noon.
fn on(cx: Cx, text: &str) -> Result<Cx> {
    let today = day(text)?;
    let noon = today.and_hms_opt(11, 0, 0).ok_or_else(wrong)?;
    let now = chrono::Utc.from_utc_datetime(&noon);
    if cx.today < today {
        return Err(Error::Refused("the demo looks back, never ahead".to_owned()));
    }
    Ok(Cx { today, now, ..cx })
}
