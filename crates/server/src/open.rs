//! Opening the store: where it is, and which key opens it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use app::App;
use app::setup::Operator;
use chrono::NaiveDate;
use store::Store;
use vault::MasterKey;

use crate::cli::Place;
use crate::clock::Clock;

/// Where a store is.
pub(crate) enum Where {
    /// The embedded store's folder.
    Folder(PathBuf),
    /// A PostgreSQL database.
    Database(String),
}

impl Place {
    /// Where the store is: one of the two. An option on the command line stands before the environment's other.
    pub(crate) fn store(&self) -> Result<Where> {
        let typed = |name: &str| std::env::args().any(|word| word == name || word.starts_with(&format!("{name}=")));
        match (&self.data, &self.database_url) {
            (Some(folder), None) => Ok(Where::Folder(folder.clone())),
            (None, Some(url)) => Ok(Where::Database(url.clone())),
            (Some(folder), Some(url)) => match (typed("--data"), typed("--database-url")) {
                (true, false) => Ok(Where::Folder(folder.clone())),
                (false, true) => Ok(Where::Database(url.clone())),
                _ => bail!(
                    "name one store: --data or --database-url (or BROBYGGER_DATA or BROBYGGER_DATABASE_URL), not both"
                ),
            },
            (None, None) => {
                bail!("name the store: --data DIR or --database-url URL (or BROBYGGER_DATA or BROBYGGER_DATABASE_URL)")
            }
        }
    }

    /// The key file named: the option, the environment, or the systemd credential.
    pub(crate) fn named_key_file(&self) -> Option<PathBuf> {
        let credential = || {
            let folder = std::env::var_os("CREDENTIALS_DIRECTORY")?;
            Some(Path::new(&folder).join("brobygger.key")).filter(|file| file.is_file())
        };
        self.key_file.clone().or_else(credential)
    }

    /// The organisation's key.
    pub(crate) fn key(&self) -> Result<MasterKey> {
        let file = self.named_key_file().ok_or_else(|| {
            anyhow!(
                "name the key file: --key-file FILE or BROBYGGER_KEY_FILE (`brobygger init` makes one and says where)"
            )
        })?;
        Ok(MasterKey::read(&file)?)
    }

    /// The key of a new store: the one in the file named, a new one in the file named where there is none, or a new one in a new file
    /// beside the data folder. With the place of a new file.
    pub(crate) fn new_key(&self, beside: &Path) -> Result<(MasterKey, Option<PathBuf>)> {
        let file = match self.named_key_file() {
            Some(file) if file.exists() => return Ok((MasterKey::read(&file)?, None)),
            Some(file) => file,
            None => free_name(beside)?,
        };
        if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
        }
        let key = MasterKey::generate()?;
        key.write(&file)?;
        Ok((key, Some(file)))
    }

    /// Opens the application.
    pub(crate) async fn open(&self) -> Result<App> {
        self.open_on(None).await
    }

    /// Opens the application on a fixed day.
    pub(crate) async fn open_on(&self, day: Option<NaiveDate>) -> Result<App> {
        let store = self.store()?;
        let key = self.key()?;
        let store = match store {
            Where::Folder(folder) => Store::open_sqlite(&folder, &key).await?,
            Where::Database(url) => Store::open_postgres(&url, &key).await?,
        };
        Ok(App::new(store, day)?)
    }
}

/// A key file's name beside a data folder that is not taken: `data.key`, `data-2.key` …
fn free_name(beside: &Path) -> Result<PathBuf> {
    let beside = std::path::absolute(beside)?;
    let stem = beside.file_name().map_or_else(|| "brobygger".to_owned(), |name| name.to_string_lossy().into_owned());
    let folder = beside.parent().unwrap_or(Path::new("/"));
    let names = std::iter::once(format!("{stem}.key")).chain((2..1000).map(|number| format!("{stem}-{number}.key")));
    let mut files = names.map(|name| folder.join(name));
    files
        .find(|file| !file.exists())
        .ok_or_else(|| anyhow!("there is no free name for a key file in {}", folder.display()))
}

/// The operating system's user who runs the command, and when.
pub(crate) fn operator(clock: &Clock) -> Operator {
    Operator { name: user_name().unwrap_or_else(|| "unknown".to_owned()), now: clock.now() }
}

/// The name of the user the process runs as, from the system and not from the environment, which anybody can set; the number where
/// the system knows no name.
fn user_name() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let id = status.lines().find_map(|line| line.strip_prefix("Uid:"))?.split_whitespace().next()?.to_owned();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let named = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == id).then(|| name.to_owned())
    });
    Some(named.unwrap_or(id))
}
