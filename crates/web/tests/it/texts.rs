//! The texts in `locales/` and their use on the pages go together.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use render::{Locale, words};

/// Texts that are asked for by a list and a code.
const MADE: [&str; 29] = [
    "api-parameter-",
    "document-page",
    "document-of",
    "fidelity-define-",
    "fidelity-do-",
    "job-kind-",
    "job-what-",
    "job-state-",
    "job-reason-",
    "digest-rhythm-",
    "step-doer-",
    "consent-worth-",
    "consent-wording-",
    "goal-becomes-",
    "filling-by-",
    "filling-review-",
    "own-outcome-",
    "answer-udsat",
    "answer-afslaaet",
    "heed-",
    "knowledge-term-",
    "meeting-counts-",
    "meeting-number-",
    "timeplan-proposed-",
    "research-label-",
    "research-made-",
    "research-value-",
    "research-part-",
    "research-ages-",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The contents of every file under a folder.
fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "html") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every quoted word that could be a key.
fn quoted(sources: &str) -> BTreeSet<&str> {
    let is_key = |word: &&str| {
        word.len() > 1
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
    };
    sources.split('"').filter(is_key).collect()
}

fn keys_of(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("locales/da").join(file)).unwrap();
    text.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key.to_owned())
        .filter(|key| !key.starts_with([' ', '#']))
        .collect()
}

#[test]
fn no_page_asks_for_a_text_that_is_not_there() {
    let mut all = String::new();
    sources(&root().join("crates/web"), &mut all);
    let asked =
        all.match_indices(".say(\"").chain(all.match_indices(".say_of(\"")).chain(all.match_indices(".say_with(\""));
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for (at, call) in asked {
        let key = all[at + call.len()..].split('"').next().unwrap();
        seen += 1;
        if !words(Locale::Da).has(key) {
            missing.insert(key.to_owned());
        }
    }
    assert!(seen > 200, "the calls were not found");
    assert_eq!(missing, BTreeSet::new());
}

#[test]
fn no_text_is_kept_that_no_page_shows() {
    let mut all = String::new();
    sources(&root().join("crates/web"), &mut all);
    sources(&root().join("crates/render/src"), &mut all);
    // Documents are put together there.
    sources(&root().join("crates/app/src"), &mut all);
    let used = quoted(&all);
    // The words of codes, events, refusals and reports are asked for by a name that is put together; so are rules and phases.
    let put_together = ["calendar.ftl", "code.ftl", "event.ftl", "refusal.ftl", "report.ftl"];
    let files = fs::read_dir(root().join("locales/da")).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let unused: Vec<String> = files
        .filter(|file| !put_together.contains(&file.as_str()))
        .flat_map(|file| keys_of(&file))
        .filter(|key| !used.contains(key.as_str()) && !key.ends_with("-rule") && !key.starts_with("band-phase-"))
        .filter(|key| !MADE.iter().any(|made| key.starts_with(made)))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}
