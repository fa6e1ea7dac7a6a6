//! A place among the words: "serveur à Lyon" is looked for as it stands, and the same search around Lyon is offered. It is never
//! guessed: many a name of a place is a word of a mission.

use crate::app::App;
use crate::geo::communes::{self, Commune};
use crate::kernel::Instant;
use crate::offers::search::Search;
use crate::web::form;

/// Words of the longest name that is looked for.
const LONGEST: usize = 5;
/// Words that are looked at.
const READ: usize = 12;
/// Inhabitants of a place that is named without a word that says so.
const WELL_KNOWN: u32 = 10_000;
/// Words that announce a place, longest first.
const ANNOUNCED: [&[&str]; 12] = [
    &["autour", "de"],
    &["près", "de"],
    &["pres", "de"],
    &["à"],
    &["a"],
    &["vers"],
    &["sur"],
    &["near"],
    &["around"],
    &["in"],
    &["at"],
    &["de"],
];

/// The same search around a place that its words name.
#[derive(Debug, Clone, PartialEq)]
pub struct Around {
    /// The words without the place.
    pub words: String,
    /// The place.
    pub place: &'static Commune,
    /// Its query string.
    pub query: String,
    /// How many missions it gives.
    pub count: usize,
}

/// What a search without a place would give around the place that its words name; nothing, when there is no mission.
#[must_use]
pub fn around(app: &App, search: &Search, now: Instant) -> Option<Around> {
    if search.place.is_some() || search.fields.has("ou") || search.page > 1 {
        return None;
    }
    let (words, place) = read(search.query.text.as_deref()?)?;
    let changes = [
        ("quoi", words.clone()),
        ("ou", communes::label(place)),
        ("commune", place.insee.to_owned()),
        ("page", String::new()),
        ("apres", String::new()),
    ];
    let query = search.query_with(&changes);
    let mut asked = Search::of(form::query(&query), now).query;
    asked.windows.clone_from(&search.query.windows);
    asked.dates.clone_from(&search.query.dates);
    let count = app.board().count(&asked, now.seconds());
    (count > 0).then_some(Around { words, place, query, count })
}

/// The words without the place that they end or begin with, and the place.
fn read(text: &str) -> Option<(String, &'static Commune)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > READ {
        return None;
    }
    let longest = LONGEST.min(words.len().saturating_sub(1));
    (1..=longest).rev().find_map(|length| at_end(&words, length).or_else(|| at_start(&words, length)))
}

fn at_end(words: &[&str], length: usize) -> Option<(String, &'static Commune)> {
    let (before, name) = words.split_at(words.len() - length);
    let place = communes::named(&name.join(" "))?;
    let lowercase = before.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let announced =
        ANNOUNCED.into_iter().find(|by| lowercase.ends_with(&by.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>()));
    let asked = &before[..before.len() - announced.map_or(0, <[&str]>::len)];
    let is_meant = announced.is_some_and(|by| by != ["de"]) || place.population >= WELL_KNOWN;
    (is_meant && !asked.is_empty()).then(|| (asked.join(" "), place))
}

fn at_start(words: &[&str], length: usize) -> Option<(String, &'static Commune)> {
    let (name, asked) = words.split_at(length);
    let place = communes::named(&name.join(" ")).filter(|place| place.population >= WELL_KNOWN)?;
    Some((asked.join(" "), place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_at_the_end_or_at_the_start() {
        for (text, words, insee) in [
            ("serveur lyon", "serveur", "69123"),
            ("plongeur saint etienne", "plongeur", "42218"),
            ("Ménage à Die", "Ménage", "26113"),
            ("aide jardin près de Clermont-Ferrand", "aide jardin", "63113"),
            ("waiter in Paris", "waiter", "75056"),
            ("caisse 42000", "caisse", "42218"),
            ("Lyon serveur", "serveur", "69123"),
        ] {
            let read = read(text).map(|(words, place)| (words, place.insee));
            assert_eq!(read, Some((words.to_owned(), insee)), "{text}");
        }
    }

    #[test]
    fn a_word_that_is_also_a_small_place_is_no_place() {
        for text in ["lyon", "aide jardin", "à Lyon", "serveur", "pomme de terre", "serveur Saint-Denis", ""] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"mot ".repeat(900)), None);
    }
}
