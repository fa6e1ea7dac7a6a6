//! Bad input and faults: named, bounded, and never at the price of an acknowledged write.

use crate::kit::TestApp;
use chrono::TimeDelta;
use escale::offers::Flags;
use escale::offers::check::Draft;
use serde_json::{Value, json};

/// A draft as the API takes it.
pub fn wire(d: &Draft) -> Value {
    let has = |bit| d.flags.has(bit);
    json!({
        "title": d.title, "description": d.description, "occupation": d.occupation, "status": d.status,
        "pay_cents": d.pay_cents, "pay_unit": d.pay_unit, "duration_minutes": d.duration_minutes,
        "commission_percent": d.commission_percent, "paid_by": d.paid_by, "costs": d.costs, "insurance": d.insurance,
        "equipment": d.equipment, "requirements": d.requirements, "cancellation": d.cancellation, "contact": d.contact,
        "pay_delay_days": d.pay_delay_days, "contributions_withheld": d.contributions_withheld,
        "insee": d.insee, "address": d.address, "remote": has(Flags::REMOTE), "licence_required": !has(Flags::NO_LICENCE),
        "car_required": !has(Flags::NO_CAR), "accessible": has(Flags::ACCESSIBLE), "beginner_ok": has(Flags::BEGINNER),
        "slots": d.slots.iter().map(|(s, e, p)| json!({ "starts_at": s.to_rfc3339(), "ends_at": e.to_rfc3339(), "places": p })).collect::<Vec<_>>(),
    })
}

fn codes(page: &crate::kit::Page) -> Vec<String> {
    let problem = page.json();
    assert_eq!(page.header("content-type"), Some("application/problem+json"), "{}", page.body);
    problem["errors"]
        .as_array()
        .map(|l| {
            l.iter().map(|e| format!("{} {}", e["code"].as_str().unwrap(), e["field"].as_str().unwrap_or(""))).collect()
        })
        .unwrap_or_default()
}

#[test]
fn posting_is_idempotent_and_says_what_it_did() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut api = app.api(&platform);
    let body = wire(&app.draft(2));
    let first = api.json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!(first.status, 201, "{}", first.body);
    assert_eq!(first.json()["state"], "published");
    let url = first.json()["url"].as_str().unwrap().to_owned();
    assert_eq!(app.anon().get(&url).status, 200, "visible at once");
    let again = api.json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!(again.status, 200);
    assert_eq!(again.json()["id"], first.json()["id"]);
    let patched =
        api.send("PATCH", "/api/v1/offers/ref-1", Some(r#"{"pay_cents": 1600}"#), "application/merge-patch+json");
    assert_eq!(patched.status, 200, "{}", patched.body);
    assert!(app.anon().get(&url).has("16\u{a0}€ par heure"));
    assert_eq!(api.send("DELETE", "/api/v1/offers/ref-1", None, "").status, 204);
    assert_eq!(app.anon().get(&url).status, 410);
    let gone = api.send("DELETE", "/api/v1/offers/ref-1", None, "");
    assert_eq!((gone.status, gone.json()["code"].as_str()), (410, Some("offer-already-ended")));
}

#[test]
fn every_item_of_the_api_carries_the_notice_and_the_label() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    for n in 0..3 {
        app.post(&platform, &format!("r-{n}"), &app.draft(2));
    }
    let page = app.anon().get("/api/v1/offers?limit=2").json();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    for item in page["items"].as_array().unwrap() {
        assert_eq!(item["notice"]["reasonable_job_offer"], false, "I5: {item}");
        assert!(item["notice"]["text"].as_str().unwrap().contains("offre raisonnable d’emploi"));
        assert_eq!(item["label"]["state"], "active");
    }
    let next = page["next"].as_str().unwrap().to_owned();
    let rest = app.anon().get(&next).json();
    assert_eq!(rest["items"].as_array().unwrap().len(), 1);
    assert!(rest["next"].is_null());
}

#[test]
fn each_wrong_field_is_named_with_a_french_sentence() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut api = app.api(&platform);
    let mut draft = app.draft(0);
    draft.pay_cents = 900;
    draft.title = "Plonge, moins de 30 ans".into();
    let page = api.json("PUT", "/api/v1/offers/ref-1", &wire(&draft));
    assert_eq!(page.status, 422);
    assert_eq!(codes(&page), ["pay-below-floor pay_cents", "offer-discriminates title", "slot-places slots[0].places"]);
    assert!(page.json()["errors"][0]["detail"].as_str().unwrap().contains("12,31"));
    let mut body = wire(&app.draft(1));
    body["colour"] = json!("red");
    let page = api.json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!((page.status, codes(&page)), (422, vec!["json-unknown-field colour".to_owned()]));
    let page = api.send("PUT", "/api/v1/offers/ref-1", Some("{not json"), "application/json");
    assert_eq!((page.status, page.json()["code"].as_str()), (400, Some("json-invalid")));
    assert_eq!(app.anon().get("/api/v1/offers").json()["total"], 0, "a rejected write changed nothing (I17)");
}

