//! What happened between a page and its stream: who never saw a mission is not told that it went.

use super::Stream;
use super::reasons::{take_a_place, withdraw};
use crate::kit::TestApp;
use crate::kit::client::encode;
use escale::offers::check::Draft;

#[test]
fn what_changes_elsewhere_before_the_stream_opens_is_not_told() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let far = |n: i64| Draft { insee: "29019".into(), pay_cents: 1_500 + n, ..app.draft(2) };
    let known = app.post(&platform, "known", &far(0));
    let search = format!("ou={}&quoi=plonge", encode("Saint-Étienne (42000)"));
    let since = app.app.seq();
    // New ones, one of which is taken back at once, and a place taken: nobody who looks here ever saw them.
    for n in 0..30 {
        app.post(&platform, &format!("far-{n}"), &far(n));
    }
    withdraw(&app, &platform, "far-3");
    take_a_place(&app, &known);
    let near = app.offer(&platform, "near", 2);
    let mut stream = Stream::open(&app, &format!("/missions/direct?{search}&depuis={since}"));
    let first = stream.next();
    assert_eq!((first.name.as_str(), first.data["id"].as_str()), ("upsert", Some(near.id.to_string().as_str())));
    assert_eq!(first.data["before"], false, "nobody saw it before: it is counted without asking");
}

#[test]
fn what_cannot_be_known_is_told_once_for_all() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let far = Draft { insee: "29019".into(), ..app.draft(2) };
    let near = app.offer(&platform, "near", 2);
    for n in 0..5 {
        app.post(&platform, &format!("far-{n}"), &far);
    }
    let search = format!("ou={}&quoi=plonge", encode("Saint-Étienne (42000)"));
    let since = app.app.seq();
    for n in 0..5 {
        withdraw(&app, &platform, &format!("far-{n}"));
    }
    withdraw(&app, &platform, "near");
    let mut stream = Stream::open(&app, &format!("/missions/direct?{search}&depuis={since}"));
    assert_eq!(stream.next().name, "reload");
    let again = app.offer(&platform, "again", 2);
    let next = stream.next();
    assert_eq!((next.name.as_str(), next.data["id"].as_str()), ("upsert", Some(again.id.to_string().as_str())));
    // The page then asks once, with what it shows.
    let asked = app.anon().get(&format!("/missions/direct/encore?{search}&depuis={since}&vues={}", near.id)).json();
    assert_eq!((asked["total"].as_u64(), asked["events"].as_array().unwrap().len()), (Some(1), 1));
    assert_eq!(asked["events"][0]["data"]["why"], "La plateforme a retiré cette mission.");
}
