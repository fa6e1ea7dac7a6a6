//! Notices on a device that a person chose, by her browser's push service (RFC 8030): what is told at once, and nothing that
//! waits for a morning. A device is hers alone: it is never journaled, logged or counted (I3). What leaves is sealed for the
//! device before the push service sees it ([`seal`], RFC 8291) and signed by the site ([`vapid`], RFC 8292). The address comes
//! from a browser, so from anyone: only a name reached by TLS, never a private address ([`way`]). It holds no more than the
//! letter of the same news, and one press stops it.

pub mod actions;
mod notice;
pub mod pages;
pub mod seal;
pub mod store;
pub mod vapid;
pub mod way;
mod wire;

use crate::kernel::{Id, Instant, RuleError};
pub use notice::Notice;
pub use wire::base64url;

/// Devices that one person may have.
pub const MOST: usize = 5;
/// Bytes of a push service's address.
const ADDRESS_MAX: usize = 1_000;

/// A device on which a person receives notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Key.
    pub id: Id<Device>,
    /// Where its push service is told.
    pub endpoint: String,
    /// Its public key, an uncompressed point of P-256.
    pub key: Vec<u8>,
    /// What only it and the site know.
    pub auth: Vec<u8>,
    /// Since when.
    pub added_at: Instant,
    /// The session with which it ends, by its hash; none when she keeps it after signing out.
    pub session: Option<Vec<u8>>,
}

impl Device {
    /// What a browser gave. Its address must be one that `allowed` lets through.
    ///
    /// # Errors
    /// `device-unreadable`.
    pub fn read(
        (endpoint, key, auth): (&str, &str, &str),
        allowed: impl Fn(&str) -> bool,
        now: Instant,
    ) -> Result<Self, RuleError> {
        let (key, auth) = (wire::bytes(key), wire::bytes(auth));
        let whole = endpoint.len() <= ADDRESS_MAX && endpoint.bytes().all(|b| b.is_ascii_graphic());
        if whole && allowed(endpoint) && key.len() == 65 && key[0] == 4 && auth.len() == 16 {
            Ok(Self { id: Id::make(), endpoint: endpoint.to_owned(), key, auth, added_at: now, session: None })
        } else {
            Err(RuleError::invalid("device-unreadable"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_gives_is_read_whole_or_not_at_all() {
        let now = Instant::from_micros(0);
        let key = base64url(&[&[4][..], &[7; 64]].concat());
        let auth = base64url(&[1; 16]);
        let read = |endpoint: &str, key: &str, auth: &str| Device::read((endpoint, key, auth), |_| true, now);
        let device = read("https://push.example/a", &key, &format!("{auth}==")).unwrap();
        assert_eq!((device.key.len(), device.auth.len()), (65, 16));
        let long = format!("https://push.example/{}", "a".repeat(1_000));
        let compressed = base64url(&[&[2][..], &[7; 64]].concat());
        for (endpoint, key, auth) in [
            (long.as_str(), key.as_str(), auth.as_str()),
            ("https://push.example/é", &key, &auth),
            ("https://push.example/a b", &key, &auth),
            ("https://push.example/a", &compressed, &auth),
            ("https://push.example/a", "?", &auth),
            ("https://push.example/a", &key, ""),
        ] {
            assert_eq!(read(endpoint, key, auth).unwrap_err().code, "device-unreadable", "{endpoint}");
        }
        assert!(Device::read(("https://push.example/a", &key, &auth), |_| false, now).is_err());
    }
}
