//! Her slots in her own calendar, and the reminder of the day before.

use crate::guards::herself;
use crate::kit::world::{Made, draft};
use crate::kit::{TestApp, rows};
use chrono::TimeDelta;
use escale::engagements;
use escale::interests::{self, Consent, Interest};
use escale::mail::Sent;
use escale::people::Person;

/// A slot in so many hours, agreed.
pub fn agree(app: &TestApp, made: &Made, person: &Person, reference: &str, hours: i64) -> Interest {
    let offer = app.post(made, reference, &draft(app.now() + TimeDelta::hours(hours), 3));
    let who = herself(app, person);
    let agree = |tx: &mut escale::db::Tx<'_>, now| {
        let sent = interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())?;
        engagements::actions::accept(tx, now, made.id, sent.id).map(|e| e.interest)
    };
    let agreed = app.app.write_now(agree).unwrap();
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    agreed
}

/// The reminders that she was sent.
fn letters(app: &TestApp, person: &Person) -> Vec<Sent> {
    let mut all = app.app.mailer.take_all();
    all.retain(|letter| letter.to == person.email && letter.subject.contains("Votre prochain créneau"));
    all
}

#[test]
fn her_calendar_has_a_secret_address_that_ends_when_she_says() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let agreed = agree(&app, &halles, &amina, "r-1", 60);
    let mut her = app.signed_in(&amina.email);
    let one = her.get(&format!("/moi/missions/{}/creneau.ics", agreed.id));
    assert!(one.header("content-type").unwrap().starts_with("text/calendar"));
    assert!(one.body.contains("DTSTART:20261127T230000Z\r\n") && one.body.contains("STATUS:CONFIRMED"), "{}", one.body);
    let plain = one.body.replace("\r\n ", "");
    assert!(plain.contains("Vous êtes libre de dire non") && plain.contains("L. 5411-6-1"), "I5: {plain}");

    let page = her.get("/moi/agenda");
    let made = her.submit(&page, "Créer l’adresse", &[]);
    let html = made.html();
    let address = html.select(&crate::kit::client::css("#adresse")).next().unwrap().text().collect::<String>();
    let token = address.rsplit('/').next().unwrap().strip_suffix(".ics").unwrap().to_owned();
    assert!(!rows(&app).iter().any(|row| row.contains(&token)), "kept as a hash only");
    assert!(!her.get("/moi/agenda").body.contains(&token), "shown once");
    let feed = app.anon().get(&address);
    assert!(feed.status == 200 && feed.body.contains(&format!("UID:{}@escale", agreed.id)), "{}", feed.body);
    assert_eq!(feed.header("cache-control"), Some("no-store"));
    let stamps = |body: &str| body.split("DTSTAMP:").skip(1).map(|rest| rest[..16].to_owned()).collect::<Vec<_>>();
    assert_eq!(stamps(&feed.body)[0], "20261125T110000Z", "{}", feed.body);
    let declare = feed.body.split("BEGIN:VEVENT").find(|entry| entry.contains("VALUE=DATE")).unwrap();
    assert!(!declare.contains("STATUS"), "to declare is no appointment: {declare}");
    app.app.clock.advance(TimeDelta::hours(1));
    assert_eq!(stamps(&app.anon().get(&address).body), stamps(&feed.body), "nothing changed");
    let sequence = |body: &str| body.split("SEQUENCE:").nth(1).unwrap().split("\r\n").next().unwrap().parse::<i32>();

    // What she takes back goes from her calendar, and her platform's letter leaves.
    let mine = her.get("/moi/missions");
    her.submit(&mine, "Oui, reprendre ma demande", &[]);
    let after = app.anon().get(&address);
    assert!(after.body.contains("STATUS:CANCELLED") && !after.body.contains("STATUS:CONFIRMED"), "{}", after.body);
    assert!(sequence(&after.body).unwrap() > sequence(&feed.body).unwrap());

    let page = her.get("/moi/agenda");
    her.submit(&page, "Changer d’adresse", &[]);
    assert_eq!(app.anon().get(&address).status, 404, "the one before has ended");
    let page = her.get("/moi/agenda");
    assert!(her.submit(&page, "Arrêter cette adresse", &[]).has("L’adresse est arrêtée."));
    assert!(!rows(&app).iter().any(|row| row.starts_with("calendar_feed")));
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[test]
fn she_is_reminded_the_day_before_once_and_never_of_what_does_not_take_place() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    agree(&app, &halles, &amina, "r-1", 60);
    let taken_back = agree(&app, &halles, &amina, "r-2", 61);
    agree(&app, &halles, &amina, "soon", 20);
    app.advance(TimeDelta::hours(35));
    assert!(letters(&app, &amina).is_empty(), "25 hours before; and what was just agreed needs no reminder");
    app.advance(TimeDelta::minutes(61));
    let sent = letters(&app, &amina);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].subject.contains("Votre prochain créneau") && sent[0].text.contains("L. 5411-6-1"));
    let who = herself(&app, &amina);
    app.app.write_now(|tx, now| engagements::actions::take_back(tx, now, who, taken_back.id)).unwrap();
    app.advance(TimeDelta::hours(3));
    app.run_jobs();
    assert!(letters(&app, &amina).is_empty(), "never twice, never of what was taken back");

    // One press stops them, without signing in; she can have them again.
    let stop = sent[0].stop.clone().expect("a link that stops them");
    let page = app.anon().get(&stop);
    assert!(page.has("Nous ne vous écrirons plus la veille de vos créneaux."), "{}", page.text());
    let pressed =
        app.anon().send("POST", &stop, Some("List-Unsubscribe=One-Click"), "application/x-www-form-urlencoded");
    assert!(pressed.has("C’est arrêté"), "{}", pressed.text());
    agree(&app, &halles, &amina, "r-3", 50);
    app.advance(TimeDelta::hours(30));
    assert!(letters(&app, &amina).is_empty(), "she stopped them");
    let mut her = app.signed_in(&amina.email);
    let page = her.get("/moi/agenda");
    let token = page.attr("input[name=_token]", "value").unwrap();
    let body = format!("_token={token}&lettre=slot_reminder&lettre=monthly_recap");
    her.send("POST", "/moi/lettres", Some(&body), "application/x-www-form-urlencoded");
    agree(&app, &halles, &amina, "r-4", 50);
    app.advance(TimeDelta::hours(30));
    assert_eq!(letters(&app, &amina).len(), 1, "she wants them again");
    app.advance(TimeDelta::days(9));
    assert!(!rows(&app).iter().any(|row| row.starts_with("slot_reminder")), "I15: forgotten");
    let _ = app.app.mailer.take_all();
}

