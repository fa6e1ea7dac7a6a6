//! What a person does with her searches. Nothing here is journaled: it is hers (I3).

use crate::db::{Result, Tx};
use crate::jobs::{self, Task};
use crate::kernel::{Id, Instant, RuleError};
use crate::people::{self, Herself, Person};
use crate::push;
use crate::searches::asked::Wanted;
use crate::searches::{Frequency, MOST, SavedSearch, Stop, store};
use chrono::TimeDelta;

/// Keeps a search for her; the same search again changes how often she is written to.
///
/// # Errors
/// `searches-full` when she keeps twenty others.
pub fn save(tx: &mut Tx<'_>, now: Instant, who: Herself, wanted: &Wanted) -> Result<Id<SavedSearch>> {
    keep(tx, now, who.id(), wanted)
}

/// [`save`], for those who make a world.
///
/// # Errors
/// `searches-full` when that person keeps twenty others.
pub fn keep(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, wanted: &Wanted) -> Result<Id<SavedSearch>> {
    match store::alike(tx, person, &wanted.query)? {
        (_, Some(known)) => {
            store::rename(tx, known, &wanted.name)?;
            frequency(tx, now, person, known, wanted.frequency)?;
            Ok(known)
        }
        (MOST.., None) => Err(RuleError::invalid("searches-full").with("max", MOST).on("recherche").into()),
        (_, None) => store::insert(tx, now, person, wanted),
    }
}

/// Changes how often she is written to; letters that were stopped leave again.
///
/// # Errors
/// `NotFound`.
pub fn change(tx: &mut Tx<'_>, now: Instant, who: Herself, id: Id<SavedSearch>, chosen: Frequency) -> Result<()> {
    frequency(tx, now, who.id(), id, chosen)
}

fn frequency(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, id: Id<SavedSearch>, chosen: Frequency) -> Result<()> {
    store::set_frequency(tx, person, id, chosen)?;
    // What waited for the morning does not wait any more.
    if chosen == Frequency::Immediate { promise(tx, now, person) } else { Ok(()) }
}

/// Promises a letter to a person, unless one is promised already that will hold the same.
///
/// # Errors
/// What the database says.
pub(super) fn promise(tx: &mut Tx<'_>, at: Instant, person: Id<Person>) -> Result<()> {
    jobs::enqueue_once(tx, at, &Task::SearchLetter { person: person.uuid() }, &format!("search-letter:{person}"))
}

/// Notes that she opened one of her searches, and gives it.
///
/// # Errors
/// `NotFound`.
pub fn look(tx: &mut Tx<'_>, now: Instant, who: Herself, id: Id<SavedSearch>) -> Result<SavedSearch> {
    store::looked(tx, now, who, id)?;
    store::one(tx, who, id)
}

/// Forgets one of her searches.
///
/// # Errors
/// `NotFound`.
pub fn delete(tx: &mut Tx<'_>, who: Herself, id: Id<SavedSearch>) -> Result<()> {
    store::delete(tx, who, id)
}

/// Stops letters, by the link that each of them holds.
///
/// # Errors
/// What the database says.
pub fn stop(tx: &mut Tx<'_>, now: Instant, what: Stop) -> Result<()> {
    match what {
        Stop::Kind(person, kind) => people::store::stop_letters(tx, now, person, kind),
        Stop::Device(device) => push::store::forget(tx, device),
        Stop::One(_) | Stop::All(_) => store::stop(tx, now, what),
    }
}

/// Promises the letters whose hour has come.
///
/// # Errors
/// What the database says.
pub fn promise_due(tx: &mut Tx<'_>, now: Instant, chosen: Frequency) -> Result<usize> {
    let people = store::heard::due(tx, chosen, chosen.due_until(now))?;
    for (number, person) in (0_i64..).zip(&people) {
        // Ten a second: who signs in at that hour does not wait behind everyone's morning letter.
        promise(tx, now + TimeDelta::seconds(number / 10), *person)?;
    }
    Ok(people.len())
}

/// Forgets what was told of offers that are long over.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    store::heard::sweep(tx, now)
}
