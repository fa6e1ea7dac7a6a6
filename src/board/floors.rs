//! What is paid at least so much: one set for each half euro from ten euros on, each holding the next; and one set for each pay,
//! for what lies between two floors.

use super::memory::of_sets;
use super::sets::{common, put};
use roaring::RoaringBitmap;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};

const FIRST: u32 = 1_000;
const STEP: u32 = 50;
const COUNT: usize = 48;

/// Documents by pay of one hour.
pub struct Floors {
    reached: [RoaringBitmap; COUNT],
    pays: BTreeMap<u32, RoaringBitmap>,
}

impl Default for Floors {
    fn default() -> Self {
        Self { reached: std::array::from_fn(|_| RoaringBitmap::new()), pays: BTreeMap::new() }
    }
}

impl Floors {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, cents: u32) {
        for set in self.reached.iter_mut().take(steps(cents)) {
            put(set, doc);
        }
        put(self.pays.entry(cents).or_default(), doc);
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, cents: u32) {
        for set in self.reached.iter_mut().take(steps(cents)) {
            set.remove(doc);
        }
        if let Some(set) = self.pays.get_mut(&cents) {
            set.remove(doc);
            if set.is_empty() {
                self.pays.remove(&cents);
            }
        }
    }

    /// Documents of `within` that are paid `cents` or more.
    pub fn at_least(&self, cents: u32, within: &RoaringBitmap) -> RoaringBitmap {
        if let Some(exact) = self.exactly(cents) {
            return exact & within;
        }
        let above = steps(cents);
        let next = u32::try_from(above).ok().filter(|_| above < COUNT).map(|n| FIRST + n * STEP);
        let pays = self.pays.range((Included(cents), next.map_or(Unbounded, Excluded))).map(|(_, docs)| docs);
        let sets: Vec<&RoaringBitmap> = self.reached.get(above).into_iter().chain(pays).collect();
        common(&sets, within)
    }

    /// How many documents of `within` are paid `cents` or more.
    pub fn count(&self, cents: u32, within: &RoaringBitmap) -> u64 {
        match self.exactly(cents) {
            Some(exact) => exact.intersection_len(within),
            None => self.at_least(cents, within).len(),
        }
    }

    /// The set of what is paid `cents` or more, when that is a floor.
    fn exactly(&self, cents: u32) -> Option<&RoaringBitmap> {
        let floor = steps(cents).checked_sub(1)?;
        let is_it = u32::try_from(floor).is_ok_and(|n| FIRST + n * STEP == cents);
        self.reached.get(floor).filter(|_| is_it)
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        of_sets(self.reached.iter().chain(self.pays.values())) + self.pays.len() * size_of::<u32>()
    }
}

/// How many floors a pay reaches.
fn steps(cents: u32) -> usize {
    let reached = cents.checked_sub(FIRST).map_or(0, |above| above / STEP + 1);
    usize::try_from(reached).unwrap_or(COUNT).min(COUNT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_keeps_what_is_paid_as_much() {
        let (pays, mut floors): (Vec<u32>, _) = ((0..4_000).step_by(7).chain([u32::MAX]).collect(), Floors::default());
        (0..).zip(&pays).for_each(|(doc, pay)| floors.add(doc, *pay));
        let all: RoaringBitmap = (0..).zip(&pays).map(|(doc, _)| doc).collect();
        for cents in [0, 999, 1_000, 1_188, 1_200, 3_350, 3_351, 3_400, 3_500, 3_990, u32::MAX] {
            let expected: RoaringBitmap = (0..).zip(&pays).filter(|(_, p)| **p >= cents).map(|(doc, _)| doc).collect();
            assert_eq!(floors.at_least(cents, &all), expected, "{cents}");
            assert_eq!(floors.count(cents, &all), expected.len(), "{cents}");
        }
        (0..).zip(&pays).for_each(|(doc, pay)| floors.remove(doc, *pay));
        assert!(floors.reached.iter().all(RoaringBitmap::is_empty) && floors.pays.is_empty());
    }
}
