//! Which of the answers that are kept a change concerns: those whose search shows the mission, or showed it until then. The
//! others go on being right, so that a post in one town makes nobody else's search be worked out again.

use crate::board::{Payload, Query, Watches};
use crate::live::Shelf;
use rustc_hash::FxHashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Answers made of questions that are followed at once: every change is put to all of them.
const MOST: usize = 8_192;
/// Answers made of one mission that are followed at once: a change looks them up by its key.
const OFFERS: usize = 32_768;
/// When more missions change at once, nothing is asked and nothing is right any more.
const MANY: usize = 50;

/// What an answer was made of.
#[derive(Debug, Clone, Default)]
pub enum Concern {
    /// Whatever changes.
    #[default]
    Anything,
    /// Missions that answer a query with all its words.
    Query(Arc<Query>),
    /// One mission.
    Offer(Uuid),
}

/// Whether an answer is still right.
pub type Right = Arc<AtomicBool>;

/// The answers that are followed.
#[derive(Default)]
pub struct Sieve {
    inner: Mutex<Inner>,
    /// How many times the board had been written when what is followed was last known to be right.
    settled: AtomicU64,
}

#[derive(Default)]
struct Inner {
    watches: Watches<u64>,
    offers: FxHashMap<Uuid, Vec<u64>>,
    /// Those that any change concerns.
    anything: Vec<u64>,
    followed: FxHashMap<u64, Right>,
    next: u64,
}

/// Missions about to change, and the answers that show them before.
pub struct Sifting<'a> {
    inner: MutexGuard<'a, Inner>,
    settled: &'a AtomicU64,
    ids: Vec<Uuid>,
    concerned: Vec<u64>,
}

impl Sieve {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether what is followed is right for the board as it was written so many times.
    #[must_use]
    pub fn is_settled(&self, writes: u64) -> bool {
        self.settled.load(Ordering::Acquire) == writes
    }

    /// Follows an answer that was made when the board had been written so many times; `None` when it was written since.
    #[must_use]
    pub fn follow<P>(&self, board: &Shelf<P>, writes: u64, concern: &Concern) -> Option<Right> {
        let mut inner = self.lock();
        if board.writes() != writes {
            return None;
        }
        // Written in another way than through `before`: nothing is known of what was concerned.
        if !self.is_settled(writes) {
            inner.forget();
            self.settled.store(writes, Ordering::Release);
        }
        Some(inner.follow(concern))
    }

    /// Looks at missions that are about to change; nothing is followed anew until [`Sifting::settle`].
    #[must_use]
    pub fn before<P: Payload>(
        &self,
        board: &Shelf<P>,
        ids: impl IntoIterator<Item = Uuid>,
        now: i64,
    ) -> Option<Sifting<'_>> {
        let mut inner = self.lock();
        if !self.is_settled(board.writes()) {
            return None;
        }
        let mut ids: Vec<Uuid> = ids.into_iter().collect();
        if ids.len() > MANY {
            inner.forget();
            ids.clear();
        }
        let mut sifting = Sifting { inner, settled: &self.settled, ids, concerned: Vec::new() };
        sifting.hear(board, now);
        Some(sifting)
    }
}

impl Inner {
    fn is_full(&self) -> bool {
        self.watches.len() + self.anything.len() >= MOST || self.followed.len() >= MOST + OFFERS
    }

    fn follow(&mut self, concern: &Concern) -> Right {
        if self.is_full() {
            let gone: Vec<u64> =
                self.followed.iter().filter(|(_, r)| Arc::strong_count(r) == 1).map(|(n, _)| *n).collect();
            for number in gone {
                self.lose(number);
            }
            let followed = &self.followed;
            self.anything.retain(|number| followed.contains_key(number));
            self.offers.retain(|_, numbers| {
                numbers.retain(|number| followed.contains_key(number));
                !numbers.is_empty()
            });
        }
        if self.is_full() {
            self.forget();
        }
        let right = Right::new(AtomicBool::new(true));
        let number = self.next;
        self.next += 1;
        match concern {
            Concern::Anything => self.anything.push(number),
            Concern::Query(query) => self.watches.add(number, Query::clone(query)),
            Concern::Offer(id) => self.offers.entry(*id).or_default().push(number),
        }
        self.followed.insert(number, Arc::clone(&right));
        right
    }

    fn lose(&mut self, number: u64) {
        if let Some(right) = self.followed.remove(&number) {
            right.store(false, Ordering::Release);
        }
        self.watches.remove(&number);
    }

    fn forget(&mut self) {
        for right in self.followed.values() {
            right.store(false, Ordering::Release);
        }
        *self = Self { next: self.next, ..Self::default() };
    }
}

impl Sifting<'_> {
    fn hear<P: Payload>(&mut self, board: &Shelf<P>, now: i64) {
        if self.inner.followed.is_empty() || self.ids.is_empty() {
            return;
        }
        self.concerned.append(&mut self.inner.anything);
        let seen = board.read();
        for id in &self.ids {
            self.concerned.extend(self.inner.watches.hear(&seen, *id, now));
            self.concerned.extend(self.inner.offers.get(id).into_iter().flatten());
        }
    }

    fn lose(&mut self) {
        for number in std::mem::take(&mut self.concerned) {
            self.inner.lose(number);
        }
    }

    /// Once the changes are on the board: what shows them now is not right any more either.
    pub fn settle<P: Payload>(mut self, board: &Shelf<P>, now: i64) {
        self.lose();
        self.hear(board, now);
        self.lose();
        for id in std::mem::take(&mut self.ids) {
            self.inner.offers.remove(&id);
        }
        self.settled.store(board.writes(), Ordering::Release);
    }
}

#[cfg(test)]
mod tests;
