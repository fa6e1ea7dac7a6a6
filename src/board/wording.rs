//! What the words of a query mean: the same stem, the beginning of the last word, else the nearest known word.

use super::lexicon::Lexicon;
use super::stem::stem;
use super::text::words;
use super::typo::{allowance, letters, may_be_close, slips};
use roaring::{MultiOps, RoaringBitmap};
use std::cmp::Reverse;
use std::ops::Bound::{Included, Unbounded};

/// Words beyond this number are not read.
const MOST_WORDS: usize = 12;

/// The last word also counts as a beginning from this length on.
const SHORTEST_BEGINNING: usize = 3;

/// A query's text, understood.
#[derive(Default)]
pub struct Wording {
    /// The telling words, in order.
    pub words: Vec<Sought>,
    /// The text with its typos mended, when there were some.
    pub corrected: Option<String>,
}

/// The stems that one word stands for.
#[derive(Default)]
pub struct Sought {
    exact: Option<u32>,
    /// Stems of words that begin with this one.
    begun: Vec<u32>,
}

impl Lexicon {
    /// Reads the text of a query.
    pub fn understand(&self, text: &str) -> Wording {
        let mut cut: Vec<_> = words(text).collect();
        cut.truncate(MOST_WORDS);
        let (mut wording, mut mended, mut copied) = (Wording::default(), String::new(), 0);
        let last = cut.len().saturating_sub(1);
        for (i, word) in cut.iter().enumerate() {
            let mut sought = self.seek(&word.folded, i == last);
            if sought.is_unknown()
                && let Some(form) = self.mend(&word.folded).map(|n| &self.forms[n])
            {
                sought.exact = Some(form.stem);
                mended.push_str(&text[copied..word.at.start]);
                mended.push_str(form.accented.as_deref().unwrap_or(&form.text));
                copied = word.at.end;
            }
            wording.words.push(sought);
        }
        wording.corrected = (copied > 0).then(|| mended + &text[copied..]);
        wording
    }

    fn seek(&self, folded: &str, last: bool) -> Sought {
        let exact = self.stems.get(&stem(folded)).copied().filter(|s| self.posting(*s).len() > 0);
        let mut begun = Vec::new();
        if last && folded.len() >= SHORTEST_BEGINNING {
            let from = self
                .by_text
                .range::<str, _>((Included(folded), Unbounded))
                .take_while(|(text, _)| text.starts_with(folded));
            let living = from.map(|(_, form)| &self.forms[*form as usize]).filter(|form| form.docs > 0);
            begun.extend(living.map(|form| form.stem).filter(|stem| Some(*stem) != exact));
            begun.sort_unstable();
            begun.dedup();
        }
        Sought { exact, begun }
    }

    /// The nearest living word: fewest slips, then same first letter, then the most frequent, then the alphabet.
    fn mend(&self, folded: &str) -> Option<usize> {
        let (most, set) = (allowance(folded), letters(folded));
        if most == 0 {
            return None;
        }
        let close = self.forms.iter().enumerate().filter(|(_, f)| f.docs > 0 && may_be_close(f.letters, set, most));
        close
            .filter_map(|(n, form)| {
                let slips = slips(folded, &form.text, most)?;
                let other_start = form.text.as_bytes().first() != folded.as_bytes().first();
                Some(((slips, other_start, Reverse(self.posting(form.stem).len()), &form.text), n))
            })
            .min()
            .map(|(_, n)| n)
    }

    /// Documents of `within` that hold the word; `credit` hears each of them once, with its weight.
    pub fn narrow(&self, word: &Sought, within: &RoaringBitmap, mut credit: impl FnMut(u32, u8)) -> RoaringBitmap {
        let mut found = RoaringBitmap::new();
        for (weight, sets) in self.layers(word) {
            let mut hit = match sets[..] {
                [] => continue,
                [set] => set & within,
                _ => sets.union() & within,
            };
            hit -= &found;
            hit.iter().for_each(|doc| credit(doc, weight));
            found |= hit;
        }
        found
    }

    /// An upper bound of the number of documents that hold the word.
    pub fn width(&self, word: &Sought) -> u64 {
        word.stems().map(|stem| self.posting(stem).len()).sum()
    }

    /// Says whether a document holds the word.
    pub fn holds(&self, word: &Sought, doc: u32) -> bool {
        word.stems().any(|stem| self.posting(stem).contains(doc))
    }

    /// Sets of documents by falling weight: each field weighs twice the next, a whole word twice a beginning.
    fn layers(&self, word: &Sought) -> impl Iterator<Item = (u8, Vec<&RoaringBitmap>)> {
        (0..4).map(|layer| {
            let whole = word.exact.filter(|_| layer < 3).map(|stem| self.posting(stem).field(layer));
            let begun = word.begun.iter().filter(|_| layer > 0).map(|stem| self.posting(*stem).field(layer - 1));
            (8 >> layer, whole.into_iter().chain(begun).collect())
        })
    }
}

impl Sought {
    fn is_unknown(&self) -> bool {
        self.exact.is_none() && self.begun.is_empty()
    }

    fn stems(&self) -> impl Iterator<Item = u32> {
        self.exact.iter().chain(&self.begun).copied()
    }
}
