//! When a document can be done: a slot counts while it has places and has not started, and one slot must meet every condition on time.

use super::doc::SlotDoc;
use super::query::{DateHours, Query};
use super::stays::{STEP, Stay};
use std::ops::RangeInclusive;

const DAY: u16 = 24 * 60;
/// In seconds.
pub const A_DAY: i64 = 86_400;
const HALF_A_DAY: i64 = A_DAY / 2;

/// An open slot, as it is searched: small, because a search may read all of them.
#[derive(Clone, Copy)]
pub struct Opening {
    /// Start, in seconds since the epoch.
    pub starts_at: i64,
    /// Where it stands in the document.
    pub index: u16,
    /// Minute of the start, and above it the weekday and the part of the day, as the place of a bit.
    clock: u16,
    /// End in minutes of the first day; beyond every window when the slot lasts a day or more.
    pub end: u16,
    /// How long it lasts, in whole minutes.
    pub minutes: u16,
}

/// Bits of a minute of the day.
const MINUTE: u16 = 11;

/// Keeps the slots with places, soonest first.
pub fn openings(slots: &[SlotDoc]) -> Vec<Opening> {
    let open = (0..u16::MAX).zip(slots).filter(|(_, slot)| slot.places_left > 0);
    let mut all: Vec<_> = open.map(|(index, slot)| Opening::new(index, slot)).collect();
    all.sort_by_key(|slot| slot.starts_at);
    all
}

impl Opening {
    fn new(index: u16, slot: &SlotDoc) -> Self {
        let seconds = slot.ends_at.saturating_sub(slot.starts_at);
        let start = slot.start_minute.min(DAY - 1);
        Self {
            starts_at: slot.starts_at,
            index,
            clock: start | (u16::from(slot.weekday.min(7)) * 4 + part(start)) << MINUTE,
            end: if seconds >= 86_400 { u16::MAX } else { unfold(slot.start_minute, slot.end_minute) },
            minutes: u16::try_from(seconds.max(0) / 60).unwrap_or(u16::MAX),
        }
    }

    /// The date of the start at the place, in days since the epoch: no place is more than half a day from universal time.
    pub fn date(&self) -> i64 {
        (self.starts_at - i64::from(self.start()) * 60 + HALF_A_DAY).div_euclid(A_DAY)
    }

    /// Minute of the day of the start.
    pub fn start(&self) -> u16 {
        self.clock & ((1 << MINUTE) - 1)
    }

    /// One bit per pair of weekday and part of the day.
    pub fn cell(&self) -> u32 {
        1 << (self.clock >> MINUTE)
    }

    /// The weekday, from 0 to 7.
    pub fn weekday(&self) -> usize {
        usize::from(self.clock >> (MINUTE + 2))
    }

    /// The part of the day, from 0 to 3.
    pub fn part(&self) -> usize {
        usize::from(self.clock >> MINUTE & 3)
    }
}

/// The conditions of a query on time.
pub struct When {
    /// First accepted start.
    pub from: i64,
    /// End of accepted starts.
    pub to: i64,
    now: i64,
    /// First and last accepted dates at the place.
    on: Option<(i64, i64)>,
    days: u32,
    parts: u32,
    windows: Vec<Window>,
    /// The dates that are not like the week, in order.
    dates: Vec<DateHours>,
    /// The week day by day, to be read beside such dates.
    week: Vec<(u8, u16, u16)>,
    minutes: RangeInclusive<u16>,
}

/// The same hours of some weekdays.
struct Window {
    /// Pairs of one of these weekdays with any part of the day.
    days: u32,
    start: u16,
    end: u16,
}

/// How much of a rounded stay lies inside the hours that are asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Whatever it was before it was rounded.
    All,
    /// It depends on what it was.
    Some,
    /// None of it could.
    None,
}

/// One condition on time, among those that a slot may miss.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The weekday.
    Weekdays = 1,
    /// The part of the day.
    Parts = 2,
    /// How long it lasts.
    Duration = 4,
    /// The dates.
    Dates = 8,
    /// The hours of the person.
    Hours = 16,
}

