//! Proposing to several at once, and the portfolio from which it starts.

use crate::guards::propose;
use crate::kit::{TestApp, rows};
use crate::office::{office, post};
use chrono::TimeDelta;
use escale::offers::Offer;
use escale::people::{Person, Window, actions};

fn sent(app: &TestApp) -> usize {
    rows(app).iter().filter(|r| r.starts_with("referral|")).count()
}

/// Two clicks and as many ticks as people, from the mission.
#[test]
fn a_mission_is_proposed_to_several_people_in_two_clicks_and_ticks() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 1);
    let zoe = o.app.person("Zoé", Some(o.claire));
    let luc = o.app.person("Luc", Some(o.claire));
    let her = crate::guards::herself(&o.app, &luc);
    o.app.app.write_now(|tx, _| actions::set_receives_proposals(tx, her, false)).unwrap();
    let mut advisor = o.advisor();
    let page = advisor.get(&format!("/missions/{}", offer.id));
    assert!(page.has("Va dans leurs horaires") && page.has("Il reste 1 place"), "{}", page.text());
    assert!(page.has("Luc Benali Ne souhaite pas recevoir de propositions."), "{}", page.text());
    assert_eq!(page.count("input[name=personne]"), 2, "who does not want proposals cannot be ticked");
    let back = page.attr("input[name=retour]", "value").unwrap();
    let path =
        format!("/conseil/proposer?mission={}&retour={back}&personne={}&personne={}", offer.id, o.amina.id, zoe.id);
    let confirm = advisor.get(&path);
    assert!(
        confirm.has("Confirmer 2 propositions") && confirm.has("Il reste 1 place pour 2 personnes")
            || confirm.has("il reste 1 place pour 2 personnes"),
        "{}",
        confirm.text()
    );
    let text = confirm.text();
    let first = text.find("Bonjour Amina").unwrap();
    assert!(text.find("Vous êtes libre de dire non").unwrap() < first, "the notice comes first");
    assert!(text.contains("Bonjour Zoé"));
    let done = advisor.submit(&confirm, "Confirmer", &[("note", "À bientôt")]);
    assert!(done.url.contains(&format!("/missions/{}", offer.id)), "{}", done.url);
    assert!(done.has("Les missions sont proposées") && done.has("Déjà proposée"), "{}", done.text());
    let told = advisor.get(&format!("/conseil/choix?mission={}&ok=proposed-many", offer.id));
    assert!(told.has("Les missions sont proposées"), "the list of people tells it too");
    o.app.run_jobs();
    for person in [&o.amina, &zoe] {
        let letter = o.app.app.mailer.take(&person.email).pop().unwrap();
        assert!(letter.text.contains("À bientôt") && letter.text.starts_with("Vous êtes libre de dire non"));
    }
    assert_eq!(sent(&o.app), 2);
    // Each letter that was read is a look at a file, once (I16).
    let looks = |p: &Person| o.app.app.store.read(|c| escale::follow_ups::store::looks_at(c, p.id, 10)).unwrap().len();
    assert_eq!((looks(&o.amina), looks(&zoe), looks(&luc)), (1, 1, 0));
}

/// Two clicks and as many ticks as missions, from the person.
#[test]
fn several_missions_are_proposed_to_a_person_and_one_comes_back_to_the_same_page() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offers: Vec<Offer> = (0..25).map(|n| o.app.offer(&halles, &format!("r-{n}"), 2)).collect();
    let mut advisor = o.advisor();
    let page = advisor.get(&format!("{}?page=2", o.file()));
    assert_eq!(page.count("input[name=mission]"), 5);
    let back = page.attr("input[name=retour]", "value").unwrap();
    let asked = |query: &str| {
        format!("/conseil/proposer?personne={}&retour={}{query}", o.amina.id, crate::kit::client::encode(&back))
    };
    let none = advisor.get(&asked(""));
    assert!(none.has("Cochez au moins une mission"), "{}", none.text());
    let confirm = advisor.get(&asked(&format!("&mission={}&mission={}", offers[3].id, offers[4].id)));
    assert!(confirm.has("Confirmer 2 propositions"));
    let done = advisor.submit(&confirm, "Confirmer", &[]);
    assert!(done.url.ends_with("page=2&ok=proposed-many&lettres=1&voix=0") && done.has("Page 2 sur 2"), "{}", done.url);
    assert_eq!(sent(&o.app), 2);
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&o.amina.email);
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.subject, "Claire vous propose 2 missions");
    let receipts = o.app.app.store.read(|c| escale::referrals::store::of_person(c, o.amina.id)).unwrap();
    for body in [&letter.text, &letter.html] {
        assert!(receipts.iter().all(|r| body.contains(&r.receipt)), "each with its receipt: {body}");
        assert_eq!(body.matches("/connexion/lien/").count(), 2, "each with its link: {body}");
        assert_eq!(body.matches("Plonge et aide en cuisine").count(), 2, "{body}");
    }
    assert!(letter.text.starts_with("Vous êtes libre de dire non"), "notice first: {}", letter.text);
    // What the advisor read is what she receives, but for what did not exist yet.
    let read = confirm.text();
    assert_eq!(read.matches("[son lien personnel]").count(), 2, "{read}");
    for line in letter.text.lines().filter(|l| !l.is_empty() && !l.contains("http") && !l.contains("Récépissé")) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(line == "--" || read.contains(&line), "{line}: {read}");
    }
    // One that ended meanwhile is left out, and the letter still leaves.
    let pair = [offers[5].id, offers[6].id];
    let confirm = advisor.get(&asked(&format!("&mission={}&mission={}", pair[0], pair[1])));
    advisor.submit(&confirm, "Confirmer", &[]);
    let gone = o.app.app.store.read(|c| escale::referrals::store::open_for(c, pair[0], o.amina.id)).unwrap().unwrap();
    let held = |tx: &mut escale::db::Tx<'_>, now| escale::follow_ups::store::mandate(tx, now, o.claire, o.amina.id);
    o.app
        .app
        .write_now(|tx, now| {
            let held = held(tx, now)?;
            escale::referrals::actions::take_back(tx, now, &held, gone.id)
        })
        .unwrap();
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&o.amina.email);
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "Claire vous propose une mission");
}

