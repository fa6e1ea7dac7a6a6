//! What the sieve holds to be right is right, whatever happens to the board.

use super::*;
use crate::board::stories::{Event, event, shown};
use crate::board::{Board, Doc, Freshness, Gate, Point, SlotDoc, naive};
use crate::live::Missions;
use proptest::collection::vec;
use proptest::prelude::*;

fn is(right: &Right) -> bool {
    right.load(Ordering::Acquire)
}

#[test]
fn what_is_followed_is_right_until_it_is_concerned_or_something_is_written_unheard() {
    let (sieve, shelf) = (Sieve::default(), Shelf::new(Missions::new(Freshness::default())));
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let follow = |concern: Concern| sieve.follow(&shelf, shelf.writes(), &concern);
    let change = |id: Uuid| {
        let sifting = sieve.before(&shelf, [id], 0).unwrap();
        drop(shelf.write());
        sifting.settle(&shelf, 0);
    };
    let followed = [Concern::Offer(one), Concern::Offer(other), Concern::Anything].map(|c| follow(c).unwrap());
    change(one);
    assert_eq!(followed.each_ref().map(is), [false, true, false]);
    assert!(sieve.is_settled(shelf.writes()));
    let before = shelf.writes();
    drop(shelf.write());
    assert!(!sieve.is_settled(shelf.writes()), "nobody said what was written");
    assert!(sieve.before(&shelf, [one], 0).is_none());
    assert!(sieve.follow(&shelf, before, &Concern::Anything).is_none(), "made before the write");
    let later = follow(Concern::Offer(one)).unwrap();
    assert_eq!((is(&followed[1]), is(&later)), (false, true));
    let many = sieve.before(&shelf, (0..1_000).map(Uuid::from_u128), 0).unwrap();
    many.settle(&shelf, 0);
    assert!(!is(&later));
}

#[test]
fn what_is_followed_is_bounded_and_what_nobody_keeps_goes_first() {
    let (sieve, shelf) = (Sieve::default(), Shelf::new(Missions::new(Freshness::default())));
    let kept = sieve.follow(&shelf, 0, &Concern::Offer(Uuid::nil())).unwrap();
    for n in 0..60_000_u128 {
        drop(sieve.follow(&shelf, 0, &Concern::Offer(Uuid::from_u128(n))));
    }
    assert!(is(&kept));
    assert!(sieve.lock().followed.len() <= MOST + OFFERS && sieve.lock().offers.len() <= MOST + OFFERS);
    for _ in 0..20_000 {
        drop(sieve.follow(&shelf, 0, &Concern::Anything));
    }
    assert!(is(&kept) && sieve.lock().anything.len() <= MOST);
}

/// An answer that is followed, as it was given.
struct Kept {
    query: Query,
    now: i64,
    until: i64,
    given: Given,
    right: Right,
}

type Given = (usize, Vec<naive::Shown>, Option<String>);

/// A board with its sieve, and the answers that were given.
struct Followed {
    shelf: Shelf<Uuid>,
    sieve: Sieve,
    now: i64,
    kept: Vec<Kept>,
}

impl Followed {
    fn new() -> Self {
        let mut board = Board::new(Freshness::default());
        for n in 200..203_u128 {
            board.set_gate(Uuid::from_u128(n), Some(Gate { from: 0, until: i64::MAX }));
        }
        Self { shelf: Shelf::new(board), sieve: Sieve::default(), now: 0, kept: Vec::new() }
    }

    fn ask(&self, query: &Query) -> (Given, bool) {
        let found = self.shelf.read().search(query, self.now);
        ((found.total, found.hits.iter().map(shown).collect(), found.corrected), found.exact)
    }

    /// Answers as a page does, and follows the answer.
    fn answer(&mut self, query: Query) {
        let writes = self.shelf.writes();
        let (given, exact) = self.ask(&query);
        // What is asked of the next hours moves every second.
        let still = self.shelf.read().still_until(self.now);
        let until = if query.within.is_some() { self.now + 1 } else { still };
        let concern = if exact { Concern::Query(Arc::new(query.clone())) } else { Concern::Anything };
        if let Some(right) = self.sieve.follow(&self.shelf, writes, &concern) {
            self.kept.push(Kept { query, now: self.now, until, given, right });
        }
    }

