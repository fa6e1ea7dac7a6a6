//! Who follows whom: adding people by hand or by a file, giving them over, standing in; and the file that leaves.

use crate::kit::rows;
use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::follow_ups;

fn referent(o: &Office, address: &str) -> Option<String> {
    let read = |c: &mut escale::db::Conn| {
        let email = escale::kernel::Email::parse(address).unwrap();
        let Some(account) = escale::accounts::store::by_email(c, &email)? else { return Ok(None) };
        let person = escale::kernel::Id::from_uuid(account.id.uuid());
        Ok(follow_ups::store::follow_up_of(c, o.app.now(), person)?.map(|f| f.referent.name))
    };
    o.app.app.store.read(read).unwrap()
}

const FILE: &str = "prenom;nom;email;telephone;commune;rayon_km\nAna;Un;ana@exemple.fr;06 39 98 00 02;42000;20\nLuc;Deux;luc@exemple.fr;;;\n";

#[test]
fn a_file_is_imported_whole_and_again_without_doubles() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/import");
    let report = advisor.submit(&page, "Vérifier et importer", &[("texte", FILE)]);
    assert!(report.has("En cours : 0 lignes sur 2"), "{}", report.text());
    o.app.run_jobs();
    let report = advisor.get(&report.url);
    assert!(report.has("Terminé : 2 lignes") && report.has("Ajoutées : 2"), "{}", report.text());
    assert_eq!(referent(&o, "ana@exemple.fr").as_deref(), Some("Claire"));
    assert!(advisor.get("/conseil").has("3 personnes"));
    let before = rows(&o.app).iter().filter(|r| r.starts_with("person|")).count();
    let again = advisor.submit(&page, "Vérifier et importer", &[("texte", FILE)]);
    o.app.run_jobs();
    assert!(advisor.get(&again.url).has("Déjà suivies par vous : 2"));
    assert_eq!(rows(&o.app).iter().filter(|r| r.starts_with("person|")).count(), before);
    assert!(!rows(&o.app).iter().any(|r| r.starts_with("people_import|") && r.contains("ana@")), "names are not kept");
    o.app.advance(TimeDelta::days(31));
    assert!(!rows(&o.app).iter().any(|r| r.starts_with("people_import|")));
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn a_file_sent_as_a_file_may_be_in_the_encoding_of_spreadsheets() {
    let o = office();
    let mut advisor = o.advisor();
    let token = advisor.get("/conseil/import").attr("input[name=_token]", "value").unwrap();
    let body = |token: &str| {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"p.csv\"\r\nContent-Type: text/csv\r\n\r\nPrénom,Nom,Email\r\nZoé,Élan,zoe@exemple.fr\r\n\r\n--x--\r\n"
        )
    };
    let forged =
        advisor.once("POST", "/conseil/import", Some(&body(&"0".repeat(64))), "multipart/form-data; boundary=x");
    assert_eq!(forged.status, 403);
    let sent = advisor.once("POST", "/conseil/import", Some(&body(&token)), "multipart/form-data; boundary=x");
    assert_eq!(sent.status, 303, "{}", sent.text());
    o.app.run_jobs();
    assert_eq!(referent(&o, "zoe@exemple.fr").as_deref(), Some("Claire"));
    let told = o.app.app.mailer.take_all();
    assert!(told.len() == 1 && told[0].text.contains("Claire"), "she is told who follows her");
}

#[test]
fn one_wrong_line_and_nothing_is_imported() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/import");
    let before = rows(&o.app);
    let wrong = format!("{FILE};Trois;pas-une-adresse;;;\n");
    let said = advisor.submit(&page, "Vérifier et importer", &[("texte", &wrong)]);
    assert_eq!(said.status, 422);
    assert!(said.has("Rien n’a été ajouté") && said.count("tbody tr") == 1 && said.has("4"), "{}", said.text());
    assert!(said.body.contains("pas-une-adresse"), "what was pasted is kept");
    let said = advisor.submit(&page, "Vérifier et importer", &[("texte", "nom;age\nx;3\n")]);
    assert!(said.has("L’en-tête ne va pas"), "{}", said.text());
    assert_eq!(rows(&o.app), before);
}