impl When {
    /// Reads a query; what has started at `now` is never accepted.
    pub fn new(query: &Query, now: i64) -> Self {
        let any = |mask: u8| if mask == 0 { u8::MAX } else { mask };
        let (first, end) = query.on.map_or((i64::MIN, i64::MAX), around);
        let soon = query.within.map_or(i64::MAX, |soon| now.saturating_add(soon));
        Self {
            from: query.from.unwrap_or(i64::MIN).max(now.saturating_add(1)).max(first),
            to: query.to.unwrap_or(i64::MAX).min(soon).min(end),
            now,
            on: query.on,
            days: spread(any(query.weekdays), u8::MAX),
            parts: spread(u8::MAX, any(query.parts)),
            windows: merge(&query.windows),
            week: if query.dates.is_empty() { Vec::new() } else { by_day(&query.windows) },
            dates: in_order(&query.dates),
            minutes: query.duration_minutes.map_or(0..=u16::MAX, |(least, most)| minutes(least)..=minutes(most)),
        }
    }

    /// Says whether the hour, the weekday or the length matters.
    pub fn is_weekly(&self) -> bool {
        self.own_cells().is_some() || self.lasting().is_some() || self.is_by_hours()
    }

    /// Says whether the hours of a person matter.
    pub fn is_by_hours(&self) -> bool {
        !(self.windows.is_empty() && self.dates.is_empty())
    }

    /// From when to when a slot starts that may touch a date that is not like the week.
    pub fn near_dates(&self) -> impl Iterator<Item = (i64, i64)> {
        self.dates.iter().map(|(date, _)| (date * A_DAY - A_DAY - HALF_A_DAY, date * A_DAY + A_DAY + HALF_A_DAY))
    }

    /// Says whether the hours of a person are all that is asked about time.
    pub fn asks_hours_only(&self) -> bool {
        self.is_by_hours() && !self.is_dated() && self.own_cells().is_none() && self.lasting().is_none()
    }

    /// Pairs of weekday and part of the day that are asked for themselves, when they are.
    pub fn own_cells(&self) -> Option<u32> {
        Some(self.days & self.parts).filter(|cells| *cells != u32::MAX)
    }

    /// The hours of a person's week, weekday by weekday, in minutes; whole days when they do not matter.
    pub fn hours(&self) -> impl Iterator<Item = (u8, u16, u16)> {
        let always = Some((u32::MAX, 0, DAY)).filter(|_| self.windows.is_empty());
        let asked = self.windows.iter().map(|window| (window.days, window.start, window.end)).chain(always);
        asked.flat_map(|(days, start, end)| {
            (0..8).filter(move |day| days & whole(*day) != 0).map(move |day| (day, start, end))
        })
    }

    /// Says how the hours of a person's week hold a rounded stay.
    pub fn holds(&self, stay: Stay) -> Holds {
        if self.windows.is_empty() {
            return if stay.to > DAY { Holds::Some } else { Holds::All };
        }
        let (from, to) = (stay.from.saturating_mul(STEP), stay.to.saturating_mul(STEP));
        let of_day = || self.windows.iter().filter(|window| window.days & whole(stay.weekday) != 0);
        if of_day().any(|window| window.start <= from && to <= window.end) {
            return Holds::All;
        }
        let near = |window: &Window| window.start < from.saturating_add(STEP) && to < window.end.saturating_add(STEP);
        if of_day().any(near) { Holds::Some } else { Holds::None }
    }

    /// Says whether the date matters.
    pub fn is_dated(&self) -> bool {
        self.on.is_some() || self.from > self.now.saturating_add(1) || self.to != i64::MAX
    }

    /// How long a slot must last, if that matters.
    pub fn lasting(&self) -> Option<RangeInclusive<u16>> {
        Some(self.minutes.clone()).filter(|minutes| *minutes != (0..=u16::MAX))
    }

