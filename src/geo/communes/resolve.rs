//! Without JavaScript a field holds only text: it names one commune when no one could mean another,
//! and otherwise the page asks. A guess made by forgiving a slip is always asked.

use super::Commune;
use super::search::{exactly, found};

/// What a text in the place field means.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// One commune, without doubt.
    One(&'static Commune),
    /// Communes to choose from, best first; a single one when a slip was forgiven ("did you mean…").
    Several(Vec<&'static Commune>),
    /// No commune.
    None,
}

/// Among communes of the same name, one this many times more populated than the next is the one meant.
const FAR_MORE_POPULATED: u32 = 20;
const CHOICES: usize = 8;

/// The commune that a text names: a label, a name, a postcode, or both.
#[must_use]
pub fn resolve(text: &str) -> Resolution {
    let found = found(text, CHOICES);
    let communes: Vec<&'static Commune> = found.communes().collect();
    let exact = &communes[..found.exact()];
    match (exact, &communes[..]) {
        (_, []) => Resolution::None,
        _ if found.by_slip => Resolution::Several(communes),
        ([one], _) | (_, [one]) => Resolution::One(one),
        ([first, second, ..], _) if first.population / FAR_MORE_POPULATED >= second.population => {
            Resolution::One(first)
        }
        ([], _) => Resolution::Several(communes),
        (homonyms, _) => Resolution::Several(homonyms.to_vec()),
    }
}

/// The commune that bears exactly this name or postcode, when no other could be meant. Words of a text may well begin a name:
/// that does not make them a place.
#[must_use]
pub fn named(text: &str) -> Option<&'static Commune> {
    match exactly(text)[..] {
        [one] => Some(one),
        [first, second, ..] if first.population / FAR_MORE_POPULATED >= second.population => Some(first),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{all, label};
    use super::*;

    fn one(text: &str) -> Option<&'static str> {
        match resolve(text) {
            Resolution::One(commune) => Some(commune.insee),
            _ => None,
        }
    }

    #[test]
    fn every_label_names_its_commune() {
        for commune in all().iter().filter(|commune| !commune.postcodes.is_empty()) {
            assert_eq!(one(&label(commune)), Some(commune.insee), "{}", label(commune));
        }
    }

    #[test]
    fn a_text_no_one_could_read_otherwise_is_one_commune() {
        for (text, insee) in [("Lyon", "69123"), ("paris", "75056"), ("st etienne", "42218"), ("42000", "42218")] {
            assert_eq!(one(text), Some(insee), "{text}");
        }
        for (text, insee) in [("paris 12e", "75112"), ("75012", "75112"), ("75001 Paris", "75101"), ("havre", "76351")]
        {
            assert_eq!(one(text), Some(insee), "{text}");
        }
    }

    #[test]
    fn only_a_whole_name_is_a_place_among_other_words() {
        for (text, insee) in
            [("Lyon", "69123"), ("st-etienne", "42218"), ("42000", "42218"), ("Clermont-Ferrand", "63113")]
        {
            assert_eq!(named(text).map(|commune| commune.insee), Some(insee), "{text}");
        }
        for text in ["lyo", "saint etiene", "Saint-Denis", "service", "plonge", "", "42"] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn a_doubtful_text_is_asked() {
        let Resolution::Several(homonyms) = resolve("Saint-Denis") else { panic!("two large cities bear this name") };
        assert!(homonyms.len() > 1 && homonyms.iter().all(|commune| commune.name == "Saint-Denis"));
        assert!(matches!(resolve("42230"), Resolution::Several(_)), "Saint-Étienne and Roche-la-Molière");
        assert!(matches!(resolve("mars"), Resolution::Several(_)));
        let Resolution::Several(guess) = resolve("saint etiene") else { panic!("a slip is asked") };
        assert_eq!(guess.first().map(|commune| commune.insee), Some("42218"));
        assert_eq!(resolve("nulle part ailleurs"), Resolution::None);
        assert_eq!(resolve(""), Resolution::None);
    }
}