#[test]
fn a_person_followed_by_another_service_stays_there() {
    let o = office();
    let (_, paul) = o.app.advisor(o.app.service(), "Paul");
    let mut paul = o.app.signed_in(&paul);
    let typed = [("prenom", "Amina"), ("nom", "Benali"), ("email", "amina@exemple.fr")];
    let page = paul.get("/conseil/nouvelle-personne");
    let said = paul.submit(&page, "Ajouter", &typed);
    assert_eq!(said.status, 422);
    assert!(said.has("Un autre organisme suit déjà cette personne"), "{}", said.text());
    assert_eq!(said.attr("#email", "value").as_deref(), Some("amina@exemple.fr"));
    let other = paul.submit(&page, "Ajouter", &[("prenom", "Zoé"), ("nom", "Autre"), ("email", "amina@exemple.fr")]);
    assert!(other.has("celle d’un autre compte"));
    let file = "prenom;nom;email\nAmina;Benali;amina@exemple.fr\nLuc;Neuf;luc@exemple.fr\n";
    let import = paul.get("/conseil/import");
    let people =
        || rows(&o.app).into_iter().filter(|r| r.contains("person") || r.starts_with("people_import|")).count();
    let before = people();
    let report = paul.submit(&import, "Vérifier et importer", &[("texte", file)]);
    assert!(report.has("Rien n’a été ajouté") && report.has("Un autre organisme suit déjà"), "{}", report.text());
    o.app.run_jobs();
    assert_eq!(people(), before, "nothing half imported");
    assert_eq!(referent(&o, "amina@exemple.fr").as_deref(), Some("Claire"));
}

#[test]
fn a_person_is_given_over_and_followed_by_one_referent() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(5));
    let service =
        o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().unwrap();
    let (paul, address) = o.app.advisor(service.referent.service.id, "Paul");
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let list = advisor.submit(&page, "Confier", &[("conseiller", &paul.to_string())]);
    assert!(list.has("confiée à votre collègue") && !list.has("Amina"), "{}", list.text());
    assert_eq!(advisor.get(&o.file()).status, 403);
    o.app.run_jobs();
    let letter = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(letter.text.contains("Paul (Agence de test) vous accompagne maintenant"), "{}", letter.text);
    assert!(letter.text.contains("Votre prochaine étape reste prévue"));
    let mut paul = o.app.signed_in(&address);
    let page = paul.get(&o.file());
    assert!(page.has("Vous, depuis le") && page.has("Entretien de suivi"), "her way goes on: {}", page.text());
    let elsewhere = o.app.advisor(o.app.service(), "Zoe").0;
    let said = post(&mut paul, &format!("{}/transfert", o.file()), &[("conseiller", &elsewhere.to_string())]);
    assert_eq!(said.status, 404, "only within the service");
}

#[test]
fn a_colleague_stands_in_until_a_date_and_cannot_end_anything() {
    let o = office();
    let service =
        o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().unwrap();
    let (paul, address) = o.app.advisor(service.referent.service.id, "Paul");
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/remplacements");
    let said = advisor.submit(&page, "Enregistrer", &[("conseiller", &paul.to_string()), ("jusqu-au", "2027-12-01")]);
    assert!(said.has("Un remplacement dure 92 jours au plus"), "{}", said.text());
    let set = advisor.submit(&said, "Enregistrer", &[("jusqu-au", "2026-11-27")]);
    assert!(set.has("Le remplacement est enregistré") && set.has("jusqu’au 27/11/2026"), "{}", set.text());
    let mut paul = o.app.signed_in(&address);
    assert!(paul.get("/conseil?filtre=remplacement").has("En remplacement jusqu’au"));
    let page = paul.get(&o.file());
    assert!(page.has("Claire, depuis le") && !page.has("Finir l’accompagnement"), "{}", page.text());
    assert_eq!(post(&mut paul, &format!("{}/fin", o.file()), &[("fin-raison", "moved")]).status, 403);
    assert!(o.app.signed_in(&o.amina.email).get("/moi/suivi").has("Paul"), "his look is shown to her");
    o.app.app.clock.advance(TimeDelta::days(3));
    assert_eq!(paul.get(&o.file()).status, 403, "it ended by itself");
}

#[test]
fn i16_a_file_that_leaves_is_a_look_at_each_and_runs_no_formula() {
    let o = office();
    let mut advisor = o.advisor();
    let typed = [("prenom", "=HYPERLINK(1)"), ("nom", "Deux"), ("email", "f@exemple.fr")];
    let page = advisor.get("/conseil/nouvelle-personne");
    advisor.submit(&page, "Ajouter", &typed);
    let file = advisor.get("/conseil/export.csv");
    assert!(
        file.body.contains("'=HYPERLINK(1);Deux;f@exemple.fr") && file.body.contains("Amina;Benali"),
        "{}",
        file.body
    );
    assert!(o.app.signed_in(&o.amina.email).get("/moi/suivi").has("Claire"));
}
