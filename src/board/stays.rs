//! From which hour to which slots last in the week: one set of documents for each weekday, beginning and end, rounded outwards
//! to the half hour. Hours of a person that begin and end on half hours are answered by sets alone.

use super::memory::of_set;
use super::sets::put;
use super::slots::{Holds, Opening, When};
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;

/// Minutes of a step.
pub const STEP: u16 = 30;

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
#[derive(Default)]
pub struct Stays {
    by: BTreeMap<Stay, RoaringBitmap>,
    /// Documents with several open slots: what is true of one slot may not be true of the other.
    pub several: RoaringBitmap,
}

/// The stays that lie inside the hours that are asked.
#[derive(Default)]
pub struct Inside<'s> {
    sure: Vec<&'s RoaringBitmap>,
    perhaps: Vec<&'s RoaringBitmap>,
}

impl Inside<'_> {
    /// Documents with a slot inside.
    pub fn sure(&self) -> RoaringBitmap {
        self.sure.iter().copied().union()
    }

    /// Documents whose slot may stick out by less than a step.
    pub fn perhaps(&self) -> RoaringBitmap {
        self.perhaps.iter().copied().union()
    }

    /// How many documents the sets hold, those of several sets as often.
    pub fn width(&self) -> u64 {
        self.sure.iter().chain(&self.perhaps).map(|docs| docs.len()).sum()
    }
}

impl Stays {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, slots: &[Opening]) {
        if slots.len() > 1 {
            put(&mut self.several, doc);
        }
        for slot in slots {
            put(self.by.entry(Stay::of(slot)).or_default(), doc);
        }
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, slots: &[Opening]) {
        self.several.remove(doc);
        for slot in slots {
            let stay = Stay::of(slot);
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
        let mut inside = Inside::default();
        for (stay, docs) in &self.by {
            match when.holds(*stay) {
                Holds::All => inside.sure.push(docs),
                Holds::Some => inside.perhaps.push(docs),
                Holds::None => {}
            }
        }
        inside
    }

    /// Bytes that the sets take.
    pub fn memory(&self) -> usize {
        self.by.values().map(|docs| of_set(docs) + size_of::<Stay>()).sum::<usize>() + of_set(&self.several)
    }
}
