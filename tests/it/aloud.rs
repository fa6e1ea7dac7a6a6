//! Who has no address is told by who follows her: what became of what he sent at her request, and nothing else.

use crate::guards::herself;
use crate::kit::world::{Made, draft, email};
use crate::kit::{Client, TestApp, rows};
use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::engagements;
use escale::follow_ups;
use escale::interests::{self, Consent, DeclineReason, Interest};
use escale::kernel::{Email, Id, Lang, retention};
use escale::offers::{self, Offer};
use escale::people::{self, Person};

/// Somebody without an address, whom Claire follows.
pub fn simone(o: &Office) -> Person {
    let simone = Person {
        id: Id::make(),
        first_name: "Simone".into(),
        last_name: "Duval".into(),
        email: Email::none(),
        phone: Some("06 39 98 00 07".into()),
        ..o.amina.clone()
    };
    let follow = |tx: &mut escale::db::Tx<'_>, now| {
        people::actions::register(tx, now, &simone, Lang::Fr)?;
        follow_ups::actions::take_over(tx, now, o.claire, simone.id).map(drop)
    };
    o.app.app.write_now(follow).unwrap();
    simone
}

pub fn sent_for(o: &Office, person: &Person, offer: &Offer) -> Interest {
    let consent = Consent { name: true, phone: true, ..Consent::default() };
    let send = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, person.id)?;
        interests::actions::send_for(tx, now, &held, offer.slots[0].id, &consent, "D’accord.")?;
        interests::store::live_of_person(tx, person.id)
    };
    let sent = o.app.app.write_now(send).unwrap();
    told(&o.app);
    sent.into_iter().find(|i| i.offer == offer.id).unwrap()
}

pub fn accept(app: &TestApp, made: &Made, sent: &Interest) {
    app.app.write_now(|tx, now| engagements::actions::accept(tx, now, made.id, sent.id)).unwrap();
    told(app);
}

pub fn told(app: &TestApp) {
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

pub fn aloud(client: &mut Client) -> (String, usize) {
    let page = client.get("/conseil");
    (page.text(), page.count("#a-dire details"))
}

/// I8: an answer, a place taken up from the waiting list, a suspension and a cancellation reach who has no address.
#[test]
fn i8_who_has_no_address_is_told_of_all_that_becomes_of_what_was_sent_for_her() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 1);
    let before = herself(&o.app, &o.amina);
    let first = o
        .app
        .app
        .write_now(|tx, now| interests::actions::send(tx, now, before, offer.slots[0].id, &Consent::default()))
        .unwrap();
    told(&o.app);
    assert_eq!(aloud(&mut advisor).1, 0, "what Amina sends is hers, and she has an address");
    let sent = sent_for(&o, &simone, &offer);
    let (text, count) = aloud(&mut advisor);
    assert!(count == 1 && text.contains("liste d’attente") && text.contains("Simone Duval"), "{text}");
    assert!(text.contains("la personne qui vous suit vous le dit") && !text.contains("nous vous écrivons"), "{text}");

    // A place comes free for her: the line about waiting has nothing true to say any more.
    o.app.app.write_now(|tx, now| interests::actions::take_back(tx, now, before, first.id)).unwrap();
    told(&o.app);
    let (text, count) = aloud(&mut advisor);
    assert!(count == 1 && text.contains("Une place s’est libérée"), "{text}");

    accept(&o.app, &halles, &sent);
    let kept = rows(&o.app).iter().filter(|r| r.starts_with("spoken_news|")).count();
    assert_eq!(kept, 1, "what is true no more does not hide what is");
    let page = advisor.get("/conseil");
    let text = page.text();
    assert!(page.count("#a-dire details") == 1 && text.contains("C’est convenu") && text.contains("Au 04 77 00 00 00"));
    assert!(text.contains("offre raisonnable d’emploi") && text.contains("06 39 98 00 07"), "notice and phone: {text}");
    assert!(text.contains("Commence dans 21 heures"), "{text}");
    assert!(
        !page.body.contains("/connexion/lien/") && !page.body.contains("/moi/"),
        "nothing of hers is opened by him"
    );

    o.app.suspend(halles.id);
    told(&o.app);
    let page = advisor.get("/conseil");
    assert!(page.count("#a-dire details") == 2 && page.has("suspendu"), "{}", page.text());
    assert!(!page.body.contains("/connexion/lien/"), "{}", page.body);
    assert!(
        !rows(&o.app).iter().any(|r| r.starts_with("sign_in|") && r.contains(&key(&simone))),
        "no link of hers is made"
    );

    let end = |tx: &mut escale::db::Tx<'_>, now| offers::actions::withdraw(tx, now, halles.id, "r-1").map(drop);
    o.app.app.write_now(end).unwrap();
    told(&o.app);
    let (text, count) = aloud(&mut advisor);
    assert!(count == 1 && text.contains("ce créneau n’a pas lieu"), "{text}");
    // To read it is a look at her file.
    assert_eq!(o.app.app.store.read(|c| follow_ups::store::looks_at(c, simone.id, 9)).unwrap().len(), 1);

    // Said: once, kept for her, journaled; nothing of the follow-up moved (I2).
    let follow_ups = |app: &TestApp| -> Vec<String> {
        rows(app).into_iter().filter(|r| r.starts_with("follow_up") || r.starts_with("mandate|")).collect()
    };
    let before = follow_ups(&o.app);
    let page = advisor.get("/conseil");
    let page = advisor.submit(&page, "C’est dit", &[]);
    assert!(page.has("la personne le sait") && page.count("#a-dire") == 0, "{}", page.text());
    assert_eq!(follow_ups(&o.app), before);
    assert!(
        rows(&o.app).iter().any(|r| r.starts_with("journal|") && r.contains("acted_for") && r.contains(&key(&simone)))
    );
}

