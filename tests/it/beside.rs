//! What who has no address asks of who follows her: to take back what he sent, to note her phone; and what he says to her.

use crate::aloud::{accept, aloud, sent_for, simone, told};
use crate::guards::herself;
use crate::kit::world::email;
use crate::kit::{Client, TestApp, rows};
use crate::office::{Office, office, post};
use chrono::TimeDelta;
use escale::interests::{self, Consent};
use escale::kernel::Email;
use escale::offers::check::Draft;
use escale::people::Person;
use escale::{accounts, engagements, follow_ups};

fn file(person: &Person) -> String {
    format!("/conseil/personnes/{}", person.id)
}

/// She gives an address, and it is hers.
fn addressed(app: &TestApp, person: &Person) -> (Email, Client) {
    let address = email("simone@exemple.fr");
    app.app.write_now(|tx, _| accounts::store::set_email(tx, person.account(), &address)).unwrap();
    let client = app.signed_in(&address);
    (address, client)
}

/// What is agreed stays before who follows her after it was said, and is taken back at her asking in two presses.
#[test]
fn what_was_sent_for_her_is_taken_back_at_her_asking_and_the_platform_is_told() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 1);
    let sent = sent_for(&o, &simone, &offer);
    let page = advisor.get(&file(&simone));
    assert!(page.count("#en-cours li") == 1 && page.has("La plateforme n’a pas encore répondu"), "{}", page.text());
    accept(&o.app, &halles, &sent);
    let page = advisor.get("/conseil");
    assert!(page.has("Dites-le à la personne qui vous suit"), "{}", page.text());
    advisor.submit(&page, "C’est dit", &[]);
    let page = advisor.get(&file(&simone));
    for agreed in ["C’est convenu", "jeudi 26 novembre, 9", "12 rue des Marronniers", "Au 04 77 00 00 00"] {
        assert!(page.has(agreed), "{agreed}: {}", page.text());
    }
    let done = advisor.submit(&page, "Elle me le demande", &[]);
    assert!(done.has("la demande est reprise") && done.count("#en-cours") == 0, "{}", done.text());
    o.app.run_jobs();
    let letters = o.app.app.mailer.take(&halles.email);
    assert!(letters.len() == 1 && letters[0].text.contains("libre"), "{letters:?}");
    let read = |tx: &mut escale::db::Tx<'_>, _| escale::offers::store::by_id(tx, offer.id);
    assert_eq!(o.app.app.write_now(read).unwrap().slots[0].left(), 1, "the place is free again");
    let key = simone.id.uuid().simple().to_string();
    let all = rows(&o.app);
    let acts = all.iter().filter(|r| r.starts_with("journal|") && r.contains("acted_for") && r.contains(&key));
    assert_eq!(acts.count(), 3, "sent, said, taken back");
    assert!(all.iter().any(|r| r.starts_with("spoken_act|") && r.contains("je reprends pour vous")));
    // Asked for twice, it is done once.
    let again = post(&mut advisor, &format!("{}/interets/{}/retrait", file(&simone), sent.id), &[]);
    assert!(again.status == 303 && again.header("location").unwrap().contains("closed-for-her"));
    let (_, mut her) = addressed(&o.app, &simone);
    let hers = her.get("/moi/suivi");
    assert!(hers.has("Demande reprise") && hers.has("Par Claire") && hers.has("Je reprends pour vous"));
    assert!(her.get("/moi/donnees.json").body.contains("taken_back"));
}

