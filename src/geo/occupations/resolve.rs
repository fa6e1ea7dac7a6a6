//! Without JavaScript a field holds only text: it names one occupation when no one could mean another, and otherwise the page
//! asks. A guess made by forgiving a slip is always asked.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::search::{Suggestion, found, named};
use super::{Occupation, all, by_code};
use crate::geo::text::fold;

/// What a text in the occupation field means.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// One occupation, without doubt.
    One(&'static Occupation),
    /// Occupations to choose from, best first.
    Several(Vec<Suggestion>),
    /// No occupation.
    None,
}

const CHOICES: usize = 8;

static BY_NAME: LazyLock<FxHashMap<&'static str, &'static Occupation>> =
    LazyLock::new(|| all().iter().map(|occupation| (occupation.name, occupation)).collect());

/// The occupation that a text names: a code, a label, or any name that is its alone.
#[must_use]
pub fn resolve(text: &str, has_missions: impl Fn(&str) -> bool) -> Resolution {
    let text = text.trim();
    if let Some(known) = by_code(&text.to_uppercase()).or_else(|| labelled(text)) {
        return Resolution::One(known);
    }
    let phrase = fold(text);
    if let [one] = named(&phrase) {
        return Resolution::One(one);
    }
    let (choices, by_slip) = found(&phrase, CHOICES, has_missions);
    match &choices[..] {
        [] => Resolution::None,
        [one] if !by_slip => by_code(one.code).map_or(Resolution::None, Resolution::One),
        _ => Resolution::Several(choices),
    }
}

/// The occupation of a label, with or without a job name before it.
fn labelled(text: &str) -> Option<&'static Occupation> {
    let inside = || {
        let whole = text.strip_suffix(')')?;
        whole.match_indices(" (").find_map(|(at, open)| BY_NAME.get(&whole[at + open.len()..]))
    };
    BY_NAME.get(text).or_else(inside).copied()
}

#[cfg(test)]
mod tests {
    use super::super::suggest;
    use super::*;

    fn one(text: &str) -> Option<&'static str> {
        match resolve(text, |_| false) {
            Resolution::One(occupation) => Some(occupation.code),
            _ => None,
        }
    }

    #[test]
    fn every_label_names_its_occupation() {
        for occupation in all() {
            assert_eq!(one(occupation.name), Some(occupation.code), "{}", occupation.name);
        }
        for typed in ["agent", "vend", "net", "chauff", "aide", "serv"] {
            for found in suggest(typed, 50, |_| false) {
                assert_eq!(one(&found.label), Some(found.code), "{}", found.label);
            }
        }
    }

    #[test]
    fn what_no_one_could_read_otherwise_is_one_and_the_rest_is_asked() {
        assert_eq!((one("babysitter"), one("g1803"), one(" G1803 ")), (Some("K1303"), Some("G1803"), Some("G1803")));
        assert!(matches!(resolve("agent", |_| false), Resolution::Several(list) if list.len() == CHOICES));
        assert!(matches!(resolve("babysiter", |_| false), Resolution::Several(_)), "a slip is asked");
        for nothing in ["", "   ", "zzzzzzzz", "(", ")", " ()", "🦀"] {
            assert_eq!(resolve(nothing, |_| false), Resolution::None, "{nothing}");
        }
    }
}
