//! Being invited to a service or a platform: whoever invites reads the same in every case, and nothing is anybody's before the
//! link of the letter is opened (I18).

use crate::kit::world::email;
use crate::kit::{Client, TestApp};
use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::accounts::Role;
use escale::follow_ups;

fn run_by_claire() -> Office {
    let o = office();
    o.app.app.write_now(|tx, _| follow_ups::actions::service::appoint(tx, o.claire)).unwrap();
    o
}

/// The path of the link in a letter.
fn link(app: &TestApp, to: &str) -> Option<String> {
    let text = app.app.mailer.take(&email(to)).pop().expect("a letter").text;
    let word = text.split_whitespace().find(|word| word.contains("/invitation/"));
    word.map(|word| word[word.find("/invitation/").unwrap()..].to_owned())
}

fn invite(who: &mut Client, path: &str, name: &str, to: &str) -> (u16, Option<String>) {
    let said = post(who, path, &[("nom", name), ("email", to)]);
    (said.status, said.header("location").map(str::to_owned))
}

/// A world in which one address is that of somebody, in some quality or in none.
fn told(whose: Option<Role>) -> ((u16, Option<String>), String, String) {
    let o = run_by_claire();
    let to = "camille@exemple.fr";
    if let Some(role) = whose {
        o.app.account(role, to, "Camille");
    }
    let mut claire = o.advisor();
    let said = invite(&mut claire, "/conseil/organisme/membres", "Camille", to);
    let at_once = claire.get("/conseil/organisme").text();
    o.app.run_jobs();
    let later = claire.get("/conseil/organisme").text();
    let link = link(&o.app, to);
    assert_eq!(link.is_some(), whose.is_none(), "who has an account is given no right: {whose:?}");
    (said, at_once, later)
}

#[test]
fn i18_who_invites_reads_the_same_whether_an_address_has_an_account_or_not() {
    let unknown = told(None);
    assert_eq!(unknown.0.0, 303);
    assert!(unknown.2.contains("Invitations en attente") && unknown.2.contains("camille@exemple.fr"), "{}", unknown.2);
    for role in [Role::Person, Role::Platform, Role::Admin] {
        assert_eq!(told(Some(role)), unknown, "{role:?}");
    }
}

#[test]
fn an_address_that_has_an_account_is_told_so_and_nothing_of_it_changes() {
    let o = run_by_claire();
    let mut claire = o.advisor();
    invite(&mut claire, "/conseil/organisme/membres", "Amina", o.amina.email.as_str());
    o.app.run_jobs();
    let letter = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(letter.text.contains("Cette adresse e-mail a déjà un compte") && !letter.text.contains("/invitation/"));
    assert!(o.app.signed_in(&o.amina.email).get("/moi").has("Amina"));
    assert_eq!(o.app.signed_in(&o.amina.email).get("/conseil").status, 404);
}

#[test]
fn an_invitation_gives_nothing_before_its_link_is_opened_once_and_in_time() {
    let o = run_by_claire();
    let mut claire = o.advisor();
    invite(&mut claire, "/conseil/organisme/membres", "Nina", "nina@service.example");
    o.app.run_jobs();
    let path = link(&o.app, "nina@service.example").unwrap();
    assert!(!claire.get("/conseil/remplacements").has("Nina"), "who has not come is no colleague");
    assert!(!claire.get(&o.file()).has("Nina"));
    let mut nina = o.app.anon();
    let page = nina.get(&path);
    assert!(!page.has("Nina") && !page.has("Agence"), "a link tells nothing of whom it is for");
    let home = nina.submit(&page, "Continuer", &[]);
    assert!(home.url.ends_with("/conseil") && home.status == 200, "{}", home.url);
    assert!(claire.get("/conseil/remplacements").has("Nina"));
    assert!(!claire.get("/conseil/organisme").has("Invitations en attente"));
    assert_eq!(o.app.anon().get(&path).status, 410, "once");
    let again = invite(&mut claire, "/conseil/organisme/membres", "Nina", "nina@service.example");
    assert_eq!(again.0, 422, "she is in the list");

    invite(&mut claire, "/conseil/organisme/membres", "Léo", "leo@service.example");
    o.app.run_jobs();
    let late = link(&o.app, "leo@service.example").unwrap();
    o.app.advance(TimeDelta::days(8));
    let _ = o.app.app.mailer.take_all();
    assert_eq!(o.app.anon().get(&late).status, 410, "too late");
}

