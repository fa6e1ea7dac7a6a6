//! A SIREN is nine digits whose Luhn sum is a multiple of ten (Insee).

/// Whether `text` is a well-formed SIREN.
#[must_use]
pub fn is_siren(text: &str) -> bool {
    text.len() == 9 && text.bytes().all(|b| b.is_ascii_digit()) && luhn(text.as_bytes()).is_multiple_of(10)
}

fn luhn(digits: &[u8]) -> u32 {
    let doubled = |d: u32| if d > 4 { d * 2 - 9 } else { d * 2 };
    digits
        .iter()
        .rev()
        .map(|b| u32::from(b - b'0'))
        .enumerate()
        .map(|(i, d)| if i % 2 == 1 { doubled(d) } else { d })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_luhn_sum_is_checked() {
        assert!(is_siren("732829320"));
        assert!(!is_siren("732829321"));
        assert!(!is_siren("73282932"));
        assert!(!is_siren("73282932a"));
    }
}
