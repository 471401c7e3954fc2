//! A report of the year so far, month after month to the same audience: what came with a month is as well kept as the month's own table would be.

use app::report::ReportAsk;
use domain::disclosure::{Figures, Ledger, Release};
use domain::programme::Period;
use domain::report::leaving::leave_together;
use domain::report::{Figure, Report};
use testkit::team::{both_demos, day};

/// What the status report and the final report draw.
const DRAWN: [Report; 9] = [
    Report::Status,
    Report::Intake,
    Report::Outcomes,
    Report::Goals,
    Report::Referrals,
    Report::Situation,
    Report::Fidelity,
    Report::Effort,
    Report::Forecast,
];

fn shown(release: &Release) -> Vec<(&str, u32)> {
    release.cells().iter().filter_map(|cell| Some((cell.key.rsplit_once(' ')?.0, cell.count?))).collect()
}

#[tokio::test]
async fn what_a_month_adds_to_the_year_so_far_is_nobody_or_five() {
    let team = both_demos().await.swap_remove(0);
    let amina = team.signs_in("amina").await;
    let year = Period { from: day("2015-01-01"), to: day("2015-10-31") };
    let mut ledger = Ledger::of("styregruppe");
    let mut releases: Vec<Release> = Vec::new();
    for month in year.months() {
        let mut figures: Vec<Figure> = Vec::new();
        for report in DRAWN {
            let ahead = domain::report::forecast::next_quarter(month.to).filter(|_| report == Report::Forecast);
            let Period { from, to } = ahead.unwrap_or(Period { from: year.from, to: month.to });
            let ask = ReportAsk { as_of: Some(month.to), from: Some(from), to: Some(to), ..ReportAsk::default() };
            figures.push(app::report::report(&team.app, &amina, report, ask).await.unwrap());
        }
        let mut all = Figures::new();
        leave_together(&figures, &mut all).unwrap();
        let release = all.release(5, &ledger, &[]);
        assert!(!release.is_unproven(), "{}", month.to);
        assert_eq!(release.narrowed(), [""; 0], "{}", month.to);
        ledger = release.ledger().clone();
        releases.push(release);
    }
    let starts = ["intake.by_channel.", "referrals.", "effort."];
    let is = ["intake.persons", "intake.n", "situation.n", "situation.newly_in_contact", "status.n", "goals.n"];
    let grows = |what: &str| is.contains(&what) || starts.iter().any(|start| what.starts_with(start));
    let mut compared = 0;
    for (before, after) in releases.iter().zip(releases.iter().skip(1)) {
        let after = shown(after);
        for (what, count) in shown(before).into_iter().filter(|(what, _)| grows(what)) {
            let Some((_, now)) = after.iter().find(|(other, _)| *other == what) else { continue };
            assert!(*now <= count || *now >= count + 5, "{what}: {count}, then {now}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}
