//! An occupation is suggested by any of its names, each occupation once: what begins as typed first, by a name of its own before
//! one that it shares; then those that have missions, since a filter without missions leads nowhere; then the shortest name.
//! A job name that several occupations share suggests them all: no one guesses which is meant.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{NAMES_BY_PARENT, Occupation, all, by_code, everyday};
use crate::geo::prefixes::Prefixes;
use crate::geo::text::{fold, within_one_slip};

/// An occupation someone may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its code.
    pub code: &'static str,
    /// Its name; after the job name that was recognised, if it is another: "Cariste (Conducteur / Conductrice…)".
    pub label: String,
}

/// A name, and the occupations that it may mean.
struct Entry {
    folded: String,
    /// As it is shown; an everyday expression is understood, not shown.
    shown: Option<&'static str>,
    /// Whether it is an occupation's alone.
    sure: bool,
    meant: Vec<&'static Occupation>,
}

struct Names {
    /// Shortest first.
    entries: Vec<Entry>,
    prefixes: Prefixes,
    /// Each word, with the numbers of the names that hold it.
    words: Vec<(String, Vec<u32>)>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let entries = entries();
    let prefixes = Prefixes::new(entries.iter().map(|entry| entry.folded.as_str().into()).collect());
    let mut words: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (number, entry) in (0_u32..).zip(&entries) {
        entry.folded.split(' ').for_each(|word| words.entry(word).or_default().push(number));
    }
    let words = words.into_iter().map(|(word, numbers)| (word.to_owned(), numbers)).collect();
    Names { entries, prefixes, words }
});

/// The shortest word for which a slip of the finger is forgiven.
const SLIP_FROM: usize = 5;
/// Names that are looked at, best first.
const LOOKED_AT: usize = 3_000;
/// Words that are read.
const WORDS_MAX: usize = 8;

/// How far a name is from what was typed: whether it does not begin so, whether it is shared.
type Nearness = (bool, bool);

/// Occupations someone may mean by what was typed so far, best first; nothing for an empty text.
#[must_use]
pub fn suggest(typed: &str, limit: usize, has_missions: impl Fn(&str) -> bool) -> Vec<Suggestion> {
    found(&fold(typed), limit, has_missions).0
}

/// What a text may mean, and whether a slip of the finger had to be forgiven.
pub(super) fn found(phrase: &str, limit: usize, has_missions: impl Fn(&str) -> bool) -> (Vec<Suggestion>, bool) {
    if phrase.is_empty() {
        return (Vec::new(), false);
    }
    let prefixes = &NAMES.prefixes;
    let words = telling_words(phrase);
    let mut numbers: Vec<u32> = prefixes.phrase(phrase).collect();
    if numbers.is_empty() {
        numbers = prefixes.words(&words).collect();
    }
    let by_slip = numbers.is_empty();
    if by_slip {
        numbers = with_a_slip(&words);
    }
    let sure = |number| entry(number).is_some_and(|entry| entry.sure);
    let nearness = |number| (!prefixes.text(number).starts_with(phrase), !sure(number));
    let mut keys: Vec<(Nearness, u32)> = numbers.into_iter().map(|number| (nearness(number), number)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(LOOKED_AT);
    (chosen(&keys, limit, has_missions), by_slip)
}

/// The occupations of some names, each once; of those that are as near to what was typed, first those that have missions.
fn chosen(keys: &[(Nearness, u32)], limit: usize, has_missions: impl Fn(&str) -> bool) -> Vec<Suggestion> {
    let mut seen = FxHashSet::default();
    let mut all = Vec::new();
    for (nearness, number) in keys {
        let Some(entry) = entry(*number) else { continue };
        let new = entry.meant.iter().copied().filter(|occupation| seen.insert(occupation.code));
        all.extend(new.map(|occupation| ((*nearness, !has_missions(occupation.code)), entry, occupation)));
    }
    all.sort_by_key(|(rank, ..)| *rank);
    all.into_iter().take(limit).map(|(_, entry, occupation)| entry.suggestion(occupation)).collect()
}

fn entry(number: u32) -> Option<&'static Entry> {
    NAMES.entries.get(usize::try_from(number).ok()?)
}

impl Entry {
    fn suggestion(&self, occupation: &'static Occupation) -> Suggestion {
        let label = match self.shown {
            Some(shown) if shown != occupation.name => format!("{shown} ({})", occupation.name),
            _ => occupation.name.to_owned(),
        };
        Suggestion { code: occupation.code, label }
    }
}

/// The occupations that are named exactly so.
pub(super) fn named(phrase: &str) -> &'static [&'static Occupation] {
    let mut entries = NAMES.prefixes.phrase(phrase).filter_map(entry);
    entries.find(|entry| entry.folded == phrase).map_or(&[], |entry| &entry.meant)
}

/// Own names, everyday expressions, job names; one that is written several times means all that it meant.
fn entries() -> Vec<Entry> {
    let own = all().iter().map(|occupation| (occupation.name, Some(occupation.name), vec![occupation]));
    let said = everyday::WORDS.iter().filter_map(|(words, code)| Some((*words, None, vec![by_code(code)?])));
    let mut families: FxHashMap<&str, Vec<&'static Occupation>> = FxHashMap::default();
    for occupation in all() {
        families.entry(occupation.parent).or_default().push(occupation);
    }
    let family = |parent: &str| families.get(parent).cloned().unwrap_or_default();
    let others = NAMES_BY_PARENT
        .iter()
        .flat_map(|(parent, names)| names.iter().map(move |name| (*name, Some(*name), *parent)))
        .map(|(name, shown, parent)| (name, shown, family(parent)));
    let mut known: FxHashMap<String, Entry> = FxHashMap::default();
    let sure = own.chain(said).map(|entry| (true, entry));
    for (sure, (name, shown, meant)) in sure.chain(others.map(|entry| (false, entry))) {
        let folded = fold(name);
        let entry = known.entry(folded.clone()).or_insert(Entry { folded, shown, sure, meant: Vec::new() });
        // A name that is an occupation's own, or ours for it, does not mean its neighbours.
        if entry.sure == sure {
            let new: Vec<_> = meant.into_iter().filter(|occupation| !entry.meant.contains(occupation)).collect();
            entry.meant.extend(new);
        }
    }
    let mut entries: Vec<Entry> = known.into_values().collect();
    entries.sort_unstable_by(|a, b| (a.folded.len(), &a.folded).cmp(&(b.folded.len(), &b.folded)));
    entries
}

