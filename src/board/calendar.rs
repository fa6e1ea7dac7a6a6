//! When documents start: every open slot of every document, by its start.

use super::kept::Kept;
use super::memory::of_sets;
use super::order::Order;
use super::sets::put;
use super::slots::Opening;
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use uuid::Uuid;

const HOUR: i64 = 3600;
const HOURS: i64 = 24;

/// Documents by start.
#[derive(Default)]
pub struct Calendar {
    /// Every start, soonest first.
    pub starts: Order,
    hours: BTreeMap<i64, Hour>,
    days: BTreeMap<i64, RoaringBitmap>,
    /// By the date of the start, at its place.
    dates: BTreeMap<i64, RoaringBitmap>,
    /// What starts between two instants.
    spans: Kept<Range<i64>>,
    /// What starts on some dates, by the first and the last: everyone asks for the same days.
    on: Kept<(i64, i64)>,
}

/// What starts in one hour.
#[derive(Default)]
struct Hour {
    docs: RoaringBitmap,
    /// Pairs of weekday and part of the day, at the places where it starts; those of a start taken out may stay.
    cells: u32,
}

impl Calendar {
    /// Adds a slot of a document, without its place among all starts.
    pub fn add(&mut self, slot: &Opening, doc: u32) {
        let (start, cell, date) = (slot.starts_at, slot.cell(), slot.date());
        put(self.dates.entry(date).or_default(), doc);
        self.on.add(doc, |(first, last)| (*first..=*last).contains(&date));
        let hour = start.div_euclid(HOUR);
        let starts = self.hours.entry(hour).or_default();
        put(&mut starts.docs, doc);
        starts.cells |= cell;
        put(self.days.entry(hour.div_euclid(HOURS)).or_default(), doc);
        self.spans.add(doc, |span| span.contains(&start));
    }

    /// Takes a slot out; the caller takes all slots of the document out.
    pub fn remove(&mut self, slot: &Opening, doc: u32, id: impl Fn(u32) -> Uuid) {
        let (start, date) = (slot.starts_at, slot.date());
        take(&mut self.dates, date, doc);
        self.on.remove(doc, |(first, last)| (*first..=*last).contains(&date));
        let hour = start.div_euclid(HOUR);
        self.starts.remove(start, doc, id);
        self.spans.remove(doc, |span| span.contains(&start));
        if let Some(starts) = self.hours.get_mut(&hour) {
            starts.docs.remove(doc);
            if starts.docs.is_empty() {
                self.hours.remove(&hour);
            }
        }
        take(&mut self.days, hour.div_euclid(HOURS), doc);
    }

    /// Starts from `from` on and before `to`, soonest first.
    pub fn between(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, u32)> {
        self.starts.since(from).take_while(move |entry| entry.0 < to)
    }

    /// Hours with a start of one of some pairs, from the hour of an instant on, on days when some of `docs` start: those of
    /// `docs` that start then.
    pub fn hourly(
        &self,
        from: i64,
        cells: u32,
        docs: &RoaringBitmap,
    ) -> impl Iterator<Item = (Range<i64>, RoaringBitmap)> {
        let hour = from.div_euclid(HOUR);
        let days = self.days.range(hour.div_euclid(HOURS)..).filter(|(_, day)| !day.is_disjoint(docs));
        let hours = days.flat_map(move |(day, _)| self.hours.range((day * HOURS).max(hour)..(day + 1) * HOURS));
        let asked = hours.filter(move |(_, starts)| starts.cells & cells != 0);
        asked.map(move |(hour, starts)| (hour * HOUR..(hour + 1) * HOUR, &starts.docs & docs))
    }

    /// The documents that start at `from` or later, and before `to`.
    pub fn starting(&self, from: i64, to: i64) -> Arc<RoaringBitmap> {
        if from >= to {
            return Arc::default();
        }
        self.spans.of(&(from..to), || self.within(from, to))
    }

