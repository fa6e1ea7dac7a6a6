//! The advisor's office: what he writes in a follow-up, and what may never be written in one.

use crate::guards::propose;
use crate::kit::client::encode;
use crate::kit::{Client, Page, TestApp, rows};
use chrono::TimeDelta;
use escale::follow_ups::{self, Advisor, NextStep, StepKind};
use escale::kernel::{Email, Id};
use escale::people::Person;

pub struct Office {
    pub app: TestApp,
    pub claire: Id<Advisor>,
    pub email: Email,
    pub amina: Person,
}

pub fn office() -> Office {
    let app = TestApp::start();
    let (claire, email) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    Office { app, claire, email, amina }
}

impl Office {
    pub fn advisor(&self) -> Client {
        self.app.signed_in(&self.email)
    }

    pub fn file(&self) -> String {
        format!("/conseil/personnes/{}", self.amina.id)
    }

    /// Sends a form as it would be, without following it from its page.
    pub fn post(&self, client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
        post(client, path, fields)
    }
}

/// Sends a form, the token being that of the browser.
pub fn post(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = client.get("/mes-droits").attr("input[name=_token]", "value").unwrap();
    let typed: Vec<String> = fields.iter().map(|(k, v)| format!("{k}={}", encode(v))).collect();
    let body = format!("_token={token}&{}", typed.join("&"));
    client.once("POST", path, Some(&body), "application/x-www-form-urlencoded")
}

const STEP: [(&str, &str); 5] = [
    ("etape-nature", "phone"),
    ("etape-quoi", "Point par téléphone"),
    ("etape-date", "2026-12-04"),
    ("etape-heure", "09:30"),
    ("etape-lieu", ""),
];

#[test]
fn the_next_step_is_planned_done_and_followed_by_another() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let page = advisor.submit(&page, "Enregistrer l’étape", &STEP);
    assert!(page.has("L’étape est enregistrée") && page.has("vendredi 4 décembre, 9 h 30"), "{}", page.text());
    assert!(!page.has("Entretien de suivi"), "the step that was read is changed, not doubled");
    let her = o.app.signed_in(&o.amina.email).get("/moi");
    assert!(her.has("Point par téléphone"), "she sees it at once");
    let stale = advisor.submit(&page, "Enregistrer l’étape", &[("etape-quoi", "Atelier CV")]);
    assert!(stale.has("Atelier CV"));
    let late = advisor.submit(&page, "Enregistrer l’étape", &[("etape-quoi", "Visite")]);
    assert!(
        late.has("Un collègue vient de changer cette étape") && late.body.contains("Visite"),
        "who read the one before loses nothing: {}",
        late.text()
    );
    let page = advisor.submit(&stale, "C’est fait", &[]);
    assert!(page.has("Prévoyez la suivante") && page.has("Pas d’étape prévue"), "{}", page.text());
    assert!(advisor.get("/conseil").has("Une personne n’a pas de prochaine étape"));
    let page = advisor.submit(&page, "Enregistrer l’étape", &STEP);
    assert!(page.has("vendredi 4 décembre, 9 h 30"));
}

#[test]
fn what_is_wrong_is_said_by_its_field_and_nothing_typed_is_lost() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let wrong = [("etape-quoi", "Atelier CV"), ("etape-date", "2026-11-01"), ("etape-heure", "10:00")];
    let again = advisor.submit(&page, "Enregistrer l’étape", &wrong);
    assert_eq!(again.status, 422);
    assert!(again.has("Choisissez un moment à venir"), "{}", again.text());
    assert_eq!(again.attr("#etape-quoi", "value").as_deref(), Some("Atelier CV"));
    assert_eq!(again.attr("#etape-date", "aria-invalid").as_deref(), Some("true"));
    let again =
        advisor.submit(&again, "Noter le contact", &[("contact-date", "2026-11-26"), ("contact-note", "Appel")]);
    assert!(again.has("Choisissez le moyen du contact"), "{}", again.text());
    let again =
        advisor.submit(&again, "Noter le contact", &[("contact-date", "2026-11-26"), ("contact-moyen", "phone")]);
    assert!(again.has("Un contact a déjà eu lieu"), "{}", again.text());
}

