//! Saved searches: kept from the list, heard at publication, told once by letter, stopped by one press, and hers alone.

mod hers;

use crate::guards::herself;
use crate::kit::world::{Made, draft};
use crate::kit::{Client, Page, TestApp, rows};
use chrono::TimeDelta;
use escale::interests::{self, Consent};
use escale::mail::{Letter, ONE_CLICK};
use escale::offers::check::Draft;
use escale::people::Person;

const FORM: &str = "application/x-www-form-urlencoded";
const NEAR: &str = "/missions?quoi=plonge&ou=42000";

struct World {
    app: TestApp,
    platform: Made,
    amina: Person,
}

/// A labelled platform, and a person who saved the search at `path`, written to as `rhythm` says.
fn world(path: &str, rhythm: &str) -> World {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let amina = app.person("Amina", None);
    let w = World { app, platform, amina };
    w.save(path, rhythm);
    w
}

impl World {
    fn her(&self) -> Client {
        self.app.signed_in(&self.amina.email)
    }

    fn save(&self, path: &str, rhythm: &str) -> Page {
        let mut her = self.her();
        let list = her.get(path);
        let saved = her.submit(&list, "Enregistrer cette recherche", &[("rythme", rhythm)]);
        assert!(saved.has("Votre recherche est enregistrée."), "{}", saved.text());
        saved
    }

    /// A mission in Saint-Étienne in so many hours.
    fn post(&self, reference: &str, hours: i64) -> escale::offers::Offer {
        self.app.post(&self.platform, reference, &self.draft(hours))
    }

    fn draft(&self, hours: i64) -> Draft {
        draft(self.app.now() + TimeDelta::hours(hours), 3)
    }

    /// A minute goes by: what she is written.
    fn minute(&self) -> Vec<Letter> {
        self.wait(TimeDelta::minutes(1))
    }

    fn wait(&self, by: TimeDelta) -> Vec<Letter> {
        self.app.advance(by);
        self.app.app.mailer.take(&self.amina.email)
    }

    fn id(&self) -> String {
        let page = self.her().get("/moi/recherches");
        page.attr("li[id^='recherche-']", "id").unwrap().replace("recherche-", "")
    }
}

/// The path of a link of a letter that holds these words.
fn link(letter: &Letter, words: &str) -> String {
    let whole = letter.text.split_whitespace().find(|w| w.starts_with("http") && w.contains(words)).unwrap();
    whole[whole.find(words).unwrap()..].to_owned()
}

#[test]
fn a_mission_that_answers_is_told_within_a_minute_once_and_carries_the_notice() {
    let w = world(NEAR, "immediate");
    w.post("r-1", 21);
    let letters = w.minute();
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.subject, "1 mission pour vous\u{a0}: plonge, Saint-Étienne (42000)");
    for body in [&letter.text, &letter.html] {
        for words in [
            "Plonge et aide en cuisine",
            "Plateforme halles",
            "label actif jusqu’au 25/11/2027",
            "Vous êtes libre de dire non\u{a0}: aucun effet sur vos droits.",
            "n’est pas une offre raisonnable d’emploi",
            "jeudi 26 novembre, 9\u{a0}h",
            "/desabonnement/r",
        ] {
            assert!(body.contains(words), "{words}: {body}");
        }
    }
    assert_eq!(w.app.anon().get(&link(letter, "/missions/")).status, 200);
    let search = w.app.anon().get(&link(letter, "/missions?"));
    assert!(search.has("1 mission correspond"), "the letter leads to the same search: {}", search.text());
    // Posted again, unchanged or changed, it is not news.
    w.post("r-1", 21);
    assert!(w.minute().is_empty());
    let more = Draft { pay_cents: 1_700, ..w.draft(20) };
    w.app.post(&w.platform, "r-1", &more);
    assert!(w.minute().is_empty());
}

