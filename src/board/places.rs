//! How many answers there are at each place. Places are numbered and each document knows its own, so that counting a million
//! answers is a million additions: nothing is collected, looked up or sorted. Held by `places_equal_a_naive_scan`.

use super::doc::{Payload, Point};
use super::index::Board;
use super::memory::{lengthen, of_entries, of_vec};
use super::query::Query;
use super::search::Search;
use super::sets::each;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use uuid::Uuid;

/// No place: the work is remote.
const NOWHERE: u32 = u32::MAX;

/// The answers to a query, told by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// Each place with answers, in no order.
    pub all: Vec<Place>,
    /// How many answers have no place.
    pub nowhere: u32,
    /// The text as understood, when a typo was mended.
    pub corrected: Option<String>,
}

/// Answers at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Where.
    pub at: Point,
    /// How many.
    pub count: u32,
    /// Which one, when there is only one.
    pub only: Option<Uuid>,
}

impl Places {
    /// How many answers there are in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.all.iter().map(|place| place.count as usize).sum::<usize>() + self.nowhere as usize
    }
}

/// Places by number; a number is free again once nobody is there.
#[derive(Default)]
pub struct Spots {
    numbers: FxHashMap<(u32, u32), u32>,
    points: Vec<Point>,
    holders: Vec<u32>,
    free: Vec<u32>,
    /// The place of each document.
    of: Vec<u32>,
}

impl Spots {
    /// Notes where a document is.
    pub fn add(&mut self, doc: u32, at: Point) {
        let number = self.number(at);
        self.holders[number as usize] += 1;
        lengthen(&mut self.of, doc as usize + 1, || NOWHERE);
        self.of[doc as usize] = number;
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32) {
        let Some(number) = self.of.get_mut(doc as usize).map(|of| std::mem::replace(of, NOWHERE)) else { return };
        let Some(holders) = self.holders.get_mut(number as usize) else { return };
        *holders -= 1;
        if *holders == 0 {
            self.numbers.remove(&key(self.points[number as usize]));
            self.free.push(number);
        }
    }

    /// Bytes that the places take.
    pub fn memory(&self) -> usize {
        let entry = size_of::<((u32, u32), u32)>();
        let columns = of_vec(&self.points) + of_vec(&self.holders) + of_vec(&self.free) + of_vec(&self.of);
        columns + of_entries(self.numbers.len(), entry)
    }

    fn number(&mut self, at: Point) -> u32 {
        if let Some(known) = self.numbers.get(&key(at)) {
            return *known;
        }
        let number = self.free.pop().unwrap_or_else(|| {
            self.points.push(at);
            self.holders.push(0);
            u32::try_from(self.points.len() - 1).unwrap_or(NOWHERE)
        });
        self.points[number as usize] = at;
        self.numbers.insert(key(at), number);
        number
    }

    /// Tells the place of every document, or how many documents are at each place when that is less to tell.
    pub fn each(&self, docs: &RoaringBitmap, mut hear: impl FnMut(Point, i64)) {
        if docs.len() / 2 < self.points.len() as u64 {
            let place = |doc: u32| self.points.get(*self.of.get(doc as usize)? as usize);
            return each(docs, |doc| place(doc).into_iter().for_each(|at| hear(*at, 1)));
        }
        let (counts, _) = self.count(docs.iter());
        let held = self.points.iter().zip(counts).filter(|(_, (count, _))| *count > 0);
        held.for_each(|(at, (count, _))| hear(*at, i64::from(count)));
    }

    /// Counts documents by place: the number of a place, how many, and the last of them.
    fn count(&self, docs: impl Iterator<Item = u32>) -> (Vec<(u32, u32)>, u32) {
        let (mut counts, mut nowhere) = (vec![(0, 0); self.points.len()], 0);
        for doc in docs {
            match self.of.get(doc as usize).and_then(|place| counts.get_mut(*place as usize)) {
                Some((count, last)) => (*count, *last) = (*count + 1, doc),
                None => nowhere += 1,
            }
        }
        (counts, nowhere)
    }
}

fn key(at: Point) -> (u32, u32) {
    (at.lat.to_bits(), at.lon.to_bits())
}

impl<P: Payload> Board<P> {
    /// Where all answers to a query are, whatever its page: the very set that [`Board::search`] counts.
    #[must_use]
    pub fn places(&self, query: &Query, now: i64) -> Places {
        let view = self.view(now);
        let query = &Query { after: None, ..query.clone() };
        let wording = query.text.as_deref().map(|text| self.words().understand(text, true)).unwrap_or_default();
        let search = Search::new(self, query, &view, &wording.words);
        let (answer, _) = search.answer();
        let (counts, nowhere) = self.spots.count(answer.iter());
        let known = self.spots.points.iter().zip(counts).filter(|(_, (count, _))| *count > 0);
        let all = known.map(|(at, (count, last))| Place { at: *at, count, only: (count == 1).then(|| self.id(last)) });
        Places { all: all.collect(), nowhere, corrected: wording.corrected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_nobody_holds_is_free_again() {
        let (mut spots, die, lyon) =
            (Spots::default(), Point { lat: 44.75, lon: 5.37 }, Point { lat: 45.76, lon: 4.83 });
        spots.add(0, die);
        spots.add(3, die);
        assert_eq!(spots.count([0, 1, 3, 9].into_iter()), (vec![(2, 3)], 2));
        spots.remove(0);
        spots.remove(1);
        spots.remove(3);
        spots.add(0, lyon);
        assert_eq!((spots.points.len(), spots.numbers.len()), (1, 1));
        assert_eq!(spots.count([0, 3].into_iter()), (vec![(1, 0)], 1));
    }

    #[test]
    fn few_documents_are_told_one_by_one_and_many_place_by_place() {
        let (mut spots, die, lyon) =
            (Spots::default(), Point { lat: 44.75, lon: 5.37 }, Point { lat: 45.76, lon: 4.83 });
        spots.add(0, die);
        spots.add(3, die);
        spots.add(4, lyon);
        for docs in [&[0, 1][..], &[0, 1, 3, 4, 9]] {
            let mut told = Vec::new();
            spots.each(&docs.iter().copied().collect(), |at, count| told.extend((0..count).map(|_| at)));
            assert_eq!((told[0], told.len()), (die, docs.len() - docs.len() / 2));
        }
    }
}
