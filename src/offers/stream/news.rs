//! What a change is for one search, as things stand now. What its reader never saw is not told to have gone.

use crate::app::App;
use crate::board::{Hit, Query};
use crate::kernel::Instant;
use crate::live::{Before, Card, Change, Fate, Told};
use crate::offers::stream::why::Why;
use uuid::Uuid;

/// What is to be said of a mission.
pub enum News {
    /// It is in the list.
    Shown(Box<Hit<Card>>, Option<bool>),
    /// It is not in the list any more.
    Gone(Why),
    /// Perhaps it was in the list: who reads it looks again.
    Unsure,
    /// It never was in the list.
    Nothing,
}

/// The changes of one mission, as one.
pub struct Story {
    /// The mission.
    pub id: Uuid,
    /// What became of it in the end.
    fate: Fate,
    /// Whether it answered before all of it.
    before: Before,
    /// Whether its words, place and qualities are what they were.
    same: bool,
}

impl Story {
    /// The story that ends at a place in what was told; `None` when it goes on later, or is no mission's.
    #[must_use]
    pub fn at(told: &[Told], end: usize) -> Option<Self> {
        let last = told.get(end)?;
        let Change::Offer(id, fate) = last.change else { return None };
        let about = |other: &&Told| other.change.is_about(&last.change);
        if told[end + 1..].iter().any(|later| about(&later)) {
            return None;
        }
        let mut story = told[..=end].iter().filter(about);
        let before = story.next().map_or(Before::Unknown, |first| first.before);
        let same = before == Before::Same && story.all(|later| later.before == Before::Same);
        Some(Self { id, fate, before, same })
    }

    /// What is to be said of it.
    #[must_use]
    pub fn news(&self, app: &App, query: &Query, now: Instant) -> News {
        let board = app.board();
        if let Some(hit) = board.hit(&Query { limit: 1, ..query.clone() }, self.id, now.seconds()) {
            return News::Shown(Box::new(hit), self.before.known());
        }
        match self.before {
            Before::Answered => News::Gone(Why::of(&board, self.id, self.fate, now)),
            Before::Absent => News::Nothing,
            // It suited no more before than it does now.
            Before::Same if self.same && !board.suits(query, self.id) => News::Nothing,
            Before::Same | Before::Unknown => News::Unsure,
        }
    }
}
