//! Which documents share a description with some word: the union of many occupations is asked again and again.

use super::kept::Kept;
use super::qualities::{Qualities, Shared, Traits};
use roaring::{MultiOps, RoaringBitmap};
use std::sync::Arc;

/// A union of fewer sets is not worth keeping.
const WORTH: usize = if cfg!(test) { 1 } else { 4 };

/// The latest unions, by what they unite, in order.
#[derive(Default)]
pub struct Unions(Kept<Vec<Shared>>);

impl Unions {
    /// All documents of some occupations and platforms, given in order.
    pub fn of(&self, all: &[Shared], qualities: &Qualities) -> Arc<RoaringBitmap> {
        let unite = || all.iter().map(|shared| qualities.of(*shared)).union();
        if all.len() < WORTH { Arc::new(unite()) } else { self.0.of(all, unite) }
    }

    /// Adds a document to the unions it belongs to.
    pub fn add(&mut self, doc: u32, traits: &Traits) {
        self.0.add(doc, |all| shares(all, traits));
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, traits: &Traits) {
        self.0.remove(doc, |all| shares(all, traits));
    }

    /// Bytes that the unions take.
    pub fn memory(&self) -> usize {
        self.0.memory()
    }
}

fn shares(all: &[Shared], traits: &Traits) -> bool {
    traits.shared().iter().any(|shared| all.binary_search(shared).is_ok())
}
