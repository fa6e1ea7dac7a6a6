//! Missions and their slots. An offer is published only against the proof of an active label (G1); it ends by its
//! platform's hand or when its last slot has begun (I10). Whether it is *visible* is never stored: see [`Offer::visible`].

pub mod actions;
pub mod api;
pub mod asked;
pub mod bar;
pub mod cards;
pub mod check;
pub mod code;
pub mod feed;
pub mod filters;
pub mod gone;
pub mod letters;
pub mod manage;
pub mod map;
pub mod net;
pub mod notice;
pub mod pages;
pub mod search;
pub mod sitemap;
pub mod store;
pub mod stream;
pub mod words;

use crate::kernel::{Cents, Id, Instant, RuleError};
use crate::labels::ActiveLabel;
use crate::platforms::Platform;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Silent longer than this: shown as "not confirmed since", ranked last.
pub const UNCONFIRMED_AFTER: chrono::TimeDelta = chrono::TimeDelta::hours(24);
/// Silent longer than this: hidden until the next pulse.
pub const HIDDEN_AFTER: chrono::TimeDelta = chrono::TimeDelta::hours(72);

crate::text_enum! {
    /// In which quality one works.
    pub enum Status {
        /// Independent: invoices the client.
        SelfEmployed = "self_employed",
        /// Fixed-term contract.
        FixedTerm = "fixed_term",
        /// Contract with a temporary employment agency.
        TempAgency = "temp_agency",
    }
}

impl Status {
    /// Whether one works under a contract of employment (the notice differs: `domain.md` § 2.2).
    #[must_use]
    pub const fn salaried(self) -> bool {
        matches!(self, Self::FixedTerm | Self::TempAgency)
    }
}

crate::text_enum! {
    /// What the pay counts.
    pub enum PayUnit {
        /// Per hour.
        Hour = "hour",
        /// For the whole mission.
        Mission = "mission",
    }
}

/// What a person looks for or cannot do without, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Flags(pub u32);

impl Flags {
    /// No driving licence is needed.
    pub const NO_LICENCE: u32 = 1;
    /// No car is needed.
    pub const NO_CAR: u32 = 2;
    /// The place is accessible with reduced mobility.
    pub const ACCESSIBLE: u32 = 4;
    /// Beginners are welcome.
    pub const BEGINNER: u32 = 8;
    /// Done from anywhere.
    pub const REMOTE: u32 = 16;
    /// ROME says that the occupation is not regulated: no diploma nor card. Derived for searches, never stored.
    pub const NO_DIPLOMA: u32 = 32;

    /// Whether all of `wanted` are set.
    #[must_use]
    pub const fn has(self, wanted: u32) -> bool {
        self.0 & wanted == wanted
    }

    /// Sets or clears a bit.
    #[must_use]
    pub const fn with(self, bit: u32, on: bool) -> Self {
        Self(if on { self.0 | bit } else { self.0 & !bit })
    }
}

/// Where one works.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Commune (Insee code).
    pub insee: String,
    /// Its name and postcode, for screens.
    pub label: String,
    /// Street, as the platform wrote it.
    pub address: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// Everything a person needs before saying yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// Share kept by the platform, in percent of what the client pays.
    pub commission_percent: u8,
    /// Who pays the person, and who pays the platform.
    pub paid_by: String,
    /// Costs left to the person.
    pub costs: String,
    /// Cover for accidents and liability.
    pub insurance: String,
    /// Who brings the equipment.
    pub equipment: String,
    /// What is needed to do it well.
    pub requirements: String,
    /// Until when and how either side may cancel.
    pub cancellation: String,
    /// Whom to ask.
    pub contact: String,
    /// Days until payment.
    pub pay_delay_days: u16,
    /// Whether social contributions are withheld at source (CSS L. 613-6-1).
    pub contributions_withheld: bool,
    /// The temporary employment agency (L. 5332-3).
    pub agency: Option<String>,
}

/// What is to be done, and on what terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// At most 120 characters.
    pub title: String,
    /// Plain text.
    pub description: String,
    /// ROME code.
    pub occupation: String,
    /// In which quality.
    pub status: Status,
    /// Gross for contracts, before contributions for independents.
    pub pay: Cents,
    /// Per hour or for the mission.
    pub unit: PayUnit,
    /// Length of one slot's work, in minutes.
    pub duration_minutes: i64,
    /// `None` when done from anywhere.
    pub place: Option<Place>,
    /// Local time of the place.
    pub zone: Tz,
    /// Bits.
    pub flags: Flags,
    /// The rest; a platform's offers mostly share the same, which is then held once.
    pub conditions: Arc<Conditions>,
}

impl Terms {
    /// Whether these terms keep what people who already have a place were told: no less pay, the same quality, place, length
    /// and conditions.
    #[must_use]
    pub fn keeps(&self, told: &Self) -> bool {
        let what = |t: &Self| (t.status, t.unit, t.duration_minutes, t.place.clone());
        let money = |c: &Conditions| (c.paid_by.clone(), c.costs.clone(), c.contributions_withheld, c.agency.clone());
        let rest = |c: &Conditions| (c.insurance.clone(), c.cancellation.clone(), c.requirements.clone());
        let (now, before) = (&*self.conditions, &*told.conditions);
        what(self) == what(told)
            && self.pay.0 >= told.pay.0
            && money(now) == money(before)
            && rest(now) == rest(before)
            && now.commission_percent <= before.commission_percent
            && now.pay_delay_days <= before.pay_delay_days
    }

