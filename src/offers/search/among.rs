//! A place or a moment among the words: "serveur samedi soir à Lyon" is looked for as it stands, and the search that says the
//! same by its fields is offered. It is never guessed: many a name of a place is a word of a mission.

use crate::app::App;
use crate::board::is_only_noise;
use crate::geo::communes::{self, Commune};
use crate::kernel::Instant;
use crate::offers::asked::{Hers, whole};
use crate::offers::search::Search;
use crate::web::form;

/// Words of the longest name that is looked for.
const LONGEST: usize = 5;
/// Words that are looked at.
const READ: usize = 12;
/// Inhabitants of a place that is named without a word that says so.
const WELL_KNOWN: u32 = 10_000;
/// Words that announce a place, the longest first; the last one is said of many other things.
const ANNOUNCED: [&str; 12] =
    ["autour de", "près de", "pres de", "à", "a", "vers", "sur", "near", "around", "in", "at", "de"];
/// What says little of a place when it stands before its name.
const OF: &str = "de";

/// Words that say when, with the field and the value that say the same.
const MOMENTS: [(&str, &str, &str); 36] = [
    ("lundi", "jour", "lundi"),
    ("monday", "jour", "lundi"),
    ("mardi", "jour", "mardi"),
    ("tuesday", "jour", "mardi"),
    ("mercredi", "jour", "mercredi"),
    ("wednesday", "jour", "mercredi"),
    ("jeudi", "jour", "jeudi"),
    ("thursday", "jour", "jeudi"),
    ("vendredi", "jour", "vendredi"),
    ("friday", "jour", "vendredi"),
    ("samedi", "jour", "samedi"),
    ("saturday", "jour", "samedi"),
    ("dimanche", "jour", "dimanche"),
    ("sunday", "jour", "dimanche"),
    ("matin", "moment", "matin"),
    ("matinée", "moment", "matin"),
    ("matinee", "moment", "matin"),
    ("morning", "moment", "matin"),
    ("après-midi", "moment", "apres-midi"),
    ("apres-midi", "moment", "apres-midi"),
    ("afternoon", "moment", "apres-midi"),
    ("soir", "moment", "soir"),
    ("soirée", "moment", "soir"),
    ("soiree", "moment", "soir"),
    ("evening", "moment", "soir"),
    ("nuit", "moment", "nuit"),
    ("night", "moment", "nuit"),
    ("aujourd’hui", "quand", "aujourdhui"),
    ("aujourd'hui", "quand", "aujourdhui"),
    ("today", "quand", "aujourdhui"),
    ("demain", "quand", "demain"),
    ("tomorrow", "quand", "demain"),
    ("week-end", "quand", "weekend"),
    ("weekend", "quand", "weekend"),
    ("urgent", "quand", "maintenant"),
    ("maintenant", "quand", "maintenant"),
];
/// Words that are left over before a moment.
const BEFORE_MOMENTS: [&str; 14] =
    ["le", "la", "les", "ce", "cet", "cette", "du", "au", "de", "en", "dans", "on", "this", "the"];

/// What the words of a search say of a place and of moments.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// The other words.
    pub words: String,
    /// The place.
    pub place: Option<&'static Commune>,
    /// When: fields and values, in the order of the words.
    pub moments: Vec<(&'static str, &'static str)>,
}

/// The search that says by its fields what its words say.
#[derive(Debug, Clone, PartialEq)]
pub struct Reread {
    /// What the words said.
    pub said: Said,
    /// Its query string.
    pub query: String,
    /// How many missions it gives.
    pub count: usize,
}

/// The search that a text stands for when its words name a place or a moment that no field says; `None` when it gives nothing.
#[must_use]
pub fn reread(app: &App, search: &Search, hers: Option<&Hers>, now: Instant) -> Option<Reread> {
    let text = search.query.text.as_deref().filter(|_| search.page == 1)?;
    let is_placed = search.place.is_some() || search.fields.has("ou");
    let said = Said::of(text, is_placed, |field| {
        let dated = field == "quand" && ["date", "jusque"].iter().any(|name| search.fields.has(name));
        dated || search.fields.has(field)
    })?;
    said.less().into_iter().find_map(|said| given(app, search, said, hers, now))
}

/// What is said, as a search; `None` when it gives nothing.
fn given(app: &App, search: &Search, said: Said, hers: Option<&Hers>, now: Instant) -> Option<Reread> {
    let mut changes = vec![("quoi", said.words.clone()), ("page", String::new()), ("apres", String::new())];
    if let Some(place) = said.place {
        changes.extend([("ou", communes::label(place)), ("commune", place.insee.to_owned())]);
    }
    let base = Search::of(form::query(&search.query_with(&changes)), now);
    let moments: Vec<_> = said.moments.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    let query = base.query_with(&moments);
    let candidate = Search::of(form::query(&query), now);
    let count = app.board().count(&whole(candidate, hers), now.seconds());
    (count > 0).then_some(Reread { said, query, count })
}

