//! A notice is sealed for one device before it leaves (RFC 8291, in one record of RFC 8188): the push service carries it and
//! reads nothing. The agreement, the derivation and the cipher are ring's; what is written here is only their order, and
//! the tests hold it to the vector of RFC 8291.

use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::error::Unspecified;
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use ring::rand::{SecureRandom, SystemRandom};

/// The record's length, and the most that push services carry.
const RECORD: u32 = 4_096;
/// Bytes of a public key.
const POINT: u8 = 65;
/// Bytes that can be sealed: a record less its header, its mark and its tag.
pub const MOST: usize = 4_096 - 86 - 17;

/// It cannot be sealed: too long, or the device's key is no point of the curve.
#[derive(Debug, thiserror::Error)]
#[error("cannot be sealed for this device")]
pub struct Unsealable;

impl From<Unspecified> for Unsealable {
    fn from(_: Unspecified) -> Self {
        Self
    }
}

/// Seals `plain` for the device that has this public key and this secret; with a key of its own, used once.
///
/// # Errors
/// [`Unsealable`].
pub fn seal(device: &[u8], auth: &[u8], plain: &[u8]) -> Result<Vec<u8>, Unsealable> {
    let random = SystemRandom::new();
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &random)?;
    let public = own.compute_public_key()?;
    let mut salt = [0u8; 16];
    random.fill(&mut salt)?;
    let ends = Ends { device, auth, own: public.as_ref(), salt };
    agree_ephemeral(own, &UnparsedPublicKey::new(&ECDH_P256, device), |shared| ends.record(shared, plain))?
}

/// What both ends know, but for what they agreed upon.
struct Ends<'a> {
    device: &'a [u8],
    auth: &'a [u8],
    own: &'a [u8],
    salt: [u8; 16],
}

struct Len(usize);

impl KeyType for Len {
    fn len(&self) -> usize {
        self.0
    }
}

/// HKDF of RFC 5869, in its two steps.
fn derive<const N: usize>(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Result<[u8; N], Unspecified> {
    let mut out = [0u8; N];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(info, Len(N))?.fill(&mut out)?;
    Ok(out)
}

impl Ends<'_> {
    /// The key and the nonce of the only record.
    fn keys(&self, shared: &[u8]) -> Result<([u8; 16], [u8; 12]), Unspecified> {
        let input: [u8; 32] = derive(self.auth, shared, &[b"WebPush: info\0", self.device, self.own])?;
        let key = derive(&self.salt, &input, &[b"Content-Encoding: aes128gcm\0"])?;
        let nonce = derive(&self.salt, &input, &[b"Content-Encoding: nonce\0"])?;
        Ok((key, nonce))
    }

    fn record(&self, shared: &[u8], plain: &[u8]) -> Result<Vec<u8>, Unsealable> {
        if plain.len() > MOST {
            return Err(Unsealable);
        }
        let (key, nonce) = self.keys(shared)?;
        // Two: the last record.
        let mut sealed = [plain, &[2]].concat();
        LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key)?).seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )?;
        Ok([&self.salt[..], &RECORD.to_be_bytes(), &[POINT], self.own, &sealed].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn the_example_of_the_standard_is_sealed_byte_for_byte() {
        let device = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let own = bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        let (auth, salt) = (bytes("BTBZMqHH6r4Tts7J_aSIgg"), bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        let shared = bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
        let ends = Ends { device: &device, auth: &auth, own: &own, salt: salt.try_into().unwrap() };
        let (key, nonce) = ends.keys(&shared).unwrap();
        assert_eq!((&key[..], &nonce[..]), (&bytes("oIhVW04MRdy2XN9CiKLxTg")[..], &bytes("4h_95klXJ5E_qnoN")[..]));
        let sealed = ends.record(&shared, b"When I grow up, I want to be a watermelon").unwrap();
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8\
            wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(sealed, bytes(expected));
    }

    #[test]
    fn each_notice_has_its_own_key_and_a_wrong_device_is_told() {
        let device = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let (one, two) = (seal(&device, &[1; 16], b"x").unwrap(), seal(&device, &[1; 16], b"x").unwrap());
        assert!(one != two && one.len() == 86 + 1 + 17);
        assert_eq!(seal(&device, &[1; 16], &[0; MOST]).unwrap().len(), 4_096);
        assert!(seal(&device, &[1; 16], &[0; MOST + 1]).is_err());
        let off_the_curve = [&[4][..], &[7; 64]].concat();
        assert!(seal(&off_the_curve, &[1; 16], b"x").is_err());
    }
}
