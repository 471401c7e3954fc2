//! The commands that end by themselves.

use serde_json::Value;

use crate::{Bench, bare, root, told};

fn json(output: &std::process::Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|fault| panic!("{fault}: {}", told(output)))
}

#[test]
fn a_new_store_gets_its_key_beside_the_data_folder_where_none_is_named() {
    let bench = Bench::empty();
    let data = bench.data();
    let made = bare(&["init", "--data", data.to_str().unwrap(), "--format", "json"]).output().unwrap();
    assert!(made.status.success(), "{}", told(&made));
    let key = json(&made)["key_file"].as_str().unwrap().to_owned();
    assert_eq!(key, bench.folder.path().join("data.key").to_str().unwrap());
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&key).unwrap().permissions()) & 0o777, 0o600);
    let again = bare(&["init", "--data", data.to_str().unwrap()]).output().unwrap();
    assert_eq!(again.status.code(), Some(1), "{}", told(&again));
    assert!(told(&again).contains("already"), "{}", told(&again));
    assert!(!bench.folder.path().join("data-2.key").exists(), "a refused init leaves no key behind");
}

#[test]
fn without_its_key_or_with_another_a_store_is_refused_and_left_as_it_was() {
    let bench = Bench::with_programme();
    let files = || -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = std::fs::read_dir(bench.data())
            .unwrap()
            .map(|file| file.unwrap().path())
            .map(|file| (file.display().to_string(), std::fs::read(&file).unwrap()))
            .collect();
        files.sort();
        files
    };
    let before = files();
    let status = ["report", "status", "--programme", "exit-2016"];
    let missing = bench.command(&status).env("BROBYGGER_KEY_FILE", "/no/such/file").output().unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(told(&missing).contains("/no/such/file"), "{}", told(&missing));
    let none = bench.command(&status).env_remove("BROBYGGER_KEY_FILE").output().unwrap();
    assert!(told(&none).contains("--key-file"), "{}", told(&none));
    let other = bench.folder.path().join("other.key");
    std::fs::write(&other, "ab".repeat(32)).unwrap();
    let wrong = bench.command(&status).env("BROBYGGER_KEY_FILE", &other).output().unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(told(&wrong).contains("the key does not open the store; nothing was changed"), "{}", told(&wrong));
    assert_eq!(files(), before);
    assert!(bench.run(&status).status.success());
}

#[test]
fn a_register_goes_in_and_the_figures_come_out() {
    let bench = Bench::with_programme();
    let register = bench.register();
    let register = register.to_str().unwrap();
    let tried = bench.run(&["import", register, "--programme", "exit-2016", "--dry-run", "--format", "json"]);
    assert_eq!(json(&tried)["imported"], false);
    let done = bench.run(&["import", register, "--programme", "exit-2016", "--format", "json"]);
    let done = json(&done);
    assert_eq!(
        (&done["imported"], &done["rows"]["maalinger"], &done["faults"]),
        (&true.into(), &10.into(), &Value::Array(Vec::new()))
    );
    let again = json(&bench.run(&["import", register, "--programme", "exit-2016", "--format", "json"]));
    assert_eq!((&again["added"], &again["changed"]), (&0.into(), &0.into()));
    let report = |words: &[&str]| bench.run(&[&["report"], words, &["--programme", "exit-2016"]].concat());
    let status = json(&report(&["status", "--as-of", "2015-03-01", "--format", "json"]));
    assert_eq!((&status["enrolled"], &status["as_of"]), (&1.into(), &"2015-03-01".into()));
    let courses = json(&report(&["courses", "--as-of", "2015-03-01", "--format", "json"]));
    assert_eq!(courses["courses"][0]["planned_end"], "2016-01-31");
    assert_eq!(courses["courses"][0]["citizen"], "B1");
    let text = report(&["status", "--as-of", "2015-03-01"]);
    assert!(text.status.success() && !text.stdout.is_empty(), "{}", told(&text));
    let danish = bench.command(&["report", "status", "--programme", "exit-2016"]).env("LC_ALL", "da_DK.UTF-8").output();
    assert!(told(&danish.unwrap()).contains("ndskrevet"));
    let file = bench.folder.path().join("status.csv");
    let csv = report(&["status", "--format", "csv", "--out", file.to_str().unwrap()]);
    assert!(csv.status.success() && csv.stdout.is_empty(), "{}", told(&csv));
    assert!(std::fs::read_to_string(file).unwrap().contains(';'));
}

