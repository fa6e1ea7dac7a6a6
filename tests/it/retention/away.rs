//! Who does not come any more, and who left (I15).

use super::{days, key, of, wait};
use crate::kit::{Client, TestApp, rows};
use crate::office::office;
use chrono::TimeDelta;
use escale::accounts::Role;
use escale::follow_ups;
use escale::kernel::{Id, retention};
use escale::people::Person;

/// The letters that ask her whether she stays.
fn asked(app: &TestApp, person: &Person) -> Vec<escale::mail::Letter> {
    let mut all = app.app.mailer.take_all();
    all.retain(|letter| letter.to == person.email && letter.subject == "Voulez-vous garder votre compte\u{a0}?");
    all
}

#[test]
fn i15_who_does_not_come_is_written_to_at_23_months_and_deleted_at_24() {
    let app = TestApp::start();
    let amina = app.person("Amina", None);
    app.advance(TimeDelta::days(days(retention::NOTICE) - 1));
    assert!(asked(&app, &amina).is_empty());
    app.advance(TimeDelta::days(1));
    let letters = asked(&app, &amina);
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].text.contains("depuis 23 mois") && letters[0].text.contains("24/11/2028"),
        "{}",
        letters[0].text
    );
    app.advance(TimeDelta::days(29));
    assert!(asked(&app, &amina).is_empty() && of(&app, "person").len() == 1, "once, and not before the date said");
    app.advance(TimeDelta::days(1));
    let left: Vec<_> = rows(&app).into_iter().filter(|r| r.contains(&key(&amina)) || r.contains("amina")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn i15_one_press_in_the_letter_keeps_everything_and_opening_it_does_nothing() {
    let app = TestApp::start();
    let amina = app.person("Amina", None);
    app.advance(TimeDelta::days(days(retention::NOTICE)));
    let letter = asked(&app, &amina).pop().unwrap();
    let at = letter.text.find("/je-reste/").unwrap();
    let link: String = letter.text[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    assert!(letter.html.contains(&link));
    let mut anyone: Client = app.anon();
    let page = anyone.get(&link);
    assert!(page.has("Garder mon compte") && of(&app, "presence")[0].split('|').all(|cell| cell != "null"));
    let page = anyone.submit(&page, "Je reste", &[]);
    assert!(page.has("vous restez"), "{}", page.text());
    wait(&app, 60);
    assert_eq!(of(&app, "person").len(), 1, "she stays");
    // Written to again 23 months after that; nothing pressed; gone.
    wait(&app, days(retention::NOTICE));
    wait(&app, 31);
    assert!(of(&app, "person").is_empty());
    assert_eq!(anyone.get(&link).status, 200, "the link tells nobody whether she is gone");
    assert_eq!(
        anyone.once("POST", &link, Some("List-Unsubscribe=One-Click"), "application/x-www-form-urlencoded").status,
        404
    );
    for wrong in ["/je-reste/x", &link[..link.len() - 1]] {
        assert_eq!(anyone.get(wrong).status, 404);
    }
}

#[test]
fn i15_coming_counts_and_who_is_followed_is_not_away() {
    let app = TestApp::start();
    let (claire, _) = app.advisor(app.service(), "Claire");
    let (amina, bruno) = (app.person("Amina", Some(claire)), app.person("Bruno", None));
    app.advance(TimeDelta::days(600));
    let mut his = app.signed_in(&bruno.email);
    assert_eq!(his.get("/moi").status, 200);
    app.advance(TimeDelta::days(200));
    let letters = app.app.mailer.take_all();
    assert!(letters.iter().all(|l| !l.subject.contains("garder votre compte")), "{letters:?}");
    assert_eq!(of(&app, "person").len(), 2, "he came, and she is followed");
    app.advance(TimeDelta::days(600));
    let told = app.app.mailer.take_all();
    assert_eq!(told.iter().filter(|l| l.subject.contains("garder votre compte")).count(), 1);
    wait(&app, 31);
    let left = of(&app, "person");
    assert!(left.len() == 1 && left[0].contains(&key(&amina)), "a follow-up never ends by forgetting (G3)");
    let mut admin = app.staff(Role::Admin);
    assert_eq!(admin.get("/admin").status, 200);
}

#[test]
fn i15_who_left_is_forgotten_a_year_later_and_their_name_once_nothing_of_hers_needs_it() {
    let o = office();
    let service =
        o.app.app.store.read(|c| follow_ups::store::advisor_by_id(c, Id::from_uuid(o.claire.uuid()))).unwrap();
    let [nina, zoe] = ["Nina", "Zoe"].map(|name| o.app.advisor(service.service.id, name));
    // Zoe wrote in Amina's follow-up, which goes on.
    let write = |tx: &mut escale::db::Tx<'_>, now| {
        let until = now + TimeDelta::days(2);
        follow_ups::actions::mandates::cover(tx, now, o.claire, zoe.0, until, Some(o.amina.id))?;
        let held = follow_ups::store::mandate(tx, now, zoe.0, o.amina.id)?;
        let contact = follow_ups::Contact {
            id: Id::make(),
            channel: follow_ups::Channel::Phone,
            note: "Point".into(),
            at: now,
            advisor: zoe.0,
        };
        follow_ups::actions::way::note_contact(tx, now, &held, &contact)
    };
    o.app.app.write_now(write).unwrap();
    let leave = |tx: &mut escale::db::Tx<'_>, now| {
        follow_ups::store::members::leave(tx, now, nina.0)?;
        follow_ups::store::members::leave(tx, now, zoe.0)
    };
    o.app.app.write_now(leave).unwrap();
    wait(&o.app, days(retention::LEFT) - 1);
    let accounts = |word: &str| of(&o.app, "account").iter().filter(|row| row.contains(word)).count();
    assert_eq!((accounts("nina@"), accounts("zoe@")), (1, 1));
    wait(&o.app, 1);
    assert_eq!((accounts("nina"), accounts("zoe@"), accounts("zoe")), (0, 0, 1));
    assert_eq!(of(&o.app, "advisor").len(), 2);
    assert!(o.app.signed_in(&o.amina.email).get("/moi/suivi").has("Zoe"), "by what was written to her");
}

