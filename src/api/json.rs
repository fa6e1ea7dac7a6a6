//! Bodies are read whole, within a limit, and every field that is unknown or of another type is named: a platform mends
//! all of it in one go. Wire types have a default for each field, so that a part of a document can be tried alone.

use crate::kernel::RuleError;
use crate::web::{Error, Outcome};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::pin::Pin;

mod strict;

pub use strict::{objects, whole};

/// Largest JSON body, in bytes.
pub const JSON_MAX: usize = 256 * 1024;
/// Faults named at once.
const FAULTS: usize = 50;

/// The body of a request, not believed yet.
pub struct Body {
    kind: String,
    bytes: Bytes,
}

impl FromRequest for Body {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let header = req.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let kind = header.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let bytes = Bytes::from_request(req, payload);
        Box::pin(async move { Ok(Self { kind, bytes: bytes.await.map_err(|e| too_large(&e))? }) })
    }
}

fn too_large(error: &actix_web::Error) -> Error {
    match error.as_response_error().status_code() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        _ => Error::Unreadable(RuleError::invalid("request-unreadable")),
    }
}

impl Body {
    fn must_be(&self, kinds: &[&str]) -> Outcome<()> {
        if kinds.contains(&self.kind.as_str()) {
            return Ok(());
        }
        Err(Error::MediaType(RuleError::invalid("content-type").with("expected", kinds.join(", "))))
    }

    /// The document, as JSON.
    ///
    /// # Errors
    /// `content-type`, `too-large`, `json-*`.
    pub fn read<T: DeserializeOwned>(&self) -> Outcome<T> {
        self.must_be(&["application/json"])?;
        if self.bytes.len() > JSON_MAX { Err(Error::TooLarge) } else { read(&self.bytes) }
    }

    /// The changes of a merge patch (RFC 7396).
    ///
    /// # Errors
    /// `content-type`, `too-large`, `json-*`.
    pub fn patch(&self) -> Outcome<Value> {
        self.must_be(&["application/merge-patch+json", "application/json"])?;
        if self.bytes.len() > JSON_MAX { Err(Error::TooLarge) } else { read(&self.bytes) }
    }

    /// The lines that are not blank, with their numbers from 1.
    ///
    /// # Errors
    /// `content-type`, `too-large` beyond `max` lines.
    pub fn lines(&self, max: usize) -> Outcome<Vec<(usize, Bytes)>> {
        self.must_be(&["application/x-ndjson", "application/ndjson", "application/jsonl"])?;
        let all = self.bytes.split(|b| *b == b'\n').zip(1..);
        let full = all.filter(|(line, _)| !line.trim_ascii().is_empty());
        let lines: Vec<_> = full.map(|(line, n)| (n, self.bytes.slice_ref(line))).collect();
        if lines.len() > max { Err(Error::TooLarge) } else { Ok(lines) }
    }
}

/// Reads the text of a JSON object.
///
/// # Errors
/// `json-invalid` with its place, or the faults of [`value`].
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Outcome<T> {
    let whole = bytes.trim_ascii_start().starts_with(b"{");
    let error = match serde_json::from_slice::<T>(bytes) {
        Ok(read) if whole => return Ok(read),
        Ok(_) => return Err(Error::Unreadable(RuleError::invalid("json-type").with("expected", "object"))),
        Err(error) => error,
    };
    let known = serde_json::from_slice::<Value>(bytes).map(value::<T>);
    match known {
        Ok(Err(faults)) => Err(faults),
        _ => Err(Error::Unreadable(
            RuleError::invalid("json-invalid").with("line", error.line()).with("column", error.column()),
        )),
    }
}

/// Reads the fields of a JSON object.
///
/// # Errors
/// `json-unknown-field`, `json-unknown-value`, `json-missing-field`, `json-type`, each with its field.
pub fn value<T: DeserializeOwned>(value: Value) -> Outcome<T> {
    if !value.is_object() {
        return Err(Error::Unreadable(RuleError::invalid("json-type").with("expected", "object")));
    }
    let mut faults = Vec::new();
    blame::<T>(&value, "", &|v| v, &mut faults);
    if faults.is_empty() {
        return serde_json::from_value(value).map_err(|_| Error::Unreadable(RuleError::invalid("json-invalid")));
    }
    Err(Error::Rules(faults))
}

/// Finds the smallest parts that cannot be read, each tried alone in an otherwise empty document.
fn blame<T: DeserializeOwned>(value: &Value, path: &str, build: &dyn Fn(Value) -> Value, faults: &mut Vec<RuleError>) {
    let attempt = |v: Value| serde_json::from_value::<T>(build(v)).err();
    let Some(error) = attempt(value.clone()).filter(|_| faults.len() < FAULTS) else { return };
    let before = faults.len();
    match value {
        Value::Object(members) if attempt(json!({})).is_none() => {
            for (key, child) in members {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                blame::<T>(child, &path, &|v| build(Value::Object([(key.clone(), v)].into_iter().collect())), faults);
            }
        }
        Value::Array(items) if attempt(json!([])).is_none() => {
            for (i, child) in items.iter().enumerate() {
                blame::<T>(child, &format!("{path}[{i}]"), &|v| build(Value::Array(vec![v])), faults);
            }
        }
        _ => {}
    }
    if faults.len() == before {
        faults.push(fault(&error.to_string(), path));
    }
}

/// What serde says, as a rule of ours.
fn fault(said: &str, path: &str) -> RuleError {
    let expected = said.split_once("expected ").map_or("", |(_, e)| e);
    let rule = if said.starts_with("unknown field") {
        RuleError::invalid("json-unknown-field").with("name", path)
    } else if said.starts_with("unknown variant") {
        let words: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        let words = words.join(", ");
        RuleError::invalid("json-unknown-value").with("expected", words)
    } else if said.starts_with("missing field") {
        RuleError::invalid("json-missing-field")
    } else {
        RuleError::invalid("json-type").with("expected", kind(expected, path))
    };
    if path.is_empty() { rule } else { rule.on(path) }
}

fn kind(expected: &str, path: &str) -> &'static str {
    match expected {
        _ if path.ends_with("_at") => "date",
        "a string" => "string",
        "a boolean" => "boolean",
        "a whole number" => "integer",
        "a sequence" => "array",
        e if e.starts_with("struct") || e.starts_with("a map") => "object",
        _ => "other",
    }
}

#[cfg(test)]
mod tests;
