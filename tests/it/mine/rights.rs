//! Her preferences, everything in one file, everything deleted; and a report that is answered.

use super::agenda::agree;
use crate::guards::{herself, propose};
use crate::kit::world::draft;
use crate::kit::{TestApp, rows};
use crate::schema::known_to_diesel;
use chrono::TimeDelta;
use escale::accounts::Role;
use escale::interests::{self, Consent};
use escale::people::{self, Choice};
use escale::rights::export::PARTS;
use std::collections::BTreeSet;

#[test]
fn each_table_with_her_key_is_in_the_file_that_she_takes_away() {
    let said: BTreeSet<&str> = PARTS.iter().flat_map(|(_, tables)| tables.iter().copied()).collect();
    let key = |columns: &BTreeSet<String>| columns.iter().any(|c| c == "person_id" || c == "account_id");
    for (table, _) in known_to_diesel().iter().filter(|(_, columns)| key(columns)) {
        // Members of platforms are no job seekers.
        assert!(said.contains(table.as_str()) || table == "platform_member", "{table} is in no part of the file");
    }
}

#[test]
fn her_preferences_change_what_she_is_written_and_nothing_else() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let (claire, _) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    let mut her = app.signed_in(&amina.email);
    let page = her.get("/moi/preferences");
    let saved = her.submit(&page, "Enregistrer", &[("langue", "en"), ("simple", "oui"), ("canal", "space")]);
    assert!(saved.has("Vos préférences sont enregistrées."), "{}", saved.text());
    let offer = app.offer(&halles, "r-1", 2);
    let referral = propose(&app, claire, &amina, offer.id).unwrap();
    let who = herself(&app, &amina);
    let sent = app
        .app
        .write_now(|tx, now| interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default()))
        .unwrap();
    app.run_jobs();
    assert!(app.app.mailer.take(&amina.email).is_empty(), "in her space only");
    let proposal = her.get(&format!("/moi/propositions/{referral}"));
    assert!(proposal.has("Dire non n’est pas grave."), "{}", proposal.text());
    let accept = |tx: &mut escale::db::Tx<'_>, now| escale::engagements::actions::accept(tx, now, halles.id, sent.id);
    app.app.write_now(accept).unwrap();
    app.run_jobs();
    let letters = app.app.mailer.take(&amina.email);
    assert_eq!(letters.len(), 1, "an answer is always written");
    assert!(letters[0].text.contains("Saying no is all right."), "in English, plainly: {}", letters[0].text);
    let page = her.get("/moi/preferences");
    assert_eq!(her.submit(&page, "Enregistrer", &[("canal", "pigeon")]).status, 422);
    let _ = app.app.mailer.take_all();
}

#[test]
fn she_takes_everything_away_then_deletes_everything_in_two_clicks() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let (claire, claire_email) = app.advisor(app.service(), "Claire");
    let (amina, bruno) = (app.person("Amina", Some(claire)), app.person("Bruno", Some(claire)));
    let agreed = agree(&app, &halles, &amina, "r-1", 60);
    let offer = app.post(&halles, "r-2", &draft(app.now() + TimeDelta::hours(40), 1));
    propose(&app, claire, &amina, offer.id).unwrap();
    let who = herself(&app, &amina);
    app.app
        .write_now(|tx, now| {
            interests::actions::send(tx, now, who, offer.slots[0].id, &Consent { name: true, ..Consent::default() })?;
            people::actions::choose(tx, now, who, offer.id, Choice::Kept)?;
            escale::engagements::store::make_feed(tx, now, who)
        })
        .unwrap();
    // Bruno waits for the place that Amina holds.
    let him = herself(&app, &bruno);
    let slot = offer.slots[0].id;
    app.app.write_now(|tx, now| interests::actions::send(tx, now, him, slot, &Consent::default())).unwrap();
    app.signed_in(&claire_email).get(&format!("/conseil/personnes/{}", amina.id));
    let mut her = app.signed_in(&amina.email);
    let report = her.get(&format!("/missions/{}/signalement", offer.id));
    assert_eq!(report.attr("#email", "value").as_deref(), Some("amina@exemple.fr"), "answered at her address");
    her.submit(&report, "Envoyer le signalement", &[("message", "L’adresse est fausse.")]);
    app.run_jobs();
    let _ = app.app.mailer.take_all();

    let file = her.get("/moi/donnees.json");
    assert!(file.header("content-disposition").unwrap().contains("attachment"));
    let json = file.json();
    for (part, _) in PARTS {
        assert!(json.get(part).is_some() && json["about"]["parts"][part].as_str().unwrap().len() > 10, "{part}");
    }
    assert_eq!(json["account"]["email"], "amina@exemple.fr");
    assert_eq!((json["sent"].as_array().unwrap().len(), json["agreed"].as_array().unwrap().len()), (2, 1));
    assert_eq!((json["looks"].as_array().unwrap().len(), json["proposals"].as_array().unwrap().len()), (1, 1));
    assert_eq!(json["private_choices"][0]["choice"], "kept");
    assert!(!file.body.contains("bruno"), "nobody else is in it");

    // Two clicks: the first explains.
    let ask = her.get("/moi/suppression");
    assert!(ask.has("Rien n’est encore supprimé.") && rows(&app).iter().any(|r| r.contains("amina@exemple.fr")));
    let mut elsewhere = app.signed_in(&amina.email);
    let done = her.submit(&ask, "Oui, tout supprimer", &[]);
    assert!(done.has("Tout est supprimé."), "{}", done.text());
    assert_eq!(her.once("GET", "/moi", None, "").status, 303, "signed out");
    assert_eq!(elsewhere.once("GET", "/moi", None, "").status, 303, "everywhere");
    let key = amina.id.uuid().simple().to_string();
    let left: Vec<_> = rows(&app).into_iter().filter(|r| r.contains(&key) || r.contains("amina")).collect();
    assert!(left.iter().all(|row| row.starts_with("job|")), "{left:?}");
    app.run_jobs();
    let left: Vec<_> = rows(&app).into_iter().filter(|r| r.contains(&key) || r.contains("amina")).collect();
    assert!(left.is_empty(), "{left:?}");

    // The platform knows that the place is free, no more; who waited has it.
    let told = app.app.mailer.take(&halles.email);
    let free: Vec<_> = told.iter().filter(|l| l.subject.contains("Plonge et aide en cuisine")).collect();
    assert!(free.iter().any(|l| l.text.contains("Aucune raison")), "{told:?}");
    assert!(told.iter().all(|l| !l.text.to_lowercase().contains("amina")), "{told:?}");
    let promoted = app.app.store.read(|c| interests::store::live_of_person(c, bruno.id)).unwrap();
    assert!(matches!(promoted[0].state, interests::State::Sent), "{promoted:?}");
    let freed = app.app.store.read(|c| escale::offers::store::by_id(c, agreed.offer)).unwrap();
    assert_eq!(freed.slots[0].taken, 0);
    let _ = app.app.mailer.take_all();
}

