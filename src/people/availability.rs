//! When and how far a person can work: her week, the dates that are not like it, how early she must know, how she gets
//! there, how long she works at a time, and whether she can start now. What she typed is checked here, once.

use crate::geo::communes::{self, Commune};
use crate::geo::travel::Mode;
use crate::kernel::{Id, Instant, RuleError, day_number};
use crate::offers::asked::Hers;
use crate::people::{Person, Window};
use chrono::{Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Dates that one person may set apart.
pub const DAYS_MOST: usize = 60;
/// How far ahead a date may be, in days.
const DAYS_AHEAD: i64 = 366;
/// Hours that may be asked for before a start.
pub const NOTICES: [u32; 8] = [0, 1, 2, 4, 12, 24, 48, 72];
/// Hours of work at a time that may be asked for.
pub const LENGTHS: [u32; 8] = [1, 2, 3, 4, 6, 8, 10, 12];
/// Kilometres, at least and at most.
pub const RADIUS: std::ops::RangeInclusive<u32> = 1..=200;
/// Minutes of a day.
pub(super) const DAY: u16 = 1_440;

/// A date that is not like the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Key.
    pub id: Id<Day>,
    /// Which date, at the place.
    pub date: NaiveDate,
    /// From and to, in minutes after midnight; `None` when nothing is possible that day.
    pub hours: Option<(u16, u16)>,
}

/// What she needs beside her hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// How she gets there, when she said so.
    pub mode: Option<Mode>,
    /// Minutes between knowing and starting.
    pub notice_minutes: u32,
    /// Shortest work that is worth the way, in minutes.
    pub shortest: Option<u32>,
    /// Longest work at a time, in minutes.
    pub longest: Option<u32>,
    /// She can start now, until then.
    pub ready_until: Option<Instant>,
}

impl Limits {
    /// Limits whose lengths are in order.
    ///
    /// # Errors
    /// `lengths-inverted` when the longest is below the shortest.
    pub fn checked(self) -> Result<Self, RuleError> {
        match (self.shortest, self.longest) {
            (Some(shortest), Some(longest)) if longest < shortest => Err(RuleError::invalid("lengths-inverted")),
            _ => Ok(self),
        }
    }
}

/// Everything that decides whether a slot fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    /// Commune (Insee code), if she gave one.
    pub insee: Option<String>,
    /// How far she goes, in kilometres.
    pub radius_km: u32,
    /// Her week, joined.
    pub week: Vec<Window>,
    /// Dates that are not like it.
    pub days: Vec<Day>,
    /// The rest.
    pub limits: Limits,
}

impl Availability {
    /// What a person said; the dates and the rest come from her rows.
    #[must_use]
    pub fn of(person: &Person, days: Vec<Day>, limits: Limits) -> Self {
        let (insee, week) = (person.insee.clone(), super::joined(person.week.clone()));
        Self { insee, radius_km: person.radius_km, week, days, limits }
    }

    /// Until when she can start now, if she said so and it has not ended by itself.
    #[must_use]
    pub fn ready(&self, now: Instant) -> Option<Instant> {
        self.limits.ready_until.filter(|until| *until > now)
    }

