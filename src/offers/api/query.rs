//! The same search as on the page, with the same names, or in English. Unlike a page, a machine is told that a value was
//! not understood: a filter that is silently dropped would answer another question.

use crate::api::paging;
use crate::board::{Cursor, Query};
use crate::geo::communes;
use crate::kernel::{Instant, RuleError, day_number};
use crate::offers::Status;
use crate::offers::search::{Search, filters};
use crate::web::{Error, Fields, Outcome};
use chrono::{DateTime, NaiveDate};

type Words = &'static [(&'static str, &'static str)];

/// English name, name on the page, and English values with those of the page when they are counted.
const NAMES: [(&str, &str, Words); 9] = [
    ("q", "quoi", &[]),
    ("near", "ou", &[]),
    ("insee", "commune", &[]),
    ("radius_km", "km", &[]),
    ("platform", "plateforme", &[]),
    ("status", "statut", &[]),
    (
        "sort",
        "tri",
        &[("best", ""), ("soonest", "date"), ("nearest", "distance"), ("pay", "paie"), ("newest", "recent")],
    ),
    (
        "part_of_day",
        "moment",
        &[("morning", "matin"), ("afternoon", "apres-midi"), ("evening", "soir"), ("night", "nuit")],
    ),
    (
        "need",
        "besoin",
        &[
            ("no_licence", "sans-permis"),
            ("no_car", "sans-voiture"),
            ("accessible", "accessible"),
            ("beginner", "debutant"),
            ("no_diploma", "sans-diplome"),
            ("remote", "a-distance"),
        ],
    ),
];

/// Names that are read as they are, besides those of [`NAMES`] in both languages.
const OTHERS: [&str; 18] = [
    "trajet",
    "minutes",
    "date_from",
    "date_to",
    "occupation",
    "min_pay_hour_cents",
    "limit",
    "cursor",
    "since",
    "depuis",
    "quand",
    "date",
    "jusque",
    "jour",
    "de",
    "a",
    "duree",
    "paie",
];

/// A search asked by a machine.
pub struct Asked {
    /// What the board is asked.
    pub query: Query,
    /// Whether what is asked moves every second.
    pub brief: bool,
}

impl Asked {
    /// Reads a query string.
    ///
    /// # Errors
    /// `limit-out-of-range`, `cursor-unknown`, `query-value`, `place-unknown`, `search-*`.
    pub fn of(fields: &Fields, now: Instant) -> Outcome<Self> {
        let limit = paging::limit(fields)?;
        let after = match fields.get("cursor") {
            "" => None,
            text => Some(Cursor::decode(text).ok_or_else(|| RuleError::invalid("cursor-unknown").on("cursor"))?),
        };
        let mut wrong = Vec::new();
        let search = Search::of(translated(fields, &mut wrong), now);
        let brief = search.is_brief();
        let mut query = Query { offset: 0, after, limit, ..search.query };
        // The names and bounds of a radius and of a commune are told below.
        let told = |rule: &RuleError| {
            rule.code == "search-km-unreadable"
                || (rule.code == "search-place-unknown" && !fields.has("near") && !fields.has("ou"))
        };
        wrong.extend(search.wrong.into_iter().filter(|rule| !told(rule)).map(|rule| renamed(rule, fields)));
        numbers(fields, &mut query, &mut wrong);
        names(fields, &mut wrong);
        bounds(fields, &mut query, &mut wrong);
        query.occupations.extend(fields.all("occupation").filter(|o| !o.is_empty()).map(str::to_uppercase));
        if wrong.is_empty() { Ok(Self { query, brief }) } else { Err(Error::Rules(wrong)) }
    }
}

fn value_unknown(field: &str, expected: &str) -> RuleError {
    RuleError::invalid("query-value").on(field).with("expected", expected)
}

/// Names that nobody knows, and words that a field of the page does not.
fn names(fields: &Fields, wrong: &mut Vec<RuleError>) {
    for (name, value) in fields.pairs() {
        let known = NAMES.iter().any(|(english, french, _)| [english, french].contains(&&name));
        if !known && name != "metier" && !OTHERS.contains(&name) {
            wrong.push(RuleError::invalid("query-unknown").on(name).with("field", name));
        }
        let words = filters::words(name);
        if !words.is_empty() && !value.trim().is_empty() && !words.contains(&value) {
            wrong.push(value_unknown(name, &words.join(", ")));
        }
    }
}

/// The fields in the words of the page.
fn translated(fields: &Fields, wrong: &mut Vec<RuleError>) -> Fields {
    let mut words = Fields::default();
    for (name, value) in fields.pairs() {
        let Some((_, french, values)) = NAMES.iter().find(|(english, _, _)| *english == name) else {
            words.set(name, value);
            continue;
        };
        let known = values.iter().find(|(english, _)| *english == value.trim());
        match known {
            Some((_, word)) => words.set(french, *word),
            None if values.is_empty() || value.trim().is_empty() => words.set(french, value),
            None => wrong.push(value_unknown(name, &values.iter().map(|v| v.0).collect::<Vec<_>>().join(", "))),
        }
    }
    words
}

