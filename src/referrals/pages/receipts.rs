//! Receipts are public and name nobody. The page checks the signature at the moment it is read; the file holds all that
//! is needed to check it offline (I11).

use crate::db;
use crate::kernel::{Cents, Id, Instant, secret};
use crate::offers::{Conditions, Offer, PayUnit, Status};
use crate::referrals::receipt::{Receipt, verifies};
use crate::referrals::store;
use crate::web::{Error, Outcome, Page, form, say};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Path;
use askama::Template;
use chrono_tz::Tz;
use serde::Deserialize;
use serde_json::json;

/// A receipt, read aloud.
#[derive(Template)]
#[template(path = "referrals/receipt.html")]
struct Shown {
    page: Page,
    receipt: Receipt,
    public_key: String,
    /// `None` when the signature does not hold: what is not signed is not shown.
    said: Option<Said>,
}

/// What was signed, in the reader's words.
struct Said {
    snapshot: Snapshot,
    slots: Vec<String>,
    pay: String,
}

/// The document, as [`crate::referrals::receipt::document`] writes it.
#[derive(Deserialize)]
struct Snapshot {
    notice: SignedNotice,
    label: SignedLabel,
    platform: SignedPlatform,
    offer: SignedOffer,
}

#[derive(Deserialize)]
struct SignedNotice {
    version: String,
    text: String,
}

#[derive(Deserialize)]
struct SignedLabel {
    since: Instant,
    until: Instant,
}

#[derive(Deserialize)]
struct SignedPlatform {
    name: String,
    siren: String,
}

#[derive(Deserialize)]
struct SignedOffer {
    id: Id<Offer>,
    title: String,
    description: String,
    status: Status,
    pay_cents: Cents,
    pay_unit: PayUnit,
    place: Option<String>,
    zone: Option<String>,
    conditions: Conditions,
    slots: Vec<SignedSlot>,
}

#[derive(Deserialize)]
struct SignedSlot {
    starts_at: Instant,
    ends_at: Instant,
}

impl Said {
    fn read(page: &Page, document: &str) -> Outcome<Self> {
        let snapshot: Snapshot = serde_json::from_str(document).map_err(|e| Error::Internal(e.to_string()))?;
        let offer = &snapshot.offer;
        let zone: Tz = offer.zone.as_deref().and_then(|z| z.parse().ok()).unwrap_or(chrono_tz::Europe::Paris);
        let slot = |s: &SignedSlot| {
            format!(
                "{} ({}), {}",
                page.day(&s.starts_at, &zone),
                say::date(s.starts_at, zone, page.lang),
                page.hours(&s.starts_at, &s.ends_at, &zone)
            )
        };
        let amount = page.money(&offer.pay_cents);
        let pay = match offer.pay_unit {
            PayUnit::Hour => page.t.offer_pay_hour(amount),
            PayUnit::Mission => page.t.offer_pay_mission(amount),
        };
        Ok(Self { slots: offer.slots.iter().map(slot).collect(), pay, snapshot })
    }
}

async fn read(page: &Page, code: &str) -> db::Result<(Receipt, Vec<u8>)> {
    let code = code.trim().to_ascii_uppercase();
    page.app.read(move |conn| store::receipt_by_code(conn, &code)).await
}

/// `GET /recepisses/{code}`
///
/// # Errors
/// `NotFound`.
pub async fn receipt(page: Page, code: Path<String>) -> Outcome<HttpResponse> {
    let (receipt, key) = read(&page, &code).await?;
    if form::query(&page.query).is("format", "json") {
        return Ok(file(&page, &receipt, &key));
    }
    let genuine = verifies(&key, &receipt.document, &receipt.signature);
    let said = if genuine { Some(Said::read(&page, &receipt.document)?) } else { None };
    page.show(|page| Shown { page, receipt, public_key: secret::hex(&key), said })
}

/// `GET /recepisses/{code}.json`
///
/// # Errors
/// `NotFound`.
pub async fn download(page: Page, code: Path<String>) -> Outcome<HttpResponse> {
    let (receipt, key) = read(&page, &code).await?;
    Ok(file(&page, &receipt, &key))
}

/// The document exactly as signed, as one string of JSON, with its signature and key.
fn file(page: &Page, receipt: &Receipt, key: &[u8]) -> HttpResponse {
    let body = json!({
        "code": receipt.code,
        "issued_at": receipt.issued_at,
        "algorithm": "Ed25519",
        "document": receipt.document,
        "signature": secret::hex(&receipt.signature),
        "key_id": receipt.key_id,
        "public_key": secret::hex(key),
        "keys": format!("{}/.well-known/escale-receipt-keys.json", page.app.base_url()),
    });
    let name = format!("attachment; filename=\"escale-{}.json\"", receipt.code);
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body.to_string())
}

/// `GET /.well-known/escale-receipt-keys.json`: every key that ever signed, so that old receipts verify too.
///
/// # Errors
/// What the database says.
pub async fn keys(page: Page) -> Outcome<HttpResponse> {
    let keys = page.app.read(store::keys).await?;
    let keys: Vec<_> = keys
        .iter()
        .map(|(id, key)| json!({ "id": id, "algorithm": "Ed25519", "public_key": secret::hex(key) }))
        .collect();
    let answer = HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(json!({ "keys": keys }).to_string());
    Ok(answer)
}
