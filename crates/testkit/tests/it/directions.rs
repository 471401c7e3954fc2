//! The layers of `ARCHITECTURE.md`, kept by what `cargo metadata` says.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Each crate with the crates of the workspace it may use (not counting what only its tests use).
const MAY_USE: [(&str, &[&str]); 12] = [
    ("preflight", &[]),
    ("domain", &[]),
    ("vault", &["domain"]),
    ("store", &["domain", "preflight", "vault"]),
    ("register", &["domain"]),
    ("render", &["domain"]),
    ("press", &["render"]),
    ("app", &["domain", "vault", "store", "register", "render"]),
    ("web", &["app", "domain", "render"]),
    ("server", &["domain", "vault", "store", "register", "render", "press", "app", "web"]),
    ("bench", &["domain", "vault", "store", "register", "render", "app"]),
    ("testkit", &["domain", "vault", "store", "register", "render", "app"]),
];

/// What no crate but the named ones may use.
const KEPT_TO: [(&str, &[&str]); 5] = [
    ("sqlx", &["store", "testkit"]),
    ("axum", &["web", "server"]),
    ("libsqlite3-sys", &["store"]),
    ("calamine", &["register"]),
    ("typst", &["press"]),
];

fn packages() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .unwrap();
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

/// The crates each crate uses, without those only its tests use.
fn uses() -> BTreeMap<String, Vec<String>> {
    let used = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap().clone();
        let kept = all.into_iter().filter(|used| used["kind"] != "dev");
        kept.map(|used| used["name"].as_str().unwrap().to_owned()).collect()
    };
    packages().iter().map(|package| (package["name"].as_str().unwrap().to_owned(), used(package))).collect()
}

#[test]
fn no_crate_uses_one_above_it() {
    let uses = uses();
    assert_eq!(uses.keys().map(String::as_str).collect::<Vec<_>>().len(), MAY_USE.len(), "a crate is not in the list");
    for (name, may_use) in MAY_USE {
        for used in &uses[name] {
            let is_ours = uses.contains_key(used);
            assert!(!is_ours || may_use.contains(&used.as_str()), "{name} may not use {used}");
        }
    }
}

#[test]
fn the_database_the_web_server_and_the_spreadsheet_reader_stay_where_they_belong() {
    for (name, used) in uses() {
        for (kept, to) in KEPT_TO {
            assert!(!used.iter().any(|used| used == kept) || to.contains(&name.as_str()), "{name} may not use {kept}");
        }
    }
}
