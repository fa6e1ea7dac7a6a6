//! A department is named by the code that begins the INSEE code of its communes.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::bounds::Spot;
use super::table;

/// A department or overseas collectivity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Department {
    /// "42", "2A", "974".
    pub code: &'static str,
    /// "Loire".
    pub name: &'static str,
    /// A point in its middle.
    pub centre: Spot,
}

static BY_CODE: LazyLock<FxHashMap<&'static str, Department>> = LazyLock::new(|| {
    let text = include_str!("../../data/departements_2026.csv");
    let degrees = |row: &[&'static str], at| table::cell(row, at).parse().unwrap_or_default();
    let department = |row: Vec<&'static str>| Department {
        code: table::cell(&row, 0),
        name: table::cell(&row, 1),
        centre: (degrees(&row, 4), degrees(&row, 5)),
    };
    table::rows(text).map(|row| (table::cell(&row, 0), department(row))).collect()
});

/// A department or overseas collectivity, by its code.
#[must_use]
pub fn by_code(code: &str) -> Option<Department> {
    BY_CODE.get(code).copied()
}

/// The name of a department or overseas collectivity: "42" is Loire, "974" is La Réunion.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    by_code(code).map(|department| department.name)
}

#[cfg(test)]
mod tests {
    use super::super::outlines;
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

    #[test]
    fn the_middle_of_a_department_lies_in_it() {
        for outline in outlines::all() {
            let middle = by_code(outline.code).map(|department| department.centre);
            assert!(middle.is_some_and(|middle| outline.bounds.holds(middle)), "{} {middle:?}", outline.code);
        }
    }
}
