//! The site tells push services who it is (RFC 8292): a short-lived token for one of them, signed by a key whose public half
//! browsers were given. The key is made once, shared by every node, and rests in the database sealed under the secret.

use crate::kernel::Instant;
use crate::push::base64url;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::error::Unspecified;
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use ring::{hmac, rand};
use serde_json::json;

/// How long a token holds; push services take no more than a day.
const HOLDS: i64 = 12 * 3_600;

/// The site's key for push services.
pub struct Vapid {
    pair: EcdsaKeyPair,
    public: String,
    contact: String,
}

/// No key can be made or read.
#[derive(Debug, thiserror::Error)]
#[error("the key for push services cannot be made or read")]
pub struct NoKey;

impl From<Unspecified> for NoKey {
    fn from(_: Unspecified) -> Self {
        Self
    }
}

/// A fresh key, sealed under the secret.
///
/// # Errors
/// When the system gives no randomness.
pub fn make(secret: &[u8]) -> Result<Vec<u8>, NoKey> {
    let random = SystemRandom::new();
    let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random)?;
    let nonce: [u8; NONCE_LEN] = rand::generate(&random)?.expose();
    let mut sealed = key.as_ref().to_vec();
    lock(secret)?.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)?;
    Ok([&nonce[..], &sealed].concat())
}

/// The lock that only this site opens.
fn lock(secret: &[u8]) -> Result<LessSafeKey, Unspecified> {
    let key = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), b"escale push key");
    Ok(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key.as_ref())?))
}

impl Vapid {
    /// Opens a sealed key. `contact` is where a push service can write about it.
    ///
    /// # Errors
    /// [`NoKey`] when it was sealed under another secret.
    pub fn open(secret: &[u8], sealed: &[u8], contact: String) -> Result<Self, NoKey> {
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN).ok_or(NoKey)?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce)?;
        let plain = lock(secret)?.open_in_place(nonce, Aad::empty(), &mut rest)?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, plain, &SystemRandom::new())
            .map_err(|_| NoKey)?;
        let public = base64url(pair.public_key().as_ref());
        Ok(Self { pair, public, contact })
    }

    /// The public half, as browsers take it.
    #[must_use]
    pub fn public(&self) -> &str {
        &self.public
    }

    /// The `Authorization` of a request to the push service at `origin`.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn authorization(&self, origin: &str, now: Instant) -> Result<String, NoKey> {
        let claims = json!({ "aud": origin, "exp": now.seconds() + HOLDS, "sub": self.contact });
        let head = base64url(br#"{"typ":"JWT","alg":"ES256"}"#);
        let said = format!("{head}.{}", base64url(claims.to_string().as_bytes()));
        let random: &dyn SecureRandom = &SystemRandom::new();
        let signed = self.pair.sign(random, said.as_bytes())?;
        Ok(format!("vapid t={said}.{}, k={}", base64url(signed.as_ref()), self.public))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    #[test]
    fn a_token_is_signed_for_one_service_and_ends_the_same_day() {
        let sealed = make(b"secret").unwrap();
        let vapid = Vapid::open(b"secret", &sealed, "mailto:a@b.example".into()).unwrap();
        let now = Instant::from_micros(1_000_000_000_000_000);
        let text = vapid.authorization("https://push.example", now).unwrap();
        let (token, key) = text.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, vapid.public());
        let (said, signature) = token.rsplit_once('.').unwrap();
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, decode(key));
        assert!(public.verify(said.as_bytes(), &decode(signature)).is_ok());
        let claims: serde_json::Value = serde_json::from_slice(&decode(said.split_once('.').unwrap().1)).unwrap();
        assert_eq!(claims, json!({ "aud": "https://push.example", "exp": 1_000_043_200, "sub": "mailto:a@b.example" }));
    }

    #[test]
    fn a_sealed_key_opens_under_its_own_secret_only() {
        let sealed = make(b"secret").unwrap();
        let open = |secret: &[u8], sealed: &[u8]| Vapid::open(secret, sealed, String::new()).map(|v| v.public);
        assert_eq!(open(b"secret", &sealed).unwrap(), open(b"secret", &sealed).unwrap());
        assert!(open(b"other", &sealed).is_err() && open(b"secret", &sealed[1..]).is_err());
        assert!(open(b"secret", b"").is_err());
        assert_ne!(sealed, make(b"secret").unwrap());
    }
}
