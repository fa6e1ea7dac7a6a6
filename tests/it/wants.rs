//! What a person asks of who follows her is done for her, word for word, noted and journaled; who has an address is sent the way to
//! her own pages; and nothing that she keeps to herself is read or told by any of it.

use crate::aloud::{accept, aloud, sent_for, simone, told};
use crate::guards::{herself, propose};
use crate::kit::world::email;
use crate::kit::{Client, Page, TestApp, rows};
use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::follow_ups::Advisor;
use escale::kernel::{Email, Id, Lang};
use escale::people::{self, Person};
use escale::rights::export::{ALONE, PARTS};
use escale::searches::{self, Frequency, Seen, asked::Wanted};
use escale::{accounts, follow_ups};

pub fn wants(person: &Person) -> String {
    format!("/conseil/personnes/{}/demandes", person.id)
}

/// She gives an address, and it is hers: she reads what was done.
fn addressed(app: &TestApp, person: &Person) -> Client {
    let address = email("simone@exemple.fr");
    app.app.write_now(|tx, _| accounts::store::set_email(tx, person.account(), &address)).unwrap();
    app.signed_in(&address)
}

fn person(o: &Office, id: Id<Person>) -> Person {
    o.app.app.store.read(|c| people::store::by_id(c, id)).unwrap()
}

/// A colleague who stands in.
pub fn covered(o: &Office, person: &Person) -> (Id<Advisor>, Client) {
    let claire = Id::from_uuid(o.claire.uuid());
    let service = o.app.app.store.read(|c| follow_ups::store::advisor_by_id(c, claire)).unwrap().service.id;
    let (zoe, address) = o.app.advisor(service, "Zoe");
    let until = o.app.now() + TimeDelta::days(60);
    let cover = |tx: &mut escale::db::Tx<'_>, now| {
        follow_ups::actions::mandates::cover(tx, now, o.claire, zoe, until, Some(person.id))
    };
    o.app.app.write_now(cover).unwrap();
    told(&o.app);
    (zoe, o.app.signed_in(&address))
}

fn follow_up_rows(app: &TestApp) -> Vec<String> {
    rows(app).into_iter().filter(|r| r.starts_with("follow_up") || r.starts_with("mandate|")).collect()
}

/// The only letter to somebody, and where its link leads.
fn led(o: &Office, to: &Email) -> (String, Page) {
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(to);
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    let link = letter.text.split_whitespace().find(|word| word.contains("/connexion/lien/")).unwrap();
    let mut her = o.app.anon();
    let page = her.get(&link[link.find("/connexion").unwrap()..]);
    (letter.text.clone(), her.submit(&page, "Continuer", &[]))
}

/// I2, I16: proposals are stopped and wanted again, for both kinds of people, with words, date and name.
#[test]
fn i2_proposals_are_stopped_and_wanted_again_at_her_asking() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let before = follow_up_rows(&o.app);
    for who in [&simone, &o.amina] {
        let file = advisor.get(&format!("/conseil/personnes/{}", who.id));
        let page = advisor.follow(&file, "Faire à sa demande");
        let wrong = advisor.submit(&page, "Ne plus lui en proposer", &[]);
        assert!(wrong.status == 422 && wrong.count("#propositions-accord-e") == 1, "{}", wrong.text());
        assert!(person(&o, who.id).receives_proposals, "nothing is done before she agrees");
        let done = advisor.submit(&wrong, "Ne plus lui en proposer", &[("propositions-accord", "oui")]);
        assert!(done.has("noté dans son dossier") && done.has("Elle n’en reçoit pas"), "{}", done.text());
        assert!(!person(&o, who.id).receives_proposals);
        let done = advisor.submit(&done, "Lui en proposer à nouveau", &[("propositions-accord", "oui")]);
        assert!(person(&o, who.id).receives_proposals && done.has("Ne plus lui en proposer"), "{}", done.text());
        let key = who.id.uuid().simple().to_string();
        let acts = rows(&o.app).into_iter().filter(|r| r.starts_with("journal|") && r.contains("acted_for"));
        assert_eq!(acts.filter(|r| r.contains(&key)).count(), 2);
    }
    assert_eq!(follow_up_rows(&o.app), before);
    for mut her in [addressed(&o.app, &simone), o.app.signed_in(&o.amina.email)] {
        let suivi = her.get("/moi/suivi");
        assert!(
            suivi.has("Propositions de missions") && suivi.has("Vous ne recevez plus de propositions"),
            "{}",
            suivi.text()
        );
        assert!(suivi.has("Par Claire") && her.get("/moi/donnees.json").body.contains("\"proposals\""));
        assert!(her.get("/moi/suivi").has("Vous recevez à nouveau"));
    }
    told(&o.app);
}

