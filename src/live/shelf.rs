//! The board behind its lock, and the answers it gave in this very second: the same question from two people is worked out
//! once. An answer is given again only while nothing was written and the second is the same, so it hides nothing late (I1).

use crate::board::{Found, Query};
use crate::live::{Card, Missions};
use rustc_hash::FxHashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Answers kept at once.
const KEPT: usize = 4_096;

/// The board and its latest answers.
pub struct Shelf {
    board: RwLock<Missions>,
    writes: AtomicU64,
    answers: Mutex<Answers>,
}

#[derive(Default)]
struct Answers {
    writes: u64,
    second: i64,
    known: FxHashMap<String, Arc<Found<Card>>>,
}

impl Shelf {
    /// A shelf for an empty board.
    #[must_use]
    pub fn new(board: Missions) -> Self {
        Self { board: RwLock::new(board), writes: AtomicU64::new(0), answers: Mutex::default() }
    }

    /// The board, to be read.
    pub fn read(&self) -> RwLockReadGuard<'_, Missions> {
        self.board.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The board, to be written; every answer given before is forgotten.
    pub fn write(&self) -> RwLockWriteGuard<'_, Missions> {
        let board = self.board.write().unwrap_or_else(PoisonError::into_inner);
        // Counted while nobody else reads: an answer worked out before this write carries an older count.
        self.writes.fetch_add(1, Ordering::AcqRel);
        board
    }

    /// The answer to a question at a second.
    #[must_use]
    pub fn search(&self, query: &Query, now: i64) -> Arc<Found<Card>> {
        let key = format!("{query:?}");
        if let Some(found) = self.known(&key, self.writes.load(Ordering::Acquire), now) {
            return found;
        }
        let board = self.read();
        let writes = self.writes.load(Ordering::Acquire);
        let found = Arc::new(board.search(query, now));
        drop(board);
        self.keep(key, writes, now, &found);
        found
    }

    fn known(&self, key: &str, writes: u64, now: i64) -> Option<Arc<Found<Card>>> {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let current = (answers.writes, answers.second) == (writes, now);
        current.then(|| answers.known.get(key).cloned()).flatten()
    }

    fn keep(&self, key: String, writes: u64, now: i64, found: &Arc<Found<Card>>) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if (answers.writes, answers.second) != (writes, now) || answers.known.len() >= KEPT {
            answers.known.clear();
            (answers.writes, answers.second) = (writes, now);
        }
        answers.known.insert(key, Arc::clone(found));
    }
}
