//! How far a mistyped word may be from a known one: one slip up to seven letters, two beyond, none in short words nor numbers.

use super::memory::of_vec;

/// Says how many slips a word of this shape is forgiven.
pub fn allowance(folded: &str) -> usize {
    match folded.len() {
        _ if !folded.bytes().all(|b| b.is_ascii_alphabetic()) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The set of letters of a word, one bit each: two sets that differ much rule a pair out at once.
fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, b| set | 1 << (b & 31))
}

/// Known words by length, with their letters side by side: most are ruled out without being read.
#[derive(Default)]
pub struct Shapes(Vec<Shape>);

#[derive(Default)]
struct Shape {
    letters: Vec<u32>,
    numbers: Vec<u32>,
}

impl Shapes {
    /// Adds a word under its number.
    pub fn add(&mut self, text: &str, number: u32) {
        let lengths = self.0.len().max(text.len() + 1);
        self.0.resize_with(lengths, Shape::default);
        let shape = &mut self.0[text.len()];
        shape.letters.push(letters(text));
        shape.numbers.push(number);
    }

    /// Takes a word out.
    pub fn remove(&mut self, text: &str, number: u32) {
        let Some(shape) = self.0.get_mut(text.len()) else { return };
        if let Some(at) = shape.numbers.iter().position(|known| *known == number) {
            shape.numbers.swap_remove(at);
            shape.letters.swap_remove(at);
        }
    }

    /// Tells every word that may be within `most` slips: one slip changes the length by one and two letters at most.
    pub fn near(&self, text: &str, most: usize, mut hear: impl FnMut(u32)) {
        let (set, last) = (letters(text), self.0.len().min(text.len() + most + 1));
        let most_letters = u32::try_from(2 * most).unwrap_or(u32::MAX);
        for shape in self.0.get(text.len() - most.min(text.len())..last).unwrap_or_default() {
            for (other, number) in shape.letters.iter().zip(&shape.numbers) {
                if (set ^ other).count_ones() <= most_letters {
                    hear(*number);
                }
            }
        }
    }

    /// Bytes that the shapes take.
    pub fn memory(&self) -> usize {
        self.0.iter().map(|shape| of_vec(&shape.letters) + of_vec(&shape.numbers)).sum()
    }
}

/// A mistyped word, ready to be compared with many known ones.
pub struct Mistyped {
    /// Where each letter stands, one bit a place.
    places: [u64; 256],
    length: usize,
}

impl Mistyped {
    /// Prepares a folded word of at most 63 bytes.
    pub fn new(folded: &str) -> Self {
        let mut places = [0; 256];
        for (at, byte) in folded.bytes().take(63).enumerate() {
            places[usize::from(byte)] |= 1 << at;
        }
        Self { places, length: folded.len().min(63) }
    }

    /// Counts the slips to another word (insertion, deletion, substitution, swap of neighbours), up to `most`.
    ///
    /// A column of the usual table is held in two words, one bit for each step up or down (Hyyrö, 2003).
    pub fn slips(&self, other: &str, most: usize) -> Option<usize> {
        if self.length.abs_diff(other.len()) > most || self.length == 0 {
            return None;
        }
        let (mut up, mut down, mut level, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let (last, mut slips) = (1_u64 << (self.length - 1), self.length);
        for byte in other.bytes() {
            let same = self.places[usize::from(byte)];
            let swapped = ((!level & same) << 1) & before;
            level = ((same & up).wrapping_add(up) ^ up) | same | down | swapped;
            let (rise, fall) = (down | !(level | up), level & up);
            slips += usize::from(rise & last != 0);
            slips -= usize::from(fall & last != 0);
            let (rise, fall) = (rise << 1 | 1, fall << 1);
            (up, down, before) = (fall | !(level | rise), rise & level, same);
        }
        Some(slips).filter(|slips| *slips <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::super::naive::slips;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_slip_counts_one() {
        for typo in ["servur", "serrveur", "serveyr", "sevreur", "derveur"] {
            assert_eq!(Mistyped::new(typo).slips("serveur", 2), Some(1), "{typo}");
        }
        assert_eq!(Mistyped::new("serveur").slips("serveur", 0), Some(0));
        assert_eq!(Mistyped::new("serveur").slips("vendeur", 1), None);
    }

    #[test]
    fn short_words_and_numbers_are_never_mended() {
        assert_eq!([allowance("bus"), allowance("aide"), allowance("g1605"), allowance("jardinier")], [0, 1, 0, 2]);
    }

    proptest! {
        #[test]
        fn slips_are_those_of_the_plain_table(a in "[a-d]{1,12}", b in "[a-d]{1,12}", most in 0..3_usize) {
            let found = Mistyped::new(&a).slips(&b, most);
            prop_assert_eq!(found, slips(&a, &b, most));
            let (mut shapes, mut heard) = (Shapes::default(), false);
            shapes.add(&b, 7);
            shapes.near(&a, most, |number| heard |= number == 7);
            prop_assert!(heard || found.is_none());
        }
    }
}
