//! The live list through cuts: whatever is posted, changed, taken back, suspended or reinstated, and wherever the line is cut,
//! who applies what the stream says, in its order, ends with exactly what the search shows. Nothing is told to have gone that
//! the listener never held, and nothing appears that the search does not ask for.

use super::Stream;
use crate::kit::TestApp;
use crate::kit::client::encode;
use crate::kit::world::{Made, draft};
use chrono::TimeDelta;
use escale::kernel::Instant;
use escale::offers::check::Draft;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Posts or changes a mission: its number, whether it is near, its pay.
    Post(usize, bool, i64),
    Withdraw(usize),
    Suspend,
    Reinstate,
    /// Twelve hours go by: the slots of half of the missions begin.
    Wait,
    /// The listener reads all that was said.
    Hear,
    /// The line is cut; what happens until it is back is missed.
    Cut,
    Back,
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..4_usize, any::<bool>(), prop_oneof![Just(1_350_i64), Just(1_500)]).prop_map(|(n, near, pay)| Step::Post(n, near, pay)),
        2 => (0..4_usize).prop_map(Step::Withdraw),
        1 => Just(Step::Suspend),
        1 => Just(Step::Reinstate),
        1 => Just(Step::Wait),
        2 => Just(Step::Hear),
        2 => Just(Step::Cut),
        3 => Just(Step::Back),
    ]
}

/// What a listener holds: its missions with their platforms, and the last change that it knows.
struct Listener<'a> {
    app: &'a TestApp,
    query: String,
    line: Option<Stream>,
    seen: BTreeMap<String, String>,
    /// All that it ever held.
    held: BTreeSet<String>,
    last: i64,
}

impl<'a> Listener<'a> {
    fn new(app: &'a TestApp) -> Self {
        let query = format!("ou={}&km=20&paie=14", encode("Saint-Étienne (42000)"));
        let mut new =
            Self { app, query, line: None, seen: BTreeMap::new(), held: BTreeSet::new(), last: app.app.seq() };
        new.read_again();
        new
    }

    fn shown(&self) -> BTreeMap<String, String> {
        let list = self.app.anon().get(&format!("/api/v1/offers?{}", self.query)).json();
        let items = list["items"].as_array().unwrap().iter();
        items.map(|i| (text(&i["id"]), text(&i["platform"]["id"]))).collect()
    }

    fn read_again(&mut self) {
        self.seen = self.shown();
        self.held.extend(self.seen.keys().cloned());
    }

    fn back(&mut self) {
        if self.line.is_none() {
            let path = format!("/api/v1/offers/stream?{}&since={}", self.query, self.last);
            self.line = Some(Stream::open(self.app, &path));
        }
    }

    /// Applies what is said until a mission has come.
    fn hear_until(&mut self, id: &str) {
        while !self.seen.contains_key(id) {
            let event = self.line.as_mut().unwrap().next();
            assert!(event.id >= self.last, "{} after {}", event.id, self.last);
            self.last = event.id;
            match event.name.as_str() {
                "upsert" => {
                    let item = &event.data["item"];
                    assert!(item["pay_cents"].as_i64() >= Some(1_400) && item["place"]["insee"] == "42218", "{item}");
                    self.held.insert(text(&item["id"]));
                    self.seen.insert(text(&item["id"]), text(&item["platform"]["id"]));
                }
                "gone" => {
                    let id = text(&event.data["id"]);
                    assert!(self.held.contains(&id), "it was never shown: {event:?}");
                    self.seen.remove(&id);
                }
                "mask" => self.seen.retain(|_, platform| *platform != text(&event.data["platform"])),
                "reload" => self.read_again(),
                other => panic!("{other}"),
            }
        }
    }
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The missions that are posted, until when, and whether the platform is suspended.
pub(super) type State = (BTreeMap<usize, Instant>, bool);

pub(super) fn act(app: &TestApp, platform: &Made, state: &mut State, step: &Step) {
    let (posted, suspended) = state;
    match *step {
        Step::Post(n, near, pay_cents) if !*suspended => {
            let insee = if near { "42218" } else { "29019" }.to_owned();
            let start = app.now() + TimeDelta::hours(if n % 2 == 0 { 10 } else { 30 });
            app.post(platform, &format!("r-{n}"), &Draft { pay_cents, insee, ..draft(start, 2) });
            posted.insert(n, start);
        }
        Step::Withdraw(n) if posted.remove(&n).is_some() => {
            let withdraw = |tx: &mut escale::db::Tx<'_>, now| {
                escale::offers::actions::withdraw(tx, now, platform.id, &format!("r-{n}"))
            };
            app.app.write_now(withdraw).unwrap();
        }
        Step::Suspend if !*suspended => {
            app.suspend(platform.id);
            *suspended = true;
        }
        Step::Reinstate if *suspended => {
            app.reinstate(platform.id);
            *suspended = false;
        }
        Step::Wait => {
            app.advance(TimeDelta::hours(12));
            posted.retain(|_, start| *start > app.now());
        }
        _ => {}
    }
}

/// A mission of another platform, by which the listener knows that it has heard all.
fn hear(app: &TestApp, other: &Made, listener: &mut Listener<'_>, n: usize) {
    listener.back();
    let mark = app.offer(other, &format!("mark-{n}"), 1);
    listener.hear_until(&mark.id.to_string());
    assert_eq!(listener.seen, listener.shown());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_follows_the_stream_through_cuts_ends_with_what_the_search_shows(steps in proptest::collection::vec(step(), 1..25)) {
        let app = TestApp::start();
        let (platform, other) = (app.labelled("halles"), app.labelled("portes"));
        let mut listener = Listener::new(&app);
        listener.back();
        let mut state = State::default();
        for (n, step) in steps.iter().enumerate() {
            match step {
                Step::Cut => listener.line = None,
                Step::Back => listener.back(),
                Step::Hear => hear(&app, &other, &mut listener, n),
                _ => act(&app, &platform, &mut state, step),
            }
        }
        hear(&app, &other, &mut listener, steps.len());
        app.run_jobs();
        for letters in [&platform.email, &other.email] {
            let _ = app.app.mailer.take(letters);
        }
    }
}
