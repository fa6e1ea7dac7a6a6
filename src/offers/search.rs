//! The address is the search: every filter is in the query string. What cannot be understood is named next to its field
//! and left out, never guessed; what is absurd is brought back within bounds.

pub mod among;
pub mod filters;
pub mod occupation;
pub mod place;
pub mod when;
pub mod wider;

use crate::board::{Cursor, Point, Query, Sort};
use crate::geo::communes::{self, Commune};
use crate::geo::travel::Mode;
use crate::kernel::{Instant, RuleError};
use crate::offers::Flags;
use crate::web::Fields;
use chrono::TimeDelta;

pub use filters::{LENGTHS, NEEDS, PARTS, euros};
pub use place::{RADII, TIMES};
pub(crate) use when::midnight;
pub use when::{WEEKDAYS, WHENS};
pub use wider::{Letting, Wider};

/// Missions on a page.
pub const PAGE: usize = 20;
/// Pages that can be turned.
const PAGES: usize = 200;
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
    pub fn of(mut fields: Fields, now: Instant) -> Self {
        let mut wrong = Vec::new();
        occupation::read(&mut fields, &mut wrong);
        let (place, places) = place::find(&fields, &mut wrong);
        let zone = place.map_or(chrono_tz::Europe::Paris, communes::zone);
        let page = fields.get("page").parse().unwrap_or(1).clamp(1, PAGES);
        let mut query = Query { limit: PAGE, ..Query::default() };
        let text: String = fields.get("quoi").chars().take(TEXT_MAX).collect();
        query.text = Some(text).filter(|t| !t.trim().is_empty());
        query.near = place.map(|c| (Point { lat: c.lat, lon: c.lon }, place::reach(&fields)));
        when::read(&fields, zone, now, &mut query, &mut wrong);
        filters::read(&fields, &mut query, &mut wrong);
        if query.flags & Flags::REMOTE != 0 {
            // What is done from anywhere is near nowhere.
            query.near = None;
        }
        query.sort = sort(&fields, &query);
        // What follows a known mission; a page that was only numbered is counted from the start.
        query.after = Cursor::decode(fields.get("apres")).filter(|_| page > 1);
        query.offset = if query.after.is_some() { 0 } else { (page - 1) * PAGE };
        let filters = filters::set(&fields).count();
        Self { query, fields, wrong, place, places, page, filters }
    }

    /// Whether what is asked moves every second.
    #[must_use]
    pub fn is_brief(&self) -> bool {
        self.fields.is("quand", "maintenant")
    }

    /// When the days that are asked become other days: a word such as "today" means the next one after midnight at the place.
    #[must_use]
    pub fn turns_at(&self, now: Instant) -> Option<i64> {
        let by_word = self.query.on.is_some() && !self.fields.is("quand", "") && !when::dates_are_typed(&self.fields);
        let zone = self.place.map_or(chrono_tz::Europe::Paris, communes::zone);
        by_word.then(|| midnight(now.with_timezone(&zone).date_naive() + TimeDelta::days(1), zone))
    }

    /// How one travels, when it is said and there is somewhere to start from.
    #[must_use]
    pub fn mode(&self) -> Option<Mode> {
        place::mode(&self.fields).filter(|_| self.query.near.is_some())
    }

    /// Whether only what fits the hours that she saved is asked.
    #[must_use]
    pub fn asks_her_hours(&self) -> bool {
        self.fields.is("heures", "miennes")
    }

    /// The query string of another page of the same search.
    #[must_use]
    pub fn page_query(&self, page: &usize) -> String {
        self.query_with(&[("page", page.to_string()), ("apres", String::new())])
    }

    /// The query string of what follows.
    #[must_use]
    pub fn next_query(&self, after: &Cursor) -> String {
        self.query_with(&[("page", (self.page + 1).to_string()), ("apres", after.encode())])
    }

    /// The filters that are set, each with the query string of the search without it.
    #[must_use]
    pub fn chips(&self) -> Vec<(&str, &str, String)> {
        filters::set(&self.fields).map(|(name, value)| (name, value, self.without(name, value))).collect()
    }

    /// The query string with what, where and when, and no filter.
    #[must_use]
    pub fn bare_query(&self) -> String {
        let names = filters::CHIPS.iter().chain(&[occupation::FIELD, "page", "apres", "fragment"]);
        self.query_with(&names.map(|name| (*name, String::new())).collect::<Vec<_>>())
    }

    /// The query string without one value of one field, from the first page.
    fn without(&self, name: &str, value: &str) -> String {
        let kept = self
            .fields
            .pairs()
            .filter(|(k, v)| !v.is_empty() && !["ok", "page", "apres"].contains(k) && (*k, *v) != (name, value));
        serde_urlencoded::to_string(kept.collect::<Vec<_>>()).unwrap_or_default()
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

    pub(super) fn search(query: &str) -> Search {
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
        assert_eq!(s.query.on, Some((20_783, 20_783)));
        assert!(s.wrong.is_empty());
        let wrong = search("ou=Xyzzyville&quand=le&date=hier&paie=beaucoup&km=99999&page=-3");
        let codes: Vec<_> = wrong.wrong.iter().map(|r| r.code).collect();
        assert_eq!(codes, ["search-place-unknown", "search-date-unreadable", "search-pay-unreadable"]);
        assert_eq!(wrong.page, 1);
        let codes = |query: &str| search(query).wrong.iter().map(|r| r.code).collect::<Vec<_>>();
        assert_eq!(codes("km=abc&ou=Die+%2826150%29"), ["search-km-unreadable"]);
        assert_eq!(codes("commune=99999"), ["search-place-unknown"]);
    }

    #[test]
    fn remote_work_is_looked_for_everywhere() {
        let s = search("ou=Die+%2826150%29&besoin=a-distance&tri=distance");
        assert!(s.place.is_some() && s.query.near.is_none());
        assert_eq!(s.query.sort, Sort::Soonest);
    }

    #[test]
    fn a_time_on_the_way_is_a_radius() {
        let s = search("ou=Die+%2826150%29&km=100&trajet=velo&minutes=30");
        assert_eq!(s.mode(), Some(Mode::Bicycle));
        assert!(s.query.near.is_some_and(|near| (4.9..5.2).contains(&near.1)));
        assert_eq!(s.chips().len(), 2, "the time rules the radius out");
        let only = search("ou=Die+%2826150%29&km=10&trajet=pied");
        assert_eq!((only.mode(), only.query.near.map(|near| near.1)), (Some(Mode::Foot), Some(10.0)));
        for absurd in ["trajet=fusee&minutes=30", "trajet=pied&minutes=-4", "trajet=pied&minutes=9999999"] {
            let s = search(&format!("ou=Die+%2826150%29&{absurd}"));
            assert!(s.query.near.is_some_and(|near| (1.0..=20.0).contains(&near.1)), "{absurd}");
        }
        assert_eq!(search("trajet=velo").mode(), None);
    }

    #[test]
    fn words_for_days_are_dates_and_today_is_that_of_the_place() {
        // Wednesday 25 November, 23 h 30 in Paris: Thursday in Saint-Denis of La Réunion.
        let late = chrono::DateTime::parse_from_rfc3339("2026-11-25T22:30:00Z").unwrap().to_utc().into();
        let on = |query: &str| Search::of(crate::web::form::query(query), late).query.on;
        assert_eq!(on("quand=aujourdhui"), Some((20_782, 20_782)));
        assert_eq!(on("quand=aujourdhui&commune=97411"), Some((20_783, 20_783)));
        assert_eq!((on("quand=demain"), on("quand=semaine")), (Some((20_783, 20_783)), Some((20_782, 20_788))));
        assert_eq!((on("quand=weekend"), on("quand=maintenant")), (Some((20_785, 20_786)), None));
        assert_eq!(on("date=2026-12-01&jusque=2026-12-03"), Some((20_788, 20_790)));
        assert_eq!(on("jusque=2026-12-01"), Some((20_782, 20_788)));
    }

    #[test]
    fn the_next_page_keeps_the_search() {
        let s = search("quoi=plonge&moment=matin&moment=soir&page=2");
        assert_eq!(s.page_query(&3), "quoi=plonge&moment=matin&moment=soir&page=3");
        assert_eq!(s.page_query(&1), "quoi=plonge&moment=matin&moment=soir");
    }
}
