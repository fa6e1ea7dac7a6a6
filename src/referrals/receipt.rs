//! A receipt is a signed snapshot of an offer, its label and the notice on a date. It names nobody.
//! Signature: Ed25519 (RFC 8032) over the exact bytes of the document; anyone can check it with the published key (I11).

use crate::kernel::{Instant, secret};
use crate::labels::ActiveLabel;
use crate::offers::{Offer, notice};
use crate::platforms::Platform;
use ring::hmac;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde_json::json;

/// Signs receipts. The private key is derived from the process's secret and never stored.
pub struct Signer {
    id: String,
    pair: Ed25519KeyPair,
}

/// The secret cannot make a key.
#[derive(Debug, thiserror::Error)]
#[error("no receipt key can be derived from this secret")]
pub struct BadSecret;

impl Signer {
    /// Derives the key numbered `generation` from the secret; changing the number rotates it.
    ///
    /// # Errors
    /// [`BadSecret`], which ring never reports for a 32-byte seed.
    pub fn derive(master: &[u8], generation: u32) -> Result<Self, BadSecret> {
        let seed = hmac::sign(
            &hmac::Key::new(hmac::HMAC_SHA256, master),
            format!("escale receipt key {generation}").as_bytes(),
        );
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_ref()).map_err(|_| BadSecret)?;
        let id = secret::hex(&secret::sha256(&secret::hex(pair.public_key().as_ref()))[..8]);
        Ok(Self { id, pair })
    }

    /// The key's name: 16 hexadecimal characters of the hash of its public half.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The public half, 32 bytes.
    #[must_use]
    pub fn public_key(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }

    /// Signs a document.
    #[must_use]
    pub fn sign(&self, document: &str) -> Vec<u8> {
        self.pair.sign(document.as_bytes()).as_ref().to_vec()
    }
}

/// Whether `signature` is the key's over `document`.
#[must_use]
pub fn verifies(public_key: &[u8], document: &str, signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public_key).verify(document.as_bytes(), signature).is_ok()
}

/// A signed snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its public name.
    pub code: String,
    /// When it was made.
    pub issued_at: Instant,
    /// JSON, exactly as signed.
    pub document: String,
    /// Which key signed.
    pub key_id: String,
    /// 64 bytes.
    pub signature: Vec<u8>,
}

/// What a receipt says: facts about the offer, the label, the notice; nothing about any person.
#[must_use]
pub fn document(
    code: &str,
    offer: &Offer,
    platform: &Platform,
    label: &ActiveLabel,
    notice_text: &str,
    now: Instant,
) -> String {
    let t = &offer.terms;
    let slots: Vec<_> = offer
        .slots
        .iter()
        .map(|s| json!({ "starts_at": s.starts_at, "ends_at": s.ends_at, "places": s.places }))
        .collect();
    json!({
        "type": "escale/receipt/1",
        "code": code,
        "issued_at": now,
        "reasonable_job_offer": false,
        "notice": { "version": notice::VERSION, "text": notice_text },
        "label": { "state": "active", "since": label.since(), "until": label.until() },
        "platform": { "name": platform.name, "siren": platform.siren },
        "offer": {
            "id": offer.id, "version": offer.version, "title": t.title, "description": t.description,
            "occupation": t.occupation, "status": t.status, "pay_cents": t.pay, "pay_unit": t.unit,
            "duration_minutes": t.duration_minutes, "place": t.place.as_ref().map(|p| &p.label),
            "zone": t.zone.name(),
            "conditions": t.conditions, "slots": slots,
        },
    })
    .to_string()
}

/// Whether a document already says the same of this offer, in this version and with this notice.
#[must_use]
pub fn same_words(document: &str, offer: &Offer, notice_text: &str) -> bool {
    let Ok(said) = serde_json::from_str::<serde_json::Value>(document) else { return false };
    said["offer"]["version"] == offer.version && said["notice"]["text"] == notice_text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i11_a_receipt_verifies_against_its_key_and_against_nothing_else() {
        let one = Signer::derive(b"secret", 1).unwrap();
        let two = Signer::derive(b"secret", 2).unwrap();
        let signature = one.sign("document");
        assert!(verifies(one.public_key(), "document", &signature));
        assert!(!verifies(one.public_key(), "document!", &signature));
        assert!(!verifies(two.public_key(), "document", &signature));
        assert_ne!(one.id(), two.id());
        assert_eq!(Signer::derive(b"secret", 1).unwrap().id(), one.id());
    }
}
