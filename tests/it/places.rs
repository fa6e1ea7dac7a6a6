//! Places: suggestions while typing, and the same without JavaScript.

use crate::kit::TestApp;
use crate::kit::world::draft;
use escale::offers::check::Draft;

#[test]
fn a_place_is_found_however_it_is_typed() {
    let app = TestApp::start();
    let mut anon = app.anon();
    for typed in ["Saint-%C3%89tienne", "st+etienne", "42000", "saint+etienne"] {
        let page = anon.get(&format!("/missions?ou={typed}"));
        assert_eq!(page.status, 200);
        assert!(page.has("Missions près de Saint-Étienne"), "{typed}: {}", page.text());
    }
}

#[test]
fn several_places_of_one_name_are_offered_as_links() {
    let app = TestApp::start();
    let mut anon = app.anon();
    let page = anon.get("/missions?ou=Saint-Denis-d&quoi=plonge");
    assert!(page.has("Quelle commune"), "{}", page.text());
    let chosen = page.attr("section[aria-labelledby=quelle-commune] a", "href").unwrap();
    assert!(chosen.contains("quoi=plonge"), "the rest of the search is kept");
    let page = anon.get(&chosen);
    assert!(page.has("Missions près de"), "{}", page.text());
}

#[test]
fn an_unknown_place_is_named_by_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let page = app.anon().get("/missions?ou=Xyzzyville&quoi=vente&quand=le&date=pas-une-date&paie=mille");
    assert_eq!(page.attr("#ou", "value").as_deref(), Some("Xyzzyville"));
    assert_eq!(page.attr("#quoi", "value").as_deref(), Some("vente"));
    assert_eq!(page.attr("#paie", "value").as_deref(), Some("mille"));
    assert_eq!(page.attr("#ou", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.count(".error-summary li"), 3);
}

#[test]
fn a_date_is_that_of_each_missions_place_overseas_included() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    // 1 a.m. in Saint-Denis of La Réunion is the day before in Paris; 10 p.m. in Fort-de-France is the day after.
    let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into();
    let starts = [("97411", "2026-11-28T01:00:00+04:00"), ("97209", "2026-11-28T22:00:00-04:00")];
    for (n, (insee, start)) in starts.into_iter().enumerate() {
        let offer = Draft { insee: insee.into(), ..draft(at(start), 2) };
        app.post(&platform, &format!("r-{n}"), &offer);
    }
    let mut anon = app.anon();
    for (date, count) in [("2026-11-27", 0), ("2026-11-28", 2), ("2026-11-29", 0)] {
        assert_eq!(anon.get(&format!("/missions?date={date}")).count("[data-offer]"), count, "{date}");
        let listed = anon.get(&format!("/api/v1/offers?date_from={date}&date_to={date}")).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), count, "{date}");
    }
    // An instant is an instant everywhere.
    let listed = anon.get("/api/v1/offers?date_from=2026-11-28T00:00:00Z").json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[test]
fn suggestions_are_json_for_the_field() {
    let app = TestApp::start();
    let found = app.anon().get("/communes?q=lyon+3").json();
    assert_eq!(found[0]["value"], "69383");
    assert!(app.anon().get("/communes?q=%F0%9F%A6%80%00").json().as_array().unwrap().is_empty());
}

#[test]
fn hostile_searches_are_clamped_or_named_and_never_a_fault() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let long = "mot+".repeat(1_000);
    for query in [
        format!("quoi={long}"),
        "km=-5&ou=Lyon".into(),
        "km=999999999999&ou=Lyon".into(),
        "page=99999999999999999999".into(),
        "quoi=%22%27%3B--+OR+1%3D1".into(),
        "moment=zzz&besoin=zzz&statut=zzz&tri=zzz&quand=zzz".into(),
        "quand=le&date=99999-01-01".into(),
        "%FF%FE=%00".into(),
        "paie=-1e9".into(),
        "plateforme=pas-un-id".into(),
    ] {
        let page = app.anon().get(&format!("/missions?{query}"));
        assert_eq!(page.status, 200, "{query}");
    }
}

#[test]
fn what_words_say_of_a_place_or_a_moment_is_offered_as_a_search_of_its_own() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let mut anon = app.anon();
    let page = anon.get("/missions?quoi=plonge+saint-etienne");
    assert!(page.has("« plonge » · près de Saint-Étienne (42000) 1 mission correspond"), "{}", page.text());
    let chosen = anon.follow(&page, "près de Saint-Étienne");
    assert_eq!(chosen.attr("#quoi", "value").as_deref(), Some("plonge"));
    assert!(chosen.has("Missions près de Saint-Étienne"), "{}", chosen.text());
    assert_eq!(anon.get("/missions?quoi=plonge+marseille").link("près de"), None, "nothing there");
    let nowhere = anon.get("/missions?quoi=plonge+le+dimanche+saint-etienne");
    assert!(nowhere.link("« plonge » · près de Saint-Étienne").is_some(), "not on that day: {}", nowhere.text());
    let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    let mut offered = |day: &&&str| anon.get(&format!("/missions?quoi=plonge+le+{day}")).link("« plonge »").is_some();
    assert_eq!(days.iter().filter(&mut offered).count(), 1, "the day of its slot");
}

#[test]
fn words_that_no_mission_holds_together_and_choices_that_do_not_exist_are_said() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let mut anon = app.anon();
    assert!(anon.get("/missions?quoi=plonge+trapeze").has("Aucune mission ne contient tous vos mots."));
    assert!(!anon.get("/missions?quoi=plonge+cuisine").has("Aucune mission ne contient tous vos mots."));
    let page = anon.get("/missions?moment=lune&besoin=sans-permis&tri=chance&plateforme=moi&trajet=fusee&ou=Lyon");
    assert_eq!(page.count(".error-summary li"), 4, "{}", page.text());
    for field in ["moment", "tri", "plateforme", "trajet"] {
        assert!(page.attr(&format!(".error-summary a[href='#{field}']"), "href").is_some(), "{field}");
    }
    for (date, said) in [("2020-01-01", "à partir d’aujourd’hui"), ("9999-12-31", "trop lointaine")] {
        assert!(anon.get(&format!("/missions?date={date}")).has(said), "{date}");
    }
}