/// Her language and plainer sentences reach the sheet, the text and the words that are said to her.
#[test]
fn language_and_wording_set_at_her_asking_reach_paper_sms_and_words() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = advisor.get(&wants(&simone));
    assert!(page.count("[name=langue][value=fr][checked]") == 1 && page.count("[name=canal]") == 0);
    let wrong = advisor.submit(&page, "Enregistrer ces réglages", &[("langue", "en"), ("phrases", "simples")]);
    assert!(wrong.status == 422 && wrong.count("[name=langue][value=en][checked]") == 1, "nothing typed is lost");
    let done = advisor.submit(&wrong, "Enregistrer ces réglages", &[("reglages-accord", "oui")]);
    assert!(done.has("C’est fait") && done.count("[name=phrases][value=simples][checked]") == 1, "{}", done.text());

    let offer = o.app.offer(&halles, "r-1", 3);
    let referral = propose(&o.app, o.claire, &simone, offer.id).unwrap();
    told(&o.app);
    let sheet = advisor.get(&format!("/conseil/personnes/{}/propositions/{referral}/fiche", simone.id));
    assert!(
        sheet.has("Saying no is all right.") && sheet.has("Your follow-up") || sheet.has("Thursday 26 November"),
        "{}",
        sheet.text()
    );
    assert_eq!(sheet.attr("article", "lang").as_deref(), Some("en"));
    let sms = sheet.html().select(&crate::kit::client::css("#sms")).next().unwrap().text().collect::<String>();
    assert!(sms.starts_with("You are free to say no") && sms.chars().count() <= 160, "{sms}");
    let words = advisor.get(&format!(
        "/conseil/personnes/{}/propositions/nouvelle?mission={}",
        simone.id,
        o.app.offer(&halles, "r-2", 3).id
    ));
    assert!(words.has("Saying no is all right."), "{}", words.text());
    // From now on the words are read to her in English, and kept as they were read; one form sent does not empty another.
    let page = advisor.get(&wants(&simone));
    let read = page.html().select(&crate::kit::client::css("#propositions blockquote[lang=en]")).count();
    assert!(read == 1 && page.has("You no longer receive proposals of missions."), "{}", page.text());
    let wrong = advisor.submit(&page, "Ne plus lui en proposer", &[]);
    assert_eq!(wrong.count("[name=langue][value=en][checked]"), 1, "{}", wrong.text());
    advisor.submit(&wrong, "Ne plus lui en proposer", &[("propositions-accord", "oui")]);
    let kept = |r: &String| r.starts_with("spoken_act|") && r.contains("read aloud and agreed: “you no longer receive");
    assert!(rows(&o.app).iter().any(kept));
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    assert!(aloud(&mut advisor).0.contains("Saying no is all right."));
    let suivi = addressed(&o.app, &simone).get("/moi/suivi");
    assert!(
        suivi.text().replace('\u{a0}', " ").contains("Choisi : Anglais, Phrases plus simples."),
        "{}",
        suivi.text()
    );
    told(&o.app);
}

/// I3: what somebody set in her own space is not on the page, and is not undone by what is not ticked.
#[test]
fn i3_what_she_set_herself_is_not_shown_and_stays() {
    let pages = [false, true].map(|hers| {
        let o = office();
        let who = herself(&o.app, &o.amina);
        if hers {
            let wanted = people::Preference { plain: true, channel: people::Channel::Space };
            o.app.app.write_now(|tx, _| people::store::set_preference(tx, who, wanted)).unwrap();
            o.app.app.write_now(|tx, _| accounts::store::set_language(tx, o.amina.account(), Lang::En)).unwrap();
        }
        let mut advisor = o.advisor();
        let page = advisor.get(&wants(&o.amina));
        assert_eq!(page.count("input[type=radio][checked]"), 0);
        let none = advisor.submit(&page, "Enregistrer ces réglages", &[("reglages-accord", "oui")]);
        assert!(none.status == 422 && none.has("Cochez au moins un choix"), "{}", none.text());
        let done = advisor.submit(&page, "Enregistrer ces réglages", &[("langue", "fr"), ("reglages-accord", "oui")]);
        let kept = o.app.app.store.read(|c| people::store::preference(c, o.amina.id)).unwrap();
        assert_eq!((kept.plain, kept.channel == people::Channel::Space), (hers, hers));
        (page.text(), none.text(), done.text())
    });
    assert_eq!(pages[0], pages[1]);
}

