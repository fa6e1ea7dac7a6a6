//! Figures of a service (I14): people only, never by advisor; as they stood on the first day of the month, counted once
//! and kept so, so that nothing that happens to one person moves them; nothing under ten, and rounded down to ten.
//! Rounding alone is not enough from one month to the next: nineteen people told as ten, then twenty told as twenty, tell of
//! the one who came to whoever knows the nineteen. So a figure stays what it was until ten people more, or ten fewer, are
//! counted than it can have stood for when it was first told: two figures that differ were first told at least ten people
//! apart. Only what falls under ten goes at once, for nothing under ten is told. A figure is kept rather than left out, for a figure that is left out would tell the same; what is told is therefore about
//! so many, and no exact number is kept to compare with.

use crate::kernel::Instant;
use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Europe::Paris;

/// The least number of people that is told, and the step between figures.
pub const LEAST: i64 = 10;

/// What is told of a number of people when nothing was told before; `None` under ten.
#[must_use]
pub const fn told(people: i64) -> Option<i64> {
    if people < LEAST { None } else { Some(people / LEAST * LEAST) }
}

/// What is told of a number of people after a month of which `before` was told: the same, unless ten people or more make the
/// difference, whatever number `before` stood for; nothing under ten.
#[must_use]
pub const fn told_after(before: Option<i64>, people: i64) -> Option<i64> {
    let least = match before {
        None => 0,
        Some(told) => told,
    };
    let most = least + LEAST - 1;
    let stays = people >= LEAST || before.is_none();
    if stays && people > least - LEAST && people < most + LEAST { before } else { told(people) }
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
    /// As they may be told, after what was told of the last month that was counted.
    #[must_use]
    pub fn told(&self, before: Option<&Told>, first: Instant) -> Told {
        let one = |known: fn(&Told) -> Option<i64>, people| {
            before.map_or_else(|| told(people), |before| told_after(known(before), people))
        };
        Told {
            month: name(first),
            followed: one(|t| t.followed, self.followed),
            begun: one(|t| t.begun, self.begun),
            training: one(|t| t.training, self.training),
            contacts: one(|t| t.contacts, self.contacts),
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

    #[test]
    fn one_person_beside_a_step_moves_no_figure() {
        assert_eq!([told(9), told(10), told(19), told(20)], [None, Some(10), Some(10), Some(20)]);
        assert_eq!([told_after(None, 10), told_after(None, 18), told_after(None, 19)], [None, None, Some(10)]);
        assert_eq!(
            [told_after(Some(10), 20), told_after(Some(10), 28), told_after(Some(10), 29)],
            [10, 10, 20].map(Some)
        );
        assert_eq!(
            [told_after(Some(20), 19), told_after(Some(20), 11), told_after(Some(20), 10)],
            [20, 20, 10].map(Some)
        );
        assert_eq!(
            [told_after(Some(10), 10), told_after(Some(10), 9), told_after(Some(20), 0)],
            [Some(10), None, None]
        );
    }

    proptest! {
        /// I14: two months that are told differently differ by ten people or more, at the least between the days on which
        /// these figures came to be told.
        #[test]
        fn i14_two_months_that_differ_differ_by_ten_people(counts in proptest::collection::vec(0_i64..80, 2..40)) {
            let (mut shown, mut stood) = (told(counts[0]), counts[0]);
            for people in &counts[1..] {
                let next = told_after(shown, *people);
                prop_assert!(next.is_none() || *people >= LEAST, "nothing under ten is told");
                if next != shown {
                    prop_assert!(next.is_none() || (people - stood).abs() >= LEAST, "{shown:?} stood for {stood}, {next:?} for {people}");
                    (shown, stood) = (next, *people);
                }
            }
        }


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
