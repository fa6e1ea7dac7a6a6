//! The main job, end to end, read as a transcript: a platform posts, a job seeker finds, an advisor refers, the person
//! decides, the platform answers; then a suspension.

use crate::kit::world::email;
use crate::kit::{Client, Page, TestApp};
use chrono::TimeDelta;
use escale::accounts::Role;

fn letter_link(text: &str) -> String {
    text.split_whitespace().find(|w| w.contains("/connexion/lien/")).expect("a link in the letter").to_owned()
}

fn subjects(letters: &[escale::mail::Letter]) -> Vec<&str> {
    letters.iter().map(|l| l.subject.as_str()).collect()
}

/// She opens her letter and presses *Continuer*.
fn open_letter(app: &TestApp, text: &str) -> (Client, Page) {
    let mut client = app.anon();
    let page = client.get(&letter_link(text));
    let landed = client.submit(&page, "Continuer", &[]);
    (client, landed)
}

#[test]
fn from_a_posted_mission_to_agreed_work_and_back() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let service = app.service();
    let (claire, claire_email) = app.advisor(service, "Claire");
    let amina = app.person("Amina", Some(claire));
    let bruno = app.person("Bruno", None);

    // The platform posts one place by the API; the job seeker finds it without an account, with a typo.
    let posted = app.api(&platform).json("PUT", "/api/v1/offers/plonge-1", &crate::faults::wire(&app.draft(1)));
    assert_eq!(posted.status, 201, "{}", posted.body);
    let mut anon = app.anon();
    let home = anon.get("/");
    let list = anon.submit(&home, "Chercher", &[("quoi", "plomge"), ("ou", "saint etienne")]);
    assert!(list.has("1 mission correspond"), "{}", list.text());
    let detail = anon.follow(&list, "Plonge et aide en cuisine");
    for fact in ["Indépendant", "Qui paie quoi", "Assurance", "Annuler", "Contact", "offre raisonnable d’emploi"] {
        assert!(detail.has(fact), "{fact} is missing");
    }

    // The advisor: from the person's page, Proposer then Confirmer; no typing.
    let mut advisor = app.signed_in(&claire_email);
    let portfolio = advisor.get("/conseil");
    let person_page = advisor.follow(&portfolio, "Amina Benali");
    assert!(person_page.has("Entretien de suivi") && person_page.has("Cuisine collective"), "{}", person_page.text());
    let confirm = advisor.follow(&person_page, "Proposer");
    assert!(confirm.has("Vous êtes libre de dire non"), "{}", confirm.text());
    let after = advisor.submit(&confirm, "Confirmer", &[]);
    assert!(after.has("proposée"), "{}", after.text());
    assert_eq!(after.count("a[href*='propositions/nouvelle']"), 0, "it cannot be proposed twice");
    app.run_jobs();

    // Her letter: notice first, in text and in HTML; its link signs her in and leads to the proposal.
    let letters = app.app.mailer.take(&amina.email);
    assert_eq!(letters.len(), 1, "{:?}", subjects(&letters));
    let letter = &letters[0];
    for text in [&letter.text, &letter.html] {
        let (notice, mission) =
            (text.find("libre de dire non").unwrap(), text.find("Plonge et aide en cuisine").unwrap());
        assert!(notice < mission, "I5: the notice comes first");
    }
    let (mut person, proposal) = open_letter(&app, &letter.text);
    assert!(proposal.url.contains("/moi/propositions/"), "{}", proposal.url);
    assert!(proposal.has("Entretien de suivi"), "G3: the follow-up is beside the mission");
    let mut again = app.anon();
    let page = again.get(&letter_link(&letter.text));
    assert_eq!(again.submit(&page, "Continuer", &[]).status, 410, "a letter's link works once");

    // Interest: she sees what will be sent, ticks the phone, sends.
    let send = person.follow(&proposal, "Ça m’intéresse");
    assert!(send.has("Voici ce qui sera envoyé"), "{}", send.text());
    let sent = person.submit(&send, "Envoyer", &[("partage", "telephone"), ("message", "Bonjour, je suis libre.")]);
    assert_eq!(sent.status, 200, "{}", sent.text());
    let full = app.anon().get(&format!("/missions/{}", posted.json()["id"].as_str().unwrap()));
    assert_eq!(full.status, 410);
    assert!(full.has("Toutes les places sont prises"));

    // Someone else joins the waiting list.
    let mut second = app.signed_in(&bruno.email);
    let form = second.get(&format!("/moi/missions/nouvelle?mission={}", posted.json()["id"].as_str().unwrap()));
    let queued = second.submit(&form, "Envoyer", &[]);
    assert!(queued.has("liste d’attente"), "{}", queued.text());
    app.run_jobs();
    assert_eq!(app.app.mailer.take(&amina.email).len(), 1, "what was sent in her name");
    assert_eq!(app.app.mailer.take(&bruno.email).len(), 1, "his rank");
    assert_eq!(app.app.mailer.take(&platform.email).len(), 1, "one interest received: the waiting list is not told");

    // The platform sees the phone and the message, nothing else, and accepts.
    let mut member = app.signed_in(&platform.email);
    let dashboard = member.get("/plateforme");
    assert!(dashboard.has("06 39 98 00 01") && dashboard.has("Bonjour, je suis libre."), "{}", dashboard.text());
    assert!(!dashboard.has("Amina") && !dashboard.has("Benali") && !dashboard.has("Bruno"), "I6");
    let accepted = member.submit(&dashboard, "Accepter", &[]);
    assert_eq!(accepted.status, 200, "{}", accepted.text());
    app.run_jobs();
    let letters = app.app.mailer.take(&amina.email);
    assert_eq!(letters.len(), 1, "{:?}", subjects(&letters));

    // She takes it back without a reason; the first on the waiting list moves up, in the same breath.
    let mine = person.get("/moi/missions");
    let back = person.submit(&mine, "reprendre ma demande", &[]);
    assert_eq!(back.status, 200, "{}", back.text());
    app.run_jobs();
    assert_eq!(app.app.mailer.take(&bruno.email).len(), 1, "a place came free for him");
    assert_eq!(app.app.mailer.take(&platform.email).len(), 2, "the place released, and a new interest");
    let dashboard = member.get("/plateforme");
    assert!(!dashboard.has("06 39 98 00 01"), "what she shared left with her");

    // The platform declines him with a reason about the offer.
    let declined = member.submit(&dashboard, "Répondre non", &[("raison", "filled")]);
    assert_eq!(declined.status, 200, "{}", declined.text());
    app.run_jobs();
    assert_eq!(app.app.mailer.take(&bruno.email).len(), 1);

    // The advisor still sees proposed or closed, nothing else.
    let seen = advisor.get("/conseil/propositions");
    assert!(seen.has("Proposée") && !seen.has("Reprise") && !seen.has("accept"), "{}", seen.text());
    app.advance(TimeDelta::hours(22));
    assert!(advisor.get("/conseil/propositions").has("Close"));
    let _ = app.app.mailer.take_all();
}

