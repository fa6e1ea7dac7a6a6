//! Secrets are 256 random bits, shown once and kept only as SHA-256; comparisons take constant time.

use ring::rand::{SecureRandom, SystemRandom};
use ring::{digest, hmac};
use std::fmt::Write as _;

/// 32 random bytes as 64 hexadecimal characters.
///
/// # Errors
/// When the system's generator fails: nothing secret can be made then.
pub fn token() -> Result<String, NoRandomness> {
    let mut bytes = [0u8; 32];
    SystemRandom::new().fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(hex(&bytes))
}

/// Eight random digits, for a code typed by hand.
///
/// # Errors
/// When the system's generator fails.
pub fn eight_digits() -> Result<String, NoRandomness> {
    let mut bytes = [0u8; 8];
    SystemRandom::new().fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(format!("{:08}", u64::from_le_bytes(bytes) % 100_000_000))
}

/// The system gives no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no randomness")]
pub struct NoRandomness;

/// SHA-256, 32 bytes.
#[must_use]
pub fn sha256(text: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, text.as_bytes()).as_ref().to_vec()
}

/// HMAC-SHA-256 of `text` under `key`, in hexadecimal.
#[must_use]
pub fn mac(key: &[u8], text: &str) -> String {
    hex(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref())
}

/// Whether two texts are the same, in a time that depends on their lengths only.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads hexadecimal; `None` when it is not.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_hash_to_32_bytes() {
        let (a, b) = (token().unwrap(), token().unwrap());
        assert_ne!(a, b);
        assert_eq!(sha256(&a).len(), 32);
        assert_eq!(eight_digits().unwrap().len(), 8);
    }

    #[test]
    fn a_mac_holds_only_for_its_text() {
        let tag = mac(b"key", "text");
        assert!(same(&tag, &mac(b"key", "text")));
        assert!(!same(&tag, &mac(b"key", "other")));
        assert!(!same(&tag, "zz"));
    }
}
