//! On which weekday and in which part of the day documents start: one set for each pair, whatever the date.

use super::memory::of_sets;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};

/// Documents by pair of weekday and part of the day, in the order of [`super::slots::Opening::cell`].
pub struct Week([RoaringBitmap; 32]);

impl Default for Week {
    fn default() -> Self {
        Self(std::array::from_fn(|_| RoaringBitmap::new()))
    }
}

impl Week {
    /// Adds a document with its pairs.
    pub fn add(&mut self, doc: u32, cells: u32) {
        self.of(cells).for_each(|set| put(set, doc));
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, cells: u32) {
        self.of(cells).for_each(|set| {
            set.remove(doc);
        });
    }

    fn of(&mut self, cells: u32) -> impl Iterator<Item = &mut RoaringBitmap> {
        self.0.iter_mut().enumerate().filter(move |(n, _)| cells >> n & 1 == 1).map(|(_, set)| set)
    }

    /// Documents with a slot in one of the pairs.
    pub fn with(&self, cells: u32) -> RoaringBitmap {
        self.0.iter().enumerate().filter(|(n, _)| cells >> n & 1 == 1).map(|(_, set)| set).union()
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        of_sets(&self.0)
    }
}
