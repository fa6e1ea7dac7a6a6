//! One line for each address: what exactly is asked for, whether somebody owns it, and what those who may are answered.

mod office;

use super::world::World;
use crate::faults::wire;
use crate::kit::{Client, Page};
use escale::accounts::invitations::Place;

/// What is asked for or sent, beside the token of forms.
type Text = fn(&World) -> String;

pub struct Line {
    pub method: &'static str,
    pub pattern: &'static str,
    /// Whether the path or the form names what is somebody's.
    pub owned: bool,
    /// The status for those who may and are signed in.
    pub signed: u16,
    /// The status for those who may and are not.
    pub anonymous: u16,
    /// The status for those who may and own none of it, when it is another.
    pub others: Option<u16>,
    /// What happened before.
    pub first: fn(&World),
    path: Text,
    body: Option<Text>,
    kind: &'static str,
}

const FORM: &str = "application/x-www-form-urlencoded";

impl Line {
    /// A plain address, answered with `status`.
    fn at(method: &'static str, pattern: &'static str, status: u16) -> Self {
        let (signed, anonymous) = (status, status);
        let body: Option<Text> = (method == "post").then_some(|_| String::new());
        let (path, first): (Text, fn(&World)) = (|_| String::new(), |_| ());
        Self { method, pattern, owned: false, signed, anonymous, others: None, first, path, body, kind: FORM }
    }

    /// Where exactly.
    fn to(self, path: Text) -> Self {
        Self { path, ..self }
    }

    /// What it names is somebody's.
    fn owned(self) -> Self {
        Self { owned: true, ..self }
    }

    /// What is typed.
    fn typed(self, body: Text) -> Self {
        Self { body: Some(body), ..self }
    }

    /// What is sent by a machine.
    fn sent(self, kind: &'static str, body: Text) -> Self {
        Self { body: Some(body), kind, ..self }
    }

    fn signed(self, signed: u16) -> Self {
        Self { signed, ..self }
    }

    fn others(self, status: u16) -> Self {
        Self { others: Some(status), ..self }
    }

    fn after(self, first: fn(&World)) -> Self {
        Self { first, ..self }
    }

    /// Asks as `client`, no redirection followed.
    pub fn ask(&self, w: &World, client: &mut Client, token: &str) -> Page {
        let made = (self.path)(w);
        let path = if made.is_empty() { self.pattern } else { made.as_str() };
        let body = self.body.map(|body| match self.kind {
            FORM => format!("_token={token}&{}", body(w)),
            _ => body(w),
        });
        let kind = if body.is_some() { self.kind } else { "" };
        client.once(&self.method.to_uppercase(), path, body.as_deref(), kind)
    }
}

/// Each platform has somebody else who posts for it.
fn colleagues(w: &World) {
    use escale::accounts::{self, Account, Role};
    for made in [&w.halles, &w.autre] {
        let (id, name) = (escale::kernel::Id::make(), "Nina".to_owned());
        let email = escale::kernel::Email::parse(&format!("nina.{}@plateforme.example", made.id)).unwrap();
        let account = Account { id, role: Role::Platform, email, name, language: escale::kernel::Lang::Fr };
        let add = |tx: &mut escale::db::Tx<'_>, now| {
            accounts::actions::register(tx, now, &account)?;
            escale::platforms::store::add_member(tx, account.id, made.id)
        };
        w.app.app.write_now(add).unwrap();
    }
}

/// The colleague of who posts for the platform.
fn colleague(w: &World) -> String {
    let all = w.app.app.store.read(|c| escale::platforms::store::members(c, w.halles.id)).unwrap();
    all.iter()
        .find(|(_, name, _)| name == "Nina")
        .map_or_else(|| uuid::Uuid::now_v7().to_string(), |(id, ..)| id.to_string())
}

fn halles(w: &World) -> Place {
    Place::Platform(w.halles.id.uuid())
}

/// The link of an invitation that nobody used yet.
fn invitation(w: &World) -> String {
    let id = office::invited(w, halles(w), &format!("leo.{}@exemple.fr", uuid::Uuid::now_v7().simple()));
    let arm = |tx: &mut escale::db::Tx<'_>, _| escale::accounts::actions::invitations::arm(tx, id);
    format!("/invitation/{}", w.app.app.write_now(arm).unwrap().1.unwrap())
}

fn get(pattern: &'static str, status: u16) -> Line {
    Line::at("get", pattern, status)
}

fn post(pattern: &'static str, status: u16) -> Line {
    Line::at("post", pattern, status)
}

pub fn lines() -> Vec<Line> {
    [open(), accounts(), person(), advisor(), office::lines(), platform(), label(), api()]
        .into_iter()
        .flatten()
        .collect()
}

