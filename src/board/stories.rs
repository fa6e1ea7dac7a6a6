//! Random stories of documents, labels, pulses and questions, told to a board and to the naive scan.

use super::naive::{Naive, Shown, Told, tokens};
use super::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub const HOUR: i64 = 3600;
pub const DAY: i64 = 24 * HOUR;

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
    "petites courses",
    "Servante",
    "",
];

const ASKED: [&str; 22] = [
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
    "urgent",
    "petits",
];

const CODES: [&str; 4] = ["G1605", "G1602", "K1304", "N4105"];

/// One thing that happens to a board.
#[derive(Debug)]
pub enum Event {
    Told(Box<Doc<Uuid>>),
    Many(Vec<Doc<Uuid>>),
    Removed(Uuid),
    Gate(Uuid, Option<Gate>),
    Pulse(Uuid, i64),
    /// From now on, questions are asked so many seconds later.
    Later(i64),
    Occupation(&'static str, [&'static str; 2]),
    Platform(Uuid, &'static str),
    Asked(Box<Query>, i64),
}

pub fn id(number: u8) -> Uuid {
    Uuid::from_u128(u128::from(number))
}

pub fn instant() -> impl Strategy<Value = i64> {
    prop_oneof![(0..12 * 48_i64).prop_map(|half| half * HOUR / 2), 0..12 * DAY]
}

pub fn instants() -> impl Strategy<Value = i64> {
    prop_oneof![3 => Just(4 * DAY), 6 => Just(5 * DAY), 1 => instant()]
}

/// A date among those of the slots, or one that has no other side.
fn date() -> impl Strategy<Value = i64> {
    prop_oneof![9 => -1..14_i64, 1 => select(&[i64::MIN, i64::MAX])]
}

fn point() -> impl Strategy<Value = Point> {
    (0..40_u8, 0..40_u8).prop_map(|(y, x)| Point { lat: 48.5 + f32::from(y) * 0.013, lon: 2.0 + f32::from(x) * 0.017 })
}

fn minute() -> impl Strategy<Value = u16> {
    prop_oneof![3 => (0..48_u16).prop_map(|half| half * 30), 1 => (0..96_u16).prop_map(|quarter| quarter * 15)]
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

pub fn doc() -> impl Strategy<Value = Doc<Uuid>> {
    let texts = (select(&TEXTS), select(&TEXTS));
    let names = (0..50_u8, 0..3_u8, select(&CODES));
    let facts = (option::weighted(0.8, point()), vec(slot(), 0..5), 10..15_u32, 0..4_u8, 0..8_u32);
    (texts, names, facts, instant(), instants()).prop_map(|(texts, names, facts, published_at, confirmed_at)| Doc {
        id: id(names.0),
        platform: id(200 + names.1),
        title: texts.0.into(),
        description: texts.1.into(),
        occupation: names.2.into(),
        place: facts.0,
        slots: facts.1,
        pay_hour_cents: facts.2 * 100,
        published_at: published_at / DAY,
        confirmed_at,
        status: facts.3,
        flags: facts.4,
        payload: id(names.0),
    })
}

fn rarely<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
    usual: T,
) -> impl Strategy<Value = T> {
    prop_oneof![7 => Just(usual), 1 => value]
}

/// A question of one or two conditions, which many documents answer, or one of many conditions.
pub fn query() -> impl Strategy<Value = Query> {
    let plain = |q: Query| Query { text: q.text, sort: q.sort, offset: q.offset, limit: q.limit, ..Query::default() };
    prop_oneof![full_query().prop_map(plain), full_query()]
}

fn full_query() -> impl Strategy<Value = Query> {
    let text = option::of(vec(select(&ASKED), 0..4).prop_map(|words| words.join(" ")));
    let place =
        option::weighted(0.2, (point(), 0..60_u8).prop_map(|(at, km)| (at, if km > 57 { 1e4 } else { f32::from(km) })));
    let soon = rarely((0..3 * DAY).prop_map(Some), None);
    let on = rarely((date(), date()).prop_map(Some), None);
    let span = (option::weighted(0.15, instant()), option::weighted(0.15, instant()), soon, on);
    let week = (rarely(any::<u8>(), 0), rarely(0..16_u8, 0), rarely(vec((0..7_u8, minute(), minute()), 0..6), vec![]));
    let hours = vec((minute(), minute()), 0..3);
    let dates = rarely(vec((-1..14_i64, hours), 0..4), vec![]);
    let prefix = select(&["G16", "G1605", "K", "", "Z", "K1304"]).prop_map(str::to_owned);
    let prefixes = rarely(vec(prefix, 1..3), vec![]);
    let facts = (rarely(1000..1500_u32, 0), prefixes, rarely(0..16_u8, 0), rarely(0..8_u32, 0));
    let platforms = rarely(vec((200..204_u8).prop_map(id), 1..3), vec![]);
    let minutes = rarely((0..900_u32, 0..1800_u32).prop_map(Some), None);
    let limit = prop_oneof![9 => 0..8_usize, 1 => Just(usize::MAX)];
    let sort = select(&[Sort::Best, Sort::Soonest, Sort::Nearest, Sort::Pay, Sort::Newest]);
    (text, place, span, (week, dates), facts, (platforms, minutes), sort, (0..5_usize, limit)).prop_map(
        |(text, near, (from, to, within, on), (week, dates), facts, (platforms, duration_minutes), sort, page)| Query {
            text,
            near,
            from,
            to,
            within,
            on,
            weekdays: week.0,
            parts: week.1,
            windows: week.2,
            dates,
            min_pay_hour_cents: facts.0,
            duration_minutes,
            occupations: facts.1,
            statuses: facts.2,
            flags: facts.3,
            platforms,
            sort,
            after: None,
            offset: page.0,
            limit: page.1,
        },
    )
}

