//! Engagements as rows.

mod agenda;
mod old;
mod own;

use crate::db::schema::{engagement, interest, slot};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::engagements::{Engagement, State};
use crate::interests::{self, Interest};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use crate::platforms::Platform;
use diesel::prelude::*;
use std::collections::HashMap;

pub use agenda::{
    Due, agenda, agreed_with, due_months, due_slots, end_feed, feed_of, feed_owner, make_feed, note_month, note_slot,
    sweep_reminders,
};
pub use old::{sweep, sweep_not_done};
pub use own::{forget_own, own_records, set_own, sweep_own};

/// Adds an engagement.
///
/// # Errors
/// `Conflict` when the interest already led to one.
pub fn insert(tx: &mut Tx<'_>, new: &Engagement) -> Result<()> {
    let values = (
        engagement::id.eq(new.id),
        engagement::interest_id.eq(new.interest.id),
        engagement::slot_id.eq(new.interest.slot),
        engagement::offer_id.eq(new.interest.offer),
        engagement::platform_id.eq(new.interest.platform),
        engagement::person_id.eq(new.interest.person),
        engagement::state.eq(new.state.as_str()),
        engagement::agreed_at.eq(new.agreed_at),
    );
    each!(tx, |c| diesel::insert_into(engagement::table).values(values).execute(c))?;
    Ok(())
}

/// Notes that agreed work does not take place; nothing when there was none.
///
/// # Errors
/// What the database says.
pub fn set_not_done(tx: &mut Tx<'_>, interest: Id<Interest>) -> Result<()> {
    let agreed = engagement::table.filter(engagement::interest_id.eq(interest)).filter(engagement::state.eq("agreed"));
    each!(tx, |c| diesel::update(agreed).set(engagement::state.eq(State::NotDone.as_str())).execute(c))?;
    Ok(())
}

/// How many agreed engagements each platform has whose slot is not over.
///
/// # Errors
/// What the database says.
pub fn under_way(conn: &mut Conn, now: Instant) -> Result<HashMap<Id<Platform>, i64>> {
    let rows: Vec<(Id<Platform>, i64)> = each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .filter(engagement::state.eq(State::Agreed.as_str()))
        .filter(slot::ends_at.gt(now))
        .group_by(engagement::platform_id)
        .select((engagement::platform_id, diesel::dsl::count_star()))
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// Whether agreed work of a person is not over.
///
/// # Errors
/// What the database says.
pub fn at_work(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<bool> {
    let count: i64 = each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .filter(engagement::person_id.eq(person))
        .filter(engagement::state.eq(State::Agreed.as_str()))
        .filter(slot::dropped_at.is_null())
        .filter(slot::ends_at.gt(now))
        .count()
        .get_result(c))?;
    Ok(count > 0)
}

/// What a platform is to answer, soonest deadline first. The waiting list stays out of its sight.
///
/// # Errors
/// What the database says.
pub fn to_answer(conn: &mut Conn, platform: Id<Platform>, now: Instant, limit: i64) -> Result<Vec<Interest>> {
    let ids: Vec<Id<Interest>> = each!(conn, |c| interest::table
        .filter(interest::platform_id.eq(platform))
        .filter(interest::state.eq("sent"))
        .filter(interest::answer_by.ge(now))
        .order((interest::answer_by, interest::id))
        .limit(limit)
        .select(interest::id)
        .load(c))?;
    ids.into_iter().map(|id| interests::store::by_id(conn, id)).collect()
}

/// Agreed work of a platform that is not over, soonest first.
///
/// # Errors
/// What the database says.
pub fn agreed_to_come(conn: &mut Conn, platform: Id<Platform>, now: Instant, limit: i64) -> Result<Vec<Interest>> {
    let ids: Vec<Id<Interest>> = each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .filter(engagement::platform_id.eq(platform))
        .filter(engagement::state.eq("agreed"))
        .filter(slot::dropped_at.is_null())
        .filter(slot::ends_at.gt(now))
        .order((slot::starts_at, engagement::id))
        .limit(limit)
        .select(engagement::interest_id)
        .load(c))?;
    ids.into_iter().map(|id| interests::store::by_id(conn, id)).collect()
}

/// Deletes the agreed work of a person who deletes everything.
///
/// # Errors
/// What the database says.
pub fn delete_of(tx: &mut Tx<'_>, person: Id<Person>) -> Result<()> {
    each!(tx, |c| diesel::delete(engagement::table.filter(engagement::person_id.eq(person))).execute(c))?;
    Ok(())
}
