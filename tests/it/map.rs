//! The map of a search: it counts what the list finds, each of its links leads to what it says, and it works without scripts.

use crate::kit::{Page, TestApp, client::css, world::draft};
use chrono::TimeDelta;
use escale::offers::Flags;
use escale::offers::check::Draft;

/// Missions in Saint-Étienne, Roche-la-Molière, Die, Paris 12e, Saint-Denis of La Réunion and Nouméa, and one at a distance.
fn world() -> TestApp {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let start = app.now() + TimeDelta::hours(21);
    for (n, insee) in ["42218", "42218", "42218", "42189", "26113", "75112", "97411"].iter().enumerate() {
        app.post(&platform, &format!("r-{n}"), &Draft { insee: (*insee).into(), ..draft(start, 2) });
    }
    let remote = Draft { insee: String::new(), address: String::new(), ..draft(start, 2) };
    app.post(&platform, "r-9", &Draft { flags: remote.flags.with(Flags::REMOTE, true), ..remote });
    app
}

/// Name, count and address of each place of the list.
fn rows(page: &Page) -> Vec<(String, usize, String)> {
    let html = page.html();
    let text = |e: scraper::ElementRef<'_>| e.text().collect::<String>().trim().to_owned();
    html.select(&css(".map__rows a"))
        .map(|a| {
            let name = a.select(&css("bdi")).next().map(text).unwrap();
            let count: String = a.select(&css(".num")).next().map(text).unwrap();
            let digits: String = count.chars().filter(char::is_ascii_digit).collect();
            (name, digits.parse().unwrap(), a.attr("href").unwrap().to_owned())
        })
        .collect()
}

fn named(page: &Page) -> Vec<(String, usize)> {
    rows(page).into_iter().map(|(name, count, _)| (name, count)).collect()
}

fn pairs(all: &[(&str, usize)]) -> Vec<(String, usize)> {
    all.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
}

#[test]
fn the_country_is_told_by_department_and_each_leads_to_its_communes() {
    let app = world();
    let mut anon = app.anon();
    let list = anon.get("/missions?quoi=plonge");
    let page = anon.follow(&list, "Voir sur la carte");
    assert!(
        page.has("8 missions correspondent") && page.has("Dont 1 mission à distance, sans lieu"),
        "{}",
        page.text()
    );
    assert_eq!(named(&page), pairs(&[("Loire", 4), ("Drôme", 1), ("Paris", 1), ("La Réunion", 1)]));
    assert_eq!(page.count(".map__sheet .map__mark"), 4);
    assert!(page.count(".map__sheet path") >= 101);
    let loire = anon.follow(&page, "Loire");
    assert!(loire.has("Carte des missions : Loire"), "{}", loire.text());
    assert_eq!(named(&loire), pairs(&[("Saint-Étienne (42000)", 3), ("Roche-la-Molière (42230)", 1)]));
    let listed = anon.get(&rows(&loire)[0].2);
    assert!(listed.has("3 missions correspondent") && listed.url.contains("quoi=plonge"), "{}", listed.url);
    let alone = anon.get(&rows(&loire)[1].2);
    assert!(
        alone.url.contains("/missions/0") && alone.count(".notice--full") == 1,
        "one mission leads to itself: {}",
        alone.url
    );
    let back = anon.follow(&loire, "Voir la liste");
    assert!(back.has("8 missions correspondent") && !back.url.contains("dep="), "{}", back.url);
}

