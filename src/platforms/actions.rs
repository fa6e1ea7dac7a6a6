//! A member leaves a platform by herself. The last one stays: people who have agreed work count on an answer.

use crate::accounts::{self, Account};
use crate::db::{Result, Tx};
use crate::kernel::{Id, RuleError};
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