/// The words that say something, without the mark of the plural.
fn telling_words(phrase: &str) -> Vec<&str> {
    let words = phrase.split(' ').filter(|word| word.len() > 2 && !matches!(*word, "des" | "les" | "pour"));
    let bare = words.map(|word| if word.len() > 4 { word.trim_end_matches(['s', 'x']) } else { word });
    bare.take(WORDS_MAX).collect()
}

/// The names that hold every word, long ones but for a slip.
fn with_a_slip(words: &[&str]) -> Vec<u32> {
    let holders = |wanted: &&str| {
        let close = NAMES.words.iter().filter(|(word, _)| word.starts_with(wanted) || is_near(word, wanted));
        close.flat_map(|(_, numbers)| numbers.iter().copied()).collect::<BTreeSet<u32>>()
    };
    let all = words.iter().map(holders).reduce(|kept, more| &kept & &more);
    all.into_iter().flatten().collect()
}

/// Whether a word, or its beginning, is another one but for a slip.
fn is_near(word: &str, wanted: &str) -> bool {
    let begins = |length: usize| word.get(..length).is_some_and(|start| within_one_slip(start, wanted));
    wanted.len() >= SLIP_FROM && (within_one_slip(word, wanted) || (wanted.len() - 1..=wanted.len() + 1).any(begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(typed: &str) -> Vec<&'static str> {
        suggest(typed, 8, |_| false).into_iter().map(|found| found.code).collect()
    }

    fn first(typed: &str) -> &'static str {
        codes(typed).first().copied().unwrap_or_default()
    }

    #[test]
    fn an_occupation_is_found_by_any_of_its_names() {
        for (typed, code) in [
            ("serv", "G1803"),
            ("serveuse en rest", "G1803"),
            ("cariste", "N1101"),
            ("garde d'enfants", "K1303"),
            ("Garde d\u{2019}enfants", "K1303"),
            ("déménageuse", "N1102"),
            ("demenageur", "N1102"),
            ("restauration serveur", "G1803"),
            ("babysitter", "K1303"),
            ("femme de menage", "K1304"),
            ("livreur vélo", "N4104"),
        ] {
            assert!(codes(typed).contains(&code), "{typed}: {:?}", codes(typed));
        }
        assert_eq!(first("cariste"), "N1101");
        assert_eq!(first("babysitter"), "K1303");
    }

    #[test]
    fn a_slip_is_forgiven_in_a_long_word_only() {
        assert_eq!(first("babysiter"), "K1303");
        assert!(codes("barmen").contains(&"G1801"), "{:?}", codes("barmen"));
        assert!(codes("jardinnier").contains(&"A1208"), "{:?}", codes("jardinnier"));
        assert!(codes("plogneu").contains(&"G1605"), "a word that is not finished either");
        assert!(
            codes("zzzz").is_empty() && codes("zzzzzzzz").is_empty() && codes("").is_empty() && codes("-'").is_empty()
        );
    }

    #[test]
    fn what_begins_so_comes_first_then_what_has_missions_then_the_shortest() {
        let names: Vec<_> = suggest("agent", 20, |_| false).into_iter().map(|found| found.label).collect();
        assert!(names.iter().all(|name| fold(name).starts_with("agent")), "{names:?}");
        let lengths: Vec<_> = names.iter().map(|name| fold(name).len()).collect();
        assert!(lengths.is_sorted(), "{names:?}");
        let with = suggest("agent", 8, |code| code == "K2205");
        assert_eq!(with[0].code, "K2205", "what has missions leads somewhere");
    }

    #[test]
    fn neighbours_that_share_a_name_are_all_told_those_with_missions_first() {
        let shared = suggest("nettoyeur de locaux", 8, |code| code == "K2205");
        assert_eq!(shared.iter().map(|found| found.code).collect::<Vec<_>>()[..2], ["K2205", "K2204"]);
        let other = suggest("nettoyeur de locaux", 8, |code| code == "K2204");
        assert_eq!(other[0].code, "K2204");
        assert!(other[0].label.contains(" (Agent / Agente de nettoyage industriel)"), "{other:?}");
    }

    #[test]
    fn an_occupation_comes_once_and_no_more_than_asked() {
        for typed in ["agent", "a", "vendeur", "de"] {
            let found = codes(typed);
            let distinct: FxHashSet<_> = found.iter().collect();
            assert_eq!((found.len(), distinct.len()), (8, 8), "{typed}");
        }
        assert_eq!(suggest("agent", 0, |_| true), []);
    }

    #[test]
    fn hostile_texts_are_read_in_no_time() {
        let begun = std::time::Instant::now();
        for typed in ["mot ".repeat(500), "é".repeat(3_000), "a b c d e f g".into(), "\u{0}\u{feff}🦀".into()] {
            let _ = suggest(&typed, 8, |_| false);
        }
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
