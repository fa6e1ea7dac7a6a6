//! A text is found by the beginning of any of its words, or of several of them in any order.
//! Texts are folded by the caller and numbered by their position, best first.

use super::text::within_one_slip;

/// Every word of every text, in alphabetical order, each followed by the rest of its text.
pub(super) struct Prefixes {
    texts: Vec<Box<str>>,
    starts: Vec<Start>,
}

#[derive(Clone, Copy)]
struct Start {
    text: u32,
    offset: u32,
}

impl Prefixes {
    /// Indexes folded texts; the number of a text is its position.
    pub(super) fn new(texts: Vec<Box<str>>) -> Self {
        let mut keyed: Vec<(u64, Start)> = Vec::with_capacity(texts.len() * 3);
        for (number, text) in (0_u32..).zip(&texts) {
            for offset in word_offsets(text) {
                let start = Start { text: number, offset };
                keyed.push((key(suffix(&texts, start)), start));
            }
        }
        keyed.sort_unstable_by(|(ka, a), (kb, b)| {
            ka.cmp(kb).then_with(|| suffix(&texts, *a).cmp(suffix(&texts, *b))).then(a.text.cmp(&b.text))
        });
        let starts = keyed.into_iter().map(|(_, start)| start).collect();
        Self { texts, starts }
    }

    /// The folded text with this number.
    pub(super) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| text)
    }

    /// Numbers of the texts in which the phrase begins some word; a text may come twice.
    pub(super) fn phrase(&self, phrase: &str) -> impl Iterator<Item = u32> {
        let from = self.starts.partition_point(|start| suffix(&self.texts, *start) < phrase);
        let len = self.starts[from..].partition_point(|start| suffix(&self.texts, *start).starts_with(phrase));
        self.starts[from..from + len].iter().map(|start| start.text)
    }

    /// Numbers of the texts that hold every word, each as the beginning of one of theirs, in any order.
    pub(super) fn words(&self, words: &[&str]) -> impl Iterator<Item = u32> {
        let longest = words.iter().copied().max_by_key(|word| word.len()).unwrap_or("\u{10ffff}");
        self.phrase(longest).filter(move |number| {
            let text = self.text(*number);
            words.iter().all(|wanted| text.split(' ').any(|word| word.starts_with(wanted)))
        })
    }

    /// Numbers of the texts that are the phrase but for one slip of the finger.
    pub(super) fn near(&self, phrase: &str) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.texts).filter(move |(_, text)| within_one_slip(text, phrase)).map(|(number, _)| number)
    }
}

/// The `limit` smallest keys, each once, in order; cheaper than sorting all when there are thousands.
pub(super) fn smallest(mut keys: Vec<u64>, limit: usize) -> Vec<u64> {
    // A text comes at most once per word; sixteen words is more than any of ours holds of one prefix.
    let keep = limit.saturating_mul(16);
    if keys.len() > keep && keep > 0 {
        keys.select_nth_unstable(keep - 1);
        keys.truncate(keep);
    }
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(limit);
    keys
}

fn suffix(texts: &[Box<str>], start: Start) -> &str {
    let text = usize::try_from(start.text).ok().and_then(|at| texts.get(at));
    text.and_then(|text| text.get(usize::try_from(start.offset).ok()?..)).unwrap_or_default()
}

fn word_offsets(text: &str) -> impl Iterator<Item = u32> {
    let after_spaces = (0_u32..).zip(text.bytes()).filter(|(_, byte)| *byte == b' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after_spaces)
}

fn key(text: &str) -> u64 {
    text.bytes().chain(std::iter::repeat(0)).take(8).fold(0, |key, byte| (key << 8) | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Prefixes {
        Prefixes::new(["saint etienne", "etienne du rouvray", "lyon"].map(Into::into).to_vec())
    }

    #[test]
    fn a_phrase_begins_any_word() {
        let mut found: Vec<u32> = sample().phrase("eti").collect();
        found.sort_unstable();
        assert_eq!(found, [0, 1]);
        assert_eq!(sample().phrase("tienne").count(), 0);
    }

    #[test]
    fn words_come_in_any_order() {
        assert_eq!(sample().words(&["rouv", "eti"]).collect::<Vec<_>>(), [1]);
        assert_eq!(sample().words(&[]).count(), 0);
    }

    #[test]
    fn a_slip_is_near() {
        assert_eq!(sample().near("lyno").collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn the_smallest_keys_come_once_in_order() {
        assert_eq!(smallest(vec![5, 1, 5, 3, 1], 2), [1, 3]);
        assert_eq!(smallest(vec![1], 0), Vec::<u64>::new());
    }
}
