//! The open list: what is posted, changed or masked reaches it, and only what concerns its search.

mod again;
mod clock;
mod cuts;
mod echoes;
mod missed;
mod reasons;

use crate::kit::TestApp;
use crate::kit::client::encode;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

pub struct Stream {
    reader: BufReader<TcpStream>,
}

#[derive(Debug)]
pub struct Event {
    pub name: String,
    pub id: i64,
    pub data: serde_json::Value,
}

impl Stream {
    pub fn open(app: &TestApp, path: &str) -> Self {
        Self::at(&app.url, path)
    }

    pub fn at(url: &str, path: &str) -> Self {
        let host = url.strip_prefix("http://").unwrap();
        let mut socket = TcpStream::connect(host).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        write!(socket, "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n\r\n").unwrap();
        let mut reader = BufReader::new(socket);
        let mut status = String::new();
        reader.read_line(&mut status).unwrap();
        assert!(status.contains("200"), "{status}");
        Self { reader }
    }

    /// Whether the server ended it.
    pub fn is_over(&mut self) -> bool {
        std::io::Read::read_to_end(&mut self.reader, &mut Vec::new()).is_ok()
    }

    /// The next event, skipping comments.
    pub fn next(&mut self) -> Event {
        let (mut name, mut id) = (String::new(), 0);
        loop {
            let mut line = String::new();
            assert!(self.reader.read_line(&mut line).unwrap() > 0, "the stream ended");
            if let Some(text) = line.strip_prefix("event: ") {
                name = text.trim().to_owned();
            } else if let Some(text) = line.strip_prefix("id: ") {
                id = text.trim().parse().unwrap();
            } else if let Some(text) = line.strip_prefix("data: ") {
                return Event { name, id, data: serde_json::from_str(text).unwrap() };
            }
        }
    }
}

#[test]
fn an_open_list_gets_new_changed_and_vanished_missions_and_only_its_own() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let here = format!("ou={}&quoi=plonge", encode("Saint-Étienne (42000)"));
    let mut near = Stream::open(&app, &format!("/missions/direct?{here}"));
    let mut far = Stream::open(&app, &format!("/missions/direct?ou={}", encode("Brest (29200)")));
    let offer = app.offer(&platform, "r-1", 2);
    let first = near.next();
    assert_eq!((first.name.as_str(), first.data["id"].as_str()), ("upsert", Some(offer.id.to_string().as_str())));
    let html = first.data["html"].as_str().unwrap();
    assert!(html.contains("Plonge et aide en cuisine") && html.contains("Vous êtes libre de dire non"), "I5: {html}");
    // What was in the list before is told apart from what is new, so that totals follow.
    assert_eq!(first.data["before"], false);
    let dearer = escale::offers::check::Draft { pay_cents: 1_600, ..app.draft(2) };
    app.post(&platform, "r-1", &dearer);
    assert_eq!(near.next().data["before"], true);
    app.app.write_now(|tx, now| escale::offers::actions::withdraw(tx, now, platform.id, "r-1")).unwrap();
    assert_eq!(near.next().name, "gone");
    // Elsewhere, nothing is heard of a mission that never concerned the list: the first word is about its own.
    let mut brest = app.draft(2);
    (brest.insee, brest.title) = ("29019".into(), "Plonge au port".into());
    let there = app.post(&platform, "r-2", &brest);
    let event = far.next();
    assert_eq!((event.name.as_str(), event.data["id"].as_str()), ("upsert", Some(there.id.to_string().as_str())));
}

#[test]
fn i1_a_suspension_masks_the_open_list_within_a_second() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let mut stream = Stream::open(&app, "/missions/direct");
    let begun = Instant::now();
    app.suspend(platform.id);
    let event = stream.next();
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(
        (event.name.as_str(), event.data["platform"].as_str()),
        ("mask", Some(platform.id.to_string().as_str()))
    );
    app.reinstate(platform.id);
    assert_eq!(stream.next().name, "reload");
    app.run_jobs();
    let _ = app.app.mailer.take(&platform.email);
}

#[test]
fn a_stream_that_was_cut_resumes_where_it_was() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut stream = Stream::open(&app, "/missions/direct");
    app.offer(&platform, "r-1", 2);
    let seen = stream.next().id;
    drop(stream);
    let missed = app.offer(&platform, "r-2", 2);
    let mut again = Stream::open(&app, &format!("/missions/direct?since={seen}"));
    let event = again.next();
    assert_eq!(event.data["id"].as_str(), Some(missed.id.to_string().as_str()));
    assert!(event.id > seen);
}

#[test]
fn a_mission_that_leaves_a_search_is_gone_from_it_and_stays_in_others() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "r-1", 2);
    let mut paid = Stream::open(&app, "/api/v1/offers/stream?min_pay_hour_cents=1400");
    let mut all = Stream::open(&app, "/api/v1/offers/stream");
    let mut cheaper = app.draft(2);
    cheaper.pay_cents = 1_300;
    app.post(&platform, "r-1", &cheaper);
    let (left, kept) = (paid.next(), all.next());
    assert_eq!((left.name.as_str(), left.data["reason"].as_str()), ("gone", Some("offer-changed")));
    assert_eq!((kept.name.as_str(), kept.data["item"]["pay_cents"].as_i64()), ("upsert", Some(1_300)));
    // Its only slot begins: it is gone when the clock says so, though no platform wrote anything.
    app.advance(chrono::TimeDelta::hours(22));
    escale::work::clockwork(&app.app).unwrap();
    assert_eq!(all.next().name, "gone");
}

#[test]
fn what_changed_many_times_is_told_once_to_those_who_come_back() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut stream = Stream::open(&app, "/api/v1/offers/stream");
    app.offer(&platform, "r-1", 2);
    let seen = stream.next().id;
    drop(stream);
    for cents in [1_300, 1_400, 1_500, 1_600] {
        let mut draft = app.draft(2);
        draft.pay_cents = cents;
        app.post(&platform, "r-1", &draft);
    }
    let second = app.offer(&platform, "r-2", 2);
    let mut stream = Stream::open(&app, &format!("/api/v1/offers/stream?since={seen}"));
    assert_eq!(stream.next().data["item"]["pay_cents"], 1_600, "the last state, once");
    assert_eq!(stream.next().data["item"]["id"].as_str(), Some(second.id.to_string().as_str()));
}

#[test]
fn a_list_says_that_it_is_live_and_from_when() {
    let app = TestApp::start();
    let page = app.anon().get("/missions?quoi=plonge");
    let url = page.attr("[data-live]", "data-live-url").unwrap();
    assert!(url.starts_with("/missions/direct?quoi=plonge&depuis="), "{url}");
    assert_eq!(page.count("[role=status][data-live-status]"), 1);
}
