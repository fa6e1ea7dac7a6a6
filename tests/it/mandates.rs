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

/// A file that is given again makes no double of who has a phone or an address since; one by one, a namesake is told apart.
#[test]
fn who_has_a_phone_by_now_is_no_double_and_a_namesake_is_told_apart() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/nouvelle-personne");
    let odette = [("prenom", "Odette"), ("nom", "Sansmail"), ("commune", "42000"), ("telephone", "06 39 98 00 07")];
    assert!(advisor.submit(&page, "Ajouter", &odette).has("C’est noté"));
    let people = || rows(&o.app).iter().filter(|r| r.starts_with("person|")).count();
    let before = people();
    for file in ["prenom;nom\nOdette;Sansmail\n", "prenom;nom;telephone\nOdette;Sansmail;06 39 98 00 07\n"] {
        let page = advisor.get("/conseil/import");
        let report = advisor.submit(&page, "Vérifier et importer", &[("texte", file)]);
        o.app.run_jobs();
        assert!(advisor.get(&report.url).has("Déjà suivies par vous : 1"), "{}", report.text());
    }
    assert_eq!(people(), before);
    let page = advisor.get("/conseil/nouvelle-personne");
    let refused = advisor.submit(&page, "Ajouter", &odette[..3]);
    assert!(refused.status == 422 && refused.has("déjà dans votre liste"), "{}", refused.text());
    let namesake = advisor.submit(&refused, "Ajouter", &[("telephone", "06 39 98 00 08")]);
    assert!(namesake.has("C’est noté") && people() == before + 1, "{}", namesake.text());
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn a_file_is_imported_whole_and_again_without_doubles() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/import");
    let report = advisor.submit(&page, "Vérifier et importer", &[("texte", FILE)]);
    assert!(report.has("En cours : 0 lignes sur 2"), "{}", report.text());
    o.app.run_jobs();
    let report = advisor.get(&report.url);
    assert!(report.has("Terminé : 2 lignes") && report.has("Ajoutées ou sollicitées : 2"), "{}", report.text());
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

/// Who runs a service gives files for those of its members who have come, and only he does.
#[test]
fn a_file_is_given_for_colleagues_by_who_runs_the_service() {
    let o = office();
    let own = o
        .app
        .app
        .store
        .read(|c| follow_ups::store::advisor_by_id(c, escale::kernel::Id::from_uuid(o.claire.uuid())))
        .unwrap();
    let (zoe, zoe_email) = o.app.advisor(own.service.id, "Zoe");
    let file = format!(
        "prenom;nom;email;conseiller\nAna;Un;ana@exemple.fr;{zoe}\nLuc;Deux;luc@exemple.fr;\n",
        zoe = zoe_email.as_str()
    );
    let import = |advisor: &mut crate::kit::Client, text: &str| {
        let page = advisor.get("/conseil/import");
        advisor.submit(&page, "Vérifier et importer", &[("texte", text)])
    };
    let mut advisor = o.advisor();
    let said = import(&mut advisor, &file);
    assert!(said.status == 422 && said.has("conseiller : Cette personne est pour un autre membre"), "{}", said.text());
    o.app.app.write_now(|tx, _| follow_ups::actions::service::appoint(tx, o.claire)).unwrap();
    let said = import(&mut advisor, &file.replace(zoe_email.as_str(), "nul@service.example"));
    assert!(said.status == 422 && said.has("Aucun membre de votre organisme"), "{}", said.text());
    assert!(said.has("Vous importez aussi pour vos collègues"));
    for _ in 0..2 {
        assert_eq!(import(&mut advisor, &file).status, 200);
        o.app.run_jobs();
    }
    assert_eq!(o.app.app.mailer.take(&zoe_email).len(), 1, "she is told that somebody is entrusted to her");
    let of = |who| o.app.app.store.read(|c| follow_ups::store::portfolio(c, o.app.now(), who)).unwrap().len();
    assert_eq!((of(zoe), of(o.claire)), (1, 2), "Ana, then Amina and Luc: no doubles");
    let _ = o.app.app.mailer.take_all();
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
    assert!(said.has("Colonne inconnue : « age »") && said.has("Il manque la colonne « prenom »"), "{}", said.text());
    assert_eq!(rows(&o.app), before);
}

