//! Inside the program: a figure over the whole programme, and one bare statement on the same data.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use app::App;
use app::report::{ReportAsk, report};
use app::setup::Operator;
use domain::access::{Action, Actor, Relation, decide};
use domain::report::Report;

use crate::place::{now, open, since};
use crate::table::{Times, line};

const RUNS: usize = 20;

/// `report outcomes` and `report status`, twenty times each after one that warms up.
pub(crate) async fn reports(place: &str, key: &str, label: &str) -> Result<()> {
    let app = App::new(open(place, key).await?, Some(app::seed::life::told_on()))?;
    for (which, limit) in [(Report::Outcomes, 150.0), (Report::Status, 30.0)] {
        let mut times = Times::default();
        figure(&app, which).await?;
        for _ in 0..RUNS {
            let start = now();
            figure(&app, which).await?;
            times.push(since(start));
        }
        let median = times.percentile(50);
        line(&format!("report {}, {label}", which.name()), &mut times, &[("median ms", median, limit, false)]);
    }
    app.close().await;
    Ok(())
}

async fn figure(app: &App, which: Report) -> Result<()> {
    let cx = app.operator_cx(&operator()?, "seed-001", render::Locale::default()).await?;
    let told_on = app::seed::life::told_on();
    let ask = ReportAsk {
        as_of: Some(told_on),
        from: Some(cx.programme.funding.from),
        to: Some(told_on),
        ..ReportAsk::default()
    };
    report(app, &cx, which, ask).await?;
    Ok(())
}

/// One statement that finds one row by its key, from 16 tasks at once: what the database and its driver give at most.
pub(crate) async fn bare(place: &str, key: &str, label: &str, seconds: u64) -> Result<()> {
    let store = Arc::new(open(place, key).await?);
    let actor = Actor::Operator { name: "bench".to_owned() };
    let grant = decide(&actor, Action::SeeFigures, Relation::NoCitizen, None)?;
    let programme = store.read(&grant).await?.programmes().await?.first().context("no programme")?.id;
    let start = now();
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let (store, grant) = (Arc::clone(&store), grant.clone());
        tasks.push(tokio::spawn(async move {
            let mut times = Times::default();
            while since(start) < Duration::from_secs(seconds) {
                let asked = now();
                store.read(&grant).await?.programme(programme.into()).await?;
                times.push(since(asked));
            }
            anyhow::Ok(times)
        }));
    }
    let mut all = Times::default();
    for task in tasks {
        all.extend(task.await??);
    }
    let a_second = all.count() as f64 / since(start).as_secs_f64();
    line(&format!("One bare statement, {label}"), &mut all, &[("a second", a_second, f64::INFINITY, true)]);
    if let Some(store) = Arc::into_inner(store) {
        store.close().await;
    }
    Ok(())
}

/// Who measures, at the moment the seeded lives are told.
fn operator() -> Result<Operator> {
    let now = app::seed::life::told_on().and_hms_opt(9, 0, 0).context("nine in the morning")?.and_utc();
    Ok(Operator { name: "bench".to_owned(), now })
}
