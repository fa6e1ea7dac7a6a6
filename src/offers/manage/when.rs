//! Dates and hours as people type them, in the local time of the place. An hour that does not exist, or happens twice,
//! on a night when clocks change is asked again rather than guessed.

use crate::kernel::{Instant, RuleError};
use crate::offers::Slot;
use chrono::{LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;

/// A row of the form.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The day.
    pub date: &'a str,
    /// The first hour.
    pub from: &'a str,
    /// The last hour; the next day's when it is before the first.
    pub to: &'a str,
}

impl Row<'_> {
    /// Whether nothing was typed.
    #[must_use]
    pub const fn is_blank(&self) -> bool {
        self.date.is_empty() && self.from.is_empty() && self.to.is_empty()
    }

    /// Start and end. A row that reads as one of the slots `posted` is that slot; any other is still to come.
    ///
    /// # Errors
    /// `slot-date-unreadable`, `slot-date-past`, `slot-hour-unreadable`, `slot-hour-skipped`, `slot-hour-twice`, on the
    /// part concerned: `date`, `from` or `to`.
    pub fn span(&self, zone: Tz, posted: &[Slot], now: Instant) -> Result<(Instant, Instant), RuleError> {
        let unreadable = |code, part: &str| RuleError::invalid(code).on(part);
        let day = date(self.date).ok_or_else(|| unreadable("slot-date-unreadable", "date"))?;
        let from = hour(self.from).ok_or_else(|| unreadable("slot-hour-unreadable", "from"))?;
        let to = hour(self.to).ok_or_else(|| unreadable("slot-hour-unreadable", "to"))?;
        let same = |slot: &&Slot| printed(slot, zone) == [day_text(day), hour_text(from), hour_text(to)];
        if let Some(slot) = posted.iter().find(same) {
            return Ok((slot.starts_at, slot.ends_at));
        }
        let last = if to < from { day.succ_opt().unwrap_or(day) } else { day };
        let start = instant(day.and_time(from), zone, "from")?;
        if start <= now {
            return Err(unreadable("slot-date-past", "date"));
        }
        Ok((start, instant(last.and_time(to), zone, "to")?))
    }
}

/// A local moment as an instant.
///
/// # Errors
/// `slot-hour-skipped`, `slot-hour-twice`, on `part`.
pub fn instant(local: NaiveDateTime, zone: Tz, part: &str) -> Result<Instant, RuleError> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Ok(at.to_utc().into()),
        LocalResult::Ambiguous(..) => Err(RuleError::invalid("slot-hour-twice").on(part)),
        LocalResult::None => Err(RuleError::invalid("slot-hour-skipped").on(part)),
    }
}

/// "2026-11-24", "24/11/2026".
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

/// "09:00", "9 h 30", "9h".
#[must_use]
pub fn hour(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = parts(text)?;
    NaiveTime::from_hms_opt(u32::try_from(hours).ok()?, u32::try_from(minutes).ok()?, 0)
}

/// A length of time in minutes: "3 h 30", "3:30", "45 min", "210".
#[must_use]
pub fn minutes(text: &str) -> Option<i64> {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    match plain.strip_suffix("min").unwrap_or(&plain).parse::<i64>() {
        Ok(minutes) => (0..=100_000).contains(&minutes).then_some(minutes),
        Err(_) => parts(&plain).map(|(hours, minutes)| hours * 60 + minutes),
    }
}

/// Hours and minutes on both sides of ":" or "h"; seconds, as some browsers send them, are left out.
fn parts(text: &str) -> Option<(i64, i64)> {
    let plain: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (hours, rest) = plain.split_once([':', 'h'])?;
    let rest = rest.split_once(':').map_or(rest, |(minutes, _)| minutes).trim_end_matches("min");
    let digits = |text: &str| text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    if hours.is_empty() || !digits(hours) || !digits(rest) {
        return None;
    }
    let minutes = if rest.is_empty() { 0 } else { rest.parse().ok()? };
    (minutes < 60).then_some((hours.parse().ok()?, minutes))
}

fn day_text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

