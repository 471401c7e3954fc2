//! Pages over HTTP: real sessions of seeded workers, 16 connections that are kept open, and the server's processor time.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::place::{nanos, now, since};
use crate::table::{Times, line};

const CONNECTIONS: u64 = 16;
/// Clock ticks of /proc/PID/stat a second.
const TICKS: f64 = 100.0;

/// One connection, kept open.
struct Browser {
    line: BufReader<TcpStream>,
    host: String,
}

struct Answer {
    status: u16,
    cookie: Option<String>,
    body: Vec<u8>,
}

/// What is asked for, over and over.
#[derive(Clone)]
struct Asked {
    path: String,
    /// The session.
    cookie: String,
    /// What is sent, but for the form's key, which is another each time; none where a page is read.
    form: Option<String>,
    /// The status that it is answered with.
    status: u16,
}

/// What is measured: its name, what is asked for, and the targets: how many a second, CPU in milliseconds, p99 in milliseconds.
type Measured = (&'static str, Vec<Asked>, f64, f64, f64);

/// Measures the pages, the search and a save for so many seconds each; `signins` is what `brobygger seed` printed.
pub(crate) async fn load(
    address: &str,
    pid: &str,
    signins: &str,
    label: &str,
    seconds: u64,
    sessions: usize,
) -> Result<()> {
    let address: SocketAddr = address.parse().context("ADDRESS")?;
    let signins: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(signins)?)?;
    let password = signins.get("password").and_then(|text| text.as_str()).context("no password")?;
    let workers: Vec<&str> = signins
        .get("workers")
        .and_then(|list| list.as_array())
        .context("no workers")?
        .iter()
        .filter_map(|name| name.as_str())
        .collect();
    let (mut lists, mut citizens, mut searches, mut contacts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut browser = Browser::open(address).await?;
    // Spread over all workers, so that the pages are read from all over the store.
    for worker in workers.iter().step_by((workers.len() / sessions).max(1)).take(sessions) {
        let cookie = browser.sign_in(worker, password).await?;
        let list = browser.get("/mine-borgere", &cookie).await?;
        ensure!(list.status == 200, "/mine-borgere answered {}", list.status);
        let found = links(&String::from_utf8_lossy(&list.body));
        ensure!(!found.is_empty(), "{worker} has no citizens");
        let asked = |path: String| Asked { path, cookie: cookie.clone(), form: None, status: 200 };
        lists.push(asked("/mine-borgere".to_owned()));
        for (path, name) in &found {
            // As one types: three letters, which many citizens have, and more, which few have.
            for letters in [3, 6] {
                let typed: String = name.chars().take(letters).collect();
                searches.push(asked(format!("/soeg/forslag?q={}", typed.replace(' ', "+"))));
            }
            citizens.push(asked(path.clone()));
        }
        let Some((path, _)) = found.first_key_value() else { continue };
        let form = browser.get(&format!("{path}/kontakt"), &cookie).await?;
        let form = String::from_utf8_lossy(&form.body).into_owned();
        let token = form.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let token = token.context("the form has no token")?;
        let told = format!("token={token}&version=&dato=0&slags=opkald&min=15&note=Talte+om+leje&behold=ja");
        for path in found.keys() {
            let save = asked(format!("{path}/kontakt"));
            contacts.push(Asked { form: Some(told.clone()), status: 303, ..save });
        }
    }
    let mut desks = Vec::new();
    for coordinator in signins.get("coordinators").and_then(|list| list.as_array()).into_iter().flatten() {
        let Some(name) = coordinator.as_str() else { continue };
        let cookie = browser.sign_in(name, password).await?;
        // Derived once before it is measured; what a look costs after a change is told apart.
        let start = now();
        let first = browser.get("/bord", &cookie).await?;
        ensure!(first.status == 200, "/bord answered {}", first.status);
        println!("The desk after a change, {label}\t\t\t{:.0} ms", since(start).as_secs_f64() * 1e3);
        desks.push(Asked { path: "/bord".to_owned(), cookie, form: None, status: 200 });
        if desks.len() == 8 {
            break;
        }
    }
    let measured: [Measured; 5] = [
        ("The desk", desks, f64::INFINITY, f64::INFINITY, 50.0),
        ("Mine borgere", lists, 3_000.0, 0.6, 20.0),
        ("Borger", citizens, 1_500.0, 1.2, 20.0),
        ("Search", searches, f64::INFINITY, f64::INFINITY, 20.0),
        ("Saving a contact", contacts, f64::INFINITY, f64::INFINITY, 50.0),
    ];
    for (what, pages, rate, cpu, p99_limit) in measured {
        let pages = Arc::new(pages);
        run(address, &pages, 1).await?;
        let before = processor_seconds(pid)?;
        let start = now();
        let (mut times, bytes) = run(address, &pages, seconds).await?;
        let passed = since(start).as_secs_f64();
        let each = (processor_seconds(pid)? - before) / times.count() as f64 * 1e3;
        let a_second = times.count() as f64 / passed;
        let p99 = times.percentile(99);
        let html = bytes as f64 / times.count() as f64 / 1024.0;
        let targets = [
            ("a second", a_second, rate, true),
            ("CPU ms", each, cpu, false),
            ("p99 ms", p99, p99_limit, false),
            ("KiB", html, 60.0, false),
        ];
        line(&format!("{what}, {label}"), &mut times, &targets);
    }
    let megabytes = most_memory(pid)?;
    println!("Memory of the server, {label}\t\t\t{}", crate::table::verdict(("MB at most", megabytes, 100.0, false)));
    Ok(())
}

/// Asks for the pages for so many seconds; the times, and the bytes of all answers' bodies.
async fn run(address: SocketAddr, pages: &Arc<Vec<Asked>>, seconds: u64) -> Result<(Times, usize)> {
    let mut tasks = Vec::new();
    for connection in 0..CONNECTIONS {
        let pages = Arc::clone(pages);
        tasks.push(tokio::spawn(async move {
            let mut browser = Browser::open(address).await?;
            let (start, mut times, mut bytes, mut at) = (now(), Times::default(), 0, connection * 7_919);
            while since(start) < Duration::from_secs(seconds) {
                // A stride that meets every page once before it meets one again.
                at = at.wrapping_add(104_729);
                let place = usize::try_from(at % pages.len() as u64)?;
                let page = pages.get(place).context("no page")?;
                let asked = now();
                let answer = match &page.form {
                    None => browser.get(&page.path, &page.cookie).await?,
                    Some(form) => {
                        browser.post(&page.path, &page.cookie, &format!("{form}&noegle={}", new_key())).await?
                    }
                };
                times.push(since(asked));
                bytes += answer.body.len();
                ensure!(answer.status == page.status, "{} answered {}", page.path, answer.status);
                ensure!(answer.body.len() > 20 || page.status != 200, "{} answered with nothing", page.path);
            }
            anyhow::Ok((times, bytes))
        }));
    }
    let (mut all, mut bytes) = (Times::default(), 0);
    for task in tasks {
        let (times, some) = task.await??;
        all.extend(times);
        bytes += some;
    }
    Ok((all, bytes))
}

impl Browser {
    async fn open(address: SocketAddr) -> Result<Self> {
        let line = TcpStream::connect(address).await?;
        line.set_nodelay(true)?;
        Ok(Self { line: BufReader::with_capacity(64 * 1024, line), host: address.to_string() })
    }

    async fn sign_in(&mut self, name: &str, password: &str) -> Result<String> {
        let form = format!("brugernavn={name}&adgangskode={password}");
        let answer = self.post("/log-ind", "ingen=", &form).await?;
        answer.cookie.with_context(|| format!("{name} was not signed in: {}", answer.status))
    }

    async fn get(&mut self, path: &str, cookie: &str) -> Result<Answer> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\r\n",
            self.host
        );
        self.ask(&request).await
    }

    async fn post(&mut self, path: &str, cookie: &str, form: &str) -> Result<Answer> {
        let host = &self.host;
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        );
        self.ask(&request).await
    }

    async fn ask(&mut self, request: &str) -> Result<Answer> {
        self.line.write_all(request.as_bytes()).await?;
        let mut answer = Answer { status: 0, cookie: None, body: Vec::new() };
        let (mut length, mut is_chunked) = (0, false);
        let mut head = String::new();
        loop {
            head.clear();
            if self.line.read_line(&mut head).await? == 0 {
                bail!("the server closed the connection");
            }
            let text = head.trim_end();
            if text.is_empty() {
                break;
            }
            if let Some(status) = text.strip_prefix("HTTP/1.1 ") {
                answer.status = status.get(..3).unwrap_or_default().parse()?;
            } else if let Some((name, value)) = text.split_once(": ") {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.parse()?,
                    "transfer-encoding" => is_chunked = true,
                    "set-cookie" => answer.cookie = value.split(';').next().map(str::to_owned),
                    _ => {}
                }
            }
        }
        loop {
            if is_chunked {
                head.clear();
                self.line.read_line(&mut head).await?;
                length = usize::from_str_radix(head.trim(), 16)?;
            }
            let from = answer.body.len();
            answer.body.resize(from + length, 0);
            self.line.read_exact(answer.body.get_mut(from..).unwrap_or_default()).await?;
            if !is_chunked {
                return Ok(answer);
            }
            self.line.read_line(&mut head).await?;
            if length == 0 {
                return Ok(answer);
            }
        }
    }
}