#[test]
fn the_place_and_distance_that_are_searched_are_drawn_and_nothing_beyond_is_counted() {
    let app = world();
    let mut anon = app.anon();
    let page = anon.get("/missions/carte?ou=Saint-%C3%89tienne+%2842000%29&km=20");
    assert!(page.has("Carte des missions près de Saint-Étienne (42000)") && page.has("20 km autour de Saint-Étienne"));
    assert_eq!((page.count(".map__reach"), page.count("link[rel=canonical]")), (1, 1));
    assert_eq!(named(&page).iter().map(|row| row.1).sum::<usize>(), 4);
    assert_eq!(page.attr("#ou", "value").as_deref(), Some("Saint-Étienne (42000)"), "the form keeps what was asked");
    let farther = anon.get(&page.attr(".map__step:nth-of-type(2)", "href").unwrap());
    assert!(farther.has("Carte des missions : Loire"), "{}", farther.url);
    let country = anon.follow(&farther, "Toute la France");
    assert_eq!(named(&country), pairs(&[("Loire", 4)]), "the distance still counts");
    let closer = anon.get(&page.attr(".map__step", "href").unwrap());
    assert_eq!((closer.status, closer.count(".map__step")), (200, 6), "one can go aside once closer");
    for step in closer.html().select(&css("a.map__step")) {
        assert_eq!(app.anon().get(step.attr("href").unwrap()).status, 200);
    }
}

#[test]
fn filters_are_kept_and_come_back_to_the_map() {
    let app = world();
    let mut anon = app.anon();
    let page = anon.get("/missions/carte?dep=42&besoin=sans-permis");
    let chip = page.attr("a.chip--on", "href").unwrap();
    assert!(chip.starts_with("/missions/carte?") && !chip.contains("besoin"), "{chip}");
    let filters = anon.follow(&page, "Filtrer et trier");
    let filtered = anon.submit(&filters, "Appliquer", &[("duree", "longue")]);
    assert!(filtered.url.contains("/missions/carte?") && filtered.url.contains("duree=longue"), "{}", filtered.url);
    assert!(filtered.has("Aucune mission ici pour cette recherche"), "{}", filtered.text());
    assert!(filtered.has("Carte des missions : Loire"), "{}", filtered.url);
    let searched = anon.submit(&page, "Chercher", &[("ou", "Die")]);
    assert!(searched.has("Carte des missions près de Die"), "{}", searched.url);
}

/// Overseas collectivities have no outline: they are on the list, and their communes on a map of their own.
#[test]
fn places_without_an_outline_are_told_too() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let start = app.now() + TimeDelta::hours(21);
    app.post(&platform, "r-1", &Draft { insee: "98818".into(), ..draft(start, 2) });
    app.post(&platform, "r-2", &Draft { insee: "97502".into(), ..draft(start, 2) });
    let mut anon = app.anon();
    let page = anon.get("/missions/carte");
    assert_eq!(rows(&page).len(), 2);
    let noumea = anon.follow(&page, "Nouvelle-Calédonie");
    assert_eq!((rows(&noumea).len(), noumea.count(".map__mark")), (1, 1));
}

/// Hidden from assistive technology, the drawing has no link that the list and the chips have not, and no stop for the keyboard.
#[test]
fn the_list_says_all_that_the_drawing_says() {
    let app = world();
    for query in ["", "dep=42", "dep=75", "ou=Die&km=50"] {
        let page = app.anon().get(&format!("/missions/carte?{query}"));
        let html = page.html();
        let all: Vec<_> = html.select(&css(".map__list a")).filter_map(|a| a.attr("href")).collect();
        for link in html.select(&css(".map__sheet a")) {
            assert_eq!(link.attr("tabindex"), Some("-1"), "{query}");
            let href = link.attr("href").unwrap();
            let closer = href.contains("zoom=") || href.contains("dep=");
            assert!(closer || all.contains(&href), "{href} is only drawn, on {query}");
        }
        assert_eq!(page.attr(".map__sheet", "aria-hidden").as_deref(), Some("true"));
        assert!(page.count("[data-notice]") >= 1);
    }
}