fn open() -> Vec<Line> {
    vec![
        get("/healthz", 200),
        get("/readyz", 200),
        get("/metrics", 200),
        get("/static/{name:.*}", 200).to(|_| "/static/app.css".into()),
        get("/", 200),
        get("/missions", 200),
        get("/missions/filtres", 200),
        get("/missions/carte", 200),
        get("/missions.atom", 200),
        get("/missions/direct", 200),
        get("/missions/direct/encore", 200),
        get("/robots.txt", 200),
        get("/sitemap.xml", 200),
        get("/sitemap-{n}.xml", 200).to(|_| "/sitemap-1.xml".into()),
        get("/missions/{id}", 200).to(|w| format!("/missions/{}", w.offers[0].id)),
        post("/missions/{id}/recepisse", 303).to(|w| format!("/missions/{}/recepisse", w.offers[0].id)),
        get("/missions/{id}/signalement", 200).to(|w| format!("/missions/{}/signalement", w.offers[0].id)),
        post("/missions/{id}/signalement", 303)
            .to(|w| format!("/missions/{}/signalement", w.offers[0].id))
            .typed(|_| "message=Cette+mission+demande+de+payer+avant+de+commencer.&email=".into()),
        get("/signalements/{token}", 200).to(World::reported),
        get("/communes", 200).to(|_| "/communes?q=saint".into()),
        get("/metiers", 200).to(|_| "/metiers?q=serveur".into()),
        get("/recepisses/{code}.json", 200).to(|w| format!("/recepisses/{}.json", w.referral.receipt)),
        get("/recepisses/{code}", 200).to(|w| format!("/recepisses/{}", w.referral.receipt)),
        get("/.well-known/escale-receipt-keys.json", 200),
        get("/plateformes", 200),
        get("/plateformes.csv", 200),
        get("/plateformes/decisions.csv", 200),
        get("/plateformes/{slug}", 200).to(|_| "/plateformes/halles".into()),
        get("/mes-droits", 200),
        get("/accessibilite", 200),
        get("/donnees-personnelles", 200),
        get("/agenda/{token}.ics", 200).to(|w| format!("/agenda/{}.ics", w.feed)),
        get("/demo", 200),
        get("/demo/lettres/{file}", 200).to(|_| "/demo/lettres/1".into()),
    ]
}

fn accounts() -> Vec<Line> {
    vec![
        get("/connexion", 200).signed(303),
        post("/connexion", 303).typed(|_| "email=bruno%40exemple.fr".into()),
        // Without the browser's cookie there is nothing to type a code for.
        get("/connexion/code", 303),
        post("/connexion/code", 403).typed(|_| "code=0000+0000".into()),
        get("/connexion/lien/{token}", 200).to(|w| format!("/connexion/lien/{}", w.link())),
        post("/connexion/lien/{token}", 303).to(|w| format!("/connexion/lien/{}", w.link())),
        get("/m/{code}", 303).to(|w| escale::offers::code::path(w.offers[0].id.uuid())),
        get("/invitation/{token}", 200).to(invitation),
        post("/invitation/{token}", 303).to(invitation),
        post("/deconnexion", 303),
        get("/desabonnement/{token}", 200).to(World::stop),
        post("/desabonnement/{token}", 200).to(World::stop),
        get("/je-reste/{token}", 200).to(World::stay),
        post("/je-reste/{token}", 200).to(World::stay),
    ]
}

