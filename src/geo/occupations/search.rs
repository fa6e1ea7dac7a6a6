//! An occupation is suggested by any of its names; those that suit short missions come first.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{NAMES_BY_PARENT, all, by_code, everyday, shortlist};
use crate::geo::prefixes::{Prefixes, smallest};
use crate::geo::text::fold;

/// A name of an occupation and the code it leads to.
struct Entry {
    code: &'static str,
    label: &'static str,
    folded: String,
}

struct Names {
    entries: Vec<Entry>,
    prefixes: Prefixes,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let entries = entries();
    let prefixes = Prefixes::new(entries.iter().map(|entry| entry.folded.as_str().into()).collect());
    Names { entries, prefixes }
});

/// The shortest text for which a slip of the finger is forgiven.
const SLIP_FROM: usize = 5;
/// A name that does not begin by what was typed comes after all those that do.
const INSIDE: u64 = 1 << 32;

/// Codes and names someone may mean by what was typed so far, best first; nothing for an empty text.
#[must_use]
pub fn suggest(typed: &str, limit: usize) -> Vec<(&'static str, &'static str)> {
    let phrase = fold(typed);
    if phrase.is_empty() {
        return Vec::new();
    }
    let prefixes = &NAMES.prefixes;
    let mut numbers: Vec<u32> = prefixes.phrase(&phrase).collect();
    if numbers.is_empty() {
        numbers = prefixes.words(&telling_words(&phrase)).collect();
    }
    if numbers.is_empty() && phrase.len() >= SLIP_FROM {
        numbers = near_a_word(&phrase);
    }
    let key = |number| u64::from(number) + if prefixes.text(number).starts_with(&phrase) { 0 } else { INSIDE };
    // Everyday words repeat the label of their occupation: ask for a few more, keep each label once.
    let best = smallest(numbers.into_iter().map(key).collect(), limit.saturating_mul(2));
    let entries = best.into_iter().filter_map(|key| NAMES.entries.get(usize::try_from(key % INSIDE).ok()?));
    let mut seen = FxHashSet::default();
    let labels = entries.map(|entry| (entry.code, entry.label)).filter(|found| seen.insert(*found));
    labels.take(limit).collect()
}

/// Names that suit short missions first, then occupations, then their other names; short before long.
fn entries() -> Vec<Entry> {
    let occupations = all().iter().map(|occupation| (occupation.code, occupation.name, 0_u8));
    let others = NAMES_BY_PARENT.iter().flat_map(|(code, names)| names.iter().map(move |name| (*code, *name, 1_u8)));
    let listed = |code: &str| !shortlist().iter().any(|occupation| occupation.code == code);
    let mut ranked: Vec<_> = occupations
        .chain(others)
        .map(|(code, label, rank)| (listed(code), rank, label.len(), Entry { code, label, folded: fold(label) }))
        .collect();
    ranked
        .sort_by(|(la, ra, na, a), (lb, rb, nb, b)| (la, ra, na, a.label, a.code).cmp(&(lb, rb, nb, b.label, b.code)));
    let said = everyday::WORDS.iter().filter_map(|(words, code)| Some((by_code(code)?, fold(words))));
    let said = said.map(|(meant, folded)| Entry { code: meant.code, label: meant.name, folded });
    let mut seen = FxHashSet::default();
    said.chain(ranked.into_iter().map(|(_, _, _, entry)| entry))
        .filter(|entry| seen.insert(entry.folded.clone()))
        .collect()
}

/// The words that say something, without the mark of the plural.
fn telling_words(phrase: &str) -> Vec<&str> {
    let words = phrase.split(' ').filter(|word| word.len() > 2 && !matches!(*word, "des" | "les" | "pour"));
    words.map(|word| if word.len() > 4 { word.trim_end_matches(['s', 'x']) } else { word }).collect()
}

fn near_a_word(phrase: &str) -> Vec<u32> {
    let has_near = |text: &str| text.split(' ').any(|word| crate::geo::text::within_one_slip(word, phrase));
    let numbered = (0_u32..).zip(&NAMES.entries);
    numbered.filter(|(_, entry)| has_near(&entry.folded)).map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> (&'static str, &'static str) {
        suggest(typed, 8).first().copied().unwrap_or_default()
    }

    #[test]
    fn an_occupation_is_found_by_any_of_its_names() {
        assert_eq!(first("serv").0, "G1803");
        assert_eq!(first("serveuse en rest").0, "G1803");
        assert_eq!(first("cariste"), ("N1101", "Cariste"));
        assert_eq!(first("garde d'enfants").0, "K1303");
        assert_eq!(first("déménageuse").0, "N1102");
        assert_eq!(first("demenageur").0, "N1102");
        assert_eq!(first("restauration serveur").0, "G1803");
        for (said, code) in [("babysitter", "K1303"), ("femme de menage", "K1304"), ("livreur vélo", "N4104")] {
            assert_eq!(first(said).0, code, "{said}");
        }
        assert_eq!(first("babysitter").1, "Garde d'enfant", "everyday words are understood, not displayed");
        assert_eq!(first("barmen").0, "G1801", "one slip is forgiven");
        assert!(suggest("plongeu", 5).iter().any(|(code, _)| *code == "G1605"));
    }

    #[test]
    fn a_name_comes_once_and_no_more_than_asked() {
        let found = suggest("agent", 20);
        let distinct: std::collections::HashSet<_> = found.iter().map(|(_, label)| fold(label)).collect();
        assert_eq!((found.len(), distinct.len()), (20, 20));
        assert!(suggest("", 8).is_empty() && suggest("zzzzzz", 8).is_empty());
    }
}
