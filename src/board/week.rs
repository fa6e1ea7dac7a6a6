//! On which weekday and in which part of the day documents start: one set for each weekday, each part and each pair of them,
//! whatever the date.

use super::memory::of_sets;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};

/// Documents by weekday and part of the day.
pub struct Week {
    /// By weekday; the last is of what has none.
    pub days: [RoaringBitmap; 8],
    /// By part of the day.
    pub parts: [RoaringBitmap; 4],
    /// By pair, in the order of [`super::slots::Opening::cell`].
    pairs: [RoaringBitmap; 32],
}

impl Default for Week {
    fn default() -> Self {
        let none = |_| RoaringBitmap::new();
        Self { days: std::array::from_fn(none), parts: std::array::from_fn(none), pairs: std::array::from_fn(none) }
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
        let days = self.days.iter_mut().zip(0..).map(|(set, n)| (set, day(n)));
        let parts = self.parts.iter_mut().zip(0..).map(|(set, n)| (set, part(n)));
        let pairs = self.pairs.iter_mut().zip(0..).map(|(set, n)| (set, pair(n)));
        days.chain(parts).chain(pairs).filter(move |(_, covered)| covered & cells != 0).map(|(set, _)| set)
    }

    /// Documents with a slot in one of the pairs.
    pub fn with(&self, cells: u32) -> RoaringBitmap {
        let wide = exactly(&self.days, day, cells).or_else(|| exactly(&self.parts, part, cells));
        wide.or_else(|| exactly(&self.pairs, pair, cells)).unwrap_or_default()
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        of_sets(self.days.iter().chain(&self.parts).chain(&self.pairs))
    }
}

/// The weekdays of some pairs, one bit each.
pub const fn days_of(cells: u32) -> u32 {
    let days = (cells | cells >> 1 | cells >> 2 | cells >> 3) & 0x1111_1111;
    let days = (days | days >> 3) & 0x0303_0303;
    let days = (days | days >> 6) & 0x000f_000f;
    (days | days >> 12) & 0xff
}

/// The parts of the day of some pairs, one bit each.
pub const fn parts_of(cells: u32) -> u32 {
    let parts = cells | cells >> 16;
    let parts = parts | parts >> 8;
    (parts | parts >> 4) & 0xf
}

/// The pairs of a weekday.
const fn day(n: u32) -> u32 {
    0xf << (4 * n)
}

/// The pairs of a part of the day.
const fn part(n: u32) -> u32 {
    0x1111_1111 << n
}

const fn pair(n: u32) -> u32 {
    1 << n
}

/// The union of the sets that cover nothing else than what is asked, when they cover all of it.
fn exactly(sets: &[RoaringBitmap], covers: impl Fn(u32) -> u32, cells: u32) -> Option<RoaringBitmap> {
    let inside = || sets.iter().zip(0..).filter(|(_, n)| covers(*n) & !cells == 0);
    let covered = inside().fold(0, |all, (_, n)| all | covers(n));
    (covered == cells).then(|| inside().map(|(set, _)| set).union())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_tell_their_weekdays_and_parts() {
        for cells in (0..5_000_u32).map(|n| n.wrapping_mul(0x9e37_79b9)).chain([0, u32::MAX, 1, 1 << 31]) {
            let of = |count: u32, covers: fn(u32) -> u32| {
                (0..count).filter(|n| covers(*n) & cells != 0).fold(0, |all, n| all | 1 << n)
            };
            assert_eq!((days_of(cells), parts_of(cells)), (of(8, day), of(4, part)), "{cells:x}");
        }
    }

    #[test]
    fn what_is_asked_is_found_whichever_sets_make_it_up() {
        let mut week = Week::default();
        (0..32).for_each(|n| week.add(n, 1 << n));
        for cells in [0, 1, 0xf0, 0xff, 0x1111_1111, 0x3333_3333, 0xf1, u32::MAX] {
            let found: Vec<u32> = week.with(cells).iter().collect();
            assert_eq!(found, (0..32).filter(|n| cells >> n & 1 == 1).collect::<Vec<_>>(), "{cells:x}");
        }
        (0..32).for_each(|n| week.remove(n, 1 << n));
        assert!(week.with(u32::MAX).is_empty());
    }
}
