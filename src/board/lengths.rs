//! How long slots last: one set of documents for each length in whole minutes, whatever the date. There are few lengths, and
//! the same ranges of them are asked again and again.

use super::kept::Kept;
use super::memory::of_set;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Documents by length of a slot.
#[derive(Default)]
pub struct Lengths {
    by: BTreeMap<u16, RoaringBitmap>,
    ranges: Kept<RangeInclusive<u16>>,
}

impl Lengths {
    /// Adds a document with a slot of this length.
    pub fn add(&mut self, doc: u32, minutes: u16) {
        put(self.by.entry(minutes).or_default(), doc);
        self.ranges.add(doc, |range| range.contains(&minutes));
    }

    /// Takes a document out; the caller takes out all its lengths.
    pub fn remove(&mut self, doc: u32, minutes: u16) {
        self.ranges.remove(doc, |range| range.contains(&minutes));
        if let Some(set) = self.by.get_mut(&minutes) {
            set.remove(doc);
            if set.is_empty() {
                self.by.remove(&minutes);
            }
        }
    }

    /// Documents with a slot that lasts as long.
    pub fn within(&self, minutes: &RangeInclusive<u16>) -> Arc<RoaringBitmap> {
        if minutes.is_empty() {
            return Arc::default();
        }
        self.ranges.of(minutes, || self.by.range(minutes.clone()).map(|(_, set)| set).union())
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        self.by.values().map(|set| of_set(set) + 8).sum::<usize>() + self.ranges.memory()
    }
}
