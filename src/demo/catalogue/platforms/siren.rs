//! An invented company has a number with a valid key that starts by four zeros: none that we know of is in use.

use crate::demo::rng::Rng;

/// Nine digits with a valid key, different for each position.
pub(super) fn draw(seed: u64, number: u64) -> String {
    let serial = u64::from(Rng::of(seed, 4, number).between(0, 699)) + number * 700 + 100;
    let body = format!("{serial:08}");
    format!("{body}{}", luhn_key(&body))
}

fn luhn_key(body: &str) -> u32 {
    let digits = body.chars().rev().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits.enumerate().map(|(at, digit)| if at % 2 == 0 { luhn_double(digit) } else { digit }).sum();
    (10 - sum % 10) % 10
}

const fn luhn_double(digit: u32) -> u32 {
    if digit > 4 { digit * 2 - 9 } else { digit * 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luhn_is_valid(number: &str) -> bool {
        let digits = number.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
        digits.map(|(at, digit)| if at % 2 == 1 { luhn_double(digit) } else { digit }).sum::<u32>() % 10 == 0
    }

    #[test]
    fn numbers_are_valid_distinct_and_given_to_nobody() {
        let sirens: std::collections::HashSet<String> = (0..12).map(|number| draw(42, number)).collect();
        assert_eq!(sirens.len(), 12);
        for siren in &sirens {
            assert!(siren.len() == 9 && siren.starts_with("0000") && luhn_is_valid(siren), "{siren}");
        }
        assert!(luhn_is_valid("732829320") && !luhn_is_valid("732829321"));
    }
}
