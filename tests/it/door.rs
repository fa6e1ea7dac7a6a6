//! At the door: who may read the counts, whose address is believed, how long anyone is remembered, how often a session is
//! read.

use crate::kit::{TestApp, Work};
use escale::web::health;
use escale::work::clockwork;

const TOKEN: &str = "a token for the one who runs the place";

#[test]
fn the_counts_are_closed_without_a_token_even_to_this_machine() {
    health::start_counting();
    let app = TestApp::start();
    for sent in ["", "Bearer ", "Bearer x"] {
        assert_eq!(app.anon().with_header("Authorization", sent).get("/metrics").status, 404);
    }
    assert_eq!(app.anon().get("/metrics").status, 404);
}

#[test]
fn the_counts_are_read_with_the_token_of_the_configuration_only() {
    health::start_counting();
    let app = TestApp::start_with(|config| config.metrics_token = TOKEN.to_owned());
    let read = |sent: &str| app.anon().with_header("Authorization", sent).get("/metrics");
    assert_eq!(app.anon().get("/metrics").status, 404);
    for wrong in ["Bearer".to_owned(), format!("Bearer {TOKEN}x"), format!("Basic {TOKEN}"), TOKEN.to_owned()] {
        assert_eq!(read(&wrong).status, 404, "{wrong}");
    }
    let counts = read(&format!("Bearer {TOKEN}"));
    assert_eq!(counts.status, 200);
    assert!(counts.body.contains("escale_jobs_waiting"), "{}", counts.body);
}

/// How many of thirty requests are answered: all of them when each is another reader's.
fn answered(app: &TestApp, lines: impl Fn(usize) -> Vec<String>) -> usize {
    let ask = |n: usize| {
        let client = app.anon();
        lines(n).iter().fold(client, |c, line| c.with_header("X-Forwarded-For", line)).get("/healthz").status
    };
    (0..30).filter(|n| ask(*n) == 200).count()
}

#[test]
fn an_address_is_believed_only_when_a_trusted_proxy_wrote_it() {
    let limited = |proxies: &str| {
        TestApp::start_with(|config| {
            config.pages_per_second = 1;
            config.trusted_proxies = proxies.parse().unwrap();
        })
    };
    let alone = limited("");
    assert!(answered(&alone, |n| vec![format!("203.0.113.{n}")]) < 15, "nobody is believed");
    let behind = limited("127.0.0.0/8");
    assert_eq!(answered(&behind, |n| vec![format!("198.51.100.1, 203.0.113.{n}")]), 30, "each reader for herself");
    let forged = limited("127.0.0.0/8");
    let forgery = |n: usize| vec![format!("203.0.113.{n}"), "192.0.2.9".to_owned()];
    assert!(answered(&forged, forgery) < 15, "what the reader wrote before is not believed");
    let other = limited("10.0.0.0/8");
    assert!(answered(&other, |n| vec![format!("203.0.113.{n}")]) < 15, "a proxy that is not ours");
}

#[test]
fn the_clockwork_forgets_the_addresses_that_are_seen_no_more() {
    let app = TestApp::start_with(|config| {
        config.pages_per_second = 1_000;
        config.trusted_proxies = "127.0.0.1".parse().unwrap();
    });
    assert_eq!(answered(&app, |n| vec![format!("203.0.113.{n}")]), 30);
    assert!(app.app.limits.remembered() > 0);
    // A thousandth of a second is enough for an address to be as good as new.
    let forgotten = (0..1_000).any(|_| {
        clockwork(&app.app).unwrap();
        app.app.limits.remembered() == 0
    });
    assert!(forgotten, "{} are remembered", app.app.limits.remembered());
}

#[test]
fn a_session_is_read_once_a_request_and_not_at_all_for_a_place() {
    let mut work = None;
    let app = TestApp::start_with(|config| work = Some(Work::watch(config)));
    let work = work.unwrap();
    let person = app.person("Amina", None);
    let mut client = app.signed_in(&person.email);
    let token = client.get("/moi/heures").attr("input[name=_token]", "value").unwrap();
    work.ran();
    let sessions = || work.ran().iter().filter(|s| s.contains("session")).count();
    // The page and its form both ask who sends them.
    let body = format!("_token={token}&propositions=oui");
    let done = client.once("POST", "/moi/reglages", Some(&body), "application/x-www-form-urlencoded");
    assert_eq!((done.status, sessions()), (303, 1));
    assert_eq!((client.get("/mes-droits").status, sessions()), (200, 1));
    assert_eq!((app.anon().get("/mes-droits").status, work.ran().len()), (200, 0));
    assert_eq!(client.get("/communes?q=saint-et").status, 200);
    assert_eq!(work.ran(), Vec::<String>::new(), "a place asks the database nothing");
}