#[test]
fn a_follow_up_that_ended_is_in_the_file_as_long_as_it_is_kept() {
    let o = crate::office::office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let page =
        advisor.submit(&page, "Noter le contact", &[("contact-moyen", "phone"), ("contact-note", "Point sur le CV")]);
    advisor.submit(&page, "Enregistrer le résumé", &[("resume", "Un CV est prêt.")]);
    let file = |o: &crate::office::Office| {
        o.app.signed_in(&o.amina.email).get("/moi/donnees.json").json()["follow_up"].clone()
    };
    let active = file(&o);
    assert_eq!(
        (&active["active"]["summary"], active["ended"].as_array().unwrap().len()),
        (&"Un CV est prêt.".into(), 0)
    );
    assert_eq!(active["active"]["written"]["contacts"][0]["note"], "Point sur le CV");
    let who = herself(&o.app, &o.amina);
    o.app
        .app
        .write_now(|tx, now| {
            let held = escale::follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
            escale::follow_ups::actions::way::end(tx, now, &held, escale::follow_ups::EndReason::Moved)?;
            escale::follow_ups::actions::way::agree_to_end(tx, now, who)
        })
        .unwrap();
    let after = file(&o);
    assert!(after["active"].is_null() && after["who_may_read"].as_array().unwrap().is_empty(), "{after}");
    let ended = &after["ended"][0];
    assert_eq!((&ended["reason"], &ended["summary"]), (&"moved".into(), &"Un CV est prêt.".into()));
    assert_eq!(ended["written"]["contacts"][0]["note"], "Point sur le CV");
    assert_eq!(ended["written"]["steps"][0]["title"], "Entretien de suivi");
    assert_eq!(ended["written"]["trainings"][0]["title"], "Cuisine collective");
    assert_eq!(after["who_might_read_before"][0]["name"], "Claire");
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    o.app.advance(TimeDelta::days(366));
    let gone = file(&o);
    assert!(
        gone["ended"].as_array().unwrap().is_empty() && gone["who_might_read_before"].as_array().unwrap().is_empty()
    );
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn a_report_says_by_when_it_is_answered_and_is_answered_once_with_an_account_or_without() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let offer = app.offer(&halles, "r-1", 2);
    let mut anon = app.anon();
    let report = |client: &mut crate::kit::Client, email: &str| {
        let page = client.get(&format!("/missions/{}/signalement", offer.id));
        client.submit(&page, "Envoyer le signalement", &[("message", "On demande de payer."), ("email", email)])
    };
    let unnamed = report(&mut anon, "");
    assert!(unnamed.has("Réponse au plus tard le 02/12/2026.") && unnamed.has("sera écrite ici"), "{}", unnamed.text());
    let named = report(&mut anon, "nadia@exemple.fr");
    assert!(named.has("aussi envoyée par e-mail"), "{}", named.text());
    let forged = unnamed.url.split('?').next().unwrap().replace("signalements/0", "signalements/1");
    assert_eq!(anon.get(&format!("{forged}0")).status, 404);

    let mut admin = app.staff(Role::Admin);
    for _ in 0..2 {
        let overview = admin.get("/admin");
        let page = admin.follow(&overview, "Répondre");
        let wrong = admin.submit(&page, "Répondre", &[("reponse", "")]);
        assert_eq!(wrong.status, 422);
        let done = admin.submit(&page, "Répondre", &[("reponse", "La mission est retirée. Merci.")]);
        assert!(done.has("La réponse est partie."), "{}", done.text());
        let twice = admin.submit(&page, "Répondre", &[("reponse", "Encore.")]);
        assert_eq!(twice.status, 409);
    }
    assert!(admin.get("/admin").link("Répondre").is_none(), "nothing waits any more");
    for page in [&unnamed, &named] {
        let after = app.anon().get(&page.url);
        assert!(after.has("La mission est retirée. Merci."), "{}", after.text());
    }
    app.run_jobs();
    let letters = app.app.mailer.take(&crate::kit::world::email("nadia@exemple.fr"));
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].text.contains("La mission est retirée. Merci.") && letters[0].text.contains("/signalements/"));
    assert!(!letters[0].text.contains("On demande de payer."), "nobody proved that the address is theirs");
    app.advance(TimeDelta::days(184));
    assert!(!rows(&app).iter().any(|row| row.contains("nadia")), "I15: the address is forgotten");
    let _ = app.app.mailer.take_all();
}

