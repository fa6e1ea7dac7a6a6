//! The live list for machines: the same stream as the page's, in JSON.

use crate::api::{Problem, Site};
use crate::app::App;
use crate::board::Hit;
use crate::kernel::Instant;
use crate::live::Card;
use crate::offers::api::item::OfferItem;
use crate::offers::api::query::Asked;
use crate::offers::stream::why::Why;
use crate::offers::stream::{Listener, open};
use crate::web::{Outcome, form};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

impl Listener for Site {
    fn app(&self) -> &Arc<App> {
        &self.app
    }

    fn now(&self) -> Instant {
        self.now
    }

    fn set_now(&mut self, now: Instant) {
        self.now = now;
    }

    fn upsert(&self, hit: &Hit<Card>, _: Option<bool>) -> Option<Value> {
        Some(json!({ "item": OfferItem::of(self, hit) }))
    }

    fn gone(&self, id: Uuid, why: Why) -> Option<Value> {
        Some(json!({ "id": id, "reason": why.code() }))
    }

    fn mask(&self, platform: Uuid) -> Option<Value> {
        Some(json!({ "platform": platform, "reason": "offer-label" }))
    }
}

/// The live list.
///
/// # Errors
/// `Unavailable` while the board is being loaded; what cannot be read of the query.
#[utoipa::path(
    get,
    path = "/api/v1/offers/stream",
    operation_id = "streamOffers",
    tag = "read",
    summary = "Changes as they happen",
    description = "Server-sent events, with the filters of the list. `upsert` `{item}`: a mission appeared or changed. `gone` `{id, reason}`: it is not in this list any more, because `offer-changed` (others still see it), `offer-ended`, `offer-full`, `offer-silent`, `offer-masked` or `offer-label`. `mask` `{platform, reason}`: drop all missions of this platform, its label is not active. `reload` `{}`: read the list again. Each has an `id`; send it back as `Last-Event-ID` to resume where you were cut.",
    params(
        ("Last-Event-ID" = Option<i64>, Header, description = "The last event that you know of"),
        ("since" = Option<i64>, Query, description = "The same, in the address"),
    ),
    responses(
        (status = 200, description = "Events, without end", body = String, content_type = "text/event-stream"),
        (status = 422, description = "A value was not understood", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn stream(site: Site, req: HttpRequest) -> Outcome<HttpResponse> {
    site.ready()?;
    let asked = Asked::of(&form::query(req.query_string()), site.now)?;
    open(site, asked.query, &req)
}
