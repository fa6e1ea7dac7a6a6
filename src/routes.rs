//! Every address of the product, in one table: how it is asked for, who may, and what answers. The language is taken off
//! before (`/en`), so each is written once. What the table says, the handlers' types enforce; `tests/it/matrix.rs` asks for
//! each address as everyone and holds the two equal (I18).

use crate::accounts::Role;
use crate::platforms::Scope;
use crate::web::{Error, assets, health, places};
use crate::{
    accounts, admin, demo, engagements, follow_ups, info, interests, labels, offers, people, platforms, push,
    referrals, rights, searches,
};
use actix_web::guard;
use actix_web::web::{self, ServiceConfig, resource};

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone.
    Anyone,
    /// Those who are signed in with this role; what is not theirs is not found.
    Only(Role),
    /// Platforms, by a key with this scope; what is not theirs is not found.
    Key(Scope),
    /// The one who runs the place, by the token of the configuration.
    Operator,
    /// Everyone, in the demo; nobody elsewhere.
    Demo,
}

/// One way to ask for one address.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// `get`, `post`…
    pub method: &'static str,
    /// The path, with its variable parts in braces.
    pub pattern: &'static str,
    /// Who may.
    pub who: Who,
}

const ANYONE: Who = Who::Anyone;
const PERSON: Who = Who::Only(Role::Person);
const ADVISOR: Who = Who::Only(Role::Advisor);
const MEMBER: Who = Who::Only(Role::Platform);
const BODY: Who = Who::Only(Role::LabelBody);
const ADMIN: Who = Who::Only(Role::Admin);
const POSTS: Who = Who::Key(Scope::Offers);
const ANSWERS: Who = Who::Key(Scope::Interests);
const OPERATOR: Who = Who::Operator;
const DEMO: Who = Who::Demo;

