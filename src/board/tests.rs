//! The board against the naive scan, over random stories of documents, labels, pulses and questions.

use super::naive::{Naive, Shown, Told};
use super::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

const TEXTS: [&str; 14] = [
    "Serveur en salle",
    "Serveuse de banquet",
    "Infirmière à l'école",
    "Infirmiers",
    "Plongeur",
    "Livreuse de repas",
    "Livreur",
    "Jardinier paysagiste",
    "jardinage",
    "Agent d'entretien",
    "Main-d'œuvre",
    "aide aux courses",
    "Servante",
    "",
];

const ASKED: [&str; 20] = [
    "serveur",
    "serveuses",
    "infirmier",
    "plongeuse",
    "livr",
    "jardinnier",
    "servuer",
    "nfirmiere",
    "agent",
    "entretien",
    "oeuvre",
    "aide",
    "xyzzy",
    "de",
    "jar",
    "l'école",
    "paysagsite",
    "ser",
    "repsa",
    "à",
];

/// One thing that happens to a board.
#[derive(Debug)]
enum Event {
    Told(Box<Doc<Uuid>>),
    Removed(Uuid),
    Gate(Uuid, Option<Gate>),
    Pulse(Uuid, i64),
    Asked(Box<Query>, i64),
}

fn id(number: u8) -> Uuid {
    Uuid::from_u128(u128::from(number))
}

fn instant() -> impl Strategy<Value = i64> {
    prop_oneof![(0..12 * 48_i64).prop_map(|half| half * HOUR / 2), 0..12 * DAY]
}

fn instants() -> impl Strategy<Value = i64> {
    prop_oneof![3 => Just(4 * DAY), 6 => Just(5 * DAY), 1 => instant()]
}

fn point() -> impl Strategy<Value = Point> {
    (0..40_u8, 0..40_u8).prop_map(|(y, x)| Point { lat: 48.5 + f32::from(y) * 0.013, lon: 2.0 + f32::from(x) * 0.017 })
}

fn minute() -> impl Strategy<Value = u16> {
    (0..48_u16).prop_map(|half| half * 30)
}

fn slot() -> impl Strategy<Value = SlotDoc> {
    (instant(), 1..30 * HOUR, 0..3_u32, 0..7_u8, minute(), minute()).prop_map(
        |(starts_at, length, places_left, weekday, start_minute, end_minute)| SlotDoc {
            starts_at,
            ends_at: starts_at + length,
            places_left,
            weekday,
            start_minute,
            end_minute,
        },
    )
}

fn doc() -> impl Strategy<Value = Doc<Uuid>> {
    let texts = (select(&TEXTS), select(&TEXTS), select(&TEXTS));
    let names = (0..50_u8, 0..3_u8, select(&["G1605", "G1602", "K1304", "N4105"]));
    let facts = (option::weighted(0.8, point()), vec(slot(), 0..5), 10..15_u32, 0..4_u8, 0..8_u32);
    (texts, names, facts, instant(), instants()).prop_map(|(texts, names, facts, published_at, confirmed_at)| Doc {
        id: id(names.0),
        platform: id(200 + names.1),
        title: texts.0.into(),
        description: texts.1.into(),
        occupation: names.2.into(),
        keywords: texts.2.into(),
        place: facts.0,
        slots: facts.1,
        pay_hour_cents: facts.2 * 100,
        published_at: published_at / DAY,
        confirmed_at,
        status: facts.3,
        flags: facts.4,
        payload: Arc::new(id(names.0)),
    })
}

fn rarely<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
    usual: T,
) -> impl Strategy<Value = T> {
    prop_oneof![7 => Just(usual), 1 => value]
}

/// A question of one or two conditions, which many documents answer, or one of many conditions.
fn query() -> impl Strategy<Value = Query> {
    let plain = |q: Query| Query { text: q.text, sort: q.sort, offset: q.offset, limit: q.limit, ..Query::default() };
    prop_oneof![full_query().prop_map(plain), full_query()]
}

fn full_query() -> impl Strategy<Value = Query> {
    let text = option::of(vec(select(&ASKED), 0..4).prop_map(|words| words.join(" ")));
    let place =
        option::weighted(0.2, (point(), 0..60_u8).prop_map(|(at, km)| (at, if km > 57 { 1e4 } else { f32::from(km) })));
    let span = (option::weighted(0.15, instant()), option::weighted(0.15, instant()));
    let week = (rarely(any::<u8>(), 0), rarely(0..16_u8, 0), rarely(vec((0..7_u8, minute(), minute()), 0..6), vec![]));
    let prefix = rarely(select(&["G16", "G1605", "K", "", "Z"]).prop_map(|code| Some(code.to_owned())), None);
    let facts = (rarely(1000..1500_u32, 0), prefix, rarely(0..16_u8, 0), rarely(0..8_u32, 0));
    let platform = rarely((200..204_u8).prop_map(|n| Some(id(n))), None);
    let sort = select(&[Sort::Best, Sort::Soonest, Sort::Nearest, Sort::Pay, Sort::Newest]);
    (text, place, span, week, facts, platform, sort, (0..5_usize, 0..8_usize)).prop_map(
        |(text, near, (from, to), week, facts, platform, sort, page)| Query {
            text,
            near,
            from,
            to,
            weekdays: week.0,
            parts: week.1,
            windows: week.2,
            min_pay_hour_cents: facts.0,
            occupation: facts.1,
            statuses: facts.2,
            flags: facts.3,
            platform,
            sort,
            offset: page.0,
            limit: page.1,
        },
    )
}

