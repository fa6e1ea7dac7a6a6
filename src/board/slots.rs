//! When a document can be done: a slot counts while it has places and has not started, and one slot must meet every condition on time.

use super::doc::SlotDoc;
use super::query::Query;

const DAY: u16 = 24 * 60;

/// An open slot, as it is searched.
#[derive(Clone, Copy)]
pub struct Opening {
    /// Start, in seconds since the epoch.
    pub starts_at: i64,
    /// Where it stands in the document.
    pub index: u16,
    start: u16,
    /// End in minutes of the first day; beyond every window when the slot lasts a day or more.
    end: u16,
    /// One bit for the weekday.
    day: u8,
    /// One bit for the part of the day.
    part: u8,
}

/// Keeps the slots with places, soonest first.
pub fn openings(slots: &[SlotDoc]) -> Vec<Opening> {
    let open = (0..u16::MAX).zip(slots).filter(|(_, slot)| slot.places_left > 0);
    let mut all: Vec<_> = open.map(|(index, slot)| Opening::new(index, slot)).collect();
    all.sort_by_key(|slot| slot.starts_at);
    all
}

impl Opening {
    fn new(index: u16, slot: &SlotDoc) -> Self {
        let long = slot.ends_at.saturating_sub(slot.starts_at) >= 86_400;
        Self {
            starts_at: slot.starts_at,
            index,
            start: slot.start_minute,
            end: if long { u16::MAX } else { unfold(slot.start_minute, slot.end_minute) },
            day: bit(slot.weekday),
            part: part(slot.start_minute),
        }
    }

    /// One bit per pair of weekday and part of the day.
    pub fn cell(&self) -> u32 {
        spread(self.day, self.part)
    }
}

/// The conditions of a query on time.
pub struct When {
    /// First accepted start.
    pub from: i64,
    /// End of accepted starts.
    pub to: i64,
    days: u8,
    parts: u8,
    windows: Vec<Window>,
}

/// The same hours of some weekdays.
struct Window {
    days: u8,
    start: u16,
    end: u16,
}

impl When {
    /// Reads a query; what has started at `now` is never accepted.
    pub fn new(query: &Query, now: i64) -> Self {
        let any = |mask: u8| if mask == 0 { u8::MAX } else { mask };
        Self {
            from: query.from.unwrap_or(i64::MIN).max(now.saturating_add(1)),
            to: query.to.unwrap_or(i64::MAX),
            days: any(query.weekdays),
            parts: any(query.parts),
            windows: merge(&query.windows),
        }
    }

    /// Says whether the hour or the weekday matters.
    pub fn is_weekly(&self) -> bool {
        self.days != u8::MAX || self.parts != u8::MAX || !self.windows.is_empty()
    }

    /// Pairs of weekday and part of the day that can be accepted, in the form of [`Opening::cell`].
    pub fn cells(&self) -> u32 {
        let open = self.windows.iter().fold(0, |days, window| days | window.days);
        spread(if self.windows.is_empty() { self.days } else { self.days & open }, self.parts)
    }

    /// The soonest accepted slot.
    pub fn first<'s>(&self, slots: &'s [Opening]) -> Option<&'s Opening> {
        slots.iter().find(|slot| self.accepts(slot))
    }

    fn accepts(&self, slot: &Opening) -> bool {
        self.from <= slot.starts_at
            && slot.starts_at < self.to
            && (!self.is_weekly() || (self.days & slot.day != 0 && self.parts & slot.part != 0 && self.fits(slot)))
    }

    fn fits(&self, slot: &Opening) -> bool {
        self.windows.is_empty()
            || self.windows.iter().any(|w| w.days & slot.day != 0 && w.start <= slot.start && slot.end <= w.end)
    }
}

/// Puts together the weekdays that have the same hours.
fn merge(windows: &[(u8, u16, u16)]) -> Vec<Window> {
    let mut merged: Vec<Window> = Vec::new();
    for (day, start, end) in windows {
        let (days, start, end) = (bit(*day), *start, unfold(*start, *end));
        match merged.iter_mut().find(|window| (window.start, window.end) == (start, end)) {
            Some(window) => window.days |= days,
            None => merged.push(Window { days, start, end }),
        }
    }
    merged
}

/// An end that is not after the start belongs to the next day.
fn unfold(start: u16, end: u16) -> u16 {
    if end <= start { end.saturating_add(DAY) } else { end }
}

fn bit(weekday: u8) -> u8 {
    1_u8.checked_shl(weekday.into()).unwrap_or(0)
}

fn part(minute: u16) -> u8 {
    match minute / 60 {
        6..12 => Query::MORNING,
        12..18 => Query::AFTERNOON,
        18..22 => Query::EVENING,
        _ => Query::NIGHT,
    }
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
        assert!(!fits(&SlotDoc { ends_at: 100_000, ..friday(540, 560) }, &[(4, 0, 1440)]));
    }

    #[test]
    fn a_full_or_started_slot_does_not_count() {
        let slots = [SlotDoc { places_left: 0, ..friday(1, 2) }, friday(1, 2)];
        let query = Query::default();
        assert_eq!(When::new(&query, 99).first(&openings(&slots)).map(|s| s.index), Some(1));
        assert!(When::new(&query, 100).first(&openings(&slots)).is_none());
    }
}
