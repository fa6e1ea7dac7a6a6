//! What the board is told about a mission: the facts that search and visibility need, and a payload that it only hands back.

use uuid::Uuid;

/// What stands behind a document: kept in few bytes, and made whole when the document is shown.
pub trait Payload {
    /// As it is handed back.
    type Shown;

    /// Makes it whole; `None` when it cannot be read, which hides the document.
    fn shown(&self) -> Option<Self::Shown>;

    /// Bytes that it takes besides its own size.
    fn heap(&self) -> usize;
}

/// Nothing stands behind it.
impl Payload for () {
    type Shown = ();

    fn shown(&self) -> Option<()> {
        Some(())
    }

    fn heap(&self) -> usize {
        0
    }
}

#[cfg(test)]
impl Payload for Uuid {
    type Shown = Self;

    fn shown(&self) -> Option<Self> {
        Some(*self)
    }

    fn heap(&self) -> usize {
        0
    }
}

/// A mission as the board sees it.
#[derive(Debug)]
pub struct Doc<P> {
    /// Identity of the mission; a second document with the same identity replaces the first.
    pub id: Uuid,
    /// Platform that posts it; without an open gate of this platform the document is invisible.
    pub platform: Uuid,
    /// Title, the text that weighs most.
    pub title: String,
    /// Description, the text that weighs least.
    pub description: String,
    /// ROME code, for example `G1605`; what describes it weighs less than the title, more than the description.
    pub occupation: String,
    /// Where it happens; `None` when the work is remote.
    pub place: Option<Point>,
    /// When it happens.
    pub slots: Vec<SlotDoc>,
    /// Gross pay of one hour, in cents.
    pub pay_hour_cents: u32,
    /// Instant of publication.
    pub published_at: i64,
    /// Last instant at which the platform said that this document is true.
    pub confirmed_at: i64,
    /// Status of the worker, from 0 to 7.
    pub status: u8,
    /// Free set of bits: remote, accessible, no licence needed…
    pub flags: u32,
    /// What the caller gets back in a hit.
    pub payload: P,
}

/// One slot of a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotDoc {
    /// Start, in seconds since the epoch.
    pub starts_at: i64,
    /// End, in seconds since the epoch.
    pub ends_at: i64,
    /// Places still free; a slot without places is neither found nor shown.
    pub places_left: u32,
    /// Weekday of the start at the place, 0 is Monday.
    pub weekday: u8,
    /// Minute of the day of the start at the place.
    pub start_minute: u16,
    /// Minute of the day of the end at the place; not after the start means the next day.
    pub end_minute: u16,
}

/// A point on the Earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Latitude.
    pub lat: f32,
    /// Longitude.
    pub lon: f32,
}

/// The time during which a platform's label is active: from `from`, until just before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    /// First second of the label.
    pub from: i64,
    /// First second without the label.
    pub until: i64,
}

impl Gate {
    /// Says whether the label is active at `now`.
    #[must_use]
    pub fn is_open(&self, now: i64) -> bool {
        self.from <= now && now < self.until
    }
}

/// How long a document may stay silent, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Beyond this silence the document is stale: shown last, as not confirmed.
    pub unconfirmed_after: i64,
    /// Beyond this silence the document is hidden until the next pulse.
    pub hidden_after: i64,
}

impl Default for Freshness {
    fn default() -> Self {
        Self { unconfirmed_after: 24 * 3600, hidden_after: 72 * 3600 }
    }
}