#[test]
fn i17_what_was_published_is_told_once_whenever_the_process_stops() {
    let w = world(NEAR, "immediate");
    w.post("r-1", 21);
    // Stopped before anything was heard, after it was heard, after the letter left.
    let unheard = w.app.twin(|_| ());
    w.app.run_jobs();
    assert!(w.app.app.mailer.take(&w.amina.email).is_empty(), "it is gathered first");
    let unsent = w.app.twin(|_| ());
    assert_eq!(w.minute().len(), 1);
    let sent = w.app.twin(|_| ());
    for (app, letters) in [(unheard, 1), (unsent, 1), (sent, 0)] {
        app.advance(TimeDelta::minutes(1));
        assert_eq!(app.app.mailer.take(&w.amina.email).len(), letters);
        app.advance(TimeDelta::minutes(5));
        assert!(app.app.mailer.take_all().is_empty());
    }
}

#[test]
fn a_mail_server_that_is_away_delays_the_letter_and_what_came_meanwhile_joins_it() {
    let w = world(NEAR, "immediate");
    w.post("r-1", 21);
    w.app.app.mailer.set_down(true);
    assert!(w.minute().is_empty());
    w.app.app.mailer.set_down(false);
    w.post("r-2", 22);
    let letters = w.wait(TimeDelta::minutes(2));
    let told: usize = letters.iter().map(|l| l.text.matches("Plonge et aide en cuisine").count()).sum();
    assert_eq!(told, 2, "{letters:?}");
}

#[test]
fn what_does_not_answer_or_was_there_before_is_not_told_until_it_answers() {
    let app = TestApp::start();
    let (platform, amina) = (app.labelled("halles"), app.person("Amina", None));
    let w = World { app, platform, amina };
    let lawn = |w: &World| Draft {
        title: "Tonte de pelouse".into(),
        description: "Tondre la pelouse d’un jardin, puis ramasser l’herbe coupée et la mettre au compost.".into(),
        occupation: "A1203".into(),
        ..w.draft(21)
    };
    let cheap = w.app.post(&w.platform, "cheap", &w.draft(21));
    w.save("/missions?quoi=plonge&ou=42000&paie=16", "immediate");
    w.save("/missions?quoi=plonge&quand=demain&moment=matin&besoin=sans-permis", "immediate");
    w.app.post(&w.platform, "lawn", &lawn(&w));
    // She saw it when she saved the second search; the first asks for more.
    w.post("cheap", 21);
    assert!(w.minute().is_empty());
    w.app.post(&w.platform, "cheap", &Draft { pay_cents: 1_700, ..w.draft(20) });
    let letters = w.minute();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains(&cheap.id.to_string()), "now it pays enough");
    assert!(letters[0].subject.ends_with("plonge, Saint-Étienne (42000), Au moins 16\u{a0}€ par heure"), "{letters:?}");
}

#[test]
fn i1_nothing_masked_full_or_ended_meanwhile_is_told_and_no_letter_leaves_for_nothing() {
    let w = world(NEAR, "immediate");
    let bruno = w.app.person("Bruno", None);
    // Suspended between the hearing and the letter.
    w.post("r-1", 21);
    w.app.run_jobs();
    w.app.suspend(w.platform.id);
    assert!(w.minute().is_empty());
    // Posted while nobody may see it: there is nothing to hear.
    w.app.reinstate(w.platform.id);
    assert!(w.minute().is_empty());
    // What was left out is news again once it changes.
    w.post("r-1", 22);
    assert_eq!(w.minute().len(), 1);
    // Full before the letter leaves, then a place is freed.
    let one = w.app.post(&w.platform, "r-2", &draft(w.app.now() + TimeDelta::hours(23), 1));
    w.app.run_jobs();
    let (who, slot) = (herself(&w.app, &bruno), one.slots[0].id);
    let interest =
        w.app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &Consent::default())).unwrap();
    assert!(w.minute().is_empty());
    w.app
        .app
        .write_now(|tx, now| escale::engagements::actions::take_back(tx, now, who, interest.id).map(drop))
        .unwrap();
    assert_eq!(w.minute().len(), 1);
    let _ = w.app.app.mailer.take_all();
}