    /// Pay brought to the hour.
    #[must_use]
    pub const fn pay_per_hour(&self) -> Cents {
        match self.unit {
            PayUnit::Hour => self.pay,
            PayUnit::Mission => self.pay.per_hour(self.duration_minutes),
        }
    }
}

/// When, and for how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Key.
    pub id: Id<Slot>,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// Places in all, at least one.
    pub places: u32,
    /// Places taken, never more than `places` (I9).
    pub taken: u32,
}

impl Slot {
    /// Places still free.
    #[must_use]
    pub const fn left(&self) -> u32 {
        self.places.saturating_sub(self.taken)
    }

    /// Whether one can still come.
    #[must_use]
    pub fn open_at(&self, now: Instant) -> bool {
        self.starts_at > now && self.left() > 0
    }
}

/// Where an offer is in its life. *Full* is derived from its slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not shown yet.
    Draft,
    /// Posted.
    Published {
        /// When.
        at: Instant,
    },
    /// Taken back by its platform.
    Withdrawn {
        /// When it was posted.
        published_at: Instant,
        /// When it was taken back.
        at: Instant,
    },
    /// Its last slot has begun.
    Expired {
        /// When it was posted.
        published_at: Instant,
        /// When it ended.
        at: Instant,
    },
}

impl State {
    /// The word kept and sent.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published { .. } => "published",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Expired { .. } => "expired",
        }
    }
}

/// Something to do, on dates, for a platform.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Key.
    pub id: Id<Offer>,
    /// Who posts it.
    pub platform: Id<Platform>,
    /// The platform's own reference; unique for the platform.
    pub reference: String,
    /// Grows by one at each change.
    pub version: i32,
    /// Where it is in its life.
    pub state: State,
    /// What and on what terms.
    pub terms: Terms,
    /// When; sorted by start.
    pub slots: Vec<Slot>,
    /// Last write; the platform's pulse counts too.
    pub confirmed_at: Instant,
    /// Set when moderation hides it.
    pub masked_at: Option<Instant>,
}

impl Offer {
    /// Publishes, against the proof of the platform's label.
    ///
    /// # Errors
    /// `label-not-active` when the proof is another platform's; `offer-no-future-slot`.
    pub fn publish(self, label: &ActiveLabel, now: Instant) -> Result<Self, RuleError> {
        if label.platform() != self.platform {
            return Err(RuleError::conflict("label-not-active"));
        }
        if !self.slots.iter().any(|s| s.starts_at > now) {
            return Err(RuleError::invalid("offer-no-future-slot").on("slots"));
        }
        let at = match self.state {
            State::Published { at } => at,
            _ => now,
        };
        Ok(Self { state: State::Published { at }, confirmed_at: now, ..self })
    }

    /// Takes it back.
    ///
    /// # Errors
    /// `offer-already-ended`.
    pub fn withdraw(self, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Published { at } => Ok(Self { state: State::Withdrawn { published_at: at, at: now }, ..self }),
            State::Draft => Ok(Self { state: State::Withdrawn { published_at: now, at: now }, ..self }),
            State::Withdrawn { .. } | State::Expired { .. } => Err(RuleError::gone("offer-already-ended")),
        }
    }

    /// Ends it when its last slot has begun.
    ///
    /// # Errors
    /// `offer-still-running`, `offer-already-ended`.
    pub fn expire(self, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Published { at } if !self.slots.iter().any(|s| s.starts_at > now) => {
                Ok(Self { state: State::Expired { published_at: at, at: now }, ..self })
            }
            State::Published { .. } | State::Draft => Err(RuleError::conflict("offer-still-running")),
            State::Withdrawn { .. } | State::Expired { .. } => Err(RuleError::gone("offer-already-ended")),
        }
    }

    /// Why it cannot be shown now, if so. The board computes the same; a test holds them equal (I1).
    ///
    /// # Errors
    /// `offer-ended`, `offer-masked`, `offer-label`, `offer-silent`, `offer-full`.
    pub fn visible(&self, label: Option<&ActiveLabel>, pulse: Instant, now: Instant) -> Result<(), RuleError> {
        let gone = |code| Err(RuleError::gone(code));
        if !matches!(self.state, State::Published { .. }) || !self.slots.iter().any(|s| s.starts_at > now) {
            return gone("offer-ended");
        }
        if self.masked_at.is_some() {
            return gone("offer-masked");
        }
        if label.is_none_or(|l| l.platform() != self.platform) {
            return gone("offer-label");
        }
        if now - self.confirmed_at.max(pulse) > HIDDEN_AFTER {
            return gone("offer-silent");
        }
        if !self.slots.iter().any(|s| s.open_at(now)) {
            return gone("offer-full");
        }
        Ok(())
    }

    /// The first slot that one may still ask for.
    #[must_use]
    pub fn first_open(&self, now: Instant) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.open_at(now))
    }

    /// The slot with this key.
    #[must_use]
    pub fn slot(&self, id: Id<Slot>) -> Option<&Slot> {
        self.slots.iter().find(|s| s.id == id)
    }

    /// The instant after which nothing of it can happen any more.
    #[must_use]
    pub fn ends_at(&self) -> Option<Instant> {
        self.slots.iter().map(|s| s.ends_at).max()
    }
}

#[cfg(test)]
mod tests;