fn hour_text(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A slot as the form shows it: day, first hour, last hour.
#[must_use]
pub fn printed(slot: &Slot, zone: Tz) -> [String; 3] {
    let (start, end) = (slot.starts_at.with_timezone(&zone), slot.ends_at.with_timezone(&zone));
    [day_text(start.date_naive()), hour_text(start.time()), hour_text(end.time())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Id;
    use chrono_tz::Europe::Paris;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    fn span(date: &str, from: &str, to: &str, zone: Tz) -> Result<(Instant, Instant), (&'static str, String)> {
        let row = Row { date, from, to };
        row.span(zone, &[], at("2026-03-01T00:00:00Z")).map_err(|r| (r.code, r.field.unwrap_or_default()))
    }

    #[test]
    fn hours_are_those_of_the_place() {
        assert_eq!(
            span("2026-11-24", "09:00", "13:30", Paris),
            Ok((at("2026-11-24T08:00:00Z"), at("2026-11-24T12:30:00Z")))
        );
        let reunion = chrono_tz::Indian::Reunion;
        assert_eq!(
            span("24/11/2026", "9 h", "13h30", reunion),
            Ok((at("2026-11-24T05:00:00Z"), at("2026-11-24T09:30:00Z")))
        );
    }

    #[test]
    fn an_end_before_the_start_is_the_next_days() {
        assert_eq!(
            span("2026-11-24", "22:00", "06:00", Paris),
            Ok((at("2026-11-24T21:00:00Z"), at("2026-11-25T05:00:00Z")))
        );
        assert_eq!(
            span("2026-12-31", "23:00", "00:00", Paris),
            Ok((at("2026-12-31T22:00:00Z"), at("2026-12-31T23:00:00Z")))
        );
    }

    #[test]
    fn hours_that_do_not_exist_or_happen_twice_are_asked_again() {
        assert_eq!(span("2026-03-29", "02:30", "06:00", Paris), Err(("slot-hour-skipped", "from".into())));
        assert_eq!(span("2026-03-28", "22:00", "02:30", Paris), Err(("slot-hour-skipped", "to".into())));
        assert_eq!(span("2026-10-25", "02:30", "06:00", Paris), Err(("slot-hour-twice", "from".into())));
        assert_eq!(
            span("2026-10-24", "22:00", "06:00", Paris),
            Ok((at("2026-10-24T20:00:00Z"), at("2026-10-25T05:00:00Z")))
        );
    }

    #[test]
    fn what_is_not_a_date_or_an_hour_is_named() {
        assert_eq!(span("demain", "09:00", "10:00", Paris), Err(("slot-date-unreadable", "date".into())));
        assert_eq!(span("2026-02-30", "09:00", "10:00", Paris), Err(("slot-date-unreadable", "date".into())));
        assert_eq!(span("2026-11-24", "", "10:00", Paris), Err(("slot-hour-unreadable", "from".into())));
        assert_eq!(span("2026-11-24", "09:00", "25:00", Paris), Err(("slot-hour-unreadable", "to".into())));
        assert_eq!(span("2026-02-24", "09:00", "10:00", Paris), Err(("slot-date-past", "date".into())));
    }

    #[test]
    fn a_row_that_reads_as_a_posted_slot_is_that_slot_to_the_second() {
        let (starts_at, ends_at) = (at("2026-10-25T00:30:45Z"), at("2026-10-25T04:00:10Z"));
        let slot = Slot { id: Id::make(), starts_at, ends_at, places: 2, taken: 1 };
        let [date, from, to] = printed(&slot, Paris);
        let row = Row { date: &date, from: &from, to: &to };
        assert_eq!((date.as_str(), from.as_str(), to.as_str()), ("2026-10-25", "02:30", "05:00"));
        assert_eq!(row.span(Paris, &[slot], at("2026-03-01T00:00:00Z")), Ok((starts_at, ends_at)));
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        let read = ["210", "45 min", "3 h 30", "3:30", "3h", "3\u{a0}h\u{a0}05"].map(minutes);
        assert_eq!(read, [Some(210), Some(45), Some(210), Some(210), Some(180), Some(185)]);
        for wrong in ["", "long", "-5", "3 h 75", "h30", "9999999999"] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
    }
}