fn key(person: &Person) -> String {
    person.id.uuid().simple().to_string()
}

/// I3: what she sent by herself, and what becomes of it, is not on his page.
#[test]
fn i3_what_did_not_go_through_an_advisor_is_not_told_to_him() {
    let [nothing, something] = [false, true].map(|by_herself| {
        let o = office();
        let halles = o.app.labelled("halles");
        let simone = simone(&o);
        let offer = o.app.offer(&halles, "r-1", 3);
        if by_herself {
            let who = herself(&o.app, &simone);
            let send = |tx: &mut escale::db::Tx<'_>, now| {
                let sent = interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())?;
                interests::actions::decline(tx, now, halles.id, sent.id, DeclineReason::Filled, "")
            };
            o.app.app.write_now(send).unwrap();
            told(&o.app);
            let again = |tx: &mut escale::db::Tx<'_>, now| {
                interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())
            };
            o.app.app.write_now(again).unwrap();
        }
        told(&o.app);
        assert!(!rows(&o.app).iter().any(|r| r.starts_with("spoken_news|")));
        o.app.app.clock.advance(TimeDelta::hours(1));
        aloud(&mut o.advisor())
    });
    assert_eq!(nothing, something);

    // Nor when he asks in her name for what she had sent already.
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, offer) = (simone(&o), o.app.offer(&halles, "r-1", 3));
    let who = herself(&o.app, &simone);
    let send = |tx: &mut escale::db::Tx<'_>, now| {
        interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())
    };
    o.app.app.write_now(send).unwrap();
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    assert_eq!(aloud(&mut o.advisor()).1, 0);
}

