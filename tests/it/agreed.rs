//! What a person asked for: the slot that she saw is the one proposed, what she was told stays true and readable to her, and a
//! refusal says nothing about her.

use crate::faults::wire;
use crate::kit::TestApp;
use chrono::TimeDelta;
use escale::interests::{self, Consent};
use escale::offers::check::Draft;

#[test]
fn the_slot_that_was_shown_is_the_one_that_is_asked_for() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let amina = app.person("Amina", None);
    let start = app.now() + TimeDelta::hours(21);
    let slot = |days: i64| (start + TimeDelta::days(days), start + TimeDelta::days(days) + TimeDelta::hours(4), 2);
    let offer = app.post(&platform, "r-1", &Draft { slots: vec![slot(0), slot(1)], ..app.draft(2) });
    let mut her = app.signed_in(&amina.email);
    for (date, wanted) in [("2026-11-26", &offer.slots[0]), ("2026-11-27", &offer.slots[1])] {
        let list = her.get(&format!("/missions?date={date}"));
        let detail = her.follow(&list, "Plonge et aide en cuisine");
        let form = her.follow(&detail, "Ça m’intéresse");
        let chosen = format!("input[name=creneau][value='{}'][checked]", wanted.id);
        assert_eq!(form.count(&chosen), 1, "{date}: {}", form.body);
    }
}

#[test]
fn i8_what_people_with_a_place_were_told_cannot_get_worse() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let amina = app.person("Amina", None);
    let draft = app.draft(2);
    let mut api = app.api(&platform);
    assert_eq!(api.json("PUT", "/api/v1/offers/r-1", &wire(&draft)).status, 201);
    let id = app.app.board().visible_ids(app.now().seconds()).next().unwrap();
    let slot = app.app.board().get(id, app.now().seconds()).unwrap().payload.offer.slots[0].id;
    let her = crate::guards::herself(&app, &amina);
    app.app.write_now(|tx, now| interests::actions::send(tx, now, her, slot, &Consent::default())).unwrap();
    for worse in [
        Draft { pay_cents: draft.pay_cents - 100, ..draft.clone() },
        Draft { insee: "69123".into(), ..draft.clone() },
        Draft { costs: "Vous payez le transport.".into(), ..draft.clone() },
        Draft { status: "fixed_term".into(), ..draft.clone() },
    ] {
        let refused = api.json("PUT", "/api/v1/offers/r-1", &wire(&worse));
        assert_eq!((refused.status, refused.json()["code"].as_str()), (409, Some("terms-held")), "{}", refused.body);
    }
    let better = Draft { pay_cents: draft.pay_cents + 100, title: "Plonge du midi".into(), ..draft };
    assert_eq!(api.json("PUT", "/api/v1/offers/r-1", &wire(&better)).status, 200);
    app.run_jobs();
    for address in [&amina.email, &platform.email] {
        let _ = app.app.mailer.take(address);
    }
}

#[test]
fn what_she_asked_for_stays_readable_to_her_and_to_nobody_else() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let (amina, bruno) = (app.person("Amina", None), app.person("Bruno", None));
    let offer = app.offer(&platform, "r-1", 1);
    let her = crate::guards::herself(&app, &amina);
    app.app
        .write_now(|tx, now| interests::actions::send(tx, now, her, offer.slots[0].id, &Consent::default()))
        .unwrap();
    let path = format!("/missions/{}", offer.id);
    let (mut she, mut he) = (app.signed_in(&amina.email), app.signed_in(&bruno.email));
    for suspended in [false, true] {
        if suspended {
            app.suspend(platform.id);
        }
        let hers = she.get(&path);
        assert_eq!(hers.status, 200, "{}", hers.body);
        assert!(hers.has("Vous avez demandé cette mission") && hers.has("Aucune expérience demandée"));
        assert_eq!(hers.count("a[href*='nouvelle']"), 0, "she does not wait for a place that she holds");
        assert_eq!((he.get(&path).status, app.anon().get(&path).status), (410, 410), "G1");
    }
    app.run_jobs();
    for address in [&amina.email, &platform.email] {
        let _ = app.app.mailer.take(address);
    }
}

#[test]
fn i4_a_refusal_by_a_program_says_nothing_about_the_person() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let amina = app.person("Amina", None);
    let offer = app.offer(&platform, "r-1", 2);
    let her = crate::guards::herself(&app, &amina);
    app.app
        .write_now(|tx, now| interests::actions::send(tx, now, her, offer.slots[0].id, &Consent::default()))
        .unwrap();
    let mut api = app.api(&platform);
    let id = api.get("/api/v1/interests").json()["items"][0]["id"].as_str().unwrap().to_owned();
    let answer = |reason: &str| serde_json::json!({ "answer": "decline", "reason": reason, "condition": "pas fiable" });
    for reason in ["filled", "cancelled"] {
        let refused = api.json("POST", &format!("/api/v1/interests/{id}/answer"), &answer(reason));
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(refused.body.contains("condition-unasked"), "{}", refused.body);
    }
    let plain = serde_json::json!({ "answer": "decline", "reason": "filled" });
    assert_eq!(api.json("POST", &format!("/api/v1/interests/{id}/answer"), &plain).status, 200);
    app.run_jobs();
    let letters = app.app.mailer.take(&amina.email);
    assert!(letters.iter().all(|letter| !letter.text.contains("fiable")));
    let _ = app.app.mailer.take(&platform.email);
}

