//! A referent gives a person back to his service: her follow-up goes on, whoever runs the service is told at once, and a
//! colleague takes her over. Nobody of another service reads or does anything of it.

use crate::db::{Result, Tx};
use crate::follow_ups::{Advisor, Mandate, store};
use crate::jobs::{self, Task};
use crate::kernel::{Id, Instant, RuleError};
use crate::people::Person;

/// The referent follows her no more: her service is told, and so is she when she has an address; else whoever takes her over tells
/// her.
///
/// # Errors
/// `mandate-not-referent`, `follow-up-over`.
pub fn give_back(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate) -> Result<()> {
    mandate.referent()?;
    let over = || RuleError::conflict("follow-up-over");
    let follow_up = store::follow_up_of(tx, now, mandate.person())?.ok_or_else(over)?;
    store::mandates::end(tx, now, mandate.person(), &[mandate.advisor()])?;
    // An end that he asked for is not what the next one wants, until he says so.
    store::way::clear_ending(tx, follow_up.id)?;
    let members = store::members::members(tx, follow_up.referent.service.id)?;
    let run = members.iter().any(|member| member.manager);
    for member in members.iter().filter(|member| member.manager || !run) {
        let key = format!("unheld-letter:{}", member.id);
        jobs::enqueue_once(tx, now, &Task::UnheldLetter { advisor: member.id.uuid() }, &key)?;
    }
    super::mandates::tell_her(tx, now, mandate.person())?;
    super::mandates::told(tx, now, mandate.person(), mandate.advisor())
}

/// An advisor takes over people of his service whom nobody follows; what a colleague has taken meanwhile stays his. Tells how many.
///
/// # Errors
/// `take-nobody` when none of them is to be taken.
pub fn take(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, people: &[Id<Person>]) -> Result<usize> {
    let own = store::advisor_by_id(tx, Id::from_uuid(who.uuid()))?.service.id;
    let mut free = store::unheld::of_service(tx, now, own)?;
    free.retain(|one| people.contains(&one.person));
    if free.is_empty() {
        return Err(RuleError::conflict("take-nobody").into());
    }
    for one in &free {
        super::mandates::give(tx, now, one.follow_up, one.person, one.from, who)?;
        super::mandates::told(tx, now, one.person, who)?;
    }
    Ok(free.len())
}
