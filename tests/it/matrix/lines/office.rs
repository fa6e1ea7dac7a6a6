//! The advisor's office, and what it writes that is hers to read.

use super::{Line, get, post};
use crate::matrix::World;
use escale::accounts;
use escale::accounts::invitations::{Invitation, Place};
use escale::db::Tx;
use escale::follow_ups::{Course, EndReason, Ending, FollowUp, store};
use escale::kernel::{Id, Instant};
use escale::people::Person;

fn follow_up(w: &World, person: &Person) -> FollowUp {
    w.app.app.store.read(|c| store::follow_up_of(c, w.app.now(), person.id)).unwrap().unwrap()
}

fn write<T>(w: &World, f: impl FnMut(&mut Tx<'_>, Instant) -> escale::db::Result<T>) -> T {
    w.app.app.write_now(f).unwrap()
}

/// The same training at hand in both services.
fn courses(w: &World) {
    for person in [&w.amina, &w.bruno] {
        let service = follow_up(w, person).referent.service.id;
        let text = |t: &str| t.to_owned();
        let course =
            Course { id: Id::make(), service, title: text("CACES"), provider: text("Afpa"), funding: text("") };
        write(w, |tx, _| escale::follow_ups::actions::way::add_course(tx, &course));
    }
}

/// The end is asked for, of both.
fn endings(w: &World) {
    for person in [&w.amina, &w.bruno] {
        let id = follow_up(w, person).id;
        let ending = |now| Ending::asked(EndReason::Moved, now);
        write(w, |tx, now| store::way::set_ending(tx, id, &ending(now)));
    }
}

/// The end is asked for, and nobody said it to her.
fn unsaid(w: &World) {
    unaddressed(w);
    let id = follow_up(w, &w.amina).id;
    write(w, |tx, now| store::way::set_ending(tx, id, &Ending::to_say(EndReason::Moved, now)));
}

/// The advisor of her.
fn claire(w: &World) -> Id<escale::follow_ups::Advisor> {
    let claire = escale::kernel::Email::parse("claire@service.example").unwrap();
    let known = w.app.app.store.read(|c| escale::accounts::store::by_email(c, &claire)).unwrap().unwrap();
    Id::from_uuid(known.id.uuid())
}

/// Nobody follows her any more, and her advisor asks whether he may.
fn asks(w: &World) {
    let (id, by) = (follow_up(w, &w.amina).id, claire(w));
    write(w, |tx, now| {
        store::way::end_follow_up(tx, now, id, EndReason::Moved)?;
        store::requests::insert(tx, now, w.amina.id, by)
    });
}

/// She has no address.
fn unaddressed(w: &World) {
    let none = escale::kernel::Email::none();
    write(w, |tx, _| escale::accounts::store::set_email(tx, w.amina.account(), &none));
}

/// The end is asked for, and was said to her, who has no address.
fn said(w: &World) {
    unaddressed(w);
    let id = follow_up(w, &w.amina).id;
    write(w, |tx, now| store::way::set_ending(tx, id, &Ending::to_say(EndReason::Moved, now).told(now)));
}

/// She has no address, and asked her advisor to open a month with her.
fn opened(w: &World) {
    unaddressed(w);
    w.own_version();
    let by = claire(w);
    write(w, |tx, now| {
        let held = store::mandate(tx, now, by, w.amina.id)?;
        escale::follow_ups::actions::asked::open_month(tx, now, &held, "2026-11", "D’accord.")
    });
}

/// She asked her advisor to set her hours with her.
fn hours(w: &World) {
    let by = claire(w);
    write(w, |tx, now| {
        let held = store::mandate(tx, now, by, w.amina.id)?;
        escale::follow_ups::actions::hours::asked(tx, now, &held, "D’accord.")
    });
}

/// What became of what was sent for her is to be told to her.
fn aloud(w: &World) {
    use escale::interests::{About, SpokenNews, store::aloud};
    let (id, person, interest) = (news(w), w.amina.id, w.interest.id);
    let new = |at| SpokenNews { id, person, interest, about: About::Answered, decision: None, at };
    write(w, |tx, now| aloud::insert(tx, &new(now)));
}

/// She has no address, and what she sent went through her advisor.
fn spoken(w: &World) {
    use escale::interests::{Spoken, store::spoken};
    unaddressed(w);
    let (person, advisor, interest, offer) = (w.amina.id, claire(w), w.interest.id, w.interest.offer);
    let new = |at| Spoken {
        id: Id::make(),
        person,
        advisor,
        offer,
        interest,
        wording: "D’accord.".into(),
        at,
        by_herself: false,
        aloud: true,
    };
    write(w, |tx, now| spoken::insert(tx, &new(now)));
}

fn news(w: &World) -> Id<escale::interests::SpokenNews> {
    Id::from_uuid(w.interest.id.uuid())
}

/// Something of her follow-up is to be told to her.
fn to_tell(w: &World) {
    unaddressed(w);
    write(w, |tx, now| store::words::put(tx, now, w.amina.id, escale::follow_ups::WordAbout::Referent));
}

fn word(w: &World) -> Id<escale::follow_ups::Word> {
    let open = w.app.app.store.read(|c| store::words::open(c, &[w.amina.id])).unwrap();
    open.first().map_or_else(Id::make, |word| word.id)
}

/// A colleague of her advisor.
fn zoe(w: &World) -> String {
    let of = follow_up(w, &w.amina).referent.service.id;
    let all = w.app.app.store.read(|c| store::mandates::colleagues(c, of)).unwrap();
    all.iter().find(|(_, name)| name == "Zoe").unwrap().0.to_string()
}

/// In each service, somebody whom nobody follows any more.
fn unheld(w: &World) {
    for (person, name) in [(&w.amina, "Sonia"), (&w.bruno, "Sofia")] {
        let by = follow_up(w, person).referent.id;
        let other = w.app.person(name, Some(by));
        write(w, |tx, now| {
            let held = store::mandate(tx, now, by, other.id)?;
            escale::follow_ups::actions::unheld::give_back(tx, now, &held)
        });
    }
}

/// Both of them are ticked: each service takes its own.
fn given_back(w: &World) -> String {
    let of = |person: &Person| follow_up(w, person).referent.service.id;
    let all = [of(&w.amina), of(&w.bruno)].map(|service| {
        let unheld = w.app.app.store.read(|c| store::unheld::of_service(c, w.app.now(), service)).unwrap();
        unheld.iter().map(|one| format!("personne={}", one.person)).collect::<Vec<_>>().join("&")
    });
    all.join("&")
}

/// The colleague stands in already.
fn covered(w: &World) {
    let (of, by) = (follow_up(w, &w.amina).referent.id, zoe(w).parse().unwrap());
    let until = w.app.now() + chrono::TimeDelta::days(3);
    write(w, |tx, now| escale::follow_ups::actions::mandates::cover(tx, now, of, by, until, None));
}

/// The file that her advisor gave.
fn import(w: &World) -> String {
    use diesel::prelude::*;
    use escale::db::schema::people_import;
    type Key = Id<escale::follow_ups::actions::mandates::Import>;
    let read = |conn: &mut escale::db::Conn| {
        let key: Key = escale::each!(conn, |c| people_import::table.select(people_import::id).first(c))?;
        Ok(key)
    };
    w.app.app.store.read(read).unwrap().to_string()
}

fn service(w: &World) -> Place {
    Place::Service(follow_up(w, &w.amina).referent.service.id.uuid())
}

/// Somebody whom her advisor's service, or the platform, has invited.
pub fn invited(w: &World, place: Place, email: &str) -> Id<Invitation> {
    let email = escale::kernel::Email::parse(email).unwrap();
    let new = Invitation { id: Id::make(), place, name: "Léa".into(), email, sent_at: w.app.now(), open: true };
    write(w, |tx, _| accounts::store::invitations::save(tx, &new));
    new.id
}

/// The invitation that was made first.
pub fn invitation_to(w: &World, place: Place) -> Id<Invitation> {
    let all = w.app.app.store.read(|c| accounts::store::invitations::of_place(c, place)).unwrap();
    all.first().map_or_else(Id::make, |known| known.id)
}

/// The link that stops her advisor's letter of the week.
fn digest(w: &World) -> String {
    let who = follow_up(w, &w.amina).referent.id;
    format!("/desabonnement/semaine/{}", escale::follow_ups::letters::digest::token(&w.app.app.config.secret, who))
}

fn file(w: &World, rest: &str) -> String {
    format!("/conseil/personnes/{}{rest}", w.amina.id)
}

fn step(w: &World) -> String {
    follow_up(w, &w.amina).next_step.unwrap().id.to_string()
}

const STEP: &str = "etape-nature=phone&etape-quoi=Point&etape-date=2026-12-04&etape-heure=09%3A30&etape-lieu=";
const TRAINING: &str = "formation-titre=Anglais&formation-etat=wish&formation-debut=2027-01-04";

pub fn lines() -> Vec<Line> {
    vec![
        get("/conseil/catalogue", 200),
        post("/conseil/catalogue", 303).typed(|_| "titre=CACES&organisme=Afpa".into()),
        post("/conseil/catalogue/retrait", 303).after(courses).typed(|_| "formation=CACES".into()),
        post("/conseil/personnes/{id}/adresse", 303)
            .owned()
            .after(unaddressed)
            .to(|w| file(w, "/adresse"))
            .typed(|_| "adresse=amina.b%40exemple.fr".into()),
        post("/conseil/personnes/{id}/etape", 303)
            .owned()
            .to(|w| file(w, "/etape"))
            .typed(|w| format!("etape={}&{STEP}", step(w))),
        post("/conseil/personnes/{id}/etape/faite", 303)
            .owned()
            .to(|w| file(w, "/etape/faite"))
            .typed(|w| format!("etape={}", step(w))),
        post("/conseil/personnes/{id}/formations", 303)
            .owned()
            .to(|w| file(w, "/formations"))
            .typed(|_| TRAINING.into()),
        post("/conseil/personnes/{id}/formations/{training}", 303)
            .owned()
            .to(|w| file(w, &format!("/formations/{}", follow_up(w, &w.amina).trainings[0].id)))
            .typed(|_| "etat=wish".into()),
        post("/conseil/personnes/{id}/contacts", 303)
            .owned()
            .to(|w| file(w, "/contacts"))
            .typed(|_| "contact-date=2026-11-25&contact-moyen=phone".into()),
        post("/conseil/personnes/{id}/resume", 303)
            .owned()
            .to(|w| file(w, "/resume"))
            .typed(|_| format!("resume=Un+texte&resume-lu={}", escale::follow_ups::actions::way::mark(""))),
        post("/conseil/personnes/{id}/fin", 303)
            .owned()
            .to(|w| file(w, "/fin"))
            .typed(|_| "fin-raison=lasting_job".into()),
        post("/conseil/personnes/{id}/fin/retrait", 303).owned().after(endings).to(|w| file(w, "/fin/retrait")),
        get("/conseil/choix", 200).to(|w| format!("/conseil/choix?mission={}", w.offers[2].id)),
        get("/conseil/proposer", 200)
            .owned()
            .to(|w| format!("/conseil/proposer?personne={}&mission={}", w.amina.id, w.offers[2].id)),
        post("/conseil/proposer", 303)
            .owned()
            .typed(|w| format!("paire={}.{}&note=&retour=%2Fconseil", w.amina.id, w.offers[2].id)),
        get("/conseil/personnes/{id}/propositions/{referral}/fiche", 200)
            .owned()
            .to(|w| file(w, &format!("/propositions/{}/fiche", w.referral.id))),
        get("/conseil/personnes/{id}/interets/nouveau", 200)
            .owned()
            .to(|w| file(w, &format!("/interets/nouveau?mission={}", w.offers[2].id))),
        post("/conseil/personnes/{id}/interets", 303).owned().to(|w| file(w, "/interets")).typed(|w| {
            format!("mission={}&creneau={}&partage=nom&accord=oui", w.offers[2].id, w.offers[2].slots[0].id)
        }),
        post("/conseil/personnes/{id}/a-dire/{news}", 303)
            .owned()
            .after(aloud)
            .to(|w| file(w, &format!("/a-dire/{}", news(w)))),
        post("/conseil/personnes/{id}/interets/{interest}/retrait", 303)
            .owned()
            .after(spoken)
            .to(|w| file(w, &format!("/interets/{}/retrait", w.interest.id))),
        post("/conseil/personnes/{id}/telephone", 303)
            .owned()
            .after(unaddressed)
            .to(|w| file(w, "/telephone"))
            .typed(|_| "telephone=06+39+98+00+09&telephone-accord=oui".into()),
        post("/conseil/personnes/{id}/suivi/dit/{mot}", 303)
            .owned()
            .after(to_tell)
            .to(|w| file(w, &format!("/suivi/dit/{}", word(w)))),
        post("/conseil/personnes/{id}/fin/dite", 303).owned().after(unsaid).to(|w| file(w, "/fin/dite")),
        get("/conseil/personnes/{id}/heures", 200).owned().to(|w| file(w, "/heures")),
        post("/conseil/personnes/{id}/heures", 303).owned().after(hours).to(|w| file(w, "/heures")),
        post("/conseil/personnes/{id}/heures/accord", 303)
            .owned()
            .to(|w| file(w, "/heures/accord"))
            .typed(|_| "accord=oui".into()),
        post("/conseil/personnes/{id}/heures/maintenant", 303)
            .owned()
            .after(hours)
            .to(|w| file(w, "/heures/maintenant"))
            .typed(|_| "maintenant=oui".into()),
        post("/conseil/personnes/{id}/heures/trajet", 303)
            .owned()
            .after(hours)
            .to(|w| file(w, "/heures/trajet"))
            .typed(|_| "ou=&km=20&trajet=&delai=0&courte=&longue=".into()),
        post("/conseil/personnes/{id}/heures/jours", 303)
            .owned()
            .after(hours)
            .to(|w| file(w, "/heures/jours"))
            .typed(|_| "jour=2026-12-22&possible=non".into()),
        post("/conseil/personnes/{id}/heures/jours/{jour}/suppression", 303)
            .owned()
            .after(hours)
            .to(|w| file(w, &format!("/heures/jours/{}/suppression", w.day))),
        get("/conseil/personnes/{id}/demandes", 200).owned().to(|w| file(w, "/demandes")),
        post("/conseil/personnes/{id}/demandes/propositions", 303)
            .owned()
            .to(|w| file(w, "/demandes/propositions"))
            .typed(|_| "propositions=non&propositions-accord=oui".into()),
        post("/conseil/personnes/{id}/demandes/reglages", 303)
            .owned()
            .to(|w| file(w, "/demandes/reglages"))
            .typed(|_| "langue=en&reglages-accord=oui".into()),
        post("/conseil/personnes/{id}/demandes/mois", 303)
            .owned()
            .after(unaddressed)
            .to(|w| file(w, "/demandes/mois"))
            .typed(|_| "mois=2026-11&mois-accord=oui".into()),
        post("/conseil/personnes/{id}/demandes/donnees", 303)
            .owned()
            .to(|w| file(w, "/demandes/donnees"))
            .typed(|_| "donnees-accord=oui".into()),
        post("/conseil/personnes/{id}/demandes/alerte", 303)
            .owned()
            .to(|w| file(w, "/demandes/alerte"))
            .typed(|_| "quoi=plonge&alerte-accord=oui".into()),
        post("/conseil/personnes/{id}/demandes/fin", 303)
            .owned()
            .after(said)
            .to(|w| file(w, "/demandes/fin"))
            .typed(|_| "reponse=suite&suite-accord=oui".into()),
        get("/conseil/personnes/{id}/demandes/suppression", 200).owned().to(|w| file(w, "/demandes/suppression")),
        post("/conseil/personnes/{id}/demandes/suppression", 303)
            .owned()
            .after(unaddressed)
            .to(|w| file(w, "/demandes/suppression"))
            .typed(|_| "suppression-accord=oui".into()),
        // She has an address: what is hers is not opened, and he is led to the page that says so.
        get("/conseil/personnes/{id}/donnees.json", 303).owned().to(|w| file(w, "/donnees.json")),
        get("/conseil/personnes/{id}/recap/{month}", 303).owned().to(|w| file(w, "/recap/2026-11")),
        get("/conseil/personnes/{id}/recap/{month}.csv", 303).owned().to(|w| file(w, "/recap/2026-11.csv")),
        get("/conseil/personnes/{id}/recap/{month}/{interest}", 303)
            .owned()
            .to(|w| file(w, &format!("/recap/2026-11/{}", w.done))),
        post("/conseil/personnes/{id}/recap/{month}/{interest}", 303)
            .owned()
            .after(opened)
            .to(|w| file(w, &format!("/recap/2026-11/{}", w.done)))
            .typed(|_| "heures=4&brut=50&frais=0&chiffres-accord=oui".into()),
        post("/conseil/personnes/{id}/recap/{month}/{interest}/proposition", 303)
            .owned()
            .after(opened)
            .to(|w| file(w, &format!("/recap/2026-11/{}/proposition", w.done))),
        post("/conseil/personnes/{id}/transfert", 303)
            .owned()
            .to(|w| file(w, "/transfert"))
            .typed(|w| format!("conseiller={}", zoe(w))),
        post("/conseil/personnes/{id}/retour", 303).owned().to(|w| file(w, "/retour")),
        get("/conseil/reprises", 200),
        post("/conseil/reprises", 303).after(unheld).typed(given_back),
        get("/conseil/nouvelle-personne", 200),
        post("/conseil/nouvelle-personne", 303)
            .typed(|_| "prenom=Luc&nom=Neuf&email=luc.neuf%40exemple.fr&telephone=&commune=&rayon_km=".into()),
        get("/conseil/remplacements", 200),
        post("/conseil/remplacement", 303).owned().typed(|w| format!("conseiller={}&jusqu-au=2026-12-24", zoe(w))),
        post("/conseil/remplacement/fin", 303).owned().after(covered).typed(|w| format!("conseiller={}", zoe(w))),
        get("/conseil/import", 200),
        post("/conseil/import", 303)
            .typed(|_| "texte=prenom%3Bnom%3Bemail%0ALuc%3BNeuf%3Bluc.neuf%40exemple.fr".into()),
        get("/conseil/import/{id}", 200).owned().to(|w| format!("/conseil/import/{}", import(w))),
        get("/conseil/export.csv", 200),
        post("/conseil/lettre", 303).typed(|_| "lettre=non".into()),
        get("/conseil/organisme", 200).owned(),
        post("/conseil/organisme/membres", 303).owned().typed(|_| "nom=Nina+Neuve&email=nina%40service.example".into()),
        post("/conseil/organisme/membres/{id}", 303)
            .owned()
            .to(|w| format!("/conseil/organisme/membres/{}", zoe(w)))
            .typed(|_| "geste=responsable".into()),
        post("/conseil/organisme/invitations/{id}/retrait", 303)
            .owned()
            .after(|w| _ = invited(w, service(w), "lea@exemple.fr"))
            .to(|w| format!("/conseil/organisme/invitations/{}/retrait", invitation_to(w, service(w)))),
        post("/conseil/organisme/convention", 303).owned().typed(|_| "convention=2026-01-01".into()),
        get("/desabonnement/semaine/{token}", 200).to(digest),
        post("/desabonnement/semaine/{token}", 200).to(digest),
        post("/moi/suivi/fin", 303).after(endings),
        post("/moi/suivi/suite", 303).after(endings),
        post("/moi/suivi/accord", 303).owned().after(asks).typed(|w| format!("conseiller={}", claire(w))),
    ]
}
