//! Many documents at once: each is put as usual, then the standing orders are rebuilt once instead of being searched each time.

use super::doc::Doc;
use super::index::{Board, best_paid, newest};

/// From this number on, and in this share of what the board holds, documents are many.
const MANY: usize = if cfg!(test) { 2 } else { 500 };
const SHARE: usize = 100;

impl<P> Board<P> {
    /// Adds many documents, or replaces those of the same identity; the more at once, the faster.
    pub fn extend(&mut self, docs: impl IntoIterator<Item = Doc<P>>) {
        let docs: Vec<Doc<P>> = docs.into_iter().collect();
        if docs.len() < MANY || docs.len() * SHARE < self.len() {
            for doc in docs {
                self.upsert(doc);
            }
            return;
        }
        self.numbers.reserve(docs.len());
        let mut numbers: Vec<u32> = docs.into_iter().map(|doc| self.put(doc)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        // A document may have been replaced by a later one: then its number is free, or another one's.
        numbers.retain(|number| self.payloads[*number as usize].is_some());
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
