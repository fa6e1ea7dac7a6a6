//! The place someone means comes first: the exact name, then the most populated.
//! A postcode of a district means the district, not the whole city.

use std::sync::LazyLock;

use super::data::{all, by_insee};
use super::spelling::{place, unfinished, without_article};
use super::{CITIES_WITH_DISTRICTS, Commune, has_districts, label};
use crate::geo::prefixes::{Prefixes, smallest};

static NAMES: LazyLock<Prefixes> =
    LazyLock::new(|| Prefixes::new(all().iter().map(|commune| place(commune.name).into()).collect()));

static POSTCODES: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
    let pairs = (0_u32..).zip(all());
    let mut postcodes: Vec<_> =
        pairs.flat_map(|(number, commune)| commune.postcodes.iter().map(move |code| (*code, number))).collect();
    postcodes.sort_unstable();
    postcodes
});

/// The shortest text for which a slip of the finger is forgiven.
const SLIP_FROM: usize = 5;
const INEXACT: u64 = 1 << 32;

/// Communes someone may mean by what was typed so far, best first; nothing for an empty text.
#[must_use]
pub fn suggest(typed: &str, limit: usize) -> Vec<&'static Commune> {
    found(typed, limit).communes().collect()
}

/// What a text may mean, at most `limit` communes.
pub(super) fn found(typed: &str, limit: usize) -> Found {
    let phrase = place(typed);
    let (words, codes) = split_codes(&phrase);
    if phrase.is_empty() {
        return Found::default();
    }
    if let Some(city) = whole_city(typed) {
        return Found::ranked(vec![city], "", limit);
    }
    if words.is_empty() && codes.len() == 1 {
        return Found::ranked(with_postcode(&phrase), &phrase, limit);
    }
    let mut numbers: Vec<u32> = NAMES.phrase(&phrase).collect();
    if let Some(other) = unfinished(typed) {
        numbers.extend(NAMES.phrase(&other));
    }
    if !numbers.is_empty() {
        return Found::ranked(numbers, &phrase, limit);
    }
    let name = words.join(" ");
    let numbers = with_words_and_codes(&words, &codes);
    if numbers.is_empty() && phrase.len() >= SLIP_FROM {
        return Found { by_slip: true, ..Found::ranked(NAMES.near(&phrase).collect(), &name, limit) };
    }
    Found::ranked(numbers, &name, limit)
}

/// Communes of exactly this name, or with this postcode; nothing is completed, no slip is forgiven.
pub(super) fn exactly(text: &str) -> Vec<&'static Commune> {
    let phrase = place(text);
    let is_postcode = phrase.len() == 5 && phrase.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = if is_postcode {
        with_postcode(&phrase)
    } else {
        NAMES.phrase(&phrase).filter(|number| NAMES.text(*number) == phrase).collect()
    };
    Found::ranked(numbers, &phrase, all().len()).communes().collect()
}

/// What a text may mean, best first.
#[derive(Default)]
pub(super) struct Found {
    keys: Vec<u64>,
    /// Whether a slip of the finger had to be forgiven.
    pub(super) by_slip: bool,
}

impl Found {
    fn ranked(numbers: Vec<u32>, name: &str, limit: usize) -> Self {
        let key = |number| u64::from(number) + if is_exact(number, name) { 0 } else { INEXACT };
        Self { keys: smallest(numbers.into_iter().map(key).collect(), limit), by_slip: false }
    }

    /// The communes, best first.
    pub(super) fn communes(&self) -> impl Iterator<Item = &'static Commune> {
        self.keys.iter().filter_map(|key| usize::try_from(key % INEXACT).ok().and_then(|at| all().get(at)))
    }

    /// How many of them, first in the list, bear exactly the name that was typed.
    pub(super) fn exact(&self) -> usize {
        self.keys.iter().take_while(|key| **key < INEXACT).count()
    }
}

fn is_exact(number: u32, name: &str) -> bool {
    let text = NAMES.text(number);
    text == name || without_article(text) == name
}

