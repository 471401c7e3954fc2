//! Measures the program from outside (over HTTP) and from inside (a figure, a statement), for `bench/run`.
//!
//! ```text
//! bench seed DIR|URL KEYFILE CITIZENS PROGRAMMES         make a store; prints the sign-ins as JSON
//! bench register DIR CITIZENS                            write a register; prints its rows
//! bench load ADDRESS PID SIGNINS LABEL SECONDS SESSIONS  the two pages of a server that runs
//! bench reports DIR|URL KEYFILE LABEL                    two figures over a programme
//! bench bare DIR|URL KEYFILE LABEL SECONDS               one statement by itself
//! ```

mod inside;
mod load;
mod place;
mod register;
mod table;

use std::path::Path;

use anyhow::{Context, Result, bail};

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
        ["register", folder, citizens] => {
            println!("{}", register::write(Path::new(folder), citizens.parse().context("CITIZENS is a number")?)?);
            Ok(())
        }
        ["load", address, pid, signins, label, seconds, sessions] => {
            load::load(address, pid, signins, label, seconds.parse()?, sessions.parse()?).await
        }
        ["reports", place, key, label] => inside::reports(place, key, label).await,
        ["bare", place, key, label, seconds] => inside::bare(place, key, label, seconds.parse()?).await,
        _ => bail!("see bench/src/main.rs for the commands"),
    }
}

async fn seed(place: &str, key: &str, citizens: u64, programmes: u64) -> Result<()> {
    let app = open(place, key, true).await?;
    let operator = inside::operator()?;
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
