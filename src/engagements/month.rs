//! A month of work, ready to be copied where one declares it: hours, gross, what is left after her costs. What the mission
//! said is proposed; her own version, when she wrote one, counts in its place and never replaces it. Nothing is declared for her.

use crate::engagements::State;
use crate::interests::Interest;
use crate::interests::store::Whole;
use crate::kernel::{Cents, Id, Instant, Lang, RuleError};
use crate::offers::net::{self, Net};
use crate::offers::{PayUnit, Slot, Terms};
use chrono::{Datelike, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Paris;

/// Months that can be looked back at.
pub const BACK: u32 = 24;
/// From this day of a month on, it can be declared.
const OPENS: u32 = 28;
/// Until this day of the next one.
const CLOSES: u32 = 15;
/// The hour of the letter, in Paris.
const HOUR: u32 = 9;
/// Work beyond the slot that a line can hold, in minutes.
const MINUTES_MORE: u32 = 120;
/// Minutes of a day.
const DAY: u32 = 1_440;
/// Highest amount that a line can hold.
const CENTS_MAX: i64 = 10_000_000;

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of an instant, in Paris.
    #[must_use]
    pub fn of(at: Instant) -> Self {
        Self::holding(at.with_timezone(&Paris).date_naive())
    }

    /// The month that holds a date.
    #[must_use]
    pub fn holding(date: NaiveDate) -> Self {
        Self(date.with_day(1).unwrap_or(date))
    }

    /// "2026-11", of the last two years or of this month; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str, now: Instant) -> Option<Self> {
        let month = Self(NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok()?);
        let current = Self::of(now);
        let oldest = Self(current.0 - Months::new(BACK));
        (text.len() == 7 && month <= current && month >= oldest).then_some(month)
    }

    /// "2026-11".
    #[must_use]
    pub fn word(self) -> String {
        self.0.format("%Y-%m").to_string()
    }

    /// "novembre 2026".
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        format!("{} {}", self.0.format_localized("%B", lang.locale()), self.0.year())
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.0
    }

    /// From when it can be declared: a date of the calendar.
    #[must_use]
    pub fn opens(self) -> NaiveDate {
        self.0 + TimeDelta::days(i64::from(OPENS) - 1)
    }

    /// The last day on which it can be declared: one of the next month, and of the next year after December.
    #[must_use]
    pub fn closes(self) -> NaiveDate {
        self.after().0 + TimeDelta::days(i64::from(CLOSES) - 1)
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0 - Months::new(1))
    }

    /// The month after.
    #[must_use]
    pub fn after(self) -> Self {
        Self(self.0 + Months::new(1))
    }

    /// From its first midnight to its last, in Paris.
    #[must_use]
    pub fn span(self) -> (Instant, Instant) {
        let midnight = |date: NaiveDate| -> Instant {
            let at = Paris.from_local_datetime(&date.and_time(NaiveTime::MIN)).earliest();
            at.map_or_else(|| date.and_time(NaiveTime::MIN).and_utc(), |at| at.to_utc()).into()
        };
        (midnight(self.0), midnight(self.after().0))
    }

    /// The month whose time to declare has come, if one has: from the 28th at nine to the 15th of the next.
    #[must_use]
    pub fn due(now: Instant) -> Option<Self> {
        use chrono::Timelike;
        let local = now.with_timezone(&Paris);
        match local.day() {
            OPENS if local.hour() < HOUR => None,
            OPENS.. => Some(Self::of(now)),
            0..=CLOSES => Some(Self::of(now).before()),
            _ => None,
        }
    }
}

/// Hours and amounts of one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    /// Work, in minutes.
    pub minutes: u32,
    /// What was paid, before anything is taken off.
    pub gross: Cents,
    /// What it cost her.
    pub fees: Cents,
}

