//! Whether the process lives, whether it can serve, and what it counts.

use crate::db::migrate;
use crate::kernel::secret;
use crate::web::{Error, Outcome, Shared};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{HttpRequest, HttpResponse};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use serde_json::json;
use std::sync::OnceLock;

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts counting, once a process.
pub fn start_counting() {
    if METRICS.get().is_none()
        && let Ok(handle) = PrometheusBuilder::new().install_recorder()
    {
        let _ = METRICS.set(handle);
    }
}

/// `GET /healthz`: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// `GET /readyz`: the board is loaded, the database answers and is migrated.
///
/// # Errors
/// `Unavailable`.
pub async fn ready(app: Shared) -> Outcome<HttpResponse> {
    if !app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let (pending, jobs) = app.read(|conn| Ok((migrate::pending(conn)?, crate::jobs::counts(conn)?))).await?;
    if pending {
        return Err(Error::Unavailable("migrations are pending".into()));
    }
    let board = app.board().len();
    Ok(HttpResponse::Ok().json(json!({ "ready": true, "board": board, "jobs_waiting": jobs.0, "jobs_dead": jobs.1 })))
}

/// Puts together what was measured since the last time; left undone, measures would pile up.
pub fn upkeep() {
    if let Some(recorder) = METRICS.get() {
        recorder.run_upkeep();
    }
}

/// Notes by how many missions the board differed from the database at the last comparison.
#[expect(clippy::cast_precision_loss, reason = "a gauge")]
pub fn board_differs_by(count: usize) {
    ::metrics::gauge!("escale_board_differences").set(count as f64);
}

/// `GET /metrics`, with the token of the configuration. Where it comes from proves nothing: a proxy on this machine asks in
/// the name of the whole world.
///
/// # Errors
/// `NotFound` for anyone else, and for everyone when no token is configured.
pub async fn metrics(req: HttpRequest, app: Shared) -> Outcome<HttpResponse> {
    let token = app.config.metrics_token.as_str();
    let given = req.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer "));
    let holds = !token.is_empty() && given.is_some_and(|given| secret::same(given.trim(), token));
    let Some(handle) = METRICS.get().filter(|_| holds) else { return Err(Error::NotFound) };
    let (waiting, dead) = app.read(crate::jobs::counts).await?;
    #[expect(clippy::cast_precision_loss, reason = "a gauge")]
    let set = |name: &'static str, n: i64| ::metrics::gauge!(name).set(n as f64);
    set("escale_jobs_waiting", waiting);
    set("escale_jobs_dead", dead);
    set("escale_board_offers", i64::try_from(app.board().len()).unwrap_or(0));
    set("escale_board_bytes", i64::try_from(app.board().memory()).unwrap_or(0));
    handle.run_upkeep();
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(handle.render()))
}
