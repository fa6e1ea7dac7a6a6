//! What is paid at least so much: one set for each half euro from ten euros on, each holding the next; between two, one looks.

use super::memory::of_sets;
use super::sets::{keep, put};
use roaring::RoaringBitmap;

const FIRST: u32 = 1_000;
const STEP: u32 = 50;
const COUNT: usize = 48;

/// Documents by pay of one hour.
pub struct Floors([RoaringBitmap; COUNT]);

impl Default for Floors {
    fn default() -> Self {
        Self(std::array::from_fn(|_| RoaringBitmap::new()))
    }
}

impl Floors {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, cents: u32) {
        for set in self.0.iter_mut().take(steps(cents)) {
            put(set, doc);
        }
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, cents: u32) {
        for set in self.0.iter_mut().take(steps(cents)) {
            set.remove(doc);
        }
    }

    /// Documents of `within` that are paid `cents` or more.
    pub fn at_least(&self, cents: u32, within: &RoaringBitmap, pay: impl Fn(u32) -> u32) -> RoaringBitmap {
        if let Some(exact) = self.exactly(cents) {
            return exact & within;
        }
        let below = steps(cents).checked_sub(1).map(|n| &self.0[n]);
        let maybe = below.map_or_else(|| within.clone(), |set| set & within);
        let sure = self.0.get(steps(cents)).map(|set| set & &maybe).unwrap_or_default();
        let between = maybe - &sure;
        sure | keep(&between, |doc| pay(doc) >= cents)
    }

    /// How many documents of `within` are paid `cents` or more.
    pub fn count(&self, cents: u32, within: &RoaringBitmap, pay: impl Fn(u32) -> u32) -> u64 {
        match self.exactly(cents) {
            Some(exact) => exact.intersection_len(within),
            None => self.at_least(cents, within, pay).len(),
        }
    }

    /// The set of what is paid `cents` or more, when that is a floor.
    fn exactly(&self, cents: u32) -> Option<&RoaringBitmap> {
        let floor = steps(cents).checked_sub(1)?;
        let is_it = u32::try_from(floor).is_ok_and(|n| FIRST + n * STEP == cents);
        self.0.get(floor).filter(|_| is_it)
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        of_sets(&self.0)
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
        let (pays, mut floors): (Vec<u32>, _) = ((0..4_000).step_by(7).collect(), Floors::default());
        (0..).zip(&pays).for_each(|(doc, pay)| floors.add(doc, *pay));
        let all: RoaringBitmap = (0..).zip(&pays).map(|(doc, _)| doc).collect();
        for cents in [0, 999, 1_000, 1_188, 1_200, 3_350, 3_351, 3_400, 3_500, 3_990, u32::MAX] {
            let expected: RoaringBitmap = (0..).zip(&pays).filter(|(_, p)| **p >= cents).map(|(doc, _)| doc).collect();
            assert_eq!(floors.at_least(cents, &all, |doc| pays[doc as usize]), expected, "{cents}");
            assert_eq!(floors.count(cents, &all, |doc| pays[doc as usize]), expected.len(), "{cents}");
        }
        (0..).zip(&pays).for_each(|(doc, pay)| floors.remove(doc, *pay));
        assert!(floors.0.iter().all(RoaringBitmap::is_empty));
    }
}
