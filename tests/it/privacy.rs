//! I16 and I18: one person's, platform's or advisor's data is never reachable by another; every private address × every role.

use crate::guards::{herself, propose};
use crate::kit::{Client, TestApp};
use escale::accounts::Role;
use escale::interests::{self, Consent};

/// Private addresses: who may read them.
const AREAS: [(&str, Role); 8] = [
    ("/moi", Role::Person),
    ("/moi/propositions", Role::Person),
    ("/moi/missions", Role::Person),
    ("/conseil", Role::Advisor),
    ("/plateforme", Role::Platform),
    ("/plateforme/cles", Role::Platform),
    ("/organisme-label", Role::LabelBody),
    ("/admin", Role::Admin),
];

#[test]
fn i18_every_area_is_for_its_role_only() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let service = app.service();
    let (advisor, advisor_email) = app.advisor(service, "Claire");
    let person = app.person("Amina", Some(advisor));
    let mut clients: Vec<(Role, Client)> = vec![
        (Role::Person, app.signed_in(&person.email)),
        (Role::Advisor, app.signed_in(&advisor_email)),
        (Role::Platform, app.signed_in(&platform.email)),
        (Role::LabelBody, app.staff(Role::LabelBody)),
        (Role::Admin, app.staff(Role::Admin)),
    ];
    for (path, owner) in AREAS {
        for (role, client) in &mut clients {
            let status = client.get(path).status;
            assert_eq!(status, if *role == owner { 200 } else { 404 }, "{path} as {role:?}");
        }
        let anon = app.anon().get(path);
        assert!(anon.url.contains("/connexion"), "{path} without signing in leads to {}", anon.url);
    }
}

#[test]
fn i18_one_persons_things_are_not_found_by_another() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let other = app.labelled("autre");
    let offer = app.offer(&platform, "r-1", 3);
    let service = app.service();
    let (claire, _) = app.advisor(service, "Claire");
    let (paul, paul_email) = app.advisor(service, "Paul");
    let (amina, bruno) = (app.person("Amina", Some(claire)), app.person("Bruno", Some(paul)));
    let referral = propose(&app, claire, &amina, offer.id).unwrap();
    let who = herself(&app, &amina);
    let interest = app
        .app
        .write_now(|tx, now| interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default()))
        .unwrap();
    let mut bruno_client = app.signed_in(&bruno.email);
    assert_eq!(bruno_client.get(&format!("/moi/propositions/{referral}")).status, 404);
    let page = bruno_client.get("/moi");
    let token = page.attr("input[name=_token]", "value").unwrap();
    let post = |client: &mut Client, path: &str, more: &str| {
        client.send("POST", path, Some(&format!("_token={token}{more}")), "application/x-www-form-urlencoded").status
    };
    assert_eq!(post(&mut bruno_client, &format!("/moi/missions/{}/retrait", interest.id), ""), 404);
    assert_eq!(post(&mut bruno_client, &format!("/moi/propositions/{referral}/choix"), "&choix=kept"), 404);
    // I16: without a mandate, not even that the person exists.
    let mut paul_client = app.signed_in(&paul_email);
    assert_eq!(paul_client.get(&format!("/conseil/personnes/{}", amina.id)).status, 404);
    assert_eq!(paul_client.get(&format!("/conseil/personnes/{}", bruno.id)).status, 200);
    let missing = paul_client.get(&format!("/conseil/personnes/{}", uuid::Uuid::now_v7()));
    let hidden = paul_client.get(&format!("/conseil/personnes/{}", amina.id));
    assert_eq!(missing.text(), hidden.text(), "the same answer whether she exists or not");
    let answer = app.api(&other).json(
        "POST",
        &format!("/api/v1/interests/{}/answer", interest.id),
        &serde_json::json!({ "answer": "accept" }),
    );
    assert_eq!(answer.status, 404);
    assert!(!app.api(&other).get("/api/v1/interests").body.contains(&interest.id.to_string()));
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[test]
fn i16_each_look_at_her_file_is_shown_to_the_person() {
    let app = TestApp::start();
    let service = app.service();
    let (claire, claire_email) = app.advisor(service, "Claire");
    let amina = app.person("Amina", Some(claire));
    assert!(!app.signed_in(&amina.email).get("/moi").has("Claire a ouvert"));
    app.signed_in(&claire_email).get(&format!("/conseil/personnes/{}", amina.id));
    let looks = app.app.store.read(|c| escale::follow_ups::store::looks_at(c, amina.id, 10)).unwrap();
    assert_eq!(looks.len(), 1);
    assert!(app.signed_in(&amina.email).get("/moi").body.contains("25/11/2026"));
}

/// A browser that asked for a letter, and the letter.
fn asked(app: &TestApp, email: &escale::kernel::Email) -> (Client, escale::mail::Letter) {
    let mut browser = app.anon();
    let page = browser.get("/connexion");
    browser.submit(&page, "lettre", &[("email", email.as_str())]);
    app.run_jobs();
    (browser, app.app.mailer.take(email).pop().unwrap())
}

#[test]
fn a_sign_in_link_works_once_in_its_browser_and_the_code_five_times_at_most() {
    let app = TestApp::start();
    let person = app.person("Amina", None);
    let (mut browser, letter) = asked(&app, &person.email);
    let link = letter.text.split_whitespace().find(|w| w.contains("/connexion/lien/")).unwrap().to_owned();
    let mut elsewhere = app.anon();
    let page = elsewhere.get(&link);
    assert_eq!(page.status, 200, "opening the link uses nothing");
    assert_eq!(elsewhere.submit(&page, "Continuer", &[]).status, 403, "another browser");
    for _ in 0..5 {
        let page = browser.get("/connexion/code");
        assert_eq!(browser.submit(&page, "", &[("code", "0000 0000")]).status, 422);
    }
    let page = browser.get(&link);
    assert_eq!(browser.submit(&page, "Continuer", &[]).status, 410, "closed after five wrong codes");
}

#[test]
fn the_code_of_the_letter_signs_in_and_the_session_ends_on_leaving() {
    let app = TestApp::start();
    let person = app.person("Amina", None);
    let (mut browser, letter) = asked(&app, &person.email);
    let code = letter
        .text
        .lines()
        .map(|l| l.chars().filter(char::is_ascii_digit).collect::<String>())
        .find(|l| l.len() == 8)
        .unwrap();
    let page = browser.get("/connexion/code");
    let home = browser.submit(&page, "", &[("code", &code)]);
    assert_eq!((home.status, browser.get("/moi").status), (200, 200));
    let stolen = browser.cookie("escale").unwrap().clone();
    browser.submit(&home, "Me déconnecter", &[]);
    let mut thief = app.anon().with_header("Cookie", &format!("escale={stolen}"));
    assert!(thief.get("/moi").url.contains("/connexion"), "the session is over for everyone");
    assert!(app.anon().get("/connexion").status == 200);
    let mut unknown = app.anon();
    let page = unknown.get("/connexion");
    let said = unknown.submit(&page, "lettre", &[("email", "personne@exemple.fr")]);
    let known = {
        let mut b = app.anon();
        let p = b.get("/connexion");
        b.submit(&p, "lettre", &[("email", person.email.as_str())])
    };
    assert_eq!(said.text(), known.text(), "whether an address is known is never told");
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}
