//! Measures the program from outside (over HTTP) and from inside (a figure, a statement), for `bench/run`.
//!
//! ```text
//! bench register DIR CITIZENS                            write a register; prints its rows
//! bench load ADDRESS PID SIGNINS LABEL SECONDS SESSIONS  pages, search and a save of a server that runs
//! bench reports DIR|URL KEYFILE LABEL                    two figures over a programme
//! bench bare DIR|URL KEYFILE LABEL SECONDS               one statement by itself
//! bench forecast HISTORIES                               how often the forecast's interval holds
//! ```

mod forecast;
mod inside;
mod load;
mod place;
mod register;
mod table;

use std::path::Path;

use anyhow::{Context, Result, bail};

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["register", folder, citizens] => {
            println!("{}", register::write(Path::new(folder), citizens.parse().context("CITIZENS is a number")?)?);
            Ok(())
        }
        ["load", address, pid, signins, label, seconds, sessions] => {
            load::load(address, pid, signins, label, seconds.parse()?, sessions.parse()?).await
        }
        ["reports", place, key, label] => inside::reports(place, key, label).await,
        ["bare", place, key, label, seconds] => inside::bare(place, key, label, seconds.parse()?).await,
        ["forecast", histories] => forecast::forecast(histories.parse().context("HISTORIES is a number")?),
        _ => bail!("see bench/src/main.rs for the commands"),
    }
}
