//! What programs read over HTTP is what the command line prints.

use domain::report::{Report, Span};
use serde_json::Value;

use crate::serving::Served;
use crate::{Bench, told};

const HERE: &str = "/opsaetning/programmer";

fn get(demo: &Served, path: &str, header: &str) -> String {
    demo.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\nConnection: close\r\n\r\n"))
}

fn after(page: &str, mark: &str) -> String {
    let rest = page.split(mark).nth(1).unwrap_or_else(|| panic!("no {mark} in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Lets a program in on the page, as the coordinator does; what it has to send.
fn lets_in(demo: &Served) -> String {
    let cookie = demo.sign_in("amina");
    let page = get(demo, HERE, &format!("Cookie: __Host-brobygger={cookie}"));
    let (token, key) = (after(&page, "name=\"token\" value=\""), after(&page, "name=\"noegle\" value=\""));
    let form = format!("token={token}&noegle={key}&navn=Datavarehus&rolle=leder&slut=31.12.2015");
    let made = demo.send(HERE, &cookie, &form);
    after(made.split("id=\"noegle-vist\"").nth(1).unwrap_or_else(|| panic!("{made}")), "value=\"")
}

#[test]
fn every_report_is_for_programs_the_document_that_the_command_line_prints_or_is_refused_as_a_list_of_persons() {
    let bench = Bench::empty();
    let mut command = bench.command(&["demo", "--port", "0"]);
    command.env("BROBYGGER_LOG", "debug");
    let mut demo = Served::start(command);
    let key = lets_in(&demo);
    let authorization = format!("Authorization: Bearer {key}");
    let mut read = Vec::new();
    for report in Report::ALL {
        let days: &[(&str, &str)] = match report.span() {
            Span::Day => &[("as_of", "2015-09-30")],
            Span::Period => &[("as_of", "2015-09-30"), ("from", "2015-01-01"), ("to", "2015-09-30")],
        };
        let query: Vec<String> = days.iter().map(|(name, day)| format!("{name}={day}")).collect();
        let path = format!("/api/v1/reports/{}?{}", report.name(), query.join("&"));
        let answer = get(&demo, &path, &authorization);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().to_owned();
        read.push((*report, days, status, body.to_owned()));
    }
    assert!(get(&demo, "/api/v1/reports/status?as_of=Anni+Lindeblad", &authorization).starts_with("HTTP/1.1 422"));
    assert!(get(&demo, "/api/v1/Anni", &authorization).starts_with("HTTP/1.1 404"));
    assert!(get(&demo, "/api/v1/reports", "Authorization: Bearer Lindeblad").starts_with("HTTP/1.1 401"));
    let logs = demo.stop();
    assert!(logs.contains("/reports/{name}"), "requests are logged by their route: {logs}");
    for sent in [key.as_str(), "Anni", "Lindeblad", "as_of=", "2015-09-30"] {
        assert!(!logs.contains(sent), "the log says {sent}");
    }
    for (report, days, status, body) in read {
        let mut words = vec!["report", report.name(), "--programme", "exit-2016", "--format", "json"];
        for (name, day) in days {
            words.extend([
                if *name == "as_of" {
                    "--as-of"
                } else if *name == "from" {
                    "--from"
                } else {
                    "--to"
                },
                *day,
            ]);
        }
        let printed = bench.run(&words);
        assert!(printed.status.success(), "{}", told(&printed));
        if report.lists_persons() {
            assert_eq!(status, "403", "{}: {body}", report.name());
            continue;
        }
        assert_eq!((status.as_str(), body.as_bytes()), ("200", printed.stdout.as_slice()), "{}", report.name());
    }
    let described = bench.run(&["api"]);
    let described: Value = serde_json::from_slice(&described.stdout).unwrap();
    for report in Report::ALL.iter().filter(|report| !report.lists_persons()) {
        assert!(described["paths"][format!("/api/v1/reports/{}", report.name())]["get"].is_object());
    }
}