/// A month is opened to who she asked, for half an hour, and to nobody else; her own figures are noted.
#[test]
fn a_month_is_opened_at_her_asking_for_half_an_hour() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 3);
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    o.app.advance(TimeDelta::hours(30));
    told(&o.app);
    let month = format!("/conseil/personnes/{}/recap/2026-11", simone.id);
    let own = format!("{month}/{}", sent.id);
    for path in [&month, &format!("{month}.csv"), &own] {
        let page = advisor.get(path);
        assert!(page.url.contains("/demandes") && !page.has("Plateforme halles"), "{}", page.url);
    }
    assert_eq!(post(&mut advisor, &own, &[("heures", "5"), ("brut", "70"), ("frais", "")]).status, 409);
    let page = advisor.get(&wants(&simone));
    let wrong = advisor.submit(&page, "Ouvrir ce mois avec elle", &[("mois", "2026-11")]);
    assert!(wrong.status == 422 && wrong.count("#mois-accord-e") == 1, "{}", wrong.text());
    let page = advisor.submit(&wrong, "Ouvrir ce mois avec elle", &[("mois-accord", "oui")]);
    for text in [
        "novembre 2026 : Simone Duval",
        "Plateforme halles",
        "4 h",
        "60 €",
        "30 minutes",
        "Escale ne déclare jamais rien",
    ] {
        assert!(page.text().replace('\u{a0}', " ").contains(text), "{text}: {}", page.text());
    }
    assert!(page.link("Mois précédent").is_none() && page.count("[data-print]") == 1);
    let form = advisor.follow(&page, "Corriger");
    let wrong = advisor.submit(&form, "Enregistrer ma version", &[("heures", "quatre")]);
    assert_eq!((wrong.status, wrong.attr("#heures", "value").as_deref()), (422, Some("quatre")));
    let typed = [("heures", "5 h 30"), ("brut", "75"), ("frais", "4,50")];
    let unread = advisor.submit(&wrong, "Enregistrer ma version", &typed);
    assert!(unread.status == 422 && unread.has("Lisez-lui le texte"), "{}", unread.text());
    let typed = [&typed[..], &[("chiffres-accord", "oui")]].concat();
    let page = advisor.submit(&wrong, "Enregistrer ma version", &typed);
    assert!(page.has("5 h 30") && page.text().contains("70,50"), "{}", page.text());
    assert!(advisor.get(&format!("{month}.csv")).body.contains("330;75,00;4,50;70,50;la mienne;240;60,00"));
    let form = advisor.get(&own);
    assert!(advisor.submit(&form, "Reprendre ce que dit la mission", &[]).text().contains("60"));
    // Another month, a colleague, and later: it is closed.
    assert!(advisor.get(&month.replace("2026-11", "2026-10")).url.contains("/demandes"));
    let (_, mut zoe) = covered(&o, &simone);
    assert!(zoe.get(&month).url.contains("/demandes"));
    o.app.app.clock.advance(TimeDelta::minutes(31));
    assert!(advisor.get(&month).url.contains("/demandes"));
    assert_eq!(post(&mut advisor, &own, &typed).status, 409);
    // Who has an address has her own page.
    let hers = format!("/conseil/personnes/{}/recap/2026-11", o.amina.id);
    let page = advisor.get(&hers);
    assert!(
        page.url.contains("/demandes") && page.has("Vous ne le voyez pas") && page.count("#mois") == 0,
        "{}",
        page.text()
    );
    let open = post(&mut advisor, &format!("{}/mois", wants(&o.amina)), &[("mois", "2026-11"), ("mois-accord", "oui")]);
    assert!(open.status == 409 && open.has("elle le fait elle-même"), "{}", open.text());
    let suivi = addressed(&o.app, &simone).get("/moi/suivi");
    for text in ["Votre mois, ouvert avec vous", "novembre 2026", "Vos propres chiffres notés", "5 h 30, 75 € brut"]
    {
        assert!(suivi.text().replace('\u{a0}', " ").contains(text), "{text}: {}", suivi.text());
    }
    assert!(advisor.get(&month).url.contains("/demandes"), "it is hers from now on");
}

/// What is kept about her is handed to her, without what her own session alone reads; who has an address is led to her page.
#[test]
fn her_data_are_handed_over_or_the_way_to_them_is_sent() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let path = format!("/conseil/personnes/{}/donnees.json", simone.id);
    assert!(advisor.get(&path).url.contains("/demandes"));
    let page = advisor.get(&wants(&simone));
    assert!(page.has("choix privés, recherches gardées, appareils"), "what is left out is said");
    let page = advisor.submit(&page, "Préparer le fichier", &[("donnees-accord", "oui")]);
    let file = advisor.follow(&page, "Télécharger pour elle");
    let json = file.json();
    for (part, _) in PARTS {
        assert_eq!(json.get(part).is_some(), !ALONE.contains(part), "{part}");
    }
    assert!(json["account"].get("came_last_at").is_none() && json["account"]["last_name"] == "Duval");
    assert!(json["about"]["what"].as_str().unwrap().contains("Il y manque"));
    assert_eq!(json["done_by_advisor"][0]["what"], "file");
    let (_, mut zoe) = covered(&o, &simone);
    assert!(zoe.get(&path).url.contains("/demandes"));
    o.app.app.clock.advance(TimeDelta::minutes(31));
    assert!(advisor.get(&path).url.contains("/demandes"));

    let page = advisor.get(&wants(&o.amina));
    let page = advisor.submit(&page, "Lui envoyer la lettre de ses données", &[("donnees-accord", "oui")]);
    assert!(page.has("La lettre part"), "{}", page.text());
    let (text, hers) = led(&o, &o.amina.email);
    assert!(
        text.contains("Claire") && hers.url.contains("/moi/preferences") && hers.has("Tout télécharger"),
        "{}",
        hers.url
    );
    assert!(advisor.get(&path.replace(&simone.id.to_string(), &o.amina.id.to_string())).url.contains("/demandes"));
    told(&o.app);
}

