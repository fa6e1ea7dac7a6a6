//! Letters leave as plain text and HTML together, through SMTP, to files, or to memory for tests.

mod outbox;

use crate::kernel::Email;

pub use outbox::{MailConfig, Mailer, ONE_CLICK, Sent};

/// A letter, ready to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML, without any outside resource.
    pub html: String,
    /// The link that stops letters of this kind by one press, for kinds that may be stopped (RFC 8058).
    pub stop: Option<String>,
    /// The keys of jobs whose letters need not be written any more, once this one has left: it tells the same.
    pub instead_of: Vec<String>,
}
