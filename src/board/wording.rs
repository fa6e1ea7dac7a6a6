//! What the words of a query mean: the same stem, the beginning of the last word, else the nearest known word.

use super::lexicon::{Form, Lexicon, Posting};
use super::noise::asked;
use super::qualities::{Qualities, Shared, Traits};
use super::sets::common;
use super::stem::stem;
use super::typo::{Mistyped, allowance};
use super::unions::Unions;
use super::worth::{Stems, Worth, Worths};
use roaring::{MultiOps, RoaringBitmap};
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::Bound::{Included, Unbounded};
use std::sync::Arc;

/// The last word also counts as a beginning from this length on.
pub const SHORTEST_BEGINNING: usize = 3;

/// What a word may gain in a document at most, and where no title holds it.
pub const MOST: i64 = 16;
pub const MOST_UNTITLED: i64 = 8;

/// What a whole word weighs by field: in a title, in the names of an occupation or a platform, in those of occupations near
/// it, in the document's description; a beginning weighs half.
const WEIGHTS: [u32; 4] = [8, 4, 2, 2];
const _: () = assert!(WEIGHTS[0] + WEIGHTS[1] + WEIGHTS[2] + WEIGHTS[3] == 16 && WEIGHTS[0] == 8);

/// A query's text, understood.
#[derive(Default)]
pub struct Wording {
    /// The telling words, in order.
    pub words: Vec<Sought>,
    /// The text with its typos mended, when there were some.
    pub corrected: Option<String>,
}

/// A word of a query.
#[derive(Default)]
pub struct Sought {
    stems: Stems,
    /// What it is worth in every document, once that was asked for.
    worth: OnceCell<Arc<Worth>>,
    /// Documents described by the whole word, by a beginning, and from afar by one and the other, once they were asked for.
    shared: [OnceCell<Arc<RoaringBitmap>>; 4],
}

/// The words of all documents, those of their occupations and platforms included.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// Words by document and by description.
    pub lexicon: &'a Lexicon,
    /// Documents by occupation and by platform.
    pub qualities: &'a Qualities,
    /// Documents by several of them.
    pub unions: &'a Unions,
    /// What the latest words are worth.
    pub worths: &'a Worths,
}

impl<'a> Words<'a> {
    /// Reads the text of a query; unknown words are only mended when `mend` says so.
    pub fn understand(&self, text: &str, mend: bool) -> Wording {
        let (cut, unfinished) = asked(text);
        let (mut wording, mut mended, mut copied) = (Wording::default(), String::new(), 0);
        let last = cut.len().saturating_sub(1);
        for (i, word) in cut.iter().enumerate() {
            let mut sought = self.seek(&word.folded, unfinished && i == last);
            if mend
                && sought.is_unknown()
                && let Some(form) = self.mend(&word.folded)
            {
                sought.stems.exact = Some(form.stem);
                mended.push_str(&text[copied..word.at.start]);
                mended.push_str(form.accented.as_deref().unwrap_or(&form.text));
                copied = word.at.end;
            }
            wording.words.push(sought);
        }
        wording.corrected = (copied > 0).then(|| mended + &text[copied..]);
        wording
    }

    /// Says whether a document holds a word, or a longer one where the word may be unfinished: then it is not mended.
    pub fn is_known(&self, folded: &str, stem: &str, last: bool) -> bool {
        self.exact(stem).is_some() || self.begun(folded, last).next().is_some()
    }

    fn exact(&self, stem: &str) -> Option<u32> {
        let held = |posting: &Posting| {
            let own = !posting.title.is_empty() || !posting.description.is_empty();
            own || posting.shared.iter().any(|of| !self.qualities.of(*of).is_empty())
        };
        self.lexicon.stem_number(stem).filter(|stem| held(self.lexicon.posting(*stem)))
    }

    /// Held forms that begin with a word that may be unfinished.
    fn begun(&self, folded: &str, last: bool) -> impl Iterator<Item = u32> {
        let asked = last && folded.len() >= SHORTEST_BEGINNING;
        let from = asked.then(|| self.lexicon.by_text.range::<str, _>((Included(folded), Unbounded)));
        let known = from.into_iter().flatten().take_while(move |(text, _)| text.starts_with(folded));
        known.map(|(_, form)| *form).filter(|form| self.is_held(*form))
    }