#[test]
fn who_follows_her_now_or_stands_in_tells_her_and_the_slot_that_begins_first_comes_first() {
    let o = office();
    let halles = o.app.labelled("halles");
    let service =
        o.app.app.store.read(|c| follow_ups::store::advisor_by_id(c, Id::from_uuid(o.claire.uuid()))).unwrap();
    let (zoe, zoe_email) = o.app.advisor(service.service.id, "Zoe");
    let (_, paul_email) = o.app.advisor(service.service.id, "Paul");
    let simone = simone(&o);
    let late = o.app.post(&halles, "r-2", &draft(o.app.now() + TimeDelta::days(5), 3));
    let soon = o.app.offer(&halles, "r-1", 3);
    for offer in [&late, &soon] {
        let sent = sent_for(&o, &simone, offer);
        accept(&o.app, &halles, &sent);
    }
    let page = o.advisor().get("/conseil");
    let first =
        page.html().select(&crate::kit::client::css("#a-dire details")).next().unwrap().text().collect::<String>();
    assert!(page.count("#a-dire details") == 2 && first.contains("Commence dans 21 heures"), "{first}");

    let [mut zoe_reads, mut paul_reads] = [&zoe_email, &paul_email].map(|address| o.app.signed_in(address));
    assert_eq!(aloud(&mut zoe_reads).1 + aloud(&mut paul_reads).1, 0, "a colleague reads nothing");
    let until = o.app.now() + TimeDelta::days(3);
    let cover = |tx: &mut escale::db::Tx<'_>, now| {
        follow_ups::actions::mandates::cover(tx, now, o.claire, zoe, until, Some(simone.id))
    };
    o.app.app.write_now(cover).unwrap();
    let page = zoe_reads.get("/conseil");
    assert_eq!(page.count("#a-dire details"), 3, "that she stands in is to be told too");
    assert!(page.has("Zoe remplace Claire auprès de vous jusqu’au 28/11/2026"), "{}", page.text());
    let page = zoe_reads.submit(&page, "C’est dit", &[]);
    assert_eq!((page.count("#a-dire details"), aloud(&mut o.advisor()).1), (2, 2), "what one said is said");
    let give = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, simone.id)?;
        follow_ups::actions::mandates::transfer(tx, now, &held, zoe)
    };
    o.app.app.write_now(give).unwrap();
    let page = zoe_reads.get("/conseil");
    assert_eq!((aloud(&mut o.advisor()).1, page.count("#a-dire details")), (0, 2));
    // Who follows her from now on is told to her, once; that somebody stood in is true no more.
    assert!(page.has("Zoe (Agence de test) vous accompagne maintenant") && !page.has("remplace Claire"));
    let page = zoe_reads.submit(&page, "C’est dit", &[]);
    let page = zoe_reads.submit(&page, "C’est dit", &[]);
    assert_eq!(page.count("#a-dire"), 0, "{}", page.text());
    assert!(rows(&o.app).iter().any(|r| r.starts_with("follow_up_word|") && r.contains("zoe")));
    told(&o.app);
}

#[test]
fn once_she_has_an_address_she_is_written_to_and_reads_who_told_her_what() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let [one, two] = ["r-1", "r-2"].map(|reference| o.app.offer(&halles, reference, 3));
    for offer in [&one, &two] {
        let sent = sent_for(&o, &simone, offer);
        accept(&o.app, &halles, &sent);
    }
    let page = advisor.get("/conseil");
    let page = advisor.submit(&page, "C’est dit", &[]);
    assert_eq!(page.count("#a-dire details"), 1);
    let address = email("simone@exemple.fr");
    o.app.app.write_now(|tx, _| escale::accounts::store::set_email(tx, simone.account(), &address)).unwrap();
    assert_eq!(aloud(&mut advisor).1, 0, "what she does by herself from now on, or does not, is not to be read here");
    let hers = o.app.signed_in(&address).get("/moi/suivi");
    assert!(
        hers.has("de vive voix") && hers.has("La plateforme a répondu") && hers.has("Par Claire"),
        "{}",
        hers.text()
    );
    assert_eq!(hers.count("#dit ~ ul li, section[aria-labelledby=dit] li"), 1);
    let file = o.app.signed_in(&address).get("/moi/donnees.json");
    assert!(file.body.contains("told_aloud") && file.body.contains("to_be_told_since"), "{}", file.body);
    // A cancellation is a letter again.
    let end = |tx: &mut escale::db::Tx<'_>, now| offers::actions::withdraw(tx, now, halles.id, "r-2").map(drop);
    o.app.app.write_now(end).unwrap();
    o.app.run_jobs();
    assert_eq!(o.app.app.mailer.take(&address).len(), 1);
    assert!(advisor.get("/conseil").count("#a-dire") == 0);
    let her = herself(&o.app, &simone);
    o.app.app.write_now(|tx, now| escale::rights::actions::erase(tx, now, her)).unwrap();
    assert!(!rows(&o.app).iter().any(|r| r.starts_with("spoken_news|")), "it goes with her");
    told(&o.app);
}

