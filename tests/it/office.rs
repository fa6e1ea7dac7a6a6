//! The advisor's office: what he writes in a follow-up, and what may never be written in one.

use crate::guards::{herself, propose};
use crate::kit::client::encode;
use crate::kit::{Client, Page, TestApp, rows};
use chrono::TimeDelta;
use escale::engagements;
use escale::follow_ups::{self, Advisor, EndReason, NextStep, StepKind};
use escale::interests::{self, Consent};
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
    assert!(again.has("Choisissez une ligne"), "{}", again.text());
    let again =
        advisor.submit(&again, "Noter le contact", &[("contact-date", "2026-11-26"), ("contact-moyen", "phone")]);
    assert!(again.has("Un contact a déjà eu lieu"), "{}", again.text());
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
    let typed =
        [("formation-catalogue", course.as_str()), ("formation-etat", "wish"), ("formation-debut", "2027-01-11")];
    let page = advisor.submit(&page, "Ajouter la formation", &typed);
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

/// Work of hers that is agreed and not over.
fn at_work(o: &Office) {
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 1);
    let (her, slot) = (herself(&o.app, &o.amina), offer.slots[0].id);
    let consent = Consent { name: true, ..Consent::default() };
    let sent = o.app.app.write_now(|tx, now| interests::actions::send(tx, now, her, slot, &consent)).unwrap();
    o.app.app.write_now(|tx, now| engagements::actions::accept(tx, now, halles.id, sent.id)).unwrap();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn an_end_has_an_allowed_reason_and_closes_the_file() {
    let o = office();
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    for wrong in ["", "refused_mission", "took_mission"] {
        let said = o.post(&mut advisor, &format!("{}/fin", o.file()), &[("fin-raison", wrong)]);
        assert_eq!(said.status, 422, "{wrong}");
    }
    let portfolio = advisor.submit(&page, "Finir l’accompagnement", &[("fin-raison", "lasting_job")]);
    assert!(portfolio.has("Le dossier est fermé") && !portfolio.has("Amina"), "{}", portfolio.text());
    assert_eq!(advisor.get(&o.file()).status, 404, "as if it never was: the mandate began at this very instant");
}

#[test]
fn while_work_is_under_way_only_she_ends_the_follow_up() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    at_work(&o);
    let mut advisor = o.advisor();
    let page = advisor.get(&o.file());
    let page = advisor.submit(&page, "Finir l’accompagnement", &[("fin-raison", "moved")]);
    assert!(page.has("l’accord de la personne est demandé") && page.has("L’accompagnement continue"));
    o.app.run_jobs();
    let letter = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(letter.text.contains("rien ne finit sans votre accord"), "{}", letter.text);
    assert!(letter.text.contains("Votre prochaine étape reste prévue"));
    o.app.advance(TimeDelta::days(3));
    let active = |o: &Office| {
        o.app.app.store.read(|c| follow_ups::store::follow_up_of(c, o.app.now(), o.amina.id)).unwrap().is_some()
    };
    assert!(active(&o), "silence ends nothing");
    let page = advisor.get(&o.file());
    let page = advisor.submit(&page, "Ne plus le demander", &[]);
    assert!(page.has("La fin n’est plus demandée"));
    // The work is over three days later: he may end it alone again; she could agree before.
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn she_agrees_in_her_own_file() {
    let o = office();
    o.app.app.clock.advance(TimeDelta::minutes(1));
    at_work(&o);
    let mut her = o.app.signed_in(&o.amina.email);
    let none = her.get("/moi/suivi");
    assert!(!none.has("Je suis d’accord"));
    assert_eq!(post(&mut her, "/moi/suivi/fin", &[]).status, 404, "nobody asked");
    let end = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
        follow_ups::actions::way::end(tx, now, &held, EndReason::Moved, true)
    };
    assert!(!o.app.app.write_now(end).unwrap());
    let page = her.get("/moi/suivi");
    let page = her.submit(&page, "Je suis d’accord", &[]);
    assert!(page.has("votre accompagnement est fini"), "{}", page.text());
    assert_eq!(o.advisor().get(&o.file()).status, 403);
    o.app.run_jobs();
    assert!(o.app.app.mailer.take_all().is_empty(), "the question is not asked any more");
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
    at_work(&o);
    let halles = o.app.labelled("autre");
    let offer = o.app.offer(&halles, "r-2", 1);
    propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    o.app.suspend(halles.id);
    o.app.advance(TimeDelta::days(2));
    assert_eq!(tables(&o), before);
    let _ = o.app.app.mailer.take_all();
}