    fn seek(&self, folded: &str, last: bool) -> Sought {
        let exact = self.exact(&stem(folded));
        let mut begun = Vec::new();
        if last {
            let stems = self.begun(folded, last).map(|form| self.lexicon.forms[form as usize].stem);
            begun.extend(stems.filter(|stem| Some(*stem) != exact));
            begun.sort_unstable();
            begun.dedup();
        }
        Sought { stems: Stems { exact, begun }, ..Sought::default() }
    }

    /// The nearest word that a document holds: fewest slips, same first letter, most frequent, then the alphabet.
    fn mend(&self, folded: &str) -> Option<&'a Form> {
        let most = Some(allowance(folded)).filter(|most| *most > 0)?;
        let (typo, mut best, mut nearest) = (Mistyped::new(folded), (most, true), Vec::new());
        self.lexicon.shapes.near(folded, most, |number| {
            let form = &self.lexicon.forms[number as usize];
            let Some(slips) = typo.slips(&form.text, best.0) else { return };
            let rank = (slips, form.text.as_bytes().first() != folded.as_bytes().first());
            if rank <= best && self.is_held(number) {
                if rank < best {
                    nearest.clear();
                    best = rank;
                }
                nearest.push(form);
            }
        });
        nearest.into_iter().min_by_key(|form| (Reverse(self.holders(form.stem)), &form.text))
    }

    fn is_held(&self, number: u32) -> bool {
        let form = &self.lexicon.forms[number as usize];
        let shared = |of: &Shared| !self.qualities.of(*of).is_empty() && self.lexicon.describes(*of, number);
        form.docs > 0 || (form.descriptions > 0 && self.lexicon.posting(form.stem).shared.iter().any(shared))
    }

    /// How often a stem is held: by titles, by descriptions, and by what documents share.
    fn holders(&self, stem: u32) -> u64 {
        let posting = self.lexicon.posting(stem);
        posting.title.len()
            + posting.description.len()
            + posting.shared.iter().map(|of| self.qualities.of(*of).len()).sum::<u64>()
    }

    /// An upper bound of the number of documents that hold the word.
    pub fn width(&self, word: &Sought) -> u64 {
        match self.known(word) {
            Some(worth) => worth.held.len(),
            None => word.stems.all().map(|stem| self.holders(stem)).sum(),
        }
    }

    /// What the word is worth, if somebody asked for it lately.
    pub fn known<'w>(&self, word: &'w Sought) -> Option<&'w Worth> {
        if word.worth.get().is_none()
            && let Some(worth) = self.worths.known(&word.stems)
        {
            return Some(word.worth.get_or_init(|| worth));
        }
        word.worth.get().map(|worth| &**worth)
    }

    /// Documents that hold the word.
    pub fn held<'w>(&self, word: &'w Sought) -> &'w RoaringBitmap {
        let fresh = || self.worths.keep(&word.stems, self.weigh(word));
        self.known(word).map_or_else(|| &word.worth.get_or_init(fresh).held, |worth| &worth.held)
    }

    fn weigh(&self, word: &Sought) -> Worth {
        let mut worth = Worth { held: self.sets(word).into_iter().union(), ..Worth::default() };
        for (weight, docs) in self.gains(word, None) {
            worth.sums.raise(&docs, weight);
        }
        worth
    }

    /// Documents of `within` that hold the word: many of them meet all that hold it, few are looked for in each set.
    pub fn narrow(&self, word: &Sought, within: &RoaringBitmap) -> RoaringBitmap {
        if self.known(word).is_some() || self.width(word) <= within.len() {
            return self.held(word) & within;
        }
        common(&self.sets(word), within)
    }

    /// What a word is worth in a document; nothing, when it does not hold it.
    pub fn worth_in(&self, stems: &Stems, doc: u32, traits: &Traits) -> u32 {
        let shared = traits.shared();
        let describes = |all: &[Shared]| shared.iter().any(|of| all.binary_search(of).is_ok());
        let holds = |stem: &u32, field: usize| {
            let posting = self.lexicon.posting(*stem);
            match field {
                0 => posting.title.contains(doc),
                1 => describes(posting.near()),
                2 => describes(posting.far()),
                _ => posting.description.contains(doc),
            }
        };
        let in_field = |(field, weight)| {
            if stems.either(false).iter().any(|stem| holds(stem, field)) {
                weight
            } else if stems.either(true).iter().any(|stem| holds(stem, field)) {
                weight / 2
            } else {
                0
            }
        };
        (0..).zip(WEIGHTS).map(in_field).sum()
    }

    /// Says whether a document holds the word.
    pub fn holds(&self, word: &Sought, doc: u32, traits: &Traits) -> bool {
        word.stems.all().map(|stem| self.lexicon.posting(stem)).any(|posting| {
            let shared = |shared| posting.shared.binary_search(&shared).is_ok();
            posting.title.contains(doc) || posting.description.contains(doc) || traits.shared().into_iter().any(shared)
        })
    }

    fn sets<'w>(&self, word: &'w Sought) -> Vec<&'w RoaringBitmap>
    where
        'a: 'w,
    {
        let postings = word.stems.all().map(|stem| self.lexicon.posting(stem));
        let own = postings.flat_map(|posting| [&posting.title, &posting.description]);
        own.chain((0..4).map(|which| self.shared(word, which))).filter(|set| !set.is_empty()).collect()
    }

    /// Documents described by the whole word or, when `which` is odd, by a beginning; from afar, when it is two or three.
    fn shared<'w>(&self, word: &'w Sought, which: usize) -> &'w RoaringBitmap {
        word.shared[which].get_or_init(|| {
            let postings = word.stems.either(which % 2 == 1).iter().map(|stem| self.lexicon.posting(*stem));
            let described = postings.flat_map(|posting| if which < 2 { posting.near() } else { posting.far() });
            let mut all: Vec<Shared> = described.copied().collect();
            all.sort_unstable();
            all.dedup();
            self.unions.of(&all, self.qualities)
        })
    }

    /// What a word is worth in which documents, of `within` only if it is there, field by field; all that a document gains
    /// adds up.
    pub fn gains(&self, word: &Sought, within: Option<&RoaringBitmap>) -> Vec<(u32, RoaringBitmap)> {
        let mut gains = Vec::with_capacity(2 * WEIGHTS.len());
        let meet = |sets: &[&RoaringBitmap]| match within {
            Some(within) => common(sets, within),
            None => sets.iter().copied().union(),
        };
        for (field, weight) in WEIGHTS.into_iter().enumerate() {
            let whole = meet(&self.field(word, false, field));
            let begun = self.field(word, true, field);
            if !begun.is_empty() {
                gains.push((weight / 2, meet(&begun) - &whole));
            }
            gains.push((weight, whole));
        }
        gains
    }

    /// Documents of `within` whose title holds the word, or one that begins with it.
    pub fn titled(&self, word: &Sought, within: &RoaringBitmap) -> RoaringBitmap {
        let titles = word.stems.all().map(|stem| &self.lexicon.posting(stem).title);
        common(&titles.filter(|set| !set.is_empty()).collect::<Vec<_>>(), within)
    }

    fn field<'w>(&self, word: &'w Sought, begun: bool, field: usize) -> Vec<&'w RoaringBitmap>
    where
        'a: 'w,
    {
        let postings = word.stems.either(begun).iter().map(|stem| self.lexicon.posting(*stem));
        match field {
            0 => postings.map(|posting| &posting.title).filter(|set| !set.is_empty()).collect(),
            1 => Some(self.shared(word, usize::from(begun))).filter(|set| !set.is_empty()).into_iter().collect(),
            2 => Some(self.shared(word, 2 + usize::from(begun))).filter(|set| !set.is_empty()).into_iter().collect(),
            _ => postings.map(|posting| &posting.description).filter(|set| !set.is_empty()).collect(),
        }
    }
}

impl Sought {
    fn is_unknown(&self) -> bool {
        self.stems.all().next().is_none()
    }
}
