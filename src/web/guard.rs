//! At the door: forms from other sites are turned away, every answer carries the security headers, every request is
//! logged by its route (never its address, which may hold a secret) and counted.

use crate::web::{Error, Shared};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use std::time::Instant;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Turns away a form that comes from another site (same rule as Go's `CrossOriginProtection`); keys are not cookies.
///
/// # Errors
/// `Forged`.
pub async fn same_origin(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let checked = !req.method().is_safe() && !req.path().starts_with("/api/");
    if checked && !from_here(&req) {
        return Ok(req.error_response(Error::Forged("origin")));
    }
    next.call(req).await.map(ServiceResponse::map_into_boxed_body)
}

fn from_here(req: &ServiceRequest) -> bool {
    let text = |name: &str| req.headers().get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = text("Sec-Fetch-Site") {
        return matches!(site, "same-origin" | "none");
    }
    // `null`: an older browser that follows the no-referrer of a link's page; its form still needs its token.
    let Some(origin) = text("Origin").filter(|o| *o != "null") else { return true };
    let configured = req.app_data::<Shared>().map(|app| app.config.base_url.clone()).filter(|url| !url.is_empty());
    match configured {
        Some(url) => origin == url,
        None => origin.split_once("://").map(|(_, host)| host) == text("Host"),
    }
}

/// Security headers on every answer; a log line and a count per request.
///
/// # Errors
/// What the page says.
pub async fn dress(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let begun = Instant::now();
    let method = req.method().clone();
    let secure = req.app_data::<Shared>().is_some_and(|app| app.config.secure());
    let mut response = next.call(req).await?;
    headers(response.headers_mut(), secure);
    if hers(response.request().path()) {
        return Ok(response);
    }
    let route = response.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let (status, elapsed) = (response.status().as_u16(), begun.elapsed());
    metrics::counter!("http_requests_total", "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("http_request_seconds", "route" => route.clone()).record(elapsed.as_secs_f64());
    tracing::debug!(http.method = %method, http.route = %route, http.status = status, elapsed_us = elapsed.as_micros(), "request");
    Ok(response)
}

/// What a person does in her own space, with a letter or by an address that only she knows, is neither logged nor counted, not even in
/// number (I3).
fn hers(path: &str) -> bool {
    ["/moi", "/connexion/lien", "/desabonnement", "/agenda", "/signalements"].iter().any(|hers| path.starts_with(hers))
}

fn headers(headers: &mut HeaderMap, secure: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, CSP);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(header::VARY, "Accept-Encoding");
    if secure {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}
