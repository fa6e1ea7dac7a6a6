//! The order of an answer is total: stale last, then the sort's own keys, then identity; so pages never overlap.

use std::collections::BinaryHeap;
use uuid::Uuid;

/// Where a document stands in an answer; smaller is earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Stale documents come after all others.
    pub stale: bool,
    /// Keys of the sort.
    pub keys: (i64, i64),
    /// What breaks ties.
    pub id: Uuid,
}

/// A document in its place.
pub type Placed = (Rank, u32);

/// Keeps the first documents behind a place while candidates go by.
pub struct Top {
    keep: usize,
    after: Option<Rank>,
    heap: BinaryHeap<Placed>,
}

impl Top {
    /// Keeps the first `keep` documents that come after a place.
    pub fn new(keep: usize, after: Option<Rank>) -> Self {
        Self { keep, after, heap: BinaryHeap::with_capacity(keep.min(1024)) }
    }

    /// Offers a candidate; `id` is only read when the keys do not decide.
    pub fn offer(&mut self, stale: bool, keys: (i64, i64), doc: u32, id: impl FnOnce() -> Uuid) {
        let full = self.heap.len() >= self.keep;
        if full && self.heap.peek().is_none_or(|worst| (stale, keys) > (worst.0.stale, worst.0.keys)) {
            return;
        }
        let rank = Rank { stale, keys, id: id() };
        if self.after.is_some_and(|after| rank <= after) {
            return;
        }
        if !full {
            self.heap.push((rank, doc));
        } else if let Some(mut worst) = self.heap.peek_mut().filter(|worst| rank < worst.0) {
            *worst = (rank, doc);
        }
    }

    /// Says whether only better candidates than those kept still count.
    pub fn is_full(&self) -> bool {
        self.heap.len() >= self.keep
    }

    /// The documents kept, in order.
    pub fn page(self) -> Vec<Placed> {
        self.heap.into_sorted_vec()
    }
}
