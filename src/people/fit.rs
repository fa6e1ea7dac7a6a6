//! Whether a slot fits a person, and why: one rule, for the missions that she is shown and for those that her advisor is
//! told of. It knows neither clock nor database. Hours are those of the place; a night goes on into the next day.

use crate::geo::travel::Mode;
use crate::kernel::Instant;
use crate::people::availability::{Availability, DAY};
use chrono::{NaiveDate, TimeDelta, Timelike};
use chrono_tz::Tz;

/// A slot, as the rule reads it.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// Local time of the place.
    pub zone: Tz,
    /// How far from her commune; `None` when either has no place: what is done from anywhere is looked for by itself.
    pub distance_m: Option<u32>,
}

/// Which hours of hers it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hours {
    /// She said none: any hour will do.
    Unsaid,
    /// Those of her week.
    Week,
    /// Those that she set for that date.
    Date,
    /// She can start now.
    Ready,
}

/// Why a slot fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// Its hours.
    pub hours: Hours,
    /// How far.
    pub distance_m: u32,
    /// How she gets there, and in about how many minutes.
    pub travel: Option<(Mode, u32)>,
}

/// Why a slot does not fit: always about the slot and what was set, never about what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It has begun.
    Begun,
    /// It begins too soon to be known of.
    TooSoon,
    /// It lasts less than is worth the way.
    TooShort,
    /// It lasts longer than a session may.
    TooLong,
    /// Nobody knows how far it is: where she lives is not known, or it is done from anywhere.
    Nowhere,
    /// It is farther than the radius.
    TooFar,
    /// It is within the radius, and yet too long a way as she travels.
    TooLongAWay,
    /// It is not inside the hours of the week.
    OtherHours,
    /// It is not inside the hours that were set for that date.
    OtherHoursThatDay,
}

/// Whether a slot fits, exactly.
///
/// # Errors
/// The first thing that does not fit.
pub fn fits(availability: &Availability, slot: &Asked, now: Instant) -> Result<Why, WhyNot> {
    let limits = &availability.limits;
    let (start, length) = (slot.starts_at.seconds(), (slot.ends_at.seconds() - slot.starts_at.seconds()).max(0));
    let minutes = u32::try_from(length / 60).unwrap_or(u32::MAX);
    if start <= now.seconds() {
        return Err(WhyNot::Begun);
    }
    let ready = availability.ready(now).is_some_and(|until| slot.starts_at < until);
    if !ready && start < now.seconds() + i64::from(limits.notice_minutes) * 60 {
        return Err(WhyNot::TooSoon);
    }
    if limits.shortest.is_some_and(|shortest| minutes < shortest) {
        return Err(WhyNot::TooShort);
    }
    if limits.longest.is_some_and(|longest| minutes > longest) {
        return Err(WhyNot::TooLong);
    }
    let distance_m = slot.distance_m.ok_or(WhyNot::Nowhere)?;
    if distance_m > availability.radius_m() {
        return Err(WhyNot::TooFar);
    }
    if distance_m > availability.farthest_m() {
        return Err(WhyNot::TooLongAWay);
    }
    let hours = hours(availability, slot, now, length)?;
    #[expect(clippy::cast_precision_loss, reason = "metres on Earth")]
    let travel = limits.mode.map(|mode| (mode, mode.minutes(distance_m as f32)));
    Ok(Why { hours, distance_m, travel })
}

/// Parts of a slot by date, in minutes after midnight: every date that it touches.
fn parts(slot: &Asked) -> Vec<(NaiveDate, u16, u16)> {
    let (start, end) = (slot.starts_at.with_timezone(&slot.zone), slot.ends_at.with_timezone(&slot.zone));
    let minute = |at: chrono::DateTime<Tz>| u16::try_from(at.hour() * 60 + at.minute()).unwrap_or(0);
    let (first, last) = (start.date_naive(), end.date_naive());
    if first == last {
        // In the hour that autumn has twice, the end may be read before the start.
        let (one, other) = (minute(start), minute(end));
        return vec![(first, one.min(other), one.max(other))];
    }
    let part = |date: NaiveDate| {
        let from = if date == first { minute(start) } else { 0 };
        let to = if date == last { minute(end) } else { DAY };
        (date, from, to)
    };
    let dates = first.iter_days().take_while(|date| *date <= last);
    dates.map(part).filter(|(_, from, to)| from < to).collect()
}

fn hours(availability: &Availability, slot: &Asked, now: Instant, length: i64) -> Result<Hours, WhyNot> {
    let mut said = Hours::Unsaid;
    let today = availability.ready(now).map(|until| (until - TimeDelta::seconds(1)).with_timezone(&slot.zone));
    for (date, from, to) in parts(slot) {
        if today.is_some_and(|today| today.date_naive() == date) {
            said = Hours::Ready;
            continue;
        }
        let apart = availability.is_apart(date);
        let Some(spans) = availability.hours_on(date) else { continue };
        let inside = spans.iter().any(|(start, end)| *start <= from && to <= *end) && length < 86_400;
        if !inside {
            return Err(if apart { WhyNot::OtherHoursThatDay } else { WhyNot::OtherHours });
        }
        said = match said {
            Hours::Ready | Hours::Date => said,
            Hours::Unsaid | Hours::Week if apart => Hours::Date,
            Hours::Unsaid | Hours::Week => Hours::Week,
        };
    }
    Ok(said)
}

#[cfg(test)]
mod tests;