#[test]
fn i4_words_that_note_what_she_did_not_do_are_said_by_the_field_and_nothing_typed_is_lost() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let typed = [("contact-moyen", "phone"), ("contact-note", "Elle n’a pas répondu.")];
    let said = advisor.submit(&page, "Noter le contact", &typed);
    assert!(said.status == 422 && said.has("« n'a pas repondu »") && said.has("ne s’écrit pas ici"), "{}", said.text());
    assert_eq!(said.attr("#contact-note", "value").as_deref(), Some("Elle n’a pas répondu."));
    let said = advisor.submit(&page, "Enregistrer le résumé", &[("resume", "A refusé la mission de mardi.")]);
    assert!(said.status == 422 && said.body.contains("A refusé la mission de mardi.</textarea>"), "{}", said.text());
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 2);
    for path in [
        format!("{}/propositions/nouvelle?mission={}", o.file(), offer.id),
        format!("/conseil/proposer?personne={}&mission={}", o.amina.id, offer.id),
    ] {
        let page = advisor.get(&path);
        let said = advisor.submit(&page, "Confirmer", &[("note", "Venez, sous peine de sanction.")]);
        assert!(said.status == 422 && said.has("Dire non n’a jamais d’effet ici"), "{path}: {}", said.text());
        assert!(said.body.contains("Venez, sous peine de sanction.</textarea>"), "{path}");
    }
    let kept = rows(&o.app);
    assert!(kept.iter().all(|row| !row.starts_with("referral|") && !row.contains("pas répondu")));
    o.app.run_jobs();
    assert!(o.app.app.mailer.take(&o.amina.email).is_empty());
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn two_advisors_at_once_lose_nothing() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let seen = [page.attr("input[name=etape]", "value").unwrap(), page.attr("input[name=resume-lu]", "value").unwrap()];
    advisor.submit(&page, "C’est fait", &[]);
    advisor.submit(&page, "Enregistrer le résumé", &[("resume", "Premier texte")]);
    let mut fields = STEP.to_vec();
    fields.push(("etape", &seen[0]));
    let late = o.post(&mut advisor, &format!("{}/etape", o.file()), &fields);
    assert_eq!(late.status, 422);
    assert!(late.has("Un collègue vient de changer cette étape"), "{}", late.text());
    assert_eq!(late.attr("#etape-quoi", "value").as_deref(), Some("Point par téléphone"));
    let late = o.post(&mut advisor, &format!("{}/resume", o.file()), &[("resume", "Second"), ("resume-lu", &seen[1])]);
    assert!(late.has("Premier texte") && late.body.contains(">Second</textarea>"), "{}", late.text());
}