#[test]
fn a_burst_is_one_letter_of_ten_missions_at_most() {
    let w = world(NEAR, "immediate");
    w.save("/missions?besoin=sans-permis&moment=matin", "immediate");
    for n in 0..13 {
        w.post(&format!("r-{n}"), 21 + n * 24);
    }
    let letters = w.minute();
    let [letter] = letters.as_slice() else { panic!("{} letters", letters.len()) };
    assert_eq!(
        letter.subject, "13 missions pour vous\u{a0}: plonge, Saint-Étienne (42000)",
        "each is told under one search"
    );
    for body in [&letter.text, &letter.html] {
        assert_eq!(body.matches("Plonge et aide en cuisine").count(), 10);
        assert_eq!(body.matches("Vous êtes libre de dire non\u{a0}: aucun effet").count(), 10);
        assert!(body.contains("et 3 autres missions."));
    }
}

#[test]
fn letters_of_the_morning_leave_at_seven_in_paris_and_on_monday() {
    let w = world(NEAR, "daily");
    w.save("/missions?quoi=cuisine", "weekly");
    w.post("r-1", 21 + 24 * 6);
    assert!(w.minute().is_empty());
    assert!(w.wait(TimeDelta::hours(18)).is_empty(), "half past six");
    let morning = w.wait(TimeDelta::hours(1));
    assert_eq!(morning.len(), 1);
    assert!(morning[0].subject.ends_with("plonge, Saint-Étienne (42000)"), "{morning:?}");
    assert!(w.wait(TimeDelta::hours(24)).is_empty(), "the day after: nothing new");
    w.post("r-1", 21 + 24 * 5);
    assert!(w.wait(TimeDelta::hours(60)).is_empty(), "Sunday");
    w.app.app.write_now(|tx, now| escale::offers::actions::pulse(tx, now, w.platform.id)).unwrap();
    let monday = w.wait(TimeDelta::hours(12));
    assert_eq!(monday.len(), 1);
    assert!(monday[0].subject.ends_with("\u{a0}: cuisine"), "{monday:?}");
    assert!(w.wait(TimeDelta::days(1)).is_empty());
}

#[test]
fn one_press_stops_the_letters_of_that_search_and_of_that_search_only() {
    let w = world(NEAR, "immediate");
    w.post("r-1", 21);
    let letter = w.minute().remove(0);
    let stop = letter.stop.clone().unwrap();
    let path = stop[stop.find("/desabonnement").unwrap()..].to_owned();
    w.save("/missions?moment=soir", "immediate");
    // A scanner opens the link: nothing is stopped.
    let asked = w.app.anon().get(&path);
    assert!(asked.has("Arrêter ces lettres") && asked.header("cache-control") == Some("no-store"));
    let wrong = format!("{}{}", &path[..path.len() - 1], if path.ends_with('0') { '1' } else { '0' });
    assert_eq!(w.app.anon().once("POST", &wrong, Some(ONE_CLICK), FORM).status, 404);
    assert_eq!(w.app.anon().once("POST", &path, Some("_token=x"), FORM).status, 403);
    // The reader's mail presses: no cookie, no form of ours, no redirection.
    for _ in 0..2 {
        assert_eq!(w.app.anon().once("POST", &path, Some(ONE_CLICK), FORM).status, 200);
    }
    w.post("r-2", 30);
    let letters = w.minute();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].subject.ends_with("\u{a0}: Soir"), "{letters:?}");
    // She sees it, and takes it up again.
    let mut her = w.her();
    let list = her.get("/moi/recherches");
    assert!(list.has("Plus aucune lettre pour cette recherche"));
    let id = list.attr("li:last-of-type[id^='recherche-']", "id").unwrap().replace("recherche-", "");
    let token = list.attr("input[name=_token]", "value").unwrap();
    let body = format!("_token={token}&rythme=immediate");
    let list = her.send("POST", &format!("/moi/recherches/{id}"), Some(&body), FORM);
    assert!(list.has("C’est changé.") && !list.has("Plus aucune lettre"), "{}", list.text());
    // With two searches told at once, the press stops both; by the page's own button as well.
    w.post("r-3", 30);
    w.app.post(&w.platform, "r-4", &Draft { insee: "75056".into(), ..w.draft(30) });
    let letter = w.minute().remove(0);
    let mut anon = w.app.anon();
    let page = anon.get(&link(&letter, "/desabonnement/t"));
    assert!(anon.submit(&page, "Oui, arrêter", &[]).has("C’est arrêté"));
    w.post("r-5", 30);
    assert!(w.minute().is_empty());
}

