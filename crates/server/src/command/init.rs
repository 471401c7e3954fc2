//! `brobygger init`: a new encrypted store, its key store and, where none is named, its key.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use app::App;
use app::setup::make_organisation;
use serde_json::json;
use store::Store;

use crate::cli::Init;
use crate::clock::Clock;
use crate::open::{Where, operator};
use crate::say;

/// Makes the store.
pub(crate) async fn run(asked: Init) -> Result<ExitCode> {
    let place = asked.place.store()?;
    let (beside, shown) = match &place {
        Where::Folder(folder) => (folder.clone(), folder.display().to_string()),
        Where::Database(_) => (Path::new("brobygger").to_path_buf(), "the database".to_owned()),
    };
    if let Where::Folder(folder) = &place
        && folder.join("data.db").exists()
    {
        return Err(store::Error::StorePresent(folder.display().to_string()).into());
    }
    let (key, new_file) = asked.place.new_key(&beside)?;
    let store = match &place {
        Where::Folder(folder) => Store::create_sqlite(folder, &key).await?,
        Where::Database(url) => Store::open_postgres(url, &key).await?,
    };
    let app = App::new(store, None)?;
    let operator = operator(&Clock::Real);
    make_organisation(&app, &operator, &asked.organisation).await?;
    app.close().await;
    let key_file = new_file.or_else(|| asked.place.named_key_file()).map(|file| file.display().to_string());
    let key_file = key_file.unwrap_or_default();
    let text = format!(
        "A new encrypted store is in {shown}.\n\
         Its key is in {key_file}: keep a copy apart from the data, for without it nobody can read them.\n\
         Next: brobygger programme add FILE.toml, then brobygger import PATH --programme ID\n"
    );
    say::either(asked.format, &text, &json!({ "store": shown, "key_file": key_file }))?;
    Ok(ExitCode::SUCCESS)
}
