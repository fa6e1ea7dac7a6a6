//! The words people say and ROME does not write, in French and in the English of those who have little French yet.
//! They lead to an occupation, as suggestions and as search words; they are never displayed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::geo::table::{cell, rows};

/// What separates expressions in a cell.
const SEPARATOR: char = ';';

/// Everyday expressions and the code of the occupation they mean, those that suit short missions first.
pub(super) static WORDS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = rows(include_str!("../../../data/everyday_words.csv"));
    lines.flat_map(|row| expressions(&row).map(|words| (words, cell(&row, 0))).collect::<Vec<_>>()).collect()
});

static BY_CODE: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut meant: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (words, code) in WORDS.iter() {
        meant.entry(*code).or_default().push(*words);
    }
    meant
});

/// The everyday expressions that mean this occupation.
pub(super) fn of(code: &str) -> impl Iterator<Item = &'static str> {
    BY_CODE.get(code).into_iter().flatten().copied()
}

/// The French expressions of a row, then the English ones.
fn expressions(row: &[&'static str]) -> impl Iterator<Item = &'static str> {
    [cell(row, 1), cell(row, 2)].into_iter().flat_map(|list| list.split(SEPARATOR)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::super::{by_code, shortlist};
    use super::*;

    #[test]
    fn every_occupation_of_the_shortlist_has_everyday_words() {
        for occupation in shortlist() {
            assert!(of(occupation.code).count() >= 5, "{}", occupation.code);
        }
        assert_eq!(of("N4112").next(), Some("taxi"));
        assert_eq!(of("Z9999").count(), 0);
    }

    #[test]
    fn an_expression_means_a_known_occupation_and_is_written_once_for_it() {
        let mut seen = std::collections::HashSet::new();
        for (words, code) in WORDS.iter() {
            assert!(by_code(code).is_some() && !words.is_empty(), "{code}: {words}");
            assert!(seen.insert((words, code)), "{code}: {words} twice");
        }
    }
}
