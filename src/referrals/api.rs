//! Receipts for machines: the exact bytes that were signed, and what is needed to check them offline (I11).

use crate::api::{Problem, Site, tagged};
use crate::kernel::secret;
use crate::referrals::{receipt, store};
use crate::web::Outcome;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// A signed snapshot of a mission, its label and the notice. It names nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptItem {
    /// Its public name.
    #[schema(example = "7KQ2-M9XD-4TVH")]
    pub code: String,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// JSON, exactly as signed: verify these bytes (UTF-8) as they are.
    pub document: String,
    /// Always `Ed25519` (RFC 8032).
    pub algorithm: &'static str,
    /// 64 bytes, in hexadecimal.
    pub signature: String,
    /// Which key signed.
    pub key_id: String,
    /// The public half of that key: 32 bytes, in hexadecimal.
    pub public_key: String,
    /// Whether the signature is that key's over the document.
    pub valid: bool,
}

/// A receipt.
///
/// # Errors
/// `NotFound`.
#[utoipa::path(
    get,
    path = "/api/v1/receipts/{code}",
    operation_id = "readReceipt",
    tag = "trust",
    summary = "A receipt, to be verified",
    description = "What a mission said on a date, with its label and the notice, signed. Anyone can check the signature without us.",
    params(("code" = String, Path, description = "Three groups of four characters, as printed")),
    responses(
        (status = 200, description = "The receipt", body = ReceiptItem),
        (status = 404, description = "No such receipt", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn receipt(site: Site, code: Path<String>, req: HttpRequest) -> Outcome<HttpResponse> {
    let code = code.trim().to_ascii_uppercase();
    let (kept, public_key) = site.app.read(move |conn| store::receipt_by_code(conn, &code)).await?;
    let item = ReceiptItem {
        valid: receipt::verifies(&public_key, &kept.document, &kept.signature),
        issued_at: kept.issued_at.utc(),
        algorithm: "Ed25519",
        signature: secret::hex(&kept.signature),
        public_key: secret::hex(&public_key),
        code: kept.code,
        document: kept.document,
        key_id: kept.key_id,
    };
    tagged(&req, &item, None)
}
