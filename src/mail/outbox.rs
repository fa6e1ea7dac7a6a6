//! The three ways out. A letter's Message-ID is made from its job, so that sending twice is recognisable (RFC 5322).

use crate::kernel::Email;
use crate::mail::Letter;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::PoolConfig;
use lettre::{FileTransport, Message, SmtpTransport, Transport};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What the reader's mail sends to the link that stops letters (RFC 8058).
pub const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// Where letters go.
#[derive(Debug, Clone)]
pub enum MailConfig {
    /// To a mail server: `smtp://user:password@host:port` or `smtps://…`.
    Smtp(String),
    /// To files, one per letter, in a folder.
    Files(PathBuf),
    /// To memory, for tests.
    Memory,
}

/// A letter that left, as tests read it.
pub type Sent = Letter;

enum Way {
    Smtp(Box<SmtpTransport>),
    Files(FileTransport),
    Memory(Mutex<Memory>),
}

#[derive(Default)]
struct Memory {
    letters: Vec<Sent>,
    down: bool,
}

/// Sends letters.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    way: Arc<Way>,
}

/// A letter did not leave; it will be tried again.
#[derive(Debug, thiserror::Error)]
#[error("letter not sent: {0}")]
pub struct NotSent(String);

impl Mailer {
    /// Opens the way out. Nothing is connected yet: a mail server that is down only delays letters.
    ///
    /// # Errors
    /// When the sender's address or the server's URL cannot be read, or the folder cannot be made.
    pub fn open(config: &MailConfig, from: &str) -> Result<Self, NotSent> {
        let wrong = |e: &dyn std::fmt::Display| NotSent(e.to_string());
        let way = match config {
            MailConfig::Smtp(url) => Way::Smtp(Box::new(
                SmtpTransport::from_url(url)
                    .map_err(|e| wrong(&e))?
                    .timeout(Some(Duration::from_secs(20)))
                    .pool_config(PoolConfig::new().max_size(2))
                    .build(),
            )),
            MailConfig::Files(folder) => {
                std::fs::create_dir_all(folder).map_err(|e| wrong(&e))?;
                Way::Files(FileTransport::new(folder))
            }
            MailConfig::Memory => Way::Memory(Mutex::default()),
        };
        Ok(Self { from: from.parse().map_err(|e| wrong(&e))?, way: Arc::new(way) })
    }

    /// Sends one letter; `key` makes its Message-ID.
    ///
    /// # Errors
    /// When it did not leave.
    pub fn send(&self, letter: &Letter, key: &str) -> Result<(), NotSent> {
        // Who has no address is told by her advisor, on paper or by phone.
        if letter.to.is_none() {
            return Ok(());
        }
        match &*self.way {
            Way::Smtp(smtp) => smtp.send(&self.message(letter, key)?).map(drop).map_err(|e| NotSent(e.to_string())),
            Way::Files(files) => files.send(&self.message(letter, key)?).map(drop).map_err(|e| NotSent(e.to_string())),
            Way::Memory(memory) => {
                let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
                if memory.down {
                    return Err(NotSent("the mail server is down".into()));
                }
                memory.letters.push(letter.clone());
                Ok(())
            }
        }
    }

    fn message(&self, letter: &Letter, key: &str) -> Result<Message, NotSent> {
        let wrong = |e: lettre::error::Error| NotSent(e.to_string());
        let to: Mailbox = letter.to.as_str().parse().map_err(|_| NotSent("address".into()))?;
        let auto = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into());
        let part = |kind, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .message_id(Some(format!("<{key}@{}>", self.from.email.domain())))
            .subject(&letter.subject)
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, &letter.text))
                    .singlepart(part(ContentType::TEXT_HTML, &letter.html)),
            )
            .map_err(wrong)?;
        message.headers_mut().insert_raw(auto);
        if let Some(stop) = &letter.stop {
            let one_click = [("List-Unsubscribe", format!("<{stop}>")), ("List-Unsubscribe-Post", ONE_CLICK.into())];
            for (name, value) in one_click {
                message.headers_mut().insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
            }
        }
        Ok(message)
    }

    /// Takes the letters kept in memory for an address, oldest first.
    #[must_use]
    pub fn take(&self, to: &Email) -> Vec<Sent> {
        self.drain(|letter| letter.to == *to)
    }

    /// Takes every letter kept in memory.
    #[must_use]
    pub fn take_all(&self) -> Vec<Sent> {
        self.drain(|_| true)
    }

    fn drain(&self, mut wanted: impl FnMut(&Sent) -> bool) -> Vec<Sent> {
        let Way::Memory(memory) = &*self.way else { return Vec::new() };
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        let (taken, left) = std::mem::take(&mut memory.letters).into_iter().partition(|l| wanted(l));
        memory.letters = left;
        taken
    }

    /// Makes the memory refuse letters, as a mail server that is down would.
    pub fn set_down(&self, down: bool) {
        if let Way::Memory(memory) = &*self.way {
            memory.lock().unwrap_or_else(PoisonError::into_inner).down = down;
        }
    }
}
