//! A department is named by the code that begins the INSEE code of its communes.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table;

static NAMES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let text = include_str!("../../data/departements_2026.csv");
    table::rows(text).map(|row| (table::cell(&row, 0), table::cell(&row, 1))).collect()
});

/// The name of a department or overseas collectivity: "42" is Loire, "974" is La Réunion.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    NAMES.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commune_is_in_a_named_department() {
        assert_eq!(name("42"), Some("Loire"));
        assert_eq!(name("2A"), Some("Corse-du-Sud"));
        assert_eq!(name("00"), None);
        for commune in super::super::communes::all() {
            assert!(name(commune.department).is_some(), "{}", commune.insee);
        }
    }
}
