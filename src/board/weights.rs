//! The best text first: a document is worth the sum of what each word of the query weighs in each of its fields.
//!
//! Sums are written in binary, one set of documents a digit, so that all documents of a set are raised at once; read from
//! the highest digit down, they part the answers by score, only as far as the page needs.

use super::doc::Payload;
use super::page::{Page, Tier};
use super::search::Search;
use super::wording::{MOST, MOST_UNTITLED};
use roaring::{MultiOps, RoaringBitmap};

/// Among more documents than these, the best are first looked for where titles say it.
const MANY: u64 = if cfg!(test) { 2 } else { 1_000 };

/// What documents are worth.
#[derive(Default)]
pub struct Scores(Vec<RoaringBitmap>);

impl Scores {
    /// Raises the score of some documents.
    pub fn raise(&mut self, docs: &RoaringBitmap, by: u32) {
        for digit in (0..u32::BITS as usize).filter(|digit| by >> digit & 1 == 1) {
            self.carry(docs.clone(), digit);
        }
    }

    fn carry(&mut self, mut docs: RoaringBitmap, mut digit: usize) {
        while !docs.is_empty() {
            let digits = self.0.len().max(digit + 1);
            self.0.resize_with(digits, RoaringBitmap::new);
            let both = &self.0[digit] & &docs;
            self.0[digit] ^= docs;
            (docs, digit) = (both, digit + 1);
        }
    }

    /// Tells documents by score, the highest first, until `hear` has enough; says whether it wants more.
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
}

impl<P: Payload> Search<'_, P> {
    /// Takes the best of a tier, whose documents hold at most so many of the words: first among those whose titles hold
    /// them, since nothing else is worth more; among all, when they do not fill the page.
    pub fn fill_by_score(&self, page: &mut Page, tier: &Tier<'_>, held: usize) {
        let (known, others) = (page.len(), i64::try_from(held.saturating_sub(1)).unwrap_or(i64::MAX));
        if tier.docs.len() > MANY
            && let Some(titled) = self.titled(tier.docs, held)
            && self.take_best(page, &tier.within(&titled), tier.stale, others.saturating_mul(MOST) + MOST_UNTITLED)
        {
            return;
        }
        page.truncate(known);
        self.take_best(page, &tier.all(), tier.stale, -1);
    }

    /// Documents whose titles hold as many of the words as the best answers do, when they are all or one of them.
    fn titled(&self, docs: &RoaringBitmap, held: usize) -> Option<RoaringBitmap> {
        let titled = |word| self.words.titled(word, docs);
        if held == self.sought.len() {
            let (first, others) = self.sought.split_first()?;
            Some(others.iter().fold(titled(first), |all, word| self.words.titled(word, &all)))
        } else if held == 1 && self.after.is_none() {
            Some(self.sought.iter().map(titled).union())
        } else {
            None
        }
    }

    /// Takes the best of some documents, as long as they are worth more than that; says whether the page is full.
    fn take_best(&self, page: &mut Page, docs: &RoaringBitmap, stale: bool, above: i64) -> bool {
        let mut scores = Scores::default();
        for word in self.sought {
            for (weight, docs) in self.words.gains(word, docs) {
                scores.raise(&docs, weight);
            }
        }
        scores.descend(docs.clone(), &mut |score, docs| {
            if score <= above {
                return false;
            }
            self.take(page, &Tier { docs, but: None, stale, score: -score });
            !page.is_full()
        });
        page.is_full()
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
        fn sums_in_binary_are_sums(raises in vec((vec(0..30_u32, 0..20), 0..20_u32), 0..12)) {
            let (mut scores, mut sums) = (Scores::default(), BTreeMap::new());
            for (docs, by) in raises {
                let docs: RoaringBitmap = docs.into_iter().collect();
                scores.raise(&docs, by);
                docs.iter().for_each(|doc| *sums.entry(doc).or_insert(0) += i64::from(by));
            }
            let mut told = Vec::new();
            scores.descend((0..30).collect(), &mut |score, docs| {
                told.extend(docs.iter().map(|doc| (-score, doc)));
                true
            });
            let mut expected: Vec<_> = (0..30).map(|doc| (-sums.get(&doc).copied().unwrap_or(0), doc)).collect();
            expected.sort_unstable();
            prop_assert_eq!(told, expected);
        }
    }
}