impl Amounts {
    /// What the mission said for a slot; costs are hers to add.
    #[must_use]
    pub fn proposed(terms: &Terms, slot: &Slot) -> Self {
        let minutes = (slot.ends_at - slot.starts_at).num_minutes().max(0);
        let gross = match terms.unit {
            PayUnit::Hour => Cents((terms.pay.0 * minutes + 30) / 60),
            PayUnit::Mission => terms.pay,
        };
        Self { minutes: u32::try_from(minutes).unwrap_or(u32::MAX), gross, fees: Cents(0) }
    }

    /// Her own version, within reason: `most` minutes.
    ///
    /// # Errors
    /// `own-hours`, which says how many, `own-amount`, `own-fees`.
    pub fn own(minutes: u32, gross: Cents, fees: Cents, most: u32) -> Result<Self, RuleError> {
        let money = |amount: Cents| (0..=CENTS_MAX).contains(&amount.0);
        if minutes > most {
            let most = format!("{}:{:02}", most / 60, most % 60);
            return Err(RuleError::invalid("own-hours").with("most", most).on("heures"));
        }
        if !money(gross) {
            return Err(RuleError::invalid("own-amount").on("brut"));
        }
        if !money(fees) || fees > gross {
            return Err(RuleError::invalid("own-fees").on("frais"));
        }
        Ok(Self { minutes, gross, fees })
    }

    /// What is left after her costs.
    #[must_use]
    pub const fn left(&self) -> Cents {
        Cents(self.gross.0 - self.fees.0)
    }
}

/// One slot of a month.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is about.
    pub whole: Whole,
    /// What the mission said.
    pub proposed: Amounts,
    /// Her own version.
    pub own: Option<Amounts>,
}

impl Line {
    /// A slot that is over, in the month where it began at the place; `None` when it did not take place or is another month's.
    #[must_use]
    pub fn of(month: Month, now: Instant, whole: Whole, state: State, own: Option<Amounts>) -> Option<Self> {
        let began = whole.slot.starts_at.with_timezone(&whole.offer.terms.zone).date_naive();
        let counts = state != State::NotDone && whole.slot.ends_at <= now && Month::holding(began) == month;
        counts.then(|| Self { proposed: Amounts::proposed(&whole.offer.terms, &whole.slot), own, whole })
    }

    /// Whose line it is.
    #[must_use]
    pub const fn interest(&self) -> Id<Interest> {
        self.whole.interest.id
    }

    /// The most that she can have worked, in minutes, beside her other slots: the slot and two hours, and with those that
    /// began on the same day no more than the days that it touches hold.
    #[must_use]
    pub fn most_minutes<'a>(&self, others: impl Iterator<Item = &'a Self>) -> u32 {
        let day = |line: &Self, at: Instant| at.with_timezone(&line.whole.offer.terms.zone).date_naive();
        let (slot, began) = (&self.whole.slot, day(self, self.whole.slot.starts_at));
        let last = day(self, slot.ends_at - TimeDelta::seconds(1));
        let days = u32::try_from((last - began).num_days()).unwrap_or(0) + 1;
        let same = others.filter(|o| o.interest() != self.interest() && day(o, o.whole.slot.starts_at) == began);
        let worked = same.map(|o| o.counted().minutes).fold(0, u32::saturating_add);
        self.proposed.minutes.saturating_add(MINUTES_MORE).min(days.saturating_mul(DAY).saturating_sub(worked))
    }

    /// What counts: her own version, else what is proposed.
    #[must_use]
    pub fn counted(&self) -> Amounts {
        self.own.unwrap_or(self.proposed)
    }

    /// About what is left after contributions and her costs; `None` when the platform withholds them.
    #[must_use]
    pub fn net(&self) -> Option<Net> {
        let counted = self.counted();
        let net = net::estimate_of(&self.whole.offer.terms, counted.gross)?;
        let less = |amount: Cents| Cents(amount.0 - counted.fees.0);
        Some(Net { least: less(net.least), most: less(net.most) })
    }
}

/// The sum of some lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Hours and amounts.
    pub amounts: Amounts,
    /// About what is left; `None` as soon as a platform withholds contributions itself: only its statement tells.
    pub net: Option<Net>,
}

