//! When documents start and in which order they are listed: every open slot of every document, by its start.

use roaring::{MultiOps, RoaringBitmap};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A place in an order: the sort key, the identity that breaks ties, the document.
pub type Key = (i64, Uuid, u32);

const HOUR: i64 = 3600;
const HOURS: i64 = 24;

/// Documents by start.
#[derive(Default)]
pub struct Calendar {
    keys: BTreeSet<Key>,
    hours: BTreeMap<i64, RoaringBitmap>,
    days: BTreeMap<i64, RoaringBitmap>,
}

impl Calendar {
    /// Adds a start of a document.
    pub fn add(&mut self, start: i64, id: Uuid, doc: u32) {
        let hour = start.div_euclid(HOUR);
        self.keys.insert((start, id, doc));
        self.hours.entry(hour).or_default().insert(doc);
        self.days.entry(hour.div_euclid(HOURS)).or_default().insert(doc);
    }

    /// Takes a start out; the caller takes all starts of the document out.
    pub fn remove(&mut self, start: i64, id: Uuid, doc: u32) {
        let hour = start.div_euclid(HOUR);
        self.keys.remove(&(start, id, doc));
        drop_from(&mut self.hours, hour, doc);
        drop_from(&mut self.days, hour.div_euclid(HOURS), doc);
    }

    /// How many starts there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Starts from an instant on, soonest first.
    pub fn since(&self, from: i64) -> impl Iterator<Item = &Key> {
        self.keys.range((from, Uuid::nil(), 0)..)
    }

    /// The documents that start at `from` or later, and before `to`.
    pub fn starting(&self, from: i64, to: i64) -> RoaringBitmap {
        if from >= to {
            return RoaringBitmap::new();
        }
        let whole = ceil(from, HOUR)..to.div_euclid(HOUR);
        if whole.is_empty() {
            return self.one_by_one(from, to);
        }
        let days = ceil(whole.start, HOURS)..whole.end.div_euclid(HOURS);
        let sets: Vec<_> = if days.is_empty() {
            self.hours.range(whole.clone()).collect()
        } else {
            let (before, after) = (whole.start..days.start * HOURS, days.end * HOURS..whole.end);
            self.hours.range(before).chain(self.days.range(days)).chain(self.hours.range(after)).collect()
        };
        let mut all = sets.into_iter().map(|(_, set)| set).union();
        all |= self.one_by_one(from, whole.start * HOUR) | self.one_by_one(whole.end * HOUR, to);
        all
    }

    fn one_by_one(&self, from: i64, to: i64) -> RoaringBitmap {
        self.since(from).take_while(|key| key.0 < to).map(|key| key.2).collect()
    }
}

/// Division rounded up.
fn ceil(n: i64, by: i64) -> i64 {
    n.div_euclid(by) + i64::from(n.rem_euclid(by) != 0)
}

fn drop_from(sets: &mut BTreeMap<i64, RoaringBitmap>, at: i64, doc: u32) {
    if let Some(set) = sets.get_mut(&at) {
        set.remove(doc);
        if set.is_empty() {
            sets.remove(&at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_holds_exactly_its_starts() {
        let mut calendar = Calendar::default();
        let starts: Vec<i64> = (0..400).map(|n| n * 1_777 - 100_000).collect();
        for (doc, start) in (0..).zip(&starts) {
            calendar.add(*start, Uuid::nil(), doc);
        }
        for from in [i64::MIN + 1, -100_000, -3_600, 0, 1, 3_599, 86_400, 90_000] {
            for to in [-3_600, 0, 10, 7_200, 172_800, 300_001, i64::MAX] {
                let expected: Vec<u32> =
                    (0..).zip(&starts).filter(|(_, s)| (from..to).contains(*s)).map(|(doc, _)| doc).collect();
                assert_eq!(calendar.starting(from, to).iter().collect::<Vec<_>>(), expected, "{from}..{to}");
            }
        }
    }
}