fn person() -> Vec<Line> {
    vec![
        get("/moi", 200),
        get("/moi/propositions", 200),
        get("/moi/propositions/{referral}", 200).owned().to(|w| format!("/moi/propositions/{}", w.referral.id)),
        post("/moi/propositions/{referral}/choix", 303)
            .owned()
            .to(|w| format!("/moi/propositions/{}/choix", w.referral.id))
            .typed(|_| "choix=set_aside".into()),
        get("/moi/missions", 200),
        post("/moi/missions", 303).typed(|w| format!("mission={}&creneau={}", w.offers[2].id, w.offers[2].slots[0].id)),
        get("/moi/missions/nouvelle", 200).to(|w| format!("/moi/missions/nouvelle?mission={}", w.offers[2].id)),
        post("/moi/missions/{interest}/retrait", 303)
            .owned()
            .to(|w| format!("/moi/missions/{}/retrait", w.interest.id)),
        get("/moi/missions/{interest}/creneau.ics", 200)
            .owned()
            .to(|w| format!("/moi/missions/{}/creneau.ics", w.interest.id)),
        get("/moi/suivi", 200),
        get("/moi/preferences", 200),
        post("/moi/preferences", 303).typed(|_| "langue=en&simple=oui&canal=space".into()),
        post("/moi/telephone", 303).typed(|_| "telephone=06+39+98+00+02".into()),
        get("/moi/donnees.json", 200),
        get("/moi/suppression", 200),
        post("/moi/suppression", 303),
        get("/moi/recap", 303),
        get("/moi/recap/{month}.csv", 200).to(|_| "/moi/recap/2026-11.csv".into()),
        get("/moi/recap/{month}", 200).to(|_| "/moi/recap/2026-11".into()),
        get("/moi/recap/{month}/{interest}", 200).owned().to(|w| format!("/moi/recap/2026-11/{}", w.done)),
        post("/moi/recap/{month}/{interest}", 303)
            .owned()
            .to(|w| format!("/moi/recap/2026-11/{}", w.done))
            .typed(|_| "heures=3&brut=45&frais=0".into()),
        post("/moi/recap/{month}/{interest}/proposition", 303)
            .owned()
            .after(World::own_version)
            .to(|w| format!("/moi/recap/2026-11/{}/proposition", w.done)),
        get("/moi/agenda", 200),
        post("/moi/agenda", 200),
        post("/moi/agenda/fin", 303).after(World::calendars),
        post("/moi/lettres", 303).typed(|_| "lettre=slot_reminder".into()),
        get("/moi/appareils", 200),
        post("/moi/appareils", 303).typed(|_| {
            let key = escale::push::base64url(&[&[4][..], &[9; 64]].concat());
            format!("adresse=http%3A%2F%2F127.0.0.1%3A9%2Fy&cle={key}&secret={}", escale::push::base64url(&[2; 16]))
        }),
        post("/moi/appareils/{id}/arret", 303).owned().to(|w| format!("/moi/appareils/{}/arret", w.device)),
        get("/moi/heures", 200),
        post("/moi/heures", 303).typed(|_| "j0-de1=09%3A00&j0-a1=12%3A00".into()),
        get("/moi/heures/missions", 200),
        post("/moi/heures/jours", 303).typed(|_| "jour=2026-12-05&possible=non".into()),
        post("/moi/heures/jours/{id}/suppression", 303)
            .owned()
            .to(|w| format!("/moi/heures/jours/{}/suppression", w.day)),
        post("/moi/heures/trajet", 303).typed(|_| "ou=&km=12&trajet=velo&delai=2&courte=&longue=".into()),
        post("/moi/heures/maintenant", 303).typed(|_| "maintenant=oui".into()),
        get("/moi/recherches", 200),
        post("/moi/recherches", 303).typed(|_| "recherche=quoi%3Dxylophone&rythme=daily&nom=".into()),
        get("/moi/recherches/nouvelle", 200).to(|_| "/moi/recherches/nouvelle?quoi=plonge".into()),
        get("/moi/recherches/{id}", 303).owned().to(|w| format!("/moi/recherches/{}", w.search)),
        post("/moi/recherches/{id}", 303)
            .owned()
            .to(|w| format!("/moi/recherches/{}", w.search))
            .typed(|_| "rythme=weekly".into()),
        post("/moi/recherches/{id}/suppression", 303)
            .owned()
            .to(|w| format!("/moi/recherches/{}/suppression", w.search)),
        post("/moi/reglages", 303),
    ]
}

fn advisor() -> Vec<Line> {
    vec![
        get("/conseil", 200),
        get("/conseil/propositions", 200),
        get("/conseil/personnes/{id}", 200).owned().to(|w| format!("/conseil/personnes/{}", w.amina.id)),
        post("/conseil/personnes/{id}/propositions", 303)
            .owned()
            .to(|w| format!("/conseil/personnes/{}/propositions", w.amina.id))
            .typed(|w| format!("mission={}&page=1&note=", w.offers[2].id)),
        get("/conseil/personnes/{id}/propositions/nouvelle", 200)
            .owned()
            .to(|w| format!("/conseil/personnes/{}/propositions/nouvelle?mission={}", w.amina.id, w.offers[2].id)),
        post("/conseil/personnes/{id}/propositions/{referral}/retrait", 303)
            .owned()
            .to(|w| format!("/conseil/personnes/{}/propositions/{}/retrait", w.amina.id, w.referral.id)),
    ]
}

