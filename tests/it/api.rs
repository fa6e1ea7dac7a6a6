//! What a platform's program can rely on: its own missions read back, writes that undo nothing, bodies refused by kind,
//! answers packed as asked and never given again once something changed.

use crate::faults::wire;
use crate::kit::{Client, TestApp};
use escale::offers::check::Draft;
use serde_json::json;
use std::io::{Read, Write};

#[test]
fn a_platform_reads_its_own_mission_back_in_whatever_state() {
    let app = TestApp::start();
    let (platform, other) = (app.labelled("halles"), app.labelled("portes"));
    let mut api = app.api(&platform);
    api.json("PUT", "/api/v1/offers/ref-1", &wire(&app.draft(2)));
    let read = api.get("/api/v1/offers/ref-1");
    assert_eq!((read.status, read.header("etag")), (200, Some("\"1\"")), "{}", read.body);
    let own = read.json();
    assert_eq!((own["state"].as_str(), own["visible"].as_bool()), (Some("published"), Some(true)));
    let again = api.json("PUT", "/api/v1/offers/ref-1", &own["offer"]);
    assert_eq!((again.status, again.json()["version"].as_i64()), (200, Some(1)), "what is read can be put back");
    assert_eq!(app.api(&other).get("/api/v1/offers/ref-1").status, 404, "nobody else's (I18)");
    assert_eq!(app.anon().get("/api/v1/offers/ref-1").status, 404);
    api.send("DELETE", "/api/v1/offers/ref-1", None, "");
    assert_eq!(api.get("/api/v1/offers/ref-1").json()["state"], "withdrawn");
}

#[test]
fn a_write_meant_for_another_version_changes_nothing() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut api = app.api(&platform);
    let body = wire(&app.draft(2));
    let meant = |api: Client, version: &str| api.with_header("If-Match", version);
    let early = meant(app.api(&platform), "\"1\"").json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!((early.status, early.json()["code"].as_str()), (412, Some("changed-since")), "{}", early.body);
    api.json("PUT", "/api/v1/offers/ref-1", &body);
    let patch = |api: &mut Client, cents: i32| {
        let change = json!({ "pay_cents": cents }).to_string();
        api.send("PATCH", "/api/v1/offers/ref-1", Some(&change), "application/merge-patch+json").status
    };
    assert_eq!(patch(&mut meant(app.api(&platform), "\"1\""), 1_700), 200);
    assert_eq!(patch(&mut meant(app.api(&platform), "\"1\""), 1_800), 412);
    let gone = meant(app.api(&platform), "\"1\"").send("DELETE", "/api/v1/offers/ref-1", None, "");
    assert_eq!(gone.status, 412);
    let own = api.get("/api/v1/offers/ref-1").json();
    assert_eq!((own["state"].as_str(), own["offer"]["pay_cents"].as_i64()), (Some("published"), Some(1_700)));
}

#[test]
fn what_is_posted_as_new_does_not_touch_what_is_there() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let body = wire(&app.draft(2));
    let put = || app.api(&platform).with_header("If-None-Match", "*").json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!(put().status, 201);
    let again = put();
    assert_eq!((again.status, again.json()["code"].as_str()), (412, Some("changed-since")));
}

#[test]
fn a_parameter_that_nobody_knows_is_named() {
    let app = TestApp::start();
    let answer = app.anon().get("/api/v1/offers?quoi=plonge&pays=fr&besoin=rien");
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("query-unknown") && answer.body.contains("pays"), "{}", answer.body);
    assert!(answer.body.contains("sans-permis"), "{}", answer.body);
}

#[test]
fn the_head_of_a_stream_comes_without_the_stream() {
    let app = TestApp::start();
    for path in ["/missions/direct", "/api/v1/offers/stream"] {
        let mut socket = std::net::TcpStream::connect(app.url.trim_start_matches("http://")).unwrap();
        socket.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
        write!(socket, "HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("text/event-stream"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }
}

#[test]
fn a_body_of_another_kind_is_refused_by_name() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let page =
        app.api(&platform).send("PUT", "/api/v1/offers/ref-1", Some("title=x"), "application/x-www-form-urlencoded");
    assert_eq!((page.status, page.json()["code"].as_str()), (415, Some("content-type")));
    assert!(page.json()["title"].as_str().unwrap().contains("application/json"));
}

#[test]
fn a_public_answer_is_never_given_again_once_something_changed() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let total = || app.anon().get("/api/v1/offers").json()["total"].as_u64().unwrap();
    assert_eq!((total(), total()), (0, 0));
    app.api(&platform).json("PUT", "/api/v1/offers/ref-1", &wire(&app.draft(2)));
    assert_eq!((total(), total()), (1, 1), "in the same second");
    assert!(app.anon().get("/missions").has("Confirmé il y a 0 s"));
    app.advance(chrono::TimeDelta::hours(1));
    assert!(app.anon().get("/missions").has("Confirmé il y a 1 h"), "time goes by without any write");
}

