//! The list of communes is read once, most populated first, so that a commune's position is its rank.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Commune;
use crate::geo::table::{cell, rows};

static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    let mut communes: Vec<Commune> =
        rows(include_str!("../../../data/communes_2026.csv")).map(|row| commune(&row)).collect();
    communes.sort_by_key(|commune| std::cmp::Reverse(commune.population));
    communes
});

static BY_INSEE: LazyLock<FxHashMap<&'static str, &'static Commune>> =
    LazyLock::new(|| COMMUNES.iter().map(|commune| (commune.insee, commune)).collect());

/// All communes and municipal districts, most populated first.
#[must_use]
pub fn all() -> &'static [Commune] {
    &COMMUNES
}

/// The commune or municipal district with this INSEE code.
#[must_use]
pub fn by_insee(insee: &str) -> Option<&'static Commune> {
    BY_INSEE.get(insee).copied()
}

fn commune(row: &[&'static str]) -> Commune {
    let mut postcodes: Vec<&'static str> = cell(row, 4).split_ascii_whitespace().collect();
    postcodes.sort_unstable();
    Commune {
        insee: cell(row, 0),
        name: cell(row, 1),
        department: cell(row, 2),
        postcodes,
        population: cell(row, 5).parse().unwrap_or_default(),
        lat: cell(row, 6).parse().unwrap_or_default(),
        lon: cell(row, 7).parse().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_commune_has_a_code_a_name_and_a_point() {
        for commune in all() {
            assert_eq!(commune.insee.len(), 5, "{}", commune.insee);
            assert!(!commune.name.is_empty(), "{}", commune.insee);
            assert!(commune.lat.abs() > 1.0 && commune.lat.abs() <= 90.0, "{}", commune.insee);
            assert!(commune.lon.abs() <= 180.0 && commune.lon != 0.0, "{}", commune.insee);
        }
        assert!(all().is_sorted_by(|a, b| a.population >= b.population));
    }

    #[test]
    fn inhabited_communes_have_postcodes() {
        assert!(all().iter().filter(|commune| commune.population > 0).all(|commune| !commune.postcodes.is_empty()));
    }
}