#[test]
fn i15_what_was_to_be_told_goes_after_half_a_year() {
    let o = office();
    let halles = o.app.labelled("halles");
    let simone = simone(&o);
    let offer = o.app.offer(&halles, "r-1", 3);
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    let kept = |app: &TestApp| rows(app).iter().filter(|r| r.starts_with("spoken_news|")).count();
    let days = retention::NEWS.span().num_days();
    for (wait, left) in [(days - 1, 1), (1, 0)] {
        o.app.advance(TimeDelta::days(wait));
        let _ = o.app.app.mailer.take_all();
        assert_eq!(kept(&o.app), left);
    }
}

/// What is read to her says that the answer comes to her advisor, and what he reads afterwards says what really happens.
#[test]
fn sentences_about_letters_are_true_for_who_has_no_address() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let [one, two] = ["r-1", "r-2"].map(|reference| o.app.offer(&halles, reference, 3));
    let file = format!("/conseil/personnes/{}", simone.id);
    let form = advisor.get(&format!("{file}/interets/nouveau?mission={}", one.id));
    assert!(form.has("la suite m’arrive, et je vous la dis") && form.has("aucune lettre ne part"), "{}", form.text());
    assert!(!form.has("Elle reçoit une lettre"));
    let done = advisor.submit(&form, "Envoyer pour elle", &[("accord", "oui"), ("partage", "telephone")]);
    assert!(done.has("Aucune lettre ne part"), "{}", done.text());
    assert!(rows(&o.app).iter().any(|r| r.starts_with("spoken_consent|") && r.contains("la suite m’arrive")));

    let confirm = advisor.get(&format!("{file}/propositions/nouvelle?mission={}", two.id));
    assert!(confirm.has("aucune lettre ne part") && !confirm.has("Il part par e"), "{}", confirm.text());
    assert!(advisor.get(&format!("/conseil/choix?mission={}", two.id)).has("sans adresse e-mail"));
    let both = format!("/conseil/proposer?personne={}&personne={}&mission={}", simone.id, o.amina.id, two.id);
    let english = advisor.get(&format!("/en{both}"));
    assert!(english.status == 200 && english.has("no e-mail address"), "{}", english.text());
    let confirm = advisor.get(&both);
    assert!(confirm.has("Une personne reçoit une lettre ; à une personne, sans adresse e-mail"), "{}", confirm.text());
    let done = advisor.submit(&confirm, "Confirmer", &[]);
    assert!(
        done.has("Une personne l’apprend par e-mail, ou dans son espace.") && done.has("dites-le de vive voix"),
        "{}",
        done.text()
    );
    let confirm = advisor.get(&format!("/conseil/proposer?personne={}&mission={}", o.amina.id, one.id));
    assert!(confirm.has("une seule lettre") && !confirm.has("sans adresse"), "{}", confirm.text());
    let page = advisor.get("/conseil/nouvelle-personne");
    let said = advisor.submit(&page, "Ajouter", &[("prenom", "Odile"), ("nom", "Petit")]);
    assert!(said.has("aucune lettre ne part") && !said.has("une lettre lui demande"), "{}", said.text());
    told(&o.app);
}