#[test]
fn hostile_addresses_are_clamped_and_english_stays_english() {
    let app = world();
    for query in [
        "dep=zz&zoom=99999999999&centre=nan,nan".to_owned(),
        "dep=26&zoom=255&centre=1e39,-1e39".into(),
        "dep=26&zoom=8&centre=90,180".into(),
        "dep=974&dep=26&centre=%00".into(),
        format!("dep={}&centre={}", "9".repeat(1_000), ",".repeat(1_000)),
        "ou=Xyzzyville&km=-1&ici=%F0%9F%A6%80".into(),
        "ou=Saint-Denis-d".into(),
        "ou=Paris&km=200&zoom=3".into(),
        "metier-nom=agent&page=7&apres=zzz&vue=carte&fragment=1".into(),
    ] {
        let page = app.anon().get(&format!("/missions/carte?{query}"));
        assert_eq!(page.status, 200, "{query}");
        assert!(page.body.len() < 300_000 && !page.body.contains("NaN") && !page.body.contains("inf "), "{query}");
    }
    let english = app.anon().get("/en/missions/carte?dep=42");
    assert!(english.has("Map of missions: Loire") && english.has("3 missions"), "{}", english.text());
    let whole = app.anon().get("/missions/carte");
    assert_eq!(whole.count("meta[name=robots]"), 0);
    assert_eq!(english.count("meta[name=robots]"), 1);
    assert!(whole.attr("link[rel=canonical]", "href").unwrap().ends_with("/missions/carte"));
}

#[test]
fn an_occupation_is_suggested_while_one_types() {
    let app = world();
    let first = |typed: &str| app.anon().get(&format!("/metiers?q={typed}")).json()[0]["value"].clone();
    assert_eq!(
        (first("cariste"), first("babysiter"), first("garde+d%E2%80%99enf")),
        ("N1101".into(), "K1303".into(), "K1303".into())
    );
    for typed in ["", "%00", "%F0%9F%A6%80", "%FF", "zzzzzzz"] {
        assert!(app.anon().get(&format!("/metiers?q={typed}")).json().as_array().unwrap().is_empty(), "{typed}");
    }
    let long = app.anon().get(&format!("/metiers?q={}", "serveur+".repeat(700)));
    assert_eq!(long.status, 200);
    assert_eq!(app.anon().get("/metiers?q=agent").json().as_array().unwrap().len(), 8);
}

/// Without scripts: what is understood becomes a filter, what several are called is offered as links, the rest is said.
#[test]
fn an_occupation_is_a_filter_by_its_name() {
    let app = world();
    let platform = app.labelled("garde");
    let start = app.now() + TimeDelta::hours(21);
    app.post(&platform, "k-1", &Draft { occupation: "K1303".into(), ..draft(start, 2) });
    let mut anon = app.anon();
    let filters = anon.get("/missions/filtres?quoi=plonge");
    let page = anon.submit(&filters, "Appliquer", &[("metier-nom", "Garde d’enfants")]);
    assert!(page.has("1 mission correspond") && page.count("a.chip--on") == 1, "{}", page.text());
    assert!(!page.link("Filtrer et trier").unwrap().contains("metier-nom"));
    let asked = anon.submit(&filters, "Appliquer", &[("metier-nom", "agent de")]);
    assert_eq!(asked.attr("#metier-nom", "aria-invalid").as_deref(), Some("true"));
    assert!(asked.has("Plusieurs métiers portent ce nom") && asked.has("Quel métier"), "{}", asked.text());
    let choice = asked.attr("ul[aria-labelledby=quel-metier] a", "href").unwrap();
    let chosen = anon.get(&choice);
    assert!(
        chosen.url.contains("metier=") && chosen.url.contains("quoi=plonge") && chosen.count("a.chip--on") == 1,
        "{choice}"
    );
    let unknown = anon.submit(&filters, "Appliquer", &[("metier-nom", "zzzzzz")]);
    assert!(unknown.has("Ce métier n’est pas connu"));
    assert_eq!(unknown.attr("#metier-nom", "value").as_deref(), Some("zzzzzz"));
}
