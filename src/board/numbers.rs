//! Which number a document has: only the number is kept, its identity is read where the document has it. Neighbours get
//! neighbouring numbers, because who asks for a place reads them together.

use super::doc::Point;
use super::grid::{Cell, vicinity};
use super::index::Face;
use hashbrown::HashTable;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use uuid::Uuid;

/// Numbers in use, by identity.
#[derive(Default)]
pub struct Numbers(HashTable<u32>);

fn hash(id: Uuid) -> u64 {
    FxBuildHasher.hash_one(id)
}

impl Numbers {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The number of a document.
    pub fn get(&self, id: Uuid, faces: &[Face]) -> Option<u32> {
        self.0.find(hash(id), |number| faces[*number as usize].id == id).copied()
    }

    /// Notes the number of a document, whose identity is where it belongs; it has no other number.
    pub fn insert(&mut self, number: u32, faces: &[Face]) {
        let of = |number: &u32| hash(faces[*number as usize].id);
        self.0.insert_unique(of(&number), number, of);
    }

    /// Forgets the number of a document, and tells it.
    pub fn remove(&mut self, id: Uuid, faces: &[Face]) -> Option<u32> {
        let known = self.0.find_entry(hash(id), |number| faces[*number as usize].id == id);
        known.ok().map(|entry| entry.remove().0)
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize, faces: &[Face]) {
        self.0.reserve(more, |number| hash(faces[*number as usize].id));
    }

    /// Bytes that they take.
    pub fn memory(&self) -> usize {
        self.0.allocation_size()
    }
}

/// When more than one number in so many is free, it is taken by whoever comes.
const SHARE: usize = 8;

/// Numbers that are free again, by where they were used; those of remote work apart.
#[derive(Default)]
pub struct Free {
    by: FxHashMap<Option<Cell>, Vec<u32>>,
    count: usize,
}

impl Free {
    /// Gives a number back.
    pub fn give(&mut self, number: u32, place: Option<Point>) {
        self.by.entry(place.map(vicinity)).or_default().push(number);
        self.count += 1;
    }

    /// Takes the number of a former neighbour; any, when too many of `all` numbers are free.
    pub fn take(&mut self, place: Option<Point>, all: usize) -> Option<u32> {
        let here = place.map(vicinity);
        let cell = match self.by.contains_key(&here) {
            true => here,
            false if self.count * SHARE > all => *self.by.keys().next()?,
            false => return None,
        };
        let numbers = self.by.get_mut(&cell)?;
        let number = numbers.pop()?;
        if numbers.is_empty() {
            self.by.remove(&cell);
        }
        self.count -= 1;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_again_by_a_neighbour_and_by_others_only_when_many_are_free() {
        let (die, lyon) = (Point { lat: 44.75, lon: 5.37 }, Point { lat: 45.76, lon: 4.83 });
        let mut free = Free::default();
        free.give(3, Some(die));
        free.give(4, None);
        assert_eq!(free.take(Some(lyon), 1_000), None);
        assert_eq!((free.take(None, 1_000), free.take(None, 1_000)), (Some(4), None));
        assert_eq!((free.take(Some(lyon), 4), free.take(Some(die), 4)), (Some(3), None));
    }
}
