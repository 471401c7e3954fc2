//! The way to the mail server: SMTP, to the one host that the operator has named. Nothing of a mail is ever logged.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use app::job::{Letter, Post, PostFault, Runner, Sending};
use lettre::message::{Mailbox, header};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::cli;
use crate::clock::Clock;
use crate::jobs::runner;

/// A mail server that has not answered by then does not answer.
const TIMEOUT: Duration = Duration::from_secs(20);
/// A mail takes no longer than this, or is not sent: well within the time that another server waits before it takes over.
const IN_ALL: Duration = Duration::from_secs(60);

impl cli::Mail {
    /// What the jobs need, with the way to the mail server where one is named.
    ///
    /// # Errors
    ///
    /// What is wrong with what was named, without quoting a password.
    pub(crate) fn runner(&self, clock: &Clock) -> Result<Runner> {
        let post = match (&self.smtp, &self.mail_from) {
            (Some(url), Some(from)) => Some(Arc::new(Smtp::new(url, from)?) as Arc<dyn Post>),
            _ => None,
        };
        let public = self.public_url.clone().unwrap_or_default();
        let is_address = public.starts_with("https://") || public.starts_with("http://");
        if post.is_some() && (!is_address || public.contains(|sign: char| sign.is_whitespace() || sign.is_control())) {
            bail!("--public-url is no address such as https://brobygger.example.org");
        }
        Ok(runner(clock, post, public, self.lease))
    }
}

/// The mail server.
struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    fn new(url: &str, from: &str) -> Result<Self> {
        let from: Mailbox =
            from.parse().map_err(|_| anyhow!("--mail-from is no mail address such as brobygger@example.org"))?;
        // The parser's own message could quote the address, and with it the password.
        let wrong = || anyhow!("--smtp is no address of a mail server such as smtps://user:password@mail.example.org");
        if !is_safe(url).ok_or_else(wrong)? {
            bail!(
                "--smtp names a mail server on another machine without TLS; write smtps://… or add ?tls=required to the address"
            );
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| wrong())?;
        Ok(Self { transport: builder.timeout(Some(TIMEOUT)).build(), from })
    }

    fn message(&self, letter: &Letter) -> Option<Message> {
        let to = letter.to.reveal().parse().ok()?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.as_str())
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .raw_header(header::HeaderValue::new(
                header::HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .header(header::MIME_VERSION_1_0)
            .header(header::ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .ok()
    }
}

/// Whether what is sent cannot be read on the way: over TLS, or not leaving the machine. None where it is no address.
fn is_safe(url: &str) -> Option<bool> {
    let (scheme, rest) = url.split_once("://")?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let place = place.split('/').next()?;
    let host = place.rsplit('@').next().filter(|host| !host.is_empty())?;
    let is_here = host == "localhost"
        || host.starts_with("localhost:")
        || host == "[::1]"
        || host.starts_with("[::1]:")
        || host.split(':').next()?.parse::<std::net::Ipv4Addr>().is_ok_and(|host| host.is_loopback());
    match scheme {
        "smtps" => Some(true),
        "smtp" => Some(is_here || query.split('&').any(|part| part == "tls=required")),
        _ => None,
    }
}

impl Post for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let message = self.message(letter).ok_or(PostFault::Refused)?;
            let Ok(sent) = tokio::time::timeout(IN_ALL, self.transport.send(message)).await else {
                return Err(PostFault::Unreachable);
            };
            match sent {
                Ok(_) => Ok(()),
                Err(fault) if fault.is_tls() || fault.is_client() => Err(PostFault::Untrusted),
                // An answer, but not a yes: to this mail, or for now.
                Err(fault) if fault.is_permanent() || fault.is_transient() => Err(PostFault::Refused),
                Err(_) => Err(PostFault::Unreachable),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::personal::Personal;

    use super::*;

    #[test]
    fn a_mail_server_elsewhere_is_spoken_to_over_tls_only() {
        for (url, safe) in [
            ("smtps://mail.example.org", Some(true)),
            ("smtp://mail.example.org", Some(false)),
            ("smtp://mail.example.org?tls=opportunistic", Some(false)),
            ("smtp://user:pass@mail.example.org:587?tls=required", Some(true)),
            ("smtp://127.0.0.1:2525", Some(true)),
            ("smtp://localhost:25", Some(true)),
            ("smtp://[::1]:25", Some(true)),
            ("smtp://localhost.example.org", Some(false)),
            ("smtp://127.0.0.1@mail.example.org", Some(false)),
            ("smtp://127.0.0.1.example.org", Some(false)),
            ("https://mail.example.org", None),
            ("mail.example.org", None),
            ("smtp://", None),
        ] {
            assert_eq!(is_safe(url), safe, "{url}");
        }
    }

    #[test]
    fn what_is_wrong_with_the_address_is_told_without_the_password() {
        for url in ["smtp://bo:hemmelig@mail.example.org", "smtps://bo:hemmelig@[", "imap://bo:hemmelig@x"] {
            let told = Smtp::new(url, "a@example.org").err().unwrap().to_string();
            assert!(told.contains("--smtp") && !told.contains("hemmelig"), "{told}");
        }
        assert!(Smtp::new("smtp://127.0.0.1", "ingen").err().unwrap().to_string().contains("--mail-from"));
    }

    #[test]
    fn a_mail_has_one_reader_a_plain_text_and_the_id_it_is_given() {
        let smtp = Smtp::new("smtp://127.0.0.1", "Overblik <brobygger@example.org>").unwrap();
        let to = Personal::new("mette@kommune.dk".to_owned());
        let letter = Letter { to, subject: "Dit overblik".into(), text: "- 1 opfølgning\n".into(), id: "ab12".into() };
        let text = String::from_utf8(smtp.message(&letter).unwrap().formatted()).unwrap();
        for line in [
            "From: Overblik <brobygger@example.org>",
            "To: mette@kommune.dk",
            "Subject: Dit overblik",
            "Message-ID: <ab12@example.org>",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
            "MIME-Version: 1.0",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} is missing in {text}");
        }
        let two = Letter { to: Personal::new("a@b.dk, c@d.dk".to_owned()), ..letter };
        assert!(smtp.message(&two).is_none());
    }
}
