//! What is hers: her hours with all that goes with them, and the missions that fit.

pub mod agenda;
mod devices;
mod month;
mod rights;

use crate::kit::{Client, Page, TestApp};
use chrono::TimeDelta;
use escale::offers::check::Draft;
use escale::people::{self, matching};
use uuid::Uuid;

/// A mission in so many hours, of so many.
fn post(app: &TestApp, made: &crate::kit::world::Made, title: &str, hours: i64, lasting: i64) -> Uuid {
    let start = app.now() + TimeDelta::hours(hours);
    let slots = vec![(start, start + TimeDelta::hours(lasting), 1)];
    let draft = Draft { title: title.into(), slots, duration_minutes: lasting * 60, ..app.draft(1) };
    app.post(made, title, &draft).id.uuid()
}

/// The titles of the missions that fit, in order.
fn fitting(client: &mut Client) -> (Vec<String>, Page) {
    let page = client.get("/moi/heures/missions");
    let html = page.html();
    let title = crate::kit::client::css(".card__title");
    let titles: Vec<_> = html.select(&title).map(|t| t.text().collect::<String>().trim().to_owned()).collect();
    let told = titles.is_empty() || page.has(&format!("{} mission", titles.len()));
    assert!(told, "as many as are counted: {}", page.text());
    (titles, page)
}

#[test]
fn missions_fit_her_hours_her_dates_her_way_and_her_notice_and_say_why() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let service = app.service();
    let (claire, claire_email) = app.advisor(service, "Claire");
    let amina = app.person("Amina", Some(claire));
    // Thursday 9 to 13, Saturday 9 to 13, Wednesday (today) 20 to 22, Thursday 9 to 10.
    let all = [("jeudi", 21, 4), ("samedi", 69, 4), ("ce-soir", 8, 2), ("une-heure", 21, 1)]
        .map(|(title, hours, lasting)| (title, post(&app, &halles, title, hours, lasting)));
    let (mut her, mut advisor) = (app.signed_in(&amina.email), app.signed_in(&claire_email));
    let mut agree = |her: &mut Client, expected: &[&str]| {
        let (titles, page) = fitting(her);
        assert_eq!(titles, expected, "{}", page.text());
        let file = advisor.get(&format!("/conseil/personnes/{}", amina.id));
        let said = |c: &mut escale::db::Conn| {
            let person = people::store::by_id(c, amina.id)?;
            people::store::availability(c, &person)
        };
        let said = app.app.store.read(said).unwrap();
        for (title, id) in all {
            let holds = matching::holds(&app.app.board(), &said, id, app.now());
            assert_eq!(holds, expected.contains(&title), "{title}, asked the other way round");
            assert_eq!(file.link(title).is_some(), expected.contains(&title), "{title}: {}", file.text());
        }
        assert!(!file.has("est dans vos heures"), "why is hers");
        let ids = |skipped, limit| {
            let (fits, total) = matching::page(&app.app.board(), &said, app.now(), skipped, limit);
            assert_eq!(total, expected.len());
            fits.into_iter().map(|fit| fit.hit.id).collect::<Vec<_>>()
        };
        let one_by_one: Vec<_> = (0..expected.len()).flat_map(|n| ids(n, 1)).collect();
        assert_eq!(one_by_one, ids(0, 20), "pages neither skip nor repeat");
        page
    };
    let page = agree(&mut her, &["jeudi", "une-heure"]);
    assert!(page.has("jeudi 26 novembre 9 h – 13 h est dans vos heures, dans votre commune"), "{}", page.text());

    // How she travels, how long, how soon.
    let hours = her.get("/moi/heures");
    let saved = her.submit(&hours, "Enregistrer", &[]);
    assert!(saved.has("Vos horaires sont enregistrés."));
    let reach = [("trajet", "velo"), ("delai", "2"), ("courte", "2"), ("longue", "6"), ("km", "15")];
    let body = "ou=Saint-%C3%89tienne+%2842000%29&commune=42218";
    let token = hours.attr("input[name=_token]", "value").unwrap();
    let typed: String = reach.iter().map(|(k, v)| format!("&{k}={v}")).collect();
    let send = |client: &mut Client, path: &str, more: &str| {
        client.send("POST", path, Some(&format!("_token={token}&{more}")), "application/x-www-form-urlencoded")
    };
    let saved = send(&mut her, "/moi/heures/trajet", &format!("{body}{typed}"));
    assert!(saved.has("C’est enregistré."), "{}", saved.text());
    assert_eq!(saved.attr("#km", "value").as_deref(), Some("15"));
    let page = agree(&mut her, &["jeudi"]);
    assert!(page.has("à vélo"), "{}", page.text());

    // A date she cannot, a date she can.
    assert!(send(&mut her, "/moi/heures/jours", "jour=2026-11-26&possible=non").has("La date est ajoutée."));
    agree(&mut her, &[]);
    let page = send(&mut her, "/moi/heures/jours", "jour=2026-11-28&possible=oui&de=09%3A00&a=13%3A00");
    assert!(page.has("samedi 28 novembre : possible, 9 h – 13 h"), "{}", page.text());
    let page = agree(&mut her, &["samedi"]);
    assert!(page.has("est dans vos heures de cette date"), "{}", page.text());

    // Now, until midnight.
    let page = send(&mut her, "/moi/heures/maintenant", "maintenant=oui");
    assert!(page.has("C’est activé, jusqu’à minuit."), "{}", page.text());
    let page = agree(&mut her, &["ce-soir", "samedi"]);
    assert!(page.has("vous avez dit pouvoir commencer maintenant"));
    app.advance(TimeDelta::hours(12));
    assert!(!her.get("/moi/heures").has("C’est activé"), "it ended by itself");
    agree(&mut her, &["samedi"]);

    // The date is over: it is forgotten (I15), and nothing of it is left.
    app.advance(TimeDelta::days(6));
    let left = app.app.store.read(|c| people::store::availability(c, &amina)).unwrap();
    assert!(left.days.is_empty() && left.limits.ready_until.is_none(), "{left:?}");
}

