//! Agreed work is forgotten two years after its slot, with what she sent for it and her own version (I15); what did not take
//! place, as soon as what was sent for it.

use crate::db::schema::{engagement, interest, slot};
use crate::db::{Result, Tx};
use crate::each;
use crate::engagements::State;
use crate::interests::Interest;
use crate::kernel::{Id, Instant, retention};
use diesel::prelude::*;

/// Rows in one turn.
const TURN: i64 = 500;

/// Forgets agreed work whose time is over; tells how many.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old: Vec<Id<Interest>> = each!(tx, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .filter(slot::ends_at.le(retention::ENGAGEMENT.before(now)))
        .select(engagement::interest_id)
        .limit(TURN)
        .load(c))?;
    each!(tx, |c| diesel::delete(engagement::table.filter(engagement::interest_id.eq_any(&old))).execute(c))?;
    Ok(each!(tx, |c| diesel::delete(interest::table.filter(interest::id.eq_any(&old))).execute(c))?)
}

/// Forgets that agreed work did not take place; tells how many.
///
/// # Errors
/// What the database says.
pub fn sweep_not_done(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old: Vec<Id<Interest>> = each!(tx, |c| engagement::table
        .inner_join(interest::table.on(interest::id.eq(engagement::interest_id)))
        .filter(interest::answered_at.le(retention::INTEREST.before(now)))
        .filter(interest::state.ne("accepted"))
        .filter(engagement::state.eq(State::NotDone.as_str()))
        .select(engagement::interest_id)
        .limit(TURN)
        .load(c))?;
    Ok(each!(tx, |c| diesel::delete(engagement::table.filter(engagement::interest_id.eq_any(&old))).execute(c))?)
}
