//! A mail server on this machine: real sockets, as much of SMTP as a mail takes.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// What the mail server does with the next mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    /// Takes them.
    Takes,
    /// Knows no such reader.
    Refuses,
    /// Reads them and never answers.
    Holds,
}

/// A mail as it came.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) to: String,
    /// The bytes between DATA and the dot, as text.
    pub(crate) text: String,
    /// Whether it was taken; else whoever sent it never heard.
    pub(crate) taken: bool,
}

#[derive(Default)]
struct Inside {
    does: Option<Does>,
    mails: Vec<Mail>,
}

/// The mail server.
#[derive(Clone)]
pub(crate) struct Postbox {
    pub(crate) port: u16,
    inside: Arc<(Mutex<Inside>, Condvar)>,
}

impl Postbox {
    /// Opens one on a free port.
    pub(crate) fn opens() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let postbox = Self { port: listener.local_addr().unwrap().port(), inside: Arc::default() };
        let inside = Arc::clone(&postbox.inside);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let inside = Arc::clone(&inside);
                std::thread::spawn(move || talk(stream, &inside));
            }
        });
        postbox
    }

    pub(crate) fn now_it(&self, does: Does) {
        self.inside.0.lock().unwrap().does = Some(does);
    }

    /// Every mail that came so far.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        self.inside.0.lock().unwrap().mails.clone()
    }

    /// Waits until so many mails have come, half a minute at most.
    pub(crate) fn waits_for(&self, number: usize) -> Vec<Mail> {
        let (inside, more) = &*self.inside;
        let waited = more
            .wait_timeout_while(inside.lock().unwrap(), Duration::from_secs(30), |inside| inside.mails.len() < number);
        waited.unwrap().0.mails.clone()
    }
}

/// One connection, until it ends.
fn talk(stream: TcpStream, inside: &(Mutex<Inside>, Condvar)) -> Option<()> {
    let mut answer = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).lines();
    let mut to = String::new();
    answer.write_all(b"220 postbox ESMTP\r\n").ok()?;
    loop {
        let line = lines.next()?.ok()?;
        let does = inside.0.lock().unwrap().does.unwrap_or(Does::Takes);
        let upper = line.to_uppercase();
        let said: &[u8] = if upper.starts_with("EHLO") {
            b"250-postbox\r\n250 8BITMIME\r\n"
        } else if upper.starts_with("RCPT") {
            to = line.split('<').nth(1)?.split('>').next()?.to_owned();
            if does == Does::Refuses { b"550 5.1.1 no such reader\r\n" } else { b"250 ok\r\n" }
        } else if upper == "DATA" {
            answer.write_all(b"354 go on\r\n").ok()?;
            let mut text = String::new();
            loop {
                let line = lines.next()?.ok()?;
                if line == "." {
                    break;
                }
                text.push_str(&line);
                text.push('\n');
            }
            let mail = Mail { to: to.clone(), text, taken: does == Does::Takes };
            inside.0.lock().unwrap().mails.push(mail);
            inside.1.notify_all();
            if does == Does::Holds {
                // Until whoever sent it has gone.
                return lines.next().map(drop);
            }
            b"250 taken\r\n"
        } else if upper == "QUIT" {
            return answer.write_all(b"221 bye\r\n").ok();
        } else {
            b"250 ok\r\n"
        };
        answer.write_all(said).ok()?;
    }
}
