//! An e-mail address is accepted when a mail library can send to it, and kept in lower case.

use crate::kernel::RuleError;

/// A deliverable-looking address, lower case, at most 254 characters (RFC 5321); or none, for who is followed without one. Who
/// has none is written nothing and does not sign in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads what someone typed.
    ///
    /// # Errors
    /// `email-invalid` on field `email`.
    pub fn parse(typed: &str) -> Result<Self, RuleError> {
        let text = typed.trim().to_lowercase();
        let dotted = text.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
        if text.len() <= 254 && dotted && text.parse::<lettre::Address>().is_ok() {
            return Ok(Self(text));
        }
        Err(RuleError::invalid("email-invalid").on("email"))
    }

    /// No address.
    #[must_use]
    pub const fn none() -> Self {
        Self(String::new())
    }

    /// Whether there is no address.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// From what is kept: nothing, or an address.
    ///
    /// # Errors
    /// `email-invalid`.
    pub fn kept(text: Option<&str>) -> Result<Self, RuleError> {
        text.map_or_else(|| Ok(Self::none()), Self::parse)
    }

    /// As it is kept.
    #[must_use]
    pub fn to_keep(&self) -> Option<&str> {
        Some(self.as_str()).filter(|text| !text.is_empty())
    }

    /// The address; empty when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_is_kept_as_none_and_never_typed() {
        assert!(Email::kept(None).unwrap().is_none() && Email::none().to_keep().is_none());
        assert_eq!(Email::kept(Some("a@exemple.fr")).unwrap().to_keep(), Some("a@exemple.fr"));
        assert!(Email::parse("").is_err());
    }

    #[test]
    fn addresses_are_lowered_and_checked() {
        assert_eq!(Email::parse(" Amina@Exemple.FR ").unwrap().as_str(), "amina@exemple.fr");
        for wrong in ["", "amina", "amina@", "@exemple.fr", "a b@exemple.fr", "amina@exemple"] {
            assert!(Email::parse(wrong).is_err(), "{wrong}");
        }
    }
}
