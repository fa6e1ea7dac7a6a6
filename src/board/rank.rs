//! The order of an answer is total: stale last, then the sort's own keys, then identity; so pages never overlap.

use std::collections::BinaryHeap;
use uuid::Uuid;

/// Where a document stands in an answer; smaller is earlier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Stale documents come after all others.
    pub stale: bool,
    /// Keys of the sort.
    pub keys: (i64, i64),
    /// What breaks ties.
    pub id: Uuid,
}

/// Keeps the first documents of an answer while candidates go by.
pub struct Top {
    keep: usize,
    heap: BinaryHeap<(Rank, u32)>,
}

impl Top {
    /// Keeps the first `keep` documents.
    pub fn new(keep: usize) -> Self {
        Self { keep, heap: BinaryHeap::with_capacity(keep.min(1024)) }
    }

    /// Offers a candidate; `id` is only read when the keys do not decide.
    pub fn offer(&mut self, stale: bool, keys: (i64, i64), doc: u32, id: impl FnOnce() -> Uuid) {
        if self.heap.len() < self.keep {
            self.heap.push((Rank { stale, keys, id: id() }, doc));
        } else if let Some(mut worst) = self.heap.peek_mut()
            && (stale, keys) <= (worst.0.stale, worst.0.keys)
        {
            let rank = Rank { stale, keys, id: id() };
            if rank < worst.0 {
                *worst = (rank, doc);
            }
        }
    }

    /// The documents kept, in order, without the first `offset`.
    pub fn page(self, offset: usize) -> Vec<u32> {
        self.heap.into_sorted_vec().into_iter().skip(offset).map(|(_, doc)| doc).collect()
    }
}