#[test]
fn two_advisors_at_once_say_who_is_left_and_lose_nothing() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 5);
    let zoe = o.app.person("Zoé", Some(o.claire));
    let mut advisor = o.advisor();
    let confirm =
        advisor.get(&format!("/conseil/proposer?mission={}&personne={}&personne={}", offer.id, o.amina.id, zoe.id));
    propose(&o.app, o.claire, &zoe, offer.id).unwrap();
    let late = advisor.submit(&confirm, "Confirmer", &[("note", "Mon mot")]);
    assert_eq!(late.status, 409);
    assert!(late.has("Rien n’est encore proposé") && late.has("déjà proposée à cette personne"), "{}", late.text());
    assert!(late.body.contains(">Mon mot</textarea>"), "the note is kept");
    assert_eq!(sent(&o.app), 1, "all or none");
    let done = advisor.submit(&late, "Confirmer", &[]);
    assert!(done.has("Les missions sont proposées"), "{}", done.text());
    assert_eq!(sent(&o.app), 2);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    let long = advisor.submit(&confirm, "Confirmer", &[("note", &"x".repeat(501))]);
    assert_eq!((long.status, sent(&o.app)), (409, 2));
}

#[test]
fn nobody_ticked_too_many_or_a_mission_that_is_gone_is_said_in_a_sentence() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 5);
    let mut advisor = o.advisor();
    let none = advisor.get(&format!("/conseil/proposer?mission={}", offer.id));
    assert_eq!(none.status, 422);
    assert!(none.has("Cochez au moins une personne") && none.count("input[name=personne]") == 1, "{}", none.text());
    o.app.suspend(halles.id);
    let gone = advisor.get(&format!("/conseil/proposer?mission={}&personne={}", offer.id, o.amina.id));
    assert!(gone.has("Le label de la plateforme n’est plus actif") && gone.has("Rien à proposer"), "{}", gone.text());
    let said = post(&mut advisor, "/conseil/proposer", &[("paire", &format!("{}.{}", o.amina.id, offer.id))]);
    assert_eq!((said.status, sent(&o.app)), (409, 0));
    assert_eq!(advisor.get(&format!("/conseil/choix?mission={}", offer.id)).status, 410);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn the_portfolio_is_filtered_sorted_and_turned() {
    let o = office();
    let halles = o.app.labelled("halles");
    o.app.offer(&halles, "r-1", 5);
    let people: Vec<Person> = (0..60).map(|n| o.app.person(&format!("P{n:02}"), Some(o.claire))).collect();
    let idle = crate::guards::herself(&o.app, &people[0]);
    let week = [Window::new(6, 0, 60).unwrap()];
    o.app.app.write_now(|tx, _| actions::set_week(tx, idle, &week)).unwrap();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(page.has("61 personnes") && page.count("tbody tr") == 50, "{}", page.text());
    let next = advisor.get("/conseil?page=2&tri=missions");
    assert_eq!(next.count("tbody tr"), 11);
    assert!(next.has("P00 Benali"), "who has none comes last");
    assert_eq!(advisor.get("/conseil?filtre=missions&page=2").count("tbody tr"), 10);
    assert_eq!(advisor.get("/conseil?filtre=formation").count("tbody tr"), 0, "it begins in twenty days");
    assert!(advisor.get("/conseil?nom=p07").has("P07 Benali"));
    o.app.app.clock.advance(TimeDelta::days(21));
    let mut advisor = o.advisor();
    assert_eq!(advisor.get("/conseil?filtre=formation").count("tbody tr"), 50);
    assert!(advisor.get("/conseil?filtre=sans-etape").has("61 personnes"));
    assert_eq!(advisor.get("/conseil?filtre=remplacement").count("tbody tr"), 0);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

/// The number of questions to the database does not depend on how many people are followed.
#[test]
fn a_portfolio_of_five_hundred_asks_as_many_questions_as_one_of_ten() {
    let mut work = None;
    let app = TestApp::start_with(|config| work = Some(crate::kit::Work::watch(config)));
    let work = work.unwrap();
    let service = app.service();
    let (few, many) = (app.advisor(service, "Claire"), app.advisor(service, "Paul"));
    let halles = app.labelled("halles");
    for n in 0..120 {
        app.offer(&halles, &format!("r-{n}"), 3);
    }
    // Hours of her own for each: no count stands for two.
    let made: Vec<Person> =
        (0..510).map(|n| app.person(&format!("P{n:03}"), Some(if n < 10 { few.0 } else { many.0 }))).collect();
    let weeks = |tx: &mut escale::db::Tx<'_>, _| {
        for (n, person) in (0_u16..).zip(&made) {
            let week = [Window::new(3, 300 + n / 2, 1_000 + n % 300).unwrap(), Window::new(4, n, 700).unwrap()];
            escale::people::store::set_week(tx, person.id, &week)?;
        }
        Ok(())
    };
    app.app.write_now(weeks).unwrap();
    let asked = |address| {
        let mut advisor = app.signed_in(address);
        work.ran();
        let began = std::time::Instant::now();
        let page = advisor.get("/conseil?tri=missions");
        println!("{} rows in {:?}", page.count("tbody tr"), began.elapsed());
        work.ran().len()
    };
    assert_eq!(asked(&few.1), asked(&many.1));
}

