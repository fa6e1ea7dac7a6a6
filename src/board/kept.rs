//! Sets that are asked again and again are kept, by what was asked, and follow every change.

use super::memory::of_set;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Sets kept at once.
const KEPT: usize = if cfg!(test) { 2 } else { 64 };

/// The latest sets, by what was asked.
pub struct Kept<K>(Mutex<FxHashMap<K, Arc<RoaringBitmap>>>);

impl<K> Default for Kept<K> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash> Kept<K> {
    /// The set of what is asked, made when it is not kept.
    pub fn of<Q>(&self, asked: &Q, make: impl FnOnce() -> RoaringBitmap) -> Arc<RoaringBitmap>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(asked) {
            return known.clone();
        }
        let fresh = Arc::new(make());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(asked.to_owned(), fresh.clone());
        fresh
    }

    /// Adds a document to the sets that it belongs to.
    pub fn add(&mut self, doc: u32, belongs: impl Fn(&K) -> bool) {
        for (asked, set) in self.0.get_mut().unwrap_or_else(PoisonError::into_inner) {
            if belongs(asked) {
                Arc::make_mut(set).insert(doc);
            }
        }
    }

    /// Takes a document out of the sets that it belongs to.
    pub fn remove(&mut self, doc: u32, belongs: impl Fn(&K) -> bool) {
        for (asked, set) in self.0.get_mut().unwrap_or_else(PoisonError::into_inner) {
            if belongs(asked) {
                Arc::make_mut(set).remove(doc);
            }
        }
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.values().map(|set| of_set(set) + size_of::<K>()).sum()
    }
}
