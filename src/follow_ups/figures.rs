//! Figures of a service (I14): people only, never by advisor; as they stood on the first day of the month, counted once
//! and kept so, so that nothing that happens to one person moves them; nothing under ten, and rounded down to ten, so that the
//! difference of two figures tells nobody.

use crate::kernel::Instant;
use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Europe::Paris;

/// The least number of people that is told, and the step between figures.
pub const LEAST: i64 = 10;

/// What is told of a number of people; `None` under ten.
#[must_use]
pub const fn told(people: i64) -> Option<i64> {
    if people < LEAST { None } else { Some(people / LEAST * LEAST) }
}

/// The first instant of the month of `now`, and that of the month before, in Paris.
#[must_use]
pub fn month(now: Instant) -> (Instant, Instant) {
    let local = now.with_timezone(&Paris).date_naive();
    let first = |year: i32, month: u32| {
        let day = NaiveDate::from_ymd_opt(year, month, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
        day.and_then(|day| Paris.from_local_datetime(&day).earliest()).map_or(now, |at| at.to_utc().into())
    };
    let (year, month) = (local.year(), local.month());
    let before = if month == 1 { first(year - 1, 12) } else { first(year, month - 1) };
    (before, first(year, month))
}

/// A month, as `2026-11`, by its first instant in Paris.
#[must_use]
pub fn name(first: Instant) -> String {
    first.with_timezone(&Paris).format("%Y-%m").to_string()
}

/// What is kept and told of a month; `None` stands for under ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which month, as `2026-11`: figures hold for its first day.
    pub month: String,
    /// Followed on the first day of the month.
    pub followed: Option<i64>,
    /// Whose follow-up began the month before.
    pub begun: Option<i64>,
    /// With a training begun or to come, on that day.
    pub training: Option<i64>,
    /// With whom a contact was held the month before.
    pub contacts: Option<i64>,
}

impl Told {
    /// The first instant of its month in Paris; `None` when its name is not one of ours.
    #[must_use]
    pub fn first(&self) -> Option<Instant> {
        let day = NaiveDate::parse_from_str(&format!("{}-01", self.month), "%Y-%m-%d").ok()?;
        Paris.from_local_datetime(&day.and_hms_opt(0, 0, 0)?).earliest().map(|at| at.to_utc().into())
    }
}

impl Figures {
    /// As they may be told.
    #[must_use]
    pub fn told(&self, first: Instant) -> Told {
        Told {
            month: name(first),
            followed: told(self.followed),
            begun: told(self.begun),
            training: told(self.training),
            contacts: told(self.contacts),
        }
    }
}

/// How many people, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Followed on the first day of the month.
    pub followed: i64,
    /// Whose follow-up began the month before.
    pub begun: i64,
    /// With a training begun or to come, on that day.
    pub training: i64,
    /// With whom a contact was held the month before.
    pub contacts: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    #[test]
    fn figures_are_of_the_first_day_of_the_month() {
        let months = month(at("2026-11-25T11:00:00Z"));
        assert_eq!(months, (at("2026-09-30T22:00:00Z"), at("2026-10-31T23:00:00Z")));
        assert_eq!(name(months.1), "2026-11");
        assert_eq!(month(at("2026-12-31T23:30:00Z")).1, at("2026-12-31T23:00:00Z"), "the new year in Paris");
    }

    proptest! {
        /// I14: nothing under ten is told, and no difference of two figures is less than ten people.
        #[test]
        fn i14_no_difference_tells_of_fewer_than_ten(a in 0_i64..5_000, b in 0_i64..5_000) {
            prop_assert!(told(a).is_none_or(|n| n >= LEAST && a - n < LEAST));
            if let (Some(a), Some(b)) = (told(a), told(b)) {
                prop_assert!(a == b || (a - b).abs() >= LEAST);
            }
        }
    }
}
