//! Sums written in binary, one set of documents a digit: all documents of a set are raised at once, and read from the highest
//! digit down they are parted by their sum, only as far as somebody listens.

use super::memory::of_sets;
use super::sets::put;
use roaring::RoaringBitmap;

/// What documents sum up to; those in no digit, to nothing.
#[derive(Clone, Default)]
pub struct Sums(Vec<RoaringBitmap>);

impl Sums {
    /// Raises the sum of some documents.
    pub fn raise(&mut self, docs: &RoaringBitmap, by: u32) {
        for digit in (0..u32::BITS as usize).filter(|digit| by >> digit & 1 == 1) {
            self.carry(docs.clone(), digit);
        }
    }

    /// Adds other sums, for some documents only.
    pub fn add(&mut self, others: &Self, docs: &RoaringBitmap) {
        for (digit, raised) in others.0.iter().enumerate() {
            self.carry(raised & docs, digit);
        }
    }

    fn carry(&mut self, mut docs: RoaringBitmap, mut digit: usize) {
        while !docs.is_empty() {
            let both = self.digit(digit) & &docs;
            self.0[digit] ^= docs;
            (docs, digit) = (both, digit + 1);
        }
    }

    fn digit(&mut self, digit: usize) -> &RoaringBitmap {
        let digits = self.0.len().max(digit + 1);
        self.0.resize_with(digits, RoaringBitmap::new);
        &self.0[digit]
    }

    /// Gives a document without a sum its own.
    pub fn set(&mut self, doc: u32, sum: u32) {
        for digit in (0..u32::BITS as usize).filter(|digit| sum >> digit & 1 == 1) {
            self.digit(digit);
            put(&mut self.0[digit], doc);
        }
    }

    /// Takes the sum of a document away.
    pub fn remove(&mut self, doc: u32) {
        for digit in &mut self.0 {
            digit.remove(doc);
        }
    }

    /// Tells documents by sum, the highest first, until `hear` has enough; says whether it wants more.
    pub fn descend(&self, docs: RoaringBitmap, hear: &mut impl FnMut(i64, &RoaringBitmap) -> bool) -> bool {
        self.part(docs, self.0.len(), 0, hear)
    }

    fn part(
        &self,
        docs: RoaringBitmap,
        digits: usize,
        above: i64,
        hear: &mut impl FnMut(i64, &RoaringBitmap) -> bool,
    ) -> bool {
        if docs.is_empty() {
            return true;
        }
        let Some(digit) = digits.checked_sub(1) else { return hear(above, &docs) };
        let raised = &docs & &self.0[digit];
        let rest = docs - &raised;
        self.part(raised, digit, above + (1 << digit), hear) && self.part(rest, digit, above, hear)
    }

    /// Bytes that the sums take.
    pub fn memory(&self) -> usize {
        of_sets(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn sums_in_binary_are_sums(
            raises in vec((vec(0..30_u32, 0..20), 0..20_u32), 0..12),
            own in vec((0..40_u32, 0..20_u32), 0..8),
            within in vec(0..40_u32, 0..40),
        ) {
            let (mut sums, mut expected) = (Sums::default(), BTreeMap::new());
            for (docs, by) in raises {
                let docs: RoaringBitmap = docs.into_iter().collect();
                sums.raise(&docs, by);
                docs.iter().for_each(|doc| *expected.entry(doc).or_insert(0) += i64::from(by));
            }
            for (doc, sum) in own {
                sums.remove(doc);
                sums.set(doc, sum);
                expected.insert(doc, i64::from(sum));
            }
            let within: RoaringBitmap = within.into_iter().collect();
            let (others, before) = (sums.clone(), expected.clone());
            sums.add(&others, &within);
            before.iter().filter(|(doc, _)| within.contains(**doc)).for_each(|(doc, by)| *expected.entry(*doc).or_insert(0) += by);
            let mut told = Vec::new();
            sums.descend((0..40).collect(), &mut |sum, docs| {
                told.extend(docs.iter().map(|doc| (-sum, doc)));
                true
            });
            let mut expected: Vec<_> = (0..40).map(|doc| (-expected.get(&doc).copied().unwrap_or(0), doc)).collect();
            expected.sort_unstable();
            prop_assert_eq!(told, expected);
        }
    }
}