#[test]
fn what_was_proposed_is_looked_for_by_person_mission_and_date_and_taken_back_from_the_list() {
    let o = crate::office::office();
    let halles = o.app.labelled("halles");
    let draft = |title: &str| escale::offers::check::Draft { title: title.into(), ..o.app.draft(3) };
    let dishes = o.app.post(&halles, "r-1", &draft("Plonge en cuisine"));
    let boxes = o.app.post(&halles, "r-2", &draft("Préparation de colis"));
    let bruno = o.app.person("Bruno", Some(o.claire));
    crate::guards::propose(&o.app, o.claire, &o.amina, dishes.id).unwrap();
    o.app.app.clock.advance(TimeDelta::hours(20));
    crate::guards::propose(&o.app, o.claire, &o.amina, boxes.id).unwrap();
    crate::guards::propose(&o.app, o.claire, &bruno, boxes.id).unwrap();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    let mut advisor = o.advisor();
    let rows = |advisor: &mut crate::kit::Client, query: &str| {
        let page = advisor.get(&format!("/conseil/propositions?{query}"));
        (page.count("tbody tr"), page)
    };
    let hers = format!("personne={}", o.amina.id);
    for (query, found) in [
        ("", 3),
        (hers.as_str(), 2),
        ("quoi=preparation+COLIS", 2),
        (&format!("{hers}&quoi=colis"), 1),
        ("du=2026-11-26", 2),
        ("au=2026-11-25", 1),
        ("du=2026-11-25&au=2026-11-26", 3),
        ("du=demain", 3),
        ("quoi=jardin", 0),
        ("personne=0", 0),
    ] {
        let (count, page) = rows(&mut advisor, query);
        assert_eq!(page.has("Cette date n’a pas pu être lue"), query == "du=demain");
        assert_eq!(count, found, "{query}: {}", page.text());
    }
    for beyond in ["page=99", "page=0", "page=-3", "page=9223372036854775807"] {
        assert_eq!(rows(&mut advisor, beyond).0, 3, "{beyond}: the last page");
    }
    let (_, none) = rows(&mut advisor, "quoi=jardin");
    assert!(none.has("Aucune proposition ne répond") && none.link("Tout montrer").is_some(), "{}", none.text());
    assert_eq!(none.attr("#quoi", "value").as_deref(), Some("jardin"));
    let (_, page) = rows(&mut advisor, &format!("{hers}&quoi=plonge"));
    let page = advisor.submit(&page, "Retirer", &[]);
    assert!(page.url.contains("quoi=plonge") && page.url.contains(&hers), "the same list: {}", page.url);
    assert!(page.has("Close") && page.count("tbody form") == 0, "{}", page.text());
    assert_eq!(rows(&mut advisor, "").1.count("tbody form"), 2);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}
