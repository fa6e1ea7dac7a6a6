//! What stands behind a hit: the offer, its platform, the end of its label. And how an offer becomes a document.

use crate::board::{Doc, Point, SlotDoc};
use crate::geo::occupations;
use crate::kernel::Instant;
use crate::labels::{ActiveLabel, Label};
use crate::live::Folded;
use crate::offers::{Flags, Offer, State, Terms};
use crate::platforms::Platform;
use chrono::{Datelike, Timelike};
use chrono_tz::Tz;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// What every offer of a platform shares, its latest pulse and its label included.
#[derive(Debug)]
pub struct PlatformCard {
    /// The platform.
    pub platform: Platform,
    pulse: AtomicI64,
    label: RwLock<Arc<Label>>,
}

impl PlatformCard {
    /// The card of a platform.
    #[must_use]
    pub fn new(platform: Platform) -> Self {
        Self { pulse: AtomicI64::new(platform.pulse_at.micros()), label: RwLock::default(), platform }
    }

    /// The proof that its label is active, replayed from the decisions that the board knows.
    #[must_use]
    pub fn active_label(&self, now: Instant) -> Option<ActiveLabel> {
        self.label.read().unwrap_or_else(PoisonError::into_inner).active_at(now)
    }

    /// Notes its decisions.
    pub fn labelled(&self, label: Label) {
        *self.label.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(label);
    }

    /// Its last pulse.
    #[must_use]
    pub fn pulse_at(&self) -> Instant {
        Instant::from_micros(self.pulse.load(Ordering::Acquire))
    }

    /// Notes a pulse; it never goes back.
    pub fn pulsed(&self, at: Instant) {
        self.pulse.fetch_max(at.micros(), Ordering::AcqRel);
    }
}

/// An offer as it is shown.
#[derive(Debug, Clone)]
pub struct Card {
    /// The offer.
    pub offer: Offer,
    /// Its platform.
    pub platform: Arc<PlatformCard>,
}

impl Card {
    /// The document of the board; `None` when the offer is not published or is masked by moderation.
    #[must_use]
    pub fn document(self) -> Option<Doc<Folded>> {
        let State::Published { at } = self.offer.state else { return None };
        let payload = Folded::of(&self)?;
        let t = self.offer.terms;
        Some(Doc {
            id: self.offer.id.uuid(),
            platform: self.offer.platform.uuid(),
            place: t.place.as_ref().map(|p| point(p.lat, p.lon)),
            slots: self.offer.slots.iter().map(|s| slot(s.starts_at, s.ends_at, s.left(), t.zone)).collect(),
            pay_hour_cents: u32::try_from(t.pay_per_hour().0).unwrap_or(u32::MAX),
            published_at: at.seconds(),
            confirmed_at: self.offer.confirmed_at.seconds(),
            status: t.status as u8,
            flags: searched_flags(&t),
            title: t.title,
            description: t.description,
            occupation: t.occupation,
            payload,
        })
    }
}

/// What the platform said, and what ROME says of the occupation; where ROME is silent, nothing is said.
fn searched_flags(t: &Terms) -> u32 {
    let free = occupations::by_code(&t.occupation).and_then(|o| o.regulated) == Some(false);
    t.flags.with(Flags::NO_DIPLOMA, free).0
}

/// A place as the board counts it.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "degrees to about a metre are enough for a distance")]
pub const fn point(lat: f64, lon: f64) -> Point {
    Point { lat: lat as f32, lon: lon as f32 }
}

/// A slot in local time of its place; an end that is not after the start is the next day's, as the board reads it.
fn slot(starts_at: Instant, ends_at: Instant, places_left: u32, zone: Tz) -> SlotDoc {
    let (start, end) = (starts_at.with_timezone(&zone), ends_at.with_timezone(&zone));
    let minute = |t: chrono::DateTime<Tz>| u16::try_from(t.hour() * 60 + t.minute()).unwrap_or(0);
    SlotDoc {
        starts_at: starts_at.seconds(),
        ends_at: ends_at.seconds(),
        places_left,
        weekday: u8::try_from(start.weekday().num_days_from_monday()).unwrap_or(0),
        start_minute: minute(start),
        end_minute: minute(end),
    }
}