/// What she sets for herself, but for the hours that decide which missions fit.
#[test]
fn i3_everyone_else_reads_the_same_whatever_she_sets_for_herself() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let (claire, claire_email) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    let agreed = agree(&app, &halles, &amina, "r-1", 21);
    agree(&app, &halles, &amina, "r-2", 60);
    app.app.clock.advance(TimeDelta::hours(30));
    let mut others = [app.signed_in(&claire_email), app.signed_in(&halles.email), app.staff(Role::Admin)];
    let mut read = || -> Vec<String> {
        let paths = ["/conseil", "/plateforme", "/admin", "/readyz", "/plateformes"].map(str::to_owned);
        let paths: Vec<String> = paths.into_iter().chain([format!("/conseil/personnes/{}", amina.id)]).collect();
        others.iter_mut().flat_map(|c| paths.iter().map(|p| c.get(p).body).collect::<Vec<_>>()).collect()
    };
    let journal =
        || rows(&app).into_iter().filter(|row| row.starts_with("journal|") && !row.contains("looked")).count();
    let (before, events) = (read(), journal());
    let mut her = app.signed_in(&amina.email);
    let page = her.get("/moi/agenda");
    her.submit(&page, "Créer l’adresse", &[]);
    let page = her.get("/moi/agenda");
    her.submit(&page, "Enregistrer mes lettres", &[("lettre", "")]);
    let page = her.get("/moi/preferences");
    her.submit(&page, "Enregistrer", &[("simple", "oui"), ("canal", "space")]);
    let page = her.get(&format!("/moi/recap/2026-11/{}", agreed.id));
    assert!(her.submit(&page, "Enregistrer ma version", &[("heures", "5")]).has("Votre version est enregistrée."));
    assert_eq!(her.get("/moi/donnees.json").status, 200);
    assert_eq!(her.get("/moi/suppression").status, 200);
    let devices = her.get("/moi/appareils");
    let added = super::devices::typed("http://127.0.0.1:9/x", &super::devices::Phone::new());
    let added: Vec<(&str, &str)> = added.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert!(her.submit(&devices, "Recevoir sur cet appareil", &added).has("les messages s’afficheront ici"));
    let hers = ["push_device|", "calendar_feed|", "letter_stop|", "person_preference|", "own_record|"];
    let set = rows(&app);
    assert!(hers.iter().all(|table| set.iter().any(|row| row.starts_with(table))), "everything is set");
    assert_eq!(journal(), events, "nothing of it is journaled");
    for (ours, theirs) in read().iter().zip(&before) {
        assert_eq!(ours, theirs);
    }
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

/// A place that she gave back just before deleting everything: the platform is told that it is free, by its usual letter, without
/// a name or a reason. Of work that has begun nothing is said: she may well be at it, and nothing is given back.
#[test]
fn deleting_everything_leaves_no_platform_untold() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let back = agree(&app, &halles, &amina, "r-1", 60);
    let begun = agree(&app, &halles, &amina, "r-2", 1);
    app.app.clock.advance(TimeDelta::hours(2));
    let who = herself(&app, &amina);
    app.app.write_now(|tx, now| escale::engagements::actions::take_back(tx, now, who, back.id)).unwrap();
    app.app.write_now(|tx, now| escale::rights::actions::erase(tx, now, who)).unwrap();
    app.run_jobs();
    let told = app.app.mailer.take(&halles.email);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told.iter().all(|l| l.text.contains("Aucune raison") && !l.text.to_lowercase().contains("amina")),
        "{told:?}"
    );
    let left = rows(&app).into_iter().filter(|r| r.contains(&begun.id.uuid().simple().to_string())).count();
    assert_eq!(left, 0);
    let _ = app.app.mailer.take_all();
}