/// The citizens' pages that a page leads to, each with what the citizen is called.
fn links(html: &str) -> BTreeMap<String, String> {
    let link = |(at, start): (usize, &str)| {
        let (path, rest) = html.get(at + "href=\"".len()..)?.split_once('"')?;
        // Pages below the citizen's have more in their address than its id.
        let is_citizen = path.len() == start.len() - "href=\"".len() + 36;
        let name = rest.split_once("<bdi>")?.1.split('<').next()?;
        (is_citizen && !name.is_empty()).then(|| (path.to_owned(), name.to_owned()))
    };
    html.match_indices("href=\"/borger/").filter_map(link).collect()
}

/// A key that no form had before.
fn new_key() -> String {
    static MADE: AtomicU64 = AtomicU64::new(0);
    format!("{:032x}", nanos() << 64 | u128::from(MADE.fetch_add(1, Ordering::Relaxed)))
}

fn processor_seconds(pid: &str) -> Result<f64> {
    let text = std::fs::read_to_string(PathBuf::from("/proc").join(pid).join("stat"))?;
    // Behind the name, which may hold anything: field 14 and 15 of the whole are 12 and 13 here.
    let (_, rest) = text.rsplit_once(") ").context("stat")?;
    let ticks: Vec<f64> = rest.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse().ok()).collect();
    Ok(ticks.iter().sum::<f64>() / TICKS)
}

fn most_memory(pid: &str) -> Result<f64> {
    let text = std::fs::read_to_string(PathBuf::from("/proc").join(pid).join("status"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
    let kilobytes: f64 = line.split_whitespace().next().context("VmHWM")?.parse()?;
    Ok(kilobytes / 1024.0)
}
