//! What a word is worth in every document that holds it. A few words make most searches: the latest ones are kept, and follow
//! every change.

use super::memory::of_set;
use super::sums::Sums;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Words kept at once.
const KEPT: usize = if cfg!(test) { 2 } else { 32 };

/// The stems that a word stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stems {
    /// That of the whole word.
    pub exact: Option<u32>,
    /// Those of words that begin with it, in order.
    pub begun: Vec<u32>,
}

/// What one word is worth.
#[derive(Clone, Default)]
pub struct Worth {
    /// Documents that hold it.
    pub held: RoaringBitmap,
    /// What it is worth in each of them.
    pub sums: Sums,
}

/// A word that was asked for.
struct Asked {
    worth: Arc<Worth>,
    /// When, in questions.
    last: u64,
}

/// What the latest words are worth.
#[derive(Default)]
pub struct Worths(Mutex<(FxHashMap<Stems, Asked>, u64)>);

impl Stems {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = u32> {
        self.exact.iter().chain(&self.begun).copied()
    }

    /// That of the whole word, or those that begin with it.
    pub fn either(&self, begun: bool) -> &[u32] {
        if begun { &self.begun } else { self.exact.as_slice() }
    }
}

impl Worths {
    /// What a word is worth, when it is kept.
    pub fn known(&self, stems: &Stems) -> Option<Arc<Worth>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (words, questions) = &mut *kept;
        *questions += 1;
        let asked = words.get_mut(stems)?;
        asked.last = *questions;
        Some(asked.worth.clone())
    }

    /// Keeps what a word is worth, in place of the one that nobody asked for the longest.
    pub fn keep(&self, stems: &Stems, worth: Worth) -> Arc<Worth> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (words, questions) = &mut *kept;
        if words.len() >= KEPT
            && let Some(oldest) = words.iter().min_by_key(|(_, asked)| asked.last).map(|(stems, _)| stems.clone())
        {
            words.remove(&oldest);
        }
        let asked = Asked { worth: Arc::new(worth), last: *questions };
        words.entry(stems.clone()).or_insert(asked).worth.clone()
    }

    /// Adds a document, worth what `weigh` says to a word; nothing when it does not hold it.
    pub fn add(&mut self, doc: u32, weigh: impl Fn(&Stems) -> u32) {
        for (stems, asked) in &mut self.0.get_mut().unwrap_or_else(PoisonError::into_inner).0 {
            let worth = weigh(stems);
            if worth > 0 {
                let known = Arc::make_mut(&mut asked.worth);
                known.held.insert(doc);
                known.sums.set(doc, worth);
            }
        }
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32) {
        for asked in self.0.get_mut().unwrap_or_else(PoisonError::into_inner).0.values_mut() {
            if asked.worth.held.contains(doc) {
                let known = Arc::make_mut(&mut asked.worth);
                known.held.remove(doc);
                known.sums.remove(doc);
            }
        }
    }

    /// Forgets all words: what describes many documents at once has changed.
    pub fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).0.clear();
    }

    /// Bytes that they take.
    pub fn memory(&self) -> usize {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.0.values().map(|asked| of_set(&asked.worth.held) + asked.worth.sums.memory()).sum()
    }
}
