//! The address is the search: every filter is in the query string. What cannot be understood is named next to its field
//! and left out, never guessed; what is absurd is brought back within bounds.

use crate::board::{Point, Query, Sort};
use crate::geo::communes::{self, Commune, Resolution};
use crate::kernel::{Instant, RuleError};
use crate::offers::{Flags, Status};
use crate::web::Fields;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Missions on a page.
pub const PAGE: usize = 20;
/// Pages that can be turned.
const PAGES: usize = 200;
/// Radii offered, in kilometres.
pub const RADII: [u32; 6] = [2, 5, 10, 20, 30, 50];
/// Characters of text that are read.
const TEXT_MAX: usize = 200;

/// A search as it was asked.
pub struct Search {
    /// What the board is asked.
    pub query: Query,
    /// The fields, with what is wrong by each.
    pub fields: Fields,
    /// What was not understood.
    pub wrong: Vec<RuleError>,
    /// The place found.
    pub place: Option<&'static Commune>,
    /// The places it could be, when several.
    pub places: Vec<&'static Commune>,
    /// The page, from 1.
    pub page: usize,
    /// How many filters are set besides what, where and when.
    pub filters: usize,
}

impl Search {
    /// Reads a query string.
    #[must_use]
    pub fn of(fields: Fields, now: Instant) -> Self {
        let mut wrong = Vec::new();
        let (place, places) = find_place(&fields, &mut wrong);
        let zone = place.map_or(chrono_tz::Europe::Paris, communes::zone);
        let page = fields.get("page").parse().unwrap_or(1).clamp(1, PAGES);
        let mut query = Query { offset: (page - 1) * PAGE, limit: PAGE, ..Query::default() };
        let text: String = fields.get("quoi").chars().take(TEXT_MAX).collect();
        query.text = Some(text).filter(|t| !t.trim().is_empty());
        query.near = place.map(|c| (Point { lat: c.lat, lon: c.lon }, radius(&fields)));
        (query.from, query.to) = window(&fields, zone, now, &mut wrong);
        let filters = filter(&fields, &mut query, &mut wrong);
        query.sort = sort(&fields, &query);
        Self { query, fields, wrong, place, places, page, filters }
    }

    /// The query string of another page of the same search.
    #[must_use]
    pub fn page_query(&self, page: &usize) -> String {
        self.query_with(&[("page", page.to_string())])
    }

    /// The query string with some fields changed; empty values are left out.
    #[must_use]
    pub fn query_with(&self, changes: &[(&str, String)]) -> String {
        let untouched =
            self.fields.pairs().filter(|(k, v)| !v.is_empty() && *k != "ok" && !changes.iter().any(|(c, _)| c == k));
        let set = changes
            .iter()
            .filter(|(k, v)| !v.is_empty() && (*k, v.as_str()) != ("page", "1"))
            .map(|(k, v)| (*k, v.as_str()));
        serde_urlencoded::to_string(untouched.chain(set).collect::<Vec<_>>()).unwrap_or_default()
    }
}

fn find_place(fields: &Fields, wrong: &mut Vec<RuleError>) -> (Option<&'static Commune>, Vec<&'static Commune>) {
    let typed: String = fields.get("ou").chars().take(100).collect();
    let chosen = communes::by_insee(fields.get("commune"));
    if typed.is_empty() {
        return (chosen.filter(|_| !fields.has("ou")), Vec::new());
    }
    // The hidden code counts only while it is still the code of what is written.
    if let Some(commune) = chosen.filter(|c| communes::label(c) == typed) {
        return (Some(commune), Vec::new());
    }
    match resolved(typed) {
        Resolution::One(commune) => (Some(commune), Vec::new()),
        Resolution::Several(list) => {
            wrong.push(RuleError::invalid("search-place-several").on("ou"));
            (None, list)
        }
        Resolution::None => {
            wrong.push(RuleError::invalid("search-place-unknown").on("ou"));
            (None, Vec::new())
        }
    }
}

/// The same few names are asked for again and again: each thread remembers the last ones.
fn resolved(typed: String) -> Resolution {
    thread_local! {
        static KNOWN: RefCell<FxHashMap<String, Resolution>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= 500 {
            known.clear();
        }
        known.entry(typed).or_insert_with_key(|typed| communes::resolve(typed)).clone()
    })
}

fn radius(fields: &Fields) -> f32 {
    let km: u16 = fields.get("km").parse().unwrap_or(20);
    f32::from(km.clamp(1, 200))
}

/// From and until when a slot may start, in seconds.
fn window(fields: &Fields, zone: Tz, now: Instant, wrong: &mut Vec<RuleError>) -> (Option<i64>, Option<i64>) {
    let today = now.with_timezone(&zone).date_naive();
    let span =
        |from: NaiveDate, days: i64| (Some(midnight(from, zone)), Some(midnight(from + TimeDelta::days(days), zone)));
    if !fields.get("date").is_empty() {
        return match NaiveDate::parse_from_str(fields.get("date"), "%Y-%m-%d") {
            Ok(day) if (today..=today + TimeDelta::days(400)).contains(&day) => span(day, 1),
            Ok(_) => refused(wrong, "search-date-past", "date"),
            Err(_) => refused(wrong, "search-date-unreadable", "date"),
        };
    }
    match fields.get("quand") {
        "" => (None, None),
        "aujourdhui" => span(today, 1),
        "demain" => span(today + TimeDelta::days(1), 1),
        "semaine" => span(today, 7),
        "weekend" => {
            let saturday = (5 - i64::from(today.weekday().num_days_from_monday())).max(0);
            let sunday_already = today.weekday() == chrono::Weekday::Sun;
            if sunday_already { span(today, 1) } else { span(today + TimeDelta::days(saturday), 2) }
        }
        _ => refused(wrong, "search-when-unknown", "quand"),
    }
}

