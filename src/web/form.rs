//! Forms: read whole, token checked, values kept. A form that is not accepted comes back with what was typed and a
//! sentence next to each field.

use crate::kernel::{RuleError, secret};
use crate::l10n::L10nLanguage;
use crate::mail::ONE_CLICK;
use crate::web::{Error, Outcome, Page};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use std::pin::Pin;

/// The name of the token's field.
pub const TOKEN: &str = "_token";

/// Pairs of a query string that are read; a form of ours has fewer.
const PAIRS: usize = 120;

/// What was typed, field by field, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Fields {
    /// Fields from pairs; a later pair of the same name is one more value.
    #[must_use]
    pub fn of(mut values: Vec<(String, String)>) -> Self {
        // A NUL is no text: one database keeps it, the other does not.
        for (_, value) in &mut values {
            value.retain(|c| c != '\0');
        }
        Self { values, errors: Vec::new() }
    }

    /// The first value of a field, trimmed; empty when it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.values.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.trim())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(k, _)| k == name).map(|(_, v)| v.trim())
    }

    /// Whether a tick box is ticked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(k, v)| k == name && !v.is_empty())
    }

    /// Whether a field has this value.
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.values.iter().any(|(k, v)| k == name && v.trim() == value)
    }

    /// Every field and value, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(k, v)| (k.as_str(), v.as_str()))
    }

    /// Sets a value, for a form filled in beforehand.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.push((name.to_owned(), value.into()));
    }

    /// Puts each rule's sentence next to its field; those without a field go to the top of the form.
    pub(crate) fn refuse(&mut self, rules: &[RuleError], t: &L10nLanguage) {
        self.errors = rules.iter().map(|r| (r.field.clone().unwrap_or_default(), t.rule(r))).collect();
    }

    /// Takes every value of a field out, and gives the first.
    pub fn take(&mut self, name: &str) -> Option<String> {
        let first = self.values.iter().position(|(k, _)| k == name)?;
        let taken = self.values.remove(first).1;
        self.values.retain(|(k, _)| k != name);
        Some(taken)
    }

    /// What is wrong with a field, if anything.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|(k, _)| k == name).map(|(_, e)| e.as_str())
    }

    /// Everything that is wrong: field and sentence.
    #[must_use]
    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }
}

/// A form sent from one of our own pages.
pub struct Form(pub Fields);

impl FromRequest for Form {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Form::<Vec<(String, String)>>::from_request(req, payload);
        let req = req.clone();
        Box::pin(async move {
            let body = body.await.map_err(unreadable)?;
            let fields = Fields::of(body.into_inner());
            // The same anchor as when the page was made: a live session, or nobody.
            let expected = Page::of(&req).await?.token;
            if secret::same(&expected, fields.get(TOKEN)) { Ok(Self(fields)) } else { Err(Error::Forged("token")) }
        })
    }
}

/// One press that stops letters: of the reader's mail, which has no form of ours and says so (RFC 8058), or of our own page.
pub struct OneClick;

impl FromRequest for OneClick {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let body = web::Bytes::from_request(req, payload);
        let req = req.clone();
        Box::pin(async move {
            let body = body.await.map_err(unreadable)?;
            if is_one_click(&body) {
                return Ok(Self);
            }
            let mut body = Payload::from(body);
            Form::from_request(&req, &mut body).await.map(|_| Self)
        })
    }
}

/// Sent as a form of either kind: the same two words, in this order.
fn is_one_click(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let (name, value) = ONE_CLICK.split_once('=').unwrap_or_default();
    text == ONE_CLICK || text.contains(&format!("name=\"{name}\"")) && text.lines().any(|line| line.trim() == value)
}

fn unreadable(error: actix_web::Error) -> Error {
    match error.as_response_error().status_code() {
        actix_web::http::StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::Unreadable(RuleError::invalid("request-unreadable")),
    }
}

/// The query string as fields.
#[must_use]
pub fn query(text: &str) -> Fields {
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(text).unwrap_or_default();
    pairs.truncate(PAIRS);
    Fields::of(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_press_of_a_mail_is_told_from_a_form() {
        let parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assert!(is_one_click(b"List-Unsubscribe=One-Click") && is_one_click(parts.as_bytes()));
        for other in ["", "_token=x", "List-Unsubscribe=One-Click&_token=x", "One-Click"] {
            assert!(!is_one_click(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn values_are_kept_and_errors_stand_by_their_field() {
        let mut fields =
            Fields::of(vec![("a".into(), " x ".into()), ("b".into(), "1".into()), ("b".into(), "2".into())]);
        assert_eq!((fields.get("a"), fields.get("c")), ("x", ""));
        assert_eq!(fields.all("b").collect::<Vec<_>>(), ["1", "2"]);
        fields.errors.push(("a".into(), "non".into()));
        assert_eq!(fields.error("a"), Some("non"));
        assert_eq!(fields.error("b"), None);
        assert_eq!((fields.take("b").as_deref(), fields.take("b"), fields.get("a")), (Some("1"), None, "x"));
    }
}
