//! The live list through cuts: whatever is posted, changed, taken back, suspended or reinstated, and wherever the line is cut,
//! who applies what the stream says, in its order, ends with exactly what the search shows.

use super::Stream;
use crate::kit::TestApp;
use crate::kit::client::encode;
use crate::kit::world::Made;
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
    last: i64,
}

impl<'a> Listener<'a> {
    fn new(app: &'a TestApp) -> Self {
        let query = format!("ou={}&km=20&paie=14", encode("Saint-Étienne (42000)"));
        let mut new = Self { app, query, line: None, seen: BTreeMap::new(), last: app.app.seq() };
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
                    self.seen.insert(text(&item["id"]), text(&item["platform"]["id"]));
                }
                "gone" => drop(self.seen.remove(&text(&event.data["id"]))),
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

pub(super) fn act(app: &TestApp, platform: &Made, state: &mut (BTreeSet<usize>, bool), step: &Step) {
    let (posted, suspended) = state;
    match *step {
        Step::Post(n, near, pay_cents) if !*suspended => {
            let insee = if near { "42218" } else { "29019" }.to_owned();
            app.post(platform, &format!("r-{n}"), &Draft { pay_cents, insee, ..app.draft(2) });
            posted.insert(n);
        }
        Step::Withdraw(n) if posted.remove(&n) => {
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
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn who_follows_the_stream_through_cuts_ends_with_what_the_search_shows(steps in proptest::collection::vec(step(), 1..25)) {
        let app = TestApp::start();
        let (platform, other) = (app.labelled("halles"), app.labelled("portes"));
        let mut listener = Listener::new(&app);
        listener.back();
        let mut state = (BTreeSet::new(), false);
        for step in &steps {
            match step {
                Step::Cut => listener.line = None,
                Step::Back => listener.back(),
                _ => act(&app, &platform, &mut state, step),
            }
        }
        listener.back();
        let last = app.offer(&other, "last", 1);
        listener.hear_until(&last.id.to_string());
        prop_assert_eq!(&listener.seen, &listener.shown());
        app.run_jobs();
        for letters in [&platform.email, &other.email] {
            let _ = app.app.mailer.take(letters);
        }
    }
}
