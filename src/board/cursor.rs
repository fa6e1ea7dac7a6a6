//! A place in an answer: what the last hit was ranked by, and how the words were understood. The next page begins behind it,
//! whatever came, went or changed meanwhile.

use super::packed::{put, take};
use super::query::Sort;
use super::rank::Rank;
use uuid::Uuid;

/// Longer texts were never sent by the board.
const LONGEST: usize = 4_096;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Where a page ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The order that was asked, as it made sense.
    pub(super) sort: Sort,
    /// What the last hit was ranked by.
    pub(super) rank: Rank,
    /// How many words a hit had to hold.
    pub(super) held: u8,
    /// The text with its typos mended, when there were some.
    pub(super) corrected: Option<String>,
}

impl Cursor {
    /// Writes the cursor for an address.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut bytes = vec![self.sort as u8 * 2 + u8::from(self.rank.stale), self.held];
        put(&mut bytes, fold(self.rank.keys.0));
        put(&mut bytes, fold(self.rank.keys.1));
        bytes.extend(self.rank.id.as_bytes());
        bytes.extend(self.corrected.iter().flat_map(|text| text.bytes()));
        to_text(&bytes)
    }

    /// Reads what was written; `None` when it was not written so.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let bytes = Some(text).filter(|text| text.len() <= LONGEST).and_then(from_text)?;
        let (head, mut rest) = bytes.split_first_chunk::<2>()?;
        let sort = [Sort::Best, Sort::Soonest, Sort::Nearest, Sort::Pay, Sort::Newest].get(usize::from(head[0] / 2))?;
        let keys = (unfold(take(&mut rest)?), unfold(take(&mut rest)?));
        let (id, rest) = rest.split_first_chunk::<16>()?;
        let corrected = if rest.is_empty() { None } else { Some(str::from_utf8(rest).ok()?.to_owned()) };
        let rank = Rank { stale: head[0] % 2 == 1, keys, id: Uuid::from_bytes(*id) };
        Some(Self { sort: *sort, rank, held: head[1], corrected })
    }
}

/// Puts the sign last, so that small numbers stay short.
fn fold(n: i64) -> u64 {
    ((n << 1) ^ (n >> 63)).cast_unsigned()
}

fn unfold(n: u64) -> i64 {
    (n >> 1).cast_signed() ^ -(n & 1).cast_signed()
}

fn to_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 2);
    for three in bytes.chunks(3) {
        let block = three.iter().fold(0_u32, |block, byte| block << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for n in 0..=three.len() {
            text.push(char::from(ALPHABET[(block >> (18 - 6 * n)) as usize & 63]));
        }
    }
    text
}

fn from_text(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        let mut block = 0_u32;
        for letter in four {
            block = block << 6 | u32::try_from(ALPHABET.iter().position(|known| known == letter)?).ok()?;
        }
        let block = (block << (6 * (4 - four.len()))).to_be_bytes();
        bytes.extend(block.get(1..four.len()).filter(|_| four.len() > 1)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_is_read_as_it_was_written(stale: bool, keys: (i64, i64), id: u128, held: u8, text in "\\PC{0,30}") {
            let rank = Rank { stale, keys, id: Uuid::from_u128(id) };
            let corrected = Some(text).filter(|text| !text.is_empty());
            let cursor = Cursor { sort: Sort::Pay, rank, held, corrected };
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }

        #[test]
        fn anything_else_is_refused_or_read_without_harm(text in "\\PC{0,80}", letters in "[A-Za-z0-9_-]{0,80}") {
            for text in [text, letters] {
                if let Some(cursor) = Cursor::decode(&text) {
                    prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
                }
            }
        }
    }

    #[test]
    fn a_cursor_is_short() {
        let rank = Rank { stale: false, keys: (-16, 1_800_000_000), id: Uuid::max() };
        let text = Cursor { sort: Sort::Best, rank, held: 2, corrected: None }.encode();
        assert!(text.len() <= 34, "{text}");
        assert_eq!(
            [Cursor::decode(""), Cursor::decode(&text[..20]), Cursor::decode("é"), Cursor::decode(&"A".repeat(9_999))],
            [None, None, None, None]
        );
    }
}
