//! What changed on the board, in order, for the open streams; the last few thousand changes are kept so that a stream
//! that was cut resumes where it was.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use tokio::sync::broadcast;
use uuid::Uuid;

/// Changes kept for those who come back.
const KEPT: usize = 4_096;

/// One change of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// An offer appeared, changed, or went.
    Offer {
        /// Number in the journal.
        seq: i64,
        /// Which.
        id: Uuid,
    },
    /// A platform's offers appeared or went, all at once.
    Platform {
        /// Number in the journal.
        seq: i64,
        /// Which.
        id: Uuid,
    },
}

impl Change {
    /// Its number in the journal.
    #[must_use]
    pub const fn seq(&self) -> i64 {
        match self {
            Self::Offer { seq, .. } | Self::Platform { seq, .. } => *seq,
        }
    }
}

/// What a stream gets when it opens.
pub struct Subscription {
    /// What it missed; `None` when that is too far back and the page must be read again.
    pub missed: Option<Vec<Change>>,
    /// What comes.
    pub coming: broadcast::Receiver<Change>,
}

/// Where changes are told.
pub struct Hub {
    sender: broadcast::Sender<Change>,
    kept: Mutex<Kept>,
}

/// The latest changes; everything after number `floor` is among them.
struct Kept {
    changes: VecDeque<Change>,
    floor: i64,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(KEPT).0,
            kept: Mutex::new(Kept { changes: VecDeque::with_capacity(KEPT), floor: 0 }),
        }
    }
}

impl Hub {
    /// Changes up to this number were never told here: the board was loaded with them.
    pub fn start_at(&self, seq: i64) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).floor = seq;
    }

    /// Tells a change.
    pub fn tell(&self, change: Change) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.changes.len() == KEPT
            && let Some(oldest) = kept.changes.pop_front()
        {
            kept.floor = oldest.seq();
        }
        kept.changes.push_back(change);
        // Sent under the lock, so that a stream that subscribes misses nothing and hears nothing twice.
        let _ = self.sender.send(change);
    }

    /// Opens a stream; `since` is the last change that it knows of.
    #[must_use]
    pub fn subscribe(&self, since: Option<i64>) -> Subscription {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let coming = self.sender.subscribe();
        let missed = since.map_or_else(|| Some(Vec::new()), |seq| missed(&kept, seq));
        Subscription { missed, coming }
    }
}

fn missed(kept: &Kept, since: i64) -> Option<Vec<Change>> {
    (since >= kept.floor).then(|| kept.changes.iter().filter(|c| c.seq() > since).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_comes_back_gets_what_it_missed_or_is_told_to_read_again() {
        let hub = Hub::default();
        let id = Uuid::nil();
        for seq in 1..=3 {
            hub.tell(Change::Offer { seq, id });
        }
        let seqs = |s: Subscription| s.missed.map(|m| m.iter().map(Change::seq).collect::<Vec<_>>());
        assert_eq!(seqs(hub.subscribe(Some(1))), Some(vec![2, 3]));
        assert_eq!(seqs(hub.subscribe(None)), Some(vec![]));
        for seq in 4..=5_000 {
            hub.tell(Change::Offer { seq, id });
        }
        assert_eq!(seqs(hub.subscribe(Some(1))), None);
        assert_eq!(seqs(hub.subscribe(Some(4_999))), Some(vec![5_000]));
    }
}
