//! Money is a whole number of cents of euro; no floating point ever touches it.

use crate::kernel::Lang;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// An amount in cents of euro.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// The amount per hour of `self` paid for `minutes` of work, rounded down.
    #[must_use]
    pub const fn per_hour(self, minutes: i64) -> Self {
        Self(self.0 * 60 / if minutes < 1 { 1 } else { minutes })
    }

    /// "14,20 €" in French, "€14.20" in English; cents are dropped when there are none.
    #[must_use]
    pub fn say(self, lang: Lang) -> String {
        let (euros, cents) = (self.0 / 100, (self.0 % 100).abs());
        let (group, point) = match lang {
            Lang::Fr => ('\u{202f}', ','),
            Lang::En => (',', '.'),
        };
        let mut text = grouped(euros, group);
        if cents != 0 {
            text.push(point);
            let _ = write!(text, "{cents:02}");
        }
        match lang {
            Lang::Fr => text + "\u{a0}€",
            Lang::En => format!("€{text}"),
        }
    }
}

/// Digits by groups of three.
#[must_use]
pub fn grouped(n: i64, separator: char) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    if n < 0 {
        text.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_as_each_language_writes_it() {
        assert_eq!(Cents(1_420).say(Lang::Fr), "14,20\u{a0}€");
        assert_eq!(Cents(1_420).say(Lang::En), "€14.20");
        assert_eq!(Cents(123_400).say(Lang::Fr), "1\u{202f}234\u{a0}€");
        assert_eq!(Cents(5_000).say(Lang::En), "€50");
    }

    #[test]
    fn pay_for_a_mission_is_compared_by_the_hour() {
        assert_eq!(Cents(5_000).per_hour(240), Cents(1_250));
    }
}