#[test]
fn i15_a_member_without_a_platform_is_forgotten_after_a_year() {
    let app = TestApp::start();
    let halles = app.platform("halles");
    let leave = |conn: &mut escale::db::Conn| {
        use diesel::prelude::*;
        use escale::db::schema::platform_member;
        Ok(escale::each!(conn, |c| diesel::delete(platform_member::table).execute(c))?)
    };
    app.app.store.read(leave).unwrap();
    wait(&app, days(retention::LEFT) - 1);
    let left = || of(&app, "account").iter().filter(|row| row.contains(halles.email.as_str())).count();
    assert_eq!(left(), 1);
    wait(&app, 2);
    assert_eq!(left(), 0);
}

/// Accounts of the label body and of the administration that nobody uses go; the last of each stays.
#[test]
fn i15_accounts_that_nobody_uses_go_but_for_the_last_of_each_role() {
    let app = TestApp::start();
    let mut first = app.staff(Role::Admin);
    let _ = app.staff(Role::LabelBody);
    // As either database writes a word.
    let is = |row: &String, role: &str| row.contains(&format!("'{role}'")) || row.contains(&format!(",{role},"));
    let accounts = |role: &str| of(&app, "account").iter().filter(|row| is(row, role)).count();
    let other = escale::accounts::Account {
        id: Id::make(),
        role: Role::Admin,
        email: crate::kit::world::email("autre@escale.example"),
        name: "Paul".into(),
        language: escale::kernel::Lang::Fr,
    };
    app.app.write_now(|tx, now| escale::accounts::actions::register(tx, now, &other)).unwrap();
    wait(&app, 6);
    assert_eq!(first.get("/admin").status, 200);
    wait(&app, days(retention::AWAY) - 7);
    assert_eq!((accounts("admin"), accounts("label_body")), (2, 1));
    wait(&app, 1);
    assert_eq!((accounts("admin"), accounts("label_body")), (1, 1), "she came last, and is the last");
    wait(&app, days(retention::AWAY));
    assert_eq!((accounts("admin"), accounts("label_body")), (1, 1));
    let _ = app.app.mailer.take_all();
}

/// A member leaves a platform by herself, and her account goes; the last one stays.
#[test]
fn a_member_leaves_a_platform_and_the_last_one_stays() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let mut last = app.signed_in(&halles.email);
    let page = last.get("/plateforme");
    let page = last.follow(&page, "Quitter Plateforme halles");
    assert!(page.has("Vous êtes le dernier membre") && page.count("main form") == 0, "{}", page.text());
    assert_eq!(crate::office::post(&mut last, "/plateforme/depart", &[]).status, 409);
    let nina = escale::accounts::Account {
        id: Id::make(),
        role: Role::Platform,
        email: crate::kit::world::email("nina@plateforme.example"),
        name: "Nina".into(),
        language: escale::kernel::Lang::Fr,
    };
    let join = |tx: &mut escale::db::Tx<'_>, now| {
        escale::accounts::actions::register(tx, now, &nina)?;
        escale::platforms::store::add_member(tx, nina.id, halles.id)
    };
    app.app.write_now(join).unwrap();
    let mut client = app.signed_in(&nina.email);
    let page = client.get("/plateforme/depart");
    let done = client.submit(&page, "Quitter et supprimer mon compte", &[]);
    assert!(done.has("votre compte est supprimé"), "{}", done.text());
    assert_eq!(client.once("GET", "/plateforme", None, "").status, 303, "her session is over");
    assert!(!rows(&app).iter().any(|r| r.contains("nina@")));
    assert_eq!(last.get("/plateforme").status, 200);
}
