//! How often the forecast's 80 % interval (R22) holds, over invented histories with a Poisson intake.

use anyhow::{Result, ensure};
use app::seed::intake::months;
use domain::forecast::backtest::{Tally, backtest};

/// Enrolments a month.
const RATES: [f64; 6] = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0];
/// Months ahead.
const AHEAD: [usize; 3] = [3, 6, 12];
/// Months of a history: a year to begin with, four to look at.
const MONTHS: usize = 60;

/// Prints how often it held by rate and months ahead, over so many histories each, and whether all of one a month or more together lie between 75 and 85 %.
pub(crate) fn forecast(histories: u64) -> Result<()> {
    println!("enrolments a month\t{}", AHEAD.map(|ahead| format!("{ahead} months ahead")).join("\t"));
    let mut all = Tally::default();
    for rate in RATES {
        let mut cells = Vec::new();
        for ahead in AHEAD {
            let mut told = Tally::default();
            for seed in 0..histories {
                told.add(backtest(&months(seed, rate, MONTHS), 12, ahead));
            }
            cells.push(format!("{:.1} % of {}", share(told), told.asked));
            // Of less than one a month the counts are so few that no interval of whole numbers is as narrow as 80 %: shown, and not judged.
            if rate >= 1.0 {
                all.add(told);
            }
        }
        println!("{rate}\t{}", cells.join("\t"));
    }
    println!("one or more\t{:.1} % of {} (75 to 85)", share(all), all.asked);
    ensure!((75.0..=85.0).contains(&share(all)), "the interval does not hold as often as it says");
    Ok(())
}

fn share(told: Tally) -> f64 {
    f64::from(told.held) / f64::from(told.asked.max(1)) * 100.0
}
