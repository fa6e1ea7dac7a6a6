//! "Only if it is still as I read it" (`If-Match`, RFC 9110 § 13.1.1) and "only if it is new" (`If-None-Match: *`,
//! § 13.1.2): two programs of one platform do not undo each other.

use crate::kernel::RuleError;
use crate::web::{Error, Outcome};
use actix_web::dev::Payload;
use actix_web::http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// The versions that a write is meant for; nothing asked, nothing checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IfMatch {
    meant: Option<Vec<String>>,
    /// Versions that it must not be, `*` for any.
    other_than: Option<Vec<String>>,
}

impl IfMatch {
    /// Whether the present version, if there is one, is among those that were meant.
    ///
    /// # Errors
    /// `changed-since` (412).
    pub fn holds(&self, version: Option<i32>) -> Result<(), RuleError> {
        let now = version.map(|v| v.to_string());
        let named = |tags: &[String]| {
            now.as_ref().is_some_and(|v| tags.iter().any(|tag| tag == "*" || *tag == format!("\"{v}\"")))
        };
        let meant = self.meant.as_deref().is_none_or(named);
        let excluded = self.other_than.as_deref().is_some_and(named);
        if meant && !excluded {
            Ok(())
        } else {
            Err(RuleError::outdated("changed-since").with("version", now.unwrap_or_else(|| "-".to_owned())))
        }
    }

    /// Whether anything was asked.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        self.meant.is_some() || self.other_than.is_some()
    }
}

/// The tags of a header, which may come on several lines.
fn tags(req: &HttpRequest, name: HeaderName) -> Option<Vec<String>> {
    let lines: Vec<&str> = req.headers().get_all(name).map(|v| v.to_str().unwrap_or_default()).collect();
    (!lines.is_empty()).then(|| split(&lines.join(",")))
}

fn split(header: &str) -> Vec<String> {
    header.split(',').map(|tag| tag.trim().to_owned()).collect()
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Outcome<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self { meant: tags(req, IF_MATCH), other_than: tags(req, IF_NONE_MATCH) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_meant_for_another_version_is_refused() {
        let of = |header: &str| IfMatch { meant: Some(split(header)), other_than: None };
        assert!(IfMatch::default().holds(None).is_ok());
        let meant = of("\"3\", \"4\"");
        assert!(meant.holds(Some(4)).is_ok());
        assert_eq!(meant.holds(Some(5)).unwrap_err().code, "changed-since");
        assert!(meant.holds(None).is_err());
        assert!(of("*").holds(Some(9)).is_ok() && of("*").holds(None).is_err());
        assert!(of("W/\"3\"").holds(Some(3)).is_err(), "a weak tag never matches (RFC 9110)");
    }

    #[test]
    fn a_write_meant_for_what_is_new_does_not_touch_what_is_there() {
        let new = IfMatch { meant: None, other_than: Some(split("*")) };
        assert!(new.is_asked() && new.holds(None).is_ok());
        assert_eq!(new.holds(Some(1)).unwrap_err().code, "changed-since");
    }
}
