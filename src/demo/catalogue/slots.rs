//! A slot starts at the hour its trade really starts, at the local time of the place, more than an hour from now
//! and within fourteen days. Its length is what the offer says, even in the night when clocks change.

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::seeds::SlotSeed;
use super::trades::{Shift, Trade};
use crate::demo::rng::Rng;

const HORIZON_DAYS: u64 = 14;
/// Nothing starts sooner than this: one must have the time to answer and to come.
const NOTICE_MINUTES: i64 = 75;
/// Trades start on the hour, sometimes a quarter or half an hour later.
const LATER: [u32; 5] = [0, 0, 0, 15, 30];

/// One to four slots of the same length, earliest first, with that length in minutes.
pub(super) fn draw(rng: &mut Rng, trade: &Trade, zone: Tz, now: DateTime<Utc>) -> (u32, Vec<SlotSeed>) {
    let at = rng.below(trade.shifts.len());
    let Some(shift) = trade.shifts.get(at) else { return (0, Vec::new()) };
    let start = shift.start + rng.pick(&LATER);
    let mut candidates = days(shift, start, zone, now);
    let mut chosen = Vec::new();
    for _ in 0..rng.between(1, 4) {
        // The nearer of two draws: what is soon is what people look for.
        let at = rng.below(candidates.len()).min(rng.below(candidates.len()));
        if at < candidates.len() {
            chosen.push(candidates.remove(at));
        }
    }
    chosen.sort_unstable();
    let chosen = chosen.into_iter().filter_map(|day| instant(day, start, zone));
    let length = Duration::minutes(i64::from(shift.minutes));
    let slot = |starts_at: DateTime<Utc>| SlotSeed {
        starts_at,
        ends_at: starts_at + length,
        places: rng.between(1, trade.places),
    };
    (shift.minutes, chosen.map(slot).collect())
}

/// The days of the next fourteen on which the shift may start, earliest first.
fn days(shift: &Shift, start: u32, zone: Tz, now: DateTime<Utc>) -> Vec<NaiveDate> {
    let today = now.with_timezone(&zone).date_naive();
    let earliest = now + Duration::minutes(NOTICE_MINUTES);
    let in_time = |day: &NaiveDate| instant(*day, start, zone).is_some_and(|at| at >= earliest);
    let ahead = (0..HORIZON_DAYS).filter_map(|ahead| Some((ahead, today.checked_add_days(Days::new(ahead))?)));
    let worked = ahead.filter(|(_, day)| (shift.days >> day.weekday().num_days_from_monday()) & 1 == 1);
    // Only today and tomorrow can come too soon.
    worked.filter(|(ahead, day)| *ahead > 1 || in_time(day)).map(|(_, day)| day).collect()
}

/// A local time as an instant; an hour later when spring skips it.
fn instant(day: NaiveDate, minutes: u32, zone: Tz) -> Option<DateTime<Utc>> {
    let local = day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0)?);
    let skipped = || zone.from_local_datetime(&(local + Duration::hours(1))).earliest();
    zone.from_local_datetime(&local).earliest().or_else(skipped).map(|at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_that_spring_skips_is_an_hour_later() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 29).expect("a date");
        let at = instant(day, 150, Tz::Europe__Paris).expect("an instant");
        assert_eq!(at.to_rfc3339(), "2026-03-29T01:30:00+00:00");
    }

    #[test]
    fn six_in_the_morning_is_six_where_the_place_is() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
        let hour = |zone| instant(day, 360, zone).expect("an instant").format("%H:%M").to_string();
        assert_eq!(hour(Tz::Europe__Paris), "05:00");
        assert_eq!(hour(Tz::Indian__Reunion), "02:00");
        assert_eq!(hour(Tz::America__Martinique), "10:00");
    }
}
