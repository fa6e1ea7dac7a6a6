//! Who runs a service, its convention, its figures; and the letter of the week.

use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::follow_ups::{self, Advisor};
use escale::kernel::Id;

fn run_by_claire() -> Office {
    let o = office();
    o.app.app.write_now(|tx, _| follow_ups::actions::service::appoint(tx, o.claire)).unwrap();
    o
}

fn member(o: &Office, name: &str) -> Id<Advisor> {
    let read = |c: &mut escale::db::Conn| {
        let own = follow_ups::store::members::manager(c, o.claire)?.service();
        follow_ups::store::mandates::colleagues(c, own)
    };
    o.app.app.store.read(read).unwrap().into_iter().find(|(_, known)| known == name).unwrap().0
}

#[test]
fn only_who_runs_a_service_sees_its_page() {
    let o = run_by_claire();
    let (_, paul) = o.app.advisor(o.app.service(), "Paul");
    assert!(o.advisor().get("/conseil").has("Mon organisme"));
    let mut paul = o.app.signed_in(&paul);
    assert!(!paul.get("/conseil").has("Mon organisme"));
    assert_eq!(paul.get("/conseil/organisme").status, 404);
    assert_eq!(post(&mut paul, "/conseil/organisme/membres", &[("nom", "X"), ("email", "x@exemple.fr")]).status, 404);
}

#[test]
fn members_are_invited_appointed_and_leave_once_nobody_counts_on_them() {
    let o = run_by_claire();
    let mut claire = o.advisor();
    let page = claire.get("/conseil/organisme");
    let wrong = claire.submit(&page, "Envoyer l’invitation", &[("nom", "Nina"), ("email", "nina")]);
    assert_eq!((wrong.status, wrong.attr("#nom", "value").as_deref()), (422, Some("Nina")));
    let page = claire.submit(&wrong, "Envoyer l’invitation", &[("email", "nina@service.example")]);
    assert!(page.has("L’invitation part maintenant") && page.has("Nina"), "{}", page.text());
    o.app.run_jobs();
    let address = escale::kernel::Email::parse("nina@service.example").unwrap();
    let letter = o.app.app.mailer.take(&address).pop().unwrap();
    assert!(letter.text.contains("Agence de test vous invite"), "{}", letter.text);
    let link = letter.text.split_whitespace().find(|word| word.contains("/invitation/")).unwrap();
    let mut door = o.app.anon();
    let page = door.get(&link[link.find("/invitation/").unwrap()..]);
    assert!(door.submit(&page, "Continuer", &[]).url.ends_with("/conseil"));
    let nina = member(&o, "Nina");
    let path = format!("/conseil/organisme/membres/{nina}");
    let last = post(&mut claire, &format!("/conseil/organisme/membres/{}", o.claire), &[("geste", "membre")]);
    assert!(last.status == 409 && last.has("toujours un responsable"), "{}", last.text());
    assert_eq!(post(&mut claire, &path, &[("geste", "responsable")]).status, 303);
    let mut hers = o.app.signed_in(&address);
    let busy = post(&mut hers, &format!("/conseil/organisme/membres/{}", o.claire), &[("geste", "depart")]);
    assert!(busy.has("encore suivies par ce membre (1)"), "{}", busy.text());
    assert_eq!(post(&mut claire, &path, &[("geste", "depart")]).status, 303);
    assert!(hers.get("/conseil").url.contains("/connexion"), "her sessions are over");
    assert!(!claire.get("/conseil/organisme").has("Nina"));
    // She may still open a link of hers: nothing of the service is behind it.
    let link = |tx: &mut escale::db::Tx<'_>, now| {
        let account = escale::accounts::store::by_email(tx, &address)?.unwrap();
        escale::accounts::actions::letter_link(tx, now, account.id, account.role.home())
    };
    let token = o.app.app.write_now(link).unwrap();
    let mut again = o.app.anon();
    let page = again.get(&format!("/connexion/lien/{token}"));
    let said = again.submit(&page, "Continuer", &[]);
    assert!(said.status == 403 && said.has("Vous ne travaillez plus dans cet organisme"), "{}", said.text());
    for path in ["/conseil", "/conseil/catalogue", "/conseil/remplacements"] {
        assert_eq!(again.get(path).status, 403, "{path}");
    }
}

