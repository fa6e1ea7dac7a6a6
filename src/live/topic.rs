//! What is told about one search: the last changes that concern it, kept so that a stream that was cut resumes where it was.

use crate::board::Query;
use crate::offers::{Offer, State};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;
use uuid::Uuid;

/// Changes kept for those who come back.
const KEPT: usize = 256;

/// What became of a mission that changed, as the database said then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is on the board, visible or not.
    Posted,
    /// Its platform took it back.
    Withdrawn,
    /// Its last slot has begun.
    Begun,
    /// Moderation hides it.
    Masked,
    /// Nothing is known of it.
    Unknown,
}

impl Fate {
    /// What became of an offer.
    #[must_use]
    pub const fn of(offer: &Offer) -> Self {
        match offer.state {
            State::Published { .. } if offer.masked_at.is_some() => Self::Masked,
            State::Published { .. } => Self::Posted,
            State::Withdrawn { .. } => Self::Withdrawn,
            State::Expired { .. } => Self::Begun,
            State::Draft => Self::Unknown,
        }
    }
}

/// One change of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A mission appeared, changed or went.
    Offer(Uuid, Fate),
    /// A platform's missions appeared or went, all at once.
    Platform(Uuid),
}

impl Change {
    /// The mission that it is about, when it is about one.
    #[must_use]
    pub const fn offer(&self) -> Option<Uuid> {
        match self {
            Self::Offer(id, _) => Some(*id),
            Self::Platform(_) => None,
        }
    }

    /// Whether two changes are about the same.
    #[must_use]
    pub fn is_about(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Offer(one, _), Self::Offer(two, _)) | (Self::Platform(one), Self::Platform(two)) => one == two,
            _ => false,
        }
    }
}

/// Whether a mission answered a search until it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// It did.
    Answered,
    /// It did not: perhaps nobody could see it.
    Absent,
    /// Nobody asked; its words, place and qualities did not change, so that they tell.
    Same,
    /// Nobody asked.
    Unknown,
}

impl Before {
    /// The answer, when it is known.
    #[must_use]
    pub const fn known(self) -> Option<bool> {
        match self {
            Self::Answered => Some(true),
            Self::Absent => Some(false),
            Self::Same | Self::Unknown => None,
        }
    }
}

/// A change and its number in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub seq: i64,
    /// What changed.
    pub change: Change,
    /// Whether the mission answered until then.
    pub before: Before,
    /// Done by the clock, which writes no journal: its number is that of the event before it, which others may have heard.
    pub by_clock: bool,
}

impl Told {
    /// Whether somebody who knows everything up to a number may not know this.
    #[must_use]
    pub(super) const fn is_news_after(&self, seq: i64) -> bool {
        self.seq > seq || (self.by_clock && self.seq == seq)
    }
}

/// What a listener hears, and its place afterwards; `None` when that is too far back.
pub type Heard = Option<(Vec<Told>, u64)>;

/// One search that somebody listens to, or listened to lately.
pub struct Topic {
    /// The search.
    pub query: Query,
    /// Rings when something is told.
    pub bell: Notify,
    listeners: AtomicUsize,
    /// When the last listener left, in seconds.
    left_at: AtomicI64,
    ring: Mutex<Ring>,
}

/// The latest changes; everything after number `floor` is among them.
struct Ring {
    told: VecDeque<Told>,
    floor: i64,
    /// How many were ever told.
    end: u64,
}

impl Topic {
    /// A search that is listened to from a number on.
    pub(super) fn new(query: Query, floor: i64) -> Self {
        Self {
            query,
            bell: Notify::new(),
            listeners: AtomicUsize::new(0),
            left_at: AtomicI64::new(i64::MAX),
            ring: Mutex::new(Ring { told: VecDeque::new(), floor, end: 0 }),
        }
    }

    /// Tells a change.
    pub(super) fn tell(&self, told: Told) {
        let mut ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        if ring.told.len() == KEPT
            && let Some(oldest) = ring.told.pop_front()
        {
            ring.floor = oldest.seq;
        }
        ring.told.push_back(told);
        ring.end += 1;
        drop(ring);
        self.bell.notify_waiters();
    }

    /// What was told after a place.
    #[must_use]
    pub fn after(&self, place: u64) -> Heard {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        let news = usize::try_from(ring.end.saturating_sub(place)).unwrap_or(usize::MAX);
        let known = ring.told.len().checked_sub(news)?;
        Some((ring.told.iter().skip(known).copied().collect(), ring.end))
    }

    /// What was told after a number; `None` when that is too far back.
    pub(super) fn since(&self, seq: i64) -> Option<Vec<Told>> {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        (seq >= ring.floor).then(|| ring.told.iter().filter(|t| t.is_news_after(seq)).copied().collect())
    }

    /// The place of who has heard everything.
    pub(super) fn end(&self) -> u64 {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner).end
    }

    /// The number from which everything is known.
    pub(super) fn floor(&self) -> i64 {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner).floor
    }

    pub(super) fn join(&self) {
        self.listeners.fetch_add(1, Ordering::AcqRel);
        self.left_at.store(i64::MAX, Ordering::Release);
    }

    pub(super) fn leave(&self, now: i64) {
        if self.listeners.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.left_at.store(now, Ordering::Release);
        }
    }

    /// Whether nobody has listened since an instant.
    pub(super) fn is_idle_since(&self, instant: i64) -> bool {
        self.listeners.load(Ordering::Acquire) == 0 && self.left_at.load(Ordering::Acquire) < instant
    }
}