#[test]
fn trainings_come_from_the_catalogue_and_move_from_wish_to_enrolment() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil/catalogue");
    let page = advisor.submit(&page, "Ajouter au catalogue", &[("titre", "CACES"), ("organisme", "Afpa")]);
    assert!(page.has("CACES"), "{}", page.text());
    let page = advisor.get(&o.file());
    let course = page.attr("#formation-catalogue option:nth-child(2)", "value").unwrap();
    let typed = [("formation-catalogue", course.as_str()), ("formation-etat", "enrolled")];
    let wrong = advisor.submit(&page, "Ajouter la formation", &typed);
    assert!(wrong.status == 422 && wrong.has("Pour une inscription, indiquez la date"), "{}", wrong.text());
    assert_eq!(wrong.attr("#formation-debut", "aria-invalid").as_deref(), Some("true"));
    let page = advisor.submit(&wrong, "Ajouter la formation", &[("formation-etat", "wish")]);
    assert!(page.has("CACES") && !page.has("Souhait, à partir du"), "a wish needs no date: {}", page.text());
    let wish = o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().unwrap();
    let wish = wish.trainings.iter().find(|t| t.title == "CACES").unwrap();
    assert_eq!(wish.starts_at, None);
    assert!(o.app.signed_in(&o.amina.email).get("/moi").has("Souhait"));
    let path = format!("{}/formations/{}", o.file(), wish.id);
    assert_eq!(o.post(&mut advisor, &path, &[("etat", "enrolled")]).status, 422, "an enrolment has a date");
    assert_eq!(o.post(&mut advisor, &path, &[("etat", "wish"), ("debut", "2027-01-11")]).status, 303);
    let page = advisor.get(&o.file());
    assert!(page.has("CACES") && page.has("Souhait, à partir du 11/01/2027"), "{}", page.text());
    let follow_up =
        o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().unwrap();
    let id = follow_up.trainings.iter().find(|t| t.title == "CACES").unwrap().id;
    let path = format!("{}/formations/{id}", o.file());
    assert_eq!(o.post(&mut advisor, &path, &[("etat", "enrolled")]).status, 303);
    assert!(advisor.get(&o.file()).has("À partir du 11/01/2027"));
    assert_eq!(o.post(&mut advisor, &path, &[("geste", "retirer")]).status, 303);
    assert_eq!(o.post(&mut advisor, &path, &[("etat", "wish")]).status, 404);
}

#[test]
fn contacts_and_summary_are_read_by_her_in_the_same_words() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let page =
        advisor.submit(&page, "Noter le contact", &[("contact-moyen", "phone"), ("contact-note", "Point sur le CV")]);
    let page = advisor.submit(&page, "Enregistrer le résumé", &[("resume", "Un CV est prêt.")]);
    assert!(page.has("Point sur le CV") && page.has("Un CV est prêt."));
    let her = o.app.signed_in(&o.amina.email).get("/moi/suivi");
    assert!(her.has("Point sur le CV") && her.has("Un CV est prêt.") && her.has("Claire"), "{}", her.text());
    assert!(her.has("Qui a regardé mon dossier") && her.has("25/11/2026"));
}

/// Asks for the end as the referent does.
fn ask_for_the_end(o: &Office, advisor: &mut Client) -> Page {
    let page = advisor.get(&o.file());
    advisor.submit(&page, "Proposer la fin", &[("fin-raison", "moved")])
}

fn active(o: &Office) -> bool {
    o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().is_some()
}

/// The letters that she was written, by subject.
fn written(o: &Office, subject: &str) -> Vec<escale::mail::Letter> {
    let mut all = o.app.app.mailer.take_all();
    all.retain(|letter| letter.to == o.amina.email && letter.subject == subject);
    all
}

#[test]
fn an_end_has_an_allowed_reason_is_put_to_her_and_takes_effect_by_itself_after_two_weeks() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let mut advisor = o.advisor();
    for wrong in ["", "refused_mission", "took_mission"] {
        let said = o.post(&mut advisor, &format!("{}/fin", o.file()), &[("fin-raison", wrong)]);
        assert_eq!(said.status, 422, "{wrong}");
    }
    let page = ask_for_the_end(&o, &mut advisor);
    assert!(page.has("La fin est proposée à la personne") && page.has("L’accompagnement continue"), "{}", page.text());
    let again = o.post(&mut advisor, &format!("{}/fin", o.file()), &[("fin-raison", "moved")]);
    assert_eq!(again.status, 409, "{}", again.text());
    o.app.run_jobs();
    let letters = written(&o, "La fin de votre accompagnement vous est proposée");
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains("de lui-même à partir du 09/12/2026"), "{}", letters[0].text);
    assert!(letters[0].text.contains("Votre prochaine étape reste prévue"));
    o.app.advance(TimeDelta::days(13));
    assert!(active(&o));
    let _ = o.app.app.mailer.take_all();
    o.app.advance(TimeDelta::days(1));
    assert!(!active(&o));
    let letters = written(&o, "Votre accompagnement est fini");
    assert!(letters.len() == 1 && letters[0].text.contains("Raison\u{a0}: Déménagement"), "{letters:?}");
    assert_eq!(o.advisor().get(&o.file()).status, 403, "the file is closed to him");
    let her = o.app.signed_in(&o.amina.email).get("/moi/suivi");
    assert!(her.has("Aucun accompagnement n’est noté ici"), "{}", her.text());
}

