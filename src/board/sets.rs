//! Sets made from documents that come one by one: few are listed, many are marked.

use roaring::{MultiOps, RoaringBitmap};

/// From this number on, documents are marked as bits rather than listed.
const MANY: u64 = if cfg!(test) { 2 } else { 600 };

/// Adds a document to a set; most come in order.
pub fn put(set: &mut RoaringBitmap, doc: u32) {
    if set.try_push(doc).is_err() {
        set.insert(doc);
    }
}

/// Sets with more documents are narrowed part by part rather than read one document after the other.
const WIDE: u64 = if cfg!(test) { 2 } else { 8_192 };

/// Documents read from a set at once.
const AT_ONCE: usize = 256;

/// Tells every document of a set, in order.
pub fn each(docs: &RoaringBitmap, mut hear: impl FnMut(u32)) {
    let (mut all, mut buffer) = (docs.iter(), [0; AT_ONCE]);
    loop {
        let read = all.next_many(&mut buffer);
        if read.is_empty() {
            return;
        }
        for doc in &*read {
            hear(*doc);
        }
    }
}

/// The documents of a set that are kept.
pub fn keep(docs: &RoaringBitmap, is_kept: impl Fn(u32) -> bool) -> RoaringBitmap {
    if docs.len() < MANY {
        return RoaringBitmap::from_sorted_iter(docs.iter().filter(|doc| is_kept(*doc))).unwrap_or_default();
    }
    let mut bits = Bits::new(docs.min().unwrap_or(0), docs.max().unwrap_or(0));
    each(docs, |doc| bits.mark(doc, is_kept(doc)));
    bits.set()
}

/// Documents of a stretch of numbers, marked as bits.
struct Bits {
    base: u32,
    bytes: Vec<u8>,
}

impl Bits {
    /// None of the documents from the first to the last.
    fn new(first: u32, last: u32) -> Self {
        // Sets are made of parts of 65,536.
        let base = first & !0xffff;
        Self { base, bytes: vec![0; (last.max(base) - base) as usize / 8 + 1] }
    }

    fn mark(&mut self, doc: u32, member: bool) {
        let at = doc - self.base;
        self.bytes[at as usize / 8] |= u8::from(member) << (at % 8);
    }

    fn set(&self) -> RoaringBitmap {
        RoaringBitmap::from_lsb0_bytes(self.base, &self.bytes)
    }
}

/// Documents of `within` that are in one of many sets. Where `within` is a stretch of all numbers, the others are not read.
pub fn local(sets: &[&RoaringBitmap], within: &RoaringBitmap) -> RoaringBitmap {
    let (Some(first), Some(last)) = (within.min(), within.max()) else { return RoaringBitmap::new() };
    let (wide, narrow): (Vec<&RoaringBitmap>, Vec<_>) = sets.iter().copied().partition(|set| set.len() > WIDE);
    let mut bits = Bits::new(first, last);
    for set in narrow {
        set.range(first..=last).for_each(|doc| bits.mark(doc, true));
    }
    wide.into_iter().map(|set| set & within).union() | (bits.set() & within)
}

/// A set of at most `count` documents that come in no order, none of them before `first` or after `last`.
pub fn gather(docs: impl Iterator<Item = u32>, count: u64, (first, last): (u32, u32)) -> RoaringBitmap {
    if count < MANY {
        let mut docs: Vec<u32> = docs.collect();
        docs.sort_unstable();
        return RoaringBitmap::from_sorted_iter(docs).unwrap_or_default();
    }
    let mut bits = Bits::new(first, last);
    docs.for_each(|doc| bits.mark(doc, true));
    bits.set()
}

/// Documents of `within` that are in one of the sets.
pub fn common(sets: &[&RoaringBitmap], within: &RoaringBitmap) -> RoaringBitmap {
    let all: u64 = sets.iter().map(|set| set.len()).sum();
    match sets {
        [] => RoaringBitmap::new(),
        [set] => *set & within,
        _ if all > within.len() => sets.iter().map(|set| *set & within).union(),
        _ => sets.iter().copied().union() & within,
    }
}