#[test]
fn what_was_given_a_moment_ago_stays_true_through_a_change_that_does_not_concern_it() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "ref-1", 2);
    app.advance(chrono::TimeDelta::seconds(90));
    let detail = format!("/missions/{}", offer.id);
    let pages = ["/missions?quoi=plonge&ou=Saint-Étienne+(42000)&km=10", &detail, "/missions", "/missions?paie=14"];
    // The address of its live list says after which change a page was made.
    let ask = || pages.map(|path| app.anon().get(&path.replace('É', "%C3%89")).body);
    let post = |reference: &str, cents: i64, insee: &str| {
        let draft = Draft { pay_cents: cents, insee: insee.into(), ..app.draft(1) };
        app.post(&platform, reference, &draft);
    };
    let first = ask();
    assert_eq!(ask(), first);
    let same = |before: &[String; 4], after: &[String; 4]| [0, 1, 2, 3].map(|n| before[n] == after[n]);
    post("ref-2", 1_350, "29019");
    let second = ask();
    assert_eq!(same(&first, &second), [true, true, false, true], "posted in Brest, paid 13,50 €");
    post("ref-3", 1_500, "29019");
    let third = ask();
    assert_eq!(same(&second, &third), [true, true, false, false], "paid 15 €");
    post("ref-1", 1_600, "42218");
    assert_eq!(same(&third, &ask()), [false; 4], "the mission itself, moved nowhere and paid more");
    app.app.write_now(|tx, now| escale::offers::actions::withdraw(tx, now, platform.id, "ref-1")).unwrap();
    assert_eq!(app.anon().get(&detail).status, 410);
    assert!(app.anon().get(pages[0].replace('É', "%C3%89").as_str()).has("Aucune mission"));
}

#[test]
fn an_empty_answer_of_several_words_is_asked_again_once_one_of_them_is_posted() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let total = || app.anon().get("/api/v1/offers?q=plonge+xylophone").json()["total"].as_u64().unwrap();
    assert_eq!((total(), total()), (0, 0));
    app.offer(&platform, "ref-1", 2);
    assert_eq!(total(), 1, "the words that nobody has are let go");
}

#[test]
fn i10_what_was_given_a_moment_ago_is_not_given_again_once_the_slot_has_started() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut draft = app.draft(2);
    let start = app.now() + chrono::TimeDelta::seconds(3_630);
    draft.slots = vec![(start, start + chrono::TimeDelta::hours(2), 2)];
    app.post(&platform, "ref-1", &draft);
    let total = || app.anon().get("/api/v1/offers").json()["total"].as_u64().unwrap();
    app.advance(chrono::TimeDelta::seconds(3_601));
    assert_eq!((total(), total()), (1, 1));
    app.advance(chrono::TimeDelta::seconds(28));
    assert_eq!(total(), 1, "one second before");
    app.advance(chrono::TimeDelta::seconds(1));
    assert_eq!(total(), 0, "in the middle of a minute");
}

#[test]
fn i1_what_was_given_a_moment_ago_is_not_given_again_after_a_suspension() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "ref-1", 2);
    let detail = format!("/missions/{}", offer.id);
    let paths = ["/missions", &detail, "/en/missions", "/missions.atom", "/missions/filtres", "/api/v1/offers"];
    let ask = |path: &str, coding: &str| app.anon().with_header("Accept-Encoding", coding).once("GET", path, None, "");
    for (path, coding) in paths.iter().flat_map(|path| ["zstd", "gzip", "identity"].map(|coding| (*path, coding))) {
        let (first, again) = (ask(path, coding), ask(path, coding));
        assert_eq!((again.status, &again.body), (200, &first.body), "{path}");
        assert_eq!(again.header("content-encoding"), first.header("content-encoding"), "{path} {coding}");
    }
    app.suspend(platform.id);
    for (path, coding) in paths.iter().flat_map(|path| ["zstd", "gzip", "identity"].map(|coding| (*path, coding))) {
        let after = ask(path, coding);
        assert!(!after.body.contains(&offer.id.to_string()) || after.status == 410, "{path} {coding}");
    }
    assert_eq!(ask(&detail, "zstd").status, 410);
    app.run_jobs();
    let _ = app.app.mailer.take(&platform.email);
}

#[test]
fn a_hostile_address_is_bounded_and_never_a_fault() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    app.offer(&platform, "ref-1", 2);
    let many: String = (0..700).map(|n| format!("&a=a{n}")).collect();
    let words = "mot+".repeat(1_000);
    for (path, status) in [
        ("/missions/filtres?metier=%C3%A9".to_owned(), 200),
        ("/missions?metier=%C3%A9&paie=x&de=99:99&a=-1&km=0&km=99999999999&page=999999999".to_owned(), 200),
        (format!("/missions?quoi=zzz{many}"), 200),
        (format!("/missions?quoi={words}"), 200),
        ("/missions?apres=AAAA&page=2&tri=distance&date=9999-99-99&jusque=0000-01-01".to_owned(), 200),
        (format!("/missions?quoi={}", "a".repeat(9_000)), 413),
        ("/api/v1/offers?cursor=AAAA".to_owned(), 422),
    ] {
        let page = app.anon().get(&path);
        assert_eq!(page.status, status, "{}", &path[..path.len().min(80)]);
        assert!(page.body.len() < 600_000, "{} bytes", page.body.len());
    }
    let own = app.anon().with_header("Authorization", "Bearer esc_nothing").get("/api/v1/offers/ref-1");
    assert_eq!((own.status, own.json()["code"].as_str()), (401, Some("key-invalid")), "not « no such mission »");
}

#[test]
fn a_page_is_packed_as_the_browser_asks() {
    let app = TestApp::start();
    for (accepted, coding) in [("gzip, deflate, br, zstd", Some("zstd")), ("gzip", Some("gzip")), ("identity", None)] {
        let page = app.anon().with_header("Accept-Encoding", accepted).once("GET", "/missions", None, "");
        assert_eq!((page.status, page.header("content-encoding")), (200, coding));
        assert_eq!(page.header("vary"), Some("Accept-Encoding"));
    }
}
