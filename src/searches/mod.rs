//! A search that a person keeps: the address is the search, and missions that answer it are told to her by letter, at once,
//! every morning or every Monday. It is hers alone: read with the proof [`crate::people::Herself`] or by her own letters,
//! never journaled, logged or counted by person (I3). An offer is told once a search. Relative dates are read again each
//! time, in the zone of the place: a saved weekend is the coming one.

pub mod actions;
pub mod asked;
pub mod ears;
pub mod letters;
pub mod pages;
mod stop;
pub mod store;
pub(crate) mod words;

use crate::kernel::{Id, Instant, RuleError};
use crate::people::Person;
use chrono::{Datelike, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::Paris;
use uuid::Uuid;

pub use ears::Ears;
pub use stop::Stop;

/// Searches that one person may keep.
pub const MOST: usize = 20;
/// Characters of a name.
pub const NAME_MAX: usize = 80;
/// Missions that are news by themselves are gathered this long, so that a burst is one letter.
pub const GATHERED: TimeDelta = TimeDelta::seconds(40);
/// When the letters of the morning leave, in Paris.
const MORNING: u32 = 7;

crate::text_enum! {
    /// How often she is written to.
    pub enum Frequency {
        /// Within a minute.
        Immediate = "immediate",
        /// Every day at seven.
        Daily = "daily",
        /// On Mondays at seven.
        Weekly = "weekly",
    }
}

impl Frequency {
    /// What she chose, by its word.
    ///
    /// # Errors
    /// `search-frequency-unknown`.
    pub fn chosen(word: &str) -> Result<Self, RuleError> {
        Self::parse(word).ok_or_else(|| RuleError::invalid("search-frequency-unknown"))
    }

    /// What was heard until this instant is told now. No other state: after a stop of any length, or on any node, the same
    /// letters are due.
    #[must_use]
    pub fn due_until(self, now: Instant) -> Instant {
        let local = now.with_timezone(&Paris);
        let seven = NaiveTime::from_hms_opt(MORNING, 0, 0).unwrap_or(NaiveTime::MIN);
        let today = local.date_naive();
        let last = if local.time() < seven { today - TimeDelta::days(1) } else { today };
        let day = match self {
            // All of it, whatever the clock of the node that heard it says.
            Self::Immediate => return now + TimeDelta::days(1),
            Self::Daily => last,
            Self::Weekly => last - TimeDelta::days(last.weekday().num_days_from_monday().into()),
        };
        Paris.from_local_datetime(&day.and_time(seven)).earliest().map_or(now, |at| at.to_utc().into())
    }
}

/// A search that a person keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedSearch {
    /// Key.
    pub id: Id<SavedSearch>,
    /// Whose it is.
    pub person: Id<Person>,
    /// The query string, as [`asked::canonical`] writes it.
    pub query: String,
    /// Its name in words.
    pub name: String,
    /// How often she is written to.
    pub frequency: Frequency,
    /// What she could see when she saved it.
    pub seen: Seen,
    /// When she saved it.
    pub created_at: Instant,
    /// When she last opened it.
    pub looked_at: Instant,
    /// Since when no letter leaves, when she stopped them.
    pub stopped_at: Option<Instant>,
}

impl SavedSearch {
    /// Whether an offer published then is news: it came after she saved, or she could not see it then.
    #[must_use]
    pub fn is_news(&self, offer: Uuid, published_at: Instant) -> bool {
        published_at > self.created_at || !self.seen.has(offer)
    }
}

/// What a person could see when she saved a search: the last four random bytes of each offer's key, in order. Small
/// enough to be kept by the hundred thousand; two offers in a billion are taken for one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen(Option<Vec<u8>>);

impl Seen {
    /// Missions listed; above this, all that was there counts as seen.
    pub const MOST: usize = 4_000;

    /// Everything that was there.
    pub const ALL: Self = Self(None);

    /// These missions.
    #[must_use]
    pub fn of(ids: impl Iterator<Item = Uuid>) -> Self {
        let mut marks: Vec<[u8; 4]> = ids.map(mark).collect();
        if marks.len() > Self::MOST {
            return Self::ALL;
        }
        marks.sort_unstable();
        Self(Some(marks.concat()))
    }

    /// As it is kept.
    #[must_use]
    pub const fn kept(bytes: Option<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// To be kept.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.0.as_deref()
    }

    fn has(&self, id: Uuid) -> bool {
        self.0.as_ref().is_none_or(|bytes| bytes.as_chunks::<4>().0.binary_search(&mark(id)).is_ok())
    }
}

fn mark(id: Uuid) -> [u8; 4] {
    let bytes = id.into_bytes();
    [bytes[12], bytes[13], bytes[14], bytes[15]]
}

/// A mission that answers a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The search.
    pub search: Id<SavedSearch>,
    /// Whose it is.
    pub person: Id<Person>,
    /// How often she is written to.
    pub frequency: Frequency,
    /// The mission.
    pub offer: Id<crate::offers::Offer>,
    /// When it was published or changed.
    pub told_from: Instant,
    /// Until when it is known that it was told: a week after its end.
    pub delete_after: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    #[test]
    fn mornings_are_those_of_paris() {
        let daily = |now| Frequency::Daily.due_until(at(now));
        assert_eq!(daily("2026-11-25T05:59:59Z"), at("2026-11-24T06:00:00Z"));
        assert_eq!(daily("2026-11-25T06:00:00Z"), at("2026-11-25T06:00:00Z"));
        assert_eq!(daily("2026-07-01T05:30:00Z"), at("2026-07-01T05:00:00Z"), "summer time");
        let weekly = |now| Frequency::Weekly.due_until(at(now));
        assert_eq!(weekly("2026-11-25T11:00:00Z"), at("2026-11-23T06:00:00Z"));
        assert_eq!(weekly("2026-11-23T05:00:00Z"), at("2026-11-16T06:00:00Z"), "a Monday before seven");
        assert_eq!(weekly("2026-10-26T06:00:00Z"), at("2026-10-26T06:00:00Z"), "the day after summer time");
        assert!(Frequency::Immediate.due_until(at("2026-11-25T11:00:00Z")) > at("2026-11-25T11:00:05Z"));
        assert_eq!(Frequency::chosen("hourly").unwrap_err().code, "search-frequency-unknown");
    }

    #[test]
    fn what_she_could_see_when_she_saved_is_not_news() {
        let ids: Vec<Uuid> = (0..50).map(|_| Uuid::now_v7()).collect();
        let seen = Seen::of(ids[..40].iter().copied());
        let kept = Seen::kept(seen.bytes().map(<[u8]>::to_vec));
        assert!(ids.iter().enumerate().all(|(n, id)| kept.has(*id) == (n < 40)));
        assert!(Seen::ALL.has(ids[0]) && !Seen::of(std::iter::empty()).has(ids[0]));
        let saved = at("2026-11-25T11:00:00Z");
        let search = SavedSearch {
            id: Id::make(),
            person: Id::make(),
            query: "quoi=plonge".into(),
            name: "plonge".into(),
            frequency: Frequency::Immediate,
            seen: kept,
            created_at: saved,
            looked_at: saved,
            stopped_at: None,
        };
        assert!(search.is_news(ids[0], saved + TimeDelta::seconds(1)), "published again since");
        assert!(!search.is_news(ids[0], saved) && search.is_news(ids[45], saved), "it changed and answers now");
    }
}