/// What is answered to who adds somebody, and everything that he reads afterwards.
fn added(o: &Office, by: &escale::kernel::Email, first: &str, last: &str, email: &str) -> (u16, String, String) {
    let mut advisor = o.app.signed_in(by);
    let page = advisor.get("/conseil/nouvelle-personne");
    let said = advisor.submit(&page, "Ajouter", &[("prenom", first), ("nom", last), ("email", email)]);
    let file = format!("prenom;nom;email\n{first};{last};{email}\n");
    let import = advisor.get("/conseil/import");
    let report = advisor.submit(&import, "Vérifier et importer", &[("texte", &file)]);
    o.app.run_jobs();
    let report = advisor.get(&report.url);
    assert_eq!(report.status, 200, "{}", report.text());
    (
        said.status,
        said.text().split("C’est noté").nth(1).unwrap_or_default().split('.').next().unwrap().to_owned(),
        said.url,
    )
}

#[test]
fn i18_adding_an_address_does_not_tell_whether_it_is_known_and_she_is_asked() {
    let o = office();
    let (_, paul) = o.app.advisor(o.app.service(), "Paul");
    let free = o.app.person("Zia", None);
    let before = rows(&o.app).iter().filter(|r| r.starts_with("mandate|") || r.starts_with("follow_up|")).count();
    let fresh = added(&o, &paul, "Luc", "Neuf", "luc@exemple.fr");
    let _ = o.app.app.mailer.take_all();
    assert_eq!((fresh.0, referent(&o, "luc@exemple.fr").as_deref()), (200, Some("Paul")));
    // Followed elsewhere, known under another name, an advisor's own, known and free: one answer.
    for (first, last, email) in [
        ("Amina", "Benali", "amina@exemple.fr"),
        ("Claire", "Martin", o.email.as_str()),
        ("Zia", "Benali", free.email.as_str()),
    ] {
        assert_eq!(added(&o, &paul, first, last, email), fresh, "{email}");
    }
    // Asked again within the month, whoever has it: one answer, and it is the same.
    let told = o.app.app.mailer.take_all();
    let again = added(&o, &paul, "Amine", "Autre", "amina@exemple.fr");
    assert!(again != fresh && again.0 == 422, "{again:?}");
    let mut reads = o.app.signed_in(&paul);
    let page = reads.get("/conseil/nouvelle-personne");
    let said = reads.submit(&page, "Ajouter", &[("prenom", "A"), ("nom", "B"), ("email", "amina@exemple.fr")]);
    assert!(said.has("il y a moins de 30 jours"), "{}", said.text());
    for (first, last, email) in [("Claire", "Martin", o.email.as_str()), ("Zia", "Benali", free.email.as_str())] {
        assert_eq!(added(&o, &paul, first, last, email), again, "{email}");
    }
    assert!(o.app.app.mailer.take_all().is_empty(), "nobody is written to again");
    let after = rows(&o.app).iter().filter(|r| r.starts_with("mandate|") || r.starts_with("follow_up|")).count();
    assert_eq!(after, before + 2, "nobody but Luc is followed by it");
    assert_eq!(referent(&o, "amina@exemple.fr").as_deref(), Some("Claire"));
    assert!(rows(&o.app).iter().filter(|r| r.starts_with("people_import|")).all(|r| !r.contains("taken")));
    let to = |email: &str| told.iter().filter(|l| l.to.as_str() == email).collect::<Vec<_>>();
    assert_eq!((to("amina@exemple.fr").len(), to(free.email.as_str()).len(), to(o.email.as_str()).len()), (1, 1, 0));
    assert!(to("amina@exemple.fr")[0].text.contains("Claire vous accompagne déjà\u{a0}: rien ne change"), "{told:?}");
    assert!(to(free.email.as_str())[0].text.contains("Rien ne change sans votre accord"), "{told:?}");
    assert!(!o.app.signed_in(&o.amina.email).get("/moi/suivi").has("souhaite vous accompagner"));
    // She agrees, in her own file.
    let mut her = o.app.signed_in(&free.email);
    let page = her.get("/moi/suivi");
    assert!(page.has("Quelqu’un souhaite vous accompagner") && page.has("Paul"), "{}", page.text());
    let page = her.submit(&page, "Je suis d’accord", &[]);
    assert!(page.has("vous êtes accompagné") && page.has("Paul"), "{}", page.text());
    assert_eq!(referent(&o, free.email.as_str()).as_deref(), Some("Paul"));
    o.app.run_jobs();
    assert!(o.app.app.mailer.take(&paul).iter().any(|l| l.subject == "Des personnes vous sont confiées"));
    let stray = post(&mut her, "/moi/suivi/accord", &[("conseiller", &o.claire.to_string())]);
    assert_eq!(stray.status, 404, "he did not ask");
    let _ = o.app.app.mailer.take_all();
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
    let told = o.app.app.mailer.take(&address);
    assert!(told.len() == 1 && told[0].text.contains("Vous suivez maintenant une personne de plus"), "{told:?}");
    let mut paul = o.app.signed_in(&address);
    let page = paul.get(&o.file());
    assert!(page.has("Vous, depuis le") && page.has("Entretien de suivi"), "her way goes on: {}", page.text());
    let elsewhere = o.app.advisor(o.app.service(), "Zoe").0;
    let said = post(&mut paul, &format!("{}/transfert", o.file()), &[("conseiller", &elsewhere.to_string())]);
    assert_eq!(said.status, 404, "only within the service");
}