    /// The documents that start on one of some dates at their place, the first and the last included.
    pub fn on(&self, dates: (i64, i64)) -> Arc<RoaringBitmap> {
        if dates.0 > dates.1 {
            return Arc::default();
        }
        self.on.of(&dates, || self.dates.range(dates.0..=dates.1).map(|(_, docs)| docs).union())
    }

    /// The documents that start in one of some spans, which are nobody else's.
    pub fn during(&self, spans: impl Iterator<Item = (i64, i64)>) -> RoaringBitmap {
        spans.map(|(from, to)| self.within(from, to)).union()
    }

    fn within(&self, from: i64, to: i64) -> RoaringBitmap {
        let whole = ceil(from, HOUR)..to.div_euclid(HOUR);
        if whole.is_empty() {
            return self.one_by_one(from, to);
        }
        let days = ceil(whole.start, HOURS)..whole.end.div_euclid(HOURS);
        let (before, after) = (whole.start..days.start * HOURS, days.end * HOURS..whole.end);
        let mut sets: Vec<&RoaringBitmap> = Vec::new();
        for hours in if days.is_empty() { [whole.clone(), 0..0] } else { [before, after] } {
            sets.extend(self.hours.range(hours).map(|(_, starts)| &starts.docs));
        }
        if !days.is_empty() {
            sets.extend(self.days.range(days).map(|(_, set)| set));
        }
        let mut all = sets.union();
        all |= self.one_by_one(from, whole.start * HOUR) | self.one_by_one(whole.end * HOUR, to);
        all
    }

    fn one_by_one(&self, from: i64, to: i64) -> RoaringBitmap {
        self.between(from, to).map(|entry| entry.1).collect()
    }

    /// Bytes that the calendar takes.
    pub fn memory(&self) -> usize {
        let hours = self.hours.values().map(|starts| &starts.docs);
        let sets = of_sets(hours.chain(self.days.values()).chain(self.dates.values()));
        sets + self.starts.memory() + self.spans.memory() + self.on.memory()
    }
}

/// Takes a document out of a day.
fn take(days: &mut BTreeMap<i64, RoaringBitmap>, day: i64, doc: u32) {
    if let Some(docs) = days.get_mut(&day) {
        docs.remove(doc);
        if docs.is_empty() {
            days.remove(&day);
        }
    }
}

/// Division rounded up.
fn ceil(n: i64, by: i64) -> i64 {
    n.div_euclid(by) + i64::from(n.rem_euclid(by) != 0)
}

#[cfg(test)]
mod tests {
    use super::super::doc::SlotDoc;
    use super::super::slots::openings;
    use super::*;

    /// A slot that starts at an instant, at a minute of the day.
    fn slot(starts_at: i64, start_minute: u16) -> Opening {
        let ends_at = starts_at + 3_600;
        let slot = SlotDoc { starts_at, ends_at, places_left: 1, weekday: 0, start_minute, end_minute: start_minute };
        openings(&[slot])[0]
    }

    #[test]
    fn a_date_is_that_of_the_place() {
        let mut calendar = Calendar::default();
        // Half an hour past midnight, ten hours east of universal time, at it, and ten hours west.
        for (doc, offset) in (0..).zip([10, 0, -10]) {
            calendar.add(&slot(1_800 - offset * HOUR, 30), doc);
        }
        let on = |dates| calendar.on(dates).iter().collect::<Vec<_>>();
        assert_eq!((on((0, 0)), on((-1, -1)), on((1, i64::MAX))), (vec![0, 1, 2], vec![], vec![]));
        calendar.remove(&slot(1_800, 30), 1, |_| Uuid::nil());
        assert_eq!(calendar.on((i64::MIN, 0)).iter().collect::<Vec<_>>(), [0, 2]);
        assert!(calendar.on((1, 0)).is_empty());
    }

    #[test]
    fn a_span_holds_exactly_its_starts() {
        let mut calendar = Calendar::default();
        let starts: Vec<i64> = (0..400).map(|n| n * 1_777 - 100_000).collect();
        for (doc, start) in (0..).zip(&starts) {
            calendar.add(&slot(*start, 0), doc);
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