/// One letter about several missions speaks of each of them; so does the sentence about its links.
#[test]
fn a_letter_with_several_missions_speaks_in_the_plural() {
    let o = office();
    let halles = o.app.labelled("halles");
    let one = o.app.offer(&halles, "r-1", 3);
    let contract = escale::offers::check::Draft { status: "fixed_term".into(), ..o.app.draft(3) };
    let two = o.app.post(&halles, "r-2", &contract);
    let mut advisor = o.advisor();
    let pairs = [&one, &two].map(|offer| ("paire", format!("{}.{}", o.amina.id, offer.id)));
    let typed: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (*k, v.as_str())).collect();
    post(&mut advisor, "/conseil/proposer", &typed);
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&o.amina.email);
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    for body in [&letter.text, &letter.html] {
        assert!(body.contains("Ces missions vous sont proposées à titre d’information"), "{body}");
        assert!(!body.contains("Cette mission vous est proposée"), "{body}");
    }
    assert!(letter.text.contains("Ces liens sont pour vous seulement. Chacun sert une fois"), "{}", letter.text);
    let _ = o.app.app.mailer.take_all();
}

/// Several slots of one mission that are cancelled together are one letter; each hour stands in it.
#[test]
fn letters_that_say_the_same_of_several_slots_leave_as_one() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let start = app.now() + TimeDelta::hours(70);
    let slots =
        (0..3).map(|n| (start + TimeDelta::days(n), start + TimeDelta::days(n) + TimeDelta::hours(4), 2)).collect();
    let offer = app.post(&halles, "r-1", &escale::offers::check::Draft { slots, ..app.draft(2) });
    let who = herself(&app, &amina);
    for slot in &offer.slots {
        let send =
            |tx: &mut escale::db::Tx<'_>, now| interests::actions::send(tx, now, who, slot.id, &Consent::default());
        app.app.write_now(send).unwrap();
    }
    app.run_jobs();
    let sent = app.app.mailer.take(&amina.email);
    assert_eq!(sent.len(), 1, "{sent:?}");
    for day in ["samedi 28 novembre", "dimanche 29 novembre", "lundi 30 novembre"] {
        assert!(sent[0].text.contains(day) && sent[0].html.contains(day), "{}", sent[0].text);
    }
    let end = |tx: &mut escale::db::Tx<'_>, now| offers::actions::withdraw(tx, now, halles.id, "r-1").map(drop);
    app.app.write_now(end).unwrap();
    app.run_jobs();
    let ended = app.app.mailer.take(&amina.email);
    assert!(ended.len() == 1 && ended[0].text.contains("lundi 30 novembre"), "{ended:?}");
    let _ = app.app.mailer.take_all();
    assert!(!rows(&app).iter().any(|r| r.starts_with("job|")), "nothing is left to be written");
}

/// What she sends for one slot and he for another are told apart.
#[test]
fn what_was_sent_for_her_is_told_by_its_slot() {
    let o = office();
    let halles = o.app.labelled("halles");
    let start = o.app.now() + TimeDelta::hours(70);
    let slots =
        (0..2).map(|n| (start + TimeDelta::days(n), start + TimeDelta::days(n) + TimeDelta::hours(4), 2)).collect();
    let offer = o.app.post(&halles, "r-1", &escale::offers::check::Draft { slots, ..o.app.draft(2) });
    let who = herself(&o.app, &o.amina);
    let send = |tx: &mut escale::db::Tx<'_>, now| {
        interests::actions::send(
            tx,
            now,
            who,
            offer.slots[1].id,
            &Consent { name: true, phone: true, ..Consent::default() },
        )?;
        let held = follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
        let consent = Consent { name: true, phone: true, ..Consent::default() };
        interests::actions::send_for(tx, now, &held, offer.slots[0].id, &consent, "D’accord.")
    };
    o.app.app.write_now(send).unwrap();
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&o.amina.email);
    let (his, hers): (Vec<_>, Vec<_>) = letters.iter().partition(|l| l.text.contains("Claire l’a envoyé pour vous"));
    assert!(his.len() == 1 && his[0].text.contains("samedi 28 novembre"), "{letters:?}");
    assert!(hers.len() == 1 && hers[0].text.contains("dimanche 29 novembre"), "{letters:?}");
    let _ = o.app.app.mailer.take_all();
}
