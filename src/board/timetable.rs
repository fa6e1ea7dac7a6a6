//! The open slots of all documents lie side by side, because a search on weekly hours reads most of them.

use super::memory::{lengthen, of_vec, room};
use super::slots::Opening;

/// Space of gone slots that is tolerated before the rest is moved together.
const SLACK: usize = 1024;

/// Open slots by document, soonest first.
#[derive(Default)]
pub struct Timetable {
    all: Vec<Opening>,
    spans: Vec<(u32, u32)>,
    gone: usize,
}

impl Timetable {
    /// The open slots of a document.
    pub fn of(&self, doc: u32) -> &[Opening] {
        let (start, end) = self.spans.get(doc as usize).copied().unwrap_or_default();
        &self.all[start as usize..end as usize]
    }

    /// Replaces the open slots of a document.
    pub fn set(&mut self, doc: u32, slots: &[Opening]) {
        self.gone += self.of(doc).len();
        lengthen(&mut self.spans, doc as usize + 1, || (0, 0));
        self.spans[doc as usize] = (0, 0);
        if self.gone > self.all.len() / 2 + SLACK {
            self.pack();
        }
        self.spans[doc as usize] = append(&mut self.all, slots);
    }

    /// Bytes that the slots take.
    pub fn memory(&self) -> usize {
        of_vec(&self.all) + of_vec(&self.spans)
    }

    fn pack(&mut self) {
        let mut packed = Vec::with_capacity(self.all.len() - self.gone);
        for span in &mut self.spans {
            *span = append(&mut packed, &self.all[span.0 as usize..span.1 as usize]);
        }
        self.all = packed;
        self.gone = 0;
    }
}

fn append(all: &mut Vec<Opening>, slots: &[Opening]) -> (u32, u32) {
    let start = all.len();
    room(all, slots.len());
    all.extend_from_slice(slots);
    let number = |n| u32::try_from(n).unwrap_or(u32::MAX);
    (number(start), number(all.len()))
}

#[cfg(test)]
mod tests {
    use super::super::slots::openings;
    use super::*;
    use crate::board::SlotDoc;

    fn slots(starts: &[i64]) -> Vec<Opening> {
        let slot = |starts_at| SlotDoc {
            starts_at,
            ends_at: starts_at,
            places_left: 1,
            weekday: 0,
            start_minute: 0,
            end_minute: 1,
        };
        openings(&starts.iter().copied().map(slot).collect::<Vec<_>>())
    }

    #[test]
    fn each_document_keeps_its_own_slots_when_others_come_and_go() {
        let mut table = Timetable::default();
        for round in 0..400_i64 {
            for doc in 0..10 {
                table.set(doc, &slots(&[round, round + i64::from(doc)][..(doc % 3) as usize]));
            }
        }
        for doc in 0..10 {
            let starts: Vec<_> = table.of(doc).iter().map(|slot| slot.starts_at).collect();
            assert_eq!(starts, [399, 399 + i64::from(doc)][..(doc % 3) as usize]);
        }
        assert!(table.all.len() < 2 * SLACK && table.of(99).is_empty());
    }
}
