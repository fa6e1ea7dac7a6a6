//! The open list without a stream: the page asks again, and hears the same.

use super::reasons::{hide, withdraw};
use crate::kit::TestApp;
use escale::offers::check::Draft;

#[test]
fn a_page_without_a_stream_hears_what_became_of_its_missions() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let [kept, dearer, lower, back, hidden] =
        ["kept", "dearer", "lower", "back", "hidden"].map(|r| app.offer(&platform, r, 2));
    let page = app.anon().get("/missions?paie=14");
    let url = page.attr("[data-live]", "data-live-again").unwrap();
    let seen = [&kept, &dearer, &lower, &back, &hidden].map(|offer| offer.id.to_string()).join(",");
    let ask = |since: i64| app.anon().get(&format!("{url}&since={since}&vues={seen},not-an-id")).json();
    let quiet = ask(app.app.seq());
    assert_eq!((quiet["total"].as_u64(), quiet["events"].as_array().unwrap().len()), (Some(5), 0));
    assert_eq!(quiet["here"].as_array().unwrap().len(), 5);
    let since = app.app.seq();
    app.post(&platform, "dearer", &Draft { pay_cents: 1_600, ..app.draft(2) });
    app.post(&platform, "lower", &Draft { pay_cents: 1_300, ..app.draft(2) });
    withdraw(&app, &platform, "back");
    hide(&app, &hidden);
    let new = app.offer(&platform, "new", 2);
    let now = ask(since);
    let said = |n: usize| (now["events"][n]["name"].as_str().unwrap(), now["events"][n]["data"]["why"].as_str());
    assert_eq!(said(0), ("upsert", None));
    assert!(now["events"][0]["data"]["html"].as_str().unwrap().contains("16"));
    assert_eq!(said(1), ("gone", Some("Cette mission ne correspond plus à votre recherche.")));
    assert_eq!(said(2), ("gone", Some("La plateforme a retiré cette mission.")));
    assert_eq!(said(3), ("gone", Some("Cette mission est masquée le temps d’une vérification.")));
    assert_eq!(
        (now["total"].as_u64(), now["seq"].as_i64(), &now["stale"]),
        (Some(3), Some(app.app.seq()), &false.into())
    );
    assert!(now["here"].as_array().unwrap().contains(&new.id.to_string().into()));
    assert_eq!(app.app.hub.topics(), 0, "nothing is kept of it");
}

#[test]
fn a_list_of_missions_that_have_some_of_the_words_is_not_emptied() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    let search = "quoi=plonge+jardinage";
    let page = app.anon().get(&format!("/missions?{search}"));
    assert_eq!(page.count(&format!("#offer-{}", offer.id)), 1, "no mission has both words");
    let asked = app.anon().get(&format!("/missions/direct/encore?{search}&vues={}", offer.id)).json();
    assert_eq!(asked["events"].as_array().unwrap().len(), 0, "{asked}");
}
