//! Many documents at once: each is put as usual, then the standing orders are rebuilt once instead of being searched each time.

use super::doc::{Doc, Payload};
use super::grid::{cell, vicinity};
use super::index::{Board, best_paid, newest};
use rustc_hash::FxHashSet;

/// From this number on, and in this share of what the board holds, documents are many.
const MANY: usize = if cfg!(test) { 2 } else { 500 };
const SHARE: usize = 100;

impl<P: Payload> Board<P> {
    /// Adds many documents, or replaces those of the same identity; the more at once, the faster.
    pub fn extend(&mut self, docs: impl IntoIterator<Item = Doc<P>>) {
        let mut docs: Vec<Doc<P>> = docs.into_iter().collect();
        if docs.len() < MANY || docs.len() * SHARE < self.len() {
            for doc in docs {
                self.upsert(doc);
            }
            return;
        }
        // The latest document of an identity counts; then neighbours stand in a row.
        let mut known = FxHashSet::default();
        docs.reverse();
        docs.retain(|doc| known.insert(doc.id));
        docs.sort_by_key(|doc| doc.place.map(|at| (vicinity(at), cell(at))));
        self.numbers.reserve(docs.len(), &self.faces);
        self.stays.many();
        let numbers = docs.into_iter().map(|doc| self.put(doc)).collect();
        self.stays.all_there();
        self.order_all(numbers);
    }

    fn order_all(&mut self, mut numbers: Vec<u32>) {
        let id = |doc: u32| self.faces[doc as usize].id;
        let all = || numbers.iter().copied();
        self.newest.merge(all().map(|n| (newest(&self.faces[n as usize]), n)), id);
        self.best_paid.merge(all().map(|n| (best_paid(&self.rows[n as usize]), n)), id);
        let starts = all().flat_map(|n| self.slots.of(n).iter().map(move |slot| (slot.starts_at, n)));
        self.calendar.starts.merge(starts, id);
        let platform = |n: &u32| self.rows[*n as usize].traits.platform;
        numbers.sort_by_key(platform);
        for same in numbers.chunk_by(|a, b| platform(a) == platform(b)) {
            let confirmed = same.iter().map(|n| (self.faces[*n as usize].confirmed_at, *n));
            self.platforms.file_all(platform(&same[0]), confirmed);
        }
    }
}
