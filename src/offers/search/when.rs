//! When one looks: days are those of each mission's place, be it overseas, and a day of 25 hours is whole. Hours are a window
//! that the slot lies inside.

use crate::board::{Query, Span};
use crate::kernel::{Instant, RuleError, day_number};
use crate::web::Fields;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// How soon "now" is, in seconds.
const SOON: i64 = 2 * 3_600;
/// The word of the address for it.
const NOW: &str = "maintenant";
/// How far ahead one may look, in days.
const AHEAD: i64 = 400;
/// Weekdays as they are written in addresses, Monday first.
pub const WEEKDAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// Words of the address for when.
pub const WHENS: [&str; 5] = [NOW, "aujourdhui", "demain", "semaine", "weekend"];

/// Reads every condition on time; today is that of the zone.
pub(super) fn read(fields: &Fields, zone: Tz, now: Instant, query: &mut Query, wrong: &mut Vec<RuleError>) {
    query.on = dates(fields, zone, now, wrong);
    // "Now" moves: it is counted from the instant of each question, so that a search that stays open stays the same one.
    if fields.is("quand", NOW) && !dates_are_typed(fields) {
        query.within = Some(SOON);
    }
    for day in fields.all("jour") {
        if let Some(n) = WEEKDAYS.iter().position(|d| *d == day) {
            query.weekdays |= 1 << n;
        }
    }
    if let Some((from, to)) = hours(fields, wrong) {
        query.windows = (0..7).map(|day| (day, from, to)).collect();
    }
}

/// From an hour to another, in minutes of the day; an end that is not after the start is the next day's.
fn hours(fields: &Fields, wrong: &mut Vec<RuleError>) -> Option<(u16, u16)> {
    let mut minute = |name: &str| {
        let text = fields.get(name);
        let read = NaiveTime::parse_from_str(text, "%H:%M").ok();
        if read.is_none() && !text.is_empty() {
            wrong.push(RuleError::invalid("search-hour-unreadable").on(name));
        }
        read.and_then(|t| u16::try_from(t.signed_duration_since(NaiveTime::MIN).num_minutes()).ok())
    };
    match (minute("de"), minute("a")) {
        (None, None) => None,
        (from, to) => Some((from.unwrap_or(0), to.unwrap_or(1_440))),
    }
}

/// The dates on which a slot may start: first, last.
fn dates(fields: &Fields, zone: Tz, now: Instant, wrong: &mut Vec<RuleError>) -> Option<(i64, i64)> {
    let today = now.with_timezone(&zone).date_naive();
    let first = day(fields, "date", today, wrong);
    let last = day(fields, "jusque", first.unwrap_or(today), wrong);
    if let Some(from) = first.or(last.map(|_| today)) {
        return Some((day_number(from), day_number(last.unwrap_or(from))));
    }
    let word = fields.get("quand");
    if dates_are_typed(fields) {
        return None;
    }
    match of_word(word, zone, now) {
        Some(Span::Dates(first, last)) => return Some((first, last)),
        None if !word.is_empty() => wrong.push(RuleError::invalid("search-when-unknown").on("quand")),
        _ => {}
    }
    None
}

/// Dates rule out a word, even those that cannot be read.
pub(super) fn dates_are_typed(fields: &Fields) -> bool {
    ["date", "jusque"].iter().any(|name| !fields.get(name).is_empty())
}

/// When a slot may start, by a word of the address.
#[must_use]
pub fn of_word(word: &str, zone: Tz, now: Instant) -> Option<Span> {
    let today = now.with_timezone(&zone).date_naive();
    let weekday = i64::from(today.weekday().num_days_from_monday());
    let in_days = |first: i64, last: i64| Span::Dates(day_number(today) + first, day_number(today) + last);
    Some(match word {
        NOW => Span::Instants(now.seconds(), now.seconds() + SOON),
        "aujourdhui" => in_days(0, 0),
        "demain" => in_days(1, 1),
        "semaine" => in_days(0, 6),
        // What is left of it, once it has begun.
        "weekend" => in_days((5 - weekday).max(0), 6 - weekday),
        _ => return None,
    })
}

/// A day not before another, when the field has one.
fn day(fields: &Fields, name: &str, first: NaiveDate, wrong: &mut Vec<RuleError>) -> Option<NaiveDate> {
    let text = fields.get(name);
    if text.is_empty() {
        return None;
    }
    match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(day) if (first..=first + TimeDelta::days(AHEAD)).contains(&day) => return Some(day),
        Ok(day) if day >= first => wrong.push(RuleError::invalid("search-date-far").on(name)),
        Ok(_) if name == "jusque" && day_of(fields, "date").is_some() => {
            wrong.push(RuleError::invalid("search-until-before").on(name));
        }
        Ok(_) => wrong.push(RuleError::invalid("search-date-past").on(name)),
        Err(_) => wrong.push(RuleError::invalid("search-date-unreadable").on(name)),
    }
    None
}

fn day_of(fields: &Fields, name: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(fields.get(name), "%Y-%m-%d").ok()
}

/// The first second of a day, at a place; on a day without midnight, the first that exists.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> i64 {
    let local = day.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(local + TimeDelta::hours(1))).earliest())
        .map_or(0, |t| t.timestamp())
}
