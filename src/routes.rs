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

fn label(_config: &mut ServiceConfig) {}

fn info(_config: &mut ServiceConfig) {}

fn api(config: &mut ServiceConfig) {
    use crate::api::{openapi, pages};
    use crate::{engagements, labels, referrals};
    use actix_web::guard::Get;
    use offers::api::{batch, list, post as write, stream};
    config
        .service(resource("/api").get(pages::reference))
        .service(resource("/api/problems").get(pages::problems))
        .service(resource("/api/v1/openapi.json").get(openapi::document))
        .service(resource("/api/v1/offers").get(list::list))
        .service(resource("/api/v1/offers:batch").post(batch::batch))
        .service(resource("/api/v1/offers/stream").guard(Get()).get(stream::stream))
        .service(
            resource("/api/v1/offers/{reference}").get(list::detail).put(write::put).patch(write::patch).delete(write::delete),
        )
        .service(resource("/api/v1/heartbeat").post(write::heartbeat))
        .service(resource("/api/v1/interests").get(engagements::api::list))
        .service(resource("/api/v1/interests/{id}/answer").post(engagements::api::answer))
        .service(resource("/api/v1/labels").get(labels::api::register))
        .service(resource("/api/v1/receipts/{code}").get(referrals::api::receipt));
}
