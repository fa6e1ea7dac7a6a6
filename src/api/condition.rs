//! "Only if it is still as I read it" (`If-Match`, RFC 9110 § 13.1.1): two programs of one platform do not undo each other.

use crate::kernel::RuleError;
use crate::web::{Error, Outcome};
use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// The versions that a write is meant for; nothing asked, nothing checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatch(Option<Vec<String>>);

impl IfMatch {
    /// Whether the present version, if there is one, is among those that were meant.
    ///
    /// # Errors
    /// `changed-since` (412).
    pub fn holds(&self, version: Option<i32>) -> Result<(), RuleError> {
        let Some(meant) = &self.0 else { return Ok(()) };
        let now = version.map(|v| v.to_string());
        let same = now.as_ref().is_some_and(|v| meant.iter().any(|tag| tag == "*" || *tag == format!("\"{v}\"")));
        if same {
            Ok(())
        } else {
            Err(RuleError::outdated("changed-since").with("version", now.unwrap_or_else(|| "-".to_owned())))
        }
    }

    /// Whether anything was asked.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        self.0.is_some()
    }

    fn of(header: &str) -> Self {
        Self(Some(header.split(',').map(|tag| tag.trim().to_owned()).collect()))
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Outcome<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let lines: Vec<&str> = req.headers().get_all(IF_MATCH).map(|v| v.to_str().unwrap_or_default()).collect();
        ready(Ok(if lines.is_empty() { Self(None) } else { Self::of(&lines.join(",")) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_meant_for_another_version_is_refused() {
        assert!(IfMatch(None).holds(None).is_ok());
        let meant = IfMatch::of("\"3\", \"4\"");
        assert!(meant.holds(Some(4)).is_ok());
        assert_eq!(meant.holds(Some(5)).unwrap_err().code, "changed-since");
        assert!(meant.holds(None).is_err());
        assert!(IfMatch::of("*").holds(Some(9)).is_ok() && IfMatch::of("*").holds(None).is_err());
        assert!(IfMatch::of("W/\"3\"").holds(Some(3)).is_err(), "a weak tag never matches (RFC 9110)");
    }
}