#[test]
fn a_search_is_saved_renamed_changed_and_deleted_by_forms() {
    let w = world(NEAR, "daily");
    let mut her = w.her();
    assert!(her.get("/moi").link("Mes recherches").is_some());
    w.post("r-1", 21);
    w.app.app.clock.advance(TimeDelta::seconds(1));
    let list = her.get("/moi/recherches");
    assert!(list.has("plonge") && list.has("1 mission correspond"), "{}", list.text());
    // The same search, written otherwise, is the same row.
    let form = her.get("/moi/recherches/nouvelle?ou=Saint-%C3%89tienne&commune=42218&quoi=+plonge&page=4&tri=paie");
    let list = her.submit(&form, "Enregistrer cette recherche", &[("rythme", "weekly"), ("nom", "La plonge du coin")]);
    assert_eq!(list.count("li[id^='recherche-']"), 1, "{}", list.text());
    assert!(list.has("La plonge du coin"));
    assert_eq!(list.attr("option[selected]", "value").as_deref(), Some("weekly"));
    let missions = her.follow(&list, "Voir les missions");
    assert!(missions.url.contains("quoi=plonge") && missions.has("Missions près de Saint-Étienne"));
    let list = her.get("/moi/recherches");
    let list = her.submit(&list, "Supprimer", &[]);
    assert!(list.has("Aucune recherche enregistrée"), "{}", list.text());
    assert!(!rows(&w.app).iter().any(|row| row.starts_with("saved_search|")));
    assert!(w.wait(TimeDelta::days(6)).is_empty());
    // In English too.
    let list = her.get("/en/missions?quoi=plonge&quand=weekend&moment=soir");
    let list = her.submit(&list, "Save this search", &[]);
    assert!(list.has("plonge") && list.has("This weekend") && list.has("At once"), "{}", list.text());
}

#[test]
fn whoever_is_not_signed_in_comes_back_to_the_same_search() {
    let w = world(NEAR, "daily");
    let mut anon = w.app.anon();
    let list = anon.get("/missions?quoi=cuisine&ou=42000&moment=midi&moment=matin");
    assert_eq!(list.count("form[method=post][action$=recherches]"), 0);
    let sign_in = anon.follow(&list, "Me connecter pour enregistrer");
    assert!(sign_in.url.contains("/connexion?vers="), "{}", sign_in.url);
    let asked = anon.submit(&sign_in, "lettre", &[("email", w.amina.email.as_str())]);
    assert_eq!(asked.status, 200);
    w.app.run_jobs();
    let letter = w.app.app.mailer.take(&w.amina.email).pop().unwrap();
    let page = anon.get(&link(&letter, "/connexion/lien/"));
    let form = anon.submit(&page, "Continuer", &[]);
    assert!(form.url.contains("/moi/recherches/nouvelle?") && form.has("cuisine") && form.has("Matin"), "{}", form.url);
    assert!(anon.submit(&form, "Enregistrer cette recherche", &[]).has("Votre recherche est enregistrée."));
    // Nothing to keep where nothing is sought, or where it is not understood, or for those who do not look for missions.
    for path in ["/missions", "/missions?ou=Xyzzyville"] {
        assert_eq!(w.her().get(path).count("form[action$=recherches]"), 0, "{path}");
    }
    assert!(!w.app.signed_in(&w.platform.email).get(NEAR).has("enregistrer cette recherche"));
}

