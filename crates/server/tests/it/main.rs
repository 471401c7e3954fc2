//! The executable as whoever runs it meets it: words, exit codes, files.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where something is not as it must be, also in what the tests share"
)]

mod api;
mod commands;
mod disclosing;
mod jobs;
mod postbox;
mod releasing;
mod serving;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder of its own with a store and its key.
pub(crate) struct Bench {
    pub(crate) folder: TempDir,
}

impl Bench {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A store with the demo's programme.
    pub(crate) fn with_programme() -> Self {
        let bench = Self::empty();
        assert!(bench.run(&["init"]).status.success());
        let added = bench.run(&["programme", "add", root("programmes/exit-2016.toml").to_str().unwrap()]);
        assert!(added.status.success(), "{}", told(&added));
        bench
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.folder.path().join("the.key")
    }

    /// The program with the store and key in its environment.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = bare(words);
        command.env("BROBYGGER_DATA", self.data()).env("BROBYGGER_KEY_FILE", self.key());
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// A small register: one citizen, one course, a star that enrols.
    pub(crate) fn register(&self) -> PathBuf {
        let folder = self.folder.path().join("register");
        std::fs::create_dir_all(&folder).unwrap();
        let list = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        list("borgere.csv", "borger_id;alias;navn\nB1;Ask;Astrid Prøve\n");
        list("forloeb.csv", "forloeb_id;borger_id;afklaring_start;medarbejder\nF1;B1;2015-01-05;mette\n");
        list("medarbejdere.csv", "brugernavn;navn\nmette;Mette Lund\n");
        let areas = "bolig psykisk_helbred fysisk_helbred oekonomi hverdag netvaerk rusmidler arbejde_uddannelse tryghed selvtillid";
        let rows: String = areas.split(' ').map(|area| format!("M1;F1;stjerne;2015-02-01;{area};4;borger\n")).collect();
        list("maalinger.csv", &format!("maaling_id;forloeb_id;instrument;dato;punkt;svar;udfyldt_af\n{rows}"));
        folder
    }
}

/// The program without anything of ours in its environment.
pub(crate) fn bare(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_brobygger"));
    command.args(words).env("LC_ALL", "C");
    for name in ["BROBYGGER_DATA", "BROBYGGER_DATABASE_URL", "BROBYGGER_KEY_FILE", "CREDENTIALS_DIRECTORY"] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// What it said, for a failed assertion.
pub(crate) fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
