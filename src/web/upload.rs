//! A form with a file: read whole, up to a limit, its token checked like that of any form.

use crate::kernel::{RuleError, secret};
use crate::web::form::TOKEN;
use crate::web::{Error, Fields, Form, Outcome, Page};
use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use std::pin::Pin;

/// Bytes of a file and its form.
const MOST: usize = 2 * 1_024 * 1_024;
/// The name of the file's field.
const FILE: &str = "fichier";

/// What was sent: the fields, and the bytes of the file, none when no file was chosen.
pub struct Upload {
    /// The fields.
    pub fields: Fields,
    /// The file.
    pub file: Vec<u8>,
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = req.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let form = Form::from_request(req, payload);
            return Box::pin(async move { Ok(Self { fields: form.await?.0, file: Vec::new() }) });
        }
        let (parts, req) = (Multipart::new(req.headers(), payload.take()), req.clone());
        Box::pin(async move {
            let (fields, file) = read(parts).await?;
            let expected = Page::of(&req).await?.token;
            if secret::same(&expected, fields.get(TOKEN)) {
                Ok(Self { fields, file })
            } else {
                Err(Error::Forged("token"))
            }
        })
    }
}

async fn read(mut parts: Multipart) -> Outcome<(Fields, Vec<u8>)> {
    let unreadable = || Error::Unreadable(RuleError::invalid("request-unreadable"));
    let (mut values, mut file, mut size) = (Vec::new(), Vec::new(), 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| unreadable())?;
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(some) = part.next().await {
            let some = some.map_err(|_| unreadable())?;
            size += some.len();
            if size > MOST {
                return Err(Error::TooLarge);
            }
            bytes.extend_from_slice(&some);
        }
        if name == FILE {
            file = bytes;
        } else {
            values.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok((Fields::of(values), file))
}
