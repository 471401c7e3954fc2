//! What the counts of two figures of one report tell of each other.
//!
//! Some are the same persons by their definitions; others are so whenever nothing happened in between, and an audience that sees them agree takes
//! them to be. What does not add up is not tied.

use super::{Fault, Figures};
use crate::code::Channel;
use crate::report::Figure;
use crate::report::forecast::Forecast;
use crate::report::leaving::referrals::path;

/// Ties the counts of the one to those of the other, where there are any.
pub(super) fn tie(one: &Figure, other: &Figure, all: &mut Figures) -> Result<(), Fault> {
    match (one, other) {
        (Figure::Status(status), Figure::Forecast(forecast)) => {
            let [enrolled, clarified] = status.keys().all(["enrolled", "in_clarification"]);
            let keys = forecast.keys();
            if forecast.in_clarification == status.in_clarification {
                all.sum(&clarified, &[&keys.key("in_clarification")])?;
            }
            // Whose course goes on in the first month ahead is enrolled today.
            if let Some(first) = forecast.load.first().filter(|first| first.known <= status.enrolled) {
                let known = keys.key(&Forecast::known_path(&first.month));
                all.complement(&enrolled, &known, keys.key("ends_before"))?;
            }
            Ok(())
        }
        (Figure::Intake(intake), Figure::Referrals(referrals))
            if (intake.from, intake.to) == (referrals.from, referrals.to) =>
        {
            let by_partner = intake.by_channel.get(&Channel::Partner).copied().unwrap_or(0);
            let sent: u32 = referrals.into.iter().map(|line| line.n).sum();
            if by_partner == 0 || sent + referrals.missing != by_partner {
                return Ok(());
            }
            let keys = referrals.keys();
            let parts = referrals.into.iter().map(|line| keys.key(&path("in", &line.partner, "n")));
            let parts: Vec<String> = parts.chain([keys.key("missing")]).collect();
            let whole = intake.keys().key(&format!("by_channel.{}", Channel::Partner.code()));
            all.sum(&whole, &parts.iter().map(String::as_str).collect::<Vec<_>>())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::Ledger;
    use crate::example::{clarification, day, enrolled, programme, star};
    use crate::programme::Period;
    use crate::report::{forecast, status};

    #[test]
    fn the_load_ahead_does_not_tell_of_the_three_in_clarification() {
        let mut courses: Vec<_> = (1..=15).map(|number| enrolled(number, number, "2015-03-05")).collect();
        courses.extend((16..=19).map(|number| clarification(number, number, "2015-11-02")));
        let on = day("2015-11-23");
        let ahead = forecast::next_quarter(on).unwrap();
        let history = Period { from: day("2014-12-01"), to: day("2015-11-30") };
        let status = Figure::Status(status::status(&courses, &[], &[], &star(), on));
        let forecast = Figure::Forecast(forecast::forecast(&courses, &star(), &programme(), (history, ahead), on));
        let mut together = Figures::new();
        crate::report::leaving::leave_together(&[status.clone(), forecast.clone()], &mut together).unwrap();
        let release = together.release(5, &Ledger::of("styregruppe"), &[]);
        let shown = |key: &str| release.count(key);
        assert_eq!(shown("status.in_clarification 2015-11-23"), None);
        assert_eq!(shown("forecast.in_clarification 2016-01-01..2016-03-31"), None, "they are the same four");
        let of_load = shown("forecast.load.2016-01.known 2016-01-01..2016-03-31");
        assert!(
            of_load.is_none() || shown("status.attached 2015-11-23").is_none(),
            "19 attached, at least 15 enrolled"
        );
    }
}
