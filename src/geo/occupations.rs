//! An occupation is a line of ROME 4.0, known by many names: people search by theirs.
//! Where ROME says an occupation is regulated, a card or licence is checked before work;
//! where it says nothing, we know nothing: unknown is not "no".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::{cell, rows};

mod everyday;
mod names;
mod resolve;
mod search;

pub use resolve::{Resolution, resolve};
pub use search::{Suggestion, suggest};

/// An occupation of ROME 4.0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupation {
    /// Its code: "K2205".
    pub code: &'static str,
    /// Its name, feminine and masculine: "Serveur / Serveuse en restauration".
    pub name: &'static str,
    /// The historical code it belongs to, by which searches are filtered: "K2204".
    pub parent: &'static str,
    /// Whether a card, a licence or a diploma is compulsory; `None` when ROME does not say.
    pub regulated: Option<bool>,
}

static OCCUPATIONS: LazyLock<Vec<Occupation>> =
    LazyLock::new(|| rows(include_str!("../../data/rome_v460.csv")).map(|row| occupation(&row)).collect());

static BY_CODE: LazyLock<FxHashMap<&'static str, &'static Occupation>> =
    LazyLock::new(|| OCCUPATIONS.iter().map(|occupation| (occupation.code, occupation)).collect());

static NAMES_BY_PARENT: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for row in rows(include_str!("../../data/rome_appellations_2024-09.csv")) {
        names.entry(cell(&row, 2)).or_default().push(cell(&row, 1));
    }
    names
});

/// How many occupations share each historical code.
static COUNT_BY_PARENT: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    let mut counts = FxHashMap::default();
    for occupation in OCCUPATIONS.iter() {
        *counts.entry(occupation.parent).or_default() += 1;
    }
    counts
});

static SHORTLIST: LazyLock<Vec<&'static Occupation>> = LazyLock::new(|| {
    let codes = rows(include_str!("../../data/rome_gig_shortlist.csv")).map(|row| cell(&row, 0));
    codes.filter_map(by_code).collect()
});

/// All occupations, in the order of their codes.
#[must_use]
pub fn all() -> &'static [Occupation] {
    &OCCUPATIONS
}

/// The occupation with this code, historical codes included.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Occupation> {
    BY_CODE.get(code).copied()
}

/// Whether this is the beginning of a code: a domain, a family, an occupation.
#[must_use]
pub fn is_code(text: &str) -> bool {
    !text.is_empty() && OCCUPATIONS.iter().any(|o| o.code.starts_with(text) || o.parent.starts_with(text))
}

/// The job names that ROME gathers under the occupation's historical code.
#[must_use]
pub fn names_of(code: &str) -> &'static [&'static str] {
    by_code(code).and_then(|occupation| NAMES_BY_PARENT.get(occupation.parent)).map_or(&[], Vec::as_slice)
}

/// The occupations that suit short missions.
#[must_use]
pub fn shortlist() -> &'static [&'static Occupation] {
    &SHORTLIST
}

/// What people call an occupation, one name a line, for the search index: its own name, everyday expressions and, when no
/// other occupation shares the job names of its historical code, the words that make these names.
#[must_use]
pub fn keywords(code: &str) -> String {
    let Some(occupation) = by_code(code) else { return String::new() };
    let alone = if is_alone(occupation) { names::telling(names_of(code)) } else { Vec::new() };
    let said = std::iter::once(occupation.name).chain(everyday::of(code)).map(str::to_owned);
    said.chain(alone).collect::<Vec<_>>().join("\n")
}

/// The job names of its historical code, one a line: they may be hers, they may be those of a neighbour, and a word that comes
/// once among forty names ("magasinier vendeur") says little of the other thirty-nine.
#[must_use]
pub fn related_keywords(code: &str) -> String {
    names_of(code).join("\n")
}

fn is_alone(occupation: &Occupation) -> bool {
    COUNT_BY_PARENT.get(occupation.parent) == Some(&1)
}

fn occupation(row: &[&'static str]) -> Occupation {
    let regulated = match cell(row, 3) {
        "O" => Some(true),
        "N" => Some(false),
        _ => None,
    };
    Occupation { code: cell(row, 0), name: cell(row, 1), parent: cell(row, 2), regulated }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_of_rome_is_there() {
        assert_eq!(all().len(), 1_584);
        assert_eq!(NAMES_BY_PARENT.values().map(Vec::len).sum::<usize>(), 11_061);
        for occupation in all() {
            assert!(!occupation.name.is_empty() && !occupation.name.contains('"'), "{}", occupation.code);
            assert!(by_code(occupation.parent).is_some(), "{}", occupation.code);
            assert!(!names_of(occupation.code).is_empty(), "{}", occupation.code);
        }
    }

    #[test]
    fn regulated_occupations_are_flagged_and_unknown_is_not_no() {
        for code in ["N4105", "N4112", "N1101", "K2504"] {
            assert_eq!(by_code(code).and_then(|occupation| occupation.regulated), Some(true), "{code}");
        }
        assert_eq!(by_code("G1803").and_then(|occupation| occupation.regulated), Some(false));
        assert_eq!(by_code("M1606").and_then(|occupation| occupation.regulated), None);
        assert!(by_code("Z9999").is_none());
    }

    #[test]
    fn the_shortlist_is_thirty_six_occupations_each_with_names() {
        assert_eq!(shortlist().len(), 36);
        assert!(names_of("K2205").contains(&"Agent / Agente de propreté de locaux"));
        assert!(names_of("Z9999").is_empty());
    }

    #[test]
    fn an_occupation_has_its_own_names_and_those_it_shares() {
        let waiter = keywords("G1803");
        assert!(waiter.starts_with("Serveur / Serveuse en restauration\nservice en salle\n"), "{waiter}");
        assert!(
            waiter.contains("\ngarçon\n") && related_keywords("G1803").contains("\nGarçon / Serveuse de restaurant"),
            "{waiter}"
        );
        assert!(related_keywords("K2205").contains("\nTechnicien / Technicienne de surface\n"));
        assert!(!keywords("K2205").contains("Technicien"));
        for occupation in all() {
            assert!(keywords(occupation.code).starts_with(occupation.name), "{}", occupation.code);
        }
        assert_eq!((keywords("Z9999"), related_keywords("Z9999")), (String::new(), String::new()));
    }
}
