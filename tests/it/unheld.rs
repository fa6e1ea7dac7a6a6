//! A referent gives a person back to his service: her follow-up goes on, she and whoever runs the service are told, a colleague
//! takes her over. She is never left with nobody told of it.

use crate::kit::rows;
use crate::office::{Office, office, post};
use escale::follow_ups::{self, Advisor};
use escale::kernel::{Email, Id};

fn with_colleague() -> (Office, Id<Advisor>, Email) {
    let o = office();
    let own = |c: &mut escale::db::Conn| follow_ups::store::advisor_by_id(c, Id::from_uuid(o.claire.uuid()));
    let service = o.app.app.store.read(own).unwrap().service.id;
    let (zoe, email) = o.app.advisor(service, "Zoe");
    o.app.app.write_now(|tx, _| follow_ups::actions::service::appoint(tx, zoe)).unwrap();
    o.app.app.clock.advance(chrono::TimeDelta::hours(1));
    (o, zoe, email)
}

#[test]
fn who_is_given_back_goes_on_and_her_service_is_told_and_takes_her_over() {
    let (o, zoe, zoe_email) = with_colleague();
    let (_, stranger) = o.app.advisor(o.app.service(), "Paul");
    let mut claire = o.advisor();
    let page = claire.get(&o.file());
    let page = claire.submit(&page, "Rendre à mon organisme", &[]);
    assert!(page.has("votre organisme est prévenu") && page.has("n’est plus suivie par personne"), "{}", page.text());
    assert_eq!(claire.get(&o.file()).status, 403, "her file is closed to him");
    o.app.run_jobs();
    let hers = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(hers.text.contains("Claire ne vous suit plus") && hers.text.contains("39 49"), "{}", hers.text);
    assert!(hers.text.contains("votre accompagnement continue"), "{}", hers.text);
    let told = o.app.app.mailer.take(&zoe_email).pop().unwrap();
    assert!(told.text.contains("Une personne de votre organisme") && !told.text.contains("Amina"), "{}", told.text);
    let mut her = o.app.signed_in(&o.amina.email);
    assert!(her.get("/moi/suivi").has("Votre organisme cherche qui vous suit"));

    // Another service reads nothing of it and takes nobody.
    let mut paul = o.app.signed_in(&stranger);
    assert!(!paul.get("/conseil").has("n’est plus suivie") && !paul.get("/conseil/reprises").has("Amina"));
    let amina = o.amina.id.to_string();
    let said = post(&mut paul, "/conseil/reprises", &[("personne", &amina)]);
    assert!(said.status == 409 && !said.has("Amina"), "{}", said.text());

    let mut colleague = o.app.signed_in(&zoe_email);
    let page = colleague.get("/conseil");
    let page = colleague.follow(&page, "Personnes à reprendre");
    assert!(page.has("Amina Benali") && page.has("Suivie avant par Claire"), "{}", page.text());
    assert!(!page.body.contains("amina@exemple.fr") && !page.has("06 39"), "a name, and nothing of her file (I16)");
    assert_eq!(colleague.get(&o.file()).status, 404, "her file is not open yet");
    let page = colleague.submit(&page, "Reprendre ces personnes", &[("personne", &amina)]);
    assert!(page.has("vous suivez maintenant ces personnes") && page.has("Amina Benali"), "{}", page.text());
    assert_eq!(colleague.get(&o.file()).status, 200);
    o.app.run_jobs();
    let hers = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(hers.text.contains("Zoe (Agence de test) vous accompagne maintenant"), "{}", hers.text);
    // A colleague who was slower is told so, and nothing changes.
    let before = rows(&o.app);
    let said = post(&mut claire, "/conseil/reprises", &[("personne", &amina)]);
    assert!(said.status == 409 && said.has("quelqu’un l’a déjà reprise"), "{}", said.text());
    assert_eq!(rows(&o.app), before);
    let follow_up = o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap();
    assert!(follow_up.is_some_and(|f| f.referent.id == zoe && f.held));
    let _ = o.app.app.mailer.take_all();
}

/// Who stands in goes on until the date; only the referent gives back.
#[test]
fn who_stands_in_stays_and_gives_nobody_back() {
    let (o, zoe, zoe_email) = with_colleague();
    let until = o.app.now() + chrono::TimeDelta::days(5);
    let cover =
        |tx: &mut escale::db::Tx<'_>, now| follow_ups::actions::mandates::cover(tx, now, o.claire, zoe, until, None);
    o.app.app.write_now(cover).unwrap();
    let mut colleague = o.app.signed_in(&zoe_email);
    assert!(!colleague.get(&o.file()).has("Rendre à mon organisme"));
    let said = post(&mut colleague, &format!("{}/retour", o.file()), &[]);
    assert!(said.status == 403 && said.has("Seule la personne référente"), "{}", said.text());
    post(&mut o.advisor(), &format!("{}/retour", o.file()), &[]);
    assert_eq!(colleague.get(&o.file()).status, 200, "she is not left alone meanwhile");
    assert!(colleague.get("/conseil/reprises").has("Amina Benali"));
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}
