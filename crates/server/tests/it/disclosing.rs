//! `brobygger disclose`: anybody's table through the disclosure control.

use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::{bare, told};

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, text: &str) -> PathBuf {
        let file = self.folder.path().join("table.csv");
        std::fs::write(&file, text).unwrap();
        file
    }

    fn disclose(&self, text: &str, words: &[&str]) -> Output {
        let file = self.file(text);
        let all: Vec<&str> = ["disclose", file.to_str().unwrap()].into_iter().chain(words.iter().copied()).collect();
        bare(&all).env("LC_ALL", "C").output().unwrap()
    }
}

const STATUS: &str = "Status;Antal\nIndskrevet;16\nAfklaring;3\nTilknyttet;19\n";

#[test]
fn the_three_is_withheld_and_so_is_the_sixteen() {
    let out = Desk::new().disclose(STATUS, &["--total", "tilknyttet"]);
    assert!(out.status.success(), "{}", told(&out));
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(text.starts_with("Status      Antal\nIndskrevet     ..\nAfklaring      ..\nTilknyttet     19\n"), "{text}");
    assert!(text.contains("2 cells") && text.contains("(R19)"), "{text}");
}

#[test]
fn the_reason_goes_to_the_coordinator_and_not_into_the_file() {
    let out = Desk::new().disclose(STATUS, &["--total", "Tilknyttet", "--explain", "--format", "csv"]);
    let (file, reason) = (String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap());
    assert!(reason.contains("Afklaring × Antal = Tilknyttet × Antal (19) − Indskrevet × Antal (16) = 3"), "{reason}");
    assert!(!file.contains("16") && !file.contains(";3\r"), "{file}");
}

#[test]
fn json_says_null_where_a_count_is_withheld() {
    let out = Desk::new().disclose(STATUS, &["--total", "Tilknyttet", "--format", "json"]);
    let document: Value = serde_json::from_slice(&out.stdout).unwrap();
    let counts: Vec<&Value> = document["rows"].as_array().unwrap().iter().map(|row| &row["counts"][0]).collect();
    assert_eq!(counts, [&Value::Null, &Value::Null, &Value::from(19)]);
    assert_eq!((document["withheld"].as_u64(), document["rule"].as_str()), (Some(2), Some("R19")));
}

#[test]
fn a_label_that_a_spreadsheet_would_run_is_defused() {
    let out = Desk::new().disclose("a;b\n=1+1;12\n@x;30\n", &["--no-totals", "--format", "csv"]);
    assert_eq!(String::from_utf8(out.stdout).unwrap(), "a;b\r\n'=1+1;12\r\n'@x;30\r\n");
}

#[test]
fn a_total_that_is_not_named_is_asked_about() {
    for table in ["a;b\nx;16\ny;3\nI alt;19\n", "a;b\nx;16\ny;3\nBegge;19\n"] {
        let out = Desk::new().disclose(table, &[]);
        assert_eq!(out.status.code(), Some(1), "{}", told(&out));
        assert!(told(&out).contains("looks like a total") && told(&out).contains("--no-totals"), "{}", told(&out));
        assert!(out.stdout.is_empty());
    }
}

#[test]
fn what_cannot_be_judged_is_refused_with_its_place() {
    let desk = Desk::new();
    let refused = |text: &str, words: &[&str], why: &str| {
        let out = desk.disclose(text, words);
        assert_eq!(out.status.code(), Some(1), "{}", told(&out));
        assert!(told(&out).contains("table.csv: ") && told(&out).contains(why), "{why}: {}", told(&out));
        assert!(out.stdout.is_empty());
    };
    refused("", &[], "there is no table in it");
    refused("a;b\nx;tre\n", &[], "row “x”, column “b”: no whole number");
    refused("a;b\nx;-3\n", &[], "cannot be below 0");
    refused("a;b\nx;16\ny;3\nI alt;20\n", &["--total", "I alt"], "I alt × b is 20, but its parts add up to 19");
    refused(STATUS, &["--total", "Samlet"], "no row or column is labelled “Samlet”");
    let missing = bare(&["disclose", "/no/such/table.csv"]).output().unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(told(&missing).contains("/no/such/table.csv cannot be read"), "{}", told(&missing));
    assert_eq!(bare(&["disclose"]).output().unwrap().status.code(), Some(2));
}
