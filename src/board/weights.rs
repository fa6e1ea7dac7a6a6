//! The best text first: a document is worth the sum of what each word of the query weighs in each of its fields.

use super::doc::Payload;
use super::page::{Page, Tier};
use super::search::Search;
use super::sums::Sums;
use super::wording::{MOST, MOST_UNTITLED, Sought};
use roaring::{MultiOps, RoaringBitmap};

/// Among more documents than these, the best are first looked for where titles say it.
const MANY: u64 = if cfg!(test) { 2 } else { 1_000 };

impl<P: Payload> Search<'_, P> {
    /// Takes the best of a tier, whose documents hold at most so many of the words: first among those whose titles hold
    /// them, since nothing else is worth more; among all, when they do not fill the page.
    pub fn fill_by_score(&self, page: &mut Page, tier: &Tier<'_>, held: usize) {
        let (known, others) = (page.len(), i64::try_from(held.saturating_sub(1)).unwrap_or(i64::MAX));
        let summed = matches!(self.sought, [word] if self.words.known(word).is_some());
        if tier.docs.len() > MANY
            && !summed
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
        let mut summed = Sums::default();
        let sums = match self.sought {
            [word] if let Some(worth) = self.words.known(word) => &worth.sums,
            words => {
                for word in words {
                    self.sum(word, docs, &mut summed);
                }
                &summed
            }
        };
        sums.descend(docs.clone(), &mut |score, docs| {
            if score <= above {
                return false;
            }
            self.take(page, &Tier { docs, but: None, stale, score: -score });
            !page.is_full()
        });
        page.is_full()
    }

    /// Adds what a word is worth in some documents.
    fn sum(&self, word: &Sought, docs: &RoaringBitmap, sums: &mut Sums) {
        if let Some(worth) = self.words.known(word) {
            return sums.add(&worth.sums, docs);
        }
        for (weight, docs) in self.words.gains(word, Some(docs)) {
            sums.raise(&docs, weight);
        }
    }
}