    /// Pairs of weekday and part of the day that can be accepted, in the form of [`Opening::cell`].
    pub fn cells(&self) -> u32 {
        let open = self.windows.iter().map(|window| window.days & spread(u8::MAX, parts(window.start, window.end)));
        let any = self.windows.is_empty() || !self.dates.is_empty();
        let hours = if any { u32::MAX } else { open.fold(0, |all, cells| all | cells) };
        hours & self.days & self.parts
    }

    /// The soonest accepted slot.
    pub fn first<'s>(&self, slots: &'s [Opening]) -> Option<&'s Opening> {
        slots.iter().find(|slot| self.accepts(slot))
    }

    #[expect(clippy::needless_bitwise_bool, reason = "hard to foresee, and none costs as much as a wrong guess")]
    fn accepts(&self, slot: &Opening) -> bool {
        let dated = (self.from <= slot.starts_at) & (slot.starts_at < self.to);
        let lasting = (*self.minutes.start() <= slot.minutes) & (slot.minutes <= *self.minutes.end());
        dated & lasting & (self.days & self.parts & slot.cell() != 0) && self.is_on(slot) && self.fits(slot)
    }

    /// What a slot misses when hours at most are asked about time: all when it has started or is not inside them.
    pub fn misses_hours(&self, slot: &Opening) -> u8 {
        if slot.starts_at <= self.now || !self.fits(slot) { u8::MAX } else { 0 }
    }

    /// The conditions that a slot misses, one bit of [`Part`] each; all of them when it has started.
    pub fn misses(&self, slot: &Opening) -> u8 {
        if slot.starts_at <= self.now {
            return u8::MAX;
        }
        let bit = |part: Part, met: bool| if met { 0 } else { part as u8 };
        bit(Part::Weekdays, self.days & slot.cell() != 0)
            | bit(Part::Parts, self.parts & slot.cell() != 0)
            | bit(Part::Duration, self.minutes.contains(&slot.minutes))
            | bit(Part::Dates, self.from <= slot.starts_at && slot.starts_at < self.to && self.is_on(slot))
            | bit(Part::Hours, self.fits(slot))
    }

    fn is_on(&self, slot: &Opening) -> bool {
        self.on.is_none_or(|(first, last)| (first..=last).contains(&slot.date()))
    }

    fn fits(&self, slot: &Opening) -> bool {
        if self.dates.is_empty() {
            return self.is_in_week(slot);
        }
        let (first, start) = (slot.date(), slot.start());
        let touches = |last: i64| self.dates.iter().any(|(date, _)| (first..=last).contains(date));
        if slot.end == u16::MAX {
            let last =
                first + i64::from((u32::from(start) + u32::from(slot.minutes)).saturating_sub(1) / u32::from(DAY));
            return self.windows.is_empty() && !touches(last);
        }
        let over = slot.end.saturating_sub(DAY);
        if !touches(first + i64::from(over > 0)) {
            return self.is_in_week(slot);
        }
        let weekday = u8::try_from(slot.weekday()).unwrap_or(7);
        self.is_open(first, weekday, start, slot.end.min(DAY))
            && (over == 0 || self.is_open(first + 1, (weekday + 1) % 7, 0, over))
    }

    /// Whether part of a slot is inside the hours of its date.
    fn is_open(&self, date: i64, weekday: u8, from: u16, to: u16) -> bool {
        match self.dates.binary_search_by_key(&date, |(known, _)| *known) {
            Ok(at) => self.dates[at].1.iter().any(|(start, end)| *start <= from && to <= *end),
            Err(_) if self.windows.is_empty() => true,
            Err(_) => self.week.iter().any(|(day, start, end)| *day == weekday && *start <= from && to <= *end),
        }
    }

    #[expect(clippy::needless_bitwise_bool, reason = "hard to foresee, and none costs as much as a wrong guess")]
    fn is_in_week(&self, slot: &Opening) -> bool {
        let (cell, start) = (slot.cell(), slot.start());
        let inside = |w: &Window| (w.days & cell != 0) & (w.start <= start) & (slot.end <= w.end);
        self.windows.is_empty() | self.windows.iter().fold(false, |any, window| any | inside(window))
    }
}

