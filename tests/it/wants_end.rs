//! What ends at her asking: her follow-up, when she agrees, and everything, when she leaves. And what stays hers whatever is asked.

use crate::aloud::{accept, sent_for, simone, told};
use crate::guards::herself;
use crate::kit::{Client, rows};
use crate::office::{Office, office, post};
use crate::wants::{covered, wants};
use chrono::TimeDelta;
use escale::follow_ups::{self, EndReason};
use escale::interests::Interest;
use escale::kernel::Id;
use escale::people::{self, Choice, Person};
use escale::push::{self, Device};
use escale::searches::{self, Frequency, Seen, asked::Wanted};

/// The end is asked for by her referent.
fn ending(o: &Office, person: &Person) {
    let end = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, person.id)?;
        follow_ups::actions::way::end(tx, now, &held, EndReason::Moved)
    };
    o.app.app.write_now(end).unwrap();
    told(&o.app);
}

fn due(o: &Office, person: &Person) -> Option<follow_ups::Ending> {
    let read = |c: &mut escale::db::Conn| follow_ups::store::follow_up_of(c, o.app.now(), person.id);
    o.app.app.store.read(read).unwrap().and_then(|f| f.ending)
}

/// Something was sent for her, accepted or not, and the end of her follow-up was said to her.
fn sent_and_said(o: &Office, is_accepted: bool) -> (Person, Client, Client, Interest) {
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(o), o.advisor());
    let (_, zoe) = covered(o, &simone);
    let sent = sent_for(o, &simone, &o.app.offer(&halles, "r-1", 1));
    if is_accepted {
        accept(&o.app, &halles, &sent);
    }
    ending(o, &simone);
    post(&mut advisor, &format!("/conseil/personnes/{}/fin/dite", simone.id), &[]);
    (simone, advisor, zoe, sent)
}

/// Who asks for the end does not say it and answer it in one breath; to go on is done at once, and tells nobody.
#[test]
fn her_answer_to_an_end_is_noted_at_her_asking_and_not_in_one_breath() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = wants(&simone);
    assert_eq!(advisor.get(&page).count("#fin"), 0);
    ending(&o, &simone);
    let first = advisor.get(&page);
    assert!(first.has("Elle ne le sait pas encore") && !first.has("Elle préfère continuer"), "{}", first.text());
    let answer = [("reponse", "accord"), ("fin-accord", "oui")];
    assert_eq!(post(&mut advisor, &format!("{page}/fin"), &answer).status, 409);
    post(&mut advisor, &format!("/conseil/personnes/{}/fin/dite", simone.id), &[]);
    let asked = advisor.get(&page);
    assert!(asked.has("au plus tôt 24 heures") && !asked.has("Elle est d’accord : finir"), "{}", asked.text());
    let early = post(&mut advisor, &format!("{page}/fin"), &answer);
    assert!(early.status == 409 && early.has("au plus tôt 24 heures"), "{}", early.text());

    // She prefers to go on: at once, and the page says nothing of it (I3).
    let before = due(&o, &simone).unwrap();
    let done = advisor.submit(&asked, "Elle préfère continuer", &[("suite-accord", "oui")]);
    assert!(done.has("l’accompagnement continue"), "{}", done.text());
    assert_eq!(due(&o, &simone).unwrap(), before.longer());
    assert_eq!(advisor.get(&page).text(), asked.text(), "a colleague reads nothing of her answer");
    assert!(rows(&o.app).iter().any(|r| r.starts_with("spoken_act|") && r.contains("end_answer")));

    // A day later the one who asks notes that she agrees, in her words.
    o.app.advance(TimeDelta::hours(25));
    let later = advisor.get(&page);
    let wrong = advisor.submit(&later, "Elle est d’accord : finir", &[]);
    assert!(wrong.status == 422 && wrong.count("#fin-accord-e") == 1, "{}", wrong.text());
    let done = advisor.submit(&wrong, "Elle est d’accord : finir", &[("fin-accord", "oui")]);
    assert!(done.url.contains("/conseil?ok=") && done.has("l’accompagnement est fini"), "{}", done.text());
    assert_eq!(advisor.get(&page).status, 403);
    told(&o.app);
}

