//! People who sign in, without a password: a link and an eight-digit code by e-mail, valid ten minutes, once,
//! in the browser that asked. A letter's link may be opened on another device; it is valid once too.

pub mod actions;
pub mod invitations;
pub mod letters;
pub mod pages;
pub mod store;

use crate::kernel::{Email, Id, Instant, Lang, RuleError};
use chrono::TimeDelta;
use std::ops::Deref;

crate::text_enum! {
    /// What an account is for; one account has one role.
    pub enum Role {
        /// A job seeker.
        Person = "person",
        /// Follows people, in a service.
        Advisor = "advisor",
        /// Posts for a platform.
        Platform = "platform",
        /// Decides on labels.
        LabelBody = "label_body",
        /// Runs the place.
        Admin = "admin",
    }
}

impl Role {
    /// Where this role's work begins.
    #[must_use]
    pub const fn home(self) -> &'static str {
        match self {
            Self::Person => "/moi",
            Self::Advisor => "/conseil",
            Self::Platform => "/plateforme",
            Self::LabelBody => "/organisme-label",
            Self::Admin => "/admin",
        }
    }
}

/// Someone who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Key.
    pub id: Id<Account>,
    /// What it is for.
    pub role: Role,
    /// Where letters go; unique.
    pub email: Email,
    /// The name on screen.
    pub name: String,
    /// The language of letters.
    pub language: Lang,
}

/// Whoever holds a session that is open now: only [`actions::holder`] makes one, from the session's secret. What only a
/// session proves is made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    account: Account,
    plain: bool,
}

impl Holder {
    /// Whether she wants plainer sentences.
    #[must_use]
    pub const fn wants_plain(&self) -> bool {
        self.plain
    }
}

impl Deref for Holder {
    type Target = Account;
    fn deref(&self) -> &Account {
        &self.account
    }
}

/// How long a link or code that was asked for is valid (ASVS 6.5.5).
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::minutes(10);
/// How long the link of a letter is valid.
pub const LETTER_LINK_LIFE: TimeDelta = TimeDelta::days(7);
/// Wrong codes before a sign-in is closed.
pub const CODE_TRIES: i32 = 5;
/// A session ends this long after it began.
pub const SESSION_LIFE: TimeDelta = TimeDelta::days(30);
/// A session ends this long after its last use.
pub const SESSION_IDLE: TimeDelta = TimeDelta::days(7);

/// A pending sign-in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// Key.
    pub id: Id<SignIn>,
    /// Who will be signed in; unknown until the letter is written, and for ever when the address has no account.
    pub account: Option<Id<Account>>,
    /// SHA-256 of the browser's cookie, when one asked.
    pub browser_hash: Option<Vec<u8>>,
    /// SHA-256 of the code.
    pub code_hash: Option<Vec<u8>>,
    /// Where the person goes next: a path of ours.
    pub goes_to: String,
    /// Demo links only: may be used again.
    pub reusable: bool,
    /// Wrong codes so far.
    pub tries: i32,
    /// End of validity.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

/// A letter asked for, before anyone knows whether its address has an account.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The address that was typed; forgotten once its letter is written, or is not.
    pub email: Email,
    /// The same, under the secret of the site: how often it asks can be counted, and it cannot be read back.
    pub mac: String,
    /// SHA-256 of the browser's cookie.
    pub browser_hash: Vec<u8>,
    /// Where to go next: a path of ours; `/` for where the account's work begins.
    pub goes_to: String,
}

impl SignIn {
    /// Whether it may still open a session, in the browser whose cookie hashes to `browser`.
    ///
    /// # Errors
    /// `sign-in-used`, `sign-in-expired`, `sign-in-other-browser`.
    pub fn check(&self, browser: Option<&[u8]>, now: Instant) -> Result<(), RuleError> {
        if self.used_at.is_some() && !self.reusable {
            return Err(RuleError::gone("sign-in-used"));
        }
        if now >= self.expires_at || self.tries >= CODE_TRIES {
            return Err(RuleError::gone("sign-in-expired"));
        }
        match &self.browser_hash {
            Some(asked) if Some(asked.as_slice()) != browser => Err(RuleError::forbidden("sign-in-other-browser")),
            _ => Ok(()),
        }
    }
}

/// Keeps only paths of ours: a link never leads elsewhere.
#[must_use]
pub fn local_path(path: &str) -> String {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control())
        && path.len() < 500;
    if ours { path.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending() -> SignIn {
        SignIn {
            id: Id::make(),
            account: Some(Id::make()),
            browser_hash: Some(vec![1]),
            code_hash: None,
            goes_to: "/moi".into(),
            reusable: false,
            tries: 0,
            expires_at: Instant::from_micros(1_000),
            used_at: None,
        }
    }

    #[test]
    fn a_sign_in_is_valid_once_in_time_and_in_its_browser() {
        let at = Instant::from_micros(999);
        assert!(pending().check(Some(&[1]), at).is_ok());
        assert_eq!(pending().check(Some(&[2]), at).unwrap_err().code, "sign-in-other-browser");
        assert_eq!(pending().check(None, at).unwrap_err().code, "sign-in-other-browser");
        assert_eq!(pending().check(Some(&[1]), Instant::from_micros(1_000)).unwrap_err().code, "sign-in-expired");
        let used = SignIn { used_at: Some(at), ..pending() };
        assert_eq!(used.check(Some(&[1]), at).unwrap_err().code, "sign-in-used");
        let letter = SignIn { browser_hash: None, ..pending() };
        assert!(letter.check(None, at).is_ok());
    }

    #[test]
    fn a_link_never_leads_elsewhere() {
        assert_eq!(local_path("/moi?x=1"), "/moi?x=1");
        for wrong in ["//evil.example", "https://evil.example", "/\\evil", "/\t/evil.example", "moi", ""] {
            assert_eq!(local_path(wrong), "/", "{wrong}");
        }
    }
}