pub fn steps() -> impl Strategy<Value = Steps> {
    let pays = vec(prop_oneof![(0..12_u32).prop_map(|n| 950 + 50 * n), 1000..1500_u32], 0..4);
    let (radii, durations) = (vec((0..60_u8).prop_map(f32::from), 0..4), vec((0..900_u32, 0..1800_u32), 0..3));
    let dates = (date(), date()).prop_map(|(first, last)| Span::Dates(first, last));
    let span = prop_oneof![(instant(), instant()).prop_map(|(from, to)| Span::Instants(from, to)), dates];
    (pays, radii, durations, vec(span, 0..4)).prop_map(|(pays, radii, durations, spans)| Steps {
        pays,
        radii,
        durations,
        spans,
    })
}

fn gate() -> impl Strategy<Value = Option<Gate>> {
    option::weighted(0.8, (instant(), instant()))
        .prop_map(|gate| gate.map(|(from, until)| Gate { from: from / 3, until: until * 2 }))
}

pub fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        10 => doc().prop_map(|doc| Event::Told(Box::new(doc))),
        1 => vec(doc(), 0..6).prop_map(Event::Many),
        1 => (0..50_u8).prop_map(|n| Event::Removed(id(n))),
        1 => (201..203_u8, gate()).prop_map(|(n, gate)| Event::Gate(id(n), gate)),
        1 => (200..203_u8, instants()).prop_map(|(n, at)| Event::Pulse(id(n), at)),
        1 => (0..3 * DAY).prop_map(Event::Later),
        1 => (select(&CODES), select(&TEXTS), select(&TEXTS)).prop_map(|(code, own, near)| Event::Occupation(code, [own, near])),
        1 => (200..203_u8, select(&TEXTS)).prop_map(|(n, text)| Event::Platform(id(n), text)),
        8 => (query(), instants()).prop_map(|(query, now)| Event::Asked(Box::new(query), now)),
    ]
}

pub fn shown(hit: &Hit<Uuid>) -> Shown {
    assert_eq!(hit.payload, hit.id);
    (hit.id, hit.slot, hit.distance_m, hit.stale)
}

pub fn copy(doc: &Doc<Uuid>) -> Doc<Uuid> {
    Doc {
        title: doc.title.clone(),
        description: doc.description.clone(),
        occupation: doc.occupation.clone(),
        slots: doc.slots.clone(),
        ..*doc
    }
}

/// The board and the naive scan, told the same things; and how late it is.
pub struct Pair(pub Board<Uuid>, pub Naive, pub i64);

impl Pair {
    pub fn new() -> Self {
        let mut pair = Self(Board::new(Freshness::default()), Naive::default(), 0);
        for n in 200..202 {
            pair.hear(Event::Gate(id(n), Some(Gate { from: 0, until: 11 * DAY })));
        }
        for (code, own) in CODES.into_iter().zip(["serveur de salle", "aide au jardinage", ""]) {
            pair.hear(Event::Occupation(code, [own, "agent en salle"]));
        }
        pair
    }

    pub fn hear(&mut self, event: Event) {
        match event {
            Event::Told(doc) => {
                self.1.docs.insert(doc.id, Told::new(copy(&doc)));
                self.0.upsert(*doc);
            }
            Event::Many(docs) => {
                for doc in &docs {
                    self.1.docs.insert(doc.id, Told::new(copy(doc)));
                }
                self.0.extend(docs);
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
            Event::Occupation(code, [own, near]) => {
                self.0.describe_occupation(code, own, near);
                self.1.occupations.insert(code.to_owned(), [tokens(own), tokens(near)]);
            }
            Event::Platform(platform, text) => {
                self.0.describe_platform(platform, text);
                self.1.platforms.insert(platform, tokens(text));
            }
            Event::Later(seconds) => self.2 += seconds,
            Event::Asked(query, now) => self.compare(&query, (now + self.2) % (13 * DAY)),
        }
    }

    pub fn compare(&self, query: &Query, now: i64) {
        let (total, page, strict) = self.1.search(query, now);
        let found = self.0.search(query, now);
        assert_eq!(found.hits.iter().map(shown).collect::<Vec<_>>(), page);
        assert_eq!(found.total, total);
        self.compare_places(query, now);
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

    pub fn compare_places(&self, query: &Query, now: i64) {
        let (found, (told, nowhere)) = (self.0.places(query, now), self.1.places(query, now));
        let key = |place: &Place| [place.at.lat.to_bits(), place.at.lon.to_bits()];
        let counted: BTreeMap<_, _> = found.all.iter().map(|place| (key(place), (place.count, place.only))).collect();
        let one = |ids: &[Uuid]| (u32::try_from(ids.len()).unwrap(), (ids.len() == 1).then(|| ids[0]));
        assert_eq!((counted.len(), found.nowhere as usize), (found.all.len(), nowhere));
        assert_eq!(counted, told.iter().map(|(at, ids)| (*at, one(ids))).collect());
    }

    pub fn compare_facets(&self, query: &Query, steps: &Steps, now: i64) {
        assert_eq!(self.0.facets(query, steps, now), self.1.facets(query, steps, now));
    }
}
