//! What a person does with her devices, and promising what they are told, in the transaction of what happened. Nothing here
//! is journaled: it is hers (I3).

use crate::db::{Result, Tx};
use crate::jobs::{self, News, Task};
use crate::kernel::{Id, Instant};
use crate::people::{Herself, Person};
use crate::push::{Device, store};

/// Tells her on this device from now on. The oldest of too many is forgotten.
///
/// # Errors
/// What the database says.
pub fn add(tx: &mut Tx<'_>, who: Herself, device: &Device) -> Result<()> {
    store::insert(tx, who, device)
}

/// Tells her nothing on this device any more.
///
/// # Errors
/// `NotFound`, also when it is another's.
pub fn remove(tx: &mut Tx<'_>, who: Herself, id: Id<Device>) -> Result<()> {
    store::delete(tx, who, id)
}

/// Promises a notice on each device of a person: the same work for who tells, whether she has any or not (I3).
///
/// # Errors
/// What the database says.
pub fn tell(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, news: &News) -> Result<()> {
    jobs::enqueue(tx, now, &Task::PushAll { person: person.uuid(), news: news.clone() })
}

/// Promises it on each device that she has now.
///
/// # Errors
/// What the database says.
pub fn spread(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, news: &News) -> Result<()> {
    for device in store::keys(tx, person)? {
        jobs::enqueue(tx, now, &Task::Push { device: device.uuid(), news: news.clone() })?;
    }
    Ok(())
}
