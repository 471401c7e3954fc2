//! The commands that serve.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use crate::{Bench, bare, told};

/// A served store; killed when the test ends, whatever happened.
pub(crate) struct Served {
    pub(crate) child: Child,
    pub(crate) port: u16,
    pub(crate) said: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn demo() -> Self {
        Self::start(bare(&["demo", "--port", "0"]))
    }

    /// Starts a demo and waits until it has said where it is.
    pub(crate) fn start(mut demo: Command) -> Self {
        let mut child = demo.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut said = String::new();
        while !said.contains("Ctrl-C") {
            said.push_str(&lines.next().expect("the demo ended").unwrap());
            said.push('\n');
        }
        let port = said.split("127.0.0.1:").nth(1).unwrap().split_whitespace().next().unwrap().parse().unwrap();
        Self { child, port, said }
    }

    /// The password of everybody in the demo.
    pub(crate) fn password(&self) -> &str {
        self.said.split("password for all of them: ").nth(1).unwrap().lines().next().unwrap()
    }

    /// Asks it to stop; gives what it wrote to its log.
    pub(crate) fn stop(&mut self) -> String {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success(), "stops cleanly");
        let mut logs = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut logs).unwrap();
        logs
    }

    /// Sends a form, as a browser on one of its pages does.
    pub(crate) fn send(&self, path: &str, cookie: &str, form: &str) -> String {
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n\
             Cookie: __Host-brobygger={cookie}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\n\r\n{form}",
            port = self.port,
            length = form.len()
        ))
    }

    /// Signs somebody in; gives the cookie.
    pub(crate) fn sign_in(&self, user_name: &str) -> String {
        let form = format!("brugernavn={user_name}&adgangskode={}", self.password());
        let answer = self.send("/log-ind", "", &form);
        let cookie = answer.split("__Host-brobygger=").nth(1).unwrap_or_else(|| panic!("{answer}"));
        cookie.split(';').next().unwrap().to_owned()
    }

    pub(crate) fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
    }
}

#[test]
fn the_demo_says_where_it_is_and_who_signs_in_and_stops_when_asked_to() {
    let mut demo = Served::demo();
    for word in ["mette", "jonas", "amina", "karen", "reden", "admin", "password"] {
        assert!(demo.said.contains(word), "{word}: {}", demo.said);
    }
    assert!(demo.get("/log-ind").starts_with("HTTP/1.1 200"));
    let outside = demo.get("/mine-borgere");
    assert!(outside.starts_with("HTTP/1.1 303") && outside.contains("location: /log-ind"), "{outside}");
    let cookie = demo.sign_in("mette");
    let page = demo.ask(&format!(
        "GET /mine-borgere HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-brobygger={cookie}\r\nConnection: close\r\n\r\n"
    ));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Lærke"), "the worker sees the list");
    let logs = demo.stop();
    assert!(logs.contains("\"stopped\"") && !logs.contains("Lærke") && !logs.contains(demo.password()), "{logs}");
}

#[test]
fn a_taken_port_is_named_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let refused = bare(&["demo", "--port", &port.to_string()]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let said = told(&refused);
    assert!(said.contains(&format!("port {port} is taken")) && said.contains("--port"), "{said}");
}

#[test]
fn a_second_process_on_the_same_folder_is_refused() {
    let bench = Bench::with_programme();
    let mut child = bench
        .command(&["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("\"serving\"")), "serves");
    let refused = bench.run(&["report", "status", "--programme", "exit-2016"]);
    let _ = child.kill();
    let _ = child.wait();
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("another process uses the store"), "{}", told(&refused));
    assert!(bench.run(&["report", "status", "--programme", "exit-2016"]).status.success(), "free again after a kill");
}
