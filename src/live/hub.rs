//! What changed on the board, told to the open streams: each hears only of the missions that its search shows, or showed
//! until then. A change is weighed before and after it is applied, while nobody can join: nothing is missed in between.

use crate::board::{Query, Sort, Watches};
use crate::live::topic::{Before, Change, Fate, Told, Topic};
use crate::live::{Missions, Shelf};
use crate::offers::Terms;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Changes kept for those who open a page and listen a moment later.
const KEPT: usize = 1_024;
/// Changes weighed for a search that nobody listened to; beyond, the page is read again, which costs less.
const UNHEARD: usize = 100;
/// Searches listened to at once.
const MOST: usize = 20_000;
/// How long a search is kept for those who come back, in seconds.
const LINGER: i64 = 120;

/// Where changes are told.
#[derive(Default)]
pub struct Hub {
    inner: Mutex<Inner>,
    /// Set once, when the server stops.
    closed: AtomicBool,
}

#[derive(Default)]
struct Inner {
    watches: Watches<u32>,
    topics: FxHashMap<u32, Arc<Topic>>,
    numbers: FxHashMap<String, u32>,
    next: u32,
    /// The last changes, as who listens to nothing yet may be told of them.
    recent: VecDeque<Told>,
    /// Everything after this number is among the recent changes.
    floor: i64,
    /// The last number that was told.
    seq: i64,
}

/// An open stream's place.
pub struct Subscription {
    /// What it listens to.
    pub topic: Arc<Topic>,
    /// What it missed; `None` when that is too far back and the page must be read again.
    pub missed: Option<Vec<Told>>,
    /// The number up to which it knows all.
    pub seq: i64,
    /// Its place in what is told from now on.
    pub place: u64,
}

/// Missions about to change, and who sees them before.
pub struct Telling<'a> {
    inner: MutexGuard<'a, Inner>,
    before: FxHashMap<Uuid, Weighed>,
}

/// A mission at one instant.
#[derive(Default)]
struct Weighed {
    /// Whether anybody could see it.
    seen: bool,
    /// Its words, place and qualities.
    terms: Option<Terms>,
    /// The searches that it answered.
    answered: Vec<u32>,
}

impl Hub {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes up to this number were never told here: the board was loaded with them.
    pub fn start_at(&self, seq: i64) {
        let mut inner = self.lock();
        (inner.floor, inner.seq) = (seq, seq);
    }

    /// How many searches are listened to.
    #[must_use]
    pub fn topics(&self) -> usize {
        self.lock().topics.len()
    }

    /// The number up to which everything was told.
    #[must_use]
    pub fn seq(&self) -> i64 {
        self.lock().seq
    }

    /// Ends every stream, now and to come: the server stops.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
        for topic in self.lock().topics.values() {
            topic.bell.notify_waiters();
        }
    }

    /// Whether the server stops.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Looks at missions that are about to change; nobody joins until [`Telling::tell`].
    pub fn before(&self, board: &Shelf, ids: impl IntoIterator<Item = Uuid>, now: i64) -> Telling<'_> {
        let inner = self.lock();
        let board = board.read();
        let before = ids.into_iter().map(|id| (id, inner.weigh(&board, id, last_seen(&board, id, now)))).collect();
        Telling { inner, before }
    }

    /// Tells of platforms whose missions appeared or went by the clock alone, without any event.
    pub fn turn(&self, platforms: &[Uuid]) {
        let mut inner = self.lock();
        let seq = inner.seq;
        for id in platforms {
            inner.platform(seq, *id, true);
        }
    }

    /// Opens a stream; `since` is the last change that it knows of. `None` when too many searches are listened to, or when
    /// the server stops.
    #[must_use]
    pub fn subscribe(&self, query: &Query, since: Option<i64>, now: i64) -> Option<Subscription> {
        let mut inner = self.lock();
        if self.is_closed() {
            return None;
        }
        let topic = inner.topic(query, now)?;
        topic.join();
        let (seq, place) = (inner.seq, topic.end());
        let missed = since.map_or_else(|| Some(Vec::new()), |since| inner.missed(&topic, since));
        Some(Subscription { topic, missed, seq, place })
    }

    /// What changed after a number, whatever the search; `None` when that is too far back. Nothing is listened to.
    #[must_use]
    pub fn since(&self, seq: i64) -> Option<Vec<Told>> {
        let inner = self.lock();
        (seq >= inner.floor).then(|| inner.recent.iter().filter(|t| t.is_news_after(seq)).copied().collect())
    }

    /// Closes a stream.
    pub fn leave(&self, topic: &Topic, now: i64) {
        topic.leave(now);
    }

    /// Forgets the searches that nobody came back to.
    pub fn sweep(&self, now: i64) {
        self.lock().sweep(now - LINGER);
    }
}

