//! What was sent is forgotten half a year after its end (I15). What came of it, work that was agreed, keeps the slot and the
//! platform for her own months; the fields that she shared and her message go all the same.

use crate::db::schema::{engagement, interest, slot};
use crate::db::{Result, Tx};
use crate::each;
use crate::interests::Interest;
use crate::kernel::{Id, Instant, retention};
use diesel::prelude::*;

/// Rows in one turn.
const TURN: i64 = 500;

/// Forgets what ended without agreed work, or whose agreed work did not take place; tells how many.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let kept = engagement::table.filter(engagement::interest_id.eq(interest::id));
    let old: Vec<Id<Interest>> = each!(tx, |c| interest::table
        .filter(interest::answered_at.le(retention::INTEREST.before(now)))
        .filter(interest::state.ne("accepted"))
        .filter(diesel::dsl::not(diesel::dsl::exists(kept)))
        .select(interest::id)
        .limit(TURN)
        .load(c))?;
    Ok(each!(tx, |c| diesel::delete(interest::table.filter(interest::id.eq_any(&old))).execute(c))?)
}

/// Forgets what was shared, and the message, of agreed work that is over; tells how many.
///
/// # Errors
/// What the database says.
pub fn sweep_shared(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let shared = interest::shared_name
        .is_not_null()
        .or(interest::shared_email.is_not_null())
        .or(interest::shared_phone.is_not_null())
        .or(interest::message.is_not_null());
    let old: Vec<Id<Interest>> = each!(tx, |c| interest::table
        .inner_join(slot::table.on(slot::id.eq(interest::slot_id)))
        .filter(slot::ends_at.le(retention::INTEREST.before(now)))
        .filter(interest::state.eq("accepted"))
        .filter(shared)
        .select(interest::id)
        .limit(TURN)
        .load(c))?;
    let nothing = (
        interest::shared_name.eq(None::<String>),
        interest::shared_email.eq(None::<String>),
        interest::shared_phone.eq(None::<String>),
        interest::message.eq(None::<String>),
    );
    Ok(each!(tx, |c| diesel::update(interest::table.filter(interest::id.eq_any(&old))).set(nothing).execute(c))?)
}
