//! What is kept of an address: only what is sought, in one order, so that the same search is the same text. What was not
//! understood is not kept: it is named, as on the list. How missions are sorted is not what is sought.

use crate::board::Query;
use crate::geo::{communes, occupations};
use crate::kernel::{Instant, RuleError};
use crate::offers::Status;
use crate::offers::asked::{Hers, at_hours};
use crate::offers::search::{LENGTHS, NEEDS, PARTS, Search, WEEKDAYS, place};
use crate::searches::{Frequency, NAME_MAX, Seen};
use crate::web::form;

/// Bytes of a query string that is kept.
const QUERY_MAX: usize = 2_000;

/// A search that a person wants to keep.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The query string.
    pub query: String,
    /// Its name in words.
    pub name: String,
    /// How often she is written to.
    pub frequency: Frequency,
    /// What she can see now.
    pub seen: Seen,
}

/// The query string of what a search seeks; empty when it seeks nothing in particular.
#[must_use]
pub fn canonical(search: &Search) -> String {
    let fields = &search.fields;
    let mut kept: Vec<(&str, String)> = Vec::new();
    let mut keep = |name, value: String| {
        if !value.is_empty() {
            kept.push((name, value));
        }
    };
    let text = search.query.text.as_deref().unwrap_or_default();
    keep("quoi", text.split_whitespace().collect::<Vec<_>>().join(" "));
    if let Some(commune) = search.place {
        keep("ou", communes::label(commune));
        keep("commune", commune.insee.to_owned());
        let km = place::radius(fields);
        let time = place::time(fields);
        keep("km", if km == place::USUAL || time.is_some() { String::new() } else { km.to_string() });
        keep("trajet", search.mode().map(|mode| mode.as_str().to_owned()).unwrap_or_default());
        keep("minutes", time.map(|(_, minutes)| minutes.to_string()).unwrap_or_default());
    }
    keep("heures", if search.asks_her_hours() { "miennes".to_owned() } else { String::new() });
    let dated = ["date", "jusque"].iter().any(|name| !fields.get(name).is_empty());
    for name in ["quand", "date", "jusque", "de", "a", "duree", "paie"] {
        let counts = match name {
            "quand" => !dated,
            "duree" => LENGTHS.iter().any(|(word, _)| fields.is("duree", word)),
            _ => true,
        };
        keep(name, if counts { fields.get(name).to_owned() } else { String::new() });
    }
    for name in ["moment", "jour", "besoin", "statut", "metier", "plateforme"] {
        let mut values: Vec<&str> = fields.all(name).filter(|value| is_known(name, value)).collect();
        values.sort_unstable();
        values.dedup();
        for value in values {
            keep(name, value.to_owned());
        }
    }
    serde_urlencoded::to_string(kept).unwrap_or_default()
}

/// A word that is not known asks nothing, and is not kept.
fn is_known(name: &str, value: &str) -> bool {
    match name {
        "moment" => PARTS.iter().any(|(word, _)| *word == value),
        "jour" => WEEKDAYS.contains(&value),
        "besoin" => NEEDS.iter().any(|(word, _)| *word == value),
        "statut" => Status::parse(value).is_some(),
        "metier" => occupations::is_code(value),
        _ => value.parse::<uuid::Uuid>().is_ok(),
    }
}

/// The search that may be kept: understood whole, and seeking something.
///
/// # Errors
/// What was not understood; `search-too-wide`, `search-too-long`.
pub fn keepable(search: &Search) -> Result<String, Vec<RuleError>> {
    if !search.wrong.is_empty() {
        return Err(search.wrong.clone());
    }
    match canonical(search) {
        query if query.is_empty() => Err(vec![RuleError::invalid("search-too-wide").on("recherche")]),
        query if query.len() > QUERY_MAX => Err(vec![RuleError::invalid("search-too-long").on("recherche")]),
        query => Ok(query),
    }
}

/// A saved query string, read again at an instant.
#[must_use]
pub fn again(query: &str, at: Instant) -> Search {
    Search::of(form::query(query), at)
}

/// What a saved search asks at an instant, of a person with these hours; nothing once it cannot be understood whole, as when
/// its date has passed, or when it asks for hours that she does not say any more.
#[must_use]
pub fn question(query: &str, at: Instant, hers: &Hers) -> Option<Query> {
    let search = again(query, at);
    let asked = if search.asks_her_hours() { at_hours(&search.query, hers)? } else { search.query };
    search.wrong.is_empty().then_some(Query { limit: 1, ..asked })
}

