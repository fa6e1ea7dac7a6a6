//! An advisor adds somebody whose address is known already: she is asked, and nothing changes without her.

use crate::db::{Error, Result, Tx};
use crate::follow_ups::{Advisor, actions, store};
use crate::jobs::{self, Task};
use crate::kernel::{Email, Id, Instant, RuleError, retention, secret};
use crate::people::{Herself, Person};

/// An address is added by an advisor once a month at most. It is counted by the address alone, before anything is looked at
/// behind it: somebody who said nothing, somebody who prefers not to and nobody at all are the same (G2).
///
/// # Errors
/// `asked-lately`.
pub(super) fn once_a_month(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, email: &Email, key: &[u8]) -> Result<()> {
    // Under the secret of the place: who reads the table cannot try addresses on it.
    let hash = secret::mac(key, &format!("address-ask:{who}:{}", email.as_str())).into_bytes();
    if store::requests::asked_since(tx, who, &hash, retention::REQUEST.before(now))? {
        return Err(RuleError::conflict("asked-lately").on("email").into());
    }
    store::requests::note_ask(tx, now, who, &hash)
}

/// Asks a person whether an advisor may follow her: once, as long as it is kept.
///
/// # Errors
/// What the database says.
pub(super) fn ask(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, person: Id<Person>) -> Result<()> {
    if store::requests::insert(tx, now, person, who)? {
        let task = Task::RequestLetter { person: person.uuid(), advisor: who.uuid() };
        jobs::enqueue(tx, now, &task)?;
    }
    Ok(())
}

/// She agrees to be followed by an advisor who asked her.
///
/// # Errors
/// `followed-already`; `NotFound` when he did not ask, or has left.
pub fn agree(tx: &mut Tx<'_>, now: Instant, who: Herself, advisor: Id<Advisor>) -> Result<()> {
    if !store::requests::of_person(tx, who.id())?.iter().any(|asked| asked.advisor == advisor) {
        return Err(Error::NotFound);
    }
    if store::follow_up_of(tx, now, who.id())?.is_some() {
        return Err(RuleError::conflict("followed-already").into());
    }
    store::requests::forget(tx, who.id())?;
    actions::take_over(tx, now, advisor, who.id())?;
    actions::mandates::told(tx, now, who.id(), advisor)?;
    actions::mandates::tell_him(tx, now, advisor)
}
