//! A standing order of documents: by a number, then by identity. Blocks of neighbours keep it small, and fast to walk.

use super::memory::of_vec;
use std::cmp::Ordering;
use uuid::Uuid;

/// A document in an order: its number, the beginning of its identity, which decides most ties, and itself.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Entry {
    number: i64,
    begins: u32,
    doc: u32,
}

/// A block that grows beyond this length is cut in two.
const BLOCK: usize = if cfg!(test) { 8 } else { 256 };

/// Blocks made at once are filled so far, and take no more than that until something is added.
const FILLED: usize = BLOCK * 3 / 4;

/// Documents in order. The identity of a document is asked for when two have the same number.
#[derive(Default)]
pub struct Order {
    blocks: Vec<Block>,
    len: usize,
}

/// Neighbours, and the last of them.
struct Block {
    last: Entry,
    all: Vec<Entry>,
}

impl Block {
    fn new(all: Vec<Entry>) -> Option<Self> {
        all.last().copied().map(|last| Self { last, all })
    }
}

impl Order {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Bytes that the order takes.
    pub fn memory(&self) -> usize {
        self.blocks.iter().map(|block| of_vec(&block.all)).sum::<usize>() + of_vec(&self.blocks)
    }

    /// Adds a document under a number, once.
    pub fn insert(&mut self, number: i64, doc: u32, id: impl Fn(u32) -> Uuid) {
        let of = id(doc);
        let entry = Entry { number, begins: begins(of), doc };
        let at = self.block(&entry, of, &id).min(self.blocks.len().saturating_sub(1));
        let Some(block) = self.blocks.get_mut(at) else {
            self.blocks.extend(Block::new(vec![entry]));
            self.len = 1;
            return;
        };
        let place = place(&block.all, &entry, of, &id);
        if block.all.get(place) == Some(&entry) {
            return;
        }
        if block.all.len() == block.all.capacity() {
            block.all.reserve_exact(BLOCK + 1 - block.all.len());
        }
        block.all.insert(place, entry);
        block.last = block.all.last().copied().unwrap_or(entry);
        self.len += 1;
        if block.all.len() > BLOCK {
            self.cut(at, place == BLOCK);
        }
    }

    /// Adds many documents at once.
    pub fn merge(&mut self, added: impl IntoIterator<Item = (i64, u32)>, id: impl Fn(u32) -> Uuid) {
        let entry = |(number, doc)| Entry { number, begins: begins(id(doc)), doc };
        let mut all: Vec<Entry> = added.into_iter().map(entry).collect();
        all.sort_unstable_by(|a, b| compare(a, b, id(b.doc), &id));
        all.dedup();
        let known = std::mem::take(&mut self.blocks);
        let mut known = known.into_iter().flat_map(|block| block.all).peekable();
        let mut block = Vec::with_capacity(FILLED);
        self.len = 0;
        for entry in all {
            let of = id(entry.doc);
            while let Some(before) = known.next_if(|known| compare(known, &entry, of, &id) == Ordering::Less) {
                self.push(&mut block, before);
            }
            self.push(&mut block, entry);
            known.next_if_eq(&entry);
        }
        known.for_each(|entry| self.push(&mut block, entry));
        self.blocks.extend(Block::new(block));
    }

    /// Adds an entry behind all others.
    fn push(&mut self, block: &mut Vec<Entry>, entry: Entry) {
        block.push(entry);
        self.len += 1;
        if block.len() == FILLED {
            let full = std::mem::replace(block, Vec::with_capacity(FILLED));
            self.blocks.extend(Block::new(full));
        }
    }

    /// Cuts a full block; an order that grows at its end leaves full blocks behind.
    fn cut(&mut self, at: usize, at_end: bool) {
        let block = &mut self.blocks[at];
        let keep = if at_end { BLOCK - BLOCK / 8 } else { BLOCK / 2 };
        let rest = block.all.split_off(keep);
        block.last = block.all.last().copied().unwrap_or(block.last);
        if let Some(rest) = Block::new(rest) {
            self.blocks.insert(at + 1, rest);
        }
    }

    /// Takes a document out, if it is there.
    pub fn remove(&mut self, number: i64, doc: u32, id: impl Fn(u32) -> Uuid) {
        let of = id(doc);
        let entry = Entry { number, begins: begins(of), doc };
        let at = self.block(&entry, of, &id);
        let Some(block) = self.blocks.get_mut(at) else { return };
        let place = place(&block.all, &entry, of, &id);
        if block.all.get(place) != Some(&entry) {
            return;
        }
        block.all.remove(place);
        self.len -= 1;
        match block.all.last() {
            None => drop(self.blocks.remove(at)),
            Some(last) => {
                block.last = *last;
                self.join(at);
            }
        }
    }