/// What a saved search asks whatever the day and her hours: no mission that it will ever ask for is left out.
#[must_use]
pub fn any_day(query: &str, at: Instant) -> Query {
    Query { on: None, within: None, limit: 1, ..again(query, at).query }
}

/// A name that fits, whole words first.
#[must_use]
pub fn named(words: &str) -> String {
    // Spaces that hold a figure and its unit together stay.
    let words = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= NAME_MAX {
        return words;
    }
    let cut: String = words.chars().take(NAME_MAX - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> Instant {
        chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into()
    }

    fn kept(query: &str) -> Result<String, Vec<&'static str>> {
        let codes = |rules: Vec<RuleError>| rules.into_iter().map(|r| r.code).collect();
        keepable(&again(query, noon())).map_err(codes)
    }

    #[test]
    fn the_same_search_is_the_same_text_however_it_is_written() {
        let whole =
            "quoi=plonge&ou=Saint-%C3%89tienne+%2842000%29&commune=42218&quand=weekend&moment=matin&moment=soir";
        let ways = [
            "quoi=+plonge+&ou=42000&quand=weekend&moment=soir&moment=matin&moment=matin&tri=paie&page=3&apres=x&ok=y",
            "commune=42218&ou=Saint-%C3%89tienne+%2842000%29&moment=matin&moment=soir&quand=weekend&quoi=plonge&km=20",
            "moment=lune&moment=matin&moment=soir&besoin=chat&quand=weekend&quoi=plonge&ou=Saint-%C3%89tienne+(42000)&x=y",
        ];
        for way in ways {
            assert_eq!(kept(way).as_deref(), Ok(whole), "{way}");
        }
        assert_eq!(kept(whole).as_deref(), Ok(whole), "what is kept is read back the same");
        assert_eq!(kept("quoi=plonge&km=5").as_deref(), Ok("quoi=plonge"), "a radius without a place");
    }

    #[test]
    fn what_seeks_nothing_or_is_not_understood_is_not_kept() {
        assert_eq!(kept(""), Err(vec!["search-too-wide"]));
        assert_eq!(kept("tri=paie&besoin=chat&page=2"), Err(vec!["search-too-wide"]));
        assert_eq!(kept("ou=Xyzzyville&paie=beaucoup"), Err(vec!["search-place-unknown", "search-pay-unreadable"]));
        let platforms: Vec<String> = (0..90).map(|_| format!("plateforme={}", uuid::Uuid::now_v7())).collect();
        assert_eq!(kept(&platforms.join("&")), Err(vec!["search-too-long"]));
    }

    #[test]
    fn relative_dates_are_read_again_and_past_ones_ask_nothing() {
        let (saved, later) = (noon(), noon() + chrono::TimeDelta::days(7));
        let first = |query: &str, at| question(query, at, &Hers::default()).unwrap().on.unwrap().0;
        assert_eq!(first("quand=weekend", later) - first("quand=weekend", saved), 7);
        // A day of La Réunion begins three hours before that of Paris in winter.
        let late = saved + chrono::TimeDelta::hours(10);
        assert_eq!(first("ou=97400&quand=demain", late) - first("ou=42000&quand=demain", late), 1);
        assert!(
            question("date=2026-11-28", saved, &Hers::default()).is_some()
                && question("date=2026-11-28", later, &Hers::default()).is_none()
        );
        assert_eq!(any_day("quoi=plonge&date=2026-11-28", later).on, None);
    }

    #[test]
    fn her_hours_are_those_of_the_day_when_they_are_read() {
        assert_eq!(kept("quoi=plonge&heures=miennes").as_deref(), Ok("quoi=plonge&heures=miennes"));
        let asked = |hers: &Hers| question("quoi=plonge&heures=miennes", noon(), hers).map(|q| (q.windows, q.dates));
        let hers = Hers { week: vec![(0, 480, 1_080)], dates: vec![(20_000, vec![])] };
        assert_eq!(asked(&hers), Some((hers.week.clone(), hers.dates.clone())));
        assert_eq!(asked(&Hers::default()), None);
        assert!(any_day("quoi=plonge&heures=miennes", noon()).windows.is_empty());
    }

    #[test]
    fn a_name_fits_and_is_cut_between_words() {
        assert_eq!(named(" plonge,  Die "), "plonge, Die");
        let long = named(&"plonge, ".repeat(20));
        assert!(long.chars().count() <= NAME_MAX && long.ends_with("plonge…"), "{long}");
    }
}
