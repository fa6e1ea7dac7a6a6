//! Posting by machine: the same checks and actions as the form. Sending the same mission again changes nothing but its
//! freshness, so a platform may send all it has, as often as it likes.

use crate::api::{Body, Caller, IfMatch, Problem, Site};
use crate::db::{Error as DbError, Tx};
use crate::geo::occupations;
use crate::kernel::Id;
use crate::offers::actions::{self, Posted};
use crate::offers::api::input::{OfferInput, OfferPatch, merge};
use crate::offers::api::item::NoticeItem;
use crate::offers::{Offer, State, store};
use crate::platforms::{Platform, Scope};
use crate::web::{Error, Outcome};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ETAG, LOCATION};
use actix_web::web::Path;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// What became of a posted mission.
#[derive(Debug, Serialize, ToSchema)]
pub struct Saved {
    /// Key.
    pub id: Uuid,
    /// Your reference.
    pub reference: String,
    /// `published`, unless it ended.
    #[schema(example = "published")]
    pub state: String,
    /// Grows at each write.
    pub version: i32,
    /// Its public page.
    pub url: String,
    /// Whether people see it now.
    pub visible: bool,
    /// What you should know, in plain sentences.
    pub warnings: Vec<String>,
    /// The notice that goes with it everywhere.
    pub notice: NoticeItem,
}

impl Saved {
    /// What became of this mission.
    #[must_use]
    pub fn of(site: &Site, offer: &Offer) -> Self {
        Self {
            id: offer.id.uuid(),
            reference: offer.reference.clone(),
            state: offer.state.word().to_owned(),
            version: offer.version,
            url: site.url(&format!("/missions/{}", offer.id)),
            visible: site.app.board().visible(offer.id.uuid(), site.app.now().seconds()),
            warnings: warnings(site, offer),
            notice: NoticeItem::of(site, offer.terms.status),
        }
    }
}

fn warnings(site: &Site, offer: &Offer) -> Vec<String> {
    let t = site.t();
    let begun = offer.slots.iter().filter(|s| s.starts_at <= site.now).count();
    let regulated = occupations::by_code(&offer.terms.occupation).and_then(|o| o.regulated) == Some(true);
    let told = [
        offer.masked_at.map(|_| t.api_warning_masked()),
        (!offer.slots.iter().any(|s| s.open_at(site.now))).then(|| t.api_warning_full()),
        (begun > 0).then(|| t.api_warning_begun(i64::try_from(begun).unwrap_or(i64::MAX))),
        regulated.then(|| t.api_warning_regulated()),
    ];
    told.into_iter().flatten().collect()
}

/// One of your own missions, in whatever state.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnOffer {
    /// Where it stands.
    #[serde(flatten)]
    pub saved: Saved,
    /// The mission as you posted it: change it and `PUT` it back.
    pub offer: OfferInput,
}

impl OwnOffer {
    /// A platform's own mission, with the version as its tag.
    #[must_use]
    pub fn answer(site: &Site, offer: &Offer) -> HttpResponse {
        let own = Self { saved: Saved::of(site, offer), offer: OfferInput::of(offer) };
        HttpResponse::Ok()
            .insert_header((ETAG, format!("\"{}\"", offer.version)))
            .insert_header((CACHE_CONTROL, "private, no-store"))
            .json(own)
    }
}

/// The answer to a write.
fn said(site: &Site, offer: &Offer, posted: Posted) -> HttpResponse {
    HttpResponse::build(status(posted))
        .insert_header((LOCATION, site.url(&format!("/api/v1/offers/{}", offer.id))))
        .insert_header((ETAG, format!("\"{}\"", offer.version)))
        .json(Saved::of(site, offer))
}

/// 201 for what is new.
#[must_use]
pub const fn status(posted: Posted) -> StatusCode {
    match posted {
        Posted::Created => StatusCode::CREATED,
        Posted::Changed | Posted::Unchanged => StatusCode::OK,
    }
}

/// Posts a mission under the platform's reference.
///
/// # Errors
/// `key-invalid`, `scope-missing`, `json-*`, `label-not-active`, and every rule of the checks.
#[utoipa::path(
    put,
    path = "/api/v1/offers/{reference}",
    operation_id = "putOffer",
    tag = "post",
    summary = "Post, change or confirm a mission",
    description = "Idempotent: the same reference is always the same mission. Visible to people at once. Sending it again unchanged confirms that it is still true. A mission that had ended is posted again. Slots are matched by their dates: those that keep them keep the people already agreed.",
    params(
        ("reference" = String, Path, description = "Your own reference: 1 to 100 letters, digits or `-_.:`"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the version that you mean to change; another version is not touched (412)"),
    ),
    request_body = OfferInput,
    responses(
        (status = 201, description = "New", body = Saved),
        (status = 200, description = "Changed, or confirmed", body = Saved),
        (status = 409, description = "The label is not active, or a slot would have fewer places than are taken", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "It changed since the version in `If-Match`", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not of a kind that is read here", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Rules that are not met, each with its field", body = Problem, content_type = "application/problem+json"),
    ),
    security(("key" = ["offers"]))
)]
pub async fn put(
    caller: Caller,
    site: Site,
    reference: Path<String>,
    meant: IfMatch,
    body: Body,
) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Offers)?;
    let draft = body.read::<OfferInput>()?.draft().map_err(Error::Rules)?;
    let write = move |tx: &mut Tx<'_>, now| {
        still(tx, &meant, platform, &reference)?;
        actions::post(tx, now, platform, &reference, &draft)
    };
    let (offer, posted) = site.app.write(write).await?;
    Ok(said(&site, &offer, posted))
}