#[test]
fn bodies_are_limited_and_paths_are_checked() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let mut api = app.api(&platform);
    let mut body = wire(&app.draft(1));
    body["description"] = json!("x".repeat(9 * 1024 * 1024));
    let page = api.json("PUT", "/api/v1/offers/ref-1", &body);
    assert_eq!(page.status, 413, "{}", page.body);
    assert_eq!(api.json("PUT", "/api/v1/offers/a%20b", &wire(&app.draft(1))).status, 422);
    assert_eq!(api.get("/api/v1/nothing").status, 404);
    assert_eq!(app.anon().get("/missions/../etc/passwd").status, 404);
    assert_eq!(app.anon().get("/static/../Cargo.toml").status, 404);
    let page = api.send("DELETE", "/api/v1/offers", None, "");
    assert_eq!(page.status, 405);
    assert!(page.header("allow").is_some_and(|a| a.contains("GET")), "{:?}", page.headers);
}

#[test]
fn a_key_is_needed_and_holds_only_for_its_platform() {
    let app = TestApp::start();
    let (one, two) = (app.labelled("one"), app.labelled("two"));
    let body = wire(&app.draft(1));
    assert_eq!(app.anon().json("PUT", "/api/v1/offers/r", &body).status, 401);
    let mut wrong = app.anon().with_header("Authorization", &format!("Bearer {}x", one.key));
    assert_eq!(wrong.json("PUT", "/api/v1/offers/r", &body).status, 401);
    app.api(&one).json("PUT", "/api/v1/offers/r", &body);
    assert_eq!(app.api(&two).send("DELETE", "/api/v1/offers/r", None, "").status, 404);
    app.app.clock.advance(TimeDelta::days(31));
    assert_eq!(app.api(&one).json("PUT", "/api/v1/offers/r", &body).status, 401, "a key has an end");
}

#[test]
fn a_batch_answers_line_by_line() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let line = |reference: &str, places| {
        let mut body = wire(&app.draft(places));
        body["reference"] = json!(reference);
        body.to_string()
    };
    let lines = [line("a", 1), "not json".into(), line("b", 0), line("c", 3)].join("\n");
    let page = app.api(&platform).send("POST", "/api/v1/offers:batch", Some(&lines), "application/x-ndjson");
    assert_eq!(page.status, 200, "{}", page.body);
    let statuses: Vec<_> =
        page.body.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["status"].as_u64().unwrap()).collect();
    assert_eq!(statuses, [201, 400, 422, 201]);
}

#[test]
fn a_mail_server_that_is_down_delays_letters_and_loses_none() {
    let app = TestApp::start();
    let service = app.service();
    let (advisor, _) = app.advisor(service, "Claire");
    let person = app.person("Amina", Some(advisor));
    app.app.mailer.set_down(true);
    let mut anon = app.anon();
    let page = anon.get("/connexion");
    anon.submit(&page, "lettre", &[("email", person.email.as_str())]);
    app.run_jobs();
    assert!(app.app.mailer.take(&person.email).is_empty());
    app.app.mailer.set_down(false);
    app.advance(TimeDelta::minutes(1));
    assert_eq!(app.app.mailer.take(&person.email).len(), 1);
    // A whole night without mail: another letter, asked for in the evening, leaves in the morning.
    let other = app.person("Bruno", None);
    let platform = app.labelled("halles");
    let offer = app.post(&platform, "r-1", &crate::kit::world::draft(app.now() + TimeDelta::hours(60), 1));
    let who = crate::guards::herself(&app, &other);
    let consent = escale::interests::Consent::default();
    app.app.write_now(|tx, now| escale::interests::actions::send(tx, now, who, offer.slots[0].id, &consent)).unwrap();
    app.app.mailer.set_down(true);
    for _ in 0..60 {
        app.advance(TimeDelta::minutes(11));
    }
    app.app.mailer.set_down(false);
    app.advance(TimeDelta::minutes(11));
    assert_eq!(app.app.mailer.take(&other.email).len(), 1);
    let _ = app.app.mailer.take_all();
    app.advance(TimeDelta::hours(2));
    assert!(app.app.mailer.take(&person.email).is_empty(), "never sent twice");
}

#[test]
fn a_form_from_another_site_is_turned_away() {
    let app = TestApp::start();
    let cross = |name: &str, value: &str| {
        app.anon()
            .with_header(name, value)
            .send("POST", "/connexion", Some("email=a%40exemple.fr"), "application/x-www-form-urlencoded")
            .status
    };
    assert_eq!(cross("Sec-Fetch-Site", "cross-site"), 403);
    assert_eq!(cross("Origin", "https://evil.example"), 403);
    assert_eq!(cross("Sec-Fetch-Site", "same-origin"), 403, "without its token");
}

#[test]
fn every_answer_carries_the_security_headers() {
    let app = TestApp::start();
    for path in ["/", "/missions", "/nothing", "/api/v1/offers", "/static/app.css"] {
        let page = app.anon().get(path);
        for header in ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"] {
            assert!(page.header(header).is_some(), "{path}: {header}");
        }
        assert!(!page.headers.iter().any(|(k, _)| k == "set-cookie"), "{path} sets a cookie");
    }
}