#[test]
fn while_work_is_under_way_nothing_ends_by_itself() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let halles = o.app.labelled("halles");
    crate::mine::agenda::agree(&o.app, &halles, &o.amina, "r-1", 20 * 24);
    ask_for_the_end(&o, &mut o.advisor());
    o.app.advance(TimeDelta::days(19));
    assert!(active(&o), "the two weeks are over, the work is not");
    o.app.advance(TimeDelta::days(2));
    assert!(!active(&o), "the work is done");
    assert_eq!(written(&o, "Votre accompagnement est fini").len(), 1);
}

#[test]
fn the_referent_may_ask_no_more() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let mut advisor = o.advisor();
    let page = ask_for_the_end(&o, &mut advisor);
    let page = advisor.submit(&page, "Ne plus le demander", &[]);
    assert!(page.has("La fin n’est plus demandée"));
    o.app.advance(TimeDelta::days(20));
    assert!(active(&o));
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn she_agrees_or_prefers_to_go_on_in_her_own_file() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let mut her = o.app.signed_in(&o.amina.email);
    assert!(!her.get("/moi/suivi").has("Je suis d’accord"));
    for path in ["/moi/suivi/fin", "/moi/suivi/suite"] {
        assert_eq!(post(&mut her, path, &[]).status, 404, "nobody asked");
    }
    ask_for_the_end(&o, &mut o.advisor());
    assert!(her.get("/moi").has("La fin de votre accompagnement vous est proposée."));
    let page = her.get("/moi/suivi");
    assert!(page.has("finit de lui-même à partir du 09/12/2026"), "{}", page.text());
    let page = her.submit(&page, "Je préfère continuer", &[]);
    assert!(page.has("C’est noté, pour vous seul") && page.has("au moins jusqu’au 06/01/2027"), "{}", page.text());
    assert!(!page.has("Je préfère continuer"), "once");
    o.app.advance(TimeDelta::days(20));
    assert!(active(&o), "she preferred to go on");
    let mut her = o.app.signed_in(&o.amina.email);
    let page = her.get("/moi/suivi");
    let page = her.submit(&page, "Je suis d’accord", &[]);
    assert!(page.has("votre accompagnement est fini"), "{}", page.text());
    assert_eq!(o.advisor().get(&o.file()).status, 403);
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