/// The instants that may be one of some dates somewhere.
fn around((first, last): (i64, i64)) -> (i64, i64) {
    let begin = first.saturating_mul(A_DAY).saturating_sub(HALF_A_DAY);
    (begin, last.saturating_add(1).saturating_mul(A_DAY).saturating_add(HALF_A_DAY))
}

/// A length as slots know theirs.
pub fn minutes(length: u32) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// Puts together the weekdays that have the same hours. Hours until midnight go on into the hours that begin then.
fn merge(windows: &[(u8, u16, u16)]) -> Vec<Window> {
    let mut merged: Vec<Window> = Vec::new();
    let mut add = |day: u8, start: u16, end: u16| match merged.iter_mut().find(|w| (w.start, w.end) == (start, end)) {
        Some(window) => window.days |= whole(day),
        None => merged.push(Window { days: whole(day), start, end }),
    };
    for (day, start, end) in windows {
        let end = unfold(*start, *end);
        add(*day, *start, end);
        let morning = windows.iter().filter(|next| end == DAY && *day < 7 && next.0 == (day + 1) % 7 && next.1 == 0);
        morning.for_each(|next| add(*day, *start, DAY + unfold(0, next.2)));
    }
    merged
}

/// The hours of each weekday by itself: those after midnight are the next day's.
fn by_day(windows: &[(u8, u16, u16)]) -> Vec<(u8, u16, u16)> {
    let parts = |&(day, start, end): &(u8, u16, u16)| {
        let end = unfold(start, end);
        let morning = (end > DAY).then(|| ((day + 1) % 7, 0, end - DAY));
        std::iter::once((day, start, end.min(DAY))).chain(morning)
    };
    windows.iter().flat_map(parts).collect()
}

/// Dates in order, each once with all its hours.
fn in_order(dates: &[DateHours]) -> Vec<DateHours> {
    let mut all: Vec<DateHours> = dates.to_vec();
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1.append(&mut next.1);
        }
        same
    });
    all
}

/// An end that is not after the start belongs to the next day.
fn unfold(start: u16, end: u16) -> u16 {
    if end <= start { end.saturating_add(DAY) } else { end }
}

/// All parts of a weekday.
fn whole(weekday: u8) -> u32 {
    0xf_u32.checked_shl(4 * u32::from(weekday)).unwrap_or(0)
}

/// The part of the day of a minute, as the place of its bit.
fn part(minute: u16) -> u16 {
    match minute / 60 {
        6..12 => 0,
        12..18 => 1,
        18..22 => 2,
        _ => 3,
    }
}

/// The parts of the day between two minutes.
fn parts(start: u16, end: u16) -> u8 {
    (start..=end.min(DAY - 1)).step_by(60).chain([end.min(DAY - 1)]).fold(0, |parts, minute| parts | 1 << part(minute))
}

