//! Deleting everything. Her places go to others and the platforms that counted on her are told that the place is free, no
//! more; every row that is hers goes; what happened stays in the journal without her name; receipts name nobody.

use crate::accounts;
use crate::db::{Error, Result, Tx};
use crate::engagements;
use crate::interests::{self, State};
use crate::jobs::{self, Task};
use crate::journal;
use crate::kernel::Instant;
use crate::offers;
use crate::people::{self, Herself};
use crate::searches;

/// Deletes everything that is hers, her account last.
///
/// # Errors
/// What the database says; nothing is deleted then.
pub fn erase(tx: &mut Tx<'_>, now: Instant, who: Herself) -> Result<()> {
    let person = people::store::by_id(tx, who.id())?;
    for interest in interests::store::live_of_person(tx, person.id)? {
        match interests::actions::take_back(tx, now, who, interest.id) {
            Ok(_) if matches!(interest.state, State::Accepted { .. }) => {
                let task = Task::PlaceFreeLetter { offer: interest.offer.uuid(), slot: interest.slot.uuid() };
                jobs::enqueue(tx, now, &task)?;
            }
            // What has begun is not taken back: it is deleted with the rest.
            Ok(_) | Err(Error::Rules(_)) => {}
            Err(other) => return Err(other),
        }
    }
    // Each node forgets what it listens for.
    for search in searches::store::of(tx, who)? {
        searches::actions::delete(tx, who, search.id)?;
    }
    engagements::store::delete_of(tx, person.id)?;
    offers::store::forget_address(tx, &person.email)?;
    journal::forget(tx, person.id.uuid())?;
    accounts::store::delete(tx, person.account())
}
