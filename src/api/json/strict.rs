//! A whole number is one however it is written: `1500` and `1500.0` are the same JSON number. An object is written with
//! the names of its fields, never as a bare list of values.

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::fmt;

struct Whole;

impl Visitor<'_> for Whole {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, n: i64) -> Result<i64, E> {
        Ok(n)
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<i64, E> {
        i64::try_from(n).map_err(|_| E::custom("expected a whole number"))
    }

    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53, so exact")]
    fn visit_f64<E: Error>(self, n: f64) -> Result<i64, E> {
        if n.fract().abs() > 0.0 || n.abs() > 9_007_199_254_740_992.0 {
            return Err(E::custom("expected a whole number"));
        }
        Ok(n as i64)
    }
}

/// Reads a whole number.
///
/// # Errors
/// When it is something else.
pub fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    from.deserialize_i64(Whole)
}

/// Reads a list of objects.
///
/// # Errors
/// When it is something else.
pub fn objects<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Vec<T>, D::Error> {
    let all = Vec::<Map<String, Value>>::deserialize(from)?;
    all.into_iter().map(|one| serde_json::from_value(Value::Object(one)).map_err(D::Error::custom)).collect()
}
