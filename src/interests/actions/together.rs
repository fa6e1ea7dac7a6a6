//! Letters about several slots of one mission that would leave together, and say the same but for the hour, leave as one; so do
//! those of a label decision about several missions at the same point. One that tells a place in the queue stands alone.

use crate::db::{Conn, Result};
use crate::interests::{Interest, store};
use crate::jobs::{self, Task};
use crate::kernel::Instant;
use uuid::Uuid;

/// The key under which a letter waits; none for letters of which each stands alone.
#[must_use]
pub fn key(task: &Task) -> Option<String> {
    match task {
        Task::InterestSentLetter { interest }
        | Task::InterestAnsweredLetter { interest }
        | Task::OfferEndedLetter { interest } => Some(format!("{}:{interest}", task.kind())),
        Task::LabelPersonLetter { decision, interest } => Some(format!("label-person:{decision}:{interest}")),
        _ => None,
    }
}

/// The key of the letter of the same kind about another message.
#[must_use]
pub fn of(task: &Task, interest: Uuid) -> Option<String> {
    match task {
        Task::InterestSentLetter { .. } => key(&Task::InterestSentLetter { interest }),
        Task::InterestAnsweredLetter { .. } => key(&Task::InterestAnsweredLetter { interest }),
        Task::OfferEndedLetter { .. } => key(&Task::OfferEndedLetter { interest }),
        Task::LabelPersonLetter { decision, .. } => key(&Task::LabelPersonLetter { decision: *decision, interest }),
        _ => None,
    }
}

/// Her other messages about the same mission, or the same platform for a decision on its label, whose letter of this kind waits
/// too and that nobody writes now, when they are at the same point.
///
/// # Errors
/// What the database says.
pub fn waiting(conn: &mut Conn, now: Instant, task: &Task, first: &Interest) -> Result<Vec<Interest>> {
    let all = store::of_person(conn, first.person)?;
    let label = matches!(task, Task::LabelPersonLetter { .. });
    let alike = |other: &Interest| {
        let same = std::mem::discriminant(&other.state) == std::mem::discriminant(&first.state);
        let about = if label {
            other.platform == first.platform
        } else {
            other.offer == first.offer && other.shared == first.shared
        };
        about && other.id != first.id && same
    };
    let mut found = Vec::new();
    for other in all.into_iter().filter(alike) {
        if let Some(key) = of(task, other.id.uuid())
            && jobs::is_free(conn, now, &key)?
        {
            found.push(other);
        }
    }
    Ok(found)
}
