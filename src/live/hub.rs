//! What changed on the board, told to the open streams: each hears only of the missions that its search shows, or showed
//! until then. A change is weighed before and after it is applied, while nobody can join: nothing is missed in between.

use crate::board::{Query, Sort, Watches};
use crate::live::topic::{Change, Told, Topic};
use crate::live::{Missions, Shelf};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Changes kept for those who open a page and listen a moment later.
const KEPT: usize = 1_024;
/// Searches listened to at once.
const MOST: usize = 20_000;
/// How long a search is kept for those who come back, in seconds.
const LINGER: i64 = 120;

/// Where changes are told.
#[derive(Default)]
pub struct Hub {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    watches: Watches<u32>,
    topics: FxHashMap<u32, Arc<Topic>>,
    numbers: FxHashMap<String, u32>,
    next: u32,
    recent: VecDeque<(i64, Subject)>,
    /// Everything after this number is among the recent changes.
    floor: i64,
    /// The last number that was told.
    seq: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Offer(Uuid),
    Platform(Uuid),
}

/// An open stream's place.
pub struct Subscription {
    /// What it listens to.
    pub topic: Arc<Topic>,
    /// What it missed; `None` when that is too far back and the page must be read again. Of a mission that changed before
    /// anybody listened to this search it is only known that it may have gone.
    pub missed: Option<Vec<Told>>,
    /// The number up to which it knows all.
    pub seq: i64,
}

/// Missions about to change, and who sees them before.
pub struct Telling<'a> {
    inner: MutexGuard<'a, Inner>,
    before: FxHashMap<Uuid, Vec<u32>>,
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

    /// Looks at missions that are about to change; nobody joins until [`Telling::tell`].
    pub fn before(&self, board: &Shelf, ids: impl IntoIterator<Item = Uuid>, now: i64) -> Telling<'_> {
        let inner = self.lock();
        let mut before = FxHashMap::default();
        if !inner.watches.is_empty() {
            let board = board.read();
            before.extend(ids.into_iter().map(|id| (id, inner.watches.hear(&board, id, last_seen(&board, id, now)))));
        }
        Telling { inner, before }
    }

    /// Opens a stream; `since` is the last change that it knows of. `None` when too many searches are listened to.
    #[must_use]
    pub fn subscribe(&self, query: &Query, since: Option<i64>, now: i64) -> Option<Subscription> {
        let mut inner = self.lock();
        let topic = inner.topic(query, now)?;
        topic.join();
        let seq = inner.seq;
        let missed = since.map_or_else(|| Some(Vec::new()), |since| inner.missed(&topic, since));
        Some(Subscription { topic, missed, seq })
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
        if since >= floor {
            return topic.since(since);
        }
        if since < self.floor {
            return None;
        }
        let unheard = self.recent.iter().filter(|(seq, _)| *seq > since && *seq <= floor);
        let unheard = unheard.map(|(seq, subject)| match subject {
            Subject::Offer(id) => Told { seq: *seq, change: Change::Shown(*id), before: None },
            Subject::Platform(id) => Told { seq: *seq, change: Change::Platform(*id), before: None },
        });
        Some(unheard.chain(topic.since(floor)?).collect())
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

    fn note(&mut self, seq: i64, subject: Subject) {
        if self.recent.len() == KEPT
            && let Some((oldest, _)) = self.recent.pop_front()
        {
            self.floor = oldest;
        }
        self.recent.push_back((seq, subject));
    }

    fn tell<'n>(&self, numbers: impl Iterator<Item = &'n u32>, told: Told) {
        for topic in numbers.filter_map(|number| self.topics.get(number)) {
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
                Change::Platform(id) => self.platform(*seq, id),
                Change::Shown(id) | Change::Gone(id) => self.offer(&board, *seq, id, now),
            }
        }
        self.inner.seq = self.inner.seq.max(upto);
    }

    fn offer(&mut self, board: &Missions, seq: i64, id: Uuid, now: i64) {
        self.inner.note(seq, Subject::Offer(id));
        let before: FxHashSet<u32> = self.before.remove(&id).unwrap_or_default().into_iter().collect();
        let after: FxHashSet<u32> = self.inner.watches.hear(board, id, now).into_iter().collect();
        let told = |change, before| Told { seq, change, before: Some(before) };
        self.inner.tell(after.intersection(&before), told(Change::Shown(id), true));
        self.inner.tell(after.difference(&before), told(Change::Shown(id), false));
        self.inner.tell(before.difference(&after), told(Change::Gone(id), true));
        // The same mission may change again in this page of the journal.
        self.before.insert(id, after.into_iter().collect());
    }

    fn platform(&mut self, seq: i64, id: Uuid) {
        self.inner.note(seq, Subject::Platform(id));
        let concerned = |topic: &&Arc<Topic>| topic.query.platforms.is_empty() || topic.query.platforms.contains(&id);
        for topic in self.inner.topics.values().filter(concerned) {
            topic.tell(Told { seq, change: Change::Platform(id), before: None });
        }
    }
}

#[cfg(test)]
mod tests;