fn refused(wrong: &mut Vec<RuleError>, code: &'static str, field: &str) -> (Option<i64>, Option<i64>) {
    wrong.push(RuleError::invalid(code).on(field));
    (None, None)
}

/// The first second of a day, at a place; on a day without midnight, the first that exists.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> i64 {
    let local = day.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + TimeDelta::hours(1))).earliest())
        .map_or(0, |t| t.timestamp())
}

/// Words of the address for bits of the offer.
pub const NEEDS: [(&str, u32); 5] = [
    ("sans-permis", Flags::NO_LICENCE),
    ("sans-voiture", Flags::NO_CAR),
    ("accessible", Flags::ACCESSIBLE),
    ("debutant", Flags::BEGINNER),
    ("a-distance", Flags::REMOTE),
];
/// Words of the address for parts of the day.
pub const PARTS: [(&str, u8); 4] =
    [("matin", Query::MORNING), ("apres-midi", Query::AFTERNOON), ("soir", Query::EVENING), ("nuit", Query::NIGHT)];

fn filter(fields: &Fields, query: &mut Query, wrong: &mut Vec<RuleError>) -> usize {
    let mut count = 0;
    for word in fields.all("moment") {
        if let Some((_, bit)) = PARTS.iter().find(|(w, _)| *w == word) {
            query.parts |= bit;
            count += 1;
        }
    }
    for word in fields.all("besoin") {
        if let Some((_, bit)) = NEEDS.iter().find(|(w, _)| *w == word) {
            query.flags |= bit;
            count += 1;
        }
    }
    for status in fields.all("statut").filter_map(Status::parse) {
        query.statuses |= 1 << status as u8;
        count += 1;
    }
    let pay = fields.get("paie");
    if !pay.is_empty() {
        match euros(pay) {
            Some(cents) => {
                query.min_pay_hour_cents = cents;
                count += 1;
            }
            None => wrong.push(RuleError::invalid("search-pay-unreadable").on("paie")),
        }
    }
    if let Ok(platform) = fields.get("plateforme").parse() {
        query.platform = Some(platform);
        count += 1;
    }
    count
}

/// "13,50", "13.5 €" as cents.
#[must_use]
pub fn euros(text: &str) -> Option<u32> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '€').map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.len() > 6 || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let cents: u32 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 100 + cents)
}

fn sort(fields: &Fields, query: &Query) -> Sort {
    match fields.get("tri") {
        "date" => Sort::Soonest,
        "distance" if query.near.is_some() => Sort::Nearest,
        "paie" => Sort::Pay,
        "recent" => Sort::Newest,
        _ if query.text.is_some() => Sort::Best,
        _ => Sort::Soonest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(query: &str) -> Search {
        let noon = chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into();
        Search::of(crate::web::form::query(query), noon)
    }

    #[test]
    fn what_is_understood_is_asked_and_what_is_not_is_named() {
        let s = search(
            "quoi=plonge&ou=Saint-%C3%89tienne+%2842000%29&km=5&quand=demain&moment=matin&besoin=sans-permis&paie=13,5",
        );
        assert_eq!(s.query.text.as_deref(), Some("plonge"));
        assert_eq!(s.place.map(|c| c.insee), Some("42218"));
        assert_eq!(s.query.near.map(|n| n.1), Some(5.0));
        assert_eq!(
            (s.query.parts, s.query.flags, s.query.min_pay_hour_cents),
            (Query::MORNING, Flags::NO_LICENCE, 1_350)
        );
        assert_eq!(s.query.to.unwrap() - s.query.from.unwrap(), 86_400);
        assert!(s.wrong.is_empty());
        let wrong = search("ou=Xyzzyville&quand=le&date=hier&paie=beaucoup&km=99999&page=-3");
        let codes: Vec<_> = wrong.wrong.iter().map(|r| r.code).collect();
        assert_eq!(codes, ["search-place-unknown", "search-date-unreadable", "search-pay-unreadable"]);
        assert_eq!(wrong.page, 1);
    }

    #[test]
    fn a_day_of_25_hours_is_whole() {
        let noon = chrono::DateTime::parse_from_rfc3339("2026-10-25T11:00:00Z").unwrap().to_utc().into();
        let s = Search::of(crate::web::form::query("quand=aujourdhui"), noon);
        assert_eq!(s.query.to.unwrap() - s.query.from.unwrap(), 25 * 3_600);
    }

    #[test]
    fn the_next_page_keeps_the_search() {
        let s = search("quoi=plonge&moment=matin&moment=soir&page=2");
        assert_eq!(s.page_query(&3), "quoi=plonge&moment=matin&moment=soir&page=3");
        assert_eq!(s.page_query(&1), "quoi=plonge&moment=matin&moment=soir");
    }
}
