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
    let mut bits = vec![0_u8; docs.max().unwrap_or(0) as usize / 8 + 1];
    each(docs, |doc| bits[doc as usize / 8] |= u8::from(is_kept(doc)) << (doc % 8));
    RoaringBitmap::from_lsb0_bytes(0, &bits)
}

/// A set of at most `count` documents that come in no order, none of them after `last`.
pub fn gather(docs: impl Iterator<Item = u32>, count: u64, last: u32) -> RoaringBitmap {
    if count < MANY {
        let mut docs: Vec<u32> = docs.collect();
        docs.sort_unstable();
        return RoaringBitmap::from_sorted_iter(docs).unwrap_or_default();
    }
    let mut bits = vec![0_u8; last as usize / 8 + 1];
    docs.for_each(|doc| bits[doc as usize / 8] |= 1 << (doc % 8));
    RoaringBitmap::from_lsb0_bytes(0, &bits)
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
