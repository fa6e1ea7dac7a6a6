//! The month that she declares herself.

use super::agenda::agree;
use crate::kit::{TestApp, rows};
use chrono::TimeDelta;

#[test]
fn her_month_is_ready_to_be_copied_and_her_own_version_is_hers_alone() {
    let app = TestApp::start();
    let (halles, autre) = (app.labelled("halles"), app.labelled("autre"));
    let amina = app.person("Amina", None);
    let first = agree(&app, &halles, &amina, "r-1", 21);
    agree(&app, &autre, &amina, "o-1", 22);
    agree(&app, &halles, &amina, "later", 80);
    app.app.clock.advance(TimeDelta::hours(30));
    let mut her = app.signed_in(&amina.email);
    let page = her.get("/moi/recap");
    assert!(page.has("Mon mois\u{a0}: novembre 2026") && page.has("Escale ne déclare jamais rien à votre place"));
    // Twice four hours at 15 €: 120 € gross; 21.3 % to 25.8 % of contributions leave between 89.04 and 94.44.
    for text in ["Plateforme halles", "Plateforme autre", "8 h", "120 €", "de 89,04 € à 94,44 €", "1 créneau convenu"]
    {
        assert!(page.has(text), "{text}: {}", page.text());
    }
    assert!(page.has("est une estimation, avant impôt") && page.has("du samedi 28 novembre au mardi 15 décembre"));

    let before: Vec<String> = rows(&app).into_iter().filter(|row| !row.starts_with("own_record")).collect();
    let path = format!("/moi/recap/2026-11/{}", first.id);
    let form = her.get(&path);
    assert!(form.has("D’après la mission : 4 h, 60 € brut."), "{}", form.text());
    let wrong =
        her.submit(&form, "Enregistrer ma version", &[("heures", "quatre"), ("brut", "61,505"), ("frais", "1")]);
    assert_eq!((wrong.status, wrong.attr("#heures", "value").as_deref()), (422, Some("quatre")));
    assert!(wrong.has("Ces heures ne se lisent pas.") && wrong.has("Ce montant ne se lit pas."), "{}", wrong.text());
    let wrong = her.submit(&form, "Enregistrer ma version", &[("heures", "5"), ("brut", "10"), ("frais", "20")]);
    assert!(wrong.has("Les frais ne dépassent pas le montant brut."), "{}", wrong.text());
    let wrong = her.submit(&form, "Enregistrer ma version", &[("heures", "25"), ("brut", "75"), ("frais", "0")]);
    assert_eq!((wrong.status, wrong.attr("#heures", "value").as_deref()), (422, Some("25")), "a slot of four hours");
    assert!(wrong.has("6:00 au plus") && wrong.attr("#brut", "value").as_deref() == Some("75"), "{}", wrong.text());
    let saved = her.submit(&form, "Enregistrer ma version", &[("heures", "5 h 30"), ("brut", "75"), ("frais", "4,50")]);
    for text in ["Votre version est enregistrée.", "9 h 30", "135 €", "130,50 €", "D’après la mission : 4 h, 60 €."]
    {
        assert!(saved.has(text), "{text}: {}", saved.text());
    }
    let after: Vec<String> = rows(&app).into_iter().filter(|row| !row.starts_with("own_record")).collect();
    assert_eq!(before, after, "the platform's version does not change (I2, I3)");

    assert!(her.get("/moi/recap/2026-10").has("se déclarait jusqu’au dimanche 15 novembre"));

    let csv = her.get("/moi/recap/2026-11.csv");
    assert!(csv.header("content-type").unwrap().starts_with("text/csv"));
    let lines: Vec<&str> = csv.body.lines().collect();
    assert_eq!(lines.len(), 3, "{}", csv.body);
    assert!(lines[0].starts_with("\u{feff}Plateforme;Mission;Statut;"));
    assert!(lines[1].contains("330;75,00;4,50;70,50;la mienne;240;60,00"), "{}", csv.body);
    assert!(lines[2].contains("240;60,00;0,00;60,00;d’après la mission;240;60,00"), "{}", csv.body);

    let form = her.get(&path);
    assert!(her.submit(&form, "Reprendre ce que dit la mission", &[]).has("120 €"));
    let bruno = app.person("Bruno", None);
    let mut other = app.signed_in(&bruno.email);
    assert!(other.get("/moi/recap/2026-11").has("Aucun créneau passé ce mois-ci"));
    assert_eq!(other.get(&path).status, 404);
    for wrong in ["2026-12", "2019-01", "novembre", "2026-13"] {
        assert_eq!(her.get(&format!("/moi/recap/{wrong}")).status, 404, "{wrong}");
    }
    let saved = her.get(&path);
    her.submit(&saved, "Enregistrer ma version", &[]);
    app.advance(TimeDelta::days(731));
    assert!(!rows(&app).iter().any(|row| row.starts_with("own_record")), "I15: two years");
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[test]
fn the_letter_of_a_month_leaves_once_by_the_calendar_and_says_no_amount() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let (amina, bruno) = (app.person("Amina", None), app.person("Bruno", None));
    agree(&app, &halles, &amina, "r-1", 21);
    app.advance(TimeDelta::hours(68));
    assert!(app.app.mailer.take(&amina.email).is_empty(), "Saturday the 28th, at eight");
    app.advance(TimeDelta::hours(2));
    let sent = app.app.mailer.take(&amina.email);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].subject.contains("novembre 2026") && sent[0].text.contains("/moi/recap/2026-11"));
    assert!(sent[0].text.contains("ne déclare jamais rien") && !sent[0].text.contains('€'));
    app.advance(TimeDelta::days(3));
    assert!(app.app.mailer.take(&amina.email).is_empty(), "once");
    assert!(app.app.mailer.take(&bruno.email).is_empty(), "only who worked");
    let pressed = app.anon().send(
        "POST",
        sent[0].stop.as_ref().unwrap(),
        Some("List-Unsubscribe=One-Click"),
        "application/x-www-form-urlencoded",
    );
    assert!(pressed.has("Votre récapitulatif reste dans votre espace."), "{}", pressed.text());
    agree(&app, &halles, &amina, "r-2", 21);
    app.advance(TimeDelta::days(28));
    assert!(app.app.mailer.take(&amina.email).is_empty(), "she stopped them");
    assert!(app.signed_in(&amina.email).get("/moi/recap/2026-12").has("Plateforme halles"));
    let _ = app.app.mailer.take_all();
}
