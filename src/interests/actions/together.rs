//! Letters about several slots of one mission that would leave together, and say the same but for the hour, leave as one.

use crate::db::{Conn, Result, Tx};
use crate::interests::{Interest, store};
use crate::jobs::{self, Task};
use crate::kernel::Id;
use uuid::Uuid;

/// The key under which a letter waits; none for letters of which each stands alone.
#[must_use]
pub fn key(task: &Task) -> Option<String> {
    match task {
        Task::InterestSentLetter { interest }
        | Task::InterestAnsweredLetter { interest }
        | Task::OfferEndedLetter { interest } => Some(format!("{}:{interest}", task.kind())),
        _ => None,
    }
}

fn of(task: &Task, interest: Uuid) -> Option<String> {
    match task {
        Task::InterestSentLetter { .. } => key(&Task::InterestSentLetter { interest }),
        Task::InterestAnsweredLetter { .. } => key(&Task::InterestAnsweredLetter { interest }),
        Task::OfferEndedLetter { .. } => key(&Task::OfferEndedLetter { interest }),
        _ => None,
    }
}

/// Her other messages about the same mission whose letter of this kind waits too, when they are at the same point.
///
/// # Errors
/// What the database says.
pub fn waiting(conn: &mut Conn, task: &Task, first: &Interest) -> Result<Vec<Interest>> {
    let all = store::of_person(conn, first.person)?;
    let alike = |other: &Interest| {
        let same = std::mem::discriminant(&other.state) == std::mem::discriminant(&first.state);
        other.offer == first.offer && other.id != first.id && same && other.shared == first.shared
    };
    let mut found = Vec::new();
    for other in all.into_iter().filter(alike) {
        if let Some(key) = of(task, other.id.uuid())
            && jobs::waits(conn, &key)?
        {
            found.push(other);
        }
    }
    Ok(found)
}

/// What one letter has told needs no other.
///
/// # Errors
/// What the database says.
pub fn told(tx: &mut Tx<'_>, task: &Task, also: &[Id<Interest>]) -> Result<()> {
    for key in also.iter().filter_map(|id| of(task, id.uuid())) {
        jobs::drop_waiting(tx, &key)?;
    }
    Ok(())
}
