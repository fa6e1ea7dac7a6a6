//! Answers leave compressed as the browser asks: zstd at a fast level, else gzip. A page is written once and read once, so
//! what counts is the time of both ends together; static files, read many times, are packed tightly elsewhere.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::cell::RefCell;
use std::io::Write;
use zstd::bulk::Compressor;

/// Level of zstd, the fastest of those that do not prefer speed to size.
const LEVEL: i32 = 1;
/// Shorter answers fit in one packet as they are.
const SHORT: usize = 1_000;

/// How an answer is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// RFC 8878.
    Zstd,
    /// RFC 1952.
    Gzip,
    /// Not at all.
    Plain,
}

impl Coding {
    /// The best that the reader accepts.
    #[must_use]
    pub fn asked(headers: &HeaderMap) -> Self {
        let accepted = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        if takes(accepted, "zstd") {
            Self::Zstd
        } else if takes(accepted, "gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// Its name in headers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Plain => "identity",
        }
    }

    /// The bytes packed; `None` when they are better left as they are.
    #[must_use]
    pub fn pack(self, plain: &[u8]) -> Option<Vec<u8>> {
        if plain.len() < SHORT {
            return None;
        }
        match self {
            Self::Zstd => zstd(plain),
            Self::Gzip => gzip(plain).ok(),
            Self::Plain => None,
        }
    }
}

/// Whether an `Accept-Encoding` ("gzip, zstd;q=0.5") names this coding and does not refuse it.
#[must_use]
pub fn takes(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0_f32));
        name.trim().eq_ignore_ascii_case(coding) && !refused
    })
}

fn zstd(plain: &[u8]) -> Option<Vec<u8>> {
    thread_local! {
        static PACKER: RefCell<Option<Compressor<'static>>> = RefCell::new(Compressor::new(LEVEL).ok());
    }
    PACKER.with_borrow_mut(|packer| packer.as_mut()?.compress(plain).ok())
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::fast());
    encoder.write_all(plain)?;
    encoder.finish()
}

/// Packs every answer that is text, whole in memory, and not packed yet.
///
/// # Errors
/// What the page says.
pub async fn send(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let coding = Coding::asked(req.headers());
    let response = next.call(req).await?.map_into_boxed_body();
    if coding == Coding::Plain || response.headers().contains_key(CONTENT_ENCODING) || !is_text(response.headers()) {
        return Ok(response);
    }
    let mut packed = false;
    let mut response = response.map_body(|_, body| match body.try_into_bytes() {
        Ok(plain) => match coding.pack(&plain) {
            Some(bytes) => {
                packed = true;
                BoxBody::new(Bytes::from(bytes))
            }
            None => BoxBody::new(plain),
        },
        Err(stream) => stream,
    });
    if packed {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    }
    Ok(response)
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    kind.starts_with("text/") || kind.contains("json") || kind.contains("xml")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn asked(text: &str) -> Coding {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_str(text).unwrap());
        Coding::asked(&headers)
    }

    #[test]
    fn the_best_coding_that_the_reader_accepts_is_taken() {
        assert_eq!(asked("gzip, deflate, br, zstd"), Coding::Zstd);
        assert_eq!(asked("gzip;q=1.0, zstd;q=0"), Coding::Gzip);
        assert_eq!(asked("br, identity"), Coding::Plain);
        assert_eq!(Coding::asked(&HeaderMap::new()), Coding::Plain);
    }

    #[test]
    fn what_is_packed_is_what_was_written() {
        let text = "Vous êtes libre de dire non. ".repeat(400);
        let packed = Coding::Zstd.pack(text.as_bytes()).unwrap();
        assert!(packed.len() < text.len() / 10);
        assert_eq!(zstd::bulk::decompress(&packed, text.len()).unwrap(), text.as_bytes());
        let packed = Coding::Gzip.pack(text.as_bytes()).unwrap();
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut plain).unwrap();
        assert_eq!(plain, text);
        assert_eq!(Coding::Gzip.pack(b"short"), None);
    }
}
