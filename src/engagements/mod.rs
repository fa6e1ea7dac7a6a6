//! Work agreed by both sides. What is agreed stays the person's whatever becomes of the label (I8).
//! *Not done* has no cause: nobody is told why, because nobody asks.

pub mod actions;
pub mod api;
pub mod calendar;
pub mod impact;
pub mod letters;
pub mod mine;
pub mod month;
pub mod pages;
pub mod store;

use crate::interests::{self, Interest};
use crate::kernel::{Id, Instant, RuleError};

crate::text_enum! {
    /// Where agreed work is.
    pub enum State {
        /// To be done.
        Agreed = "agreed",
        /// Done.
        Done = "done",
        /// Did not take place; no cause is kept.
        NotDone = "not_done",
    }
}

/// Agreed work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// Key.
    pub id: Id<Engagement>,
    /// From which interest it came; it names slot, offer, platform and person.
    pub interest: Interest,
    /// Where it is.
    pub state: State,
    /// When it was agreed.
    pub agreed_at: Instant,
}

impl Engagement {
    /// Agreed from an accepted interest.
    ///
    /// # Errors
    /// `interest-not-open` when the interest was not accepted.
    pub fn agree(interest: &Interest, now: Instant) -> Result<Self, RuleError> {
        match interest.state {
            interests::State::Accepted { .. } => {
                Ok(Self { id: Id::make(), interest: interest.clone(), state: State::Agreed, agreed_at: now })
            }
            _ => Err(RuleError::conflict("interest-not-open")),
        }
    }
}
