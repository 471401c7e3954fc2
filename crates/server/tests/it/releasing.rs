//! Reports that leave, by the command line: drafted, proposed, shown, and never handed out before a second person has locked them.

use serde_json::Value;

use crate::{Bench, told};

/// A template of one figure, which needs no words.
const OWN: &str = "id = \"own\"\ntitle = { da = \"Eget\", en = \"Own\" }\nfile = \"eget\"\nfor = \"styregruppe\"\n\
    [[sections]]\nid = \"tal\"\nda = \"Tal\"\nen = \"Numbers\"\nguidance = { da = \"Tal.\", en = \"Numbers.\" }\ndraws = [\"status\"]\n";

/// The words of a command about the report of the template, in the programme.
fn of_own<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let asked = ["own", "--for", "styregruppe", "--programme", "exit-2016", "--as-of", "2015-11-23"];
    [&words[..2], &asked, &words[2..]].concat()
}

fn with_template() -> Bench {
    let bench = Bench::with_programme();
    let register = bench.register();
    for words in [
        &["user", "add", "mette", "--role", "relationsmedarbejder", "--programme", "exit-2016"][..],
        &["import", register.to_str().unwrap(), "--programme", "exit-2016"],
    ] {
        let done = bench.run(words);
        assert!(done.status.success(), "{}", told(&done));
    }
    let file = bench.folder.path().join("own.toml");
    std::fs::write(&file, OWN).unwrap();
    let added = bench.run(&["template", "add", file.to_str().unwrap(), "--programme", "exit-2016"]);
    assert!(added.status.success(), "{}", told(&added));
    bench
}

fn json(bench: &Bench, words: &[&str]) -> Value {
    let done = bench.run(&[words, &["--programme", "exit-2016", "--format", "json"]].concat());
    assert!(done.status.success(), "{words:?}: {}", told(&done));
    serde_json::from_slice(&done.stdout).unwrap()
}

#[test]
fn a_draft_is_written_in_every_format_with_its_small_counts_withheld() {
    let bench = with_template();
    let done = bench.run(&of_own(&["release", "draft", "--format", "json"]));
    assert!(done.status.success(), "{}", told(&done));
    let draft: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(
        (&draft["number"], &draft["from"], &draft["to"]),
        (&1.into(), &"2014-12-01".into(), &"2015-11-30".into())
    );
    let counts = draft["counts"].as_array().unwrap();
    let count = |key: &str| counts.iter().find(|one| one["key"] == key).unwrap()["count"].clone();
    assert_eq!(count("status.enrolled 2015-11-23"), Value::Null, "the one who is enrolled");
    assert_eq!(count("status.closed 2015-11-23"), 0);
    let text = bench.run(&of_own(&["release", "draft"]));
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.starts_with("Own\n") && text.contains(" .."), "{text}");
    for (format, begins) in [("docx", &b"PK"[..]), ("pdf", b"%PDF-")] {
        let file = bench.folder.path().join(format!("draft.{format}"));
        let done = bench.run(&of_own(&["release", "draft", "--format", format, "--out", file.to_str().unwrap()]));
        // A program without documents says so.
        if cfg!(feature = "documents") || format == "docx" {
            assert!(done.status.success(), "{}", told(&done));
            assert!(std::fs::read(&file).unwrap().starts_with(begins));
        } else {
            assert_eq!(done.status.code(), Some(2), "{}", told(&done));
        }
    }
    assert_eq!(json(&bench, &["release", "list"])["releases"], Value::Array(Vec::new()), "nothing is frozen by it");
}

#[test]
fn what_is_proposed_waits_for_a_person_and_its_files_for_the_lock() {
    let bench = with_template();
    let done = bench.run(&of_own(&["release", "propose"]));
    assert!(done.status.success(), "{}", told(&done));
    let id = String::from_utf8(done.stdout).unwrap().trim().to_owned();
    let list = json(&bench, &["release", "list"]);
    let [one] = list["releases"].as_array().unwrap().as_slice() else { panic!("one report: {list}") };
    assert_eq!((&one["id"], &one["state"]), (&id.as_str().into(), &"foreslaaet".into()));
    let shown = json(&bench, &["release", "show", &id[..8]]);
    assert_eq!((&shown["id"], &shown["definitions_changed_since"]), (&id.as_str().into(), &Value::Array(Vec::new())));
    let out = bench.folder.path().join("out");
    let words = ["release", "reproduce", &id, "--programme", "exit-2016", "--out", out.to_str().unwrap()];
    let refused = bench.run(&words);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("The report is not locked"));
    assert!(!out.exists(), "nothing is written");
    let checked = bench.run(&["release", "verify", "--programme", "exit-2016"]);
    assert!(checked.status.success(), "{}", told(&checked));
    let twice = bench.run(&of_own(&["release", "propose"]));
    assert!(twice.status.success(), "a version more: {}", told(&twice));
}

#[test]
fn what_cannot_be_drafted_or_corrected_is_refused_in_one_line_that_says_why() {
    let bench = with_template();
    for (words, said) in [
        (&["release", "draft", "own", "--for", "styregruppe", "--as-of", "2190-01-01"][..], "The day is in the future"),
        (&["release", "draft", "none", "--for", "styregruppe"], "there is no template \"none\"; there are"),
        (&["release", "propose", "none", "--for", "styregruppe"], "there is no template \"none\"; there are"),
        (&["release", "propose", "tilskud", "--for", "tilskudsgiver", "--as-of", "2015-11-23"], "text is missing"),
        (
            &["release", "propose", "own", "--for", "styregruppe", "--corrects", "ffff", "--corrected", "x"],
            "there is no report \"ffff\"",
        ),
    ] {
        let refused = bench.run(&[words, &["--programme", "exit-2016"]].concat());
        assert_eq!(refused.status.code(), Some(1), "{words:?}: {}", told(&refused));
        let line = String::from_utf8(refused.stderr).unwrap();
        assert!(line.contains(said) && line.lines().count() == 1 && refused.stdout.is_empty(), "{words:?}: {line}");
    }
    let wrong = bench.run(&["release", "draft", "own", "--for", "nobody", "--programme", "exit-2016"]);
    assert_eq!(wrong.status.code(), Some(2));
}
