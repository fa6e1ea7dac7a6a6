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

fn accounts(config: &mut ServiceConfig) {
    use crate::accounts::pages;
    use crate::demo::pages as demo;
    config
        .service(resource("/connexion").get(pages::ask_form).post(pages::ask))
        .service(resource("/connexion/code").get(pages::code_form).post(pages::open_code))
        .service(resource("/connexion/lien/{token}").get(pages::link).post(pages::open_link))
        .service(resource("/deconnexion").post(pages::leave))
        .service(resource("/demo").get(demo::demo))
        .service(resource("/demo/lettres/{file}").get(demo::letter));
}

fn person(config: &mut ServiceConfig) {
    use crate::engagements::mine;
    use crate::interests::pages::{proposal, proposals, send, space};
    use crate::people::pages;
    config
        .service(resource("/moi").get(space::show))
        .service(resource("/moi/propositions").get(proposals::list))
        .service(resource("/moi/propositions/{referral}").get(proposal::show))
        .service(resource("/moi/propositions/{referral}/choix").post(proposal::choose))
        .service(resource("/moi/missions").get(mine::list).post(send::send))
        .service(resource("/moi/missions/nouvelle").get(send::form))
        .service(resource("/moi/missions/{interest}/retrait").post(mine::take_back))
        .service(resource("/moi/heures").get(pages::week).post(pages::set_week))
        .service(resource("/moi/reglages").post(pages::settings));
}

fn advisor(config: &mut ServiceConfig) {
    use crate::follow_ups::pages::portfolio;
    use crate::referrals::pages::{confirm, person, receipts, sent};
    config
        .service(resource("/conseil").get(portfolio))
        .service(resource("/conseil/propositions").get(sent::sent))
        .service(resource("/conseil/personnes/{id}").get(person::person))
        .service(resource("/conseil/personnes/{id}/propositions").post(confirm::propose))
        .service(resource("/conseil/personnes/{id}/propositions/nouvelle").get(confirm::form))
        .service(resource("/conseil/personnes/{id}/propositions/{referral}/retrait").post(person::take_back))
        .service(resource("/recepisses/{code}.json").get(receipts::download))
        .service(resource("/recepisses/{code}").get(receipts::receipt))
        .service(resource("/.well-known/escale-receipt-keys.json").get(receipts::keys));
}

fn platform(config: &mut ServiceConfig) {
    use crate::engagements::pages;
    use crate::offers::manage;
    use crate::platforms::pages as keys;
    config
        .service(resource("/plateforme").get(pages::dashboard))
        .service(resource("/plateforme/cles").get(keys::list).post(keys::make))
        .service(resource("/plateforme/cles/{id}/revocation").post(keys::revoke))
        .service(resource("/plateforme/pouls").post(pages::pulse))
        .service(resource("/plateforme/interets").post(pages::accept_many))
        .service(resource("/plateforme/interets/{id}/reponse").post(pages::answer))
        .service(resource("/plateforme/missions").post(manage::create))
        .service(resource("/plateforme/missions/nouvelle").get(manage::new))
        .service(resource("/plateforme/missions/{id}").get(manage::edit).post(manage::change))
        .service(resource("/plateforme/missions/{id}/retrait").post(manage::withdraw));
}

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
            resource("/api/v1/offers/{reference}")
                .get(list::detail)
                .put(write::put)
                .patch(write::patch)
                .delete(write::delete),
        )
        .service(resource("/api/v1/heartbeat").post(write::heartbeat))
        .service(resource("/api/v1/interests").get(engagements::api::list))
        .service(resource("/api/v1/interests/{id}/answer").post(engagements::api::answer))
        .service(resource("/api/v1/labels").get(labels::api::register))
        .service(resource("/api/v1/receipts/{code}").get(referrals::api::receipt));
}
