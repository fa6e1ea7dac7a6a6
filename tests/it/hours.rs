//! An advisor sets a person's hours with her, because she asked him to; and nothing that is hers alone.

use crate::guards::herself;
use crate::kit::rows;
use crate::office::{office, post};
use chrono::TimeDelta;
use escale::people::availability::Day;
use escale::people::{self, LetterKind};

#[test]
fn she_asks_he_reads_her_the_text_and_sets_her_hours_with_her() {
    let o = office();
    let mut advisor = o.advisor();
    let file = advisor.get(&o.file());
    let first = advisor.follow(&file, "Régler ses horaires avec elle");
    assert!(first.has("Je regarde et je règle vos horaires avec vous") && !first.has("Lundi"), "{}", first.text());
    let again = advisor.submit(&first, "Régler ses horaires", &[]);
    assert!(again.status == 422 && again.has("Lisez-lui le texte"), "{}", again.text());
    let page = advisor.submit(&again, "Régler ses horaires", &[("accord", "oui")]);
    assert!(page.has("Horaires : Amina Benali") && page.attr("#j0-de1", "value").as_deref() == Some("08:00"));
    // Her week.
    let wrong = advisor.submit(&page, "Enregistrer mes horaires", &[("j5-de1", "14:00"), ("j5-a1", "12:00")]);
    assert!(wrong.status == 422 && wrong.attr("#j5-de1", "value").as_deref() == Some("14:00"), "{}", wrong.text());
    let page = advisor.submit(&wrong, "Enregistrer mes horaires", &[("j5-a1", "18:00")]);
    assert!(page.has("C’est enregistré, et noté dans son dossier"), "{}", page.text());
    // A date, how far she goes, now.
    let page = advisor.submit(&page, "Ajouter cette date", &[("jour", "2026-12-24"), ("possible", "non")]);
    assert!(page.has("pas possible"), "{}", page.text());
    let page = advisor.submit(&page, "Retirer", &[]);
    assert!(!page.has("pas possible"));
    let far = [("ou", ""), ("km", "35"), ("trajet", "velo"), ("delai", "0"), ("courte", ""), ("longue", "4")];
    assert_eq!(post(&mut advisor, &format!("{}/heures/trajet", o.file()), &far).status, 303);
    let page = advisor.get(&format!("{}/heures", o.file()));
    assert_eq!(page.attr("#km", "value").as_deref(), Some("35"), "{}", page.text());
    post(&mut advisor, &format!("{}/heures/maintenant", o.file()), &[("maintenant", "oui")]);
    assert!(advisor.get("/conseil?filtre=maintenant").has("Amina"));

    // She reads all of it, and it is hers to change.
    let mut her = o.app.signed_in(&o.amina.email);
    let suivi = her.get("/moi/suivi");
    for told in [
        "Lu et accepté de vive voix",
        "Votre semaine est changée",
        "Une date est changée",
        "Votre trajet",
        "Par Claire",
    ] {
        assert!(suivi.has(told), "{told}: {}", suivi.text());
    }
    assert_eq!(her.get("/moi/heures").attr("#j5-a1", "value").as_deref(), Some("18:00"));
    assert!(her.get("/moi/donnees.json").body.contains("hours_set_with_advisor"));
    assert!(rows(&o.app).iter().filter(|r| r.starts_with("journal|") && r.contains("acted_for")).count() >= 5);
}

#[test]
fn her_hours_are_open_to_who_she_asked_for_an_hour_and_to_nobody_else() {
    let o = office();
    let path = format!("{}/heures", o.file());
    let mut advisor = o.advisor();
    let week = [("j0-de1", "09:00"), ("j0-a1", "12:00")];
    let early = post(&mut advisor, &path, &week);
    assert!(early.status == 409 && early.has("quand elle vous l’a demandé"), "{}", early.text());
    post(&mut advisor, &format!("{path}/accord"), &[("accord", "oui")]);
    assert_eq!(post(&mut advisor, &path, &week).status, 303);
    // A colleague who stands in is asked too, or reads nothing.
    let service = o
        .app
        .app
        .store
        .read(|c| escale::follow_ups::store::advisor_by_id(c, escale::kernel::Id::from_uuid(o.claire.uuid())))
        .unwrap();
    let (zoe, zoe_email) = o.app.advisor(service.service.id, "Zoe");
    let until = o.app.now() + TimeDelta::days(2);
    let cover = |tx: &mut escale::db::Tx<'_>, now| {
        escale::follow_ups::actions::mandates::cover(tx, now, o.claire, zoe, until, Some(o.amina.id))
    };
    o.app.app.write_now(cover).unwrap();
    let mut colleague = o.app.signed_in(&zoe_email);
    assert!(!colleague.get(&path).has("Lundi"));
    assert_eq!(post(&mut colleague, &path, &week).status, 409);
    o.app.app.clock.advance(TimeDelta::minutes(61));
    assert!(!advisor.get(&path).has("Lundi"), "the hour is over");
    assert_eq!(post(&mut advisor, &path, &week).status, 409);
    let _ = o.app.app.mailer.take_all();
}

/// I3: what is hers alone is not on the page, and changes nothing of it.
#[test]
fn i3_the_page_of_her_hours_is_the_same_whatever_she_keeps_to_herself() {
    let [plain, hers] = [false, true].map(|private| {
        let o = office();
        let who = herself(&o.app, &o.amina);
        if private {
            let keep = |tx: &mut escale::db::Tx<'_>, now| {
                let preference = people::Preference { plain: true, channel: people::Channel::Space };
                people::store::set_preference(tx, who, preference)?;
                people::actions::set_letters(tx, now, who, LetterKind::SlotReminder, false)
            };
            o.app.app.write_now(keep).unwrap();
        }
        let day = Day { id: escale::kernel::Id::make(), date: "2026-12-24".parse().unwrap(), hours: None };
        o.app.app.write_now(|tx, _| people::actions::set_day_apart(tx, who, &day)).unwrap();
        let mut advisor = o.advisor();
        let path = format!("{}/heures", o.file());
        post(&mut advisor, &format!("{path}/accord"), &[("accord", "oui")]);
        let page = advisor.get(&path);
        assert!(page.has("24 décembre") && !page.has("Recevoir des propositions"), "{}", page.text());
        assert_eq!(page.count("[name=propositions]") + page.count("[name=canal]"), 0);
        page.text()
    });
    assert_eq!(plain, hers);
}