/// I3: an alert that she asks for is a letter, whether her searches are full or there are none; only she keeps it.
#[test]
fn i3_an_alert_is_sent_the_same_whatever_she_keeps() {
    let answers = [false, true].map(|full| {
        let o = office();
        let query = |n: usize| format!("quoi=vibraphone{n}");
        let keep = |tx: &mut escale::db::Tx<'_>, now, n: usize| {
            let (frequency, seen) = (Frequency::Daily, Seen::ALL);
            searches::actions::keep(tx, now, o.amina.id, &Wanted { query: query(n), name: query(n), frequency, seen })
        };
        let mut kept = 0;
        while full && o.app.app.write_now(|tx, now| keep(tx, now, kept)).is_ok() {
            kept += 1;
        }
        assert_eq!(kept > 3, full);
        let mut advisor = o.advisor();
        let page = advisor.get(&wants(&o.amina));
        let wide = advisor.submit(&page, "Lui envoyer la lettre", &[("alerte-accord", "oui")]);
        assert!(wide.status == 422 && wide.count("#quoi-e") == 1, "{}", wide.text());
        let lost = advisor.submit(&page, "Lui envoyer la lettre", &[("quoi", "plonge"), ("ou", "Xyzzyville")]);
        assert!(
            lost.count("#ou-e") == 1 && lost.attr("#quoi", "value").as_deref() == Some("plonge"),
            "{}",
            lost.text()
        );
        let typed = [("quoi", "plonge"), ("ou", "42000"), ("heures", "miennes"), ("alerte-accord", "oui")];
        let done = advisor.submit(&page, "Lui envoyer la lettre", &typed);
        assert!(done.has("Ce qu’elle en fait est à elle"), "{}", done.text());
        let before = rows(&o.app).into_iter().filter(|r| r.starts_with("saved_search|")).count();
        let (text, hers) = led(&o, &o.amina.email);
        assert!(hers.url.contains("/moi/recherches/nouvelle?quoi=plonge") && hers.has("plonge"), "{}", hers.url);
        assert_eq!(
            rows(&o.app).into_iter().filter(|r| r.starts_with("saved_search|")).count(),
            before,
            "nothing is stored"
        );
        assert!(!rows(&o.app).iter().any(|r| r.starts_with("spoken_act|") && r.contains("plonge")));
        let words = text.lines().filter(|line| !line.contains("/connexion/lien/")).collect::<Vec<_>>().join("\n");
        let base = o.app.url.clone();
        (done.text(), lost.text(), words.replace(&base, ""), advisor.get(&wants(&o.amina)).text())
    });
    assert_eq!(answers[0], answers[1]);
}

/// Letters for one person are few, and who has no address is sent none: her page says what does it.
#[test]
fn letters_are_few_and_need_an_address() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = advisor.get(&wants(&simone));
    assert!(
        page.has("une alerte n’arriverait nulle part")
            && page.link("Les missions qui vont dans ses horaires").is_some()
    );
    let typed = [("quoi", "plonge"), ("alerte-accord", "oui")];
    let said = post(&mut advisor, &format!("{}/alerte", wants(&simone)), &typed);
    assert!(said.status == 409 && said.has("aucune lettre ne peut partir"), "{}", said.text());
    for n in 0..6 {
        let said = post(&mut advisor, &format!("{}/alerte", wants(&o.amina)), &typed);
        assert_eq!(said.status, if n < 5 { 303 } else { 409 });
    }
    o.app.run_jobs();
    assert_eq!(o.app.app.mailer.take(&o.amina.email).len(), 5);
    told(&o.app);
}

#[test]
fn i3_only_what_she_asked_for_opens_what_is_hers() {
    for path in crate::architecture::files("src", "rs") {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.display().to_string();
        let may = |own: &[&str]| own.iter().any(|own| name.ends_with(own));
        assert!(!text.contains("at_her_asking(") || may(&["follow_ups/actions/asked.rs", "people/asked.rs"]), "{name}");
        assert!(!text.contains("who_asked(") || may(&["rights/actions.rs", "people/mod.rs"]), "{name}");
    }
}
