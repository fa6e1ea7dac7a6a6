//! G1 and I10 on every surface: list, detail, map, API, live stream. What is not labelled is nowhere.

use crate::kit::{Client, TestApp, client::css};
use chrono::TimeDelta;
use escale::board::{Board, Doc, Freshness, Gate, Query, SlotDoc};
use escale::kernel::{Id, Instant};
use escale::labels::{Kind, Label, LabelDecision, State};
use escale::offers::{self, Offer};
use proptest::prelude::*;
use uuid::Uuid;

fn seen_everywhere(app: &TestApp, offer: &escale::offers::Offer) -> [bool; 4] {
    let mut anon = app.anon();
    let list = anon.get("/missions").count(&format!("#offer-{}", offer.id)) == 1;
    let detail = anon.get(&format!("/missions/{}", offer.id)).status == 200;
    let api =
        anon.get("/api/v1/offers").json()["items"].as_array().unwrap().iter().any(|i| i["id"] == offer.id.to_string());
    let one = anon.get(&format!("/api/v1/offers/{}", offer.id)).status == 200;
    map_counts_the_list(&mut anon, offer);
    [list, detail, api, one]
}

/// The map of the country and that of the place count what is listed, which tests post in one place.
fn map_counts_the_list(anon: &mut Client, offer: &escale::offers::Offer) {
    let listed = anon.get("/missions").count("[data-offer]");
    let insee = &offer.terms.place.as_ref().unwrap().insee;
    for map in [
        "/missions/carte".to_owned(),
        format!("/missions/carte?commune={insee}&km=1"),
        format!("/missions/carte?dep={}", &insee[..2]),
    ] {
        let page = anon.get(&map);
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
        let told: usize = page.html().select(&css(".map__rows .num")).map(|n| digits(n.text().collect())).sum();
        assert_eq!((told, page.count(".map__mark")), (listed, listed.min(1)), "{map}");
    }
}

#[test]
fn i1_a_suspension_empties_every_surface_at_once_and_a_reinstatement_fills_it_again() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    assert_eq!(seen_everywhere(&app, &offer), [true; 4]);
    app.suspend(platform.id);
    assert_eq!(seen_everywhere(&app, &offer), [false; 4]);
    let gone = app.anon().get(&format!("/missions/{}", offer.id));
    assert_eq!(gone.status, 410);
    assert!(gone.has("Le label de la plateforme est suspendu depuis le 25/11/2026") && gone.has("Accident grave"));
    app.reinstate(platform.id);
    assert_eq!(seen_everywhere(&app, &offer), [true; 4]);
    app.run_jobs();
    assert_eq!(app.app.mailer.take(&platform.email).len(), 2, "one letter for each decision");
}

#[test]
fn i1_a_label_that_runs_out_hides_to_the_second_without_any_event() {
    let app = TestApp::start();
    let platform = app.platform("breve");
    app.decide(platform.id, Kind::Granted, Some(TimeDelta::hours(1)));
    let offer = app.offer(&platform, "r-1", 2);
    app.app.clock.advance(TimeDelta::minutes(59));
    assert_eq!(seen_everywhere(&app, &offer), [true; 4]);
    app.app.clock.advance(TimeDelta::minutes(1));
    assert_eq!(seen_everywhere(&app, &offer), [false; 4]);
    app.run_jobs();
    let _ = app.app.mailer.take(&platform.email);
}

#[test]
fn a_mission_that_the_board_missed_is_found_by_the_check() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    assert!(app.app.check_board().unwrap().none());
    let mut unheard = Offer { id: Id::make(), reference: "r-2".into(), ..offer.clone() };
    unheard.slots.iter_mut().for_each(|slot| slot.id = Id::make());
    app.app.store.write(|tx| offers::store::insert(tx, app.now(), &unheard)).unwrap();
    app.app.clock.advance(TimeDelta::minutes(1));
    let found = app.app.check_board().unwrap();
    assert_eq!((found.compared, &found.missing[..]), (2, &[unheard.id.uuid()][..]));
    assert!(found.extra.is_empty() && found.outdated.is_empty());
    app.app.write_now(|tx, now| offers::actions::withdraw(tx, now, platform.id, "r-2")).unwrap();
    assert!(app.app.check_board().unwrap().none());
}