#[cfg(not(feature = "documents"))]
#[test]
fn a_program_built_without_documents_says_so_in_one_line() {
    let asked = ["report", "status", "--programme", "exit-2016", "--format", "pdf", "--out", "status.pdf"];
    let refused = Bench::with_programme().run(&asked);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("built without documents"), "{}", told(&refused));
}

#[cfg(feature = "documents")]
#[test]
fn a_figure_is_written_as_workbook_word_document_and_pdf_with_the_same_number() {
    let bench = Bench::with_programme();
    let register = bench.register();
    assert!(bench.run(&["import", register.to_str().unwrap(), "--programme", "exit-2016"]).status.success());
    let asked = ["report", "status", "--programme", "exit-2016", "--as-of", "2015-03-01", "--format"];
    for (format, begins) in [("xlsx", &b"PK"[..]), ("docx", b"PK"), ("pdf", b"%PDF-1.7")] {
        let file = bench.folder.path().join(format!("status.{format}"));
        let words = [&asked[..], &[format, "--out", file.to_str().unwrap()]].concat();
        let done = bench.run(&words);
        assert!(done.status.success() && done.stdout.is_empty(), "{format}: {}", told(&done));
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{format}");
        let piped = bench.run(&[&asked[..], &[format]].concat());
        assert!(piped.stdout == std::fs::read(&file).unwrap(), "{format}: the same bytes again");
    }
    let pdf = bench.folder.path().join("status.pdf");
    let text = std::process::Command::new("pdftotext").args(["-layout", pdf.to_str().unwrap(), "-"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let line =
        |name: &str| text.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_default().to_owned();
    assert!(line("Enrolled").ends_with(" 1") && line("Different users").ends_with(" 1"), "{text}");
    assert!(text.contains("As of 2015-03-01") && text.contains("n = 1 persons"), "{text}");
}

#[test]
fn a_faulty_register_is_answered_with_every_place_and_exit_code_one() {
    let bench = Bench::with_programme();
    let register = bench.register();
    std::fs::write(
        register.join("forloeb.csv"),
        "forloeb_id;borger_id;afklaring_start;medarbejder\nF1;B9;31-02-2015;mette\n",
    )
    .unwrap();
    let faulty = bench.run(&["import", register.to_str().unwrap(), "--programme", "exit-2016", "--format", "json"]);
    assert_eq!(faulty.status.code(), Some(1));
    let told = json(&faulty);
    assert_eq!(told["imported"], false);
    let places: Vec<(&str, u64, &str)> = told["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            (fault["sheet"].as_str().unwrap(), fault["row"].as_u64().unwrap(), fault["column"].as_str().unwrap())
        })
        .collect();
    assert!(
        places.contains(&("forloeb", 2, "borger_id")) && places.contains(&("forloeb", 2, "afklaring_start")),
        "{places:?}"
    );
    let plain = bench.run(&["import", register.to_str().unwrap(), "--programme", "exit-2016"]);
    assert_eq!(String::from_utf8_lossy(&plain.stderr).lines().count(), 1, "one clear line on standard error");
}

#[test]
fn a_programme_with_an_impossible_value_names_file_line_and_what_would_be_right() {
    let bench = Bench::with_programme();
    let text = std::fs::read_to_string(root("programmes/exit-2016.toml")).unwrap();
    let file = bench.folder.path().join("broken.toml");
    std::fs::write(&file, text.replace("caseload_cap = 10", "caseload_cap = 0\ncolour = \"red\"")).unwrap();
    let refused = bench.run(&["programme", "add", file.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    let line = text.lines().position(|line| line.starts_with("caseload_cap")).unwrap() + 1;
    assert!(told(&refused).contains(&format!("broken.toml:{line}")), "{}", told(&refused));
    assert!(told(&refused).contains(&format!("broken.toml:{}", line + 1)), "{}", told(&refused));
    let list = json(&bench.run(&["programme", "list", "--format", "json"]));
    assert_eq!(list["programmes"][0]["version"], 1);
}

#[test]
fn accounts_are_added_listed_and_disabled() {
    let bench = Bench::with_programme();
    let add = |name: &str, role: &str| bench.run(&["user", "add", name, "--role", role, "--programme", "exit-2016"]);
    let added = add("amina", "projektkoordinator");
    assert!(told(&added).contains("First password:"), "{}", told(&added));
    assert_eq!(add("amina", "projektkoordinator").status.code(), Some(1), "the name is taken");
    let unknown = add("bo", "chef");
    assert!(told(&unknown).contains("relationsmedarbejder"), "says which roles there are: {}", told(&unknown));
    assert!(bench.run(&["user", "disable", "amina"]).status.success());
    let users = json(&bench.run(&["user", "list", "--format", "json"]));
    assert_eq!((&users["users"][0]["user_name"], &users["users"][0]["active"]), (&"amina".into(), &false.into()));
}

#[test]
fn a_partner_s_account_names_its_partner() {
    let bench = Bench::with_programme();
    let add = |more: &[&str]| {
        bench.run(&[&["user", "add", "reden", "--role", "partner", "--programme", "exit-2016"], more].concat())
    };
    let without = add(&[]);
    assert_eq!(without.status.code(), Some(1));
    assert!(told(&without).contains("--partner"), "{}", told(&without));
    let unknown = add(&["--partner", "Reden"]);
    assert!(told(&unknown).contains("there is no partner \"Reden\"; there are: none yet"), "{}", told(&unknown));
}

#[test]
fn the_log_is_whole_and_a_checkpoint_can_be_kept_and_checked() {
    let bench = Bench::with_programme();
    let file = bench.folder.path().join("log.checkpoint");
    assert!(bench.run(&["audit", "checkpoint", "--out", file.to_str().unwrap()]).status.success());
    let checked = bench.run(&["audit", "verify", "--checkpoint", file.to_str().unwrap(), "--format", "json"]);
    assert_eq!(json(&checked)["whole"], true);
    let forged = std::fs::read_to_string(&file).unwrap().replacen('a', "b", 1);
    std::fs::write(&file, forged).unwrap();
    let refused = bench.run(&["audit", "verify", "--checkpoint", file.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1), "{}", told(&refused));
}

#[test]
fn wrong_use_ends_with_exit_code_two() {
    let bench = Bench::empty();
    for words in [
        &["report", "everything", "--programme", "x"][..],
        &["report", "status"],
        &["serve", "--today", "2015-11-23"],
        &["import"],
        &["dance"],
        &[],
    ] {
        assert_eq!(bench.run(words).status.code(), Some(2), "{words:?}");
    }
    let helped = bench.run(&["report", "--help"]);
    for name in ["status", "wind-down", "referrals"] {
        assert!(told(&helped).contains(name), "{name} is in the help");
    }
    let unknown = Bench::with_programme().run(&["report", "status", "--programme", "exit-2017"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(told(&unknown).contains("exit-2016"), "names the programmes there are: {}", told(&unknown));
}

#[test]
fn a_shell_gets_its_completions() {
    let script = bare(&["completion", "bash"]).output().unwrap();
    assert!(told(&script).contains("brobygger") && script.status.success());
}

#[test]
fn a_research_package_of_too_few_is_refused_in_one_line_and_one_of_enough_is_written_once() {
    let bench = Bench::with_programme();
    let out = bench.folder.path().join("pakke");
    let export = |programme: &str, out: &std::path::Path| {
        let words = ["export", "research", "--programme", programme, "--to", "SFI", "--purpose", "Forløb", "--out"];
        bench.run(&[&words[..], &[out.to_str().unwrap()]].concat())
    };
    let few = export("exit-2016", &out);
    assert_eq!((few.status.code(), out.exists()), (Some(1), false));
    let line = String::from_utf8_lossy(&few.stderr).into_owned();
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.contains("aggregate figures") && line.contains("It takes 100 at least"), "{line}");
    let unnamed = bench.run(&["export", "research", "--programme", "exit-2016", "--out", "x"]);
    assert_eq!(unnamed.status.code(), Some(2));

    assert!(bench.run(&["seed", "--citizens", "400"]).status.success());
    let made = export("seed-001", &out);
    assert!(made.status.success(), "{}", told(&made));
    let names: std::collections::BTreeSet<String> =
        out.read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let readable = if names.contains("codebook.pdf") { "codebook.pdf" } else { "codebook.txt" };
    let expected = ["codebook.json", readable, "data.csv", "datapackage.json"];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert_eq!(export("seed-001", &out).status.code(), Some(1), "what is there is not written over");
    let zip = bench.folder.path().join("pakke.zip");
    assert!(export("seed-001", &zip).status.success() && zip.metadata().unwrap().len() > 10_000);
    let listed = json(&bench.run(&["export", "research", "--programme", "seed-001", "--list", "--format", "json"]));
    let packages = listed["packages"].as_array().unwrap();
    assert_eq!((packages.len(), &packages[0]["recipient"]), (2, &"SFI".into()));
    assert!(packages[0]["persons"].as_u64().unwrap() >= 100);
}

#[test]
fn days_that_cannot_be_asked_for_are_refused_in_one_line_that_says_what_to_do() {
    let bench = Bench::with_programme();
    let report = |words: &[&str]| bench.run(&[&["report"], words, &["--programme", "exit-2016"]].concat());
    for (words, said) in [
        (&["status", "--as-of", "2000-01-01"][..], "choose --as-of on or after 2013-04-01"),
        (&["status", "--as-of", "2190-01-01"], "choose --as-of on or before"),
        (&["intake", "--from", "2190-01-01", "--to", "2190-03-31"], "choose --from on or before"),
        (&["intake", "--from", "2015-03-31", "--to", "2015-01-01"], "choose --to on or after --from"),
        (&["goals", "--from", "2010-01-01", "--to", "2010-12-31"], "choose --to on or after 2013-04-01"),
        (
            &["forecast", "--history-from", "2015-06-01", "--history-to", "2015-01-01"],
            "choose --history-to on or after --history-from",
        ),
        (
            &["forecast", "--history-from", "2190-01-01", "--history-to", "2190-06-30"],
            "choose --history-from on or before",
        ),
    ] {
        let refused = report(words);
        assert_eq!(refused.status.code(), Some(1), "{words:?}");
        let line = String::from_utf8(refused.stderr).unwrap();
        assert!(line.contains(said) && line.lines().count() == 1 && refused.stdout.is_empty(), "{words:?}: {line}");
    }
    for words in [
        &[
            "forecast",
            "--from",
            "2016-01-01",
            "--to",
            "2016-03-31",
            "--history-from",
            "2015-01-01",
            "--history-to",
            "2015-12-31",
        ][..],
        &["forecast", "--from", "2190-01-01", "--to", "2190-03-31"],
        &["wind-down", "--as-of", "2190-01-01"],
        &["intake", "--from", "2012-01-01", "--to", "2013-12-31"],
    ] {
        let done = report(words);
        assert!(done.status.success(), "{words:?}: {}", told(&done));
    }
}