    /// Puts a block and the next one together when both are nearly empty.
    fn join(&mut self, at: usize) {
        let length = |n: usize| self.blocks.get(n).map_or(BLOCK, |block| block.all.len());
        if length(at) < BLOCK / 4 && length(at) + length(at + 1) <= BLOCK / 2 {
            let next = self.blocks.remove(at + 1);
            self.blocks[at].all.extend(next.all);
            self.blocks[at].last = next.last;
        }
    }

    /// Numbers and documents that come after a number and an identity, in order.
    pub fn after(&self, number: i64, than: Uuid, id: impl Fn(u32) -> Uuid) -> impl Iterator<Item = (i64, u32)> {
        let entry = Entry { number, begins: begins(than), doc: 0 };
        let block = self.block(&entry, than, &id);
        let at = self.blocks.get(block).map_or(0, |block| place(&block.all, &entry, than, &id));
        self.walk(block, at).skip_while(move |entry| entry.0 == number && id(entry.1) == than)
    }

    /// Numbers and documents from this number on, in order.
    pub fn since(&self, number: i64) -> impl Iterator<Item = (i64, u32)> {
        let block = self.blocks.partition_point(|block| block.last.number < number);
        let at = self.blocks.get(block).map_or(0, |block| block.all.partition_point(|entry| entry.number < number));
        self.walk(block, at)
    }

    fn walk(&self, block: usize, at: usize) -> impl Iterator<Item = (i64, u32)> {
        let first = self.blocks.get(block).map(|block| &block.all[at..]);
        let later = self.blocks.get(block + 1..).unwrap_or_default().iter().map(|block| &block.all[..]);
        first.into_iter().chain(later).flatten().map(|entry| (entry.number, entry.doc))
    }

    /// The first block whose last entry is not before an entry of this identity.
    fn block(&self, entry: &Entry, of: Uuid, id: &impl Fn(u32) -> Uuid) -> usize {
        self.blocks.partition_point(|block| compare(&block.last, entry, of, id) == Ordering::Less)
    }
}

fn place(all: &[Entry], entry: &Entry, of: Uuid, id: &impl Fn(u32) -> Uuid) -> usize {
    all.partition_point(|known| compare(known, entry, of, id) == Ordering::Less)
}

fn compare(known: &Entry, entry: &Entry, of: Uuid, id: &impl Fn(u32) -> Uuid) -> Ordering {
    (known.number, known.begins).cmp(&(entry.number, entry.begins)).then_with(|| id(known.doc).cmp(&of))
}

fn begins(id: Uuid) -> u32 {
    id.as_fields().0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn id(doc: u32) -> Uuid {
        Uuid::from_u128(u128::from(doc ^ 5) << (90 + doc % 2))
    }

    proptest! {
        #[test]
        fn an_order_equals_a_sorted_set(mut steps in vec((any::<bool>(), 0..9_i64, 0..20_u32), 0..300), from in (0..9_i64, 0..20_u32)) {
            let (mut order, mut set) = (Order::default(), BTreeSet::new());
            let many = steps.split_off(steps.len() / 2);
            for (add, number, doc) in steps {
                if add {
                    order.insert(number, doc, id);
                    set.insert((number, id(doc), doc));
                } else {
                    order.remove(number, doc, id);
                    set.remove(&(number, id(doc), doc));
                }
            }
            order.merge(many.iter().map(|(_, number, doc)| (*number, *doc)), id);
            set.extend(many.iter().map(|(_, number, doc)| (*number, id(*doc), *doc)));
            let expected = |keep: &dyn Fn(i64, Uuid) -> bool| -> Vec<(i64, u32)> {
                set.iter().filter(|e| keep(e.0, e.1)).map(|e| (e.0, e.2)).collect()
            };
            prop_assert_eq!(order.since(i64::MIN).collect::<Vec<_>>(), expected(&|_, _| true));
            prop_assert_eq!(order.since(from.0).collect::<Vec<_>>(), expected(&|n, _| n >= from.0));
            let after: Vec<_> = order.after(from.0, id(from.1), id).collect();
            prop_assert_eq!(after, expected(&|n, i| (n, i) > (from.0, id(from.1))));
            prop_assert_eq!(order.len(), set.len());
        }
    }
}