#[test]
fn the_convention_sets_the_notice_from_its_date() {
    let o = run_by_claire();
    let halles = o.app.labelled("halles");
    let draft = escale::offers::check::Draft {
        status: "fixed_term".into(),
        pay_cents: 2_000,
        contributions_withheld: true,
        ..o.app.draft(2)
    };
    let offer = o.app.post(&halles, "r-1", &draft);
    let mut claire = o.advisor();
    let path = format!("{}/propositions/nouvelle?mission={}", o.file(), offer.id);
    assert!(claire.get(&path).has("vous est proposée à titre d’information"));
    let page = claire.get("/conseil/organisme");
    let page = claire.submit(&page, "Enregistrer", &[("convention", "2026-11-01")]);
    assert!(page.has("En vigueur à partir du 01/11/2026"), "{}", page.text());
    assert!(claire.get(&path).has("n’est pas une offre raisonnable d’emploi"));
    for (typed, said) in [("2018-10-31", "1er novembre 2018"), ("2031-01-01", "dans l’année qui vient")] {
        let wrong = claire.submit(&page, "Enregistrer", &[("convention", typed)]);
        assert!(wrong.status == 422 && wrong.has(said), "{}", wrong.text());
        assert_eq!(wrong.attr("#convention", "value").as_deref(), Some(typed), "what was typed comes back");
    }
    claire.submit(&page, "Enregistrer", &[("convention", "2027-01-01")]);
    assert!(claire.get(&path).has("vous est proposée à titre d’information"), "not yet");
}