    /// Changes missions as the follower of the journal does: the sieve hears of them before and after.
    fn change(&self, ids: &[Uuid], change: impl FnOnce(&mut Board<Uuid>)) {
        let sifting = self.sieve.before(&self.shelf, ids.iter().copied(), self.now);
        change(&mut self.shelf.write());
        if let Some(sifting) = sifting {
            sifting.settle(&self.shelf, self.now);
        }
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Told(doc) => self.change(&[doc.id], |board| board.upsert(*doc)),
            Event::Many(docs) => {
                let ids: Vec<Uuid> = docs.iter().map(|doc| doc.id).collect();
                self.change(&ids, |board| board.extend(docs));
            }
            Event::Removed(id) => self.change(&[id], |board| {
                board.remove(id);
            }),
            Event::Gate(platform, gate) => self.shelf.write().set_gate(platform, gate),
            Event::Pulse(platform, at) => self.shelf.write().confirm(platform, at),
            Event::Occupation(code, [own, near]) => self.shelf.write().describe_occupation(code, own, near),
            Event::Platform(platform, text) => self.shelf.write().describe_platform(platform, text),
            Event::Later(seconds) => self.now += seconds,
            Event::Asked(query, _) => self.answer(*query),
        }
    }

    /// Every answer that is said to be right is the one that the board gives.
    fn compare(&self) -> Result<usize, TestCaseError> {
        if !self.sieve.is_settled(self.shelf.writes()) {
            return Ok(0);
        }
        let held = |kept: &&Kept| is(&kept.right) && (kept.now..kept.until).contains(&self.now);
        let mut compared = 0;
        for kept in self.kept.iter().filter(held) {
            prop_assert_eq!(&self.ask(&kept.query).0, &kept.given, "{:?}", &kept.query);
            compared += 1;
        }
        Ok(compared)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Documents come and go, labels turn and time passes: an answer that is kept is the answer.
    #[test]
    fn i1_an_answer_said_to_be_right_is_the_answer(events in vec(event(), 1..120)) {
        let mut followed = Followed::new();
        for event in events {
            followed.hear(event);
            followed.compare()?;
        }
    }
}

/// A mission of one kind somewhere.
fn mission(number: u128, title: &str, lat: f32) -> Doc<Uuid> {
    let slot = SlotDoc { starts_at: 900, ends_at: 1_000, places_left: 1, weekday: 0, start_minute: 15, end_minute: 16 };
    Doc {
        id: Uuid::from_u128(number),
        platform: Uuid::from_u128(200),
        title: title.into(),
        description: String::new(),
        occupation: "J1506".into(),
        place: Some(Point { lat, lon: 2.0 }),
        slots: vec![slot],
        pay_hour_cents: 1_300,
        published_at: 0,
        confirmed_at: 0,
        status: 0,
        flags: 0,
        payload: Uuid::from_u128(number),
    }
}

#[test]
fn a_post_in_one_town_leaves_the_answers_of_another_right() {
    let mut followed = Followed::new();
    let near = |lat: f32| Query { near: Some((Point { lat, lon: 2.0 }, 10.0)), limit: 5, ..Query::default() };
    followed.answer(near(45.0));
    followed.answer(near(48.0));
    let id = Uuid::from_u128(1);
    followed.change(&[id], |board| board.upsert(mission(1, "Serveur", 48.0)));
    assert_eq!(followed.kept.iter().map(|kept| is(&kept.right)).collect::<Vec<_>>(), [true, false]);
    assert_eq!(followed.compare().unwrap(), 1);
}

#[test]
fn a_word_that_nobody_holds_is_mended_once_a_mission_holds_a_near_one() {
    let mut followed = Followed::new();
    followed.answer(Query { text: Some("nfirmiere".into()), limit: 5, ..Query::default() });
    followed.change(&[Uuid::from_u128(1)], |board| board.upsert(mission(1, "Infirmière", 48.0)));
    assert_eq!(followed.compare().unwrap(), 0, "the answer was given before");
    followed.answer(followed.kept[0].query.clone());
    assert_eq!(followed.kept[1].given.2.as_deref(), Some("infirmière"));
    assert_eq!(followed.compare().unwrap(), 1);
}
