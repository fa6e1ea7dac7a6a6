//! A mission's short address, for who reads it on paper or in an SMS and types it: eight characters of its own key, none of which
//! is taken for another. It leads to visible missions only; it is no secret, for they are public.

use uuid::Uuid;

/// Digits and letters without I, L, O and U (Crockford).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code.
const LENGTH: usize = 8;

/// What a code keeps of a key.
const MASK: u128 = (1 << (5 * LENGTH)) - 1;

/// The path of a mission's short address.
#[must_use]
pub fn path(mission: Uuid) -> String {
    let bits = mission.as_u128() & MASK;
    let letter = |n: usize| {
        let five = usize::try_from((bits >> (5 * n)) & 31).unwrap_or_default();
        char::from(LETTERS[five])
    };
    format!("/m/{}", (0..LENGTH).rev().map(letter).collect::<String>())
}

/// Whether a mission has this code, however it was typed; `None` for what is no code.
#[must_use]
pub fn is(typed: &str) -> Option<impl Fn(Uuid) -> bool + use<>> {
    let plain = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let mut bits: u128 = 0;
    let mut count = 0;
    for c in plain {
        let letter = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let five = LETTERS.iter().position(|known| char::from(*known) == letter)?;
        bits = (bits << 5) | u128::try_from(five).ok()?;
        count += 1;
        if count > LENGTH {
            return None;
        }
    }
    (count == LENGTH).then_some(move |mission: Uuid| mission.as_u128() & MASK == bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_made_however_it_is_typed() {
        for _ in 0..200 {
            let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
            let code = path(one).trim_start_matches("/m/").to_owned();
            assert_eq!(code.len(), LENGTH);
            let typed =
                [code.clone(), code.to_lowercase(), format!("{} {}", &code[..4], &code[4..]), code.replace('0', "o")];
            for typed in typed {
                let is = is(&typed).unwrap();
                assert!(is(one) && !is(other), "{typed}");
            }
        }
        for wrong in ["", "ABCD", "ABCDEFGHJ", "ABCDEFG!", "ABCDEFGU", "éééééééé"] {
            assert!(is(wrong).is_none(), "{wrong}");
        }
    }
}