#[test]
fn a_colleague_may_stand_in_with_one_person_only_and_is_told() {
    let o = office();
    let bruno = o.app.person("Bruno", Some(o.claire));
    let service =
        o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().unwrap();
    let (paul, address) = o.app.advisor(service.referent.service.id, "Paul");
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let page = advisor.follow(&page, "Remplacement");
    assert!(page.body.contains(&format!("value=\"{}\" selected", o.amina.id)), "{}", page.body);
    let typed = [("conseiller", paul.to_string()), ("jusqu-au", "2026-11-27".into())];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let set = advisor.submit(&page, "Enregistrer", &typed);
    assert!(set.has("Le remplacement est enregistré") && set.has("1 personne"), "{}", set.text());
    let mut hers = o.app.signed_in(&address);
    assert_eq!(hers.get(&o.file()).status, 200);
    assert_eq!(hers.get(&format!("/conseil/personnes/{}", bruno.id)).status, 404, "the others stay closed");
    o.app.run_jobs();
    let told = o.app.app.mailer.take(&address);
    assert!(told.len() == 1 && told[0].text.contains("Vous remplacez un collègue auprès d’une personne"), "{told:?}");
    assert!(!told[0].text.contains("Amina"));
    let other = o.app.person("Zia", None).id.to_string();
    let fields = [("conseiller", paul.to_string()), ("jusqu-au", "2026-11-27".into()), ("personne", other)];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
    assert_eq!(post(&mut advisor, "/conseil/remplacement", &fields).status, 404, "no person of his");
    let _ = o.app.app.mailer.take_all();
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

const PAPER: &str = "prenom;nom;telephone\nSimone;Duval;06 39 98 00 07\nRené;Blanc;\n";

/// The only person of this first name.
fn named(o: &Office, first: &str) -> escale::people::Person {
    let read = |c: &mut escale::db::Conn| {
        let ids = follow_ups::store::portfolio(c, o.app.now(), o.claire)?;
        escale::people::store::by_ids(c, &ids)
    };
    let mut all = o.app.app.store.read(read).unwrap();
    all.retain(|p| p.first_name == first);
    assert_eq!(all.len(), 1, "{first}");
    all.remove(0)
}

#[test]
fn people_without_an_address_are_followed_on_paper_by_phone_and_by_word_of_mouth() {
    let o = office();
    let mut advisor = o.advisor();
    let import = advisor.get("/conseil/import");
    for word in ["Ajoutées ou sollicitées : 2", "Déjà suivies par vous : 2"] {
        let report = advisor.submit(&import, "Vérifier et importer", &[("texte", PAPER)]);
        o.app.run_jobs();
        let report = advisor.get(&report.url);
        assert!(report.has(word), "{}", report.text());
    }
    let page = advisor.get("/conseil/nouvelle-personne");
    let said = advisor.submit(&page, "Ajouter", &[("prenom", "Odile"), ("nom", "Petit")]);
    assert!(said.has("C’est noté") && said.has("Odile Petit") && said.has("Simone Duval"), "{}", said.text());
    o.app.run_jobs();
    assert!(o.app.app.mailer.take_all().is_empty(), "nobody is written to at no address");

    // Proposed, on paper; nothing is sent by letter.
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 3);
    let simone = named(&o, "Simone");
    let file = format!("/conseil/personnes/{}", simone.id);
    let page = advisor.get(&file);
    assert!(page.has("Pas d’adresse e-mail") && page.count("a[href^='mailto:']") == 0, "{}", page.text());
    let page = advisor.get(&format!("{file}/propositions/nouvelle?mission={}", offer.id));
    let page = advisor.submit(&page, "Confirmer", &[]);
    assert_eq!(page.status, 200, "{}", page.text());
    let sheet = advisor.follow(&page, "Fiche et SMS");
    assert!(sheet.has("Vous êtes libre de dire non"), "{}", sheet.text());
    o.app.run_jobs();
    assert!(o.app.app.mailer.take_all().is_empty());

    // She asks him to write for her: her phone goes along when she says so, and only then (I6).
    let slot = offer.slots[0].id;
    let send = |person: &escale::people::Person, phone: bool| {
        let consent = escale::interests::Consent { name: true, email: true, phone, message: String::new() };
        o.app.app.write_now(|tx, now| {
            let held = follow_ups::store::mandate(tx, now, o.claire, person.id)?;
            escale::interests::actions::send_for(tx, now, &held, slot, &consent, "D’accord.")
        })
    };
    send(&simone, true).unwrap();
    o.app.run_jobs();
    let told = o.app.app.mailer.take_all();
    assert!(told.len() == 1 && told[0].to == halles.email && told[0].text.contains("06 39 98 00 07"), "{told:?}");
    // Without a phone, or without sharing it, the platform answers here and who follows her tells her.
    send(&named(&o, "René"), false).unwrap();
    o.app.run_jobs();
    let told = o.app.app.mailer.take_all();
    assert!(told.len() == 1 && told[0].to == halles.email && !told[0].text.contains("06 39"), "{told:?}");
    let form =
        advisor.get(&format!("/conseil/personnes/{}/interets/nouveau?mission={}", named(&o, "René").id, offer.id));
    assert!(form.has("ce n’est pas obligatoire") && form.has("la suite m’arrive"), "{}", form.text());
    let mut platform = o.app.signed_in(&halles.email);
    let asks = platform.get("/plateforme");
    assert!(asks.has("René") && asks.has("Répondez ici"), "{}", asks.text());
    let accepted = o.app.app.write_now(|tx, now| {
        let all = escale::interests::store::live_of_offer(tx, offer.id)?;
        let hers = all.into_iter().find(|i| i.shared.phone().is_none()).unwrap();
        escale::engagements::actions::accept(tx, now, halles.id, hers.id)
    });
    accepted.unwrap();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    assert!(advisor.get("/conseil").has("René"), "the answer is told by who follows him");
    let answered = advisor.get("/conseil/export.csv");
    assert!(answered.body.contains("Simone;Duval;;06 39 98 00 07"), "{}", answered.body);
    // No address opens nothing.
    let mut anyone = o.app.anon();
    let page = anyone.get("/connexion");
    assert_eq!(anyone.submit(&page, "lettre", &[("email", "")]).status, 422);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn an_address_is_hers_once_she_opens_its_letter_and_tells_nothing_of_whose_it_is() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/nouvelle-personne");
    advisor.submit(&page, "Ajouter", &[("prenom", "Odile"), ("nom", "Petit")]);
    let odile = named(&o, "Odile");
    let file = format!("/conseil/personnes/{}", odile.id);
    let page = advisor.get(&file);
    let wrong = advisor.submit(&page, "Envoyer la lettre", &[("adresse", "odile")]);
    assert!(wrong.status == 422 && wrong.attr("#adresse", "value").as_deref() == Some("odile"), "{}", wrong.text());
    let link = |email: &str| {
        o.app.run_jobs();
        let letters = o.app.app.mailer.take(&escale::kernel::Email::parse(email).unwrap());
        let text = letters.into_iter().find(|l| l.subject.contains("vous ouvre un espace")).unwrap().text;
        assert!(!text.contains("Odile") && !text.contains("Petit"), "{text}");
        let at = text.find("/connexion/lien/").unwrap();
        text[at..].split_whitespace().next().unwrap().to_owned()
    };
    // An address that is somebody's is answered the same, and gives nothing.
    for email in ["amina@exemple.fr", "odile@exemple.fr"] {
        let page = advisor.get(&file);
        let said = advisor.submit(&page, "Envoyer la lettre", &[("adresse", email)]);
        assert!(said.status == 200 && said.has("La lettre part à cette adresse") && said.has("Pas d’adresse e-mail"));
    }
    // The same address is not written to again for a month, whatever became of it; another is.
    let page = advisor.get(&file);
    let said = advisor.submit(&page, "Envoyer la lettre", &[("adresse", "amina@exemple.fr")]);
    assert!(said.has("il y a moins de 30 jours") && said.count("#adresse-e") == 1, "{}", said.text());
    assert_eq!(rows(&o.app).iter().filter(|r| r.starts_with("address_ask|")).count(), 2);
    let plain = escale::kernel::secret::sha256(&format!("{}:amina@exemple.fr", o.claire));
    let plain = escale::kernel::secret::hex(&plain);
    assert!(!rows(&o.app).iter().any(|r| r.contains(&plain)), "kept under the secret of the place");
    let (taken, hers) = (link("amina@exemple.fr"), link("odile@exemple.fr"));
    let mut anyone = o.app.anon();
    let page = anyone.get(&taken);
    assert_eq!(anyone.submit(&page, "Continuer", &[]).status, 410);
    assert_eq!(anyone.once("GET", "/moi", None, "").status, 303, "nobody is signed in");
    let mut her = o.app.anon();
    let page = her.get(&hers);
    let space = her.submit(&page, "Continuer", &[]);
    assert!(space.status == 200 && space.url.ends_with("/moi"), "{} {}", space.url, space.text());
    assert_eq!(named(&o, "Odile").email.as_str(), "odile@exemple.fr");
    assert!(advisor.get(&file).has("odile@exemple.fr"));
    let again = post(&mut advisor, &format!("{file}/adresse"), &[("adresse", "x@exemple.fr")]);
    assert_eq!(again.status, 409, "only she changes it");
    assert!(!rows(&o.app).iter().any(|r| r.starts_with("sign_in|") && r.contains("odile@")), "not kept twice");
    let _ = o.app.app.mailer.take_all();
}
