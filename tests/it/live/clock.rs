//! What time alone does reaches an open list: a label runs out, a platform is heard again, what begins soon enters "now".

use super::Stream;
use crate::kit::TestApp;
use crate::kit::world::draft;
use chrono::TimeDelta;
use escale::labels::Kind;
use escale::offers::actions;

#[test]
fn i1_a_label_that_runs_out_by_itself_masks_the_open_list() {
    let app = TestApp::start();
    let platform = app.platform("breve");
    app.decide(platform.id, Kind::Granted, Some(TimeDelta::hours(1)));
    app.offer(&platform, "r-1", 2);
    let mut stream = Stream::open(&app, "/missions/direct");
    app.advance(TimeDelta::hours(1));
    let event = stream.next();
    assert_eq!(
        (event.name.as_str(), event.data["platform"].as_str()),
        ("mask", Some(platform.id.to_string().as_str()))
    );
    let _ = app.app.mailer.take(&platform.email);
}

#[test]
fn missions_that_come_back_with_a_pulse_reach_the_open_list() {
    let app = TestApp::start();
    let platform = app.labelled("quiet");
    app.post(&platform, "r-1", &draft(app.now() + TimeDelta::hours(100), 2));
    app.app.clock.advance(TimeDelta::hours(73));
    let mut stream = Stream::open(&app, "/missions/direct");
    let pulse = || app.app.write_now(|tx, now| actions::pulse(tx, now, platform.id)).unwrap();
    pulse();
    let event = stream.next();
    assert_eq!(
        (event.name.as_str(), event.data["platform"].as_str()),
        ("reload", Some(platform.id.to_string().as_str()))
    );
    // A pulse that brings nothing back is nobody's news.
    pulse();
    let new = app.offer(&platform, "r-2", 2);
    assert_eq!(stream.next().data["id"].as_str(), Some(new.id.to_string().as_str()));
}

#[test]
fn a_search_for_now_stays_one_search_and_moves_with_the_clock() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let start = app.now() + TimeDelta::minutes(150);
    let offer = app.post(&platform, "r-1", &draft(start, 2));
    let page = app.anon().get("/missions?quand=maintenant");
    assert_eq!((page.count("[data-offer]"), page.attr("[data-live]", "data-live-every").as_deref()), (0, Some("60")));
    let mut stream = Stream::open(&app, "/missions/direct?quand=maintenant");
    app.app.clock.advance(TimeDelta::minutes(31));
    let _other = Stream::open(&app, "/missions/direct?quand=maintenant");
    assert_eq!(app.app.hub.topics(), 1, "whenever it was opened");
    // Time alone brought it: the page hears of it when it asks.
    let asked = app.anon().get("/missions/direct/encore?quand=maintenant").json();
    assert_eq!((asked["total"].as_u64(), asked["here"][0].as_str()), (Some(1), Some(offer.id.to_string().as_str())));
    // What changes from then on is told, and what begins goes.
    app.post(&platform, "r-1", &draft(start, 3));
    assert_eq!(stream.next().name, "upsert");
    app.advance(TimeDelta::hours(2));
    let gone = stream.next();
    assert_eq!(
        (gone.name.as_str(), gone.data["why"].as_str()),
        ("gone", Some("Le créneau de cette mission a commencé."))
    );
}

#[test]
fn a_list_of_today_left_open_past_midnight_is_read_again_and_goes_on_with_the_new_day() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let (today, dated) =
        ("/missions/direct?quand=aujourdhui", format!("/missions/direct?date={}", app.now().date_naive()));
    let (mut stream, mut other) = (Stream::open(&app, today), Stream::open(&app, &dated));
    app.app.clock.advance(TimeDelta::hours(24));
    // Whatever is told first wakes the stream; it would wake by itself within twenty seconds.
    let late = app.labelled("late");
    app.suspend(late.id);
    let event = stream.next();
    assert_eq!((event.name.as_str(), &event.data["stale"]), ("reload", &serde_json::Value::Bool(true)));
    assert!(stream.is_over(), "who comes back asks for the day that it is");
    let mut stream = Stream::open(&app, today);
    let new = app.post(&platform, "r-1", &draft(app.now() + TimeDelta::hours(1), 2));
    assert_eq!(stream.next().data["id"].as_str(), Some(new.id.to_string().as_str()));
    assert_eq!(other.next().name, "mask", "a date is the same date tomorrow");
    let _ = app.app.mailer.take(&late.email);
}
