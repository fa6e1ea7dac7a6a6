//! When documents start: every open slot of every document, by its start.

use super::order::Order;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;
use std::ops::Range;
use uuid::Uuid;

const HOUR: i64 = 3600;
const HOURS: i64 = 24;

/// Documents by start.
#[derive(Default)]
pub struct Calendar {
    /// Every start, soonest first.
    pub starts: Order,
    hours: BTreeMap<i64, RoaringBitmap>,
    days: BTreeMap<i64, RoaringBitmap>,
}

impl Calendar {
    /// Adds a start of a document, without its place among all starts.
    pub fn add(&mut self, start: i64, doc: u32) {
        let hour = start.div_euclid(HOUR);
        put(self.hours.entry(hour).or_default(), doc);
        put(self.days.entry(hour.div_euclid(HOURS)).or_default(), doc);
    }

    /// Takes a start out; the caller takes all starts of the document out.
    pub fn remove(&mut self, start: i64, doc: u32, id: impl Fn(u32) -> Uuid) {
        let hour = start.div_euclid(HOUR);
        self.starts.remove(start, doc, id);
        drop_from(&mut self.hours, hour, doc);
        drop_from(&mut self.days, hour.div_euclid(HOURS), doc);
    }

    /// Starts from `from` on and before `to`, soonest first.
    pub fn between(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, u32)> {
        self.starts.since(from).take_while(move |entry| entry.0 < to)
    }

    /// Hours with a start, from the one of an instant on, on days when some of `docs` start: those of `docs` that start then.
    pub fn hourly(&self, from: i64, docs: &RoaringBitmap) -> impl Iterator<Item = (Range<i64>, RoaringBitmap)> {
        let hour = from.div_euclid(HOUR);
        let days = self.days.range(hour.div_euclid(HOURS)..).filter(|(_, day)| !day.is_disjoint(docs));
        let hours = days.flat_map(move |(day, _)| self.hours.range((day * HOURS).max(hour)..(day + 1) * HOURS));
        hours.map(move |(hour, set)| (hour * HOUR..(hour + 1) * HOUR, set & docs))
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
        self.between(from, to).map(|entry| entry.1).collect()
    }

    /// Bytes that the calendar takes.
    pub fn memory(&self) -> usize {
        self.starts.memory() + self.hours.values().chain(self.days.values()).map(super::memory::of_set).sum::<usize>()
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
            calendar.add(*start, doc);
            calendar.starts.insert(*start, doc, |_| Uuid::nil());
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
