//! An e-mail address is accepted when a mail library can send to it, and kept in lower case.

use crate::kernel::RuleError;

/// A deliverable-looking address, lower case, at most 254 characters (RFC 5321).
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

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_lowered_and_checked() {
        assert_eq!(Email::parse(" Amina@Exemple.FR ").unwrap().as_str(), "amina@exemple.fr");
        for wrong in ["", "amina", "amina@", "@exemple.fr", "a b@exemple.fr", "amina@exemple"] {
            assert!(Email::parse(wrong).is_err(), "{wrong}");
        }
    }
}
