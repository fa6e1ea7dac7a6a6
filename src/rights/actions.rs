//! Deleting everything. Her places go to others and the platforms that counted on her are told that the place is free, no
//! more; every row that is hers goes; what happened stays in the journal without her name; receipts name nobody. Who does not
//! come for two years is written to, then the same is done for her.

use crate::accounts;
use crate::db::{Error, Result, Tx};
use crate::engagements;
use crate::follow_ups::{self, Mandate};
use crate::interests::{self, State};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, retention};
use crate::offers;
use crate::people::{self, Away, Herself, Person};
use crate::searches;

/// Deletes everything that is hers, her account last.
///
/// # Errors
/// What the database says; nothing is deleted then.
pub fn erase(tx: &mut Tx<'_>, now: Instant, who: Herself) -> Result<()> {
    let person = people::store::by_id(tx, who.id())?;
    for interest in interests::store::live_of_person(tx, person.id)? {
        let given_back = match interests::actions::take_back(tx, now, who, interest.id) {
            Ok(_) => true,
            // What has begun is not taken back: it is deleted with the rest, and she may well be at work.
            Err(Error::Rules(_)) => false,
            Err(other) => return Err(other),
        };
        if given_back && matches!(interest.state, State::Accepted { .. }) {
            let task = Task::PlaceFreeLetter { offer: interest.offer.uuid(), slot: interest.slot.uuid() };
            jobs::enqueue(tx, now, &task)?;
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

/// A person without an address asks her referent to delete everything: it is done as she would do it. A line stays in the journal, which
/// names him and nobody else.
///
/// # Errors
/// `mandate-not-referent`, `asked-has-address`.
pub fn erase_for(tx: &mut Tx<'_>, now: Instant, held: &Mandate) -> Result<()> {
    let leave = follow_ups::actions::asked::leave(tx, held)?;
    erase(tx, now, Herself::who_asked(leave))?;
    journal::record(tx, now, &Event::new(journal::Kind::ActedFor).by(held.advisor().uuid())).map(drop)
}

/// Somebody has not come for long and nobody follows her: she is written to, once; a month later or more, what is hers is
/// deleted. Whoever came meanwhile is left alone.
///
/// # Errors
/// What the database says.
pub fn away(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<()> {
    let account = Id::from_uuid(person.uuid());
    let Some((seen, noticed)) = accounts::store::presence_of(tx, account)? else { return Ok(()) };
    let notice = format!("away {}", person.uuid());
    if let Some(away) = Away::of(person, seen, noticed, now) {
        // What has not left yet has told her nothing.
        return if jobs::waits(tx, &notice)? { Ok(()) } else { erase(tx, now, Herself::in_her_stead(&away)) };
    }
    if noticed.is_none() && seen <= retention::NOTICE.before(now) {
        accounts::store::note_notice(tx, now, account)?;
        return jobs::enqueue_once(tx, now, &Task::AwayLetter { person: person.uuid() }, &notice);
    }
    Ok(())
}

/// She stays, by the press of a button in the letter. Who is gone, is gone.
///
/// # Errors
/// What the database says.
pub fn stay(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<bool> {
    let account = Id::from_uuid(person.uuid());
    let known = accounts::store::presence_of(tx, account)?.is_some();
    if known {
        accounts::store::came(tx, now, account)?;
    }
    Ok(known)
}