/// The rule on the field as it was named.
fn renamed(rule: RuleError, fields: &Fields) -> RuleError {
    let english =
        NAMES.iter().find(|(english, french, _)| rule.field.as_deref() == Some(french) && fields.has(english));
    match english {
        Some((english, ..)) => rule.on(*english),
        None => rule,
    }
}

/// What the page's search leaves out when it cannot be read.
fn numbers(fields: &Fields, query: &mut Query, wrong: &mut Vec<RuleError>) {
    let mut check = |name: &str, expected: &str, known: &dyn Fn(&str) -> bool| {
        if fields.all(name).any(|v| !v.is_empty() && !known(v)) {
            wrong.push(value_unknown(name, expected));
        }
    };
    for name in ["radius_km", "km"] {
        check(name, "1…200", &|v| v.parse().is_ok_and(|n: u16| (1..=200).contains(&n)));
    }
    check("platform", "uuid", &|v| v.parse::<uuid::Uuid>().is_ok());
    for name in ["status", "statut"] {
        check(name, "self_employed, fixed_term, temp_agency", &|v| Status::parse(v).is_some());
    }
    check("min_pay_hour_cents", "0…1000000", &|v| v.parse().is_ok_and(|n: u32| n <= 1_000_000));
    check("occupation", "ROME", &|v| v.len() <= 5 && v.bytes().all(|b| b.is_ascii_alphanumeric()));
    for name in ["insee", "commune"] {
        let insee = fields.get(name);
        if !insee.is_empty() && communes::by_insee(insee).is_none() {
            wrong.push(RuleError::invalid("place-unknown").on(name));
        }
    }
    if let Ok(cents) = fields.get("min_pay_hour_cents").parse() {
        query.min_pay_hour_cents = cents;
    }
}

/// Bounds on starts: an instant, or a whole date at the place of each mission.
fn bounds(fields: &Fields, query: &mut Query, wrong: &mut Vec<RuleError>) {
    let (from, to) = (bound(fields, "date_from", wrong), bound(fields, "date_to", wrong));
    let date = |bound| if let Some(Bound::Date(date)) = bound { Some(date) } else { None };
    let instant = |bound| if let Some(Bound::Instant(at)) = bound { Some(at) } else { None };
    (query.from, query.to) = (instant(from), instant(to));
    if date(from).or(date(to)).is_some() {
        let (first, last) = query.on.unwrap_or((i64::MIN, i64::MAX));
        query.on = Some((date(from).unwrap_or(first).max(first), date(to).unwrap_or(last).min(last)));
    }
}

/// What bounds starts.
#[derive(Clone, Copy)]
enum Bound {
    /// In days since the epoch.
    Date(i64),
    /// In seconds since the epoch.
    Instant(i64),
}

fn bound(fields: &Fields, name: &str, wrong: &mut Vec<RuleError>) -> Option<Bound> {
    let text = fields.get(name);
    if text.is_empty() {
        return None;
    }
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| Bound::Date(day_number(date)));
    let found = date.or_else(|| Some(Bound::Instant(DateTime::parse_from_rfc3339(text).ok()?.timestamp())));
    if found.is_none() {
        wrong.push(value_unknown(name, "2026-12-01, 2026-12-01T10:00:00Z"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Sort;

    fn asked(query: &str) -> Outcome<Asked> {
        let noon = chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into();
        Asked::of(&crate::web::form::query(query), noon)
    }

    #[test]
    fn english_names_ask_the_same_as_those_of_the_page() {
        let english =
            asked("q=plonge&insee=42218&radius_km=5&part_of_day=morning&need=no_licence&sort=newest").unwrap();
        let french = asked("quoi=plonge&commune=42218&km=5&moment=matin&besoin=sans-permis&tri=recent").unwrap();
        assert_eq!(english.query, french.query);
        assert_eq!(english.query.sort, Sort::Newest);
        assert!(english.query.near.is_some());
        let days = asked("date_from=2026-12-01&date_to=2026-12-01").unwrap().query;
        assert_eq!((days.on, days.from, days.to), (Some((20_788, 20_788)), None, None));
        let since = asked("date_from=2026-12-01T10:00:00Z&date_to=2026-12-01").unwrap().query;
        // What is asked in two ways is asked at once.
        let both = asked("quand=weekend&date_from=2026-11-29&date_to=2026-12-05").unwrap().query;
        assert_eq!(both.on, Some((20_786, 20_786)));
        assert_eq!((since.on, since.from, since.to), (Some((i64::MIN, 20_788)), Some(1_796_119_200), None));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let Err(Error::Rules(rules)) =
            asked("insee=99999&radius_km=far&sort=random&status=other&date_to=soon&near=Xyzzyville&platform=1")
        else {
            panic!("accepted")
        };
        let mut fields: Vec<_> = rules.iter().filter_map(|r| r.field.as_deref()).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["date_to", "insee", "near", "platform", "radius_km", "sort", "status"]);
        let Err(Error::Rules(rules)) = asked("besoin=rien&moment=matin&pays=fr") else { panic!("accepted") };
        let named: Vec<_> = rules.iter().map(|r| (r.code, r.field.as_deref().unwrap_or(""))).collect();
        assert_eq!(named, [("query-value", "besoin"), ("query-unknown", "pays")]);
    }
}
