//! I16 and I18: one person's, platform's or advisor's data is never reachable by another; each look at a file is told to
//! the person. Every address × every role is in `matrix`.

use crate::guards::{herself, propose};
use crate::kit::client::encode;
use crate::kit::{Client, TestApp, Work, rows};
use chrono::TimeDelta;
use escale::interests::{self, Consent};

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

/// Where she lives and when she can stands on her page and on what is made for her; there a look is noted, once a day. Lists
/// name her, tell what comes next and how many missions fit.
#[test]
fn i16_lists_tell_neither_where_she_lives_nor_when_she_can_and_a_day_is_one_look() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 3);
    let (claire, claire_email) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    propose(&app, claire, &amina, app.offer(&platform, "r-2", 3).id).unwrap();
    let looks = || app.app.store.read(|c| escale::follow_ups::store::looks_at(c, amina.id, 100)).unwrap().len();
    let mut advisor = app.signed_in(&claire_email);
    let choice = format!("/conseil/choix?mission={}", offer.id);
    for list in ["/conseil", "/conseil?filtre=missions", "/conseil/propositions", &choice] {
        let page = advisor.get(list);
        let text = page.text();
        let rows = text.split("Amina").nth(1).unwrap_or_else(|| panic!("{list}: {text}"));
        assert!(!rows.contains("42000") && !rows.contains("lun. au ven."), "{list}: {rows}");
    }
    assert_eq!(looks(), 0, "lists are no look");
    let file = format!("/conseil/personnes/{}", amina.id);
    let page = advisor.get(&file);
    assert!(page.has("Saint-Étienne (42000)") && page.has("lun. au ven."), "{}", page.text());
    for path in
        [file.clone(), format!("{file}/propositions/nouvelle?mission={}", offer.id), "/conseil/export.csv".into()]
    {
        assert_eq!(advisor.get(&path).status, 200, "{path}");
    }
    assert_eq!(looks(), 1, "once a day");
    app.app.clock.advance(TimeDelta::hours(14));
    advisor.get(&file);
    assert_eq!(looks(), 2, "another day");
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

/// Nobody follows her any more from now on.
fn end_mandates(app: &TestApp, person: &escale::people::Person) {
    use diesel::prelude::*;
    use escale::db::schema::mandate;
    let end = |tx: &mut escale::db::Tx<'_>, now: escale::kernel::Instant| {
        let hers = mandate::table.filter(mandate::person_id.eq(person.id));
        escale::each!(tx, |c| diesel::update(hers).set(mandate::until_at.eq(Some(now))).execute(c))?;
        Ok(())
    };
    app.app.write_now(end).unwrap();
}

#[test]
fn i16_a_mandate_that_ends_between_the_page_and_the_confirmation_is_refused_with_a_sentence() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let (first, second) = (app.offer(&platform, "r-1", 3), app.offer(&platform, "r-2", 3));
    let (claire, claire_email) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    propose(&app, claire, &amina, first.id).unwrap();
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    let mut advisor = app.signed_in(&claire_email);
    let file = advisor.get(&format!("/conseil/personnes/{}", amina.id));
    let confirm = advisor.get(&format!("/conseil/personnes/{}/propositions/nouvelle?mission={}", amina.id, second.id));
    assert_eq!((file.status, confirm.status), (200, 200));
    app.app.clock.advance(TimeDelta::minutes(1));
    end_mandates(&app, &amina);
    let before = rows(&app);
    let again = advisor.get(&format!("/conseil/personnes/{}", amina.id));
    for page in [advisor.submit(&confirm, "Confirmer", &[]), advisor.submit(&file, "Retirer", &[]), again] {
        assert_eq!(page.status, 403, "{}", page.text());
        assert!(page.has("Vous ne suivez plus cette personne"), "{}", page.text());
        assert!(!page.has("Amina") && !page.has("Benali"), "her file is closed");
    }
    assert_eq!(rows(&app), before, "nothing changed, not even a look");
    app.run_jobs();
    assert!(app.app.mailer.take_all().is_empty());
    assert!(!advisor.get("/conseil").has("Amina"));
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

/// What a browser does to ask for a letter: its work, and the rows that it leaves by table, without their content.
fn asking(app: &TestApp, work: &Work, address: &str) -> (Client, String) {
    let mut browser = app.anon();
    let page = browser.get("/connexion");
    let token = page.attr("input[name=_token]", "value").unwrap();
    let (before, _) = (rows(app), work.ran());
    let body = format!("_token={token}&email={}", encode(address));
    let answer = browser.once("POST", "/connexion", Some(&body), "application/x-www-form-urlencoded");
    let ran = work.ran().join("\n");
    let after = rows(app);
    let tables: Vec<_> = after.difference(&before).map(|row| row.split('|').next().unwrap()).collect();
    let cookie = answer.header("set-cookie").map_or(0, str::len);
    let told = format!("{} {:?} {cookie} {tables:?}\n{ran}", answer.status, answer.header("location"));
    (browser, told)
}

#[test]
fn asking_for_a_letter_is_the_same_work_whether_the_address_is_known_or_not() {
    let mut work = None;
    let app = TestApp::start_with(|config| work = Some(Work::watch(config)));
    let work = work.unwrap();
    app.person("Amina", None);
    // Five letters, then the limit: the same for both, each time.
    let mut browsers = Vec::new();
    for n in 1..=7 {
        let (known, said) = asking(&app, &work, "amina@exemple.fr");
        let (unknown, also) = asking(&app, &work, "inconnue@exemple.fr");
        assert_eq!(said, also, "letter {n}");
        assert_eq!(said.contains("INSERT INTO"), n <= 5, "letter {n}: {said}");
        browsers.push((known, unknown));
    }
    assert!(rows(&app).iter().any(|row| row.starts_with("sign_in|") && row.contains("inconnue@exemple.fr")));
    app.run_jobs();
    let letters = app.app.mailer.take_all();
    assert_eq!(letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), ["amina@exemple.fr"; 5]);
    let kept = rows(&app);
    assert!(!kept.iter().any(|row| row.contains("inconnue@")), "an address without an account is forgotten");
    assert!(!kept.iter().any(|row| row.starts_with("sign_in|") && row.contains("amina@")));
    // A wrong code, too, is the same work: six times, for the last is one too many.
    let (mut known, mut unknown) = browsers.swap_remove(0);
    let guess = |browser: &mut Client| {
        let page = browser.get("/connexion/code");
        let token = page.attr("input[name=_token]", "value").unwrap();
        work.ran();
        let body = format!("_token={token}&code=0000+0000");
        let answer = browser.once("POST", "/connexion/code", Some(&body), "application/x-www-form-urlencoded");
        format!("{} {}\n{}", answer.status, answer.text(), work.ran().join("\n"))
    };
    for n in 1..=6 {
        assert_eq!(guess(&mut known), guess(&mut unknown), "code {n}");
    }
}