macro_rules! table {
    ($($pattern:literal $(if $guard:ident)? { $($method:ident $who:ident $handler:path),+ })+) => {
        /// Every route. One that is not here does not exist.
        pub const ROUTES: &[Route] =
            &[$($(Route { method: stringify!($method), pattern: $pattern, who: $who }),+),+];

        /// Registers every route.
        pub fn routes(config: &mut ServiceConfig) {
            $(config.service(resource($pattern)$(.guard(guard::$guard()))?$(.$method($handler))+);)+
            config.default_service(web::to(|| async { Err::<&'static str, _>(Error::NotFound) }));
        }
    };
}

// In the order of the map. The first pattern that matches answers.
table! {
    "/healthz" { get ANYONE health::live }
    "/readyz" { get ANYONE health::ready }
    "/metrics" { get OPERATOR health::metrics }
    "/static/{name:.*}" { get ANYONE assets::file }

    "/" { get ANYONE offers::pages::home }
    "/missions" { get ANYONE offers::pages::list }
    "/missions/filtres" { get ANYONE offers::filters::show }
    "/missions/carte" { get ANYONE offers::map::show }
    "/missions.atom" { get ANYONE offers::feed::feed }
    "/missions/direct" { get ANYONE offers::stream::stream }
    "/missions/direct/encore" { get ANYONE offers::stream::again::again }
    "/missions/{id}" { get ANYONE offers::pages::detail }
    "/m/{code}" { get ANYONE offers::pages::short }
    "/missions/{id}/recepisse" { post ANYONE offers::pages::receipt }
    "/missions/{id}/signalement" {
        get ANYONE offers::pages::report::form, post ANYONE offers::pages::report::send
    }
    "/signalements/{token}" { get ANYONE offers::pages::report::follow }
    "/robots.txt" { get ANYONE offers::sitemap::robots }
    "/sitemap.xml" { get ANYONE offers::sitemap::index }
    "/sitemap-{n}.xml" { get ANYONE offers::sitemap::file }
    "/communes" { get ANYONE places::suggest }
    "/metiers" { get ANYONE places::occupations }

    "/connexion" { get ANYONE accounts::pages::ask_form, post ANYONE accounts::pages::ask }
    "/connexion/code" { get ANYONE accounts::pages::code_form, post ANYONE accounts::pages::open_code }
    "/connexion/lien/{token}" { get ANYONE accounts::pages::link, post ANYONE accounts::pages::open_link }
    "/invitation/{token}" { get ANYONE accounts::pages::invited::link, post ANYONE accounts::pages::invited::accept }
    "/deconnexion" { post ANYONE accounts::pages::leave }
    "/demo" { get DEMO demo::pages::demo }
    "/demo/lettres/{file}" { get DEMO demo::pages::letter }

    "/moi" { get PERSON interests::pages::space::show }
    "/moi/propositions" { get PERSON interests::pages::proposals::list }
    "/moi/propositions/{referral}" { get PERSON interests::pages::proposal::show }
    "/moi/propositions/{referral}/choix" { post PERSON interests::pages::proposal::choose }
    "/moi/missions" { get PERSON engagements::mine::list, post PERSON interests::pages::send::send }
    "/moi/missions/nouvelle" { get PERSON interests::pages::send::form }
    "/moi/missions/{interest}/retrait" { post PERSON engagements::mine::take_back }
    "/moi/missions/{interest}/creneau.ics" { get PERSON engagements::mine::agenda::one }
    "/moi/preferences" { get PERSON rights::preferences::show, post PERSON rights::preferences::set }
    "/moi/telephone" { post PERSON rights::preferences::set_phone }
    "/moi/donnees.json" { get PERSON rights::export::file }
    "/moi/suppression" { get PERSON rights::pages::ask, post PERSON rights::pages::erase }
    "/moi/recap" { get PERSON engagements::mine::recap::latest }
    "/moi/recap/{month}.csv" { get PERSON engagements::mine::recap::csv }
    "/moi/recap/{month}" { get PERSON engagements::mine::recap::show }
    "/moi/recap/{month}/{interest}" {
        get PERSON engagements::mine::recap::own_form, post PERSON engagements::mine::recap::set_own
    }
    "/moi/recap/{month}/{interest}/proposition" { post PERSON engagements::mine::recap::forget_own }
    "/moi/suivi" { get PERSON interests::pages::followed::show }
    "/moi/agenda" { get PERSON engagements::mine::agenda::show, post PERSON engagements::mine::agenda::make }
    "/moi/agenda/fin" { post PERSON engagements::mine::agenda::end }
    "/moi/lettres" { post PERSON engagements::mine::agenda::set_letters }
    "/agenda/{token}.ics" { get ANYONE engagements::mine::agenda::feed }
    "/moi/appareils" { get PERSON push::pages::list, post PERSON push::pages::add }
    "/moi/appareils/{id}/arret" { post PERSON push::pages::remove }
    "/moi/heures" { get PERSON people::pages::week, post PERSON people::pages::set_week }
    "/moi/heures/missions" { get PERSON people::pages::fitting::list }
    "/moi/heures/jours" { post PERSON people::pages::days::set }
    "/moi/heures/jours/{id}/suppression" { post PERSON people::pages::days::forget }
    "/moi/heures/trajet" { post PERSON people::pages::reach::set }
    "/moi/heures/maintenant" { post PERSON people::pages::set_ready }
    "/moi/recherches" { get PERSON searches::pages::list, post PERSON searches::pages::save }
    "/moi/recherches/nouvelle" { get PERSON searches::pages::form }
    "/moi/recherches/{id}" { get PERSON searches::pages::open, post PERSON searches::pages::change }
    "/moi/recherches/{id}/suppression" { post PERSON searches::pages::delete }
    "/desabonnement/{token}" { get ANYONE searches::pages::stop::ask, post ANYONE searches::pages::stop::stop }
    "/desabonnement/semaine/{token}" {
        get ANYONE follow_ups::pages::digest::ask, post ANYONE follow_ups::pages::digest::stop
    }
    "/je-reste/{token}" { get ANYONE rights::pages::stay_form, post ANYONE rights::pages::stay }
    "/moi/suivi/fin" { post PERSON follow_ups::pages::hers::agree }
    "/moi/suivi/accord" { post PERSON follow_ups::pages::hers::welcome }
    "/moi/suivi/suite" { post PERSON follow_ups::pages::hers::go_on }
    "/moi/reglages" { post PERSON people::pages::settings }

    "/conseil" { get ADVISOR follow_ups::pages::portfolio }
    "/conseil/propositions" { get ADVISOR referrals::pages::sent::sent }
    "/conseil/nouvelle-personne" {
        get ADVISOR follow_ups::pages::mandates::newcomer, post ADVISOR follow_ups::pages::mandates::welcome
    }
    "/conseil/remplacements" { get ADVISOR follow_ups::pages::mandates::covers }
    "/conseil/remplacement" { post ADVISOR follow_ups::pages::mandates::cover }
    "/conseil/remplacement/fin" { post ADVISOR follow_ups::pages::mandates::end_cover }
    "/conseil/import" { get ADVISOR follow_ups::pages::import::form, post ADVISOR follow_ups::pages::import::send }
    "/conseil/import/{id}" { get ADVISOR follow_ups::pages::import::report }
    "/conseil/export.csv" { get ADVISOR follow_ups::pages::import::export }
    "/conseil/lettre" { post ADVISOR follow_ups::pages::digest::set }
    "/conseil/organisme" { get ADVISOR follow_ups::pages::service::show }
    "/conseil/organisme/membres" { post ADVISOR follow_ups::pages::service::invite }
    "/conseil/organisme/membres/{id}" { post ADVISOR follow_ups::pages::service::change }
    "/conseil/organisme/invitations/{id}/retrait" { post ADVISOR follow_ups::pages::service::uninvite }
    "/conseil/organisme/convention" { post ADVISOR follow_ups::pages::service::convention }
    "/conseil/catalogue" { get ADVISOR follow_ups::pages::courses::list, post ADVISOR follow_ups::pages::courses::add }
    "/conseil/catalogue/retrait" { post ADVISOR follow_ups::pages::courses::drop }
    "/conseil/choix" { get ADVISOR referrals::pages::choose::show }
    "/conseil/proposer" { get ADVISOR referrals::pages::batch::form, post ADVISOR referrals::pages::batch::propose }
    "/conseil/personnes/{id}" { get ADVISOR referrals::pages::person::person }
    "/conseil/personnes/{id}/propositions" { post ADVISOR referrals::pages::confirm::propose }
    "/conseil/personnes/{id}/propositions/nouvelle" { get ADVISOR referrals::pages::confirm::form }
    "/conseil/personnes/{id}/propositions/{referral}/retrait" { post ADVISOR referrals::pages::person::take_back }
    "/conseil/personnes/{id}/propositions/{referral}/fiche" { get ADVISOR referrals::pages::sheet::show }
    "/conseil/personnes/{id}/interets" { post ADVISOR referrals::pages::for_her::send }
    "/conseil/personnes/{id}/interets/nouveau" { get ADVISOR referrals::pages::for_her::form }
    "/conseil/personnes/{id}/interets/{interest}/retrait" { post ADVISOR interests::pages::under_way::take_back }
    "/conseil/personnes/{id}/demandes" { get ADVISOR rights::for_her::show }
    "/conseil/personnes/{id}/demandes/propositions" { post ADVISOR rights::for_her::wishes::proposals }
    "/conseil/personnes/{id}/demandes/reglages" { post ADVISOR rights::for_her::wishes::set }
    "/conseil/personnes/{id}/demandes/mois" { post ADVISOR rights::for_her::month::open }
    "/conseil/personnes/{id}/demandes/donnees" { post ADVISOR rights::for_her::file::ask }
    "/conseil/personnes/{id}/demandes/alerte" { post ADVISOR rights::for_her::alert::send }
    "/conseil/personnes/{id}/demandes/fin" { post ADVISOR rights::for_her::end::answer }
    "/conseil/personnes/{id}/demandes/suppression" {
        get ADVISOR rights::for_her::leave::ask, post ADVISOR rights::for_her::leave::erase
    }
    "/conseil/personnes/{id}/donnees.json" { get ADVISOR rights::for_her::file::file }
    "/conseil/personnes/{id}/recap/{month}.csv" { get ADVISOR engagements::mine::recap::for_her::csv }
    "/conseil/personnes/{id}/recap/{month}" { get ADVISOR engagements::mine::recap::for_her::show }
    "/conseil/personnes/{id}/recap/{month}/{interest}" {
        get ADVISOR engagements::mine::recap::for_her::own_form, post ADVISOR engagements::mine::recap::for_her::set_own
    }
    "/conseil/personnes/{id}/recap/{month}/{interest}/proposition" {
        post ADVISOR engagements::mine::recap::for_her::forget_own
    }
    "/conseil/personnes/{id}/telephone" { post ADVISOR follow_ups::pages::way::set_phone }
    "/conseil/personnes/{id}/fin/dite" { post ADVISOR follow_ups::pages::way::end_said }
    "/conseil/personnes/{id}/suivi/dit/{mot}" { post ADVISOR follow_ups::pages::way::word_said }
    "/conseil/personnes/{id}/a-dire/{news}" { post ADVISOR interests::pages::aloud::said }
    "/conseil/personnes/{id}/heures" {
        get ADVISOR people::pages::for_her::show, post ADVISOR people::pages::for_her::set_week
    }
    "/conseil/personnes/{id}/heures/accord" { post ADVISOR people::pages::for_her::asked }
    "/conseil/personnes/{id}/heures/maintenant" { post ADVISOR people::pages::for_her::set_ready }
    "/conseil/personnes/{id}/heures/trajet" { post ADVISOR people::pages::for_her::set_reach }
    "/conseil/personnes/{id}/heures/jours" { post ADVISOR people::pages::for_her::set_day }
    "/conseil/personnes/{id}/heures/jours/{jour}/suppression" { post ADVISOR people::pages::for_her::forget_day }
    "/conseil/personnes/{id}/transfert" { post ADVISOR follow_ups::pages::mandates::transfer }
    "/conseil/personnes/{id}/retour" { post ADVISOR follow_ups::pages::unheld::give_back }
    "/conseil/reprises" { get ADVISOR follow_ups::pages::unheld::list, post ADVISOR follow_ups::pages::unheld::take }
    "/conseil/personnes/{id}/adresse" { post ADVISOR follow_ups::pages::way::give_address }
    "/conseil/personnes/{id}/etape" { post ADVISOR follow_ups::pages::way::set_step }
    "/conseil/personnes/{id}/etape/faite" { post ADVISOR follow_ups::pages::way::step_done }
    "/conseil/personnes/{id}/formations" { post ADVISOR follow_ups::pages::way::add_training }
    "/conseil/personnes/{id}/formations/{training}" { post ADVISOR follow_ups::pages::way::move_training }
    "/conseil/personnes/{id}/contacts" { post ADVISOR follow_ups::pages::way::note_contact }
    "/conseil/personnes/{id}/resume" { post ADVISOR follow_ups::pages::way::write_summary }
    "/conseil/personnes/{id}/fin" { post ADVISOR follow_ups::pages::way::end }
    "/conseil/personnes/{id}/fin/retrait" { post ADVISOR follow_ups::pages::way::keep_on }
    "/recepisses/{code}.json" { get ANYONE referrals::pages::receipts::download }
    "/recepisses/{code}" { get ANYONE referrals::pages::receipts::receipt }
    "/.well-known/escale-receipt-keys.json" { get ANYONE referrals::pages::receipts::keys }

    "/plateforme" { get MEMBER engagements::pages::dashboard }
    "/plateforme/cles" { get MEMBER platforms::pages::list, post MEMBER platforms::pages::make }
    "/plateforme/cles/{id}/revocation" { post MEMBER platforms::pages::revoke }
    "/plateforme/membres" { get MEMBER platforms::pages::members::list, post MEMBER platforms::pages::members::invite }
    "/plateforme/membres/{id}/retrait" { post MEMBER platforms::pages::members::remove }
    "/plateforme/invitations/{id}/retrait" { post MEMBER platforms::pages::members::uninvite }
    "/plateforme/depart" { get MEMBER platforms::pages::leave_form, post MEMBER platforms::pages::leave }
    "/plateforme/pouls" { post MEMBER engagements::pages::pulse }
    "/plateforme/interets" { post MEMBER engagements::pages::accept_many }
    "/plateforme/interets/{id}/reponse" { post MEMBER engagements::pages::answer }
    "/plateforme/missions" { post MEMBER offers::manage::create }
    "/plateforme/missions/nouvelle" { get MEMBER offers::manage::new }
    "/plateforme/missions/{id}" { get MEMBER offers::manage::edit, post MEMBER offers::manage::change }
    "/plateforme/missions/{id}/retrait" { post MEMBER offers::manage::withdraw }

    "/plateformes" { get ANYONE labels::pages::register }
    "/plateformes.csv" { get ANYONE labels::pages::export::platforms }
    "/plateformes/decisions.csv" { get ANYONE labels::pages::export::decisions }
    "/plateformes/{slug}" { get ANYONE labels::pages::sheet }
    "/organisme-label" { get BODY engagements::impact::pages::dashboard }
    "/organisme-label/{slug}" { get BODY engagements::impact::pages::sheet }
    "/organisme-label/{slug}/suspension" {
        get BODY engagements::impact::pages::suspension, post BODY engagements::impact::pages::suspend
    }
    "/organisme-label/{slug}/retablissement" { post BODY engagements::impact::pages::reinstate }

    "/mes-droits" { get ANYONE info::rights }
    "/accessibilite" { get ANYONE info::accessibility }
    "/donnees-personnelles" { get ANYONE info::privacy }
    "/admin" { get ADMIN admin::overview }
    "/admin/signalements/{id}" { get ADMIN admin::report, post ADMIN admin::answer }

    "/api" { get ANYONE crate::api::pages::reference }
    "/api/problems" { get ANYONE crate::api::pages::problems }
    "/api/v1/openapi.json" { get ANYONE crate::api::openapi::document }
    "/api/v1/offers" { get ANYONE offers::api::list::list }
    "/api/v1/offers:batch" { post POSTS offers::api::batch::batch }
    "/api/v1/offers/stream" if Get { get ANYONE offers::api::stream::stream }
    "/api/v1/offers/{reference}" {
        get ANYONE offers::api::list::detail,
        put POSTS offers::api::post::put,
        patch POSTS offers::api::post::patch,
        delete POSTS offers::api::post::delete
    }
    "/api/v1/heartbeat" { post POSTS offers::api::post::heartbeat }
    "/api/v1/interests" { get ANSWERS engagements::api::list }
    "/api/v1/interests/{id}/answer" { post ANSWERS engagements::api::answer }
    "/api/v1/labels" { get ANYONE labels::api::register }
    "/api/v1/receipts/{code}" { get ANYONE referrals::api::receipt }
}