/// I3: what did not go through an advisor is nowhere on his pages, and is not his to take back.
#[test]
fn i3_only_what_was_sent_for_her_is_under_way_on_his_page() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 3);
    let mut ids = Vec::new();
    for person in [&simone, &o.amina] {
        let who = herself(&o.app, person);
        let slot = offer.slots[0].id;
        let send = |tx: &mut escale::db::Tx<'_>, now| {
            let sent = interests::actions::send(tx, now, who, slot, &Consent::default())?;
            engagements::actions::accept(tx, now, halles.id, sent.id)?;
            Ok(sent)
        };
        ids.push(o.app.app.write_now(send).unwrap().id);
    }
    told(&o.app);
    for (person, id) in [&simone, &o.amina].into_iter().zip(ids) {
        assert_eq!(advisor.get(&file(person)).count("#en-cours"), 0);
        let taken = post(&mut advisor, &format!("{}/interets/{id}/retrait", file(person)), &[]);
        assert_eq!(taken.status, 404);
    }
    // Once she has an address, it is hers to read and to take back.
    let one = o.app.offer(&halles, "r-2", 3);
    let sent = sent_for(&o, &simone, &one);
    assert_eq!(advisor.get(&file(&simone)).count("#en-cours li"), 1);
    addressed(&o.app, &simone);
    assert_eq!(advisor.get(&file(&simone)).count("#en-cours"), 0);
    let taken = post(&mut advisor, &format!("{}/interets/{}/retrait", file(&simone), sent.id), &[]);
    assert_eq!(taken.status, 404);
    told(&o.app);
}

/// The words of a proposal are made to be said: notice first, no subject, no link, no footer.
#[test]
fn a_proposal_to_who_has_no_address_is_in_words_to_be_said() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offers = ["r-1", "r-2"].map(|reference| o.app.offer(&halles, reference, 3));
    let one = advisor.get(&format!("{}/propositions/nouvelle?mission={}", file(&simone), offers[0].id));
    let both = format!("/conseil/proposer?personne={}&mission={}&mission={}", simone.id, offers[0].id, offers[1].id);
    let both = advisor.get(&both);
    for page in [&one, &both] {
        let html = page.html();
        let said = html.select(&crate::kit::client::css(".panel--letter")).next().unwrap().text().collect::<String>();
        for word in ["raisonnable", "Plonge et aide", "jeudi 26 novembre", "de 9", "dites-le-moi", "39 49", "15\u{a0}€"]
        {
            assert!(said.contains(word), "{word}: {said}");
        }
        for word in ["Objet", "http", "lien", "Récépissé", "--"] {
            assert!(!said.contains(word), "{word}: {said}");
        }
        assert!(said.find("Cette mission").or(said.find("Ces missions")) < said.find("Je vous propose"), "{said}");
    }
    let done = advisor.submit(&one, "Confirmer", &[]);
    assert!(done.has("dites-la-lui, ou remettez-lui la fiche"), "{}", done.text());
    told(&o.app);
}

/// A place on the waiting list is said to be one, before and after.
#[test]
fn a_place_on_the_waiting_list_is_said_to_be_one() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.offer(&halles, "r-1", 1);
    let (first, slot) = (herself(&o.app, &o.amina), offer.slots[0].id);
    o.app.app.write_now(|tx, now| interests::actions::send(tx, now, first, slot, &Consent::default())).unwrap();
    told(&o.app);
    let form = advisor.get(&format!("{}/interets/nouveau?mission={}", file(&simone), offer.id));
    assert!(form.has("Complet : liste d’attente") && form.has("je prends pour vous une place"), "{}", form.text());
    let done = advisor.submit(&form, "Envoyer pour elle", &[("accord", "oui"), ("partage", "telephone")]);
    assert!(done.has("C’est une place sur la liste d’attente") && !done.has("C’est envoyé"), "{}", done.text());
    o.app.run_jobs();
    let (text, count) = aloud(&mut advisor);
    assert!(count == 1 && text.contains("a pris une place pour vous sur la liste d’attente"), "{text}");
    assert!(!text.contains("l’a envoyé pour vous") && !text.contains("exactement ce que vous partagez"), "{text}");
    let _ = o.app.app.mailer.take_all();
}

