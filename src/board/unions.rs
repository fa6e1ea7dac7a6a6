//! Which documents share a description with some word: the union of many occupations is asked again and again, so the latest
//! unions are kept and follow every change.

use super::qualities::{Qualities, Shared, Traits};
use roaring::{MultiOps, RoaringBitmap};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Unions kept at once.
const KEPT: usize = if cfg!(test) { 2 } else { 64 };

/// A union of fewer sets is not worth keeping.
const WORTH: usize = if cfg!(test) { 1 } else { 4 };

/// The latest unions, by what they unite, in order.
#[derive(Default)]
pub struct Unions(Mutex<FxHashMap<Box<[Shared]>, Arc<RoaringBitmap>>>);

impl Unions {
    /// All documents of some occupations and platforms, given in order.
    pub fn of(&self, all: &[Shared], qualities: &Qualities) -> Arc<RoaringBitmap> {
        let unite = || Arc::new(all.iter().map(|shared| qualities.of(*shared)).union());
        if all.len() < WORTH {
            return unite();
        }
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(all) {
            return known.clone();
        }
        let union = unite();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(all.into(), union.clone());
        union
    }

    /// Adds a document to the unions it belongs to.
    pub fn add(&mut self, doc: u32, traits: &Traits) {
        self.with(traits).for_each(|set| {
            set.insert(doc);
        });
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, traits: &Traits) {
        self.with(traits).for_each(|set| {
            set.remove(doc);
        });
    }

    fn with(&mut self, traits: &Traits) -> impl Iterator<Item = &mut RoaringBitmap> {
        let of = traits.shared();
        let kept = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let asked = kept.iter_mut().filter(move |(all, _)| of.iter().any(|shared| all.binary_search(shared).is_ok()));
        asked.map(|(_, set)| Arc::make_mut(set))
    }

    /// Bytes that the unions take.
    pub fn memory(&self) -> usize {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().map(|(all, set)| size_of_val(&**all) + super::memory::of_set(set)).sum()
    }
}