/// The instant at which a mission was last seen: now, or just before its last open slot began.
fn last_seen(board: &Missions, id: Uuid, now: i64) -> i64 {
    if board.visible(id, now) {
        return now;
    }
    let slots = board.lookup(id).map(|card| card.offer.slots).unwrap_or_default();
    slots.iter().filter(|s| s.left() > 0).map(|s| s.starts_at.seconds() - 1).max().map_or(now, |last| last.min(now))
}

impl Inner {
    fn topic(&mut self, query: &Query, now: i64) -> Option<Arc<Topic>> {
        // The order and the page are the reader's own.
        let query = Query { sort: Sort::Soonest, after: None, offset: 0, limit: 1, ..query.clone() };
        let key = format!("{query:?}");
        if let Some(known) = self.numbers.get(&key).and_then(|number| self.topics.get(number)) {
            return Some(Arc::clone(known));
        }
        if self.topics.len() >= MOST {
            self.sweep(now);
        }
        if self.topics.len() >= MOST {
            return None;
        }
        let number = self.next;
        self.next = self.next.wrapping_add(1);
        let topic = Arc::new(Topic::new(query.clone(), self.seq));
        self.watches.add(number, query);
        self.numbers.insert(key, number);
        self.topics.insert(number, Arc::clone(&topic));
        Some(topic)
    }

    fn missed(&self, topic: &Topic, since: i64) -> Option<Vec<Told>> {
        let floor = topic.floor();
        if since < floor && since < self.floor {
            return None;
        }
        let heard = topic.since(since.max(floor))?;
        let unheard = self.recent.iter().filter(|t| t.is_news_after(since) && t.seq <= floor && !heard.contains(t));
        if unheard.clone().count() > UNHEARD {
            return None;
        }
        Some(unheard.chain(&heard).copied().collect())
    }

    fn sweep(&mut self, instant: i64) {
        let idle: FxHashSet<u32> =
            self.topics.iter().filter(|(_, topic)| topic.is_idle_since(instant)).map(|(number, _)| *number).collect();
        for number in &idle {
            self.topics.remove(number);
            self.watches.remove(number);
        }
        self.numbers.retain(|_, number| !idle.contains(number));
    }

    fn note(&mut self, told: Told) {
        if self.recent.len() == KEPT
            && let Some(oldest) = self.recent.pop_front()
        {
            self.floor = oldest.seq;
        }
        self.recent.push_back(told);
    }

    fn weigh(&self, board: &Missions, id: Uuid, now: i64) -> Weighed {
        let seen = board.visible(id, now);
        let terms = board.lookup(id).map(|card| card.offer.terms);
        Weighed { seen, terms, answered: self.watches.hear(board, id, now) }
    }

    fn tell<'n>(&self, numbers: impl Iterator<Item = &'n u32>, told: Told) {
        for topic in numbers.filter_map(|number| self.topics.get(number)) {
            topic.tell(told);
        }
    }

    /// Told to every search that the platform may be in. Which of them hold something of it is not asked: it would cost one
    /// search each, some 30 µs, thus more than half a second for 20,000 while nothing else is told.
    fn platform(&mut self, seq: i64, id: Uuid, by_clock: bool) {
        let told = Told { seq, change: Change::Platform(id), before: Before::Unknown, by_clock };
        self.note(told);
        let concerned = |topic: &&Arc<Topic>| topic.query.platforms.is_empty() || topic.query.platforms.contains(&id);
        for topic in self.topics.values().filter(concerned) {
            topic.tell(told);
        }
    }
}

impl Telling<'_> {
    /// Tells what became of the missions, and which platforms appeared or went, in the order of the journal.
    pub fn tell(mut self, board: &Shelf, changes: &[(i64, Change)], now: i64, upto: i64) {
        let board = board.read();
        for (seq, change) in changes {
            match *change {
                Change::Platform(id) => self.inner.platform(*seq, id, false),
                Change::Offer(id, fate) => self.offer(&board, *seq, (id, fate), now),
            }
        }
        self.inner.seq = self.inner.seq.max(upto);
    }

    fn offer(&mut self, board: &Missions, seq: i64, (id, fate): (Uuid, Fate), now: i64) {
        let before = self.before.remove(&id).unwrap_or_default();
        let after = self.inner.weigh(board, id, now);
        let told = |before| Told { seq, change: Change::Offer(id, fate), before, by_clock: false };
        self.inner.note(told(match &before {
            Weighed { seen: false, .. } => Before::Absent,
            Weighed { terms: Some(terms), .. } if after.terms.as_ref() == Some(terms) => Before::Same,
            _ => Before::Unknown,
        }));
        let was: FxHashSet<u32> = before.answered.into_iter().collect();
        let is: FxHashSet<u32> = after.answered.iter().copied().collect();
        self.inner.tell(was.iter(), told(Before::Answered));
        self.inner.tell(is.difference(&was), told(Before::Absent));
        // The same mission may change again in this page of the journal.
        self.before.insert(id, after);
    }
}

#[cfg(test)]
mod tests;