/// Who has an address changes her own phone; nobody else does.
#[test]
fn who_has_an_address_adds_changes_and_removes_her_own_phone() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    assert!(page.has("change ou retire son téléphone elle-même") && page.count("#telephone-noter") == 0);
    let typed = [("telephone", "06 39 98 00 09"), ("telephone-accord", "oui")];
    let said = post(&mut advisor, &format!("{}/telephone", o.file()), &typed);
    assert!(said.status >= 400 && said.has("elle change elle-même son téléphone"), "{}", said.text());
    let phone = || o.app.app.store.read(|c| escale::people::store::by_id(c, o.amina.id)).unwrap().phone;
    let before = phone();
    assert!(before.is_some());
    let mut her = o.app.signed_in(&o.amina.email);
    let page = her.get("/moi/preferences");
    assert_eq!(page.attr("#telephone", "value"), before);
    let wrong = her.submit(&page, "Enregistrer mon téléphone", &[("telephone", "12")]);
    assert_eq!((wrong.status, wrong.attr("#telephone", "value").as_deref()), (422, Some("12")));
    assert_eq!(phone(), before);
    let done = her.submit(&wrong, "Enregistrer mon téléphone", &[("telephone", "+33 6 39 98 00 09")]);
    assert!(done.has("C’est noté"), "{}", done.text());
    assert_eq!(phone().as_deref(), Some("+33 6 39 98 00 09"));
    her.submit(&done, "Enregistrer mon téléphone", &[("telephone", "")]);
    assert_eq!(phone(), None);
    let _ = o.app.app.mailer.take_all();
}

/// Who wants to read in her space only is not written to about the end of her follow-up: her space says it.
#[test]
fn the_end_of_a_follow_up_follows_where_she_wants_to_be_told() {
    let o = office();
    let mut her = o.app.signed_in(&o.amina.email);
    let page = her.get("/moi/preferences");
    her.submit(&page, "Enregistrer", &[("canal", "space")]);
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    advisor.submit(&page, "Proposer la fin", &[("fin-raison", "moved")]);
    o.app.run_jobs();
    assert!(o.app.app.mailer.take(&o.amina.email).is_empty());
    assert!(her.get("/moi/suivi").has("propose de finir l’accompagnement"), "{}", her.get("/moi/suivi").text());
    o.app.advance(TimeDelta::days(15));
    assert!(o.app.app.mailer.take(&o.amina.email).is_empty());
    let _ = o.app.app.mailer.take_all();
}

/// What is beyond the first page is a link away.
#[test]
fn what_is_to_be_told_beyond_a_page_is_on_the_next() {
    let o = office();
    let halles = o.app.labelled("halles");
    let simone = simone(&o);
    for n in 0..23 {
        let start = o.app.now() + TimeDelta::hours(24 + n);
        let offer = o.app.post(&halles, &format!("r-{n}"), &crate::kit::world::draft(start, 2));
        let sent = sent_for(&o, &simone, &offer);
        o.app.app.write_now(|tx, now| escale::engagements::actions::accept(tx, now, halles.id, sent.id)).unwrap();
    }
    o.app.run_jobs();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(page.count("#a-dire details") == 20 && page.has("À dire : page 1 sur 2"), "{}", page.text());
    let page = advisor.follow(&page, "La suite à dire");
    assert_eq!(page.count("#a-dire details"), 3);
    advisor.follow(&page, "À dire avant");
    let _ = o.app.app.mailer.take_all();
}

/// Who has neither address nor phone: none is needed, and one is noted at her asking.
#[test]
fn a_phone_is_noted_at_her_asking_and_is_not_needed() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 3);
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/nouvelle-personne");
    advisor.submit(&page, "Ajouter", &[("prenom", "Odile"), ("nom", "Petit"), ("commune", "42000")]);
    let list = advisor.get("/conseil");
    let page = advisor.follow(&list, "Odile Petit");
    assert!(page.has("Envoyer pour elle Plonge"), "{}", page.text());
    let path = page.url[page.url.find("/conseil").unwrap()..].split('?').next().unwrap().to_owned();
    let form = advisor.get(&format!("{path}/interets/nouveau?mission={}", offer.id));
    assert!(form.has("ce n’est pas obligatoire") && form.count("textarea") == 1, "{}", form.text());
    let wrong = advisor.submit(&page, "Enregistrer le téléphone", &[("telephone", "12")]);
    assert!(wrong.status == 422 && wrong.has("Ce téléphone n’est pas complet"), "{}", wrong.text());
    assert!(wrong.has("Lisez-lui le texte"), "both are said at once");
    let typed = [("telephone", "06 39 98 00 09"), ("telephone-accord", "oui")];
    let done = advisor.submit(&wrong, "Enregistrer le téléphone", &typed);
    assert!(done.has("Le téléphone est noté") && done.has("06 39 98 00 09"), "{}", done.text());
    assert!(rows(&o.app).iter().any(|r| r.starts_with("spoken_act|") && r.contains("phone")));
    let form = advisor.get(&format!("{path}/interets/nouveau?mission={}", offer.id));
    let done = advisor.submit(&form, "Envoyer pour elle", &[("accord", "oui"), ("partage", "telephone")]);
    assert!(done.has("C’est envoyé"), "{}", done.text());
    told(&o.app);
}