#[test]
fn a_colleague_notes_that_she_agrees_and_who_has_an_address_answers_herself() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let (_, mut zoe) = covered(&o, &simone);
    ending(&o, &simone);
    post(&mut advisor, &format!("/conseil/personnes/{}/fin/dite", simone.id), &[]);
    let page = zoe.get(&wants(&simone));
    let done = zoe.submit(&page, "Elle est d’accord : finir", &[("fin-accord", "oui")]);
    assert!(done.has("l’accompagnement est fini"), "{}", done.text());
    let key = simone.id.uuid().simple().to_string();
    assert!(
        rows(&o.app).iter().any(|r| r.starts_with("journal|") && r.contains("follow_up_changed") && r.contains(&key))
    );
    ending(&o, &o.amina);
    let page = advisor.get(&wants(&o.amina));
    assert!(page.has("Elle seule répond") && !page.has("Elle préfère continuer"), "{}", page.text());
    for answer in [[("reponse", "accord"), ("fin-accord", "oui")], [("reponse", "suite"), ("suite-accord", "oui")]] {
        assert_eq!(post(&mut advisor, &format!("{}/fin", wants(&o.amina)), &answer).status, 409);
    }
    assert!(due(&o, &o.amina).is_some_and(|e| e.may_wait()));
    told(&o.app);
}

/// Everything of hers goes in two clicks; a line stays that names who did it, and nobody else.
#[test]
fn everything_is_deleted_at_her_asking_in_two_clicks() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 1);
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    let (_, mut zoe) = covered(&o, &simone);
    let theirs = zoe.get(&format!("{}/suppression", wants(&simone)));
    assert!(theirs.has("Seule la personne référente le fait") && theirs.count("main form") == 0, "{}", theirs.text());
    let typed = [("suppression-accord", "oui")];
    assert_eq!(post(&mut zoe, &format!("{}/suppression", wants(&simone)), &typed).status, 403);

    let page = advisor.get(&wants(&simone));
    let ask = advisor.follow(&page, "Tout supprimer");
    assert!(ask.has("Rien n’est encore supprimé") && ask.has("Cela ne peut pas être annulé"), "{}", ask.text());
    let wrong = advisor.submit(&ask, "tout supprimer", &[]);
    assert!(wrong.status == 422 && wrong.count("#suppression-accord-e") == 1, "{}", wrong.text());
    let done = advisor.submit(&wrong, "tout supprimer", &typed);
    assert!(done.has("Tout est supprimé, à sa demande"), "{}", done.text());
    o.app.run_jobs();
    let key = simone.id.uuid().simple().to_string();
    let left: Vec<_> = rows(&o.app).into_iter().filter(|r| r.contains(&key) || r.contains("Duval")).collect();
    assert!(left.is_empty(), "{left:?}");
    let claire = o.claire.uuid().simple().to_string();
    assert!(rows(&o.app).iter().any(|r| r.starts_with("journal|") && r.contains("acted_for") && r.contains(&claire)));
    let told_platform = o.app.app.mailer.take(&halles.email);
    assert!(told_platform.iter().any(|l| l.text.contains("libre")), "{told_platform:?}");
    assert_eq!(advisor.get(&wants(&simone)).status, 404);
    told(&o.app);
}

#[test]
fn who_has_an_address_is_led_to_her_own_page_and_nothing_is_deleted_for_her() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&format!("{}/suppression", wants(&o.amina)));
    assert!(page.has("elle seule supprime") && !page.has("Elle me le demande : tout supprimer"), "{}", page.text());
    let done = advisor.submit(&page, "Lui envoyer la lettre", &[("suppression-accord", "oui")]);
    assert!(done.has("La lettre part"), "{}", done.text());
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&o.amina.email);
    let link = letters[0].text.split_whitespace().find(|word| word.contains("/connexion/lien/")).unwrap();
    let mut her = o.app.anon();
    let first = her.get(&link[link.find("/connexion").unwrap()..]);
    let ask = her.submit(&first, "Continuer", &[]);
    assert!(ask.url.ends_with("/moi/suppression") && ask.has("Rien n’est encore supprimé"), "{}", ask.url);
    assert!(her.get("/moi/suivi").has("Lettre pour tout supprimer"));
    told(&o.app);
}