    /// Where she lives, once she said so: without it no mission can be said to be near.
    #[must_use]
    pub fn home(&self) -> Option<&'static Commune> {
        self.insee.as_deref().and_then(communes::by_insee)
    }

    /// How far she goes, in metres: her own radius, and no farther than her way of travelling gets in a sensible time.
    #[must_use]
    pub fn farthest_m(&self) -> u32 {
        let radius = self.radius_m();
        self.limits.mode.map_or(radius, |mode| radius.min(mode.farthest_m()))
    }

    /// Her own radius, in metres.
    #[must_use]
    pub fn radius_m(&self) -> u32 {
        self.radius_km.clamp(*RADIUS.start(), *RADIUS.end()) * 1_000
    }

    /// Her way of travelling, when it is what bounds how far she goes.
    #[must_use]
    pub fn bounded_by(&self) -> Option<Mode> {
        self.limits.mode.filter(|mode| mode.farthest_m() < self.radius_m())
    }

    /// Whether anything is known of when she can work: any hour of the week, or that she can start now.
    #[must_use]
    pub fn tells_when(&self, now: Instant) -> bool {
        self.says_hours() || self.ready(now).is_some()
    }

    /// Whether she said any hour at all.
    #[must_use]
    pub fn says_hours(&self) -> bool {
        !self.week.is_empty()
    }

    /// Local time where she lives; that of Paris when she did not say where.
    #[must_use]
    pub fn zone(&self) -> Tz {
        zone(self.insee.as_deref())
    }

    /// Her hours, as questions are asked: her week, and the dates that are not like it.
    #[must_use]
    pub fn hers(&self) -> Hers {
        let dates: BTreeSet<NaiveDate> = self.days.iter().map(|day| day.date).collect();
        Hers {
            week: self.week.iter().map(|w| (w.weekday, w.start, w.end)).collect(),
            dates: dates.into_iter().map(|date| (day_number(date), self.hours_on(date).unwrap_or_default())).collect(),
        }
    }

    /// Hours of a date, joined; `None` when she did not say.
    #[must_use]
    pub fn hours_on(&self, date: NaiveDate) -> Option<Vec<(u16, u16)>> {
        let apart: Vec<&Day> = self.days.iter().filter(|day| day.date == date).collect();
        if !apart.is_empty() {
            let weekday = weekday(date);
            let windows = apart.iter().filter_map(|day| day.hours).map(|(start, end)| Window { weekday, start, end });
            let joined = super::joined(windows.collect());
            return Some(joined.iter().map(|w| (w.start, w.end)).collect());
        }
        self.says_hours()
            .then(|| self.week.iter().filter(|w| w.weekday == weekday(date)).map(|w| (w.start, w.end)).collect())
    }

    /// Whether this date was set apart.
    #[must_use]
    pub fn is_apart(&self, date: NaiveDate) -> bool {
        self.days.iter().any(|day| day.date == date)
    }

    /// Whether these hours may be added to this date.
    ///
    /// # Errors
    /// `days-full`, `day-said-already`, `hours-overlap`.
    pub fn takes(&self, new: &Day) -> Result<(), RuleError> {
        if self.days.len() >= DAYS_MOST {
            return Err(RuleError::invalid("days-full").with("max", DAYS_MOST));
        }
        for known in self.days.iter().filter(|day| day.date == new.date) {
            match (known.hours, new.hours) {
                (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1 => return Err(RuleError::invalid("hours-overlap")),
                (Some(_), Some(_)) => {}
                _ => return Err(RuleError::invalid("day-said-already")),
            }
        }
        Ok(())
    }
}

/// Local time of a commune; that of Paris when it is not known.
#[must_use]
pub fn zone(insee: Option<&str>) -> Tz {
    insee.and_then(communes::by_insee).map_or(chrono_tz::Europe::Paris, communes::zone)
}

fn weekday(date: NaiveDate) -> u8 {
    u8::try_from(date.weekday().num_days_from_monday()).unwrap_or(0)
}

/// A date from today to a year ahead.
///
/// # Errors
/// `day-past`, `day-too-far`.
pub fn coming(date: NaiveDate, zone: Tz, now: Instant) -> Result<NaiveDate, RuleError> {
    let today = now.with_timezone(&zone).date_naive();
    if date < today {
        return Err(RuleError::invalid("day-past"));
    }
    if date > today + TimeDelta::days(DAYS_AHEAD) {
        return Err(RuleError::invalid("day-too-far"));
    }
    Ok(date)
}

/// Whether this hour of this date exists: on the night of summer time, one does not.
///
/// # Errors
/// `hour-skipped`.
pub fn exists(date: NaiveDate, minutes: u16, zone: Tz) -> Result<(), RuleError> {
    let Some(at) = local(date, minutes) else { return Ok(()) };
    match zone.from_local_datetime(&at) {
        LocalResult::None => Err(RuleError::invalid("hour-skipped")),
        _ => Ok(()),
    }
}

fn local(date: NaiveDate, minutes: u16) -> Option<NaiveDateTime> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0)?;
    Some(date.and_time(time))
}

/// The end of today where she lives: until when "now" lasts.
#[must_use]
pub fn end_of_day(zone: Tz, now: Instant) -> Instant {
    let tomorrow = now.with_timezone(&zone).date_naive() + TimeDelta::days(1);
    let midnight = zone.from_local_datetime(&tomorrow.and_time(NaiveTime::MIN)).earliest();
    midnight.map_or(now + TimeDelta::hours(12), |at| at.to_utc().into())
}