#[test]
fn the_pay_of_an_hour_that_is_shown_is_the_one_that_was_checked() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let draft = Draft { pay_unit: "mission".into(), pay_cents: 6_000, duration_minutes: 60, ..app.draft(1) };
    let offer = app.post(&platform, "r-1", &draft);
    assert_eq!(offer.terms.pay_per_hour().0, 1_500, "60 € for a slot of four hours");
}

#[test]
fn a_slot_at_the_same_time_as_another_of_hers_says_so_before_she_confirms_and_she_decides() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let amina = app.person("Amina", None);
    let at = |hours: i64| app.now() + TimeDelta::hours(hours);
    let post = |title: &str, from: i64, to: i64| {
        let slots = vec![(at(from), at(to), 2)];
        app.post(
            &platform,
            title,
            &Draft { title: title.into(), slots, duration_minutes: (to - from) * 60, ..app.draft(2) },
        )
    };
    let (first, same, after) = (post("Plonge", 21, 25), post("Inventaire", 24, 26), post("Entretien", 25, 27));
    let who = crate::guards::herself(&app, &amina);
    let slot = first.slots[0].id;
    let sent = app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &Consent::default())).unwrap();
    let mut her = app.signed_in(&amina.email);
    let form = |offer: &escale::offers::Offer| format!("/moi/missions/nouvelle?mission={}", offer.id);
    let asked = her.get(&form(&same));
    assert!(asked.has("En même temps que ce que vous avez demandé") && asked.has("Plonge"), "{}", asked.text());
    assert!(!her.get(&form(&after)).has("En même temps"), "one begins when the other ends");
    app.app.write_now(|tx, now| escale::engagements::actions::accept(tx, now, platform.id, sent.id)).unwrap();
    let agreed = her.get(&form(&same));
    assert!(
        agreed.has("En même temps que ce qui est convenu, 9 h – 13 h : Plonge. À vous de choisir."),
        "{}",
        agreed.text()
    );
    let done = her.submit(&agreed, "Envoyer", &[]);
    assert!(done.url.contains("ok=sent"), "{}", done.url);
    assert!(!app.signed_in(&platform.email).get("/plateforme").has("En même temps"), "it is hers to know");
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

/// What a label decision says of several missions at the same point is one letter; what is at another point is another.
#[test]
fn i8_a_label_decision_about_several_missions_of_a_person_is_one_letter() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let (amina, bruno) = (app.person("Amina", None), app.person("Bruno", None));
    let [one, two, three] = ["r-1", "r-2", "r-3"].map(|reference| {
        app.post(&halles, reference, &Draft { title: format!("Mission {reference}"), ..app.draft(3) })
    });
    let send = |person, offer: &escale::offers::Offer| {
        let (who, slot) = (crate::guards::herself(&app, person), offer.slots[0].id);
        app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &Consent::default())).unwrap()
    };
    for offer in [&one, &two] {
        let sent = send(&amina, offer);
        app.app.write_now(|tx, now| escale::engagements::actions::accept(tx, now, halles.id, sent.id)).unwrap();
    }
    send(&amina, &three);
    send(&bruno, &one);
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    app.suspend(halles.id);
    app.run_jobs();
    let hers = app.app.mailer.take(&amina.email);
    let (agreed, awaited): (Vec<_>, Vec<_>) = hers.iter().partition(|l| l.text.contains("Vos missions"));
    assert!(agreed.len() == 1 && awaited.len() == 1, "{hers:?}");
    for body in [&agreed[0].text, &agreed[0].html] {
        assert!(
            body.contains("Mission r-1") && body.contains("Mission r-2") && !body.contains("Mission r-3"),
            "{body}"
        );
        assert!(body.contains("Elles restent à vous"), "{body}");
    }
    assert!(awaited[0].text.contains("Votre mission : Mission r-3"), "{}", awaited[0].text);
    let his = app.app.mailer.take(&bruno.email);
    assert!(his.len() == 1 && his[0].text.contains("Votre mission : Mission r-1"), "{his:?}");
    let _ = app.app.mailer.take_all();
    assert!(!crate::kit::rows(&app).iter().any(|r| r.starts_with("job|")), "nothing is left to be written");
}