#[test]
fn what_cannot_be_saved_comes_back_with_a_sentence_by_its_field_and_loses_nothing() {
    let w = world(NEAR, "daily");
    let mut her = w.her();
    let token = her.get("/moi/recherches").attr("input[name=_token]", "value").unwrap();
    let mut post = |path: &str, typed: &[(&str, &str)]| {
        let pairs = typed.iter().copied().chain([("_token", token.as_str())]).collect::<Vec<_>>();
        her.send("POST", path, Some(&serde_urlencoded::to_string(pairs).unwrap()), FORM)
    };
    let absurd = "quoi=%F0%9F%90%88&ou=Xyzzyville&date=hier&paie=beaucoup";
    let long = format!("quoi={}", "plonge ".repeat(60));
    let platforms = "plateforme=".to_owned()
        + &(0..99).map(|_| uuid::Uuid::now_v7().to_string()).collect::<Vec<_>>().join("&plateforme=");
    for (query, rhythm, name, field, sentence) in [
        ("quoi=jardin", "hourly", "Jardin", "rythme", "Choisissez un rythme"),
        ("quoi=jardin", "", "Jardin", "rythme", "Choisissez un rythme"),
        ("", "daily", "Rien", "recherche", "Dites au moins quoi, où ou quand"),
        ("tri=paie&page=3", "daily", "Rien", "recherche", "Dites au moins quoi, où ou quand"),
        (absurd, "daily", "Chat", "recherche", "Cette commune n’est pas connue"),
        (&platforms, "daily", "Toutes", "recherche", "trop de filtres"),
        ("quoi=jardin", "daily", &"x".repeat(81), "nom", "80 caractères au plus"),
    ] {
        let page = post("/moi/recherches", &[("recherche", query), ("rythme", rhythm), ("nom", name)]);
        assert_eq!(page.status, 422, "{query}");
        assert!(page.has(sentence), "{query}: {}", page.text());
        assert!(
            page.count(&format!("#{field}, [id='{field}']")) > 0 && page.count(&format!("[id='{field}-e']")) == 1,
            "{query}: {}",
            page.body
        );
        assert_eq!(page.attr("input[name=recherche]", "value").as_deref(), Some(query), "nothing is lost");
        assert_eq!(page.attr("input[name=nom]", "value").as_deref(), Some(name));
    }
    // Words that are too many are cut as on the list.
    assert_eq!(post("/moi/recherches", &[("recherche", &long), ("rythme", "daily")]).status, 200);
    let id = w.id();
    let page = post(&format!("/moi/recherches/{id}"), &[("rythme", "hourly")]);
    assert_eq!((page.status, page.count(&format!("[id='rythme-{id}-e']"))), (422, 1), "{}", page.text());
    // Twenty, and not one more; the same again is not one more.
    for n in 2..20 {
        let query = format!("quoi=mot{n}");
        assert_eq!(post("/moi/recherches", &[("recherche", &query), ("rythme", "daily")]).status, 200);
    }
    let full = post("/moi/recherches", &[("recherche", "quoi=jardin"), ("rythme", "weekly"), ("nom", "Jardin")]);
    assert_eq!(full.status, 422);
    assert!(full.has("Vous avez déjà 20 recherches") && full.has("jardin"), "{}", full.text());
    assert_eq!(full.attr("option[selected]", "value").as_deref(), Some("weekly"));
    assert_eq!(post("/moi/recherches", &[("recherche", "quoi=mot5"), ("rythme", "weekly")]).status, 200);
    assert_eq!(rows(&w.app).iter().filter(|row| row.starts_with("saved_search|")).count(), 20);
}

/// A name that was made from the words of the search is said in the language that she reads now; her own stays.
#[test]
fn a_letter_names_the_search_in_the_language_that_she_reads_now() {
    let w = world("/missions?moment=matin", "immediate");
    let mut her = w.her();
    let page = her.get("/moi/preferences");
    her.submit(&page, "Enregistrer", &[("langue", "en")]);
    w.post("r-1", 21);
    let letters = w.minute();
    assert!(letters[0].subject.ends_with(": Morning") && !letters[0].text.contains("Matin"), "{letters:?}");
}