fn split_codes(phrase: &str) -> (Vec<&str>, Vec<&str>) {
    phrase.split(' ').filter(|word| !word.is_empty()).partition(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The city whose label this is: "Marseille (13)" is not its thirteenth district.
fn whole_city(typed: &str) -> Option<u32> {
    if !typed.contains('(') {
        return None;
    }
    let cities = CITIES_WITH_DISTRICTS.iter().filter_map(|(insee, _)| by_insee(insee));
    cities.filter(|city| label(city) == typed.trim()).find_map(|city| number_of(city.insee))
}

fn number_of(insee: &str) -> Option<u32> {
    (0_u32..).zip(all()).find(|(_, commune)| commune.insee == insee).map(|(number, _)| number)
}

fn with_postcode(prefix: &str) -> Vec<u32> {
    let wanted = |number: &u32| {
        let commune = usize::try_from(*number).ok().and_then(|at| all().get(at));
        commune.is_some_and(|commune| prefix.len() < 5 || !has_districts(commune))
    };
    if let Some((insee, _)) = CITIES_WITH_DISTRICTS.iter().find(|(_, written)| *written == prefix) {
        return number_of(insee).into_iter().collect();
    }
    let from = POSTCODES.partition_point(|(code, _)| *code < prefix);
    let matching = POSTCODES[from..].iter().take_while(|(code, _)| code.starts_with(prefix));
    matching.map(|(_, number)| *number).filter(wanted).collect()
}

fn with_words_and_codes(words: &[&str], codes: &[&str]) -> Vec<u32> {
    let phrase = words.join(" ");
    let matching = |number: &u32| codes.iter().all(|code| has_code(*number, code));
    let mut numbers: Vec<u32> =
        if words.is_empty() { Vec::new() } else { NAMES.phrase(&phrase).filter(matching).collect() };
    if numbers.is_empty() {
        numbers = NAMES.words(words).filter(matching).collect();
    }
    numbers
}

fn has_code(number: u32, code: &str) -> bool {
    let Some(commune) = usize::try_from(number).ok().and_then(|at| all().get(at)) else { return false };
    let whole = code.len() == 5 && has_districts(commune);
    let written = CITIES_WITH_DISTRICTS.contains(&(commune.insee, code));
    written
        || commune.department.eq_ignore_ascii_case(code)
        || (!whole && commune.postcodes.iter().any(|postcode| postcode.starts_with(code)))
        || NAMES.text(number).split(' ').any(|word| word == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> &'static str {
        suggest(typed, 8).first().map_or("", |commune| commune.insee)
    }

    #[test]
    fn a_place_is_found_as_people_write_it() {
        for typed in ["saint etienne", "St-Étienne", "st etienne", "SAINT-ETI", "etienne saint", "42000", "42100"] {
            assert_eq!(first(typed), "42218", "{typed}");
        }
        for typed in ["Saint-Étienne (42000)", "42000 saint etienne", "saint etienne 42", "saint etiene"] {
            assert_eq!(first(typed), "42218", "{typed}");
        }
        for (typed, insee) in
            [("havre", "76351"), ("l etrat", "42092"), ("strasb", "67482"), ("ste foy les l", "69202")]
        {
            assert_eq!(first(typed), insee, "{typed}");
        }
        for (typed, insee) in [("saint denis 974", "97411"), ("saint denis 93", "93066"), ("ajaccio 2a", "2A004")] {
            assert_eq!(first(typed), insee, "{typed}");
        }
    }

    #[test]
    fn districts_are_found_by_number_or_postcode() {
        for typed in ["Paris 12e", "paris 12", "75012", "paris 75012", "paris 12ème arrondissement", "12e paris"] {
            assert_eq!(first(typed), "75112", "{typed}");
        }
        for (typed, insee) in
            [("Lyon 3e", "69383"), ("Marseille 8e", "13208"), ("paris 1", "75101"), ("75116", "75116")]
        {
            assert_eq!(first(typed), insee, "{typed}");
        }
        for (typed, insee) in [("Paris", "75056"), ("75000", "75056"), ("lyon", "69123"), ("750", "75056")] {
            assert_eq!(first(typed), insee, "{typed}");
        }
    }

    #[test]
    fn an_exact_name_comes_before_a_larger_commune() {
        assert_eq!(suggest("sens", 3).first().map(|c| c.name), Some("Sens"));
        let marseille = suggest("mar", 3);
        assert_eq!(marseille.first().map(|c| c.insee), Some("13055"));
        assert!(suggest("st", 8).iter().any(|commune| commune.name == "Strasbourg"));
    }

    #[test]
    fn each_commune_comes_once_and_no_more_than_asked() {
        let many = suggest("s", 50);
        let distinct: std::collections::HashSet<_> = many.iter().map(|commune| commune.insee).collect();
        assert_eq!((many.len(), distinct.len()), (50, 50));
        assert!(suggest("", 8).is_empty() && suggest(" - ", 8).is_empty());
        assert!(suggest("xyzzy", 8).is_empty() && suggest("99999", 8).is_empty());
        assert!(suggest("lyon", 0).is_empty());
    }
}
