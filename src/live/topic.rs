//! What is told about one search: the last changes that concern it, kept so that a stream that was cut resumes where it was.

use crate::board::Query;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tokio::sync::Notify;
use uuid::Uuid;

/// Changes kept for those who come back.
const KEPT: usize = 256;

/// One change of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A mission appeared in it, or changed.
    Shown(Uuid),
    /// A mission went out of it.
    Gone(Uuid),
    /// A platform's missions appeared or went, all at once.
    Platform(Uuid),
}

impl Change {
    /// The mission that it is about, when it is about one.
    #[must_use]
    pub const fn offer(&self) -> Option<Uuid> {
        match self {
            Self::Shown(id) | Self::Gone(id) => Some(*id),
            Self::Platform(_) => None,
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
    /// Whether the mission answered until then, when that is known.
    pub before: Option<bool>,
}

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
}

impl Topic {
    /// A search that is listened to from a number on.
    pub(super) fn new(query: Query, floor: i64) -> Self {
        Self {
            query,
            bell: Notify::new(),
            listeners: AtomicUsize::new(0),
            left_at: AtomicI64::new(i64::MAX),
            ring: Mutex::new(Ring { told: VecDeque::new(), floor }),
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
        drop(ring);
        self.bell.notify_waiters();
    }

    /// What was told after a number; `None` when that is too far back.
    #[must_use]
    pub fn since(&self, seq: i64) -> Option<Vec<Told>> {
        let ring = self.ring.lock().unwrap_or_else(PoisonError::into_inner);
        (seq >= ring.floor).then(|| ring.told.iter().filter(|t| t.seq > seq).copied().collect())
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