#[test]
fn i10_nothing_expired_is_reachable_without_saying_so() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 2);
    let other = app.post(&platform, "r-2", &crate::kit::world::draft(app.now() + TimeDelta::hours(45), 2));
    app.advance(TimeDelta::hours(22));
    assert_eq!(seen_everywhere(&app, &offer), [false; 4]);
    let page = app.anon().get(&format!("/missions/{}", offer.id));
    assert_eq!(page.status, 410);
    assert_eq!(page.count(&format!("#offer-{}", other.id)), 1, "similar missions are shown");
    assert_eq!(app.anon().get(&format!("/missions/{}", Uuid::now_v7())).status, 404);
    assert_eq!(app.anon().get("/missions/not-an-id").status, 404);
}

#[test]
fn a_silent_platform_is_ranked_last_then_hidden_until_its_next_pulse() {
    let app = TestApp::start();
    let (quiet, lively) = (app.labelled("quiet"), app.labelled("lively"));
    let start = app.now() + TimeDelta::hours(100);
    let silent = app.post(&quiet, "r-1", &crate::kit::world::draft(start, 2));
    let fresh = app.post(&lively, "r-1", &crate::kit::world::draft(start + TimeDelta::hours(1), 2));
    app.app.clock.advance(TimeDelta::hours(25));
    app.api(&lively).send("POST", "/api/v1/heartbeat", Some(""), "application/json");
    let list = app.anon().get("/missions");
    let at = |id: Id<escale::offers::Offer>| list.body.find(&format!("offer-{id}")).unwrap();
    assert!(at(fresh.id) < at(silent.id), "the silent one is last");
    assert!(list.has("Non confirmé depuis"));
    app.app.clock.advance(TimeDelta::hours(48));
    assert_eq!(seen_everywhere(&app, &silent), [false; 4]);
    assert_eq!(app.api(&quiet).send("POST", "/api/v1/heartbeat", Some(""), "application/json").status, 200);
    assert_eq!(seen_everywhere(&app, &silent), [true; 4]);
}

fn at(hour: i64) -> Instant {
    Instant::from_micros(1_795_000_000_000_000) + TimeDelta::hours(hour)
}

fn decision(platform: Id<escale::platforms::Platform>, (kind, hour, lasting): (Kind, i64, i64)) -> LabelDecision {
    let timed = matches!(kind, Kind::Granted | Kind::Suspended);
    LabelDecision {
        id: Id::make(),
        platform,
        kind,
        decided_at: at(hour),
        effective_at: at(hour),
        until: timed.then(|| at(hour + lasting)),
        reason: "Une raison assez longue pour être publiée.".into(),
        author: "A".into(),
        authority: "État".into(),
        appeal_until: None,
    }
}

/// What the follower does with a label, in one line.
fn gate(label: &Label, now: Instant) -> Option<Gate> {
    let active = label.active_at(now)?;
    let next = label.decisions().iter().map(|d| d.effective_at).filter(|d| *d > now).min();
    Some(Gate {
        from: active.since().seconds(),
        until: next.map_or(active.until(), |n| n.min(active.until())).seconds(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// I1 over random timelines: at every hour, the board shows the offer if and only if the label is in force then.
    #[test]
    fn i1_the_board_shows_an_offer_exactly_while_its_label_is_active(
        steps in proptest::collection::vec((0..11usize, 0..400i64, 1..300i64), 0..12),
        looks in proptest::collection::vec((0..500i64, 0..40i64), 1..12),
    ) {
        let platform = Id::make();
        let label = Label::new(steps.iter().map(|(k, h, l)| decision(platform, (Kind::ALL[*k], *h, *l))).collect());
        let id = Uuid::now_v7();
        for (hour, later) in looks {
            let mut board: Board<()> = Board::new(Freshness { unconfirmed_after: i64::MAX / 4, hidden_after: i64::MAX / 4 });
            board.upsert(Doc {
                id, platform: platform.uuid(), title: "Plonge".into(), description: String::new(), occupation: "G1605".into(),
                place: None, slots: vec![SlotDoc { starts_at: at(10_000).seconds(), ends_at: at(10_001).seconds(), places_left: 1, weekday: 0, start_minute: 0, end_minute: 60 }],
                pay_hour_cents: 1_500, published_at: 0, confirmed_at: at(0).seconds(), status: 0, flags: 0, payload: (),
            });
            // The gate is set at `hour`; the question comes `later`, without any event in between.
            board.set_gate(platform.uuid(), gate(&label, at(hour)));
            let asked = at(hour + later);
            let shown = board.search(&Query::default(), asked.seconds()).total == 1;
            let active = matches!(label.state_at(asked), State::Active { .. });
            prop_assert!(!shown || active, "shown without a label {later} h later");
            if later == 0 {
                prop_assert_eq!(shown, active);
            }
            prop_assert_eq!(shown, board.get(id, asked.seconds()).is_some());
        }
    }
}