#[test]
fn not_for_me_is_hers_alone_and_can_be_undone() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 1);
    let service = app.service();
    let (claire, _) = app.advisor(service, "Claire");
    let amina = app.person("Amina", Some(claire));
    let referral = crate::guards::propose(&app, claire, &amina, offer.id).unwrap();
    let mut person = app.signed_in(&amina.email);
    let proposal = person.get(&format!("/moi/propositions/{referral}"));
    let aside = person.submit(&proposal, "Pas pour moi", &[]);
    assert!(aside.has("Mises de côté"), "{}", aside.text());
    let proposal = person.get(&format!("/moi/propositions/{referral}"));
    let again = person.submit(&proposal, "Remettre dans", &[]);
    assert_eq!(again.status, 200);
    assert!(!again.has("Mises de côté"), "{}", again.text());
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[test]
fn a_suspension_by_the_label_body_tells_the_people_at_work_first() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    let amina = app.person("Amina", None);
    let who = crate::guards::herself(&app, &amina);
    let consent = escale::interests::Consent::default();
    let interest = app
        .app
        .write_now(|tx, now| {
            let interest = escale::interests::actions::send(tx, now, who, offer.slots[0].id, &consent)?;
            escale::engagements::actions::accept(tx, now, platform.id, interest.id)?;
            Ok(interest)
        })
        .unwrap();
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    let mut body = app.staff(Role::LabelBody);
    let all = body.get("/organisme-label");
    let sheet = body.follow(&all, "Plateforme halles");
    let form = body.follow(&sheet, "Suspendre");
    assert!(form.has("1"), "{}", form.text());
    let short = body.submit(&form, "Suspendre", &[("reason", "trop court")]);
    assert_eq!(short.status, 422);
    assert!(short.body.contains("trop court"), "what was typed is kept");
    let done = body.submit(&form, "Suspendre", &[("reason", "Accident grave signalé : contrôle sur place en cours.")]);
    assert_eq!(done.status, 200, "{}", done.text());
    app.run_jobs();
    let letters = app.app.mailer.take_all();
    let to: Vec<_> = letters.iter().map(|l| l.to.as_str().to_owned()).collect();
    assert_eq!(to, [amina.email.as_str(), platform.email.as_str()], "the person first (I8)");
    assert!(letters[0].text.contains("reste à vous"), "{}", letters[0].text);
    let kept = app.app.store.read(|c| escale::interests::store::by_id(c, interest.id)).unwrap();
    assert_eq!(kept.state.word(), "accepted", "I8: what was agreed stays hers");
    let register = app.anon().get("/plateformes/halles");
    assert!(register.has("Accident grave signalé") && register.has("Jeanne Ferrand"), "I12: {}", register.text());
    let sheet = body.get("/organisme-label/halles");
    let back = body.submit(&sheet, "Rétablir", &[("reason", "Le contrôle n’a rien trouvé de dangereux.")]);
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(app.anon().get(&format!("/missions/{}", offer.id)).status, 200);
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[test]
fn a_mission_posted_by_hand_is_checked_field_by_field_and_loses_nothing() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut member = app.signed_in(&platform.email);
    let form = member.get("/plateforme/missions/nouvelle");
    let wrong = member.submit(&form, "Publier", &[("title", "Plonge"), ("pay", "9")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.attr("#title", "value").as_deref(), Some("Plonge"));
    assert!(wrong.count(".field__error") >= 3, "{}", wrong.text());
    assert!(wrong.has("La rémunération est d’au moins 12,31"), "{}", wrong.text());
}

#[test]
fn the_product_speaks_english_from_end_to_end() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 1);
    let mut anon = app.anon();
    let home = anon.get("/en");
    assert!(home.has("You are free to say no"));
    let list = anon.submit(&home, "Search", &[("ou", "42000")]);
    assert!(list.has("1 mission matches") && list.has("€15 an hour"), "{}", list.text());
    let detail = anon.get(&format!("/en/missions/{}", offer.id));
    assert!(
        detail.has("reasonable job offer") && detail.body.contains("<bdi lang=\"fr\">Plonge et aide en cuisine</bdi>")
    );
    assert_eq!(detail.header("content-type"), Some("text/html; charset=utf-8"));
    for path in [
        "/en/plateformes",
        "/en/plateformes/halles",
        "/en/mes-droits",
        "/en/accessibilite",
        "/en/donnees-personnelles",
        "/en/connexion",
        "/en/api",
    ] {
        assert_eq!(anon.get(path).status, 200, "{path}");
    }
    assert!(anon.get("/en/nothing").has("This page does not exist"));
    let _ = email("a@exemple.fr");
}