/// I14: nothing under ten, and nothing moves within the month.
#[test]
fn i14_figures_tell_of_ten_people_or_more_and_stay_still_within_the_month() {
    let o = run_by_claire();
    let mut people = Vec::new();
    for n in 0..24 {
        people.push(o.app.person(&format!("P{n:02}"), Some(o.claire)));
    }
    assert!(o.advisor().get("/conseil/organisme").has("Les premiers chiffres viennent"), "nothing was counted yet");
    o.app.run_jobs();
    assert!(o.advisor().get("/conseil/organisme").has("Au 01/11/2026 Moins de 20"), "all came this month");
    o.app.advance(TimeDelta::days(7));
    let before = o.advisor().get("/conseil/organisme");
    assert!(before.has("Au 01/12/2026 Environ 20"), "{}", before.text());
    assert!(before.has("Au 01/11/2026 Moins de 20"), "the month before is kept");
    let figures = |page: &crate::kit::Page| page.text().split("Chiffres").nth(1).unwrap().to_owned();
    // Somebody comes and somebody goes: no two readings tell of them.
    o.app.person("Nouvelle", Some(o.claire));
    let end = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, people[0].id)?;
        follow_ups::actions::way::end(tx, now, &held, follow_ups::EndReason::Moved)
    };
    o.app.app.write_now(end).unwrap();
    let her = crate::guards::herself(&o.app, &people[0]);
    o.app.app.write_now(|tx, now| follow_ups::actions::way::agree_to_end(tx, now, her)).unwrap();
    // Seventeen more delete everything: what was counted stays as it was, to the last day of its month.
    for person in &people[1..18] {
        let who = crate::guards::herself(&o.app, person);
        o.app.app.write_now(|tx, now| escale::rights::actions::erase(tx, now, who)).unwrap();
    }
    o.app.advance(TimeDelta::days(20));
    assert_eq!(figures(&before), figures(&o.advisor().get("/conseil/organisme")));
    assert!(!figures(&before).contains("Claire"), "never by advisor");
    o.app.advance(TimeDelta::days(10));
    let after = o.advisor().get("/conseil/organisme");
    assert!(after.has("Au 01/01/2027 Moins de 20"), "{}", after.text());
    let kept: Vec<_> = crate::kit::rows(&o.app).into_iter().filter(|r| r.starts_with("service_figure|")).collect();
    assert!(kept.len() == 3 && kept.iter().all(|row| !row.contains("|24|") && !row.contains("|23|")), "{kept:?}");
    o.app.advance(TimeDelta::days(700));
    let months = o.advisor().get("/conseil/organisme");
    assert!(!months.has("Au 01/12/2026") && months.has("Au 01/12/2028"), "two years: {}", months.text());
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn the_letter_of_the_week_tells_what_fits_once_and_is_stopped_by_one_press() {
    let o = office();
    let halles = o.app.labelled("halles");
    o.app.run_jobs();
    // Monday 30 November at noon, with a mission the next day.
    o.app.app.clock.advance(TimeDelta::hours(120));
    o.app.app.write_now(|tx, now| escale::offers::actions::pulse(tx, now, halles.id)).unwrap();
    let offer = o.app.offer(&halles, "r-1", 3);
    o.app.run_jobs();
    let letter = o.app.app.mailer.take(&o.email).pop().unwrap();
    assert!(letter.text.contains("Plonge et aide en cuisine") && letter.text.contains("d’une personne"));
    assert!(letter.text.contains(&format!("/conseil/choix?mission={}", offer.id)));
    assert!(letter.text.contains("Vous êtes libre de dire non") && !letter.text.contains("Amina"), "{}", letter.text);
    o.app.advance(TimeDelta::hours(2));
    assert!(o.app.app.mailer.take_all().is_empty(), "once a week");
    let link = letter.stop.unwrap();
    let mut anyone = o.app.anon();
    let page = anyone.get(&link);
    assert!(page.has("Ne plus recevoir la lettre"), "opening it stops nothing");
    let pressed = anyone.once("POST", &link, Some("List-Unsubscribe=One-Click"), "application/x-www-form-urlencoded");
    assert!(pressed.has("C’est arrêté"), "{}", pressed.text());
    let mut claire = o.advisor();
    let list = claire.get("/conseil");
    assert!(list.has("Vous ne recevez plus la lettre"));
    let list = claire.submit(&list, "La recevoir de nouveau", &[]);
    assert!(list.has("Vous recevez chaque lundi"));
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn everyone_whom_a_member_followed_is_handed_over_whether_she_still_works_there_or_not() {
    let o = run_by_claire();
    o.app.app.clock.advance(TimeDelta::minutes(5));
    let own = o.app.app.store.read(|c| follow_ups::store::members::manager(c, o.claire)).unwrap().service();
    let ((nina, nina_email), (paul, paul_email)) = (o.app.advisor(own, "Nina"), o.app.advisor(own, "Paul"));
    let people = ["Ana", "Bea"].map(|name| o.app.person(name, Some(nina)));
    o.app.app.clock.advance(TimeDelta::minutes(5));
    let referent = |o: &Office, n: usize| {
        let read = |c: &mut escale::db::Conn| follow_ups::store::follow_up_of(c, o.app.now(), people[n].id);
        o.app.app.store.read(read).unwrap().unwrap().referent.name
    };
    let mut claire = o.advisor();
    let path = |id: Id<Advisor>| format!("/conseil/organisme/membres/{id}");
    let nobody = post(&mut claire, &path(paul), &[("geste", "confier"), ("collegue", &nina.to_string())]);
    assert!(nobody.status == 409 && nobody.has("Ce membre ne suit personne"), "{}", nobody.text());
    let elsewhere = o.app.advisor(o.app.service(), "Zoe").0;
    for (from, to) in [(nina, elsewhere), (elsewhere, paul), (nina, nina)] {
        let said = post(&mut claire, &path(from), &[("geste", "confier"), ("collegue", &to.to_string())]);
        assert_eq!(said.status, 404, "only within the service");
    }
    assert_eq!(post(&mut claire, &path(nina), &[("geste", "confier"), ("collegue", "")]).status, 409);
    let handed = post(&mut claire, &path(nina), &[("geste", "confier"), ("collegue", &paul.to_string())]);
    assert_eq!(handed.status, 303);
    assert_eq!((referent(&o, 0).as_str(), referent(&o, 1).as_str()), ("Paul", "Paul"));
    o.app.run_jobs();
    for person in &people {
        assert!(o.app.app.mailer.take(&person.email)[0].text.contains("Paul (Agence de test) vous accompagne"));
    }
    let told = o.app.app.mailer.take(&paul_email);
    assert!(told.len() == 1 && told[0].text.contains("Vous suivez maintenant 2 personnes de plus"), "{told:?}");
    assert!(!told[0].text.contains("Ana"), "nobody is named in a letter");
    assert!(!o.app.signed_in(&nina_email).get("/conseil").has("Ana"));
    // Paul left, and people still have him for referent: as it was before leaving asked for their handing over.
    let leave = |tx: &mut escale::db::Tx<'_>, now| follow_ups::store::members::leave(tx, now, paul);
    o.app.app.clock.advance(TimeDelta::minutes(5));
    o.app.app.write_now(leave).unwrap();
    let page = claire.get("/conseil/organisme");
    assert!(page.has("Paul a quitté l’organisme"), "{}", page.text());
    let handed = post(&mut claire, &path(paul), &[("geste", "confier"), ("collegue", &nina.to_string())]);
    assert_eq!(handed.status, 303);
    assert_eq!(referent(&o, 0), "Nina");
    assert!(!claire.get("/conseil/organisme").has("Paul a quitté"));
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}