/// Looks at the present version, when the write was meant for one.
fn still(tx: &mut Tx<'_>, meant: &IfMatch, platform: Id<Platform>, reference: &str) -> crate::db::Result<()> {
    if !meant.is_asked() {
        return Ok(());
    }
    let version = store::by_reference(tx, platform, reference)?.map(|offer| offer.version);
    Ok(meant.holds(version)?)
}

/// Changes some fields of a mission.
///
/// # Errors
/// `NotFound`; `offer-already-ended`; those of [`put`].
#[utoipa::path(
    patch,
    path = "/api/v1/offers/{reference}",
    operation_id = "patchOffer",
    tag = "post",
    summary = "Change some fields of a mission",
    description = "JSON merge patch (RFC 7396) over the mission as you posted it; `slots` is replaced whole. The result is checked as a whole.",
    params(
        ("reference" = String, Path, description = "Your own reference"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the version that you mean to change; another version is not touched (412)"),
    ),
    request_body(content = OfferPatch, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "Changed, or confirmed", body = Saved),
        (status = 404, description = "No mission under this reference", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The label is not active, or a slot would have fewer places than are taken", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It has ended: `PUT` posts it again", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "It changed since the version in `If-Match`", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not of a kind that is read here", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Rules that are not met, each with its field", body = Problem, content_type = "application/problem+json"),
    ),
    security(("key" = ["offers"]))
)]
pub async fn patch(
    caller: Caller,
    site: Site,
    reference: Path<String>,
    meant: IfMatch,
    body: Body,
) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Offers)?;
    let changes = body.patch()?;
    // Read and written in one transaction: nothing written meanwhile is lost. What cannot be read writes nothing.
    let write = move |tx: &mut Tx<'_>, now| {
        let before = store::by_reference(tx, platform, &reference)?.ok_or(DbError::NotFound)?;
        meant.holds(Some(before.version))?;
        if !matches!(before.state, State::Published { .. } | State::Draft) {
            return Err(crate::kernel::RuleError::gone("offer-already-ended").into());
        }
        let draft = match patched(&before, changes.clone()) {
            Ok(input) => input.draft().map_err(DbError::Rules)?,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        actions::post(tx, now, platform, &reference, &draft).map(Ok)
    };
    let (offer, posted) = site.app.write(write).await??;
    Ok(said(&site, &offer, posted))
}

fn patched(before: &Offer, changes: Value) -> Outcome<OfferInput> {
    let mut whole = serde_json::to_value(OfferInput::of(before)).map_err(|e| Error::Internal(e.to_string()))?;
    merge(&mut whole, changes);
    crate::api::json::value(whole)
}

/// Withdraws a mission.
///
/// # Errors
/// `NotFound`; `offer-already-ended`.
#[utoipa::path(
    delete,
    path = "/api/v1/offers/{reference}",
    operation_id = "deleteOffer",
    tag = "post",
    summary = "Withdraw a mission",
    description = "It vanishes everywhere at once; people who had agreed are told, with alternatives.",
    params(
        ("reference" = String, Path, description = "Your own reference"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the version that you mean to change; another version is not touched (412)"),
    ),
    responses(
        (status = 204, description = "Withdrawn"),
        (status = 404, description = "No mission under this reference", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It had ended already", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "It changed since the version in `If-Match`", body = Problem, content_type = "application/problem+json"),
    ),
    security(("key" = ["offers"]))
)]
pub async fn delete(caller: Caller, site: Site, reference: Path<String>, meant: IfMatch) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Offers)?;
    let write = move |tx: &mut Tx<'_>, now| {
        still(tx, &meant, platform, &reference)?;
        actions::withdraw(tx, now, platform, &reference)
    };
    site.app.write(write).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a pulse confirmed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Pulse {
    /// When.
    pub confirmed_at: DateTime<Utc>,
    /// How many published missions.
    pub offers: i64,
}

/// Says that all the platform's missions are still true.
///
/// # Errors
/// `key-invalid`, `scope-missing`.
#[utoipa::path(
    post,
    path = "/api/v1/heartbeat",
    operation_id = "heartbeat",
    tag = "post",
    summary = "Say that all your missions are still true",
    description = "To be sent every few hours. Silent for 24 hours: your missions are shown as not confirmed, and last. Silent for 72 hours: they are hidden until the next pulse.",
    responses((status = 200, description = "Confirmed", body = Pulse)),
    security(("key" = ["offers"]))
)]
pub async fn heartbeat(caller: Caller, site: Site) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Offers)?;
    let pulse = move |tx: &mut Tx<'_>, now: crate::kernel::Instant| {
        actions::pulse(tx, now, platform)?;
        Ok(Pulse { confirmed_at: now.utc(), offers: store::count_published(tx, platform)? })
    };
    Ok(HttpResponse::Ok().json(site.app.write(pulse).await?))
}