fn platform() -> Vec<Line> {
    let mission = |w: &World| format!("/plateforme/missions/{}", w.offers[2].id);
    vec![
        get("/plateforme", 200),
        get("/plateforme/cles", 200),
        post("/plateforme/cles", 200).typed(|_| "name=Serveur&scopes=offers".into()),
        post("/plateforme/cles/{id}/revocation", 303).owned().to(|w| format!("/plateforme/cles/{}/revocation", w.key)),
        get("/plateforme/membres", 200),
        post("/plateforme/membres", 303).typed(|_| "nom=Nina+Neuve&email=nina%40plateforme.example".into()),
        post("/plateforme/membres/{id}/retrait", 303)
            .owned()
            .after(colleagues)
            .to(|w| format!("/plateforme/membres/{}/retrait", colleague(w))),
        post("/plateforme/invitations/{id}/retrait", 303)
            .owned()
            .after(|w| _ = office::invited(w, halles(w), "leo@exemple.fr"))
            .to(|w| format!("/plateforme/invitations/{}/retrait", office::invitation_to(w, halles(w)))),
        get("/plateforme/depart", 200),
        post("/plateforme/depart", 303).after(colleagues),
        post("/plateforme/pouls", 303).after(|w| w.app.app.clock.advance(chrono::TimeDelta::hours(1))),
        post("/plateforme/interets", 303).owned().typed(|w| format!("interet={}", w.interest.id)),
        post("/plateforme/interets/{id}/reponse", 303)
            .owned()
            .to(|w| format!("/plateforme/interets/{}/reponse", w.interest.id))
            .typed(|_| "reponse=accept".into()),
        post("/plateforme/missions", 303).typed(|w| w.form.clone()),
        get("/plateforme/missions/nouvelle", 200),
        get("/plateforme/missions/{id}", 200).owned().to(mission),
        post("/plateforme/missions/{id}", 303)
            .owned()
            .to(mission)
            .typed(|w| w.form.replace("title=Plonge", "title=Grande+plonge")),
        post("/plateforme/missions/{id}/retrait", 303)
            .owned()
            .to(|w| format!("/plateforme/missions/{}/retrait", w.offers[2].id)),
    ]
}

fn label() -> Vec<Line> {
    let reason = |_: &World| "reason=Accident+grave+signale+%3A+controle+sur+place+en+cours.".to_owned();
    vec![
        get("/organisme-label", 200),
        get("/organisme-label/{slug}", 200).to(|_| "/organisme-label/halles".into()),
        get("/organisme-label/{slug}/suspension", 200).to(|_| "/organisme-label/halles/suspension".into()),
        post("/organisme-label/{slug}/suspension", 303)
            .to(|_| "/organisme-label/halles/suspension".into())
            .typed(reason),
        post("/organisme-label/{slug}/retablissement", 303)
            .to(|_| "/organisme-label/halles/retablissement".into())
            .after(|w| w.app.suspend(w.halles.id))
            .typed(reason),
        get("/admin", 200),
        get("/admin/signalements/{id}", 200).to(|w| format!("/admin/signalements/{}", w.report)),
        post("/admin/signalements/{id}", 303)
            .to(|w| format!("/admin/signalements/{}", w.report))
            .typed(|_| "reponse=La+mission+est+retiree.".into()),
    ]
}

fn api() -> Vec<Line> {
    const JSON: &str = "application/json";
    let own = |w: &World| format!("/api/v1/offers/{}", w.offers[2].reference);
    vec![
        get("/api", 200),
        get("/api/problems", 200),
        get("/api/v1/openapi.json", 200),
        get("/api/v1/offers", 200),
        get("/api/v1/offers/stream", 200),
        get("/api/v1/offers/{reference}", 200).to(|w| format!("/api/v1/offers/{}", w.offers[0].id)),
        get("/api/v1/interests", 200),
        get("/api/v1/labels", 200),
        get("/api/v1/receipts/{code}", 200).to(|w| format!("/api/v1/receipts/{}", w.referral.receipt)),
        post("/api/v1/offers:batch", 200).sent("application/x-ndjson", |w| {
            let mut line = wire(&w.app.draft(2));
            line["reference"] = "r-3".into();
            line.to_string()
        }),
        // Under the same reference another platform posts a mission of its own.
        Line::at("put", "/api/v1/offers/{reference}", 200)
            .others(201)
            .to(own)
            .sent(JSON, |w| wire(&w.app.draft(2)).to_string()),
        Line::at("patch", "/api/v1/offers/{reference}", 200)
            .owned()
            .to(own)
            .sent("application/merge-patch+json", |_| r#"{"pay_cents": 1600}"#.into()),
        Line::at("delete", "/api/v1/offers/{reference}", 204).owned().to(own),
        post("/api/v1/heartbeat", 200)
            .sent(JSON, |_| String::new())
            .after(|w| w.app.app.clock.advance(chrono::TimeDelta::hours(1))),
        post("/api/v1/interests/{id}/answer", 200)
            .owned()
            .to(|w| format!("/api/v1/interests/{}/answer", w.interest.id))
            .sent(JSON, |_| r#"{"answer": "accept"}"#.into()),
    ]
}
