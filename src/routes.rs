//! Every address of the product, in one place. The language is taken off before (`/en`), so each is written once.

use crate::offers;
use crate::web::{Error, assets, health, places};

use actix_web::web::{self, ServiceConfig, get, resource};

/// Lists every route.
pub fn routes(config: &mut ServiceConfig) {
    probes(config);
    public(config);
    accounts(config);
    person(config);
    advisor(config);
    platform(config);
    label(config);
    info(config);
    api(config);
    config.default_service(web::to(|| async { Err::<&'static str, _>(Error::NotFound) }));
}

fn probes(config: &mut ServiceConfig) {
    config
        .route("/healthz", get().to(health::live))
        .route("/readyz", get().to(health::ready))
        .route("/metrics", get().to(health::metrics))
        .route("/static/{name:.*}", get().to(assets::file));
}

fn public(config: &mut ServiceConfig) {
    use offers::{pages, stream};
    config
        .service(resource("/").get(pages::home))
        .service(resource("/missions").get(pages::list))
        .service(resource("/missions/direct").get(stream::stream))
        .service(resource("/missions/{id}").get(pages::detail))
        .service(resource("/missions/{id}/recepisse").post(pages::receipt))
        .service(resource("/missions/{id}/signalement").get(pages::report_form).post(pages::report))
        .service(resource("/communes").get(places::suggest));
}

// Each capability's own addresses, in the order of the map.

fn accounts(_config: &mut ServiceConfig) {}

fn person(_config: &mut ServiceConfig) {}

fn advisor(_config: &mut ServiceConfig) {}

fn platform(_config: &mut ServiceConfig) {}

fn label(config: &mut ServiceConfig) {
    use crate::engagements::impact::pages as body;
    use crate::labels::pages::{self, export};
    config
        .service(resource("/plateformes").get(pages::register))
        .service(resource("/plateformes.csv").get(export::platforms))
        .service(resource("/plateformes/decisions.csv").get(export::decisions))
        .service(resource("/plateformes/{slug}").get(pages::sheet))
        .service(resource("/organisme-label").get(body::dashboard))
        .service(resource("/organisme-label/{slug}").get(body::sheet))
        .service(resource("/organisme-label/{slug}/suspension").get(body::suspension).post(body::suspend))
        .service(resource("/organisme-label/{slug}/retablissement").post(body::reinstate));
}

fn info(config: &mut ServiceConfig) {
    use crate::{admin, info};
    config
        .service(resource("/mes-droits").get(info::rights))
        .service(resource("/accessibilite").get(info::accessibility))
        .service(resource("/donnees-personnelles").get(info::privacy))
        .service(resource("/admin").get(admin::overview));
}

fn api(_config: &mut ServiceConfig) {}
