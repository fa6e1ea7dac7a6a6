//! Which words of saved questions a document may hold: the same stem, a beginning, or, for a word that no document holds, a slip.

use super::doc::Payload;
use super::index::Board;
use super::noise::asked;
use super::stem::stem;
use super::typo::{Mistyped, allowance};
use super::wording::SHORTEST_BEGINNING;
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

/// One word for each saved question: a document that does not hold it does not answer.
#[derive(Default)]
pub struct Anchors {
    all: Vec<Anchor>,
    free: Vec<u32>,
    finished: FxHashMap<Box<str>, u32>,
    unfinished: FxHashMap<Box<str>, u32>,
    by_stem: FxHashMap<Box<str>, Vec<u32>>,
}

#[derive(Default)]
struct Anchor {
    text: Box<str>,
    stem: Box<str>,
    /// Whether it may be unfinished.
    last: bool,
    /// How many saved questions share it.
    count: u32,
}

/// The word of a text that few documents hold, as far as its length tells; a finished one, if there is a choice.
fn telling(text: &str) -> Option<(Box<str>, bool)> {
    let (mut all, unfinished) = asked(text);
    let last = if unfinished { all.pop() } else { None };
    match all.into_iter().max_by_key(|word| word.folded.len()) {
        Some(word) => Some((word.folded.into(), false)),
        None => last.map(|word| (word.folded.into(), true)),
    }
}

impl Anchors {
    /// Notes the word of a saved text; `None` when the text has no telling word.
    pub fn add(&mut self, text: &str) -> Option<u32> {
        let (word, last) = telling(text)?;
        let next = self.free.last().copied().unwrap_or(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        let number = *self.numbers(last).entry(word.clone()).or_insert(next);
        if number == next {
            let anchor = Anchor { stem: stem(&word).into(), text: word, last, count: 0 };
            self.by_stem.entry(anchor.stem.clone()).or_default().push(number);
            match self.free.pop() {
                Some(at) => self.all[at as usize] = anchor,
                None => self.all.push(anchor),
            }
        }
        self.all[number as usize].count += 1;
        Some(number)
    }

    /// Number of the word of a saved text.
    pub fn find(&self, text: &str) -> Option<u32> {
        let (word, last) = telling(text)?;
        if last { &self.unfinished } else { &self.finished }.get(&word).copied()
    }

    fn numbers(&mut self, last: bool) -> &mut FxHashMap<Box<str>, u32> {
        if last { &mut self.unfinished } else { &mut self.finished }
    }

    /// Forgets the word of a saved text, once nobody shares it.
    pub fn remove(&mut self, number: u32) {
        let anchor = &mut self.all[number as usize];
        anchor.count = anchor.count.saturating_sub(1);
        if anchor.count == 0 {
            let anchor = std::mem::take(anchor);
            if let Some(same) = self.by_stem.get_mut(&anchor.stem) {
                same.retain(|known| *known != number);
                if same.is_empty() {
                    self.by_stem.remove(&anchor.stem);
                }
            }
            self.numbers(anchor.last).remove(&anchor.text);
            self.free.push(number);
        }
    }

    /// The words that a document may hold.
    pub fn heard<P: Payload>(&self, board: &Board<P>, id: Uuid) -> FxHashSet<u32> {
        let mut heard = FxHashSet::default();
        let stems = board.stems_of(id);
        let lexicon = &board.lexicon;
        for number in &stems {
            let posting = lexicon.posting(*number);
            heard.extend(self.by_stem.get(posting.text()).into_iter().flatten());
            for form in posting.forms() {
                let text = &lexicon.forms[*form as usize].text;
                heard.extend(
                    (SHORTEST_BEGINNING..=text.len()).filter_map(|n| self.unfinished.get(text.get(..n)?).copied()),
                );
            }
        }
        self.hear_slips(board, &stems, &mut heard);
        heard
    }

    fn hear_slips<P: Payload>(&self, board: &Board<P>, stems: &[u32], heard: &mut FxHashSet<u32>) {
        let words = board.words();
        let forms = || stems.iter().flat_map(|stem| board.lexicon.posting(*stem).forms());
        for (number, anchor) in (0..).zip(&self.all) {
            let most = allowance(&anchor.text);
            if most == 0 || heard.contains(&number) || words.is_known(&anchor.text, &anchor.stem, anchor.last) {
                continue;
            }
            let typo = Mistyped::new(&anchor.text);
            if forms().any(|form| typo.slips(&board.lexicon.forms[*form as usize].text, most).is_some()) {
                heard.insert(number);
            }
        }
    }
}
