//! Measures the program from outside (over HTTP) and from inside (a figure, a statement), for `bench/run`.
//!
//! ```text
//! bench seed DIR|URL KEYFILE CITIZENS PROGRAMMES   make a store; prints the sign-ins as JSON
//! ```

mod place;

use anyhow::{Context, Result, bail};
use app::setup::Operator;

use place::{now, open, since};

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["seed", place, key, citizens, programmes] => {
            let citizens = citizens.parse().context("CITIZENS is a number")?;
            let programmes = programmes.parse().context("PROGRAMMES is a number")?;
            seed(place, key, citizens, programmes).await
        }
        _ => bail!("see bench/src/main.rs for the commands"),
    }
}

async fn seed(place: &str, key: &str, citizens: u64, programmes: u64) -> Result<()> {
    let app = open(place, key, true).await?;
    let operator = Operator { name: "bench".to_owned(), now: chrono::DateTime::from_timestamp(1_448_269_200, 0).context("a moment")? };
    app::setup::make_organisation(&app, &operator, "Måling").await?;
    let start = now();
    let mut last = start;
    let mut shown = 0;
    let seeded = app::seed::seed(&app, &operator, citizens, 1, programmes, &mut |done| {
        if done - shown >= 10_000 {
            let passed = since(last).as_secs_f64();
            eprintln!("{done} {:.0}/s", (done - shown) as f64 / passed);
            (shown, last) = (done, now());
        }
    })
    .await?;
    let seconds = since(start).as_secs_f64();
    println!(
        "{}",
        serde_json::json!({
            "seconds": seconds, "citizens": seeded.citizens, "workers": seeded.workers,
            "coordinators": seeded.coordinators, "password": seeded.password.reveal(),
        })
    );
    app.close().await;
    Ok(())
}
