//! The members of a platform: one invites another, takes one off, or leaves. The last one stays: people who have agreed work count
//! on an answer.

use crate::accounts::invitations::{Invitation, Place};
use crate::accounts::{self, Account};
use crate::db::{Error, Result, Tx};
use crate::kernel::{Email, Id, Instant, RuleError};
use crate::platforms::store;

/// She leaves: her account and her sessions go at once, the platform and its keys stay.
///
/// # Errors
/// `member-last`; `NotFound` when she posts for none.
pub fn leave(tx: &mut Tx<'_>, who: Id<Account>) -> Result<()> {
    let platform = store::of_member(tx, who)?;
    if store::count_members(tx, platform.id)? < 2 {
        return Err(RuleError::conflict("member-last").into());
    }
    accounts::store::delete(tx, who)
}

/// A member invites somebody: a letter leaves, whether the address is known or not (I18).
///
/// # Errors
/// `text-missing`, `text-too-long`, `text-control-characters`, `invited-lately`; `member-already` for whom the page shows as one.
pub fn invite(tx: &mut Tx<'_>, now: Instant, who: Id<Account>, name: &str, email: &Email) -> Result<()> {
    let platform = store::of_member(tx, who)?.id;
    if store::members(tx, platform)?.iter().any(|(_, _, known)| known == email.as_str()) {
        return Err(RuleError::conflict("member-already").on("email").into());
    }
    accounts::actions::invitations::invite(tx, now, Place::Platform(platform.uuid()), name, email)
}

/// A member takes an invitation back.
///
/// # Errors
/// `NotFound` when it is none of the platform.
pub fn uninvite(tx: &mut Tx<'_>, who: Id<Account>, id: Id<Invitation>) -> Result<()> {
    let platform = store::of_member(tx, who)?.id;
    accounts::actions::invitations::take_back(tx, Place::Platform(platform.uuid()), id)
}

/// A member takes a colleague off: her account and her sessions go at once. Nobody takes herself off here, she leaves.
///
/// # Errors
/// `NotFound` when it is no colleague of hers.
pub fn remove(tx: &mut Tx<'_>, who: Id<Account>, colleague: Id<Account>) -> Result<()> {
    let platform = store::of_member(tx, who)?.id;
    if colleague == who || !store::members(tx, platform)?.iter().any(|(id, ..)| *id == colleague) {
        return Err(Error::NotFound);
    }
    leave(tx, colleague)
}
