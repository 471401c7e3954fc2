//! The demo's reports: what the team has written in them, and one that is locked.

use chrono::TimeZone;
use domain::code::Addressee;
use domain::release::Asked;
use domain::report::forecast::project_year;
use domain::template::SectionText;
use render::Locale;

use super::hand::{Hand, day, rows, wrong};
use crate::paper::{Said, keep};
use crate::release::{Printer, decide, note_sending, propose};
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
    Ok(())
}

/// Locks last quarter's status report for the steering group: the consultant proposes, the coordinator locks, the day after.
pub(super) async fn lock(hand: &Hand<'_>, printer: Option<Printer>) -> Result<()> {
    let as_of = day("2015-09-30")?;
    let usual = project_year(as_of);
    let asked = Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of,
        from: usual.from,
        to: usual.to,
    };
    let karen = on(hand.colleague("karen")?, "2015-10-01")?;
    let id = propose(hand.app, &karen, asked, None, (Locale::Da, printer), karen.form_key()?).await?;
    let amina = on(hand.coordinator()?, "2015-10-02")?;
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