fn gate() -> impl Strategy<Value = Option<Gate>> {
    option::weighted(0.8, (instant(), instant()))
        .prop_map(|gate| gate.map(|(from, until)| Gate { from: from / 3, until: until * 2 }))
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        10 => doc().prop_map(|doc| Event::Told(Box::new(doc))),
        1 => (0..50_u8).prop_map(|n| Event::Removed(id(n))),
        1 => (201..203_u8, gate()).prop_map(|(n, gate)| Event::Gate(id(n), gate)),
        1 => (200..203_u8, instants()).prop_map(|(n, at)| Event::Pulse(id(n), at)),
        8 => (query(), instants()).prop_map(|(query, now)| Event::Asked(Box::new(query), now)),
    ]
}

fn shown(hit: &Hit<Uuid>) -> Shown {
    assert_eq!(*hit.payload, hit.id);
    (hit.id, hit.slot, hit.distance_m, hit.stale)
}

fn copy(doc: &Doc<Uuid>) -> Doc<Uuid> {
    Doc {
        title: doc.title.clone(),
        description: doc.description.clone(),
        occupation: doc.occupation.clone(),
        keywords: doc.keywords.clone(),
        slots: doc.slots.clone(),
        payload: doc.payload.clone(),
        ..*doc
    }
}

/// The board and the naive scan, told the same things.
struct Pair(Board<Uuid>, Naive);

impl Pair {
    fn new() -> Self {
        let mut pair = Self(Board::new(Freshness::default()), Naive::default());
        for n in 200..202 {
            pair.hear(Event::Gate(id(n), Some(Gate { from: 0, until: 11 * DAY })));
        }
        pair
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Told(doc) => {
                self.1.docs.insert(doc.id, Told::new(copy(&doc)));
                self.0.upsert(*doc);
            }
            Event::Removed(id) => assert_eq!(self.0.remove(id), self.1.docs.remove(&id).is_some()),
            Event::Gate(platform, gate) => {
                self.0.set_gate(platform, gate);
                self.1.gates.insert(platform, gate);
            }
            Event::Pulse(platform, at) => {
                self.0.confirm(platform, at);
                let pulse = self.1.pulses.entry(platform).or_insert(at);
                *pulse = at.max(*pulse);
            }
            Event::Asked(query, now) => self.compare(&query, now),
        }
    }

    fn compare(&self, query: &Query, now: i64) {
        let (total, page, strict) = self.1.search(query, now);
        let found = self.0.search(query, now);
        assert_eq!(found.hits.iter().map(shown).collect::<Vec<_>>(), page);
        assert_eq!(found.total, total);
        let matching = self.1.docs.keys().filter(|id| self.0.matches(query, **id, now)).copied();
        assert_eq!(matching.collect::<BTreeSet<_>>(), strict);
        let visible = self.1.visible(now);
        assert_eq!(self.0.visible_ids(now).collect::<BTreeSet<_>>(), visible);
        for (n, id) in self.1.docs.keys().enumerate() {
            assert_eq!(self.0.visible(*id, now), visible.contains(id));
            assert_eq!(self.0.get(*id, now).is_some(), visible.contains(id));
            assert!(n > 2 || self.0.similar(*id, now, 3).iter().all(|hit| hit.id != *id && visible.contains(&hit.id)));
        }
        assert_eq!(self.0.len(), self.1.docs.len());
    }
}

proptest! {
    #[test]
    fn i1_the_board_equals_a_naive_scan(events in vec(event(), 1..160)) {
        let mut pair = Pair::new();
        for event in events {
            pair.hear(event);
        }
    }

    #[test]
    fn i1_a_closed_gate_empties_every_answer(events in vec(event(), 1..60), query in query(), now in instants()) {
        let mut pair = Pair::new();
        for event in events {
            pair.hear(event);
        }
        let (mut board, told) = (pair.0, pair.1);
        let before = board.search(&query, now).total;
        for (n, gate) in [(200, None), (201, Some(Gate { from: 0, until: now })), (202, Some(Gate { from: now + 1, until: i64::MAX }))] {
            board.set_gate(id(n), gate);
        }
        let found = board.search(&query, now);
        prop_assert_eq!((found.total, found.hits.len(), board.visible_ids(now).count()), (0, 0, 0));
        for id in told.docs.keys() {
            prop_assert!(!board.visible(*id, now) && board.get(*id, now).is_none() && !board.matches(&query, *id, now));
            prop_assert!(board.similar(*id, now, 9).is_empty() && board.lookup(*id).is_some());
        }
        for n in 200..203 {
            board.set_gate(id(n), told.gates.get(&id(n)).copied().flatten());
        }
        prop_assert_eq!(board.search(&query, now).total, before);
    }
}
