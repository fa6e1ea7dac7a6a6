//! How many bytes the board takes: what was allocated counts, not only what is filled.

use super::doc::Payload;
use super::index::Board;
use roaring::RoaringBitmap;

/// What a container of a set takes besides its values.
const CONTAINER: u64 = 40;

/// Bytes of a map's entry, with the share that is kept free.
pub const fn of_entries(count: usize, entry: usize) -> usize {
    (count + count / 3) * (entry + 1)
}

/// Bytes of a column.
pub const fn of_vec<T>(column: &Vec<T>) -> usize {
    column.capacity() * size_of::<T>()
}

/// Makes room for more entries of a column: an eighth is kept free, where a vector by itself would double.
pub fn room<T>(column: &mut Vec<T>, more: usize) {
    if column.capacity() - column.len() < more {
        column.reserve_exact(more.max(column.len() / 8 + 64));
    }
}

/// Makes a column at least so long.
pub fn lengthen<T>(column: &mut Vec<T>, length: usize, empty: impl FnMut() -> T) {
    if length > column.len() {
        room(column, length - column.len());
        column.resize_with(length, empty);
    }
}

/// Bytes of a set. Its library counts a value of an array twice, and a bitmap by its bits.
pub fn of_set(set: &RoaringBitmap) -> usize {
    let facts = set.statistics();
    let values = facts.n_bytes_array_containers / 2 + u64::from(facts.n_bitset_containers) * 8192;
    let all = values + facts.n_bytes_run_containers + u64::from(facts.n_containers) * CONTAINER;
    usize::try_from(all).unwrap_or(usize::MAX) + size_of::<RoaringBitmap>()
}

/// Bytes of several sets.
pub fn of_sets<'a>(sets: impl IntoIterator<Item = &'a RoaringBitmap>) -> usize {
    sets.into_iter().map(of_set).sum()
}

impl<P: Payload> Board<P> {
    /// An estimate of the bytes of the board, payloads included.
    #[must_use]
    pub fn memory(&self) -> usize {
        let columns = of_vec(&self.rows) + of_vec(&self.faces) + of_vec(&self.payloads) + of_vec(&self.words);
        let words: usize = self.words.iter().map(|words| words.len().next_multiple_of(16)).sum();
        let orders = self.newest.memory() + self.best_paid.memory() + self.calendar.memory() + self.platforms.memory();
        let sets = self.qualities.memory()
            + self.floors.memory()
            + self.week.memory()
            + self.lengths.memory()
            + self.stays.memory()
            + self.unions.memory()
            + self.worths.memory()
            + self.grid.memory()
            + self.spots.memory()
            + self.lexicon.memory();
        let payloads: usize = self.payloads.iter().flatten().map(Payload::heap).sum();
        columns + payloads + words + orders + sets + self.numbers.memory() + self.slots.memory() + self.view_memory()
    }
}
