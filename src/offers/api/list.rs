//! What anyone may read: the visible missions, and why one is not visible any more (I10).

use crate::api::paging::next_url;
use crate::api::{Caller, Problem, Site, tagged};
use crate::kernel::{Id, RuleError};
use crate::live::Concern;
use crate::offers::api::item::OfferItem;
use crate::offers::api::post::OwnOffer;
use crate::offers::api::query::Asked;
use crate::offers::{Offer, gone, store};
use crate::platforms::Scope;
use crate::web::{Error, Outcome, form};
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

/// A page of visible missions.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferPage {
    /// The missions.
    pub items: Vec<OfferItem>,
    /// The address of the next page; also in the `Link` header.
    pub next: Option<String>,
    /// How many missions answer, on all pages.
    pub total: usize,
}

/// The visible missions that answer a search.
///
/// # Errors
/// `Unavailable` while the board is being loaded; what cannot be read of the query.
#[utoipa::path(
    get,
    path = "/api/v1/offers",
    operation_id = "listOffers",
    tag = "read",
    summary = "Visible missions",
    description = "What is visible now, on labelled platforms only, with the filters of the public list (its French names work too). No key is needed. Show the `notice` wherever you show a mission: it is not a job offer that anyone must accept.",
    params(
        ("q" = Option<String>, Query, description = "Words, in French; typos are mended"),
        ("near" = Option<String>, Query, description = "Commune or postcode as people write it"),
        ("insee" = Option<String>, Query, description = "Commune (Insee code)"),
        ("radius_km" = Option<u16>, Query, minimum = 1, maximum = 200, description = "Radius around the commune; 20 when left out"),
        ("date_from" = Option<String>, Query, description = "Slots that start on this day at their place or later (`2026-12-01`, or an RFC 3339 instant)"),
        ("date_to" = Option<String>, Query, description = "Slots that start on this day at their place or earlier (or before an RFC 3339 instant)"),
        ("part_of_day" = Option<String>, Query, description = "`morning`, `afternoon`, `evening`, `night`; may be repeated"),
        ("occupation" = Option<String>, Query, description = "First characters of the ROME code"),
        ("status" = Option<String>, Query, description = "`self_employed`, `fixed_term`, `temp_agency`; may be repeated"),
        ("need" = Option<String>, Query, description = "`no_licence`, `no_car`, `no_diploma`, `accessible`, `beginner`, `remote`; may be repeated"),
        ("min_pay_hour_cents" = Option<u32>, Query, maximum = 1_000_000, description = "Least pay for an hour"),
        ("platform" = Option<uuid::Uuid>, Query, description = "Only this platform"),
        ("sort" = Option<String>, Query, description = "`best`, `soonest`, `nearest`, `pay`, `newest`"),
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 100, description = "Items on a page; 20 when left out"),
        ("cursor" = Option<String>, Query, description = "From `next`; opaque"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer"),
    ),
    responses(
        (status = 200, description = "A page of missions, with `ETag` and `Link`", body = OfferPage),
        (status = 304, description = "Nothing changed since that `ETag`"),
        (status = 422, description = "A value was not understood", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(site: Site, req: HttpRequest) -> Outcome<HttpResponse> {
    site.ready()?;
    let asked = Asked::of(&form::query(req.query_string()), site.now)?;
    let made = site.app.made_lasting(site.now).brief_if(asked.brief);
    let found = site.app.board().search(&asked.query, site.now.seconds());
    let items = found.hits.iter().map(|hit| OfferItem::of(&site, hit)).collect();
    let next = found.next.as_ref().map(|after| next_url(&site, &req, &after.encode()));
    let page = OfferPage { items, total: found.total, next };
    let made = made.of_query(&asked.query, found.exact);
    Ok(made.mark(tagged(&req, &page, page.next.as_deref())?))
}

/// One visible mission.
///
/// # Errors
/// `NotFound`; `offer-*` when it is gone.
#[utoipa::path(
    get,
    path = "/api/v1/offers/{reference}",
    operation_id = "readOffer",
    tag = "read",
    summary = "One visible mission",
    description = "The mission, or why it cannot be seen any more: `offer-ended`, `offer-label`, `offer-full`, `offer-silent`, `offer-masked`. With a key and one of your own references: that mission as you posted it, in whatever state, with its version as `ETag`.",
    params(
        ("reference" = String, Path, description = "The mission's `id`; or, with your key, your own reference"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer"),
    ),
    responses(
        (status = 200, description = "The mission, with `ETag`", body = OfferItem),
        (status = 304, description = "Nothing changed since that `ETag`"),
        (status = 404, description = "No such mission", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It is gone; the code says why", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn detail(
    site: Site,
    id: Path<String>,
    caller: Result<Caller, Error>,
    req: HttpRequest,
) -> Outcome<HttpResponse> {
    site.ready()?;
    match caller {
        Ok(caller) => {
            if let Some(own) = own(&site, &caller, id.as_str()).await? {
                return Ok(OwnOffer::answer(&site, &own));
            }
        }
        // What anyone may read needs no key: one that does not hold matters for one's own references only.
        Err(Error::Key) if req.headers().contains_key(AUTHORIZATION) && id.parse::<uuid::Uuid>().is_err() => {
            return Err(Error::Key);
        }
        Err(Error::Key) => {}
        Err(other) => return Err(other),
    }
    let id: Id<Offer> = id.parse().map_err(|_| Error::NotFound)?;
    let made = site.app.made_lasting(site.now);
    let hit = site.app.board().get(id.uuid(), site.now.seconds());
    if let Some(hit) = hit {
        let made = made.of(Concern::Offer(id.uuid()));
        return Ok(made.mark(tagged(&req, &OfferItem::of(&site, &hit), None)?));
    }
    let now = site.now;
    let gone = site.app.read(move |conn| gone::why(conn, id, now)).await?;
    Err(RuleError::gone(gone.code).into())
}

/// The caller's own mission with this reference.
async fn own(site: &Site, caller: &Caller, reference: &str) -> Outcome<Option<Offer>> {
    let Ok(platform) = caller.may(Scope::Offers) else { return Ok(None) };
    let reference = reference.to_owned();
    Ok(site.app.read(move |conn| store::by_reference(conn, platform, &reference)).await?)
}
