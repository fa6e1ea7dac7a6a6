//! Searches that know more than what is typed: how long it takes to get there, and the hours of the person who asks.

use crate::kit::TestApp;
use chrono::TimeDelta;
use escale::offers::check::Draft;

const NEAR: &str = "ou=Saint-%C3%89tienne+(42000)&commune=42218";

#[test]
fn a_time_on_the_way_limits_the_search_and_stands_on_each_card() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let far = Draft { insee: "69123".into(), ..app.draft(1) };
    app.post(&platform, "r-2", &far);
    let ask = |query: &str| app.anon().get(&format!("/missions?{NEAR}&{query}"));
    assert_eq!(ask("km=100").count("[data-offer]"), 2);
    let bicycle = ask("km=100&trajet=velo&minutes=30");
    assert_eq!(bicycle.count("[data-offer]"), 1);
    assert!(bicycle.has("à vélo") && bicycle.has("30\u{a0}min au plus"), "{}", bicycle.body);
    let car = ask("trajet=voiture&minutes=120");
    assert_eq!(car.count("[data-offer]"), 2);
    assert!(car.has("environ 1\u{a0}h") && car.has("en voiture"), "{}", car.body);
    assert_eq!(app.anon().get("/missions?trajet=velo&minutes=30").count("[data-offer]"), 2, "from nowhere");
    assert_eq!(ask("trajet=fusee&minutes=30").status, 200);
}

#[test]
fn her_own_hours_are_asked_without_standing_in_the_address() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let person = app.person("Amina", None);
    // She is free from 8 to 18 on weekdays; the test begins on a Wednesday at noon.
    let at = |hours: i64| {
        let start = app.now() + TimeDelta::hours(hours);
        Draft { slots: vec![(start, start + TimeDelta::hours(4), 1)], ..app.draft(1) }
    };
    app.post(&platform, "day", &Draft { title: "Plonge de jour".into(), ..at(21) });
    app.post(&platform, "night", &Draft { title: "Plonge de nuit".into(), ..at(32) });
    let mut her = app.signed_in(&person.email);
    let list = her.get("/missions?heures=miennes");
    assert!(list.has("Plonge de jour") && !list.has("Plonge de nuit"), "{}", list.body);
    assert!(list.has("Mes heures"));
    assert!(her.get("/missions/filtres").has("Mes disponibilités"));
    let both = her.get("/missions?heures=miennes&de=10:00");
    assert!(!both.has("Plonge de jour") && !both.has("Plonge de nuit"), "both her hours and those typed hold");
    let map = her.get("/missions/carte?heures=miennes");
    assert!(map.has("1 mission") && !map.has("2 missions"), "{}", map.body);
    let saving = her.get("/moi/recherches/nouvelle?quoi=plonge&heures=miennes");
    assert!(saving.has("1 mission correspond"), "{}", saving.body);
    let kept = her.submit(&saving, "Enregistrer", &[("rythme", "immediate")]);
    assert!(kept.has("1 mission correspond"), "{}", kept.body);
    app.advance(TimeDelta::minutes(1));
    app.post(&platform, "day-2", &Draft { title: "Plonge au lac".into(), ..at(22) });
    app.post(&platform, "night-2", &Draft { title: "Plonge de minuit".into(), ..at(33) });
    app.advance(TimeDelta::minutes(1));
    let letters = app.app.mailer.take(&person.email);
    let told = letters.iter().map(|letter| letter.text.as_str()).collect::<String>();
    assert!(told.contains("Plonge au lac") && !told.contains("Plonge de minuit"), "{told}");
    // A date that she closed, and one that she opened, count for the list and for the letters, whatever her week says.
    let who = crate::guards::herself(&app, &person);
    let at = |hours: i64| app.now() + TimeDelta::hours(hours);
    let date = |hours: i64| at(hours).with_timezone(&chrono_tz::Europe::Paris).date_naive();
    let apart = |date, hours| escale::people::availability::Day { id: escale::kernel::Id::make(), date, hours };
    let days = [apart(date(24), None), apart(date(48), Some((1_080, 1_440)))];
    app.app
        .write_now(|tx, _| days.iter().try_for_each(|day| escale::people::actions::set_day_apart(tx, who, day)))
        .unwrap();
    let list = her.get("/missions?heures=miennes");
    assert!(!list.has("Plonge de jour") && list.has("Aucune mission"), "closed: {}", list.text());
    let slot = |hours: i64| Draft { slots: vec![(at(hours), at(hours + 2), 1)], duration_minutes: 120, ..app.draft(1) };
    app.post(&platform, "day-3", &Draft { title: "Plonge du jour fermé".into(), ..slot(21) });
    app.post(&platform, "night-3", &Draft { title: "Plonge du soir ouvert".into(), ..slot(32 + 24) });
    app.advance(TimeDelta::minutes(1));
    let list = her.get("/missions?heures=miennes");
    assert!(list.has("Plonge du soir ouvert") && list.has("1 mission"), "opened: {}", list.text());
    let letters = app.app.mailer.take(&person.email);
    let told = letters.iter().map(|letter| letter.text.as_str()).collect::<String>();
    assert!(told.contains("Plonge du soir ouvert") && !told.contains("Plonge du jour fermé"), "{told}");
    let anon = app.anon().get("/missions?heures=miennes");
    assert!(anon.has("Connectez-vous pour chercher avec vos heures") && anon.has("Plonge de nuit"));
    assert!(!app.anon().get("/missions/filtres").has("Mes disponibilités"));
}

#[test]
fn what_is_left_of_the_pay_is_said_as_an_estimate() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    let page = app.anon().get(&format!("/missions/{}", offer.id));
    // 15 € less 25.8 % to 21.3 %, worked examples M2 and M3.
    assert!(page.has("Environ 11,13\u{a0}€ à 11,80\u{a0}€ après cotisations"), "{}", page.body);
}
