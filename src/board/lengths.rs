//! How long slots last: one set of documents for each length in whole minutes, whatever the date. There are few lengths.

use super::memory::of_set;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Documents by length of a slot.
#[derive(Default)]
pub struct Lengths(BTreeMap<u16, RoaringBitmap>);

impl Lengths {
    /// Adds a document with a slot of this length.
    pub fn add(&mut self, doc: u32, minutes: u16) {
        put(self.0.entry(minutes).or_default(), doc);
    }

    /// Takes a document out; the caller takes out all its lengths.
    pub fn remove(&mut self, doc: u32, minutes: u16) {
        if let Some(set) = self.0.get_mut(&minutes) {
            set.remove(doc);
            if set.is_empty() {
                self.0.remove(&minutes);
            }
        }
    }

    /// Documents with a slot that lasts as long.
    pub fn within(&self, minutes: RangeInclusive<u16>) -> RoaringBitmap {
        if minutes.is_empty() {
            return RoaringBitmap::new();
        }
        self.0.range(minutes).map(|(_, set)| set).union()
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        self.0.values().map(|set| of_set(set) + 8).sum()
    }
}