#[test]
fn an_invitation_is_taken_back_and_an_address_is_written_to_once_a_day() {
    let o = run_by_claire();
    let mut claire = o.advisor();
    let members = "/conseil/organisme/membres";
    invite(&mut claire, members, "Nina", "nina@service.example");
    o.app.run_jobs();
    let path = link(&o.app, "nina@service.example").unwrap();
    let page = claire.get("/conseil/organisme");
    let said = claire.submit(&page, "Retirer l’invitation", &[]);
    assert!(said.has("L’invitation est retirée") && !said.has("nina@service.example"), "{}", said.text());
    assert_eq!(o.app.anon().get(&path).status, 410);
    assert_eq!(invite(&mut claire, members, "Nina", "nina@service.example").0, 422, "not twice a day");
    o.app.advance(TimeDelta::hours(25));
    assert_eq!(invite(&mut claire, members, "Nina", "nina@service.example").0, 303);
    o.app.run_jobs();
    let newer = link(&o.app, "nina@service.example").unwrap();
    assert_eq!((o.app.anon().get(&path).status, o.app.anon().get(&newer).status), (410, 200));
    o.app.advance(TimeDelta::days(31));
    let _ = o.app.app.mailer.take_all();
    assert!(!crate::kit::rows(&o.app).iter().any(|row| row.starts_with("invitation|")), "I15");
}

#[test]
fn members_of_a_platform_are_invited_come_and_are_taken_off_but_for_the_last() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let mut member = app.signed_in(&halles.email);
    let page = member.get("/plateforme");
    let page = member.follow(&page, "Membres");
    let wrong = member.submit(&page, "Envoyer l’invitation", &[("nom", "Nina"), ("email", "nina")]);
    assert_eq!((wrong.status, wrong.attr("#nom", "value").as_deref()), (422, Some("Nina")));
    let page = member.submit(&wrong, "Envoyer l’invitation", &[("email", "nina@plateforme.example")]);
    assert!(page.has("L’invitation part maintenant") && page.has("Invitations en attente"), "{}", page.text());
    app.run_jobs();
    let path = link(&app, "nina@plateforme.example").unwrap();
    let mut nina = app.anon();
    let door = nina.get(&path);
    assert!(nina.submit(&door, "Continuer", &[]).url.ends_with("/plateforme"));
    let page = member.get("/plateforme/membres");
    assert!(page.has("nina@plateforme.example") && page.has("Quitter la plateforme"), "{}", page.text());
    let page = member.submit(&page, "Retirer", &[]);
    assert!(!page.has("nina@plateforme.example"));
    assert!(nina.get("/plateforme").url.contains("/connexion"), "her session is over");
    let me = app.app.store.read(|c| escale::platforms::store::members(c, halles.id)).unwrap()[0].0;
    assert_eq!(post(&mut member, &format!("/plateforme/membres/{me}/retrait"), &[]).status, 404, "one leaves, alone");
    assert!(member.get("/plateforme/depart").has("le dernier membre"), "the last one stays");
}

/// I18: the same for a platform's members.
#[test]
fn i18_a_platform_too_reads_the_same_whether_an_address_has_an_account_or_not() {
    let told = |whose: Option<Role>| {
        let app = TestApp::start();
        let halles = app.labelled("halles");
        if let Some(role) = whose {
            app.account(role, "camille@exemple.fr", "Camille");
        }
        let mut member = app.signed_in(&halles.email);
        let said = invite(&mut member, "/plateforme/membres", "Camille", "camille@exemple.fr");
        app.run_jobs();
        let _ = app.app.mailer.take_all();
        (said, member.get("/plateforme/membres").text())
    };
    assert_eq!(told(None), told(Some(Role::Person)));
    assert_eq!(told(None), told(Some(Role::Advisor)));
}