/// I3: two worlds that differ in what she keeps to herself are the same on every page that is opened for her.
#[test]
fn i3_what_is_hers_alone_changes_nothing_of_what_is_opened_for_her() {
    let worlds = [false, true].map(|private| {
        let o = office();
        let halles = o.app.labelled("halles");
        let simone = Person { id: Id::from_uuid(uuid::Uuid::from_u128(7)), ..simone(&o) };
        let simone = Person { first_name: "Odile".into(), ..simone };
        let follow = |tx: &mut escale::db::Tx<'_>, now| {
            people::actions::register(tx, now, &simone, escale::kernel::Lang::Fr)?;
            follow_ups::actions::take_over(tx, now, o.claire, simone.id).map(drop)
        };
        o.app.app.write_now(follow).unwrap();
        let offer = o.app.offer(&halles, "r-1", 3);
        if private {
            let who = herself(&o.app, &simone);
            let wanted = Wanted {
                query: "quoi=vibraphone".into(),
                name: "vibraphone".into(),
                frequency: Frequency::Daily,
                seen: Seen::ALL,
            };
            let device = Device {
                id: Id::make(),
                endpoint: "http://127.0.0.1:9/x".into(),
                key: [&[4][..], &[7; 64]].concat(),
                auth: vec![1; 16],
                added_at: o.app.now(),
                session: None,
            };
            let keep = |tx: &mut escale::db::Tx<'_>, now| {
                people::actions::choose(tx, now, who, offer.id, Choice::SetAside)?;
                searches::actions::keep(tx, now, simone.id, &wanted)?;
                escale::engagements::store::make_feed(tx, now, who)?;
                push::actions::add(tx, who, &device)
            };
            o.app.app.write_now(keep).unwrap();
        }
        let mut advisor = o.advisor();
        let page = advisor.get(&wants(&simone));
        let month = advisor.submit(&page, "Ouvrir ce mois avec elle", &[("mois-accord", "oui")]);
        let page = advisor.submit(&page, "Préparer le fichier", &[("donnees-accord", "oui")]);
        let file = advisor.follow(&page, "Télécharger pour elle");
        let leave = advisor.get(&format!("{}/suppression", wants(&simone)));
        told(&o.app);
        [page.text(), month.text(), file.body, leave.text()]
    });
    assert_eq!(worlds[0], worlds[1]);
}

/// I8: what was sent for her is told to her by who follows her; while something of it is still to be told, she is not left alone.
#[test]
fn nobody_leaves_her_while_something_is_to_be_told_to_her() {
    let o = office();
    let (simone, mut advisor, mut zoe, _) = sent_and_said(&o, true);
    let agreed = post(&mut zoe, &format!("{}/fin", wants(&simone)), &[("reponse", "accord"), ("fin-accord", "oui")]);
    assert!(agreed.status == 409 && agreed.has("reste à lui dire"), "{}", agreed.text());
    assert!(due(&o, &simone).is_some(), "nothing has ended");
    let back = post(&mut advisor, &format!("/conseil/personnes/{}/retour", simone.id), &[]);
    assert!(back.has("reste à lui dire"), "{}", back.text());
    assert_eq!(advisor.get(&wants(&simone)).status, 200, "she still follows her");
}

/// I3: what she took back or answered with one advisor is in her file, and not in the one that another opens for her.
#[test]
fn i3_the_file_that_is_opened_for_her_tells_no_advisor_what_another_heard() {
    let o = office();
    let (simone, mut advisor, mut zoe, sent) = sent_and_said(&o, false);
    post(&mut zoe, &format!("{}/fin", wants(&simone)), &[("reponse", "suite"), ("suite-accord", "oui")]);
    let taken = format!("/conseil/personnes/{}/interets/{}/retrait", simone.id, sent.id);
    post(&mut zoe, &taken, &[("retrait-accord", "oui")]);
    let page = advisor.get(&wants(&simone));
    let page = advisor.submit(&page, "Préparer le fichier", &[("donnees-accord", "oui")]);
    let file = advisor.follow(&page, "Télécharger pour elle");
    for word in ["end_answer", "taken_back", "withdrawn"] {
        assert!(rows(&o.app).iter().any(|r| r.contains(word)), "it is kept: {word}");
        assert!(!file.body.contains(word), "{word}: {}", file.body);
    }
    assert!(file.body.contains("end_told"), "what he did himself is there");
    told(&o.app);
}
