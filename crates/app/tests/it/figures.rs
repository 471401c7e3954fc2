//! *Nøgletal*: both periods equal the command, and single persons' steps are for who works with them.

use app::Error;
use app::figures::page;
use app::view::figures::{FiguresAsk, OfPeriod};
use domain::programme::Period;
use domain::report::Report;
use domain::report::periods::Against;
use serde_json::{Value, to_value};
use testkit::team::{both_demos, day};

use crate::common::{figure, over};

fn told(of: &OfPeriod) -> [(Report, Value); 5] {
    [
        (Report::Intake, to_value(&of.intake).unwrap()),
        (Report::Outcomes, to_value(&of.outcomes).unwrap()),
        (Report::Goals, to_value(&of.goals).unwrap()),
        (Report::Referrals, to_value(&of.referrals).unwrap()),
        (Report::Effort, to_value(&of.effort).unwrap()),
    ]
}

#[tokio::test]
async fn every_figure_of_both_periods_equals_the_command() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let ask = FiguresAsk { against: Against::YearBefore, ..FiguresAsk::default() };
        let page = page(&team.app, &amina, ask).await.unwrap();
        let other = page.other.as_ref().unwrap();
        assert_eq!(other.period, Period { from: day("2013-12-01"), to: day("2014-11-30") });
        for of in [&page.now, other] {
            for (report, shown) in told(of) {
                let (from, to) = (of.period.from.to_string(), of.period.to.to_string());
                assert_eq!(shown, figure(&team, report, over(&from, &to)).await, "{} {from}", report.name());
            }
        }
        let effort = &page.now.effort;
        assert!(effort.minutes > 0 && effort.n > effort.missing, "the demo has contacts with minutes");
        assert!(effort.goals_reached_by_area.iter().any(|line| line.reached > 0), "and goals that were reached");
    }
}

#[tokio::test]
async fn the_steps_of_single_persons_are_for_who_works_with_citizens() {
    for team in both_demos().await {
        for (who, sees) in [("mette", true), ("amina", true), ("karen", false)] {
            let cx = team.signs_in(who).await;
            let page = page(&team.app, &cx, FiguresAsk::default()).await.unwrap();
            assert_eq!(page.shows_steps, sees, "{who}");
        }
    }
}

#[tokio::test]
async fn a_period_of_ones_own_that_ends_before_it_begins_is_refused() {
    for team in both_demos().await {
        let amina = team.signs_in("amina").await;
        let own = Period { from: day("2015-02-01"), to: day("2015-01-01") };
        let ask = FiguresAsk { against: Against::Own(own), ..FiguresAsk::default() };
        let refused = page(&team.app, &amina, ask).await;
        assert!(matches!(refused, Err(Error::Refusals(refusals)) if refusals[0].field == "mod-til"));
    }
}