/// I3: who asks for the end reads the same bytes, whatever she has agreed to, answered or read.
#[test]
fn i3_the_end_of_a_follow_up_tells_nothing_of_her_work_nor_of_her_answer() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    let halles = o.app.labelled("halles");
    let offer = o.app.post(&halles, "r-1", &crate::kit::world::draft(o.app.now() + TimeDelta::days(20), 3));
    let zia = o.app.person("Zia", None);
    let twin = Office { app: o.app.twin(|_| {}), email: o.email.clone(), amina: o.amina.clone(), claire: o.claire };
    // A place is agreed in both worlds: with her in one, with somebody else in the other.
    for (app, who) in [(&o.app, &zia), (&twin.app, &o.amina)] {
        let (who, slot) = (crate::guards::herself(app, who), offer.slots[0].id);
        let agree = |tx: &mut escale::db::Tx<'_>, now| {
            let sent = escale::interests::actions::send(tx, now, who, slot, &escale::interests::Consent::default())?;
            escale::engagements::actions::accept(tx, now, halles.id, sent.id)
        };
        app.app.write_now(agree).unwrap();
        app.run_jobs();
        let _ = app.app.mailer.take_all();
    }
    let read = |o: &Office, path: &str| {
        let page = o.advisor().get(path);
        (page.status, without_tokens(&page.body))
    };
    let asked = [ask_for_the_end(&o, &mut o.advisor()), ask_for_the_end(&twin, &mut twin.advisor())];
    assert_eq!(
        (asked[0].status, asked[0].has("La fin est proposée")),
        (asked[1].status, asked[1].has("La fin est proposée"))
    );
    let mut her = twin.app.signed_in(&twin.amina.email);
    let page = her.get("/moi/suivi");
    assert!(her.submit(&page, "Je préfère continuer", &[]).has("C’est noté"));
    for _ in 0..2 {
        for path in [o.file(), "/conseil".into(), "/conseil/propositions".into()] {
            let (ours, theirs) = (read(&o, &path), read(&twin, &path));
            assert_eq!(ours, theirs, "{path}");
        }
        for world in [&o, &twin] {
            world.app.advance(TimeDelta::days(6));
            let told = world.app.app.mailer.take_all();
            assert!(told.iter().all(|l| l.to != world.email || !l.text.contains("Amina")), "{told:?}");
        }
    }
}

fn without_tokens(body: &str) -> String {
    let mut out = String::new();
    for (i, part) in body.split("name=\"_token\" value=\"").enumerate() {
        out.push_str(if i == 0 { part } else { &part[64..] });
    }
    out
}

#[test]
fn the_referent_is_told_once_when_a_step_has_lapsed() {
    let o = office();
    o.app.advance(TimeDelta::days(10));
    let letters = o.app.app.mailer.take(&o.email);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains("/conseil?filtre=sans-etape") && !letters[0].text.contains("Amina"));
    o.app.advance(TimeDelta::days(10));
    assert!(o.app.app.mailer.take_all().is_empty(), "never twice for the same lapse");
    let plan = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
        let step = NextStep::new(StepKind::Phone, "Point", "", now + TimeDelta::days(2));
        follow_ups::actions::way::set_step(tx, now, &held, &step, None)
    };
    o.app.app.write_now(plan).unwrap();
    o.app.advance(TimeDelta::days(3));
    assert_eq!(o.app.app.mailer.take(&o.email).len(), 1, "another lapse");
}

/// I16: each act asks for a mandate that holds now, and a denied one changes nothing.
#[test]
fn i16_no_act_on_a_follow_up_without_a_mandate() {
    let o = office();
    let (_, other) = o.app.advisor(o.app.service(), "Paul");
    let mut paul = o.app.signed_in(&other);
    let before = rows(&o.app);
    for path in ["etape", "etape/faite", "formations", "contacts", "resume", "fin", "fin/retrait"] {
        let said = o.post(&mut paul, &format!("{}/{path}", o.file()), &STEP);
        assert_eq!(said.status, 404, "{path}");
    }
    assert_eq!(rows(&o.app), before);
}

/// I2: whatever the marketplace does, the follow-up is the same.
#[test]
fn i2_the_marketplace_writes_nothing_in_the_widened_follow_up() {
    let o = office();
    let tables = |o: &Office| {
        rows(&o.app).into_iter().filter(|r| r.starts_with("follow_up") || r.starts_with("mandate")).collect::<Vec<_>>()
    };
    let before = tables(&o);
    let works = o.app.labelled("halles");
    crate::mine::agenda::agree(&o.app, &works, &o.amina, "r-1", 21);
    let halles = o.app.labelled("autre");
    let offer = o.app.offer(&halles, "r-2", 1);
    propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    o.app.suspend(halles.id);
    o.app.advance(TimeDelta::days(2));
    assert_eq!(tables(&o), before);
    let _ = o.app.app.mailer.take_all();
}
