//! A mail on its way, and the way: the server has one that speaks SMTP.

use std::pin::Pin;

use domain::personal::Personal;

/// A mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Where to.
    pub to: Personal<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Its id, the same however often it is tried.
    pub id: String,
}

/// Why a mail was not taken. Tells nothing of what was in it or where it was to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostFault {
    /// The mail server does not answer, or not as one does.
    Unreachable,
    /// The mail server cannot show that it is the right one, or speaks no TLS.
    Untrusted,
    /// The mail server answers, and refuses this mail.
    Refused,
}

/// What sending gives, in its time.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), PostFault>> + Send + 'a>>;

/// The way to the mail server.
pub trait Post: Send + Sync {
    /// Sends a mail; it is sent when the mail server has taken it.
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a>;
}