impl Sum {
    /// Adds lines up.
    #[must_use]
    pub fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let none = Some(Net { least: Cents(0), most: Cents(0) });
        let zero = Self { amounts: Amounts { minutes: 0, gross: Cents(0), fees: Cents(0) }, net: none };
        lines.fold(zero, |sum, line| {
            let (a, b) = (sum.amounts, line.counted());
            let add = |x: Cents, y: Cents| Cents(x.0 + y.0);
            let both = |(x, y): (Net, Net)| Net { least: add(x.least, y.least), most: add(x.most, y.most) };
            Self {
                amounts: Amounts {
                    minutes: a.minutes.saturating_add(b.minutes),
                    gross: add(a.gross, b.gross),
                    fees: add(a.fees, b.fees),
                },
                net: sum.net.zip(line.net()).map(both),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    #[test]
    fn months_are_those_of_the_calendar_in_paris() {
        let now = at("2026-11-25T11:00:00Z");
        let month = |text| Month::parse(text, now).map(Month::word);
        assert_eq!(month("2026-11").as_deref(), Some("2026-11"));
        assert_eq!(month("2024-11").as_deref(), Some("2024-11"));
        for wrong in ["2026-12", "2024-10", "2026-13", "2026-1", "novembre", "", "2026-11-01", "+026-11"] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
        assert_eq!(Month::of(at("2026-10-31T23:30:00Z")).word(), "2026-11", "midnight is that of Paris");
        let (from, to) = Month::of(now).span();
        assert_eq!((from, to), (at("2026-10-31T23:00:00Z"), at("2026-11-30T23:00:00Z")));
        assert_eq!(Month::of(now).after().before(), Month::of(now));
    }

    #[test]
    fn the_time_to_declare_comes_by_the_calendar() {
        let due = |text| Month::due(at(text)).map(Month::word);
        assert_eq!(due("2026-11-27T20:00:00Z"), None);
        assert_eq!(due("2026-11-28T07:59:00Z"), None, "before nine in Paris");
        assert_eq!(due("2026-11-28T08:00:00Z").as_deref(), Some("2026-11"));
        assert_eq!(due("2027-02-28T08:00:00Z").as_deref(), Some("2027-02"), "the shortest month");
        assert_eq!(due("2026-12-15T20:00:00Z").as_deref(), Some("2026-11"));
        assert_eq!(due("2026-12-16T20:00:00Z"), None);
        let mut month = Month::holding(NaiveDate::from_ymd_opt(2026, 1, 31).unwrap());
        for _ in 0..36 {
            let (opens, closes) = (month.opens(), month.closes());
            let told = |date: NaiveDate| at(&format!("{date}T10:00:00Z"));
            assert_eq!((Month::due(told(opens)), Month::due(told(closes))), (Some(month), Some(month)));
            assert_ne!(Month::due(told(opens - TimeDelta::days(1))), Some(month));
            assert_ne!(Month::due(told(closes + TimeDelta::days(1))), Some(month));
            month = month.after();
        }
        let december = Month::holding(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
        assert_eq!(december.closes().to_string(), "2027-01-15", "the year ends between the two");
    }

    #[test]
    fn her_own_version_is_within_reason() {
        let own = |minutes, gross, fees| Amounts::own(minutes, Cents(gross), Cents(fees), 360).map_err(|r| r.code);
        assert_eq!(own(240, 6_000, 500).unwrap().left(), Cents(5_500));
        assert_eq!(own(0, 0, 0).unwrap().left(), Cents(0));
        assert!(own(360, 6_000, 0).is_ok());
        assert_eq!(own(361, 6_000, 0), Err("own-hours"), "a slot of four hours, and two");
        assert_eq!(own(60, -1, 0), Err("own-amount"));
        assert_eq!(own(60, 10_000_001, 0), Err("own-amount"));
        assert_eq!(own(60, 1_000, 1_001), Err("own-fees"));
    }
}
