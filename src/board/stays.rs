//! From which hour to which slots last in the week: one set of documents for each weekday, beginning and end, rounded outwards
//! to the half hour. Hours of a person that begin and end on half hours are answered by sets alone: those of blocks of two
//! hours, each of which holds all stays inside (a stay of a morning is in some forty), and the stays that stick out.

use super::memory::{of_set, of_sets};
use super::sets::{local, put};
use super::slots::{Holds, Opening, When};
use roaring::{MultiOps, RoaringBitmap};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Minutes of a step.
pub const STEP: u16 = 30;

/// Steps of a block.
const BLOCK: u16 = 4;

/// Blocks of a day.
const BLOCKS: u16 = 24 * 60 / STEP / BLOCK;

/// Looking at the slots of a document costs so many times what uniting it with others does.
const LOOK: u64 = if cfg!(test) { 1 } else { 16 };

/// A stretch of numbers is short when all are so many times more.
const SHORT: u32 = 3;

/// The same, where sets are united word by word.
const IN_A_WORD: u64 = if cfg!(test) { 1 } else { 64 };

/// The last is of what has none.
const WEEKDAYS: u8 = 8;

/// A weekday, a beginning and an end, in steps from the midnight before the beginning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stay {
    /// 0 is Monday.
    pub weekday: u8,
    /// At the beginning, or before it.
    pub from: u16,
    /// At the end, or after it.
    pub to: u16,
}

impl Stay {
    fn of(slot: &Opening) -> Self {
        let weekday = u8::try_from(slot.weekday()).unwrap_or(u8::MAX);
        Self { weekday, from: slot.start() / STEP, to: slot.end.div_ceil(STEP) }
    }
}

/// Documents by the stays of their open slots.
pub struct Stays {
    by: BTreeMap<Stay, RoaringBitmap>,
    /// By block: the documents with a stay inside. Wide hours are a few blocks, and the stays that stick out of them.
    blocks: Vec<RoaringBitmap>,
    /// Documents with several open slots: what is true of one slot may not be true of the other.
    pub several: RoaringBitmap,
    /// While many documents come, blocks wait until all are there.
    are_many: bool,
}

impl Default for Stays {
    fn default() -> Self {
        let count = usize::from(WEEKDAYS) * usize::from(BLOCKS) * usize::from(BLOCKS);
        Self {
            by: BTreeMap::new(),
            blocks: vec![RoaringBitmap::new(); count],
            several: RoaringBitmap::new(),
            are_many: false,
        }
    }
}

/// A weekday, from a boundary between blocks to another one, in blocks from midnight.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Block {
    weekday: u8,
    from: u16,
    to: u16,
}

impl Block {
    /// The widest inside some hours, in minutes.
    fn within((weekday, start, end): (u8, u16, u16)) -> Option<Self> {
        let (from, to) = (start.div_ceil(BLOCK * STEP), (end / (BLOCK * STEP)).min(BLOCKS));
        Some(Self { weekday, from, to }).filter(|block| block.weekday < WEEKDAYS && block.from < block.to)
    }

    /// The narrowest that holds a stay.
    fn of(stay: Stay) -> Option<Self> {
        let (from, to) = (stay.from / BLOCK, stay.to.div_ceil(BLOCK));
        let block = Self { weekday: stay.weekday, from, to: to.max(from + 1) };
        Some(block).filter(|block| block.weekday < WEEKDAYS && block.to <= BLOCKS)
    }

    /// All that hold a stay.
    fn around(stay: Stay) -> impl Iterator<Item = Self> {
        let wider =
            |own: Self| (0..=own.from).flat_map(move |from| (own.to..=BLOCKS).map(move |to| Self { from, to, ..own }));
        Self::of(stay).into_iter().flat_map(wider)
    }

    /// All, the narrowest first.
    fn all() -> impl Iterator<Item = Self> {
        let from = |width: u16| (0..=BLOCKS - width).map(move |from| (from, from + width));
        let of_a_day = move || (1..=BLOCKS).flat_map(from);
        (0..WEEKDAYS).flat_map(move |weekday| of_a_day().map(move |(from, to)| Self { weekday, from, to }))
    }

    /// The two that leave out its first hours, or its last.
    fn parts(self) -> impl Iterator<Item = Self> {
        let parts = [Self { from: self.from + 1, ..self }, Self { to: self.to - 1, ..self }];
        parts.into_iter().filter(|part| part.from < part.to)
    }

    fn holds(self, stay: Stay) -> bool {
        self.weekday == stay.weekday && self.from * BLOCK <= stay.from && stay.to <= self.to * BLOCK
    }

    fn place(self) -> usize {
        let rows = usize::from(self.weekday) * usize::from(BLOCKS) + usize::from(self.from);
        rows * usize::from(BLOCKS) + usize::from(self.to) - 1
    }
}

/// The stays that lie inside the hours that are asked.
#[derive(Default)]
pub struct Inside<'s> {
    sure: Vec<&'s RoaringBitmap>,
    perhaps: Vec<&'s RoaringBitmap>,
    united: [OnceCell<RoaringBitmap>; 2],
    /// What uniting them costs, as so many documents whose slots are looked at.
    pub cost: u64,
}