#[test]
fn i16_her_page_says_who_follows_her_who_may_open_her_file_and_who_did_for_a_year() {
    let app = TestApp::start();
    let service = app.service();
    let ((claire, email), (zoe, _)) = (app.advisor(service, "Claire"), app.advisor(service, "Zoe"));
    let amina = app.person("Amina", Some(claire));
    app.app
        .write_now(|tx, now| {
            let kind = escale::follow_ups::MandateKind::Cover;
            escale::follow_ups::store::insert_mandate(tx, now, zoe, amina.id, kind)
        })
        .unwrap();
    app.signed_in(&email).get(&format!("/conseil/personnes/{}", amina.id));
    let page = app.signed_in(&amina.email).get("/moi/suivi");
    for text in
        ["commencé le 25/11/2026", "Entretien de suivi", "Cuisine collective", "Vous suit", "Zoe", "25/11/2026 à 12 h"]
    {
        assert!(page.has(text), "{text}: {}", page.text());
    }
    app.advance(TimeDelta::days(366));
    assert!(!rows(&app).iter().any(|row| row.starts_with("file_look")), "I15");
    assert_eq!(app.app.mailer.take(&email).len(), 1, "her referent is told that she has no next step");
    let alone = app.person("Bruno", None);
    let page = app.signed_in(&alone.email).get("/moi/suivi");
    assert!(page.has("Personne en ce moment.") && page.has("Personne pour le moment."), "{}", page.text());
}
