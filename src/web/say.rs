//! Dates, hours, distances and durations as each language writes them, in the local time of the place.

use crate::kernel::{Instant, Lang};
use chrono::{Datelike, Timelike};
use chrono_tz::Tz;

/// "mercredi 25 novembre", "Wednesday 25 November".
#[must_use]
pub fn day(at: Instant, zone: Tz, lang: Lang) -> String {
    let local = at.with_timezone(&zone);
    let name = local.format_localized("%A", lang.locale()).to_string();
    let month = local.format_localized("%B", lang.locale()).to_string();
    let day = match (lang, local.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, n) => n.to_string(),
    };
    format!("{name} {day} {month}")
}

/// "25/11/2026" in French, "25 November 2026" in English.
#[must_use]
pub fn date(at: Instant, zone: Tz, lang: Lang) -> String {
    let local = at.with_timezone(&zone);
    match lang {
        Lang::Fr => local.format("%d/%m/%Y").to_string(),
        Lang::En => local.format_localized("%-d %B %Y", lang.locale()).to_string(),
    }
}

/// "9 h 30", "9:30 am" is avoided: the 24-hour clock is used in both languages ("9:30").
#[must_use]
pub fn hour(at: Instant, zone: Tz, lang: Lang) -> String {
    let local = at.with_timezone(&zone);
    clock(local.hour() * 60 + local.minute(), lang)
}

/// Minutes after midnight as an hour.
#[must_use]
pub fn clock(minutes: u32, lang: Lang) -> String {
    let (h, m) = (minutes / 60, minutes % 60);
    match (lang, m) {
        (Lang::Fr, 0) => format!("{h}\u{a0}h"),
        (Lang::Fr, _) => format!("{h}\u{a0}h\u{a0}{m:02}"),
        (Lang::En, _) => format!("{h}:{m:02}"),
    }
}

/// "9 h – 13 h".
#[must_use]
pub fn hours(from: Instant, to: Instant, zone: Tz, lang: Lang) -> String {
    format!("{}\u{a0}– {}", hour(from, zone, lang), hour(to, zone, lang))
}

/// "2 h 30", "45 min".
#[must_use]
pub fn duration(minutes: i64, lang: Lang) -> String {
    match (minutes / 60, minutes % 60, lang) {
        (0, m, _) => format!("{m}\u{a0}min"),
        (h, 0, _) => format!("{h}\u{a0}h"),
        (h, m, Lang::Fr) => format!("{h}\u{a0}h\u{a0}{m:02}"),
        (h, m, Lang::En) => format!("{h}\u{a0}h {m}\u{a0}min"),
    }
}

/// "800 m", "3,2 km", "14 km".
#[must_use]
pub fn distance(meters: u32, lang: Lang) -> String {
    let point = if lang == Lang::Fr { ',' } else { '.' };
    match meters {
        0..=949 => format!("{}\u{a0}m", (meters + 50) / 100 * 100),
        950..=9_949 => {
            let tenths = (meters + 50) / 100;
            match tenths % 10 {
                0 => format!("{}\u{a0}km", tenths / 10),
                tenth => format!("{}{point}{tenth}\u{a0}km", tenths / 10),
            }
        }
        _ => format!("{}\u{a0}km", (meters + 500) / 1_000),
    }
}

/// An amount of time gone by, in its largest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ago {
    /// Less than a minute.
    Seconds(i64),
    /// Less than an hour.
    Minutes(i64),
    /// Less than two days.
    Hours(i64),
    /// More.
    Days(i64),
}

impl Ago {
    /// The time from `at` to `now`: to the second under a minute, else by the minutes that a clock shows, so that all of
    /// them turn together.
    #[must_use]
    pub fn between(at: Instant, now: Instant) -> Self {
        let (at, now) = (at.seconds().min(now.seconds()), now.seconds());
        let minutes = now.div_euclid(60) - at.div_euclid(60);
        match (now - at, minutes) {
            (s @ 0..=59, _) => Self::Seconds(s),
            (_, 0..=59) => Self::Minutes(minutes),
            (_, 60..=2_879) => Self::Hours(minutes / 60),
            _ => Self::Days(minutes / 1_440),
        }
    }

    /// Whether what is said changes every second.
    #[must_use]
    pub const fn is_brief(&self) -> bool {
        matches!(self, Self::Seconds(_))
    }
}

/// The value of a `<time datetime>` and of a form's date field.
#[must_use]
pub fn machine(at: Instant) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    #[test]
    fn dates_follow_the_language_and_the_place() {
        let slot = at("2026-12-01T08:30:00Z");
        assert_eq!(day(slot, Paris, Lang::Fr), "mardi 1er décembre");
        assert_eq!(day(slot, Paris, Lang::En), "Tuesday 1 December");
        assert_eq!(hour(slot, Paris, Lang::Fr), "9\u{a0}h\u{a0}30");
        assert_eq!(hour(slot, chrono_tz::Indian::Reunion, Lang::En), "12:30");
        assert_eq!(date(slot, Paris, Lang::Fr), "01/12/2026");
    }

    #[test]
    fn summer_time_is_the_places_own() {
        assert_eq!(hour(at("2026-07-01T08:00:00Z"), Paris, Lang::Fr), "10\u{a0}h");
        assert_eq!(hour(at("2026-11-01T08:00:00Z"), Paris, Lang::Fr), "9\u{a0}h");
    }

    #[test]
    fn minutes_gone_by_turn_with_the_clock() {
        let since = |now: &str| Ago::between(at("2026-12-01T08:30:50Z"), at(now));
        assert_eq!(since("2026-12-01T08:30:00Z"), Ago::Seconds(0));
        assert_eq!(since("2026-12-01T08:31:49Z"), Ago::Seconds(59));
        assert_eq!(since("2026-12-01T08:31:50Z"), Ago::Minutes(1));
        assert_eq!(since("2026-12-01T08:32:00Z"), Ago::Minutes(2));
        assert_eq!(since("2026-12-01T09:29:59Z"), Ago::Minutes(59));
        assert_eq!(since("2026-12-01T09:30:00Z"), Ago::Hours(1));
        assert_eq!(since("2026-12-03T08:29:59Z"), Ago::Hours(47));
        assert_eq!(since("2026-12-03T08:30:00Z"), Ago::Days(2));
    }

    #[test]
    fn distances_are_rounded_as_people_say_them() {
        assert_eq!(distance(820, Lang::Fr), "800\u{a0}m");
        assert_eq!(distance(3_240, Lang::Fr), "3,2\u{a0}km");
        assert_eq!(distance(3_240, Lang::En), "3.2\u{a0}km");
        assert_eq!(distance(13_700, Lang::Fr), "14\u{a0}km");
        assert_eq!(distance(2_000, Lang::Fr), "2\u{a0}km");
    }
}