impl Said {
    /// What was said, then the place without the moments, then the moments without the place.
    fn less(self) -> Vec<Self> {
        let (placed, timed) = (self.place.is_some() && !self.words.is_empty(), !self.moments.is_empty());
        let mut all = vec![self.clone()];
        if placed && timed {
            all.push(Self { moments: Vec::new(), ..self.clone() });
            all.push(Self { place: None, ..self });
        }
        all
    }

    /// What a text says of what no field says yet; `None` when that is nothing.
    fn of(text: &str, is_placed: bool, is_timed: impl Fn(&str) -> bool) -> Option<Self> {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        if words.len() > READ {
            return None;
        }
        let mut said = Self { moments: moments(&mut words, is_timed), ..Self::default() };
        if !is_placed {
            said.place = place(&mut words);
        }
        said.words = words.join(" ");
        if is_only_noise(&said.words) {
            said.words.clear();
        }
        // A name alone is more often what is looked for than where.
        let is_told = !said.moments.is_empty() || (said.place.is_some() && !said.words.is_empty());
        is_told.then_some(said)
    }
}

/// Takes the moments out of the words, each field once.
fn moments(words: &mut Vec<&str>, is_timed: impl Fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut kept: Vec<&str> = Vec::new();
    for word in words.iter().copied() {
        let lowercase = word.to_lowercase();
        let bare = lowercase.trim_matches(|c: char| !c.is_alphanumeric());
        let is_said = |said: &str| bare == said || bare.strip_suffix('s') == Some(said);
        let moment = MOMENTS.iter().find(|(said, ..)| is_said(said)).filter(|(_, field, _)| !is_timed(field));
        match moment {
            Some((_, field, value)) if found.iter().all(|known| known.0 != *field) => {
                found.push((field, value));
                while kept.last().is_some_and(|last| BEFORE_MOMENTS.contains(&last.to_lowercase().as_str())) {
                    kept.pop();
                }
            }
            _ => kept.push(word),
        }
    }
    *words = kept;
    found
}

/// Takes the place that words end or begin with out of them, with what announces it.
fn place(words: &mut Vec<&str>) -> Option<&'static Commune> {
    let longest = LONGEST.min(words.len());
    (1..=longest).rev().find_map(|length| at_end(words, length).or_else(|| at_start(words, length)))
}

fn at_end(words: &mut Vec<&str>, length: usize) -> Option<&'static Commune> {
    let (before, name) = words.split_at(words.len() - length);
    let place = communes::named(&name.join(" "))?;
    let before = before.join(" ").to_lowercase();
    let announced = ANNOUNCED.into_iter().find(|by| before == *by || before.ends_with(&format!(" {by}")));
    let is_meant = announced.is_some_and(|by| by != OF) || place.population >= WELL_KNOWN;
    is_meant.then(|| {
        words.truncate(words.len() - length - announced.map_or(0, |by| by.split(' ').count()));
        place
    })
}

fn at_start(words: &mut Vec<&str>, length: usize) -> Option<&'static Commune> {
    let place = communes::named(&words[..length].join(" ")).filter(|place| place.population >= WELL_KNOWN)?;
    words.drain(..length);
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<(String, Option<&'static str>, Vec<&'static str>)> {
        let said = Said::of(text, false, |_| false)?;
        Some((said.words, said.place.map(|place| place.insee), said.moments.iter().map(|moment| moment.1).collect()))
    }

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
            assert_eq!(said(text), Some((words.to_owned(), Some(insee), vec![])), "{text}");
        }
    }

    #[test]
    fn moments_are_read_wherever_they_stand() {
        for (text, words, place, moments) in [
            ("ménage le samedi matin", "ménage", None, &["samedi", "matin"][..]),
            ("serveur samedi soir à Lyon", "serveur", Some("69123"), &["samedi", "soir"]),
            ("travail dimanche", "", None, &["dimanche"]),
            ("mission demain", "", None, &["demain"]),
            ("Sundays, cook", "cook", None, &["dimanche"]),
            ("urgent", "", None, &["maintenant"]),
        ] {
            assert_eq!(said(text), Some((words.to_owned(), place, moments.to_vec())), "{text}");
        }
        let said = Said::of("plonge samedi soir", true, |field| field == "moment").unwrap();
        assert_eq!((said.words.as_str(), &said.moments[..]), ("plonge soir", &[("jour", "samedi")][..]));
    }

    #[test]
    fn a_word_that_is_also_a_small_place_is_no_place() {
        for text in ["lyon", "aide jardin", "à Lyon", "serveur", "pomme de terre", "serveur Saint-Denis", ""] {
            assert_eq!(said(text), None, "{text}");
        }
        assert_eq!(said(&"mot ".repeat(900)), None);
    }
}
