//! `brobygger demo`: the demo programme on its fixed day, served.
//!
//! Without `--data` the store lives in a folder of its own that goes when the demo ends; with it, it stays and is served again.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use app::App;
use app::demo::{DAY, PEOPLE, fill_with_report};
use domain::personal::Personal;
use store::Store;
use vault::MasterKey;

use crate::cli::Demo;
use crate::clock::Clock;
use crate::command::serve::{PRINTER, listen, log_to_stderr, loopback, pages};
use crate::command::user::new_password;
use crate::jobs::{LEASE, runner};
use crate::open::operator;
use crate::say;

/// Serves the demo.
pub(crate) async fn run(asked: Demo) -> Result<ExitCode> {
    if asked.place.database_url.is_some() && asked.place.data.is_none() {
        bail!("the demo runs on the embedded store; name a folder with --data, or none");
    }
    log_to_stderr();
    // Taken first: a port in use must not leave a store behind.
    let listener = listen(loopback(asked.port)).await?;
    let port = listener.local_addr()?.port();
    let passing = match &asked.place.data {
        Some(_) => None,
        None => Some(Passing::new()?),
    };
    let folder = asked.place.data.clone().unwrap_or_else(|| passing.as_ref().map(Passing::data).unwrap_or_default());
    let (app, password, key_file) = open(&asked, &folder, passing.as_ref()).await?;
    say::print(&invitation(port, password.as_ref(), key_file.as_deref()))?;
    let clock = Clock::fixed(DAY);
    let runner = runner(&clock, None, String::new(), LEASE);
    pages(app, listener, clock, false, (runner, web::Mail::Demo)).await;
    drop(passing);
    Ok(ExitCode::SUCCESS)
}

/// The demo's store: made and filled, or opened where it is there from before (then without a new password).
async fn open(
    asked: &Demo,
    folder: &Path,
    passing: Option<&Passing>,
) -> Result<(App, Option<Personal<String>>, Option<PathBuf>)> {
    if folder.join("data.db").exists() {
        let beside = folder.with_extension("key");
        let file = asked.place.named_key_file().or_else(|| beside.is_file().then_some(beside));
        let file = file.context("name the demo's key file with --key-file FILE")?;
        let store = Store::open_sqlite(folder, &MasterKey::read(&file)?).await?;
        return Ok((App::new(store, Some(DAY))?, None, None));
    }
    let (key, new_file) = match passing {
        Some(_) => (MasterKey::generate()?, None),
        None => asked.place.new_key(folder)?,
    };
    let app = App::new(Store::create_sqlite(folder, &key).await?, Some(DAY))?;
    let password = new_password()?;
    fill_with_report(&app, &operator(&Clock::fixed(DAY)), &password, PRINTER).await?;
    Ok((app, Some(password), new_file))
}

fn invitation(port: u16, password: Option<&Personal<String>>, key_file: Option<&Path>) -> String {
    let mut text = format!("\nBrobygger, the demo on 23 November 2015: http://127.0.0.1:{port}\n\n");
    match password {
        Some(password) => {
            let width = PEOPLE.iter().map(|(user_name, ..)| user_name.len()).max().unwrap_or(0);
            for (user_name, name, role) in PEOPLE {
                text.push_str(&format!("  {user_name:width$}  {name}, {role}\n"));
            }
            text.push_str(&format!("\n  password for all of them: {}\n", password.reveal()));
        }
        None => text.push_str("  The sign-ins are those printed when this demo was made.\n"),
    }
    if let Some(file) = key_file {
        text.push_str(&format!("  the key is in {}\n", file.display()));
    }
    text.push_str("\nOpen the address, sign in as mette, and see what today asks. Ctrl-C ends the demo.\n\n");
    text
}

/// A folder that goes when the demo ends.
struct Passing(PathBuf);

impl Passing {
    fn new() -> Result<Self> {
        let bytes: [u8; 8] = vault::bytes()?;
        let name: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("brobygger-{name}"));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).with_context(|| format!("the folder {}", folder.display()))?;
        Ok(Self(folder))
    }

    fn data(&self) -> PathBuf {
        self.0.join("data")
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