/// Everything that is to be mended is said at once, each by its field.
#[test]
fn all_that_is_wrong_with_what_is_sent_for_her_is_said_at_once() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let start = o.app.now() + TimeDelta::hours(21);
    let slots =
        (0..2).map(|n| (start + TimeDelta::days(n), start + TimeDelta::days(n) + TimeDelta::hours(4), 2)).collect();
    let offer = o.app.post(&halles, "r-1", &Draft { slots, ..o.app.draft(2) });
    let form = advisor.get(&format!("{}/interets/nouveau?mission={}", file(&simone), offer.id));
    let long = "x".repeat(5_000);
    let wrong = advisor.submit(&form, "Envoyer pour elle", &[("message", &long)]);
    assert_eq!((wrong.status, wrong.count(".error-summary li")), (422, 3), "{}", wrong.text());
    for field in ["creneau", "message", "accord"] {
        assert_eq!(wrong.count(&format!("#{field}-e")), 1, "{field}: {}", wrong.text());
    }
    told(&o.app);
}

/// The day before, who follows her finds to remind her of it.
#[test]
fn the_day_before_an_agreed_slot_he_finds_to_remind_her() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let offer = o.app.post(&halles, "r-1", &crate::kit::world::draft(o.app.now() + TimeDelta::hours(70), 3));
    let sent = sent_for(&o, &simone, &offer);
    accept(&o.app, &halles, &sent);
    let page = advisor.get("/conseil");
    advisor.submit(&page, "C’est dit", &[]);
    o.app.advance(TimeDelta::hours(45));
    assert_eq!(aloud(&mut advisor).1, 0);
    // A decision that is still to be told does not stand for it.
    o.app.suspend(halles.id);
    o.app.advance(TimeDelta::hours(2));
    let page = advisor.get("/conseil");
    assert!(page.count("#a-dire details") == 2 && page.has("Rappelez-lui"), "{}", page.text());
    assert!(page.has("Au 04 77 00 00 00") && page.has("offre raisonnable"), "{}", page.text());
    assert!(!page.body.contains("/desabonnement/") && !page.body.contains("/moi/"), "{}", page.body);
    let page = advisor.submit(&page, "C’est dit", &[]);
    let page = advisor.submit(&page, "C’est dit", &[]);
    assert_eq!(page.count("#a-dire"), 0);
    o.app.advance(TimeDelta::hours(1));
    assert_eq!(aloud(&mut advisor).1, 0, "once");
    let _ = o.app.app.mailer.take_all();
}

fn ending(o: &Office, person: &Person) -> Option<follow_ups::Ending> {
    let read = |c: &mut escale::db::Conn| follow_ups::store::follow_up_of(c, o.app.now(), person.id);
    o.app.app.store.read(read).unwrap().and_then(|f| f.ending)
}

