//! Counting bits by column: how many of many words have their first bit set, their second, and so on. Eight columns are
//! raised at once, each in a byte of its own, and put away before a byte is full.

/// Columns of a word.
pub const COLUMNS: usize = u32::BITS as usize;

/// Words after which a byte may be full.
const ROUND: u32 = 255;

/// Each byte with its bits apart, one a byte.
static SPREAD: [u64; 256] = spread();

const fn spread() -> [u64; 256] {
    let (mut all, mut byte) = ([0; 256], 0);
    while byte < 256 {
        let mut bit = 0;
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                all[byte] |= 1 << (8 * bit);
            }
            bit += 1;
        }
        byte += 1;
    }
    all
}

/// Counts under way.
pub struct Columns {
    sums: [u64; COLUMNS / 8],
    words: u32,
    counts: [u32; COLUMNS],
}

impl Columns {
    /// Nothing counted yet.
    pub const fn new() -> Self {
        Self { sums: [0; COLUMNS / 8], words: 0, counts: [0; COLUMNS] }
    }

    /// Counts the bits of a word.
    pub fn add(&mut self, word: u32) {
        for (sum, byte) in self.sums.iter_mut().zip(word.to_le_bytes()) {
            *sum += SPREAD[usize::from(byte)];
        }
        self.words += 1;
        if self.words == ROUND {
            self.put_away();
        }
    }

    fn put_away(&mut self) {
        let bytes = self.sums.iter().flat_map(|sum| sum.to_le_bytes());
        self.counts.iter_mut().zip(bytes).for_each(|(count, byte)| *count += u32::from(byte));
        (self.sums, self.words) = ([0; COLUMNS / 8], 0);
    }

    /// How many words had each bit.
    pub fn counts(mut self) -> [u32; COLUMNS] {
        self.put_away();
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_counted_by_column() {
        let words: Vec<u32> = (0..2_000_u32).map(|n| n.wrapping_mul(0x9e37_79b9)).chain([u32::MAX; 600]).collect();
        let mut columns = Columns::new();
        for word in &words {
            columns.add(*word);
        }
        let counted = columns.counts();
        for (bit, count) in counted.into_iter().enumerate() {
            assert_eq!(count as usize, words.iter().filter(|word| **word >> bit & 1 == 1).count(), "{bit}");
        }
    }
}