impl<'s> Inside<'s> {
    /// Adds a set that is wide and united word by word.
    fn add_block(&mut self, docs: &'s RoaringBitmap) {
        self.sure.push(docs);
        self.cost += docs.len() / IN_A_WORD;
    }

    /// Adds a set that is narrow and united document by document.
    fn add(&mut self, docs: &'s RoaringBitmap, sure: bool) {
        if sure { &mut self.sure } else { &mut self.perhaps }.push(docs);
        self.cost += docs.len() / LOOK + 1;
    }

    /// Documents of `docs` with a slot inside.
    pub fn sure(&self, docs: &RoaringBitmap) -> RoaringBitmap {
        Self::among(&self.sure, &self.united[0], docs)
    }

    /// Documents of `docs` whose slot may stick out by less than a step.
    pub fn perhaps(&self, docs: &RoaringBitmap) -> RoaringBitmap {
        Self::among(&self.perhaps, &self.united[1], docs)
    }

    /// What is around a place is a stretch of all numbers: the rest is not united.
    fn among(sets: &[&RoaringBitmap], united: &OnceCell<RoaringBitmap>, docs: &RoaringBitmap) -> RoaringBitmap {
        let stretch = docs.max().unwrap_or(0) - docs.min().unwrap_or(0);
        let last = sets.iter().filter_map(|set| set.max()).max().unwrap_or(0);
        if united.get().is_none() && stretch < last / SHORT {
            return local(sets, docs);
        }
        united.get_or_init(|| sets.iter().copied().union()) & docs
    }
}

impl Stays {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, slots: &[Opening]) {
        if slots.len() > 1 {
            put(&mut self.several, doc);
        }
        for stay in slots.iter().map(Stay::of) {
            put(self.by.entry(stay).or_default(), doc);
            if !self.are_many {
                Block::around(stay).for_each(|block| put(&mut self.blocks[block.place()], doc));
            }
        }
    }

    /// From now on, many documents are added; none is asked for until all are there.
    pub fn many(&mut self) {
        self.are_many = true;
    }

    /// All are there: a block holds what the two narrower ones hold, and its own stays.
    pub fn all_there(&mut self) {
        self.are_many = false;
        self.blocks.fill_with(RoaringBitmap::new);
        for (stay, docs) in &self.by {
            if let Some(block) = Block::of(*stay) {
                self.blocks[block.place()] |= docs;
            }
        }
        for block in Block::all() {
            let mut docs = std::mem::take(&mut self.blocks[block.place()]);
            block.parts().for_each(|part| docs |= &self.blocks[part.place()]);
            self.blocks[block.place()] = docs;
        }
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, slots: &[Opening]) {
        self.several.remove(doc);
        for stay in slots.iter().map(Stay::of) {
            for block in Block::around(stay) {
                self.blocks[block.place()].remove(doc);
            }
            if let Some(docs) = self.by.get_mut(&stay) {
                docs.remove(doc);
                if docs.is_empty() {
                    self.by.remove(&stay);
                }
            }
        }
    }

    /// The stays inside the hours that are asked, whatever has started.
    pub fn inside(&self, when: &When) -> Inside<'_> {
        let blocks: Vec<Block> = when.hours().filter_map(Block::within).collect();
        let mut inside = Inside::default();
        for block in &blocks {
            inside.add_block(&self.blocks[block.place()]);
        }
        for (stay, docs) in &self.by {
            match when.holds(*stay) {
                Holds::All if blocks.iter().any(|block| block.holds(*stay)) => {}
                Holds::All => inside.add(docs, true),
                Holds::Some => inside.add(docs, false),
                Holds::None => {}
            }
        }
        inside
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        let by = self.by.values().map(|docs| of_set(docs) + size_of::<Stay>()).sum::<usize>();
        by + of_sets(&self.blocks) + of_set(&self.several)
    }
}

#[cfg(test)]
mod tests {
    use super::super::doc::SlotDoc;
    use super::super::slots::openings;
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn slot((weekday, start_minute, length): (u8, u16, u16)) -> SlotDoc {
        let end_minute = (start_minute + length) % 1_440;
        SlotDoc { starts_at: 0, ends_at: i64::from(length) * 60, places_left: 1, weekday, start_minute, end_minute }
    }

    proptest! {
        #[test]
        fn many_at_once_are_filed_as_one_by_one(all in vec(vec((0..7_u8, 0..1_440_u16, 1..1_440_u16), 1..3), 1..20)) {
            let [mut one_by_one, mut at_once] = [Stays::default(), Stays::default()];
            at_once.many();
            for (doc, slots) in (0..).zip(&all) {
                let slots = openings(&slots.iter().copied().map(slot).collect::<Vec<_>>());
                one_by_one.add(doc, &slots);
                at_once.add(doc, &slots);
            }
            at_once.all_there();
            prop_assert!(one_by_one.blocks == at_once.blocks);
            prop_assert!(one_by_one.blocks.iter().any(|docs| !docs.is_empty()) || all.iter().flatten().all(|slot| slot.1 + slot.2 > 1_440));
        }
    }
}