#[test]
fn what_is_wrong_in_her_hours_stands_by_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let amina = app.person("Amina", None);
    let mut her = app.signed_in(&amina.email);
    let token = her.get("/moi/heures").attr("input[name=_token]", "value").unwrap();
    let mut send = |path: &str, more: &str| {
        let body = format!("_token={token}&{more}");
        her.send("POST", path, Some(&body), "application/x-www-form-urlencoded")
    };
    let value = |page: &Page, id: &str| page.attr(&format!("#{id}"), "value").unwrap_or_default();
    let page = send("/moi/heures", "j0-de1=09%3A00&j0-a1=12%3A00&j0-de2=11%3A00&j0-a2=14%3A00");
    assert_eq!((page.status, page.attr("#j0-de2", "aria-invalid").as_deref()), (422, Some("true")));
    assert!(page.has("Ces heures se recoupent") && value(&page, "j0-a2") == "14:00" && value(&page, "km") == "20");
    for (typed, field, sentence) in [
        ("jour=2026-11-20&possible=non", "jour", "Cette date est passée."),
        ("jour=2099-01-01&possible=non", "jour", "Cette date est trop loin"),
        ("jour=demain&possible=non", "jour", "Cette date ne se lit pas."),
        ("jour=2026-11-28&possible=oui&de=14%3A00&a=09%3A00", "a", "L’heure de fin vient après"),
        ("jour=2027-03-28&possible=oui&de=02%3A30&a=09%3A00", "de", "on passe à l’heure d’été"),
    ] {
        let page = send("/moi/heures/jours", typed);
        assert_eq!((page.status, page.attr(&format!("#{field}"), "aria-invalid").as_deref()), (422, Some("true")));
        assert!(page.has(sentence), "{typed}: {}", page.text());
        assert_eq!(value(&page, "jour"), typed[5..].split('&').next().unwrap());
        assert_eq!(value(&page, "j0-de1"), "08:00", "her week is still there");
    }
    assert_eq!(send("/moi/heures/jours", "jour=2026-11-28&possible=non").status, 200);
    assert!(send("/moi/heures/jours", "jour=2026-11-28&possible=non").has("Cette date est déjà dans la liste."));
    let page = send("/moi/heures/trajet", "ou=Xyzzyville&km=999&trajet=velo&delai=2&courte=6&longue=2");
    assert!(page.has("Cette commune n’est pas connue.") && page.has("Écrivez un nombre de 1 à 200"), "{}", page.text());
    assert!(page.has("La durée la plus longue est plus courte"));
    assert_eq!((value(&page, "ou"), value(&page, "km")), ("Xyzzyville".to_owned(), "999".to_owned()));
    let page = send("/moi/heures/trajet", "ou=Saint-Denis&km=10&trajet=&delai=0&courte=&longue=");
    let (status, choices) = (page.status, page.count("input[type=radio][name=commune]"));
    assert!(status == 422 && choices > 1, "{status} {choices} {}", page.text());
}