fn spread(days: u8, parts: u8) -> u32 {
    (0..8).filter(|day| days >> day & 1 == 1).fold(0, |all, day| all | u32::from(parts & 15) << (4 * day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn friday(start_minute: u16, end_minute: u16) -> SlotDoc {
        SlotDoc { starts_at: 100, ends_at: 200, places_left: 1, weekday: 4, start_minute, end_minute }
    }

    fn fits(slot: &SlotDoc, windows: &[(u8, u16, u16)]) -> bool {
        let query = Query { windows: windows.to_vec(), ..Query::default() };
        When::new(&query, 0).first(&openings(std::slice::from_ref(slot))).is_some()
    }

    #[test]
    fn a_slot_lies_inside_one_window() {
        assert!(fits(&friday(540, 720), &[(4, 540, 720)]));
        assert!(!fits(&friday(540, 720), &[(4, 540, 600), (4, 600, 720)]));
        assert!(!fits(&friday(540, 720), &[(3, 0, 1440)]));
    }

    #[test]
    fn a_night_slot_needs_a_night_window() {
        assert!(fits(&friday(1320, 120), &[(4, 1200, 180)]));
        assert!(!fits(&friday(1320, 120), &[(4, 1200, 1440)]));
        assert!(fits(&friday(1320, 0), &[(4, 1200, 1440)]));
        assert!(fits(&friday(1320, 120), &[(4, 1200, 1440), (5, 0, 180)]));
        assert!(!fits(&friday(1320, 120), &[(4, 1200, 1440), (5, 0, 60)]));
        assert!(!fits(&friday(1320, 120), &[(4, 1200, 1440), (5, 1, 180)]));
        assert!(!fits(&friday(1320, 120), &[(4, 1200, 1439), (5, 0, 180)]));
        assert!(fits(&SlotDoc { weekday: 6, ..friday(1320, 120) }, &[(0, 0, 180), (6, 1200, 0)]));
        assert!(!fits(&SlotDoc { ends_at: 100_000, ..friday(540, 560) }, &[(4, 0, 1440)]));
    }

    #[test]
    fn a_date_apart_has_its_own_hours_wherever_the_place_is() {
        // Friday 13 November 2026, 9 h to 12 h, at the place.
        let friday_at = |offset: i64| {
            let start = 20_770 * A_DAY + (9 - offset) * 3_600;
            let (start_minute, end_minute) = (540, 720);
            SlotDoc {
                starts_at: start,
                ends_at: start + 3 * 3_600,
                places_left: 1,
                weekday: 4,
                start_minute,
                end_minute,
            }
        };
        let fits = |slot: &SlotDoc, dates: &[DateHours], windows: &[(u8, u16, u16)]| {
            let query = Query { dates: dates.to_vec(), windows: windows.to_vec(), ..Query::default() };
            When::new(&query, 0).first(&openings(std::slice::from_ref(slot))).is_some()
        };
        let week = [(4, 480, 780)];
        for offset in [-10, -3, 0, 1, 2, 4, 11, 12] {
            let slot = friday_at(offset);
            assert!(fits(&slot, &[(20_771, vec![]), (20_769, vec![])], &week), "{offset}: other dates");
            assert!(!fits(&slot, &[(20_770, vec![])], &week), "{offset}: closed");
            assert!(fits(&slot, &[(20_770, vec![(500, 720)])], &[(0, 0, 60)]), "{offset}: opened");
            assert!(
                !fits(&slot, &[(20_770, vec![(600, 720)]), (20_770, vec![(0, 600)])], &week),
                "{offset}: not whole"
            );
            assert!(fits(&slot, &[(20_769, vec![])], &[]), "{offset}: no week");
        }
        let night = SlotDoc { start_minute: 1_320, end_minute: 120, ..friday_at(-12) };
        let night = SlotDoc { starts_at: night.starts_at + 13 * 3_600 - 12 * 3_600, ..night };
        assert!(fits(&night, &[(20_771, vec![(0, 120)])], &[(4, 1_200, 1_440)]), "on into the next date");
        assert!(!fits(&night, &[(20_771, vec![(0, 60)])], &[(4, 1_200, 1_440), (5, 0, 180)]));
        assert!(fits(&night, &[(20_770, vec![(1_300, 1_440)])], &[(4, 0, 60), (5, 0, 180)]));
    }

    #[test]
    fn a_full_or_started_slot_does_not_count() {
        let slots = [SlotDoc { places_left: 0, ..friday(1, 2) }, friday(1, 2)];
        let query = Query::default();
        assert_eq!(When::new(&query, 99).first(&openings(&slots)).map(|s| s.index), Some(1));
        assert!(When::new(&query, 100).first(&openings(&slots)).is_none());
    }
}