/// The end of a follow-up is said to who has no address, and her time to think begins then.
#[test]
fn the_end_of_a_follow_up_is_said_and_the_time_counts_from_then() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = advisor.get(&file(&simone));
    let done = advisor.submit(&page, "Proposer la fin", &[("fin-raison", "moved")]);
    assert!(
        done.has("La personne ne le sait pas encore") && done.has("pas encore dite à la personne"),
        "{}",
        done.text()
    );
    o.app.advance(TimeDelta::days(40));
    assert!(o.app.app.mailer.take_all().iter().all(|l| !l.to.is_none()), "no letter to nobody");
    assert!(ending(&o, &simone).is_some_and(|e| e.told_at.is_none()), "nothing ends that she does not know");
    let key = simone.id.uuid().simple().to_string();
    assert!(!rows(&o.app).iter().any(|r| r.starts_with("sign_in|") && r.contains(&key)), "no link of hers is made");
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(page.count("#a-dire details") == 1 && page.has("propose de finir votre accompagnement"), "{}", page.text());
    assert!(
        page.has("Déménagement") && page.has("14 jours pour y penser") && page.has("18/01/2027"),
        "{}",
        page.text()
    );
    let page = advisor.submit(&page, "C’est dit", &[]);
    assert_eq!(page.count("#a-dire"), 0);
    assert!(rows(&o.app).iter().any(|r| r.starts_with("spoken_act|") && r.contains("end_told")));
    o.app.advance(TimeDelta::days(13));
    assert!(ending(&o, &simone).is_some());
    o.app.advance(TimeDelta::days(1));
    assert!(ending(&o, &simone).is_some(), "it takes effect when she is told, and where to go");
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(page.has("finit maintenant") && page.has("Pour être suivi de nouveau, appelez : 39 49"), "{}", page.text());
    advisor.submit(&page, "C’est dit", &[]);
    assert!(ending(&o, &simone).is_none());
    assert_eq!(o.advisor().get(&file(&simone)).status, 403, "nobody follows her any more");
    let _ = o.app.app.mailer.take_all();
}

/// What was sent for her is told to her before nobody follows her any more.
#[test]
fn a_follow_up_does_not_end_before_she_is_told_what_became_of_her_request() {
    let o = office();
    let halles = o.app.labelled("halles");
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = advisor.get(&file(&simone));
    advisor.submit(&page, "Proposer la fin", &[("fin-raison", "moved")]);
    let page = advisor.get("/conseil");
    advisor.submit(&page, "C’est dit", &[]);
    o.app.advance(TimeDelta::days(13));
    let offer = o.app.post(&halles, "r-1", &crate::kit::world::draft(o.app.now() + TimeDelta::days(9), 1));
    let sent = sent_for(&o, &simone, &offer);
    o.app.advance(TimeDelta::days(2));
    assert!(ending(&o, &simone).is_some(), "the platform may still answer");
    o.app.advance(TimeDelta::days(5));
    assert!(ending(&o, &simone).is_some(), "nobody else would tell her");
    let state = |o: &Office| o.app.app.store.read(|c| interests::store::by_id(c, sent.id)).unwrap().state;
    assert_ne!(state(&o), interests::State::Sent, "the platform let it go by");
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(!page.has("finit maintenant"), "not while something is to be told to her: {}", page.text());
    let page = advisor.submit(&page, "C’est dit", &[]);
    assert!(page.has("finit maintenant"), "{}", page.text());
    advisor.submit(&page, "C’est dit", &[]);
    assert!(ending(&o, &simone).is_none());
    assert_eq!(o.advisor().get(&file(&simone)).status, 403);
    let _ = o.app.app.mailer.take_all();
}

/// Once she has an address, the end is written to her, and her time to think begins then.
#[test]
fn an_end_that_nobody_said_is_written_to_who_has_an_address_by_now() {
    let o = office();
    let (simone, mut advisor) = (simone(&o), o.advisor());
    let page = advisor.get(&file(&simone));
    advisor.submit(&page, "Proposer la fin", &[("fin-raison", "moved")]);
    o.app.advance(TimeDelta::days(20));
    let (address, _) = addressed(&o.app, &simone);
    o.app.run_jobs();
    assert_eq!(o.app.app.mailer.take(&address).len(), 1);
    let asked = ending(&o, &simone).unwrap();
    assert_eq!(asked.due_at, o.app.now() + follow_ups::plan::END_AFTER);
    assert_eq!(o.advisor().get("/conseil").count("#a-dire"), 0);
    let _ = o.app.app.mailer.take_all();
}
