//! Feeds and sitemaps hold what is visible now, with its notice, and nothing else.

use crate::kit::TestApp;

fn entries(body: &str) -> usize {
    body.matches("<entry>").count()
}

#[test]
fn i5_every_entry_of_a_feed_carries_the_notice() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "ref-1", 2);
    let feed = app.anon().get("/missions.atom?quoi=plonge");
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    assert_eq!(entries(&feed.body), 1, "{}", feed.body);
    assert!(feed.body.contains(&format!("urn:uuid:{}", offer.id)));
    assert_eq!(feed.body.matches("Vous êtes libre de dire non").count(), 2, "the feed's and the entry's");
    assert!(feed.body.contains("quoi=plonge"), "the address is the search");
    assert!(feed.body.contains("<title>Missions\u{a0}: plonge</title>"), "{}", feed.body);
    assert_eq!(entries(&app.anon().get("/missions.atom?quoi=xylophone").body), 0);
    assert_eq!(app.anon().get("/missions.atom?ou=Xyzzyville").status, 422, "not the whole country");
    assert!(app.anon().get("/en/missions.atom").body.contains("You are free to say no"));
}

#[test]
fn i10_a_mission_that_is_not_visible_is_in_no_feed_nor_sitemap() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "ref-1", 2);
    let address = format!("/missions/{}", offer.id);
    assert!(app.anon().get("/sitemap.xml").body.contains("/sitemap-1.xml"));
    assert!(app.anon().get("/sitemap-1.xml").body.contains(&address));
    assert_eq!(app.anon().get("/sitemap-2.xml").status, 404);
    assert!(app.anon().get("/robots.txt").body.contains("Disallow: /moi"));
    app.suspend(platform.id);
    assert!(!app.anon().get("/sitemap-1.xml").body.contains(&address));
    assert_eq!(entries(&app.anon().get("/missions.atom").body), 0);
}

#[test]
fn a_search_with_filters_is_not_indexed_and_its_feed_is_named() {
    let app = TestApp::start();
    let page = app.anon().get("/missions?quoi=plonge&page=1");
    assert_eq!(page.attr("meta[name=robots]", "content").as_deref(), Some("noindex, follow"));
    assert!(page.attr("link[rel=canonical]", "href").unwrap().ends_with("/missions"));
    assert!(page.attr("link[type='application/atom+xml']", "href").unwrap().contains("quoi=plonge"));
    assert!(app.anon().get("/missions").attr("meta[name=robots]", "content").is_none());
}
