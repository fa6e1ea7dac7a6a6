//! People offline: a sheet, a text, and what an advisor sends for a person who asks him.

use crate::guards::{herself, propose};
use crate::kit::rows;
use crate::office::{Office, office, post};
use escale::interests::{self, Consent};
use escale::offers::Offer;

fn proposed() -> (Office, Offer, String) {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 2);
    let referral = propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    let path = format!("{}/propositions/{referral}/fiche", o.file());
    (o, offer, path)
}

#[test]
fn a_sheet_says_the_notice_first_and_holds_a_code_and_a_phone() {
    let (o, offer, path) = proposed();
    let mut advisor = o.advisor();
    let file = advisor.get(&o.file());
    let sheet = advisor.follow(&file, "Fiche et SMS");
    assert!(sheet.url.ends_with(&path), "{}", sheet.url);
    let text = sheet.text();
    let (notice, title) =
        (text.find("Cette mission n’est pas une offre").unwrap(), text.rfind("Plonge et aide").unwrap());
    assert!(notice < title, "{text}");
    assert_eq!(sheet.count("svg[role=img] path"), 1);
    assert!(sheet.has("39 49") && sheet.has(&escale::offers::code::path(offer.id.uuid())) && sheet.has("Récépissé"));
    assert!(sheet.has("Votre prochaine étape reste prévue"));
    let sms = sheet.html().select(&crate::kit::client::css("#sms")).next().unwrap().text().collect::<String>();
    assert!(sms.starts_with("Vous etes libre de dire non") && sms.chars().count() <= 160, "{sms}");
    let short = escale::offers::code::path(offer.id.uuid());
    assert!(sms.contains("(Plateforme halles)") && sms.contains("Oui : 39 49") && sms.ends_with(&short), "{sms}");
    // Whoever types it comes to the mission; once it is hidden, it says so.
    let read = o.app.anon().get(&short.to_lowercase());
    assert!(read.url.ends_with(&format!("/missions/{}", offer.id)) && read.status == 200, "{}", read.url);
    assert_eq!(o.app.anon().get("/m/ABC").status, 404);
    // Reading it so soon after the file is the same look.
    assert_eq!(o.app.app.store.read(|c| escale::follow_ups::store::looks_at(c, o.amina.id, 9)).unwrap().len(), 1);
    o.app.suspend(offer.platform);
    let gone = advisor.get(&path);
    assert!(gone.has("Le label de la plateforme n’est plus actif") && gone.count("#sms") == 0, "{}", gone.text());
    let gone = o.app.anon().get(&short);
    assert!(gone.status == 410 && gone.has("n’est plus ouverte"), "{}", gone.text());
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn what_is_sent_for_her_is_agreed_kept_journaled_and_shown_to_her() {
    let (o, offer, _) = proposed();
    let mut advisor = o.advisor();
    let form = advisor.get(&format!("{}/interets/nouveau?mission={}", o.file(), offer.id));
    assert!(form.has("Vous êtes libre de dire non"));
    let not_yet = advisor.submit(&form, "Envoyer pour elle", &[("message", "Je suis disponible")]);
    assert_eq!(not_yet.status, 422);
    assert!(not_yet.has("Lisez-lui le texte") && not_yet.body.contains(">Je suis disponible</textarea>"));
    let done = advisor.submit(&not_yet, "Envoyer pour elle", &[("accord", "oui"), ("partage", "nom")]);
    assert!(done.has("C’est envoyé") && done.has("Envoyé à sa demande"), "{}", done.text());
    assert!(rows(&o.app).iter().any(|r| r.starts_with("journal|") && r.contains("acted_for")));
    o.app.run_jobs();
    let letter = o.app.app.mailer.take(&o.amina.email).pop().unwrap();
    assert!(letter.text.contains("Plonge et aide en cuisine"));
    let _ = o.app.app.mailer.take_all();
    let mut her = o.app.signed_in(&o.amina.email);
    let dossier = her.get("/moi/suivi");
    assert!(dossier.has("Par Claire") && dossier.has("Lu et accepté de vive voix"), "{}", dossier.text());
    assert!(dossier.has("Envoyé : Son prénom et son nom."));
    assert!(her.get("/moi/missions").has("Plonge et aide en cuisine"), "it is hers, to take back");
}

/// I3: what she sent by herself cannot be found out by sending it for her.
#[test]
fn i3_whether_she_wrote_already_is_not_told_to_who_writes_for_her() {
    let [unwritten, written] = [false, true].map(|already| answered(already, ""));
    assert_eq!(unwritten, written);
    // A place that is taken is public; what is wrong with a message is said before anything else is looked at.
    let [unwritten, written] = [false, true].map(|already| answered(already, &"x".repeat(5_000)).0);
    assert_eq!((unwritten, written), (422, 422));
}

/// What an advisor is answered who writes for her, and what her file says then.
fn answered(already: bool, message: &str) -> (u16, String, String) {
    let (o, offer, _) = proposed();
    let slot = offer.slots[0].id;
    if already {
        let (her, consent) = (herself(&o.app, &o.amina), Consent { name: true, ..Consent::default() });
        o.app.app.write_now(|tx, now| interests::actions::send(tx, now, her, slot, &consent)).unwrap();
    }
    let mut advisor = o.advisor();
    let (offer, slot) = (offer.id.to_string(), slot.to_string());
    let typed = [("mission", offer.as_str()), ("creneau", &slot), ("accord", "oui"), ("message", message)];
    let said = post(&mut advisor, &format!("{}/interets", o.file()), &typed);
    let place = said.header("location").unwrap_or_default().replace(&o.amina.id.to_string(), "");
    let page = advisor.get(&o.file()).text();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    (said.status, place, page)
}

#[test]
fn what_she_had_sent_herself_is_told_to_her_and_nothing_more_leaves() {
    let (o, offer, _) = proposed();
    let slot = offer.slots[0].id;
    let (her, consent) = (herself(&o.app, &o.amina), Consent { name: true, ..Consent::default() });
    o.app.app.write_now(|tx, now| interests::actions::send(tx, now, her, slot, &consent)).unwrap();
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
    let mut advisor = o.advisor();
    let (offer, slot) = (offer.id.to_string(), slot.to_string());
    let typed =
        [("mission", offer.as_str()), ("creneau", &slot), ("accord", "oui"), ("partage", "nom"), ("partage", "email")];
    post(&mut advisor, &format!("{}/interets", o.file()), &typed);
    o.app.run_jobs();
    let letters = o.app.app.mailer.take_all();
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.to, o.amina.email, "the platform receives nothing more");
    assert!(
        letter.text.contains("Vous l’aviez déjà envoyé") && letter.text.contains("Amina Benali"),
        "{}",
        letter.text
    );
    assert!(!letter.text.contains("amina@exemple.fr"), "what left, no more: {}", letter.text);
    let hers = o.app.signed_in(&o.amina.email).get("/moi/suivi");
    assert!(hers.has("Vous l’aviez déjà envoyé vous-même") && !hers.has("adresse e-mail."), "{}", hers.text());
    assert!(!advisor.get(&o.file()).has("déjà envoyé"), "it is hers to know");
}
