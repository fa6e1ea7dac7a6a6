//! What the manager of a service does: members, their roles, the convention that sets the notice's wording. And the letter
//! of the week to each member, promised once a Monday.

use crate::accounts::invitations::{Invitation, Place};
use crate::accounts::{self, Account};
use crate::db::{Error, Result, Tx};
use crate::follow_ups::{Advisor, Manager, Service, figures, store};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Email, Id, Instant, RuleError};
use crate::searches::Frequency;

fn told(tx: &mut Tx<'_>, now: Instant, by: &Manager) -> Result<()> {
    let event = Event::new(journal::Kind::ServiceChanged).by(by.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}

/// A member of the manager's own service.
fn member(tx: &mut Tx<'_>, by: &Manager, id: Id<Advisor>) -> Result<store::members::Member> {
    let known = store::members::members(tx, by.service())?;
    known.into_iter().find(|m| m.id == id).ok_or(Error::NotFound)
}

/// Invites an advisor: a letter with a link leaves, or one that says why not; who invites is told the same (I18).
///
/// # Errors
/// `text-missing`, `text-too-long`, `text-control-characters`, `invited-lately`; `member-already` for whom the page shows as one.
pub fn invite(tx: &mut Tx<'_>, now: Instant, by: &Manager, name: &str, email: &Email) -> Result<()> {
    if store::members::members(tx, by.service())?.iter().any(|m| m.email == email.as_str()) {
        return Err(RuleError::conflict("member-already").on("email").into());
    }
    accounts::actions::invitations::invite(tx, now, Place::Service(by.service().uuid()), name, email)?;
    told(tx, now, by)
}

/// Takes an invitation back.
///
/// # Errors
/// `NotFound` when it is none of the service.
pub fn uninvite(tx: &mut Tx<'_>, now: Instant, by: &Manager, id: Id<Invitation>) -> Result<()> {
    accounts::actions::invitations::take_back(tx, Place::Service(by.service().uuid()), id)?;
    told(tx, now, by)
}

/// Whoever was invited has come: an advisor of the service from now on.
///
/// # Errors
/// What the database says.
pub fn joined(tx: &mut Tx<'_>, now: Instant, who: Id<Account>, at: Id<Service>) -> Result<()> {
    store::insert_advisor(tx, Id::from_uuid(who.uuid()), at)?;
    let event = Event::new(journal::Kind::ServiceChanged).by(who.uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Makes a member run the service too, or no more. A service always has somebody who runs it.
///
/// # Errors
/// `member-last-manager`; `NotFound` when it is no member of the service.
pub fn set_role(tx: &mut Tx<'_>, now: Instant, by: &Manager, id: Id<Advisor>, manager: bool) -> Result<()> {
    let who = member(tx, by, id)?;
    if who.manager && !manager {
        stays_run(tx, by)?;
    }
    store::members::set_manager(tx, id, manager)?;
    told(tx, now, by)
}

fn stays_run(tx: &mut Tx<'_>, by: &Manager) -> Result<()> {
    let managers = store::members::members(tx, by.service())?.iter().filter(|m| m.manager).count();
    if managers > 1 { Ok(()) } else { Err(RuleError::conflict("member-last-manager").into()) }
}

/// A member leaves, once nobody is followed by her any more.
///
/// # Errors
/// `member-last-manager`, `member-has-people`; `NotFound` when it is no member of the service.
pub fn leave(tx: &mut Tx<'_>, now: Instant, by: &Manager, id: Id<Advisor>) -> Result<()> {
    let who = member(tx, by, id)?;
    if who.manager {
        stays_run(tx, by)?;
    }
    let people = store::mandates::of_referent(tx, now, id)?.len();
    if people > 0 {
        return Err(RuleError::conflict("member-has-people").with("people", people).into());
    }
    store::members::leave(tx, now, id)?;
    accounts::store::close_sessions(tx, Id::from_uuid(id.uuid()))?;
    told(tx, now, by)
}

/// Everyone whose referent a member is, or was when he left, is given over to a colleague; tells how many people.
///
/// # Errors
/// `hand-over-nobody`; `NotFound` when either is no one of the service.
pub fn hand_over(tx: &mut Tx<'_>, now: Instant, by: &Manager, from: Id<Advisor>, to: Id<Advisor>) -> Result<usize> {
    let of_it = store::advisor_by_id(tx, Id::from_uuid(from.uuid()))?.service.id == by.service();
    if !of_it || from == to {
        return Err(Error::NotFound);
    }
    member(tx, by, to)?;
    let all = store::members::followed_by(tx, from)?;
    if all.is_empty() {
        return Err(RuleError::conflict("hand-over-nobody").into());
    }
    for (follow_up, person) in &all {
        super::mandates::give(tx, now, *follow_up, *person, from, to)?;
        super::mandates::told(tx, now, *person, by.advisor())?;
    }
    super::mandates::tell_him(tx, now, to)?;
    told(tx, now, by)?;
    Ok(all.len())
}

/// Keeps the figures of this month of a service, as they may be told after those of the month before.
///
/// # Errors
/// What the database says.
pub fn keep_figures(tx: &mut Tx<'_>, now: Instant, of: Id<Service>, counted: figures::Figures) -> Result<()> {
    let before = store::figures::kept(tx, of)?.into_iter().next();
    store::figures::keep(tx, now, of, &counted.told(before.as_ref(), figures::month(now).1))
}

/// Since when the service's convention on salaried missions holds; none when it has not signed. What was already said in a
/// letter or a receipt stays as it was said.
///
/// # Errors
/// What the database says.
pub fn set_convention(tx: &mut Tx<'_>, now: Instant, by: &Manager, from: Option<Instant>) -> Result<()> {
    store::members::set_convention(tx, by.service(), from)?;
    told(tx, now, by)
}

/// Promises the letters whose Monday has come, each once; tells how many.
///
/// # Errors
/// What the database says.
pub fn promise_digests(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let monday = Frequency::Weekly.due_until(now);
    let due = store::members::digests_due(tx, monday)?;
    for (advisor, known) in &due {
        store::members::digest_told(tx, now, *advisor)?;
        // Whoever has just come reads the letter of the next week.
        if *known {
            jobs::enqueue(tx, now, &Task::DigestLetter { advisor: advisor.uuid() })?;
        }
    }
    Ok(due.len())
}

/// Makes an advisor run her service, for those who make a world.
///
/// # Errors
/// What the database says.
pub fn appoint(tx: &mut Tx<'_>, id: Id<Advisor>) -> Result<()> {
    store::members::set_manager(tx, id, true)
}
