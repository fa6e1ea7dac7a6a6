//! The web server: middleware in order, workers, graceful stop.

use crate::app::App;
use crate::routes::routes;
use crate::web::{echo, errors, guard, language, limits, pack};
use actix_web::dev::Server;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, FormConfig, JsonConfig, PayloadConfig};
use actix_web::{App as Actix, HttpServer};
use std::net::TcpListener;
use std::sync::Arc;

/// Largest form, in bytes.
const FORM_MAX: usize = 256 * 1024;
/// Largest API body, in bytes.
const BODY_MAX: usize = 8 * 1024 * 1024;

/// Builds the server on a socket that is already bound.
///
/// # Errors
/// When the socket cannot be listened to.
pub fn build(app: &Arc<App>, listener: TcpListener) -> std::io::Result<Server> {
    close_streams_on_term(app);
    let data = Data::new(Arc::clone(app));
    let workers = app.config.workers;
    let mut server = HttpServer::new(move || {
        Actix::new()
            .app_data(data.clone())
            .app_data(FormConfig::default().limit(FORM_MAX))
            .app_data(JsonConfig::default().limit(BODY_MAX))
            .app_data(PayloadConfig::new(BODY_MAX))
            // The last is the outermost: headers on everything, then compression, language, errors as pages, limits.
            .wrap(from_fn(guard::same_origin))
            .wrap(from_fn(echo::again))
            .wrap(from_fn(limits::check))
            .wrap(from_fn(errors::render))
            .wrap(from_fn(language::take_off))
            .wrap(from_fn(pack::send))
            .wrap(from_fn(guard::dress))
            .configure(routes)
    })
    .shutdown_timeout(30)
    .client_request_timeout(std::time::Duration::from_secs(10));
    if workers > 0 {
        server = server.workers(workers);
    }
    Ok(server.listen(listener)?.run())
}

/// Asked to stop, the server waits for answers that are under way: open streams, which never end by themselves, end at once.
fn close_streams_on_term(app: &Arc<App>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let app = Arc::downgrade(app);
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            tracing::warn!("no runtime to hear the end on: open streams hold up a stop");
            return;
        };
        runtime.spawn(async move {
            let Ok(mut asked) = signal(SignalKind::terminate()) else { return };
            asked.recv().await;
            if let Some(app) = app.upgrade() {
                app.hub.close();
            }
        });
    }
}
